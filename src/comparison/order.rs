//! The orders in which rows are read.

use std::collections::{HashMap, HashSet};

use super::Row;
use crate::text::{Side, fold, words};

/// The numbers of the rows as the article on `side` tells it. A row that only the other article has stands after the row
/// that holds the sentence before it there, or first.
pub(super) fn along(rows: &[Row], side: Side) -> Vec<usize> {
    let across = side.other();
    let mut own: Vec<usize> = Vec::new();
    let mut foreign: HashMap<usize, usize> = HashMap::new();
    for (number, row) in rows.iter().enumerate() {
        if row.only() == Some(across) {
            foreign.insert(row.sentences.get(across).start, number);
        } else {
            own.push(number);
        }
    }
    own.sort_by_key(|&number| rows.get(number).map(|row| row.sentences.get(side).start));
    let mut order = Vec::with_capacity(rows.len());
    let mut followed_by = |order: &mut Vec<usize>, mut end: usize| {
        while let Some(number) = foreign.remove(&end) {
            order.push(number);
            end = rows
                .get(number)
                .map_or(end, |row| row.sentences.get(across).end);
        }
    };
    followed_by(&mut order, 0);
    for number in own {
        order.push(number);
        if let Some(row) = rows.get(number).filter(|row| row.only().is_none()) {
            followed_by(&mut order, row.sentences.get(across).end);
        }
    }
    order
}

/// Rows whose topics share a word together, after the strongest of them; what only one side has comes last.
pub(super) fn by_topic(rows: &[Row]) -> Vec<usize> {
    let topics: Vec<HashSet<String>> = rows
        .iter()
        .map(|row| {
            words(&row.topic)
                .map(|word| fold(word.text).into_owned())
                .collect()
        })
        .collect();
    let mut strongest: Vec<(usize, f32)> = rows
        .iter()
        .enumerate()
        .filter_map(|(number, row)| Some((number, row.score?)))
        .collect();
    strongest.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let mut order: Vec<usize> = Vec::with_capacity(rows.len());
    let mut placed = vec![false; rows.len()];
    for &(head, _) in &strongest {
        let Some(topic) = topics
            .get(head)
            .filter(|_| placed.get(head) == Some(&false))
        else {
            continue;
        };
        for &(number, _) in &strongest {
            let near = topics
                .get(number)
                .is_some_and(|other| !topic.is_disjoint(other));
            if let Some(placed) = placed
                .get_mut(number)
                .filter(|placed| !**placed && (near || number == head))
            {
                *placed = true;
                order.push(number);
            }
        }
    }
    order.extend((0..rows.len()).filter(|&number| placed.get(number) == Some(&false)));
    order
}
