//! Who said what, in articles each alone or in a story.

use serde::Serialize;

use super::Sheet;
use super::json::{self, Quoted, Source, VERSION, rounded};
use crate::quote::{Quote, QuoteKind};
use crate::reading::Reading;
use crate::speaker::{Attribution, Cast};
use crate::text::Span;

#[derive(Serialize)]
struct AloneForm<'a> {
    version: u32,
    #[serde(flatten)]
    article: ArticleForm<'a>,
}

#[derive(Serialize)]
struct StoryForm<'a> {
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
struct SpeakerForm<'a> {
    id: usize,
    name: &'a str,
    role: Option<&'a str>,
    aliases: &'a [String],
}

#[derive(Serialize)]
struct QuoteForm<'a> {
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

/// The quotes of one article, on one line. `cast` is that article's alone.
pub fn json_line(reading: &Reading, cast: &Cast) -> String {
    json::line(&AloneForm {
        version: VERSION,
        article: article_form(reading, cast, 0),
    })
}

/// The quotes of articles whose speakers are told together: `cast` is that of all of them, in their order.
pub fn json(readings: &[&Reading], cast: &Cast) -> String {
    let articles = readings.iter().enumerate();
    json::line(&StoryForm {
        version: VERSION,
        articles: articles
            .map(|(number, reading)| article_form(reading, cast, number))
            .collect(),
    })
}

fn article_form<'a>(reading: &'a Reading, cast: &'a Cast, number: usize) -> ArticleForm<'a> {
    let attributions = cast.attributions.get(number).map_or(&[][..], Vec::as_slice);
    let quoted_here = |id: usize| attributions.iter().any(|one| one.speaker == Some(id));
    let speakers = cast.speakers.iter().enumerate();
    let quotes = reading.quotes.iter().enumerate();
    ArticleForm {
        article: Source::from(&reading.article),
        speakers: speakers
            .filter(|&(id, _)| quoted_here(id))
            .map(|(id, speaker)| SpeakerForm {
                id,
                name: &speaker.name,
                role: speaker.role.as_deref(),
                aliases: &speaker.aliases,
            })
            .collect(),
        quotes: quotes
            .map(|(id, quote)| quote_form(id, quote, attributions.get(id), &reading.article.text))
            .collect(),
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

/// The quotes of articles by speaker, those quoted most first.
pub fn text(readings: &[&Reading], cast: &Cast) -> Sheet {
    let mut sheet = Sheet::new();
    for (reading, attributions) in readings.iter().zip(&cast.attributions) {
        sheet.line(&reading.article.title.text);
        for (quote, attribution) in reading.quotes.iter().zip(attributions) {
            let speaker = attribution
                .speaker
                .and_then(|id| cast.speakers.get(id))
                .map_or("?", |speaker| &speaker.name);
            sheet.line(format!(
                "  {speaker}: {}",
                quote.text(&reading.article.text)
            ));
        }
        sheet.gap();
    }
    sheet
}
