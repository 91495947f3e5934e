//! Which pairs of sentences are worth a closer look, found without looking at all of them.

use std::cmp::Ordering;

use foldhash::{HashMap, HashMapExt};

use super::Wording;
use super::weight::Weights;
use crate::text::{Pair, Side};

/// How many sentences of the other article each sentence is looked at with.
const PARTNERS: usize = 16;

/// The same by kindred words, which tell less.
const KINDRED_PARTNERS: usize = 8;

/// Up to so many pairs, all are looked at that share anything: two articles of some 60 sentences.
const FEW: usize = 4000;

/// How many postings are read for one sentence, its rarest words first: enough for two texts of 10,000 words to be
/// looked at whole, and it keeps long texts from being compared each with each.
const POSTINGS: usize = 2000;

/// The pairs worth scoring: all of two short articles that share a word or have kindred ones; else the best partners of
/// every sentence each way, by its words and by what is kindred to them; and sentences that are word for word the same. In
/// order, each once.
pub(super) fn candidates(
    wording: &Wording,
    words: &Weights,
    kindred: &Weights,
) -> Vec<Pair<usize>> {
    let totals = wording.sentences().map(<[_]>::len);
    if totals.left * totals.right <= FEW {
        let lefts = 0..totals.left;
        let rights = |left| (0..totals.right).map(move |right| Pair::new(left, right));
        let pairs = lefts.flat_map(rights);
        let share = |pair: &Pair<usize>| words.share(*pair) || kindred.share(*pair);
        return pairs
            .filter(|pair| share(pair) || wording.is_same(*pair))
            .collect();
    }
    let mut found = same_words(wording);
    for (weights, partners) in [(words, PARTNERS), (kindred, KINDRED_PARTNERS)] {
        for side in Side::BOTH {
            let mut search = Search::new(side, weights);
            for (number, features) in weights.sentences.get(side).iter().enumerate() {
                found.extend(search.partners(number, features, partners));
            }
        }
    }
    found.sort_unstable_by_key(|pair| (pair.left, pair.right));
    found.dedup();
    found
}

/// Looks for the partners of one side's sentences.
struct Search<'a> {
    side: Side,
    words: &'a Weights,
    /// For each feature, the sentences across that hold it.
    postings: Vec<Vec<usize>>,
    /// For each sentence across, the weight that it shares with the one at hand; all 0 between two searches.
    shared: Vec<f32>,
}

impl Search<'_> {
    fn new(side: Side, words: &Weights) -> Search<'_> {
        let across = words.sentences.get(side.other());
        let mut postings = vec![Vec::new(); words.squares.len()];
        for (number, held) in across.iter().enumerate() {
            for &feature in held {
                if let Some(list) = postings.get_mut(feature) {
                    list.push(number);
                }
            }
        }
        Search {
            side,
            words,
            postings,
            shared: vec![0.0; across.len()],
        }
    }

    /// The best partners of a sentence.
    fn partners(&mut self, number: usize, features: &[usize], most: usize) -> Vec<Pair<usize>> {
        let mut scored: Vec<(f32, Pair<usize>)> = Vec::new();
        for other in self.sharing(features) {
            let pair = sided(self.side, number, other);
            if let Some(squares) = self.shared.get_mut(other) {
                scored.push((self.words.part(pair, std::mem::take(squares)), pair));
            }
        }
        let totals = self.words.sentences.as_ref().map(Vec::len);
        let better = |a: &(f32, Pair<usize>), b: &(f32, Pair<usize>)| {
            b.0.total_cmp(&a.0).then_with(|| nearer(a.1, b.1, totals))
        };
        if scored.len() > most {
            scored.select_nth_unstable_by(most, better);
            scored.truncate(most);
        }
        scored.into_iter().map(|(_, pair)| pair).collect()
    }

    /// The sentences across that share a feature, each once; what they share is summed up in `shared`.
    fn sharing(&mut self, features: &[usize]) -> Vec<usize> {
        let mut rarest: Vec<(usize, usize)> = features
            .iter()
            .map(|&feature| (self.postings.get(feature).map_or(0, Vec::len), feature))
            .collect();
        rarest.sort_unstable();
        let mut touched = Vec::new();
        let mut read = 0;
        for (holding, feature) in rarest {
            if read > 0 && read + holding > POSTINGS {
                break;
            }
            read += holding;
            let square = self.words.squares.get(feature).copied().unwrap_or_default();
            let list = self.postings.get(feature).into_iter().flatten();
            for &other in list.take(POSTINGS) {
                if let Some(shared) = self.shared.get_mut(other) {
                    if *shared == 0.0 {
                        touched.push(other);
                    }
                    *shared += square;
                }
            }
        }
        touched
    }
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
    let mut holding: HashMap<&[usize], Pair<Vec<usize>>> = HashMap::new();
    for (side, sentences) in wording.numbers().sides() {
        for (number, keys) in sentences.iter().enumerate() {
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
