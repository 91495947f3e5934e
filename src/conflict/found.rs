//! A conflict that has been found, before it is told which of several stand.

use crate::text::Pair;

use super::{Claim, Conflict, ConflictKind};

/// Two claims that disagree.
pub(super) struct Found {
    pub(super) kind: ConflictKind,
    pub(super) claims: Pair<Claim>,
    /// What they are about, in the words of each article.
    pub(super) about: Pair<String>,
    /// How many shared words speak for it that both are about one thing.
    pub(super) evidence: usize,
}

impl Found {
    /// The conflict in linked sentences.
    pub(super) fn within(self, sentences: Pair<usize>) -> Conflict {
        Conflict {
            kind: self.kind,
            sentences,
            about: self.about.left,
            claims: self.claims,
            confidence: confidence(self.evidence),
        }
    }
}

/// The more words both share, the surer it is that they tell of one thing.
#[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
fn confidence(evidence: usize) -> f32 {
    let evidence = evidence.min(20) as f32;
    0.5 + 0.45 * evidence / (evidence + 6.0)
}
