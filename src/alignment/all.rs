//! The links of several articles, two and two.

use std::collections::BTreeMap;

use super::{Alignment, Couple, Preference, align_as};
use crate::correction::Corrections;
use crate::reading::Reading;
use crate::speaker::Cast;
use crate::text::Pair;

/// How each two of some articles are linked. The article of the lower number is the left one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignments {
    of: BTreeMap<(usize, usize), Alignment>,
}

impl Alignments {
    /// Each two articles that were aligned, by number, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Pair<usize>, &Alignment)> {
        self.of
            .iter()
            .map(|(&(left, right), alignment)| (Pair::new(left, right), alignment))
    }

    /// How two articles are linked; `left` must be the lower number. `None` when they were not aligned.
    pub fn of(&self, left: usize, right: usize) -> Option<&Alignment> {
        self.of.get(&(left, right))
    }
}

impl FromIterator<(Pair<usize>, Alignment)> for Alignments {
    fn from_iter<I: IntoIterator<Item = (Pair<usize>, Alignment)>>(pairs: I) -> Alignments {
        let sorted = pairs.into_iter().map(|(articles, alignment)| {
            if articles.left <= articles.right {
                ((articles.left, articles.right), alignment)
            } else {
                ((articles.right, articles.left), alignment.swapped())
            }
        });
        Alignments {
            of: sorted.collect(),
        }
    }
}

/// Links the sentences of each of these pairs of articles, given by their numbers in `readings`, of which `cast` was
/// gathered.
pub fn align_all(
    readings: &[&Reading],
    cast: &Cast,
    pairs: impl IntoIterator<Item = Pair<usize>>,
) -> Alignments {
    align_all_as(readings, cast, pairs, &Corrections::default())
}

/// The same with what the reader tied and cut.
pub fn align_all_as(
    readings: &[&Reading],
    cast: &Cast,
    pairs: impl IntoIterator<Item = Pair<usize>>,
    corrections: &Corrections,
) -> Alignments {
    let pairs = pairs.into_iter();
    let aligned = pairs.filter_map(|articles| {
        let left = *readings.get(articles.left)?;
        let right = *readings.get(articles.right)?;
        let couple = Couple::new(Pair::new(left, right), articles, cast);
        let wanted = Preference {
            threshold: None,
            bonds: corrections.bonds(couple.readings),
        };
        Some((articles, align_as(&couple, &wanted)))
    });
    aligned.collect()
}
