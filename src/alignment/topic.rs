//! A few words that say what runs of sentences in several articles are about.

use std::collections::BTreeSet;
use std::ops::Range;

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use super::Wording;
use super::weight::rarity;
use crate::article::date::MONTHS;
use crate::name::{Mention, is_role, is_source_noun};
use crate::reading::Reading;
use crate::text::form::is_seldom_noun;
use crate::text::{Span, Term, TermKind, WordList, fold, without_possessive};

const GRAMMAR: &str = include_str!("../../assets/grammar.txt");
static PRONOUNS: WordList = WordList::part(GRAMMAR, "pronouns");
static FINITE: WordList = WordList::part(GRAMMAR, "finite");

/// The most words of a topic; a name is one.
const WORDS: usize = 3;

/// How much more a word is worth that stands beside another that both have, as in *ferry terminal*.
const BESIDE: f32 = 1.2;

/// What a word must be worth beside the best, so that a telling word does not stand among chance ones.
const LEAST: f32 = 0.35;

/// How well names tell what something is about, and nouns.
const NAME: f32 = 1.2;
const NOUN: f32 = 1.0;

/// What the words of some articles are worth as topics.
#[derive(Debug)]
pub struct Topics<'a> {
    readings: &'a [&'a Reading],
    wording: &'a Wording,
    /// For each key, how many sentences of all articles hold it.
    holding: HashMap<&'a str, usize>,
    sentences: usize,
}

/// A run of an article's sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The number of the article.
    pub article: usize,
    /// Their numbers in `Reading::sentences`.
    pub sentences: Range<usize>,
}

impl<'a> Topics<'a> {
    /// The words of `readings`, whose terms, in the same order, are in `wording`.
    pub fn new(readings: &'a [&'a Reading], wording: &'a Wording) -> Topics<'a> {
        let mut holding = HashMap::new();
        // A headline says what a passage does, and is none.
        let bodies = readings.iter().enumerate().flat_map(|(number, reading)| {
            let sentences = wording.article(number);
            sentences.get(..reading.sentences.len()).unwrap_or_default()
        });
        for terms in bodies {
            let keys: HashSet<&str> = terms.iter().map(|term| term.key.as_str()).collect();
            for key in keys {
                *holding.entry(key).or_insert(0) += 1;
            }
        }
        Topics {
            readings,
            wording,
            holding,
            sentences: readings.iter().map(|one| one.sentences.len()).sum(),
        }
    }

    /// What `parts` are about: the words of the first that another one, of another article, has as well, the most
    /// telling of these parts, in reading order; names whole, and words that stand together there together. Empty when
    /// they share no telling word.
    pub fn of(&self, parts: &[Part]) -> String {
        let first = parts.first().map_or(0, |first| first.article);
        let words = self.words(parts);
        let article = InArticle::new(self.readings.get(first).copied());
        article.joined(words.into_iter().map(|word| word.span))
    }

    /// What `parts` of several articles are about, in the words of the one whose words tell most. Empty when they share
    /// too little to tell it from the rest of the story.
    pub fn of_all(&self, parts: &[Part]) -> String {
        let mut best = (0.0, String::new());
        let mut turned = parts.to_vec();
        for first in 0..parts.len() {
            turned.swap(0, first);
            let words = self.words(&turned);
            let worth: f32 = words.iter().map(|word| word.worth).sum();
            if worth > best.0 && is_telling(&words) {
                let article = turned.first().map_or(0, |first| first.article);
                let article = InArticle::new(self.readings.get(article).copied());
                best = (
                    worth,
                    article.joined(words.into_iter().map(|word| word.span)),
                );
            }
        }
        best.1
    }

    /// The words of the first part that tell most of what others have as well, in reading order.
    fn words(&self, parts: &[Part]) -> Vec<Worded> {
        let Some((first, others)) = parts.split_first() else {
            return Vec::new();
        };
        let shares = self.shares(first.article, others);
        let article = InArticle::new(self.readings.get(first.article).copied());
        let terms: Vec<&Term> = self.terms(first).collect();
        let share = |at: usize| {
            let term = terms.get(at).filter(|term| term.is_content())?;
            shares.get(term.key.as_str()).copied()
        };
        let inside = self.inside(parts);
        let mut seen = HashSet::new();
        let mut words: Vec<Worded> = Vec::new();
        for (at, term) in terms.iter().enumerate() {
            let Some(share_here) = share(at) else {
                continue;
            };
            let beside = share(at + 1).or_else(|| at.checked_sub(1).and_then(share));
            let sort = self.sort(term, &article);
            let within = inside.get(term.key.as_str()).copied().unwrap_or_default();
            let worth = sort * self.rarity(term, within) * share_here;
            let worth = worth * if beside.is_some() { BESIDE } else { 1.0 };
            if worth == 0.0 || !seen.insert(term.key.as_str()) {
                continue;
            }
            let span = article.whole_name(term.span);
            // A name tells as much as the commonest of its words: *Volodymyr* no more than *Zelenskyy*.
            match words.iter_mut().find(|one| one.span.shared(span).is_some()) {
                Some(name) => {
                    name.worth = name.worth.min(worth);
                    name.sort = name.sort.min(sort);
                }
                None => words.push(Worded { worth, sort, span }),
            }
        }
        words.sort_by(|a, b| {
            b.worth
                .total_cmp(&a.worth)
                .then_with(|| a.span.cmp(&b.span))
        });
        let least = words.first().map_or(0.0, |best| LEAST * best.worth);
        words.retain(|word| word.worth >= least);
        words.truncate(WORDS);
        words.sort_by_key(|word| word.span);
        words
    }

