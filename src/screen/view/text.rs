//! Articles, alone and side by side.

use super::canvas::Canvas;
use super::quotes::{count, draw_sidebar};
use crate::annotation::Annotations;
use crate::article::Language;
use crate::comparison::Order;
use crate::page::{Columns, Highlights, Line, MEASURE, Role, Roles, Slot};
use crate::quote::QuoteKind;
use crate::reading::Reading;
use crate::screen::compare::{Compare, Open};
use crate::screen::desk::Desk;
use crate::screen::layout::{self, Area, Frame, MARGIN};
use crate::screen::library::Content;
use crate::screen::notes::places;
use crate::screen::reader::Reader;
use crate::screen::state::State;
use crate::text::{Side, Span};

pub(super) fn draw_reader(canvas: &mut Canvas<'_>, state: &State, reader: &Reader, frame: Frame) {
    let Some(item) = state.library.item(reader.item) else {
        return;
    };
    let column = canvas.put(frame.header, 0, 1, item.outlet(), Role::Headline) + 2;
    let Some(desk) = &reader.desk else {
        draw_waiting(canvas, state, &[reader.item], "", frame.body);
        return;
    };
    let Some(reading) = desk.readings.first() else {
        return;
    };
    let mut known = vec![count(
        item.digest().map_or(0, |digest| digest.words),
        "word",
    )];
    known.push(count(reading.quotes.len(), "quote"));
    if reading.article.language == Language::Other {
        known.push("not in English: speakers are not known".to_owned());
    }
    known.extend(found(desk));
    let column = canvas.put(frame.header, 0, column, &known.join("  "), Role::Dim) + 2;
    let below = desk.scroll.top + desk.scroll.height;
    let share = 100 * below.min(desk.page.len()) / desk.page.len().max(1);
    canvas.put(frame.header, 0, column, &format!("{share} %"), Role::Dim);

    let areas = layout::text(frame.body, false);
    let (width, before) = layout::reader(areas.text, frame.body);
    let column = areas.text.split_left(before).1.split_left(MARGIN + width).0;
    let layers = Layers::of(desk, &state.annotations);
    for (line, number) in desk.shown().enumerate() {
        if let Some(slot) = desk.page.slot(number) {
            draw_side(canvas, desk, &layers, slot, Side::Left, column, line);
        }
    }
    draw_sidebar(canvas, state, desk, frame.body);
}

pub(super) fn draw_compare(
    canvas: &mut Canvas<'_>,
    state: &State,
    compare: &Compare,
    frame: Frame,
) {
    let Some(open) = &compare.open else {
        draw_waiting(
            canvas,
            state,
            &[compare.wanted.left, compare.wanted.right],
            comparing(compare),
            frame.body,
        );
        return;
    };
    if let Some(list) = open.differences.as_ref().filter(|_| open.listing) {
        super::differences::draw(canvas, state, open, list, frame);
        return;
    }
    draw_compare_header(canvas, compare, open, frame.header);
    let desk = &open.desk;
    let sidebar = desk.sidebar != crate::screen::desk::Sidebar::Closed;
    let (areas, why) = compare.areas(frame.body, sidebar);
    let (left, right) = match areas.columns {
        Columns::Beside(width) => {
            let (left, right) = areas.text.split_left(MARGIN + width + 1);
            canvas.rule_down(right);
            let text = |side: Area| side.split_left(MARGIN + width).0;
            (text(left), text(right))
        }
        Columns::Stacked(width) => {
            let column = areas.text.split_left(MARGIN + width.min(MEASURE)).0;
            (column, column)
        }
    };
    draw_names(canvas, state, open, areas.heads, areas.columns);
    let layers = Layers::of_both(open, &state.annotations);
    for (line, number) in desk.shown().enumerate() {
        let Some(slot) = desk.page.slot(number) else {
            continue;
        };
        for (side, column) in [(Side::Left, left), (Side::Right, right)] {
            draw_margin(canvas, open, slot, side, column, line, areas.columns);
            draw_side(canvas, desk, &layers, slot, side, column, line);
        }
    }
    if open.comparison.rows.is_empty() {
        canvas.put(areas.text, 1, MARGIN, "nothing to compare", Role::Dim);
    }
    if let Some(area) = why {
        super::differences::draw_why(canvas, compare, area);
    }
    draw_sidebar(canvas, state, desk, frame.body);
}

