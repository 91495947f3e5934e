//! Text that one article has in another place.

use super::{Comparison, Row};
use crate::difference::Nearness;
use crate::text::Pair;

impl Comparison {
    /// For each row that has been moved, its place among the linked rows in the order of either article, from 1. It has
    /// nearly the same words on both sides, and is in no longest selection of rows whose order both articles keep: of two
    /// neighbours that have changed places neither counts.
    pub fn moved(&self) -> Vec<Option<Pair<usize>>> {
        let linked = self.rows.iter().enumerate();
        let linked: Vec<(usize, &Row)> = linked.filter(|(_, row)| row.only().is_none()).collect();
        let places = linked.iter().map(|(_, row)| row.sentences.right.start);
        let places: Vec<usize> = places.collect();
        let mut sorted = places.clone();
        sorted.sort_unstable();
        let mut moved = vec![None; self.rows.len()];
        let against = places.iter().zip(against_the_order(&places));
        for (left, ((number, row), (place, against))) in linked.into_iter().zip(against).enumerate()
        {
            let difference = row.difference.as_ref();
            let copied = difference.is_some_and(|one| one.nearness == Nearness::NearCopy);
            let right = sorted.partition_point(|other| other < place);
            if let Some(moved) = moved.get_mut(number).filter(|_| against && copied) {
                *moved = Some(Pair::new(left + 1, right + 1));
            }
        }
        moved
    }
}

/// Which of these different numbers stand in no longest rising selection of them.
fn against_the_order(places: &[usize]) -> Vec<bool> {
    let before = longest_to(places.iter().copied());
    // From the end on, what rises falls: the same question of the numbers turned round.
    let highest = places.iter().copied().max().unwrap_or_default();
    let mut after = longest_to(places.iter().rev().map(|place| highest - place));
    after.reverse();
    let lengths = before
        .iter()
        .zip(&after)
        .map(|(before, after)| before + after);
    let longest = lengths.clone().max().unwrap_or_default();
    lengths.map(|length| length < longest).collect()
}

/// For each number, the length of the longest rising selection that ends with it.
fn longest_to(places: impl Iterator<Item = usize>) -> Vec<usize> {
    // The least number that a selection of each length ends with.
    let mut ends: Vec<usize> = Vec::new();
    let lengths = places.map(|place| {
        let shorter = ends.partition_point(|&end| end < place);
        match ends.get_mut(shorter) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
        shorter + 1
    });
    lengths.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_against_the_order_of_the_others_is_told() {
        check(&[0, 1, 2, 3], &[]);
        check(&[3, 0, 1, 2], &[3]);
        check(&[1, 2, 3, 9, 4, 5], &[9]);
        check(&[1, 0], &[]);
        check(&[], &[]);
    }

    #[track_caller]
    fn check(places: &[usize], expected: &[usize]) {
        let against = places.iter().zip(against_the_order(places));
        let against = against.filter(|(_, against)| *against);
        let found: Vec<usize> = against.map(|(&place, _)| place).collect();
        assert_eq!(found, expected);
    }
}
