//! What the reader says of two passages: that they belong side by side, or that they do not.

use std::ops::Range;
use std::sync::Arc;

use super::{Correction, Corrections, Subject};
use crate::reading::Reading;
use crate::text::{Pair, Span};

/// Two passages of two texts, and whether the reader wants them side by side. Which of them is left does not matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The passages, each from the first byte of its first sentence to the last of its last.
    pub passages: Pair<Subject>,
    /// Whether they are tied; else they are cut apart.
    pub tied: bool,
}

/// The same in two articles: what the reader says of each of these sentences with each of those.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bond {
    /// Their numbers in `Reading::sentences`; neither is empty.
    pub sentences: Pair<Range<usize>>,
    /// Whether they are tied; else they are cut apart.
    pub tied: bool,
}

impl Subject {
    /// These sentences of an article; `None` when there are none.
    pub fn of_sentences(reading: &Reading, sentences: Range<usize>) -> Option<Subject> {
        let sentences = reading.sentences.get(sentences)?;
        let span = Span::covering(sentences.iter().map(|sentence| sentence.span))?;
        let text = reading.fingerprint;
        Some(Subject { text, span })
    }

    /// The numbers of the sentences of a reading that lie in it; empty when it is of another text.
    pub fn sentences(&self, reading: &Reading) -> Range<usize> {
        if reading.fingerprint != self.text {
            return 0..0;
        }
        let all = &reading.sentences;
        let start = all.partition_point(|sentence| sentence.span.start < self.span.start);
        let end = all.partition_point(|sentence| sentence.span.end <= self.span.end);
        start..end.max(start)
    }
}

impl Corrections {
    /// Whether the reader tied or cut just these passages; `None` when nothing was said of them.
    pub fn tied(&self, passages: Pair<Subject>) -> Option<bool> {
        let mut said = self.ties().rev();
        let last = said.find(|tie| tie.passages == passages || tie.passages.swapped() == passages);
        last.map(|tie| tie.tied)
    }

    /// Only what was said of links between these articles.
    #[must_use]
    pub fn of_links(&self, readings: &[Arc<Reading>]) -> Corrections {
        let is_there = |one: Subject| readings.iter().any(|other| other.fingerprint == one.text);
        let among = |tie: &&Tie| is_there(tie.passages.left) && is_there(tie.passages.right);
        let among = self.ties().filter(among).copied();
        among.map(Correction::Link).collect()
    }

    fn ties(&self) -> impl DoubleEndedIterator<Item = &Tie> {
        self.made.iter().filter_map(|one| match one {
            Correction::Link(tie) => Some(tie),
            Correction::Quote(..) => None,
        })
    }

    /// What the reader said of the sentences of two articles, the last word last.
    pub fn bonds(&self, readings: Pair<&Reading>) -> Vec<Bond> {
        let mut bonds: Vec<Bond> = Vec::new();
        for tie in self.ties() {
            // An article may stand on either side, and beside another of the same text.
            for passages in [tie.passages, tie.passages.swapped()] {
                let sentences = passages.zip(readings);
                let sentences = sentences.map(|(passage, reading)| passage.sentences(reading));
                if sentences.left.is_empty() || sentences.right.is_empty() {
                    continue;
                }
                let tied = tie.tied;
                bonds.push(Bond { sentences, tied });
            }
        }
        bonds
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Label};

    const LEFT: &str = "The mayor spoke at noon. Rain fell all day.";
    const RIGHT: &str = "A choir sang. The speech came at noon. It was wet.";

    #[test]
    fn a_tie_holds_whichever_article_is_left() {
        let (left, right) = (read(LEFT), read(RIGHT));
        let mut corrections = Corrections::default();
        corrections.make(said(&left, 0..1, &right, 1..2, true));
        let bond = |left, right| Bond {
            sentences: Pair::new(left, right),
            tied: true,
        };
        let bonds = corrections.bonds(Pair::new(&left, &right));
        assert_eq!(bonds, [bond(0..1, 1..2)]);
        let bonds = corrections.bonds(Pair::new(&right, &left));
        assert_eq!(bonds, [bond(1..2, 0..1)]);
        let elsewhere = read("Nothing happened. Nobody came.");
        assert_eq!(corrections.bonds(Pair::new(&left, &elsewhere)), []);
    }

    #[test]
    fn the_last_word_on_two_passages_counts() {
        let (left, right) = (read(LEFT), read(RIGHT));
        let mut corrections = Corrections::default();
        corrections.make(said(&left, 0..2, &right, 1..3, true));
        corrections.make(said(&right, 1..3, &left, 0..2, false));
        let bonds = corrections.bonds(Pair::new(&left, &right));
        assert_eq!(bonds.last().map(|bond| bond.tied), Some(false));
        assert!(!corrections.touch(left.fingerprint), "no quote is touched");
    }

    fn read(text: &str) -> Reading {
        Reading::new(Article::plain(text.to_owned(), Label::default()))
    }

    fn said(
        one: &Reading,
        some: Range<usize>,
        other: &Reading,
        others: Range<usize>,
        tied: bool,
    ) -> Correction {
        let passages = Pair::new(
            Subject::of_sentences(one, some).expect("these are there"),
            Subject::of_sentences(other, others).expect("these are there"),
        );
        Correction::Link(Tie { passages, tied })
    }
}
