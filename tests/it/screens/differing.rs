//! What two articles disagree on, in the margin, at the foot and in the list of what tells them apart.

use expect_test::expect;

use super::{Reader, SMALL, USUAL, WIDE, small};

fn disagreeing(size: (usize, usize)) -> Reader {
    let mut reader = Reader::new(size);
    reader.compared = small::disagreeing;
    reader.press("space j enter");
    reader
}

#[test]
fn a_disagreement_stands_in_the_margin_and_at_the_foot() {
    let mut reader = disagreeing(USUAL);
    reader.press("}");
    expect![[r#"
         passage 3/3  people                                  order A  lit auto  ? help
         A  Harbour Post · 2025-08-18 · 35 wor…  B  Evening Star · 29 words
            Mayor refuses to sell the port      │
                                                │
         =  The mayor refused to sell the port  │=  The mayor refused to sell the port
            on Monday.                          │   on Tuesday.
                                                │
         ~" “We will never sell,” Anna Berg     │~' Berg said that the town would not
            told reporters.                     │   sell.
                                                │   ↷ passage 3: people
                                                │
         +  Workers cheered outside the town    │
            hall.                               │
                                                │
                                                │+  An investor from Oslo offered 40
                                                │   million.
                                                │
        ┃   The harbour                         ┃
        ┃!  The port employs 1,200 people.      ┃!  The port employs 1,300 people.
                                                │
         +" “The offer,” an investor added,     │
            “was fair.”                         │
                                                │
         ! people employed: 1,200 | 1,300   n/N passage  ]/[ only here  }/{ disagree
        --------------------
         hhhhhhhhhhh                                          ddddddddddddddddd  ddddddd
         k  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa  k  bbbbbbbbbbbbbbbbbbbbbbb
            hhhhhhhhhhhhhhhhhhhhhhhhhhhhhh      .
                                                .
                                                .
               xxxxxx                           .      xxxxxxx
                                                .
          q  qqqqqqqqqqqqqq====q                . q
            xxxxxxxxxxxxxx                      .   ====
                                                .   ddddddddddddddddddd
                                                .
         >                                      .
                                                .
                                                .
                                                .>
                                                .
                                                .
        >   sssssssssss                         >
        >C                   CCCCC              >C                   CCCCC
                                                .
         >q  qqqqqqqqqq                         .
             qqqqqqqqq                          .
                                                .
         CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC   kkk ddddddd  kkk ddddddddd  kkk dddddddd
    "#]]
    .assert_eq(&reader.shown());
    reader.press("}");
    reader.shows("no further passage that they disagree on");
    reader.press("N {");
    reader.shows("no earlier passage that they disagree on");
}

#[test]
fn where_nothing_is_disputed_that_is_said() {
    let mut reader = Reader::comparing(USUAL);
    reader.shows_not("disagree");
    reader.press("}");
    reader.shows("nothing was found that they disagree on");
}

#[test]
fn the_list_of_differences_wide() {
    let mut reader = disagreeing(WIDE);
    reader.press("L G k");
    expect![[r#"
         What differs  A Harbour Post · B Evening Star                                                               7/8 ? help
         all 8  conflicts 1  paraphrased 1  words 1  word choice 1  left out 1  │
           1 words          Monday | Tuesday                                    │ number: people employed: 1,200 | 1,300
           1 word choice    The mayor | the port                                │
           2 paraphrased    Anna Berg: quoted in A, told in B                   │ A Harbour Post · 1 sentence
           2 left out in B  told reporters                                      │ The port employs 1,200 people.
           · only in A      Workers cheered outside the town hall.              │
           · only in B      An investor from Oslo offered 40 million.           │ B Evening Star · 1 sentence
        ▌  3 number         people employed: 1,200 | 1,300                      │ The port employs 1,300 people.
           · only in A      “The offer,” an investor added, “was fair.”         │
                                                                                │
        (28 more)
         enter go  f kind  / filter  L close  ? help  q back
        --------------------
         hhhhhhhhhhhh  ddddddddddddddddddddddddddddddd                                                               ddd ddddddd
         kkkkk  ddddddddddd  ddddddddddddd  ddddddd  ddddddddddddd  dddddddddd  .
         ddd ddddd                                                              . hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
         ddd ddddddddddd                                                        .
         ddd qqqqqqqqqqq                                                        . k aaaaaaaaaaaaaaaaaaaaaaaaa
         ddd aaaaaaaaaaaaa                                                      .                  CCCCC
         ddd aaaaaaaaa                                                          .
         ddd bbbbbbbbb                                                          . k bbbbbbbbbbbbbbbbbbbbbbbbb
        >ddd CCCCCC         >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>                      .                  CCCCC
         ddd aaaaaaaaa                                                          .
                                                                                .
        (28 more)
         kkkkk dd  k dddd  k dddddd  k ddddd  k dddd  k dddd
    "#]].assert_eq(&reader.shown());
}

#[test]
fn the_list_of_differences_usual() {
    let mut reader = disagreeing(USUAL);
    reader.press("L j");
    expect![[r#"
         What differs  A Harbour Post · B Evening Star                       2/8 ? help
         all 8  conflicts 1  paraphrased 1  words 1  word choice 1  left out 1
           1 words          Monday | Tuesday
        ▌  1 word choice    The mayor | the port
           2 paraphrased    Anna Berg: quoted in A, told in B
           2 left out in B  told reporters
           · only in A      Workers cheered outside the town hall.
           · only in B      An investor from Oslo offered 40 million.
           3 number         people employed: 1,200 | 1,300
           · only in A      “The offer,” an investor added, “was fair.”

        (4 more)
        ────────────────────────────────────────────────────────────────────────────────
          word choice: The mayor | the port
          A Harbour Post · 1 sentence
          The mayor refused to sell the port on Monday.
          B Evening Star · 1 sentence
          The mayor refused to sell the port on Tuesday.


         enter go  f kind  / filter  L close  ? help  q back
        --------------------
         hhhhhhhhhhhh  ddddddddddddddddddddddddddddddd                       ddd ddddddd
         kkkkk  ddddddddddd  ddddddddddddd  ddddddd  ddddddddddddd  dddddddddd
         ddd ddddd
        >ddd ddddddddddd    >>>>>>>>>>>>>>>>>>>>
         ddd qqqqqqqqqqq
         ddd aaaaaaaaaaaaa
         ddd aaaaaaaaa
         ddd bbbbbbbbb
         ddd CCCCCC
         ddd aaaaaaaaa

        (4 more)
        ................................................................................
          hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
          k aaaaaaaaaaaaaaaaaaaaaaaaa
          xxxxxxxxx
          k bbbbbbbbbbbbbbbbbbbbbbbbb
                                    xxxxxxxx


         kkkkk dd  k dddd  k dddddd  k ddddd  k dddd  k dddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn the_list_of_differences_small() {
    let mut reader = disagreeing(SMALL);
    reader.press("L f");
    expect![[r#"
         What differs  A Harbour Post · B Evening Star   1/1 ? help
         all 8  conflicts 1  paraphrased 1  words 1  word choice 1
        ▌  3 number         people employed: 1,200 | 1,300

        (9 more)
        ────────────────────────────────────────────────────────────
          number: people employed: 1,200 | 1,300
          A Harbour Post · 1 sentence
          The port employs 1,200 people.
          B Evening Star · 1 sentence
          The port employs 1,300 people.
         enter go  f kind  / filter  L close  ? help  q back
        --------------------
         hhhhhhhhhhhh  ddddddddddddddddddddddddddddddd   ddd ddddddd
         ddddd  kkkkkkkkkkk  ddddddddddddd  ddddddd  ddddddddddddd
        >ddd CCCCCC         >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>

        (9 more)
        ............................................................
          hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
          k aaaaaaaaaaaaaaaaaaaaaaaaa
                           CCCCC
          k bbbbbbbbbbbbbbbbbbbbbbbbb
                           CCCCC
         kkkkk dd  k dddd  k dddddd  k ddddd  k dddd  k dddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn the_list_opens_at_what_is_read_and_leads_there_and_back() {
    let mut reader = disagreeing(USUAL);
    reader.press("n n L");
    reader.shows("▌  3 number");
    reader.press("k k k enter");
    reader.shows("passage 2/3");
    reader.press("ctrl-o");
    reader.shows("What differs");
    reader.shows("▌  2");
    reader.press("esc");
    reader.shows("passage 3/3");
    reader.press("ctrl-o");
    reader.shows("nowhere to return to");
}

#[test]
fn the_list_is_sifted_by_kind_and_by_words() {
    let mut reader = disagreeing(USUAL);
    reader.press("L");
    reader.shows("all 8");
    reader.press("f");
    reader.shows("conflicts 1");
    reader.shows_not("only in A");
    reader.press("f f");
    reader.shows("Monday | Tuesday");
    reader.press("esc / c h e e r e d");
    reader.shows("1 of 8");
    reader.shows("only in A");
    reader.press("enter");
    reader.shows("like “cheered”");
    reader.press("esc");
    reader.shows("Monday | Tuesday");
    reader.press("esc");
    reader.shows("passage");
}
