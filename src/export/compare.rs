//! Two articles side by side.

use serde::Serialize;

use super::Sheet;
use super::columns::Columns;
use super::json::{self, Source, VERSION, rounded, sentence_spans};
use super::quotes::{QuoteForm, SpeakerForm, Told};
use crate::comparison::{Comparison, Order, Pointer, Row};
use crate::difference::{Difference, LightSort, Nearness};
use crate::page::numbers;
use crate::reading::Reading;
use crate::text::{Pair, Side, Span};

#[derive(Serialize)]
struct Form<'a> {
    version: u32,
    a: Source<'a>,
    b: Source<'a>,
    rows: Vec<RowForm<'a>>,
    speakers: Vec<SpeakerForm<'a>>,
    quotes_a: Vec<QuoteForm<'a>>,
    quotes_b: Vec<QuoteForm<'a>>,
}

#[derive(Serialize)]
struct RowForm<'a> {
    id: usize,
    kind: &'static str,
    a: Vec<Span>,
    b: Vec<Span>,
    score: Option<f64>,
    topic: &'a str,
    difference: Option<DifferenceForm<'a>>,
    pointers: Vec<PointerForm>,
}

#[derive(Serialize)]
struct DifferenceForm<'a> {
    nearness: &'static str,
    limited: bool,
    only_a: &'a [Span],
    only_b: &'a [Span],
    shared_a: &'a [Span],
    shared_b: &'a [Span],
}

#[derive(Serialize)]
struct PointerForm {
    from: &'static str,
    sentence: Span,
    row: usize,
    other: Span,
    score: f64,
}

/// The rows, in `order`, each with its sentences, differences and pointers; and the quotes of both.
pub fn json(comparison: &Comparison, order: Order) -> String {
    let readings = comparison.readings.as_ref();
    let left = Told::new(readings.left, &comparison.cast, 0);
    let right = Told::new(readings.right, &comparison.cast, 1);
    let rows = comparison.order(order).into_iter();
    json::line(&Form {
        version: VERSION,
        a: Source::from(&readings.left.article),
        b: Source::from(&readings.right.article),
        rows: rows
            .filter_map(|id| Some(row_form(comparison, id, comparison.rows.get(id)?)))
            .collect(),
        speakers: SpeakerForm::all(&comparison.cast),
        quotes_a: left.quote_forms(),
        quotes_b: right.quote_forms(),
    })
}

fn row_form<'a>(comparison: &Comparison, id: usize, row: &'a Row) -> RowForm<'a> {
    let readings = comparison.readings.as_ref();
    RowForm {
        id,
        kind: match row.only() {
            None => "both",
            Some(Side::Left) => "only_a",
            Some(Side::Right) => "only_b",
        },
        a: sentence_spans(readings.left, &row.sentences.left),
        b: sentence_spans(readings.right, &row.sentences.right),
        score: row.score.map(rounded),
        topic: &row.topic,
        difference: row.difference.as_ref().map(difference_form),
        pointers: row
            .pointers
            .iter()
            .map(|pointer| pointer_form(comparison, pointer))
            .collect(),
    }
}

fn difference_form(difference: &Difference) -> DifferenceForm<'_> {
    DifferenceForm {
        nearness: match difference.nearness {
            Nearness::NearCopy => "near-copy",
            Nearness::Reworded => "reworded",
            Nearness::Paraphrase => "paraphrase",
        },
        limited: difference.limited,
        only_a: &difference.differing.left,
        only_b: &difference.differing.right,
        shared_a: &difference.shared.left,
        shared_b: &difference.shared.right,
    }
}

fn pointer_form(comparison: &Comparison, pointer: &Pointer) -> PointerForm {
    let span = |side: Side, number: usize| {
        let sentences = &comparison.readings.get(side).sentences;
        sentences
            .get(number)
            .map(|sentence| sentence.span)
            .unwrap_or_default()
    };
    PointerForm {
        from: match pointer.from {
            Side::Left => "a",
            Side::Right => "b",
        },
        sentence: span(pointer.from, pointer.sentence),
        row: pointer.row,
        other: span(pointer.from.other(), pointer.other),
        score: rounded(pointer.score),
    }
}

