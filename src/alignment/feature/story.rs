//! How alike two articles are as wholes: the same words tell more of two sentences when all else tells of one event.

use std::collections::HashSet;

use super::around::Around;
use crate::alignment::Wording;
use crate::text::{Pair, Term};

pub(super) struct Story {
    /// How many names, and how many telling words, both have.
    shared: Pair<f32>,
}

/// So many of the best sentences count, so that what is added to an article and has nothing to do with the other one
/// changes nothing.
const MOST: usize = 8;

impl Story {
    #[expect(clippy::cast_precision_loss, reason = "words are counted in thousands")]
    pub(super) fn new(wording: &Wording) -> Story {
        let keys = |wanted: &dyn Fn(&Term) -> bool| {
            wording.sentences().map(|sentences| {
                let terms = sentences.iter().flatten().filter(|term| wanted(term));
                terms
                    .map(|term| term.key.as_str())
                    .collect::<HashSet<&str>>()
            })
        };
        let names = keys(&|term| wording.is_name(&term.key) && !term.is_general());
        let words =
            keys(&|term| term.is_content() && !wording.is_name(&term.key) && !term.is_general());
        let both = [names, words].map(|keys| {
            let shared = keys.left.intersection(&keys.right).count();
            shared as f32
        });
        Story {
            shared: Pair::new(both[0], both[1]),
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
