//! What lies over a screen: help, a choice, a question, a line that is typed.

use expect_test::expect;

use super::{Reader, SMALL, USUAL, WIDE};

#[test]
fn help_tells_the_keys_of_the_place() {
    let mut reader = Reader::comparing(SMALL);
    reader.press("?");
    expect![[r#"
         passage 1/3  port, Monday        order A  lit auto  ? help
         keys:                          type to narrow · esc closes

         Comparing two articles
          n                 next passage of both, or next match
          N                 previous passage of both, or match
          ]                 next passage of only one article
          [                 previous passage of only one article
          }                 next passage that the two disagree on
          {                 previous passage that they disagree on
          L                 list all that tells the two apart
          Q                 show or hide the quotes
          tab               go to the quotes
          s                 next quote of the same speaker
          S                 previous quote of the same speaker
          v                 who else has these words, and how
          d                 light what fits, differs, is shared
          z                 fold or unfold what only one has
          o                 order of A, of B, by topic

        --------------------
         hhhhhhhhhhh                      ddddddddddddddddd  ddddddd
         kkkkkk                         dddddddddddddddddddddddddddd

         hhhhhhhhhhhhhhhhhhhhhh
          k
        (7 more)
          kkk
          k
        (5 more)

    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn help_is_narrowed_by_typing() {
    let mut reader = Reader::comparing(USUAL);
    reader.press("? s w a p");
    reader.shows_not("next passage");
    reader.press("backspace backspace backspace backspace");
    reader.shows("next passage");
    reader.press("s p e a k e r");
    reader.shows("next quote of the same speaker");
    reader.press("esc");
    reader.shows("passage 1/3");
}

#[test]
fn another_article_is_chosen_from_a_list() {
    let mut reader = Reader::comparing(SMALL);
    reader.press("b");
    expect![[r#"
         passage 1/3  port, Monday        order A  lit auto  ? help
         B beside Harbour Post:                     1 · esc cancels

        ▌ Evening Star    The mayor refused to sell the port on…

        (15 more)
        --------------------
         hhhhhhhhhhh                      ddddddddddddddddd  ddddddd
         kkkkkkkkkkkkkkkkkkkkkkk                    dddddddddddddddd

        > >>>>>>>>>>>>    >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>

        (15 more)
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn writing_a_file_is_asked_for() {
    let mut reader = Reader::new(WIDE);
    reader.press("E ctrl-u G a z e t t e enter");
    let text = reader.text();
    expect![" write outlet “Gazette” into news/parallax.toml? y yes  n no"]
        .assert_eq(text.lines().last().unwrap());
}

#[test]
fn a_window_that_is_too_small_says_so() {
    let reader = Reader::new((39, 11));
    reader.shows("window too small");
    reader.shows("needs 40 x 12");
    let reader = Reader::new((40, 12));
    reader.shows("Mayor");
}
