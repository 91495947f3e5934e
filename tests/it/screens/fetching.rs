//! What the reader has brought into the library while it is open.

use parallax::screen::{Effect, Message};

use super::{Reader, USUAL};

#[test]
fn the_library_is_brought_up_to_date_in_the_background() {
    let mut reader = Reader::of_store(USUAL, Vec::new());
    reader.press("U");
    assert_eq!(reader.asked, [Effect::Sync]);
    reader.shows("fetching…");
    reader.press("U");
    assert_eq!(reader.asked, [Effect::Sync], "not twice");
    reader.shows("something is being fetched already");
    reader.send(Message::Fetching(Some("3 of 7 feeds".to_owned())));
    reader.shows("3 of 7 feeds");
    reader.send(Message::Fetching(None));
    reader.send(Message::Told("2 new".to_owned()));
    reader.shows("2 new");
    assert!(!reader.shown().contains("of 7 feeds"));
}

#[test]
fn what_is_typed_is_added() {
    let mut reader = Reader::of_store(USUAL, Vec::new());
    reader.press("a");
    reader.type_in("https://post.example/a");
    reader.press("enter");
    let address = "https://post.example/a".to_owned();
    assert_eq!(reader.asked, [Effect::Bring(address)]);
    reader.press("a enter");
    reader.shows("nothing was added");
}

#[test]
fn files_are_no_library() {
    let mut reader = Reader::new(USUAL);
    reader.press("U");
    reader.shows("these are files, not the library");
    reader.press("a");
    reader.shows("these are files, not the library");
    assert!(reader.asked.is_empty());
}
