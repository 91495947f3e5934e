use super::FeatureSet;

/// A logistic regression over hashed features.
///
/// Its table holds a signed byte a row, in units of [`Scorer::UNIT`], and last the bias.
#[derive(Clone, Copy, Debug)]
pub struct Scorer<'a> {
    table: &'a [u8],
}

impl<'a> Scorer<'a> {
    /// What a step of a weight's byte stands for.
    pub const UNIT: f32 = 1.0 / 24.0;

    /// A scorer whose weights are `table`.
    pub fn new(table: &'a [u8]) -> Scorer<'a> {
        Scorer { table }
    }

    /// The log-odds that what has these features is what is looked for.
    pub fn score(&self, features: &FeatureSet) -> f32 {
        let Some((bias, rows)) = self.table.split_last().filter(|(_, rows)| !rows.is_empty())
        else {
            return 0.0;
        };
        let weight = |byte: u8| i32::from(i8::from_ne_bytes([byte]));
        let sum: i32 = features
            .ids()
            .iter()
            .map(|&id| weight(rows[id as usize % rows.len()]))
            .sum();
        #[expect(
            clippy::cast_precision_loss,
            reason = "a sum of some hundred bytes is small"
        )]
        let score = (sum + weight(*bias)) as f32 * Self::UNIT;
        score
    }
}
