//! Sentences of two articles that a reader wants side by side.

mod all;
mod candidate;
mod contents;
mod couple;
mod denial;
mod feature;
mod kindred;
pub mod learning;
mod passage;
mod preference;
mod reason;
mod score;
#[cfg(test)]
mod tests;
mod title;
mod topic;
mod voice;
mod weight;
mod whole_quote;
mod wording;

use std::cmp::Ordering;
use std::ops::Range;

use crate::text::Pair;

pub use all::{Alignments, align_all, align_all_as};
pub use contents::{Contents, Likeness};
pub use couple::Couple;
pub use kindred::{Phrase, akin, phrases, shared, shared_by};
pub use preference::Preference;
pub use reason::{Alike, Reasons, reasons};
pub use topic::{Part, Topics};
pub use wording::Wording;

/// The links of two articles, and the passages grown from them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// The pairs of sentences that share a word or have kindred ones, in order of the left sentence, then the right; of
    /// long articles the sixteen best of every sentence by words and the eight best by kindred words.
    pub links: Vec<Link>,
    /// The score from which a link is shown.
    pub threshold: f32,
    /// Linked runs of sentences, strongest first. Each sentence stands in at most one a side.
    pub passages: Vec<Passage>,
    /// The links of headlines, to one another and to sentences, in the same order as `links`, a headline last. They are
    /// in no passage: a headline is no part of the body.
    pub headlines: Vec<HeadlineLink>,
}

/// A headline and what says the same in the other article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeadlineLink {
    /// Their numbers in `Reading::sentences`; `None` for the headline. One at least is `None`.
    pub sentences: Pair<Option<usize>>,
    /// As that of a [`Link`].
    pub score: f32,
}

/// Two sentences that may belong together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Their numbers in `Reading::sentences`.
    pub sentences: Pair<usize>,
    /// How likely it is that a reader wants them side by side, from 0 to 1; 1 when they are word for word the same.
    pub score: f32,
}

/// A run of sentences on each side about one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Their numbers in `Reading::sentences`; neither is empty.
    pub sentences: Pair<Range<usize>>,
    /// The score of its strongest link.
    pub score: f32,
    /// A few of its own words that say what it is about.
    pub topic: String,
}

impl Alignment {
    /// The links from the threshold up.
    pub fn shown(&self) -> impl Iterator<Item = Link> + '_ {
        let links = self.links.iter().copied();
        links.filter(|link| link.score >= self.threshold)
    }

    /// The score of two sentences; 0 when they have no likeness.
    pub fn score(&self, sentences: Pair<usize>) -> f32 {
        let found = self
            .links
            .binary_search_by_key(&order(sentences), |link| order(link.sentences));
        found
            .ok()
            .and_then(|at| self.links.get(at))
            .map_or(0.0, |link| link.score)
    }

    /// The same with the sides exchanged.
    #[must_use]
    pub fn swapped(mut self) -> Alignment {
        for link in &mut self.links {
            link.sentences = link.sentences.swapped();
        }
        self.links
            .sort_unstable_by_key(|link| order(link.sentences));
        for passage in &mut self.passages {
            passage.sentences = passage.sentences.clone().swapped();
        }
        for link in &mut self.headlines {
            link.sentences = link.sentences.swapped();
        }
        self.headlines.sort_unstable_by_key(|link| {
            let place = link.sentences.map(|one| one.unwrap_or(usize::MAX));
            order(place)
        });
        self
    }
}

fn order(sentences: Pair<usize>) -> (usize, usize) {
    (sentences.left, sentences.right)
}

/// Links the sentences of two articles. With the articles exchanged, the result is the same with its sides exchanged.
pub fn align(couple: &Couple<'_>) -> Alignment {
    align_as(couple, &Preference::default())
}

/// The same as the reader wants it.
pub fn align_as(couple: &Couple<'_>, wanted: &Preference) -> Alignment {
    // Links of equal strength are taken in some order; it must not depend on which article is left.
    let [left, right] = [couple.readings.left, couple.readings.right].map(|reading| {
        let spans = reading.sentences.iter().map(|sentence| sentence.span);
        (&reading.article.text, spans)
    });
    if left.0.cmp(right.0).then_with(|| left.1.cmp(right.1)) == Ordering::Greater {
        return aligned(&couple.clone().swapped(), &wanted.clone().swapped()).swapped();
    }
    aligned(couple, wanted)
}

fn aligned(couple: &Couple<'_>, wanted: &Preference) -> Alignment {
    let (readings, wording) = (couple.readings, &couple.wording);
    let words = weight::Weights::of_words(wording);
    let kindred = kindred::Kindred::new(wording);
    let candidates = candidate::candidates(wording, &words, kindred.weights());
    let signals = feature::Signals::new(couple, &words, &kindred);
    let bodies = readings.map(|reading| reading.sentences.len());
    let (links, headlines) = score::scored(&signals, candidates, bodies);
    let mut alignment = Alignment {
        links,
        threshold: wanted.threshold.unwrap_or(score::THRESHOLD),
        headlines,
        ..Alignment::default()
    };
    wanted.apply(&mut alignment.links);
    let mut runs = passage::grow(&alignment, readings);
    whole_quote::keep_whole(&mut runs, &alignment, readings);
    alignment.passages = told(runs, couple);
    alignment
}

/// What is told in more than one place: passages, strongest first, that share sentences with those of `alignment` or with
/// one another, so that every link that is shown stands in one of both, but for links without a word to tell of; no
/// sentence is told again more than eight times.
pub fn told_again(couple: &Couple<'_>, alignment: &Alignment) -> Vec<Passage> {
    told(passage::again(alignment, couple.readings), couple)
}

/// The runs with what they are about.
fn told(runs: Vec<passage::Run>, couple: &Couple<'_>) -> Vec<Passage> {
    let both = [couple.readings.left, couple.readings.right];
    let topics = Topics::new(&both, &couple.wording);
    runs.into_iter()
        .map(|run| Passage {
            topic: topics.of(&parts(&run.sentences)),
            sentences: run.sentences,
            score: run.score,
        })
        // Two sentences that share no telling word look alike by their grammar; side by side they puzzle the reader.
        .filter(|passage| !passage.topic.is_empty() || passage.score >= passage::SAME)
        .collect()
}

/// A passage's sentences, the left ones first.
fn parts(sentences: &Pair<Range<usize>>) -> [Part; 2] {
    let part = |article, sentences: &Range<usize>| Part {
        article,
        sentences: sentences.clone(),
    };
    [part(0, &sentences.left), part(1, &sentences.right)]
}
