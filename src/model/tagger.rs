use super::FeatureSet;

/// A linear-chain conditional random field (Lafferty, `McCallum`, Pereira 2001) over hashed features.
///
/// Its table holds, as signed bytes in units of [`Tagger::UNIT`]: for each row a weight a label; then for each label, and
/// last for a sequence's start, the weight of each label that follows.
#[derive(Clone, Copy, Debug)]
pub struct Tagger<'a> {
    table: &'a [u8],
    labels: usize,
    rows: usize,
}

/// What a tagger makes of a sequence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tagging {
    /// The best label for each element.
    pub labels: Vec<usize>,
    /// The probability of each label for each element, element by element.
    pub marginals: Vec<f32>,
}

impl<'a> Tagger<'a> {
    /// What a step of a weight's byte stands for.
    pub const UNIT: f32 = 1.0 / 24.0;

    /// A tagger of `labels` labels whose weights are `table`.
    pub fn new(table: &'a [u8], labels: usize) -> Tagger<'a> {
        let rows = (table.len() / labels).saturating_sub(labels + 1);
        Tagger {
            table,
            labels,
            rows,
        }
    }

    fn weight(&self, row: usize, label: usize) -> f32 {
        let byte = self
            .table
            .get(row * self.labels + label)
            .copied()
            .unwrap_or(0);
        f32::from(i8::from_ne_bytes([byte])) * Self::UNIT
    }

    /// Tags a sequence. From the score of label 0 of each element so much is taken off as `handicaps` gives for it; the
    /// marginals are those without.
    pub fn tag(&self, sequence: &[FeatureSet], handicaps: &[f32]) -> Tagging {
        let labels = self.labels;
        if sequence.is_empty() || self.rows == 0 {
            return Tagging {
                labels: vec![0; sequence.len()],
                marginals: vec![0.0; sequence.len() * labels],
            };
        }
        let emissions: Vec<f32> = sequence
            .iter()
            .flat_map(|element| self.emission(element))
            .collect();
        let follow: Vec<f32> = (0..labels)
            .flat_map(|from| (0..labels).map(move |to| (from, to)))
            .map(|(from, to)| self.weight(self.rows + from, to))
            .collect();
        let start: Vec<f32> = (0..labels)
            .map(|to| self.weight(self.rows + labels, to))
            .collect();
        let chain = Chain {
            labels,
            emissions: &emissions,
            follow: &follow,
            start: &start,
        };
        let marginals = chain.marginals();
        let mut leaning = emissions.clone();
        let firsts = leaning.iter_mut().step_by(labels);
        firsts
            .zip(handicaps)
            .for_each(|(score, handicap)| *score -= handicap);
        let best = Chain {
            emissions: &leaning,
            ..chain
        };
        Tagging {
            labels: best.best(),
            marginals,
        }
    }

    fn emission(&self, element: &FeatureSet) -> Vec<f32> {
        let mut sums = vec![0_i32; self.labels];
        for &id in element.ids() {
            let row = id as usize % self.rows * self.labels;
            let weights = self.table.get(row..row + self.labels).unwrap_or_default();
            for (sum, &byte) in sums.iter_mut().zip(weights) {
                *sum += i32::from(i8::from_ne_bytes([byte]));
            }
        }
        #[expect(
            clippy::cast_precision_loss,
            reason = "a sum of some hundred bytes is small"
        )]
        sums.into_iter()
            .map(|sum| sum as f32 * Self::UNIT)
            .collect()
    }
}

/// The scores of one sequence: what each element says of each label, and which labels follow each other.
#[derive(Clone, Copy, Debug)]
struct Chain<'a> {
    /// The number of labels.
    labels: usize,
    /// For each element, the score of each label.
    emissions: &'a [f32],
    /// For each label, the score of each label that follows.
    follow: &'a [f32],
    /// The score of each label at the start.
    start: &'a [f32],
}

impl Chain<'_> {
    fn length(&self) -> usize {
        self.emissions.len() / self.labels
    }

    fn emission(&self, at: usize, label: usize) -> f32 {
        self.emissions[at * self.labels + label]
    }

    /// The labels of the best path (Viterbi).
    fn best(&self) -> Vec<usize> {
        let labels = self.labels;
        let mut scores: Vec<f32> = (0..labels)
            .map(|label| self.start[label] + self.emission(0, label))
            .collect();
        let mut came_from: Vec<usize> = Vec::with_capacity(self.emissions.len());
        for at in 1..self.length() {
            let mut next = Vec::with_capacity(labels);
            for to in 0..labels {
                let score = |from: &usize| scores[*from] + self.follow[from * labels + to];
                let from = (0..labels)
                    .max_by(|a, b| score(a).total_cmp(&score(b)))
                    .unwrap_or_default();
                came_from.push(from);
                next.push(score(&from) + self.emission(at, to));
            }
            scores = next;
        }
        let mut label = (0..labels)
            .max_by(|&a, &b| scores[a].total_cmp(&scores[b]))
            .unwrap_or_default();
        let mut path = vec![label];
        for step in came_from.chunks(labels).rev() {
            label = step[label];
            path.push(label);
        }
        path.reverse();
        path
    }

    /// The probability of each label for each element (forward–backward, scaled).
    fn marginals(&self) -> Vec<f32> {
        let labels = self.labels;
        let follow: Vec<f32> = self.follow.iter().map(|score| score.exp()).collect();
        let length = self.length();
        let mut forward = vec![0.0_f32; length * labels];
        let mut backward = vec![1.0_f32; length * labels];
        let local = self.local();
        for at in 0..length {
            for to in 0..labels {
                let before = match at {
                    0 => self.start[to].exp(),
                    _ => (0..labels)
                        .map(|from| forward[(at - 1) * labels + from] * follow[from * labels + to])
                        .sum(),
                };
                forward[at * labels + to] = before * local[at * labels + to];
            }
            scale(&mut forward[at * labels..(at + 1) * labels]);
        }
        for at in (0..length.saturating_sub(1)).rev() {
            for from in 0..labels {
                let after = |to: usize| {
                    follow[from * labels + to]
                        * local[(at + 1) * labels + to]
                        * backward[(at + 1) * labels + to]
                };
                backward[at * labels + from] = (0..labels).map(after).sum();
            }
            scale(&mut backward[at * labels..(at + 1) * labels]);
        }
        let mut marginals: Vec<f32> = forward.iter().zip(&backward).map(|(a, b)| a * b).collect();
        marginals.chunks_mut(labels).for_each(scale);
        marginals
    }

    /// The exponentials of the emissions, each element's largest being 1.
    fn local(&self) -> Vec<f32> {
        let largest = |scores: &[f32]| scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        self.emissions
            .chunks(self.labels)
            .flat_map(|scores| {
                let top = largest(scores);
                scores.iter().map(move |score| (score - top).exp())
            })
            .collect()
    }
}

/// Makes values sum to 1.
fn scale(values: &mut [f32]) {
    let sum: f32 = values.iter().sum();
    if sum > 0.0 {
        for value in values {
            *value /= sum;
        }
    }
}
