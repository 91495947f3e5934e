//! The quotes of all articles: what they stand under, which are shown, and the way to them and back.

use expect_test::expect;
use parallax::article::{Article, Label};
use parallax::screen::{Digest, Effect, Message};

use super::{Reader, SMALL, USUAL, WIDE};

const LEAD: &str = "The council met on the port for the first time since the long summer break.";

/// Three articles of two outlets, the newest first; with quotes of two people, and one that two outlets have.
const PORT: [(&str, &str, &str); 3] = [
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

fn digest((outlet, date, text): (&str, &str, &str), number: usize) -> Digest {
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
fn port(size: (usize, usize)) -> Reader {
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

/// The characters that have a role, by the letter of the mask.
fn with(reader: &Reader, role: char) -> String {
    let buffer = reader.painted();
    let cells = buffer.content.iter();
    let cells = cells.filter(|cell| super::letter(cell) == role);
    cells.map(ratatui::buffer::Cell::symbol).collect()
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
          Mayor Anna Berg → Anna Berg: named there (96 % sure)
         enter go  J/K speaker  / filter  o order  f kind  y copy  e whose  D no quote
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
         kkkkk dd  kkk ddddddd  k dddddd  k ddddd  k dddd  k dddd  k ddddd  k dddddddd
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

          Mayor Anna Berg → Anna Berg: named there (96 % sure)
         enter go  J/K speaker  / filter  o order  f kind  y copy
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
         kkkkk dd  kkk ddddddd  k dddddd  k ddddd  k dddd  k dddd
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
                                                                                │ named there (95 % sure)
         enter go  J/K speaker  / filter  o order  f kind  y copy  e whose  D no quote  ? help  q back
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

        ────────────────────────────────────────────────────────────────────────────────
          Anna Berg, Mayor
          Evening Star · 2025-08-18 · The port, part 2
          “We will never sell the harbour to anybody”

        (2 more)
          Mayor Anna Berg → Anna Berg: named there (96 % sure)
         enter go  J/K speaker  / filter  o order  f kind  y copy  e whose  D no quote
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

        ................................................................................
          hhhhhhhhhhhhhhhh
          dddddddddddddddddddddddddddddddddddddddddddd
          qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq

        (2 more)
          dddddddddddddddddddddddddddddddddddddddddddddddddddd
         kkkkk dd  kkk ddddddd  k dddddd  k ddddd  k dddd  k dddd  k ddddd  k dddddddd
    "#]]
    .assert_eq(&reader.shown());
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

        ────────────────────────────────────────────────────────────────────────────────
          Anna Berg, Mayor
          Evening Star · 2025-08-18 · The port, part 2
          “We will never sell the harbour to anybody”

        (2 more)
          Mayor Anna Berg → Anna Berg: named there (96 % sure)
         enter go  J/K speaker  / filter  o order  f kind  y copy  e whose  D no quote
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

        ................................................................................
          hhhhhhhhhhhhhhhh
          dddddddddddddddddddddddddddddddddddddddddddd
          qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq

        (2 more)
          dddddddddddddddddddddddddddddddddddddddddddddddddddd
         kkkkk dd  kkk ddddddd  k dddddd  k ddddd  k dddd  k dddd  k ddddd  k dddddddd
    "#]]
    .assert_eq(&reader.shown());
    reader.press("o");
    reader.shows(" by speaker");
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
        with(&reader, 'f'),
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
    assert_eq!(with(&reader, 'f'), "fairfair");
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
fn one_comes_back_from_an_article_to_the_same_quote() {
    for back in ["ctrl-o", "q"] {
        let mut reader = port(USUAL);
        reader.press("Q o f / b e r g enter j j");
        let before = reader.text();
        reader.press("enter");
        assert!(
            with(&reader, 'l').contains("Nobody asked the workers"),
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
        ────────────────────────────────────────────────────────────
          Anna Berg
          Gazette · 2025-08-18 · The port, part 0
          “Point 30 is hers”

          named there (95 % sure)
         enter go  J/K speaker  / filter  o order  f kind  y copy
        --------------------
         hhhhhh dddddddddddd                    ddddddddddd  ddddddd
         dddddddddd  ddddddddd  ddddddddd
         hhhhhhhhh                                  dddddddddd
         d ddddddd d qqqqqqqqqqqqqqqqqq
        (8 more)
        >d ddddddd d qqqqqqqqqqqqqqqqqq
        ............................................................
          hhhhhhhhh
          ddddddddddddddddddddddddddddddddddddddd
          qqqqqqqqqqqqqqqqqq

          ddddddddddddddddddddddd
         kkkkk dd  kkk ddddddd  k dddddd  k ddddd  k dddd  k dddd
    "#]]
    .assert_eq(&reader.shown());
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
    assert_eq!(words, "“We will never sell the harbour to anybody,”");
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
