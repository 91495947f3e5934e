use std::collections::{HashMap, HashSet};

use crate::reading::Reading;
use crate::text::{Pair, Side, Span, Spellings, Term, TermKind};

/// The terms of the sentences of two articles, or of more, with every name in one spelling.
///
/// Spans are offsets into each article's text. A word that all write with a capital only, *Kharkiv* and *Kharkov*, has
/// one key in all its spellings.
#[derive(Clone, Debug)]
pub struct Wording {
    articles: Vec<Vec<Vec<Term>>>,
    names: HashSet<String>,
    /// Keys that stand in a quarter of the sentences of two articles or more.
    of_story: HashSet<String>,
}

/// So many words of a content are compared: the time taken must not grow with the square of its length.
const LONGEST: usize = 256;

/// One sentence in so many holds a word that is of the whole story.
const STORY_SHARE: usize = 4;

impl Wording {
    /// The terms of both bodies, sentence by sentence.
    pub fn new(readings: Pair<&Reading>) -> Wording {
        Wording::of(&[readings.left, readings.right])
    }

    /// The terms of several bodies; the first two stand for the left and the right.
    pub fn of(readings: &[&Reading]) -> Wording {
        let each = readings.iter().map(|reading| reading.terms().to_vec());
        let mut articles: Vec<Vec<Vec<Term>>> = each.collect();
        let bodies: Vec<&[Vec<Term>]> = articles
            .iter()
            .zip(readings)
            .map(|(terms, reading)| terms.get(..reading.sentences.len()).unwrap_or_default())
            .collect();
        // Headlines write every word with a capital.
        let names = names(&bodies);
        let spellings = Spellings::among(names.iter().map(String::as_str));
        for term in articles.iter_mut().flatten().flatten() {
            let first = spellings.of(&term.key);
            if first != term.key {
                term.key = first.to_owned();
            }
        }
        let names = names
            .iter()
            .map(|name| spellings.of(name).to_owned())
            .collect();
        let of_story = of_story(&articles);
        Wording {
            articles,
            names,
            of_story,
        }
    }

    /// The same with contents of each side after its sentences: the words in some spans that are not of any news text.
    pub(super) fn with(&self, contents: Pair<Vec<Vec<Span>>>) -> Wording {
        let mut wording = self.clone();
        for ((side, contents), article) in contents.sides().into_iter().zip(&mut wording.articles) {
            let mut terms: Vec<&Term> = self.sentences().get(side).iter().flatten().collect();
            terms.sort_unstable_by_key(|term| term.span);
            let within = |&span: &Span| {
                let from = terms.partition_point(|term| term.span.start < span.start);
                let terms = terms.get(from..).unwrap_or_default().iter().copied();
                terms.take_while(move |term| term.span.end <= span.end)
            };
            let telling = |spans: &Vec<Span>| -> Vec<Term> {
                let terms = spans.iter().flat_map(within);
                let telling = terms.filter(|term| !term.is_general());
                telling.take(LONGEST).cloned().collect()
            };
            article.extend(contents.iter().map(telling));
        }
        wording
    }

    /// The terms of every sentence of the first two articles, in the order of `Reading::sentences`, and last
    /// those of its headline, if it has one.
    pub fn sentences(&self) -> Pair<&[Vec<Term>]> {
        Pair::new(self.article(0), self.article(1))
    }

    /// The same of one article; none when there is no such article.
    pub fn article(&self, number: usize) -> &[Vec<Term>] {
        self.articles.get(number).map_or(&[], Vec::as_slice)
    }

    /// The terms of one sentence; none when there is no such sentence.
    pub fn terms(&self, side: Side, sentence: usize) -> &[Term] {
        let sentences = *self.sentences().get(side);
        sentences.get(sentence).map_or(&[], Vec::as_slice)
    }

    /// The same with the articles in reverse.
    #[must_use]
    pub fn swapped(mut self) -> Wording {
        self.articles.reverse();
        self
    }

    /// Whether `key` is of a word that two articles use all along, so that it tells no two passages from the rest.
    pub fn is_of_story(&self, key: &str) -> bool {
        self.of_story.contains(key)
    }

    /// Whether two sentences are word for word the same.
    pub fn is_same(&self, sentences: Pair<usize>) -> bool {
        let left = self.terms(Side::Left, sentences.left);
        let right = self.terms(Side::Right, sentences.right);
        left.len() == right.len() && left.iter().zip(right).all(|(a, b)| a.key == b.key)
    }

    /// Whether `key` is of a word that the articles write with a capital wherever it stands.
    pub fn is_name(&self, key: &str) -> bool {
        self.names.contains(key)
    }
}

fn of_story(articles: &[Vec<Vec<Term>>]) -> HashSet<String> {
    let mut using: HashMap<&str, usize> = HashMap::new();
    for sentences in articles {
        let mut holding: HashMap<&str, usize> = HashMap::new();
        for terms in sentences {
            let keys: HashSet<&str> = terms.iter().map(|term| term.key.as_str()).collect();
            for key in keys {
                *holding.entry(key).or_default() += 1;
            }
        }
        holding.retain(|_, holding| *holding > 2 && *holding * STORY_SHARE >= sentences.len());
        for key in holding.into_keys() {
            *using.entry(key).or_default() += 1;
        }
    }
    using.retain(|_, articles| *articles > 1);
    using.into_keys().map(str::to_owned).collect()
}

/// The keys that stand with a capital letter everywhere, and somewhere else than at a sentence's beginning.
fn names(articles: &[&[Vec<Term>]]) -> HashSet<String> {
    let mut seen: HashMap<&str, bool> = HashMap::new();
    for terms in articles.iter().copied().flatten() {
        for (place, term) in terms.iter().enumerate() {
            match term.kind {
                TermKind::Capitalised if place > 0 => {
                    seen.entry(&term.key).or_insert(true);
                }
                TermKind::Word => {
                    seen.insert(&term.key, false);
                }
                _ => {}
            }
        }
    }
    seen.into_iter()
        .filter(|&(_, capital)| capital)
        .map(|(key, _)| key.to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Label};

    #[test]
    fn spellings_of_a_name_have_one_key() {
        let wording = wording(
            "He met Zelenskyy in Luhansk.",
            "Then Zelensky left Lugansk.",
        );
        let keys = |side| {
            let terms = wording.terms(side, 0).iter();
            terms
                .map(|term| term.key.clone())
                .filter(|key| wording.is_name(key))
                .collect::<Vec<_>>()
        };
        assert_eq!(keys(Side::Left), keys(Side::Right));
        assert_eq!(keys(Side::Left).len(), 2);
    }

    #[test]
    fn a_word_that_also_stands_in_lower_case_is_no_name() {
        let wording = wording("Leaders met in Kyiv.", "The leaders of Europe came.");
        assert!(wording.is_name("kyiv"));
        assert!(!wording.is_name("leader"));
    }

    fn wording(left: &str, right: &str) -> Wording {
        let read = |text: &str| Reading::new(Article::plain(text.to_owned(), Label::default()));
        let readings = Pair::new(read(left), read(right));
        Wording::new(readings.as_ref())
    }
}
