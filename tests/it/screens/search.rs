//! The search in all articles.

use expect_test::expect;
use parallax::query::{Excerpt, Hit, MOST_HITS};
use parallax::screen::{Effect, Message, Ticket};

use super::{Reader, SMALL, USUAL, WIDE, small};

/// What the search screen shows for a line.
fn searching(size: (usize, usize), line: &str) -> Reader {
    let mut reader = Reader::new(size);
    reader.press("s");
    reader.type_in(line);
    reader
}

#[test]
fn search_wide() {
    let reader = searching(WIDE, "sell");
    expect![[r#"
         Search 2 found
         search: sell                                                                                                       1/2

        ▌ Harbour Post  2025-08-18  Mayor refuses to sell the port
            Anna Berg: “We will never sell,”

          Evening Star              The mayor refused to sell the port on…
            Anna Berg: that the town would not sell

        (30 more)
         enter read  down/up move  ctrl-u new search  esc leave
        --------------------
         hhhhhh ddddddd
         kkkkkkkk>>>>                                                                                                       dddd

        > dddddddddddd  dddddddddd  >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>
            nnnnnnnnnnnqqqqqqqqqqqqqqqffffqq

          dddddddddddd              hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
            nnnnnnnnnnnqqqqqqqqqqqqqqqqqqqqqqqqffff

        (30 more)
         kkkkk dddd  kkkkkkk dddd  kkkkkk dddddddddd  kkk ddddd
    "#]].assert_eq(&reader.shown());
}

#[test]
fn search_usual() {
    let mut reader = searching(USUAL, "sell");
    reader.press("down");
    expect![[r#"
         Search 2 found
         search: sell                                                               2/2

          Harbour Post  2025-08-18  Mayor refuses to sell the port
            Anna Berg: “We will never sell,”

        ▌ Evening Star              The mayor refused to sell the port on…
            Anna Berg: that the town would not sell

        (14 more)
         enter read  down/up move  ctrl-u new search  esc leave
        --------------------
         hhhhhh ddddddd
         kkkkkkkk>>>>                                                               dddd

          dddddddddddd  dddddddddd  hhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
            nnnnnnnnnnnqqqqqqqqqqqqqqqffffqq

        > dddddddddddd              >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>
            nnnnnnnnnnnqqqqqqqqqqqqqqqqqqqqqqqqffff

        (14 more)
         kkkkk dddd  kkkkkkk dddd  kkkkkk dddddddddd  kkk ddddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn search_small() {
    let reader = searching(SMALL, "invest");
    expect![[r#"
         Search 2 found
         search: invest                                         1/2

        ▌ Evening Star  The mayor refused to sell the port on…
            An investor from Oslo offered 40 million. The port
            employs 1,300 people.
          Harbour Post  Mayor refuses to sell the port
            The port employs 1,200 people. “The offer,” an investor
            added, “was fair.”

        (9 more)
         enter read  down/up move  ctrl-u new search  esc leave
        --------------------
         hhhhhh ddddddd
         kkkkkkkk>>>>>>                                         dddd

        > dddddddddddd  >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>
               ffffffff

          dddddddddddd  hhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
                                                           ffffffff

        (10 more)
         kkkkk dddd  kkkkkkk dddd  kkkkkk dddddddddd  kkk ddddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn an_empty_line_shows_what_can_be_typed() {
    let reader = searching(SMALL, "");
    expect![[r#"
         Search all articles, quotes and speakers
         search:

          word               this word, in any inflection
          word*              words that begin so
          "two words"        these words in this order
          -word              articles without it; -"two words" too
          speaker:name       who is quoted, with these words if any
          outlet:name        who published it
          author:name        who wrote it
          title:words        what its title has
          tag:name           what you tagged so
          after:2025-08      on that day or later; 2025, today, 3d…
          before:2025-08-18  before that day
          is:unread          or is:read, bookmarked, noted, copy

        (3 more)
         enter read  down/up move  ctrl-u new search  esc leave
        --------------------
         hhhhhh ddddddddddddddddddddddddddddddddd
         kkkkkkkk                                                  d

          kkkk
          kkkkk
          kkkkkkkkkkk
          kkkkk
          kkkkkkkkkkkk
          kkkkkkkkkkk
        (2 more)
          kkkkkkkk
          kkkkkkkkkkkkk
          kkkkkkkkkkkkkkkkk
          kkkkkkkkk

        (3 more)
         kkkkk dddd  kkkkkkk dddd  kkkkkk dddddddddd  kkk ddddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn nothing_found_says_what_to_try() {
    let reader = searching(USUAL, "zebra \"two words\" -port is:unread ");
    expect![[r#"
         Search 0 found
         search: zebra "two words" -port is:unread

           nothing found; what may find more:
             fewer words: all of them must be there
             the words without quotation marks
             the beginning of a word: zelen*
             nothing left out with -
             fewer fields

        (13 more)
         enter read  down/up move  ctrl-u new search  esc leave
        --------------------
         hhhhhh ddddddd
         kkkkkkkk>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>                                    d

           dddddddddddddddddddddddddddddddddd

        (18 more)
         kkkkk dddd  kkkkkkk dddd  kkkkkk dddddddddd  kkk ddddd
    "#]]
    .assert_eq(&reader.shown());
}

#[test]
fn what_is_not_understood_is_said() {
    let mut reader = searching(USUAL, "port after:20");
    reader.shows_not("no day");
    reader.shows("2 found");
    reader.type_in("x");
    reader.shows("after:20x is no day: write 2025, 2025-08");
    reader.shows("2 found");
}

#[test]
fn a_hit_opens_at_its_words_and_leads_back() {
    let mut reader = searching(WIDE, "port");
    reader.press("down enter");
    reader.shows("Evening Star");
    reader.shows("port: 1/2");
    assert_eq!(reader.with('f') + &reader.with('l'), "portport");
    reader.press("n");
    reader.shows("port: 2/2");
    reader.press("ctrl-o");
    reader.shows("search: port");
    reader.shows("2/2");
    reader.press("esc");
    reader.shows("parallax  3 articles");
    reader.press("s");
    reader.shows("search: port");
    reader.shows("2 found");
}

#[test]
fn a_quote_is_found_by_its_speaker_and_lit() {
    let mut reader = searching(USUAL, "speaker:berg sell");
    reader.shows("Anna Berg: “We will never sell,”");
    reader.press("enter");
    assert_eq!(reader.with('l'), "We will never sell,");
    reader.shows("speaker:berg sell: 3/3");
    reader.press("n");
    reader.shows("around to the first match");
    reader.press("Q");
    reader.shows("Anna Berg");
}

#[test]
fn an_article_is_waited_for() {
    let mut reader = Reader::waiting(USUAL, false);
    reader.held = Some(Vec::new());
    reader.press("s");
    reader.type_in("fair");
    let ticket = last_search(&reader);
    let hit = Hit {
        title: "Mayor refuses".to_owned(),
        at: Some(150),
        ..Hit::default()
    };
    reader.send(Message::Found(ticket, vec![(0, hit)]));
    reader.press("enter");
    reader.shows("reading post.txt…");
    reader.send(Message::Read(0, Ok(small::left())));
    reader.shows("fair: 1/1");
    reader.press("q");
    reader.shows("search: fair");
}

#[test]
fn only_the_last_answer_counts() {
    let mut reader = Reader::new(USUAL);
    reader.held = Some(Vec::new());
    reader.press("s");
    reader.type_in("po");
    let first = last_search(&reader);
    reader.type_in("rt");
    let last = last_search(&reader);
    assert!(reader.asked.contains(&Effect::Forget(first)));
    reader.send(Message::Found(first, vec![(0, hit("Too late"))]));
    reader.shows_not("Too late");
    reader.shows("searching…");
    reader.press("enter");
    reader.shows("still searching");
    reader.send(Message::Found(last, vec![(0, hit("In time"))]));
    reader.shows("In time");
    reader.press("esc");
    reader.press("s ctrl-u");
    reader.type_in("x");
    assert_ne!(
        last_search(&reader),
        last,
        "one letter begins too much to be looked for"
    );
}

#[test]
fn an_answer_that_does_not_come_is_given_up() {
    let mut reader = Reader::new(USUAL);
    reader.held = Some(Vec::new());
    reader.press("s");
    reader.type_in("port");
    let ticket = last_search(&reader);
    reader.send(Message::Failed(
        Some(ticket),
        "the library can't be read".to_owned(),
    ));
    reader.shows("the library can't be read");
    reader.shows_not("searching…");
    reader.type_in(" ");
    assert_ne!(last_search(&reader), ticket, "it is asked for again");
}

#[test]
fn no_more_than_the_best_are_shown() {
    let mut reader = Reader::new(USUAL);
    reader.held = Some(Vec::new());
    reader.press("s");
    reader.send(Message::Pasted("the\nport".to_owned()));
    reader.shows("search: the port");
    let ticket = last_search(&reader);
    let hits = (0..MOST_HITS).map(|number| (0, hit(&format!("Article {number}"))));
    reader.send(Message::Found(ticket, hits.collect()));
    reader.shows("the 200 best");
    reader.press("pgdn pgdn");
    reader.shows("11/200");
    reader.press("up");
    assert!(reader.here().contains("Article 9"), "{}", reader.here());
}

#[test]
fn nothing_in_a_hit_acts_on_the_terminal() {
    let mut reader = Reader::new(SMALL);
    reader.held = Some(Vec::new());
    reader.press("s");
    reader.type_in("red");
    let ticket = last_search(&reader);
    let hit = Hit {
        excerpt: Excerpt {
            text: "\u{1b}[31mred\u{202e}".to_owned(),
            found: Vec::new(),
        },
        ..hit("\u{9b}2Jtitle")
    };
    reader.send(Message::Found(ticket, vec![(0, hit)]));
    reader.shows("␛[31mred�");
    reader.shows("�2Jtitle");
}

#[test]
fn nothing_is_searched_for_in_an_article_yet() {
    let mut reader = Reader::new(USUAL);
    reader.press("enter n");
    reader.shows("nothing is searched for");
}

fn hit(title: &str) -> Hit {
    Hit {
        title: title.to_owned(),
        ..Hit::default()
    }
}

/// The ticket of the search that was asked for last.
#[track_caller]
fn last_search(reader: &Reader) -> Ticket {
    let held = reader.held.as_ref().unwrap().iter().rev();
    let mut searches = held.filter(|effect| matches!(effect, Effect::Search(..)));
    searches.next().and_then(Effect::ticket).unwrap()
}
