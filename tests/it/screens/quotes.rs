//! Quotes by speaker.

use expect_test::expect;

use super::{Reader, SMALL, USUAL, WIDE};

#[test]
fn sidebar_wide() {
    let mut reader = Reader::comparing(WIDE);
    reader.press("Q");
    expect![[""]].assert_eq(&reader.shown());
}

#[test]
fn sidebar_usual() {
    let mut reader = Reader::comparing(USUAL);
    reader.press("Q");
    expect![[""]].assert_eq(&reader.shown());
}

#[test]
fn sidebar_small() {
    let mut reader = Reader::comparing(SMALL);
    reader.press("Q");
    expect![[""]].assert_eq(&reader.shown());
}

#[test]
fn all_quotes_wide() {
    let mut reader = Reader::new(WIDE);
    reader.press("Q j j");
    expect![[""]].assert_eq(&reader.shown());
}

#[test]
fn all_quotes_usual() {
    let mut reader = Reader::new(USUAL);
    reader.press("Q j j");
    expect![[""]].assert_eq(&reader.shown());
}

#[test]
fn all_quotes_small() {
    let mut reader = Reader::new(SMALL);
    reader.press("Q j j");
    expect![[""]].assert_eq(&reader.shown());
}
