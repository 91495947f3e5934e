//! Plain text: paragraphs by blank lines or line ends, each with its part in the article.

use super::boilerplate::{is_left_over, is_left_over_at_the_end};
use super::byline::is_byline;
use super::dateline::dateline;
use super::front_matter::front_matter;
use super::headline::{is_as_short_as_headline, is_headline, is_same_title, lead, title};
use super::language::language;
use super::paragraph::paragraphs;
use super::subhead::may_be_subhead;
use super::{Article, Block, BlockKind, Label, Title, TitleOrigin};

pub(super) fn article(text: String, mut label: Label) -> Article {
    let front_matter = front_matter(&text);
    let start = front_matter.end;
    label.complete(front_matter.label);
    let spans = paragraphs(&text, start);
    let texts: Vec<&str> = spans.iter().map(|span| span.of(&text)).collect();
    let kinds = kinds(&texts, label.title.as_deref());
    let blocks: Vec<Block> = spans
        .iter()
        .zip(kinds)
        .map(|(&span, kind)| Block { span, kind })
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
fn kinds(blocks: &[&str], given_title: Option<&str>) -> Vec<BlockKind> {
    let mut kinds: Vec<BlockKind> = blocks
        .iter()
        .map(|block| {
            if is_left_over(block) {
                BlockKind::Boilerplate
            } else {
                BlockKind::Paragraph
            }
        })
        .collect();
    let top = top(blocks, &mut kinds, given_title);
    subheads(blocks, &mut kinds, top);
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
    let mut next = first;
    if let (Some(block), Some(kind)) = (blocks.get(first), kinds.get_mut(first))
        && second.is_some_and(|second| heads(block, second, given_title))
    {
        *kind = BlockKind::Headline;
        next += 1;
    }
    let below = blocks
        .iter()
        .zip(kinds.iter_mut())
        .enumerate()
        .skip(next)
        .take(BYLINES);
    let headline = (next > first).then(|| blocks.get(first)).flatten();
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
fn subheads(blocks: &[&str], kinds: &mut [BlockKind], top: usize) {
    let candidate: Vec<bool> = blocks
        .iter()
        .zip(kinds.iter())
        .enumerate()
        .map(|(number, (block, &kind))| {
            number >= top && kind == BlockKind::Paragraph && may_be_subhead(block)
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
