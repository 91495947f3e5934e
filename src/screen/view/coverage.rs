//! What the articles of a story tell.

use super::canvas::{Canvas, width};
use super::columns::{cell_roles, draw_heads, places};
use super::quotes::count;
use super::versions::HELP;
use crate::coverage::Row;
use crate::page::{
    Role, Roles, cell_legend, cell_words, flag_words, row_marks, shorten, typeset_row,
};
use crate::screen::coverage::{Cover, Entry};
use crate::screen::layout::{self, Area, CoverageAreas, Frame};

/// What the signs mean where there is little room.
const BRIEF: &str = "# depth  · absent  d m i quoted  c cut  CAPITALS disagree";

pub(super) fn draw(canvas: &mut Canvas<'_>, cover: &Cover, frame: Frame) {
    let column = canvas.put(frame.header, 0, 1, "Coverage", Role::Headline) + 2;
    let Some(coverage) = cover.coverage() else {
        let words = if cover.awaited().is_some() {
            "putting the articles together…"
        } else {
            "this could not be found out"
        };
        canvas.put(frame.body, 1, 3, words, Role::Dim);
        return;
    };
    let header = frame.header.split_right(HELP).0;
    let room = header.width.saturating_sub(column);
    let known = known(cover, coverage.shared());
    canvas.put_short(header, 0, column, room, &known, Role::Dim);
    let areas = layout::coverage(frame.body);
    draw_heads(
        canvas,
        &cover.columns,
        cover.articles(),
        areas.heads,
        areas.names,
    );
    canvas.put(areas.flags.split_top(1).0, 0, 1, "flags", Role::Dim);
    if cover.entries.is_empty() {
        let words = if cover.disputed {
            "no disagreement was found"
        } else {
            "there is nothing in these articles"
        };
        canvas.put(areas.list, 0, 1, words, Role::Dim);
    }
    draw_entries(canvas, cover, &areas);
    canvas.rule_across(areas.detail, 0);
    let detail = areas.detail.split_top(1).1.split_left(1).1;
    if let Some(row) = cover.row_here() {
        draw_detail(canvas, cover, row, detail.split_right(1).0);
    }
    let full = cell_legend();
    let legend = if width(&full) + 1 < areas.legend.width {
        &full
    } else {
        BRIEF
    };
    canvas.put(areas.legend, 0, 1, legend, Role::Dim);
}

fn draw_entries(canvas: &mut Canvas<'_>, cover: &Cover, areas: &CoverageAreas) {
    let entries = cover.entries.iter().enumerate().skip(cover.cursor.top);
    for (line, (number, entry)) in entries.take(areas.list.height).enumerate() {
        let here = number == cover.cursor.at;
        if here {
            canvas.put(areas.list, line, 0, "▌", Role::Cursor);
        }
        match *entry {
            Entry::Row(row) => {
                if let Some(row) = cover.row(row) {
                    draw_row(canvas, cover, row, here, areas, line);
                }
            }
            Entry::Alone(rows) => {
                let fold = if cover.folded { "▸" } else { "▾" };
                let words = format!("{fold} {} of one article only", count(rows, "passage"));
                canvas.put_short(areas.list, line, 1, areas.list.width - 2, &words, Role::Dim);
            }
        }
    }
}

/// What is shown, for the heading: `5 articles, 23 topics by first mention`.
fn known(cover: &Cover, topics: usize) -> String {
    let articles = count(cover.articles(), "article");
    let mut known = format!("of {articles}, {}", count(topics, "topic"));
    known = format!("{known} by {}", cover.order.name());
    let more = cover.selection.items.len().saturating_sub(cover.articles());
    if more > 0 {
        known = format!("{known}, {more} more being read");
    }
    if cover.disputed {
        known.push_str(", disputed only");
    }
    known
}

fn draw_row(
    canvas: &mut Canvas<'_>,
    cover: &Cover,
    row: &Row,
    here: bool,
    areas: &CoverageAreas,
    line: usize,
) {
    let role = if row.only().is_some() {
        Roles::NONE
    } else {
        Role::Headline.into()
    };
    let room = areas.names.saturating_sub(3);
    canvas.put_short(areas.list, line, 2, room, &row.label, role);
    for (article, place) in places(&cover.columns, cover.articles(), areas.list, areas.names) {
        let cell = row.cells.get(&article);
        let roles = cell_roles(here && article == cover.columns.cursor, cell.is_none());
        let end = canvas.put(place, line, 0, &cell_words(cell), roles);
        if cover.is_marked(row, article) {
            canvas.put(place, line, end, "*", Role::Key);
        }
    }
    let flags = areas.flags.split_top(1).1;
    let mut column = 1;
    for &flag in &row.flags {
        let labels = &cover.columns.labels;
        let words = flag_words(flag, |article| labels.short(article).to_owned());
        let role = if flag.is_disagreement() {
            Role::Warning
        } else {
            Role::Dim
        };
        let room = flags.width.saturating_sub(column);
        if room < 2 {
            return;
        }
        column = canvas.put(flags, line, column, &shorten(&words, room), role) + 1;
    }
}

/// What the articles tell of the row, each beside its name.
fn draw_detail(canvas: &mut Canvas<'_>, cover: &Cover, row: &Row, area: Area) {
    let Some(coverage) = cover.coverage() else {
        return;
    };
    let names = cover.columns.labels.width + 1;
    let here = cover.columns.cursor;
    let called = |article: usize| cover.called(article);
    let (text, end) = area.split_left(names).1.split_right(2);
    let size = (text.width, area.height);
    let lines = typeset_row(coverage, row, here, size, called);
    // The lines of an article stand together.
    let mut lit = None;
    for (line, told) in lines.iter().enumerate() {
        let reading = told.article.and_then(|article| coverage.reading(article));
        let (Some(article), Some(reading)) = (told.article, reading) else {
            canvas.put_line(area, line, &told.line, "", &[]);
            continue;
        };
        if told.begins {
            let head = cover.columns.labels.heads.get(article);
            let role = if article == here {
                Role::Key
            } else {
                Role::Dim
            };
            canvas.put(area, line, 0, head.map_or("", String::as_str), role);
        }
        let (_, marks) = match lit.take() {
            Some((of, marks)) if of == article => lit.insert((of, marks)),
            _ => lit.insert((article, row_marks(coverage, row, article))),
        };
        canvas.put_line(text, line, &told.line, &reading.article.text, &[marks]);
        if told.cut {
            canvas.put(end, line, 1, "…", Role::Dim);
        }
    }
}
