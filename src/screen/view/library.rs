mod made;
mod shelf;

use super::canvas::{Canvas, width};
use super::versions::HELP;
use crate::article::TitleOrigin;
use crate::page::{Highlights, Line, structure};
use crate::page::{Role, Roles, wrap};
use crate::screen::layout::{self, Area, Frame};
use crate::screen::library::{Content, Item, Library, Row, Sorting};
use crate::screen::message::Digest;
use crate::screen::state::State;
use crate::text::Span;
use shelf::counted;

/// How many speakers the preview names.
const MOST_QUOTED: usize = 6;

/// The most columns an outlet takes in the list.
const OUTLET: usize = 16;

pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, frame: Frame) {
    let library = &state.library;
    draw_header(canvas, state, frame.header.split_right(HELP).0);
    let areas = layout::library(frame.body);
    let columns = Columns::of(library, areas.list.width);
    draw_heads(canvas, library, &columns, areas.heads);
    if library.listed.is_empty() {
        let words = if library.count() == 0 {
            "no articles"
        } else {
            "nothing matches; esc shows all"
        };
        canvas.put(areas.list, 1, 3, words, Role::Dim);
    }
    let shown = library.rows.iter().enumerate().skip(library.cursor.top);
    for (line, (place, &row)) in shown.take(areas.list.height).enumerate() {
        let here = place == library.cursor.at;
        match row {
            Row::Head(number) => {
                if let Some(head) = library.shelves.heads.get(number) {
                    shelf::draw_head(canvas, head, here, areas.list, line);
                }
            }
            Row::Item(number) => {
                draw_item(canvas, state, number, here, &columns, areas.list, line);
            }
        }
    }
    let preview = areas.preview;
    if preview.height == 0 || preview.width == 0 {
        return;
    }
    let inner = if areas.beside {
        canvas.rule_down(preview);
        preview.split_left(2).1
    } else {
        canvas.rule_across(preview, 0);
        preview.split_top(1).1.split_left(1).1
    };
    let inner = inner.split_right(1).0;
    match library.rows.get(library.cursor.at) {
        Some(&Row::Head(number)) => {
            if let Some(head) = library.shelves.heads.get(number) {
                shelf::draw_preview(canvas, library, head, inner);
            }
        }
        Some(&Row::Item(number)) => {
            if let Some(item) = library.item(number) {
                draw_preview(canvas, state, item, inner);
            }
        }
        None => (),
    }
}

fn draw_header(canvas: &mut Canvas<'_>, state: &State, area: Area) {
    let library = &state.library;
    let mut column = canvas.put(area, 0, 1, "parallax", Role::Headline) + 2;
    let count = library.count();
    let articles = counted(count, "article", "articles");
    column = canvas.put(area, 0, column, &articles, Roles::NONE) + 2;
    if !library.filter.is_empty() {
        let listed = format!(" ({})", library.listed.len());
        let room = area.width.saturating_sub(column + width(&listed));
        let words = format!("filter: {}", library.filter);
        column = canvas.put_short(area, 0, column, room, &words, Role::Key);
        column = canvas.put(area, 0, column, &listed, Role::Key) + 2;
    }
    let unread = library.unread;
    if library.is_stored() && unread > 0 {
        let unread = format!("{unread} unread");
        column = canvas.put(area, 0, column, &unread, Roles::NONE) + 2;
    }
    if let Some(stories) = library.shelves.count() {
        let stories = counted(stories, "story", "stories");
        column = canvas.put(area, 0, column, &stories, Roles::NONE) + 2;
    }
    if let Some(words) = &state.fetching {
        let room = area.width.saturating_sub(column) / 2;
        column = canvas.put_short(area, 0, column, room, words, Role::Dim) + 2;
    }
    if let Some((done, all)) = library.indexed {
        let words = format!("indexing {done} of {all}");
        column = canvas.put(area, 0, column, &words, Role::Dim) + 2;
    }
    let waiting = library.waiting;
    if waiting > 0 {
        column = canvas.put(area, 0, column, &format!("reading {waiting}…"), Role::Dim) + 2;
    }
    let sorted = match library.sorting {
        Sorting::AsTheyCame => return,
        Sorting::InCommon => "sorted by what is in common with A",
        Sorting::ByStory if library.shelves.heads.is_empty() => "looking for stories…",
        Sorting::ByStory => "sorted by story",
        Sorting::Newest if library.is_stored() => return,
        Sorting::Newest => "newest first",
        Sorting::ByOutlet => "sorted by outlet",
    };
    let room = area.width.saturating_sub(column);
    canvas.put_short(area, 0, column, room, sorted, Role::Dim);
}

