//! Reported words: what is quoted, where, by which cue, and the words that name its source.
//!
//! Rules over paragraphs in which each run in quotation marks is one item draft a cue with its source, the content it
//! reports, and what is left over in marks. A tagger, which takes their drafts among its features, then says which words
//! are cues and content, and a second table links these and the words that name a source. English only; a text in another
//! language yields its runs in marks, with nobody named.

mod attach;
mod content;
mod cue;
#[cfg(test)]
mod example;
mod feature;
mod grammar;
pub mod learning;
mod link;
mod mention;
mod paragraph;
mod role;
mod scare;
mod second_hand;
mod source;
mod stance;
mod tagged;
mod transcript;
mod verb;

use serde::{Deserialize, Serialize};

use crate::article::{Article, BlockKind, Language};
use crate::mark::{MarkState, Marked, marked};
use crate::name::Names;
use crate::text::Span;
use attach::{Carry, Draft};
use paragraph::Paragraph;

/// One attributed content. A quote that its attribution interrupts is one quote of several parts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// How much of it stands in quotation marks.
    pub kind: QuoteKind,
    /// The whole content, the reporter's clause included, without outer marks; in order and apart.
    pub parts: Vec<Span>,
    /// Each run in quotation marks within the parts; empty when indirect.
    pub quoted: Vec<Span>,
    /// The words that name its source: *he*, *the French president*.
    pub mention: Option<Span>,
    /// The words that report it: *said*, *according to*.
    pub cue: Option<Span>,
    /// How sure it is that these are reported words with these bounds, from 0 to 1.
    pub confidence: f32,
    /// Whether a quotation mark was missing and has been supplied.
    pub damaged: bool,
    /// Whose it is by the reader's own word, which goes before the mention.
    pub set_by_reader: Option<Owner>,
}

/// Whose the reader says a quote is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Owner {
    /// Somebody of this name, or whom these words describe.
    Somebody(String),
    /// The text does not say.
    Nobody,
}

/// How much of a quote stands in quotation marks; the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// All of it.
    Direct,
    /// Part of it.
    Mixed,
    /// None.
    Indirect,
}

impl QuoteKind {
    /// All, the strongest first.
    pub const ALL: [QuoteKind; 3] = [QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect];

    /// A letter for it.
    pub fn letter(self) -> char {
        match self {
            QuoteKind::Direct => 'd',
            QuoteKind::Mixed => 'm',
            QuoteKind::Indirect => 'i',
        }
    }

    /// A word for it.
    pub fn name(self) -> &'static str {
        match self {
            QuoteKind::Direct => "direct",
            QuoteKind::Mixed => "mixed",
            QuoteKind::Indirect => "indirect",
        }
    }
}

impl Quote {
    /// From the first byte of its first part to the last of its last.
    pub fn span(&self) -> Span {
        let ends = self.parts.first().zip(self.parts.last());
        ends.map_or_else(Span::default, |(first, last)| {
            Span::new(first.start, last.end)
        })
    }

    /// Its parts, joined by a space.
    pub fn text(&self, text: &str) -> String {
        let parts: Vec<&str> = self.parts.iter().map(|part| part.of(text)).collect();
        parts.join(" ")
    }
}

/// The quotes of an article, in order of their first byte. `names` are those of the article.
pub fn quotes(article: &Article, names: &Names) -> Vec<Quote> {
    found_by(article, |paragraph, headline, carry| {
        tagged::drafts(paragraph, headline, carry, names)
    })
}

