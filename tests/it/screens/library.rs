//! The list of articles.

use expect_test::expect;

use super::{Reader, SMALL, USUAL, WIDE};

#[test]
fn library_wide() {
    let mut reader = Reader::new(WIDE);
    reader.press("space j");
    expect![[""]].assert_eq(&reader.shown());
}

#[test]
fn library_usual() {
    let mut reader = Reader::new(USUAL);
    reader.press("space j");
    expect![[""]].assert_eq(&reader.shown());
}

#[test]
fn library_small() {
    let mut reader = Reader::new(SMALL);
    reader.press("space j");
    expect![[""]].assert_eq(&reader.shown());
}
