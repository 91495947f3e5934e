//! How long each stage takes, on two of the samples and on two long texts that are made here.

use std::sync::Arc;

use divan::{Bencher, black_box};
use parallax::alignment::align;
use parallax::article::{Article, Label};
use parallax::comparison::compare;
use parallax::reading::Reading;
use parallax::sentence::sentences;
use parallax::speaker::cast;
use parallax::text::Pair;

mod invented;

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
    bencher.bench_local(|| align(black_box(&readings).as_ref().map(Arc::as_ref)));
}

#[divan::bench(args = CASES)]
fn f_compare(bencher: Bencher<'_, '_>, case: Case) {
    let readings = case.readings();
    bencher.bench_local(|| compare(black_box(&readings).clone()));
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
