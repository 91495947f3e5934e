/// Small networks of one hidden layer, whose answers are averaged. What goes in changes what comes out smoothly: two inputs
/// that are all but the same get all but the same score.
#[derive(Clone, Debug, Default)]
pub struct Net {
    inputs: usize,
    /// For each input, what is taken from it and what the rest is multiplied with.
    scales: Vec<[f32; 2]>,
    /// For each cell of the hidden layers of all networks, its weights and last its bias.
    cells: Vec<f32>,
    /// For each cell, what its answer counts.
    answers: Vec<f32>,
    bias: f32,
}

/// Beyond so many times its usual spread an input counts no more.
pub const FAR: f32 = 4.0;

impl Net {
    /// Reads a table of little-endian `f32`: how many inputs there are; for each, its middle and the inverse of its spread;
    /// the bias; for each cell its weights, its bias and what its answer counts. Anything else is a net that says nothing.
    pub fn new(table: &[u8]) -> Net {
        let mut numbers = table
            .chunks_exact(size_of::<f32>())
            .filter_map(|bytes| Some(f32::from_le_bytes(bytes.try_into().ok()?)));
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a count of inputs"
        )]
        let inputs = numbers.next().unwrap_or_default() as usize;
        let scales = numbers.by_ref().take(2 * inputs).collect::<Vec<f32>>();
        let mut net = Net {
            inputs,
            scales: scales.as_chunks::<2>().0.to_vec(),
            bias: numbers.next().unwrap_or_default(),
            ..Net::default()
        };
        let rest: Vec<f32> = numbers.collect();
        for cell in rest.chunks_exact(inputs + 2) {
            if let Some((answer, weights)) = cell.split_last() {
                net.cells.extend(weights);
                net.answers.push(*answer);
            }
        }
        net
    }

    /// How many inputs it has.
    pub fn inputs(&self) -> usize {
        self.inputs
    }

    /// The log-odds that what has these features is what is looked for; a feature too many is not looked at.
    pub fn score(&self, features: &[f32]) -> f32 {
        self.score_in(features, &mut Vec::new())
    }

    /// The same of many.
    pub fn scores<'f>(&self, many: impl IntoIterator<Item = &'f [f32]>) -> Vec<f32> {
        let mut room = Vec::with_capacity(self.inputs);
        let many = many.into_iter();
        many.map(|features| self.score_in(features, &mut room))
            .collect()
    }

    fn score_in(&self, features: &[f32], scaled: &mut Vec<f32>) -> f32 {
        let all = self.scales.iter().zip(features);
        scaled.clear();
        scaled.extend(
            all.map(|([middle, scale], value)| ((value - middle) * scale).clamp(-FAR, FAR)),
        );
        let cells = self.cells.chunks_exact(self.inputs + 1).zip(&self.answers);
        let answers = cells.map(|(cell, answer)| {
            let (bias, weights) = cell.split_last().unwrap_or((&0.0, &[]));
            answer * squashed(bias + product(weights, scaled))
        });
        self.bias + answers.sum::<f32>()
    }
}

/// From -1 to 1; near the hyperbolic tangent, and the same on every machine.
pub fn squashed(value: f32) -> f32 {
    value / (1.0 + value.abs())
}

/// The sum of the products, in eight lanes that the compiler can keep side by side.
fn product(a: &[f32], b: &[f32]) -> f32 {
    let (a, a_rest) = a.as_chunks::<8>();
    let (b, b_rest) = b.as_chunks::<8>();
    let mut lanes = [0.0; 8];
    for (a, b) in a.iter().zip(b) {
        for ((lane, a), b) in lanes.iter_mut().zip(a).zip(b) {
            *lane += a * b;
        }
    }
    let rest: f32 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    lanes.iter().sum::<f32>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_net_adds_what_its_cells_answer() {
        let table = [
            2.0, // inputs
            1.0, 0.5, 0.0, 1.0,  // their scales
            0.25, // the bias
            1.0, 2.0, 0.0, 3.0, // a cell
            0.0, 0.0, 1.0, 0.5, // a cell that does not look
        ];
        let table: Vec<u8> = table
            .iter()
            .flat_map(|value: &f32| value.to_le_bytes())
            .collect();
        let net = Net::new(&table);
        assert_eq!(net.inputs(), 2);
        // 3 * 3 / (1 + 3) + 0.5 * 1 / (1 + 1) + 0.25
        assert!((net.score(&[3.0, 1.0]) - 2.75).abs() < 1e-6);
        assert!((net.score(&[1.0, 0.0]) - 0.5).abs() < 1e-6);
        assert!(Net::new(&[]).score(&[1.0]).abs() < 1e-6);
    }
}
