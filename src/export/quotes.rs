//! Who said what.

mod text;

use std::collections::HashSet;

use serde::Serialize;

use super::json::{self, Quoted, Source, VERSION, rounded};
use crate::quote::{Quote, QuoteKind};
use crate::reading::Reading;
use crate::speaker::{Attribution, Cast};
use crate::text::Span;

pub use text::text;

/// An article's quotes, and whose they are.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    reading: &'a Reading,
    cast: &'a Cast,
    number: usize,
}

impl<'a> Told<'a> {
    /// The article is the one of that `number` among those that `cast` was gathered from.
    pub fn new(reading: &'a Reading, cast: &'a Cast, number: usize) -> Told<'a> {
        Told {
            reading,
            cast,
            number,
        }
    }

    /// Each quote with whose it is.
    fn quotes(self) -> impl Iterator<Item = (&'a Quote, Option<&'a Attribution>)> {
        let attributions = self.cast.attributions.get(self.number);
        let attributions = attributions.map_or(&[][..], Vec::as_slice);
        let quotes = self.reading.quotes.iter().enumerate();
        quotes.map(move |(id, quote)| (quote, attributions.get(id)))
    }

    pub(super) fn quote_forms(self) -> Vec<QuoteForm<'a>> {
        let text = &self.reading.article.text;
        let quotes = self.quotes().enumerate();
        quotes
            .map(|(id, (quote, attribution))| quote_form(id, quote, attribution, text))
            .collect()
    }
}

#[derive(Serialize)]
struct LineForm<'a> {
    version: u32,
    #[serde(flatten)]
    article: ArticleForm<'a>,
}

#[derive(Serialize)]
struct Form<'a> {
    version: u32,
    articles: Vec<ArticleForm<'a>>,
}

#[derive(Serialize)]
struct ArticleForm<'a> {
    article: Source<'a>,
    speakers: Vec<SpeakerForm<'a>>,
    quotes: Vec<QuoteForm<'a>>,
}

#[derive(Serialize)]
pub(super) struct SpeakerForm<'a> {
    id: usize,
    name: &'a str,
    role: Option<&'a str>,
    aliases: &'a [String],
}

impl<'a> SpeakerForm<'a> {
    pub(super) fn all(cast: &'a Cast) -> Vec<SpeakerForm<'a>> {
        let speakers = cast.speakers.iter().enumerate();
        speakers
            .map(|(id, speaker)| SpeakerForm {
                id,
                name: &speaker.name,
                role: speaker.role.as_deref(),
                aliases: &speaker.aliases,
            })
            .collect()
    }
}

#[derive(Serialize)]
pub(super) struct QuoteForm<'a> {
    id: usize,
    kind: QuoteKind,
    parts: &'a [Span],
    quoted: &'a [Span],
    text: String,
    speaker: Option<usize>,
    mention: Option<Quoted<'a>>,
    cue: Option<Quoted<'a>>,
    confidence: f64,
    reason: &'a str,
}

/// The quotes of one article, on one line.
pub fn json_line(told: Told<'_>) -> String {
    json::line(&LineForm {
        version: VERSION,
        article: article_form(told),
    })
}

/// The quotes of articles. Where they share a cast, a speaker has one number in all of them.
pub fn json(told: &[Told<'_>]) -> String {
    json::line(&Form {
        version: VERSION,
        articles: told.iter().copied().map(article_form).collect(),
    })
}

fn article_form(told: Told<'_>) -> ArticleForm<'_> {
    let quotes = told.quote_forms();
    let mut speakers = SpeakerForm::all(told.cast);
    let heard: HashSet<usize> = quotes.iter().filter_map(|quote| quote.speaker).collect();
    speakers.retain(|speaker| heard.contains(&speaker.id));
    ArticleForm {
        article: Source::from(&told.reading.article),
        speakers,
        quotes,
    }
}

fn quote_form<'a>(
    id: usize,
    quote: &'a Quote,
    attribution: Option<&'a Attribution>,
    text: &'a str,
) -> QuoteForm<'a> {
    QuoteForm {
        id,
        kind: quote.kind,
        parts: &quote.parts,
        quoted: &quote.quoted,
        text: quote.text(text),
        speaker: attribution.and_then(|one| one.speaker),
        mention: quote.mention.map(|span| Quoted::new(span, text)),
        cue: quote.cue.map(|span| Quoted::new(span, text)),
        confidence: rounded(attribution.map_or(quote.confidence, |one| one.confidence)),
        reason: attribution.map_or("", |one| &one.reason),
    }
}