/// Where the columns of the list begin.
struct Columns {
    outlet: usize,
    date: Option<usize>,
    title: usize,
    /// The column after the title.
    title_end: usize,
    words: usize,
    quotes: usize,
    common: Option<usize>,
}

impl Columns {
    fn of(library: &Library, room: usize) -> Columns {
        let widths = library.widths();
        let outlet = widths.outlet.clamp(6, OUTLET.min(room / 5));
        let has_dates = room >= 70 && widths.has_dates;
        let has_common = library.picks.left.is_some();
        let start = if library.is_stored() { 4 } else { 3 };
        let after_outlet = start + outlet + 2;
        let common_start = room - if has_common { 9 } else { 1 };
        let quotes = common_start - 8;
        let words = quotes - 7;
        Columns {
            outlet: start,
            date: has_dates.then_some(after_outlet),
            title: after_outlet + if has_dates { 12 } else { 0 },
            title_end: words - 1,
            words,
            quotes,
            common: has_common.then_some(common_start),
        }
    }
}

fn draw_heads(canvas: &mut Canvas<'_>, library: &Library, columns: &Columns, area: Area) {
    let dim = Role::Dim;
    canvas.put(area, 0, columns.outlet, "OUTLET", dim);
    if let Some(date) = columns.date {
        canvas.put(area, 0, date, "DATE", dim);
    }
    canvas.put(area, 0, columns.title, "TITLE", dim);
    canvas.put(area, 0, columns.words, " WORDS", dim);
    canvas.put(area, 0, columns.quotes, " QUOTES", dim);
    if let Some(common) = columns.common {
        let waits = library.common.is_empty();
        canvas.put(
            area,
            0,
            common,
            if waits { " WITH A…" } else { "  WITH A" },
            dim,
        );
    }
}

fn draw_item(
    canvas: &mut Canvas<'_>,
    state: &State,
    number: usize,
    here: bool,
    columns: &Columns,
    area: Area,
    line: usize,
) {
    let library = &state.library;
    let Some(item) = library.item(number) else {
        return;
    };
    let cursor = if here {
        Role::Cursor.into()
    } else {
        Roles::NONE
    };
    if here {
        canvas.put(area, line, 0, "▌", cursor);
    }
    if let Some(side) = library.picked(number) {
        let roles = Roles::from(Role::of(side)).with(Role::Key);
        canvas.put(area, line, 1, &side.letter().to_string(), roles);
    }
    if library.is_stored() && !item.is_read {
        canvas.put(area, line, 2, "•", Role::Key);
    }
    let room = columns.date.unwrap_or(columns.title) - columns.outlet - 2;
    canvas.put_short(area, line, columns.outlet, room, item.outlet(), cursor);
    let room = columns.title_end.saturating_sub(columns.title);
    match &item.content {
        Content::Waiting => {
            canvas.put(area, line, columns.title, "reading…", Role::Dim);
        }
        Content::Unreadable(why) => {
            let room = area.width.saturating_sub(columns.title + 1);
            canvas.put_short(area, line, columns.title, room, why, Role::Warning);
        }
        Content::Known(_) | Content::Read(_) => {
            if let (Some(column), Some(date)) = (columns.date, item.date()) {
                canvas.put_short(area, line, column, 10, date, Role::Dim);
            }
            let title = match item.copies {
                0 if item.copy_of.is_some() => format!("↳ {}", title(item)),
                0 => title(item),
                copies => format!("×{} {}", copies + 1, title(item)),
            };
            let title_area = area
                .split_left(columns.title + room)
                .0
                .split_left(columns.title)
                .1;
            made::draw_title(canvas, state, item, &title, cursor, title_area, line);
            draw_counts(canvas, library, number, item, columns, area, line);
        }
    }
}

/// The title; a lead sentence that stands for one is marked as such.
fn title(item: &Item) -> String {
    match item.title() {
        Some((title, TitleOrigin::Lead)) => format!("¶ {title}"),
        Some((title, TitleOrigin::Given | TitleOrigin::Headline)) => title.to_owned(),
        None => item.name().to_owned(),
    }
}

