//! How likely it is that a reader wants two sentences side by side.
//!
//! A small net over what is seen of a pair, and a second one that also knows what the first made of the pairs around it.
//! `examples/train_links.rs` makes their tables; `assets/README.md` has the figures.

use std::sync::LazyLock;

use super::HeadlineLink;
use super::Link;
use super::feature::{Grid, Places, Seen, Signals};
use crate::model::Net;
use crate::text::{Pair, Side};

static FIRST: LazyLock<Net> =
    LazyLock::new(|| Net::new(include_bytes!("../../assets/link_first.table")));
static SECOND: LazyLock<Net> =
    LazyLock::new(|| Net::new(include_bytes!("../../assets/link_second.table")));

/// The score from which a link is shown. F1 is best from .26 on, on the pairs that the tables were made from, each left out
/// of the making in turn; it is set higher, for a wrong link annoys more than a missing one.
pub(super) const THRESHOLD: f32 = 0.32;

/// What one speaker's denying something of the kind in both adds to the log-odds. It is set by hand, and higher than few
/// cases bear out: that somebody refuses the same twice is what a reader misses most.
const SAME_DENIAL: f32 = 1.5;

/// Below this likelihood by the first net the second has nothing to add.
const HOPELESS: f32 = 0.03;

/// How many features the context of a pair adds.
const ADDED: usize = 10;

/// The links of two bodies, and those of their headlines; in order.
pub(super) fn scored(
    signals: &Signals<'_>,
    pairs: Vec<Pair<usize>>,
    bodies: Pair<usize>,
) -> (Vec<Link>, Vec<HeadlineLink>) {
    let seen = signals.see(pairs);
    let first = FIRST.scores(seen.features.iter().map(Vec::as_slice));
    let context = Context::new(&seen, &first, bodies);
    let (mut links, mut headlines) = (Vec::new(), Vec::new());
    for (at, &pair) in seen.pairs.iter().enumerate() {
        let score = if signals.wording.is_same(pair) {
            1.0
        } else if context.likely(at) < HOPELESS {
            context.likely(at)
        } else {
            let refused = f32::from(u8::from(signals.same_denial(pair)));
            likelihood(SECOND.score(&context.features(at)) + SAME_DENIAL * refused)
        };
        let sentences = pair.zip(bodies).map(|(at, body)| (at < body).then_some(at));
        match (sentences.left, sentences.right) {
            (Some(left), Some(right)) => links.push(Link {
                sentences: Pair::new(left, right),
                score,
            }),
            _ => headlines.push(HeadlineLink { sentences, score }),
        }
    }
    (links, headlines)
}

fn likelihood(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}

/// What a first score of every pair tells of those around it.
pub(super) struct Context<'a> {
    seen: &'a Seen,
    /// Log-odds.
    scores: &'a [f32],
    likely: Vec<f32>,
    grid: Grid,
    others: Pair<Vec<Others>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(seen: &'a Seen, scores: &'a [f32], bodies: Pair<usize>) -> Context<'a> {
        let likely: Vec<f32> = scores.iter().map(|&score| likelihood(score)).collect();
        let totals = bodies.map(|body| body + 1);
        let mut others = totals.map(|total| vec![Others::default(); total]);
        for (pair, &likely) in seen.pairs.iter().zip(&likely) {
            for side in Side::BOTH {
                if *pair.get(side.other()) < *bodies.get(side.other())
                    && let Some(others) = others.get_mut(side).get_mut(*pair.get(side))
                {
                    others.add(likely);
                }
            }
        }
        Context {
            grid: Grid::new(&seen.pairs, likely.clone(), totals),
            seen,
            scores,
            likely,
            others,
        }
    }

    /// How likely the pair at `at` is by the first score.
    fn likely(&self, at: usize) -> f32 {
        self.likely.get(at).copied().unwrap_or_default()
    }

    /// The features of the pair at `at`, and what its score and those around it are.
    pub(super) fn features(&self, at: usize) -> Vec<f32> {
        let here = self.likely(at);
        let pair = self.seen.pairs.get(at).copied().unwrap_or_default();
        let own = self.seen.features.get(at).map_or(&[][..], Vec::as_slice);
        let mut all = Vec::with_capacity(own.len() + ADDED);
        all.extend(own);
        all.push(self.scores.get(at).copied().unwrap_or_default());
        let rest = self.others.as_ref().zip(pair).map(|(others, number)| {
            let others = others.get(number).copied().unwrap_or_default();
            [others.best(here), (others.sum - here).max(0.0)]
        });
        for part in 0..2 {
            let both = rest.map(|rest| rest[part]);
            all.extend([both.left.min(both.right), both.left.max(both.right)]);
        }
        all.extend(around(pair, &self.grid, &self.seen.places));
        all
    }
}

/// How likely a sentence's links to the other body are.
#[derive(Clone, Copy, Default)]
struct Others {
    first: f32,
    second: f32,
    sum: f32,
}

impl Others {
    fn add(&mut self, likely: f32) {
        self.sum += likely;
        if likely > self.first {
            (self.first, self.second) = (likely, self.first);
        } else {
            self.second = self.second.max(likely);
        }
    }

    /// The best but for the one at hand, which is as likely as `here`.
    fn best(&self, here: f32) -> f32 {
        if here >= self.first {
            self.second
        } else {
            self.first
        }
    }
}

/// How likely the pairs around one are: in step before and after, crossed, one sentence staying, and all together.
fn around(pair: Pair<usize>, likely: &Grid, places: &Places) -> [f32; 5] {
    let sides = Pair::new(Side::Left, Side::Right).zip(pair);
    let stays = pair.map(|at| [(at, 1.0)]);
    let lasts = sides.map(|(side, at)| places.last(side, at));
    let nexts = sides.map(|(side, at)| places.next(side, at));
    let best = |lefts: &[(usize, f32)], rights: &[(usize, f32)]| {
        let mut best = 0.0_f32;
        for &(left, weight) in lefts {
            for &(right, other) in rights {
                best = best.max(weight * other * likely.get(left, right));
            }
        }
        best
    };
    let before = best(lasts.left, lasts.right);
    let after = best(nexts.left, nexts.right);
    let crossed = best(lasts.left, nexts.right).max(best(nexts.left, lasts.right));
    let left = best(&stays.left, lasts.right).max(best(&stays.left, nexts.right));
    let right = best(lasts.left, &stays.right).max(best(nexts.left, &stays.right));
    [
        before,
        after,
        crossed,
        left.max(right),
        before + after + crossed + left + right,
    ]
}
