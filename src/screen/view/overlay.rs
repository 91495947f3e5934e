//! Lists that lie over a screen: the help, the articles to choose from.

use ratatui::layout::Position;

use super::canvas::Canvas;
use super::lines::draw_input;
use crate::page::{Role, Roles};
use crate::query::Filter;
use crate::screen::keymap::{Action, Place};
use crate::screen::layout::{Area, overlay_list};
use crate::screen::overlay::{Choices, Help, HelpLine, OwnerPicker, Picker};
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
                let room = list.width.saturating_sub(2 + KEYS);
                canvas.put_short(list, line, 2 + KEYS, room, says, Roles::NONE);
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
    let choices = &picker.choices;
    let words = format!("{} beside {beside}: ", picker.side.letter());
    let count = format!("{} · esc cancels", choices.listed.len());
    let cursor = draw_input(canvas, area, &words, &choices.input, &count);
    let list = overlay_list(area);
    if choices.listed.is_empty() {
        canvas.put(list, 0, 3, "no other article matches", Role::Dim);
    }
    draw_choices(canvas, choices, list, |canvas, &number, line, roles| {
        let Some(item) = state.library.item(number) else {
            return;
        };
        canvas.put_short(list, line, 2, 14, item.outlet(), roles);
        let title = item.title().map_or("", |(title, _)| title);
        let room = list.width.saturating_sub(19);
        canvas.put_short(list, line, 18, room, title, roles);
    });
    cursor
}

/// Shows the choices that there is room for, with a mark on the one under the cursor.
fn draw_choices<T: Clone>(
    canvas: &mut Canvas<'_>,
    choices: &Choices<T>,
    list: Area,
    mut draw: impl FnMut(&mut Canvas<'_>, &T, usize, Roles),
) {
    let shown = choices.listed.iter().enumerate().skip(choices.cursor.top);
    for (line, (place, choice)) in shown.take(list.height).enumerate() {
        let mut roles = Roles::NONE;
        if place == choices.cursor.at {
            roles = Role::Cursor.into();
            canvas.put(list, line, 0, "▌", roles);
        }
        draw(canvas, choice, line, roles);
    }
}

pub(super) fn draw_filters(
    canvas: &mut Canvas<'_>,
    choices: &Choices<Filter>,
    area: Area,
) -> Position {
    canvas.clear(area);
    let take_away = Place::Filters.key_of(Action::TakeAway);
    let keys = format!("{take_away} takes away · esc cancels");
    let cursor = draw_input(canvas, area, "filters: ", &choices.input, &keys);
    let list = overlay_list(area);
    if choices.listed.is_empty() {
        canvas.put(list, 0, 3, "no saved filter matches", Role::Dim);
    }
    draw_choices(canvas, choices, list, |canvas, filter, line, roles| {
        let names = list.width / 3;
        canvas.put_short(list, line, 2, names, &filter.name, roles);
        let room = list.width.saturating_sub(names + 5);
        canvas.put_short(list, line, names + 4, room, &filter.query, Role::Dim);
    });
    cursor
}

pub(super) fn draw_owner_picker(
    canvas: &mut Canvas<'_>,
    picker: &OwnerPicker,
    area: Area,
) -> Position {
    canvas.clear(area);
    let choices = &picker.choices;
    let cursor = draw_input(canvas, area, "whose: ", &choices.input, "esc cancels");
    let room = area.width.saturating_sub(2);
    canvas.put_short(area, 1, 1, room, &picker.words, Role::Dim);
    let list = overlay_list(area);
    draw_choices(canvas, choices, list, |canvas, &choice, line, roles| {
        let (name, says) = picker.said(choice);
        let room = list.width.saturating_sub(3);
        let column = canvas.put_short(list, line, 2, room, &name, roles) + 1;
        let room = list.width.saturating_sub(column + 1);
        canvas.put_short(list, line, column, room, &says, Role::Dim);
    });
    cursor
}
