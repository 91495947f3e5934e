//! What one article quotes and another tells in its own words.
//!
//! Both are sure to be one speaker's, their sentences are linked, and what is said has words in common, or kindred ones.
//! Words that two articles quote alike are one quote: what a third makes of it hangs on the fullest version.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Echo;
use crate::alignment::{Alignment, Alignments, Contents, Couple, Likeness};
use crate::quote::{Quote, QuoteKind};
use crate::reading::Reading;
use crate::speaker::{Attribution, Cast};
use crate::text::{Pair, Side, Span};

/// A quote, and how other articles report what it says of the same speaker.
#[derive(Clone, Debug, PartialEq)]
pub struct Paraphrase {
    /// The quote, wholly or partly in marks; of several versions the fullest.
    pub quoted: QuotePlace,
    /// How others report it without marks, in order of article and place; one at least.
    pub told: Vec<Telling>,
}

/// A quote by its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuotePlace {
    /// The number of its article.
    pub article: usize,
    /// Its number in `Reading::quotes`.
    pub quote: usize,
}

/// An indirect quote that says what another article quotes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Telling {
    /// The quote.
    pub place: QuotePlace,
    /// How likely it is that both say the same, from 0.5 to 1.
    pub score: f32,
}

// A logistic sum of three signals, set by hand on what 30 pairs of news articles quote and tell of one speaker: it takes
// two telling words in common beside a link that is just shown, one beside a strong link.

const BIAS: f32 = -4.8;
/// For the logarithm of the link's odds above those of the threshold.
const LINK: f32 = 0.7;
/// For each telling word that both have.
const WORDS: f32 = 1.5;
/// For the part of the words that both have.
const SHARE: f32 = 6.0;

/// The score from which a paraphrase is told.
const LEAST: f32 = 0.5;

/// Links from this part of the threshold on are looked at.
const FLOOR: f32 = 0.5;

/// What is told belongs to a second quote too if that is nearly as like it as the first.
const NEARLY: f32 = 0.8;

/// So many quotes of one sentence are looked at: more are a flood.
const MOST: usize = 16;

/// The paraphrases among the quotes of `readings`, of whom `cast` and `echoes` were gathered and which `alignments` links;
/// in order of the quote.
pub fn paraphrases(
    readings: &[&Reading],
    cast: &Cast,
    echoes: &[Echo],
    alignments: &Alignments,
) -> Vec<Paraphrase> {
    let voices = Voices::new(cast);
    let versions = Versions::new(echoes, &voices);
    let mut found: BTreeMap<QuotePlace, BTreeMap<QuotePlace, f32>> = BTreeMap::new();
    for (articles, alignment) in alignments.iter() {
        for (quoted, told, score) in between(readings, articles, alignment, &voices) {
            if versions.has_any(quoted, told.article) {
                continue;
            }
            let of_told = found.entry(told).or_default();
            let best = of_told.entry(versions.fullest(quoted)).or_default();
            *best = best.max(score);
        }
    }
    let mut paraphrases: BTreeMap<QuotePlace, Vec<Telling>> = BTreeMap::new();
    for (place, quoted) in found {
        for (quoted, score) in best(quoted, readings) {
            let told = paraphrases.entry(quoted).or_default();
            told.push(Telling { place, score });
        }
    }
    let each = paraphrases.into_iter();
    each.map(|(quoted, told)| Paraphrase { quoted, told })
        .collect()
}

/// The one or two quotes that a telling is most like.
fn best(
    quoted: BTreeMap<QuotePlace, f32>,
    readings: &[&Reading],
) -> impl Iterator<Item = (QuotePlace, f32)> {
    let mut quoted: Vec<(QuotePlace, f32)> = quoted.into_iter().collect();
    // Equal ones are taken in an order that does not depend on that of the articles.
    quoted.sort_by(|(one, a), (other, b)| {
        let words = |place: QuotePlace| {
            let reading = readings.get(place.article)?;
            Some(reading.quotes.get(place.quote)?.text(&reading.article.text))
        };
        b.total_cmp(a).then_with(|| words(*one).cmp(&words(*other)))
    });
    let first = quoted.first().copied();
    let belongs = move |(place, score): &(QuotePlace, f32)| {
        first.is_some_and(|(first, best)| {
            // Reporters tell what somebody says, and then let them say it.
            let adjoins = place.article == first.article && place.quote.abs_diff(first.quote) == 1;
            adjoins || *score >= NEARLY * best
        })
    };
    quoted.into_iter().filter(belongs).take(2)
}

