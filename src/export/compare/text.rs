use std::collections::BTreeMap;

use unicode_width::UnicodeWidthStr;

use super::conflicts;
use super::marks::marked;
use super::{choices, omissions};
use crate::comparison::{Comparison, Homes, Order, Row};
use crate::export::Sheet;
use crate::page::{
    Columns, Line, MEASURE, RowMark, Setting, Slot, numbers, shorten, typeset_comparison,
};
use crate::text::{Pair, Side};

/// Narrower than this, in columns, the sides stand one above the other.
const NARROWEST: usize = 48;

/// What stands between the sides.
const BETWEEN: &str = " │ ";

/// The rows as the reader shows them, `width` columns wide together, each under its number, mark and topic. What is worth
/// lighting stands between signs: `[-…-]` only on the left, `{+…+}` only on the right, `[=…=]` on both. What a row tells
/// and the other article leaves out stands below it, the different words for one thing below all.
pub fn text(comparison: &Comparison, order: Order, width: usize) -> Sheet {
    let followed = order.followed();
    let order = comparison.order(order);
    let columns = if width < NARROWEST {
        Columns::Stacked(width.clamp(1, MEASURE))
    } else {
        Columns::Beside((width.saturating_sub(BETWEEN.width()) / 2).min(MEASURE))
    };
    let marked = marked(comparison);
    let page = typeset_comparison(
        &marked,
        &Setting {
            columns,
            order: &order,
            folded: &[],
            followed,
        },
    );
    let homes = Homes::new(comparison);
    let mut printer = Printer {
        sheet: Sheet::new(),
        comparison: &marked,
        bare: comparison,
        numbers: numbers(comparison, &order),
        conflicts: conflicts::lines(comparison, &homes),
        omissions: omissions::lines(comparison, &homes),
        columns,
        width,
        row: None,
        gaps: 0,
        side: None,
    };
    printer.heads();
    for slot in (0..page.len()).filter_map(|number| page.slot(number)) {
        printer.slot(slot);
    }
    printer.below_row();
    printer.below_all();
    printer.sheet
}

struct Printer<'a> {
    sheet: Sheet,
    comparison: &'a Comparison,
    /// The same without signs.
    bare: &'a Comparison,
    numbers: Vec<Option<usize>>,
    /// What stands above a row and below it, by its number.
    conflicts: BTreeMap<usize, Vec<String>>,
    omissions: BTreeMap<usize, Vec<String>>,
    columns: Columns,
    width: usize,
    /// The row that was printed last.
    row: Option<usize>,
    /// Empty lines that wait for what comes after them.
    gaps: usize,
    /// The side that was printed last, where they stand one above the other.
    side: Option<Side>,
}

impl Printer<'_> {
    /// Says above the columns whose they are.
    fn heads(&mut self) {
        if let Columns::Beside(width) = self.columns {
            let heads =
                Pair::new(Side::Left, Side::Right).map(|side| shorten(&self.name(side), width));
            self.beside(heads.as_ref().map(String::as_str), width);
            self.sheet.gap();
        }
    }

    fn name(&self, side: Side) -> String {
        let article = &self.comparison.readings.get(side).article;
        format!("{} {}", side.letter(), article.label.outlet())
    }

    fn slot(&mut self, slot: &Slot) {
        if slot.sides.left.is_none() && slot.sides.right.is_none() {
            self.side = None;
            self.gaps += 1;
            return;
        }
        if slot.row != self.row {
            self.below_row();
        }
        for _ in 0..std::mem::take(&mut self.gaps) {
            self.sheet.gap();
        }
        if slot.row.is_some() && slot.row != self.row {
            self.side = None;
            let row = slot.row.and_then(|number| self.comparison.rows.get(number));
            if let (Some(number), Some(row)) = (slot.row, row) {
                self.sheet.line(self.title(number, row));
                for line in self.conflicts.get(&number).into_iter().flatten() {
                    self.sheet.line(shorten(line, self.width));
                }
                // A row of one side is named after it.
                self.side = row.only();
            }
        }
        self.row = slot.row.or(self.row);
        let shown = Pair::new(Side::Left, Side::Right)
            .zip(slot.sides.as_ref())
            .map(|(side, line)| line.as_ref().map(|line| self.shown(side, line)));
        if let Columns::Beside(width) = self.columns {
            let shown = shown
                .as_ref()
                .map(|line| line.as_deref().unwrap_or_default());
            self.beside(shown, width);
            return;
        }
        let lines = shown.sides().into_iter();
        for (side, line) in lines.filter_map(|(side, line)| Some((side, line?))) {
            if self.side != Some(side) {
                self.sheet.line(shorten(&self.name(side), self.width));
            }
            self.side = Some(side);
            self.sheet.line(line);
        }
    }

    /// What stands below the row that was printed last, once: what follows it may belong to no row.
    fn below_row(&mut self) {
        let lines = self.row.and_then(|row| self.omissions.remove(&row));
        for line in lines.into_iter().flatten() {
            self.sheet.line(shorten(&line, self.width));
        }
    }

    /// What stands below all rows.
    fn below_all(&mut self) {
        let choices = choices::lines(self.bare);
        if choices.is_empty() {
            return;
        }
        self.sheet.gap();
        self.sheet.line("── word choice ──");
        for line in choices {
            self.sheet.line(shorten(&line, self.width));
        }
    }

    /// The line above a row.
    fn title(&self, number: usize, row: &Row) -> String {
        let mark = RowMark::of(row).letter();
        let words = match (row.only(), self.numbers.get(number).copied().flatten()) {
            (Some(side), _) => format!("only in {}", side.letter()),
            (None, Some(number)) => format!("{number} · {}", row.topic),
            (None, None) => row.topic.clone(),
        };
        shorten(&format!("── {mark} {words} ──"), self.width)
    }

    fn shown(&self, side: Side, line: &Line) -> String {
        let text = &self.comparison.readings.get(side).article.text;
        let pieces = line.pieces(text, &[]);
        let mut words: String = pieces.into_iter().map(|piece| piece.text).collect();
        if line.note.is_some() {
            // A page leaves it to whoever shows it to cut its own words.
            let (Columns::Beside(width) | Columns::Stacked(width)) = self.columns;
            words = shorten(&words, width);
        }
        format!("{}{words}", " ".repeat(line.indent))
    }

    fn beside(&mut self, lines: Pair<&str>, width: usize) {
        if lines.left.is_empty() && lines.right.is_empty() {
            self.sheet.gap();
            return;
        }
        let room = " ".repeat(width.saturating_sub(lines.left.width()));
        let Pair { left, right } = lines;
        self.sheet.line(format!("{left}{room}{BETWEEN}{right}"));
    }
}
