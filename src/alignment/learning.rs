//! What a training program needs to make the tables of the score: the pairs and features that it judges.

use super::feature::{Seen, Signals};
use super::{Couple, candidate, kindred, score, weight};
use crate::text::Pair;

/// The pairs of two articles that are scored.
pub struct Candidates {
    seen: Seen,
    bodies: Pair<usize>,
}

impl Candidates {
    /// The pairs of two articles.
    pub fn new(couple: &Couple<'_>) -> Candidates {
        let words = weight::Weights::of_words(&couple.wording);
        let kindred = kindred::Kindred::new(&couple.wording);
        let pairs = candidate::candidates(&couple.wording, &words, kindred.weights());
        Candidates {
            seen: Signals::new(couple, &words, &kindred).see(pairs),
            bodies: couple.readings.map(|reading| reading.sentences.len()),
        }
    }

    /// The numbers of the sentences; the number after the last is the headline's.
    pub fn pairs(&self) -> &[Pair<usize>] {
        &self.seen.pairs
    }

    /// What is seen of each pair.
    pub fn features(&self) -> &[Vec<f32>] {
        &self.seen.features
    }

    /// The same, with what a first score of each, as log-odds, adds.
    pub fn with_context(&self, scores: &[f32]) -> Vec<Vec<f32>> {
        let context = score::Context::new(&self.seen, scores, self.bodies);
        let each = 0..self.seen.pairs.len();
        each.map(|at| context.features(at)).collect()
    }
}
