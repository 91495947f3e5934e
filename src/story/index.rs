use std::collections::HashMap;

use super::rarity::Rarity;
use super::terms::Terms;
use super::vector::Vector;

/// So many of an article's heaviest terms find those that are like it; the rest adds little.
const HEAVIEST: usize = 60;

/// A term that more articles have is no help in finding those few that are most alike.
const MOST_HOLDING: usize = 400;

/// So many articles that share the heaviest terms are compared in full.
const CANDIDATES: usize = 48;

/// How alike `one` is to each of `others`, from 0 to 1. Takes time linear in their terms.
pub fn related(one: &Terms, others: &[&Terms]) -> Vec<f32> {
    let rarity = Rarity::of(others.iter().copied().chain([one]));
    let one = Vector::new(one, &rarity);
    let others = others.iter();
    others
        .map(|other| one.likeness(&Vector::new(other, &rarity)))
        .collect()
}

/// Finds the articles that are most like one, without comparing each with each.
pub(super) struct Index<'a> {
    vectors: &'a [Vector],
    /// For each term, who has it among the heaviest, and its weight there.
    holding: HashMap<u32, Vec<(usize, f32)>>,
}

impl<'a> Index<'a> {
    pub(super) fn new(vectors: &'a [Vector]) -> Index<'a> {
        let mut holding: HashMap<u32, Vec<(usize, f32)>> = HashMap::new();
        for (number, vector) in vectors.iter().enumerate() {
            for (key, weight) in vector.heaviest(HEAVIEST) {
                holding.entry(key).or_default().push((number, weight));
            }
        }
        Index { vectors, holding }
    }

    /// The `most` articles that are most like one, the most alike first, each with its likeness.
    pub(super) fn nearest(&self, number: usize, most: usize) -> Vec<(usize, f32)> {
        let Some(vector) = self.vectors.get(number) else {
            return Vec::new();
        };
        let mut shared: HashMap<usize, f32> = HashMap::new();
        for (key, weight) in vector.heaviest(HEAVIEST) {
            let holding = self.holding.get(&key).map_or(&[][..], Vec::as_slice);
            for &(other, across) in holding.iter().take(MOST_HOLDING) {
                *shared.entry(other).or_default() += weight * across;
            }
        }
        shared.remove(&number);
        let candidates = first(shared.into_iter().collect(), CANDIDATES.max(most));
        let compared = candidates.into_iter().filter_map(|(other, _)| {
            let likeness = vector.likeness(self.vectors.get(other)?);
            Some((other, likeness))
        });
        first(compared.collect(), most)
    }
}

/// The first few by likeness, and by number where that is the same.
fn first(mut scored: Vec<(usize, f32)>, most: usize) -> Vec<(usize, f32)> {
    scored.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    scored.truncate(most);
    scored
}
