//! What the reader wants of links, laid over what was found.

use std::collections::{BTreeMap, BTreeSet};

use super::{Link, order};
use crate::correction::Bond;
use crate::text::Pair;

/// What the reader wants of the links of two articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preference {
    /// The score from which a link is shown, from 0 to 1; `None` for the usual one.
    pub threshold: Option<f32>,
    /// What the reader tied and cut, the last word last.
    pub bonds: Vec<Bond>,
}

/// The most that another link of a tied sentence may score, so that it stands behind the tie.
const BEHIND: f32 = 0.99;

impl Preference {
    /// The same with the sides exchanged.
    #[must_use]
    pub fn swapped(mut self) -> Preference {
        for bond in &mut self.bonds {
            bond.sentences = bond.sentences.clone().swapped();
        }
        self
    }

    /// Whether the reader tied two sentences, or cut them apart; `None` when nothing was said of them.
    pub fn tied(&self, sentences: Pair<usize>) -> Option<bool> {
        let mut said = self.bonds.iter().rev();
        let last = said.find(|bond| {
            let both = bond.sentences.as_ref().zip(sentences);
            both.into_iter().all(|(run, one)| run.contains(&one))
        });
        last.map(|bond| bond.tied)
    }

    /// Puts what the reader tied into `links`, which are in order, and takes out what was cut.
    pub(super) fn apply(&self, links: &mut Vec<Link>) {
        if self.bonds.is_empty() {
            return;
        }
        let pairs = self.bonds.iter().flat_map(|bond| {
            let (lefts, rights) = (bond.sentences.left.clone(), bond.sentences.right.clone());
            lefts.flat_map(move |left| rights.clone().map(move |right| ((left, right), bond.tied)))
        });
        let said: BTreeMap<(usize, usize), bool> = pairs.collect();
        let tied = said.iter().filter(|(_, tied)| **tied);
        let tied: Vec<(usize, usize)> = tied.map(|(&pair, _)| pair).collect();
        let lefts: BTreeSet<usize> = tied.iter().map(|pair| pair.0).collect();
        let rights: BTreeSet<usize> = tied.iter().map(|pair| pair.1).collect();
        links.retain(|link| !said.contains_key(&order(link.sentences)));
        for link in links.iter_mut() {
            let Pair { left, right } = link.sentences;
            if lefts.contains(&left) || rights.contains(&right) {
                link.score = link.score.min(BEHIND);
            }
        }
        links.extend(tied.into_iter().map(|(left, right)| Link {
            sentences: Pair::new(left, right),
            score: 1.0,
        }));
        links.sort_unstable_by_key(|link| order(link.sentences));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alignment::{Couple, align_as};
    use crate::article::{Article, Label};
    use crate::reading::Reading;
    use crate::speaker::cast;

    const LEFT: &str = "The mayor refused to sell the harbour.\n\nRain fell all night.\n\n\
        Bread is dear in the town, and nobody knows who sells any.";
    const RIGHT: &str = "A choir sang.\n\nThe mayor refused to sell the harbour.\n\n\
        Wet roads were closed in the town until noon.";

    #[test]
    fn what_is_cut_does_not_stand_side_by_side() {
        check(&[], &[(0..1, 1..2)]);
        check(&[(0, 1, false)], &[]);
        check(&[(0, 1, false), (0, 1, true)], &[(0..1, 1..2)]);
    }

    #[test]
    fn what_is_tied_stands_side_by_side_though_nothing_is_shared() {
        check(&[(1, 2, true)], &[(0..1, 1..2), (1..2, 2..3)]);
        // What is word for word the same comes after it, and joins it where it stands beside it.
        check(&[(0, 0, true)], &[(0..1, 0..2)]);
        check(&[(0, 2, true), (0, 1, false)], &[(0..1, 2..3)]);
    }

    #[test]
    fn a_high_threshold_leaves_only_what_is_the_same() {
        let readings = readings();
        let wanted = Preference {
            threshold: Some(0.95),
            ..Preference::default()
        };
        let alignment = aligned(readings.as_ref(), &wanted);
        assert_eq!(alignment.shown().count(), 1);
        let low = Preference {
            threshold: Some(0.0),
            ..Preference::default()
        };
        let low = aligned(readings.as_ref(), &low);
        assert!(low.shown().count() > 1);
    }

    #[test]
    fn exchanging_the_sides_exchanges_what_is_wanted() {
        let readings = readings();
        let wanted = wanted(&[(1, 2, true), (0, 1, false)]);
        let one = aligned(readings.as_ref(), &wanted);
        let other = aligned(readings.as_ref().swapped(), &wanted.swapped());
        assert_eq!(one.links, other.swapped().links);
    }

    fn readings() -> Pair<Reading> {
        let read = |text: &str| Reading::new(Article::plain(text.to_owned(), Label::default()));
        Pair::new(read(LEFT), read(RIGHT))
    }

    fn aligned(readings: Pair<&Reading>, wanted: &Preference) -> crate::alignment::Alignment {
        let cast = cast(&[readings.left, readings.right]);
        align_as(&Couple::new(readings, Pair::new(0, 1), &cast), wanted)
    }

    fn wanted(said: &[(usize, usize, bool)]) -> Preference {
        let bonds = said.iter().map(|&(left, right, tied)| Bond {
            sentences: Pair::new(left..left + 1, right..right + 1),
            tied,
        });
        Preference {
            threshold: None,
            bonds: bonds.collect(),
        }
    }

    /// Expects passages when this was said of sentences.
    #[track_caller]
    fn check(
        said: &[(usize, usize, bool)],
        expected: &[(std::ops::Range<usize>, std::ops::Range<usize>)],
    ) {
        let readings = readings();
        let alignment = aligned(readings.as_ref(), &wanted(said));
        let passages = alignment.passages.into_iter();
        let mut found: Vec<_> = passages
            .map(|passage| (passage.sentences.left, passage.sentences.right))
            .collect();
        found.sort_by_key(|(left, _)| left.start);
        assert_eq!(found, expected);
    }
}
