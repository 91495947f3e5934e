//! Single words made into runs that can be read.

use std::collections::HashSet;

use super::matching::{Matching, Stretch};
use crate::alignment::Wording;
use crate::text::{Pair, Side, Span, Term};

/// The most words that may stand between two lit ones for them to be one run.
const BETWEEN: usize = 3;

/// The spans of `stretches`, sentence by sentence.
pub(super) fn spans(matching: &Matching<'_>, stretches: &[Stretch]) -> Pair<Vec<Span>> {
    sides(|side| runs(matching, side, &inside(matching, side, stretches), |_| true))
}

/// Within stretches every word that is not matched; outside of them content words that the other side has nowhere.
pub(super) fn differing(matching: &Matching<'_>, stretches: &[Stretch]) -> Pair<Vec<Span>> {
    sides(|side| {
        let inside = inside(matching, side, stretches);
        let matched = matched(matching, side);
        let across = keys(matching, side.other());
        let terms = matching.terms.get(side);
        let lit: Vec<bool> = terms
            .iter()
            .zip(inside.iter().zip(&matched))
            .map(|(term, (&inside, &matched))| {
                let has = across.contains(term.key.as_str());
                if inside {
                    !matched
                } else {
                    !has && term.is_content()
                }
            })
            .collect();
        // What stands between may be of both sides: a run reads better whole than with holes of *of* and *the*.
        runs(matching, side, &lit, |between| {
            between.len() == 1
                && between
                    .iter()
                    .all(|&at| terms.get(at).is_some_and(|term| !term.is_content()))
                || between.iter().all(|&at| {
                    !inside.get(at).copied().unwrap_or(true)
                        && terms.get(at).is_some_and(|term| !term.is_content())
                })
        })
    })
}

/// Content words that the other side has too, wherever; words between two of them belong to the run when the other side
/// has it all in the same order. Words of the whole story, or of any news text, count within a longer run alone.
pub(super) fn shared(matching: &Matching<'_>, wording: &Wording) -> Pair<Vec<Span>> {
    sides(|side| {
        let across = keys(matching, side.other());
        let terms = matching.terms.get(side);
        let others = matching.terms.get(side.other());
        let told = |at: usize, with: usize| {
            let both = terms.get(at.min(with)..=at.max(with));
            at != with && both.is_some_and(|both| occurs(both, others))
        };
        let lit: Vec<bool> = terms
            .iter()
            .enumerate()
            .map(|(at, term)| {
                let plain = term.is_general() || wording.is_of_story(&term.key);
                let near = || told(at, at + 1) || at > 0 && told(at, at - 1);
                term.is_content() && across.contains(term.key.as_str()) && (!plain || near())
            })
            .collect();
        runs(matching, side, &lit, |between| {
            let (Some(&first), Some(&last)) = (between.first(), between.last()) else {
                return true;
            };
            told(first.saturating_sub(1), last + 1)
        })
    })
}

fn occurs(wanted: &[&Term], others: &[&Term]) -> bool {
    others
        .windows(wanted.len())
        .any(|window| window.iter().zip(wanted).all(|(a, b)| a.key == b.key))
}

fn keys<'a>(matching: &Matching<'a>, side: Side) -> HashSet<&'a str> {
    let terms = matching.terms.get(side).iter();
    terms.map(|term| term.key.as_str()).collect()
}

fn inside(matching: &Matching<'_>, side: Side, stretches: &[Stretch]) -> Vec<bool> {
    (0..matching.terms.get(side).len())
        .map(|at| {
            stretches
                .iter()
                .any(|stretch| stretch.get(side).contains(&at))
        })
        .collect()
}

fn matched(matching: &Matching<'_>, side: Side) -> Vec<bool> {
    let mut matched = vec![false; matching.terms.get(side).len()];
    for run in &matching.runs {
        for slot in matched
            .iter_mut()
            .skip(*run.start.get(side))
            .take(run.length)
        {
            *slot = true;
        }
    }
    matched
}

/// The spans of lit terms: neighbours are one run, and so are two with a few terms between them if `bridges` says so of
/// those. No run goes on into the next sentence.
fn runs(
    matching: &Matching<'_>,
    side: Side,
    lit: &[bool],
    bridges: impl Fn(&[usize]) -> bool,
) -> Vec<Span> {
    let sentences = matching.sentence.get(side);
    let mut spans: Vec<Span> = Vec::new();
    let mut last: Option<usize> = None;
    for (at, term) in matching.terms.get(side).iter().enumerate() {
        if !lit.get(at).copied().unwrap_or_default() {
            continue;
        }
        let between: Vec<usize> = last.map_or(at..at, |last| last + 1..at).collect();
        let goes_on = last.is_some_and(|last| sentences.get(last) == sentences.get(at))
            && between.len() <= BETWEEN
            && bridges(&between);
        match spans.last_mut() {
            Some(span) if goes_on => span.end = term.span.end,
            _ => spans.push(term.span),
        }
        last = Some(at);
    }
    spans
}

fn sides(each: impl FnMut(Side) -> Vec<Span>) -> Pair<Vec<Span>> {
    Pair::new(Side::Left, Side::Right).map(each)
}
