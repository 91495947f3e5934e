//! Which phrases can mean the same, by what words they are made of.

use std::sync::OnceLock;

use super::phrase::Phrase;
use crate::model::WordVectors;

static TABLE: &[u8] = include_bytes!("../../assets/word_vectors.table");
static WORDS: OnceLock<WordVectors<'static>> = OnceLock::new();

/// From these cosines on two nouns, two phrases as a whole, two adjectives of one noun are near in meaning. Words that only
/// stand in like surroundings reach .3 as a rule.
const NOUNS: f32 = 0.46;
const PHRASES: f32 = 0.4;
const ADJECTIVES: f32 = 0.6;

/// The directions in which a phrase, its noun and the word before it point.
pub(super) struct Direction {
    whole: Vec<f32>,
    noun: Vec<f32>,
    adjective: Vec<f32>,
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
    pub(super) fn of(phrase: &Phrase) -> Direction {
        let noun = phrase.keys.len().saturating_sub(1);
        let keys = |range| {
            phrase
                .keys
                .get::<std::ops::Range<usize>>(range)
                .unwrap_or_default()
        };
        Direction {
            whole: direction(&phrase.keys),
            noun: direction(keys(noun..phrase.keys.len())),
            adjective: direction(keys(noun.saturating_sub(1)..noun)),
        }
    }
}

/// How two phrases differ, if they can mean the same.
pub(super) fn apart(left: (&Phrase, &Direction), right: (&Phrase, &Direction)) -> Option<Apart> {
    let same_noun = left.0.keys.last() == right.0.keys.last();
    let same_word = left.0.keys.iter().any(|key| right.0.keys.contains(key));
    let cosine = |of: fn(&Direction) -> &Vec<f32>| cosine(of(left.1), of(right.1));
    if same_noun {
        let before = |keys: &[String]| keys.iter().nth_back(1).cloned();
        let other = before(&left.0.keys) != before(&right.0.keys);
        return (other && cosine(|one| &one.adjective) >= ADJECTIVES).then_some(Apart::Adjective);
    }
    if left.0.is_person || right.0.is_person {
        return None;
    }
    if cosine(|one| &one.noun) >= NOUNS {
        Some(Apart::Noun)
    } else {
        (same_word && cosine(|one| &one.whole) >= PHRASES).then_some(Apart::Phrase)
    }
}

fn direction(keys: &[String]) -> Vec<f32> {
    let known = WORDS.get_or_init(|| WordVectors::new(TABLE));
    let mut sum = vec![0.0; known.dimensions()];
    for vector in keys.iter().filter_map(|key| known.of(key)) {
        for (sum, value) in sum.iter_mut().zip(vector) {
            *sum += value;
        }
    }
    let length = sum.iter().map(|value| value * value).sum::<f32>().sqrt();
    if length > 0.0 {
        for value in &mut sum {
            *value /= length;
        }
    }
    sum
}

/// 0 when one of them has no known word.
fn cosine(left: &[f32], right: &[f32]) -> f32 {
    left.iter()
        .zip(right)
        .map(|(left, right)| left * right)
        .sum()
}
