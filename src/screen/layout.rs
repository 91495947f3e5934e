//! Where things stand on a screen of some size. Typesetting and painting both ask here, so they can't disagree.

use crate::page::{Columns, MEASURE};

/// The least size that shows anything useful.
pub(super) const LEAST: Size = Size {
    width: 40,
    height: 12,
};

/// From here on two columns of text fit beside each other.
const TWO_COLUMNS: usize = 70;

/// From here on the quotes have a column of their own.
const THREE_COLUMNS: usize = 110;

/// The width of that column.
const SIDEBAR: usize = 34;

/// The columns before the text: a bar beside what is being read, the row's mark, the quote's mark, a space.
pub(super) const MARGIN: usize = 4;

/// The size of the terminal in columns and lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: usize,
    /// Lines.
    pub height: usize,
}

/// A rectangle on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) width: usize,
    pub(super) height: usize,
}

impl Area {
    /// The upper `height` lines and what is left below.
    pub(super) fn split_top(self, height: usize) -> (Area, Area) {
        let height = height.min(self.height);
        let top = Area { height, ..self };
        let rest = Area {
            y: self.y + height,
            height: self.height - height,
            ..self
        };
        (top, rest)
    }

    /// What is left above, and the lower `height` lines.
    pub(super) fn split_bottom(self, height: usize) -> (Area, Area) {
        self.split_top(self.height.saturating_sub(height))
    }

    /// The first `width` columns and what is left of them.
    pub(super) fn split_left(self, width: usize) -> (Area, Area) {
        let width = width.min(self.width);
        let left = Area { width, ..self };
        let rest = Area {
            x: self.x + width,
            width: self.width - width,
            ..self
        };
        (left, rest)
    }

    /// What is left, and the last `width` columns.
    pub(super) fn split_right(self, width: usize) -> (Area, Area) {
        self.split_left(self.width.saturating_sub(width))
    }
}

/// The parts that every screen has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// The line that says where one is.
    pub(super) header: Area,
    /// All between.
    pub(super) body: Area,
    /// The line of keys, or what is typed.
    pub(super) hints: Area,
}

/// The parts of the screen; `None` when it is too small for them.
pub(super) fn frame(size: Size) -> Option<Frame> {
    if size.width < LEAST.width || size.height < LEAST.height {
        return None;
    }
    let all = Area {
        x: 0,
        y: 0,
        width: size.width,
        height: size.height,
    };
    let (header, rest) = all.split_top(1);
    let (body, hints) = rest.split_bottom(1);
    Some(Frame {
        header,
        body,
        hints,
    })
}

/// The parts of the library.
#[derive(Clone, Copy, Debug)]
pub(super) struct LibraryAreas {
    pub(super) heads: Area,
    pub(super) list: Area,
    /// Empty where there is no room.
    pub(super) preview: Area,
    /// Whether the preview stands beside the list.
    pub(super) beside: bool,
}

pub(super) fn library(body: Area) -> LibraryAreas {
    let beside = body.width >= THREE_COLUMNS;
    let (list, preview) = if beside {
        body.split_left(body.width - body.width / 3)
    } else if body.height >= 20 {
        body.split_bottom(body.height / 2)
    } else {
        body.split_bottom(0)
    };
    let (heads, list) = list.split_top(1);
    LibraryAreas {
        heads,
        list,
        preview,
        beside,
    }
}

/// The parts of a screen that shows text.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextAreas {
    /// The lines that name the articles.
    pub(super) heads: Area,
    /// All text.
    pub(super) text: Area,
    /// The quotes, when they are open.
    pub(super) sidebar: Option<Area>,
    /// How two articles stand there.
    pub(super) columns: Columns,
}

pub(super) fn text(body: Area, sidebar_open: bool) -> TextAreas {
    let beside = body.width >= THREE_COLUMNS;
    let (mut rest, mut sidebar) = (body, None);
    if sidebar_open {
        let width = if beside {
            SIDEBAR
        } else if body.width >= TWO_COLUMNS {
            body.width / 2
        } else {
            body.width
        };
        let (left, right) = body.split_right(width);
        sidebar = Some(right);
        rest = if beside { left } else { body };
    }
    let (heads, text) = rest.split_top(1);
    TextAreas {
        heads,
        text,
        sidebar,
        columns: columns(text.width),
    }
}

/// Whether the sidebar has a column of its own; else it lies over the text.
pub(super) fn sidebar_beside(width: usize) -> bool {
    width >= THREE_COLUMNS
}

/// The parts of a list of quotes.
#[derive(Clone, Copy, Debug)]
pub(super) struct SidebarAreas {
    pub(super) head: Area,
    pub(super) list: Area,
    /// All of the quote under the cursor, and why it is whose it is.
    pub(super) detail: Area,
}

