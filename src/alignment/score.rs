//! How likely it is that a reader wants two sentences side by side.
//!
//! A logistic sum of ten signals, none of which needs to know more than the two articles and the words of the language.
//! Most weights were fitted on 30 pairs of news articles whose sentences were linked by hand, and rounded. Three were set
//! by hand: those of speakers, of a shared refusal and of a long name. The fit would have given a shared refusal less than
//! nothing, from few cases; it is kept for what a reader misses most, and costs next to nothing. On 12 other pairs the sum
//! raised average precision from .41, with the cosine of words alone, to .46. Tried and of no further help: shared names,
//! shared numbers, each sentence's best likeness to the other article, the number of kindred words.

use std::collections::HashMap;

use super::denial::Denials;
use super::kindred::Kindred;
use super::title::only_a_long_name;
use super::voice::{Heard, Voices};
use super::weight::Weights;
use super::{Link, Wording};
use crate::text::Pair;

const BIAS: f32 = -7.6;
/// For the square root of the cosine of words, and the same for that of letter runs.
const LIKENESS: f32 = 5.4;
/// For the best likeness of a sentence next to the one with a sentence next to the other.
const NEIGHBOURS: f32 = 1.3;
/// For the logarithm of the sentences' lengths: in long sentences the same cosine tells more.
const LENGTH: f32 = 0.4;
/// For the longest run of words that both have, in sixths of [`LONG_RUN`] words.
const RUN: f32 = 2.0;
const LONG_RUN: usize = 6;
/// For how far apart they stand, as a share of the articles.
const PLACE: f32 = -1.3;
/// When somebody's words are reported in both.
const SAME_VOICE: f32 = 0.5;
/// When one reports somebody's words and the other somebody else's.
const OTHER_VOICES: f32 = -0.2;
/// For the square root of what they tell in kindred words, as a cosine.
const KINDRED: f32 = 2.7;
/// When only one of them denies something.
const DENIAL: f32 = -0.2;
/// When one speaker denies something in both, with kindred words: *will not surrender*, *cannot hand over*.
const SAME_DENIAL: f32 = 0.8;
/// When one long name is all that they share.
const LONG_NAME: f32 = -2.0;

/// The score from which a link is shown: where F1 is all but best on the pairs that the weights were fitted on.
pub(super) const THRESHOLD: f32 = 0.25;

/// What is known of the two articles' sentences.
pub(super) struct Signals<'a> {
    pub(super) wording: &'a Wording,
    pub(super) words: &'a Weights,
    pub(super) kindred: &'a Kindred,
    pub(super) voices: Voices,
}

/// The pairs with their scores, in the same order.
pub(super) fn scored(known: &Signals<'_>, pairs: &[Pair<usize>]) -> Vec<Link> {
    let letters = Weights::of_letters(known.wording);
    let told = Told::new(known.wording);
    let denials = Denials::new(known.wording);
    let cosines: Vec<Pair<f32>> = pairs
        .iter()
        .map(|&pair| Pair::new(known.words.cosine(pair), letters.cosine(pair)))
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
        let score = if known.wording.is_same(pair) {
            1.0
        } else {
            let signals = LIKENESS * (cosine.left.sqrt() + cosine.right.sqrt())
                + NEIGHBOURS * neighbours(pair, &likeness)
                + LENGTH * lengths(pair, known.words)
                + RUN * told.run(pair)
                + PLACE * apart(pair, known.wording)
                + other_words(pair, known, denials.of(pair));
            1.0 / (1.0 + (-BIAS - signals).exp())
        };
        Link {
            sentences: pair,
            score,
        }
    });
    each.collect()
}

/// What speaks for and against a pair when its words differ.
fn other_words(pair: Pair<usize>, known: &Signals<'_>, denies: Pair<bool>) -> f32 {
    let kindred = known.words.part(pair, known.kindred.shared(pair));
    let heard = known.voices.heard(pair);
    let denial = match (denies.left, denies.right) {
        (true, true) if heard == Heard::Same && kindred > 0.0 => SAME_DENIAL,
        (true, false) | (false, true) => DENIAL,
        _ => 0.0,
    };
    let name = if kindred == 0.0 && only_a_long_name(known.wording, pair) {
        LONG_NAME
    } else {
        0.0
    };
    KINDRED * kindred.sqrt() + voice(heard) + denial + name
}

fn voice(heard: Heard) -> f32 {
    match heard {
        Heard::Same => SAME_VOICE,
        Heard::Others => OTHER_VOICES,
        Heard::Unknown => 0.0,
    }
}

fn neighbours(pair: Pair<usize>, likeness: &HashMap<(usize, usize), f32>) -> f32 {
    let around = |at: usize| [at.checked_sub(1), at.checked_add(1)].into_iter().flatten();
    around(pair.left)
        .flat_map(|left| around(pair.right).map(move |right| (left, right)))
        .filter_map(|near| likeness.get(&near).copied())
        .fold(0.0, f32::max)
}

#[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
fn lengths(pair: Pair<usize>, words: &Weights) -> f32 {
    let lengths = words.sentences.as_ref().zip(pair).map(|(all, number)| {
        let length = all.get(number).map_or(0, Vec::len);
        (1.0 + length as f32).ln()
    });
    lengths.left + lengths.right
}

/// The words of every sentence in their order, as numbers, without names: *Russian President Vladimir Putin* stands in a
/// row wherever he is named first, and tells nothing.
struct Told(Pair<Vec<Vec<usize>>>);

impl Told {
    fn new(wording: &Wording) -> Told {
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        Told(wording.sentences().map(|sentences| {
            sentences
                .iter()
                .map(|terms| {
                    let plain = terms.iter().filter(|term| !wording.is_name(&term.key));
                    plain
                        .map(|term| {
                            let next = numbers.len();
                            *numbers.entry(term.key.as_str()).or_insert(next)
                        })
                        .collect()
                })
                .collect()
        }))
    }

    /// The longest run of words that both sentences have, from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "a run is counted to six words")]
    fn run(&self, pair: Pair<usize>) -> f32 {
        let words = self.0.as_ref().zip(pair);
        let words = words.map(|(all, number)| all.get(number).map_or(&[][..], Vec::as_slice));
        let mut longest = 0;
        // The run that ends at each word of the right, for the word of the left that is being looked at.
        let mut runs = vec![0; words.right.len()];
        for left in words.left {
            let mut before = 0;
            for (run, right) in runs.iter_mut().zip(words.right) {
                let here = if left == right { before + 1 } else { 0 };
                before = std::mem::replace(run, here);
                longest = longest.max(here);
            }
        }
        longest.min(LONG_RUN) as f32 / LONG_RUN as f32
    }
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
