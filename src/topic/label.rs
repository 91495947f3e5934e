//! What a topic is called.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::growth::Place;
use super::{Order, share};
use crate::alignment::Alignments;
use crate::text::{Pair, Span, words};

/// So many words of a sentence tell what it is about.
const OPENING: usize = 9;

fn is_better(one: (f32, &str), other: (f32, &str)) -> bool {
    let strength = one.0.total_cmp(&other.0);
    strength.then_with(|| other.1.cmp(one.1)).is_gt()
}

/// The words for topics.
pub(super) struct Labels<'a> {
    order: &'a Order<'a>,
    /// For each topic that several tell, what its strongest pair of passages is called, and its score.
    strongest: Vec<(f32, &'a str)>,
}

impl<'a> Labels<'a> {
    pub(super) fn new(
        order: &'a Order<'a>,
        alignments: &'a Alignments,
        groups: &[Vec<Place>],
    ) -> Labels<'a> {
        let mut homes: HashMap<Place, usize> = HashMap::new();
        for (number, group) in groups.iter().enumerate() {
            homes.extend(group.iter().map(|&place| (place, number)));
        }
        let ranks = order.ranks();
        let mut strongest = vec![(0.0_f32, ""); groups.len()];
        for (articles, alignment) in alignments.iter() {
            for passage in alignment
                .passages
                .iter()
                .filter(|one| !one.topic.is_empty())
            {
                let mut inside: BTreeMap<usize, Pair<usize>> = BTreeMap::new();
                for (side, sentences) in passage.sentences.as_ref().sides() {
                    for sentence in sentences.clone() {
                        let rank = ranks.get(*articles.get(side)).copied();
                        let place = rank.map(|rank| Place { rank, sentence });
                        if let Some(&home) = place.and_then(|place| homes.get(&place)) {
                            *inside.entry(home).or_default().get_mut(side) += 1;
                        }
                    }
                }
                let all = passage.sentences.left.len() + passage.sentences.right.len();
                for (number, inside) in inside {
                    if inside.left == 0 || inside.right == 0 {
                        continue;
                    }
                    // A passage that is only partly of the topic may be called by its other part.
                    let part = share(inside.left + inside.right, all);
                    let found = (passage.score * part, passage.topic.as_str());
                    let known = strongest.get_mut(number);
                    if let Some(known) = known.filter(|known| is_better(found, **known)) {
                        *known = found;
                    }
                }
            }
        }
        // Two topics may be parts of one passage; only one is called by its words.
        let mut best: Vec<usize> = (0..strongest.len()).collect();
        best.sort_by(|&one, &other| {
            let score = |number: usize| strongest.get(number).map_or(0.0, |found| found.0);
            score(other).total_cmp(&score(one))
        });
        let mut used = HashSet::new();
        for number in best {
            if let Some(found) = strongest.get_mut(number)
                && !used.insert(found.1)
            {
                *found = (0.0, "");
            }
        }
        Labels { order, strongest }
    }

    /// What a topic of several articles is called.
    pub(super) fn of(&self, number: usize, group: &[Place]) -> String {
        match self.strongest.get(number) {
            Some((_, topic)) if !topic.is_empty() => (*topic).to_owned(),
            _ => self.opening(group),
        }
    }

    /// How the first sentence begins.
    pub(super) fn opening(&self, group: &[Place]) -> String {
        let first = group.first().and_then(|place| {
            let reading = self.order.readings.get(place.rank)?;
            let sentence = reading.sentences.get(place.sentence)?;
            Some(sentence.span.of(&reading.article.text))
        });
        let sentence = first.unwrap_or_default();
        let mut said = words(sentence);
        match (said.nth(OPENING - 1), said.next()) {
            (Some(last), Some(_)) => {
                let opening = Span::new(0, last.span.end).of(sentence);
                format!("{opening} …")
            }
            _ => sentence.to_owned(),
        }
    }
}
