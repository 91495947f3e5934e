//! Quotes by speaker: beside a text, and of all articles.

use super::canvas::{Canvas, width};
use crate::echo::Echoed;
use crate::page::{Highlights, Line, Role, Roles, wrap};
use crate::quote::{Quote, QuoteKind};
use crate::screen::desk::{Desk, Sidebar};
use crate::screen::layout::{self, Area, Frame};
use crate::screen::quotes::{Entry, Group, QuoteList, Quoted, Whose};
use crate::screen::state::{AllQuotes, State};
use crate::speaker::Attribution;
use crate::text::{Side, Span};

/// How the articles of a list are told apart.
enum Naming {
    /// There is only one.
    Alone,
    /// A and B.
    Sides,
    /// By outlet, so many columns wide.
    Outlets(Vec<String>, usize),
}

/// The quotes of all articles, on a screen of their own.
pub(super) fn draw_all(canvas: &mut Canvas<'_>, state: &State, quotes: &AllQuotes, frame: Frame) {
    let column = canvas.put(frame.header, 0, 1, "Quotes", Role::Headline) + 1;
    let Some(list) = &quotes.list else {
        canvas.put(frame.body, 1, 3, "gathering who speaks…", Role::Dim);
        return;
    };
    let count = format!("of {} articles", quotes.items.len());
    canvas.put(frame.header, 0, column, &count, Role::Dim);
    let items = quotes
        .items
        .iter()
        .filter_map(|&item| state.library.item(item));
    let outlets: Vec<String> = items.map(|item| item.outlet().to_owned()).collect();
    let widest = outlets.iter().map(|outlet| width(outlet)).max();
    let naming = Naming::Outlets(outlets, widest.unwrap_or_default().min(14));
    let areas = layout::quotes(frame.body);
    draw_head(canvas, list, "", areas.head);
    draw_list(canvas, list, &naming, true, areas.list);
    let beside = areas.detail.x > areas.list.x;
    if beside {
        canvas.rule_down(areas.detail);
    } else {
        canvas.rule_across(areas.detail, 0);
    }
    draw_detail(canvas, list, areas.detail.split_top(1).1.split_left(2).1);
}

/// The quotes beside a text, when they are open.
pub(super) fn draw_sidebar(canvas: &mut Canvas<'_>, desk: &Desk, body: Area) {
    let areas = layout::text(body, desk.sidebar != Sidebar::Closed);
    let Some(area) = areas.sidebar else { return };
    canvas.clear(area);
    canvas.rule_down(area);
    let naming = if desk.readings.len() > 1 {
        Naming::Sides
    } else {
        Naming::Alone
    };
    let areas = layout::sidebar(area.split_left(1).1);
    let focused = desk.sidebar == Sidebar::Focused;
    draw_head(canvas, &desk.quotes, "Quotes ", areas.head);
    draw_list(canvas, &desk.quotes, &naming, focused, areas.list);
    canvas.rule_across(areas.detail, 0);
    let detail = areas.detail.split_top(1).1.split_left(1).1;
    draw_detail(canvas, &desk.quotes, detail);
}

fn draw_head(canvas: &mut Canvas<'_>, list: &QuoteList, title: &str, area: Area) {
    let sorting = if list.filter().is_empty() {
        "by speaker".to_owned()
    } else {
        format!("of speakers like {}", list.filter())
    };
    let column = canvas.put(area, 0, 1, title, Role::Headline);
    canvas.put(area, 0, column, &sorting, Role::Dim);
}

fn draw_list(
    canvas: &mut Canvas<'_>,
    list: &QuoteList,
    naming: &Naming,
    focused: bool,
    area: Area,
) {
    if list.entries().is_empty() {
        canvas.put(area, 0, 1, "no speaker matches", Role::Dim);
    }
    let shown = list.entries().iter().enumerate().skip(list.top);
    for (line, (number, entry)) in shown.take(area.height).enumerate() {
        match entry {
            Entry::Speaker(group) => draw_speaker(canvas, list, *group, naming, area, line),
            Entry::Aliases(group) => {
                let names = list
                    .group(*group)
                    .map(|group| list.aliases(group).join(", "));
                let words = format!("aka {}", names.unwrap_or_default());
                let room = area.width.saturating_sub(4);
                canvas.put_short(area, line, 3, room, &words, Role::Dim);
            }
            Entry::Quote(quoted) => {
                if list.cursor_entry() == Some(number) {
                    let mark = if focused { "▌" } else { "│" };
                    canvas.put(area, line, 0, mark, Role::Cursor);
                }
                draw_quote(canvas, list, *quoted, naming, area, line);
            }
            Entry::Gap => (),
        }
    }
}

