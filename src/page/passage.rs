use std::ops::Range;

use super::Line;
use super::article::{given_title, text_lines};
use crate::article::{Block, BlockKind};
use crate::reading::Reading;
use crate::text::Span;

/// How far the second and later paragraphs of a passage are indented; a blank line always parts two rows.
const PARAGRAPH_INDENT: usize = 2;

/// One article's blocks, sorted by what they stand before.
pub(super) struct SideText<'a> {
    pub(super) reading: &'a Reading,
    width: usize,
    /// For each block, the blocks that are drawn before it: subheads mostly.
    before: Vec<Vec<Block>>,
    front: Vec<Block>,
    tail: Vec<Block>,
}

impl<'a> SideText<'a> {
    pub(super) fn new(reading: &'a Reading, width: usize) -> SideText<'a> {
        let blocks = &reading.article.blocks;
        let mut text = SideText {
            reading,
            width,
            before: vec![Vec::new(); blocks.len()],
            front: Vec::new(),
            tail: Vec::new(),
        };
        let mut waiting = Vec::new();
        let has_sentences: Vec<usize> = reading.sentences.iter().map(|one| one.block).collect();
        for (number, block) in blocks.iter().enumerate() {
            let started = has_sentences.first().is_some_and(|&first| first < number);
            if has_sentences.binary_search(&number).is_ok() {
                if let Some(before) = text.before.get_mut(number) {
                    *before = std::mem::take(&mut waiting);
                }
            } else if !started && block.kind != BlockKind::Subhead {
                text.front.push(*block);
            } else {
                waiting.push(*block);
            }
        }
        text.tail = waiting;
        text
    }

    /// What stands above all rows: the title and the byline.
    pub(super) fn front(&self) -> Vec<Line> {
        let mut lines = given_title(&self.reading.article, self.width);
        lines.extend(
            self.front
                .iter()
                .flat_map(|block| self.lines(block.span, 0)),
        );
        lines
    }

    /// What stands below all rows.
    pub(super) fn tail(&self) -> Vec<Line> {
        self.tail
            .iter()
            .flat_map(|block| self.lines(block.span, 0))
            .collect()
    }

    /// The lines of some sentences: those that stand above the first of them, and those from there on.
    pub(super) fn passage(&self, sentences: Range<usize>) -> (Vec<Line>, Vec<Line>) {
        let (mut head, mut body): (Vec<Line>, Vec<Line>) = Default::default();
        for (block, span) in self.paragraphs(sentences) {
            let opens = self.opens(span);
            let before = if opens { self.before.get(block) } else { None };
            let titles = before.into_iter().flatten();
            let titles: Vec<Line> = titles.flat_map(|block| self.lines(block.span, 0)).collect();
            let fresh = body.is_empty();
            let indent = if fresh || !titles.is_empty() {
                0
            } else {
                PARAGRAPH_INDENT
            };
            if fresh {
                head.extend(titles);
            } else if !titles.is_empty() {
                body.push(Line::blank());
                body.extend(titles);
            }
            body.extend(self.lines(span, indent));
        }
        (head, body)
    }

    /// Whether a block begins with `span`.
    fn opens(&self, span: Span) -> bool {
        let blocks = &self.reading.article.blocks;
        blocks
            .binary_search_by_key(&span.start, |block| block.span.start)
            .is_ok()
    }

    /// The stretches of text that some sentences take, by block. What stands around a block's sentences, such as a
    /// dateline, goes with its first and its last.
    fn paragraphs(&self, sentences: Range<usize>) -> Vec<(usize, Span)> {
        let all = &self.reading.sentences;
        let block_of = |number: usize| all.get(number).map(|sentence| sentence.block);
        let mut paragraphs: Vec<(usize, Span)> = Vec::new();
        for number in sentences {
            let Some(sentence) = all.get(number) else {
                break;
            };
            let mut span = sentence.span;
            if let Some(block) = self.reading.article.blocks.get(sentence.block) {
                let is_first = number == 0 || block_of(number - 1) != Some(sentence.block);
                let is_last = block_of(number + 1) != Some(sentence.block);
                span.start = if is_first {
                    block.span.start
                } else {
                    span.start
                };
                span.end = if is_last { block.span.end } else { span.end };
            }
            match paragraphs.last_mut() {
                Some((block, last)) if *block == sentence.block => last.end = span.end,
                _ => paragraphs.push((sentence.block, span)),
            }
        }
        paragraphs
    }

    fn lines(&self, span: Span, indent: usize) -> impl Iterator<Item = Line> {
        text_lines(&self.reading.article, span, self.width, indent)
    }
}
