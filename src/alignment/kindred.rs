//! Words that are near in meaning or of one field: how two sentences tell one thing in other words.

mod lexicon;

use std::ops::Range;

use super::Wording;
use super::weight::Weights;
use crate::text::{Pair, Term, TermKind};
use lexicon::LEXICON;

/// So many phrases of a sentence are compared: one without an end must not take time with the square of its length.
const MOST: usize = 256;

/// The words of every sentence that have kindred words.
pub(super) struct Kindred {
    sentences: Pair<Vec<Sentence>>,
    /// The groups that each has words of.
    groups: Weights,
}

#[derive(Default)]
struct Sentence {
    /// The number of each of its words; `None` for words of grammar.
    words: Vec<Option<usize>>,
    /// These numbers, in order.
    keys: Vec<usize>,
    phrases: Vec<Phrase>,
}

/// A word, or a few that stand for one, that has kindred words.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// Which of the terms.
    pub words: Range<usize>,
    /// The groups of kindred words that it is in.
    pub groups: &'static [usize],
}

impl Phrase {
    /// Whether the word at `at` is part of it and tells no more: *custody* in *taken into custody*.
    fn tells(&self, at: usize, groups: &[usize]) -> bool {
        self.words.contains(&at) && groups.iter().any(|group| self.groups.contains(group))
    }
}

impl Kindred {
    pub(super) fn new(wording: &Wording) -> Kindred {
        let both = wording.sentences().zip(wording.numbers());
        let sentences = both.map(|(sentences, numbers)| {
            let each = sentences.iter().zip(numbers);
            each.map(|(terms, numbers)| sentence(terms, numbers, wording))
                .collect::<Vec<Sentence>>()
        });
        let groups = sentences.as_ref().map(|sentences| {
            let each = sentences.iter().map(Sentence::groups);
            each.collect::<Vec<_>>()
        });
        let most = LEXICON.size;
        Kindred {
            sentences,
            groups: Weights::weighed(groups, most),
        }
    }

    /// The groups of every sentence, to look for candidates by.
    pub(super) fn weights(&self) -> &Weights {
        &self.groups
    }

    /// The squared weights of what two sentences tell in other words: of the words of one that have a kindred word in the
    /// other, where neither is in both; the lesser of both sides.
    pub(super) fn shared(&self, pair: Pair<usize>) -> f32 {
        if !self.groups.share(pair) {
            return 0.0;
        }
        let (Some(left), Some(right)) = (
            self.sentences.left.get(pair.left),
            self.sentences.right.get(pair.right),
        ) else {
            return 0.0;
        };
        let (lefts, rights) = (left.without(right), right.without(left));
        let (lefts, rights): (Vec<_>, Vec<_>) = (lefts.collect(), rights.collect());
        self.within(&lefts, &rights)
            .min(self.within(&rights, &lefts))
    }

    /// What two sentences tell in other words: for each such phrase of the left one, its words and those of the right one
    /// that are kindred to it, by their place among the terms.
    pub(super) fn phrases(&self, pair: Pair<usize>) -> Vec<Pair<Range<usize>>> {
        let (Some(left), Some(right)) = (
            self.sentences.left.get(pair.left),
            self.sentences.right.get(pair.right),
        ) else {
            return Vec::new();
        };
        let found = left.kindred_to(right).filter_map(|(phrase, groups)| {
            let mut across = right.kindred_to(left);
            let (other, _) =
                across.find(|(_, others)| groups.iter().any(|one| others.contains(one)))?;
            Some(Pair::new(phrase.words.clone(), other.words.clone()))
        });
        found.collect()
    }

    /// The weight of each phrase by the rarest group that it shares with the `others`, together.
    fn within(&self, own: &[&Phrase], others: &[&Phrase]) -> f32 {
        let square = |group: usize| self.groups.squares.get(group).copied().unwrap_or_default();
        let best = own.iter().map(|phrase| {
            let groups = phrase.groups.iter().copied();
            let shared = groups.filter(|group| {
                let mut others = others.iter();
                others.any(|other| other.groups.contains(group))
            });
            shared.map(square).fold(0.0, f32::max)
        });
        best.sum()
    }
}

impl Sentence {
    /// The phrases that `other` has in other words only, with the groups that they share with it.
    fn kindred_to<'a>(
        &'a self,
        other: &'a Sentence,
    ) -> impl Iterator<Item = (&'a Phrase, Vec<usize>)> {
        let across: Vec<&Phrase> = other.without(self).collect();
        self.without(other).filter_map(move |phrase| {
            let shared = phrase.groups.iter().copied().filter(|group| {
                let mut across = across.iter();
                across.any(|across| across.groups.contains(group))
            });
            let shared: Vec<usize> = shared.collect();
            (!shared.is_empty()).then_some((phrase, shared))
        })
    }

    /// The groups of its phrases.
    fn groups(&self) -> Vec<usize> {
        let groups = self.phrases.iter().flat_map(|phrase| phrase.groups);
        groups.copied().collect()
    }

    /// The phrases that `other` does not have in the same words.
    fn without<'a>(&'a self, other: &'a Sentence) -> impl Iterator<Item = &'a Phrase> {
        self.phrases.iter().filter(|phrase| {
            let words = self.words.get(phrase.words.clone()).unwrap_or_default();
            let mut keys = words.iter().flatten();
            !keys.all(|key| other.keys.binary_search(key).is_ok())
        })
    }
}

