//! What the reader says of articles of the store: which are read, where they come from.

use parallax::annotation::{Annotation, Body, Field, Target};
use parallax::article::{Article, Label};
use parallax::screen::{ArticleId, Card, Digest, Effect, Message, Stored};

use super::marking::{POST, STAR, kept};
use super::{Reader, USUAL, WIDE};

fn article(outlet: &str, date: &str, text: &str) -> Article {
    let label = Label {
        outlet: Some(outlet.to_owned()),
        date: Some(date.to_owned()),
        ..Label::default()
    };
    Article::plain(text.to_owned(), label)
}

fn articles() -> [Article; 2] {
    [
        article("Post", "2025-08-18", POST),
        article("Star", "2025-08-17", STAR),
    ]
}

/// A library of both articles in the store.
fn library(size: (usize, usize)) -> Reader {
    let stored = (1..).zip(articles()).map(|(id, article)| Stored {
        id: ArticleId(id),
        card: Card::of(&article),
        is_read: false,
        copy_of: None,
    });
    let mut reader = Reader::of_store(size, stored.collect());
    reader.send(Message::Read(0, Ok(Digest::new(articles()[0].clone()))));
    reader
}

#[test]
fn an_article_is_marked_as_read_and_unread() {
    let mut reader = library(USUAL);
    reader.shows("2 unread");
    reader.press("r");
    reader.shows("read (u: undo)");
    reader.shows("1 unread");
    reader.press("r");
    reader.shows("unread (u: undo)");
    reader.shows("2 unread");
    reader.press("u u ctrl-r");
    reader.shows("again (u: undo): read: Mayor keeps the port");
    reader.shows("1 unread");
    let (made, gone) = ("+Read: all", "-Read: all");
    assert_eq!(kept(&reader), [made, gone, made, gone, made]);
}

#[test]
fn all_that_is_listed_is_marked_as_read_once_it_is_agreed_to() {
    let mut reader = library(USUAL);
    reader.press("R");
    reader.shows("mark all 2 unread articles listed as read?");
    reader.press("n");
    reader.shows("nothing was marked");
    reader.press("R y");
    reader.shows("2 marked as read (u: undo)");
    reader.shows_not("unread");
    reader.press("R");
    reader.shows("all that is listed is read");
    reader.press("u");
    reader.shows("undone (ctrl-r: redo): read and 1 more");
    reader.shows("2 unread");
}

#[test]
fn an_article_is_said_to_come_from_elsewhere() {
    let mut reader = library(WIDE);
    reader.press("E");
    reader.shows("outlet: Post");
    reader.shows("tab: author");
    reader.press("ctrl-u");
    reader.type_in("Gazette");
    reader.press("enter");
    reader.shows("outlet: Gazette (u: undo)");
    reader.shows("▌ • Gazette");
    reader.press("E");
    reader.press("tab");
    reader.type_in("Ann Dee");
    reader.press("tab");
    reader.shows("date: 2025-08-18");
    reader.press("ctrl-u");
    reader.type_in("monday");
    reader.press("enter");
    reader.shows("“monday” is no day: 2025-08-18 is");
    reader.press("E tab tab ctrl-u");
    reader.type_in("2025-08-16");
    reader.press("enter");
    reader.shows("date: 2025-08-16 (u: undo)");
    reader.shows("▌ • Gazette  2025-08-16");
    assert!(reader.line_of("Gazette  ") > reader.line_of("Star  "));
    reader.press("E tab tab tab ctrl-u");
    reader.type_in("All said and done");
    reader.press("enter");
    reader.shows("All said and done");
    reader.press("/ g a z e t");
    reader.shows("1 of 2");
    assert_eq!(
        kept(&reader),
        [
            "+Label(Outlet, \"Gazette\"): all",
            "+Label(Author, \"Ann Dee\"): all",
            "+Label(Date, \"2025-08-16\"): all",
            "+Label(Title, \"All said and done\"): all",
        ]
    );
}

#[test]
fn a_label_that_is_taken_back_is_what_the_store_has() {
    let mut reader = library(USUAL);
    reader.press("E ctrl-u X enter E ctrl-u enter");
    reader.shows("outlet as it was found (u: undo)");
    assert_eq!(
        kept(&reader),
        ["+Label(Outlet, \"X\"): all", "-Label(Outlet, \"\"): all",]
    );
    assert_eq!(reader.asked.last(), Some(&Effect::Load(0, ArticleId(1))));
    reader.send(Message::Read(0, Ok(Digest::new(articles()[0].clone()))));
    reader.shows("▌ • Post");
    reader.press("u");
    reader.shows("▌ • X");
    reader.press("E enter");
    reader.shows("the outlet stays as it was");
}

#[test]
fn an_article_that_is_not_loaded_yet_can_be_marked_and_gone_to() {
    let mut reader = library(WIDE);
    reader.press("j B");
    reader.shows("Star    2025-08-17  ◆ Town");
    let quote = Annotation {
        target: Target::at(
            parallax::correction::Subject {
                text: parallax::article::Fingerprint::of(STAR),
                span: parallax::text::Span::new(STAR.find("The port").unwrap(), STAR.len()),
            },
            STAR,
        ),
        body: Body::Bookmark,
    };
    let label = Annotation {
        target: Target::whole(parallax::article::Fingerprint::of(STAR)),
        body: Body::Label(Field::Outlet, "Star".to_owned()),
    };
    reader.send(Message::Annotated(vec![label, quote]));
    reader.press("M");
    reader.down_to("The port employs");
    reader.press("enter");
    reader.shows("reading Star…");
    reader.send(Message::Read(1, Ok(Digest::new(articles()[1].clone()))));
    assert_eq!(reader.with('l'), "The port employs 1,300 people.");
    reader.press("B");
    reader.shows("bookmark taken away");
}
