//! A library of invented articles: how long it takes to fill it, to open it and to search it, and how much memory the reader
//! takes. `PARALLAX_COUNT` says of how many articles; 2,000 when it is not set.
#![expect(
    clippy::unwrap_used,
    reason = "a measurement that cannot go on should stop"
)]

mod invented;
mod reader;
#[path = "../words/mod.rs"]
mod words;

use std::path::Path;
use std::time::{Duration, Instant};

use parallax::article::{Article, Label};
use parallax::query::{MOST_HITS, Query};
use parallax::shell::store::{Incoming, Location, Store};

/// How many articles are put in together.
const BATCH: u64 = 1_000;

/// Words that nearly all articles have, that few have, a phrase, a speaker, the beginning of a word.
const QUERIES: [&str; 6] = [
    "people",
    "before the",
    "brardepox pidir",
    "\"people waited for the\"",
    "speaker:palarr rejected",
    "brar*",
];

fn main() {
    let count = std::env::var("PARALLAX_COUNT").ok();
    let count: u64 = count.map_or(2_000, |count| count.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("library.db");
    println!("{count} articles");
    fill(&library, count);
    search(&library);
    reader::measure(&library, count);
}

fn fill(library: &Path, count: u64) {
    let mut store = Store::open(library).unwrap();
    let begun = Instant::now();
    let mut first = 0;
    while first < count {
        let batch: Vec<Incoming> = (first..count.min(first + BATCH)).map(incoming).collect();
        store.put_all(&batch).unwrap();
        first += BATCH;
    }
    tell("put in", begun.elapsed());
    let begun = Instant::now();
    store.index_all(|_| true).unwrap();
    tell("indexed", begun.elapsed());
    let size = std::fs::metadata(library).unwrap().len();
    println!("{:<28}{:>9} MiB", "the library's file", size >> 20);
    let begun = Instant::now();
    let cards = store.cards().unwrap().len();
    tell(&format!("{cards} cards"), begun.elapsed());
}

fn incoming(number: u64) -> Incoming {
    let path = format!("/news/{:03}/{number:06}.txt", number / 1_000);
    let label = Label {
        path: path.clone(),
        ..Label::default()
    };
    Incoming {
        location: Location::File(path.into()),
        article: Article::plain(invented::article(number), label),
    }
}

fn search(library: &Path) {
    let store = Store::open(library).unwrap();
    for words in QUERIES {
        let query = Query::parse(words, 0, true).query;
        let mut times: Vec<Duration> = Vec::new();
        let mut found = 0;
        for _ in 0..9 {
            let begun = Instant::now();
            found = store.search(&query, MOST_HITS).unwrap().len();
            times.push(begun.elapsed());
        }
        times.sort_unstable();
        tell(&format!("{words}: {found}"), times[4]);
    }
}

fn tell(what: &str, took: Duration) {
    println!("{what:<28}{:>9.1} ms", took.as_secs_f64() * 1e3);
}
