//! The numbers and names by which an article differs from the others that tell the same.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::reading::Reading;
use crate::text::{Span, Spellings, TermKind};

/// Numbers and names of all articles.
pub(super) struct Own {
    /// For each article, for each of its sentences, the numbers and names in it.
    telling: Vec<Vec<Vec<Telling>>>,
    /// For each article, all its words.
    words: Vec<HashSet<String>>,
}

struct Telling {
    key: String,
    span: Span,
    is_number: bool,
}

impl Own {
    pub(super) fn new(readings: &[&Reading]) -> Own {
        let mut telling = Vec::new();
        let mut words = Vec::new();
        for reading in readings {
            let (told, all) = told(reading);
            telling.push(told);
            words.push(all);
        }
        let names = telling.iter().flatten().flatten();
        let names: Vec<&str> = names
            .filter(|one| !one.is_number)
            .map(|one| one.key.as_str())
            .collect();
        let spellings = Spellings::among(names);
        let first = |key: &str| spellings.of(key).to_owned();
        let words = words
            .iter()
            .map(|all| all.iter().map(|key| first(key)).collect());
        let words = words.collect();
        for one in telling.iter_mut().flatten().flatten() {
            one.key = first(&one.key);
        }
        Own { telling, words }
    }

    /// By article, what it has of its own in these sentences: a number that no other of them has there, a name that
    /// another of these articles never has. What only one article tells needs no such marks.
    pub(super) fn of(&self, sentences: &BTreeMap<usize, Vec<usize>>) -> BTreeMap<usize, Vec<Span>> {
        if sentences.len() < 2 {
            return BTreeMap::new();
        }
        // In how many of the articles each number stands.
        let mut having: HashMap<&str, usize> = HashMap::new();
        for (&article, numbers) in sentences {
            let keys: HashSet<&str> = self
                .told(article, numbers)
                .map(|one| one.key.as_str())
                .collect();
            for key in keys {
                *having.entry(key).or_default() += 1;
            }
        }
        let is_own = |one: &&Telling| {
            let everywhere = || {
                let mut words = sentences.keys().filter_map(|&other| self.words.get(other));
                words.all(|words| words.contains(&one.key))
            };
            let alone = having
                .get(one.key.as_str())
                .is_none_or(|having| *having < 2);
            alone && (one.is_number || !everywhere())
        };
        let cells = sentences.iter().map(|(&article, numbers)| {
            let spans = self
                .told(article, numbers)
                .filter(is_own)
                .map(|one| one.span);
            (article, spans.collect())
        });
        cells.collect()
    }

    fn told<'a>(
        &'a self,
        article: usize,
        sentences: &'a [usize],
    ) -> impl Iterator<Item = &'a Telling> {
        let telling = self.telling.get(article);
        let each = sentences.iter().filter_map(move |&one| telling?.get(one));
        each.flatten()
    }
}

/// What each sentence tells in numbers and names, and the words of the article.
fn told(reading: &Reading) -> (Vec<Vec<Telling>>, HashSet<String>) {
    let mut words = HashSet::new();
    let bodies = reading.terms().iter().take(reading.sentences.len());
    let sentences = bodies.map(|terms| {
        let mut telling = Vec::new();
        for term in terms {
            words.insert(term.key.clone());
            let is_number = term.kind == TermKind::Number;
            if is_number || (term.kind == TermKind::Capitalised && is_name(reading, term.span)) {
                telling.push(Telling {
                    key: term.key.clone(),
                    span: term.span,
                    is_number,
                });
            }
        }
        telling
    });
    (sentences.collect(), words)
}

fn is_name(reading: &Reading, span: Span) -> bool {
    let mentions = &reading.names.mentions;
    let after = mentions.partition_point(|mention| mention.span.start <= span.start);
    let mention = after.checked_sub(1).and_then(|at| mentions.get(at));
    mention.is_some_and(|mention| mention.name.contains(span))
}
