//! Sentences of an article's paragraphs.

use crate::article::{Article, BlockKind};
use crate::text::Span;

/// A sentence of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
            let text = block.span.of(&article.text);
            sentencex::get_sentence_boundaries("en", text)
                .into_iter()
                .map(move |found| {
                    Span::new(found.start_byte, found.end_byte)
                        .shifted(block.span.start)
                        .trimmed(&article.text)
                })
                .filter(|span| !span.is_empty())
                .map(move |span| Sentence {
                    span,
                    block: number,
                })
        })
        .collect()
}
