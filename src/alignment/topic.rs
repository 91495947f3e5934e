//! A few words that say what runs of sentences in several articles are about.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::Wording;
use super::weight::rarity;
use crate::name::{Mention, is_role, is_source_noun};
use crate::reading::Reading;
use crate::text::form::is_seldom_noun;
use crate::text::{Span, Term, TermKind};

/// The most words of a topic; a name is one.
const WORDS: usize = 3;

/// How much more a word is worth that stands beside another that both have, as in *ferry terminal*.
const BESIDE: f32 = 1.2;

/// What a word must be worth beside the best, so that a telling word does not stand among chance ones.
const LEAST: f32 = 0.35;

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
        let Some((first, others)) = parts.split_first() else {
            return String::new();
        };
        let others = others.iter().filter(|part| part.article != first.article);
        let keys: HashSet<&str> = others
            .flat_map(|part| self.terms(part))
            .map(|term| term.key.as_str())
            .collect();
        let article = InArticle::new(self.readings.get(first.article).copied());
        let terms: Vec<&Term> = self.terms(first).collect();
        let both = |at: usize| {
            let term = terms.get(at).filter(|term| term.is_content());
            term.is_some_and(|term| keys.contains(term.key.as_str()))
        };
        let inside = self.inside(parts);
        let mut seen = HashSet::new();
        let mut words: Vec<(f32, Span)> = Vec::new();
        for (at, term) in terms.iter().enumerate() {
            let beside = both(at + 1) || at.checked_sub(1).is_some_and(both);
            let within = inside.get(term.key.as_str()).copied().unwrap_or_default();
            let worth = self.worth(term, &article, within) * if beside { BESIDE } else { 1.0 };
            if worth == 0.0 || !both(at) || !seen.insert(term.key.as_str()) {
                continue;
            }
            let span = article.whole_name(term.span);
            // A name tells as much as the commonest of its words: *Volodymyr* no more than *Zelenskyy*.
            match words
                .iter_mut()
                .find(|(_, other)| other.shared(span).is_some())
            {
                Some(name) => name.0 = name.0.min(worth),
                None => words.push((worth, span)),
            }
        }
        words.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let least = words.first().map_or(0.0, |best| LEAST * best.0);
        words.retain(|(worth, _)| *worth >= least);
        words.truncate(WORDS);
        words.sort_by_key(|(_, span)| *span);
        article.joined(words.into_iter().map(|(_, span)| span))
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

    /// How well a word tells these parts from the rest: names and words that stand nowhere else best; words of the whole
    /// story, roles, and words that do not look like nouns least; 0 for what is no topic at all.
    fn worth(&self, term: &Term, article: &InArticle<'_>, inside: usize) -> f32 {
        let word = crate::text::fold(term.span.of(article.text));
        let name = self.wording.is_name(&term.key);
        let beside_name = || {
            article
                .mention(term.span)
                .is_some_and(|mention| !mention.name.contains(term.span))
        };
        let sort = match term.kind {
            TermKind::Function => 0.0,
            _ if term.is_general() || word.len() < 3 => 0.0,
            _ if beside_name() => 0.05,
            _ if is_role(&word) || is_source_noun(&word) => 0.3,
            _ if self.wording.is_of_story(&term.key) => 0.4,
            TermKind::Number => 0.2,
            TermKind::Capitalised if name => 1.2,
            _ if is_seldom_noun(&word) => 0.3,
            TermKind::Capitalised | TermKind::Word => 1.0,
        };
        let holding = self.holding.get(term.key.as_str()).copied();
        let outside = holding.unwrap_or_default().saturating_sub(inside);
        sort * rarity(self.sentences, outside + 1)
    }
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

    fn joined(&self, spans: impl Iterator<Item = Span>) -> String {
        let mut topic = String::new();
        let mut end = None;
        for span in spans {
            let between = end.map(|end| Span::new(end, span.start).of(self.text));
            topic.push_str(match between {
                None => "",
                Some(" ") => " ",
                Some(_) => ", ",
            });
            topic.push_str(span.of(self.text));
            end = Some(span.end);
        }
        topic
    }
}
