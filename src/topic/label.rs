//! What a topic is called.

use foldhash::{HashSet, HashSetExt};

use super::Order;
use super::likeness::Place;
use crate::alignment::{Part, Topics, Wording};
use crate::text::{Span, fold, words};

/// So many words of a sentence tell what it is about.
const OPENING: usize = 9;

/// The most letters of a label.
const LONGEST: usize = 120;

/// What groups of several articles are called, each by other words: by what most of its articles share, else by how its
/// first sentence begins.
pub(super) fn labels(order: &Order<'_>, groups: &[Vec<Place>]) -> Vec<String> {
    let wording = Wording::of(&order.readings);
    let topics = Topics::new(&order.readings, &wording);
    let mut used = HashSet::new();
    let labels = groups.iter().map(|group| {
        let label = topics.of_all(&parts(group));
        let is_endless = label.chars().nth(LONGEST).is_some();
        if label.is_empty() || is_endless || !used.insert(fold(&label).into_owned()) {
            opening(order, group)
        } else {
            label
        }
    });
    labels.collect()
}

/// The runs of neighbouring sentences of a group.
fn parts(group: &[Place]) -> Vec<Part> {
    let next =
        |one: &Place, next: &Place| one.rank == next.rank && one.sentence + 1 == next.sentence;
    let runs = group.chunk_by(next).filter_map(|run| {
        let (first, last) = (run.first()?, run.last()?);
        Some(Part {
            article: first.rank,
            sentences: first.sentence..last.sentence + 1,
        })
    });
    runs.collect()
}

/// How the first sentence begins: some words of it, and of words without an end some letters.
pub(super) fn opening(order: &Order<'_>, group: &[Place]) -> String {
    let first = group.first().and_then(|place| {
        let reading = order.readings.get(place.rank)?;
        let sentence = reading.sentences.get(place.sentence)?;
        Some(sentence.span.of(&reading.article.text))
    });
    let sentence = first.unwrap_or_default();
    let beyond = sentence.char_indices().nth(LONGEST).map(|(at, _)| at);
    let mut said = words(Span::new(0, beyond.unwrap_or(sentence.len())).of(sentence));
    match (said.nth(OPENING - 1), said.next(), beyond) {
        (Some(last), Some(_), _) => {
            let opening = Span::new(0, last.span.end).of(sentence);
            format!("{opening} …")
        }
        (.., Some(beyond)) => format!("{}…", Span::new(0, beyond).of(sentence).trim_end()),
        (.., None) => sentence.to_owned(),
    }
}
