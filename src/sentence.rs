//! Sentences of an article's paragraphs.
//!
//! Sentences within a quote are told apart: they are often about different things, and another article may have only
//! one of them. The time taken grows with the length alone, whatever the text.

mod abbreviation;
mod attribution;
mod clause;
mod split;

use serde::{Deserialize, Serialize};

use crate::article::{Article, BlockKind};
use crate::text::Span;
use split::split;

pub use clause::{Clause, clauses};

/// A sentence of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Where it stands, with its closing marks.
    pub span: Span,
    /// The number of its block in `Article::blocks`.
    pub block: usize,
}

/// The sentences of all paragraphs, in order. Headline, subheads, byline and boilerplate give none.
pub fn sentences(article: &Article) -> Vec<Sentence> {
    let paragraphs = article
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.kind == BlockKind::Paragraph);
    paragraphs
        .flat_map(|(number, block)| {
            let spans = split(block.span.of(&article.text)).into_iter();
            spans.map(move |span| Sentence {
                span: span.shifted(block.span.start),
                block: number,
            })
        })
        .collect()
}
