//! What keys and answers do, in order.

use std::path::PathBuf;
use std::sync::Arc;

use parallax::comparison::compare;
use parallax::screen::{Effect, Message, Size, State, update};

use super::{Reader, SMALL, USUAL, WIDE, small};

#[test]
fn names_are_listed_before_anything_is_read() {
    let mut reader = Reader::waiting(USUAL, false);
    reader.shows("post.txt");
    reader.shows("reading 3");
    reader.press("j enter");
    reader.shows("reading");
    reader.send(Message::Read(1, Ok(small::right())));
    reader.shows("An investor from Oslo");
}

#[test]
fn two_files_open_side_by_side_as_soon_as_both_are_read() {
    let mut reader = Reader::waiting(USUAL, true);
    reader.shows("reading");
    reader.send(Message::Read(1, Ok(small::right())));
    reader.shows_not("passage 1");
    reader.send(Message::Read(0, Ok(small::left())));
    reader.shows("passage 1/3");
    reader.press("q");
    reader.shows("3 articles");
}

#[test]
fn a_late_comparison_is_dropped() {
    let mut reader = Reader::new(USUAL);
    reader.held = Some(Vec::new());
    reader.press("space j enter x");
    let held = reader.held.take().unwrap();
    let [
        Effect::Compare(first, ..),
        Effect::Compare(second, swapped, _),
    ] = held.as_slice()
    else {
        unreachable!("{held:?}");
    };
    assert_eq!(swapped.left.article.label.outlet(), "Evening Star");
    reader.send(Message::Compared(*first, Arc::new(small::comparison())));
    reader.shows("comparing…");
    reader.send(Message::Compared(*second, Arc::new(small::comparison())));
    reader.shows("passage 1/3");
}

#[test]
fn swapping_stays_at_what_is_read() {
    let mut reader = Reader::comparing((80, 14));
    reader.press("n n");
    reader.held = Some(Vec::new());
    reader.press("x");
    let held = reader.held.take().unwrap();
    let [Effect::Compare(ticket, readings, _)] = held.as_slice() else {
        unreachable!("{held:?}");
    };
    let swapped = Arc::new(compare(readings.clone()));
    reader.send(Message::Compared(*ticket, swapped));
    reader.shows("A  Evening Star");
    reader.shows("B  Harbour Post");
    reader.shows("The port employs 1,200");
    reader.shows("order B");
    reader.press("q");
    reader.shows("A Evening Star");
}

#[test]
fn what_is_read_stays_through_resizing_folding_and_ordering() {
    let mut reader = Reader::comparing((80, 14));
    reader.press("n n");
    let line = reader.line_of("The port employs 1,200");
    reader.press("z");
    reader.shows("⋯ 1 sentence only in A");
    assert_eq!(reader.line_of("The port employs 1,200"), line);
    reader.press("z o o");
    assert_eq!(reader.line_of("The port employs 1,200"), line);
    reader.resize((60, 14));
    reader.shows("The port employs 1,200");
    reader.resize((80, 14));
    reader.shows("passage 3/3");
    reader.shows("The port employs 1,200");
}

#[test]
fn passages_are_gone_through_by_what_both_have_and_what_one_has() {
    let mut reader = Reader::comparing(USUAL);
    reader.press("n");
    reader.shows("passage 2/3");
    reader.press("]");
    reader.shows("only in A");
    reader.press("]");
    reader.shows("only in B");
    reader.press("N");
    reader.shows("passage 2/3");
    reader.press("[");
    reader.shows("no earlier passage that only one has");
    reader.press("n n");
    reader.shows("no further passage that both have");
}

#[test]
fn a_pointer_leads_there_and_one_can_return() {
    let mut reader = Reader::comparing(USUAL);
    reader.press("f");
    reader.shows("this passage has no pointer");
    reader.press("n");
    reader.shows("↷ passage 3: people");
    reader.press("f");
    reader.shows("passage 3/3");
    reader.press("backspace");
    reader.shows("passage 2/3");
}

#[test]
fn a_quote_is_jumped_to_even_where_it_is_folded() {
    let mut reader = Reader::comparing(WIDE);
    reader.press("z");
    reader.shows_not("was fair");
    reader.press("Q / p e r h");
    reader.shows("perhaps an investor");
    reader.press("enter enter");
    reader.shows("an investor added");
    reader.press("ctrl-o");
    reader.shows("passage 1/3");
}

#[test]
fn quotes_of_one_speaker_are_gone_through_in_both_articles() {
    let mut reader = Reader::comparing(USUAL);
    reader.press("s");
    assert!(lit(&reader).contains("We will never sell"));
    reader.press("s");
    assert!(lit(&reader).contains("that the town"));
    reader.press("s");
    assert!(lit(&reader).contains("We will never sell"));
    reader.press("esc");
    assert_eq!(lit(&reader), "");
}

