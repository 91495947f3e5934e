//! How alike two articles are as wholes: the same words tell more of two sentences when all else tells of one event.

use super::around::Around;
use crate::alignment::Wording;
use crate::alignment::weight::Weights;
use crate::text::Pair;

pub(super) struct Story {
    /// How many names, and how many telling words, both have.
    shared: Pair<f32>,
}

/// So many of the best sentences count, so that what is added to an article and has nothing to do with the other one
/// changes nothing.
const MOST: usize = 8;

impl Story {
    #[expect(clippy::cast_precision_loss, reason = "words are counted in thousands")]
    pub(super) fn new(wording: &Wording, words: &Weights) -> Story {
        let shared = |is_name: bool| {
            let keys = wording.keys().iter().zip(&words.holding);
            let both = keys.filter(|(key, holding)| {
                holding.left.min(holding.right) > 0 && key.is_name == is_name && !key.is_general
            });
            both.count() as f32
        };
        Story {
            shared: Pair::new(shared(true), shared(false)),
        }
    }

    pub(super) fn tell(&self, around: &Around) -> [f32; 5] {
        let mut tops: Vec<f32> = around.bests().collect();
        tops.sort_by(|a, b| b.total_cmp(a));
        let few = tops.len().clamp(1, MOST);
        #[expect(clippy::cast_precision_loss, reason = "at most eight")]
        let mean = tops.iter().take(MOST).sum::<f32>() / few as f32;
        let headlines = around.headlines();
        [
            mean,
            self.shared.left.ln_1p(),
            self.shared.right.ln_1p(),
            headlines.left.max(headlines.right),
            headlines.left.min(headlines.right),
        ]
    }
}
