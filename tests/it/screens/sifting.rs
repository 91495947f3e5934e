//! Which quotes are shown.

use parallax::screen::{Effect, Message};

use super::gathered::{PORT, digest, port};
use super::{Reader, SMALL, USUAL, WIDE};

#[test]
fn what_is_told_in_other_words_is_echoed() {
    let mut reader = Reader::samples(WIDE);
    reader.press("Q / r u b i o enter f f f f");
    reader.shows("only echoed");
    let told = reader.line_of("“not off the table”");
    let tells = reader.line_of("that while a ceasefire remains a possibility");
    let text = reader.text();
    let line = |number: usize| text.lines().nth(number).unwrap();
    assert!(line(told).contains("m 001 > “not off"), "{text}");
    assert!(line(tells).contains("i 002 < that while"), "{text}");
    reader.shows("> 002: that while a ceasefire remains a");
    reader.press("j j");
    reader.shows("< 001: ");
}

#[test]
fn what_is_told_of_a_quote_comes_later() {
    let mut reader = Reader::samples(WIDE);
    reader.held = Some(Vec::new());
    reader.press("Q");
    let asked = reader.held.take().unwrap();
    let [gather @ Effect::Gather(..)] = &asked[..] else {
        unreachable!("one answer is asked for");
    };
    reader.held = Some(Vec::new());
    reader.answer(gather);
    reader.press("/ r u b i o enter");
    reader.shows("“not off the table”");
    reader.shows_not("> 002");
    let asked = reader.held.take().unwrap();
    let [more @ Effect::Paraphrase { .. }] = &asked[..] else {
        unreachable!("the rest is asked for");
    };
    // Who leaves waits no longer.
    let mut left = Reader::samples(WIDE);
    left.press("Q q");
    left.answer(more);
    reader.answer(more);
    reader.shows("like “rubio”");
    reader.shows("> 002");
}

#[test]
fn f_shows_one_kind_after_another() {
    let mut reader = port(USUAL);
    reader.press("Q f");
    reader.shows("only direct  5 of 7 quotes");
    reader.shows_not("that the offer came late");
    reader.press("f");
    reader.shows("only mixed  1 of 7 quotes");
    reader.press("f");
    reader.shows("only indirect  1 of 7 quotes");
    reader.shows("that the offer came late");
    reader.press("f");
    reader.shows("only echoed  2 of 7 quotes  1 speaker  2 articles");
    reader.press("f");
    reader.shows("no doubtful quotes");
    reader.shows("esc: all");
    reader.press("f");
    reader.shows("by speaker  7 quotes");
}

#[test]
fn words_are_looked_for_in_quotes_and_in_the_names_of_speakers() {
    let mut reader = port(USUAL);
    reader.press("Q / p o r t");
    reader.shows("like “port”  2 of 7 quotes  2 speakers");
    reader.shows("filter: port");
    reader.shows("2 of 7 ");
    assert_eq!(
        reader.with('f'),
        "portportport",
        "two in the list, one whole below"
    );
    reader.press("ctrl-u l u n d");
    reader.shows("2 of 7 quotes  1 speaker");
    reader.shows("needs the money");
    reader.press("space w a n t");
    reader.shows("like “lund want”  1 of 7 quotes");
    reader.press("x x");
    reader.shows("no quotes like “lund wantxx”");
}

#[test]
fn a_line_shows_the_words_that_it_was_found_by() {
    let text = "“We have been waiting for the better part of a whole year for anybody at all to name a fair price,” said Anna \
                Berg.";
    let mut reader = Reader::unread(SMALL, 1);
    reader.send(Message::Read(
        0,
        Ok(digest(("Gazette", "2025-08-18", text), 0)),
    ));
    reader.press("Q");
    reader.shows("▌d Gazette   “We have been waiting for the better part of …");
    reader.press("/ f a i r");
    reader.shows("▌d Gazette   … at all to name a fair price”");
    assert_eq!(reader.with('f'), "fairfair");
}

#[test]
fn esc_takes_away_the_words_then_the_kind_then_the_screen() {
    let mut reader = port(USUAL);
    reader.press("Q f / o l e enter");
    reader.shows("only direct  like “ole”  1 of 7 quotes");
    reader.press("esc");
    reader.shows("only direct  5 of 7 quotes");
    reader.press("esc");
    reader.shows("by speaker  7 quotes");
    reader.press("esc");
    reader.shows("3 articles");
}

#[test]
fn a_hidden_quote_is_under_the_cursor_again_when_the_filter_goes() {
    let mut reader = port(USUAL);
    reader.press("Q j j");
    let before = reader.text();
    reader.press("/ z z z z");
    reader.shows("quote 0/0");
    reader.press("esc");
    assert_eq!(reader.text(), before);
}

#[test]
fn only_what_the_library_lists_is_shown() {
    let mut reader = port(USUAL);
    reader.press("/ s t a r enter Q");
    reader.shows("Quotes of 1 article like “star”");
    reader.shows_not("Harbour");
    reader.press("q / z z z z enter Q");
    reader.shows("nothing is listed whose quotes could be shown");
}

#[test]
fn articles_still_being_read_are_announced_and_come_in_when_all_are_read() {
    let mut reader = Reader::unread(USUAL, PORT.len());
    reader.press("Q");
    reader.shows("no article listed here is read yet");
    reader.send(Message::Read(1, Ok(digest(PORT[1], 1))));
    reader.press("Q j");
    reader.shows("Quotes of 1 article, 2 more being read");
    reader.shows("quote 2/2");
    reader.send(Message::Read(0, Ok(digest(PORT[0], 0))));
    reader.shows("2 more being read");
    reader.send(Message::Read(2, Err("gone".to_owned())));
    reader.shows("Quotes of 2 articles ");
    // The cursor stays on what the older article says.
    reader.shows("quote 2/5");
    reader.shows("▌d Harbour Post   “Nobody asked the workers”");
}

#[test]
fn what_two_say_together_stands_under_each_and_is_counted_once() {
    let text = "Mayor Anna Berg met investor Ole Lund. “We agree on the price,” Anna Berg and Ole Lund said.";
    let mut reader = Reader::unread(USUAL, 1);
    reader.send(Message::Read(
        0,
        Ok(digest(("Gazette", "2025-08-18", text), 0)),
    ));
    reader.press("Q");
    reader.shows("by speaker  1 quote  2 speakers");
    reader.shows("▌d Gazette   Anna Berg and Ole Lund: “We agree on the price”");
    reader.press("j");
    reader.shows("quote 1/1");
    reader.shows("▌d Gazette   Anna Berg and Ole Lund: “We agree on the price”");
}

#[test]
fn nothing_is_left_out_of_a_line_that_has_room_for_accents() {
    let text = "“Où étés à été éé ééééé ééééé the harbour is ours,” said Anna Berg.";
    let mut reader = Reader::unread(SMALL, 1);
    let article = digest(("Gazette", "2025-08-18", text), 0);
    reader.send(Message::Read(0, Ok(article)));
    reader.press("Q / h a r b o u r");
    reader.shows("▌d Gazette   “Où étés à été éé ééééé ééééé the harbour");
}
