//! Bookmarks and notes: on quotes, on places in a text, on articles.

use expect_test::expect;
use parallax::annotation::{Annotation, Body, Change};
use parallax::screen::{Effect, Message};

use super::{Reader, SMALL, USUAL, WIDE, digest};

pub(super) const POST: &str = "\
Mayor keeps the port

Mayor Anna Berg kept the port on Monday. “We will never sell the port to anybody,” Berg told reporters.

Union leader Carl Dahl was glad. “It is a good day for the town,” he said. “The offer was far too low,” Berg added.

The port employs 1,200 people.";

pub(super) const STAR: &str = "\
Town keeps its port

Mayor Anna Berg kept the port on Tuesday. “We will never sell the port to anybody,” Berg said.

The investor Eva Holm was not there. “We are sorry,” said a spokesman for the investor. The port employs 1,300 people.";

pub(super) fn library(size: (usize, usize)) -> Reader {
    Reader::library(size, &[("Post", POST), ("Star", STAR)])
}

/// What was to be stored: `+` kept and `-` taken away, with the words it is about.
pub(super) fn kept(reader: &Reader) -> Vec<String> {
    let changes = reader.asked.iter().filter_map(|one| match one {
        Effect::Keep(change) => Some(change),
        _ => None,
    });
    let said = changes.map(|change| {
        let (sign, annotation) = match change {
            Change::Keep(annotation) => ('+', annotation),
            Change::Drop(annotation) => ('-', annotation),
        };
        let place = annotation.target.place.as_ref();
        let words = place.map_or("all", |place| place.exact.as_str());
        format!("{sign}{:?}: {words}", annotation.body)
    });
    said.collect()
}

/// What counts after all changes that were to be stored.
pub(super) fn stored(reader: &Reader) -> Vec<Annotation> {
    let mut all = parallax::annotation::Annotations::default();
    for effect in &reader.asked {
        if let Effect::Keep(change) = effect {
            all.change(change.clone());
        }
    }
    all.all().into_iter().cloned().collect()
}

#[test]
fn a_quote_is_bookmarked_and_that_is_undone() {
    let mut reader = library(USUAL);
    reader.press("enter s B");
    reader.shows("bookmarked (u: undo)");
    reader.shows("\"◆Mayor Anna Berg kept");
    reader.press("Q");
    reader.shows("▌d ◆“We will never sell");
    reader.press("B");
    reader.shows("bookmark taken away (u: undo)");
    reader.shows("▌d  “We will never sell");
    reader.press("u");
    reader.shows("undone (ctrl-r: redo): bookmark taken away: We will never sell");
    reader.shows("▌d ◆“We will never sell");
    reader.press("u u");
    reader.shows("nothing to undo");
    reader.shows_not("◆");
    reader.press("ctrl-r");
    reader.shows("again (u: undo): bookmarked: We will never sell");
    let we = "We will never sell the port to anybody,";
    let made = format!("+Bookmark: {we}");
    let gone = format!("-Bookmark: {we}");
    assert_eq!(
        kept(&reader),
        [&made, &gone, &made, &gone, &made].map(String::as_str)
    );
}

#[test]
fn corrections_and_bookmarks_are_undone_in_one_order() {
    let mut reader = library(WIDE);
    reader.press("enter s B D");
    reader.shows("no quote any more");
    reader.press("u");
    reader.shows("undone (ctrl-r: redo): no quote: We will never");
    reader.press("u");
    reader.shows("undone (ctrl-r: redo): bookmarked: We will never");
    reader.press("ctrl-r ctrl-r");
    reader.shows("again (u: undo): no quote: We will never");
    reader.press("u s s B ctrl-r");
    reader.shows("nothing to redo");
}

