//! What the articles of a story tell, topic by topic.

use expect_test::expect;
use parallax::screen::Effect;

use super::{Reader, SMALL, USUAL, WIDE};

/// Three articles of a story.
pub(super) const BRIDGE: [(&str, &str); 3] = [
    (
        "Port Herald",
        "The old bridge over the Hale will be closed for good on Monday.\n\n“The old bridge is not safe any more and will not be safe again,” Mayor Anna Berg said.\n\nThe ferry to Nordby sank in the storm of March, and seven sailors were rescued.",
    ),
    (
        "Star",
        "On Monday the old bridge over the Hale will be closed for good.\n\nThe bakery on Mill Street has sold its last loaf.\n\nMayor Anna Berg said “the old bridge is not safe any more.”",
    ),
    (
        "Tide",
        "A ferry to Nordby sank in the March storm; nine sailors were rescued.\n\nThe old bridge over the river Hale is to be closed for good on Monday.",
    ),
];

fn bridge(size: (usize, usize)) -> Reader {
    let mut reader = Reader::library(size, &BRIDGE);
    reader.press("C");
    reader
}

#[test]
fn coverage_wide() {
    expect![[r#"
         Coverage  of 3 articles, 3 topics by first mention                                                              ? help
                                                     Port Herald Star        Tide                            flags
        ▌ bridge, Hale                               #           #           #
          Nordby sank, storm                         #           ·           #                               NUMBER
          Anna Berg, bridge, safe                    #   d       #   dc      ·                               quote
         ▾ 1 passage of one article only
          The bakery on Mill Street has sold its la… ·           #           ·                               only Star

        (16 more)
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         Port Herald The old bridge over the Hale will be closed for good on Monday.
         Star        On Monday the old bridge over the Hale will be closed for good.
         Tide        The old bridge over the river Hale is to be closed for good on Monday.

        (9 more)
         # ## ### under 40, under 90, more words  · absent  d direct  m mixed  i indirect  c cut  CAPITALS disagree
         h/l article  enter read  c compare  space mark  f conflicts  o order  z only one  y copy  ? help  q back
        --------------------
         hhhhhhhh  dddddddddddddddddddddddddddddddddddddddd                                                              ddddddd
                                                     kkkkkkkkkkk dddd        dddd                            ddddd
        > hhhhhhhhhhhh                               l
          hhhhhhhhhhhhhhhhhh                                     d                                           !!!!!!
          hhhhhhhhhhhhhhhhhhhhhhh                                            d                               ddddd
         ddddddddddddddddddddddddddddddd
                                                     d                       d                               ddddddddd

        (16 more)
        ........................................................................................................................
         kkkkkkkkkkk
         dddd
         dddd

        (9 more)
         dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
         kkk ddddddd  kkkkk dddd  k ddddddd  kkkkk dddd  k ddddddddd  k ddddd  k dddddddd  k dddd  k dddd  k dddd
    "#]].assert_eq(&bridge(WIDE).shown());
}

#[test]
fn coverage_usual() {
    let mut reader = bridge(USUAL);
    reader.press("j l");
    expect![[r#"
         Coverage  of 3 articles, 3 topics by first mention                      ? help
                                      Port Herald Star        Tide          flags
          bridge, Hale                #           #           #
        ▌ Nordby sank, storm          #           ·           #             NUMBER
          Anna Berg, bridge, safe     #   d       #   dc      ·             quote
         ▾ 1 passage of one article only
          The bakery on Mill Street … ·           #           ·             only Star

        (6 more)
        ────────────────────────────────────────────────────────────────────────────────
         NUMBER sailors: Port Herald: seven; Tide: nine
         Star does not tell this
         Port Herald The ferry to Nordby sank in the storm of March, and seven
                     sailors were rescued.
         Tide        A ferry to Nordby sank in the March storm; nine sailors were
                     rescued.

         # depth  · absent  d m i quoted  c cut  CAPITALS disagree
         h/l article  enter read  c compare  space mark  f conflicts  o order
        --------------------
         hhhhhhhh  dddddddddddddddddddddddddddddddddddddddd                      ddddddd
                                      ddddddddddd kkkk        dddd          ddddd
          hhhhhhhhhhhh
        > hhhhhhhhhhhhhhhhhh                      l                         !!!!!!
          hhhhhhhhhhhhhhhhhhhhhhh                             d             ddddd
         ddddddddddddddddddddddddddddddd
                                      d                       d             ddddddddd

        (6 more)
        ................................................................................
         !!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!
         ddddddddddddddddddddddd
         ddddddddddd                                                     !!!!!

         dddd                                                   !!!!


         ddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
         kkk ddddddd  kkkkk dddd  k ddddddd  kkkkk dddd  k ddddddddd  k ddddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn coverage_small() {
    let mut reader = bridge(SMALL);
    reader.press("j");
    expect![[r#"
         Coverage  of 3 articles, 3 topics by first mention  ? help
                              Port Her… Star             › flags
          bridge, Hale        #         #
        ▌ Nordby sank, storm  #         ·                  NUMBER
          Anna Berg, bridge,… #   d     #   dc             quote
         ▾ 1 passage of one article only
          The bakery on Mill… ·         #                  only Star

        (4 more)
        ────────────────────────────────────────────────────────────
         NUMBER sailors: Port Herald: seven; Tide: nine
         Port Her… The ferry to Nordby sank in the storm of
                   March, and seven sailors were rescued.
         Tide      A ferry to Nordby sank in the March storm;
                   nine sailors were rescued.
         # depth  · absent  d m i quoted  c cut  CAPITALS disagree
         h/l article  enter read  c compare  space mark
        --------------------
         hhhhhhhh  dddddddddddddddddddddddddddddddddddddddd  ddddddd
                              kkkkkkkkk dddd             d ddddd
          hhhhhhhhhhhh
        > hhhhhhhhhhhhhhhhhh  l         d                  !!!!!!
          hhhhhhhhhhhhhhhhhhh                              ddddd
         ddddddddddddddddddddddddddddddd
                              d                            ddddddddd

        (4 more)
        ............................................................
         !!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!
         kkkkkkkkk
                              !!!!!
         dddd
                   !!!!
         ddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
         kkk ddddddd  kkkkk dddd  k ddddddd  kkkkk dddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn samples_wide() {
    let mut reader = Reader::samples(WIDE);
    reader.press("C");
    expect![[r#"
         Coverage  of 5 articles, 23 topics by first mention                                                             ? help
                                                     000    001    002    003    004                         flags
        ▌ Washington, White House, Russia            ##  d  ##     ##  i  #      #   i                       word
          summit, Vladimir Putin, ceasefire          #   i  #      #   i  ##  i  ##  i                       word
          strong, unity, Europe                      ##     #      ·      #   d  #   m
          von der Leyen                              ##     ##  d  #   i  #      ##  m
          Europe, security guarantees                ·      #   d  ·      ·      #   m                       quote
          social media platform                      ##  mc ·      ·      #   d  ·                           quote
          Kyiv, hand, pressure                       ### d  ·      ·      #   i  #   i
          Steve Witkoff, guarantees                  ·      ### d  #   i  ##  m  #   i                       WHO SPEAKER quote
          topics, guarantees, defense                ·      ·      #      ·      #   i
          Trump has suggested that Ukraine could re… ·      #      ·      #   i  ·
          Remember how it started.                   #   d  ·      ·      #   d  ·
          security guarantees                        #   d  ·      ·      #   m  ·
          Donetsk, Lugansk, demand                   ##     #   i  ·      ### i  ##  i                       NUMBER HEDGE
          visit, exchange, JD Vance                  ##  m  ##  m  ·      #   m  ·                           SET word
          negotiations, ceasefire                    ·      ·      #   i  ·      #   i
          Obama, Crimea, shot                        ### dc #   i  ·      #   d  ·                           quote
          He pointed out that this is a strategic p… #   d  ·      #   i  ·      ·
          He stressed that the ongoing violence mak… ·      ·      #   i  ·      #   d                       quote
          Kharkiv, civilians, Sumy                   #   d  ·      ·      #   i  ·
          I think that’s the best way to end the …   #   d  #   d  ·      ·      ·
          Marco Rubio, possibility, deal             ·      ##  m  #   i  ·      #   i                       quote
          trip, West, invasion                       ##     ·      ·      #      ·
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         000    "The Russian war machine continues to destroy lives" and "that is why reliable security guarantees are
                required," Ukrainian President Volodymyr Zelenskyy said ahead of the meeting with his US counterpart Donald
                Trump and a number of key EU allies on Monday. Zelenskyy has already arrived in Washington ahead of his White …
         001    Ukrainian President Volodymyr Zelenskyy is set for a high-stakes White House meeting with President Donald
                Trump on Monday, as Washington weighs potential security guarantees for Kyiv and debate grows over whether
                territorial concessions to Russia could bring the war to an end.                                              …
         002    Kyiv, Ukraine — European and NATO leaders are set to join President Volodymyr Zelenskyy in Washington for
                important discussions with President Donald Trump regarding the ongoing conflict in Ukraine.
                Their commitment to stand with Zelenskyy during the upcoming White House meeting is intended to ensure that   …
         003    Ukrainian President Volodymyr Zelensky has arrived in Washington for high-level negotiations aimed at ending
                the ongoing war with Russia.
         004    Ukrainian President Volodymyr Zelenskyy is preparing to press for a ceasefire in the war with Russia during
                his upcoming meeting with US President Donald Trump at the White House on Monday.
         # ## ### under 40, under 90, more words  · absent  d direct  m mixed  i indirect  c cut  CAPITALS disagree
         h/l article  enter read  c compare  space mark  f conflicts  o order  z only one  y copy  ? help  q back
    "#]].assert_eq(&reader.text());
}

#[test]
fn enter_reads_at_the_passage_and_comes_back() {
    let mut reader = bridge(SMALL);
    reader.down_to("Nordby");
    let before = reader.text();
    reader.press("enter");
    reader.shows("seven sailors");
    reader.shows("Port Herald");
    let is_lit = |reader: &Reader| {
        let (text, line) = (reader.shown(), reader.line_of("seven sailors"));
        let roles = text.split_once("--------------------").unwrap().1;
        roles.lines().nth(line + 1).unwrap().contains("lll")
    };
    assert!(is_lit(&reader), "{}", reader.shown());
    reader.press("esc");
    assert!(!is_lit(&reader), "{}", reader.shown());
    reader.press("ctrl-o");
    assert_eq!(reader.text(), before);
}

#[test]
fn an_article_that_does_not_tell_it_is_not_opened() {
    let mut reader = bridge(USUAL);
    reader.down_to("Nordby");
    reader.press("l enter");
    reader.shows("Star does not tell this");
    reader.shows("Coverage");
}

#[test]
fn two_cells_are_compared_at_their_passage() {
    let mut reader = bridge(WIDE);
    reader.down_to("Nordby");
    reader.press("c");
    reader.shows("seven sailors were rescued");
    reader.shows("nine sailors");
    reader.shows("passage 2/2  Nordby sank, storm");
    reader.press("ctrl-o");
    reader.shows("Coverage");
}

#[test]
fn a_marked_cell_is_compared_with() {
    let mut reader = bridge(WIDE);
    reader.press("l space");
    reader.shows("*");
    reader.press("l c");
    let heads = reader.text();
    let heads = heads.lines().nth(1).unwrap();
    assert!(heads.contains("Tide") && heads.contains("Star"), "{heads}");
}

#[test]
fn what_one_article_tells_is_folded() {
    let mut reader = bridge(USUAL);
    reader.shows("▾ 1 passage of one article only");
    reader.shows("The bakery");
    reader.press("z");
    reader.shows("▸ 1 passage of one article only");
    reader.shows_not("The bakery");
    reader.press("G enter");
    reader.shows("The bakery");
}

#[test]
fn what_articles_disagree_on_is_lit_and_flagged() {
    let mut reader = bridge(USUAL);
    reader.down_to("Nordby");
    reader.shows("NUMBER sailors: Port Herald: seven; Tide: nine");
    assert_eq!(
        reader.with('!'),
        "NUMBERNUMBER sailors: Port Herald: seven; Tide: ninesevennine"
    );
    reader.press("f");
    reader.shows("disputed only");
    reader.shows("Nordby sank");
    reader.shows_not("Anna Berg, bridge");
    reader.press("f");
    reader.shows("Anna Berg, bridge");
    assert!(reader.here().contains("Nordby"), "{}", reader.text());
}

#[test]
fn what_is_set_right_shows_in_the_coverage() {
    let mut reader = bridge(USUAL);
    reader.down_to("Anna Berg");
    reader.shows("#   dc");
    reader.press("l enter s D q");
    let here = reader.here();
    assert!(
        here.contains("Anna Berg, bridge") && !here.contains("dc"),
        "{here}"
    );
}

#[test]
fn what_is_taken_apart_is_no_topic_of_both() {
    let mut reader = bridge(WIDE);
    reader.down_to("Nordby");
    reader.press("c T ctrl-o");
    reader.shows("2 topics");
    reader.shows_not("NUMBER");
    reader.press("u");
    reader.shows("3 topics");
    reader.shows("NUMBER");
}

#[test]
fn only_what_is_disputed_is_shown_when_asked_for() {
    // Without the third article nobody tells of other figures.
    let mut reader = Reader::library(USUAL, &BRIDGE[..2]);
    reader.press("C f");
    reader.shows("no disagreement was found");
    reader.press("esc");
    reader.shows_not("disputed only");
    reader.shows("Coverage");
}

#[test]
fn the_order_changes_and_the_cursor_stays() {
    let mut reader = bridge(USUAL);
    reader.down_to("Nordby");
    for order in ["most articles", "most words", "first mention"] {
        reader.press("o");
        reader.shows(&format!("by {order}"));
        assert!(reader.here().contains("Nordby"), "{}", reader.text());
    }
}

#[test]
fn the_table_is_copied() {
    let mut reader = bridge(USUAL);
    reader.press("y");
    reader.shows("copied as a Markdown table");
    let Some(Effect::Copy(table)) = reader.asked.pop() else {
        unreachable!("nothing was copied");
    };
    assert!(
        table.starts_with("| Topic | Port Herald | Star | Tide | Flags |\n"),
        "{table}"
    );
    reader.press("Y");
    let Some(Effect::Copy(table)) = reader.asked.pop() else {
        unreachable!("nothing was copied");
    };
    assert!(table.starts_with("TOPIC"), "{table}");
}

#[test]
fn a_comparison_leads_to_its_passage_in_the_coverage() {
    let mut reader = Reader::library(WIDE, &BRIDGE);
    reader.press("space j j enter");
    reader.shows("seven sailors");
    reader.press("n C");
    reader.shows("Coverage");
    assert!(reader.here().contains("Nordby"), "{}", reader.text());
}
