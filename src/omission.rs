//! What one of two articles leaves out of what both tell.

use crate::alignment::{Alignment, Couple};
use crate::text::{Side, Span};

/// A part of a linked sentence, a clause or so, that tells something the other article has nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Omission {
    /// The side that has it.
    pub side: Side,
    /// Its sentence, a number in `Reading::sentences`.
    pub sentence: usize,
    /// The words, within that sentence.
    pub span: Span,
    /// The sentence of the other side that tells the rest.
    pub beside: usize,
}

/// What either article leaves out of the sentences that `alignment` links, in order of side and place.
pub fn omissions(couple: &Couple<'_>, alignment: &Alignment) -> Vec<Omission> {
    let _ = (couple, alignment);
    Vec::new()
}
