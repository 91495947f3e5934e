//! How likely it is that a reader wants two sentences side by side.
//!
//! A logistic sum of six signals, none of which needs to know more than the two articles. Its weights were fitted on 30
//! pairs of news articles whose sentences were linked by hand, and rounded. On 12 other pairs it reaches an average
//! precision of .45, where the cosine of words alone reaches .41. Tried and of no further help: shared names, shared
//! numbers, each sentence's best likeness to the other article, the rank of the pair among the sentence's pairs.

use std::collections::HashMap;

use super::weight::Weights;
use super::{Link, Wording};
use crate::text::{Pair, Side, Term};

const BIAS: f32 = -7.7;
/// For the square root of the cosine of words, and the same for that of letter runs.
const LIKENESS: f32 = 5.5;
/// For the best likeness of a sentence next to the one with a sentence next to the other.
const NEIGHBOURS: f32 = 1.4;
/// For the logarithm of the sentences' lengths: in long sentences the same cosine tells more.
const LENGTH: f32 = 0.45;
/// For the longest run of words that both have, in sixths of [`LONG_RUN`] words.
const RUN: f32 = 2.0;
const LONG_RUN: usize = 6;
/// For how far apart they stand, as a share of the articles.
const PLACE: f32 = -1.45;

/// The score from which a link is shown: the best F1 on the pairs that the weights were fitted on.
pub(super) const THRESHOLD: f32 = 0.27;

/// The pairs with their scores, in the same order.
pub(super) fn scored(wording: &Wording, words: &Weights, pairs: &[Pair<usize>]) -> Vec<Link> {
    let letters = Weights::of_letters(wording);
    let cosines: Vec<Pair<f32>> = pairs
        .iter()
        .map(|&pair| Pair::new(words.cosine(pair), letters.cosine(pair)))
        .collect();
    let likeness: HashMap<(usize, usize), f32> = pairs
        .iter()
        .zip(&cosines)
        .map(|(pair, cosine)| {
            let mean = f32::midpoint(cosine.left, cosine.right);
            ((pair.left, pair.right), mean)
        })
        .collect();
    let each = pairs.iter().zip(cosines).map(|(&pair, cosine)| {
        let terms = Pair::new(
            wording.terms(Side::Left, pair.left),
            wording.terms(Side::Right, pair.right),
        );
        let score = if same(terms) {
            1.0
        } else {
            let signals = LIKENESS * (cosine.left.sqrt() + cosine.right.sqrt())
                + NEIGHBOURS * neighbours(pair, &likeness)
                + LENGTH * lengths(terms)
                + RUN * run(wording, terms)
                + PLACE * apart(pair, wording);
            1.0 / (1.0 + (-BIAS - signals).exp())
        };
        Link {
            sentences: pair,
            score,
        }
    });
    each.collect()
}

fn same(terms: Pair<&[Term]>) -> bool {
    let [left, right] = [terms.left, terms.right].map(|terms| terms.iter().map(|term| &term.key));
    left.eq(right)
}

fn neighbours(pair: Pair<usize>, likeness: &HashMap<(usize, usize), f32>) -> f32 {
    let around = |at: usize| [at.checked_sub(1), at.checked_add(1)].into_iter().flatten();
    around(pair.left)
        .flat_map(|left| around(pair.right).map(move |right| (left, right)))
        .filter_map(|near| likeness.get(&near).copied())
        .fold(0.0, f32::max)
}

#[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
fn lengths(terms: Pair<&[Term]>) -> f32 {
    let [left, right] = [terms.left, terms.right].map(|terms| {
        let mut keys: Vec<&str> = terms
            .iter()
            .filter(|term| term.is_content())
            .map(|term| term.key.as_str())
            .collect();
        keys.sort_unstable();
        keys.dedup();
        (1.0 + keys.len() as f32).ln()
    });
    left + right
}

/// The longest run of words that both have, from 0 to 1. Names are left out: *Russian President Vladimir Putin* stands in
/// a row wherever he is named first, and tells nothing.
#[expect(clippy::cast_precision_loss, reason = "a run is counted to six words")]
fn run(wording: &Wording, terms: Pair<&[Term]>) -> f32 {
    let terms = terms.map(|terms| {
        let told = terms.iter().filter(|term| !wording.is_name(&term.key));
        told.map(|term| term.key.as_str()).collect::<Vec<&str>>()
    });
    let mut longest = 0;
    let mut before = vec![0; terms.right.len() + 1];
    for left in &terms.left {
        let mut here = vec![0; terms.right.len() + 1];
        for (slot, (right, ended)) in here.iter_mut().skip(1).zip(terms.right.iter().zip(&before)) {
            if left == right {
                *slot = ended + 1;
                longest = longest.max(*slot);
            }
        }
        before = here;
    }
    longest.min(LONG_RUN) as f32 / LONG_RUN as f32
}

/// How far apart two sentences stand, from 0 at the same place to 1 at opposite ends.
#[expect(
    clippy::cast_precision_loss,
    reason = "sentences are counted in thousands"
)]
fn apart(pair: Pair<usize>, wording: &Wording) -> f32 {
    let totals = wording.sentences().map(<[_]>::len);
    let place = totals
        .zip(pair)
        .map(|(total, number)| number as f32 / total.max(1) as f32);
    (place.left - place.right).abs()
}
