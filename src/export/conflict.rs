//! What two articles disagree on, as JSON has it for a comparison and for a coverage.

use serde::Serialize;

use super::json::{rounded, sentence_span};
use crate::conflict::{Conflict, ConflictKind};
use crate::reading::Reading;
use crate::text::{Side, Span};

/// What it is about.
#[derive(Serialize)]
pub(super) struct ConflictForm<'a> {
    kind: ConflictKind,
    about: &'a str,
    confidence: f64,
}

/// What one of the articles says.
#[derive(Serialize)]
pub(super) struct ClaimForm<'a> {
    sentence: Span,
    spans: &'a [Span],
    says: &'a str,
}

impl<'a> From<&'a Conflict> for ConflictForm<'a> {
    fn from(conflict: &'a Conflict) -> ConflictForm<'a> {
        ConflictForm {
            kind: conflict.kind,
            about: &conflict.about,
            confidence: rounded(conflict.confidence),
        }
    }
}

impl<'a> ClaimForm<'a> {
    /// What the article on `side` says, which `reading` is of.
    pub(super) fn new(
        conflict: &'a Conflict,
        side: Side,
        reading: Option<&Reading>,
    ) -> ClaimForm<'a> {
        let claim = conflict.claims.get(side);
        let sentence = *conflict.sentences.get(side);
        ClaimForm {
            sentence: reading.map_or_else(Span::default, |one| sentence_span(one, sentence)),
            spans: &claim.spans,
            says: &claim.says,
        }
    }
}
