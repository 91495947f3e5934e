use std::collections::BTreeSet;

use super::group::stories;
use super::index::Index;
use super::rarity::Rarity;
use super::terms::Terms;
use super::vector::Vector;
use crate::reading::Reading;
use crate::text::Pair;

/// With so many of its story an article is laid side by side where what they say together is asked for, to bound the work.
pub const NEAREST: usize = 8;

/// Which articles are about the same event, and which of those are worth laying side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grouped {
    /// For each article the number of its story: two articles have the same one if they are about the same event.
    pub stories: Vec<usize>,
    /// Each article with those of its story that are most like it. In order, each pair once, the lower number on the left.
    pub neighbours: Vec<Pair<usize>>,
}

/// Groups articles by event; each has `most` neighbours at most that it is most like.
pub fn grouped(readings: &[&Reading], most: usize) -> Grouped {
    let terms: Vec<Terms> = readings.iter().map(|one| Terms::of(&one.article)).collect();
    let terms: Vec<&Terms> = terms.iter().collect();
    let rarity = Rarity::of(terms.iter().copied());
    let mut numbers = vec![0; readings.len()];
    let mut pairs = BTreeSet::new();
    for (number, story) in stories(&terms).iter().enumerate() {
        let mut vectors = Vec::new();
        for &article in &story.articles {
            if let (Some(slot), Some(terms)) = (numbers.get_mut(article), terms.get(article)) {
                *slot = number;
                vectors.push(Vector::new(terms, &rarity));
            }
        }
        for (one, other) in nearest(&vectors, most) {
            if let (Some(&one), Some(&other)) = (story.articles.get(one), story.articles.get(other))
            {
                pairs.insert((one.min(other), one.max(other)));
            }
        }
    }
    let pairs = pairs.into_iter();
    Grouped {
        stories: numbers,
        neighbours: pairs.map(|(left, right)| Pair::new(left, right)).collect(),
    }
}

/// Each with those that are most like it; all with all where those are no more.
fn nearest(vectors: &[Vector], most: usize) -> Vec<(usize, usize)> {
    let numbers = 0..vectors.len();
    if vectors.len() <= most.saturating_add(1) {
        return numbers
            .clone()
            .flat_map(|one| (0..one).map(move |other| (other, one)))
            .collect();
    }
    let mut index = Index::new(vectors);
    numbers
        .flat_map(|one| {
            index
                .nearest(one, most)
                .into_iter()
                .map(move |(other, _)| (one, other))
        })
        .collect()
}
