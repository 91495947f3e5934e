//! Keeps the sentences of one quote together.

use std::ops::Range;

use super::Alignment;
use super::passage::Run;
use crate::quote::{Quote, QuoteKind};
use crate::reading::Reading;
use crate::text::{Pair, Side, Span};

/// The most sentences that a side has when a quote is kept whole.
const LONGEST: usize = 4;

/// The part of the threshold that its likeness to the other side must reach.
const LEAST: f32 = 0.3;

/// Takes into each run the free sentences next to it that go on with a quote in the same paragraph: a reader who is shown
/// half of what somebody said looks for the other half.
pub(super) fn keep_whole(runs: &mut [Run], alignment: &Alignment, readings: Pair<&Reading>) {
    for side in Side::BOTH {
        let reading = readings.get(side);
        let mut taken = vec![false; reading.sentences.len()];
        for run in runs.iter() {
            if let Some(taken) = taken.get_mut(run.sentences.get(side).clone()) {
                taken.fill(true);
            }
        }
        for run in runs.iter_mut() {
            let across = run.sentences.get(side.other()).clone();
            let own = run.sentences.get_mut(side);
            while let Some(next) = next(own, reading, &taken) {
                if !has_to_do(alignment, side, next, &across) {
                    break;
                }
                *own = own.start.min(next)..own.end.max(next + 1);
                if let Some(taken) = taken.get_mut(next) {
                    *taken = true;
                }
            }
        }
    }
}

/// The free sentence before or after `own` that goes on with its quote, if there is room for it.
fn next(own: &Range<usize>, reading: &Reading, taken: &[bool]) -> Option<usize> {
    let after = (own.end, own.end.checked_sub(1)?);
    let before = own.start.checked_sub(1).map(|before| (before, own.start));
    [Some(after), before]
        .into_iter()
        .flatten()
        .find(|&(next, last)| {
            own.len() < LONGEST
                && taken.get(next) == Some(&false)
                && of_one_quote(reading, next, last)
        })
        .map(|(next, _)| next)
}

/// Whether a sentence is at all like one of the `across`; a quote may pass on to another matter.
fn has_to_do(alignment: &Alignment, side: Side, sentence: usize, across: &Range<usize>) -> bool {
    let least = LEAST * alignment.threshold;
    across.clone().any(|other| {
        let pair = match side {
            Side::Left => Pair::new(sentence, other),
            Side::Right => Pair::new(other, sentence),
        };
        alignment.score(pair) >= least
    })
}

fn of_one_quote(reading: &Reading, one: usize, other: usize) -> bool {
    let (Some(one), Some(other)) = (reading.sentences.get(one), reading.sentences.get(other))
    else {
        return false;
    };
    let holds = |quote: &Quote, sentence: Span| {
        let mut parts = quote.parts.iter();
        parts.any(|part| part.shared(sentence).is_some())
    };
    let mut direct = reading
        .quotes
        .iter()
        .filter(|quote| quote.kind == QuoteKind::Direct);
    one.block == other.block
        && direct.any(|quote| holds(quote, one.span) && holds(quote, other.span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alignment::Link;
    use crate::article::{Article, Label};

    #[test]
    fn the_rest_of_a_quote_joins_its_beginning() {
        let quote =
            "Rain fell. “We will go on. Nobody stops us. Not ever,” Anna Berg said. Bees swarmed.";
        assert_eq!(kept(quote, 1..2, 0), 1..4);
        assert_eq!(kept(quote, 2..3, 0), 1..4);
        assert_eq!(kept(quote, 0..1, 0), 0..1);
    }

    #[test]
    fn what_a_quote_says_on_another_matter_stays_away() {
        let quote = "“We will go on. Bees swarmed. Not ever,” Anna Berg said.";
        assert_eq!(kept(quote, 0..1, 1), 0..1);
    }

    #[test]
    fn a_quote_is_not_followed_into_the_next_paragraph() {
        let quote = "“We will go on.\n\n“Nobody stops us,” Anna Berg said.";
        assert_eq!(kept(quote, 0..1, 9), 0..1);
    }

    fn kept(text: &str, run: Range<usize>, unlike: usize) -> Range<usize> {
        let read = |text: &str| Reading::new(Article::plain(text.to_owned(), Label::default()));
        let readings = Pair::new(read(text), read("Ships burned."));
        let mut runs = [Run {
            sentences: Pair::new(run, 0..1),
            score: 0.5,
        }];
        let links = (0..readings.left.sentences.len()).map(|left| Link {
            sentences: Pair::new(left, 0),
            score: if left == unlike { 0.0 } else { 0.2 },
        });
        let alignment = Alignment {
            links: links.collect(),
            threshold: 0.25,
            ..Alignment::default()
        };
        keep_whole(&mut runs, &alignment, readings.as_ref());
        runs[0].sentences.left.clone()
    }
}
