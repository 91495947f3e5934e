//! Words that two passages both have, in another order.

use std::collections::HashMap;

use super::matching::Matching;
use crate::text::{Pair, Side, Term};

/// The least words in a row that are seen as moved, and the least of them that tell something; fewer come together by
/// chance.
const MOVED_RUN: usize = 3;
const TELLING: usize = 2;

/// For each term of both sides whether it is moved: one of a run that is matched on neither side and that both have.
pub(super) fn moved(matching: &Matching<'_>) -> Pair<Vec<bool>> {
    let free = Pair::new(Side::Left, Side::Right).map(|side| matching.unmatched(side));
    let mut moved = free.as_ref().map(|free| vec![false; free.len()]);
    let starts = starts(&matching.terms.right, &free.right);
    let mut at = 0;
    while at < free.left.len() {
        let left = rest(&matching.terms.left, &free.left, at);
        let others = left.get(..MOVED_RUN).and_then(|run| starts.get(&keys(run)));
        let length = |&other: &usize| same(left, rest(&matching.terms.right, &free.right, other));
        let best = others
            .into_iter()
            .flatten()
            .map(|other| (length(other), *other));
        // Of several as long the first is taken.
        let best = best.max_by_key(|&(length, other)| (length, std::cmp::Reverse(other)));
        let Some((length, other)) = best.filter(|&(length, _)| telling(left, length)) else {
            at += 1;
            continue;
        };
        for (slots, start) in [(&mut moved.left, at), (&mut moved.right, other)] {
            if let Some(slots) = slots.get_mut(start..start + length) {
                slots.fill(true);
            }
        }
        at += length;
    }
    moved
}

/// Where the runs of so many free terms begin, by their keys.
fn starts<'a>(terms: &[&'a Term], free: &[bool]) -> HashMap<Vec<&'a str>, Vec<usize>> {
    let mut starts: HashMap<Vec<&str>, Vec<usize>> = HashMap::new();
    for (at, run) in terms.windows(MOVED_RUN).enumerate() {
        let all = free.get(at..at + MOVED_RUN);
        if all.is_some_and(|all| all.iter().all(|free| *free)) {
            starts.entry(keys(run)).or_default().push(at);
        }
    }
    starts
}

fn keys<'a>(run: &[&'a Term]) -> Vec<&'a str> {
    run.iter().map(|term| term.key.as_str()).collect()
}

/// The free terms in a row from `at` on.
fn rest<'a, 'b>(terms: &'b [&'a Term], free: &[bool], at: usize) -> &'b [&'a Term] {
    let row = free.iter().skip(at).take_while(|free| **free).count();
    terms.get(at..at + row).unwrap_or_default()
}

fn same(left: &[&Term], right: &[&Term]) -> usize {
    let pairs = left.iter().zip(right);
    pairs
        .take_while(|(left, right)| left.key == right.key)
        .count()
}

fn telling(run: &[&Term], length: usize) -> bool {
    let run = run.iter().take(length);
    length >= MOVED_RUN && run.filter(|term| term.is_content()).count() >= TELLING
}
