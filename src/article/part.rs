//! What part each block of a text has in the article: headline, byline, subhead, body, what the page left over.

use super::boilerplate::{is_left_over, is_left_over_at_the_end};
use super::byline::is_byline;
use super::dateline::dateline;
use super::headline::{is_as_short_as_headline, is_headline, is_same_title, lead, title};
use super::language::language;
use super::subhead::may_be_subhead;
use super::{Article, Block, BlockKind, Label, Title, TitleOrigin};
use crate::text::Span;

/// A run of text between breaks, and what its format says that it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) span: Span,
    /// `None` when only its words can tell.
    pub(super) kind: Option<BlockKind>,
}

impl Piece {
    pub(super) fn of_unknown_kind(span: Span) -> Piece {
        Piece { span, kind: None }
    }
}

/// The article whose text, from byte `start` on, consists of these pieces.
pub(super) fn article(text: String, start: usize, pieces: &[Piece], label: Label) -> Article {
    let kinds = kinds(&text, pieces, label.title.as_deref());
    let blocks: Vec<Block> = pieces
        .iter()
        .zip(kinds)
        .map(|(piece, kind)| Block {
            span: piece.span,
            kind,
        })
        .collect();
    let first = first_of(&blocks, BlockKind::Paragraph);
    let dateline =
        first.and_then(|block| Some(dateline(block.span.of(&text))?.shifted(block.span.start)));
    Article {
        title: title_of(&text, &label, &blocks, dateline.map_or(0, |span| span.end)),
        language: language(text.get(start..).unwrap_or_default()),
        label,
        text,
        blocks,
        dateline,
    }
}

fn first_of(blocks: &[Block], kind: BlockKind) -> Option<&Block> {
    blocks.iter().find(|block| block.kind == kind)
}

/// The label's title, else the headline, else the lead from byte `after_dateline` on.
fn title_of(text: &str, label: &Label, blocks: &[Block], after_dateline: usize) -> Title {
    if let Some(given) = &label.title {
        return title(given, TitleOrigin::Given);
    }
    if let Some(headline) = first_of(blocks, BlockKind::Headline) {
        return title(headline.span.of(text), TitleOrigin::Headline);
    }
    let first = first_of(blocks, BlockKind::Paragraph).or(blocks.first());
    let span = first.map(|block| block.span).unwrap_or_default();
    let from = span.start.max(after_dateline);
    lead(text.get(from..span.end).unwrap_or_default())
}

/// How many blocks after the headline may say who wrote it and when.
const BYLINES: usize = 4;

/// The part that each block has.
fn kinds(text: &str, pieces: &[Piece], given_title: Option<&str>) -> Vec<BlockKind> {
    let blocks: Vec<&str> = pieces.iter().map(|piece| piece.span.of(text)).collect();
    let blocks = blocks.as_slice();
    let mut kinds: Vec<BlockKind> = pieces
        .iter()
        .zip(blocks)
        .map(|(piece, block)| match piece.kind {
            Some(BlockKind::Headline) => BlockKind::Headline,
            _ if is_left_over(block) => BlockKind::Boilerplate,
            known => known.unwrap_or(BlockKind::Paragraph),
        })
        .collect();
    let top = top(blocks, &mut kinds, given_title);
    subheads(blocks, pieces, &mut kinds, top);
    end(blocks, &mut kinds);
    keep_a_body(blocks, &mut kinds);
    kinds
}

