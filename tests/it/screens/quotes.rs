//! Quotes by speaker.

use expect_test::expect;

use super::{Reader, SMALL, USUAL, WIDE, squeezed};

#[test]
fn sidebar_wide() {
    let mut reader = Reader::comparing(WIDE);
    reader.press("Q");
    expect![[r#"
         passage 2/3  sell                                                                            order A  lit auto  ? help
         A  Harbour Post · 2025-08-18 · 35 words    B  Evening Star · 29 words                │ Quotes by speaker  3 quotes
            Mayor refuses to sell the port         │                                          │ Anna Berg mayor    d1 i1  A1 B1
                                                   │                                          │   aka Berg
         =  The mayor refused to sell the port on  │=  The mayor refused to sell the port on  │▌d A  “We will never sell”
            Monday.                                │   Tuesday.                               │ i B  that the town would not
                                                   │                                          │      sell
        ┃~" “We will never sell,” Anna Berg told   ┃~' Berg said that the town would not      │
        ┃   reporters.                             ┃   sell.                                  │ perhaps doubtful, not counted
        ┃                                          ┃   ↷ passage 3: people                    │ d?A  perhaps an investor: “The
                                                   │                                          │      offer … was fair.”
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
         enter go  / filter  o order  f kind  v versions  y copy  tab text  Q close  e whose  D no quote  ? help  q back
    "#]].assert_eq(&squeezed(&reader.text()));
}

#[test]
fn sidebar_usual() {
    let mut reader = Reader::comparing(USUAL);
    reader.press("Q");
    expect![[r#"
         passage 2/3  sell                                    order A  lit auto  ? help
         A  Harbour Post · 2025-08-18 · 35 wor… │ Quotes by speaker  3 quotes
            Mayor refuses to sell the port      │ Anna Berg mayor          d1 i1  A1 B1
                                                │   aka Berg
         =  The mayor refused to sell the port  │▌d A  “We will never sell”
            on Monday.                          │ i B  that the town would not sell
                                                │
        ┃~" “We will never sell,” Anna Berg     │ perhaps doubtful, not counted
        ┃   told reporters.                     │ d?A  perhaps an investor: “The offer…
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
         enter go  / filter  o order  f kind  v versions  y copy  tab text  Q close
        --------------------
         hhhhhhhhhhh                                          ddddddddddddddddd  ddddddd
         k  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa . hhhhhhhdddddddddd  dddddddd
            hhhhhhhhhhhhhhhhhhhhhhhhhhhhhh      . hhhhhhhhh ddddd                 aa bb
                                                .   dddddddd
                                                .>d ad qqqqqqqqqqqqqqqqqqqq
               xxxxxx                           . d bd
                                                .
        >>q  lllllllllllllllllll                . hhhhhhh ddddddddddddddddddddd
        >                                       . d!ad !!!!!!!!!!!!!!!!!!!! qqqqqqqqqqq
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
         kkkkk dd  k dddddd  k ddddd  k dddd  k dddddddd  k dddd  kkk dddd  k ddddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn sidebar_small() {
    let mut reader = Reader::comparing(SMALL);
    reader.press("Q");
    expect![[r#"
         passage 2/3  sell                order A  lit auto  ? help
        │ Quotes by speaker  3 quotes  1 speaker  2 articles
        │ Anna Berg mayor                              d1 i1  A1 B1
        │   aka Berg
        │▌d A  “We will never sell”
        │ i B  that the town would not sell
        │
        │ perhaps doubtful, not counted
        │ d?A  perhaps an investor: “The offer … was fair.”
        │
        (3 more)
        │───────────────────────────────────────────────────────────
        │ “We will never sell”
        │
        (2 more)
        │ named there (90 % sure)
         enter go  / filter  o order  f kind  v versions  y copy
        --------------------
         hhhhhhhhhhh                      ddddddddddddddddd  ddddddd
        . hhhhhhhdddddddddd  dddddddd  ddddddddd  dddddddddd
        . hhhhhhhhh ddddd                                     aa bb
        .   dddddddd
        .>d ad qqqqqqqqqqqqqqqqqqqq
        . d bd
        .
        . hhhhhhh ddddddddddddddddddddd
        . d!ad !!!!!!!!!!!!!!!!!!!! qqqqqqqqqqqqqqqqqqqqqqq
        .
        (3 more)
        ............................................................
        . qqqqqqqqqqqqqqqqqqqq
        .
        (2 more)
        . ddddddddddddddddddddddd
         kkkkk dd  k dddddd  k ddddd  k dddd  k dddddddd  k dddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn all_quotes_wide() {
    let mut reader = Reader::new(WIDE);
    reader.press("Q j j");
    expect![[r#"
         Quotes of 2 articles                                                                                 quote 3/3  ? help
         by speaker  3 quotes  1 speaker  2 articles                            │
         Anna Berg mayor                  Evening Star 1  Harbour Post 1  d1 i1 │ perhaps an investor
           aka Berg                                                             │ Harbour Post · 2025-08-18 · Mayor refuses to
         i Evening Star   that the town would not sell                          │ sell the port
         d Harbour Post   “We will never sell”                                  │
                                                                                │ “The offer … was fair.”
         perhaps doubtful, not counted                                          │
        ▌d?Harbour Post   perhaps an investor: “The offer … was fair.”          │
                                                                                │
        (28 more)
                                                                                │ named last (40 % sure)
         enter go  / filter  o order  f kind  v versions  y copy  m matrix  e whose  D no quote  ? help  q back  B bookmark
        --------------------
         hhhhhh ddddddddddddd                                                                                 ddddddddd  ddddddd
         dddddddddd  dddddddd  ddddddddd  dddddddddd                            .
         hhhhhhhhh ddddd                  dddddddddddddddddddddddddddddd        . hhhhhhhhhhhhhhhhhhh
           dddddddd                                                             . dddddddddddddddddddddddddddddddddddddddddddd
         d dddddddddddd d                                                       . ddddddddddddd
         d dddddddddddd d qqqqqqqqqqqqqqqqqqqq                                  .
                                                                                . qqqqqqqqqqqqqqqqqqqqqqq
         hhhhhhh ddddddddddddddddddddd                                          .
        >d!dddddddddddd d !!!!!!!!!!!!!!!!!!!! qqqqqqqqqqqqqqqqqqqqqqq          .
                                                                                .
        (28 more)
                                                                                . dddddddddddddddddddddd
         kkkkk dd  k dddddd  k ddddd  k dddd  k dddddddd  k dddd  k dddddd  k ddddd  k dddddddd  k dddd  k dddd  k dddddddd
    "#]].assert_eq(&reader.shown());
}

#[test]
fn all_quotes_usual() {
    let mut reader = Reader::new(USUAL);
    reader.press("Q j j");
    expect![[r#"
         Quotes of 2 articles                                         quote 3/3  ? help
         by speaker  3 quotes  1 speaker  2 articles
         Anna Berg mayor                          Evening Star 1  Harbour Post 1  d1 i1
           aka Berg
         i Evening Star   that the town would not sell
         d Harbour Post   “We will never sell”

         perhaps doubtful, not counted
        ▌d?Harbour Post   perhaps an investor: “The offer … was fair.”

        (5 more)
        ────────────────────────────────────────────────────────────────────────────────
          perhaps an investor
          Harbour Post · 2025-08-18 · Mayor refuses to sell the port
          “The offer … was fair.”

        (2 more)
          named last (40 % sure)
         enter go  / filter  o order  f kind  v versions  y copy  m matrix  e whose
        --------------------
         hhhhhh ddddddddddddd                                         ddddddddd  ddddddd
         dddddddddd  dddddddd  ddddddddd  dddddddddd
         hhhhhhhhh ddddd                          dddddddddddddddddddddddddddddd
           dddddddd
         d dddddddddddd d
         d dddddddddddd d qqqqqqqqqqqqqqqqqqqq

         hhhhhhh ddddddddddddddddddddd
        >d!dddddddddddd d !!!!!!!!!!!!!!!!!!!! qqqqqqqqqqqqqqqqqqqqqqq

        (5 more)
        ................................................................................
          hhhhhhhhhhhhhhhhhhh
          dddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
          qqqqqqqqqqqqqqqqqqqqqqq

        (2 more)
          dddddddddddddddddddddd
         kkkkk dd  k dddddd  k ddddd  k dddd  k dddddddd  k dddd  k dddddd  k ddddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn all_quotes_small() {
    let mut reader = Reader::new(SMALL);
    reader.press("Q j j");
    expect![[r#"
         Quotes of 2 articles                     quote 3/3  ? help
         by speaker  3 quotes  1 speaker  2 articles
         Anna Berg mayor      Evening Star 1  Harbour Post 1  d1 i1
           aka Berg
         i Evening Star   that the town would not sell
         d Harbour Post   “We will never sell”

         perhaps doubtful, not counted
        ▌d?Harbour Post   perhaps an investor: “The offer … was fa…

        (3 more)
        ────────────────────────────────────────────────────────────
          perhaps an investor
          Harbour Post · 2025-08-18 · Mayor refuses to sell the po…
          “The offer … was fair.”

          named last (40 % sure)
         enter go  / filter  o order  f kind  v versions  y copy
        --------------------
         hhhhhh ddddddddddddd                     ddddddddd  ddddddd
         dddddddddd  dddddddd  ddddddddd  dddddddddd
         hhhhhhhhh ddddd      dddddddddddddddddddddddddddddd
           dddddddd
         d dddddddddddd d
         d dddddddddddd d qqqqqqqqqqqqqqqqqqqq

         hhhhhhh ddddddddddddddddddddd
        >d!dddddddddddd d !!!!!!!!!!!!!!!!!!!! qqqqqqqqqqqqqqqqqqqq

        (3 more)
        ............................................................
          hhhhhhhhhhhhhhhhhhh
          ddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
          qqqqqqqqqqqqqqqqqqqqqqq

          dddddddddddddddddddddd
         kkkkk dd  k dddddd  k ddddd  k dddd  k dddddddd  k dddd
    "#]]
    .assert_eq(&reader.shown());
}
