use crate::text::Pair;

/// A number for each pair of sentences that is looked at; 0 for the others.
pub(in crate::alignment) struct Grid {
    /// Where the pairs of each left sentence begin.
    starts: Vec<usize>,
    rights: Vec<usize>,
    values: Vec<f32>,
    /// How many sentences there are.
    pub(super) totals: Pair<usize>,
}

impl Grid {
    /// The `values` of `pairs`, which are in order.
    pub(in crate::alignment) fn new(
        pairs: &[Pair<usize>],
        values: Vec<f32>,
        totals: Pair<usize>,
    ) -> Grid {
        let mut starts = Vec::with_capacity(totals.left + 1);
        let mut at = 0;
        for left in 0..=totals.left {
            while pairs.get(at).is_some_and(|pair| pair.left < left) {
                at += 1;
            }
            starts.push(at);
        }
        Grid {
            starts,
            rights: pairs.iter().map(|pair| pair.right).collect(),
            values,
            totals,
        }
    }

    pub(in crate::alignment) fn get(&self, left: usize, right: usize) -> f32 {
        let (Some(&start), Some(&end)) = (self.starts.get(left), self.starts.get(left + 1)) else {
            return 0.0;
        };
        let rights = self.rights.get(start..end).unwrap_or_default();
        let found = rights.binary_search(&right).ok();
        found
            .and_then(|at| self.values.get(start + at))
            .copied()
            .unwrap_or_default()
    }

    /// Every pair with its value.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Pair<usize>, f32)> + '_ {
        let rows = self.starts.windows(2).enumerate();
        rows.flat_map(|(left, range)| {
            let range = range[0]..range[1];
            let rights = self.rights.get(range.clone()).into_iter().flatten();
            let values = self.values.get(range).into_iter().flatten();
            rights
                .zip(values)
                .map(move |(&right, &value)| (Pair::new(left, right), value))
        })
    }
}
