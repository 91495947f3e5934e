use foldhash::{HashMap, HashMapExt, HashSet};

use crate::reading::Reading;
use crate::text::{Pair, Side, Span, Spellings, Term, TermKind, is_general};

/// The terms of the sentences of two articles, or of more, with every name in one spelling.
///
/// Spans are offsets into each article's text. A word that all write with a capital only, *Kharkiv* and *Kharkov*, has
/// one key in all its spellings.
#[derive(Clone, Debug)]
pub struct Wording {
    articles: Vec<Vec<Vec<Term>>>,
    /// For each term, the number of its key.
    numbers: Vec<Vec<Vec<usize>>>,
    /// The keys that there are, in order, so that no number depends on which article is left.
    keys: Vec<Key>,
}

/// What is known of a term by its key alone.
#[derive(Clone, Debug)]
pub(super) struct Key {
    pub(super) text: String,
    /// As [`Wording::is_name`].
    pub(super) is_name: bool,
    /// Whether it stands in a quarter of the sentences of two articles or more.
    is_of_story: bool,
    /// As [`Term::is_general`].
    pub(super) is_general: bool,
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
        let (keys, numbers) = numbered(&articles, &names);
        Wording {
            articles,
            numbers,
            keys,
        }
    }

    /// The same with contents of each side after its sentences: the words in some spans that are not of any news text.
    pub(super) fn with(&self, contents: Pair<Vec<Vec<Span>>>) -> Wording {
        let mut wording = self.clone();
        let added = wording.articles.iter_mut().zip(&mut wording.numbers);
        for ((side, contents), (article, article_numbers)) in
            contents.sides().into_iter().zip(added)
        {
            let terms = self.sentences().get(side).iter().flatten();
            let numbers = self.numbers().get(side).iter().flatten();
            let mut terms: Vec<(&Term, usize)> = terms.zip(numbers.copied()).collect();
            terms.sort_unstable_by_key(|(term, _)| term.span);
            let within = |&span: &Span| {
                let from = terms.partition_point(|(term, _)| term.span.start < span.start);
                let terms = terms.get(from..).unwrap_or_default().iter().copied();
                terms.take_while(move |(term, _)| term.span.end <= span.end)
            };
            for spans in contents {
                let terms = spans.iter().flat_map(within);
                let telling = terms
                    .filter(|&(_, number)| !self.key(number).is_some_and(|key| key.is_general));
                let telling = telling
                    .take(LONGEST)
                    .map(|(term, number)| (term.clone(), number));
                let (terms, numbers) = telling.unzip();
                article.push(terms);
                article_numbers.push(numbers);
            }
        }
        wording
    }

    /// The numbers of the keys of all terms, as [`Wording::sentences`] has the terms.
    pub(super) fn numbers(&self) -> Pair<&[Vec<usize>]> {
        let article = |number: usize| self.numbers.get(number).map_or(&[][..], Vec::as_slice);
        Pair::new(article(0), article(1))
    }

    /// The keys that there are, by their numbers.
    pub(super) fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// What is known of the key of this number.
    pub(super) fn key(&self, number: usize) -> Option<&Key> {
        self.keys.get(number)
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
        self.numbers.reverse();
        self
    }

    /// Whether `key` is of a word that two articles use all along, so that it tells no two passages from the rest.
    pub fn is_of_story(&self, key: &str) -> bool {
        self.known(key).is_some_and(|key| key.is_of_story)
    }

    /// Whether two sentences are word for word the same.
    pub fn is_same(&self, sentences: Pair<usize>) -> bool {
        let numbers = self.numbers().zip(sentences);
        let Pair { left, right } =
            numbers.map(|(all, sentence)| all.get(sentence).map_or(&[][..], Vec::as_slice));
        left == right
    }

    /// Whether `key` is of a word that the articles write with a capital wherever it stands.
    pub fn is_name(&self, key: &str) -> bool {
        self.known(key).is_some_and(|key| key.is_name)
    }

    fn known(&self, key: &str) -> Option<&Key> {
        let found = self
            .keys
            .binary_search_by(|known| known.text.as_str().cmp(key));
        self.key(found.ok()?)
    }
}

/// The keys of all terms, and for each term the number of its key.
fn numbered(
    articles: &[Vec<Vec<Term>>],
    names: &HashSet<String>,
) -> (Vec<Key>, Vec<Vec<Vec<usize>>>) {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut numbers: Vec<Vec<Vec<usize>>> = Vec::new();
    for sentences in articles {
        let mut article = Vec::with_capacity(sentences.len());
        for terms in sentences {
            let each = terms.iter().map(|term| {
                let next = seen.len();
                *seen.entry(term.key.as_str()).or_insert(next)
            });
            article.push(each.collect());
        }
        numbers.push(article);
    }
    let mut keys: Vec<(&str, usize)> = seen.into_iter().collect();
    keys.sort_unstable();
    let mut places = vec![0; keys.len()];
    for (place, &(_, number)) in keys.iter().enumerate() {
        if let Some(slot) = places.get_mut(number) {
            *slot = place;
        }
    }
    for number in numbers.iter_mut().flatten().flatten() {
        *number = places.get(*number).copied().unwrap_or_default();
    }
    let using = using(&numbers, keys.len());
    let known = keys.into_iter().zip(using).map(|((text, _), using)| Key {
        text: text.to_owned(),
        is_name: names.contains(text),
        is_of_story: using > 1,
        is_general: is_general(text),
    });
    (known.collect(), numbers)
}

/// How many articles use each of so many keys all along.
fn using(articles: &[Vec<Vec<usize>>], keys: usize) -> Vec<usize> {
    let mut using = vec![0; keys];
    for sentences in articles {
        let least = sentences.len().div_ceil(STORY_SHARE).max(3);
        for (using, holding) in using.iter_mut().zip(standing(sentences, keys)) {
            *using += usize::from(holding >= least);
        }
    }
    using
}

/// In how many sentences each of so many keys stands.
fn standing(sentences: &[Vec<usize>], keys: usize) -> Vec<usize> {
    let mut holding = vec![0; keys];
    let mut last = vec![0; keys];
    for (sentence, numbers) in (1..).zip(sentences) {
        for &number in numbers {
            let (Some(holding), Some(last)) = (holding.get_mut(number), last.get_mut(number))
            else {
                continue;
            };
            *holding += usize::from(*last != sentence);
            *last = sentence;
        }
    }
    holding
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