fn sentence(terms: &[Term], numbers: &[usize], wording: &Wording) -> Sentence {
    let words = terms.iter().zip(numbers);
    let words = words.map(|(term, &number)| term.is_content().then_some(number));
    let words: Vec<Option<usize>> = words.collect();
    let mut keys: Vec<usize> = words.iter().copied().flatten().collect();
    keys.sort_unstable();
    let mut phrases = phrases(terms, wording);
    phrases.truncate(MOST);
    Sentence {
        words,
        keys,
        phrases,
    }
}

/// The phrases of a sentence that have kindred words, in order.
pub fn phrases(terms: &[Term], wording: &Wording) -> Vec<Phrase> {
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut at = 0;
    while let Some(rest) = terms.get(at..).filter(|rest| !rest.is_empty()) {
        let entry = LEXICON.entry(rest, wording);
        let length = entry.map_or(1, |entry| entry.keys.len());
        let range = at..at + length;
        let tell = terms.get(range.clone()).into_iter().flatten();
        let tell = tell.filter(|term| term.is_content()).count();
        if let Some(entry) = entry.filter(|entry| {
            tell > 0
                && !phrases
                    .last()
                    .is_some_and(|last| last.tells(at, &entry.groups))
        }) {
            phrases.push(Phrase {
                words: range,
                groups: &entry.groups,
            });
        }
        // *give up* is no giving, but *pause in fighting* is about fighting as well.
        at += if tell > 1 { 1 } else { length };
    }
    phrases
}

/// Whether two words are one or near in meaning: *killed*, *dead*. Names are only what they are.
pub fn akin(one: &Term, other: &Term) -> bool {
    let keys = Pair::new(one, other).map(|term| LEXICON.plain(&term.key));
    if keys.left == keys.right {
        return true;
    }
    let plain = |term: &Term| term.kind == TermKind::Word;
    let groups = keys.map(|key| LEXICON.groups(key));
    plain(one) && plain(other) && groups.left.iter().any(|group| groups.right.contains(group))
}

/// Which words of either side the other has too, or words akin to them.
pub fn shared_by<'t>(words: Pair<&[&'t Term]>) -> Pair<Vec<&'t Term>> {
    words.zip(words.swapped()).map(|(own, others)| {
        let own = own.iter().copied();
        own.filter(|own| others.iter().any(|other| akin(own, other)))
            .collect()
    })
}

/// How many of these words the others have too, or words akin to them.
pub fn shared<'t>(own: impl IntoIterator<Item = &'t Term>, others: &[&Term]) -> usize {
    let own = own.into_iter();
    own.filter(|own| others.iter().any(|other| akin(own, other)))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Label};
    use crate::reading::Reading;
    use crate::text::{Side, Span, mark};

    #[test]
    fn what_is_told_in_other_words_is_kindred() {
        check(
            "Kyiv will not [surrender] any [land].",
            "It cannot [hand over] a [region].",
        );
        check(
            "Police [arrested] the [gunman].",
            "The [shooter] was [taken into custody].",
        );
        check("Prices [rose] again.", "A [jump] was feared.");
    }

    #[test]
    fn irregular_forms_are_of_one_word() {
        check("They [fought] for it.", "They [fight] again.");
        check("He [gave up] the post.", "She [ceded] it.");
    }

    #[test]
    fn what_both_have_in_the_same_words_is_not_kindred() {
        check("They gave up the land.", "They gave up the land.");
    }

    #[test]
    fn a_verb_of_two_words_is_not_its_first() {
        check("He turned down the wheel.", "It shifted.");
    }

    #[test]
    fn a_name_is_not_the_word_it_is_written_as() {
        check("So Bill came late.", "No legislation did.");
        check("The [Kremlin] fell silent.", "It was [Moscow] again.");
    }

    /// Each sentence with the words in brackets that are kindred to one of the other's.
    #[track_caller]
    fn check(left: &str, right: &str) {
        let marked = Pair::new(left, right);
        let readings = marked.map(|text| {
            let plain = text.replace(['[', ']'], "");
            Reading::new(Article::plain(plain, Label::default()))
        });
        let wording = Wording::new(readings.as_ref());
        let kindred = Kindred::new(&wording);
        for (side, marked) in marked.sides() {
            let own = &kindred.sentences.get(side)[0];
            let other = &kindred.sentences.get(side.other())[0];
            let terms = wording.terms(side, 0);
            let spans: Vec<Span> = own
                .kindred_to(other)
                .map(|(phrase, _)| {
                    let words = &terms[phrase.words.clone()];
                    Span::covering(words.iter().map(|term| term.span)).unwrap_or_default()
                })
                .collect();
            assert_eq!(mark(&readings.get(side).article.text, &spans), marked);
        }
        let shared = kindred.shared(Pair::new(0, 0));
        assert_eq!(shared > 0.0, marked.get(Side::Left).contains('['));
    }
}
