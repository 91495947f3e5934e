use super::*;
use crate::annotation::{Annotation, Body, Change, Dated, Field, Target};
use crate::article::Fingerprint;
use crate::correction::Subject;
use crate::text::Span;

const OLD: &str = "Rain\n\nIt rained. The mayor left. All went home.";
const NEW: &str = "Rain\n\nUpdated on Monday. It rained. The mayor left.";

#[test]
fn marks_are_there_again_as_they_were_made() {
    let mut store = memory();
    let tie = Body::Tie {
        with: at("It rained.").target,
        tied: false,
    };
    let made = [
        bookmark("The mayor left."),
        tagged("town"),
        tagged("rain"),
        Annotation {
            body: tie,
            ..bookmark("All went home.")
        },
    ];
    for one in &made {
        keep(&mut store, one);
    }
    assert_eq!(all(&store), made);
    store
        .change(&Change::Drop(tagged("town")))
        .expect("it can be written");
    assert_eq!(
        all(&store),
        [made[0].clone(), made[2].clone(), made[3].clone()]
    );
}

#[test]
fn marks_follow_their_words_into_a_changed_text() {
    let mut store = memory();
    put(&mut store, "/a.txt", OLD);
    let made = [
        bookmark("The mayor left."),
        bookmark("All went home."),
        tagged("town"),
    ];
    for one in &made {
        keep(&mut store, one);
    }
    keep(&mut store, &read());
    put(&mut store, "/a.txt", NEW);
    let mut now: Vec<(bool, String)> = all(&store)
        .iter()
        .map(|one| {
            let words = one.target.span().map_or("", |span| span.of(NEW));
            (one.target.text == Fingerprint::of(NEW), words.to_owned())
        })
        .collect();
    now.sort();
    let text = |words: &str| words.to_owned();
    assert_eq!(
        now[1..],
        [(true, text("")), (true, text("The mayor left."))]
    );
    assert_eq!(
        all(&store)[0],
        made[1],
        "what is not there stays with the old text"
    );
    assert!(store.cards().expect("it can be read")[0].is_read);
}

#[test]
fn of_two_notes_none_is_lost_where_one_place_is_left() {
    let twice = "Rain\n\nIt rained. The mayor left. It rained.";
    let mut store = memory();
    put(&mut store, "/a.txt", twice);
    let note = |start: usize, words: &str| {
        let span = Span::new(start, start + "It rained.".len());
        let text = Fingerprint::of(twice);
        Annotation {
            target: Target::at(Subject { text, span }, twice),
            body: Body::Note(words.to_owned()),
        }
    };
    keep(&mut store, &note(6, "first"));
    keep(&mut store, &note(33, "second"));
    put(&mut store, "/a.txt", "Rain\n\nIt rained. The mayor left.");
    let mut notes: Vec<String> = all(&store)
        .iter()
        .filter_map(|one| one.note().map(str::to_owned))
        .collect();
    notes.sort();
    assert_eq!(notes, ["first", "second"]);
}

#[test]
fn files_that_change_places_take_their_marks_along() {
    let texts = [
        "Rain\n\nIt rained. The mayor left. All went home.",
        "Crash\n\nTwo lorries met on a bridge, and nobody was hurt.",
        "Prices\n\nBread costs more than last year, bakers say.",
    ];
    let mut store = memory();
    put(&mut store, "/1.txt", texts[0]);
    put(&mut store, "/2.txt", texts[1]);
    let about = |text: &str, body| Annotation {
        target: Target::whole(Fingerprint::of(text)),
        body,
    };
    let made = [
        about(texts[0], Body::Tag("weather".to_owned())),
        about(texts[1], Body::Bookmark),
    ];
    for one in &made {
        keep(&mut store, one);
    }
    keep(&mut store, &about(texts[0], Body::Read));
    for (path, text) in [("/1.txt", 2), ("/2.txt", 0), ("/3.txt", 1)] {
        put(&mut store, path, texts[text]);
    }
    assert_eq!(all(&store), made);
    let mut read: Vec<(String, bool)> = store
        .cards()
        .expect("it can be read")
        .into_iter()
        .map(|one| (one.card.title.into_string(), one.is_read))
        .collect();
    read.sort();
    let expected = [("Crash", false), ("Prices", false), ("Rain", true)];
    assert_eq!(
        read,
        expected.map(|(title, is_read)| (title.to_owned(), is_read))
    );
}

