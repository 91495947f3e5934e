use crate::page::{Role, Roles};
use crate::screen::layout::Area;
use crate::screen::library::{Head, Library};
use crate::screen::view::canvas::{Canvas, width};

/// A number with what it counts.
pub(super) fn counted(count: usize, one: &str, several: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {several}"),
    }
}

/// Draws the head of a story.
pub(super) fn draw_head(canvas: &mut Canvas<'_>, head: &Head, here: bool, area: Area, line: usize) {
    let roles = if here {
        Role::Cursor.into()
    } else {
        Roles::from(Role::Headline)
    };
    if here {
        canvas.put(area, line, 0, "▌", roles);
    }
    let sign = if head.is_folded { "▸" } else { "▾" };
    canvas.put(area, line, 1, sign, Role::Dim);
    let count = counted(head.items.len(), "article", "articles");
    let end = area.width.saturating_sub(width(&count) + 1);
    canvas.put_short(area, line, 3, end.saturating_sub(5), &head.name, roles);
    canvas.put(area, line, end, &count, Role::Dim);
}

/// Draws what stands below a head, for who has it folded.
pub(super) fn draw_preview(canvas: &mut Canvas<'_>, library: &Library, head: &Head, area: Area) {
    let mut line = 0;
    super::draw_words(canvas, area, &mut line, &head.name, Role::Headline);
    for item in head.items.iter().filter_map(|&number| library.item(number)) {
        line += 1;
        if line >= area.height {
            return;
        }
        super::draw_words(canvas, area, &mut line, item.outlet(), Role::Dim);
        super::draw_words(canvas, area, &mut line, &super::title(item), Role::Headline);
    }
}