fn draw_compare_header(canvas: &mut Canvas<'_>, compare: &Compare, open: &Open, area: Area) {
    let linked = open.numbers.iter().flatten().count();
    let row = open.desk.row;
    let number = row.and_then(|row| open.numbers.get(row).copied().flatten());
    let here = row.and_then(|row| open.comparison.rows.get(row));
    let mut column = match (number, here.and_then(crate::comparison::Row::only)) {
        (Some(number), _) => {
            let words = format!("passage {number}/{linked}");
            canvas.put(area, 0, 1, &words, Role::Headline)
        }
        (None, Some(side)) => {
            let words = format!("only in {}", side.letter());
            let roles = Roles::from(Role::Headline).with(Role::of(side));
            let column = canvas.put(area, 0, 1, &words, roles);
            canvas.put(area, 0, column, &format!("  {linked} in common"), Role::Dim)
        }
        _ => canvas.put(area, 0, 1, "no passages in common", Role::Headline),
    };
    let order = match compare.order {
        Order::Left => "A",
        Order::Right => "B",
        Order::Topic => "topic",
    };
    let mut settings = vec![
        format!("order {order}"),
        format!("lit {}", compare.lighting.name()),
    ];
    if compare.folded {
        settings.push("folded".to_owned());
    }
    if let Some(threshold) = compare.threshold {
        settings.push(format!("links {threshold:.2}"));
    }
    let readings = open.comparison.readings.as_ref();
    if readings
        .into_iter()
        .any(|reading| reading.article.language == Language::Other)
    {
        settings.push("links need English".to_owned());
    }
    settings.extend(found(&open.desk));
    if compare.wanted != open.items {
        settings.push(comparing(compare).to_owned());
    }
    let settings = settings.join("  ");
    let right = area.split_right("  ? help ".len()).0;
    let end = canvas.put_right(right, 0, &settings, Role::Dim);
    let topic = here.map_or("", |row| row.topic.as_str());
    column += 2;
    canvas.put_short(
        area,
        0,
        column,
        end.saturating_sub(column + 2),
        topic,
        Roles::NONE,
    );
}

/// Puts what the articles are called above their columns.
fn draw_names(canvas: &mut Canvas<'_>, state: &State, open: &Open, area: Area, columns: Columns) {
    let (left, right) = match columns {
        Columns::Beside(width) => {
            let (left, right) = area.split_left(MARGIN + width + 1);
            (left.split_left(1).1, right.split_left(1).1)
        }
        Columns::Stacked(_) => area.split_left(area.width / 2),
    };
    for (side, area) in [(Side::Left, left), (Side::Right, right)] {
        let roles = Roles::from(Role::of(side)).with(Role::Key);
        let column = canvas.put(area, 0, 0, &side.letter().to_string(), roles);
        let item = state.library.item(*open.items.get(side));
        let Some(item) = item else { continue };
        let mut words = item.outlet().to_owned();
        if item.title().is_some() {
            let date = item.date().map(|date| format!(" · {date}"));
            let length = count(item.words(), "word");
            words = format!("{words}{} · {length}", date.unwrap_or_default());
        }
        let room = area.width.saturating_sub(column + 3);
        canvas.put_short(area, 0, column + 2, room, &words, Role::of(side));
    }
}

