//! Which row a sentence stands in.

use super::{Comparison, Row};
use crate::text::{Pair, Side};

/// For each sentence of either article, the number of its row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Homes(Pair<Vec<usize>>);

impl Homes {
    /// The homes of all sentences.
    pub fn new(comparison: &Comparison) -> Homes {
        let readings = comparison.readings.as_ref();
        Homes::among(
            &comparison.rows,
            readings.map(|reading| reading.sentences.len()),
        )
    }

    /// The same for articles of so many sentences, in total.
    pub(super) fn among(rows: &[Row], totals: Pair<usize>) -> Homes {
        let mut homes = totals.map(|total| vec![0; total]);
        for (number, row) in rows.iter().enumerate() {
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
