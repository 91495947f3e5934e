//! The list of all that the reader made.

use expect_test::expect;
use parallax::annotation::{Annotation, Body, Target};
use parallax::article::Fingerprint;
use parallax::screen::Message;

use super::marking::{kept, library, stored};
use super::{Reader, SMALL, USUAL, WIDE};

/// A reader who has made something of every kind.
fn busy(size: (usize, usize)) -> Reader {
    let mut reader = library(size);
    reader.press("enter s B s D q q t");
    reader.type_in("port");
    reader.press("enter j enter A G enter");
    reader.type_in("100 more than in the Post");
    reader.press("enter q k space j enter t enter G enter q esc esc");
    let elsewhere = Annotation {
        target: Target::whole(Fingerprint::of("a text that is gone")),
        body: Body::Note("what was this about?".to_owned()),
    };
    let mut all = vec![elsewhere];
    all.extend(stored(&reader));
    let mut later = library(size);
    later.send(Message::Annotated(all));
    later
}

#[test]
fn made_wide() {
    let mut reader = busy(WIDE);
    reader.press("M j");
    expect![[r#"
         What you made of articles  6 of 6 newest first                                                                  ? help
         all 6  bookmarks 1  notes 2  tags 1  quotes 1  links 1                 │
         = Post         tied  Mayor Anna Berg kept the port on Monday.          │ Star · Town keeps its port
        ▌» Star         100 more than in the Post  The port employs 1,300 peop… │ » 100 more than in the Post
         # Post         #port  Mayor keeps the port                             │
         * Post         no quote  The offer was far too low,                    │ The port employs 1,300 people.
         ◆ Post         We will never sell the port to anybody,                 │
         »              what was this about?  its article is not in the library │
                                                                                │
        (30 more)
         enter go  D take away  f kind  o order  / filter  ? help  q back
        --------------------
         hhhhhhhhhhhhhhhhhhhhhhhhh  ddddddddddddddddddd                                                                  ddddddd
         kkkkk  ddddddddddd  ddddddd  dddddd  dddddddd  ddddddd                 .
         k dddd               dddddddddddddddddddddddddddddddddddddddd          . dddddddddddddddddddddddddd
        >k dddd         >>>>>>>>>>>>>>>>>>>>>>>>>  dddddddddddddddddddddddddddd . >>>>>>>>>>>>>>>>>>>>>>>>>>>
         k dddd                dddddddddddddddddddd                             .
         k dddd                   dddddddddddddddddddddddddd                    .
         k dddd                                                                 .
         k                                    ddddddddddddddddddddddddddddddddd .
                                                                                .
        (30 more)
         kkkkk dd  k ddddddddd  k dddd  k ddddd  k dddddd  k dddd  k dddd
    "#]].assert_eq(&reader.shown());
}

#[test]
fn made_usual() {
    let mut reader = busy(USUAL);
    reader.press("M o j j");
    expect![[r#"
         What you made of articles  6 of 6 by article                            ? help
         all 6  bookmarks 1  notes 2  tags 1  quotes 1  links 1
         Post · Mayor keeps the port
          # #port
          = tied  Mayor Anna Berg kept the port on Monday.
          ◆ We will never sell the port to anybody,
        ▌ * no quote  The offer was far too low,
         Star · Town keeps its port
          » 100 more than in the Post  The port employs 1,300 people.
         its article is not in the library
          » what was this about?

        (3 more)
        ────────────────────────────────────────────────────────────────────────────────
          Post · Mayor keeps the port
          * no quote
          The offer was far too low,

        (3 more)
         enter go  D take away  f kind  o order  / filter  ? help  q back
        --------------------
         hhhhhhhhhhhhhhhhhhhhhhhhh  ddddddddddddddddd                            ddddddd
         kkkkk  ddddddddddd  ddddddd  dddddd  dddddddd  ddddddd
         hhhhhhhhhhhhhhhhhhhhhhhhhhh
          k
          k       dddddddddddddddddddddddddddddddddddddddd
          k
        > k >>>>>>>>  dddddddddddddddddddddddddd
         hhhhhhhhhhhhhhhhhhhhhhhhhh
          k                            dddddddddddddddddddddddddddddd
         hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
          k

        (3 more)
        ................................................................................
          ddddddddddddddddddddddddddd
          >>>>>>>>>>

        (4 more)
         kkkkk dd  k ddddddddd  k dddd  k ddddd  k dddddd  k dddd  k dddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn made_small() {
    let mut reader = busy(SMALL);
    reader.press("M G");
    expect![[r#"
         What you made of articles  6 of 6 newest first      ? help
         all 6  bookmarks 1  notes 2  tags 1  quotes 1  links 1
         = Post         tied  Mayor Anna Berg kept the port on Mon…
         » Star         100 more than in the Post  The port employ…
         # Post         #port  Mayor keeps the port
         * Post         no quote  The offer was far too low,
         ◆ Post         We will never sell the port to anybody,
        ▌»              what was this about?  its article is not i…

        (4 more)
        ────────────────────────────────────────────────────────────
          its article is not in the library
          » what was this about?

        (2 more)
         enter go  D take away  f kind  o order  / filter  ? help
    "#]]
    .assert_eq(&super::squeezed(&reader.text()));
}

#[test]
fn enter_goes_to_the_place_and_ctrl_o_comes_back() {
    let mut reader = busy(USUAL);
    reader.press("M");
    reader.down_to("100 more");
    let here = reader.here();
    reader.press("enter");
    reader.shows("Star  ");
    assert_eq!(reader.with('l'), "The port employs 1,300 people.");
    reader.press("ctrl-o");
    assert_eq!(reader.here(), here);
    reader.down_to("◆");
    reader.press("enter");
    assert_eq!(reader.with('l'), "We will never sell the port toanybody,");
    reader.press("e");
    reader.shows("whose:");
    reader.press("esc B");
    reader.shows("bookmark taken away");
    reader.press("ctrl-o");
    reader.shows("all 5  notes 2");
}

#[test]
fn enter_opens_both_articles_of_a_tie() {
    let mut reader = busy(WIDE);
    reader.press("M");
    reader.down_to("tied");
    reader.press("enter");
    reader.shows("A  Post");
    reader.shows("B  Star");
    reader.press("ctrl-o");
    reader.shows("What you made of articles");
}

#[test]
fn what_is_no_longer_in_the_library_is_listed_and_says_so() {
    let mut reader = busy(USUAL);
    reader.press("M G");
    reader.shows("what was this about?");
    reader.shows("its article is not in the library");
    reader.press("enter");
    reader.shows("What you made of articles");
    reader.press("D");
    reader.shows("note taken away (u: undo)");
    reader.shows_not("what was this about?");
    reader.press("u");
    reader.shows("what was this about?");
}

#[test]
fn things_are_taken_away_and_come_back() {
    let mut reader = busy(WIDE);
    reader.press("M");
    reader.down_to("no quote");
    reader.press("D");
    reader.shows("as it was found (u: undo)");
    assert_eq!(
        kept(&reader),
        ["-Verdict(NotAQuote): The offer was far too low,"]
    );
    reader.press("q");
    reader.shows("Quoted: Anna Berg 2");
    reader.press("u");
    reader.shows("Quoted: Anna Berg 1");
    reader.press("M");
    reader.shows("no quote");
}

#[test]
fn the_list_is_narrowed_by_words_and_kind() {
    let mut reader = busy(USUAL);
    reader.press("M /");
    reader.type_in("star 100");
    reader.shows("1 of 6");
    reader.shows("100 more than");
    reader.press("enter esc f");
    reader.shows("bookmarks 1");
    reader.shows_not("#port");
    reader.press("f f");
    reader.shows("#port");
    reader.shows_not("◆");
    reader.press("esc");
    reader.shows("◆");
    reader.press("esc");
    reader.shows("parallax");
}

#[test]
fn nothing_made_is_said() {
    let mut reader = library(USUAL);
    reader.press("M");
    reader.shows("nothing is marked yet: B bookmarks, A notes");
    reader.press("enter M");
    reader.shows("nothing is marked yet");
}
