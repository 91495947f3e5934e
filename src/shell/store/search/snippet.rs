//! Some words of a text, from where it has what was looked for.

use std::iter::{from_fn, once};

use super::expression::parts;
use crate::query::{Form, Query};
use crate::text::{Span, fold, stem};

/// How many bytes of a long text are looked at.
const LOOKED_AT: usize = 400_000;

/// How many bytes a snippet has, about, and how many of them stand before the first word that is lit.
const LENGTH: usize = 180;
const BEFORE: usize = 50;

/// Some words of a text on one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The words, with `…` where they were cut. What acts on a terminal is still in them.
    pub text: String,
    /// Which of them were looked for, in order and apart.
    pub lit: Vec<Span>,
    /// Where the first of these stands in what the snippet was taken from.
    pub(super) first: Span,
}

/// What is looked for.
pub(super) struct Sought(Vec<One>);

enum One {
    Stem(String),
    /// Words in a row, folded; whether the last may go on.
    Row(Vec<String>, bool),
}

impl Sought {
    pub(super) fn of(query: &Query, is_typing: bool) -> Sought {
        let last = query.words.len().checked_sub(1).filter(|_| is_typing);
        let words = query
            .words
            .iter()
            .enumerate()
            .filter(|(_, words)| !words.unwanted);
        let each = words.flat_map(|(number, words)| {
            let row = parts(&words.text);
            let goes_on =
                words.form == Form::Prefix || words.form == Form::Word && last == Some(number);
            let stem = match row.as_slice() {
                [word] if words.form == Form::Word => Some(One::Stem(stem(word))),
                _ => None,
            };
            let literal =
                (!row.is_empty() && (stem.is_none() || goes_on)).then_some(One::Row(row, goes_on));
            stem.into_iter().chain(literal)
        });
        let titles = query.titles.iter().flat_map(|words| parts(words));
        Sought(
            each.chain(titles.map(|word| One::Stem(stem(&word))))
                .collect(),
        )
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where they stand in a text, in order and apart, each with the number of what is found there.
    pub(super) fn places(&self, text: &str) -> Vec<(Span, usize)> {
        let text = text
            .get(..text.floor_char_boundary(LOOKED_AT))
            .unwrap_or(text);
        let words: Vec<(Span, String)> = runs(text)
            .map(|span| (span, fold(span.of(text)).into_owned()))
            .collect();
        let mut places = Vec::new();
        let mut rest = words.as_slice();
        while let Some((word, after)) = rest.split_first() {
            let found = self
                .0
                .iter()
                .enumerate()
                .find_map(|(which, one)| Some((one.at(rest)?, which)));
            rest = match found {
                Some((length, which)) => {
                    let last = rest.get(length - 1).map_or(word.0, |(span, _)| *span);
                    places.push((Span::new(word.0.start, last.end), which));
                    rest.get(length..).unwrap_or_default()
                }
                None => after,
            };
        }
        places
    }
}

impl One {
    /// How many of the words that a text goes on with are this; `None` when they are not.
    fn at(&self, words: &[(Span, String)]) -> Option<usize> {
        match self {
            One::Stem(wanted) => {
                let (_, word) = words.first()?;
                (word == wanted || begins_alike(word, wanted) && stem(word) == *wanted).then_some(1)
            }
            One::Row(wanted, goes_on) => {
                let here = words.get(..wanted.len())?;
                let (last, before) = wanted.split_last()?;
                let same = before
                    .iter()
                    .zip(here)
                    .all(|(wanted, (_, word))| word == wanted);
                let (_, end) = here.last()?;
                let ends = if *goes_on {
                    end.starts_with(last)
                } else {
                    end == last
                };
                (same && ends).then_some(wanted.len())
            }
        }
    }
}

/// Whether a word may have this stem: the first letter is never changed.
fn begins_alike(word: &str, stem: &str) -> bool {
    word.as_bytes().first() == stem.as_bytes().first()
}

/// The runs of letters and digits in a text, as the index tells words apart.
pub(super) fn runs(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(char::is_alphanumeric)?;
        let run = text.get(start..)?;
        let length = run
            .find(|letter: char| !letter.is_alphanumeric())
            .unwrap_or(run.len());
        at = start + length;
        Some(Span::new(start, at))
    })
}

/// The stems of those words in a folded text that are none themselves.
pub(in crate::shell::store) fn stems(folded: &str) -> String {
    let mut stems = String::new();
    for run in runs(folded) {
        let word = run.of(folded);
        let stem = stem(word);
        if stem != word {
            stems.push_str(&stem);
            stems.push(' ');
        }
    }
    stems
}

