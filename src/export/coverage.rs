//! What several articles tell, topic by topic.

mod table;
mod text;

use std::collections::BTreeMap;

use serde::Serialize;

use super::conflict::{ClaimForm, ConflictForm};
use super::json::{self, Source, VERSION, rounded, sentence_span};
use super::quotes::SpeakerForm;
use crate::coverage::{Cell, Coverage, Disagreement, Flag, LeftOut, Order, Row};
use crate::page::Labels;
use crate::quote::QuoteKind;
use crate::text::{Side, Span};

pub use table::{csv, markdown};
pub use text::{table, text};

#[derive(Serialize)]
struct Form<'a> {
    version: u32,
    articles: Vec<Source<'a>>,
    speakers: Vec<SpeakerForm<'a>>,
    topics: Vec<TopicForm<'a>>,
}

#[derive(Serialize)]
struct TopicForm<'a> {
    label: &'a str,
    place: f64,
    cells: Vec<CellForm<'a>>,
    flags: Vec<FlagForm>,
    conflicts: Vec<DisputeForm<'a>>,
    /// The same words that different people say.
    ascribed: Vec<Vec<AscribedForm<'a>>>,
    omissions: Vec<OmissionForm<'a>>,
    choices: Vec<ChoiceForm<'a>>,
}

#[derive(Serialize)]
struct CellForm<'a> {
    article: usize,
    sentences: Vec<Span>,
    words: usize,
    quotes: &'a [usize],
    strongest: Option<SaidForm<'a>>,
}

#[derive(Serialize)]
struct SaidForm<'a> {
    kind: QuoteKind,
    speakers: &'a [usize],
    cut: bool,
}

#[derive(Serialize)]
struct FlagForm {
    flag: &'static str,
    disagreement: bool,
    article: Option<usize>,
}

#[derive(Serialize)]
struct DisputeForm<'a> {
    #[serde(flatten)]
    conflict: ConflictForm<'a>,
    claims: Vec<OwnClaim<'a>>,
}

#[derive(Serialize)]
struct OwnClaim<'a> {
    article: usize,
    #[serde(flatten)]
    claim: ClaimForm<'a>,
}

#[derive(Serialize)]
struct OmissionForm<'a> {
    told_by: usize,
    also_told_by: &'a [usize],
    span: Span,
    missing_in: usize,
    beside: Span,
}

#[derive(Serialize)]
struct ChoiceForm<'a> {
    about: &'a str,
    wordings: Vec<WordingForm>,
}

/// Whose words they are in one article.
#[derive(Serialize)]
struct AscribedForm<'a> {
    article: usize,
    /// Numbers in `speakers`.
    speakers: &'a [usize],
}

#[derive(Serialize)]
struct WordingForm {
    article: usize,
    span: Span,
}

/// The topics, in `order`, each with its cells, flags and conflicts.
pub fn json(coverage: &Coverage, order: Order) -> String {
    let articles = coverage.readings.iter();
    json::line(&Form {
        version: VERSION,
        articles: articles.map(|one| Source::from(&one.article)).collect(),
        speakers: SpeakerForm::all(&coverage.cast),
        topics: rows(coverage, order)
            .map(|row| topic_form(coverage, row))
            .collect(),
    })
}

fn topic_form<'a>(coverage: &'a Coverage, row: &'a Row) -> TopicForm<'a> {
    let cells = row.cells.iter();
    let conflicts = row.conflicts.iter();
    let choices = row
        .choices
        .iter()
        .filter_map(|&one| coverage.choices.get(one));
    TopicForm {
        label: &row.label,
        place: rounded(row.place),
        cells: cells
            .map(|(&article, cell)| cell_form(coverage, article, cell))
            .collect(),
        flags: row.flags.iter().map(|&flag| flag_form(flag)).collect(),
        conflicts: conflicts.map(|one| dispute_form(coverage, one)).collect(),
        ascribed: row.ascribed.iter().map(ascribed_form).collect(),
        omissions: row
            .omissions
            .iter()
            .map(|one| omission_form(coverage, one))
            .collect(),
        choices: choices
            .map(|choice| ChoiceForm {
                about: &choice.about,
                wordings: choice
                    .wordings
                    .iter()
                    .map(|called| WordingForm {
                        article: called.article,
                        span: called.span,
                    })
                    .collect(),
            })
            .collect(),
    }
}

fn ascribed_form(quote: &BTreeMap<usize, Vec<usize>>) -> Vec<AscribedForm<'_>> {
    let each = quote.iter();
    each.map(|(&article, speakers)| AscribedForm { article, speakers })
        .collect()
}

fn cell_form<'a>(coverage: &Coverage, article: usize, cell: &'a Cell) -> CellForm<'a> {
    let reading = coverage.reading(article);
    let sentences = cell.sentences.iter();
    CellForm {
        article,
        sentences: sentences
            .filter_map(|&sentence| Some(sentence_span(reading?, sentence)))
            .collect(),
        words: cell.words,
        quotes: &cell.quotes,
        strongest: cell.said.as_ref().map(|said| SaidForm {
            kind: said.kind,
            speakers: &said.speakers,
            cut: said.cut,
        }),
    }
}

fn flag_form(flag: Flag) -> FlagForm {
    let (word, article) = match flag {
        Flag::Disputed(kind) => (kind.word(), None),
        Flag::Ascribed => ("speaker", None),
        Flag::Quote => ("quote", None),
        Flag::Word => ("word", None),
        Flag::Only(article) => ("only", Some(article)),
        Flag::Omits(article) => ("omits", Some(article)),
    };
    FlagForm {
        flag: word,
        disagreement: flag.is_disagreement(),
        article,
    }
}

fn dispute_form<'a>(coverage: &Coverage, one: &'a Disagreement) -> DisputeForm<'a> {
    let claim = |side: Side| {
        let article = *one.articles.get(side);
        OwnClaim {
            article,
            claim: ClaimForm::new(&one.conflict, side, coverage.reading(article)),
        }
    };
    DisputeForm {
        conflict: ConflictForm::from(&one.conflict),
        claims: Side::BOTH.into_iter().map(claim).collect(),
    }
}

fn omission_form<'a>(coverage: &Coverage, one: &'a LeftOut) -> OmissionForm<'a> {
    let beside = coverage.reading(one.missing_in);
    let beside = beside.map(|reading| sentence_span(reading, one.part.beside));
    OmissionForm {
        told_by: one.told_by,
        also_told_by: &one.also_told_by,
        span: one.part.span,
        missing_in: one.missing_in,
        beside: beside.unwrap_or_default(),
    }
}

fn rows(coverage: &Coverage, order: Order) -> impl Iterator<Item = &Row> {
    let rows = coverage.order(order).into_iter();
    rows.filter_map(|row| coverage.rows.get(row))
}

/// What the articles are called in columns for which there is so much `room`.
fn labels(coverage: &Coverage, room: usize) -> Labels {
    let articles = coverage.readings.iter();
    let outlets: Vec<&str> = articles.map(|one| one.article.label.outlet()).collect();
    Labels::new(&outlets, room, NARROWEST)
}

/// The columns that the widest cell takes.
const NARROWEST: usize = 6;
