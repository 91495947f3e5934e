//! Which sentences of two articles belong side by side.

use serde::Serialize;

use super::Sheet;
use super::json::{self, Source, VERSION, rounded, sentence_spans};
use crate::alignment::{Alignment, Couple, Passage, told_again};
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
    /// Whether a stronger passage has some of its sentences.
    again: bool,
}

/// The links at or above the alignment's threshold, all of them with `weak_too`; and the passages grown from them.
pub fn json(couple: &Couple<'_>, alignment: &Alignment, weak_too: bool) -> String {
    let readings = couple.readings;
    let again = told_again(couple, alignment);
    let alone = alone(readings, [&alignment.passages, &again]);
    json::line(&Form {
        version: VERSION,
        a: Source::from(&readings.left.article),
        b: Source::from(&readings.right.article),
        threshold: rounded(alignment.threshold),
        links: shown_links(readings, alignment, weak_too)
            .into_iter()
            .map(|(spans, score)| LinkForm {
                a: spans.left,
                b: spans.right,
                score: rounded(score),
            })
            .collect(),
        passages: passages(readings, &alignment.passages, &again),
        only_a: alone.left,
        only_b: alone.right,
    })
}

fn passages<'a>(
    readings: Pair<&Reading>,
    first: &'a [Passage],
    again: &'a [Passage],
) -> Vec<PassageForm<'a>> {
    let form = |passage: &'a Passage, again: bool| PassageForm {
        a: sentence_spans(readings.left, &passage.sentences.left),
        b: sentence_spans(readings.right, &passage.sentences.right),
        score: rounded(passage.score),
        topic: &passage.topic,
        again,
    };
    let first = first.iter().map(|one| form(one, false));
    let again = again.iter().map(|one| form(one, true));
    first.chain(again).collect()
}

/// The links with where their sentences stand, those of headlines last.
fn shown_links(
    readings: Pair<&Reading>,
    alignment: &Alignment,
    weak_too: bool,
) -> Vec<(Pair<Span>, f32)> {
    let links = alignment.links.iter();
    let links = links.map(|link| (link.sentences.map(Some), link.score));
    let headlines = alignment.headlines.iter();
    let headlines = headlines.map(|link| (link.sentences, link.score));
    links
        .chain(headlines)
        .filter(|&(_, score)| weak_too || score >= alignment.threshold)
        .map(|(sentences, score)| (spans(readings, sentences), score))
        .collect()
}

fn spans(readings: Pair<&Reading>, sentences: Pair<Option<usize>>) -> Pair<Span> {
    readings.zip(sentences).map(|(reading, number)| {
        let span = match number {
            Some(number) => reading.sentences.get(number).map(|one| one.span),
            None => reading.article.headline(),
        };
        span.unwrap_or_default()
    })
}

/// The sentences of each side that stand in no passage.
fn alone(readings: Pair<&Reading>, passages: [&[Passage]; 2]) -> Pair<Vec<Span>> {
    Pair::new(Side::Left, Side::Right)
        .zip(readings)
        .map(|(side, reading)| {
            let mut linked = vec![false; reading.sentences.len()];
            for passage in passages.into_iter().flatten() {
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
    let mut links = shown_links(readings, alignment, weak_too);
    links.sort_by(|one, other| other.1.total_cmp(&one.1));
    let mut sheet = Sheet::new();
    for (spans, score) in links {
        sheet.line(format!(
            "{score:.2}  {}",
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
