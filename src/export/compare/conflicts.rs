//! What two articles disagree on, for programs and for eyes.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::comparison::{Comparison, Homes};
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
    let homes = Homes::new(comparison);
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
                row: row(&homes, conflict),
            }
        })
        .collect()
}

/// The row that holds the left sentence, whose other side mostly holds the right one.
fn row(homes: &Homes, conflict: &Conflict) -> usize {
    let home = homes.of(Side::Left, conflict.sentences.left);
    home.unwrap_or_default()
}

/// By the number of the row, a line for each of its conflicts: *! number of pages: A 55,000 · B 50,000*.
pub(super) fn lines(comparison: &Comparison, homes: &Homes) -> BTreeMap<usize, Vec<String>> {
    let mut lines: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for conflict in &comparison.conflicts {
        let Pair { left, right } = conflict.claims.as_ref().map(|Claim { says, .. }| says);
        let about = if conflict.about.is_empty() {
            String::new()
        } else {
            format!(" ({})", conflict.about)
        };
        let kind = conflict.kind.word();
        let line = format!("! {kind}{about}: A {left} · B {right}");
        // The claims may stand in two rows; either lacks half of it without the other.
        let sides = Pair::new(Side::Left, Side::Right).zip(conflict.sentences);
        let rows = sides.map(|(side, sentence)| homes.of(side, sentence));
        let rows: BTreeSet<usize> = rows.into_iter().flatten().collect();
        for row in rows {
            lines.entry(row).or_default().push(line.clone());
        }
    }
    lines
}
