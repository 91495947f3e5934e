//! Who said what.

mod citation;
mod echoes;
mod text;

use std::collections::{BTreeSet, HashSet};

use serde::Serialize;

use super::json::{self, Quoted, Source, VERSION, rounded};
use crate::echo::{Echo, Paraphrase};
use crate::quote::{Quote, QuoteKind};
use crate::reading::Reading;
use crate::speaker::{Attribution, Cast};
use crate::text::Span;

pub use citation::{citation, quoted_words};
use echoes::EchoForm;
pub use text::text;

/// What articles that share a cast have of each other's quotes.
#[derive(Clone, Copy, Default)]
pub struct Alike<'a> {
    /// In the same words.
    pub echoes: &'a [Echo],
    /// In other words.
    pub paraphrases: &'a [Paraphrase],
}

/// An article's quotes, and whose they are.
#[derive(Clone, Copy)]
pub struct ArticleQuotes<'a> {
    reading: &'a Reading,
    cast: &'a Cast,
    number: usize,
    only: Option<&'a BTreeSet<usize>>,
}

impl<'a> ArticleQuotes<'a> {
    /// The article is the one of that `number` among those that `cast` was gathered from.
    pub fn new(reading: &'a Reading, cast: &'a Cast, number: usize) -> ArticleQuotes<'a> {
        ArticleQuotes {
            reading,
            cast,
            number,
            only: None,
        }
    }

    /// Only with the quotes of these speakers, numbers in `Cast::speakers`.
    pub fn only(self, speakers: &'a BTreeSet<usize>) -> ArticleQuotes<'a> {
        ArticleQuotes {
            only: Some(speakers),
            ..self
        }
    }

    /// Whether there is any quote to tell.
    pub fn is_empty(self) -> bool {
        self.quotes().next().is_none()
    }

    /// Each quote to tell, by its number, with whose it is.
    fn quotes(self) -> impl Iterator<Item = (usize, &'a Quote, Option<&'a Attribution>)> {
        let quotes = self.reading.quotes.iter().enumerate();
        quotes
            .filter(move |&(id, _)| self.tells(id))
            .map(move |(id, quote)| (id, quote, self.attribution(id)))
    }

    fn attribution(self, id: usize) -> Option<&'a Attribution> {
        self.cast.attribution(self.number, id)
    }

    /// Whether the quote of that number is to be told.
    fn tells(self, id: usize) -> bool {
        let is_theirs = |only: &BTreeSet<usize>| {
            let attribution = self.attribution(id).into_iter();
            let mut speakers = attribution.flat_map(Attribution::speakers);
            speakers.any(|number| only.contains(&number))
        };
        self.only.is_none_or(is_theirs)
    }

    pub(super) fn quote_forms(self) -> Vec<QuoteForm<'a>> {
        let text = &self.reading.article.text;
        self.quotes()
            .map(|(id, quote, attribution)| quote_form(id, quote, attribution, text))
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
    #[serde(skip_serializing_if = "Option::is_none")]
    echoes: Option<Vec<EchoForm<'a>>>,
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
    joint: &'a [usize],
    channel: Option<Quoted<'a>>,
    mention: Option<Quoted<'a>>,
    cue: Option<Quoted<'a>>,
    confidence: f64,
    reason: &'a str,
}

/// The quotes of one article, on one line.
pub fn json_line(told: ArticleQuotes<'_>) -> String {
    json::line(&LineForm {
        version: VERSION,
        article: article_form(told),
    })
}

/// The quotes of articles. Where they share a cast, a speaker has one number in all of them, and there are echoes.
pub fn json(told: &[ArticleQuotes<'_>], alike: Option<Alike<'_>>) -> String {
    json::line(&Form {
        version: VERSION,
        articles: told.iter().copied().map(article_form).collect(),
        echoes: alike.map(|alike| echoes::forms(alike, told)),
    })
}

fn article_form(told: ArticleQuotes<'_>) -> ArticleForm<'_> {
    let quotes = told.quote_forms();
    let mut speakers = SpeakerForm::all(told.cast);
    let heard: HashSet<usize> = quotes
        .iter()
        .flat_map(|quote| quote.speaker.iter().chain(quote.joint))
        .copied()
        .collect();
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
        joint: attribution.map_or(&[], |one| &one.joint),
        channel: attribution
            .and_then(|one| one.channel)
            .map(|span| Quoted::new(span, text)),
        mention: quote.mention.map(|span| Quoted::new(span, text)),
        cue: quote.cue.map(|span| Quoted::new(span, text)),
        confidence: rounded(attribution.map_or(quote.confidence, |one| one.confidence)),
        reason: attribution.map_or("", |one| &one.reason),
    }
}
