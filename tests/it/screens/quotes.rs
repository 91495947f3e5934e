//! Quotes by speaker.

use expect_test::expect;

use super::{Reader, SMALL, USUAL, WIDE, squeezed};

#[test]
fn sidebar_wide() {
    let mut reader = Reader::comparing(WIDE);
    reader.press("Q");
    expect![[r#"
         passage 2/3  sell                                                                            order A  lit auto  ? help
         A  Harbour Post · 2025-08-18 · 35 words    B  Evening Star · 29 words                │ Quotes by speaker
            Mayor refuses to sell the port         │                                          │ Anna Berg mayor           A1 B1
                                                   │                                          │   aka Berg
         =  The mayor refused to sell the port on  │=  The mayor refused to sell the port on  │▌d A   “We will never sell”
            Monday.                                │   Tuesday.                               │ i B   that the town would not …
                                                   │                                          │
        ┃~" “We will never sell,” Anna Berg told   ┃~' Berg said that the town would not      │ perhaps doubtful, not counted
        ┃   reporters.                             ┃   sell.                                  │ d?A   perhaps an investor: “Th…
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
        (10 more)
                                                   │                                          │ named there (90 % sure)
         enter go there  J/K speaker  / filter  v versions  tab text  Q close  ? help  q back
    "#]].assert_eq(&squeezed(&reader.text()));
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
         =  The mayor refused to sell the port  │▌d A   “We will never sell”
            on Monday.                          │ i B   that the town would not sell
                                                │
        ┃~" “We will never sell,” Anna Berg     │ perhaps doubtful, not counted
        ┃   told reporters.                     │ d?A   perhaps an investor: “The offe…
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
         enter go there  J/K speaker  / filter  v versions  tab text  Q close  ? help
        --------------------
         hhhhhhhhhhh                                          ddddddddddddddddd  ddddddd
         k  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa . hhhhhhhdddddddddd
            hhhhhhhhhhhhhhhhhhhhhhhhhhhhhh      . hhhhhhhhh ddddd                 aa bb
                                                .   dddddddd
                                                .>d!a d qqqqqqqqqqqqqqqqqqqq
               xxxxxx                           . d!b d
                                                .
        >>q  lllllllllllllllllll                . hhhhhhh ddddddddddddddddddddd
        >                                       . d!a d !!!!!!!!!!!!!!!!!!!!!qqqqqqqqqq
        >                                       .
                                                .
         >                                      .
                                                .
        (2 more)
                                                ........................................
                                                . qqqqqqqqqqqqqqqqqqqq
            sssssssssss                         .
                             xxxxx              .
                                                .
         >q  qqqqqqqqqq                         .
             qqqqqqqqq                          .
                                                . ddddddddddddddddddddddd
         kkkkk dddddddd  kkk ddddddd  k dddddd  k dddddddd  kkk dddd  k ddddd  k dddd
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
        │▌d A   “We will never sell”
        │ i B   that the town would not sell
        │
        │ perhaps doubtful, not counted
        │ d?A   perhaps an investor: “The offer … was fair.”
        │
        (3 more)
        │───────────────────────────────────────────────────────────
        │ “We will never sell”
        │
        (2 more)
        │ named there (90 % sure)
         enter go there  J/K speaker  / filter  v versions
        --------------------
         hhhhhhhhhhh                      ddddddddddddddddd  ddddddd
        . hhhhhhhdddddddddd
        . hhhhhhhhh ddddd                                     aa bb
        .   dddddddd
        .>d!a d qqqqqqqqqqqqqqqqqqqq
        . d!b d
        .
        . hhhhhhh ddddddddddddddddddddd
        . d!a d !!!!!!!!!!!!!!!!!!!!!qqqqqqqqqqqqqqqqqqqqqqq
        .
        (3 more)
        ............................................................
        . qqqqqqqqqqqqqqqqqqqq
        .
        (2 more)
        . ddddddddddddddddddddddd
         kkkkk dddddddd  kkk ddddddd  k dddddd  k dddddddd
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
         d Harbour Post   “We will never sell”                                  │
         i Evening Star   that the town would not sell                          │
                                                                                │
         perhaps doubtful, not counted                                          │
        ▌d?Harbour Post   perhaps an investor: “The offer … was fair.”          │
                                                                                │
        (28 more)
                                                                                │ named last (40 % sure)
         enter go there  J/K speaker  / filter  v versions  m matrix  ? help  q back
        --------------------
         hhhhhh ddddddddddddd                                                                                            ddddddd
         dddddddddd                                                             .
         hhhhhhhhh ddddd                                                        . qqqqqqqqqqqqqqqqqqqqqqq
           dddddddd                                                             .
         d!dddddddddddd d qqqqqqqqqqqqqqqqqqqq                                  .
         d!dddddddddddd d                                                       .
                                                                                .
         hhhhhhh ddddddddddddddddddddd                                          .
        >d!dddddddddddd d !!!!!!!!!!!!!!!!!!!!!qqqqqqqqqqqqqqqqqqqqqqq          .
                                                                                .
        (28 more)
                                                                                . dddddddddddddddddddddd
         kkkkk dddddddd  kkk ddddddd  k dddddd  k dddddddd  k dddddd  k dddd  k dddd
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
         d Harbour Post   “We will never sell”
         i Evening Star   that the town would not sell

         perhaps doubtful, not counted
        ▌d?Harbour Post   perhaps an investor: “The offer … was fair.”

        (5 more)
        ────────────────────────────────────────────────────────────────────────────────
          “The offer … was fair.”

        (4 more)
          named last (40 % sure)
         enter go there  J/K speaker  / filter  v versions  m matrix  ? help  q back
        --------------------
         hhhhhh ddddddddddddd                                                    ddddddd
         dddddddddd
         hhhhhhhhh ddddd
           dddddddd
         d!dddddddddddd d qqqqqqqqqqqqqqqqqqqq
         d!dddddddddddd d

         hhhhhhh ddddddddddddddddddddd
        >d!dddddddddddd d !!!!!!!!!!!!!!!!!!!!!qqqqqqqqqqqqqqqqqqqqqqq

        (5 more)
        ................................................................................
          qqqqqqqqqqqqqqqqqqqqqqq

        (4 more)
          dddddddddddddddddddddd
         kkkkk dddddddd  kkk ddddddd  k dddddd  k dddddddd  k dddddd  k dddd  k dddd
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
         d Harbour Post   “We will never sell”
         i Evening Star   that the town would not sell

         perhaps doubtful, not counted
        ▌d?Harbour Post   perhaps an investor: “The offer … was fa…

        (3 more)
        ────────────────────────────────────────────────────────────
          “The offer … was fair.”

        (2 more)
          named last (40 % sure)
         enter go there  J/K speaker  / filter  v versions
        --------------------
         hhhhhh ddddddddddddd                                ddddddd
         dddddddddd
         hhhhhhhhh ddddd
           dddddddd
         d!dddddddddddd d qqqqqqqqqqqqqqqqqqqq
         d!dddddddddddd d

         hhhhhhh ddddddddddddddddddddd
        >d!dddddddddddd d !!!!!!!!!!!!!!!!!!!!!qqqqqqqqqqqqqqqqqqqq

        (3 more)
        ............................................................
          qqqqqqqqqqqqqqqqqqqqqqq

        (2 more)
          dddddddddddddddddddddd
         kkkkk dddddddd  kkk ddddddd  k dddddd  k dddddddd
    "#]]
    .assert_eq(&reader.shown());
}
