//! What the sentences of two articles tell, word by word.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use crate::alignment::{Couple, Wording, phrases};
use crate::text::list::REPORTING_VERBS;
use crate::text::{Pair, Side, Span, Term, TermKind, fold};

/// How much of a word is told by a kindred one, in sentences that are linked and in others: there the two are more
/// likely to mean other things.
const KINDRED: f32 = 0.75;
const KINDRED_ELSEWHERE: f32 = 0.4;
/// The most of a clause, by weight, that any place of the other article may tell.
const TOLD_AT_MOST: f64 = 0.4;
/// The least of the sentence's other words that what it is linked to must tell; and no less than that share of what is
/// told of the clause. Otherwise the two sentences stand side by side for something else.
const REST_AT_LEAST: f64 = 0.3;
const REST_TO_CLAUSE: f64 = 0.9;
/// How many words a clause must have of which there is no trace; and one in so many.
const MISSING: usize = 2;
const MISSING_SHARE: usize = 3;

/// The words of two articles, to look up what either tells.
pub(super) struct Vocabulary<'a> {
    couple: &'a Couple<'a>,
    sentences: Pair<Vec<Sentence<'a>>>,
    /// The words that each has anywhere.
    anywhere: Pair<HashSet<&'a str>>,
    /// `ln(1 + N / df)` of each word over the sentences of both.
    weights: HashMap<&'a str, f32>,
}

struct Sentence<'a> {
    terms: &'a [Term],
    /// For each term the groups of kindred words that it is in.
    groups: Vec<&'static [usize]>,
    keys: HashSet<&'a str>,
    all_groups: HashSet<usize>,
}

/// A sentence of the other article that is like the one looked at.
#[derive(Clone, Copy)]
pub(super) struct Near {
    pub(super) sentence: usize,
    /// Whether the link is shown, or nearly.
    pub(super) linked: bool,
}

/// The words of a sentence that tell something.
pub(super) struct Telling<'a> {
    side: Side,
    /// In the order of the text.
    words: Vec<Word<'a>>,
    /// How often the sentence has each, and what the linked sentences tell of it.
    each: HashMap<&'a str, (usize, Share)>,
    /// What they tell of all of them, each once.
    share: Share,
}

#[derive(Clone, Copy)]
struct Word<'a> {
    term: &'a Term,
    /// The groups of kindred words that it is in.
    groups: &'static [usize],
}

/// How much some words weigh, and how much of that is told elsewhere.
#[derive(Clone, Copy, Default)]
struct Share {
    words: usize,
    told: f64,
    all: f64,
}

impl<'a> Vocabulary<'a> {
    pub(super) fn new(couple: &'a Couple<'a>) -> Vocabulary<'a> {
        let sentences = couple.wording.sentences().map(|sentences| {
            let sentences = sentences.iter();
            sentences
                .map(|terms| Sentence::new(terms, &couple.wording))
                .collect::<Vec<_>>()
        });
        let anywhere = sentences.as_ref().map(|sentences| {
            let keys = sentences.iter().flat_map(|sentence| &sentence.keys);
            keys.copied().collect()
        });
        Vocabulary {
            couple,
            weights: weights(&sentences),
            sentences,
            anywhere,
        }
    }

    /// Whether the other article lacks what a clause of a sentence tells, though it tells the rest; `near` are the sentences
    /// there that are like this one.
    pub(super) fn lacks(&self, sentence: &Telling<'_>, clause: Span, near: &[Near]) -> bool {
        let other = sentence.side.other();
        let clause = sentence.within(clause);
        let mut seen = HashSet::new();
        let inside = clause.iter().filter(|Word { term, .. }| {
            !self.couple.wording.is_name(&term.key)
                && !self.couple.wording.is_of_story(&term.key)
                && seen.insert(term.key.as_str())
        });
        let inside: Vec<Word<'_>> = inside.copied().collect();
        let missing = self.missing(&inside, other, near);
        if missing < MISSING || missing * MISSING_SHARE < inside.len() {
            return false;
        }
        let places = near.iter().map(|&near| {
            let kindred = if near.linked {
                KINDRED
            } else {
                KINDRED_ELSEWHERE
            };
            let window = self.window(other, near);
            let mut share = Share::default();
            for word in &inside {
                share.add(self.share(word.term, word.groups, &window, kindred));
            }
            share.part()
        });
        let told = places.fold(0.0, f64::max);
        let rest = sentence.without(clause).part();
        told <= TOLD_AT_MOST && rest >= REST_AT_LEAST && rest >= REST_TO_CLAUSE * told
    }

    /// The words of a sentence that tell something; `near` are the sentences of the other article that are like it.
    pub(super) fn telling(&self, side: Side, sentence: usize, near: &[Near]) -> Telling<'a> {
        let text = &self.couple.readings.get(side).article.text;
        let linked = self.linked(side.other(), near);
        let mut telling = Telling {
            side,
            words: Vec::new(),
            each: HashMap::new(),
            share: Share::default(),
        };
        let own = self.sentences.get(side).get(sentence).into_iter();
        let each = own.flat_map(|own| own.terms.iter().zip(own.groups.iter().copied()));
        for (term, groups) in each {
            let tells = matches!(term.kind, TermKind::Word | TermKind::Capitalised)
                && !term.is_general()
                && !REPORTING_VERBS.has(&fold(term.span.of(text)));
            if !tells {
                continue;
            }
            let (times, _) = telling.each.entry(&term.key).or_insert_with(|| {
                let share = self.share(term, groups, &linked, KINDRED);
                telling.share.add(share);
                (0, share)
            });
            *times += 1;
            telling.words.push(Word { term, groups });
        }
        telling
    }

    /// How many of the words that article has nowhere, nor a kindred word where it is linked.
    fn missing(&self, words: &[Word<'_>], side: Side, near: &[Near]) -> usize {
        let linked = self.linked(side, near);
        let anywhere = self.anywhere.get(side);
        let missing = words.iter().filter(|word| {
            let mut linked = linked.iter();
            !anywhere.contains(word.term.key.as_str())
                && !linked.any(|other| other.has_kindred(word.groups))
        });
        missing.count()
    }

    fn linked(&self, side: Side, near: &[Near]) -> Vec<&Sentence<'a>> {
        let sentences = self.sentences.get(side);
        let linked = near.iter().filter(|near| near.linked);
        linked
            .filter_map(|near| sentences.get(near.sentence))
            .collect()
    }

    /// A sentence, and those next to it when it is linked: what one packs into a clause another tells before or after.
    fn window(&self, side: Side, near: Near) -> Vec<&Sentence<'a>> {
        let around = usize::from(near.linked);
        let first = near.sentence.saturating_sub(around);
        let last = near.sentence + around;
        let sentences = self.sentences.get(side).iter();
        sentences.skip(first).take(last + 1 - first).collect()
    }

    /// How much of a word some sentences tell together, when a kindred one counts `kindred`.
    fn share(&self, term: &Term, groups: &[usize], told: &[&Sentence<'_>], kindred: f32) -> Share {
        let has = |other: &&Sentence<'_>| other.keys.contains(term.key.as_str());
        let part = if told.iter().any(has) {
            1.0
        } else if told.iter().any(|other| other.has_kindred(groups)) {
            kindred
        } else {
            0.0
        };
        let weight = self.weights.get(term.key.as_str()).copied();
        let weight = weight.map_or(0.0, f64::from);
        Share {
            words: 1,
            told: weight * f64::from(part),
            all: weight,
        }
    }
}

