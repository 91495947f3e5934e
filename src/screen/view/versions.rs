//! The versions of a quote, one below the other.

use super::canvas::Canvas;
use crate::page::Role;
use crate::screen::layout::{self, Frame};
use crate::screen::state::State;
use crate::screen::versions::Versions;

/// The columns of the header that say how to get help.
pub(super) const HELP: usize = 8;

pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, versions: &Versions, frame: Frame) {
    let column = canvas.put(frame.header, 0, 1, "Versions", Role::Headline) + 1;
    if versions.gathering.found().is_none() {
        let words = "looking for other versions…";
        let words = versions.gathering.in_its_place(words);
        canvas.put(frame.body, 1, 3, words, Role::Dim);
        return;
    }
    let extent = versions.gathering.extent(&state.library);
    let count = format!("in {} {extent}", versions.articles());
    let header = frame.header.split_right(HELP).0;
    let room = header.width.saturating_sub(column);
    canvas.put_short(header, 0, column, room, &count, Role::Dim);
    let area = layout::versions(frame.body);
    let margin = frame.body.split_top(1).1;
    let here = versions.here();
    for (line, number) in versions.scroll.shown().enumerate() {
        if here.contains(&number) {
            canvas.put(margin, line, 1, "┃", Role::Cursor);
        }
        let pieces = versions.lines.get(number).map_or(&[][..], Vec::as_slice);
        canvas.put_pieces(area, line, 0, pieces);
    }
}
