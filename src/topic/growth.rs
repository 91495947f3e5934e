//! Grows topics from the strongest link on.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use foldhash::{HashMap, HashMapExt};

use super::Order;
use super::likeness::{Likeness, Place, fits};
use crate::alignment::Alignments;
use crate::text::Pair;

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