impl<'a> Telling<'a> {
    /// Those of a clause.
    fn within(&self, clause: Span) -> &[Word<'a>] {
        let starts = |word: &Word<'_>| word.term.span.start < clause.start;
        let ends = |word: &Word<'_>| word.term.span.end <= clause.end;
        let first = self.words.partition_point(starts);
        let end = self.words.partition_point(ends);
        self.words.get(first..end).unwrap_or_default()
    }

    /// How much is told of the others when those of a clause are left away.
    fn without(&self, clause: &[Word<'_>]) -> Share {
        let mut inside: HashMap<&str, usize> = HashMap::new();
        let mut rest = self.share;
        for word in clause {
            let key = word.term.key.as_str();
            let times = inside.entry(key).or_default();
            *times += 1;
            if let Some((_, share)) = self.each.get(key).filter(|(all, _)| all == times) {
                rest.take(*share);
            }
        }
        rest
    }
}

impl Share {
    fn add(&mut self, word: Share) {
        self.words += word.words;
        self.told += word.told;
        self.all += word.all;
    }

    fn take(&mut self, word: Share) {
        self.words -= word.words;
        self.told -= word.told;
        self.all -= word.all;
    }

    /// From 0 to 1; nothing of nothing.
    fn part(self) -> f64 {
        if self.words > 0 {
            self.told / self.all
        } else {
            0.0
        }
    }
}

impl<'a> Sentence<'a> {
    fn new(terms: &'a [Term], wording: &Wording) -> Sentence<'a> {
        let mut groups: Vec<&'static [usize]> = vec![&[]; terms.len()];
        let mut all_groups = HashSet::new();
        for phrase in phrases(terms, wording) {
            all_groups.extend(phrase.groups);
            for slot in groups.get_mut(phrase.words).into_iter().flatten() {
                *slot = phrase.groups;
            }
        }
        let content = terms.iter().filter(|term| term.is_content());
        Sentence {
            terms,
            groups,
            keys: content.map(|term| term.key.as_str()).collect(),
            all_groups,
        }
    }

    fn has_kindred(&self, groups: &[usize]) -> bool {
        groups.iter().any(|group| self.all_groups.contains(group))
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "sentences are counted in thousands"
)]
fn weights<'a>(sentences: &Pair<Vec<Sentence<'a>>>) -> HashMap<&'a str, f32> {
    let mut holding: HashMap<&str, usize> = HashMap::new();
    for key in sentences
        .as_ref()
        .into_iter()
        .flatten()
        .flat_map(|sentence| &sentence.keys)
    {
        *holding.entry(key).or_default() += 1;
    }
    let total = (sentences.left.len() + sentences.right.len()) as f32;
    let each = holding.into_iter();
    each.map(|(key, holding)| (key, (total / holding as f32).ln_1p()))
        .collect()
}
