//! Grows topics from the strongest link on.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};
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

/// Groups of linked sentences of two articles at least, each in order; every sentence stands in one of them at most.
///
/// The two groups that are linked most strongly on average become one, again and again, as long as that is strong enough
/// (average linkage). So nothing is joined by a chain: what is like the one end only stays out. A sentence that is left
/// over then joins the group with most of whose articles it is linked. At last what disagrees comes together.
pub(super) fn grow(
    order: &Order<'_>,
    alignments: &Alignments,
    disputed: &BTreeSet<[Place; 2]>,
) -> Vec<Vec<Place>> {
    let likeness = Likeness::new(order, alignments);
    let mut growth = Growth::new(&likeness);
    while let Some(next) = growth.waiting.pop() {
        growth.merge(&next);
    }
    growth.take_in();
    growth.bring_together(disputed);
    let mut groups = growth.groups;
    let rank = |place: Option<&Place>| place.map(|place| place.rank);
    groups.retain(|group| rank(group.first()) != rank(group.last()));
    groups.sort_unstable();
    groups
}

/// Groups that grow.
struct Growth<'a> {
    likeness: &'a Likeness<'a>,
    /// Those that have gone into others are empty.
    groups: Vec<Vec<Place>>,
    /// For each group, those that a link leads to.
    beside: Vec<BTreeSet<usize>>,
    /// Two groups that may become one, as they were when that was found out.
    waiting: BinaryHeap<Candidate>,
}

/// Two groups by number and length: one that has grown since is another.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Candidate {
    strength: f32,
    /// The first places of both, so that equals are taken in an order of their own.
    first: Pair<Place>,
    groups: Pair<usize>,
    lengths: Pair<usize>,
}

impl Eq for Candidate {}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Candidate) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Candidate {
    fn cmp(&self, other: &Candidate) -> Ordering {
        let key = |one: &Candidate| {
            (
                one.first.left,
                one.first.right,
                one.lengths.left,
                one.lengths.right,
            )
        };
        let strength = self.strength.total_cmp(&other.strength);
        strength.then_with(|| key(other).cmp(&key(self)))
    }
}

impl<'a> Growth<'a> {
    fn new(likeness: &'a Likeness<'a>) -> Growth<'a> {
        let mut growth = Growth {
            likeness,
            groups: Vec::new(),
            beside: Vec::new(),
            waiting: BinaryHeap::new(),
        };
        let mut numbers: BTreeMap<Place, usize> = BTreeMap::new();
        for (one, other) in likeness.links() {
            let [one, other] = [one, other].map(|place| {
                *numbers
                    .entry(place)
                    .or_insert_with(|| growth.begin(vec![place]))
            });
            growth.join(one, other);
        }
        for number in 0..growth.groups.len() {
            growth.weigh(number, |other| other > number);
        }
        growth
    }

    fn join(&mut self, one: usize, other: usize) {
        for (from, to) in [(one, other), (other, one)] {
            if let Some(beside) = self.beside.get_mut(from) {
                beside.insert(to);
            }
        }
    }

    /// Finds out whether a group and those beside it may become one.
    fn weigh(&mut self, number: usize, wanted: impl Fn(usize) -> bool) {
        let beside = self.beside.get(number).into_iter().flatten().copied();
        let found = beside.filter(|&other| wanted(other)).filter_map(|other| {
            let (one, two) = (self.groups.get(number)?, self.groups.get(other)?);
            let ((one, left), (two, right)) = if one.first() <= two.first() {
                ((one, number), (two, other))
            } else {
                ((two, other), (one, number))
            };
            Some(Candidate {
                strength: self.likeness.strength(one, two)?,
                first: Pair::new(*one.first()?, *two.first()?),
                groups: Pair::new(left, right),
                lengths: Pair::new(one.len(), two.len()),
            })
        });
        let found: Vec<Candidate> = found.collect();
        self.waiting.extend(found);
    }

    fn merge(&mut self, next: &Candidate) {
        let length = |number: usize| self.groups.get(number).map_or(0, Vec::len);
        if next.groups.map(length) != next.lengths {
            return;
        }
        let Pair {
            left: into,
            right: from,
        } = next.groups;
        self.move_all(from, into);
        self.weigh(into, |_| true);
    }
}

