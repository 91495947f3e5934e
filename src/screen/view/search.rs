//! What is found in all articles, below the line that is typed.

use ratatui::layout::Position;

use super::canvas::{Canvas, width};
use super::lines::draw_input;
use crate::page::{Highlights, Line, Role, Roles, wrap};
use crate::query::{Excerpt, Hit, SYNTAX};
use crate::screen::layout::{self, Area, Frame};
use crate::screen::search::{LINES, Search};
use crate::text::Span;

/// The most columns that an outlet takes.
const OUTLET: usize = 16;

/// From here on there is room for dates.
const DATES: usize = 70;

/// The columns that what can be typed takes.
const WRITTEN: usize = 19;

pub(super) fn draw(canvas: &mut Canvas<'_>, search: &Search, frame: Frame) -> Position {
    let column = canvas.put(frame.header, 0, 1, "Search", Role::Headline) + 1;
    canvas.put(frame.header, 0, column, &search.extent(), Role::Dim);
    let areas = layout::search(frame.body);
    let place = match search.count() {
        0 => String::new(),
        count => format!("{}/{count}", search.cursor.at + 1),
    };
    let cursor = draw_input(canvas, areas.line, "search: ", &search.input, &place);
    if let Some(complaint) = search.complaints.first() {
        let room = areas.note.width.saturating_sub(2);
        canvas.put_short(areas.note, 0, 1, room, complaint, Role::Warning);
    }
    match search.hits.as_deref() {
        None if search.ticket.is_none() => draw_syntax(canvas, areas.list),
        None => (),
        Some([]) => draw_advice(canvas, search, areas.list),
        Some(hits) => draw_hits(canvas, search, hits, areas.list),
    }
    cursor
}

fn draw_syntax(canvas: &mut Canvas<'_>, area: Area) {
    for (line, syntax) in SYNTAX.iter().enumerate() {
        canvas.put(area, line, 2, syntax.write, Role::Key);
        let room = area.width.saturating_sub(WRITTEN + 3);
        canvas.put_short(area, line, 2 + WRITTEN, room, syntax.says, Roles::NONE);
    }
}

fn draw_advice(canvas: &mut Canvas<'_>, search: &Search, area: Area) {
    canvas.put(area, 0, 3, "nothing found; what may find more:", Role::Dim);
    for (line, advice) in search.advice().into_iter().enumerate() {
        canvas.put(area, line + 1, 5, advice, Roles::NONE);
    }
}

fn draw_hits(canvas: &mut Canvas<'_>, search: &Search, hits: &[(usize, Hit)], area: Area) {
    let on_screen = search.cursor.shown(hits.len());
    let shown = on_screen.filter_map(|number| Some((number, &hits.get(number)?.1)));
    let shown: Vec<(usize, &Hit)> = shown.collect();
    let outlets = shown.iter().map(|(_, hit)| width(&hit.outlet));
    let outlet = outlets.max().unwrap_or_default().min(OUTLET);
    let has_dates = area.width >= DATES && shown.iter().any(|(_, hit)| hit.date.is_some());
    let mut rest = area;
    for (number, hit) in shown {
        let (own, below) = rest.split_top(LINES);
        rest = below;
        let here = number == search.cursor.at;
        if here {
            canvas.put(own, 0, 0, "▌", Role::Cursor);
        }
        canvas.put_short(own, 0, 2, outlet, &hit.outlet, Role::Dim);
        let mut column = 2 + outlet + 2;
        if has_dates {
            let date = hit.date.as_deref().unwrap_or_default();
            canvas.put_short(own, 0, column, 10, date, Role::Dim);
            column += 12;
        }
        let room = own.width.saturating_sub(column + 1);
        let title = if here {
            Roles::from(Role::Headline).with(Role::Cursor)
        } else {
            Role::Headline.into()
        };
        canvas.put_short(own, 0, column, room, &hit.title, title);
        let (_, found) = own.split_top(1);
        draw_excerpt(canvas, hit, found.split_left(4).1.split_right(1).0);
    }
}

/// What was found, from the line that has it; of a quote its speaker before.
fn draw_excerpt(canvas: &mut Canvas<'_>, hit: &Hit, area: Area) {
    let Excerpt { text, found } = &hit.excerpt;
    let whole = Span::new(0, text.len());
    let found = found.iter().copied();
    let mut marks: Vec<(Span, Roles)> = found
        .clone()
        .map(|span| (span, Role::Found.into()))
        .collect();
    let mut indent = 0;
    if let Some(said) = &hit.quote {
        let speaker = said.speaker.as_deref().unwrap_or("nobody named");
        indent = canvas.put_short(area, 0, 0, area.width / 2, speaker, Role::Name);
        indent = canvas.put(area, 0, indent, ": ", Role::Name);
        marks.push((whole, Role::Quote.into()));
    }
    let marks = Highlights::new(marks);
    let wrapped = |from: usize| wrap(text, Span::new(from, text.len()), area.width, indent);
    let first = found.min().map_or(0, |span| span.start);
    let mut lines = wrapped(0).enumerate();
    let from = match lines.find(|(_, line)| line.end > first) {
        Some((number, line)) if number >= area.height => line.start,
        _ => 0,
    };
    for (line, span) in wrapped(from).take(area.height).enumerate() {
        let column = if line == 0 { indent } else { 0 };
        canvas.put_line(area, line, &Line::text(span, column), text, &[&marks]);
    }
}
