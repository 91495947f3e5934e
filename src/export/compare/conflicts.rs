//! What two articles disagree on, for programs and for eyes.

use serde::Serialize;

use crate::comparison::Comparison;
use crate::conflict::{Claim, Conflict};
use crate::export::conflict::{ClaimForm, ConflictForm};
use crate::text::{Pair, Side};

/// A conflict, with what each side says.
#[derive(Serialize)]
pub(super) struct Disputed<'a> {
    #[serde(flatten)]
    conflict: ConflictForm<'a>,
    a: ClaimForm<'a>,
    b: ClaimForm<'a>,
    row: usize,
}

/// All conflicts of a comparison.
pub(super) fn forms(comparison: &Comparison) -> Vec<Disputed<'_>> {
    let conflicts = comparison.conflicts.iter();
    conflicts
        .map(|conflict| {
            let claim = |side: Side| {
                let reading = comparison.readings.get(side);
                ClaimForm::new(conflict, side, Some(reading.as_ref()))
            };
            Disputed {
                conflict: ConflictForm::from(conflict),
                a: claim(Side::Left),
                b: claim(Side::Right),
                row: row(comparison, conflict),
            }
        })
        .collect()
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
