//! A linear-chain conditional random field, fitted by stochastic gradient with a rate of its own for each weight
//! (`AdaGrad`, Duchi, Hazan, Singer 2011) and a pull towards zero.
#![expect(
    clippy::needless_range_loop,
    reason = "the sums of a chain are clearest by place and label"
)]

use parallax::model::Tagger;
use parallax::quote::learning::LABELS;

use super::corpus::Marked;
use super::{Shuffle, byte};

/// Rows of the table; more features than rows share them by chance.
const ROWS: usize = 1 << 18;
const EPOCHS: usize = 10;
/// The weights are the mean of those after this pass and the later ones, which chance sways less than the last.
const SETTLED: usize = 4;
const RATE: f32 = 0.05;
/// How much of a weight each visit takes off: so much that words seen once or twice weigh little.
const DECAY: f32 = 0.05;
struct Field {
    weights: Vec<f32>,
    seen: Vec<f32>,
}

/// The table that [`Tagger`] reads.
pub(crate) fn train(sequences: &[Marked]) -> Vec<u8> {
    let size = (ROWS + LABELS + 1) * LABELS;
    let mut field = Field {
        weights: vec![0.0; size],
        seen: vec![1.0; size],
    };
    let mut sums = vec![0.0_f32; size];
    let mut shuffle = Shuffle(1);
    for epoch in 0..EPOCHS {
        let mut loss = 0.0_f64;
        for at in shuffle.order(sequences.len()) {
            loss += field.learn(&sequences[at]);
        }
        println!("pass {epoch}: loss {loss:.0}");
        if epoch >= SETTLED {
            for (sum, weight) in sums.iter_mut().zip(&field.weights) {
                *sum += weight;
            }
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a few passes")]
    let passes = (EPOCHS - SETTLED) as f32;
    sums.iter()
        .map(|&sum| byte(sum / passes, Tagger::<LABELS>::UNIT))
        .collect()
}

impl Field {
    fn learn(&mut self, sequence: &Marked) -> f64 {
        let length = sequence.labels.len();
        if length == 0 {
            return 0.0;
        }
        let emissions: Vec<[f32; LABELS]> = sequence
            .features
            .iter()
            .map(|ids| self.emission(ids))
            .collect();
        let (forward, backward, total) = self.sums(&emissions);
        let mut loss = f64::from(total)
            - f64::from(self.start(sequence.labels[0]) + emissions[0][sequence.labels[0]]);
        for at in 1..length {
            let (from, to) = (sequence.labels[at - 1], sequence.labels[at]);
            loss -= f64::from(self.follow(from, to) + emissions[at][to]);
        }
        let mut follow = [0.0_f32; LABELS * LABELS];
        for at in 1..length {
            for from in 0..LABELS {
                for to in 0..LABELS {
                    let path = forward[at - 1][from]
                        + self.follow(from, to)
                        + emissions[at][to]
                        + backward[at][to];
                    follow[from * LABELS + to] += (path - total).exp();
                }
            }
            follow[sequence.labels[at - 1] * LABELS + sequence.labels[at]] -= 1.0;
        }
        for (at, ids) in sequence.features.iter().enumerate() {
            let mut slope = [0.0_f32; LABELS];
            for label in 0..LABELS {
                slope[label] = (forward[at][label] + backward[at][label] - total).exp();
            }
            slope[sequence.labels[at]] -= 1.0;
            if at == 0 {
                (0..LABELS)
                    .for_each(|label| self.step((ROWS + LABELS) * LABELS + label, slope[label]));
            }
            if slope.iter().all(|slope| slope.abs() < 1e-4) {
                continue;
            }
            for &id in ids {
                let row = id as usize % ROWS * LABELS;
                (0..LABELS).for_each(|label| self.step(row + label, slope[label]));
            }
        }
        (0..follow.len()).for_each(|pair| self.step(ROWS * LABELS + pair, follow[pair]));
        loss
    }

    fn step(&mut self, at: usize, slope: f32) {
        let slope = slope + DECAY * self.weights[at];
        self.seen[at] += slope * slope;
        self.weights[at] -= RATE * slope / self.seen[at].sqrt();
    }

    fn emission(&self, ids: &[u32]) -> [f32; LABELS] {
        let mut sums = [0.0; LABELS];
        for &id in ids {
            let row = id as usize % ROWS * LABELS;
            for (sum, weight) in sums.iter_mut().zip(&self.weights[row..row + LABELS]) {
                *sum += weight;
            }
        }
        sums
    }

    fn follow(&self, from: usize, to: usize) -> f32 {
        self.weights[(ROWS + from) * LABELS + to]
    }

    fn start(&self, to: usize) -> f32 {
        self.weights[(ROWS + LABELS) * LABELS + to]
    }

    /// The logarithms of the forward and backward sums, and of the sum over all paths.
    fn sums(&self, emissions: &[[f32; LABELS]]) -> (Vec<[f32; LABELS]>, Vec<[f32; LABELS]>, f32) {
        let length = emissions.len();
        let mut forward = vec![[0.0; LABELS]; length];
        let mut backward = vec![[0.0; LABELS]; length];
        for to in 0..LABELS {
            forward[0][to] = self.start(to) + emissions[0][to];
        }
        for at in 1..length {
            for to in 0..LABELS {
                let before: [f32; LABELS] =
                    std::array::from_fn(|from| forward[at - 1][from] + self.follow(from, to));
                forward[at][to] = log_sum(&before) + emissions[at][to];
            }
        }
        for at in (0..length - 1).rev() {
            for from in 0..LABELS {
                let after: [f32; LABELS] = std::array::from_fn(|to| {
                    self.follow(from, to) + emissions[at + 1][to] + backward[at + 1][to]
                });
                backward[at][from] = log_sum(&after);
            }
        }
        let total = log_sum(&forward[length - 1]);
        (forward, backward, total)
    }
}

fn log_sum(scores: &[f32; LABELS]) -> f32 {
    let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    top + scores
        .iter()
        .map(|score| (score - top).exp())
        .sum::<f32>()
        .ln()
}
