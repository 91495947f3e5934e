//! What a search found.

use serde::Serialize;

use super::Sheet;
use super::json::{self, VERSION};
use crate::page::shorten;
use crate::query::Hit;
use crate::text::{Span, visible};

/// An article that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it came from, as it was given.
    pub path: String,
    /// What was found in it.
    pub hit: Hit,
}

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

impl<'a> From<&'a Found> for HitForm<'a> {
    fn from(found: &'a Found) -> HitForm<'a> {
        let hit = &found.hit;
        HitForm {
            article: ArticleForm {
                path: &found.path,
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
pub fn json(found: &[Found]) -> String {
    json::line(&Form {
        version: VERSION,
        hits: found.iter().map(HitForm::from).collect(),
    })
}

/// One, on one line.
pub fn json_line(found: &Found) -> String {
    json::line(&LineForm {
        version: VERSION,
        hit: found.into(),
    })
}

/// For each its title, where it is from, and the words that were found; `width` columns wide.
pub fn text(found: &[Found], width: usize) -> Sheet {
    let mut sheet = Sheet::new();
    for (number, Found { path, hit }) in found.iter().enumerate() {
        if number > 0 {
            sheet.gap();
        }
        sheet.line(shorten(&hit.title, width));
        let date = hit.date.as_deref().unwrap_or_default();
        let parts = [hit.outlet.as_str(), date, path.as_str()];
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
                format!("  {speaker}: “{words}”")
            }
            None => format!("  {words}"),
        });
    }
    sheet
}
