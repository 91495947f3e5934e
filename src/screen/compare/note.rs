//! What the margin and the foot say of a row.

use super::{Compare, Open};
use crate::comparison::{Comparison, Homes};
use crate::page::{Role, RowMark};
use crate::text::{Pair, Side};

/// What is to be said of a row beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::screen) struct RowNote {
    /// What the articles disagree on here: numbers in `Comparison::conflicts`.
    pub(in crate::screen) conflicts: Vec<usize>,
    /// Whether the reader tied sentences that stand here, or cut those that stand here off from others.
    pub(in crate::screen) tied: Option<bool>,
}

/// The notes of all rows, by number.
pub(super) fn notes(comparison: &Comparison) -> Vec<RowNote> {
    let homes = Homes::new(comparison);
    let mut notes = vec![RowNote::default(); comparison.rows.len()];
    for (number, conflict) in comparison.conflicts.iter().enumerate() {
        for (side, &sentence) in conflict.sentences.as_ref().sides() {
            let note = homes.of(side, sentence).and_then(|row| notes.get_mut(row));
            if let Some(note) = note.filter(|note| note.conflicts.last() != Some(&number)) {
                note.conflicts.push(number);
            }
        }
    }
    for bond in &comparison.wanted.bonds {
        let lefts = bond.sentences.left.clone();
        let pairs = lefts.flat_map(|left| {
            let rights = bond.sentences.right.clone();
            rights.map(move |right| Pair::new(left, right))
        });
        // The last word counts.
        for pair in pairs.filter(|&pair| comparison.wanted.tied(pair) == Some(bond.tied)) {
            let rows = Side::BOTH.map(|side| homes.of(side, *pair.get(side)));
            let together = rows.first() == rows.last();
            for row in rows.into_iter().flatten() {
                let is_only = comparison
                    .rows
                    .get(row)
                    .is_some_and(|row| row.only().is_some());
                let note = notes.get_mut(row);
                if let Some(note) = note.filter(|_| together || (is_only && !bond.tied)) {
                    note.tied = Some(bond.tied);
                }
            }
        }
    }
    notes
}

impl Compare {
    /// Whether the articles disagree on anything.
    pub(in crate::screen) fn is_contested(&self) -> bool {
        let open = self.open.as_ref();
        open.is_some_and(|open| !open.comparison.conflicts.is_empty())
    }
}

impl Open {
    /// Whether the articles disagree in a row.
    pub(super) fn is_contested(&self, row: usize) -> bool {
        let note = self.notes.get(row);
        note.is_some_and(|note| !note.conflicts.is_empty())
    }

    /// The letter that stands in a row's margin.
    pub(in crate::screen) fn mark(&self, row: usize) -> (char, Option<Role>) {
        let note = self.notes.get(row);
        if self.is_contested(row) {
            return ('!', Some(Role::Conflict));
        }
        if note.is_some_and(|note| note.tied == Some(true)) {
            return ('*', None);
        }
        let row = self.comparison.rows.get(row);
        (row.map_or(' ', |row| RowMark::of(row).letter()), None)
    }

    /// What is to be said of the row being read, below the texts.
    pub(in crate::screen) fn foot(&self) -> Option<(String, Role)> {
        let note = self.notes.get(self.desk.row?)?;
        let conflicts = note.conflicts.iter();
        let said = conflicts.filter_map(|&number| {
            let conflict = self.comparison.conflicts.get(number)?;
            Some(format!("! {}", conflict.words()))
        });
        let said: Vec<String> = said.collect();
        if !said.is_empty() {
            return Some((said.join("  "), Role::Conflict));
        }
        let words = if note.tied? {
            "* tied by you"
        } else {
            "taken apart by you"
        };
        Some((words.to_owned(), Role::Cursor))
    }
}
