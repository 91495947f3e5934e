//! What there is to read.

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::Sheet;
use super::json::{self, Source, VERSION};
use crate::page::shorten;
use crate::reading::Reading;

#[derive(Serialize)]
struct Form<'a> {
    version: u32,
    articles: Vec<EntryForm<'a>>,
}

#[derive(Serialize)]
struct LineForm<'a> {
    version: u32,
    #[serde(flatten)]
    entry: EntryForm<'a>,
}

#[derive(Serialize)]
struct EntryForm<'a> {
    article: Source<'a>,
    words: usize,
    sentences: usize,
    quotes: usize,
}

impl<'a> From<&'a Reading> for EntryForm<'a> {
    fn from(reading: &'a Reading) -> EntryForm<'a> {
        EntryForm {
            article: Source::from(&reading.article),
            words: reading.article.word_count(),
            sentences: reading.sentences.len(),
            quotes: reading.quotes.len(),
        }
    }
}

/// All articles, on one line.
pub fn json(readings: &[&Reading]) -> String {
    json::line(&Form {
        version: VERSION,
        articles: readings.iter().map(|&reading| reading.into()).collect(),
    })
}

/// One article, on one line.
pub fn json_line(reading: &Reading) -> String {
    json::line(&LineForm {
        version: VERSION,
        entry: reading.into(),
    })
}

/// The columns of the outlet and of the date.
const OUTLET: usize = 18;
const DATE: usize = 10;

/// A table with a line for each article, `width` columns wide.
pub fn text(readings: &[&Reading], width: usize) -> Sheet {
    let dated = readings
        .iter()
        .any(|reading| reading.article.label.date.is_some());
    let mut sheet = Sheet::new();
    let mut row = |outlet: &str, date: &str, words: &str, quotes: &str, title: &str| {
        let date = if dated {
            format!("  {}", filled(date, DATE))
        } else {
            String::new()
        };
        let front = format!(
            "{}{date}  {words:>6}  {quotes:>6}  ",
            filled(outlet, OUTLET)
        );
        let room = width.saturating_sub(front.width()).max(1);
        sheet.line(format!("{front}{}", shorten(title, room)));
    };
    if !readings.is_empty() {
        row("OUTLET", "DATE", "WORDS", "QUOTES", "TITLE");
    }
    for reading in readings {
        let article = &reading.article;
        let words = article.word_count().to_string();
        let quotes = reading.quotes.len().to_string();
        let date = article.label.date.as_deref().unwrap_or_default();
        row(
            article.label.outlet(),
            date,
            &words,
            &quotes,
            &article.title.text,
        );
    }
    sheet
}

fn filled(words: &str, width: usize) -> String {
    let shown = shorten(words, width);
    let room = width.saturating_sub(shown.width());
    shown + &" ".repeat(room)
}
