//! Two articles side by side.

use expect_test::expect;

use super::{Reader, SMALL, USUAL, WIDE};

#[test]
fn comparison_wide() {
    let reader = Reader::comparing(WIDE);
    expect![[r#"
         passage 1/3  port, Monday                                                                    order A  lit auto  ? help
         A  Harbour Post · 2025-08-18 · 35 words                     B  Evening Star · 29 words
            Mayor refuses to sell the port                          │
                                                                    │
        ┃=  The mayor refused to sell the port on Monday.           ┃=  The mayor refused to sell the port on Tuesday.
                                                                    │
         ~" “We will never sell,” Anna Berg told reporters.         │~' Berg said that the town would not sell.
                                                                    │   ↷ passage 3: people
                                                                    │
         +  Workers cheered outside the town hall.                  │
                                                                    │
                                                                    │+  An investor from Oslo offered 40 million.
                                                                    │
            The harbour                                             │
         =  The port employs 1,200 people.                          │=  The port employs 1,300 people.
                                                                    │
         +" “The offer,” an investor added, “was fair.”             │
                                                                    │
            Read more                                               │
                                                                    │
        (19 more)
         n/N passage  ]/[ only here  L list  Q quotes  s/S speaker  d lit  z fold  o order  x swap  / find  ctrl-o return
        --------------------
         hhhhhhhhhhh                                                                                  ddddddddddddddddd  ddddddd
         k  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa                     k  bbbbbbbbbbbbbbbbbbbbbbb
            hhhhhhhhhhhhhhhhhhhhhhhhhhhhhh                          .
                                                                    .
        >>                                        xxxxxx            >>                                        xxxxxxx
                                                                    .
          q  qqqqqqqqqqqqqq====q                                    . q                                   ====
                                                                    .   ddddddddddddddddddd
                                                                    .
         >                                                          .
                                                                    .
                                                                    .>
                                                                    .
            sssssssssss                                             .
                             xxxxx                                  .                    xxxxx
                                                                    .
         >q  qqqqqqqqqq                      qqqqqqqqq              .
                                                                    .
            ddddddddd                                               .
                                                                    .
        (19 more)
         kkk ddddddd  kkk ddddddddd  k dddd  k dddddd  kkk ddddddd  k ddd  k dddd  k ddddd  k dddd  k dddd  kkkkkk dddddd
    "#]].assert_eq(&reader.shown());
}

#[test]
fn comparison_usual() {
    let reader = Reader::comparing(USUAL);
    expect![[r#"
         passage 1/3  port, Monday                            order A  lit auto  ? help
         A  Harbour Post · 2025-08-18 · 35 wor…  B  Evening Star · 29 words
            Mayor refuses to sell the port      │
                                                │
        ┃=  The mayor refused to sell the port  ┃=  The mayor refused to sell the port
        ┃   on Monday.                          ┃   on Tuesday.
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
            The harbour                         │
         =  The port employs 1,200 people.      │=  The port employs 1,300 people.
                                                │
         +" “The offer,” an investor added,     │
            “was fair.”                         │
                                                │
         n/N passage  ]/[ only here  L list  Q quotes  s/S speaker  d lit  z fold
        --------------------
         hhhhhhhhhhh                                          ddddddddddddddddd  ddddddd
         k  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa  k  bbbbbbbbbbbbbbbbbbbbbbb
            hhhhhhhhhhhhhhhhhhhhhhhhhhhhhh      .
                                                .
        >>                                      >>
        >      xxxxxx                           >      xxxxxxx
                                                .
          q  qqqqqqqqqqqqqq====q                . q
                                                .   ====
                                                .   ddddddddddddddddddd
                                                .
         >                                      .
                                                .
                                                .
                                                .>
                                                .
                                                .
            sssssssssss                         .
                             xxxxx              .                    xxxxx
                                                .
         >q  qqqqqqqqqq                         .
             qqqqqqqqq                          .
                                                .
         kkk ddddddd  kkk ddddddddd  k dddd  k dddddd  kkk ddddddd  k ddd  k dddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn comparison_small() {
    let reader = Reader::comparing(SMALL);
    expect![[r#"
         passage 1/3  port, Monday        order A  lit auto  ? help
        A  Harbour Post · 2025-08-18… B  Evening Star · 29 words
            Mayor refuses to sell the port

        A=  The mayor refused to sell the port on Monday.
        B=  The mayor refused to sell the port on Tuesday.

        A~" “We will never sell,” Anna Berg told reporters.
        B~' Berg said that the town would not sell.
            ↷ passage 3: people

        A+  Workers cheered outside the town hall.

        B+  An investor from Oslo offered 40 million.

            The harbour
        A=  The port employs 1,200 people.
        B=  The port employs 1,300 people.

         n/N passage  ]/[ only here  L list  Q quotes  s/S speaker
        --------------------
         hhhhhhhhhhh                      ddddddddddddddddd  ddddddd
        k  aaaaaaaaaaaaaaaaaaaaaaaaaa k  bbbbbbbbbbbbbbbbbbbbbbb
            hhhhhhhhhhhhhhhhhhhhhhhhhhhhhh

        >>                                        xxxxxx
        >>                                        xxxxxxx

        > q  qqqqqqqqqqqqqq====q
        > q                                   ====
            ddddddddddddddddddd

        >>

        >>

            sssssssssss
        >                    xxxxx
        >                    xxxxx

         kkk ddddddd  kkk ddddddddd  k dddd  k dddddd  kkk ddddddd
    "#]]
    .assert_eq(&reader.shown());
}