/// Beside a text, right of the line between.
pub(super) fn beside(area: Area) -> SidebarAreas {
    sidebar(area.split_left(1).1)
}

fn sidebar(area: Area) -> SidebarAreas {
    let (head, rest) = area.split_top(1);
    let (list, detail) = rest.split_bottom(rest.height * 2 / 5);
    SidebarAreas { head, list, detail }
}

/// The same for the quotes of all articles, which have the screen to themselves.
pub(super) fn quotes(body: Area) -> SidebarAreas {
    if body.width < THREE_COLUMNS {
        return sidebar(body);
    }
    let (left, detail) = body.split_left(body.width - body.width * 2 / 5);
    let (head, list) = left.split_top(1);
    SidebarAreas { head, list, detail }
}

/// Where the versions of a quote stand.
pub(super) fn versions(body: Area) -> Area {
    let text = body.split_top(1).1.split_left(MARGIN - 1).1;
    text.split_left((text.width - 1).min(MEASURE)).0
}

/// The parts of the matrix.
#[derive(Clone, Copy, Debug)]
pub(super) struct MatrixAreas {
    /// What the columns are called.
    pub(super) heads: Area,
    pub(super) list: Area,
    /// What is quoted in the cell under the cursor.
    pub(super) detail: Area,
    /// What the signs mean.
    pub(super) legend: Area,
    /// The columns that the speakers take.
    pub(super) names: usize,
}

pub(super) fn matrix(body: Area) -> MatrixAreas {
    let (rest, legend) = body.split_bottom(1);
    let (heads, rest) = rest.split_top(1);
    let (list, detail) = rest.split_bottom(rest.height * 2 / 5);
    MatrixAreas {
        heads,
        list,
        detail,
        legend,
        names: (body.width * 3 / 8).clamp(18, 36),
    }
}

/// The parts of the coverage of a story.
#[derive(Clone, Copy, Debug)]
pub(super) struct CoverageAreas {
    /// What the columns are called.
    pub(super) heads: Area,
    /// The rows, without their flags.
    pub(super) list: Area,
    /// The flags of the rows, with a line above for what they are called.
    pub(super) flags: Area,
    /// What the articles tell of the row under the cursor.
    pub(super) detail: Area,
    /// What the signs mean.
    pub(super) legend: Area,
    /// The columns that the topics take.
    pub(super) names: usize,
}

pub(super) fn coverage(body: Area) -> CoverageAreas {
    let (rest, legend) = body.split_bottom(1);
    let (table, detail) = rest.split_bottom(rest.height * 2 / 5);
    let flags = (body.width / 6).clamp(8, 24);
    let (table, flags) = table.split_right(flags);
    let (heads, list) = table.split_top(1);
    CoverageAreas {
        heads,
        list,
        flags,
        detail,
        legend,
        names: (body.width * 3 / 8).clamp(18, 46),
    }
}

/// The parts of a search.
#[derive(Clone, Copy, Debug)]
pub(super) struct SearchAreas {
    /// What is typed.
    pub(super) line: Area,
    /// What is to be said of it.
    pub(super) note: Area,
    /// What was found.
    pub(super) list: Area,
}

pub(super) fn search(body: Area) -> SearchAreas {
    let (line, rest) = body.split_top(1);
    let (note, list) = rest.split_top(1);
    SearchAreas { line, note, list }
}

/// Where the entries of a list that lies over a screen stand: below a line that is typed.
pub(super) fn overlay_list(body: Area) -> Area {
    body.split_top(2).1
}

/// One column is left free after each text.
fn columns(width: usize) -> Columns {
    if width >= TWO_COLUMNS {
        Columns::Beside((width / 2 - MARGIN - 1).min(MEASURE))
    } else {
        Columns::Stacked((width - MARGIN - 1).min(MEASURE))
    }
}

/// The width of an article alone, and the columns left free before its margin. The sidebar's room stays free even
/// while it is closed, so that the text stays where it is when it opens.
pub(super) fn reader(text: Area, body: Area) -> (usize, usize) {
    let room = if body.width >= THREE_COLUMNS {
        body.width - SIDEBAR
    } else {
        text.width
    };
    let width = room.saturating_sub(MARGIN + 1).min(MEASURE);
    (width, (room - MARGIN - width) / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_stand_beside_each_other_where_there_is_room() {
        check(120, false, Columns::Beside(55));
        check(120, true, Columns::Beside(38));
        check(80, false, Columns::Beside(35));
        check(80, true, Columns::Beside(35));
        check(60, false, Columns::Stacked(55));
        check(300, false, Columns::Beside(MEASURE));
    }

    #[track_caller]
    fn check(width: usize, sidebar: bool, expected: Columns) {
        let body = Area {
            width,
            height: 22,
            ..Area::default()
        };
        assert_eq!(text(body, sidebar).columns, expected);
    }
}
