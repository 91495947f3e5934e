//! What the reader sets right, on its way to the store and back.

use parallax::annotation::{Body, Change};
use parallax::correction::Verdict;
use parallax::screen::{Effect, Message};

use super::WIDE;
use super::corrections::{POST, digest, library, quotes};

#[test]
fn what_is_set_right_is_stored() {
    let mut reader = library(WIDE);
    reader.press("enter s D u");
    let kept = reader.asked.iter().filter_map(|one| match one {
        Effect::Keep(change) => Some(change),
        _ => None,
    });
    let [Change::Keep(made), Change::Drop(undone)] = kept.collect::<Vec<_>>()[..] else {
        unreachable!("{:?}", reader.asked);
    };
    assert_eq!(made, undone);
    assert_eq!(made.body, Body::Verdict(Verdict::NotAQuote));
    let place = made.target.place.as_ref().unwrap();
    assert_eq!(place.exact, "We will never sell the port to anybody,");
    reader.press("q q");
    assert!(reader.asked.contains(&Effect::Quit));
}

#[test]
fn what_was_set_right_before_counts_and_is_not_undone() {
    let mut reader = library(WIDE);
    reader.press("enter s D");
    let kept = reader.asked.iter().find_map(|one| match one {
        Effect::Keep(Change::Keep(made)) => Some(made.clone()),
        _ => None,
    });
    let mut later = library(WIDE);
    assert_eq!(quotes(&later, "Post"), "3");
    later.send(Message::Annotated(kept.into_iter().collect()));
    assert_eq!(quotes(&later, "Post"), "2");
    later.press("u");
    later.shows("nothing to undo");
    assert_eq!(quotes(&later, "Post"), "2");
}

#[test]
fn nothing_is_lost_without_a_word() {
    let mut reader = library(WIDE);
    reader.press("enter s D");
    let why = "library.db: the disk is full".to_owned();
    reader.send(Message::Unkept(why.clone()));
    reader.shows(&why);
    reader.press("q q");
    reader.shows("leave, and forget what could not be stored?");
    reader.press("q");
    assert!(!reader.asked.contains(&Effect::Quit));
    reader.press("q y");
    assert!(reader.asked.contains(&Effect::Quit));
}

#[test]
fn what_is_set_right_follows_its_words_when_the_file_changes() {
    let mut reader = library(WIDE);
    reader.press("enter s D q");
    assert_eq!(quotes(&reader, "Post"), "2");
    let changed = POST.replace("\n\nMayor", "\n\nIt was noon.\n\nMayor");
    reader.send(Message::Read(0, Ok(digest(&changed, "Post"))));
    assert_eq!(quotes(&reader, "Post"), "2");
}
