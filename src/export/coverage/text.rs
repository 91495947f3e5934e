use unicode_width::UnicodeWidthStr;

use super::{NARROWEST, labels, rows};
use crate::coverage::{Coverage, Order, Row};
use crate::export::Sheet;
use crate::page::{Labels, cell_legend, cell_words, disagreements, flag_words, shorten};
use crate::text::visible;

/// The fewest columns for what topics are called, and the most.
const TOPICS: (usize, usize) = (20, 48);

/// The columns that flags take, if there is room.
const FLAGS: usize = 16;

/// The table, and below it what each article tells of every topic, `width` columns wide; rows in `order`.
pub fn text(coverage: &Coverage, order: Order, width: usize) -> Sheet {
    let mut sheet = table(coverage, order, width);
    let labels = labels(coverage, width);
    let name = |article: usize| named(coverage, &labels, article);
    let longest = (0..coverage.readings.len())
        .map(|one| name(one).width())
        .max();
    for row in rows(coverage, order) {
        sheet.gap();
        sheet.line(heading(row, name, width));
        for words in disagreements(coverage, row, name) {
            sheet.line(format!("  {}", shorten(&words, width.saturating_sub(2))));
        }
        for (&article, cell) in &row.cells {
            let passages = coverage.passages(article, cell).into_iter();
            let text = coverage
                .reading(article)
                .map_or("", |one| one.article.text.as_str());
            let words: Vec<&str> = passages.map(|span| span.of(text)).collect();
            let front = format!(
                "  {}  ",
                filled(&name(article), longest.unwrap_or_default())
            );
            let room = width.saturating_sub(front.width()).max(1);
            sheet.line(format!("{front}{}", shorten(&words.join(" … "), room)));
        }
    }
    sheet
}

/// What a topic is called, and its flags, for which what it is called makes room.
fn heading(row: &Row, name: impl Fn(usize) -> String, width: usize) -> String {
    let flags: Vec<String> = row
        .flags
        .iter()
        .map(|&flag| flag_words(flag, &name))
        .collect();
    if flags.is_empty() {
        return shorten(&row.label, width);
    }
    let flags = format!("({})", flags.join(", "));
    let room = width.saturating_sub(flags.width() + 2);
    let label = shorten(&row.label, room.max(TOPICS.0));
    let room = width.saturating_sub(label.width() + 2);
    format!("{label}  {}", shorten(&flags, room))
}

/// A line for each topic, a column for each article, `width` columns wide where that is enough; rows in `order`.
pub fn table(coverage: &Coverage, order: Order, width: usize) -> Sheet {
    let articles = coverage.readings.len();
    let room = width.saturating_sub(TOPICS.0 + FLAGS);
    let labels = labels(coverage, room);
    let columns = articles * (labels.width + 1);
    let topics = width
        .saturating_sub(columns + FLAGS)
        .clamp(TOPICS.0, TOPICS.1);
    let mut sheet = Sheet::new();
    let mut line = |topic: &str, cells: Vec<String>, flags: &str| {
        let mut line = filled(&shorten(topic, topics), topics);
        for cell in cells {
            line.push(' ');
            line.push_str(&filled(&cell, labels.width.max(NARROWEST)));
        }
        line.push(' ');
        line.push_str(flags);
        sheet.line(line);
    };
    line("TOPIC", labels.heads.clone(), "FLAGS");
    for row in rows(coverage, order) {
        let cells = (0..articles).map(|article| cell_words(row.cells.get(&article)));
        let flags = row.flags.iter();
        let flags: Vec<String> = flags
            .map(|&flag| flag_words(flag, |article| labels.short(article).to_owned()))
            .collect();
        line(&row.label, cells.collect(), &flags.join(" "));
    }
    sheet.gap();
    sheet.line(cell_legend());
    sheet
}

fn named(coverage: &Coverage, labels: &Labels, article: usize) -> String {
    let reading = coverage.reading(article);
    let outlet = reading.map_or("", |one| one.article.label.outlet());
    labels.in_full(article, outlet)
}

/// `words`, made visible, with spaces up to `width` columns.
fn filled(words: &str, width: usize) -> String {
    let words = visible(words);
    let room = width.saturating_sub(words.width());
    format!("{words}{}", " ".repeat(room))
}
