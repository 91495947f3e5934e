//! Which articles are covered, and what is shown until they are.

use std::sync::Arc;

use parallax::screen::{Effect, Message};

use super::coverage::BRIDGE;
use super::{Reader, USUAL};

#[test]
fn one_article_is_not_covered() {
    let mut reader = Reader::library(USUAL, &BRIDGE[..1]);
    reader.press("C");
    reader.shows("coverage needs two articles at least");
}

#[test]
fn of_many_articles_those_of_the_story_are_covered() {
    let mut reader = Reader::library(USUAL, &many(8));
    reader.press("G C");
    reader.shows("3 of 25 articles: those of the story");
    reader.shows("of 3 articles");
    reader.shows("ferry");
}

#[test]
fn what_is_picked_is_covered_though_it_is_no_story() {
    let mut reader = Reader::library(USUAL, &many(0));
    reader.press("C");
    reader.shows("no other article is about the same event");
    reader.press("space G space C");
    reader.shows("2 of 25 articles: what is picked");
}

#[test]
fn no_more_than_twenty_are_covered() {
    let mut reader = Reader::library(USUAL, &many(22));
    reader.press("C");
    reader.shows("20 of the 22 articles of the story");
}

/// A library of 25 articles, of which so many and the last three are each about one event.
fn many(of_one: usize) -> Vec<(&'static str, &'static str)> {
    let alone = [
        "A bakery sold bread.",
        "Cats sleep long.",
        "Snow fell in Orkney.",
        "Judges met lawyers.",
        "Tulips bloom early.",
        "Robots built cars.",
        "Wolves howl at dusk.",
        "Miners found copper.",
        "Pianists played Chopin.",
        "Cyclists raced uphill.",
        "Voters elected Harper.",
        "Surgeons healed hearts.",
        "Astronomers saw comets.",
        "Farmers grew barley.",
        "Painters drew portraits.",
        "Divers reached wrecks.",
        "Chemists mixed acids.",
        "Pilots flew gliders.",
        "Weavers made carpets.",
        "Hikers climbed Snowdon.",
        "Tailors cut velvet.",
        "Bees make honey.",
    ];
    let bridge =
        "The old bridge over the Hale will be closed for good on Monday, Mayor Anna Berg said.";
    let ferry =
        "The ferry to Nordby sank in the storm, and nine sailors were rescued off Port Hale.";
    let others = alone.into_iter().skip(of_one);
    let texts = std::iter::repeat_n(bridge, of_one).chain(others);
    let texts = texts.chain(std::iter::repeat_n(ferry, 3));
    texts.map(|text| ("Star", text)).collect()
}

#[test]
fn a_late_answer_is_dropped() {
    let mut reader = Reader::library(USUAL, &BRIDGE);
    reader.held = Some(Vec::new());
    reader.press("C");
    reader.shows("putting the articles together…");
    reader.press("q C");
    let held = reader.held.take().unwrap();
    let tickets: Vec<_> = held.iter().filter_map(Effect::ticket).collect();
    let [late, wanted] = tickets.as_slice() else {
        unreachable!("{held:?}");
    };
    assert!(reader.asked.contains(&Effect::Forget(*late)));
    let coverage = Arc::new(parallax::coverage::Coverage::default());
    reader.send(Message::Covered(*late, coverage.clone()));
    reader.shows("putting the articles together…");
    reader.send(Message::Covered(*wanted, coverage));
    reader.shows_not("putting the articles together…");
}

#[test]
fn what_fails_is_said() {
    let mut reader = Reader::library(USUAL, &BRIDGE);
    reader.held = Some(Vec::new());
    reader.press("C");
    let held = reader.held.take().unwrap();
    let ticket = held.iter().find_map(Effect::ticket);
    reader.send(Message::Failed(ticket, "a fault".to_owned()));
    reader.shows("this could not be found out");
}