impl Growth<'_> {
    /// Makes one group of those that two sentences stand in; where that would be too much, one sentence goes over to the
    /// group of the other.
    fn bring_together(&mut self, disputed: &BTreeSet<[Place; 2]>) {
        let mut homes: HashMap<Place, usize> = HashMap::new();
        for (number, group) in self.groups.iter().enumerate() {
            homes.extend(group.iter().map(|&place| (place, number)));
        }
        for &[left, right] in disputed {
            let places = Pair::new(left, right);
            let numbers = places.map(|place| {
                *homes
                    .entry(place)
                    .or_insert_with(|| self.begin(vec![place]))
            });
            let into = self.bring(places, numbers);
            if let Some((into, group)) = into.and_then(|into| Some((into, self.groups.get(into)?)))
            {
                homes.extend(group.iter().map(|&place| (place, into)));
            }
        }
    }

    /// The same for two sentences and their groups; the number of the group that both are in now, if there is one.
    fn bring(&mut self, places: Pair<Place>, numbers: Pair<usize>) -> Option<usize> {
        if numbers.left == numbers.right {
            return Some(numbers.left);
        }
        let (left, right) = (
            self.groups.get(numbers.left)?,
            self.groups.get(numbers.right)?,
        );
        if fits(left, right) {
            self.move_all(numbers.right, numbers.left);
            return Some(numbers.left);
        }
        let leftward = (places.right, numbers.right, numbers.left);
        let rightward = (places.left, numbers.left, numbers.right);
        // The one from the smaller group goes over, if there is room.
        let ways = if left.len() < right.len() {
            [rightward, leftward]
        } else {
            [leftward, rightward]
        };
        let has_room = |&(place, _, into): &(Place, usize, usize)| {
            let group = self.groups.get(into);
            group.is_some_and(|group| fits(&[place], group))
        };
        let (place, from, into) = ways.into_iter().find(has_room)?;
        self.groups.get_mut(from)?.retain(|one| *one != place);
        let alone = self.begin(vec![place]);
        self.move_all(alone, into);
        Some(into)
    }

    /// Begins a group; its number.
    fn begin(&mut self, group: Vec<Place>) -> usize {
        self.groups.push(group);
        self.beside.push(BTreeSet::new());
        self.groups.len() - 1
    }

    fn move_all(&mut self, from: usize, into: usize) {
        let moved = self.groups.get_mut(from).map(std::mem::take);
        if let (Some(moved), Some(group)) = (moved, self.groups.get_mut(into)) {
            group.extend(moved);
            group.sort_unstable();
        }
        let beside = self.beside.get_mut(from).map(std::mem::take);
        for other in beside.unwrap_or_default() {
            if let Some(theirs) = self.beside.get_mut(other) {
                theirs.remove(&from);
            }
            if other != into {
                self.join(into, other);
            }
        }
    }

    /// Gives each sentence that is left over to the group that it is linked with best, as the groups are now, if that is
    /// linked with it in half of its other articles at least. Else it would be told from what tells the same.
    fn take_in(&mut self) {
        let numbers = 0..self.groups.len();
        let joining: Vec<(usize, usize)> = numbers
            .filter_map(|number| {
                let [place] = self.groups.get(number)?.as_slice() else {
                    return None;
                };
                let beside = self.beside.get(number)?.iter().copied();
                let found = beside.filter_map(|other| {
                    let group = self.groups.get(other).filter(|group| group.len() > 1)?;
                    Some((self.likeness.part(*place, group)?, other))
                });
                let best = found.max_by(|(one, a), (other, b)| {
                    let first =
                        |number: usize| self.groups.get(number).and_then(|group| group.first());
                    one.total_cmp(other).then_with(|| first(*b).cmp(&first(*a)))
                })?;
                Some((number, best.1))
            })
            .collect();
        for (number, into) in joining {
            let both = self.groups.get(number).zip(self.groups.get(into));
            if both.is_some_and(|(one, group)| fits(one, group)) {
                self.move_all(number, into);
            }
        }
    }
}

struct Likeness<'a> {
    order: &'a Order<'a>,
    alignments: &'a Alignments,
    /// By the numbers of two articles and of a sentence of the first: the sentences of the second in its passage, if that
    /// is sure.
    passages: HashMap<(usize, usize, usize), Range<usize>>,
}

impl<'a> Likeness<'a> {
    fn new(order: &'a Order<'a>, alignments: &'a Alignments) -> Likeness<'a> {
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
    fn links(&self) -> BTreeSet<(Place, Place)> {
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
    fn part(&self, place: Place, group: &[Place]) -> Option<f32> {
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
    fn strength(&self, one: &[Place], other: &[Place]) -> Option<f32> {
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
fn fits(one: &[Place], other: &[Place]) -> bool {
    let ranks: BTreeSet<usize> = one.iter().map(|place| place.rank).collect();
    let of = |group: &[Place], rank: usize| group.iter().filter(|place| place.rank == rank).count();
    ranks
        .into_iter()
        .all(|rank| of(one, rank) + of(other, rank) <= MOST)
}
