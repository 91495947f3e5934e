use super::FeatureSet;

/// A linear-chain conditional random field (Lafferty, `McCallum`, Pereira 2001) over hashed features.
///
/// Its table holds, as signed bytes in units of [`Tagger::UNIT`]: for each row a weight a label; then for each label, and
/// last for a sequence's start, the weight of each label that follows.
#[derive(Clone, Copy, Debug)]
pub struct Tagger<'a, const LABELS: usize> {
    rows: &'a [[u8; LABELS]],
    /// What follows each label.
    follow: &'a [[u8; LABELS]],
    start: &'a [u8; LABELS],
}

/// What a tagger makes of a sequence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tagging<const LABELS: usize> {
    /// The best label for each element.
    pub labels: Vec<usize>,
    /// The probability of each label for each element.
    pub marginals: Vec<[f32; LABELS]>,
}

impl<'a, const LABELS: usize> Tagger<'a, LABELS> {
    /// What a step of a weight's byte stands for.
    pub const UNIT: f32 = 1.0 / 24.0;

    /// A tagger whose weights are `table`; `None` when its rows are no power of two.
    pub fn new(table: &'a [u8]) -> Option<Tagger<'a, LABELS>> {
        let (start, others) = table.as_chunks().0.split_last()?;
        let (rows, follow) = others.split_at_checked(others.len().checked_sub(LABELS)?)?;
        rows.len().is_power_of_two().then_some(Tagger {
            rows,
            follow,
            start,
        })
    }

    /// Tags a sequence. From the score of label 0 of each element so much is taken off as `handicaps` gives for it; the
    /// marginals are those without.
    pub fn tag(
        &self,
        sequence: impl Iterator<Item = FeatureSet>,
        handicaps: &[f32],
    ) -> Tagging<LABELS> {
        let mut emissions: Vec<_> = sequence.map(|element| self.emission(&element)).collect();
        let chain = Chain {
            follow: std::array::from_fn(|from| scores(self.follow[from].map(weight))),
            start: scores(self.start.map(weight)),
        };
        let marginals = chain.marginals(&emissions);
        for (emission, handicap) in emissions.iter_mut().zip(handicaps) {
            emission[0] -= handicap;
        }
        Tagging {
            labels: chain.best(&emissions),
            marginals,
        }
    }

    fn emission(&self, element: &FeatureSet) -> [f32; LABELS] {
        let mut sums = [0_i32; LABELS];
        for &id in element.ids() {
            let row = &self.rows[id as usize & (self.rows.len() - 1)];
            for (sum, &byte) in sums.iter_mut().zip(row) {
                *sum += weight(byte);
            }
        }
        scores(sums)
    }
}

fn weight(byte: u8) -> i32 {
    i32::from(i8::from_ne_bytes([byte]))
}

fn scores<const LABELS: usize>(sums: [i32; LABELS]) -> [f32; LABELS] {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a sum of some hundred bytes is small"
    )]
    sums.map(|sum| sum as f32 * Tagger::<LABELS>::UNIT)
}

/// Which labels follow each other.
#[derive(Clone, Copy, Debug)]
struct Chain<const LABELS: usize> {
    /// For each label, the score of each label that follows.
    follow: [[f32; LABELS]; LABELS],
    /// The score of each label at the start.
    start: [f32; LABELS],
}

/// `emissions` are, for each element, the scores of each label.
impl<const LABELS: usize> Chain<LABELS> {
    /// The labels of the best path (Viterbi).
    fn best(&self, emissions: &[[f32; LABELS]]) -> Vec<usize> {
        let Some((first, others)) = emissions.split_first() else {
            return Vec::new();
        };
        let mut scores: [f32; LABELS] =
            std::array::from_fn(|label| self.start[label] + first[label]);
        let mut came_from = Vec::with_capacity(others.len());
        for emission in others {
            let from: [usize; LABELS] = std::array::from_fn(|to| {
                highest::<LABELS>(std::array::from_fn(|from| {
                    scores[from] + self.follow[from][to]
                }))
            });
            scores = std::array::from_fn(|to| {
                scores[from[to]] + self.follow[from[to]][to] + emission[to]
            });
            came_from.push(from);
        }
        let mut label = highest(scores);
        let mut path = vec![label];
        for step in came_from.iter().rev() {
            label = step[label];
            path.push(label);
        }
        path.reverse();
        path
    }

    /// The probability of each label for each element (forward–backward, scaled).
    fn marginals(&self, emissions: &[[f32; LABELS]]) -> Vec<[f32; LABELS]> {
        let follow = self.follow.map(|scores| scores.map(f32::exp));
        let start = self.start.map(f32::exp);
        let local: Vec<[f32; LABELS]> = emissions.iter().map(local).collect();
        let mut marginals: Vec<[f32; LABELS]> = Vec::with_capacity(local.len());
        for local in &local {
            let before = marginals.last().map_or(start, |before| {
                std::array::from_fn(|to| {
                    (0..LABELS)
                        .map(|from| before[from] * follow[from][to])
                        .sum()
                })
            });
            marginals.push(scaled(std::array::from_fn(|to| before[to] * local[to])));
        }
        let mut backward = [1.0; LABELS];
        for (at, forward) in marginals.iter_mut().enumerate().rev() {
            if let Some(local) = local.get(at + 1) {
                let after = |from: usize| {
                    (0..LABELS)
                        .map(|to| follow[from][to] * local[to] * backward[to])
                        .sum()
                };
                backward = scaled(std::array::from_fn(after));
            }
            *forward = scaled(std::array::from_fn(|label| {
                forward[label] * backward[label]
            }));
        }
        marginals
    }
}

/// The label of the highest score, the last of equals.
fn highest<const LABELS: usize>(scores: [f32; LABELS]) -> usize {
    (1..LABELS).fold(0, |best, label| {
        if scores[label] >= scores[best] {
            label
        } else {
            best
        }
    })
}

/// The exponentials of an element's scores, the largest being 1.
fn local<const LABELS: usize>(scores: &[f32; LABELS]) -> [f32; LABELS] {
    let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    scores.map(|score| (score - top).exp())
}

/// The values, made to sum to 1.
fn scaled<const LABELS: usize>(values: [f32; LABELS]) -> [f32; LABELS] {
    let sum: f32 = values.iter().sum();
    if sum > 0.0 {
        values.map(|value| value / sum)
    } else {
        values
    }
}
