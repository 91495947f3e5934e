//! How strongly sentences of several articles, and groups of them, are linked.

use std::collections::BTreeSet;
use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

use super::Order;
use crate::alignment::{Alignment, Alignments, Passage};
use crate::text::Pair;

/// The most sentences that an article has in a topic: what is longer is a whole section, and says no more than its parts.
const MOST: usize = 5;

/// What two groups must come to on average over all pairs of their sentences, when a sure link counts 1 and a
/// weaker one as its share of that: most pairs must be linked, and the rest not quite unlike.
const LINKAGE: f32 = 0.7;

/// How far from the threshold to 1 a link must come for a topic: beside a text a link that may be wrong does little harm,
/// but a topic says that all of it is about one thing.
const SURER: f32 = 0.2;

/// What two sentences of one article count that are not neighbours: it tells them apart, or comes back to the matter.
const APART: f32 = 0.2;

/// A sentence of one of the articles in their own order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place {
    pub(super) rank: usize,
    /// Its number in `Reading::sentences`.
    pub(super) sentence: usize,
}

/// How like each other sentences of several articles are.
pub(super) struct Likeness<'a> {
    order: &'a Order<'a>,
    alignments: &'a Alignments,
    /// By the numbers of two articles and of a sentence of the first: the sentences of the second in its passage, if that
    /// is sure.
    passages: HashMap<(usize, usize, usize), Range<usize>>,
}

impl<'a> Likeness<'a> {
    pub(super) fn new(order: &'a Order<'a>, alignments: &'a Alignments) -> Likeness<'a> {
        let mut passages = HashMap::new();
        for (articles, alignment) in alignments.iter() {
            let is_sure = |passage: &&Passage| passage.score >= sure(alignment);
            for passage in alignment.passages.iter().filter(is_sure) {
                let sentences = &passage.sentences;
                passages.extend(sentences.left.clone().map(|sentence| {
                    let key = (articles.left, articles.right, sentence);
                    (key, sentences.right.clone())
                }));
            }
        }
        Likeness {
            order,
            alignments,
            passages,
        }
    }

    /// The links that are shown, and two across each passage; each from the first place to the second.
    pub(super) fn links(&self) -> BTreeSet<(Place, Place)> {
        let ranks = self.order.ranks();
        let rank = |article: usize| ranks.get(article).copied().unwrap_or_default();
        let mut links = BTreeSet::new();
        for (articles, alignment) in self.alignments.iter() {
            let shown = alignment.shown().map(|link| link.sentences);
            let ends = alignment.passages.iter().flat_map(|passage| {
                let Pair { left, right } = passage.sentences.as_ref();
                [
                    Pair::new(left.start, right.end - 1),
                    Pair::new(left.end - 1, right.start),
                ]
            });
            for sentences in shown.chain(ends) {
                let places = articles.zip(sentences).map(|(article, sentence)| Place {
                    rank: rank(article),
                    sentence,
                });
                let (one, other) = (places.left, places.right);
                links.insert((one.min(other), one.max(other)));
            }
        }
        links
    }

    /// The score of two sentences as a share of what is sure, all of it where they stand in one passage; `None` for
    /// neighbours in one article, which tell it together.
    fn of(&self, one: Place, other: Place) -> Option<f32> {
        let (one, other) = (self.numbered(one), self.numbered(other));
        let (left, right) = (one.min(other), one.max(other));
        if left.0 == right.0 {
            return (left.1.abs_diff(right.1) > 1).then_some(APART);
        }
        let Some(alignment) = self.alignments.of(left.0, right.0) else {
            return Some(0.0);
        };
        let score = alignment.score(Pair::new(left.1, right.1));
        let share = score / sure(alignment).max(f32::EPSILON);
        let passage = self.passages.get(&(left.0, right.0, left.1));
        if passage.is_some_and(|rights| rights.contains(&right.1)) {
            return Some(share.max(1.0));
        }
        Some(share)
    }

    fn numbered(&self, place: Place) -> (usize, usize) {
        (self.order.article(place.rank), place.sentence)
    }

    /// How strongly a sentence is linked with the other articles of a group on average; `None` when with less than half of
    /// them.
    pub(super) fn part(&self, place: Place, group: &[Place]) -> Option<f32> {
        let articles = group.chunk_by(|one, next| one.rank == next.rank);
        let others = articles.filter(|cell| cell.first().is_some_and(|one| one.rank != place.rank));
        let best = others.map(|cell| {
            let scores = cell.iter().filter_map(|&other| self.of(place, other));
            scores.fold(0.0, f32::max)
        });
        let best: Vec<f32> = best.collect();
        let linked = best.iter().filter(|&&score| score >= 1.0).count();
        let mean = best.iter().sum::<f32>() / super::share(best.len(), 1);
        (linked > 0 && 2 * linked >= best.len()).then_some(mean)
    }

    /// How strongly two groups are linked on average; `None` when they do not tell of one thing.
    pub(super) fn strength(&self, one: &[Place], other: &[Place]) -> Option<f32> {
        if !fits(one, other) {
            return None;
        }
        let pairs = one.iter().flat_map(|&a| other.iter().map(move |&b| (a, b)));
        let scores: Vec<f32> = pairs.filter_map(|(a, b)| self.of(a, b)).collect();
        let mean = |most: f32| {
            let sum: f32 = scores.iter().map(|score| score.min(most)).sum();
            sum / super::share(scores.len(), 1)
        };
        // A strong link stands for no other: what is like one of two only is not like both.
        let least = if scores.len() == 1 { 1.0 } else { LINKAGE };
        (mean(1.0) >= least).then(|| mean(f32::MAX))
    }
}

/// The score from which a link is sure enough for a topic.
fn sure(alignment: &Alignment) -> f32 {
    alignment.threshold + SURER * (1.0 - alignment.threshold)
}

/// Whether no article would have too much in a group of both.
pub(super) fn fits(one: &[Place], other: &[Place]) -> bool {
    let ranks: BTreeSet<usize> = one.iter().map(|place| place.rank).collect();
    let of = |group: &[Place], rank: usize| group.iter().filter(|place| place.rank == rank).count();
    ranks
        .into_iter()
        .all(|rank| of(one, rank) + of(other, rank) <= MOST)
}
