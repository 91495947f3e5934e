//! Every sentence of two bodies in just one row.

use std::ops::Range;

use super::{Homes, Pointer, Row, order};
use crate::alignment::{Alignment, Wording};
use crate::article::Article;
use crate::difference::difference;
use crate::mark::marked;
use crate::reading::Reading;
use crate::text::{Pair, Side, Span};

/// The rows in the left article's order, without pointers.
pub(super) fn rows(readings: Pair<&Reading>, alignment: &Alignment, wording: &Wording) -> Vec<Row> {
    let quoted = readings.map(|reading| in_marks(&reading.article));
    let linked = alignment.passages.iter().map(|passage| Row {
        difference: Some(difference(wording, &passage.sentences, &quoted)),
        sentences: passage.sentences.clone(),
        score: Some(passage.score),
        topic: passage.topic.clone(),
        pointers: Vec::new(),
    });
    let mut rows: Vec<Row> = linked.collect();
    for side in Side::BOTH {
        for run in alone(readings.get(side), side, alignment) {
            let mut sentences = Pair::new(0..0, 0..0);
            *sentences.get_mut(side) = run;
            rows.push(Row {
                sentences,
                score: None,
                topic: String::new(),
                difference: None,
                pointers: Vec::new(),
            });
        }
    }
    let numbers = order::along(&rows, Side::Left);
    let mut slots: Vec<Option<Row>> = rows.into_iter().map(Some).collect();
    numbers
        .into_iter()
        .filter_map(|number| slots.get_mut(number).and_then(Option::take))
        .collect()
}

/// The runs of sentences that stand in no passage, as long as they get.
fn alone(reading: &Reading, side: Side, alignment: &Alignment) -> Vec<Range<usize>> {
    let mut taken: Vec<&Range<usize>> = alignment
        .passages
        .iter()
        .map(|passage| passage.sentences.get(side))
        .collect();
    taken.sort_unstable_by_key(|range| range.start);
    let mut runs = Vec::new();
    let mut at = 0;
    for range in taken {
        runs.push(at..range.start);
        at = range.end;
    }
    runs.push(at..reading.sentences.len());
    runs.retain(|run| !run.is_empty());
    runs
}

/// The runs of text in quotation marks, whoever they are ascribed to.
fn in_marks(article: &Article) -> Vec<Span> {
    let paragraphs: Vec<Span> = article.paragraphs().map(|block| block.span).collect();
    let marked = marked(&article.text, &paragraphs).into_iter().flatten();
    marked.map(|marked| marked.inner).collect()
}

/// How far above the threshold a link must be for a pointer: what barely passes puzzles more than it tells.
const ABOVE: f32 = 0.1;

/// How strong it must be beside the strongest link of its sentence.
const NEAR_BEST: f32 = 0.7;

/// Gives every row the strong links that lead from its sentences to other rows: at most one a sentence, in their order.
pub(super) fn point(rows: &mut [Row], alignment: &Alignment, totals: Pair<usize>) {
    let homes = Homes::among(rows, totals);
    let mut best = totals.map(|total| vec![0.0_f32; total]);
    for link in &alignment.links {
        for (side, &sentence) in link.sentences.as_ref().sides() {
            if let Some(best) = best.get_mut(side).get_mut(sentence) {
                *best = best.max(link.score);
            }
        }
    }
    let strong = alignment.links.iter();
    for link in strong.filter(|link| link.score >= alignment.threshold + ABOVE) {
        let home = |side: Side| homes.of(side, *link.sentences.get(side));
        for from in Side::BOTH {
            let (Some(here), Some(there)) = (home(from), home(from.other())) else {
                continue;
            };
            let best = best.get(from).get(*link.sentences.get(from));
            if here == there || best.is_none_or(|best| link.score < NEAR_BEST * best) {
                continue;
            }
            if let Some(row) = rows.get_mut(here) {
                row.pointers.push(Pointer {
                    from,
                    sentence: *link.sentences.get(from),
                    row: there,
                    other: *link.sentences.get(from.other()),
                    score: link.score,
                });
            }
        }
    }
    for row in rows {
        row.pointers.sort_by(|a, b| {
            (a.from, a.sentence)
                .cmp(&(b.from, b.sentence))
                .then_with(|| b.score.total_cmp(&a.score))
                .then_with(|| a.other.cmp(&b.other))
        });
        row.pointers
            .dedup_by_key(|pointer| (pointer.from, pointer.sentence));
    }
}
