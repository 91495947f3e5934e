use super::*;
use crate::query::{Form, Query, Standing, Words};
use crate::screen::Digest;
use crate::text::mark;

#[test]
fn what_was_found_is_the_same_from_the_cache() {
    let mut store = memory();
    let id = put(&mut store, "/a.txt", TALKS).id();
    let anew = store.digest(id).expect("it is there");
    assert_eq!(index(&mut store), 1);
    assert_eq!(index(&mut store), 0, "all is indexed");
    assert!(is_cached(&store));
    assert_eq!(store.digest(id).expect("it is there"), anew);
    assert_eq!(anew, Digest::new(incoming("/a.txt", TALKS).article));
    assert!(!anew.reading.quotes.is_empty());
}

#[test]
fn a_damaged_cache_is_worked_out_anew() {
    let mut store = memory();
    let id = put(&mut store, "/a.txt", TALKS).id();
    index(&mut store);
    let anew = store.digest(id).expect("it is there");
    for sql in [
        "UPDATE reading SET found = zeroblob(length(found))",
        "UPDATE reading SET found = x''",
        "UPDATE terms SET weights = x'00'",
        "UPDATE content SET shape = substr(shape, 1, 30)",
    ] {
        store
            .connection
            .execute(sql, [])
            .expect("it can be written");
        assert_eq!(store.digest(id).expect("it is there"), anew, "{sql}");
    }
}

#[test]
fn what_an_older_analysis_found_is_found_anew() {
    let mut store = memory();
    put(&mut store, "/a.txt", TALKS);
    index(&mut store);
    store
        .connection
        .execute("UPDATE analysis SET version = 'old'", [])
        .expect("it can be written");
    assert_eq!(index(&mut store), 1);
}

fn is_cached(store: &Store) -> bool {
    let count = store
        .connection
        .query_row("SELECT count(*) FROM reading", [], |row| {
            row.get::<_, i64>(0)
        });
    count.expect("it can be read") > 0
}

#[test]
fn words_are_found_and_lit() {
    let store = library();
    check(
        &store,
        &words("negotiation"),
        "a: The port said it would go on with [negotiations] next week",
    );
    check(&store, &words("harbor"), "");
    check(
        &store,
        &words("springfield -crane"),
        "b: It rained in [Springfield].",
    );
    check(
        &store,
        &words("“without a deal”"),
        "a: ended on Monday [without a deal]",
    );
    check(&store, &words("negot*"), "a: go on with [negotiations]");
    check(&store, &words("rain springf"), "");
}

#[test]
fn the_last_word_may_go_on_while_it_is_typed() {
    let store = library();
    let hits = store
        .search(&words("rain springf"), 10, true)
        .expect("it can be read");
    assert_eq!(hits.len(), 1);
    assert_eq!(shown(&hits[0]), "…It [rained] in [Springfield].");
}

#[test]
fn speakers_are_found_with_what_they_say() {
    let store = library();
    let doe = |text: &str| Query {
        speakers: vec!["doe".to_owned()],
        ..words(text)
    };
    check(&store, &doe(""), "a: We will not sell the old cranes");
    check(
        &store,
        &doe("crane"),
        "a: We will not sell the old [cranes]",
    );
    check(&store, &doe("pay"), "");
    let hits = store
        .search(&words("sell"), 10, false)
        .expect("it can be read");
    assert!(
        matches!(&hits[0].spot, Spot::Quote { number: 0, speaker: Some(who), .. } if who == "Jane Doe")
    );
}

#[test]
fn articles_are_found_by_how_they_stand() {
    let mut store = library();
    let with = |query: Query| -> Vec<String> {
        let hits = store.search(&query, 10, false).expect("it can be read");
        hits.into_iter().map(|hit| hit.outlet).collect()
    };
    let outlet = |name: &str| Query {
        outlets: vec![name.to_owned()],
        ..Query::default()
    };
    assert_eq!(with(outlet("B")), ["b"]);
    let unread = Query {
        standings: vec![Standing::Unread],
        ..Query::default()
    };
    assert_eq!(with(unread), ["b", "a"], "the newest first");
    assert_eq!(
        with(Query {
            titles: vec!["talk".to_owned()],
            ..Query::default()
        }),
        ["a"]
    );
    let day = |after: &str| Query {
        after: Some(after.to_owned()),
        ..Query::default()
    };
    assert_eq!(with(day("2025-08-18")), [""; 0], "no date is known");
    let mut dated = incoming("/c.txt", "Snow\n\nIt snowed.");
    dated.article.label.date = Some("18 August 2025".to_owned());
    store.put(&dated).expect("it can be written");
    assert_eq!(
        store
            .search(&day("2025-08-18"), 10, false)
            .expect("it can be read")
            .len(),
        1
    );
    assert_eq!(
        store
            .search(&day("2025-08-19"), 10, false)
            .expect("it can be read")
            .len(),
        0
    );
}

proptest::proptest! {
    #[test]
    fn whatever_is_typed_is_no_error(typed in "[a-z\"*():^{}+.' -]{0,24}", title in "\\PC{0,8}") {
        let store = memory();
        let mut query = words(&typed);
        query.titles.push(title.clone());
        proptest::prop_assert!(store.search(&query, 10, true).is_ok());
        query.speakers.push(title);
        query.speakers.push(typed);
        proptest::prop_assert!(store.search(&query, 10, true).is_ok());
    }
}

#[test]
fn a_query_may_be_long() {
    let store = library();
    let many: Vec<String> = (0..2_000)
        .map(|number| format!("springfield -x{number}"))
        .collect();
    let hits = store.search(&words(&many.join(" ")), 10, false);
    assert_eq!(hits.expect("it can be read").len(), 2);
}

fn library() -> Store {
    let mut store = memory();
    put(&mut store, "/a.txt", TALKS);
    put(&mut store, "/b.txt", "Weather\n\nIt rained in Springfield.");
    index(&mut store);
    store
}

/// A query of words apart, of a phrase in marks, of beginnings with a star, of what is not wanted after a dash.
fn words(typed: &str) -> Query {
    let one = |text: &str, form, unwanted| Words {
        text: text.to_owned(),
        form,
        unwanted,
    };
    let words = if typed.starts_with('“') {
        vec![one(typed, Form::Phrase, false)]
    } else {
        let each = typed.split_whitespace();
        each.map(
            |word| match (word.strip_prefix('-'), word.strip_suffix('*')) {
                (Some(word), _) => one(word, Form::Word, true),
                (None, Some(word)) => one(word, Form::Prefix, false),
                _ => one(word, Form::Word, false),
            },
        )
        .collect()
    };
    Query {
        words,
        ..Query::default()
    }
}

fn shown(hit: &Hit) -> String {
    mark(&hit.snippet.text, &hit.snippet.lit)
}

/// Expects the outlet of the only hit, and what is part of its snippet; nothing when there is none.
#[track_caller]
fn check(store: &Store, query: &Query, expected: &str) {
    let hits = store.search(query, 10, false).expect("it can be read");
    let Some((outlet, part)) = expected.split_once(": ") else {
        assert_eq!(hits, []);
        return;
    };
    assert_eq!(
        hits.iter()
            .map(|hit| hit.outlet.as_str())
            .collect::<Vec<_>>(),
        [outlet]
    );
    assert!(shown(&hits[0]).contains(part), "{}", shown(&hits[0]));
}
