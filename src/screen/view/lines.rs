//! The line below every screen: what is typed, what there is to say, or the keys.

use ratatui::layout::Position;

use super::canvas::{Canvas, position, width};
use crate::page::{Role, shorten};
use crate::screen::input::Input;
use crate::screen::keymap::{Action, Place};
use crate::screen::layout::Area;
use crate::screen::notes::NOTED;
use crate::screen::overlay::{Overlay, Prompt, Purpose};
use crate::screen::state::{Notice, Screen, State};
use crate::screen::update::completion;

/// The columns that stand around what is typed, a complaint and a count.
const TYPED: usize = 16;

pub(super) fn draw_bottom(canvas: &mut Canvas<'_>, state: &State, area: Area) -> Option<Position> {
    match (&state.overlay, &state.notice) {
        (Some(Overlay::Prompt(prompt)), _) => {
            let count = count(state, prompt, area.width);
            let words = match prompt.purpose {
                Purpose::Add => "add the file, folder or page",
                Purpose::FilterName => "save the filter as",
                Purpose::Filter | Purpose::Quotes | Purpose::Differences | Purpose::Made => {
                    "filter"
                }
                Purpose::Find(_) => "find",
                Purpose::Outlet(_) => "outlet",
                Purpose::Note { .. } => "note",
                Purpose::Tags(_) => "tags",
                Purpose::Label(_, field) => field.name(),
            };
            let words = format!("{words}: ");
            return Some(draw_input(canvas, area, &words, &prompt.input, &count));
        }
        (Some(Overlay::Question(question)), _) => {
            let words = question.words();
            let keys = "y yes  n no";
            let room = area.width.saturating_sub(width(keys) + 1);
            let column = canvas.put_short(area, 0, 1, room - 1, &words, Role::Warning);
            canvas.put(area, 0, column + 1, keys, Role::Key);
        }
        (_, Some(Notice::Said(words))) => {
            canvas.put_short(
                area,
                0,
                1,
                area.width.saturating_sub(2),
                words,
                Role::Cursor,
            );
        }
        (_, Some(Notice::Wrong(words))) => {
            canvas.put_short(
                area,
                0,
                1,
                area.width.saturating_sub(2),
                words,
                Role::Warning,
            );
        }
        _ => draw_hints(canvas, state, area),
    }
    None
}

/// Draws a line that is typed, with `count` at its end, and gives the place of the cursor.
pub(super) fn draw_input(
    canvas: &mut Canvas<'_>,
    area: Area,
    words: &str,
    input: &Input,
    count: &str,
) -> Position {
    let start = canvas.put(area, 0, 1, words, Role::Key);
    let end = canvas.put_right(area, 0, &format!("{count} "), Role::Dim);
    // The part before the cursor is what must be seen, whatever the width.
    let room = end.saturating_sub(start + 1).max(1);
    let before = width(input.before());
    let (mut shown, mut hidden) = (input.text(), 0);
    while before - hidden >= room {
        let Some(first) = shown.chars().next() else {
            break;
        };
        shown = shown.get(first.len_utf8()..).unwrap_or_default();
        hidden = width(input.text()).saturating_sub(width(shown));
    }
    let line = Area { width: end, ..area };
    canvas.put(line, 0, start, shown, Role::Cursor);
    position(area, 0, start + before.saturating_sub(hidden))
}

