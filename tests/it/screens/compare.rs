//! Two articles side by side.

use expect_test::expect;

use super::{Reader, SMALL, USUAL, WIDE};

#[test]
fn comparison_wide() {
    let reader = Reader::comparing(WIDE);
    expect![[""]].assert_eq(&reader.shown());
}

#[test]
fn comparison_usual() {
    let reader = Reader::comparing(USUAL);
    expect![[""]].assert_eq(&reader.shown());
}

#[test]
fn comparison_small() {
    let reader = Reader::comparing(SMALL);
    expect![[""]].assert_eq(&reader.shown());
}
