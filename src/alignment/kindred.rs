//! Words that are near in meaning or of one field: how two sentences tell one thing in other words.

use std::ops::Range;
use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt};

use super::Wording;
use super::weight::Weights;
use crate::text::{Pair, Term, TermKind, terms};

static KINDRED_WORDS: &str = include_str!("../../assets/kindred_words.txt");
/// Of verbs, and of nouns.
static IRREGULAR_FORMS: [&str; 2] = [
    include_str!("../../assets/irregular_forms.txt"),
    include_str!("../../assets/irregular_plurals.txt"),
];
static LEXICON: OnceLock<Lexicon> = OnceLock::new();

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
        let most = LEXICON.get_or_init(Lexicon::read).groups;
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
        self.within(left, right).min(self.within(right, left))
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

    fn within(&self, own: &Sentence, other: &Sentence) -> f32 {
        let square = |group: usize| self.groups.squares.get(group).copied().unwrap_or_default();
        let best = |groups: Vec<usize>| groups.into_iter().map(square).fold(0.0, f32::max);
        own.kindred_to(other).map(|(_, groups)| best(groups)).sum()
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
    Sentence {
        words,
        keys,
        phrases: phrases(terms, wording),
    }
}

/// The phrases of a sentence that have kindred words, in order.
pub fn phrases(terms: &[Term], wording: &Wording) -> Vec<Phrase> {
    let lexicon = LEXICON.get_or_init(Lexicon::read);
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut at = 0;
    while let Some(rest) = terms.get(at..).filter(|rest| !rest.is_empty()) {
        let entry = lexicon.entry(rest, wording);
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
    let lexicon = LEXICON.get_or_init(Lexicon::read);
    let keys = Pair::new(one, other).map(|term| lexicon.plain(&term.key));
    if keys.left == keys.right {
        return true;
    }
    let plain = |term: &Term| term.kind == TermKind::Word;
    let groups = keys.map(|key| lexicon.groups(key));
    plain(one) && plain(other) && groups.left.iter().any(|group| groups.right.contains(group))
}

/// How many of these words the others have too, or words akin to them.
pub fn shared<'t>(own: impl IntoIterator<Item = &'t Term>, others: &[&Term]) -> usize {
    let own = own.into_iter();
    own.filter(|own| others.iter().any(|other| akin(own, other)))
        .count()
}

/// The groups by the words that are in them.
struct Lexicon {
    /// For each form that the stemmer leaves apart, the plain one.
    plain: HashMap<String, String>,
    /// The entries by their first word, the longest first.
    entries: HashMap<String, Vec<Entry>>,
    /// How many groups there are.
    groups: usize,
}

struct Entry {
    /// Its words as plain forms.
    keys: Vec<String>,
    is_name: bool,
    groups: Vec<usize>,
}

impl Lexicon {
    fn read() -> Lexicon {
        let mut lexicon = Lexicon {
            plain: HashMap::new(),
            entries: HashMap::new(),
            groups: 0,
        };
        let forms: Vec<Vec<&str>> = IRREGULAR_FORMS
            .into_iter()
            .flat_map(lines)
            .map(|line| line.split_whitespace().collect())
            .collect();
        for forms in &forms {
            let mut keys = forms
                .iter()
                .flat_map(|form| terms(form))
                .map(|term| term.key);
            let first = keys.next().unwrap_or_default();
            for key in keys.filter(|key| *key != first) {
                lexicon.plain.insert(key, first.clone());
            }
        }
        let groups = lines(KINDRED_WORDS).map(|line| line.split(',').map(str::trim).collect());
        for (number, group) in groups.chain(forms.iter().cloned()).enumerate() {
            lexicon.groups = number + 1;
            for words in group {
                lexicon.add(words, number);
            }
        }
        for entries in lexicon.entries.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.keys.len()));
        }
        lexicon
    }

    fn add(&mut self, words: &str, group: usize) {
        let keys: Vec<String> = terms(words)
            .iter()
            .map(|term| self.plain(&term.key).to_owned())
            .collect();
        let Some(first) = keys.first().cloned() else {
            return;
        };
        let is_name = words.starts_with(char::is_uppercase);
        let entries = self.entries.entry(first).or_default();
        let same = |entry: &&mut Entry| entry.keys == keys && entry.is_name == is_name;
        match entries.iter_mut().find(same) {
            Some(entry) if entry.groups.last() == Some(&group) => {}
            Some(entry) => entry.groups.push(group),
            None => entries.push(Entry {
                keys,
                is_name,
                groups: vec![group],
            }),
        }
    }

    /// The groups that a plain form is in on its own.
    fn groups(&self, plain: &str) -> &[usize] {
        let mut entries = self.entries.get(plain).into_iter().flatten();
        let alone = entries.find(|entry| entry.keys.len() == 1 && !entry.is_name);
        alone.map_or(&[], |entry| &entry.groups)
    }

    fn plain<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// The longest entry that the terms begin with.
    fn entry(&self, terms: &[Term], wording: &Wording) -> Option<&Entry> {
        let first = terms.first()?;
        let capital = first.kind == TermKind::Capitalised;
        let name = wording.is_name(&first.key);
        let entries = self.entries.get(self.plain(&first.key))?;
        entries.iter().find(|entry| {
            let words = terms.get(..entry.keys.len()).unwrap_or_default();
            let mut keys = words.iter().map(|term| self.plain(&term.key));
            let fits = if entry.is_name { capital } else { !name };
            fits && !words.is_empty() && entry.keys.iter().all(|key| keys.next() == Some(key))
        })
    }
}

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = file.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
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

    #[test]
    fn every_group_has_two_words_and_none_twice() {
        for line in lines(KINDRED_WORDS) {
            let mut words: Vec<&str> = line.split(',').map(str::trim).collect();
            let all = words.len();
            words.sort_unstable();
            words.dedup();
            assert!(all > 1 && all == words.len(), "{line}");
        }
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
