use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BinaryHeap, HashSet};

use super::index::Index;
use super::rarity::Rarity;
use super::terms::Terms;
use super::vector::Vector;

/// How alike the articles of two stories must be on average to be of one.
const ALIKE: f32 = 0.3;

/// With so many others an article may begin a story; through these it reaches the rest of it.
const NEAREST: usize = 16;

/// Articles about the same event.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// Their numbers, in order.
    pub articles: Vec<usize>,
    /// The terms that most of them have, with what each tells of them, the most telling first; none when it is one alone.
    pub(super) telling: Vec<(u32, f32)>,
}

/// Groups articles by event. Each is of one story, perhaps the only one there; the largest come first, then that of the
/// lower number. Which articles are together does not depend on their order.
pub fn stories(articles: &[&Terms]) -> Vec<Story> {
    let rarity = Rarity::of(articles.iter().copied());
    // An order of their own, in which sums of their weights come out the same.
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by(|&a, &b| match (articles.get(a), articles.get(b)) {
        (Some(a), Some(b)) => by_content(a, b),
        _ => Ordering::Equal,
    });
    let ordered = order.iter().filter_map(|&number| articles.get(number));
    let vectors: Vec<Vector> = ordered.map(|terms| Vector::new(terms, &rarity)).collect();
    let mut stories: Vec<Story> = grown(vectors)
        .into_iter()
        .map(|(members, vector)| {
            let mut members: Vec<usize> = members
                .iter()
                .filter_map(|&at| order.get(at).copied())
                .collect();
            members.sort_unstable();
            Story {
                telling: telling(&members, articles, &vector, &rarity),
                articles: members,
            }
        })
        .collect();
    stories.sort_by_key(|story| {
        (
            Reverse(story.articles.len()),
            story.articles.first().copied(),
        )
    });
    stories
}

fn by_content(a: &Terms, b: &Terms) -> Ordering {
    let keys = |terms: &Terms| -> Vec<(u32, u32)> {
        let weights = terms.weights.iter();
        weights
            .map(|(key, weight)| (*key, weight.to_bits()))
            .collect()
    };
    let lengths = a.weights.len().cmp(&b.weights.len());
    lengths
        .then(a.day.cmp(&b.day))
        .then_with(|| keys(a).cmp(&keys(b)))
}

/// The terms that most of the `members` have, worth the more the fewer of the others have them; the best first.
fn telling(
    members: &[usize],
    articles: &[&Terms],
    vector: &Vector,
    rarity: &Rarity,
) -> Vec<(u32, f32)> {
    if members.len() < 2 {
        return Vec::new();
    }
    let all = vector.articles;
    let others = (rarity.articles - all).max(1.0);
    let mut telling: Vec<(u32, f32)> = vector
        .heaviest(TELLING)
        .into_iter()
        .filter_map(|(key, weight)| {
            let holds = |&&number: &&usize| articles.get(number).is_some_and(|one| one.has(key));
            #[expect(
                clippy::cast_precision_loss,
                reason = "articles are counted in thousands"
            )]
            let inside = members.iter().filter(holds).count() as f32;
            let outside = (rarity.holding(key) - inside) / others;
            let worth = weight / all * inside / all * (1.0 - outside).max(0.0);
            (2.0 * inside > all).then_some((key, worth))
        })
        .collect();
    telling.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    telling
}

/// So many terms are enough to find words for a story.
const TELLING: usize = 60;

/// Two stories that may be one, and how alike they are at most.
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

/// Makes one of the two stories that are most alike until none are alike enough; gives the articles and the vector of
/// each. Average linkage: two stories together are no more like a third than the liker of both, so that what was found
/// of the parts bounds what is to be found of the whole.
fn grown(vectors: Vec<Vector>) -> Vec<(Vec<usize>, Vector)> {
    let index = Index::new(&vectors);
    let mut mergers = BinaryHeap::new();
    for one in 0..vectors.len() {
        for (other, likeness) in index.nearest(one, NEAREST) {
            let stories = (one.min(other), one.max(other));
            mergers.push(Merger { likeness, stories });
        }
    }
    let mut became: Vec<usize> = (0..vectors.len()).collect();
    let mut stories: BTreeMap<usize, (Vec<usize>, Vector)> = vectors
        .into_iter()
        .enumerate()
        .map(|(number, vector)| (number, (vec![number], vector)))
        .collect();
    let mut known = HashSet::new();
    while let Some(Merger {
        likeness,
        stories: (one, other),
    }) = mergers.pop()
    {
        if likeness < ALIKE {
            break;
        }
        let now = (last(&mut became, one), last(&mut became, other));
        if now.0 == now.1 {
            continue;
        }
        if now != (one, other) {
            let pair = (now.0.min(now.1), now.0.max(now.1));
            if let (true, Some(a), Some(b)) = (
                known.insert(pair),
                stories.get(&pair.0),
                stories.get(&pair.1),
            ) {
                let likeness = a.1.likeness(&b.1);
                mergers.push(Merger {
                    likeness,
                    stories: pair,
                });
            }
            continue;
        }
        let (Some(a), Some(b)) = (stories.remove(&one), stories.remove(&other)) else {
            continue;
        };
        let number = became.len();
        became.push(number);
        for old in [one, other] {
            if let Some(slot) = became.get_mut(old) {
                *slot = number;
            }
        }
        let mut articles = a.0;
        articles.extend(b.0);
        stories.insert(number, (articles, a.1.plus(&b.1)));
    }
    stories.into_values().collect()
}

/// What a story is part of by now.
fn last(became: &mut [usize], mut story: usize) -> usize {
    while let Some(&next) = became.get(story).filter(|&&next| next != story) {
        // Half of the way is cut off for who comes next.
        let further = became.get(next).copied().unwrap_or(next);
        if let Some(slot) = became.get_mut(story) {
            *slot = further;
        }
        story = next;
    }
    story
}