fn draw_speaker(
    canvas: &mut Canvas<'_>,
    list: &QuoteList,
    group: usize,
    naming: &Naming,
    area: Area,
    line: usize,
) {
    let Some(group) = list.group(group) else {
        return;
    };
    let (name, role) = match group.whose {
        Whose::Speaker(number) => match list.speaker(number) {
            Some(speaker) => (speaker.name.as_str(), speaker.role.as_deref()),
            None => return,
        },
        Whose::Perhaps => ("perhaps", Some("doubtful, not counted")),
        Whose::Nobody => ("unresolved", Some("the text does not say")),
    };
    let end = draw_group_counts(canvas, group, naming, area, line);
    let room = end.saturating_sub(2);
    let column = canvas.put_short(area, line, 1, room, name, Role::Headline) + 1;
    if let Some(role) = role
        && column + width(role) < end
    {
        canvas.put(area, line, column, role, Role::Dim);
    }
}

/// Puts how many quotes a speaker has at the end of the line, and gives the column before.
fn draw_group_counts(
    canvas: &mut Canvas<'_>,
    group: &Group,
    naming: &Naming,
    area: Area,
    line: usize,
) -> usize {
    if group.whose == Whose::Perhaps {
        return area.width;
    }
    let inner = area.split_right(1).0;
    let total = group.quotes.len();
    match naming {
        Naming::Alone => canvas.put_right(inner, line, &total.to_string(), Roles::NONE),
        Naming::Sides => {
            let mut end = inner;
            for side in Side::BOTH.into_iter().rev() {
                let count = group.counts.get(side as usize).copied().unwrap_or_default();
                let words = format!("{}{count}", side.letter());
                let column = canvas.put_right(end, line, &words, Role::of(side));
                end = end.split_left(column.saturating_sub(1)).0;
            }
            end.width
        }
        Naming::Outlets(..) => {
            let articles = group.counts.iter().filter(|&&count| count > 0).count();
            let plural = if articles == 1 { "" } else { "s" };
            let words = format!("{total} in {articles} article{plural}");
            canvas.put_right(inner, line, &words, Roles::NONE)
        }
    }
}

fn draw_quote(
    canvas: &mut Canvas<'_>,
    list: &QuoteList,
    quoted: Quoted,
    naming: &Naming,
    area: Area,
    line: usize,
) {
    let Some((quote, text)) = find(list, quoted) else {
        return;
    };
    let kind = match quote.kind {
        QuoteKind::Direct => "d",
        QuoteKind::Mixed => "m",
        QuoteKind::Indirect => "i",
    };
    let sure = list.attribution(quoted).is_none_or(Attribution::is_sure);
    let unsure = quote.damaged || !sure;
    let mut column = canvas.put(area, line, 1, kind, Role::Dim);
    column = canvas.put(
        area,
        line,
        column,
        if unsure { "?" } else { " " },
        Role::Warning,
    );
    match naming {
        Naming::Alone => (),
        Naming::Sides => {
            if let Some(&side) = Side::BOTH.get(quoted.article) {
                column = canvas.put(
                    area,
                    line,
                    column,
                    &side.letter().to_string(),
                    Role::of(side),
                );
                column += 1;
            }
        }
        Naming::Outlets(outlets, room) => {
            let outlet = outlets.get(quoted.article).map_or("", String::as_str);
            canvas.put_short(area, line, column, *room, outlet, Role::Dim);
            column += room + 1;
        }
    }
    if !matches!(naming, Naming::Alone) {
        let sign = list.echoed(quoted).map_or(' ', Echoed::sign);
        column = canvas.put(area, line, column, &sign.to_string(), Role::Dim) + 1;
    }
    if let Some(perhaps) = perhaps(list, quoted) {
        column = canvas.put(area, line, column, &format!("{perhaps}: "), Role::Warning);
    }
    for (words, role) in quoted_first(quote, text) {
        let room = area.width.saturating_sub(column + 1);
        column = canvas.put_short(area, line, column, room, &words, role) + 1;
    }
}

