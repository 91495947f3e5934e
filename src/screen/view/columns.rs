//! The columns of articles in a table.

use super::canvas::Canvas;
use crate::page::{Role, Roles};
use crate::screen::columns::Columns;
use crate::screen::layout::Area;

/// The columns on the screen, each with the area that it takes, right of the `names` of the rows.
pub(super) fn places(
    columns: &Columns,
    articles: usize,
    area: Area,
    names: usize,
) -> impl Iterator<Item = (usize, Area)> {
    let room = columns.labels.width;
    let shown = (columns.left..articles).take(columns.shown).enumerate();
    shown.map(move |(place, article)| {
        let from = names + place * (room + 1);
        (article, area.split_left(from).1.split_left(room).0)
    })
}

/// How the cell under the cursor is painted, one of an article that has something there, and one that is empty.
pub(super) fn cell_roles(here: bool, is_empty: bool) -> Roles {
    match (here, is_empty) {
        (true, _) => Role::Lit.into(),
        (false, true) => Role::Dim.into(),
        (false, false) => Roles::NONE,
    }
}

/// What the columns are called, and whether there are more on either side.
pub(super) fn draw_heads(
    canvas: &mut Canvas<'_>,
    columns: &Columns,
    articles: usize,
    area: Area,
    names: usize,
) {
    for (article, place) in places(columns, articles, area, names) {
        let head = columns.labels.heads.get(article).map_or("", String::as_str);
        let role = if article == columns.cursor {
            Role::Key
        } else {
            Role::Dim
        };
        canvas.put(place, 0, 0, head, role);
    }
    if columns.left > 0 {
        let before = area.split_left(names - 1).0;
        canvas.put_right(before, 0, "‹", Role::Dim);
    }
    let shown = columns.left + columns.shown;
    if articles > shown {
        canvas.put_right(area, 0, "›", Role::Dim);
    }
}