    /// For each word of other articles than this, which share of them has it in these parts.
    fn shares(&self, article: usize, parts: &[Part]) -> HashMap<&'a str, f32> {
        let mut having: HashMap<&str, BTreeSet<usize>> = HashMap::new();
        let mut articles = BTreeSet::new();
        for part in parts.iter().filter(|part| part.article != article) {
            articles.insert(part.article);
            for term in self.terms(part) {
                having
                    .entry(term.key.as_str())
                    .or_default()
                    .insert(part.article);
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "articles of a topic are few")]
        let share = |having: usize| having as f32 / articles.len() as f32;
        let shares = having.into_iter();
        shares
            .map(|(key, having)| (key, share(having.len())))
            .collect()
    }

    /// In how many sentences of the parts each word stands.
    fn inside(&self, parts: &[Part]) -> HashMap<&'a str, usize> {
        let mut inside = HashMap::new();
        for part in parts {
            let sentences = self.wording.article(part.article);
            for terms in sentences.get(part.sentences.clone()).unwrap_or_default() {
                let keys: HashSet<&str> = terms.iter().map(|term| term.key.as_str()).collect();
                for key in keys {
                    *inside.entry(key).or_insert(0) += 1;
                }
            }
        }
        inside
    }

    fn terms(&self, part: &Part) -> impl Iterator<Item = &'a Term> + use<'a> {
        let sentences = self.wording.article(part.article);
        let sentences = sentences.get(part.sentences.clone()).unwrap_or_default();
        sentences.iter().flatten()
    }

    /// How well a word of its sort tells what something is about: names best; words of the whole story, roles, and words
    /// that do not look like nouns least; 0 for what is no topic at all.
    fn sort(&self, term: &Term, article: &InArticle<'_>) -> f32 {
        let word = fold(term.span.of(article.text));
        let name = self.wording.is_name(&term.key);
        let beside_name = || {
            article
                .mention(term.span)
                .is_some_and(|mention| !mention.name.contains(term.span))
        };
        match term.kind {
            TermKind::Function => 0.0,
            _ if term.is_general() || word.len() < 3 => 0.0,
            _ if beside_name() => 0.05,
            _ if is_role(&word) || is_source_noun(&word) => 0.3,
            _ if self.wording.is_of_story(&term.key) => 0.4,
            TermKind::Number => 0.2,
            // A day tells no more than a number does.
            TermKind::Capitalised if MONTHS.any(without_possessive(&word)).is_some() => 0.2,
            TermKind::Capitalised if name => NAME,
            _ if is_seldom_noun(&word) => 0.3,
            _ if article.is_verb(term.span) => 0.3,
            TermKind::Capitalised | TermKind::Word => NOUN,
        }
    }

    /// How seldom a word is that stands in `inside` of the sentences looked at: most telling is what stands nowhere else.
    fn rarity(&self, term: &Term, inside: usize) -> f32 {
        let holding = self.holding.get(term.key.as_str()).copied();
        let outside = holding.unwrap_or_default().saturating_sub(inside);
        rarity(self.sentences, outside + 1)
    }
}

/// Whether words tell by themselves what something is about: a name, or several of which one at least is a noun.
fn is_telling(words: &[Worded]) -> bool {
    let best = words.iter().map(|word| word.sort).fold(0.0, f32::max);
    best >= NAME || words.len() > 1 && best >= NOUN
}

/// A word or name of a topic.
struct Worded {
    worth: f32,
    /// How well a word of its sort tells what something is about.
    sort: f32,
    span: Span,
}

/// The article whose words a topic is made of.
struct InArticle<'a> {
    text: &'a str,
    names: &'a [Mention],
}

impl<'a> InArticle<'a> {
    fn new(reading: Option<&'a Reading>) -> InArticle<'a> {
        InArticle {
            text: reading.map_or("", |reading| &reading.article.text),
            names: reading.map_or(&[], |reading| &reading.names.mentions),
        }
    }

    /// The name that a word is part of, without titles; the word itself, if it is of none.
    fn whole_name(&self, span: Span) -> Span {
        self.mention(span)
            .map(|mention| mention.name)
            .filter(|name| name.contains(span))
            .unwrap_or(span)
    }

    /// The name, with its role, that a word is part of.
    fn mention(&self, span: Span) -> Option<&Mention> {
        let after = self
            .names
            .partition_point(|mention| mention.span.start <= span.start);
        let mention = after.checked_sub(1).and_then(|at| self.names.get(at));
        mention.filter(|mention| mention.span.contains(span))
    }

    /// Whether a word stands where a verb does: after what can be a subject, a helping verb, or *to*.
    fn is_verb(&self, span: Span) -> bool {
        let before = Span::new(0, span.start).of(self.text);
        let before = before.strip_suffix(' ').unwrap_or_default();
        let last = before.rsplit(|letter: char| letter.is_whitespace()).next();
        let last = fold(last.unwrap_or_default());
        last == "to" || PRONOUNS.has(&last) || FINITE.has(&last)
    }

    /// The words with commas where others stand between; what somebody has goes with its owner's *’s*, which stands
    /// alone nowhere.
    fn joined(&self, spans: impl Iterator<Item = Span>) -> String {
        let mut phrases: Vec<String> = Vec::new();
        let mut end = None;
        for span in spans {
            let words = span.of(self.text);
            let between = end.map(|end| Span::new(end, span.start).of(self.text));
            match phrases.last_mut() {
                Some(phrase) if between == Some(" ") => {
                    phrase.push(' ');
                    phrase.push_str(words);
                }
                _ => phrases.push(words.to_owned()),
            }
            end = Some(span.end);
        }
        let phrases = phrases.iter().map(|phrase| without_possessive(phrase));
        phrases.collect::<Vec<_>>().join(", ")
    }
}
