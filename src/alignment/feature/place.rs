//! Where sentences stand in their articles, counted in sentences that have to do with the other article.

use super::both;
use super::grid::Grid;
use crate::text::{Pair, Side};

/// For each sentence of the body, from 0 for one that has no partner at all to 1; what an article tells on its own takes
/// no place, so that what is told around it stands as it would without it.
pub(in crate::alignment) struct Places {
    /// How much of the article stands before each sentence, in such sentences.
    before: Pair<Vec<f32>>,
    all: Pair<f32>,
    /// For each sentence, those that come next and their weights, from 0 to 1.
    next: Pair<Vec<Near>>,
    /// And those that come before.
    last: Pair<Vec<Near>>,
    blocks: Pair<Vec<usize>>,
}

type Near = Vec<(usize, f32)>;

/// A best likeness of so much or less is that of sentences which have nothing to do with each other.
const UNLIKE: f32 = 0.12;
/// From so much more on, a sentence surely has a partner.
const ALIKE: f32 = 0.15;
/// So many sentences are looked at for the one that comes next.
const REACH: usize = 8;

impl Places {
    pub(super) fn new(likeness: &Grid, bodies: Pair<usize>, blocks: &Pair<Vec<usize>>) -> Places {
        let mut best = bodies.map(|body| vec![0.0_f32; body]);
        for (pair, value) in likeness.iter() {
            // A headline makes no sentence of the body one that is told twice.
            if pair.left >= bodies.left || pair.right >= bodies.right {
                continue;
            }
            for (side, &sentence) in pair.as_ref().sides() {
                if let Some(best) = best.get_mut(side).get_mut(sentence) {
                    *best = best.max(value);
                }
            }
        }
        let told = best.map(|best| -> Vec<f32> {
            let each = best.into_iter();
            each.map(|best| ((best - UNLIKE) / ALIKE).clamp(0.0, 1.0))
                .collect()
        });
        let before = told.as_ref().map(|told| {
            let mut sum = 0.0;
            let each = told.iter().map(|told| {
                sum += told;
                sum - told
            });
            each.collect()
        });
        Places {
            all: told.as_ref().map(|told| told.iter().sum()),
            next: told.as_ref().map(|told| {
                let around = (0..told.len()).map(|at| near(told, at, 1));
                around.collect()
            }),
            last: told.as_ref().map(|told| {
                let around = (0..told.len()).map(|at| near(told, at, -1));
                around.collect()
            }),
            before,
            blocks: blocks.clone(),
        }
    }

    /// How far apart they stand, and how near to the beginning.
    pub(super) fn tell(&self, pair: Pair<usize>, features: &mut Vec<f32>) {
        // A headline stands before all.
        let before = self.before.as_ref().zip(pair);
        let before = before.map(|(before, at)| before.get(at).copied().unwrap_or_default());
        let share = before.zip(self.all).map(|(at, all)| at / all.max(1.0));
        features.push((share.left - share.right).abs());
        features.push((before.left - before.right).abs().ln_1p());
        features.extend(both(before.map(|at| 1.0 / (1.0 + at))));
    }

    /// The sentences that come next on one side, with their weights.
    pub(in crate::alignment) fn next(&self, side: Side, sentence: usize) -> &[(usize, f32)] {
        let all = self.next.get(side).get(sentence);
        all.map_or(&[], Vec::as_slice)
    }

    /// The sentences that come before.
    pub(in crate::alignment) fn last(&self, side: Side, sentence: usize) -> &[(usize, f32)] {
        let all = self.last.get(side).get(sentence);
        all.map_or(&[], Vec::as_slice)
    }

    /// Whether two sentences are of one paragraph.
    pub(super) fn of_one(&self, side: Side, one: usize, other: usize) -> bool {
        let blocks = self.blocks.get(side);
        blocks.get(one).is_some() && blocks.get(one) == blocks.get(other)
    }
}

/// The sentences after one, or before it, until one that surely has a partner stands between.
fn near(told: &[f32], at: usize, step: isize) -> Near {
    let mut found = Vec::new();
    let mut between = 0.0;
    for steps in 1..=REACH {
        let Some(next) = at.checked_add_signed(step * steps.cast_signed()) else {
            break;
        };
        let Some(told) = told.get(next).filter(|_| between < 1.0) else {
            break;
        };
        // What has no partner is no likely neighbour either.
        if *told > 0.0 {
            found.push((next, 1.0 - between));
        }
        between += told;
    }
    found
}