/// A snippet from where most of what was found stands closest together; `places` are in order.
pub(super) fn excerpt(text: &str, places: &[(Span, usize)]) -> Snippet {
    let reach = LENGTH - BEFORE;
    let within = |from: usize| {
        let start = places.get(from).map_or(0, |(span, _)| span.start);
        let here = places
            .iter()
            .skip(from)
            .take_while(move |(span, _)| span.end <= start + reach);
        let mut kinds: Vec<usize> = here.map(|(_, which)| *which).collect();
        let all = kinds.len();
        kinds.sort_unstable();
        kinds.dedup();
        (kinds.len(), all)
    };
    let best = (0..places.len()).max_by_key(|&from| (within(from), std::cmp::Reverse(from)));
    let first = best
        .and_then(|from| places.get(from))
        .map_or_else(Span::default, |(span, _)| *span);
    let lit = places.iter().map(|(span, _)| *span);
    cut(text, first, lit)
}

/// The first words of a text.
pub(super) fn opening(text: &str) -> Snippet {
    cut(
        text,
        Span::default(),
        once(Span::default()).filter(|span| !span.is_empty()),
    )
}

fn cut(text: &str, first: Span, lit: impl Iterator<Item = Span>) -> Snippet {
    let back = text.floor_char_boundary(first.start.saturating_sub(BEFORE));
    let before = Span::new(back, first.start);
    let line = before.of(text).rfind('\n');
    let word = before
        .of(text)
        .find(char::is_whitespace)
        .filter(|_| back > 0);
    let start = line.or(word).map_or(back, |space| back + space);
    let end = text.ceil_char_boundary((start + LENGTH).max(first.end).min(text.len()));
    let tail = Span::new(first.end, end);
    let end = match tail.of(text).rfind(char::is_whitespace) {
        Some(space) if end < text.len() => tail.start + space,
        _ => end,
    };
    let span = Span::new(start, end).trimmed(text);
    let mut words = String::new();
    if !text.get(..span.start).unwrap_or_default().trim().is_empty() {
        words.push('…');
    }
    let moved = words.len();
    let line_end = |letter: char| {
        if letter.is_ascii_whitespace() {
            ' '
        } else {
            letter
        }
    };
    words.extend(span.of(text).chars().map(line_end));
    if !text.get(span.end..).unwrap_or_default().trim().is_empty() {
        words.push('…');
    }
    let lit = lit.filter(|one| span.contains(*one));
    Snippet {
        text: words,
        lit: lit
            .map(|one| Span::new(one.start - span.start + moved, one.end - span.start + moved))
            .collect(),
        first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Words;
    use crate::text::mark;

    #[test]
    fn words_are_lit_in_any_inflection() {
        check(
            &[("negotiation", Form::Word)],
            false,
            "They [negotiated]; the [negotiations] failed.",
        );
        check(&[("Erdogan", Form::Word)], false, "Mr [Erdoğan]’s talks");
    }

    #[test]
    fn prefixes_and_phrases_are_lit_as_they_stand() {
        check(
            &[("negot", Form::Prefix)],
            false,
            "They [negotiated]; no news.",
        );
        check(
            &[("peace talks", Form::Phrase)],
            false,
            "On [peace talks], not talks on peace.",
        );
        check(
            &[("town", Form::Word), ("ha", Form::Word)],
            true,
            "The [town] [hall] was sold.",
        );
    }

    #[test]
    fn the_snippet_is_where_most_words_stand() {
        let text = format!(
            "A hall. {} The mayor said that the town hall stays. {}",
            "Filler words. ".repeat(40),
            "And so on. ".repeat(40)
        );
        let query = query(&[("town", Form::Word), ("hall", Form::Word)]);
        let sought = Sought::of(&query, false);
        let snippet = excerpt(&text, &sought.places(&text));
        let shown = mark(&snippet.text, &snippet.lit);
        assert!(shown.starts_with('…') && shown.ends_with('…'), "{shown}");
        assert!(
            shown.contains("The mayor said that the [town] [hall] stays."),
            "{shown}"
        );
        assert!(shown.len() < 250);
    }

    fn query(words: &[(&str, Form)]) -> Query {
        let words = words.iter().map(|&(text, form)| Words {
            text: text.to_owned(),
            form,
            unwanted: false,
        });
        Query {
            words: words.collect(),
            ..Query::default()
        }
    }

    #[track_caller]
    fn check(words: &[(&str, Form)], is_typing: bool, expected: &str) {
        let text = expected.replace(['[', ']'], "");
        let sought = Sought::of(&query(words), is_typing);
        let lit: Vec<Span> = sought
            .places(&text)
            .into_iter()
            .map(|(span, _)| span)
            .collect();
        assert_eq!(mark(&text, &lit), expected);
    }
}
