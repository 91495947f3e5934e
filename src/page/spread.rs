use std::ops::Range;

use super::Line;
use crate::text::{Pair, Side};

/// An article or two, typeset: lines from top to bottom, each with what stands on either side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    slots: Vec<Slot>,
    /// The slots of each row, by its number in `Comparison::rows`.
    rows: Vec<Range<usize>>,
    /// For each side, the first byte of each line of text and its slot, in order of bytes.
    places: Pair<Vec<(usize, usize)>>,
}

/// One line of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    /// The number of the row it belongs to; none between rows, and in an article alone.
    pub row: Option<usize>,
    /// Whether the row's text begins here.
    pub begins: bool,
    /// What stands on either side. An article alone stands on the left.
    pub sides: Pair<Option<Line>>,
}

/// A place in one of the texts, which stays the same however they are typeset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Whose text.
    pub side: Side,
    /// The byte in it.
    pub at: usize,
}

impl Slot {
    /// A line with something on one side only.
    pub fn on(side: Side, line: Line) -> Slot {
        let mut slot = Slot::default();
        *slot.sides.get_mut(side) = Some(line);
        slot
    }
}

impl Page {
    /// A page of these lines.
    pub fn new(slots: Vec<Slot>) -> Page {
        let mut page = Page::default();
        for (number, slot) in slots.iter().enumerate() {
            if let Some(row) = slot.row {
                if page.rows.len() <= row {
                    page.rows.resize(row + 1, 0..0);
                }
                if let Some(slots) = page.rows.get_mut(row) {
                    let start = if slots.end == 0 { number } else { slots.start };
                    *slots = start..number + 1;
                }
            }
            for (side, line) in slot.sides.as_ref().sides() {
                if let Some(line) = line.as_ref().filter(|line| !line.span.is_empty()) {
                    page.places.get_mut(side).push((line.span.start, number));
                }
            }
        }
        page.places.left.sort_unstable();
        page.places.right.sort_unstable();
        page.slots = slots;
        page
    }

    /// How many lines it has.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// The line with this number.
    pub fn slot(&self, number: usize) -> Option<&Slot> {
        self.slots.get(number)
    }

    /// The line that shows `spot`; `None` when its side shows no text.
    pub fn slot_of(&self, spot: Spot) -> Option<usize> {
        let places = self.places.get(spot.side);
        let after = places.partition_point(|&(start, _)| start <= spot.at);
        places.get(after.saturating_sub(1)).map(|&(_, slot)| slot)
    }

    /// The first text at or below a line, the left side before the right.
    pub fn spot_from(&self, number: usize) -> Option<Spot> {
        let below = self.slots.get(number..).unwrap_or_default();
        below.iter().find_map(|slot| {
            slot.sides
                .as_ref()
                .sides()
                .into_iter()
                .find_map(|(side, line)| {
                    let line = line.as_ref().filter(|line| !line.span.is_empty())?;
                    Some(Spot {
                        side,
                        at: line.span.start,
                    })
                })
        })
    }

    /// The lines of a row; empty when it has none.
    pub fn row_slots(&self, row: usize) -> Range<usize> {
        self.rows.get(row).cloned().unwrap_or_default()
    }

    /// The row at a line, or the next below it, or the last above it.
    pub fn row_at(&self, number: usize) -> Option<usize> {
        let (above, below) = self
            .slots
            .split_at_checked(number)
            .unwrap_or((&self.slots, &[]));
        let next = below.iter().find_map(|slot| slot.row);
        next.or_else(|| above.iter().rev().find_map(|slot| slot.row))
    }
}
