//! A quote as articles have it: the versions in marks, and below them how others tell it in their own words.

use foldhash::HashSet;

use super::{Echo, Laid, Paraphrase, QuotePlace, Rank, Segment, Telling, Version, alone, versions};
use crate::quote::Quote;
use crate::reading::Reading;
use crate::text::{Span, Term, terms};

/// All that articles have of a quote: its versions, or it alone, then how others tell it. Of what tells a quote that is
/// what they have of that quote. Empty when there is no such quote.
pub fn all_versions(
    echoes: &[Echo],
    paraphrases: &[Paraphrase],
    readings: &[&Reading],
    place: QuotePlace,
) -> Vec<Version> {
    let tells = |one: &&Paraphrase| one.told.iter().any(|telling| telling.place == place);
    let told = paraphrases.iter().filter(tells).map(|one| one.quoted);
    let mut asked: Vec<QuotePlace> = told.collect();
    if asked.is_empty() {
        asked.push(place);
    }
    let mut found = Vec::new();
    for place in asked {
        let Some(quote) = place.of(readings) else {
            continue;
        };
        let mut quoted = versions(echoes, readings, place);
        if quoted.is_empty() {
            quoted.push(alone(place, quote));
        }
        let is_its = |one: &&Paraphrase| {
            let mut versions = quoted.iter();
            versions.any(|version| version.place() == one.quoted)
        };
        let told: Vec<Version> = paraphrases
            .iter()
            .filter(is_its)
            .flat_map(|one| one.told.iter().map(move |telling| (one.quoted, telling)))
            .filter_map(|(quoted, telling)| version(quoted, telling, readings))
            .collect();
        found.extend(quoted);
        found.extend(told);
    }
    found
}

/// What tells a quote, as a version of it: the whole sentence, in which words stand apart that the quote has not.
fn version(quoted: QuotePlace, telling: &Telling, readings: &[&Reading]) -> Option<Version> {
    let place = telling.place;
    let reading = *readings.get(place.article)?;
    let told = place.of(readings)?;
    let known = quoted.of(readings)?;
    let known = known.text(&readings.get(quoted.article)?.article.text);
    let known: HashSet<String> = terms(&known).into_iter().map(|term| term.key).collect();
    let own = own_words(&reading.article.text, told, &known);
    Some(Version {
        article: place.article,
        quote: place.quote,
        fullest_in: quoted.article,
        rank: Rank::Told,
        segments: segments(sentence(reading, told), &own, &reading.article.text),
        speakers: Vec::new(),
        otherwise: false,
    })
}

/// The sentences that a quote stands in.
fn sentence(reading: &Reading, quote: &Quote) -> Span {
    let span = quote.span();
    let around = reading.sentences.get(reading.sentences_in(span));
    let around = around.into_iter().flatten().map(|sentence| sentence.span);
    Span::covering(around.chain([span])).unwrap_or(span)
}

/// The stretches of a quote whose words are not among the `known`. Words of grammar between two of its own are its own.
fn own_words(text: &str, quote: &Quote, known: &HashSet<String>) -> Vec<Span> {
    let mut own: Vec<Span> = Vec::new();
    for part in &quote.parts {
        let mut open = None;
        for term in terms(part.of(text)) {
            let Term { key, span, .. } = &term;
            if known.contains(key) {
                open = None;
            } else if term.is_content() {
                let span = span.shifted(part.start);
                match open.and_then(|at: usize| own.get_mut(at)) {
                    Some(last) => last.end = span.end,
                    None => own.push(span),
                }
                open = Some(own.len() - 1);
            }
        }
    }
    own
}

/// A stretch of text in which some spans are its own, in order and apart.
fn segments(whole: Span, own: &[Span], text: &str) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut add = |laid: Laid, span: Span| {
        let span = span.trimmed(text);
        if !span.is_empty() {
            segments.push(Segment {
                laid,
                span,
                words: span.of(text).split_whitespace().count(),
                piece: None,
            });
        }
    };
    let mut at = whole.start;
    for &span in own {
        add(Laid::Shared, Span::new(at, span.start.max(at)));
        add(Laid::Added, span);
        at = span.end;
    }
    add(Laid::Shared, Span::new(at, whole.end.max(at)));
    segments
}
