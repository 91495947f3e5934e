use crate::article::TitleOrigin;
use crate::page::{Line, Role, wrap};
use crate::screen::layout::Area;
use crate::screen::quotes::{NOBODY_NAMED, QuoteList, Said, speaker_of};
use crate::screen::view::canvas::Canvas;
use crate::text::Span;

/// Says who says the quote under the cursor, and where; gives how many lines that takes.
pub(super) fn draw_source(canvas: &mut Canvas<'_>, list: &QuoteList, area: Area) -> usize {
    let Some(quoted) = list.here() else { return 0 };
    let Some(reading) = list.readings.get(quoted.article) else {
        return 0;
    };
    let article = &reading.article;
    let inner = area.split_right(1).0;
    let speaker = speaker_of(list.cast(), quoted);
    let speaker = speaker.unwrap_or_else(|| NOBODY_NAMED.to_owned());
    canvas.put_short(inner, 0, 0, inner.width, &speaker, Role::Headline);
    let title = match article.title.origin {
        TitleOrigin::Lead => format!("¶ {}", article.title.text),
        TitleOrigin::Given | TitleOrigin::Headline => article.title.text.clone(),
    };
    let date = article.label.date.as_deref();
    let known = [Some(article.label.outlet()), date, Some(title.as_str())];
    let known: Vec<&str> = known.into_iter().flatten().collect();
    let known = known.join(" · ");
    // Two lines, and a blank one below, where that does not cost the quote its own.
    let most = if area.height > 8 { 2 } else { 1 };
    let lines = wrap(&known, Span::new(0, known.len()), inner.width, 0).take(most - 1);
    let first: Vec<Span> = lines.collect();
    let rest = first.last().map_or(0, |line| line.end);
    for (line, span) in first.iter().enumerate() {
        canvas.put(inner, 1 + line, 0, span.of(&known), Role::Dim);
    }
    let rest = known.get(rest..).unwrap_or_default().trim_start();
    canvas.put_short(inner, 1 + first.len(), 0, inner.width, rest, Role::Dim);
    match (most, rest.is_empty()) {
        (1, _) => 2,
        (_, true) => 3,
        (_, false) => 4,
    }
}

/// All of the quote under the cursor, what others make of it in their own words, and why it is whose it is.
pub(super) fn draw_detail(canvas: &mut Canvas<'_>, list: &QuoteList, area: Area) {
    let Some(quoted) = list.here() else { return };
    let inner = area.split_right(1).0;
    let reason = list.reason(quoted);
    // The words come first: where there is little room, the reason is cut before they are.
    let most = (inner.height / 3).clamp(1, 3);
    let why: Vec<Span> = wrap(&reason, Span::new(0, reason.len()), inner.width, 0)
        .take(most)
        .collect();
    let (quote_area, reason_area) = inner.split_bottom(why.len());
    for (line, span) in why.into_iter().enumerate() {
        canvas.put(reason_area, line, 0, span.of(&reason), Role::Dim);
    }
    let taken = draw_said(canvas, list, &list.words(quoted), quote_area);
    draw_said(
        canvas,
        list,
        &list.retold(quoted),
        quote_area.split_top(taken).1,
    );
}

/// As much of some words as fits; gives how many lines that takes.
fn draw_said(canvas: &mut Canvas<'_>, list: &QuoteList, said: &Said, area: Area) -> usize {
    if area.height == 0 {
        return 0;
    }
    let marked = said.marked(&list.sift.words);
    let (lines, cut) = said.lines(area.width, area.height);
    for (line, span) in lines.iter().enumerate() {
        let whole = Line::text(*span, 0);
        canvas.put_line(area, line, &whole, &said.text, &[&marked]);
    }
    if let (true, Some(last)) = (cut, lines.last()) {
        let column = crate::screen::view::canvas::width(last.of(&said.text));
        canvas.put(area, lines.len() - 1, column, "…", Role::Dim);
    }
    lines.len()
}