/// How much matches what is typed, in a line of so many columns.
fn count(state: &State, prompt: &Prompt, columns: usize) -> String {
    match prompt.purpose {
        Purpose::Filter => {
            let library = &state.library;
            let count = format!("{} of {}", library.listed.len(), library.count());
            match &library.complaint {
                Some(complaint) => {
                    let typed = width(prompt.input.text()) + width(&count) + TYPED;
                    let room = columns.saturating_sub(typed);
                    format!("{} · {count}", shorten(complaint, room))
                }
                None => count,
            }
        }
        Purpose::Find(_) => {
            let desk = state.screens.last().and_then(Screen::desk);
            desk.and_then(super::text::found).unwrap_or_default()
        }
        Purpose::Quotes => {
            let list = match state.screens.last() {
                Some(Screen::Quotes(quotes)) => quotes.list.as_ref(),
                Some(screen) => screen.desk().map(|desk| &desk.quotes),
                None => None,
            };
            let totals = list.map(|list| list.totals).unwrap_or_default();
            format!("{} of {}", totals.quotes, totals.all_quotes)
        }
        Purpose::Differences => {
            let Some(Screen::Compare(compare)) = state.screens.last() else {
                return String::new();
            };
            let list = compare
                .open
                .as_ref()
                .and_then(|open| open.differences.as_ref());
            list.map_or_else(String::new, |list| {
                format!("{} of {}", list.len(), list.total())
            })
        }
        Purpose::Made => {
            let Some(Screen::Made(made)) = state.screens.last() else {
                return String::new();
            };
            format!("{} of {}", made.shown(), made.total())
        }
        Purpose::Tags(_) | Purpose::Label(..) => completion(state, prompt),
        Purpose::Add | Purpose::Outlet(_) | Purpose::Note { .. } | Purpose::FilterName => {
            String::new()
        }
    }
}

/// What is to be said of where the reader is, before the keys; gives the column after it.
fn draw_foot(canvas: &mut Canvas<'_>, state: &State, area: Area) -> usize {
    let open = match state.screens.last() {
        Some(Screen::Compare(compare)) => compare.open.as_ref(),
        _ => None,
    };
    let place = state.place();
    let foot = match (place, open) {
        (Place::Compare, Some(open)) => open.foot(),
        (Place::Tying, Some(open)) => Some((open.tie_words(area.width / 3), Role::Cursor)),
        (Place::Marking, _) => choice(state),
        _ => None,
    };
    let room = area.width.saturating_sub(2);
    if let Some((words, role)) = foot {
        return canvas.put_short(area, 0, 1, room, &words, role) + 3;
    }
    match state.note_here() {
        // A few keys are to stay in sight.
        Some(note) => {
            let words = format!("{NOTED} {note}");
            canvas.put_short(area, 0, 1, room * 2 / 3, &words, Role::Cursor) + 3
        }
        None => 1,
    }
}

/// What is being chosen, and for what.
fn choice(state: &State) -> Option<(String, Role)> {
    let desk = state.screens.last().and_then(Screen::desk)?;
    let choosing = desk.choosing?;
    let then = match choosing.then {
        Action::Bookmark => "bookmark",
        _ => "note",
    };
    let sentences = super::quotes::count(choosing.count, "sentence");
    Some((format!("{then}: {sentences}"), Role::Cursor))
}

/// The keys that go somewhere, as many as fit, those of a pair together.
fn draw_hints(canvas: &mut Canvas<'_>, state: &State, area: Area) {
    let desk = state.screens.last().and_then(Screen::desk);
    let searching = desk.is_some_and(|desk| desk.find.is_some());
    let contested = match state.screens.last() {
        Some(Screen::Compare(compare)) => compare.is_contested(),
        _ => false,
    };
    let alone = desk.is_some_and(|desk| desk.readings.len() < 2);
    let mut hints: Vec<(String, &str)> = Vec::new();
    let mut known: Vec<&str> = Vec::new();
    for binding in state.place().bindings() {
        let key = binding.keys.first().copied().unwrap_or_default();
        // A place may give a key other words than a table that it shares.
        if known.contains(&key) {
            continue;
        }
        known.push(key);
        let hint = match binding.action {
            Action::Next | Action::Previous if searching => "match",
            Action::NextConflict | Action::PreviousConflict if !contested => "",
            Action::SetSpeaker | Action::NotAQuote if state.quoted().is_none() => "",
            Action::Focus if state.place() == Place::Marking && alone => "",
            _ => binding.hint,
        };
        if hint.is_empty() {
            continue;
        }
        match hints.last_mut() {
            Some((keys, same)) if *same == hint => {
                keys.push('/');
                keys.push_str(key);
            }
            _ => hints.push((key.to_owned(), hint)),
        }
    }
    let mut column = draw_foot(canvas, state, area);
    for (keys, hint) in hints {
        if column + width(&keys) + 1 + width(hint) >= area.width {
            return;
        }
        column = canvas.put(area, 0, column, &keys, Role::Key);
        column = canvas.put(area, 0, column + 1, hint, Role::Dim) + 2;
    }
}
