//! Filters by fields, and filters that are saved.

use expect_test::expect;
use parallax::query::Filter;
use parallax::screen::{Effect, Message};

use super::{Reader, SMALL, USUAL};

#[test]
fn fields_narrow_the_library() {
    let mut reader = Reader::new(USUAL);
    reader.send(Message::Today(20_320));
    filter(&mut reader, "outlet:star");
    reader.shows("filter: outlet:star (1)");
    reader.shows_not("Harbour Post");
    filter(&mut reader, "after:2w");
    reader.shows("filter: after:2w (1)");
    reader.shows("Harbour Post");
    filter(&mut reader, "after:3w before:2w");
    reader.shows("(0)");
    filter(&mut reader, "title:mayor -refuses");
    reader.shows("(0)");
    filter(&mut reader, "mayr \"the port\"");
    reader.shows("(2)");
}

#[test]
fn a_field_that_is_not_understood_is_said() {
    let mut reader = Reader::new(USUAL);
    reader.press("/");
    reader.type_in("after:soon");
    reader.shows("after:soon is no day: write 2025, 2025-08, 2025… · 3 of 3");
    reader.press("enter");
    reader.shows("after:soon is no day: write 2025, 2025-08");
    filter(&mut reader, "speaker:berg");
    reader.shows("speaker: and author: are for the search");
}

#[test]
fn a_filter_is_saved_chosen_and_taken_away() {
    let mut reader = Reader::new(SMALL);
    reader.press("f");
    reader.shows("no filter is saved: F saves one");
    reader.press("F");
    reader.shows("there is no filter to save: / filters");
    filter(&mut reader, "outlet:star");
    reader.press("F");
    reader.shows("save the filter as:");
    reader.type_in("Stars");
    reader.press("enter");
    let stars = saved("Stars", "outlet:star");
    assert_eq!(reader.asked, [Effect::SaveFilter(stars)]);
    reader.press("esc f");
    expect![[r#"
         parallax  3 articles  2 stories                     ? help
         filters:                   ctrl-d takes away · esc cancels

        ▌ Stars                 outlet:star

        (15 more)
        --------------------
         hhhhhhhh                                            ddddddd
         kkkkkkkkk                  dddddddddddddddddddddddddddddddd

        > >>>>>                 ddddddddddd

        (15 more)
    "#]]
    .assert_eq(&reader.shown());
    reader.press("enter");
    reader.shows("filter: outlet:star");
    reader.press("f ctrl-d");
    reader.shows("take away the filter “Stars”?");
    reader.press("n");
    reader.shows("nothing was taken away");
    reader.press("f ctrl-d y");
    assert_eq!(
        reader.asked.last(),
        Some(&Effect::DropFilter("Stars".to_owned()))
    );
    reader.press("f");
    reader.shows("no filter is saved");
}

#[test]
fn filters_that_were_saved_before_are_there() {
    let mut reader = Reader::new(USUAL);
    let filters = [saved("news", "is:unread"), saved("Mayors", "title:mayor")];
    reader.send(Message::Filters(filters.to_vec()));
    reader.press("f");
    assert!(reader.line_of("Mayors") < reader.line_of("news"));
    reader.type_in("nws");
    reader.shows_not("Mayors");
    reader.press("enter");
    reader.shows("filter: is:unread (3)");
    reader.press("F ctrl-u");
    reader.type_in("Mayors");
    reader.press("enter f");
    let expected = saved("Mayors", "is:unread");
    assert_eq!(reader.asked, [Effect::SaveFilter(expected)]);
    reader.shows_not("title:mayor");
}

#[test]
fn the_help_says_what_a_filter_understands() {
    let mut reader = Reader::new(USUAL);
    reader.press("?");
    reader.type_in("quoted");
    reader.shows("What filters and the search understand");
    reader.shows("speaker:name");
}

fn filter(reader: &mut Reader, line: &str) {
    reader.press("/ ctrl-u");
    reader.type_in(line);
    reader.press("enter");
}

fn saved(name: &str, query: &str) -> Filter {
    Filter {
        name: name.to_owned(),
        query: query.to_owned(),
    }
}
