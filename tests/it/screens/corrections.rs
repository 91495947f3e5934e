//! What the reader sets right: whose a quote is, and what is none.

use expect_test::expect;
use parallax::article::{Article, Label};
use parallax::screen::{Digest, Effect, Message};

use super::{Reader, SMALL, USUAL, WIDE};

pub(super) const POST: &str = "\
Mayor keeps the port

Mayor Anna Berg kept the port on Monday. “We will never sell the port to anybody,” Berg told reporters.

Union leader Carl Dahl was glad. “It is a good day for the town,” he said. “The offer was far too low,” Berg added.

The port employs 1,200 people.";

const STAR: &str = "\
Town keeps its port

Mayor Anna Berg kept the port on Tuesday. “We will never sell the port to anybody,” Berg said.

The investor Eva Holm was not there. “We are sorry,” said a spokesman for the investor. The port employs 1,300 people.";

#[test]
fn a_quote_moves_to_whom_the_reader_chooses() {
    let mut reader = comparing(WIDE);
    reader.press("Q");
    reader.shows("Anna Berg Mayor       d3  A2 B1");
    reader.press("e d a h");
    expect![[r#"
         passage 1/2  Anna Berg, sell                                                                 order A  lit auto  ? help
         whose: dah                                                                                                 esc cancels
         We will never sell the port to anybody,
        ▌ Carl Dahl leader
          “dah” as typed

        (34 more)
    "#]]
    .assert_eq(&super::squeezed(&reader.text()));
    reader.press("enter");
    reader.shows("Carl Dahl’s now (u: undo)");
    reader.shows("Carl Dahl leader      d2  A2 B0");
    reader.shows("Anna Berg Mayor       d2  A1 B1");
    reader.shows("▌d*A! “We will never sell");
    reader.shows("set by you");
    reader.press("q q esc esc k enter Q");
    reader.shows("Carl Dahl leader             d2");
    reader.shows("▌d* “We will never sell");
}

#[test]
fn everybody_named_can_be_chosen() {
    let mut reader = comparing(SMALL);
    reader.press("Q e");
    expect![[r#"
         passage 1/2  Anna Berg, sell     order A  lit auto  ? help
         whose:                                         esc cancels
         We will never sell the port to anybody,
        ▌ Anna Berg Mayor · as it is now
          Carl Dahl leader
          a spokesman for the investor
          Eva Holm investor
          nobody the text does not say

        (11 more)
        --------------------
         hhhhhhhhhhh                      ddddddddddddddddd  ddddddd
         kkkkkkk                                        dddddddddddd
         ddddddddddddddddddddddddddddddddddddddd
        > >>>>>>>>> dddddddddddddddddddd
                    dddddd

                   dddddddd
                 ddddddddddddddddddddd

        (11 more)
    "#]]
    .assert_eq(&reader.shown());
    reader.press("esc");
    reader.shows("Anna Berg Mayor");
}

#[test]
fn undo_brings_all_back() {
    for size in [WIDE, USUAL, SMALL, (120, 16)] {
        let mut reader = comparing(size);
        for (keys, what) in [
            ("e r e p o r t e r s enter", "reporters’"),
            ("D", "no quote"),
            ("e n o b o d y enter", "nobody’s"),
        ] {
            for down in ["", "j j", "G"] {
                reader.press("Q");
                reader.press(down);
                let before = without_hints(&reader);
                reader.press(keys);
                assert_ne!(without_hints(&reader), before, "{what}");
                reader.press("u");
                reader.shows(&format!("undone (ctrl-r: redo): {what}"));
                assert_eq!(without_hints(&reader), before, "{what}");
                reader.press("ctrl-r");
                reader.shows(&format!("again (u: undo): {what}"));
                assert_ne!(without_hints(&reader), before, "{what}");
                reader.press("u q");
            }
        }
        reader.press("u");
        reader.shows("nothing to undo");
    }
}

#[test]
fn what_is_no_quote_is_gone_everywhere() {
    let mut reader = comparing(WIDE);
    reader.press("Q");
    reader.shows("▌d A= “We will never sell");
    reader.shows(" d B= “We will never sell");
    let line = reader.line_of("Union leader Carl Dahl");
    reader.press("D");
    reader.shows("no quote any more (u: undo)");
    reader.shows("Anna Berg Mayor       d2  A1 B1");
    reader.shows("▌d A  “The offer was far");
    reader.shows(" d B  “We will never sell");
    assert_eq!(reader.line_of("Union leader Carl Dahl"), line);
    reader.press("q q");
    assert_eq!(quotes(&reader, "Post"), "2");
    reader.press("Q");
    reader.shows("Post 1  Star 1  d2");
    reader.press("u");
    reader.shows("Post 2  Star 1  d3");
    reader.press("q");
    assert_eq!(quotes(&reader, "Post"), "3");
}

#[test]
fn the_lit_quote_of_an_article_is_set_right() {
    let mut reader = library(WIDE);
    reader.press("enter e");
    reader.shows("no quote is lit: s goes to one");
    reader.press("s e c a r l enter");
    reader.shows("Carl Dahl’s now");
    reader.press("s");
    reader.shows("It is a good day");
    reader.press("Q");
    reader.shows("Carl Dahl leader             d2");
    reader.press("q q");
    reader.shows("Quoted: Carl Dahl 2, Anna");
    reader.press("u");
    reader.shows("undone (ctrl-r: redo): Carl Dahl’s: We will never sell the port to anybody,");
    reader.shows("Quoted: Anna Berg 2, Carl");
}

#[test]
fn a_name_that_nobody_has_can_be_taken_as_it_is() {
    let mut reader = library(WIDE);
    reader.press("Q e Z o ë space X enter");
    reader.shows("Zoë X’s now");
    reader.shows(" Zoë X  ");
    reader.press("m");
    reader.shows("3 speakers of 2 articles");
    assert!(reader.line_of("Zoë X  ") < reader.line_of("unnamed sources"));
}

#[test]
fn the_last_quote_can_go_and_come_back() {
    let mut reader = library(WIDE);
    reader.press("Q D D D D D");
    reader.shows("no quote here");
    reader.press("D e");
    reader.shows("no quote here");
    reader.press("u u u u u ctrl-r u");
    reader.shows("▌d Post = “We will never sell");
}

#[test]
fn a_late_answer_does_not_bring_back_what_was_undone() {
    let mut reader = library(WIDE);
    reader.press("enter s");
    reader.held = Some(Vec::new());
    reader.press("D u");
    let held = reader.held.take().unwrap();
    let [late @ Effect::Correct(_, found, corrections), undone] = held.as_slice() else {
        unreachable!("{held:?}");
    };
    assert_eq!(corrections.applied(found).quotes.len(), 2);
    reader.answer(late);
    reader.shows("3 quotes");
    reader.answer(undone);
    reader.shows("3 quotes");
}

#[test]
fn an_article_that_is_read_again_keeps_what_was_set_right() {
    let mut reader = library(WIDE);
    reader.press("enter s D q");
    assert_eq!(quotes(&reader, "Post"), "2");
    reader.held = Some(Vec::new());
    reader.send(Message::Read(0, Ok(digest(POST, "Journal"))));
    assert_eq!(
        quotes(&reader, "Post"),
        "2",
        "until the new one is corrected"
    );
    for effect in reader.held.take().unwrap() {
        reader.answer(&effect);
    }
    assert_eq!(quotes(&reader, "Journal"), "2");
}

#[test]
fn quotes_are_gathered_once_all_is_set_right() {
    let mut reader = library(WIDE);
    reader.send(Message::Read(2, Ok(digest(POST, "Copy"))));
    reader.press("Q");
    reader.shows("8 quotes");
    reader.held = Some(Vec::new());
    reader.press("D u D");
    let held = reader.held.replace(Vec::new()).unwrap();
    let tickets = held.iter().map(|effect| effect.ticket().unwrap());
    let forgotten: Vec<Effect> = tickets.take(4).map(Effect::Forget).collect();
    let asked = reader.asked.iter();
    let asked: Vec<&Effect> = asked
        .filter(|one| !matches!(one, Effect::Keep(_)))
        .collect();
    assert_eq!(
        asked,
        forgotten.iter().collect::<Vec<_>>(),
        "only the last word counts"
    );
    let [.., post, copy] = &held[..] else {
        unreachable!("{held:?}");
    };
    reader.answer(post);
    assert_eq!(reader.held.as_deref(), Some(&[][..]));
    reader.answer(copy);
    let held = reader.held.take().unwrap();
    let [gather @ Effect::Gather(..)] = &held[..] else {
        unreachable!("{held:?}");
    };
    reader.shows("8 quotes");
    reader.answer(gather);
    reader.shows("6 quotes");
}

#[test]
fn work_that_is_given_up_is_not_waited_for() {
    let mut reader = library(WIDE);
    reader.held = Some(Vec::new());
    for (keys, waiting, given_up) in [
        ("m", "gathering who speaks…", "this could not be found out"),
        (
            "esc Q",
            "gathering who speaks…",
            "this could not be found out",
        ),
        (
            "esc space j enter",
            "comparing…",
            "these could not be compared",
        ),
    ] {
        reader.press(keys);
        reader.shows(waiting);
        let held = reader.held.replace(Vec::new()).unwrap();
        let ticket = held.last().and_then(Effect::ticket);
        reader.send(Message::Failed(ticket, "a fault in parallax".to_owned()));
        reader.shows("a fault in parallax");
        reader.shows_not(waiting);
        reader.shows(given_up);
    }
}

#[test]
fn an_article_whose_corrections_are_given_up_is_shown_as_it_was_found() {
    let mut reader = library(WIDE);
    reader.press("enter s D q");
    reader.held = Some(Vec::new());
    reader.send(Message::Read(0, Ok(digest(POST, "Journal"))));
    let held = reader.held.take().unwrap();
    let ticket = held.last().and_then(Effect::ticket);
    reader.send(Message::Failed(ticket, "a fault in parallax".to_owned()));
    assert_eq!(quotes(&reader, "Journal"), "3");
}

#[test]
fn what_sources_of_several_articles_are_called_can_be_chosen_once() {
    let texts = [
        "The council met. “It is over,” a senior official said.",
        "The council met again. “It goes on,” a senior official said. “We left,” Carl Dahl said.",
    ];
    let mut reader = Reader::library(WIDE, &[("Star", texts[0]), ("Post", texts[1])]);
    reader.press("Q / l e f t enter e");
    let lines = reader.text();
    assert_eq!(lines.matches("a senior official").count(), 1, "{lines}");
}

#[test]
fn a_key_pressed_before_the_answer_does_not_take_the_quote_again() {
    let mut reader = library(WIDE);
    reader.press("enter s");
    reader.held = Some(Vec::new());
    reader.press("D D");
    reader.shows("this quote is still being left out");
    reader.press("u u");
    reader.shows("nothing to undo");
}

#[test]
fn two_files_of_one_text_are_set_right_together() {
    let mut reader = library(WIDE);
    reader.send(Message::Read(2, Ok(digest(POST, "Copy"))));
    reader.press("enter s D q");
    assert_eq!(quotes(&reader, "Post"), "2");
    assert_eq!(quotes(&reader, "Copy"), "2");
}

/// How many quotes the library says an outlet's article has.
#[track_caller]
pub(super) fn quotes(reader: &Reader, outlet: &str) -> String {
    let text = reader.text();
    let line = text.lines().find(|line| line.contains(outlet)).unwrap();
    let list = line.split('│').next().unwrap();
    list.split_whitespace().last().unwrap().to_owned()
}

/// Both articles, read in earnest.
pub(super) fn library(size: (usize, usize)) -> Reader {
    let mut reader = Reader::waiting(size, false);
    reader.earnest = true;
    reader.send(Message::Read(0, Ok(digest(POST, "Post"))));
    reader.send(Message::Read(1, Ok(digest(STAR, "Star"))));
    reader.send(Message::Read(2, Err("empty: nothing to read".to_owned())));
    reader
}

fn comparing(size: (usize, usize)) -> Reader {
    let mut reader = library(size);
    reader.press("space j enter");
    reader
}

pub(super) fn digest(text: &str, outlet: &str) -> Digest {
    let label = Label {
        outlet: Some(outlet.to_owned()),
        ..Label::default()
    };
    Digest::new(Article::plain(text.to_owned(), label))
}

/// The screen without the line that says what was done, and its roles.
fn without_hints(reader: &Reader) -> String {
    let shown = reader.shown();
    let (text, roles) = shown.split_once("--------------------").unwrap();
    let above = |part: &str| {
        let part = part.trim_end();
        part.rsplit_once('\n')
            .map_or(String::new(), |(above, _)| above.to_owned())
    };
    above(text) + &above(roles)
}
