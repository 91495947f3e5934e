//! What a search found.

use serde::Serialize;

use super::Sheet;
use super::json::{self, VERSION};
use crate::page::shorten;
use crate::query::Hit;
use crate::text::{Span, visible};

#[derive(Serialize)]
struct Form<'a> {
    version: u32,
    hits: Vec<HitForm<'a>>,
}

#[derive(Serialize)]
struct LineForm<'a> {
    version: u32,
    #[serde(flatten)]
    hit: HitForm<'a>,
}

#[derive(Serialize)]
struct HitForm<'a> {
    article: ArticleForm<'a>,
    at: Option<usize>,
    text: &'a str,
    found: &'a [Span],
    quote: Option<SaidForm<'a>>,
}

#[derive(Serialize)]
struct ArticleForm<'a> {
    path: &'a str,
    title: &'a str,
    outlet: &'a str,
    date: Option<&'a str>,
}

#[derive(Serialize)]
struct SaidForm<'a> {
    speaker: Option<&'a str>,
    #[serde(flatten)]
    span: Span,
}

impl<'a> From<&'a Hit> for HitForm<'a> {
    fn from(hit: &'a Hit) -> HitForm<'a> {
        HitForm {
            article: ArticleForm {
                path: &hit.path,
                title: &hit.title,
                outlet: &hit.outlet,
                date: hit.date.as_deref(),
            },
            at: hit.at,
            text: &hit.excerpt.text,
            found: &hit.excerpt.found,
            quote: hit.quote.as_ref().map(|said| SaidForm {
                speaker: said.speaker.as_deref(),
                span: said.span,
            }),
        }
    }
}

/// All, the best first, on one line.
pub fn json(hits: &[Hit]) -> String {
    json::line(&Form {
        version: VERSION,
        hits: hits.iter().map(HitForm::from).collect(),
    })
}

/// One, on one line.
pub fn json_line(hit: &Hit) -> String {
    json::line(&LineForm {
        version: VERSION,
        hit: hit.into(),
    })
}

/// For each its title, where it is from, and the words that were found; `width` columns wide.
pub fn text(hits: &[Hit], width: usize) -> Sheet {
    let mut sheet = Sheet::new();
    for (number, hit) in hits.iter().enumerate() {
        if number > 0 {
            sheet.gap();
        }
        sheet.line(shorten(&hit.title, width));
        let date = hit.date.as_deref().unwrap_or_default();
        let parts = [hit.outlet.as_str(), date, hit.path.as_str()];
        let known: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        sheet.line(shorten(&format!("  {}", known.join(" · ")), width));
        // Line breaks of the text are none here.
        let words = visible(&hit.excerpt.text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        sheet.line(match &hit.quote {
            Some(said) => {
                let speaker = said.speaker.as_deref().unwrap_or("nobody named");
                format!("  {speaker}: {words}")
            }
            None => format!("  {words}"),
        });
    }
    sheet
}
