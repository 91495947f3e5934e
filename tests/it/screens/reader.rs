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
         the only quote of Anna Berg
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
         >>>>>>>>>>>>>>>>>>>>>>>>>>>
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
         the only quote of Anna Berg
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
         >>>>>>>>>>>>>>>>>>>>>>>>>>>
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
         the only quote of Anna Berg
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
         >>>>>>>>>>>>>>>>>>>>>>>>>>>
    "#]]
    .assert_eq(&reader.shown());
}