/// Finds the headline, its repetition and bylines; returns the number of the first block after them.
fn top(blocks: &[&str], kinds: &mut [BlockKind], given_title: Option<&str>) -> usize {
    let mut open =
        (0..blocks.len()).filter(|&number| kinds.get(number) == Some(&BlockKind::Paragraph));
    let Some(first) = open.next() else {
        return blocks.len();
    };
    let second = open.next().and_then(|number| blocks.get(number));
    if kinds.first() == Some(&BlockKind::Headline) {
        return below_headline(blocks, kinds, 0);
    }
    if let (Some(block), Some(kind)) = (blocks.get(first), kinds.get_mut(first))
        && second.is_some_and(|second| heads(block, second, given_title))
    {
        *kind = BlockKind::Headline;
    }
    match kinds.get(first) {
        Some(BlockKind::Headline) => below_headline(blocks, kinds, first),
        _ => bylines(blocks, kinds, None, first),
    }
}

/// Finds what repeats the headline of number `at`, and bylines; returns as [`top`] does.
fn below_headline(blocks: &[&str], kinds: &mut [BlockKind], at: usize) -> usize {
    let headline = blocks.get(at).copied();
    bylines(blocks, kinds, headline, at + 1)
}

fn bylines(
    blocks: &[&str],
    kinds: &mut [BlockKind],
    headline: Option<&str>,
    start: usize,
) -> usize {
    let mut next = start;
    let below = blocks
        .iter()
        .zip(kinds.iter_mut())
        .enumerate()
        .skip(start)
        .take(BYLINES);
    for (number, (block, kind)) in below {
        if headline.is_some_and(|headline| is_same_title(headline, block)) {
            *kind = BlockKind::Boilerplate;
            next = number + 1;
        } else if is_byline(block) {
            *kind = BlockKind::Byline;
            next = number + 1;
        }
    }
    next
}

/// Whether the first block is a headline over the second: where a byline, a dateline or itself follows, it is one even if
/// it ends like a sentence.
fn heads(first: &str, second: &str, given_title: Option<&str>) -> bool {
    let begins_article =
        is_byline(second) || dateline(second).is_some() || is_same_title(first, second);
    !is_byline(first)
        && (is_headline(first)
            || given_title.is_some_and(|title| is_same_title(title, first))
            || (begins_article && is_as_short_as_headline(first)))
}

/// A subhead stands alone: next to another block of its sort it is an item of a list, and what follows it is a beginning.
fn subheads(blocks: &[&str], pieces: &[Piece], kinds: &mut [BlockKind], top: usize) {
    let candidate: Vec<bool> = blocks
        .iter()
        .zip(pieces)
        .zip(kinds.iter())
        .enumerate()
        .map(|(number, ((block, piece), &kind))| {
            let open = piece.kind.is_none() && kind == BlockKind::Paragraph;
            number >= top && open && may_be_subhead(block)
        })
        .collect();
    let is_candidate = |number: usize| candidate.get(number).copied().unwrap_or_default();
    for (number, kind) in kinds.iter_mut().enumerate() {
        let beside_another =
            is_candidate(number + 1) || number.checked_sub(1).is_some_and(is_candidate);
        let goes_on = blocks
            .get(number + 1)
            .is_some_and(|next| next.starts_with(char::is_lowercase));
        if is_candidate(number) && !beside_another && !goes_on {
            *kind = BlockKind::Subhead;
        }
    }
}

/// What is left over at the end, and a subhead that nothing follows.
fn end(blocks: &[&str], kinds: &mut [BlockKind]) {
    for (block, kind) in blocks.iter().zip(kinds.iter_mut()).rev() {
        if *kind != BlockKind::Subhead && !is_left_over_at_the_end(block) {
            break;
        }
        *kind = BlockKind::Boilerplate;
    }
}

/// A text of nothing but short lines is all body, so that there is something to read.
fn keep_a_body(blocks: &[&str], kinds: &mut [BlockKind]) {
    if kinds.contains(&BlockKind::Paragraph) {
        return;
    }
    let words = |block: &str| block.contains(char::is_alphanumeric);
    for (block, kind) in blocks.iter().zip(kinds.iter_mut()) {
        if *kind != BlockKind::Headline && *kind != BlockKind::Byline && words(block) {
            *kind = BlockKind::Paragraph;
        }
    }
}
