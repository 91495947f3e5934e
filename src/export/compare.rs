//! Two articles side by side.

mod choices;
mod conflicts;
mod marks;
mod omissions;
mod text;

use serde::Serialize;

use super::json::{self, Source, VERSION, rounded, sentence_span, sentence_spans};
use super::quotes::{ArticleQuotes, QuoteForm, SpeakerForm};
use crate::comparison::{Comparison, Order, Pointer, Row};
use crate::difference::{Difference, Nearness};
use crate::echo::{Paraphrase, QuotePlace};
use crate::text::{Side, Span};

use conflicts::Disputed;
pub use text::text;

#[derive(Serialize)]
struct Form<'a> {
    version: u32,
    a: Source<'a>,
    b: Source<'a>,
    rows: Vec<RowForm<'a>>,
    conflicts: Vec<Disputed<'a>>,
    speakers: Vec<SpeakerForm<'a>>,
    quotes_a: Vec<QuoteForm<'a>>,
    quotes_b: Vec<QuoteForm<'a>>,
    paraphrases: Vec<ParaphraseForm>,
    omissions: Vec<omissions::OmissionForm<'a>>,
    choices: Vec<choices::ChoiceForm<'a>>,
}

#[derive(Serialize)]
struct ParaphraseForm {
    quoted: PlaceForm,
    told: Vec<TellingForm>,
}

#[derive(Serialize)]
struct PlaceForm {
    side: &'static str,
    quote: usize,
}

#[derive(Serialize)]
struct TellingForm {
    #[serde(flatten)]
    place: PlaceForm,
    score: f64,
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
    moved_a: &'a [Span],
    moved_b: &'a [Span],
}

#[derive(Serialize)]
struct PointerForm {
    from: &'static str,
    sentence: Span,
    row: usize,
    other: Span,
    score: f64,
}

/// The rows, in `order`, each with its sentences, differences and pointers; what they disagree on; what either leaves out,
/// and their different words for one thing; the quotes of both, and what one tells of what the other quotes.
pub fn json(comparison: &Comparison, order: Order) -> String {
    let readings = comparison.readings.as_ref();
    let left = ArticleQuotes::new(readings.left, &comparison.cast, 0);
    let right = ArticleQuotes::new(readings.right, &comparison.cast, 1);
    let rows = comparison.order(order).into_iter();
    json::line(&Form {
        version: VERSION,
        a: Source::from(&readings.left.article),
        b: Source::from(&readings.right.article),
        rows: rows
            .filter_map(|id| Some(row_form(comparison, id, comparison.rows.get(id)?)))
            .collect(),
        conflicts: conflicts::forms(comparison),
        speakers: SpeakerForm::all(&comparison.cast),
        quotes_a: left.quote_forms(),
        quotes_b: right.quote_forms(),
        paraphrases: comparison.paraphrases.iter().map(paraphrase_form).collect(),
        omissions: omissions::forms(comparison),
        choices: choices::forms(comparison),
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

fn paraphrase_form(paraphrase: &Paraphrase) -> ParaphraseForm {
    let form = |QuotePlace { article, quote }| PlaceForm {
        side: if article == 0 { "a" } else { "b" },
        quote,
    };
    let told = paraphrase.told.iter().map(|telling| TellingForm {
        place: form(telling.place),
        score: rounded(telling.score),
    });
    ParaphraseForm {
        quoted: form(paraphrase.quoted),
        told: told.collect(),
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
        moved_a: &difference.moved.left,
        moved_b: &difference.moved.right,
    }
}

fn pointer_form(comparison: &Comparison, pointer: &Pointer) -> PointerForm {
    let span = |side: Side, number| sentence_span(comparison.readings.get(side), number);
    PointerForm {
        from: letter(pointer.from),
        sentence: span(pointer.from, pointer.sentence),
        row: pointer.row,
        other: span(pointer.from.other(), pointer.other),
        score: rounded(pointer.score),
    }
}

fn letter(side: Side) -> &'static str {
    match side {
        Side::Left => "a",
        Side::Right => "b",
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
