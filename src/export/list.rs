//! What there is to read.

use serde::Serialize;

use super::Sheet;
use super::json::{self, Source, VERSION};
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

/// A table with a line for each article.
pub fn text(readings: &[&Reading]) -> Sheet {
    let mut sheet = Sheet::new();
    for reading in readings {
        let article = &reading.article;
        sheet.line(format!(
            "{:24} {:>6} words {:>4} quotes  {}",
            article.label.outlet(),
            article.word_count(),
            reading.quotes.len(),
            article.title.text
        ));
    }
    sheet
}
