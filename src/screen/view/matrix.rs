//! Who is quoted where.

use super::canvas::{Canvas, width};
use super::columns::{cell_roles, draw_heads, places};
use super::quotes::count;
use super::versions::HELP;
use crate::matrix::{Cell, Relation, Who};
use crate::page::{Line, Role, wrap};
use crate::screen::layout::{self, Area, Frame};
use crate::screen::matrix::{Entry, Matrix, legends, relation_role};
use crate::screen::quotes::Said;
use crate::screen::state::State;
use crate::text::Span;

pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, matrix: &Matrix, frame: Frame) {
    let column = canvas.put(frame.header, 0, 1, "Who is quoted where", Role::Headline) + 2;
    if matrix.gathering.found().is_none() {
        let words = matrix.gathering.in_its_place("gathering who speaks…");
        canvas.put(frame.body, 1, 3, words, Role::Dim);
        return;
    }
    let extent = matrix.gathering.extent(&state.library);
    let mut known = format!("{} {extent}", count(matrix.speakers(), "speaker"));
    if !matrix.filter.is_empty() {
        known = format!("speakers like {}", matrix.filter);
    }
    let header = frame.header.split_right(HELP).0;
    let room = header.width.saturating_sub(column);
    canvas.put_short(header, 0, column, room, &known, Role::Dim);
    let areas = layout::matrix(frame.body);
    draw_heads(
        canvas,
        &matrix.columns,
        matrix.articles(),
        areas.heads,
        areas.names,
    );
    if matrix.entries.is_empty() {
        let words = if matrix.filter.is_empty() {
            "nobody is quoted"
        } else {
            "no speaker matches"
        };
        canvas.put(areas.list, 0, 1, words, Role::Dim);
    }
    let entries = matrix.entries.iter().enumerate().skip(matrix.cursor.top);
    for (line, (number, entry)) in entries.take(areas.list.height).enumerate() {
        let here = number == matrix.cursor.at;
        if here {
            canvas.put(areas.list, line, 0, "▌", Role::Cursor);
        }
        match *entry {
            Entry::Speaker(row) => {
                draw_speaker(canvas, matrix, row, here, areas.list, areas.names, line);
            }
            Entry::Echo(row, echo) => {
                if let Some(relation) = matrix.relation(row, echo) {
                    draw_echo(canvas, matrix, relation, areas.list, line);
                }
            }
        }
    }
    canvas.rule_across(areas.detail, 0);
    let detail = areas.detail.split_top(1).1.split_left(1).1;
    draw_detail(canvas, matrix, detail.split_right(1).0);
    let fits = |legend: &String| width(legend) < areas.legend.width;
    let legend = legends().into_iter().find(fits).unwrap_or_default();
    canvas.put(areas.legend, 0, 1, &legend, Role::Dim);
}

fn draw_speaker(
    canvas: &mut Canvas<'_>,
    matrix: &Matrix,
    number: usize,
    here: bool,
    area: Area,
    names: usize,
    line: usize,
) {
    let Some(row) = matrix.row(number) else {
        return;
    };
    let fold = match (row.echoes.is_empty(), matrix.is_folded(number)) {
        (true, _) => " ",
        (false, true) => "▸",
        (false, false) => "▾",
    };
    canvas.put(area, line, 1, fold, Role::Dim);
    let role = match row.who {
        Who::Speaker(_) => Role::Headline,
        Who::Unnamed | Who::Nobody => Role::Dim,
    };
    let room = names.saturating_sub(4);
    canvas.put_short(area, line, 3, room, matrix.name(row.who), role);
    for (article, place) in places(&matrix.columns, matrix.articles(), area, names) {
        let cell = row.cells.get(&article);
        let roles = cell_roles(here && article == matrix.columns.cursor, cell.is_none());
        let words = cell.map_or_else(|| "·".to_owned(), cell_words);
        canvas.put(place, line, 0, &words, roles);
    }
}

/// The strongest kind, how many quotes there are, and whether one is a cut.
fn cell_words(cell: &Cell) -> String {
    let cuts = if cell.cuts { " c" } else { "" };
    format!("{}{}{cuts}", cell.quotes.len(), cell.kind.letter())
}

fn draw_echo(
    canvas: &mut Canvas<'_>,
    matrix: &Matrix,
    relation: &Relation,
    area: Area,
    line: usize,
) {
    let Some(words) = matrix.echo_words(relation) else {
        return;
    };
    let (how, is_contested) = matrix.relation_words(relation, false);
    let inner = area.split_right(1).0;
    let how = crate::page::shorten(&how, inner.width / 2);
    let end = canvas.put_right(inner, line, &how, relation_role(is_contested));
    let room = end.saturating_sub(6);
    canvas.put_short(area, line, 5, room, &format!("“{words}”"), Role::Quote);
}

/// What the cursor is on, below the name of its article.
fn draw_detail(canvas: &mut Canvas<'_>, matrix: &Matrix, area: Area) {
    let (Some(detail), Some(found)) = (matrix.detail(), matrix.gathering.found()) else {
        return;
    };
    let Some(reading) = found.reading(detail.article) else {
        return;
    };
    let called = matrix.called(detail.article);
    let column = canvas.put(area, 0, 0, &called, Role::Key) + 1;
    let room = area.width.saturating_sub(column);
    let title = reading.article.title.text.as_str();
    canvas.put_short(area, 0, column, room, title, Role::Dim);
    draw_told(canvas, &detail.told, area.split_top(1).1);
}

/// As much as fits; where that is not all, the last line says how much there is more.
fn draw_told(canvas: &mut Canvas<'_>, told: &[Said], area: Area) {
    let mut line = 0;
    for (number, said) in told.iter().enumerate() {
        let words = said.text.as_str();
        let marked = said.marked("");
        let lines: Vec<Span> = wrap(words, Span::new(0, words.len()), area.width, 0).collect();
        let is_last = number + 1 == told.len();
        let room = area.height.saturating_sub(line + usize::from(!is_last));
        if line > 0 && lines.len() > room {
            let more = format!("{} more", told.len() - number);
            canvas.put(area, line, 0, &more, Role::Dim);
            return;
        }
        for span in lines {
            canvas.put_line(area, line, &Line::text(span, 0), words, &[&marked]);
            line += 1;
        }
    }
}
