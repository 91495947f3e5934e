//! All that the reader made of articles.

use super::canvas::Canvas;
use super::narrowing::draw_counts;
use super::versions::HELP;
use crate::page::{Role, Roles, wrap};
use crate::screen::layout::{self, Area, Frame};
use crate::screen::made::{Kind, Made, NOT_THERE, Row, Thing};
use crate::text::Span;

/// The columns that an outlet takes.
const OUTLET: usize = 12;

pub(super) fn draw(canvas: &mut Canvas<'_>, made: &Made, frame: Frame) {
    let header = frame.header.split_right(HELP).0;
    let column = canvas.put(header, 0, 1, "What you made of articles", Role::Headline) + 2;
    let order = if made.by_article {
        "by article"
    } else {
        "newest first"
    };
    let count = format!("{} of {}  {order}", made.shown(), made.total());
    let room = header.width.saturating_sub(column);
    canvas.put_short(header, 0, column, room, &count, Role::Dim);
    let areas = layout::quotes(frame.body);
    draw_counts(canvas, &made.narrowing, areas.head);
    if made.shown() == 0 {
        let words = if made.total() == 0 {
            "nothing is left of it"
        } else {
            "nothing has these words; esc shows all"
        };
        canvas.put(areas.list, 0, 1, words, Role::Dim);
    }
    for (line, (number, row)) in made.rows().take(areas.list.height).enumerate() {
        if let Some(thing) = made.thing(row) {
            let here = number == made.cursor.at;
            draw_row(canvas, made, row, thing, here, areas.list, line);
        }
    }
    if areas.detail.x > areas.list.x {
        canvas.rule_down(areas.detail);
    } else {
        canvas.rule_across(areas.detail, 0);
    }
    let detail = areas.detail.split_top(1).1.split_left(2).1.split_right(1).0;
    if let Some(thing) = made.row().and_then(|row| made.thing(row)) {
        draw_detail(canvas, thing, made.here().is_none(), detail);
    }
}

fn draw_row(
    canvas: &mut Canvas<'_>,
    made: &Made,
    row: Row,
    thing: &Thing,
    here: bool,
    area: Area,
    line: usize,
) {
    let mut roles = Roles::NONE;
    if here {
        roles = Role::Cursor.into();
        canvas.put(area, line, 0, "▌", roles);
    }
    if let Row::Head(_) = row {
        let roles = if here { roles } else { Role::Headline.into() };
        let known = [thing.outlet.as_str(), thing.title.as_str()];
        let known: Vec<&str> = known.into_iter().filter(|one| !one.is_empty()).collect();
        let room = area.width.saturating_sub(2);
        canvas.put_short(area, line, 1, room, &known.join(" · "), roles);
        return;
    }
    let sign_column = if made.by_article { 2 } else { 1 };
    canvas.put(area, line, sign_column, thing.kind.sign(), Role::Key);
    let mut column = sign_column + 2;
    if !made.by_article {
        canvas.put_short(area, line, column, OUTLET, &thing.outlet, Role::Dim);
        column += OUTLET + 1;
    }
    let says = thing.says();
    if !says.is_empty() {
        let room = area.width.saturating_sub(column + 1);
        column = canvas.put_short(area, line, column, room, &says, roles) + 2;
    }
    let room = area.width.saturating_sub(column + 1);
    let about = if says.is_empty() {
        roles
    } else {
        Role::Dim.into()
    };
    // Under its title an article needs it no more.
    if !made.by_article || thing.annotation.target.place.is_some() {
        canvas.put_short(area, line, column, room, &thing.words(), about);
    } else if says.is_empty() {
        canvas.put_short(area, line, column, room, "the whole article", about);
    }
}

/// Where it stands, the words it is about, and what the reader says of them.
fn draw_detail(canvas: &mut Canvas<'_>, thing: &Thing, is_head: bool, area: Area) {
    let mut line = 0;
    let known = [
        Some(thing.outlet.as_str()).filter(|outlet| !outlet.is_empty()),
        thing.date.as_deref(),
        Some(thing.title.as_str()).filter(|_| thing.item.is_some()),
    ];
    let known: Vec<&str> = known.into_iter().flatten().collect();
    draw_words(
        canvas,
        area,
        &mut line,
        &known.join(" · "),
        Role::Dim.into(),
    );
    if thing.item.is_none() {
        draw_words(canvas, area, &mut line, NOT_THERE, Role::Warning.into());
    }
    if is_head {
        return;
    }
    let says = match thing.kind {
        Kind::Bookmark => "bookmarked".to_owned(),
        _ => thing.says(),
    };
    let says = format!("{} {says}", thing.kind.sign());
    draw_words(canvas, area, &mut line, &says, Role::Cursor.into());
    if thing.annotation.target.place.is_some() {
        line += usize::from(area.height > 8);
        draw_words(canvas, area, &mut line, &thing.words(), Roles::NONE);
    }
    if let Some(words) = thing.other_words() {
        line += usize::from(area.height > 8);
        draw_words(canvas, area, &mut line, &words, Roles::NONE);
    }
}

/// Puts some words, wrapped, as far as there is room.
fn draw_words(canvas: &mut Canvas<'_>, area: Area, line: &mut usize, words: &str, roles: Roles) {
    let room = area.height.saturating_sub(*line);
    for span in wrap(words, Span::new(0, words.len()), area.width, 0).take(room) {
        canvas.put(area, *line, 0, span.of(words), roles);
        *line += 1;
    }
}
