//! Which pairs of sentences are worth a closer look, found without looking at all of them.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::Wording;
use super::weight::Weights;
use crate::text::{Pair, Side};

/// How many sentences of the other article each sentence is looked at with.
const PARTNERS: usize = 16;

/// How many postings are read for one sentence, its rarest words first: enough for two texts of 10,000 words to be
/// looked at whole, and it keeps long texts from being compared each with each.
const POSTINGS: usize = 4000;

/// The pairs worth scoring: the best partners of every sentence each way, and sentences that are word for word the
/// same. In order, each once.
pub(super) fn candidates(wording: &Wording, words: &Weights) -> Vec<Pair<usize>> {
    let mut found = same_words(wording);
    for side in Side::BOTH {
        let postings = postings(words.sentences.get(side.other()), words.squares.len());
        for (number, features) in words.sentences.get(side).iter().enumerate() {
            let partners = partners(number, side, features, &postings, words);
            found.extend(partners);
        }
    }
    found.sort_unstable_by_key(|pair| (pair.left, pair.right));
    found.dedup();
    found
}

/// For each feature, the sentences that hold it.
fn postings(sentences: &[Vec<usize>], features: usize) -> Vec<Vec<usize>> {
    let mut postings = vec![Vec::new(); features];
    for (number, held) in sentences.iter().enumerate() {
        for &feature in held {
            if let Some(list) = postings.get_mut(feature) {
                list.push(number);
            }
        }
    }
    postings
}

fn partners(
    number: usize,
    side: Side,
    features: &[usize],
    postings: &[Vec<usize>],
    words: &Weights,
) -> Vec<Pair<usize>> {
    let holding = |&feature: &usize| postings.get(feature).map_or(&[][..], Vec::as_slice);
    let mut rarest: Vec<usize> = features.to_vec();
    rarest.sort_by_key(|feature| holding(feature).len());
    let mut shared: HashMap<usize, f32> = HashMap::new();
    let mut read = 0;
    for feature in rarest {
        let list = holding(&feature);
        if read > 0 && read + list.len() > POSTINGS {
            break;
        }
        read += list.len();
        let square = words.squares.get(feature).copied().unwrap_or_default();
        for &other in list.iter().take(POSTINGS) {
            *shared.entry(other).or_default() += square;
        }
    }
    let mut scored: Vec<(f32, Pair<usize>)> = shared
        .into_iter()
        .map(|(other, squares)| {
            let pair = sided(side, number, other);
            (words.shared(pair, squares), pair)
        })
        .collect();
    let totals = words.sentences.as_ref().map(Vec::len);
    scored.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then_with(|| nearer(a.1, b.1, totals)));
    scored.truncate(PARTNERS);
    scored.into_iter().map(|(_, pair)| pair).collect()
}

/// Puts the pair first whose sentences stand at more nearly the same place in their articles.
pub(super) fn nearer(a: Pair<usize>, b: Pair<usize>, totals: Pair<usize>) -> Ordering {
    let apart = |pair: Pair<usize>| (pair.left * totals.right).abs_diff(pair.right * totals.left);
    apart(a)
        .cmp(&apart(b))
        .then_with(|| (a.left, a.right).cmp(&(b.left, b.right)))
}

/// Sentences of the same words in the same order, function words included; the nearest in place when there are many.
fn same_words(wording: &Wording) -> Vec<Pair<usize>> {
    let mut holding: HashMap<Vec<&str>, Pair<Vec<usize>>> = HashMap::new();
    for (side, sentences) in wording.sentences().sides() {
        for (number, terms) in sentences.iter().enumerate() {
            let keys = terms.iter().map(|term| term.key.as_str()).collect();
            holding.entry(keys).or_default().get_mut(side).push(number);
        }
    }
    let totals = wording.sentences().map(<[_]>::len);
    let mut found = Vec::new();
    for same in holding.into_values() {
        for (side, numbers) in same.as_ref().sides() {
            for &number in numbers {
                let others = around(same.get(side.other()), number, side, totals);
                let mut pairs: Vec<Pair<usize>> = others
                    .iter()
                    .map(|&other| sided(side, number, other))
                    .collect();
                pairs.sort_unstable_by(|&a, &b| nearer(a, b, totals));
                found.extend(pairs.into_iter().take(PARTNERS));
            }
        }
    }
    found
}

/// The few of `others`, which are in order, that stand nearest to the place of sentence `number`.
fn around(others: &[usize], number: usize, side: Side, totals: Pair<usize>) -> &[usize] {
    let (own, across) = (*totals.get(side), *totals.get(side.other()));
    let middle = others.partition_point(|&other| other * own < number * across);
    let range = middle.saturating_sub(PARTNERS)..(middle + PARTNERS).min(others.len());
    others.get(range).unwrap_or_default()
}

fn sided(side: Side, number: usize, other: usize) -> Pair<usize> {
    match side {
        Side::Left => Pair::new(number, other),
        Side::Right => Pair::new(other, number),
    }
}
