//! The versions of a quote.

use expect_test::expect;
use parallax::screen::{Effect, Message};

use super::{Reader, SMALL, USUAL, WIDE, digest};

/// Three articles that have one quote whole, cut into pieces and altered.
const HARBOUR: [(&str, &str); 3] = [
    (
        "Harbour Post",
        "The council met in the town hall on Monday.\n\n“We will not sell the old harbour to anybody, and that is the end of it. Some things never change!” Mayor Anna Berg said.",
    ),
    (
        "Evening Star",
        "The council met again on Monday.\n\n“Some things never change,” Anna Berg said. She told the council that the town would “not sell the old harbour to anybody.”",
    ),
    (
        "Tidal Mail",
        "The council met on Monday, late at night.\n\n“WE WILL never sell the old harbour to anybody, and that is the end of it,” John Roe said.",
    ),
];

/// Opened at the quote of the first article.
fn harbour(size: (usize, usize)) -> Reader {
    let mut reader = Reader::library(size, &HARBOUR);
    reader.press("enter s v");
    reader
}

#[test]
fn versions_wide() {
    expect![[r#"
         Versions in 3 of 3 articles                                                                                     ? help

         ┃ Harbour Post · Anna Berg · the fullest
         ┃   “We will not sell the old harbour to anybody, and that is the end of
         ┃   it. Some things never change!”
         ┃   Mayor Anna Berg → Anna Berg: named there (94 % sure)

           Evening Star · Anna Berg · cut: 9 words gone
             [-We will-] “not sell the old harbour to anybody.” [-and that is the
             end of it.-] “Some things never change,”

           Tidal Mail · ascribed to someone else: John Roe · altered: 1 word of its
           own, 5 gone · other capitals
             “WE WILL [-not-] {+never+} sell the old harbour to anybody, and that
             is the end of it,” [-Some things never change!-]
             named there (95 % sure)

        (22 more)
         enter go there  n/N version  ctrl-o return  e whose  D no quote  ? help  q back  B bookmark  A note
        --------------------
         hhhhhhhh dddddddddddddddddd                                                                                     ddddddd

         > hhhhhhhhhhhhdddnnnnnnnnndddddddddddddd
         >
         >
         >   dddddddddddddddddddddddddddddddddddddddddddddddddddd

           hhhhhhhhhhhhdddnnnnnnnnndddddddddddddddddddd
             -----------                                        -----------------
             ------------

           hhhhhhhhhhddd!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!ddddddddddddddddddddddddd
           dddddddddddddddddddddddddddd
              rrrrrrr ------- xxxxxxxxx
                                -----------------------------
             ddddddddddddddddddddddd

        (22 more)
         kkkkk dddddddd  kkk ddddddd  kkkkkk dddddd  k ddddd  k dddddddd  k dddd  k dddd  k dddddddd  k dddd
    "#]].assert_eq(&harbour(WIDE).shown());
}

#[test]
fn versions_are_no_wider_in_a_wide_window() {
    let versions = |size| {
        let text = harbour(size).text();
        let lines: Vec<&str> = text.lines().collect();
        lines[1..size.1 - 1].join("\n").trim_end().to_owned()
    };
    assert_eq!(versions(USUAL), versions(WIDE));
    harbour(USUAL).shows("enter go there  n/N version  ctrl-o return  e whose");
}

#[test]
fn versions_small() {
    expect![[r#"
         Versions in 3 of 3 articles                         ? help

         ┃ Harbour Post · Anna Berg · the fullest
         ┃   “We will not sell the old harbour to anybody, and that
         ┃   is the end of it. Some things never change!”
         ┃   Mayor Anna Berg → Anna Berg: named there (94 % sure)

           Evening Star · Anna Berg · cut: 9 words gone
             [-We will-] “not sell the old harbour to anybody.”
             [-and that is the end of it.-] “Some things never
             change,”

           Tidal Mail · ascribed to someone else: John Roe ·
           altered: 1 word of its own, 5 gone · other capitals
             “WE WILL [-not-] {+never+} sell the old harbour to
             anybody, and that is the end of it,” [-Some things
             never change!-]
             named there (95 % sure)

         enter go there  n/N version  ctrl-o return  e whose
        --------------------
         hhhhhhhh dddddddddddddddddd                         ddddddd

         > hhhhhhhhhhhhdddnnnnnnnnndddddddddddddd
         >
         >
         >   dddddddddddddddddddddddddddddddddddddddddddddddddddd

           hhhhhhhhhhhhdddnnnnnnnnndddddddddddddddddddd
             -----------
             ------------------------------


           hhhhhhhhhhddd!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!dd
           ddddddddddddddddddddddddddddddddddddddddddddddddddd
              rrrrrrr ------- xxxxxxxxx
                                                  -------------
             ---------------
             ddddddddddddddddddddddd

         kkkkk dddddddd  kkk ddddddd  kkkkkk dddddd  k ddddd
    "#]]
    .assert_eq(&harbour(SMALL).shown());
}

#[test]
fn a_post_is_shown_whole_above_its_pieces() {
    let mut reader = Reader::samples(USUAL);
    reader.press("m");
    reader.down_to("“President Zelenskyy of Ukraine");
    reader.press("v");
    reader.shows("Versions in 2 of 5 articles");
    reader.shows("003 · Donald Trump · the fullest");
    reader.shows("“President Zelenskyy of Ukraine can end the war with Russia almost");
    reader.shows("000 · Donald Trump · cut: 8 words gone · other capitals");
    reader.shows("[-President Zelenskyy of Ukraine-] “can end the war with Russia almost");
    reader.shows("[-Some");
    reader.shows("things never change!!!-]");
    reader.shows("{+handed over to Russia+} without a shot being fired");
}

#[test]
fn the_same_words_of_somebody_else_are_a_conflict() {
    let reader = harbour(USUAL);
    let conflict = "ascribed to someone else: John Roe";
    reader.shows(conflict);
    let roles = reader.shown();
    assert!(roles.contains(&"!".repeat(conflict.len())), "{roles}");
}

#[test]
fn words_that_mean_the_same_are_no_version() {
    let mut reader = Reader::samples(USUAL);
    reader.press("Q");
    reader.down_to("“ungrateful”");
    reader.press("v");
    reader.shows("no other article has these words");
    reader.shows("┃   “ungrateful,”");
    reader.shows_not("the fullest");
    reader.shows_not("┃ no other");
    reader.shows_not("thankful");
}

#[test]
fn an_article_that_quotes_itself_has_two_versions() {
    let mut reader = Reader::samples(USUAL);
    reader.press("m");
    reader.down_to("twice in 000");
    reader.press("v");
    reader.shows("Versions in 1 of 5 articles");
    reader.shows("killings.-] “that is why reliable security guarantees are required,”");
}

#[test]
fn what_nobody_quotes_is_alone() {
    let mut reader = Reader::library(
        USUAL,
        &[(
            "Post",
            "The council met on Monday.\n\nAnna Berg said that the town would not sell.",
        )],
    );
    reader.press("enter v");
    reader.shows("no quote is lit: s goes to one");
    reader.press("s v");
    reader.shows("that the town would not sell");
    reader.shows("there is no other article");
}

/// Two that quote a speaker, cut and whole, and one that tells in other words what she said.
fn retold(size: (usize, usize)) -> Reader {
    let articles = [
        (
            "Gazette",
            "“We will never sell the old harbour to foreign investors, whatever they pay,” Anna Berg said.\n\nIt rained.",
        ),
        (
            "Mail",
            "Anna Berg told reporters that the town would not part with its harbour, whatever foreign investors pay.",
        ),
        (
            "Star",
            "The town will “never sell the old harbour to foreign investors,” Anna Berg said.",
        ),
    ];
    Reader::library(size, &articles)
}

#[test]
fn below_the_versions_stands_who_tells_the_quote_in_other_words() {
    let mut reader = retold(USUAL);
    reader.press("Q v");
    expect![[r#"
         Versions in 3 of 3 articles                                             ? help

         ┃ Gazette · Anna Berg · the fullest
         ┃   “We will never sell the old harbour to foreign investors, whatever
         ┃   they pay,”
         ┃   named there (95 % sure)

           Star · Anna Berg · cut: 5 words gone
             [-We will-] “never sell the old harbour to foreign investors,”
             [-whatever they pay,-]

           Mail · Anna Berg · in its own words
             Anna Berg told reporters that the town would not part with its
             harbour, whatever foreign investors pay.
             named there (89 % sure)

        (7 more)
         enter go there  n/N version  ctrl-o return  e whose  D no quote  ? help
        --------------------
         hhhhhhhh dddddddddddddddddd                                             ddddddd

         > hhhhhhhdddnnnnnnnnndddddddddddddd
         >
         >
         >   ddddddddddddddddddddddd

           hhhhdddnnnnnnnnndddddddddddddddddddd
             -----------
             ----------------------

           hhhhdddnnnnnnnnnddddddddddddddddddd
                                               xxxxxxxxxxxxxxxxxxx

             ddddddddddddddddddddddd

        (7 more)
         kkkkk dddddddd  kkk ddddddd  kkkkkk dddddd  k ddddd  k dddddddd  k dddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn what_tells_a_quote_leads_to_it() {
    let mut reader = retold(USUAL);
    reader.press("Q");
    reader.down_to("would not part");
    reader.press("v");
    reader.shows("Gazette · Anna Berg · the fullest");
    reader.shows("Mail · Anna Berg · in its own words");
}

#[test]
fn a_version_leads_to_its_article_and_back() {
    let mut reader = harbour(USUAL);
    reader.press("n n enter");
    reader.shows("Tidal Mail  ");
    let lit = reader.shown();
    assert!(lit.contains("llllllllllllllllll"), "{lit}");
    reader.press("ctrl-o");
    reader.shows("Versions in 3 of 3 articles");
    reader.press("enter q ctrl-o");
    reader.shows("Harbour Post  ");
    reader.press("ctrl-o");
    reader.shows("Harbour Post  ");
    reader.shows_not("Versions");
}

#[test]
fn the_sidebar_and_a_comparison_lead_to_versions() {
    let mut reader = Reader::comparing(WIDE);
    reader.press("Q v");
    reader.shows("“We will never sell,”");
    reader.shows("no other article has these words");
    reader.press("q enter v");
    reader.shows("“We will never sell,”");
}

#[test]
fn a_late_answer_is_dropped() {
    let mut reader = Reader::library(USUAL, &HARBOUR);
    reader.held = Some(Vec::new());
    reader.press("enter s v");
    reader.shows("looking for other versions…");
    reader.press("q q j enter s v");
    let asked = reader.held.take().unwrap();
    let [first @ Effect::Gather(..), second @ Effect::Gather(..)] = &asked[..] else {
        unreachable!("each asks once");
    };
    reader.answer(first);
    reader.shows("looking for other versions…");
    reader.answer(second);
    reader.shows("Versions in 3 of 3 articles");
}

#[test]
fn articles_that_are_read_later_come_in() {
    let mut reader = Reader::unread(USUAL, 3);
    for (number, (outlet, text)) in HARBOUR.into_iter().enumerate().take(2) {
        reader.send(Message::Read(number, Ok(digest(outlet, text))));
    }
    reader.press("enter s v n");
    reader.shows("Versions in 2 of 2 articles, 1 more being read");
    let before = reader.line_of("┃ Evening Star");
    let (outlet, text) = HARBOUR[2];
    reader.send(Message::Read(2, Ok(digest(outlet, text))));
    reader.shows("Versions in 3 of 3 articles");
    assert_eq!(reader.line_of("┃ Evening Star"), before);
}

#[test]
fn a_version_longer_than_the_screen_is_read_line_by_line() {
    let many: Vec<String> = (0..120).map(|at| format!("word{at} harbour")).collect();
    let whole = format!(
        "The council met.\n\n“{} end,” Anna Berg said.",
        many.join(" ")
    );
    let cut = format!("The council met.\n\n“{},” Anna Berg said.", many.join(" "));
    let mut reader = Reader::library(SMALL, &[("Post", &whole), ("Star", &cut)]);
    reader.press("enter s v");
    reader.shows("┃ Post");
    for words in ["end,”", "┃ Star", "[-end,-]"] {
        let mut lines = 0;
        while !reader.text().contains(words) {
            assert!(lines < 60, "no {words} below");
            reader.press("j");
            lines += 1;
        }
    }
}
