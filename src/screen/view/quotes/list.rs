use crate::annotation::Annotations;
use crate::echo::{Echoed, QuotePlace};
use crate::page::{Highlights, Line, Role, Roles};
use crate::quote::QuoteKind;
use crate::screen::keymap::{Action, Place};
use crate::screen::layout::Area;
use crate::screen::notes::sign as sign_of;
use crate::screen::quotes::{
    Entry, Group, Grouping, Heading, NO_QUOTE, Naming, OUTLET, QuoteList, Sift, found,
};
use crate::screen::view::canvas::{Canvas, width};
use crate::speaker::Attribution;
use crate::text::{Side, Span};

pub(super) fn draw_list(
    canvas: &mut Canvas<'_>,
    made: &Annotations,
    list: &QuoteList,
    focused: bool,
    area: Area,
) {
    if list.totals.quotes == 0 {
        draw_nothing(canvas, list, area);
    }
    for (line, (entry, here)) in list.shown().enumerate() {
        match entry {
            Entry::Head(number) => {
                if let Some(group) = list.group(number) {
                    draw_heading(canvas, list, group, area, line);
                }
            }
            Entry::Aliases(number) => {
                let heading = list.group(number).map(|group| group.heading);
                let names = heading.map(|heading| list.aliases(heading).join(", "));
                let words = format!("aka {}", names.unwrap_or_default());
                let room = area.width.saturating_sub(4);
                canvas.put_short(area, line, 3, room, &words, Role::Dim);
            }
            Entry::Quote(quoted) => {
                if here {
                    let mark = if focused { "▌" } else { "│" };
                    canvas.put(area, line, 0, mark, Role::Cursor);
                }
                draw_tags(canvas, list, quoted, area, line);
                let sign = list.subject(quoted);
                let sign = sign.and_then(|one| sign_of(made, one.text, Some(one.span)));
                if let Some(sign) = sign {
                    canvas.put(area, line, list.indent() - 1, sign, Role::Key);
                }
                draw_words(canvas, list, quoted, 0, area, line);
            }
            Entry::More(quoted) => draw_words(canvas, list, quoted, 1, area, line),
            Entry::Gap => (),
        }
    }
}

/// Says why nothing is listed, and what helps.
fn draw_nothing(canvas: &mut Canvas<'_>, list: &QuoteList, area: Area) {
    let Sift { words, only } = &list.sift;
    let key = |action| Place::Quotes.key_of(action);
    let (sort_key, escape) = (key(Action::Sort), key(Action::Escape));
    let sort = only
        .name()
        .map_or_else(String::new, |name| format!("{name} "));
    let (why, helps) = if list.totals.all_quotes == 0 {
        (NO_QUOTE.to_owned(), String::new())
    } else if words.is_empty() {
        (
            format!("no {sort}quotes"),
            format!("{sort_key}: another sort, {escape}: all"),
        )
    } else {
        (
            format!("no {sort}quotes like “{words}”"),
            format!("{escape} takes the filter away"),
        )
    };
    let room = area.width.saturating_sub(2);
    canvas.put_short(area, 0, 1, room, &why, Role::Warning);
    canvas.put_short(area, 1, 1, room, &helps, Role::Dim);
}

fn draw_heading(canvas: &mut Canvas<'_>, list: &QuoteList, group: &Group, area: Area, line: usize) {
    let (name, about) = list.heading(group.heading);
    let mut start = 1;
    if let (Heading::Article(number), Naming::Sides) = (group.heading, &list.naming)
        && let Some(&side) = Side::BOTH.get(number)
    {
        let roles = Roles::from(Role::of(side)).with(Role::Key);
        start = canvas.put(area, line, start, &side.letter().to_string(), roles) + 1;
    }
    // Who it is comes first; how much of it there is takes what room is left.
    let taken = start + width(&name) + 2;
    let end = draw_counts(canvas, list, group, area, line, taken);
    let room = end.saturating_sub(start + 1);
    let marked = Highlights::new(
        found(&name, searched(list, group))
            .into_iter()
            .map(|span| (span, Role::Found.into()))
            .chain([(Span::new(0, name.len()), Role::Headline.into())]),
    );
    let column = if width(&name) <= room {
        let whole = Line::text(Span::new(0, name.len()), start);
        canvas.put_line(area, line, &whole, &name, &[&marked]);
        start + width(&name)
    } else {
        canvas.put_short(area, line, start, room, &name, Role::Headline)
    };
    let room = end.saturating_sub(column + 2);
    let is_title = matches!(group.heading, Heading::Article(_)) && room > OUTLET;
    if is_title || width(&about) <= room {
        canvas.put_short(area, line, column + 1, room, &about, Role::Dim);
    }
}

/// The words that a group's name may have been found by.
fn searched<'a>(list: &'a QuoteList, group: &Group) -> &'a str {
    match group.heading {
        Heading::Article(_) | Heading::Kind(_) => "",
        _ => &list.sift.words,
    }
}

