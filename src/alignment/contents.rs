//! How alike two contents are, be they whole sentences or not: what somebody says here and there.

use super::kindred::Kindred;
use super::weight::{Weights, telling};
use super::{Couple, Wording};
use crate::text::{Pair, Span};

/// Some contents of two articles, weighed by the words of all their sentences.
pub struct Contents {
    words: Weights,
    kindred: Kindred,
    /// How many sentences come before the first content.
    sentences: Pair<usize>,
    /// The weight of a word that nothing has but the two contents and their sentences.
    rarest: f32,
}

/// How alike two contents are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Likeness {
    /// The part of their words that both have, or have in kindred words: a cosine, from 0 to 1.
    pub share: f32,
    /// How many words that is; one that other sentences have too counts for less than 1.
    pub words: f32,
}

impl Contents {
    /// The contents of each side, each of one span or several in its article's text.
    pub fn new(couple: &Couple<'_>, contents: Pair<Vec<Vec<Span>>>) -> Contents {
        let sentences = couple.wording.sentences().map(<[_]>::len);
        let wording: Wording = couple.wording.with(contents);
        // Each content and the sentence that it stands in.
        let holding = 4;
        Contents {
            words: Weights::of_words(&wording),
            kindred: Kindred::new(&wording),
            sentences,
            rarest: telling(holding).powi(2),
        }
    }

    /// How alike a content of the left is to one of the right, by their numbers.
    pub fn likeness(&self, contents: Pair<usize>) -> Likeness {
        let places = self.sentences.zip(contents).map(|(first, at)| first + at);
        let shared = self.words.shared(places) + self.kindred.shared(places);
        Likeness {
            share: self.words.part(places, shared),
            words: shared / self.rarest,
        }
    }
}
