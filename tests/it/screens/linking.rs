//! How many links are shown, why they stand, and what the reader ties and takes apart.

use super::{Reader, USUAL, WIDE};

const POST: &str = "The mayor refused to sell the old harbour to strangers on Monday.\n\n\
    Rain fell all night over the islands and the ferry did not sail.\n\n\
    Police held two young dockers near the gate of the old town hall.";
const STAR: &str = "A choir from the valley sang carols before the bank.\n\n\
    The mayor refused to sell the old harbour to anybody on Monday.\n\n\
    Two dockers were arrested by police at the old town hall.";

fn comparing(size: (usize, usize)) -> Reader {
    let mut reader = Reader::library(size, &[("Post", POST), ("Star", STAR)]);
    reader.press("space j enter");
    reader
}

#[test]
fn a_passage_is_taken_apart_and_that_is_undone() {
    let mut reader = comparing(USUAL);
    reader.press("n");
    reader.shows("passage 1/2");
    reader.press("T");
    reader.shows("taken apart (u: undo)");
    reader.shows("1 in common");
    reader.press("j");
    reader.shows("taken apart by you");
    reader.press("u");
    reader.shows("undone (ctrl-r: redo): taken apart: The mayor refused");
    reader.shows("passage 1/2");
    reader.press("ctrl-r");
    reader.shows("again (u: undo): taken apart");
    reader.shows("1 in common");
    reader.press("T");
    reader.shows("only one article has this passage");
}

#[test]
fn two_sentences_are_tied_and_marked() {
    let mut reader = comparing(USUAL);
    reader.shows("only in B");
    reader.press("t");
    reader.shows("tie: a sentence of B");
    reader.press("enter");
    reader.shows("tie “A choir from the valley s…” with A");
    reader.press("g j enter");
    reader.shows("tied (u: undo)");
    reader.shows("/3");
    let tied = reader.line_of("Rain fell all night");
    assert_eq!(tied, reader.line_of("A choir from the valley"));
    let text = reader.text();
    let line = text.lines().nth(tied).unwrap_or_default();
    assert!(line.starts_with("┃*"), "{line}");
    reader.shows("passage 2/3");
    reader.press("w");
    reader.shows("tied by you");
    reader.press("u");
    reader.shows("undone (ctrl-r: redo): tied:");
    reader.shows("in common");
}

#[test]
fn tying_is_given_up_without_a_trace() {
    let mut reader = comparing(USUAL);
    let before = reader.text();
    reader.press("t enter esc");
    assert_eq!(reader.text(), before);
    reader.press("u");
    reader.shows("nothing to undo");
}

#[test]
fn what_is_set_right_about_links_holds_for_the_articles_wherever_they_stand() {
    let mut reader = comparing(USUAL);
    reader.press("n T x");
    reader.shows("A  Star");
    reader.shows("1 in common");
    reader.press("q u");
    reader.shows("undone (ctrl-r: redo): taken apart");
    reader.press("ctrl-r");
    reader.shows("again (u: undo): taken apart");
}

#[test]
fn the_threshold_is_moved_and_kept() {
    let mut reader = comparing(WIDE);
    reader.press("<");
    reader.shows("2 passages with links from 0.35 on");
    reader.press(&"< ".repeat(13));
    reader.shows("0 passages with links from 1.00 on");
    reader.press("<");
    reader.shows("the threshold goes no further");
    reader.press("x");
    reader.shows("links 1.00");
    reader.shows("A  Star");
    reader.press(&"> ".repeat(15));
    reader.shows("2 passages with links from 0.25 on");
}

#[test]
fn the_threshold_stays_when_another_article_is_chosen() {
    let mut reader = Reader::library(USUAL, &[("Post", POST), ("Star", STAR), ("Echo", POST)]);
    reader.press("space j enter < b e c h o enter");
    reader.shows("B  Echo");
    reader.shows("links 0.35");
}

#[test]
fn what_stands_elsewhere_in_the_same_words_is_pointed_out() {
    let paragraphs: Vec<&str> = POST.split("\n\n").collect();
    let moved = [paragraphs[1], paragraphs[2], paragraphs[0]].join("\n\n");
    let mut reader = Reader::library(USUAL, &[("Post", POST), ("Star", &moved)]);
    reader.press("space j enter");
    reader.shows("↕ passage 3 in B");
    reader.press("o");
    reader.shows("↕ passage 1 in A");
    reader.press("o");
    reader.shows_not("↕");
}

#[test]
fn the_keys_of_choosing_are_told_while_sentences_are_tied() {
    let mut reader = comparing(USUAL);
    reader.press("t ?");
    reader.shows("tie nothing");
    reader.press("esc");
    reader.shows("tie: a sentence of");
}

#[test]
fn why_a_passage_stands_follows_what_is_read() {
    let mut reader = comparing(USUAL);
    reader.press("n w");
    reader.shows("words");
    reader.shows("harbour");
    reader.press("n");
    reader.shows("dockers");
    reader.press("[");
    reader.shows("only one article has this passage");
    reader.press("w");
    reader.shows_not("only one article has");
}
