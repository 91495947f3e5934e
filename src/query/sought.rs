use super::{Form, Words};
use crate::text::{Span, Word, fold, stem, without_possessive, words};

/// Words that are looked for in texts.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    phrases: Vec<Vec<Shape>>,
}

/// What one word must be, folded.
#[derive(Clone, Debug)]
enum Shape {
    /// Any with this stem.
    Stem(String),
    /// Any that begins so.
    Start(String),
    /// This one.
    Exact(String),
}

impl Sought {
    /// Those words, wanted or not.
    pub fn new<'a>(all: impl IntoIterator<Item = &'a Words>) -> Sought {
        let phrases = all.into_iter().map(phrase);
        Sought {
            phrases: phrases.filter(|phrase| !phrase.is_empty()).collect(),
        }
    }

    /// Where any of them stands in `span` of `text`, in order and apart. Case and accents do not count.
    pub fn places(&self, text: &str, span: Span) -> Vec<Span> {
        let mut places: Vec<Span> = Vec::new();
        if self.phrases.is_empty() {
            return places;
        }
        let all: Vec<Word<'_>> = words(span.of(text)).collect();
        for at in 0..all.len() {
            let rest = all.get(at..).unwrap_or_default();
            let longest = self
                .phrases
                .iter()
                .filter_map(|phrase| length(phrase, rest));
            let (Some(end), Some(first)) = (longest.max(), rest.first()) else {
                continue;
            };
            let place = Span::new(first.span.start, end).shifted(span.start);
            match places.last_mut() {
                // A phrase may go on with another.
                Some(last) if place.start < last.end => last.end = last.end.max(place.end),
                _ => places.push(place),
            }
        }
        places
    }

    /// Whether each of them stands in `text`.
    pub fn all_in(&self, text: &str) -> bool {
        let all: Vec<Word<'_>> = words(text).collect();
        self.phrases.iter().all(|phrase| stands(phrase, &all))
    }

    /// Whether any of them stands in `text`.
    pub fn any_in(&self, text: &str) -> bool {
        let all: Vec<Word<'_>> = words(text).collect();
        self.phrases.iter().any(|phrase| stands(phrase, &all))
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }
}

fn stands(phrase: &[Shape], all: &[Word<'_>]) -> bool {
    let mut parts = all.windows(phrase.len());
    parts.any(|part| length(phrase, part).is_some())
}

fn phrase(sought: &Words) -> Vec<Shape> {
    let mut phrase: Vec<Shape> = words(&sought.text)
        .map(|word| Shape::Exact(without_possessive(&fold(word.text)).to_owned()))
        .collect();
    let alone = phrase.len() == 1;
    if let Some(last) = phrase.last_mut()
        && let Shape::Exact(word) = last
    {
        *last = match sought.form {
            Form::Prefix => Shape::Start(std::mem::take(word)),
            Form::Word if alone => Shape::Stem(stem(word)),
            Form::Word | Form::Phrase => return phrase,
        };
    }
    phrase
}

/// The byte after the words at the beginning of `all` that are `phrase`; `None` when they are others.
fn length(phrase: &[Shape], all: &[Word<'_>]) -> Option<usize> {
    let here = all.get(..phrase.len())?;
    let mut pairs = phrase.iter().zip(here);
    let fits = pairs.all(|(shape, word)| shape.fits(word.text));
    here.last().filter(|_| fits).map(|word| word.span.end)
}

impl Shape {
    fn fits(&self, word: &str) -> bool {
        let (Shape::Stem(wanted) | Shape::Start(wanted) | Shape::Exact(wanted)) = self;
        // Nearly all words of a text begin with another letter; this is all that is done with them.
        if let (Some(&one), Some(&other)) = (word.as_bytes().first(), wanted.as_bytes().first())
            && one.is_ascii()
            && other.is_ascii()
            && !one.eq_ignore_ascii_case(&other)
        {
            return false;
        }
        let folded = fold(word);
        match self {
            Shape::Start(start) => folded.starts_with(start.as_str()),
            Shape::Exact(wanted) => without_possessive(&folded) == wanted,
            Shape::Stem(wanted) => stem(&folded) == *wanted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Query;
    use crate::text::{mark, unmark};

    #[test]
    fn words_are_found_in_any_inflection() {
        check("guarantee", "[Guarantees] were [guaranteed]; no warranty.");
        check("trump", "[Trump’s] plan and the [TRUMP] tower, no trumpet.");
        check("erdogan", "Mr [Erdoğan] came.");
        check(
            "obama-given",
            "An [Obama-given] [Obama given] land. Given Obama.",
        );
    }

    #[test]
    fn phrases_are_found_as_they_are() {
        check(
            "\"security guarantee\"",
            "A [security\n guarantee], no security guarantees.",
        );
        check("\"peace deal\" deal", "The [peace deal] and other [deals].");
        check("\"never sell\" \"sell it\"", "We will [never sell it].");
        check("zel*", "[Zelenskyy] and [Zelensky] met.");
        check("\"Berg said\"", "[Berg said] so. Berg had said.");
    }

    #[track_caller]
    fn check(query: &str, expected: &str) {
        let (text, _) = unmark(expected);
        let query = Query::parse(query, 0, false).query;
        let found = Sought::new(&query.words).places(&text, Span::new(0, text.len()));
        assert_eq!(mark(&text, &found), expected);
    }
}