/// What lies over each text.
struct Layers {
    lit: [Highlights; 2],
    /// Where the reader marked a place, by its first byte, with what stands in the margin there.
    signs: [Vec<(usize, &'static str)>; 2],
}

impl Layers {
    fn of(desk: &Desk, made: &Annotations) -> Layers {
        let signs = |side: Side| {
            let reading = desk.reading(side);
            reading.map_or_else(Vec::new, |reading| places(made, reading.fingerprint))
        };
        Layers {
            lit: Side::BOTH.map(|side| desk.lit_marks(side)),
            signs: Side::BOTH.map(signs),
        }
    }

    /// While sentences are chosen to be tied, these are lit.
    fn of_both(open: &Open, made: &Annotations) -> Layers {
        let layers = Layers::of(&open.desk, made);
        let Some(tying) = open.tying else {
            return layers;
        };
        let chosen = Side::BOTH.map(|side| {
            let role = if side == tying.side {
                Role::Lit
            } else {
                Role::Found
            };
            let span = open.chosen(side);
            Highlights::new(span.map(|span| (span, role.into())))
        });
        Layers {
            lit: chosen,
            ..layers
        }
    }
}

/// Draws what stands on one side of a line, with the marks of its quote and of what the reader made in the margin.
fn draw_side(
    canvas: &mut Canvas<'_>,
    desk: &Desk,
    layers: &Layers,
    slot: &Slot,
    side: Side,
    area: Area,
    line: usize,
) {
    let (Some(typeset), Some(reading)) = (slot.sides.get(side), desk.reading(side)) else {
        return;
    };
    let text = area.split_left(MARGIN).1;
    let none = Highlights::default();
    let found = desk.find.as_ref().map_or(&none, |find| find.marked(side));
    let lit = layers.lit.get(side as usize).unwrap_or(&none);
    let signs = layers.signs.get(side as usize);
    let layers = [desk.marked.get(side), found, lit];
    canvas.put_line(text, line, typeset, &reading.article.text, &layers);
    let sign = signs.and_then(|signs| {
        let first = signs.partition_point(|&(start, _)| start < typeset.span.start);
        signs.get(first)
    });
    if let Some((_, sign)) = sign.filter(|(start, _)| typeset.span.holds(*start)) {
        canvas.put(area, line, 3, sign, Role::Key);
    }
    if let Some(mark) = quote_mark(reading, typeset) {
        canvas.put(area, line, 2, mark, Role::Quote);
    }
}

/// The mark of a quote that begins on a line.
fn quote_mark(reading: &Reading, line: &Line) -> Option<&'static str> {
    let start = |span: Span| span.start;
    let quotes = &reading.quotes;
    let first = quotes.partition_point(|quote| start(quote.span()) < line.span.start);
    let quote = quotes
        .get(first)
        .filter(|quote| line.span.holds(start(quote.span())))?;
    Some(match quote.kind {
        QuoteKind::Direct | QuoteKind::Mixed => "\"",
        QuoteKind::Indirect => "'",
    })
}

/// Draws how the row's sides stand to each other where it begins, and a line beside the row being read.
fn draw_margin(
    canvas: &mut Canvas<'_>,
    open: &Open,
    slot: &Slot,
    side: Side,
    area: Area,
    line: usize,
    columns: Columns,
) {
    let stacked = matches!(columns, Columns::Stacked(_));
    let here = slot.row.is_some() && slot.row == open.desk.row;
    let Some(row) = slot.row.and_then(|row| open.comparison.rows.get(row)) else {
        return;
    };
    let mine = slot.sides.get(side).is_some();
    if row.sentences.get(side).is_empty() || (stacked && !mine) {
        return;
    }
    let begins = slot.begins && mine;
    let colour = Roles::from(Role::of(side)).with(Role::Cursor);
    if begins && stacked {
        canvas.put(area, line, 0, &side.letter().to_string(), colour);
    } else if here {
        canvas.put(area, line, 0, "┃", colour);
    }
    if begins {
        let (mark, role) = open.mark(slot.row.unwrap_or_default());
        let roles = match (role, here) {
            (Some(role), _) => role.into(),
            _ if row.only().is_some() => colour,
            (None, true) => Role::Cursor.into(),
            (None, false) => Roles::NONE,
        };
        canvas.put(area, line, 1, &mark.to_string(), roles);
    }
}

/// What the search has found.
pub(super) fn found(desk: &Desk) -> Option<String> {
    let find = desk.find.as_ref()?;
    Some(match find.number(&desk.page) {
        Some(number) => {
            let more = if find.is_cut { "+" } else { "" };
            format!("{}: {number}/{}{more}", find.query(), find.count())
        }
        None => format!("{}: none", find.query()),
    })
}

/// Says why there is no text yet.
fn draw_waiting(
    canvas: &mut Canvas<'_>,
    state: &State,
    items: &[usize],
    comparing: &str,
    area: Area,
) {
    let mut all_read = true;
    for (line, item) in items.iter().enumerate() {
        let Some(item) = state.library.item(*item) else {
            continue;
        };
        let (words, role) = match &item.content {
            Content::Waiting | Content::Known(_) => {
                (format!("reading {}…", item.outlet()), Role::Dim)
            }
            Content::Read(_) => (item.outlet().to_owned(), Role::Dim),
            Content::Unreadable(why) => (format!("{}: {why}", item.outlet()), Role::Warning),
        };
        all_read &= matches!(item.content, Content::Read(_));
        canvas.put_short(
            area,
            1 + line,
            3,
            area.width.saturating_sub(4),
            &words,
            role,
        );
    }
    if all_read {
        canvas.put(area, 1 + items.len(), 3, comparing, Role::Dim);
    }
}

/// What stands in the place of a comparison.
fn comparing(compare: &Compare) -> &'static str {
    if compare.is_given_up() {
        "these could not be compared"
    } else {
        "comparing…"
    }
}
