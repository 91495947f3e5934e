use std::borrow::Cow;
use std::sync::Arc;

use crate::page::{Highlights, Page, Role, Spot};
use crate::query::Sought;
use crate::reading::Reading;
use crate::text::{Pair, Side, Span, fold, on_one_line};

/// More matches than anybody looks through.
const MOST_HITS: usize = 10_000;

/// Where some words stand in the texts on the screen.
#[derive(Clone, Debug, Default)]
pub(super) struct Find {
    query: String,
    hits: Vec<(Side, Span)>,
    /// Whether there may be more.
    pub(super) is_cut: bool,
    /// The match that the reader is at.
    at: Option<usize>,
    marked: Pair<Highlights>,
}

impl Find {
    /// Looks for `query` in `readings`, the left one first.
    pub(super) fn new(query: &str, readings: &[Arc<Reading>]) -> Find {
        let letters = query_letters(query);
        Find::with(query, readings, |text, span| matches(text, span, &letters))
    }

    /// Looks in one article for the words of a query, in whatever inflection it asks for; `name` is what it is called.
    pub(super) fn sought(name: &str, reading: &Arc<Reading>, sought: &Sought) -> Find {
        let readings = std::slice::from_ref(reading);
        Find::with(name, readings, |text, span| sought.places(text, span))
    }

    /// Goes through the blocks of all articles until there are more matches than anybody looks through.
    fn with(
        query: &str,
        readings: &[Arc<Reading>],
        matches: impl Fn(&str, Span) -> Vec<Span>,
    ) -> Find {
        let (mut hits, mut is_cut) = (Vec::new(), false);
        let each = MOST_HITS / readings.len().max(1);
        for (side, reading) in Side::BOTH.into_iter().zip(readings) {
            let article = &reading.article;
            let blocks = article.blocks.iter();
            let found = blocks.flat_map(|block| matches(&article.text, block.span));
            let before = hits.len();
            hits.extend(found.take(each).map(|span| (side, span)));
            is_cut |= hits.len() - before == each;
        }
        let marked = Pair::new(Side::Left, Side::Right).map(|side| {
            let here = hits.iter().filter(|(on, _)| *on == side);
            Highlights::new(here.map(|&(_, span)| (span, Role::Found.into())))
        });
        Find {
            query: query.to_owned(),
            hits,
            is_cut,
            at: None,
            marked,
        }
    }

    pub(super) fn query(&self) -> &str {
        &self.query
    }

    /// How many matches there are.
    pub(super) fn count(&self) -> usize {
        self.hits.len()
    }

    pub(super) fn marked(&self, side: Side) -> &Highlights {
        self.marked.get(side)
    }

    /// The match that the reader is at.
    pub(super) fn here(&self) -> Option<(Side, Span)> {
        self.hits.get(self.at?).copied()
    }

    /// Its number from the top of the page, from 1.
    pub(super) fn number(&self, page: &Page) -> Option<usize> {
        let here = self.hits.get(self.at?)?;
        let place = line_order(page, here);
        let before = self.hits.iter().filter(|hit| line_order(page, hit) < place);
        Some(before.count() + 1)
    }

    /// Goes to the first match at or below a line of the page, or to the first of all.
    pub(super) fn from(&mut self, page: &Page, line: usize) -> Option<(Side, Span)> {
        self.step(page, |order| order.0 >= line, false)
    }

    /// Goes to the first match at or below a byte of an article alone, or to the first of all.
    pub(super) fn go_to(&mut self, at: usize) -> Option<(Side, Span)> {
        let below = self.hits.iter().position(|(_, span)| span.start >= at);
        self.at = Some(below.unwrap_or(0));
        self.here()
    }

    /// Goes to the next match on the page, or the one before; around at the ends.
    pub(super) fn next(&mut self, page: &Page, back: bool) -> Option<(Side, Span)> {
        let here = self.here().map(|hit| line_order(page, &hit));
        let beyond = |order| match here {
            Some(here) if back => order < here,
            Some(here) => order > here,
            None => true,
        };
        self.step(page, beyond, back)
    }

