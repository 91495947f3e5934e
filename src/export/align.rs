//! Which sentences of two articles belong side by side.

use serde::Serialize;

use super::Sheet;
use super::json::{self, Source, VERSION, rounded, sentence_spans};
use crate::alignment::{Alignment, Link, Passage};
use crate::reading::Reading;
use crate::text::{Pair, Side, Span};

#[derive(Serialize)]
struct Form<'a> {
    version: u32,
    a: Source<'a>,
    b: Source<'a>,
    threshold: f64,
    links: Vec<LinkForm>,
    passages: Vec<PassageForm<'a>>,
    only_a: Vec<Span>,
    only_b: Vec<Span>,
}

#[derive(Serialize)]
struct LinkForm {
    a: Span,
    b: Span,
    score: f64,
}

#[derive(Serialize)]
struct PassageForm<'a> {
    a: Vec<Span>,
    b: Vec<Span>,
    score: f64,
    topic: &'a str,
}

/// The links at or above the alignment's threshold, all of them with `weak_too`; and the passages grown from them.
pub fn json(readings: Pair<&Reading>, alignment: &Alignment, weak_too: bool) -> String {
    let alone = alone(readings, alignment);
    json::line(&Form {
        version: VERSION,
        a: Source::from(&readings.left.article),
        b: Source::from(&readings.right.article),
        threshold: rounded(alignment.threshold),
        links: shown_links(alignment, weak_too)
            .map(|link| {
                let spans = link_spans(readings, link);
                LinkForm {
                    a: spans.left,
                    b: spans.right,
                    score: rounded(link.score),
                }
            })
            .collect(),
        passages: alignment
            .passages
            .iter()
            .map(|passage| passage_form(readings, passage))
            .collect(),
        only_a: alone.left,
        only_b: alone.right,
    })
}

fn passage_form<'a>(readings: Pair<&Reading>, passage: &'a Passage) -> PassageForm<'a> {
    PassageForm {
        a: sentence_spans(readings.left, &passage.sentences.left),
        b: sentence_spans(readings.right, &passage.sentences.right),
        score: rounded(passage.score),
        topic: &passage.topic,
    }
}

fn shown_links(alignment: &Alignment, weak_too: bool) -> impl Iterator<Item = &Link> {
    let strong = move |link: &&Link| weak_too || link.score >= alignment.threshold;
    alignment.links.iter().filter(strong)
}

fn link_spans(readings: Pair<&Reading>, link: &Link) -> Pair<Span> {
    readings.zip(link.sentences).map(|(reading, number)| {
        let sentence = reading.sentences.get(number);
        sentence.map(|sentence| sentence.span).unwrap_or_default()
    })
}

/// The sentences of each side that stand in no passage.
fn alone(readings: Pair<&Reading>, alignment: &Alignment) -> Pair<Vec<Span>> {
    Pair::new(Side::Left, Side::Right)
        .zip(readings)
        .map(|(side, reading)| {
            let mut linked = vec![false; reading.sentences.len()];
            for passage in &alignment.passages {
                let inside = linked.get_mut(passage.sentences.get(side).clone());
                inside.unwrap_or_default().fill(true);
            }
            let sentences = reading.sentences.iter().zip(linked);
            sentences
                .filter(|(_, linked)| !linked)
                .map(|(sentence, _)| sentence.span)
                .collect()
        })
}

/// The links, strongest first, each with its two sentences.
pub fn text(readings: Pair<&Reading>, alignment: &Alignment, weak_too: bool) -> Sheet {
    let mut links: Vec<&Link> = shown_links(alignment, weak_too).collect();
    links.sort_by(|one, other| other.score.total_cmp(&one.score));
    let mut sheet = Sheet::new();
    for link in links {
        let spans = link_spans(readings, link);
        sheet.line(format!(
            "{:.2}  {}",
            link.score,
            spans.left.of(&readings.left.article.text)
        ));
        sheet.line(format!(
            "      {}",
            spans.right.of(&readings.right.article.text)
        ));
        sheet.gap();
    }
    sheet
}
