use super::*;
use crate::article::Fingerprint;

const RAIN: &str = "Rain\n\nIt rained in Springfield.";
const SNOW: &str = "Snow\n\nIt snowed in Springfield.";

#[test]
fn an_article_is_known_again_by_its_place_and_by_its_text() {
    let mut store = memory();
    let Put::New(id) = put(&mut store, "/a.txt", RAIN) else {
        unreachable!("nothing was there");
    };
    assert_eq!(put(&mut store, "/a.txt", RAIN), Put::Same(id));
    assert_eq!(put(&mut store, "/b.txt", RAIN), Put::Same(id));
    assert_eq!(titles(&store), ["Rain"]);
    for place in ["/a.txt", "/b.txt"] {
        assert_eq!(store.found_at(place).expect("it can be read"), [id]);
    }
}

#[test]
fn a_changed_file_is_the_same_article() {
    let mut store = memory();
    let id = put(&mut store, "/a.txt", RAIN).id();
    let (old, new) = (Fingerprint::of(RAIN), Fingerprint::of(SNOW));
    assert_eq!(
        put(&mut store, "/a.txt", SNOW),
        Put::Changed { id, old, new }
    );
    assert_eq!(titles(&store), ["Snow"]);
}

#[test]
fn an_article_that_takes_the_place_of_another_is_a_new_one() {
    let mut store = memory();
    let id = put(&mut store, "/a.txt", TALKS).id();
    let seen = store.revision().expect("it can be read");
    let other = put(&mut store, "/a.txt", RAIN);
    assert!(matches!(other, Put::Changed { id: new, .. } if new != id));
    assert_eq!(titles(&store), ["Rain"]);
    let changes = store.changes(seen).expect("it can be read");
    assert_eq!((changes.removed, changes.articles.len()), (vec![id], 1));
}

#[test]
fn a_change_of_words_alone_is_told() {
    let mut store = memory();
    put(&mut store, "/a.txt", TALKS);
    let seen = store.revision().expect("it can be read");
    put(
        &mut store,
        "/a.txt",
        &TALKS.replace("nine hours", "ten hours"),
    );
    let changes = store.changes(seen).expect("it can be read");
    assert_eq!(changes.articles.len(), 1);
}

#[test]
fn a_text_in_two_places_keeps_what_each_of_them_tells() {
    let mut store = memory();
    let mut page = incoming("https://news.example/talks", TALKS);
    page.article.label.outlet = Some("The Post".to_owned());
    page.article.label.date = Some("2025-08-18".to_owned());
    let mut copy = incoming("/copy.txt", TALKS);
    copy.article.label.outlet = Some("Copies".to_owned());
    copy.article.label.author = Some("Ida Roe".to_owned());
    let id = store.put(&page).expect("it can be written").id();
    for round in [&copy, &page, &copy, &page] {
        store.put(round).expect("it can be written");
        let label = store.article(id).expect("it is there").label;
        let known = [label.outlet, label.date, label.author];
        let known: Vec<String> = known.into_iter().flatten().collect();
        assert_eq!(known, ["The Post", "2025-08-18", "Ida Roe"]);
        index(&mut store);
        store.put(round).expect("it can be written");
        assert_eq!(index(&mut store), 0, "nothing is new");
    }
}

#[test]
fn a_text_that_lies_elsewhere_too_outlives_a_change() {
    let mut store = memory();
    let rain = put(&mut store, "/a.txt", RAIN).id();
    put(&mut store, "/b.txt", RAIN);
    let snow = put(&mut store, "/b.txt", SNOW);
    assert!(matches!(snow, Put::New(id) if id != rain));
    assert_eq!(titles(&store), ["Rain", "Snow"]);
    assert!(matches!(put(&mut store, "/a.txt", SNOW), Put::Changed { id, .. } if id == snow.id()));
    assert_eq!(titles(&store), ["Snow"]);
}

