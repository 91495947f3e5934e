//! Plain text: paragraphs by blank lines or line ends.

use super::front_matter::front_matter;
use super::paragraph::paragraphs;
use super::part::{self, Piece};
use super::{Article, Label};

pub(super) fn article(text: String, mut label: Label) -> Article {
    let front_matter = front_matter(&text);
    let start = front_matter.end;
    label.complete(front_matter.label);
    let pieces = paragraphs(&text, start);
    let pieces: Vec<Piece> = pieces.into_iter().map(Piece::of_unknown_kind).collect();
    part::article(text, start, &pieces, label)
}
