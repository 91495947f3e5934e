use super::indexing::Prepared;
use super::*;
use crate::annotation::{Annotation, Body, Change, Field, Target};
use crate::article::Fingerprint;
use crate::query::{Hit, Query};
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

#[test]
fn a_label_that_is_given_meanwhile_is_indexed() {
    let mut store = memory();
    let id = put(&mut store, "/a.txt", TALKS).id();
    let read = Prepared::new(id, &store.digest(id).expect("it is there"));
    let label = Annotation {
        target: Target::whole(Fingerprint::of(TALKS)),
        body: Body::Label(Field::Title, "Cranes stay".to_owned()),
    };
    store
        .change(&Change::Keep(label))
        .expect("it can be written");
    store.index(&[read]).expect("it can be written");
    assert_eq!(index(&mut store), 1);
    assert_eq!(search(&store, "title:stay").len(), 1);
    assert_eq!(search(&store, "title:deal"), []);
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
        "negotiation",
        "a: go on with [negotiations] next week",
    );
    check(&store, "harbor", "");
    check(
        &store,
        "springfield -crane",
        "b: It rained in [Springfield].",
    );
    check(
        &store,
        "\"without a deal\"",
        "a: ended on Monday [without a deal]",
    );
    check(&store, "negot*", "a: go on with [negotiations]");
    check(&store, "rain springf", "");
    check(&store, "rain springf*", "b: It [rained] in [Springfield].");
}

#[test]
fn speakers_are_found_with_what_they_say() {
    let store = library();
    check(&store, "speaker:doe", "a: We will not sell the old cranes");
    check(
        &store,
        "speaker:doe crane",
        "a: We will not sell the old [cranes]",
    );
    check(&store, "speaker:doe pay", "");
    let hits = search(&store, "sell");
    let said = hits[0].1.quote.as_ref().expect("it stands in a quote");
    assert_eq!(said.speaker.as_deref(), Some("Jane Doe"));
    assert!(said.span.of(TALKS).starts_with("We will not"));
}

#[test]
fn few_are_found_among_many() {
    let mut store = memory();
    for number in 0..300 {
        let mut one = incoming(
            &format!("/{number}.txt"),
            &format!("Rain {number}\n\nIt rained."),
        );
        let outlet = ["Post", "Star"][usize::from(number % 100 == 7)];
        one.article.label.outlet = Some(outlet.to_owned());
        one.article.label.date = Some(format!("2025-08-{:02}", number % 30 + 1));
        store.put(&one).expect("it can be written");
    }
    index(&mut store);
    let count = |typed: &str| {
        let hits = store.search(&query(typed), 1_000);
        hits.expect("it can be read").len()
    };
    assert_eq!(count("rained outlet:star"), 3);
    assert_eq!(count("rained outlet:post"), 297);
    assert_eq!(count("rained outlet:st"), 300);
    assert_eq!(count("rained after:2025-08-30"), 10);
    assert_eq!(count("rained -snow outlet:star before:2025-08-09"), 1);
}

#[test]
fn one_letter_of_a_name_says_nothing_yet() {
    let store = library();
    assert_eq!(search(&store, "speaker:q").len(), 2);
    check(&store, "speaker:\"j doe\"", "a: We will not sell");
}

#[test]
fn articles_are_found_by_how_they_stand() {
    let mut store = library();
    let found = |store: &Store, typed: &str| -> Vec<String> {
        let hits = search(store, typed).into_iter();
        hits.map(|(_, hit)| hit.outlet).collect()
    };
    assert_eq!(found(&store, "outlet:B"), ["b"]);
    assert_eq!(found(&store, "is:unread"), ["b", "a"], "the newest first");
    assert_eq!(found(&store, "title:talk"), ["a"]);
    assert_eq!(found(&store, "-crane"), ["b"]);
    assert_eq!(
        found(&store, "after:2025-08-18"),
        [""; 0],
        "no date is known"
    );
    let mut dated = incoming("/c.txt", "Snow\n\nIt snowed.");
    dated.article.label.date = Some("18 August 2025".to_owned());
    store.put(&dated).expect("it can be written");
    assert_eq!(found(&store, "after:2025-08-18"), ["c"]);
    assert_eq!(found(&store, "after:2025-08-19"), [""; 0]);
    assert_eq!(found(&store, "before:2025-08-19"), ["c"]);
}

proptest::proptest! {
    #[test]
    fn whatever_is_asked_for_is_no_error(typed in "[a-z\"*():^{}+.' -]{0,24}", name in "\\PC{0,8}") {
        let store = memory();
        let mut query = query(&typed);
        query.titles.push(name.clone());
        proptest::prop_assert!(store.search(&query, 10).is_ok());
        query.speakers.push(name);
        query.speakers.push(typed);
        proptest::prop_assert!(store.search(&query, 10).is_ok());
    }
}

#[test]
fn a_query_may_be_long() {
    let store = library();
    let many: Vec<String> = (0..2_000)
        .map(|number| format!("springfield -x{number}"))
        .collect();
    assert_eq!(search(&store, &many.join(" ")).len(), 2);
}

fn library() -> Store {
    let mut store = memory();
    put(&mut store, "/a.txt", TALKS);
    put(&mut store, "/b.txt", "Weather\n\nIt rained in Springfield.");
    index(&mut store);
    store
}

pub(super) fn query(typed: &str) -> Query {
    Query::parse(typed, 20_320, false).query
}

fn search(store: &Store, typed: &str) -> Vec<(ArticleId, Hit)> {
    store.search(&query(typed), 10).expect("it can be read")
}

/// Expects the outlet of the only hit, and what is part of its excerpt; nothing when there is none.
#[track_caller]
fn check(store: &Store, typed: &str, expected: &str) {
    let hits = search(store, typed);
    let Some((outlet, part)) = expected.split_once(": ") else {
        assert_eq!(hits, []);
        return;
    };
    let [(_, hit)] = hits.as_slice() else {
        unreachable!("one is to be found: {hits:?}");
    };
    assert_eq!(hit.outlet, outlet);
    let shown = mark(&hit.excerpt.text, &hit.excerpt.found);
    assert!(shown.contains(part), "{shown}");
}
