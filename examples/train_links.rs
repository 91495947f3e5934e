//! Makes the tables by which sentences of two articles are linked.
//!
//! ```sh
//! cargo run --release --example train_links -- FOLDER...
//! ```
//!
//! A FOLDER of pairs of articles linked by hand holds `links.json`, a list of pairs with `a`, `b` (`path` and `sentences`
//! with `n`, `start`, `end` in bytes) and `links` (`a`, `b`, `grade`), and the articles in `text/`. A FOLDER of articles
//! whose events are marked holds `gold.json`, with `docs` (`path` from the folder above, `sentences` with `id`, `byte`, and
//! `subtopic`, whose digits say which articles stay in one fold), `pairs` (`a`, `b`, and `links` as lists of two sentences and
//! how many events they share) and `contrast`, pairs that have nothing in common. The tables are written into `assets/`; the
//! same folders give the same bytes. What is printed was found for each pair by tables made without it.

mod train;

use std::path::{Path, PathBuf};

use parallax::model::Net;
use train::linked::{Example, events, hand_linked};
use train::net::{self, Row};

/// How often the pairs are parted into those learned from and those tried.
const FOLDS: usize = 5;

/// How much a pair whose events are marked counts beside one that was linked by hand.
const FOREIGN: f32 = 0.1;

fn main() -> anyhow::Result<()> {
    let mut examples = Vec::new();
    for folder in std::env::args_os().skip(1).map(PathBuf::from) {
        examples.extend(if folder.join("links.json").exists() {
            hand_linked(&folder)?
        } else {
            events(&folder)?
        });
    }
    let features: Vec<Vec<Vec<f32>>> = examples
        .iter()
        .map(|example| example.candidates.features().to_vec())
        .collect();
    let first = cross(&examples, &features, 1);
    report("first", &examples, &first);
    let context: Vec<Vec<Vec<f32>>> = examples
        .iter()
        .zip(&first)
        .map(|(example, scores)| example.candidates.with_context(scores))
        .collect();
    let second = cross(&examples, &context, 2);
    report("second", &examples, &second);
    calibration(&examples, &second);
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let write = |name: &str, features: &[Vec<Vec<f32>>], seed: u64| {
        let table = net::train(&rows(&examples, features, |_| true), seed);
        std::fs::write(assets.join(name), table)
    };
    write("link_first.table", &features, 1)?;
    write("link_second.table", &context, 2)?;
    Ok(())
}

/// The scores of every example by a table made from the other folds.
fn cross(examples: &[Example], features: &[Vec<Vec<f32>>], seed: u64) -> Vec<Vec<f32>> {
    let mut scores = vec![Vec::new(); examples.len()];
    for fold in 0..FOLDS {
        let others = |example: &Example| example.group % FOLDS != fold;
        let table = net::train(&rows(examples, features, others), seed);
        let net = Net::new(&table);
        for (at, example) in examples.iter().enumerate() {
            if example.group % FOLDS == fold {
                scores[at] = features[at].iter().map(|one| net.score(one)).collect();
            }
        }
    }
    scores
}

fn rows(
    examples: &[Example],
    features: &[Vec<Vec<f32>>],
    wanted: impl Fn(&Example) -> bool,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for (example, features) in examples.iter().zip(features) {
        if !wanted(example) {
            continue;
        }
        for (features, linked) in features.iter().zip(&example.linked) {
            rows.extend(linked.map(|right| Row {
                features: features.clone(),
                right,
                weight: if example.foreign { FOREIGN } else { 1.0 },
                foreign: example.foreign,
            }));
        }
    }
    rows
}

/// The pairs that were linked by hand, the likeliest first: how likely, and whether they are linked.
fn ranked(examples: &[Example], scores: &[Vec<f32>]) -> Vec<(f32, bool)> {
    let own = examples.iter().zip(scores).filter(|(one, _)| !one.foreign);
    let mut ranked: Vec<(f32, bool)> = own
        .flat_map(|(example, scores)| scores.iter().zip(&example.linked))
        .filter_map(|(score, linked)| Some((1.0 / (1.0 + (-score).exp()), (*linked)?)))
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    ranked
}

/// Average precision, and the best F1 with its threshold, over all pairs together.
#[expect(clippy::cast_precision_loss, reason = "some thousands")]
fn report(name: &str, examples: &[Example], scores: &[Vec<f32>]) {
    let own = examples.iter().filter(|example| !example.foreign);
    let missed: usize = own.map(|example| example.missed).sum();
    let ranked = ranked(examples, scores);
    let all = ranked.iter().filter(|(_, linked)| *linked).count() + missed;
    let (mut right, mut area, mut best) = (0, 0.0, (0.0, 0.0));
    for (at, &(likely, linked)) in ranked.iter().enumerate() {
        right += usize::from(linked);
        if linked {
            area += right as f32 / (at + 1) as f32;
        }
        let f1 = 2.0 * right as f32 / (at + 1 + all) as f32;
        if f1 > best.0 {
            best = (f1, likely);
        }
    }
    println!(
        "{name}: {all} links, {missed} no candidate; average precision {:.3}, best F1 {:.3} from {:.2}",
        area / all as f32,
        best.0,
        best.1
    );
}

/// How many of the pairs with about one score are linked.
#[expect(clippy::cast_precision_loss, reason = "some thousands")]
fn calibration(examples: &[Example], scores: &[Vec<f32>]) {
    let ranked = ranked(examples, scores);
    for step in 0..10_u8 {
        let range = f32::from(step) / 10.0..f32::from(step + 1) / 10.0;
        let inside = ranked.iter().filter(|(likely, _)| range.contains(likely));
        let linked = inside.clone().filter(|(_, linked)| *linked).count();
        let count = inside.count();
        println!(
            "{:.1} to {:.1}: {count} pairs, {:.2} linked",
            range.start,
            range.end,
            linked as f32 / count.max(1) as f32
        );
    }
}
