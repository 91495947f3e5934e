//! What the reader made of the articles that are listed.

use super::draw_words;
use crate::page::{Role, Roles};
use crate::screen::layout::Area;
use crate::screen::library::Item;
use crate::screen::notes::{BOOKMARKED, NOTED, signs};
use crate::screen::state::State;
use crate::screen::view::canvas::{Canvas, width};

/// Puts a title into its area, after the signs of what the reader made of the article, and its tags where they fit behind.
pub(super) fn draw_title(
    canvas: &mut Canvas<'_>,
    state: &State,
    item: &Item,
    title: &str,
    roles: Roles,
    area: Area,
    line: usize,
) {
    let made = &state.annotations;
    let signs = item.text().map(|text| signs(made, text));
    let start = canvas.put(area, line, 0, &signs.unwrap_or_default(), Role::Key);
    let room = area.width.saturating_sub(start);
    let end = canvas.put_short(area, line, start, room, title, roles);
    let tags = tags(state, item);
    if !tags.is_empty() && end + 2 + width(&tags) <= area.width {
        canvas.put_right(area, line, &tags, Role::Dim);
    }
}

/// Says below the title what the reader made of an article.
pub(super) fn draw_made(
    canvas: &mut Canvas<'_>,
    state: &State,
    item: &Item,
    area: Area,
    line: &mut usize,
) {
    let Some(text) = item.text() else { return };
    let made = &state.annotations;
    let mut parts = Vec::new();
    if made.is_bookmarked(text, None) {
        parts.push(format!("{BOOKMARKED} bookmarked"));
    }
    let places = |is_wanted: fn(&str) -> bool| {
        let places = crate::screen::notes::places(made, text).into_iter();
        places.filter(|(_, sign)| is_wanted(sign)).count()
    };
    let several = |count: usize, sign: &str| match count {
        0 => None,
        1 => Some(format!("{sign} 1 place")),
        count => Some(format!("{sign} {count} places")),
    };
    parts.extend(several(places(|sign| sign == BOOKMARKED), BOOKMARKED));
    parts.extend(several(places(|sign| sign == NOTED), NOTED));
    let tags = tags(state, item);
    parts.extend(Some(tags).filter(|tags| !tags.is_empty()));
    if !parts.is_empty() {
        draw_words(canvas, area, line, &parts.join("  "), Role::Key);
    }
    if let Some(note) = made.note(text, None) {
        draw_words(canvas, area, line, &format!("{NOTED} {note}"), Role::Cursor);
    }
}

/// `#town #hall`
fn tags(state: &State, item: &Item) -> String {
    let Some(text) = item.text() else {
        return String::new();
    };
    let tags = state.annotations.tags(text);
    let tags: Vec<String> = tags.map(|tag| format!("#{tag}")).collect();
    tags.join(" ")
}
