//! The different words that articles use for one and the same thing.

use crate::alignment::Alignments;
use crate::reading::Reading;
use crate::speaker::Cast;
use crate::text::Span;

/// One thing, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What tells that they mean the same, in a few words: shared names, a date.
    pub about: String,
    /// What it is called, in order of article and place; in two articles at least, and by different words.
    pub wordings: Vec<Called>,
}

/// What an article calls something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Called {
    /// The number of the article.
    pub article: usize,
    /// The sentence, a number in `Reading::sentences`.
    pub sentence: usize,
    /// The words.
    pub span: Span,
}

/// The choices of words among `readings`, of whom `cast` was gathered and which `alignments` links; in order of their
/// first words.
pub fn choices(readings: &[&Reading], cast: &Cast, alignments: &Alignments) -> Vec<Choice> {
    let _ = (readings, cast, alignments);
    Vec::new()
}
