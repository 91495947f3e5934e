//! Where in two passages the words are nearly the same, whatever the rest.

use super::matching::{Matching, Run, Stretch};
use crate::text::{Pair, Side, Span};

/// The stretches that are read as copies, in order and apart on both sides.
///
/// A quote that both have is one, from mark to mark, so that what one outlet cut off its ends is seen and the reporter's
/// words around it are not taken for a change. All of a near copy is one, unless it is near for its quotes alone.
pub(super) fn stretches(matching: &Matching<'_>, quoted: &Pair<Vec<Span>>) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let whole = matching.terms.as_ref().map(|terms| 0..terms.len());
    for &run in matching.runs.iter().filter(|&&run| matching.is_copied(run)) {
        let stretch = quote_around(matching, run, quoted)
            .filter(|stretch| matching.alike(stretch))
            .unwrap_or_else(|| grown(matching, run));
        match found.last_mut() {
            Some(last) if touch(last, &stretch) => *last = joined(last, &stretch),
            _ => found.push(stretch),
        }
    }
    let quotes_only = !found.is_empty()
        && found
            .iter()
            .any(|stretch| in_marks(matching, stretch, quoted))
        && !rest_alike(matching, &found);
    if matching.is_copy() && !quotes_only {
        return vec![whole];
    }
    // A phrase that both have to the letter is best seen among what they share.
    found.retain(|stretch| {
        let matched = matching.matched_within(stretch);
        let same = stretch
            .as_ref()
            .into_iter()
            .all(|side| side.len() == matched);
        !same || in_marks(matching, stretch, quoted)
    });
    found
}

/// The quote in which a run stands, on each side; where a side has it without marks, the words that match the other
/// side's quote.
fn quote_around(matching: &Matching<'_>, run: Run, quoted: &Pair<Vec<Span>>) -> Option<Stretch> {
    let around = |side: Side| {
        let terms = matching.terms.get(side);
        let middle = terms.get(run.start.get(side) + run.length / 2)?.span;
        let mut marked = quoted.get(side).iter();
        let quote = marked.find(|quote| quote.contains(middle))?;
        let start = terms.partition_point(|term| term.span.start < quote.start);
        let end = terms.partition_point(|term| term.span.end <= quote.end);
        Some(start..end.max(start))
    };
    let matched = |side: Side, within: &std::ops::Range<usize>| {
        let inside = matching
            .runs
            .iter()
            .filter(|run| within.start < run.end(side) && *run.start.get(side) < within.end);
        let across = side.other();
        let start = inside.clone().map(|run| *run.start.get(across)).min()?;
        let end = inside.map(|run| run.end(across)).max()?;
        Some(start..end)
    };
    match (around(Side::Left), around(Side::Right)) {
        (Some(left), Some(right)) => Some(Pair::new(left, right)),
        (Some(left), None) => matched(Side::Left, &left).map(|right| Pair::new(left, right)),
        (None, Some(right)) => matched(Side::Right, &right).map(|left| Pair::new(left, right)),
        (None, None) => None,
    }
}

/// A run with the runs around it, as long as they stay nearly the same.
fn grown(matching: &Matching<'_>, run: Run) -> Stretch {
    let mut stretch = of_run(run);
    let at = matching.runs.iter().position(|&other| other == run);
    let (before, after) = matching.runs.split_at(at.unwrap_or_default());
    for &next in after.iter().skip(1) {
        let wider = joined(&stretch, &of_run(next));
        if !tight(matching, &wider) {
            break;
        }
        stretch = wider;
    }
    for &next in before.iter().rev() {
        let wider = joined(&stretch, &of_run(next));
        if !tight(matching, &wider) {
            break;
        }
        stretch = wider;
    }
    stretch
}

/// Whether most words of both sides, not just of the shorter one, are matched.
fn tight(matching: &Matching<'_>, stretch: &Stretch) -> bool {
    let matched = matching.matched_within(stretch);
    let mut lengths = stretch.as_ref().into_iter().map(ExactSizeIterator::len);
    lengths.all(|length| 10 * matched >= 7 * length)
}

/// Whether what stands outside of `stretches` is nearly the same as well.
fn rest_alike(matching: &Matching<'_>, stretches: &[Stretch]) -> bool {
    let all = Pair::new(0..matching.terms.left.len(), 0..matching.terms.right.len());
    let inside: usize = stretches
        .iter()
        .map(|stretch| matching.matched_within(stretch))
        .sum();
    let matched = matching.matched_within(&all).saturating_sub(inside);
    let rest = Side::BOTH.map(|side| {
        let inside: usize = stretches
            .iter()
            .map(|stretch| stretch.get(side).len())
            .sum();
        all.get(side).len().saturating_sub(inside)
    });
    rest == [0, 0]
        || rest
            .into_iter()
            .all(|length| 10 * matched >= 5 * length && length > 0)
}

fn in_marks(matching: &Matching<'_>, stretch: &Stretch, quoted: &Pair<Vec<Span>>) -> bool {
    Side::BOTH.into_iter().any(|side| {
        let terms = matching.terms.get(side).get(stretch.get(side).clone());
        let span = Span::covering(terms.into_iter().flatten().map(|term| term.span));
        let mut marked = quoted.get(side).iter();
        span.is_some_and(|span| marked.any(|quote| quote.contains(span)))
    })
}

fn of_run(run: Run) -> Stretch {
    run.start.map(|start| start..start + run.length)
}

fn touch(a: &Stretch, b: &Stretch) -> bool {
    a.left.end > b.left.start || a.right.end > b.right.start
}

fn joined(a: &Stretch, b: &Stretch) -> Stretch {
    a.clone()
        .zip(b.clone())
        .map(|(a, b)| a.start.min(b.start)..a.end.max(b.end))
}
