//! Makes stories of articles by average linkage, the most alike first.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

use foldhash::HashSet;

use super::index::Index;
use super::vector::Vector;
use crate::text::Union;

/// How alike the articles of two stories must be on average to be of one, from 0 to 1.
pub const ALIKE: f32 = 0.3;

/// With so many others an article may begin a story; through these it reaches the rest of it.
const NEAREST: usize = 16;

/// Two stories that may be one, the lower number first, and how alike they are at most.
struct Merger {
    likeness: f32,
    stories: (usize, usize),
}

impl Ord for Merger {
    fn cmp(&self, other: &Merger) -> Ordering {
        let likeness = self.likeness.total_cmp(&other.likeness);
        likeness.then_with(|| other.stories.cmp(&self.stories))
    }
}

impl PartialOrd for Merger {
    fn partial_cmp(&self, other: &Merger) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Merger {
    fn eq(&self, other: &Merger) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Merger {}

/// Makes one of the two stories that are most alike until none are alike enough; gives the articles of each and their
/// vector. Two stories together are no more like a third than the liker of both is, so that what was found of the parts
/// bounds what is to be found of the whole, and need not be looked at before its turn comes.
pub(super) fn grown(vectors: Vec<Vector>) -> Vec<(Vec<usize>, Vector)> {
    let mut mergers = first_mergers(&vectors);
    let mut stories = Stories::new(vectors);
    let mut known = HashSet::default();
    while let Some(merger) = mergers.pop() {
        if merger.likeness < ALIKE {
            break;
        }
        let now = stories.now(merger.stories);
        if now == merger.stories {
            stories.join(now);
        } else if now.0 != now.1 && known.insert(now) {
            let likeness = stories.likeness(now);
            mergers.push(Merger {
                likeness,
                stories: now,
            });
        }
    }
    stories.all.into_values().collect()
}

/// Each article with those that are most like it.
fn first_mergers(vectors: &[Vector]) -> BinaryHeap<Merger> {
    let mut index = Index::new(vectors);
    let mut mergers = BinaryHeap::new();
    for one in 0..vectors.len() {
        let nearest = index.nearest(one, NEAREST).into_iter();
        mergers.extend(nearest.map(|(other, likeness)| Merger {
            likeness,
            stories: (one.min(other), one.max(other)),
        }));
    }
    mergers
}

/// Stories that grow together. Each has a number of its own, that of an article at first.
struct Stories {
    all: BTreeMap<usize, (Vec<usize>, Vector)>,
    became: Union,
}

impl Stories {
    fn new(vectors: Vec<Vector>) -> Stories {
        Stories {
            became: Union::of(vectors.len()),
            all: vectors
                .into_iter()
                .enumerate()
                .map(|(number, vector)| (number, (vec![number], vector)))
                .collect(),
        }
    }

    /// What two stories are part of by now, the lower number first.
    fn now(&mut self, stories: (usize, usize)) -> (usize, usize) {
        let (one, other) = (self.became.whole(stories.0), self.became.whole(stories.1));
        (one.min(other), one.max(other))
    }

    fn likeness(&self, (one, other): (usize, usize)) -> f32 {
        match (self.all.get(&one), self.all.get(&other)) {
            (Some((_, one)), Some((_, other))) => one.likeness(other),
            _ => 0.0,
        }
    }

    fn join(&mut self, (one, other): (usize, usize)) {
        let (Some(mut a), Some(b)) = (self.all.remove(&one), self.all.remove(&other)) else {
            return;
        };
        let number = self.became.add();
        self.became.join(one, number);
        self.became.join(other, number);
        a.0.extend(b.0);
        self.all.insert(number, (a.0, a.1.plus(&b.1)));
    }
}
