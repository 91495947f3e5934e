//! Small networks of one hidden layer, fitted by gradients (Adam; Kingma, Ba 2015).

use parallax::model::{FAR, squashed};

use super::Shuffle;

/// What is seen of something, whether it is what is looked for, and how much it counts.
pub(crate) struct Row {
    pub(crate) features: Vec<f32>,
    pub(crate) right: bool,
    pub(crate) weight: f32,
    /// Whether it comes from elsewhere than what is to be judged; the nets can tell, so that what is likelier there is not
    /// taken for likelier here.
    pub(crate) foreign: bool,
}

const NETS: u64 = 4;
const CELLS: usize = 16;
const ROUNDS: usize = 20;
const BATCH: usize = 256;
const RATE: f32 = 3e-3;
/// Draws the weights to nought.
const DECAY: f32 = 2e-3;

/// The table that `Net` reads.
pub(crate) fn train(rows: &[Row], seed: u64) -> Vec<u8> {
    let inputs = rows.first().map_or(0, |row| row.features.len());
    let scales = scales(rows, inputs);
    let inner: Vec<Vec<f32>> = rows.iter().map(|row| scaled(row, &scales)).collect();
    let nets: Vec<Fitted> = (0..NETS)
        .map(|number| {
            let mut net = Fitted::new(rows, inputs + 1, &mut Shuffle(seed + number));
            net.fit(rows, &inner, &mut Shuffle(seed + NETS + number));
            net
        })
        .collect();
    let share = 1.0 / f32::from(u8::try_from(NETS).unwrap_or(1));
    #[expect(clippy::cast_precision_loss, reason = "features are few")]
    let mut table = vec![inputs as f32];
    table.extend(scales.into_iter().flatten());
    table.push(nets.iter().map(|net| net.weights[net.bias()] * share).sum());
    for net in &nets {
        for cell in 0..CELLS {
            let weights = net.cell(cell);
            // What tells the foreign apart is 0 for all that is judged.
            table.extend(&weights[..inputs]);
            table.push(weights[inputs + 1]);
            table.push(net.weights[net.answer(cell)] * share);
        }
    }
    table.into_iter().flat_map(f32::to_le_bytes).collect()
}

/// The middle of every feature and the inverse of its spread, over what is to be judged.
#[expect(clippy::cast_precision_loss, reason = "some thousands")]
fn scales(rows: &[Row], inputs: usize) -> Vec<[f32; 2]> {
    let own: Vec<&Row> = rows.iter().filter(|row| !row.foreign).collect();
    let count = own.len().max(1) as f32;
    let each = (0..inputs).map(|feature| {
        let middle = own.iter().map(|row| row.features[feature]).sum::<f32>() / count;
        let square = |row: &&Row| (row.features[feature] - middle).powi(2);
        let spread = (own.iter().map(square).sum::<f32>() / count).sqrt();
        [middle, 1.0 / spread.max(1e-3)]
    });
    each.collect()
}

fn scaled(row: &Row, scales: &[[f32; 2]]) -> Vec<f32> {
    let features = row.features.iter().zip(scales);
    features
        .map(|(value, [middle, scale])| ((value - middle) * scale).clamp(-FAR, FAR))
        .chain([f32::from(u8::from(row.foreign))])
        .collect()
}

/// All weights of a net in one row: for each cell those of its inputs and its bias, then what each cell's answer counts,
/// then the bias of all.
struct Fitted {
    inputs: usize,
    weights: Vec<f32>,
}

impl Fitted {
    fn new(rows: &[Row], inputs: usize, shuffle: &mut Shuffle) -> Fitted {
        let mut net = Fitted {
            inputs,
            weights: vec![0.0; CELLS * (inputs + 2) + 1],
        };
        #[expect(clippy::cast_precision_loss, reason = "features are few")]
        let wide = 1.0 / (inputs as f32).sqrt();
        for cell in 0..CELLS {
            for input in 0..inputs {
                net.weights[cell * (inputs + 1) + input] = wide * shuffle.spread();
            }
            let answer = net.answer(cell);
            net.weights[answer] = 0.5 * shuffle.spread();
        }
        let weight = |right: bool| -> f32 {
            let rows = rows.iter().filter(|row| row.right == right);
            rows.map(|row| row.weight).sum::<f32>().max(1.0)
        };
        let bias = net.bias();
        net.weights[bias] = (weight(true) / weight(false)).ln();
        net
    }

    fn cell(&self, cell: usize) -> &[f32] {
        let size = self.inputs + 1;
        &self.weights[cell * size..(cell + 1) * size]
    }

    fn answer(&self, cell: usize) -> usize {
        CELLS * (self.inputs + 1) + cell
    }

    fn bias(&self) -> usize {
        CELLS * (self.inputs + 2)
    }

    #[expect(clippy::cast_precision_loss, reason = "some thousands")]
    fn fit(&mut self, rows: &[Row], scaled: &[Vec<f32>], shuffle: &mut Shuffle) {
        let steps = ROUNDS * rows.len().div_ceil(BATCH);
        let mut first = vec![0.0_f32; self.weights.len()];
        let mut second = first.clone();
        let mut step = 0;
        for _ in 0..ROUNDS {
            for batch in shuffle.order(rows.len()).chunks(BATCH) {
                let slope = self.slope(rows, scaled, batch);
                step += 1;
                let rate = RATE * (1.0 - step as f32 / (steps + 1) as f32);
                let warm = [0.9_f32, 0.999].map(|keep| 1.0 - keep.powf(step as f32));
                for (at, weight) in self.weights.iter_mut().enumerate() {
                    first[at] = 0.9 * first[at] + 0.1 * slope[at];
                    second[at] = 0.999 * second[at] + 0.001 * slope[at] * slope[at];
                    *weight -=
                        rate * (first[at] / warm[0]) / ((second[at] / warm[1]).sqrt() + 1e-8);
                }
            }
        }
    }

    /// In which direction the weights make the batch less likely.
    #[expect(clippy::cast_precision_loss, reason = "a batch is small")]
    fn slope(&self, rows: &[Row], scaled: &[Vec<f32>], batch: &[usize]) -> Vec<f32> {
        let size = self.inputs + 1;
        let mut slope = vec![0.0; self.weights.len()];
        let mut sums = [0.0; CELLS];
        for &at in batch {
            let (row, features) = (&rows[at], &scaled[at]);
            let mut score = self.weights[self.bias()];
            for (cell, sum) in sums.iter_mut().enumerate() {
                let weights = self.cell(cell);
                let inputs = weights.iter().zip(features).map(|(a, b)| a * b);
                *sum = weights[self.inputs] + inputs.sum::<f32>();
                score += self.weights[self.answer(cell)] * squashed(*sum);
            }
            let likely = 1.0 / (1.0 + (-score).exp());
            let right = f32::from(u8::from(row.right));
            let error = row.weight * (likely - right) / batch.len() as f32;
            slope[self.bias()] += error;
            for (cell, sum) in sums.iter().enumerate() {
                slope[self.answer(cell)] += error * squashed(*sum);
                let inner = error * self.weights[self.answer(cell)] / (1.0 + sum.abs()).powi(2);
                let weights = &mut slope[cell * size..(cell + 1) * size];
                weights[self.inputs] += inner;
                for (weight, value) in weights.iter_mut().zip(features) {
                    *weight += inner * value;
                }
            }
        }
        for cell in 0..CELLS {
            for input in 0..self.inputs {
                slope[cell * size + input] += DECAY * self.weights[cell * size + input];
            }
            slope[self.answer(cell)] += DECAY * self.weights[self.answer(cell)];
        }
        slope
    }
}
