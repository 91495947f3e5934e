//! How long each stage takes, on two of the samples and on texts that are made here; and how quotes take longer
//! as a text grows, whatever stands in it.
//!
//! With a folder of articles in the environment variable `PARALLAX_ARTICLES`, its `.txt` files are read as well.

use std::sync::Arc;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use parallax::alignment::{Couple, align};
use parallax::article::{Article, Label};
use parallax::comparison::compare;
use parallax::coverage;
use parallax::reading::Reading;
use parallax::sentence::sentences;
use parallax::speaker::cast;
use parallax::text::Pair;

mod flood;
mod invented;
#[path = "../words/mod.rs"]
mod words;

use flood::{Flood, floods};

const CASES: [Case; 2] = [Case::Samples, Case::Long];

#[derive(Clone, Copy, Debug)]
enum Case {
    /// Two of the sample articles, about 500 and 900 words.
    Samples,
    /// Two invented texts of about 10,000 words on the same events.
    Long,
}

impl Case {
    fn texts(self) -> Pair<String> {
        match self {
            Case::Samples => Pair::new(
                include_str!("../../seeds/003_dc5d9eb8090fe75b.txt"),
                include_str!("../../seeds/000_7918c8b17b0c5e8e.txt"),
            )
            .map(str::to_owned),
            Case::Long => invented::texts(10_000),
        }
    }

    fn articles(self) -> Pair<Article> {
        self.texts()
            .map(|text| Article::plain(text, Label::default()))
    }

    fn readings(self) -> Pair<Arc<Reading>> {
        self.articles()
            .map(|article| Arc::new(Reading::new(article)))
    }
}

fn main() {
    divan::main();
}

#[divan::bench(args = CASES)]
fn a_article(bencher: Bencher<'_, '_>, case: Case) {
    bencher
        .with_inputs(|| case.texts())
        .bench_values(|texts| texts.map(|text| Article::plain(text, Label::default())));
}

#[divan::bench(args = CASES)]
fn b_sentences(bencher: Bencher<'_, '_>, case: Case) {
    let articles = case.articles();
    bencher.bench_local(|| black_box(&articles).as_ref().map(sentences));
}

#[divan::bench(args = CASES)]
fn c_reading(bencher: Bencher<'_, '_>, case: Case) {
    bencher
        .with_inputs(|| case.articles())
        .bench_values(|articles| articles.map(Reading::new));
}

#[divan::bench(args = CASES)]
fn d_cast(bencher: Bencher<'_, '_>, case: Case) {
    let readings = case.readings();
    bencher.bench_local(|| cast(black_box(&[&readings.left, &readings.right])));
}

#[divan::bench(args = CASES)]
fn e_align(bencher: Bencher<'_, '_>, case: Case) {
    let readings = case.readings();
    let readings = readings.as_ref().map(Arc::as_ref);
    let speakers = cast(&[readings.left, readings.right]);
    bencher.bench_local(|| {
        align(&Couple::new(
            black_box(readings),
            Pair::new(0, 1),
            &speakers,
        ))
    });
}

#[divan::bench(args = CASES)]
fn f_compare(bencher: Bencher<'_, '_>, case: Case) {
    let readings = case.readings();
    bencher.bench_local(|| compare(black_box(&readings).clone()));
}

/// Two articles of so many words each: time should grow as they do.
#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 3, sample_size = 1)]
fn f_compare_growing(bencher: Bencher<'_, '_>, words: usize) {
    let readings = invented::texts(words).map(|text| {
        let article = Article::plain(text, Label::default());
        Arc::new(Reading::new(article))
    });
    bencher
        .with_inputs(|| readings.clone())
        .bench_values(compare);
}

#[divan::bench(args = CASES)]
fn g_whole(bencher: Bencher<'_, '_>, case: Case) {
    bencher.with_inputs(|| case.texts()).bench_values(|texts| {
        compare(texts.map(|text| {
            let article = Article::plain(text, Label::default());
            Arc::new(Reading::new(article))
        }))
    });
}

/// As many articles as are covered together, of about 600 words each.
fn story() -> Vec<Arc<Reading>> {
    let texts = (0..coverage::MOST / 2).flat_map(|number| invented::texts(600 + number));
    let articles = texts.map(|text| Article::plain(text, Label::default()));
    articles
        .map(|article| Arc::new(Reading::new(article)))
        .collect()
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn j_cover(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(story).bench_values(coverage::cover);
}

/// All that a text's quotes need, from the text on.
fn quotes_of(text: String) -> usize {
    let reading = Reading::new(Article::plain(text, Label::default()));
    cast(&[&reading]).attributions.len()
}

#[divan::bench(args = floods(), sample_count = 1, sample_size = 1)]
fn h_quotes(bencher: Bencher<'_, '_>, flood: &Flood) {
    let text = flood.text(&invented::texts(10_000).right);
    bencher
        .counter(BytesCount::of_str(&text))
        .with_inputs(|| text.clone())
        .bench_values(quotes_of);
}

#[divan::bench(sample_count = 1, sample_size = 1)]
fn i_quotes_of_folder(bencher: Bencher<'_, '_>) {
    let texts = folder();
    let bytes: usize = texts.iter().map(String::len).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .with_inputs(|| texts.clone())
        .bench_values(|texts| texts.into_iter().map(quotes_of).sum::<usize>());
}

/// The articles of the folder in `PARALLAX_ARTICLES`, if it is set.
fn folder() -> Vec<String> {
    let folder = std::env::var_os("PARALLAX_ARTICLES");
    let files = folder.and_then(|folder| std::fs::read_dir(folder).ok());
    let paths = files
        .into_iter()
        .flatten()
        .flatten()
        .map(|file| file.path());
    paths
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .collect()
}