#[test]
fn labels_are_shown_and_taken_back() {
    let mut store = memory();
    let id = put(&mut store, "/a.txt", OLD).id();
    let label = |field, words: &str| Annotation {
        target: Target::whole(Fingerprint::of(OLD)),
        body: Body::Label(field, words.to_owned()),
    };
    keep(&mut store, &label(Field::Outlet, "Gazette"));
    keep(&mut store, &label(Field::Title, "Mayor leaves in the rain"));
    keep(&mut store, &label(Field::Date, "2025-08-18"));
    let shown = |store: &Store| {
        let card = store.cards().expect("it can be read").remove(0).card;
        let date = card.date.map(String::from).unwrap_or_default();
        format!("{} {date} {}", card.outlet, card.title)
    };
    assert_eq!(shown(&store), "Gazette 2025-08-18 Mayor leaves in the rain");
    let digest = store.digest(id).expect("it is there");
    assert_eq!(digest.reading.article.label.outlet(), "Gazette");
    index(&mut store);
    assert_eq!(store.digest(id).expect("it is there"), digest);
    for field in [Field::Outlet, Field::Title, Field::Date] {
        store
            .change(&Change::Drop(label(field, "")))
            .expect("it can be written");
    }
    assert_eq!(shown(&store), "a  Rain");
}

#[test]
fn reading_is_remembered_for_the_text() {
    let mut store = memory();
    keep(&mut store, &read());
    let id = put(&mut store, "/a.txt", OLD).id();
    let is_read = |store: &Store| {
        store
            .card(id)
            .expect("it can be read")
            .expect("it is there")
            .is_read
    };
    assert!(is_read(&store));
    let before = store.revision().expect("it can be read");
    store
        .change(&Change::Drop(read()))
        .expect("it can be written");
    assert!(!is_read(&store));
    let changes = store.changes(before).expect("it can be read");
    assert!(
        !changes.marks && changes.articles.len() == 1,
        "of what is read each card tells"
    );
}

#[test]
fn two_libraries_become_one_without_loss() {
    let mut store = memory();
    let note = |words: &str| Annotation {
        body: Body::Note(words.to_owned()),
        ..at("It rained.")
    };
    keep(&mut store, &note("Mine."));
    keep(&mut store, &tagged("town"));
    let theirs: Vec<Dated> = [
        note("Theirs."),
        tagged("town"),
        read(),
        bookmark("All went home."),
    ]
    .into_iter()
    .map(|annotation| Dated {
        annotation,
        made: "2025-08-18T10:00:00Z".to_owned(),
    })
    .collect();
    assert_eq!(store.merge(&theirs).expect("it can be written"), 3);
    assert_eq!(
        all(&store),
        [
            tagged("town"),
            note("Mine.\n\nTheirs."),
            bookmark("All went home.")
        ]
    );
    assert_eq!(
        store.merge(&theirs).expect("it can be written"),
        0,
        "the same are not doubled"
    );
}

fn keep(store: &mut Store, annotation: &Annotation) {
    store
        .change(&Change::Keep(annotation.clone()))
        .expect("it can be written");
}

fn all(store: &Store) -> Vec<Annotation> {
    store.annotations().expect("it can be read")
}

fn bookmark(words: &str) -> Annotation {
    at(words)
}

fn at(words: &str) -> Annotation {
    let start = OLD.find(words).expect("these words are there");
    let subject = Subject {
        text: Fingerprint::of(OLD),
        span: Span::new(start, start + words.len()),
    };
    Annotation {
        target: Target::at(subject, OLD),
        body: Body::Bookmark,
    }
}

fn tagged(tag: &str) -> Annotation {
    Annotation {
        target: Target::whole(Fingerprint::of(OLD)),
        body: Body::Tag(tag.to_owned()),
    }
}

fn read() -> Annotation {
    Annotation {
        body: Body::Read,
        ..tagged("")
    }
}