/// The quotes that `find` drafts in each paragraph, put together.
fn found_by(
    article: &Article,
    find: impl Fn(&Paragraph<'_>, bool, Carry) -> Vec<Draft>,
) -> Vec<Quote> {
    /// A quote left open lies fewer quotes back than this from what goes on with it.
    const NEAR: usize = 16;
    let text = article.text.as_str();
    let (spans, headlines) = blocks(article);
    let runs = marked(text, &spans);
    if article.language == Language::Other {
        return runs.into_iter().flatten().map(in_marks).collect();
    }
    let mut found: Vec<Quote> = Vec::new();
    let mut carry = Carry::default();
    for ((&span, &headline), runs) in spans.iter().zip(&headlines).zip(&runs) {
        let paragraph = Paragraph::new(text, span, runs);
        let drafts = find(&paragraph, headline, carry);
        // Each run is the last of its quote until the next paragraph goes on with it.
        let near = found.len().saturating_sub(NEAR);
        let mut last = found[near..].iter().map(|quote| quote.quoted.last());
        let open = carry
            .runs_on
            .and_then(|run| last.rposition(|last| last == Some(&run)));
        let open = open.map(|open| near + open);
        carry = if headline {
            Carry::default()
        } else {
            attach::carried(&paragraph, &drafts, carry)
        };
        for draft in drafts {
            let quote = finish(&paragraph, &draft);
            let open = open.filter(|_| draft.goes_on.is_some());
            match open.and_then(|open| found.get_mut(open)) {
                Some(open) => join(open, quote),
                None => found.push(quote),
            }
        }
    }
    found.sort_by_key(|quote| quote.span().start);
    found
}

/// Where the blocks that can hold quotes stand, and which of them are headlines.
fn blocks(article: &Article) -> (Vec<Span>, Vec<bool>) {
    let blocks = article
        .blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Headline | BlockKind::Paragraph));
    blocks
        .map(|block| {
            (
                article.without_dateline(block.span),
                block.kind == BlockKind::Headline,
            )
        })
        .unzip()
}

/// A run in quotation marks of which nothing more is known.
fn in_marks(run: Marked) -> Quote {
    Quote {
        kind: QuoteKind::Direct,
        parts: vec![run.inner],
        quoted: vec![run.inner],
        mention: None,
        cue: None,
        confidence: 0.5,
        damaged: is_damaged(run),
        set_by_reader: None,
    }
}

fn is_damaged(run: Marked) -> bool {
    matches!(run.state, MarkState::Unopened | MarkState::Unclosed)
}

/// Adds what goes on in the next paragraph.
fn join(open: &mut Quote, more: Quote) {
    open.parts.extend(more.parts);
    open.quoted.extend(more.quoted);
    open.damaged |= more.damaged;
}

fn finish(paragraph: &Paragraph<'_>, draft: &Draft) -> Quote {
    let mut ranges = draft.parts.clone();
    ranges.sort_by_key(|range| range.start);
    let runs: Vec<Marked> = ranges
        .iter()
        .cloned()
        .flatten()
        .filter(|&at| !paragraph.is_term(at))
        .filter_map(|at| paragraph.item(at)?.quoted)
        .collect();
    let parts: Vec<Span> = ranges
        .into_iter()
        .map(|range| bare_span(paragraph, range))
        .collect();
    let quoted: Vec<Span> = runs.iter().map(|run| run.inner).collect();
    let damaged = runs.iter().any(|&run| is_damaged(run));
    Quote {
        kind: kind(paragraph.text, &parts, &quoted),
        parts,
        quoted,
        mention: draft.mention,
        cue: draft.cue,
        confidence: if damaged {
            draft.confidence * 0.7
        } else {
            draft.confidence
        },
        damaged,
        set_by_reader: None,
    }
}

/// The span of a range without quotation marks at its ends.
fn bare_span(paragraph: &Paragraph<'_>, range: std::ops::Range<usize>) -> Span {
    let whole = paragraph.span_of(range.clone());
    let inner = |at: usize| {
        paragraph
            .item(at)
            .and_then(|item| item.quoted)
            .map(|run| run.inner)
    };
    let start = inner(range.start).map_or(whole.start, |first| first.start);
    let end = inner(range.end.saturating_sub(1)).map_or(whole.end, |last| last.end);
    Span::new(start, end)
}

/// Direct when nine letters in ten stand in marks.
fn kind(text: &str, parts: &[Span], quoted: &[Span]) -> QuoteKind {
    let letters = |spans: &[Span]| -> usize {
        spans
            .iter()
            .map(|span| {
                span.of(text)
                    .chars()
                    .filter(|letter| letter.is_alphanumeric())
                    .count()
            })
            .sum()
    };
    match (letters(quoted), letters(parts)) {
        (0, _) => QuoteKind::Indirect,
        (inside, all) if inside * 10 >= all * 9 => QuoteKind::Direct,
        _ => QuoteKind::Mixed,
    }
}
