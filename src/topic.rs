//! What several articles tell: sentences of any number of articles about one thing.

mod growth;
mod label;
mod likeness;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use foldhash::HashSet;

use crate::alignment::Alignments;
use crate::reading::Reading;
use crate::text::Pair;
use growth::grow;
use label::{labels, opening};
use likeness::Place;

/// Sentences of some articles about one thing, or what stands together in one article and nowhere else.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// A few words of the articles that say what it is about.
    pub label: String,
    /// By the number of the article: its sentences, numbers in `Reading::sentences`, in order.
    pub sentences: BTreeMap<usize, Vec<usize>>,
    /// Where it is first told, from 0 at the beginning of an article to 1 at its end: the mean over its articles.
    pub place: f32,
}

/// The number of the only article that has something; `None` when several do. `telling` is by the numbers of the articles.
pub fn only<T>(telling: &BTreeMap<usize, T>) -> Option<usize> {
    let mut articles = telling.keys();
    let first = articles.next().copied();
    first.filter(|_| articles.next().is_none())
}

/// A sentence: the number of its article, and its own in `Reading::sentences`.
pub type SentencePlace = (usize, usize);

/// What `readings`, which `alignments` links, have in common, in order of first mention; then what each has alone, runs of
/// neighbouring sentences, likewise. Every sentence stands in one topic. What is `disputed` is told of one thing however
/// weak the link, so that both sentences stand in one topic as far as that has room. The order of the readings decides
/// nothing.
pub fn topics(
    readings: &[&Reading],
    alignments: &Alignments,
    disputed: &[Pair<SentencePlace>],
) -> Vec<Topic> {
    let order = Order::of(readings);
    let groups = grow(&order, alignments, &order.disputed(disputed));
    let told: HashSet<Place> = groups.iter().flatten().copied().collect();
    let labels = labels(&order, &groups).into_iter();
    let common = groups.iter().zip(labels);
    let common = common.map(|(group, label)| order.topic(group, label));
    let alone = alone(&order, &told).into_iter().map(|group| {
        let label = opening(&order, &group);
        order.topic(&group, label)
    });
    let mut topics: Vec<Topic> = common.chain(alone).collect();
    topics.sort_by(|one, other| {
        let is_alone = |topic: &Topic| only(&topic.sentences).is_some();
        let first = is_alone(one).cmp(&is_alone(other));
        let place = first.then_with(|| one.place.total_cmp(&other.place));
        place.then_with(|| order.first(one).cmp(&order.first(other)))
    });
    topics
}

/// Articles in an order that is the same however they are given: by their text.
struct Order<'a> {
    readings: Vec<&'a Reading>,
    /// The number of each among the readings as they were given.
    articles: Vec<usize>,
}

impl<'a> Order<'a> {
    fn of(readings: &[&'a Reading]) -> Order<'a> {
        let mut numbered: Vec<(usize, &Reading)> = readings.iter().copied().enumerate().collect();
        numbered.sort_by(|(_, one), (_, other)| one.article.text.cmp(&other.article.text));
        let (articles, readings) = numbered.into_iter().unzip();
        Order { readings, articles }
    }

    fn article(&self, rank: usize) -> usize {
        self.articles.get(rank).copied().unwrap_or_default()
    }

    /// The rank of each article by its number.
    fn ranks(&self) -> Vec<usize> {
        let mut ranks = vec![0; self.articles.len()];
        for (rank, &article) in self.articles.iter().enumerate() {
            if let Some(slot) = ranks.get_mut(article) {
                *slot = rank;
            }
        }
        ranks
    }

    /// Each two sentences that disagree, the first one first.
    fn disputed(&self, disputed: &[Pair<SentencePlace>]) -> BTreeSet<[Place; 2]> {
        let ranks = self.ranks();
        let place = |(article, sentence): SentencePlace| Place {
            rank: ranks.get(article).copied().unwrap_or_default(),
            sentence,
        };
        let places = disputed.iter().map(|pair| {
            let mut both = [pair.left, pair.right].map(place);
            both.sort_unstable();
            both
        });
        places.collect()
    }

    /// The first sentence of a topic, in this order.
    fn first(&self, topic: &Topic) -> Option<Place> {
        let articles = self.articles.iter().enumerate();
        let mut places = articles.filter_map(|(rank, article)| {
            let sentence = *topic.sentences.get(article)?.first()?;
            Some(Place { rank, sentence })
        });
        places.next()
    }

    /// `group` is in order.
    fn topic(&self, group: &[Place], label: String) -> Topic {
        let mut sentences: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut places = Vec::new();
        for cell in group.chunk_by(|one, other| one.rank == other.rank) {
            let Some(first) = cell.first() else { continue };
            let numbers = cell.iter().map(|place| place.sentence).collect();
            sentences.insert(self.article(first.rank), numbers);
            let length = self.readings.get(first.rank).map(|one| one.sentences.len());
            places.push(share(first.sentence, length.unwrap_or_default()));
        }
        Topic {
            label,
            sentences,
            place: places.iter().sum::<f32>() / share(places.len(), 1),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a place needs few digits")]
fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

/// The runs of neighbouring sentences that are not `told` by several.
fn alone(order: &Order<'_>, told: &HashSet<Place>) -> Vec<Vec<Place>> {
    let mut runs: Vec<Vec<Place>> = Vec::new();
    for (rank, reading) in order.readings.iter().enumerate() {
        let places = (0..reading.sentences.len()).map(|sentence| Place { rank, sentence });
        let places: Vec<Place> = places.filter(|place| !told.contains(place)).collect();
        let neighbours = |one: &Place, next: &Place| one.sentence + 1 == next.sentence;
        runs.extend(places.chunk_by(neighbours).map(<[Place]>::to_vec));
    }
    runs
}