/// The doubtful speaker of a quote.
fn perhaps(list: &QuoteList, quoted: Quoted) -> Option<String> {
    let attribution = list.attribution(quoted)?;
    let speaker = list.speaker(attribution.speaker?)?;
    (!attribution.is_sure()).then(|| format!("perhaps {}", speaker.name))
}

fn find(list: &QuoteList, quoted: Quoted) -> Option<(&Quote, &str)> {
    let reading = list.readings.get(quoted.article)?;
    let quote = reading.quotes.get(quoted.quote)?;
    Some((quote, reading.article.text.as_str()))
}

/// The words in quotation marks, then the reporter's clause around them; of an indirect quote all as it is.
pub(super) fn quoted_first(quote: &Quote, text: &str) -> Vec<(String, Roles)> {
    if quote.quoted.is_empty() {
        return vec![(quote.text(text), Roles::NONE)];
    }
    let inside = |span: &Span| span.of(text).trim_end_matches([',', ' ']);
    let quoted: Vec<&str> = quote.quoted.iter().map(inside).collect();
    let mut all = vec![(format!("“{}”", quoted.join(" … ")), Role::Quote.into())];
    let mut clause = Vec::new();
    for part in &quote.parts {
        let mut at = part.start;
        for run in quote.quoted.iter().filter(|run| part.contains(**run)) {
            clause.push(Span::new(at.min(run.start), run.start));
            at = run.end;
        }
        clause.push(Span::new(at.min(part.end), part.end));
    }
    let outside = |letter: char| !letter.is_alphanumeric();
    let words: Vec<&str> = clause
        .into_iter()
        .map(|span| span.of(text).trim_matches(outside))
        .filter(|words| !words.is_empty())
        .collect();
    if !words.is_empty() {
        all.push((words.join(" … "), Role::Clause.into()));
    }
    all
}

/// All of the quote under the cursor, and why it is whose it is.
fn draw_detail(canvas: &mut Canvas<'_>, list: &QuoteList, area: Area) {
    let Some(quoted) = list.here() else { return };
    let Some((quote, text)) = find(list, quoted) else {
        return;
    };
    let inner = area.split_right(1).0;
    let attribution = list.attribution(quoted);
    let mut reason = attribution.map_or_else(String::new, |one| one.reason.clone());
    if let Some(one) = attribution.filter(|one| one.speaker.is_some()) {
        reason = format!("{reason} ({:.0} % sure)", one.confidence * 100.0);
    }
    if quote.damaged {
        reason.push_str("; a quotation mark was missing");
    }
    let reason = reason.trim_start_matches([';', ' ']).to_owned();
    let why: Vec<Span> = wrap(&reason, Span::new(0, reason.len()), inner.width, 0)
        .take(3)
        .collect();
    let (quote_area, reason_area) = inner.split_bottom(why.len());
    for (line, span) in why.into_iter().enumerate() {
        canvas.put(reason_area, line, 0, span.of(&reason), Role::Dim);
    }
    let (mut all, mut marks) = (String::new(), Vec::new());
    for (words, roles) in quoted_first(quote, text) {
        if !all.is_empty() {
            all.push_str("  ");
        }
        marks.push((Span::new(all.len(), all.len() + words.len()), roles));
        all.push_str(&words);
    }
    let marked = Highlights::new(marks);
    let lines = wrap(&all, Span::new(0, all.len()), quote_area.width, 0);
    for (line, span) in lines.take(quote_area.height).enumerate() {
        canvas.put_line(quote_area, line, &Line::text(span, 0), &all, &[&marked]);
    }
}
