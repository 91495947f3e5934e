//! What one article quotes and another tells in its own words.

use crate::alignment::Alignments;
use crate::reading::Reading;
use crate::speaker::Cast;

/// A quote, and how other articles report what it says of the same speaker.
#[derive(Clone, Debug, PartialEq)]
pub struct Paraphrase {
    /// The quote, wholly or partly in marks.
    pub quoted: QuotePlace,
    /// How others report it without marks, in order of article and place; one at least.
    pub told: Vec<Telling>,
}

/// A quote by its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuotePlace {
    /// The number of its article.
    pub article: usize,
    /// Its number in `Reading::quotes`.
    pub quote: usize,
}

/// An indirect quote that says what another article quotes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Telling {
    /// The quote.
    pub place: QuotePlace,
    /// How likely it is that both say the same, from 0 to 1.
    pub score: f32,
}

/// The paraphrases among the quotes of `readings`, of whom `cast` was gathered and which `alignments` links; in order of
/// the quote.
pub fn paraphrases(readings: &[&Reading], cast: &Cast, alignments: &Alignments) -> Vec<Paraphrase> {
    let _ = (readings, cast, alignments);
    Vec::new()
}
