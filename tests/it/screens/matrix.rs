//! Who is quoted where.

use expect_test::expect;
use parallax::screen::Effect;

use super::{Reader, SMALL, USUAL, WIDE};

/// Four articles of a story.
const HARBOUR: [(&str, &str); 4] = [
    (
        "Harbour Post",
        "The council met in the town hall on Monday.\n\n“We will not sell the old harbour to anybody, and that is the end of it,” Mayor Anna Berg said. “It belongs to this town alone,” Anna Berg said.\n\n“Nobody asked us,” a harbour worker said.",
    ),
    (
        "Star",
        "The council met again on Monday.\n\nAnna Berg told the council that the town would “not sell the old harbour to anybody.”",
    ),
    (
        "The Coastal Mail",
        "The council met on Monday, late at night.\n\nAnna Berg said that the harbour was not for sale. “It was a fair offer of an honest man,” John Roe said.",
    ),
    (
        "Tidal Herring",
        "The council met on Monday.\n\n“It was a fair offer of an honest man,” Paul Lund said. John Roe said that he was tired.",
    ),
];

fn harbour(size: (usize, usize)) -> Reader {
    let mut reader = Reader::library(size, &HARBOUR);
    reader.press("m");
    reader
}

#[test]
fn matrix_wide() {
    expect![[r#"
         Who is quoted where  3 speakers of 4 articles                                                                   ? help
                                            Harbour Post     Star             The Coastal Mail Tidal Herring
        ▌▾ Anna Berg                        2d               1m c             1i               ·
             “We will not sell the old harbour to anybody, and that is the end of it”      Harbour Post ~Star >The Coastal Mail
         ▾ John Roe                         ·                ·                1d               1i
             “It was a fair offer of an honest man”                                  The Coastal Mail ! Tidal Herring Paul Lund
         ▾ Paul Lund                        ·                ·                ·                1d
             “It was a fair offer of an honest man”                                   Tidal Herring ! The Coastal Mail John Roe
           unnamed sources                  1d               ·                ·                ·

        (14 more)
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         Harbour Post The council met in the town hall on Monday.
         d “We will not sell the old harbour to anybody, and that is the end of it”
         d “It belongs to this town alone”

        (9 more)
         d direct  m mixed  i indirect  c cuts  = same  ~ altered  > told  ! other speaker
         h/l article  enter go there  v versions  J/K speaker  z fold  / filter  ctrl-o return  ? help  q back  B bookmark
        --------------------
         hhhhhhhhhhhhhhhhhhh  dddddddddddddddddddddddd                                                                   ddddddd
                                            kkkkkkkkkkkk     dddd             dddddddddddddddd ddddddddddddd
        >d hhhhhhhhh                        ll                                                 d
             qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq      dddddddddddddddddddddddddddddddddddd
         d hhhhhhhh                         d                d
             qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq                                  !!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!
         d hhhhhhhhh                        d                d                d
             qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq                                   !!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!
         d ddddddddddddddd                                   d                d                d

        (14 more)
        ........................................................................................................................
         kkkkkkkkkkkk ddddddddddddddddddddddddddddddddddddddddddd
         d qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq
         d qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq

        (9 more)
         ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
         kkk ddddddd  kkkkk dddddddd  k dddddddd  kkk ddddddd  k dddd  k dddddd  kkkkkk dddddd  k dddd  k dddd  k dddddddd
    "#]].assert_eq(&harbour(WIDE).shown());
}

#[test]
fn matrix_usual() {
    let mut reader = harbour(USUAL);
    reader.press("J j");
    expect![[r#"
         Who is quoted where  3 speakers of 4 articles                           ? help
                                      Harbour Po… Star        Coastal Ma… Tidal Herr…
         ▾ Anna Berg                  2d          1m c        1i          ·
             “We will not sell the old harbour to anybo… Harbour Po… ~Star >Coastal Ma…
         ▾ John Roe                   ·           ·           1d          1i
        ▌    “It was a fair offer of an honest man” Coastal Ma… ! Tidal Herr… Paul Lund
         ▾ Paul Lund                  ·           ·           ·           1d
             “It was a fair offer of an honest man”  Tidal Herr… ! Coastal Ma… John Roe
           unnamed sources            1d          ·           ·           ·

        (4 more)
        ────────────────────────────────────────────────────────────────────────────────
         The Coastal Mail The council met on Monday, late at night.
         d John Roe: “It was a fair offer of an honest man”
         The Coastal Mail ! Tidal Herring Paul Lund

        (3 more)
         d direct m mixed i indirect c cuts = same ~ altered > told ! other
         h/l article  enter go there  v versions  J/K speaker  z fold  / filter
        --------------------
         hhhhhhhhhhhhhhhhhhh  dddddddddddddddddddddddd                           ddddddd
                                      kkkkkkkkkkk dddd        ddddddddddd ddddddddddd
         d hhhhhhhhh                                                      d
             qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq dddddddddddddddddddddddddddddd
         d hhhhhhhh                   d           d
        >    qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq !!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!
         d hhhhhhhhh                  d           d           d
             qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq  !!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!
         d ddddddddddddddd                        d           d           d

        (4 more)
        ................................................................................
         kkkkkkkkkkkkkkkk ddddddddddddddddddddddddddddddddddddddddd
         d nnnnnnnnn qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq
         !!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!

        (3 more)
         dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
         kkk ddddddd  kkkkk dddddddd  k dddddddd  kkk ddddddd  k dddd  k dddddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn matrix_small() {
    let mut reader = harbour(SMALL);
    reader.press("l z");
    expect![[r#"
         Who is quoted where  3 speakers of 4 articles       ? help
                              Harbour … Star      Coastal …        ›
        ▌▸ Anna Berg          2d        1m c      1i
         ▾ John Roe           ·         ·         1d
             “It was a fair offer of… Coastal … ! Tidal He… Paul L…
         ▾ Paul Lund          ·         ·         ·
             “It was a fair offer of… Tidal He… ! Coastal … John R…
           unnamed sources    1d        ·         ·

        (3 more)
        ────────────────────────────────────────────────────────────
         Star The council met again on Monday.
         m that the town would “not sell the old harbour to
         anybody.”


         c cuts = same ~ altered > told ! other
         h/l article  enter go there  v versions  J/K speaker
        --------------------
         hhhhhhhhhhhhhhhhhhh  dddddddddddddddddddddddd       ddddddd
                              ddddddddd kkkk      ddddddddd        d
        >d hhhhhhhhh                    llll
         d hhhhhhhh           d         d
             qqqqqqqqqqqqqqqqqqqqqqqq !!!!!!!!!!!!!!!!!!!!!!!!!!!!!
         d hhhhhhhhh          d         d         d
             qqqqqqqqqqqqqqqqqqqqqqqq !!!!!!!!!!!!!!!!!!!!!!!!!!!!!
         d ddddddddddddddd              d         d

        (3 more)
        ............................................................
         kkkk dddddddddddddddddddddddddddddddd
         d ccccccccccccccccccc qqqqqqqqqqqqqqqqqqqqqqqqqqqq
         qqqqqqqqq


         dddddddddddddddddddddddddddddddddddddd
         kkk ddddddd  kkkkk dddddddd  k dddddddd  kkk ddddddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn the_samples_have_their_echoes_under_the_speakers() {
    let mut reader = Reader::samples(USUAL);
    reader.press("m");
    reader.shows("Who is quoted where");
    for (words, relation) in [
        ("“President Zelenskyy of Ukraine", "000~003"),
        ("“handed over to Russia", "000~003"),
        ("“That is precisely why", "twice in 000"),
    ] {
        let line = reader.line_of(words);
        let text = reader.text();
        assert!(
            text.lines().nth(line).unwrap().ends_with(relation),
            "{text}"
        );
    }
    reader.shows_not("thankful");
}

#[test]
fn a_cell_leads_to_its_first_quote_and_back() {
    let mut reader = harbour(USUAL);
    reader.press("l enter");
    reader.shows("Star  ");
    reader.shows("Anna Berg told the council");
    assert!(reader.shown().contains("llllllllllll"));
    reader.press("ctrl-o");
    reader.shows("Who is quoted where");
    reader.press("J enter");
    reader.shows("no quote here");
    reader.press("q");
    reader.shows("Harbour Post");
    reader.shows_not("Who is quoted");
}

#[test]
fn an_echo_leads_from_article_to_article_and_to_its_versions() {
    let mut reader = harbour(USUAL);
    reader.press("J j");
    reader.shows("“It was a fair offer");
    reader.press("l");
    reader.shows("The Coastal Mail The council met");
    reader.press("l");
    reader.shows("Tidal Herring The council met");
    reader.press("l");
    reader.shows("Tidal Herring The council met");
    reader.press("v");
    reader.shows("ascribed to someone else");
    reader.press("q");
    reader.shows("Who is quoted where");
}

#[test]
fn speakers_are_filtered_and_folded() {
    let mut reader = harbour(USUAL);
    reader.press("/ r o e");
    reader.shows("John Roe");
    reader.shows_not("Anna Berg");
    reader.press("enter esc");
    reader.shows("▾ Anna Berg");
    reader.press("Z");
    reader.shows("▸ Anna Berg");
    reader.shows_not("“We will not sell");
    reader.press("Z");
    reader.shows("“We will not sell");
}

#[test]
fn the_quotes_lead_to_the_matrix() {
    let mut reader = Reader::library(USUAL, &HARBOUR);
    reader.press("Q m");
    reader.shows("Who is quoted where");
    reader.press("q");
    reader.shows("Quotes of 4 articles");
}

#[test]
fn many_articles_scroll_sideways() {
    let texts: Vec<(String, String)> = (1..=30)
        .map(|day| {
            let text = format!(
                "The council met on day {day}.\n\n“We will not sell it on day {day},” Anna Berg said."
            );
            (format!("The Springfield Gazette {}", day % 3), text)
        })
        .collect();
    let articles: Vec<(&str, &str)> = texts
        .iter()
        .map(|(outlet, text)| (outlet.as_str(), text.as_str()))
        .collect();
    for size in [WIDE, USUAL, SMALL] {
        let mut reader = Reader::library(size, &articles);
        reader.press("m");
        let heads = |reader: &Reader| reader.text().lines().nth(1).unwrap().to_owned();
        assert!(heads(&reader).ends_with('›'), "{}", heads(&reader));
        assert!(heads(&reader).contains(" 1 "));
        for _ in 0..40 {
            reader.press("right");
        }
        reader.shows("▌");
        reader.shows("Anna Berg");
        reader.shows("30 The Springfield Gazette 2");
        assert!(heads(&reader).contains('‹') && heads(&reader).contains(" 30"));
        assert!(!heads(&reader).contains('›'));
        for _ in 0..40 {
            reader.press("left");
        }
        reader.shows("1 The Springfield Gazette 0");
    }
}

#[test]
fn articles_of_one_outlet_are_numbered() {
    let mut reader = Reader::library(
        USUAL,
        &[
            ("The Springfield Gazette", HARBOUR[0].1),
            ("The Springfield Gazette", HARBOUR[1].1),
        ],
    );
    reader.press("m");
    reader.shows("1 The Springfie… 2 The Springfie…");
    reader.shows("1~2");
}

#[test]
fn what_is_told_in_other_words_stands_below_the_speaker() {
    let mut reader = Reader::samples(WIDE);
    reader.press("m");
    let text = reader.text();
    let line = text
        .lines()
        .find(|line| line.contains("“not off the table”"));
    assert!(line.unwrap().ends_with(" 001>002"), "{text}");
    reader.shows("001>002,004");
    reader.down_to("not off the table");
    reader.press("l l");
    reader.shows("i Marco Rubio: that while a ceasefire remains a possibility");
    reader.shows("001 > 002");
}

#[test]
fn it_says_what_it_waits_for() {
    let mut reader = Reader::library(USUAL, &HARBOUR);
    reader.held = Some(Vec::new());
    reader.press("m");
    reader.shows("gathering who speaks…");
    reader.press("j l enter v z / x esc");
    let asked = reader.held.take().unwrap();
    let [gather @ Effect::Gather(..)] = &asked[..] else {
        unreachable!("one answer is asked for");
    };
    reader.answer(gather);
    reader.shows("Anna Berg");
}
