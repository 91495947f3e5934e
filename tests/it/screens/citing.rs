//! Going from quotes to articles and back, from one to the next, and away with them.

use parallax::screen::Effect;

use super::gathered::port;
use super::{Reader, USUAL};

#[test]
fn s_says_which_quote_of_the_speaker_it_goes_to() {
    let mut reader = port(USUAL);
    reader.press("j enter s");
    reader.shows("1 of 2 of Anna Berg");
    reader.press("s");
    reader.shows(" 2 of 2 of Anna Berg");
    reader.press("s");
    reader.shows("around to the first: 1 of 2 of Anna Berg");
    reader.press("S");
    reader.shows("around to the last: 2 of 2 of Anna Berg");
}

#[test]
fn a_search_says_when_it_goes_around() {
    let mut reader = port(USUAL);
    reader.press("enter / p o r t enter n n");
    reader.shows_not("around");
    reader.press("n");
    reader.shows("around to the first match");
    reader.press("N");
    reader.shows("around to the last match");
}

#[test]
fn y_copies_the_quote_with_its_source() {
    let mut reader = port(USUAL);
    let cited = "“We will never sell the harbour to anybody” — Anna Berg, Mayor (Evening Star, 2025-08-18, “The port, part 2”, \
                 news/2.txt)";
    let copied = Effect::Copy(cited.to_owned());
    reader.press("Q y");
    reader.shows(&format!(
        "copied with source: {} characters",
        cited.chars().count()
    ));
    reader.press("enter y tab y");
    assert_eq!(reader.asked, [copied.clone(), copied.clone(), copied]);
}

#[test]
fn capital_y_copies_the_words_alone() {
    let mut reader = port(USUAL);
    reader.press("Q j Y");
    reader.shows("copied: ");
    let [Effect::Copy(words)] = reader.asked.as_slice() else {
        unreachable!("{:?}", reader.asked);
    };
    assert_eq!(words, "“We will never sell the harbour to anybody”");
}

#[test]
fn nothing_is_copied_while_no_quote_is_lit() {
    let mut reader = Reader::comparing(USUAL);
    reader.press("y");
    reader.shows("no quote is lit");
    assert_eq!(reader.asked, []);
    reader.press("s y");
    let cited = "“We will never sell” — Anna Berg, mayor (Harbour Post, 2025-08-18, “Mayor refuses to sell the port”, \
                 Harbour Post.txt)";
    assert_eq!(reader.asked, [Effect::Copy(cited.to_owned())]);
}

#[test]
fn one_comes_back_from_an_article_to_the_same_quote() {
    for back in ["ctrl-o", "q"] {
        let mut reader = port(USUAL);
        reader.press("Q o f / b e r g enter j j");
        let before = reader.text();
        reader.press("enter");
        assert!(
            reader.with('l').contains("Nobody asked the workers"),
            "{}",
            reader.text()
        );
        reader.press(back);
        assert_eq!(reader.text(), before);
    }
}

#[test]
fn jumps_within_the_article_are_returned_from_first() {
    let mut reader = port(USUAL);
    reader.press("Q j j enter s ctrl-o");
    reader.shows("Harbour Post  ");
    reader.press("ctrl-o");
    reader.shows("Quotes of 3 articles");
}
