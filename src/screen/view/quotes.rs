//! Quotes in groups: beside a text, and of all articles.

mod detail;
mod list;

use super::canvas::{Canvas, width};
use crate::page::{Role, Roles};
use crate::screen::desk::{Desk, Sidebar};
use crate::screen::layout::{self, Area, Frame};
use crate::screen::quotes::{AllQuotes, Grouping, QuoteList, Sift};
use crate::screen::state::State;
use detail::{draw_detail, draw_source};
use list::draw_list;

/// The quotes of all articles, on a screen of their own.
pub(super) fn draw_all(canvas: &mut Canvas<'_>, state: &State, quotes: &AllQuotes, frame: Frame) {
    let right = frame.header.split_right("  ? help ".len()).0;
    let mut end = right.width;
    if let Some(list) = &quotes.list {
        let (number, count) = list.position();
        end = canvas.put_right(right, 0, &format!("quote {number}/{count}"), Role::Dim);
    }
    let column = canvas.put(frame.header, 0, 1, "Quotes", Role::Headline) + 1;
    let extent = quotes.gathering.extent(&state.library);
    let room = end.saturating_sub(column + 2);
    canvas.put_short(frame.header, 0, column, room, &extent, Role::Dim);
    let Some(list) = &quotes.list else {
        let words = quotes.gathering.in_its_place("gathering who speaks…");
        canvas.put(frame.body, 1, 3, words, Role::Dim);
        return;
    };
    let areas = layout::quotes(frame.body);
    draw_head(canvas, list, "", areas.head);
    draw_list(canvas, &state.annotations, list, true, areas.list);
    if areas.detail.x > areas.list.x {
        canvas.rule_down(areas.detail);
    } else {
        canvas.rule_across(areas.detail, 0);
    }
    let detail = areas.detail.split_top(1).1.split_left(2).1;
    let lines = draw_source(canvas, list, detail);
    draw_detail(canvas, list, detail.split_top(lines).1);
}

/// The quotes beside a text, when they are open.
pub(super) fn draw_sidebar(canvas: &mut Canvas<'_>, state: &State, desk: &Desk, body: Area) {
    let areas = layout::text(body, desk.sidebar != Sidebar::Closed);
    let Some(area) = areas.sidebar else { return };
    canvas.clear(area);
    canvas.rule_down(area);
    let areas = layout::beside(area);
    let focused = desk.sidebar == Sidebar::Focused;
    draw_head(canvas, &desk.quotes, "Quotes ", areas.head);
    draw_list(
        canvas,
        &state.annotations,
        &desk.quotes,
        focused,
        areas.list,
    );
    canvas.rule_across(areas.detail, 0);
    let detail = areas.detail.split_top(1).1.split_left(1).1;
    draw_detail(canvas, &desk.quotes, detail);
}

/// Says how the list is ordered and filtered, and how much that leaves, as far as there is room.
fn draw_head(canvas: &mut Canvas<'_>, list: &QuoteList, title: &str, area: Area) {
    let mut column = canvas.put(area, 0, 1, title, Role::Headline);
    let Sift { words, only } = &list.sift;
    let filtered = list.sift != Sift::default();
    let mut parts: Vec<(String, Roles)> = Vec::new();
    // Beside a text there is hardly room for what is not as ever.
    if title.is_empty() || !filtered || list.grouping != Grouping::Speaker {
        parts.push((list.grouping.name().to_owned(), Role::Dim.into()));
    }
    parts.extend(
        only.name()
            .map(|name| (format!("only {name}"), Role::Key.into())),
    );
    if !words.is_empty() {
        parts.push((format!("like “{words}”"), Role::Key.into()));
    }
    let totals = list.totals;
    let quotes = if filtered {
        format!("{} of {}", totals.quotes, count(totals.all_quotes, "quote"))
    } else {
        count(totals.quotes, "quote")
    };
    let mut totals_said = vec![quotes, count(totals.speakers, "speaker")];
    if list.readings.len() > 1 {
        totals_said.push(count(totals.articles, "article"));
    }
    for (words, roles) in parts {
        let room = area.width.saturating_sub(column + 1);
        column = canvas.put_short(area, 0, column, room, &words, roles) + 2;
    }
    for words in totals_said {
        if column + width(&words) >= area.width {
            return;
        }
        column = canvas.put(area, 0, column, &words, Role::Dim) + 2;
    }
}

/// How many, of what: `1 quote`, `2 quotes`.
pub(super) fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}
