//! Reported words: what is quoted, where, by which cue, and the words that name its source.

use crate::text::Span;

/// One attributed content. A quote that its attribution interrupts is one quote of several parts.
#[derive(Clone, Debug, PartialEq)]
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
}

/// How much of a quote stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// All of it.
    Direct,
    /// Part of it.
    Mixed,
    /// None.
    Indirect,
}

impl Quote {
    /// From the first byte of its first part to the last of its last.
    pub fn span(&self) -> Span {
        Span::covering(self.parts.iter().copied()).unwrap_or_default()
    }

    /// Its parts, joined by a space.
    pub fn text(&self, text: &str) -> String {
        let parts: Vec<&str> = self.parts.iter().map(|part| part.of(text)).collect();
        parts.join(" ")
    }
}
