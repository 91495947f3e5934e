//! One article.

use expect_test::expect;

use super::{Reader, SMALL, USUAL, WIDE};

#[test]
fn article_wide() {
    let mut reader = Reader::new(WIDE);
    reader.press("enter / w i l l enter s");
    expect![[r#"
         Harbour Post  35 words  2 quotes  will: 1/1  100 %                                                              ? help

                 Mayor refuses to sell the port

               " The mayor refused to sell the port on Monday. “We will never sell,” Anna
                 Berg told reporters.

                 Workers cheered outside the town hall.

                 The harbour

               " The port employs 1,200 people. “The offer,” an investor added, “was
                 fair.”

                 Read more

        (23 more)
         Q quotes  s/S speaker  / find  n/N match  c compare  ctrl-o return  ? help  q back  e whose  D no quote
        --------------------
         hhhhhhhhhhhh  ddddddddddddddddddddddddddddd  ddddd                                                              ddddddd

                 hhhhhhhhhhhhhhhhhhhhhhhhhhhhhh

               q                                                lllllllllllllllllll  nnnn
                 nnnn

        (2 more)
                 sssssssssss

               q                                 qqqqqqqqqq                      qqq
                 qqqqq

                 ddddddddd

        (23 more)
         k dddddd  kkk ddddddd  k dddd  kkk ddddd  k ddddddd  kkkkkk dddddd  k dddd  k dddd  k ddddd  k dddddddd
    "#]].assert_eq(&reader.shown());
}

#[test]
fn article_usual() {
    let mut reader = Reader::new(USUAL);
    reader.press("enter / w i l l enter s");
    expect![[r#"
         Harbour Post  35 words  2 quotes  will: 1/1  100 %                      ? help

              Mayor refuses to sell the port

            " The mayor refused to sell the port on Monday. “We will never sell,” Anna
              Berg told reporters.

              Workers cheered outside the town hall.

              The harbour

            " The port employs 1,200 people. “The offer,” an investor added, “was
              fair.”

              Read more

        (7 more)
         Q quotes  s/S speaker  / find  n/N match  c compare  ctrl-o return  ? help
        --------------------
         hhhhhhhhhhhh  ddddddddddddddddddddddddddddd  ddddd                      ddddddd

              hhhhhhhhhhhhhhhhhhhhhhhhhhhhhh

            q                                                lllllllllllllllllll  nnnn
              nnnn

        (2 more)
              sssssssssss

            q                                 qqqqqqqqqq                      qqq
              qqqqq

              ddddddddd

        (7 more)
         k dddddd  kkk ddddddd  k dddd  kkk ddddd  k ddddddd  kkkkkk dddddd  k dddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn article_small() {
    let mut reader = Reader::new(SMALL);
    reader.press("enter / w i l l enter s");
    expect![[r#"
         Harbour Post  35 words  2 quotes  will: 1/1  100 %  ? help

            Mayor refuses to sell the port

          " The mayor refused to sell the port on Monday. “We will
            never sell,” Anna Berg told reporters.

            Workers cheered outside the town hall.

            The harbour

          " The port employs 1,200 people. “The offer,” an investor
            added, “was fair.”

            Read more

        (3 more)
         Q quotes  s/S speaker  / find  n/N match  c compare
        --------------------
         hhhhhhhhhhhh  ddddddddddddddddddddddddddddd  ddddd  ddddddd

            hhhhhhhhhhhhhhhhhhhhhhhhhhhhhh

          q                                                lllllll
            lllllllllll  nnnnnnnnn

        (2 more)
            sssssssssss

          q                                 qqqqqqqqqq
                    qqqqqqqqq

            ddddddddd

        (3 more)
         k dddddd  kkk ddddddd  k dddd  kkk ddddd  k ddddddd
    "#]]
    .assert_eq(&reader.shown());
}