fn draw_counts(
    canvas: &mut Canvas<'_>,
    library: &Library,
    number: usize,
    item: &Item,
    columns: &Columns,
    area: Area,
    line: usize,
) {
    canvas.put(
        area,
        line,
        columns.words,
        &format!("{:>6}", item.words()),
        Role::Dim,
    );
    let quotes = item.quotes();
    let quotes = quotes.map_or_else(|| "…".to_owned(), |count| count.to_string());
    canvas.put(
        area,
        line,
        columns.quotes,
        &format!("{quotes:>7}"),
        Role::Dim,
    );
    let common = library.common.get(number).copied().flatten();
    if let (Some(column), Some(common)) = (columns.common, common) {
        let words = format!("{:>2.0}", common * 100.0);
        canvas.put(area, line, column + 1, &words, Roles::NONE);
        canvas.put(area, line, column + 4, bar(common), Role::Left);
    }
}

/// A share as a bar four columns long.
fn bar(share: f32) -> &'static str {
    match share {
        share if share >= 0.4 => "████",
        share if share >= 0.3 => "███",
        share if share >= 0.2 => "██",
        share if share >= 0.1 => "█",
        share if share >= 0.03 => "▌",
        _ => "",
    }
}

fn draw_preview(canvas: &mut Canvas<'_>, state: &State, item: &Item, area: Area) {
    let mut line = 0;
    let digest = match &item.content {
        Content::Waiting => {
            canvas.put(area, 0, 0, "reading…", Role::Dim);
            return;
        }
        Content::Known(_) => {
            draw_words(canvas, area, &mut line, &title(item), Role::Headline);
            made::draw_made(canvas, state, item, area, &mut line);
            return;
        }
        Content::Unreadable(why) => {
            draw_words(canvas, area, &mut line, item.name(), Role::Headline);
            draw_words(canvas, area, &mut line, why, Role::Warning);
            return;
        }
        Content::Read(digest) => digest,
    };
    let article = &digest.reading.article;
    if article.title.origin != TitleOrigin::Lead {
        draw_words(canvas, area, &mut line, &article.title.text, Role::Headline);
    }
    let label = &article.label;
    let known = [
        label.date.as_deref(),
        label.author.as_deref(),
        Some(label.path.as_str()),
    ];
    let known: Vec<&str> = known.into_iter().flatten().collect();
    draw_words(canvas, area, &mut line, &known.join(" · "), Role::Dim);
    made::draw_made(canvas, state, item, area, &mut line);
    let quoted = quoted(digest);
    if !quoted.is_empty() {
        line += 1;
        draw_words(
            canvas,
            area,
            &mut line,
            &format!("Quoted: {quoted}"),
            Role::Quote,
        );
    }
    let marked = Highlights::new(structure(article));
    let titled = article.title.origin == TitleOrigin::Headline;
    for block in &article.blocks {
        if titled && block.kind == crate::article::BlockKind::Headline {
            continue;
        }
        line += 1;
        let room = area.height.saturating_sub(line);
        for span in wrap(&article.text, block.span, area.width, 0).take(room) {
            canvas.put_line(area, line, &Line::text(span, 0), &article.text, &[&marked]);
            line += 1;
        }
        if line >= area.height {
            return;
        }
    }
}

/// Puts a few words of parallax's own, wrapped.
fn draw_words(canvas: &mut Canvas<'_>, area: Area, line: &mut usize, words: &str, role: Role) {
    for span in wrap(words, Span::new(0, words.len()), area.width, 0).take(4) {
        canvas.put(area, *line, 0, span.of(words), role);
        *line += 1;
    }
}

/// Who is quoted, and how often, the most often first.
fn quoted(digest: &Digest) -> String {
    let attributions = digest.cast.attributions.first();
    let sure = attributions
        .into_iter()
        .flatten()
        .filter(|one| one.is_sure());
    let mut counts = vec![0_usize; digest.cast.speakers.len()];
    for speaker in sure.filter_map(|one| one.speaker) {
        if let Some(count) = counts.get_mut(speaker) {
            *count += 1;
        }
    }
    let speakers = digest.cast.speakers.iter().zip(counts);
    let named: Vec<String> = speakers
        .filter(|(_, count)| *count > 0)
        .map(|(speaker, count)| format!("{} {count}", speaker.name))
        .collect();
    match named.split_at_checked(MOST_QUOTED) {
        Some((first, rest)) if !rest.is_empty() => {
            format!("{} and {} more", first.join(", "), rest.len())
        }
        _ => named.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_grows_with_the_share() {
        assert_eq!([0.0, 0.05, 0.15, 0.9].map(bar), ["", "▌", "█", "████"]);
    }
}