/// Whether the articles differ at all: a passage that only one has, or words that only one has in a passage of both.
pub fn differs(comparison: &Comparison) -> bool {
    comparison.rows.iter().any(|row| {
        let words = row
            .difference
            .as_ref()
            .map(|difference| difference.differing.as_ref());
        row.only().is_some()
            || words.is_some_and(|words| words.into_iter().any(|spans| !spans.is_empty()))
    })
}

/// The rows in two columns, `width` wide together. What differs and is worth lighting stands between `[-` and `-]` on
/// the left, between `{+` and `+}` on the right.
pub fn text(comparison: &Comparison, order: Order, width: usize) -> Sheet {
    let mut sheet = Sheet::new();
    let columns = Columns::within(width);
    let order = comparison.order(order);
    let numbers = numbers(comparison, &order);
    let heads = comparison.readings.as_ref().sides().map(|(side, reading)| {
        let article = &reading.article;
        format!(
            "{} {}: {}",
            side.letter(),
            article.label.outlet(),
            article.title.text
        )
    });
    let [left, right] = &heads;
    columns.add(&mut sheet, Pair::new(left, right));
    for row in order
        .iter()
        .filter_map(|&number| comparison.rows.get(number).map(|row| (number, row)))
    {
        sheet.gap();
        add_row(&mut sheet, &columns, comparison, &numbers, row);
    }
    sheet
}

fn add_row(
    sheet: &mut Sheet,
    columns: &Columns,
    comparison: &Comparison,
    numbers: &[Option<usize>],
    (id, row): (usize, &Row),
) {
    let number_of = |row: usize| numbers.get(row).copied().flatten();
    if let (Some(number), Some(score)) = (number_of(id), row.score) {
        sheet.line(format!("── {number} · {} · {score:.2} ──", row.topic));
    }
    let texts = Pair::new(Side::Left, Side::Right).map(|side| {
        let pointers = row.pointers.iter().filter(|pointer| pointer.from == side);
        let mut rows: Vec<usize> = pointers
            .filter_map(|pointer| number_of(pointer.row))
            .collect();
        rows.sort_unstable();
        rows.dedup();
        passage(comparison, row, side) + &pointed(&rows)
    });
    columns.add(sheet, texts.as_ref().map(String::as_str));
}

fn pointed(rows: &[usize]) -> String {
    let numbers: Vec<String> = rows.iter().map(ToString::to_string).collect();
    match rows.len() {
        0 => String::new(),
        1 => format!(" ↷ row {}", numbers.join("")),
        _ => format!(" ↷ rows {}", numbers.join(", ")),
    }
}

/// The words of one side of a row, with signs around what only this side has.
fn passage(comparison: &Comparison, row: &Row, side: Side) -> String {
    let reading: &Reading = comparison.readings.get(side);
    let lights = row
        .difference
        .as_ref()
        .map(|difference| difference.lights(side));
    let differing: Vec<Span> = lights
        .into_iter()
        .flatten()
        .filter(|light| light.sort == LightSort::Differing)
        .map(|light| light.span)
        .collect();
    let sentences = sentence_spans(reading, row.sentences.get(side));
    let marked: Vec<String> = sentences
        .iter()
        .map(|&sentence| marked(&reading.article.text, sentence, &differing, side))
        .collect();
    marked.join(" ")
}

fn marked(text: &str, sentence: Span, differing: &[Span], side: Side) -> String {
    // The word joiner keeps a line from breaking after the hyphen; it is not printed.
    let (open, close) = match side {
        Side::Left => ("[-\u{2060}", "-]"),
        Side::Right => ("{+", "+}"),
    };
    let mut marked = String::new();
    let mut at = sentence.start;
    for span in differing.iter().filter_map(|span| span.shared(sentence)) {
        marked.push_str(Span::new(at.min(span.start), span.start).of(text));
        marked.push_str(open);
        marked.push_str(span.of(text));
        marked.push_str(close);
        at = span.end;
    }
    marked.push_str(Span::new(at.min(sentence.end), sentence.end).of(text));
    marked
}
