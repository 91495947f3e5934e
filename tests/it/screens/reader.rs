//! One article.

use expect_test::expect;

use super::{Reader, SMALL, USUAL, WIDE};

#[test]
fn article_wide() {
    let mut reader = Reader::new(WIDE);
    reader.press("enter / w i l l enter s");
    expect![[""]].assert_eq(&reader.shown());
}

#[test]
fn article_usual() {
    let mut reader = Reader::new(USUAL);
    reader.press("enter / w i l l enter s");
    expect![[""]].assert_eq(&reader.shown());
}

#[test]
fn article_small() {
    let mut reader = Reader::new(SMALL);
    reader.press("enter / w i l l enter s");
    expect![[""]].assert_eq(&reader.shown());
}