/// Whose words quotes are.
struct Voices<'a> {
    cast: &'a Cast,
    namesakes: Vec<usize>,
}

impl<'a> Voices<'a> {
    fn new(cast: &'a Cast) -> Voices<'a> {
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

    fn are_same(&self, one: QuotePlace, other: QuotePlace) -> bool {
        self.of(one)
            .any(|speaker| self.of(other).any(|theirs| theirs == speaker))
    }
}

/// Which quotes have the same words, wholly or in part.
struct Versions {
    /// For each quote of an echo, the fullest version of what it has most words of, and the number of that echo.
    fullest: HashMap<QuotePlace, (QuotePlace, usize)>,
    /// For each echo, the articles that have a part of it.
    articles: Vec<BTreeSet<usize>>,
}

impl Versions {
    fn new(echoes: &[Echo], voices: &Voices<'_>) -> Versions {
        let mut most: HashMap<QuotePlace, (usize, QuotePlace, usize)> = HashMap::new();
        let place = |article: usize, quote: usize| QuotePlace { article, quote };
        for (number, echo) in echoes.iter().enumerate() {
            let Some(fullest) = echo.members.get(echo.fullest) else {
                continue;
            };
            let fullest = place(fullest.article, fullest.quote);
            for member in &echo.members {
                let own = place(member.article, member.quote);
                let words = member.words.iter().filter(|word| word.place.is_some());
                let words = words.count();
                let is_more = most.get(&own).is_none_or(|(known, ..)| words > *known);
                if is_more && (own == fullest || voices.are_same(own, fullest)) {
                    most.insert(own, (words, fullest, number));
                }
            }
        }
        let fullest = most.into_iter();
        let articles = |echo: &Echo| echo.members.iter().map(|member| member.article).collect();
        Versions {
            fullest: fullest
                .map(|(own, (_, fullest, echo))| (own, (fullest, echo)))
                .collect(),
            articles: echoes.iter().map(articles).collect(),
        }
    }

    fn fullest(&self, place: QuotePlace) -> QuotePlace {
        self.fullest.get(&place).map_or(place, |&(fullest, _)| fullest)
    }

    /// Whether an article quotes what is quoted there itself.
    fn has_any(&self, place: QuotePlace, article: usize) -> bool {
        let echo = self.fullest.get(&place).map(|&(_, echo)| echo);
        let articles = echo.and_then(|echo| self.articles.get(echo));
        articles.is_some_and(|articles| articles.contains(&article))
    }
}

/// What one of two articles quotes and the other tells: the quote, the telling, and how likely it is that they say the
/// same.
fn between(
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
        (score >= LEAST).then(|| (place(quoted), place(told), score))
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

/// For each sentence, the numbers of the quotes that have words in it.
fn quotes_of_sentences(reading: &Reading) -> Vec<Vec<usize>> {
    let sentences = &reading.sentences;
    let mut quotes: Vec<Vec<usize>> = vec![Vec::new(); sentences.len()];
    for (number, quote) in reading.quotes.iter().enumerate() {
        for part in &quote.parts {
            let first = sentences.partition_point(|one| one.span.end <= part.start);
            let end = sentences.partition_point(|one| one.span.start < part.end);
            for quotes in quotes.iter_mut().take(end).skip(first) {
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
    let signals = LINK * (odds(link) - odds(threshold))
        + WORDS * likeness.words
        + SHARE * likeness.share;
    1.0 / (1.0 + (-BIAS - signals).exp())
}
