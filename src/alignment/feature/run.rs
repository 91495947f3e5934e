//! What runs of words sentences have in common.

use crate::alignment::Wording;
use crate::text::Pair;

/// The words of every sentence in their order, as numbers, without names: *Russian President Vladimir Putin* stands in a
/// row wherever he is named first, and tells nothing.
pub(super) struct Runs(Pair<Vec<Vec<usize>>>);

/// A run of so many words or more counts the same.
const LONG_RUN: usize = 6;

/// So many words of a sentence are compared: one without an end must not take time with the square of its length.
const LONGEST: usize = 256;

impl Runs {
    pub(super) fn new(wording: &Wording) -> Runs {
        let is_name = |number: usize| wording.key(number).is_some_and(|key| key.is_name);
        Runs(wording.numbers().map(|sentences| {
            let plain = sentences.iter().map(|numbers| {
                let numbers = numbers.iter().copied();
                let plain = numbers.filter(|&number| !is_name(number));
                plain.take(LONGEST).collect()
            });
            plain.collect()
        }))
    }

    /// The longest run of words that both sentences have, from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "a run is counted to six words")]
    pub(super) fn longest(&self, pair: Pair<usize>) -> f32 {
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
