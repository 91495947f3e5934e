//! The quotes of all articles: what they stand under.

use expect_test::expect;
use parallax::article::{Article, Label};
use parallax::screen::{Digest, Message};

use super::{Reader, SMALL, USUAL, WIDE};

const LEAD: &str = "The council met on the port for the first time since the long summer break.";

/// Three articles of two outlets, the newest first; with quotes of two people, and one that two outlets have.
pub(super) const PORT: [(&str, &str, &str); 3] = [
    (
        "Harbour Post",
        "2025-08-19",
        "“The port is ours,” said Mayor Anna Berg. Berg said that the offer came late. “We want the port,” said investor \
         Ole Lund.",
    ),
    (
        "Harbour Post",
        "2025-08-18",
        "“We will never sell the harbour to anybody,” said Mayor Anna Berg. “Nobody asked the workers,” said Anna Berg.",
    ),
    (
        "Evening Star",
        "2025-08-18",
        "“We will never sell the harbour to anybody,” said Mayor Anna Berg. Ole Lund said that the town “needs the money” \
         soon.",
    ),
];

pub(super) fn digest((outlet, date, text): (&str, &str, &str), number: usize) -> Digest {
    let label = Label {
        path: format!("news/{number}.txt"),
        short: number.to_string(),
        title: Some(format!("The port, part {number}")),
        outlet: Some(outlet.to_owned()),
        date: Some(date.to_owned()),
        ..Label::default()
    };
    Digest::new(Article::plain(format!("{LEAD}\n\n{text}"), label))
}

/// The library of [`PORT`].
pub(super) fn port(size: (usize, usize)) -> Reader {
    let mut reader = Reader::unread(size, PORT.len());
    for (number, article) in PORT.into_iter().enumerate() {
        reader.send(Message::Read(number, Ok(digest(article, number))));
    }
    reader
}

/// One article in which Anna Berg says many things.
fn speech(size: (usize, usize)) -> Reader {
    let said = |number| format!("“Point {number} is hers,” said Anna Berg.\n\n");
    let text: String = (1..=30).map(said).collect();
    let mut reader = Reader::unread(size, 1);
    let article = ("Gazette", "2025-08-18", text.as_str());
    reader.send(Message::Read(0, Ok(digest(article, 0))));
    reader
}

