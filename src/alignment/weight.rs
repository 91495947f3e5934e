//! What words weigh, and how alike two sentences are by the words they share.

use std::collections::HashMap;

use super::Wording;
use crate::text::{Pair, Side, Term};

/// The features of every sentence: what it holds, weighed by how few sentences of the two articles hold it.
pub(super) struct Weights {
    /// For each sentence, its features, in order and each once.
    pub(super) sentences: Pair<Vec<Vec<usize>>>,
    /// For each feature, [`telling`] squared, over the sentences of both articles.
    pub(super) squares: Vec<f32>,
    /// For each sentence, the length of its vector.
    lengths: Pair<Vec<f32>>,
}

impl Weights {
    /// By whole words that say something on their own.
    pub(super) fn of_words(wording: &Wording) -> Weights {
        Weights::of_some(wording, |_| true)
    }

    /// By those of these words that are `wanted`.
    pub(super) fn of_some(wording: &Wording, wanted: impl Fn(&Term) -> bool) -> Weights {
        Weights::of(wording, |term| {
            wanted(term)
                .then_some(term.key.as_str())
                .into_iter()
                .collect()
        })
    }

    /// By runs of four letters within such words, their ends marked, so that *Ukraine* and *Ukrainian* are alike.
    pub(super) fn of_letters(wording: &Wording) -> Weights {
        let mut known: HashMap<&str, Vec<LetterRun>> = HashMap::new();
        for term in wording.sentences().into_iter().flatten().flatten() {
            if term.is_content() {
                known
                    .entry(term.key.as_str())
                    .or_insert_with(|| letter_runs(&term.key));
            }
        }
        Weights::of(wording, |term| {
            known.get(term.key.as_str()).cloned().unwrap_or_default()
        })
    }

    fn of<'a, Feature: Ord + Copy>(
        wording: &'a Wording,
        features: impl Fn(&'a Term) -> Vec<Feature>,
    ) -> Weights {
        let found = wording.sentences().map(|sentences| {
            let each = sentences.iter().map(|terms| {
                let content = terms.iter().filter(|term| term.is_content());
                let mut all: Vec<Feature> = content.flat_map(&features).collect();
                all.sort_unstable();
                all.dedup();
                all
            });
            each.collect::<Vec<Vec<Feature>>>()
        });
        Weights::weighed(found)
    }

    /// By what is found in each sentence, in order and each once.
    pub(super) fn weighed<Feature: Ord + Copy>(found: Pair<Vec<Vec<Feature>>>) -> Weights {
        let (known, squares) = weigh(&found);
        let sentences = found.map(|sentences| {
            let number = |all: Vec<Feature>| {
                all.iter()
                    .filter_map(|feature| known.binary_search(feature).ok())
                    .collect::<Vec<usize>>()
            };
            sentences.into_iter().map(number).collect::<Vec<_>>()
        });
        let lengths = sentences.as_ref().map(|all| {
            let length = |features: &Vec<usize>| sum(features, &squares).sqrt();
            all.iter().map(length).collect()
        });
        Weights {
            sentences,
            squares,
            lengths,
        }
    }

    /// The cosine of two sentences' vectors, from 0 to 1.
    pub(super) fn cosine(&self, sentences: Pair<usize>) -> f32 {
        self.part(sentences, self.shared(sentences))
    }

    /// The squared weights of what two sentences share.
    pub(super) fn shared(&self, sentences: Pair<usize>) -> f32 {
        let held = self.sentences.as_ref().zip(sentences);
        let held = held.map(|(all, number)| all.get(number).map_or(&[][..], Vec::as_slice));
        common(held.left, held.right, &self.squares)
    }

    /// The cosine of two sentences whose shared features weigh `squares` together.
    pub(super) fn part(&self, sentences: Pair<usize>, squares: f32) -> f32 {
        let lengths = self
            .lengths
            .as_ref()
            .zip(sentences)
            .map(|(all, number)| all.get(number).copied().unwrap_or_default());
        let product = lengths.left * lengths.right;
        if product > 0.0 {
            (squares / product).min(1.0)
        } else {
            0.0
        }
    }
}

/// The features in their own order, so that sums do not depend on which article is left, and their weights squared.
fn weigh<Feature: Ord + Copy>(found: &Pair<Vec<Vec<Feature>>>) -> (Vec<Feature>, Vec<f32>) {
    let mut all: Vec<(Feature, Side)> = Vec::new();
    for (side, sentences) in found.as_ref().sides() {
        all.extend(sentences.iter().flatten().map(|&feature| (feature, side)));
    }
    all.sort_unstable();
    let squares = all
        .chunk_by(|a, b| a.0 == b.0)
        .map(|same| {
            let lefts = same.partition_point(|(_, side)| *side == Side::Left);
            telling(holding(Pair::new(lefts, same.len() - lefts))).powi(2)
        })
        .collect();
    all.dedup_by_key(|(feature, _)| *feature);
    let known = all.into_iter().map(|(feature, _)| feature);
    (known.collect(), squares)
}

/// In how many sentences something counts as standing that stands in so many of each article: twice the lesser, so that it
/// weighs the same when one article goes on to use it elsewhere.
pub(super) fn holding(each: Pair<usize>) -> usize {
    match each.left.min(each.right) {
        0 => each.left + each.right,
        least => 2 * least,
    }
}

/// `ln(1 + 60 / df)`, how much a word tells that stands in `df` sentences of two articles: one of the whole story little,
/// one of a single sentence much. The 60 stands for the articles' length, so that what is added to one of them does not
/// change what its other words weigh. A strong background IDF was measured and hurts, as the words of the story recur in
/// both articles.
pub(super) fn telling(holding: usize) -> f32 {
    rarity(60, holding)
}

/// `ln(1 + N / df)`.
#[expect(
    clippy::cast_precision_loss,
    reason = "sentences are counted in thousands"
)]
pub(super) fn rarity(sentences: usize, holding: usize) -> f32 {
    (1.0 + sentences as f32 / holding.max(1) as f32).ln()
}

/// The weight of what stands in both of two ordered lists.
fn common(left: &[usize], right: &[usize], squares: &[f32]) -> f32 {
    let mut right = right.iter().peekable();
    let both = left.iter().filter(|&feature| {
        while right.next_if(|&other| other < feature).is_some() {}
        right.peek() == Some(&feature)
    });
    sum(both, squares)
}

fn sum<'a>(features: impl IntoIterator<Item = &'a usize>, squares: &[f32]) -> f32 {
    features
        .into_iter()
        .filter_map(|&feature| squares.get(feature))
        .sum()
}

/// Four letters, packed into one number that sorts quickly.
type LetterRun = u128;

/// A word's runs of four letters, `#` standing for its ends; one run for a word of a letter or none.
fn letter_runs(key: &str) -> Vec<LetterRun> {
    let mut letters: Vec<char> = format!("#{key}#").chars().collect();
    while letters.len() < 4 {
        letters.push('#');
    }
    let pack = |run: &[char]| {
        run.iter()
            .fold(0, |packed, &letter| packed << 32 | u128::from(letter))
    };
    letters.windows(4).map(pack).collect()
}
