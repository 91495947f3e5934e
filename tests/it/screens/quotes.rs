//! Quotes by speaker.

use expect_test::expect;

use super::{Reader, SMALL, USUAL, WIDE};

#[test]
fn sidebar_wide() {
    let mut reader = Reader::comparing(WIDE);
    reader.press("Q");
    expect![[r#"
         passage 2/3  sell                                                                            order A  lit auto  ? help
         A  Harbour Post · 2025-08-18 · 35 words    B  Evening Star · 29 words                │ Quotes by speaker
            Mayor refuses to sell the port         │                                          │ Anna Berg mayor           A1 B1
                                                   │                                          │   aka Berg
         =  The mayor refused to sell the port on  │=  The mayor refused to sell the port on  │▌d A “We will never sell”
            Monday.                                │   Tuesday.                               │ i B that the town would not se…
                                                   │                                          │
        ┃~" “We will never sell,” Anna Berg told   ┃~' Berg said that the town would not      │ perhaps doubtful, not counted
        ┃   reporters.                             ┃   sell.                                  │ d A perhaps an investor: “The …
        ┃                                          ┃   ↷ passage 3: people                    │
                                                   │                                          │
         +  Workers cheered outside the town hall. │                                          │
                                                   │                                          │
                                                   │+  An investor from Oslo offered 40       │
                                                   │   million.                               │
                                                   │                                          │
            The harbour                            │                                          │
         =  The port employs 1,200 people.         │=  The port employs 1,300 people.         │
                                                   │                                          │
         +" “The offer,” an investor added, “was   │                                          │
            fair.”                                 │                                          │
                                                   │                                          │
            Read more                              │                                          │
                                                   │                                          │
                                                   │                                          │
                                                   │                                          │─────────────────────────────────
                                                   │                                          │ “We will never sell”
                                                   │                                          │
                                                   │                                          │
                                                   │                                          │
                                                   │                                          │
                                                   │                                          │
                                                   │                                          │
                                                   │                                          │
                                                   │                                          │
                                                   │                                          │
                                                   │                                          │
                                                   │                                          │
                                                   │                                          │ named there (90 % sure)
         enter go there  J/K speaker  / filter  tab text  Q close  ? help  q back
        --------------------
         hhhhhhhhhhh                                                                                  ddddddddddddddddd  ddddddd
         k  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa    k  bbbbbbbbbbbbbbbbbbbbbbb                . hhhhhhhdddddddddd
            hhhhhhhhhhhhhhhhhhhhhhhhhhhhhh         .                                          . hhhhhhhhh ddddd           aa bb
                                                   .                                          .   dddddddd
                                                   .                                          .>d!a qqqqqqqqqqqqqqqqqqqq
            xxxxxx                                 .   xxxxxxx                                . d!b
                                                   .                                          .
        >>q  lllllllllllllllllll                   >>q                                        . hhhhhhh ddddddddddddddddddddd
        >                                          >   ====                                   . d!a !!!!!!!!!!!!!!!!!!!!!qqqqqq
        >                                          >   ddddddddddddddddddd                    .
                                                   .                                          .
         >                                         .                                          .
                                                   .                                          .
                                                   .>                                         .
                                                   .                                          .
                                                   .                                          .
            sssssssssss                            .                                          .
                             xxxxx                 .                    xxxxx                 .
                                                   .                                          .
         >q  qqqqqqqqqq                      qqq   .                                          .
            qqqqq                                  .                                          .
                                                   .                                          .
            ddddddddd                              .                                          .
                                                   .                                          .
                                                   .                                          .
                                                   .                                          ..................................
                                                   .                                          . qqqqqqqqqqqqqqqqqqqq
                                                   .                                          .
                                                   .                                          .
                                                   .                                          .
                                                   .                                          .
                                                   .                                          .
                                                   .                                          .
                                                   .                                          .
                                                   .                                          .
                                                   .                                          .
                                                   .                                          .
                                                   .                                          .
                                                   .                                          . ddddddddddddddddddddddd
         kkkkk dddddddd  kkk ddddddd  k dddddd  kkk dddd  k ddddd  k dddd  k dddd
    "#]].assert_eq(&reader.shown());
}

#[test]
fn sidebar_usual() {
    let mut reader = Reader::comparing(USUAL);
    reader.press("Q");
    expect![[r#"
         passage 2/3  sell                                    order A  lit auto  ? help
         A  Harbour Post · 2025-08-18 · 35 wor… │ Quotes by speaker
            Mayor refuses to sell the port      │ Anna Berg mayor                 A1 B1
                                                │   aka Berg
         =  The mayor refused to sell the port  │▌d A “We will never sell”
            on Monday.                          │ i B that the town would not sell
                                                │
        ┃~" “We will never sell,” Anna Berg     │ perhaps doubtful, not counted
        ┃   told reporters.                     │ d A perhaps an investor: “The offer …
        ┃                                       │
                                                │
         +  Workers cheered outside the town    │
            hall.                               │
                                                │
                                                │
                                                │───────────────────────────────────────
                                                │ “We will never sell”
            The harbour                         │
         =  The port employs 1,200 people.      │
                                                │
         +" “The offer,” an investor added,     │
            “was fair.”                         │
                                                │ named there (90 % sure)
         enter go there  J/K speaker  / filter  tab text  Q close  ? help  q back
        --------------------
         hhhhhhhhhhh                                          ddddddddddddddddd  ddddddd
         k  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa . hhhhhhhdddddddddd
            hhhhhhhhhhhhhhhhhhhhhhhhhhhhhh      . hhhhhhhhh ddddd                 aa bb
                                                .   dddddddd
                                                .>d!a qqqqqqqqqqqqqqqqqqqq
               xxxxxx                           . d!b
                                                .
        >>q  lllllllllllllllllll                . hhhhhhh ddddddddddddddddddddd
        >                                       . d!a !!!!!!!!!!!!!!!!!!!!!qqqqqqqqqqqq
        >                                       .
                                                .
         >                                      .
                                                .
                                                .
                                                .
                                                ........................................
                                                . qqqqqqqqqqqqqqqqqqqq
            sssssssssss                         .
                             xxxxx              .
                                                .
         >q  qqqqqqqqqq                         .
             qqqqqqqqq                          .
                                                . ddddddddddddddddddddddd
         kkkkk dddddddd  kkk ddddddd  k dddddd  kkk dddd  k ddddd  k dddd  k dddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn sidebar_small() {
    let mut reader = Reader::comparing(SMALL);
    reader.press("Q");
    expect![[r#"
         passage 2/3  sell                order A  lit auto  ? help
        │ Quotes by speaker
        │ Anna Berg mayor                                     A1 B1
        │   aka Berg
        │▌d A “We will never sell”
        │ i B that the town would not sell
        │
        │ perhaps doubtful, not counted
        │ d A perhaps an investor: “The offer … was fair.”
        │
        │
        │
        │
        │───────────────────────────────────────────────────────────
        │ “We will never sell”
        │
        │
        │
        │ named there (90 % sure)
         enter go there  J/K speaker  / filter  tab text  Q close
        --------------------
         hhhhhhhhhhh                      ddddddddddddddddd  ddddddd
        . hhhhhhhdddddddddd
        . hhhhhhhhh ddddd                                     aa bb
        .   dddddddd
        .>d!a qqqqqqqqqqqqqqqqqqqq
        . d!b
        .
        . hhhhhhh ddddddddddddddddddddd
        . d!a !!!!!!!!!!!!!!!!!!!!!qqqqqqqqqqqqqqqqqqqqqqq
        .
        .
        .
        .
        ............................................................
        . qqqqqqqqqqqqqqqqqqqq
        .
        .
        .
        . ddddddddddddddddddddddd
         kkkkk dddddddd  kkk ddddddd  k dddddd  kkk dddd  k ddddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn all_quotes_wide() {
    let mut reader = Reader::new(WIDE);
    reader.press("Q j j");
    expect![[r#"
         Quotes of 2 articles                                                                                            ? help
         by speaker                                                             │
         Anna Berg mayor                                        2 in 2 articles │ “The offer … was fair.”
           aka Berg                                                             │
         d Harbour Post “We will never sell”                                    │
         i Evening Star that the town would not sell                            │
                                                                                │
         perhaps doubtful, not counted                                          │
        ▌d Harbour Post perhaps an investor: “The offer … was fair.”            │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │
                                                                                │ named last (40 % sure)
         enter go there  J/K speaker  / filter  ? help  q back
        --------------------
         hhhhhh ddddddddddddd                                                                                            ddddddd
         dddddddddd                                                             .
         hhhhhhhhh ddddd                                                        . qqqqqqqqqqqqqqqqqqqqqqq
           dddddddd                                                             .
         d!dddddddddddd qqqqqqqqqqqqqqqqqqqq                                    .
         d!dddddddddddd                                                         .
                                                                                .
         hhhhhhh ddddddddddddddddddddd                                          .
        >d!dddddddddddd !!!!!!!!!!!!!!!!!!!!!qqqqqqqqqqqqqqqqqqqqqqq            .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                .
                                                                                . dddddddddddddddddddddd
         kkkkk dddddddd  kkk ddddddd  k dddddd  k dddd  k dddd
    "#]].assert_eq(&reader.shown());
}

#[test]
fn all_quotes_usual() {
    let mut reader = Reader::new(USUAL);
    reader.press("Q j j");
    expect![[r#"
         Quotes of 2 articles                                                    ? help
         by speaker
         Anna Berg mayor                                                2 in 2 articles
           aka Berg
         d Harbour Post “We will never sell”
         i Evening Star that the town would not sell

         perhaps doubtful, not counted
        ▌d Harbour Post perhaps an investor: “The offer … was fair.”






        ────────────────────────────────────────────────────────────────────────────────
          “The offer … was fair.”





          named last (40 % sure)
         enter go there  J/K speaker  / filter  ? help  q back
        --------------------
         hhhhhh ddddddddddddd                                                    ddddddd
         dddddddddd
         hhhhhhhhh ddddd
           dddddddd
         d!dddddddddddd qqqqqqqqqqqqqqqqqqqq
         d!dddddddddddd

         hhhhhhh ddddddddddddddddddddd
        >d!dddddddddddd !!!!!!!!!!!!!!!!!!!!!qqqqqqqqqqqqqqqqqqqqqqq
        (6 empty lines)
        ................................................................................
          qqqqqqqqqqqqqqqqqqqqqqq
        (5 empty lines)
          dddddddddddddddddddddd
         kkkkk dddddddd  kkk ddddddd  k dddddd  k dddd  k dddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn all_quotes_small() {
    let mut reader = Reader::new(SMALL);
    reader.press("Q j j");
    expect![[r#"
         Quotes of 2 articles                                ? help
         by speaker
         Anna Berg mayor                            2 in 2 articles
           aka Berg
         d Harbour Post “We will never sell”
         i Evening Star that the town would not sell

         perhaps doubtful, not counted
        ▌d Harbour Post perhaps an investor: “The offer … was fair…




        ────────────────────────────────────────────────────────────
          “The offer … was fair.”



          named last (40 % sure)
         enter go there  J/K speaker  / filter  ? help  q back
        --------------------
         hhhhhh ddddddddddddd                                ddddddd
         dddddddddd
         hhhhhhhhh ddddd
           dddddddd
         d!dddddddddddd qqqqqqqqqqqqqqqqqqqq
         d!dddddddddddd

         hhhhhhh ddddddddddddddddddddd
        >d!dddddddddddd !!!!!!!!!!!!!!!!!!!!!qqqqqqqqqqqqqqqqqqqqqq
        (4 empty lines)
        ............................................................
          qqqqqqqqqqqqqqqqqqqqqqq
        (3 empty lines)
          dddddddddddddddddddddd
         kkkkk dddddddd  kkk ddddddd  k dddddd  k dddd  k dddd
    "#]]
    .assert_eq(&reader.shown());
}