#[test]
fn quotes_stand_under_their_speaker_by_outlet_then_date_then_place() {
    let mut reader = port(USUAL);
    reader.press("Q");
    expect![[r#"
         Quotes of 3 articles                                         quote 1/7  ? help
         by speaker  7 quotes  2 speakers  3 articles
         Anna Berg Mayor                          Harbour Post 4  Evening Star 1  d4 i1
           aka Berg
        ▌d Evening Star = “We will never sell the harbour to anybody”
         d Harbour Post = “We will never sell the harbour to anybody”
         d Harbour Post   “Nobody asked the workers”
         d Harbour Post   “The port is ours”
         i Harbour Post   that the offer came late

         Ole Lund investor                        Evening Star 1  Harbour Post 1  d1 m1
         m Evening Star   “needs the money” that the town … soon
         d Harbour Post   “We want the port”


        ────────────────────────────────────────────────────────────────────────────────
          Anna Berg, Mayor
          Evening Star · 2025-08-18 · The port, part 2
          “We will never sell the harbour to anybody”

        (2 more)
          Mayor Anna Berg → Anna Berg: named there (95 % sure)
         enter go  / filter  o order  f kind  v versions  y copy  m matrix  e whose
        --------------------
         hhhhhh ddddddddddddd                                         ddddddddd  ddddddd
         dddddddddd  dddddddd  dddddddddd  dddddddddd
         hhhhhhhhh ddddd                          dddddddddddddddddddddddddddddd
           dddddddd
        >d dddddddddddd d qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq
         d dddddddddddd d qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq
         d dddddddddddd d qqqqqqqqqqqqqqqqqqqqqqqqqq
         d dddddddddddd d qqqqqqqqqqqqqqqqqq
         d dddddddddddd d

         hhhhhhhh dddddddd                        dddddddddddddddddddddddddddddd
         d dddddddddddd d qqqqqqqqqqqqqqqqq cccccccccccccccccccc
         d dddddddddddd d qqqqqqqqqqqqqqqqqq


        ................................................................................
          hhhhhhhhhhhhhhhh
          dddddddddddddddddddddddddddddddddddddddddddd
          qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq

        (2 more)
          dddddddddddddddddddddddddddddddddddddddddddddddddddd
         kkkkk dd  k dddddd  k ddddd  k dddd  k dddddddd  k dddd  k dddddd  k ddddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn counts_give_way_to_names_in_a_small_window() {
    let mut reader = port(SMALL);
    reader.press("Q");
    expect![[r#"
         Quotes of 3 articles                     quote 1/7  ? help
         by speaker  7 quotes  2 speakers  3 articles
         Anna Berg Mayor      Harbour Post 4  Evening Star 1  d4 i1
           aka Berg
        ▌d Evening Star = “We will never sell the harbour to anybo…
         d Harbour Post = “We will never sell the harbour to anybo…
         d Harbour Post   “Nobody asked the workers”
         d Harbour Post   “The port is ours”
         i Harbour Post   that the offer came late

         Ole Lund investor    Evening Star 1  Harbour Post 1  d1 m1
         m Evening Star   “needs the money” that the town … soon
         d Harbour Post   “We want the port”
        ────────────────────────────────────────────────────────────
          Anna Berg, Mayor
          Evening Star · 2025-08-18 · The port, part 2
          “We will never sell the harbour to anybody”

          Mayor Anna Berg → Anna Berg: named there (95 % sure)
         enter go  / filter  o order  f kind  v versions  y copy
        --------------------
         hhhhhh ddddddddddddd                     ddddddddd  ddddddd
         dddddddddd  dddddddd  dddddddddd  dddddddddd
         hhhhhhhhh ddddd      dddddddddddddddddddddddddddddd
           dddddddd
        >d dddddddddddd d qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq
         d dddddddddddd d qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq
         d dddddddddddd d qqqqqqqqqqqqqqqqqqqqqqqqqq
         d dddddddddddd d qqqqqqqqqqqqqqqqqq
         d dddddddddddd d

         hhhhhhhh dddddddd    dddddddddddddddddddddddddddddd
         d dddddddddddd d qqqqqqqqqqqqqqqqq cccccccccccccccccccc
         d dddddddddddd d qqqqqqqqqqqqqqqqqq
        ............................................................
          hhhhhhhhhhhhhhhh
          dddddddddddddddddddddddddddddddddddddddddddd
          qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq

          dddddddddddddddddddddddddddddddddddddddddddddddddddd
         kkkkk dd  k dddddd  k ddddd  k dddd  k dddddddd  k dddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn counts_stand_beside_names_in_a_wide_window() {
    let mut reader = port(WIDE);
    reader.press("Q j j");
    expect![[r#"
         Quotes of 3 articles                                                                                 quote 3/7  ? help
         by speaker  7 quotes  2 speakers  3 articles                           │
         Anna Berg Mayor                  Harbour Post 4  Evening Star 1  d4 i1 │ Anna Berg, Mayor
           aka Berg                                                             │ Harbour Post · 2025-08-18 · The port, part 1
         d Evening Star = “We will never sell the harbour to anybody”           │
         d Harbour Post = “We will never sell the harbour to anybody”           │ “Nobody asked the workers”
        ▌d Harbour Post   “Nobody asked the workers”                            │
         d Harbour Post   “The port is ours”                                    │
         i Harbour Post   that the offer came late                              │
                                                                                │
         Ole Lund investor                Evening Star 1  Harbour Post 1  d1 m1 │
         m Evening Star   “needs the money” that the town … soon                │
         d Harbour Post   “We want the port”                                    │
                                                                                │
        (24 more)
                                                                                │ named there (94 % sure)
         enter go  / filter  o order  f kind  v versions  y copy  m matrix  e whose  D no quote  ? help  q back  B bookmark
    "#]].assert_eq(&super::squeezed(&reader.text()));
}

#[test]
fn o_puts_quotes_under_their_article_and_names_each_speaker() {
    let mut reader = port(USUAL);
    reader.press("Q o");
    expect![[r#"
         Quotes of 3 articles                                         quote 1/7  ? help
         by article  7 quotes  2 speakers  3 articles
         Evening Star 2025-08-18 · The port, part 2                               d1 m1
        ▌d  = Anna Berg: “We will never sell the harbour to anybody”
         m    Ole Lund: “needs the money” that the town … soon

         Harbour Post 2025-08-18 · The port, part 1                                  d2
         d  = Anna Berg: “We will never sell the harbour to anybody”
         d    Anna Berg: “Nobody asked the workers”

         Harbour Post 2025-08-19 · The port, part 0                               d2 i1
         d    Anna Berg: “The port is ours”
         i    Anna Berg: that the offer came late
         d    Ole Lund: “We want the port”
        --------------------
         hhhhhh ddddddddddddd                                         ddddddddd  ddddddd
         dddddddddd  dddddddd  dddddddddd  dddddddddd
         hhhhhhhhhhhh ddddddddddddddddddddddddddddd
        >d  d nnnnnnnnnn qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq
         d  d nnnnnnnnn qqqqqqqqqqqqqqqqq cccccccccccccccccccc

         hhhhhhhhhhhh ddddddddddddddddddddddddddddd
         d  d nnnnnnnnnn qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq
         d  d nnnnnnnnnn qqqqqqqqqqqqqqqqqqqqqqqqqq

         hhhhhhhhhhhh ddddddddddddddddddddddddddddd
         d  d nnnnnnnnnn qqqqqqqqqqqqqqqqqq
         d  d nnnnnnnnnn
         d  d nnnnnnnnn qqqqqqqqqqqqqqqqqq
    "#]]
    .assert_eq(&reader.list_shown());
}

#[test]
fn o_puts_quotes_under_their_kind_and_then_under_speakers_again() {
    let mut reader = port(USUAL);
    reader.press("Q o o");
    expect![[r#"
         Quotes of 3 articles                                         quote 1/7  ? help
         by kind  7 quotes  2 speakers  3 articles
         direct in quotation marks                    Harbour Post 4  Evening Star 1  5
        ▌d Evening Star = Anna Berg: “We will never sell the harbour to anybody”
         d Harbour Post = Anna Berg: “We will never sell the harbour to anybody”
         d Harbour Post   Anna Berg: “Nobody asked the workers”
         d Harbour Post   Anna Berg: “The port is ours”
         d Harbour Post   Ole Lund: “We want the port”

         mixed partly in marks                                        Evening Star 1  1
         m Evening Star   Ole Lund: “needs the money” that the town … soon

         indirect without marks                                       Harbour Post 1  1
         i Harbour Post   Anna Berg: that the offer came late
        --------------------
         hhhhhh ddddddddddddd                                         ddddddddd  ddddddd
         ddddddd  dddddddd  dddddddddd  dddddddddd
         hhhhhh dddddddddddddddddd                    dddddddddddddddddddddddddddddd
        >d dddddddddddd d nnnnnnnnnn qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq
         d dddddddddddd d nnnnnnnnnn qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq
         d dddddddddddd d nnnnnnnnnn qqqqqqqqqqqqqqqqqqqqqqqqqq
         d dddddddddddd d nnnnnnnnnn qqqqqqqqqqqqqqqqqq
         d dddddddddddd d nnnnnnnnn qqqqqqqqqqqqqqqqqq

         hhhhh ddddddddddddddd                                        dddddddddddddd
         d dddddddddddd d nnnnnnnnn qqqqqqqqqqqqqqqqq cccccccccccccccccccc

         hhhhhhhh ddddddddddddd                                       dddddddddddddd
         d dddddddddddd d nnnnnnnnnn
    "#]]
    .assert_eq(&reader.list_shown());
    reader.press("o");
    reader.shows(" by speaker");
}

#[test]
fn the_name_of_a_speaker_stays_when_it_scrolls_off() {
    let mut reader = speech(SMALL);
    reader.press("Q G");
    expect![[r#"
         Quotes of 1 article                    quote 30/30  ? help
         by speaker  30 quotes  1 speaker
         Anna Berg                                  Gazette 30  d30
         d Gazette   “Point 21 is hers”
         d Gazette   “Point 22 is hers”
         d Gazette   “Point 23 is hers”
         d Gazette   “Point 24 is hers”
         d Gazette   “Point 25 is hers”
         d Gazette   “Point 26 is hers”
         d Gazette   “Point 27 is hers”
         d Gazette   “Point 28 is hers”
         d Gazette   “Point 29 is hers”
        ▌d Gazette   “Point 30 is hers”
        --------------------
         hhhhhh dddddddddddd                    ddddddddddd  ddddddd
         dddddddddd  ddddddddd  ddddddddd
         hhhhhhhhh                                  dddddddddd
         d ddddddd d qqqqqqqqqqqqqqqqqq
        (8 more)
        >d ddddddd d qqqqqqqqqqqqqqqqqq
    "#]]
    .assert_eq(&reader.list_shown());
    let heading = reader.line_of("Anna Berg");
    reader.press("g");
    assert_eq!(reader.line_of("Anna Berg"), heading);
    reader.shows("▌d Gazette   “Point 1 is hers”");
}

#[test]
fn the_quote_under_the_cursor_is_never_under_the_name() {
    let mut reader = speech(SMALL);
    reader.press("Q G");
    for number in (1..30).rev() {
        reader.press("k");
        reader.shows(&format!("▌d Gazette   “Point {number} is hers”"));
        reader.shows(&format!("quote {number}/30"));
    }
}

#[test]
fn a_tall_sidebar_gives_a_quote_two_lines() {
    let mut reader = speech(WIDE);
    let text =
        "“This port has been ours for a hundred years and it will stay ours,” said Anna Berg.";
    let article = ("Gazette", "2025-08-18", text);
    reader.send(Message::Read(0, Ok(digest(article, 0))));
    reader.press("enter Q");
    reader.shows("▌d  “This port has been ours for");
    reader.shows("│    a hundred years and it will…");
}

#[test]
fn an_outlet_in_other_capitals_is_the_same() {
    let mut reader = Reader::unread(USUAL, 3);
    for (number, outlet) in ["Star", "STAR", "Star"].into_iter().enumerate() {
        let text = format!("“Point {number} is hers,” said Anna Berg.");
        let article = (outlet, "2025-08-18", text.as_str());
        reader.send(Message::Read(number, Ok(digest(article, number))));
    }
    reader.press("Q");
    reader.shows("Star 3  d3");
}
