//! Words that two passages both have, in another order.

use foldhash::{HashMap, HashMapExt};

use super::matching::Matching;
use crate::text::{Pair, Side, Term};

/// The least words in a row that are seen as moved, and the least of them that tell something; fewer come together by
/// chance.
const MOVED_RUN: usize = 3;
const TELLING: usize = 2;
/// How many places of a run are looked at.
const PLACES: usize = 16;

/// For each term of both sides whether it is moved: one of a run that is matched on neither side and that both have.
pub(super) fn moved(matching: &Matching<'_>) -> Pair<Vec<bool>> {
    let sides = Pair::new(Side::Left, Side::Right);
    let terms = matching.terms.as_ref().map(Vec::as_slice);
    let free = sides.map(|side| matching.unmatched(side));
    let free = free.as_ref().map(Vec::as_slice);
    // Runs are taken by the order of one side; which article is left must not matter.
    if keys(terms.left) > keys(terms.right) {
        taken(terms.swapped(), free.swapped()).swapped()
    } else {
        taken(terms, free)
    }
}

fn taken(terms: Pair<&[&Term]>, free: Pair<&[bool]>) -> Pair<Vec<bool>> {
    let mut moved = free.map(|free| vec![false; free.len()]);
    let starts = starts(terms.right, free.right);
    let mut at = 0;
    while at < free.left.len() {
        let own = rest(terms.left, free.left, at);
        let others = own.get(..MOVED_RUN).and_then(|run| starts.get(&keys(run)));
        let others = others.into_iter().flatten().copied().take(PLACES);
        let places = others.map(|other| (same(own, rest(terms.right, free.right, other)), other));
        let fresh = places.filter(|&(length, other)| {
            let slots = moved.right.get(other..other + length);
            telling(own, length) && slots.is_some_and(|slots| !slots.contains(&true))
        });
        // Of several as long the first is taken.
        let best = fresh.max_by_key(|&(length, other)| (length, std::cmp::Reverse(other)));
        let Some((length, other)) = best else {
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
