//! Plain text: paragraphs by blank lines or line ends.

use super::{Article, Block, BlockKind, Label, Language, Title, TitleOrigin};
use crate::text::Span;

pub(super) fn article(text: String, label: Label) -> Article {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trimmed(&text);
        at += line.len();
        if !span.is_empty() {
            blocks.push(Block {
                span,
                kind: BlockKind::Paragraph,
            });
        }
    }
    let lead = blocks
        .first()
        .map(|block| block.span.of(&text))
        .unwrap_or_default();
    let title = Title {
        text: lead.chars().take(80).collect(),
        origin: TitleOrigin::Lead,
    };
    Article {
        label,
        title,
        text,
        blocks,
        dateline: None,
        language: Language::English,
    }
}