    /// Goes to the nearest of the matches that `beyond` lets through; to the furthest of all when there is none.
    fn step(
        &mut self,
        page: &Page,
        beyond: impl Fn((usize, Side, usize)) -> bool,
        back: bool,
    ) -> Option<(Side, Span)> {
        let orders = self
            .hits
            .iter()
            .map(|hit| line_order(page, hit))
            .enumerate();
        let around = |(_, order): &(usize, (usize, Side, usize))| (!beyond(*order), *order);
        let best = if back {
            orders.max_by_key(|(_, order)| (beyond(*order), *order))
        } else {
            orders.min_by_key(around)
        };
        self.at = best.map(|(number, _)| number);
        self.here()
    }
}

/// Where a match stands on the page, from the top.
fn line_order(page: &Page, &(side, span): &(Side, Span)) -> (usize, Side, usize) {
    let spot = Spot {
        side,
        at: span.start,
    };
    (page.slot_of(spot).unwrap_or(usize::MAX), side, span.start)
}

/// The places in `span` of `text` where `query` stands; case, accents and the kind of marks and spaces do not count.
pub(super) fn matches(text: &str, span: Span, query: &[char]) -> Vec<Span> {
    let Some(&first) = query.first() else {
        return Vec::new();
    };
    let words = span.of(text);
    let mut found = Vec::new();
    let mut after = 0;
    for (at, letter) in words.char_indices() {
        // Nearly all letters of a text begin no match; this is all that is done with them.
        let begins = if letter.is_ascii() {
            letter.to_ascii_lowercase() == first
        } else {
            folded(letter).starts_with(first)
        };
        if !begins || at < after {
            continue;
        }
        let rest = words.get(at..).unwrap_or_default();
        if let Some(length) = match_length(rest, query) {
            after = at + length;
            found.push(Span::new(at, after).shifted(span.start));
        }
    }
    found
}

/// How many bytes at the beginning of `words` are `query`; `None` when they are something else.
fn match_length(words: &str, query: &[char]) -> Option<usize> {
    let mut left = query;
    let mut in_space = false;
    for (at, letter) in words.char_indices() {
        let space = letter.is_whitespace();
        if space && in_space {
            continue;
        }
        in_space = space;
        let letters = folded(letter);
        // What is folded away, such as an accent, belongs to the letter before it.
        if left.is_empty() && !letters.is_empty() {
            return Some(at);
        }
        for letter in letters.chars() {
            let (first, rest) = left.split_first()?;
            if *first != letter {
                return None;
            }
            left = rest;
        }
    }
    left.is_empty().then_some(words.len())
}

/// What is looked for, as it is compared.
pub(super) fn query_letters(query: &str) -> Vec<char> {
    on_one_line(query)
        .chars()
        .flat_map(|letter| folded(letter).chars().collect::<Vec<_>>())
        .collect()
}

/// A letter as it is compared.
fn folded(letter: char) -> Cow<'static, str> {
    match letter {
        _ if letter.is_whitespace() => " ".into(),
        '“' | '”' | '„' | '«' | '»' => "\"".into(),
        '–' | '—' | '‑' => "-".into(),
        _ if letter.is_ascii() => letter.to_ascii_lowercase().to_string().into(),
        _ => fold(letter.encode_utf8(&mut [0; 4])).into_owned().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::mark;

    #[test]
    fn finds_without_case_accents_and_kinds_of_marks() {
        check("erdogan", "Mr [Erdoğan] met [ERDOGAN].");
        check("peace  deal", "A [peace\n deal], no more.");
        check("\"no\"", "He said [“no”] twice.");
        check("cafe\u{301}", "The [Cafe\u{301}] and the [cafe].");
        check("don't", "We [don’t] know.");
        check("", "Nothing.");
        check("absent", "Nothing.");
    }

    #[track_caller]
    fn check(query: &str, expected: &str) {
        let text = expected.replace(['[', ']'], "");
        let query = query_letters(query);
        let found = matches(&text, Span::new(0, text.len()), &query);
        assert_eq!(mark(&text, &found), expected);
    }
}
