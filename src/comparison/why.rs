//! Why two passages stand side by side.

use super::Comparison;
use crate::alignment::{Couple, Reasons, reasons};
use crate::text::Pair;

/// What speaks for a row: its strongest link, and why that stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// The two sentences, numbers in `Reading::sentences`.
    pub sentences: Pair<usize>,
    /// The link's score, from 0 to 1.
    pub score: f32,
    /// Whether the reader tied them.
    pub tied: bool,
    /// What speaks for it.
    pub reasons: Reasons,
}

impl Comparison {
    /// Why the sides of a row stand beside each other; `None` when only one article has it. Takes time linear in the
    /// articles.
    pub fn why(&self, row: usize) -> Option<Why> {
        let row = self.rows.get(row)?;
        let lefts = row.sentences.left.clone();
        let pairs = lefts.flat_map(|left| {
            let rights = row.sentences.right.clone();
            rights.map(move |right| Pair::new(left, right))
        });
        let scored = pairs.map(|pair| (pair, self.alignment.score(pair)));
        let best = scored.reduce(|best, next| if next.1 > best.1 { next } else { best });
        let (sentences, score) = best?;
        let readings = self.readings.as_ref().map(AsRef::as_ref);
        let couple = Couple::new(readings, Pair::new(0, 1), &self.cast);
        Some(Why {
            sentences,
            score,
            tied: self.wanted.tied(sentences) == Some(true),
            reasons: reasons(&couple, &self.alignment, sentences),
        })
    }
}
