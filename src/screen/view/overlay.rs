//! Lists that lie over a screen: the help, the articles to choose from.

use ratatui::layout::Position;

use super::canvas::Canvas;
use super::lines::draw_input;
use crate::page::{Role, Roles};
use crate::query::Filter;
use crate::screen::keymap::{Action, Place};
use crate::screen::layout::{Area, overlay_list};
use crate::screen::overlay::{FilterPicker, Help, HelpLine, OwnerPicker, Picker};
use crate::screen::state::State;

/// The columns that keys take in the help.
const KEYS: usize = 18;

pub(super) fn draw_help(canvas: &mut Canvas<'_>, help: &Help, area: Area) -> Position {
    canvas.clear(area);
    let count = "type to narrow · esc closes";
    let cursor = draw_input(canvas, area, "keys: ", &help.input, count);
    let list = overlay_list(area);
    for (line, number) in help.scroll.shown().enumerate() {
        match help.lines.get(number) {
            Some(HelpLine::Title(title)) => {
                canvas.put(list, line, 1, title, Role::Headline);
            }
            Some(HelpLine::Key(keys, says)) => {
                canvas.put_short(list, line, 2, KEYS - 1, keys, Role::Key);
                canvas.put(list, line, 2 + KEYS, says, Roles::NONE);
            }
            Some(HelpLine::Gap) | None => (),
        }
    }
    cursor
}

pub(super) fn draw_picker(
    canvas: &mut Canvas<'_>,
    state: &State,
    picker: &Picker,
    area: Area,
) -> Position {
    canvas.clear(area);
    let beside = state
        .library
        .item(picker.beside)
        .map_or("", |item| item.outlet());
    let words = format!("{} beside {beside}: ", picker.side.letter());
    let count = format!("{} · esc cancels", picker.listed.len());
    let cursor = draw_input(canvas, area, &words, &picker.input, &count);
    let list = overlay_list(area);
    if picker.listed.is_empty() {
        canvas.put(list, 0, 3, "no other article matches", Role::Dim);
    }
    let shown = picker.listed.iter().enumerate().skip(picker.top);
    for (line, (place, &number)) in shown.take(list.height).enumerate() {
        let Some(item) = state.library.item(number) else {
            continue;
        };
        let mut roles = Roles::NONE;
        if place == picker.cursor {
            roles = Role::Cursor.into();
            canvas.put(list, line, 0, "▌", roles);
        }
        canvas.put_short(list, line, 2, 14, item.outlet(), roles);
        let title = item
            .digest()
            .map_or("", |digest| digest.reading.article.title.text.as_str());
        let room = list.width.saturating_sub(19);
        canvas.put_short(list, line, 18, room, title, roles);
    }
    cursor
}

pub(super) fn draw_filters(
    canvas: &mut Canvas<'_>,
    filters: &[Filter],
    picker: &FilterPicker,
    area: Area,
) -> Position {
    canvas.clear(area);
    let take_away = Place::Filters.key_of(Action::TakeAway);
    let keys = format!("{take_away} takes away · esc cancels");
    let cursor = draw_input(canvas, area, "filters: ", &picker.input, &keys);
    let list = overlay_list(area);
    if picker.listed.is_empty() {
        canvas.put(list, 0, 3, "no saved filter matches", Role::Dim);
    }
    let shown = picker.listed.iter().enumerate().skip(picker.top);
    for (line, (place, &number)) in shown.take(list.height).enumerate() {
        let Some(filter) = filters.get(number) else {
            continue;
        };
        let mut roles = Roles::NONE;
        if place == picker.cursor {
            roles = Role::Cursor.into();
            canvas.put(list, line, 0, "▌", roles);
        }
        let names = list.width / 3;
        canvas.put_short(list, line, 2, names, &filter.name, roles);
        let room = list.width.saturating_sub(names + 5);
        canvas.put_short(list, line, names + 4, room, &filter.query, Role::Dim);
    }
    cursor
}

pub(super) fn draw_owner_picker(
    canvas: &mut Canvas<'_>,
    picker: &OwnerPicker,
    area: Area,
) -> Position {
    canvas.clear(area);
    let cursor = draw_input(canvas, area, "whose: ", &picker.input, "esc cancels");
    let room = area.width.saturating_sub(2);
    canvas.put_short(area, 1, 1, room, &picker.words, Role::Dim);
    let list = overlay_list(area);
    let shown = picker.listed.iter().enumerate().skip(picker.top);
    for (line, (place, &choice)) in shown.take(list.height).enumerate() {
        let mut roles = Roles::NONE;
        if place == picker.cursor {
            roles = Role::Cursor.into();
            canvas.put(list, line, 0, "▌", roles);
        }
        let (name, says) = picker.said(choice);
        let room = list.width.saturating_sub(3);
        let column = canvas.put_short(list, line, 2, room, &name, roles) + 1;
        let room = list.width.saturating_sub(column + 1);
        canvas.put_short(list, line, column, room, &says, Role::Dim);
    }
    cursor
}
