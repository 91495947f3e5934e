use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

use crate::page::{Highlights, Line, Piece, Roles, shorten};
use crate::screen::layout::Area;
use crate::screen::theme::Theme;
use crate::text::visible;

/// Cells to paint on. All words pass through [`visible`] here, so no control byte of theirs reaches the terminal.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    theme: &'a Theme,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, theme: &'a Theme) -> Canvas<'a> {
        Canvas { buffer, theme }
    }

    /// All cells.
    pub(super) fn whole(&self) -> Area {
        Area {
            x: 0,
            y: 0,
            width: usize::from(self.buffer.area.width),
            height: usize::from(self.buffer.area.height),
        }
    }

    /// Puts `words` into a line of `area`, cut at its end, and gives the column after them.
    pub(super) fn put(
        &mut self,
        area: Area,
        line: usize,
        column: usize,
        words: &str,
        roles: impl Into<Roles>,
    ) -> usize {
        let whole = self.whole();
        let (x, y) = (area.x + column, area.y + line);
        let room = area
            .width
            .saturating_sub(column)
            .min(whole.width.saturating_sub(x));
        if line >= area.height || y >= whole.height || room == 0 {
            return column;
        }
        let style = self.theme.style(roles.into());
        let words = visible(words);
        let (end, _) = self
            .buffer
            .set_stringn(cell(x), cell(y), &words, room, style);
        usize::from(end).saturating_sub(area.x)
    }

    /// Puts `words` at the end of a line of `area`, and gives the column before them.
    pub(super) fn put_right(
        &mut self,
        area: Area,
        line: usize,
        words: &str,
        roles: impl Into<Roles>,
    ) -> usize {
        let column = area.width.saturating_sub(width(words));
        self.put(area, line, column, words, roles);
        column
    }

    /// Puts as much of `words` as fits into `room` columns, with `…` where it is cut.
    pub(super) fn put_short(
        &mut self,
        area: Area,
        line: usize,
        column: usize,
        room: usize,
        words: &str,
        roles: impl Into<Roles>,
    ) -> usize {
        self.put(area, line, column, &shorten(words, room), roles)
    }

    /// Puts a typeset line of `text`, with `layers` over it.
    pub(super) fn put_line(
        &mut self,
        area: Area,
        line: usize,
        typeset: &Line,
        text: &str,
        layers: &[&Highlights],
    ) {
        if let Some(note) = &typeset.note {
            self.put_short(area, line, 0, area.width, &note.text, note.roles);
            return;
        }
        let pieces = typeset.pieces(text, layers);
        self.put_pieces(area, line, typeset.indent, &pieces);
    }

    /// Puts pieces one after the other, the first at `column`.
    pub(super) fn put_pieces(&mut self, area: Area, line: usize, column: usize, pieces: &[Piece]) {
        let mut column = column;
        for piece in pieces {
            column = self.put(area, line, column, &piece.text, piece.roles);
        }
    }

    /// Makes `area` empty again.
    pub(super) fn clear(&mut self, area: Area) {
        let rect = Rect {
            x: cell(area.x),
            y: cell(area.y),
            width: cell(area.width),
            height: cell(area.height),
        };
        for position in rect.intersection(self.buffer.area).positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
            }
        }
    }

    /// Draws a line down the first column of `area`.
    pub(super) fn rule_down(&mut self, area: Area) {
        for line in 0..area.height {
            self.put(area, line, 0, "│", crate::page::Role::Rule);
        }
    }

    /// Draws a line across a line of `area`.
    pub(super) fn rule_across(&mut self, area: Area, line: usize) {
        self.put(
            area,
            line,
            0,
            &"─".repeat(area.width),
            crate::page::Role::Rule,
        );
    }
}

/// How many columns `words` take.
pub(super) fn width(words: &str) -> usize {
    visible(words).width()
}

/// A cell of the terminal.
pub(super) fn position(area: Area, line: usize, column: usize) -> Position {
    let column = column.min(area.width.saturating_sub(1));
    Position::new(cell(area.x + column), cell(area.y + line))
}

fn cell(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
