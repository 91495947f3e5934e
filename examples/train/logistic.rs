//! Logistic regression over hashed features, fitted by stochastic gradient (`AdaGrad`).

use parallax::model::Scorer;

use super::corpus::Joined;
use super::{Shuffle, byte};

const ROWS: usize = 1 << 15;
const EPOCHS: usize = 12;
const RATE: f32 = 0.1;
const DECAY: f32 = 1e-4;

/// The table that [`Scorer`] reads.
pub(crate) fn train(joins: &[Joined]) -> Vec<u8> {
    let mut weights = vec![0.0_f32; ROWS + 1];
    let mut seen = vec![1e-2_f32; ROWS + 1];
    let mut shuffle = Shuffle(2);
    for epoch in 0..EPOCHS {
        let mut wrong = 0;
        for at in shuffle.order(joins.len()) {
            let join = &joins[at];
            let rows = || {
                join.features
                    .iter()
                    .map(|&id| id as usize % ROWS)
                    .chain([ROWS])
            };
            let score: f32 = rows().map(|row| weights[row]).sum();
            wrong += usize::from((score > 0.0) != join.together);
            let slope = 1.0 / (1.0 + (-score).exp()) - if join.together { 1.0 } else { 0.0 };
            for row in rows() {
                let slope = slope + DECAY * weights[row];
                seen[row] += slope * slope;
                weights[row] -= RATE * slope / seen[row].sqrt();
            }
        }
        println!("pass {epoch}: {wrong} of {} pairs wrong", joins.len());
    }
    weights
        .iter()
        .map(|&weight| byte(weight, Scorer::UNIT))
        .collect()
}
