//! The library, sorted by story.

use expect_test::expect;
use parallax::screen::{Effect, Message, update};

use super::{Reader, SMALL, USUAL, WIDE, digest};

const ARTICLES: [(&str, &str); 6] = [
    (
        "Coast News",
        "The ferry Aurora ran aground off Tarbert with 80 passengers aboard. Captain Moira Lennox blamed the fog.",
    ),
    (
        "Post",
        "A fire at the Corby paint factory killed two workers. The blaze began in the dryer, owner Nils Holm said.",
    ),
    (
        "Chess Weekly",
        "Eleven-year-old Priya Raman won the national final in Leeds. She began with the Sicilian defence.",
    ),
    (
        "Star",
        "Two workers died when the paint factory in Corby burned down. Nils Holm, its owner, promised an inquiry.",
    ),
    (
        "Islander",
        "All 80 passengers left the Aurora unhurt after the ferry ran onto rocks near Tarbert in fog.",
    ),
    (
        "Mail",
        "Corby mourns two workers after the paint factory fire. The blaze was out by Tuesday. Holm would not speak.",
    ),
];

#[test]
fn articles_of_one_event_stand_together() {
    let mut reader = Reader::library(WIDE, &ARTICLES);
    reader.shows("6 articles  3 stories");
    reader.press("S");
    expect![[r#"
         parallax  6 articles  3 stories  sorted by story                                                                ? help
           OUTLET        TITLE                                           WORDS  QUOTES  │
         ▾ Story 1: Nils Holm, Corby, paint factory                          3 articles │ Quoted: Nils Holm 1
        ▌  Post          ¶ A fire at the Corby paint factory killed tw…     20       1  │
           Star          ¶ Two workers died when the paint factory in …     18       1  │ A fire at the Corby paint factory
           Mail          ¶ Corby mourns two workers after the paint fa…     19       0  │ killed two workers. The blaze began
         ▾ Story 2: Aurora, Tarbert, ferry                                   2 articles │ in the dryer, owner Nils Holm said.
           Coast News    ¶ The ferry Aurora ran aground off Tarbert wi…     17       1  │
           Islander      ¶ All 80 passengers left the Aurora unhurt af…     17       0  │
         ▾ On their own                                                       1 article │
           Chess Weekly  ¶ Eleven-year-old Priya Raman won the nationa…     17       0  │
                                                                                        │
        (27 more)
         by story
        --------------------
         hhhhhhhh                         ddddddddddddddd                                                                ddddddd
           dddddd        ddddd                                          dddddd ddddddd  .
         d hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh                          dddddddddd . qqqqqqqqqqqqqqqqqqq
        >  >>>>          >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> dddddd ddddddd  .
                                                                        dddddd ddddddd  .
                                                                        dddddd ddddddd  .
         d hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh                                   dddddddddd .
                                                                        dddddd ddddddd  .
                                                                        dddddd ddddddd  .
         d hhhhhhhhhhhh                                                       ddddddddd .
                                                                        dddddd ddddddd  .
                                                                                        .
        (27 more)
         >>>>>>>>
    "#]].assert_eq(&reader.shown());
}

#[test]
fn stories_fold() {
    let mut reader = Reader::library(USUAL, &ARTICLES);
    reader.press("S z");
    reader.shows_not("   Mail  ");
    expect![[r#"
         parallax  6 articles  3 stories  sorted by story                        ? help
           OUTLET        TITLE                                           WORDS  QUOTES
        ▌▸ Story 1: Nils Holm, Corby, paint factory                          3 articles
         ▾ Story 2: Aurora, Tarbert, ferry                                   2 articles
           Coast News    ¶ The ferry Aurora ran aground off Tarbert wi…     17       1
           Islander      ¶ All 80 passengers left the Aurora unhurt af…     17       0
         ▾ On their own                                                       1 article
           Chess Weekly  ¶ Eleven-year-old Priya Raman won the nationa…     17       0

        (3 more)
        ────────────────────────────────────────────────────────────────────────────────
         Story 1: Nils Holm, Corby, paint factory

         Post
         ¶ A fire at the Corby paint factory killed two workers.

         Star
         ¶ Two workers died when the paint factory in Corby burned down.

         Mail
         ¶ Corby mourns two workers after the paint factory fire.
         space pick  enter read  c compare  / filter  s search  Q quotes  m matrix
        --------------------
         hhhhhhhh                         ddddddddddddddd                        ddddddd
           dddddd        ddddd                                          dddddd ddddddd
        >d >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>                          dddddddddd
         d hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh                                   dddddddddd
                                                                        dddddd ddddddd
                                                                        dddddd ddddddd
         d hhhhhhhhhhhh                                                       ddddddddd
                                                                        dddddd ddddddd

        (3 more)
        ................................................................................
         hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh

         dddd
         hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh

         dddd
         hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh

         dddd
         hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
         kkkkk dddd  kkkkk dddd  k ddddddd  k dddddd  k dddddd  k dddddd  k dddddd
    "#]]
    .assert_eq(&reader.shown());
    reader.press("enter j");
    reader.shows("▌  Post");
}

#[test]
fn all_stories_fold() {
    let mut reader = Reader::library(USUAL, &ARTICLES);
    reader.press("S Z");
    for outlet in ["   Post  ", "   Islander  ", "   Chess Weekly  "] {
        reader.shows_not(outlet);
    }
    reader.press("Z G enter");
    reader.shows("Eleven-year-old");
}

#[test]
fn stories_in_a_small_window() {
    let mut reader = Reader::library(SMALL, &ARTICLES);
    reader.press("S");
    expect![[r#"
         parallax  6 articles  3 stories  sorted by story    ? help
           OUTLET        TITLE                       WORDS  QUOTES
         ▾ Story 1: Nils Holm, Corby, paint factory      3 articles
        ▌  Post          ¶ A fire at the Corby pai…     20       1
           Star          ¶ Two workers died when t…     18       1
           Mail          ¶ Corby mourns two worker…     19       0
         ▾ Story 2: Aurora, Tarbert, ferry               2 articles
           Coast News    ¶ The ferry Aurora ran ag…     17       1
           Islander      ¶ All 80 passengers left …     17       0
         ▾ On their own                                   1 article
           Chess Weekly  ¶ Eleven-year-old Priya R…     17       0








         by story
    "#]]
    .assert_eq(&reader.text());
}

#[test]
fn sorting_turns_through_its_kinds() {
    let mut reader = Reader::library(USUAL, &ARTICLES);
    reader.press("space S");
    reader.shows("sorted by what is in common with A");
    reader.press("S");
    reader.shows("sorted by story");
    reader.press("S");
    reader.shows_not("sorted by");
    reader.press("z");
    reader.shows("there are no stories to fold: S sorts by story");
}

#[test]
fn a_head_is_no_article() {
    let mut reader = Reader::library(USUAL, &ARTICLES);
    reader.press("S g space");
    reader.shows("this is a story: go to one of its articles");
    reader.press("c");
    reader.shows("this is a story: go to one of its articles");
}

#[test]
fn a_filter_leaves_what_matches_under_its_story() {
    let mut reader = Reader::library(USUAL, &ARTICLES);
    reader.press("S / c o r b y enter");
    reader.shows("3 articles");
    reader.shows_not("Aurora");
    reader.press("esc");
    reader.shows("Aurora");
}

/// The stories are found anew once all is read, and what was asked for before is no longer wanted.
#[test]
fn stories_follow_what_is_read() {
    let mut reader = Reader::unread(USUAL, 3);
    let read = |reader: &mut Reader, number: usize, article: usize| {
        let (outlet, text) = ARTICLES[article];
        reader.send(Message::Read(number, Ok(digest(outlet, text))));
    };
    read(&mut reader, 0, 1);
    reader.press("S");
    reader.shows("Not read");
    read(&mut reader, 1, 3);
    read(&mut reader, 2, 5);
    reader.shows_not("Not read");
    reader.shows("Story 1");
    reader.shows("3 articles  1 story");
}

#[test]
fn a_late_answer_is_dropped() {
    let mut reader = Reader::unread(USUAL, 1);
    let (outlet, text) = ARTICLES[0];
    let mut asked = || {
        let read = Message::Read(0, Ok(digest(outlet, text)));
        let effects = update(&mut reader.state, read);
        let group = |effect: &&Effect| matches!(effect, Effect::Group(..));
        let ticket = effects.iter().find(group).and_then(Effect::ticket);
        (ticket.unwrap(), effects)
    };
    let (first, _) = asked();
    let (second, effects) = asked();
    assert!(effects.contains(&Effect::Forget(first)));
    reader.send(Message::Grouped(first, Vec::new()));
    reader.shows_not("stories");
    reader.send(Message::Grouped(second, Vec::new()));
    reader.shows("0 stories");
}
