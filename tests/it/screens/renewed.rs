//! What several articles say together is asked for once, and anew when more is known of them.

use parallax::screen::{Effect, Message};

use super::{Reader, USUAL, WIDE, digest};

/// Two articles that have the same words, a third with others, and one that comes first by its outlet.
const TOWN: [(&str, &str); 4] = [
    (
        "Gazette",
        "The council met in the town hall.\n\n“We will not sell the old harbour to anybody,” Mayor Anna Berg said. “It is ours alone,” Anna Berg said.",
    ),
    (
        "Herald",
        "The council met on Monday.\n\n“We will not sell the old harbour to anybody,” Mayor Anna Berg said. “The offer was fair,” John Roe said.",
    ),
    (
        "Star",
        "The council met late.\n\n“Nobody asked us about the price,” John Roe said.\n\n“We are glad,” Anna Berg and John Roe told Politico.",
    ),
    (
        "Courier",
        "The council met again.\n\n“We will not sell the old harbour to anybody,” Mayor Anna Berg said.",
    ),
];

/// The library of the first three, with the fourth still to be read.
fn town(size: (usize, usize)) -> Reader {
    let mut reader = Reader::unread(size, TOWN.len());
    for number in 0..3 {
        read(&mut reader, number);
    }
    reader
}

fn read(reader: &mut Reader, number: usize) {
    let (outlet, text) = TOWN[number];
    reader.send(Message::Read(number, Ok(digest(outlet, text))));
}

fn gathers(held: &[Effect]) -> usize {
    let is_one = |effect: &&Effect| matches!(effect, Effect::Gather(..));
    held.iter().filter(is_one).count()
}

#[test]
fn one_screen_shows_what_was_gathered_for_another() {
    let mut reader = town(USUAL);
    reader.press("Q");
    reader.held = Some(Vec::new());
    reader.press("m");
    reader.shows("Who is quoted where  2 speakers of 3 articles, 1 more being read");
    reader.press("v");
    reader.shows("Versions in 2 of 3 articles");
    reader.press("q q enter v");
    reader.shows("Versions in 2 of 3 articles");
    assert_eq!(gathers(&reader.held.take().unwrap()), 0);
}

#[test]
fn all_wait_for_one_answer() {
    let mut reader = town(USUAL);
    reader.press("Q m v");
    reader.held = Some(Vec::new());
    read(&mut reader, 3);
    let held = reader.held.take().unwrap();
    let [gather @ Effect::Gather(..)] = &held[..] else {
        unreachable!("one answer is asked for: {held:?}");
    };
    reader.shows("Versions in 2 of 3 articles, 1 more being read");
    reader.answer(gather);
    reader.shows("Versions in 3 of 4 articles");
    reader.press("q");
    reader.shows("2 speakers of 4 articles");
    reader.press("q");
    reader.shows("Quotes of 4 articles");
}

#[test]
fn what_comes_in_above_moves_nothing() {
    let mut reader = town(USUAL);
    reader.press("Q J");
    reader.shows("▌d Herald    “The offer was fair”");
    reader.press("m l z J");
    let cell = reader.line_of("▌  John Roe");
    reader.press("K v");
    let version = reader.line_of("┃ Herald");
    read(&mut reader, 3);
    reader.shows("of 4 articles");
    assert_eq!(reader.line_of("┃ Herald"), version);
    reader.press("q");
    reader.shows("▌▸ Anna Berg");
    reader.shows("Herald The council met on Monday.");
    reader.press("J");
    assert_eq!(reader.line_of("▌  John Roe"), cell);
    reader.press("q");
    reader.shows("▌d Herald    “The offer was fair”");
}

