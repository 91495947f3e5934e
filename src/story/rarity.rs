use std::sync::OnceLock;

use foldhash::HashMap;

use super::terms::{Terms, hashed};
use crate::text::list::entries;

static COUNTS: &str = include_str!("../../assets/term_counts.table");

/// What the counts of other news weigh, in articles: few articles, all of one story, say little of how common a word is.
const BACKGROUND: f32 = 500.0;

/// The least share of articles that a term is taken to stand in.
const LEAST: f32 = 0.006;

/// How rare terms are: in news, and in the articles at hand.
pub(super) struct Rarity {
    pub(super) articles: f32,
    holding: HashMap<u32, f32>,
}

impl Rarity {
    pub(super) fn of<'a>(articles: impl IntoIterator<Item = &'a Terms>) -> Rarity {
        let mut rarity = Rarity {
            articles: 0.0,
            holding: HashMap::default(),
        };
        for terms in articles {
            rarity.count(terms);
        }
        rarity
    }

    /// Counts one more article.
    pub(super) fn count(&mut self, terms: &Terms) {
        self.articles += 1.0;
        for &(key, _) in &terms.weights {
            *self.holding.entry(key).or_default() += 1.0;
        }
    }

    /// How many of the articles at hand have the term.
    pub(super) fn holding(&self, key: u32) -> f32 {
        self.holding.get(&key).copied().unwrap_or_default()
    }

    /// `ln(1 / share)`, over the share of articles that have the term.
    pub(super) fn weight(&self, key: u32) -> f32 {
        let here = self.holding(key);
        let share = (share_in_news(key) * BACKGROUND + here) / (BACKGROUND + self.articles);
        -share.clamp(LEAST, 1.0).ln()
    }
}

fn share_in_news(key: u32) -> f32 {
    static SHARES: OnceLock<HashMap<u32, f32>> = OnceLock::new();
    let shares = SHARES.get_or_init(shares);
    shares.get(&key).copied().unwrap_or_default()
}

fn shares() -> HashMap<u32, f32> {
    let mut lines = entries(COUNTS);
    let all: f32 = lines.next().and_then(|all| all.parse().ok()).unwrap_or(1.0);
    let counted = lines.filter_map(|line| {
        let (count, keys) = line.split_once(' ')?;
        Some((count.parse::<f32>().ok()? / all, keys))
    });
    counted
        .flat_map(|(share, keys)| keys.split('|').map(move |key| (hashed(key), share)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_common_word_weighs_less_than_a_rare_one() {
        let none = Rarity::of([]);
        let weight = |word: &str| none.weight(hashed(word));
        assert!(weight("said") < 0.2);
        assert!(weight("presid") < weight("harbour"));
        assert!(weight("harbour") < 5.2);
    }
}
