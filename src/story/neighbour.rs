use std::collections::BTreeSet;

use super::group::stories;
use super::index::Index;
use super::rarity::Rarity;
use super::terms::Terms;

use super::vector::Vector;
use crate::reading::Reading;
use crate::text::Pair;

/// For each article the number of its story: two articles have the same one if they are about the same event.
pub fn story_numbers(readings: &[&Reading]) -> Vec<usize> {
    let terms = terms_of(readings);
    let mut numbers = vec![0; readings.len()];
    for (number, story) in stories(&terms.iter().collect::<Vec<_>>())
        .iter()
        .enumerate()
    {
        for &article in &story.articles {
            if let Some(slot) = numbers.get_mut(article) {
                *slot = number;
            }
        }
    }
    numbers
}

/// With so many of its story an article is laid side by side where what they say together is asked for, to bound the work.
pub const NEAREST: usize = 8;

/// Which articles are worth laying side by side: each with those of its story that are most like it, `most` at most. In
/// order, each pair once, the lower number on the left. Articles of different stories are no pair.
pub fn neighbours(readings: &[&Reading], most: usize) -> Vec<Pair<usize>> {
    let terms = terms_of(readings);
    let terms: Vec<&Terms> = terms.iter().collect();
    let rarity = Rarity::of(terms.iter().copied());
    let mut pairs = BTreeSet::new();
    for story in stories(&terms) {
        let members = story
            .articles
            .iter()
            .filter_map(|&number| terms.get(number));
        let vectors: Vec<Vector> = members.map(|terms| Vector::new(terms, &rarity)).collect();
        for (one, other) in nearest(&vectors, most) {
            if let (Some(&one), Some(&other)) = (story.articles.get(one), story.articles.get(other))
            {
                pairs.insert((one.min(other), one.max(other)));
            }
        }
    }
    let pairs = pairs.into_iter();
    pairs.map(|(left, right)| Pair::new(left, right)).collect()
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

fn terms_of(readings: &[&Reading]) -> Vec<Terms> {
    readings.iter().map(|one| Terms::of(&one.article)).collect()
}