#[test]
fn a_place_is_chosen_sentence_by_sentence() {
    let mut reader = library(USUAL);
    reader.press("enter B");
    assert_eq!(reader.with('l'), "Mayor Anna Berg kept the port on Monday.");
    expect![[r#"
         Post  48 words  3 quotes  100 %                                         ? help

              Mayor keeps the port

            " Mayor Anna Berg kept the port on Monday. “We will never sell the port to
              anybody,” Berg told reporters.

            " Union leader Carl Dahl was glad. “It is a good day for the town,” he
            " said. “The offer was far too low,” Berg added.

              The port employs 1,200 people.

        (11 more)
         bookmark: 1 sentence   enter take it  J longer  K shorter  q give up
    "#]]
    .assert_eq(&super::squeezed(&reader.text()));
    reader.press("j j J");
    reader.shows("bookmark: 2 sentences");
    reader.press("enter");
    reader.shows("bookmarked (u: undo)");
    reader.shows("\"◆Union leader Carl Dahl");
    assert_eq!(
        kept(&reader),
        ["+Bookmark: Union leader Carl Dahl was glad. “It is a good day for the town,” he said."]
    );
    reader.press("B j j J enter");
    reader.shows("bookmark taken away (u: undo)");
    reader.press("B G k J K K enter");
    assert_eq!(
        kept(&reader).last().map(String::as_str),
        Some("+Bookmark: “The offer was far too low,” Berg added.")
    );
}

#[test]
fn a_choice_is_given_up_without_a_trace() {
    for keys in ["B J j q", "A J j esc", "B g G pgdn pgup tab esc"] {
        let mut reader = library(SMALL);
        reader.press("enter");
        let before = reader.shown();
        reader.press(keys);
        assert_eq!(reader.shown(), before, "{keys}");
        assert_eq!(kept(&reader), [] as [&str; 0]);
    }
    let mut reader = library(USUAL);
    reader.press("enter A enter esc j");
    reader.shows_not("note:");
    assert_eq!(reader.with('l'), "");
}

#[test]
fn the_other_side_can_be_chosen_in() {
    let mut reader = library(USUAL);
    reader.press("space j enter B tab");
    assert_eq!(reader.with('l'), "Mayor Anna Berg kept the port onTuesday.");
    reader.press("enter");
    assert_eq!(
        kept(&reader),
        ["+Bookmark: Mayor Anna Berg kept the port on Tuesday."]
    );
    let line = reader.line_of("◆");
    let text = reader.text();
    let line = text.lines().nth(line).unwrap();
    assert!(line.chars().take(40).all(|letter| letter != '◆'), "{line}");
    reader.press("x");
    reader.shows("A  Star");
    reader.shows("◆Mayor Anna Berg kept the port on");
}

#[test]
fn a_note_is_written_changed_and_taken_away() {
    let mut reader = library(WIDE);
    reader.press("enter s A");
    reader.shows("note:");
    reader.type_in("to whom?");
    reader.press("enter");
    reader.shows("noted (u: undo)");
    reader.shows("\"»Mayor Anna Berg kept");
    reader.press("esc");
    reader.shows("» to whom?   Q quotes");
    reader.press("s A");
    reader.shows("note: to whom?");
    reader.press("ctrl-u");
    reader.type_in("to Oslo");
    reader.press("enter j");
    reader.shows("» to Oslo");
    reader.press("A enter");
    reader.shows("the note stays as it was");
    reader.press("A ctrl-u enter");
    reader.shows("note taken away (u: undo)");
    reader.press("j");
    reader.shows_not("»");
    reader.press("u j");
    reader.shows("» to Oslo");
    reader.press("u j");
    reader.shows("» to whom?");
    assert_eq!(stored(&reader)[0].body, Body::Note("to whom?".to_owned()));
}

#[test]
fn a_note_on_chosen_words_leaves_them_lit_while_it_is_typed() {
    let mut reader = library(USUAL);
    reader.press("enter A G enter");
    reader.type_in("how many were there before?");
    assert_eq!(reader.with('l'), "The port employs 1,200 people.");
    reader.press("enter");
    assert_eq!(reader.with('l'), "");
    reader.press("j");
    reader.shows("» how many were there before?");
    assert_eq!(
        kept(&reader),
        ["+Note(\"how many were there before?\"): The port employs 1,200 people."]
    );
}

#[test]
fn a_note_is_at_the_foot_as_long_as_its_place_is_on_the_screen() {
    let mut reader = library(SMALL);
    reader.press("enter A G enter");
    reader.type_in("count them");
    reader.press("enter space");
    reader.shows("» count them");
    let long = "word ".repeat(40);
    let text = format!("{}\n\n{POST}", format!("{long}.\n\n").repeat(8));
    reader.send(Message::Read(0, Ok(super::digest("Post", &text))));
    reader.shows_not("» count them");
}

#[test]
fn quotes_are_marked_wherever_they_are_listed() {
    let mut reader = library(WIDE);
    reader.press("Q B");
    reader.shows("▌d Post =◆“We will never");
    reader.press("v A");
    reader.type_in("both have it");
    reader.press("enter k");
    reader.shows("» both have it");
    reader.press("q");
    reader.shows("» both have it");
    reader.press("m B");
    assert_eq!(
        kept(&reader),
        [
            "+Bookmark: We will never sell the port to anybody,",
            "+Note(\"both have it\"): We will never sell the port to anybody,",
            "-Bookmark: We will never sell the port to anybody,",
        ]
    );
}

#[test]
fn what_is_taken_back_is_so_in_the_text_that_came_since() {
    let mut reader = library(USUAL);
    reader.press("enter B enter");
    reader.shows("bookmarked");
    reader.shows("◆");
    let later = POST.replace("1,200", "1,300");
    reader.send(Message::Read(0, Ok(digest("Post", &later))));
    reader.shows("Post has changed and was read anew");
    reader.shows("◆");
    reader.press("u");
    reader.shows_not("◆");
    reader.press("ctrl-r");
    reader.shows("◆");
}

#[test]
fn where_there_is_no_quote_that_is_said() {
    let text = "The council met on Monday for the first time since the summer break.";
    let mut reader = Reader::library(USUAL, &[("Post", text), ("Star", text)]);
    reader.press("Q B");
    reader.shows("no quote here");
    assert_eq!(kept(&reader), [] as [&str; 0]);
}

#[test]
fn an_article_is_bookmarked_noted_and_tagged_in_the_list() {
    let mut reader = library(WIDE);
    reader.press("B A");
    reader.type_in("compare with Monday");
    reader.press("enter t");
    reader.type_in("port, #town hall,port");
    reader.press("enter");
    reader.shows("tagged port, town hall (u: undo)");
    expect![[r#"
         parallax  2 articles  1 story                                                                                   ? help
           OUTLET  TITLE                                                 WORDS  QUOTES  │ Mayor keeps the port
        ▌  Post    ◆» Mayor keeps the port             #port #town hall     48       3  │ ◆ bookmarked  #port #town hall
           Star    Town keeps its port                                      39       2  │ » compare with Monday
                                                                                        │
                                                                                        │ Quoted: Anna Berg 2, Carl Dahl 1
                                                                                        │
                                                                                        │ Mayor Anna Berg kept the port on
                                                                                        │ Monday. “We will never sell the port
                                                                                        │ to anybody,” Berg told reporters.
                                                                                        │
                                                                                        │ Union leader Carl Dahl was glad. “It
                                                                                        │ is a good day for the town,” he said.
                                                                                        │ “The offer was far too low,” Berg
                                                                                        │ added.
                                                                                        │
                                                                                        │ The port employs 1,200 people.
                                                                                        │
        (21 more)
         tagged port, town hall (u: undo)
    "#]]
    .assert_eq(&super::squeezed(&reader.text()));
    reader.press("enter");
    reader.shows("» compare with Monday");
    reader.press("q u");
    reader.shows("undone (ctrl-r: redo): tagged port and 1 more: Mayor keeps the port");
    reader.shows_not("#port");
    reader.press("B");
    reader.shows("bookmark taken away");
    reader.shows("» Mayor keeps the port");
}

#[test]
fn tags_are_completed_and_taken_away() {
    let mut reader = library(USUAL);
    reader.press("t");
    reader.type_in("harbour, port, town hall");
    reader.press("enter j t p");
    reader.shows("tab: port");
    reader.press("tab");
    reader.type_in(", t");
    reader.press("tab enter");
    reader.shows("tagged port, town hall (u: undo)");
    reader.press("t");
    reader.shows("tags: port, town hall");
    reader.press("ctrl-w ctrl-w enter");
    reader.shows("tagged port (u: undo)");
    assert_eq!(
        kept(&reader).last().map(String::as_str),
        Some("-Tag(\"town hall\"): all")
    );
    reader.press("t enter");
    reader.shows("the tags stay as they were");
    reader.press("t ctrl-u enter");
    reader.shows("all tags taken away");
    reader.press("u t");
    reader.shows("tags: port");
}

#[test]
fn what_was_marked_before_is_shown_and_what_is_marked_since_stays() {
    let mut reader = library(WIDE);
    reader.press("enter s B q");
    let before = stored(&reader);
    let mut later = library(WIDE);
    later.press("j B");
    later.send(Message::Annotated(before));
    later.shows("Post    ◆ Mayor keeps the port");
    later.shows("Star    ◆ Town keeps its port");
    later.press("u");
    later.shows_not("◆ Town");
    later.press("u");
    later.shows("nothing to undo");
    later.press("k enter");
    later.shows("\"◆Mayor Anna Berg kept");
}

#[test]
fn which_files_were_read_is_not_kept() {
    let mut reader = library(WIDE);
    reader.press("r");
    reader.shows("which files were read is not kept");
    reader.press("R");
    reader.shows("which files were read is not kept");
    assert_eq!(kept(&reader), [] as [&str; 0]);
}