#[test]
fn a_report_of_an_agency_is_one_under_any_title() {
    let mut store = memory();
    let first = put(&mut store, "/a.txt", TALKS).id();
    let other = TALKS
        .replace(
            "Talks on the harbour end without a deal",
            "SPRINGFIELD (AP) — No deal",
        )
        .replace("Nobody was hurt", "No one was hurt")
        .replace("nine hours", "9 hours");
    let copy = put(&mut store, "/b.txt", &other);
    assert!(
        matches!(copy, Put::CopyOf { of, .. } if of == first),
        "{copy:?}"
    );
    let third = put(
        &mut store,
        "/c.txt",
        &other.replace("No deal", "Without a deal"),
    )
    .id();
    let copies = |store: &Store| -> Vec<Option<ArticleId>> {
        store
            .cards()
            .expect("it can be read")
            .iter()
            .map(|one| one.copy_of)
            .collect()
    };
    assert_eq!(copies(&store), [None, Some(first), Some(first)]);
    store.remove(first).expect("it is there");
    assert_eq!(copies(&store), [None, Some(copy.id())]);
    assert_ne!(third, copy.id());
}

#[test]
fn what_was_removed_is_found_no_more() {
    let mut store = memory();
    let id = put(&mut store, "/news/a.txt", TALKS).id();
    let page = Incoming {
        location: Location::Page("https://news.example/rain?utm_source=x".to_owned()),
        ..incoming("/x", RAIN)
    };
    let rain = store.put(&page).expect("it can be written").id();
    index(&mut store);
    let named = |store: &Store, place: &str| store.found_at(place).expect("it can be read");
    assert_eq!(named(&store, "/news/a.txt"), [id]);
    assert_eq!(named(&store, "/news"), [id]);
    assert_eq!(named(&store, "/new"), []);
    assert_eq!(named(&store, "/news/old/.."), [id]);
    assert_eq!(named(&store, ""), []);
    assert_eq!(named(&store, "https://news.example/rain#top"), [rain]);
    assert_eq!(store.titled("rain").expect("it can be read"), [rain]);
    let before = store.revision().expect("it can be read");
    store.remove(id).expect("it is there");
    assert_eq!(named(&store, "/news"), []);
    assert!(matches!(store.remove(id), Err(Trouble::Missing(_))));
    assert!(matches!(store.digest(id), Err(Trouble::Missing(_))));
    assert_eq!(store.changes(before).expect("it can be read").removed, [id]);
    let again = put(&mut store, "/news/a.txt", TALKS).id();
    assert_ne!(again, id, "an id stands for one article for good");
}

#[test]
fn a_feed_that_is_no_longer_followed_is_not_followed_again() {
    let mut store = memory();
    let feed = |url: &str, title: &str| Feed {
        url: url.to_owned(),
        title: Some(title.to_owned()),
        ..Feed::default()
    };
    let titles = |store: &Store| -> Vec<Option<String>> {
        let feeds = store.feeds().expect("it can be read");
        feeds.into_iter().map(|feed| feed.title).collect()
    };
    let (old, new) = (
        feed("https://a.example/", "Old"),
        feed("https://b.example/", "New"),
    );
    assert!(store.follow(&old).expect("it can be written"));
    assert!(store.follow(&new).expect("it can be written"));
    assert!(!store.follow(&old).expect("it can be written"));
    store
        .put_answer(&old.url, &feed(&new.url, "Moved"))
        .expect("it can be written");
    assert_eq!(
        titles(&store),
        [Some("Moved".to_owned())],
        "both are one now"
    );
    store.remove_feed(&new.url).expect("it can be written");
    store.put_answer(&new.url, &new).expect("it can be written");
    assert_eq!(titles(&store), []);
}

#[test]
fn another_connection_sees_what_changed() {
    let folder = tempfile::tempdir().expect("there is room");
    let mut store = Store::open(&folder.path().join("library.db")).expect("it can be made");
    let other = Store::open(&folder.path().join("library.db")).expect("it can be read");
    put(&mut store, "/a.txt", RAIN);
    let seen = other.revision().expect("it can be read");
    let id = put(&mut store, "/b.txt", SNOW).id();
    let changes = other.changes(seen).expect("it can be read");
    assert_eq!(
        changes
            .articles
            .iter()
            .map(|one| one.id)
            .collect::<Vec<_>>(),
        [id]
    );
    assert!(!changes.marks && changes.removed.is_empty());
    let changes = other.changes(changes.revision).expect("it can be read");
    assert!(changes.articles.is_empty());
}
