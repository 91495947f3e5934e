//! What tells two articles apart: a list, and both sides of what is under its cursor.

use super::canvas::Canvas;
use super::narrowing::draw_counts;
use super::quotes::count;
use super::versions::HELP;
use crate::comparison::{Finding, FindingKind, FindingSort};
use crate::page::{Highlights, Line, Role, Roles, wrap};
use crate::screen::compare::{Compare, Open};
use crate::screen::differences::Differences;
use crate::screen::layout::{self, Area, Frame};
use crate::screen::state::State;
use crate::text::{Side, Span};

/// The columns that the number of a passage takes, and what it is.
const NUMBER: usize = 4;
const KIND: usize = 15;

pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    state: &State,
    open: &Open,
    list: &Differences,
    frame: Frame,
) {
    let header = frame.header.split_right(HELP).0;
    let place = format!("{}/{}", (list.cursor.at + 1).min(list.len()), list.len());
    let end = canvas.put_right(header, 0, &place, Role::Dim);
    let column = canvas.put(header, 0, 1, "What differs", Role::Headline) + 2;
    let names = Side::BOTH.map(|side| {
        let item = state.library.item(*open.items.get(side));
        let outlet = item.map_or("", |item| item.outlet());
        format!("{} {outlet}", side.letter())
    });
    let room = end.saturating_sub(column + 2);
    canvas.put_short(header, 0, column, room, &names.join(" · "), Role::Dim);
    let areas = layout::quotes(frame.body);
    draw_counts(canvas, &list.narrowing, areas.head);
    if list.len() == 0 {
        canvas.put(areas.list, 0, 1, "nothing has these words", Role::Dim);
    }
    let shown = list.listed().enumerate().skip(list.cursor.top);
    for (line, (number, finding)) in shown.take(areas.list.height).enumerate() {
        let here = number == list.cursor.at;
        draw_line(canvas, open, finding, here, areas.list, line);
    }
    if areas.detail.x > areas.list.x {
        canvas.rule_down(areas.detail);
    } else {
        canvas.rule_across(areas.detail, 0);
    }
    let detail = areas.detail.split_top(1).1.split_left(2).1.split_right(1).0;
    if let Some(finding) = list.here() {
        draw_detail(canvas, open, finding, detail);
    }
}

/// Says below two texts why what is read stands side by side.
pub(super) fn draw_why(canvas: &mut Canvas<'_>, compare: &Compare, area: Area) {
    canvas.clear(area);
    canvas.rule_across(area, 0);
    let area = area.split_top(1).1.split_left(1).1.split_right(1).0;
    let lines = compare.why_words().lines(area.width, 0).into_iter();
    for (line, pieces) in lines.take(area.height).enumerate() {
        canvas.put_pieces(area, line, 0, &pieces);
    }
}

fn draw_line(
    canvas: &mut Canvas<'_>,
    open: &Open,
    finding: &Finding,
    here: bool,
    area: Area,
    line: usize,
) {
    let mut roles = Roles::NONE;
    if here {
        roles = Role::Cursor.into();
        canvas.put(area, line, 0, "▌", roles);
    }
    let passage = open.numbers.get(finding.row).copied().flatten();
    let passage = passage.map_or_else(|| "·".to_owned(), |number| number.to_string());
    canvas.put(area, line, 1, &format!("{passage:>3}"), Role::Dim);
    canvas.put(area, line, 1 + NUMBER, finding.kind.name(), role(finding));
    let column = 1 + NUMBER + KIND;
    let room = area.width.saturating_sub(column + 1);
    canvas.put_short(area, line, column, room, &finding.says, roles);
}

/// The role of what is said of a finding.
fn role(finding: &Finding) -> Roles {
    let role = match finding.kind {
        FindingKind::Conflict(_) => Role::Conflict,
        FindingKind::Quote(_) | FindingKind::Paraphrase => Role::Quote,
        FindingKind::LeftOut(side) | FindingKind::Only(side) => Role::of(side),
        FindingKind::Words | FindingKind::Choice | FindingKind::Moved => Role::Dim,
    };
    role.into()
}

/// The sentences of both sides, with the words lit.
fn draw_detail(canvas: &mut Canvas<'_>, open: &Open, finding: &Finding, area: Area) {
    let title = match finding.kind.sort() {
        // All of it stands below.
        FindingSort::Only => finding.kind.name().to_owned(),
        _ => format!("{}: {}", finding.kind.name(), finding.says),
    };
    let all = Span::new(0, title.len());
    let most = if area.height > 12 { 3 } else { 1 };
    let lines: Vec<Span> = wrap(&title, all, area.width, 0).take(most).collect();
    for (line, span) in lines.iter().enumerate() {
        canvas.put(area, line, 0, span.of(&title), Role::Headline);
    }
    // A blank line parts what is said and either side where there is room for it.
    let gap = usize::from(area.height > 12);
    let mut rest = area.split_top(lines.len() + gap).1;
    let sides = Side::BOTH.map(|side| (side, detail_lines(open, finding, side, area.width)));
    let sides: Vec<_> = sides
        .into_iter()
        .filter(|(_, lines)| !lines.is_empty())
        .collect();
    for (number, (side, lines)) in sides.iter().enumerate() {
        let after = sides
            .get(number + 1)
            .map_or(0, |(_, lines)| lines.len() + 1 + gap);
        let room = rest.height.saturating_sub(after).max(rest.height / 2);
        let room = if after == 0 { rest.height } else { room };
        let (own, below) = rest.split_top(room.min(lines.len() + 1 + gap));
        draw_sentences(canvas, open, finding, *side, lines, own);
        rest = below;
    }
}

/// The lines that a side's sentences take.
fn detail_lines(open: &Open, finding: &Finding, side: Side, width: usize) -> Vec<Span> {
    let reading = open.comparison.readings.get(side);
    let passages = reading.passages(finding.sentences.get(side)).into_iter();
    let lines = passages.flat_map(|span| wrap(&reading.article.text, span, width, 0));
    lines.take(MOST_LINES).collect()
}

/// More lines than any screen shows.
const MOST_LINES: usize = 500;

fn draw_sentences(
    canvas: &mut Canvas<'_>,
    open: &Open,
    finding: &Finding,
    side: Side,
    lines: &[Span],
    area: Area,
) {
    let reading = open.comparison.readings.get(side);
    let letter = Roles::from(Role::of(side)).with(Role::Key);
    let column = canvas.put(area, 0, 0, &side.letter().to_string(), letter) + 1;
    let sentences = finding.sentences.get(side).len();
    let words = format!(
        "{} · {}",
        reading.article.label.outlet(),
        count(sentences, "sentence")
    );
    canvas.put_short(
        area,
        0,
        column,
        area.width.saturating_sub(column),
        &words,
        Role::of(side),
    );
    let lit = match finding.kind.sort() {
        FindingSort::Conflict => Role::Conflict.into(),
        _ => Roles::from(Role::Differing).with(Role::of(side)),
    };
    let spans = finding.spans.get(side);
    let marked = Highlights::new(spans.iter().map(|&span| (span, lit)));
    let text = area.split_top(1).1;
    // Where not all of it fits, what is lit is shown.
    let first = spans
        .first()
        .and_then(|span| lines.iter().position(|line| line.holds(span.start)));
    let last_top = lines.len().saturating_sub(text.height);
    let top = first.unwrap_or_default().saturating_sub(1).min(last_top);
    for (line, span) in lines.iter().skip(top).take(text.height).enumerate() {
        let typeset = Line::text(*span, 0);
        canvas.put_line(text, line, &typeset, &reading.article.text, &[&marked]);
    }
}
