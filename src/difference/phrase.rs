//! Single words made into runs that can be read.

use foldhash::HashSet;

use super::matching::{Matching, Stretch};
use crate::alignment::Wording;
use crate::text::{Pair, Side, Span, Term, WordList};

static UNLIT: WordList = WordList::part(include_str!("../../assets/grammar.txt"), "unlit");

/// The most words that may stand between two lit ones for them to be one run.
const BETWEEN: usize = 3;

/// The spans of `stretches`, sentence by sentence.
pub(super) fn spans(matching: &Matching<'_>, stretches: &[Stretch]) -> Pair<Vec<Span>> {
    sides(matching, stretches, |words| {
        let inside: Vec<bool> = (0..words.terms.len())
            .map(|at| words.stretch(at).is_some())
            .collect();
        words.runs(&inside, <[_]>::is_empty)
    })
}

/// Within stretches every word that is not matched; outside of them content words that the other side has nowhere.
pub(super) fn differing(
    matching: &Matching<'_>,
    stretches: &[Stretch],
    moved: &Pair<Vec<bool>>,
) -> Pair<Vec<Span>> {
    sides(matching, stretches, |words| {
        let unmatched = matching.unmatched(words.side);
        let moved = moved.get(words.side);
        let each = words.terms.iter().zip(unmatched).enumerate();
        let lit: Vec<bool> = each
            .map(|(at, (term, unmatched))| match words.stretch(at) {
                Some(_) => unmatched && !moved.get(at).copied().unwrap_or_default(),
                None => term.is_content() && !words.across.contains(term.key.as_str()),
            })
            .collect();
        let lit = words.without_small(&lit);
        // A run reads better whole than with a hole for each *of* and *the* that both sides have.
        words.runs(&lit, |between| {
            let in_copy = between
                .first()
                .is_some_and(|&at| words.stretch(at).is_some());
            let grammar = |&at: &usize| words.terms.get(at).is_some_and(|term| !term.is_content());
            (!in_copy || between.len() == 1) && between.iter().all(grammar)
        })
    })
}

/// Content words that the other side has too, wherever; words between two of them belong to the run when the other side
/// has it all in the same order. Words of the whole story, or of any news text, count within a longer run alone.
pub(super) fn shared(
    matching: &Matching<'_>,
    stretches: &[Stretch],
    wording: &Wording,
) -> Pair<Vec<Span>> {
    sides(matching, stretches, |words| {
        let both_content = |first: usize| {
            let pair = words.terms.get(first..first + 2);
            let content = |pair: &[&Term]| pair.iter().all(|term| term.is_content());
            pair.is_some_and(content) && words.both_have(first, first + 1)
        };
        let each = words.terms.iter().enumerate();
        let lit: Vec<bool> = each
            .map(|(at, term)| {
                let plain = term.is_general() || wording.is_of_story(&term.key);
                let in_run = || both_content(at) || at.checked_sub(1).is_some_and(both_content);
                let across = match words.stretch(at) {
                    Some(_) => &words.across,
                    None => &words.across_outside,
                };
                term.is_content() && across.contains(term.key.as_str()) && (!plain || in_run())
            })
            .collect();
        words.runs(&lit, |between| match (between.first(), between.last()) {
            (Some(&first), Some(&last)) => words.both_have(first.saturating_sub(1), last + 1),
            _ => true,
        })
    })
}

/// The spans of words that both have, in another place.
pub(super) fn moved(
    matching: &Matching<'_>,
    stretches: &[Stretch],
    moved: &Pair<Vec<bool>>,
) -> Pair<Vec<Span>> {
    sides(matching, stretches, |words| {
        words.runs(moved.get(words.side), <[_]>::is_empty)
    })
}

/// The words of one side.
struct Words<'a> {
    side: Side,
    terms: &'a [&'a Term],
    others: &'a [&'a Term],
    sentences: &'a [usize],
    stretches: &'a [Stretch],
    quoted: &'a [Span],
    /// The keys of the other side.
    across: HashSet<&'a str>,
    /// Those that it has outside of stretches: what one tells around a quote is not shared with the other's quote.
    across_outside: HashSet<&'a str>,
}

impl Words<'_> {
    /// The number of the stretch that holds a term.
    fn stretch(&self, at: usize) -> Option<usize> {
        let mut stretches = self.stretches.iter();
        stretches.position(|stretch| stretch.get(self.side).contains(&at))
    }

    /// The number of the run in quotation marks that holds a term.
    fn quote(&self, at: usize) -> Option<usize> {
        let span = self.terms.get(at)?.span;
        let next = self.quoted.partition_point(|quote| quote.end < span.end);
        let quote = self.quoted.get(next)?;
        quote.contains(span).then_some(next)
    }

    /// What is lit, without *the* or *his* where nothing else is lit beside it.
    fn without_small(&self, lit: &[bool]) -> Vec<bool> {
        let mut kept = lit.to_vec();
        let mut start = 0;
        while start < lit.len() {
            let rest = lit.get(start..).unwrap_or_default();
            let length = rest.iter().take_while(|lit| **lit).count();
            let run = start..start + length;
            let terms = self.terms.get(run.clone()).unwrap_or_default();
            if terms.iter().all(|term| UNLIT.has(&term.key)) {
                kept.get_mut(run)
                    .into_iter()
                    .flatten()
                    .for_each(|lit| *lit = false);
            }
            start += length + 1;
        }
        kept
    }

    /// Whether the other side has the terms from `first` to `last` in the same order.
    fn both_have(&self, first: usize, last: usize) -> bool {
        let Some(wanted) = self.terms.get(first..=last) else {
            return false;
        };
        let mut windows = self.others.windows(wanted.len());
        windows.any(|window| window.iter().zip(wanted).all(|(a, b)| a.key == b.key))
    }

    /// The spans of lit terms: neighbours are one run, and so are two with a few terms between them if `bridges` says so
    /// of those. No run goes on into the next sentence, or over the edge of a stretch.
    fn runs(&self, lit: &[bool], bridges: impl Fn(&[usize]) -> bool) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let mut last: Option<usize> = None;
        for (at, (term, _)) in self
            .terms
            .iter()
            .zip(lit)
            .enumerate()
            .filter(|(_, (_, lit))| **lit)
        {
            let goes_on = last.is_some_and(|last| {
                let between: Vec<usize> = (last + 1..at).collect();
                self.sentences.get(last) == self.sentences.get(at)
                    && self.stretch(last) == self.stretch(at)
                    && self.quote(last) == self.quote(at)
                    && between.len() <= BETWEEN
                    && bridges(&between)
            });
            match spans.last_mut() {
                Some(span) if goes_on => span.end = term.span.end,
                _ => spans.push(term.span),
            }
            last = Some(at);
        }
        spans
    }
}

fn sides(
    matching: &Matching<'_>,
    stretches: &[Stretch],
    each: impl Fn(&Words<'_>) -> Vec<Span>,
) -> Pair<Vec<Span>> {
    Pair::new(Side::Left, Side::Right).map(|side| {
        let others = matching.terms.get(side.other());
        let inside = |at: usize| {
            let mut stretches = stretches.iter();
            stretches.any(|stretch| stretch.get(side.other()).contains(&at))
        };
        let outside = others.iter().enumerate().filter(|&(at, _)| !inside(at));
        each(&Words {
            across_outside: outside.map(|(_, term)| term.key.as_str()).collect(),
            side,
            terms: matching.terms.get(side),
            others,
            sentences: matching.sentence.get(side),
            stretches,
            quoted: matching.quoted.get(side),
            across: others.iter().map(|term| term.key.as_str()).collect(),
        })
    })
}
