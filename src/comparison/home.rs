//! Which row a sentence stands in.

use super::Comparison;
use crate::text::{Pair, Side};

/// For each sentence of either article, the number of its row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Homes(Pair<Vec<usize>>);

impl Homes {
    /// The homes of all sentences.
    pub fn new(comparison: &Comparison) -> Homes {
        let mut homes = comparison
            .readings
            .as_ref()
            .map(|reading| vec![0; reading.sentences.len()]);
        for (number, row) in comparison.rows.iter().enumerate() {
            for (side, sentences) in row.sentences.as_ref().sides() {
                if let Some(homes) = homes.get_mut(side).get_mut(sentences.clone()) {
                    homes.fill(number);
                }
            }
        }
        Homes(homes)
    }

    /// The row of a sentence; `None` when there is no such sentence.
    pub fn of(&self, side: Side, sentence: usize) -> Option<usize> {
        self.0.get(side).get(sentence).copied()
    }
}
