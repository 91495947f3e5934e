use foldhash::HashMap;

use crate::name::name_words;
use crate::reading::Reading;
use crate::text::{Span, Spellings, Term, fold, stem, terms};

/// A run in quotation marks with its words.
pub(super) struct Run {
    /// The number of its article.
    pub(super) article: usize,
    /// The number of its quote in `Reading::quotes`.
    pub(super) quote: usize,
    /// The number of the run in `Quote::quoted`.
    pub(super) number: usize,
    pub(super) span: Span,
    pub(super) words: Vec<Word>,
}

/// A word of a run. Its numbers sort as their words do, whatever the order of the articles.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    /// The same for inflections of one word: runs are found by it.
    pub(super) key: usize,
    /// The same only for one word in other capitals, accents, digits or spelling: runs are compared by it.
    pub(super) form: usize,
    pub(super) is_content: bool,
    pub(super) span: Span,
}

impl Run {
    pub(super) fn forms(&self) -> Vec<usize> {
        self.words.iter().map(|word| word.form).collect()
    }
}

/// All runs of all quotes that say something, in order of article and place.
pub(super) fn runs(readings: &[&Reading]) -> Vec<Run> {
    let spellings = spellings(readings);
    let mut raw: Vec<(Place, Vec<RawWord>)> = Vec::new();
    for (article, reading) in readings.iter().enumerate() {
        for place in places(article, reading) {
            let words = raw_words(&reading.article.text, place.span, &spellings);
            if words.iter().any(|word| word.is_content) {
                raw.push((place, words));
            }
        }
    }
    let numbers = numbers(&raw);
    let number = |word: &str| numbers.get(word).copied().unwrap_or_default();
    let mut runs = Vec::with_capacity(raw.len());
    for (place, words) in &raw {
        let words = words.iter().map(|word| Word {
            key: number(&word.key),
            form: number(&word.form),
            is_content: word.is_content,
            span: word.span,
        });
        runs.push(Run {
            article: place.article,
            quote: place.quote,
            number: place.number,
            span: place.span,
            words: words.collect(),
        });
    }
    runs
}

struct Place {
    article: usize,
    quote: usize,
    number: usize,
    span: Span,
}

/// Where the runs of an article stand; of runs that lie one in the other only the first counts.
fn places(article: usize, reading: &Reading) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for (quote, found) in reading.quotes.iter().enumerate() {
        let spans = found.quoted.iter().enumerate();
        places.extend(spans.map(|(number, &span)| Place {
            article,
            quote,
            number,
            span,
        }));
    }
    places.sort_by_key(|place| place.span.start);
    places.dedup_by(|next, kept| next.span.start < kept.span.end);
    places
}

/// Of the names in all articles: what is quoted from another language is spelled as each outlet does.
fn spellings(readings: &[&Reading]) -> Spellings {
    let entities = readings.iter().flat_map(|reading| &reading.names.entities);
    let names: Vec<String> = entities
        .flat_map(|entity| entity.aliases.iter().chain([&entity.name]))
        .flat_map(|name| name_words(name))
        .collect();
    Spellings::among(names.iter().map(String::as_str))
}

struct RawWord {
    key: String,
    form: String,
    is_content: bool,
    span: Span,
}

fn raw_words(text: &str, span: Span, spellings: &Spellings) -> Vec<RawWord> {
    let inner = span.of(text);
    let words = terms(inner).into_iter();
    words
        .map(|term| {
            let (key, form) = key_and_form(&term, term.span.of(inner), spellings);
            RawWord {
                key,
                form,
                is_content: term.is_content(),
                span: term.span.shifted(span.start),
            }
        })
        .collect()
}

fn key_and_form(term: &Term, word: &str, spellings: &Spellings) -> (String, String) {
    let folded = fold(word);
    let bare = folded.strip_suffix("'s").unwrap_or(&folded);
    let spelled = spellings.of(bare);
    if spelled != bare {
        let ending = folded.get(bare.len()..).unwrap_or_default();
        return (stem(spelled), format!("{spelled}{ending}"));
    }
    // A number word, or one that stands for another (*US*): it has no form of its own.
    if term.is_content() && stem(&folded) != term.key {
        return (term.key.clone(), term.key.clone());
    }
    (term.key.clone(), folded.into_owned())
}

/// A number for every word, in the order of the alphabet.
fn numbers(runs: &[(Place, Vec<RawWord>)]) -> HashMap<&str, usize> {
    let words = runs.iter().flat_map(|(_, words)| words);
    let mut all: Vec<&str> = words
        .flat_map(|word| [word.key.as_str(), word.form.as_str()])
        .collect();
    all.sort_unstable();
    all.dedup();
    all.into_iter().zip(0..).collect()
}