/// Puts how many quotes a group has at the end of the line, as much of it as leaves `taken` columns free, and gives the
/// column before.
fn draw_counts(
    canvas: &mut Canvas<'_>,
    list: &QuoteList,
    group: &Group,
    area: Area,
    line: usize,
    taken: usize,
) -> usize {
    if group.heading == Heading::Perhaps {
        return area.width;
    }
    let mut end = area.split_right(1).0;
    let mut put = |end: &mut Area, words: &str, roles: Roles| {
        let column = canvas.put_right(*end, line, words, roles);
        *end = end.split_left(column.saturating_sub(1)).0;
    };
    if let (Naming::Sides, false) = (&list.naming, is_article(group)) {
        for side in Side::BOTH.into_iter().rev() {
            let in_side = group
                .places
                .iter()
                .find(|(place, _)| *place == side as usize);
            let count = in_side.map_or(0, |(_, count)| *count);
            put(
                &mut end,
                &format!("{}{count}", side.letter()),
                Role::of(side).into(),
            );
        }
        end = end.split_right(1).0;
    }
    let kinds = kinds(group);
    let always = !matches!(list.naming, Naming::Sides) || is_article(group);
    if always || taken + width(&kinds) <= end.width {
        put(&mut end, &kinds, Roles::NONE);
        end = end.split_right(1).0;
    }
    let outlets = outlets(list, group, end.width.saturating_sub(taken));
    if !outlets.is_empty() {
        put(&mut end, &outlets, Role::Dim.into());
    }
    end.width
}

fn is_article(group: &Group) -> bool {
    matches!(group.heading, Heading::Article(_))
}

/// How many there are of each kind: `d4 m2 i1`.
fn kinds(group: &Group) -> String {
    if matches!(group.heading, Heading::Kind(_)) {
        return group.quotes.len().to_string();
    }
    let each = QuoteKind::ALL
        .iter()
        .zip(group.kinds)
        .filter(|(_, count)| *count > 0);
    let each: Vec<String> = each
        .map(|(kind, count)| format!("{}{count}", kind.letter()))
        .collect();
    each.join(" ")
}

/// How many there are in each outlet, the most first: `Gazette 3  Star 2  +4` where four outlets have no room.
fn outlets(list: &QuoteList, group: &Group, room: usize) -> String {
    let Naming::Outlets { names, telling, .. } = &list.naming else {
        return String::new();
    };
    if is_article(group) {
        return String::new();
    }
    if !telling {
        let words = super::count(group.articles, "article");
        return if width(&words) <= room {
            words
        } else {
            String::new()
        };
    }
    let mut words = String::new();
    for (number, (place, count)) in group.places.iter().enumerate() {
        let name = names.get(*place).map_or("", String::as_str);
        let gap = if number > 0 { "  " } else { "" };
        let longer = format!("{words}{gap}{} {count}", crate::page::shorten(name, OUTLET));
        let left = group.places.len() - number;
        let rest = if left > 1 {
            format!("  +{}", left - 1)
        } else {
            String::new()
        };
        if width(&longer) + width(&rest) > room {
            let more = format!("{words}{gap}+{left}");
            return if number > 0 && width(&more) <= room {
                more
            } else {
                String::new()
            };
        }
        words = longer;
    }
    words
}

/// Puts what is told of a quote before its words: the kind, whether it is unsure, its article, who else has it.
fn draw_tags(
    canvas: &mut Canvas<'_>,
    list: &QuoteList,
    quoted: QuotePlace,
    area: Area,
    line: usize,
) {
    let Some(quote) = list.quote(quoted) else {
        return;
    };
    let kind = quote.kind.letter().to_string();
    canvas.put(area, line, 1, &kind, Role::Dim);
    let sure = list.attribution(quoted).is_none_or(Attribution::is_sure);
    if quote.set_by_reader.is_some() {
        canvas.put(area, line, 2, "*", Role::Key);
    } else if quote.damaged || !sure {
        canvas.put(area, line, 2, "?", Role::Warning);
    }
    let sign = list.echoed(quoted).map_or(' ', Echoed::sign).to_string();
    match &list.naming {
        Naming::Alone => (),
        Naming::Sides => {
            if let Some(&side) = Side::BOTH.get(quoted.article) {
                let letter = side.letter().to_string();
                canvas.put(area, line, 3, &letter, Role::of(side));
            }
            canvas.put(area, line, 4, &sign, Role::Dim);
        }
        Naming::Outlets { width, .. } => {
            if list.grouping != Grouping::Article {
                let outlet = list.naming.outlet(quoted.article);
                canvas.put_short(area, line, 3, *width, outlet, Role::Dim);
            }
            canvas.put(area, line, list.indent() - 2, &sign, Role::Dim);
        }
    }
}

/// Puts one line of a quote's words: the first or the second.
fn draw_words(
    canvas: &mut Canvas<'_>,
    list: &QuoteList,
    quoted: QuotePlace,
    which: usize,
    area: Area,
    line: usize,
) {
    let said = list.line(quoted);
    let (lines, cut) = said.lines(list.room(), list.lines_each());
    let Some(&span) = lines.get(which) else {
        return;
    };
    let marked = said.marked(&list.sift.words);
    let indent = list.indent();
    canvas.put_line(
        area,
        line,
        &Line::text(span, indent),
        &said.text,
        &[&marked],
    );
    if cut && which + 1 == lines.len() {
        let column = indent + width(span.of(&said.text));
        let roles = marked.at(span.end.saturating_sub(1));
        canvas.put(area, line, column, "…", roles);
    }
}
