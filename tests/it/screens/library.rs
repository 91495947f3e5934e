//! The list of articles.

use expect_test::expect;

use super::{Reader, SMALL, USUAL, WIDE};

#[test]
fn library_wide() {
    let mut reader = Reader::new(WIDE);
    reader.press("space j");
    expect![[r#"
         parallax  3 articles  2 stories                                                                                 ? help
           OUTLET        DATE        TITLE                       WORDS  QUOTES   WITH A │ Evening Star.txt
         A Harbour Post  2025-08-18  Mayor refuses to sell the…     35       2          │
        ▌  Evening Star              ¶ The mayor refused to se…     29       1  35 ███  │ Quoted: Anna Berg 1
           empty.txt                 empty: nothing to read                             │
                                                                                        │ The mayor refused to sell the port on
                                                                                        │ Tuesday. Berg said that the town
                                                                                        │ would not sell.
                                                                                        │
                                                                                        │ An investor from Oslo offered 40
                                                                                        │ million. The port employs 1,300
                                                                                        │ people.
                                                                                        │
        (26 more)
         space pick  enter read  c compare  / filter  s search  Q quotes  m matrix  C coverage  S sort  ? help  q quit  t tags
        --------------------
         hhhhhhhh                                                                                                        ddddddd
           dddddd        dddd        ddddd                      dddddd ddddddd dddddddd . dddddddddddddddd
         k               dddddddddd                             dddddd ddddddd          .
        >  >>>>>>>>>>>>              >>>>>>>>>>>>>>>>>>>>>>>>>> dddddd ddddddd     aaa  . qqqqqqqqqqqqqqqqqqq
                                     !!!!!!!!!!!!!!!!!!!!!!                             .
                                                                                        .
        (33 more)
         kkkkk dddd  kkkkk dddd  k ddddddd  k dddddd  k dddddd  k dddddd  k dddddd  k dddddddd  k dddd  k dddd  k dddd  k dddd
    "#]].assert_eq(&reader.shown());
}

#[test]
fn library_usual() {
    let mut reader = Reader::new(USUAL);
    reader.press("space j");
    expect![[r#"
         parallax  3 articles  2 stories                                         ? help
           OUTLET        DATE        TITLE                       WORDS  QUOTES   WITH A
         A Harbour Post  2025-08-18  Mayor refuses to sell the…     35       2
        ▌  Evening Star              ¶ The mayor refused to se…     29       1  35 ███
           empty.txt                 empty: nothing to read

        (6 more)
        ────────────────────────────────────────────────────────────────────────────────
         Evening Star.txt

         Quoted: Anna Berg 1

         The mayor refused to sell the port on Tuesday. Berg said that the town would
         not sell.

         An investor from Oslo offered 40 million. The port employs 1,300 people.


         space pick  enter read  c compare  / filter  s search  Q quotes  m matrix
        --------------------
         hhhhhhhh                                                                ddddddd
           dddddd        dddd        ddddd                      dddddd ddddddd dddddddd
         k               dddddddddd                             dddddd ddddddd
        >  >>>>>>>>>>>>              >>>>>>>>>>>>>>>>>>>>>>>>>> dddddd ddddddd     aaa
                                     !!!!!!!!!!!!!!!!!!!!!!

        (6 more)
        ................................................................................
         dddddddddddddddd

         qqqqqqqqqqqqqqqqqqq

        (6 more)
         kkkkk dddd  kkkkk dddd  k ddddddd  k dddddd  k dddddd  k dddddd  k dddddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn library_small() {
    let mut reader = Reader::new(SMALL);
    reader.press("space j");
    expect![[r#"
         parallax  3 articles  2 stories                     ? help
           OUTLET        TITLE               WORDS  QUOTES   WITH A
         A Harbour Post  Mayor refuses to …     35       2
        ▌  Evening Star  ¶ The mayor refus…     29       1  35 ███
           empty.txt     empty: nothing to read

        (13 more)
         space pick  enter read  c compare  / filter  s search
        --------------------
         hhhhhhhh                                            ddddddd
           dddddd        ddddd              dddddd ddddddd dddddddd
         k                                  dddddd ddddddd
        >  >>>>>>>>>>>>  >>>>>>>>>>>>>>>>>> dddddd ddddddd     aaa
                         !!!!!!!!!!!!!!!!!!!!!!

        (13 more)
         kkkkk dddd  kkkkk dddd  k ddddddd  k dddddd  k dddddd
    "#]]
    .assert_eq(&reader.shown());
}