/// The characters that are lit.
fn lit(reader: &Reader) -> String {
    let buffer = reader.painted();
    let cells = buffer
        .content
        .iter()
        .filter(|cell| super::letter(cell) == 'l');
    let text: String = cells.map(ratatui::buffer::Cell::symbol).collect();
    text
}

#[test]
fn esc_backs_out_of_the_smallest_thing_first() {
    let mut reader = Reader::comparing(WIDE);
    reader.press("Q");
    reader.shows("Quotes by speaker");
    reader.press("/ b e r g enter");
    reader.shows("like “berg”");
    reader.press("esc");
    reader.shows("by speaker");
    reader.press("esc");
    reader.shows_not("by speaker");
    reader.press("/ p o r t enter");
    reader.shows("port: 1/");
    reader.press("esc");
    reader.shows_not("port: 1/");
    reader.press("esc");
    reader.shows("WITH A");
}

#[test]
fn a_search_goes_where_it_is_typed_and_back_when_it_is_given_up() {
    let mut reader = Reader::comparing((80, 14));
    reader.press("/ f a i r");
    reader.shows("fair: 1/1");
    reader.shows("was fair");
    reader.press("esc");
    reader.shows("passage 1/3");
    reader.shows_not("was fair");
    reader.press("/ z z enter");
    reader.shows("no match for zz");
}

#[test]
fn picks_are_unpicked_and_what_cannot_be_read_is_not_picked() {
    let mut reader = Reader::new(USUAL);
    reader.press("space");
    reader.shows("A Harbour Post");
    reader.press("j space");
    reader.shows("B Evening Star");
    reader.press("space");
    reader.shows_not("B Evening Star");
    reader.press("k space");
    reader.shows_not("A Harbour Post");
    reader.press("G space");
    reader.shows("empty: nothing to read");
}

#[test]
fn the_library_is_filtered_as_one_types() {
    let mut reader = Reader::new(USUAL);
    reader.press("/ m a y o r");
    reader.shows("2 of 3");
    reader.press("space o n");
    reader.shows("1 of 3");
    reader.press("enter");
    reader.shows("filter: mayor on");
    reader.press("esc");
    reader.shows("Harbour Post");
}

#[test]
fn an_outlet_is_written_only_when_that_is_agreed_to() {
    let mut reader = Reader::new(WIDE);
    reader.press("E ctrl-u T i m e s enter n");
    reader.shows("nothing was written");
    assert_eq!(reader.asked, []);
    reader.press("E ctrl-u T i m e s enter y");
    let path = PathBuf::from("news").join("post.txt");
    let outlet = "Times".to_owned();
    assert_eq!(
        reader.asked,
        [Effect::SetOutlet {
            item: 0,
            path,
            outlet
        }]
    );
    reader.asked.clear();
    reader.send(Message::OutletSet(
        0,
        Ok(PathBuf::from("news/parallax.toml")),
    ));
    reader.shows("written to news/parallax.toml");
    assert_eq!(reader.asked, [Effect::Read(0)]);
}

#[test]
fn q_goes_back_and_quits_from_the_library() {
    let mut reader = Reader::comparing(SMALL);
    reader.press("Q q q");
    assert_eq!(reader.asked, []);
    reader.shows("3 articles");
    reader.press("q");
    assert_eq!(reader.asked, [Effect::Quit]);
}

#[test]
fn a_quote_of_all_articles_opens_its_article() {
    let mut reader = Reader::new(USUAL);
    reader.press("Q enter");
    reader.shows("Evening Star");
    assert!(lit(&reader).contains("that the town"));
    reader.press("q");
    reader.shows("of 2 articles");
}

#[test]
fn no_key_in_any_order_fails() {
    let mut reader = Reader::comparing(USUAL);
    let keys = [
        "j", "k", "n", "N", "]", "[", "Q", "tab", "J", "K", "enter", "s", "S", "x", "z", "o", "d",
        "f", "ctrl-o", "/", "a", "esc", "space", "b", "?", "g", "G", "c", "E", "y", "ctrl-d", "q",
        "Y", "e", "D", "u", "ctrl-r", "Q",
    ];
    let mut number = 1_usize;
    for turn in 0..5_000 {
        number = number
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        reader.press(keys[(number >> 33) % keys.len()]);
        if turn % 50 == 0 {
            let size = (30 + (number >> 40) % 120, 8 + (number >> 50) % 40);
            reader.resize(size);
        }
        reader.painted();
    }
}

#[test]
fn nothing_to_show_is_no_trouble() {
    let size = Size {
        width: 80,
        height: 24,
    };
    let (mut state, effects) = State::new(Vec::new(), size, true);
    assert_eq!(effects, []);
    for key in ["j", "enter", "space", "c", "Q", "E", "S", "esc"] {
        let key = parallax::screen::Key::named(key).unwrap();
        assert_eq!(update(&mut state, Message::Key(key)), []);
    }
}
