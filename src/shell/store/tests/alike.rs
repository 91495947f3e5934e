//! By the index and by looking through all articles the same are found.

use super::indexed::query;
use super::*;
use crate::query::{Hit, Searched, look};
use crate::screen::Digest;

const TEXTS: [(&str, &str, &str); 3] = [
    (
        "harbour",
        "2025-08-18",
        "Mayor refuses to sell the port\n\nThe mayor refused to sell the port on Monday. “We will never sell,” Anna Berg \
         told reporters.\n\nDockers cheered outside the town hall.",
    ),
    (
        "star",
        "2025-08-19",
        "Dockers wait\n\nNobody was paid. The dockers of the port have waited since May.\n\n“We sell nothing,” said Jon \
         Dahl, who owns the cranes.",
    ),
    (
        "gazette",
        "2024-12-31",
        "A new hall\n\nThe town opened a new hall for concerts, far from the port.\n\n“Berg sold the old one,” said Jon \
         Dahl. “We never sell,” Anna Berg answered.",
    ),
];

/// What is asked, and the outlets of the articles that answer it.
const QUERIES: &[(&str, &str)] = &[
    ("port", "gazette harbour star"),
    ("speaker:berg", "gazette harbour"),
    ("speaker:dahl berg", "gazette"),
    ("speaker:berg dahl", ""),
    ("speaker:berg anna", ""),
    ("speaker:berg -concerts", "harbour"),
    ("speaker:dahl -dockers", "gazette"),
    ("speaker:dahl speaker:berg", "gazette"),
    ("speaker:dahl speaker:berg never", ""),
    ("speaker:berg speaker:dahl never", ""),
    ("speaker:berg speaker:dahl we", ""),
    ("speaker:berg never title:mayor", "harbour"),
    ("speaker:berg \"never sell\" -concerts", "harbour"),
    ("-dockers", "gazette"),
    ("sell* -berg", "star"),
];

#[test]
fn an_index_answers_as_a_look_through_all() {
    let mut store = memory();
    let mut read = Vec::new();
    for (name, date, text) in TEXTS {
        let mut one = incoming(&format!("/{name}.txt"), text);
        one.article.label.date = Some(date.to_owned());
        store.put(&one).expect("it can be written");
        let digest = Digest::new(one.article);
        read.push((digest.reading, digest.cast));
    }
    index(&mut store);
    for (typed, expected) in QUERIES {
        let asked = query(typed);
        let names = |hits: Vec<Hit>| {
            let mut names: Vec<String> = hits.into_iter().map(|hit| hit.outlet).collect();
            names.sort();
            names.join(" ")
        };
        let all = read
            .iter()
            .map(|(reading, cast)| Searched { reading, cast });
        let looked = look(&asked, all.enumerate(), 10).into_iter();
        assert_eq!(
            names(looked.map(|(_, hit)| hit).collect()),
            *expected,
            "{typed}"
        );
        let found = store
            .search(&asked, 10)
            .expect("it can be read")
            .into_iter();
        assert_eq!(
            names(found.map(|(_, hit)| hit).collect()),
            *expected,
            "{typed}"
        );
    }
    let newest = store.search(&query("-zebra"), 10).expect("it can be read");
    let newest: Vec<String> = newest.into_iter().map(|(_, hit)| hit.outlet).collect();
    assert_eq!(newest, ["star", "harbour", "gazette"]);
}
