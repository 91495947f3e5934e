//! Which phrases can mean the same, by what words they are made of.

use std::cell::OnceCell;

use super::phrase::Phrase;
use crate::model::{dot, unit, word_vectors};

/// From these cosines on two nouns, two phrases as a whole, two adjectives of one noun are near in meaning. Words that only
/// stand in like surroundings reach .3 as a rule.
const NOUNS: f32 = 0.46;
const PHRASES: f32 = 0.4;
const ADJECTIVES: f32 = 0.6;

/// The directions in which a phrase, its noun and the word before it point; each is found when it is first asked for, for
/// most never are.
#[derive(Default)]
pub(super) struct Direction {
    whole: OnceCell<Vec<f32>>,
    noun: OnceCell<Vec<f32>>,
    adjective: OnceCell<Vec<f32>>,
}

/// How two phrases that can mean the same differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Apart {
    /// By another noun, near in meaning.
    Noun,
    /// By another noun, while they share a word and are near as a whole.
    Phrase,
    /// By another word before the same noun.
    Adjective,
}

impl Direction {
    fn whole(&self, keys: &[String]) -> &[f32] {
        self.whole.get_or_init(|| direction(keys))
    }

    fn noun(&self, keys: &[String]) -> &[f32] {
        self.noun.get_or_init(|| direction(keys.last()))
    }

    fn adjective(&self, keys: &[String]) -> &[f32] {
        let before = || keys.iter().nth_back(1);
        self.adjective.get_or_init(|| direction(before()))
    }
}

/// How two phrases differ, if they can mean the same.
pub(super) fn apart(left: (&Phrase, &Direction), right: (&Phrase, &Direction)) -> Option<Apart> {
    let (lefts, rights) = (left.0.keys.as_slice(), right.0.keys.as_slice());
    let same_word = lefts.iter().any(|key| rights.contains(key));
    let cosine = |of: for<'d> fn(&'d Direction, &[String]) -> &'d [f32]| {
        dot(of(left.1, lefts), of(right.1, rights))
    };
    if left.0.noun() == right.0.noun() {
        let other = lefts.iter().nth_back(1) != rights.iter().nth_back(1);
        return (other && cosine(Direction::adjective) >= ADJECTIVES).then_some(Apart::Adjective);
    }
    if left.0.is_person || right.0.is_person {
        return None;
    }
    if cosine(Direction::noun) >= NOUNS {
        Some(Apart::Noun)
    } else {
        (same_word && cosine(Direction::whole) >= PHRASES).then_some(Apart::Phrase)
    }
}

fn direction<'k>(keys: impl IntoIterator<Item = &'k String>) -> Vec<f32> {
    let known = word_vectors();
    let mut sum = vec![0.0; known.dimensions()];
    for vector in keys.into_iter().filter_map(|key| known.of(key)) {
        for (sum, value) in sum.iter_mut().zip(vector) {
            *sum += value;
        }
    }
    unit(&mut sum);
    sum
}
