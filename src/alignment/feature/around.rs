//! What the sentences around two, and the other partners of each, are like.

use super::grid::Grid;
use super::{Places, both};
use crate::text::{Pair, Side};

pub(super) struct Around {
    /// For each sentence, its two best likenesses to sentences of the other body.
    best: Pair<Vec<[f32; 2]>>,
    bodies: Pair<usize>,
}

impl Around {
    pub(super) fn new(likeness: &Grid, bodies: Pair<usize>) -> Around {
        let mut best = likeness.totals.map(|total| vec![[0.0_f32; 2]; total]);
        for (pair, value) in likeness.iter() {
            for side in Side::BOTH {
                if *pair.get(side.other()) < *bodies.get(side.other())
                    && let Some(best) = best.get_mut(side).get_mut(*pair.get(side))
                {
                    keep(best, value);
                }
            }
        }
        Around { best, bodies }
    }

    /// The best likenesses of all sentences of the bodies.
    pub(super) fn bests(&self) -> impl Iterator<Item = f32> + '_ {
        let sides = self.best.as_ref().zip(self.bodies).into_iter();
        sides.flat_map(|(best, body)| best.iter().take(body).map(|best| best[0]))
    }

    /// The best likenesses of the headlines.
    pub(super) fn headlines(&self) -> Pair<f32> {
        let each = self.best.as_ref().zip(self.bodies);
        each.map(|(best, body)| best.get(body).map_or(0.0, |best| best[0]))
    }

    pub(super) fn tell(
        &self,
        pair: Pair<usize>,
        likeness: &Grid,
        places: &Places,
        features: &mut Vec<f32>,
    ) {
        let here = likeness.get(pair.left, pair.right);
        let mut nearest = 0.0_f32;
        let mut in_step = 0.0;
        let mut beside = 0.0_f32;
        for (lefts, rights, step) in [
            (
                places.last(Side::Left, pair.left),
                places.last(Side::Right, pair.right),
                true,
            ),
            (
                places.next(Side::Left, pair.left),
                places.next(Side::Right, pair.right),
                true,
            ),
            (
                places.last(Side::Left, pair.left),
                places.next(Side::Right, pair.right),
                false,
            ),
            (
                places.next(Side::Left, pair.left),
                places.last(Side::Right, pair.right),
                false,
            ),
        ] {
            let mut best = 0.0_f32;
            for &(left, weight) in lefts {
                let in_one = places.of_one(Side::Left, pair.left, left);
                for &(right, other) in rights {
                    let value = likeness.get(left, right);
                    best = best.max(weight * other * value);
                    if in_one && places.of_one(Side::Right, pair.right, right) {
                        beside = beside.max(value);
                    }
                }
            }
            nearest = nearest.max(best);
            in_step += if step { best } else { 0.0 };
        }
        let others = self.best.as_ref().zip(pair).map(|(best, sentence)| {
            let [first, second] = best.get(sentence).copied().unwrap_or_default();
            // The best of the others: the second, where this is the best.
            if here >= first { second } else { first }
        });
        let share = others.map(|other| here / (here + other).max(0.1));
        features.extend([nearest, in_step, beside]);
        features.extend(both(others));
        features.extend(both(share));
        features.extend(both(others.map(|other| here - other)));
    }
}

fn keep(best: &mut [f32; 2], value: f32) {
    if value > best[0] {
        *best = [value, best[0]];
    } else if value > best[1] {
        best[1] = value;
    }
}
