//! Goes from row to row.

use super::{Compare, Open};
use crate::screen::desk::Done;

/// At which rows keys stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// Those that both articles have.
    Both,
    /// Those that only one has.
    Only,
    /// Those that they disagree on.
    Conflict,
}

impl Compare {
    /// Goes to the next row of some sort.
    pub(super) fn step(&mut self, back: bool, stop: Stop) -> Done {
        let found = self.open.as_ref().and_then(|open| open.next(back, stop));
        let contested = self.is_contested();
        match (found, &mut self.open) {
            (Some(row), Some(open)) => {
                open.desk.lit = None;
                open.desk.show_row(row);
                Done::Yes
            }
            _ if stop == Stop::Conflict && !contested => {
                Done::Nothing("nothing was found that they disagree on")
            }
            _ => Done::Nothing(match (stop, back) {
                (Stop::Both, true) => "no earlier passage that both have",
                (Stop::Both, false) => "no further passage that both have",
                (Stop::Only, true) => "no earlier passage that only one has",
                (Stop::Only, false) => "no further passage that only one has",
                (Stop::Conflict, true) => "no earlier passage that they disagree on",
                (Stop::Conflict, false) => "no further passage that they disagree on",
            }),
        }
    }

    /// Goes where the strongest pointer of the row leads.
    pub(super) fn follow(&mut self) -> Done {
        let Some(open) = &mut self.open else {
            return Done::Yes;
        };
        let row = open.desk.row.and_then(|row| open.comparison.rows.get(row));
        let pointers = row.into_iter().flat_map(|row| &row.pointers);
        let strongest = pointers.max_by(|a, b| a.score.total_cmp(&b.score));
        let Some(target) = strongest.map(|pointer| pointer.row) else {
            return Done::Nothing("this passage has no pointer");
        };
        let here = open.desk.anchor();
        open.desk.remember(here);
        open.desk.show_row(target);
        Done::Yes
    }
}

impl Open {
    /// The row of some sort after the one being read, or before it.
    fn next(&self, back: bool, stop: Stop) -> Option<usize> {
        let at = self.rows.iter().position(|&row| Some(row) == self.desk.row);
        let wanted = |row: &&usize| match stop {
            Stop::Both => !self.is_only(**row),
            Stop::Only => self.is_only(**row),
            Stop::Conflict => self.is_contested(**row),
        };
        let found = match (at, back) {
            (Some(at), true) => self.rows.iter().take(at).rev().find(wanted),
            (Some(at), false) => self.rows.iter().skip(at + 1).find(wanted),
            (None, _) => self.rows.iter().find(wanted),
        };
        found.copied()
    }
}
