//! What one of two articles quotes and the other tells without marks.
//!
//! Whether both say the same is a logistic sum of three signals, set by hand on what 30 pairs of news articles quote and
//! tell of one speaker. It takes two telling words in common beside a link that is just shown, one beside a strong link.

use std::collections::BTreeMap;

use foldhash::HashMap;

use super::QuotePlace;
use crate::alignment::{Alignment, Contents, Couple, Likeness};
use crate::quote::{Quote, QuoteKind};
use crate::reading::Reading;
use crate::speaker::{Attribution, Cast};
use crate::text::{Pair, Side, Span, words};

const BIAS: f32 = -4.8;
/// For the logarithm of the link's odds above those of the threshold, at most [`STRONG`].
const LINK: f32 = 0.7;
/// However strong a link is, its sentences may tell more than the quotes do: the quotes need words of their own.
const STRONG: f32 = 1.5;
/// For each telling word that both have.
const WORDS: f32 = 1.5;
/// For the part of the words that both have.
const SHARE: f32 = 6.0;

/// The score from which two quotes may say the same.
const POSSIBLE: f32 = 0.3;

/// Links from this part of the threshold on are looked at.
const FLOOR: f32 = 0.5;

/// With fewer words in marks a quote is hardly one: the reporter tells the rest.
const QUOTED: usize = 3;

/// So many quotes of one sentence are looked at: more are a flood.
const MOST: usize = 16;

/// Whose words quotes are.
pub(super) struct Voices<'a> {
    cast: &'a Cast,
    namesakes: Vec<usize>,
}

