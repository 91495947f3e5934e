use super::headline::is_same_title;
use super::paragraph::paragraphs;
use super::part::{self, Piece};
use super::{Article, BlockKind, Label};
use crate::text::Span;

/// The text of an article as it is put together from a format with marks of its own: blocks parted by blank lines, each
/// on one line.
#[derive(Debug, Default)]
pub(super) struct Draft {
    text: String,
    pieces: Vec<Piece>,
}

/// Fewer words than these make no sentence of an article.
const FEWEST_IN_SENTENCE: usize = 6;

/// So many blocks stand at the top, where pages repeat the headline.
const TOP: usize = 4;

impl Draft {
    /// A draft with a headline, unless `title` has no words.
    pub(super) fn headed(title: Option<&str>) -> Draft {
        let mut draft = Draft::default();
        if let Some(title) = title {
            draft.add(title, Some(BlockKind::Headline));
        }
        draft
    }

    /// Adds a block; its white space becomes single blanks. One without words is none, nor is one that only repeats the
    /// headline above it.
    pub(super) fn add(&mut self, words: &str, kind: Option<BlockKind>) {
        let before = self.text.len();
        for word in words.split_whitespace() {
            if self.text.len() > before {
                self.text.push(' ');
            } else if before > 0 {
                self.text.push_str("\n\n");
            }
            self.text
                .extend(word.chars().filter(|letter| !is_break_mark(*letter)));
        }
        let start = if before > 0 { before + 2 } else { 0 };
        let span = Span::new(start, self.text.len().max(start));
        if span.is_empty() || self.repeats_headline(span) {
            self.text.truncate(before);
        } else {
            self.pieces.push(Piece { span, kind });
        }
    }

    fn repeats_headline(&self, span: Span) -> bool {
        let headline = self.pieces.first().filter(|_| self.pieces.len() <= TOP);
        headline.is_some_and(|first| {
            let is_headline = first.kind == Some(BlockKind::Headline);
            is_headline && is_same_title(first.span.of(&self.text), span.of(&self.text))
        })
    }

    /// Adds text with line ends of its own, which part blocks as they do in plain text.
    pub(super) fn add_lines(&mut self, lines: &str, kind: Option<BlockKind>) {
        for span in paragraphs(lines, 0) {
            self.add(span.of(lines), kind);
        }
    }

    /// The number of words, counted by the white space between them, in blocks that may be sentences: what a page has in
    /// menus and below its text comes in shorter ones.
    pub(super) fn running_words(&self) -> usize {
        let is_text = |piece: &&Piece| piece.kind != Some(BlockKind::Boilerplate);
        let counts = self
            .pieces
            .iter()
            .filter(is_text)
            .map(|piece| piece.span.of(&self.text).split_whitespace().count());
        counts.filter(|count| *count >= FEWEST_IN_SENTENCE).sum()
    }

    /// How many blocks it has.
    pub(super) fn blocks(&self) -> usize {
        self.pieces.len()
    }

    /// Takes over the blocks of another draft.
    pub(super) fn append(&mut self, other: &Draft) {
        for piece in &other.pieces {
            self.add(piece.span.of(&other.text), piece.kind);
        }
    }

    pub(super) fn into_article(self, label: Label) -> Article {
        part::article(self.text, 0, &self.pieces, label)
    }
}

/// Marks that say where a word may be broken at the end of a line; they would make words differ that are the same.
fn is_break_mark(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_stand_on_lines_of_their_own() {
        let mut draft = Draft::headed(Some("Mayor\n refuses"));
        draft.add(" \u{ad} ", None);
        draft.add("MAYOR REFUSES.", None);
        draft.add("She  re\u{ad}fused\tto sell.", None);
        draft.add_lines("One.\nTwo.\n\nThree.", None);
        assert_eq!(draft.running_words(), 0);
        assert_eq!(
            draft.into_article(Label::default()).text,
            "Mayor refuses\n\nShe refused to sell.\n\nOne.\n\nTwo.\n\nThree."
        );
    }
}
