//! What there is to read.

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::Sheet;
use super::json::{self, Source, VERSION};
use crate::page::shorten;
use crate::reading::Reading;
use crate::text::visible;

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

/// The fewest and the most columns of the outlet.
pub(super) const OUTLET: (usize, usize) = (10, 30);
/// The columns of the date.
const DATE: usize = 10;

/// A table with a line for each article, `width` columns wide.
pub fn text(readings: &[&Reading], width: usize) -> Sheet {
    let dated = readings
        .iter()
        .any(|reading| reading.article.label.date.is_some());
    let outlets = readings
        .iter()
        .map(|reading| reading.article.label.outlet());
    let longest = outlets.map(|outlet| visible(outlet).width()).max();
    let outlet_width = longest
        .unwrap_or_default()
        .clamp(OUTLET.0, OUTLET.1.min(width / 3).max(OUTLET.0));
    let mut sheet = Sheet::new();
    let mut row = |outlet: &str, date: &str, words: &str, quotes: &str, title: &str| {
        let date = if dated {
            format!("  {}", filled(&shorten(date, DATE), DATE))
        } else {
            String::new()
        };
        let front = format!(
            "{}{date}  {words:>6}  {quotes:>6}  ",
            filled(&shorten_middle(outlet, outlet_width), outlet_width)
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

pub(super) fn filled(shown: &str, width: usize) -> String {
    let room = width.saturating_sub(shown.width());
    format!("{shown}{}", " ".repeat(room))
}

/// `words` cut in the middle where they are wider than `width` columns: file names differ at their ends.
pub(super) fn shorten_middle(words: &str, width: usize) -> String {
    let shown = visible(words);
    if shown.width() <= width {
        return shown.into_owned();
    }
    let room = width.saturating_sub(1);
    let head = fitting(shown.graphemes(true), room.div_ceil(2));
    let mut tail = fitting(shown.graphemes(true).rev(), room / 2);
    tail.reverse();
    format!("{}…{}", head.concat(), tail.concat())
}

/// The first of some letters, as many as fit.
fn fitting<'a>(letters: impl Iterator<Item = &'a str>, width: usize) -> Vec<&'a str> {
    let mut used = 0;
    let fits = |letter: &&str| {
        used += letter.width();
        used <= width
    };
    letters.take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_keep_both_ends() {
        assert_eq!(shorten_middle("talks-monday", 12), "talks-monday");
        assert_eq!(shorten_middle("talks-monday-left", 9), "talk…left");
        assert_eq!(shorten_middle("漢字漢字漢字", 6), "漢…字");
        assert_eq!(shorten_middle("ab", 1), "…");
    }
}