impl<'a> Voices<'a> {
    pub(super) fn new(cast: &'a Cast) -> Voices<'a> {
        Voices {
            cast,
            namesakes: cast.namesakes(),
        }
    }

    /// All whose a quote is; none when that is not sure.
    fn of(&self, place: QuotePlace) -> impl Iterator<Item = usize> {
        let attribution = self.cast.attribution(place.article, place.quote);
        let sure = attribution.filter(|one| one.is_sure()).into_iter();
        let speakers = sure.flat_map(Attribution::speakers);
        speakers.filter_map(|speaker| self.namesakes.get(speaker).copied())
    }

    pub(super) fn are_same(&self, one: QuotePlace, other: QuotePlace) -> bool {
        self.of(one)
            .any(|speaker| self.of(other).any(|theirs| theirs == speaker))
    }
}

/// What one of two articles quotes and the other may tell: the quote, the telling, and how likely it is that they say the
/// same.
pub(super) fn between(
    readings: &[&Reading],
    articles: Pair<usize>,
    alignment: &Alignment,
    voices: &Voices<'_>,
) -> Vec<(QuotePlace, QuotePlace, f32)> {
    let (Some(left), Some(right)) = (readings.get(articles.left), readings.get(articles.right))
    else {
        return Vec::new();
    };
    let both = Pair::new(*left, *right);
    let linked = linked(both, articles, alignment, voices);
    if linked.is_empty() {
        return Vec::new();
    }
    let couple = Couple::new(both, articles, voices.cast);
    let contents = contents(both, &linked);
    let numbers = contents.as_ref().map(|of| {
        let quotes = of.keys().enumerate();
        quotes
            .map(|(number, &quote)| (quote, number))
            .collect::<HashMap<usize, usize>>()
    });
    let contents = contents.map(|of| of.into_values().collect());
    let contents = Contents::new(&couple, contents);
    let scored = linked.into_iter().filter_map(|((left, right), link)| {
        let numbers = Pair::new(*numbers.left.get(&left)?, *numbers.right.get(&right)?);
        let score = score(link, alignment.threshold, contents.likeness(numbers));
        let place = |side: Side| QuotePlace {
            article: *articles.get(side),
            quote: *Pair::new(left, right).get(side),
        };
        let is_quoted = |quote: &Quote| quote.kind != QuoteKind::Indirect;
        let (quoted, told) = if both.left.quotes.get(left).is_some_and(is_quoted) {
            (Side::Left, Side::Right)
        } else {
            (Side::Right, Side::Left)
        };
        (score >= POSSIBLE).then(|| (place(quoted), place(told), score))
    });
    scored.collect()
}

/// The contents of linked quotes, by their numbers.
fn contents(
    readings: Pair<&Reading>,
    linked: &BTreeMap<(usize, usize), f32>,
) -> Pair<BTreeMap<usize, Vec<Span>>> {
    let mut contents: Pair<BTreeMap<usize, Vec<Span>>> = Pair::default();
    for &(left, right) in linked.keys() {
        for (side, &number) in Pair::new(left, right).as_ref().sides() {
            let quote = readings.get(side).quotes.get(number);
            let parts = quote.map(|quote| quote.parts.clone());
            let known = contents.get_mut(side).entry(number);
            known.or_insert_with(|| parts.unwrap_or_default());
        }
    }
    contents
}

/// The quotes of one speaker that only one of two articles has in marks and whose sentences are linked, by their numbers;
/// with the strongest such link.
fn linked(
    readings: Pair<&Reading>,
    articles: Pair<usize>,
    alignment: &Alignment,
    voices: &Voices<'_>,
) -> BTreeMap<(usize, usize), f32> {
    let quotes = readings.map(quotes_of_sentences);
    let of = |side: Side, sentence: usize| {
        let quotes = quotes.get(side).get(sentence);
        quotes.map_or(&[][..], Vec::as_slice)
    };
    let is_told = |side: Side, quote: usize| {
        let quote = readings.get(side).quotes.get(quote);
        quote.is_some_and(|quote| quote.kind == QuoteKind::Indirect)
    };
    let place = |side: Side, quote: usize| QuotePlace {
        article: *articles.get(side),
        quote,
    };
    let mut found: BTreeMap<(usize, usize), f32> = BTreeMap::new();
    let links = alignment.links.iter();
    for link in links.filter(|link| link.score >= FLOOR * alignment.threshold) {
        for &left in of(Side::Left, link.sentences.left) {
            for &right in of(Side::Right, link.sentences.right) {
                let sides = (place(Side::Left, left), place(Side::Right, right));
                if is_told(Side::Left, left) != is_told(Side::Right, right)
                    && voices.are_same(sides.0, sides.1)
                {
                    let best = found.entry((left, right)).or_default();
                    *best = best.max(link.score);
                }
            }
        }
    }
    found
}

/// For each sentence, the numbers of the quotes that have words in it; without those that have a word or two in marks.
fn quotes_of_sentences(reading: &Reading) -> Vec<Vec<usize>> {
    let mut quotes: Vec<Vec<usize>> = vec![Vec::new(); reading.sentences.len()];
    let is_either = |quote: &Quote| {
        let runs = quote.quoted.iter();
        let in_marks = runs.flat_map(|run| words(run.of(&reading.article.text)));
        quote.kind == QuoteKind::Indirect || in_marks.take(QUOTED).count() == QUOTED
    };
    let all = reading.quotes.iter().enumerate();
    for (number, quote) in all.filter(|(_, quote)| is_either(quote)) {
        for &part in &quote.parts {
            let within = reading.sentences_in(part);
            for quotes in quotes.get_mut(within).into_iter().flatten() {
                if quotes.len() < MOST && quotes.last() != Some(&number) {
                    quotes.push(number);
                }
            }
        }
    }
    quotes
}

fn score(link: f32, threshold: f32, likeness: Likeness) -> f32 {
    let odds = |score: f32| {
        let score = score.clamp(0.001, 0.999);
        (score / (1.0 - score)).ln()
    };
    let above = (odds(link) - odds(threshold)).min(STRONG);
    let signals = LINK * above + WORDS * likeness.words + SHARE * likeness.share;
    1.0 / (1.0 + (-BIAS - signals).exp())
}
