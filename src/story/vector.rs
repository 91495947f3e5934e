use super::rarity::Rarity;
use super::terms::Terms;

/// Articles of one event appear within so many days of each other.
const WEEK: f64 = 7.0;

/// What is left of likeness beyond that: what is written months apart shares a topic.
const APART: f32 = 0.5;

/// So many terms say what a story is about, however many articles it has.
const MOST_TERMS: usize = 2_000;

/// One article, or several together, as a vector over terms.
#[derive(Clone, Debug)]
pub(super) struct Vector {
    /// By term, each once. That of one article is of length 1, that of several their sum.
    pub(super) weights: Vec<(u32, f32)>,
    /// How many articles it is of.
    pub(super) articles: f32,
    /// The sum of the days that are known, and how many those are.
    days: (f64, f64),
}

impl Vector {
    /// One article.
    pub(super) fn new(terms: &Terms, rarity: &Rarity) -> Vector {
        let weigh = |&(key, weight): &(u32, f32)| (key, weight * rarity.weight(key));
        let mut weights: Vec<(u32, f32)> = terms.weights.iter().map(weigh).collect();
        let squares: f32 = weights.iter().map(|(_, weight)| weight * weight).sum();
        for (_, weight) in &mut weights {
            *weight /= squares.sqrt().max(f32::MIN_POSITIVE);
        }
        let day = terms.day.map(|day| (f64::from(day), 1.0));
        Vector {
            weights,
            articles: 1.0,
            days: day.unwrap_or_default(),
        }
    }

    /// The heaviest terms, in order; of those that weigh the same the lower number.
    pub(super) fn heaviest(&self, most: usize) -> Vec<(u32, f32)> {
        heaviest(self.weights.clone(), most)
    }

    /// How alike the articles of both are on average, from 0 to 1.
    pub(super) fn likeness(&self, other: &Vector) -> f32 {
        let mut others = other.weights.iter().peekable();
        let mut product = 0.0;
        for (key, weight) in &self.weights {
            while others.next_if(|(other, _)| other < key).is_some() {}
            if let Some((_, across)) = others.next_if(|(other, _)| other == key) {
                product += weight * across;
            }
        }
        let mean = product / (self.articles * other.articles);
        mean.min(1.0) * self.nearness(other)
    }

    fn nearness(&self, other: &Vector) -> f32 {
        let mean = |(sum, known): (f64, f64)| (known > 0.0).then(|| sum / known);
        match (mean(self.days), mean(other.days)) {
            (Some(one), Some(other)) if (one - other).abs() > WEEK => APART,
            _ => 1.0,
        }
    }

    /// Both together; of many terms only the heaviest are kept.
    pub(super) fn plus(&self, other: &Vector) -> Vector {
        let mut weights = Vec::with_capacity(self.weights.len() + other.weights.len());
        let mut others = other.weights.iter().copied().peekable();
        for &(key, weight) in &self.weights {
            while let Some(only) = others.next_if(|&(other, _)| other < key) {
                weights.push(only);
            }
            let across = others.next_if(|&(other, _)| other == key);
            weights.push((key, weight + across.map_or(0.0, |(_, across)| across)));
        }
        weights.extend(others);
        if weights.len() > 2 * MOST_TERMS {
            weights = heaviest(weights, MOST_TERMS);
            weights.sort_unstable_by_key(|&(key, _)| key);
        }
        Vector {
            weights,
            articles: self.articles + other.articles,
            days: (self.days.0 + other.days.0, self.days.1 + other.days.1),
        }
    }
}

/// The heaviest few, in order; of those that weigh the same the lower number. Only they are sorted, not all.
pub(super) fn heaviest<K: Ord>(mut weighed: Vec<(K, f32)>, most: usize) -> Vec<(K, f32)> {
    let heavier = |a: &(K, f32), b: &(K, f32)| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0));
    if most < weighed.len() {
        weighed.select_nth_unstable_by(most, heavier);
        weighed.truncate(most);
    }
    weighed.sort_unstable_by(heavier);
    weighed
}