#[test]
fn what_the_reader_sets_right_is_counted_anew_everywhere() {
    let mut reader = town(WIDE);
    reader.press("Q m");
    reader.shows("▌▾ Anna Berg");
    reader.press("l v j");
    reader.shows("┃ Herald · Anna Berg · the same");
    reader.press("e R o e enter");
    reader.shows("┃ Herald · ascribed to someone else: John Roe");
    reader.shows("set by you");
    reader.shows_not("100 % sure");
    reader.press("q");
    reader.shows("no quote of Anna Berg here");
    reader.press("u");
    reader.shows("“We will not sell the old harbour to anybody”");
    reader.shows("1d");
    reader.press("v D");
    reader.shows("no other article has these words");
    reader.press("u");
    reader.shows("Versions in 2 of 3 articles");
    reader.shows("┃ Herald · Anna Berg · the same");
    reader.press("q q");
    reader.shows("6 quotes  2 speakers");
}

#[test]
fn a_filter_an_order_and_a_kind_outlive_a_correction() {
    let mut reader = town(USUAL);
    reader.press("Q o f / h a r b o u r enter");
    reader.shows("by article  only direct  like “harbour”  2 of 6 quotes");
    reader.press("j D");
    reader.shows("by article  only direct  like “harbour”  1 of 5 quotes");
    reader.press("u");
    reader.shows("by article  only direct  like “harbour”  2 of 6 quotes");
    reader.shows("▌d");
    reader.shows("Herald");
}

#[test]
fn who_speaks_together_stands_under_each_and_counts_once() {
    let mut reader = town(USUAL);
    reader.press("Q");
    reader.shows("6 quotes  2 speakers");
    reader.press("G");
    reader.shows("Anna Berg and John Roe: “We are glad”");
    reader.shows("via Politico");
    reader.press("m l l");
    reader.shows("d Anna Berg and John Roe: “We are glad” via Politico");
    reader.press("J");
    reader.shows("d Anna Berg and John Roe: “We are glad” via Politico");
}

#[test]
fn a_quote_is_copied_from_its_version_and_from_the_matrix() {
    let mut reader = town(USUAL);
    reader.press("m y v j y");
    let copied: Vec<&str> = reader
        .asked
        .iter()
        .filter_map(|effect| match effect {
            Effect::Copy(words) => Some(words.as_str()),
            _ => None,
        })
        .collect();
    let words = "“We will not sell the old harbour to anybody” — Anna Berg, Mayor";
    assert!(copied[0].starts_with(&format!("{words} (Gazette")));
    assert!(copied[1].starts_with(&format!("{words} (Herald")));
}

#[test]
fn what_several_say_together_stays_theirs_when_nothing_else_is_chosen() {
    let mut reader = town(USUAL);
    reader.press("Q G e");
    reader.shows("▌ Anna Berg and John Roe as it is now");
    reader.press("enter");
    reader.shows("Anna Berg and John Roe: “We are glad”");
    reader.press("u");
    reader.shows("nothing to undo");
    reader.press("e J o h n enter");
    reader.shows("John Roe’s now");
    reader.shows_not("Anna Berg and John Roe");
}

#[test]
fn the_cursor_stays_under_the_same_of_those_who_speak_together() {
    let mut reader = town(USUAL);
    let is_under_roe = |reader: &Reader| {
        let line = reader.line_of("▌d Star");
        assert!(line > reader.line_of("John Roe  "), "{}", reader.text());
        reader.shows("Anna Berg and John Roe: “We are glad”");
    };
    reader.press("Q G");
    is_under_roe(&reader);
    reader.resize(WIDE);
    is_under_roe(&reader);
    reader.press("/ g l a d enter");
    is_under_roe(&reader);
    reader.press("esc");
    is_under_roe(&reader);
    reader.press("o o o");
    is_under_roe(&reader);
    reader.press("k D");
    is_under_roe(&reader);
}

#[test]
fn undo_goes_to_the_cell_of_its_quote() {
    let mut reader = town(USUAL);
    reader.press("Q J");
    reader.shows("▌d Herald    “The offer was fair”");
    reader.press("D m");
    reader.shows("▌▾ Anna Berg");
    reader.press("u");
    reader.shows("▌  John Roe");
    reader.shows("Herald The council met on Monday.");
    reader.shows("d “The offer was fair”");
}
