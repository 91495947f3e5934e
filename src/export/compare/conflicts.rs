//! What two articles disagree on, for programs and for eyes.

use serde::Serialize;

use crate::comparison::Comparison;
use crate::conflict::{Claim, Conflict, ConflictKind};
use crate::export::json::rounded;
use crate::text::{Pair, Side, Span};

/// A conflict, as JSON has it.
#[derive(Serialize)]
pub(super) struct ConflictForm<'a> {
    kind: ConflictKind,
    a: ClaimForm<'a>,
    b: ClaimForm<'a>,
    about: &'a str,
    confidence: f64,
    row: usize,
}

#[derive(Serialize)]
struct ClaimForm<'a> {
    sentence: Span,
    spans: &'a [Span],
    says: &'a str,
}

/// All conflicts of a comparison.
pub(super) fn forms(comparison: &Comparison) -> Vec<ConflictForm<'_>> {
    let conflicts = comparison.conflicts.iter();
    conflicts
        .map(|conflict| ConflictForm {
            kind: conflict.kind,
            a: claim_form(comparison, conflict, Side::Left),
            b: claim_form(comparison, conflict, Side::Right),
            about: &conflict.about,
            confidence: rounded(conflict.confidence),
            row: row(comparison, conflict),
        })
        .collect()
}

fn claim_form<'a>(comparison: &Comparison, conflict: &'a Conflict, side: Side) -> ClaimForm<'a> {
    let claim = conflict.claims.get(side);
    let sentences = &comparison.readings.get(side).sentences;
    let sentence = sentences.get(*conflict.sentences.get(side));
    ClaimForm {
        sentence: sentence.map(|sentence| sentence.span).unwrap_or_default(),
        spans: &claim.spans,
        says: &claim.says,
    }
}

/// The row that holds the left sentence, whose other side mostly holds the right one.
fn row(comparison: &Comparison, conflict: &Conflict) -> usize {
    let left = conflict.sentences.left;
    let mut rows = comparison.rows.iter();
    rows.position(|row| row.sentences.left.contains(&left))
        .unwrap_or_default()
}

/// A line for each conflict of that row: *! number of pages: A 55,000 · B 50,000*.
pub(super) fn lines(comparison: &Comparison, number: usize) -> Vec<String> {
    let conflicts = comparison.conflicts.iter();
    let here = conflicts.filter(|conflict| row(comparison, conflict) == number);
    here.map(|conflict| {
        let Pair { left, right } = conflict.claims.as_ref().map(|Claim { says, .. }| says);
        let about = if conflict.about.is_empty() {
            String::new()
        } else {
            format!(" ({})", conflict.about)
        };
        format!("! {}{about}: A {left} · B {right}", conflict.kind.word())
    })
    .collect()
}
