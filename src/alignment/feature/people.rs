//! Who is meant in sentences: by name, or by the pronoun or description that a quote's speaker was found by.

use foldhash::{HashMap, HashMapExt};

use super::yes;
use crate::alignment::Couple;
use crate::alignment::weight::Weights;
use crate::name::{name_words, surname};
use crate::reading::Reading;
use crate::text::Pair;

pub(super) struct People(Weights);

impl People {
    pub(super) fn new(couple: &Couple<'_>) -> People {
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut number = |name: &str| {
            let key = surname(&name_words(name)).to_owned();
            let next = numbers.len();
            *numbers.entry(key).or_insert(next)
        };
        let both = couple.readings.zip(couple.articles);
        let meant = both.map(|(reading, article)| {
            let mut meant = vec![Vec::new(); reading.sentences.len() + 1];
            let mut mean = |at: usize, who: usize| {
                if let Some(meant) = sentence(reading, at).and_then(|at| meant.get_mut(at)) {
                    meant.push(who);
                }
            };
            for mention in &reading.names.mentions {
                if let Some(entity) = reading.names.entities.get(mention.entity) {
                    mean(mention.span.start, number(&entity.name));
                }
            }
            let attributions = couple.cast.attributions.get(article).into_iter().flatten();
            for (quote, attribution) in reading.quotes.iter().zip(attributions) {
                let speakers = attribution.speakers().filter(|_| attribution.is_sure());
                let speakers = speakers.filter_map(|one| couple.cast.speakers.get(one));
                for speaker in speakers {
                    if let Some(mention) = quote.mention {
                        mean(mention.start, number(&speaker.name));
                    }
                }
            }
            meant
        });
        People(Weights::weighed(meant, numbers.len()))
    }

    pub(super) fn tell(&self, pair: Pair<usize>, features: &mut Vec<f32>) {
        let common = self.0.common(pair);
        features.extend([
            self.0.part(pair, common.squares).sqrt(),
            common.count.min(3.0),
            yes(common.count == 0.0 && common.of.left > 0.0 && common.of.right > 0.0),
        ]);
    }
}

/// The sentence that holds the byte `at`; the headline comes after the last.
fn sentence(reading: &Reading, at: usize) -> Option<usize> {
    let sentences = &reading.sentences;
    if reading.article.headline().is_some_and(|one| one.holds(at)) {
        return Some(sentences.len());
    }
    let number = reading.sentence_at(at);
    sentences
        .get(number)
        .filter(|one| one.span.start <= at)
        .map(|_| number)
}
