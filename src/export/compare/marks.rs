use std::sync::Arc;

use crate::article::{Article, Block};
use crate::comparison::Comparison;
use crate::difference::LightSort;
use crate::reading::{KnownTerms, Reading};
use crate::sentence::Sentence;
use crate::text::{Pair, Side, Span};

/// The same comparison with signs in its texts around what is worth lighting, so that it is typeset with them: `[-…-]`
/// and `{+…+}` around what only the left or the right has, `[=…=]` around what both have.
///
/// Its quotes, names and differences, which no page shows, still point into the texts without signs.
pub(super) fn marked(comparison: &Comparison) -> Comparison {
    let readings =
        Pair::new(Side::Left, Side::Right).map(|side| Arc::new(marked_reading(comparison, side)));
    Comparison {
        readings,
        ..comparison.clone()
    }
}

fn marked_reading(comparison: &Comparison, side: Side) -> Reading {
    let reading = comparison.readings.get(side);
    let signed = Signed::new(&reading.article.text, &lights(comparison, side), side);
    let blocks = reading.article.blocks.iter().map(|block| Block {
        span: signed.shifted(block.span),
        kind: block.kind,
    });
    let sentences = reading.sentences.iter().map(|sentence| Sentence {
        span: signed.shifted(sentence.span),
        block: sentence.block,
    });
    Reading {
        sentences: sentences.collect(),
        article: Article {
            blocks: blocks.collect(),
            dateline: reading.article.dateline.map(|span| signed.shifted(span)),
            text: signed.text.clone(),
            ..reading.article.clone()
        },
        known_terms: KnownTerms::default(),
        ..Reading::clone(reading)
    }
}

fn lights(comparison: &Comparison, side: Side) -> Vec<(Span, LightSort)> {
    let differences = comparison
        .rows
        .iter()
        .filter_map(|row| row.difference.as_ref());
    let lights = differences.flat_map(|difference| difference.lights(side));
    let mut lights: Vec<(Span, LightSort)> = lights.map(|light| (light.span, light.sort)).collect();
    lights.sort_unstable_by_key(|&(span, _)| span);
    lights
}

/// A text with signs put in.
struct Signed {
    text: String,
    /// Where signs stand, in order: the byte of the bare text, whether what it closes ends there, and the bytes that
    /// have been put in up to and with it.
    signs: Vec<(usize, bool, usize)>,
}

impl Signed {
    /// `lights` are in order and apart.
    fn new(bare: &str, lights: &[(Span, LightSort)], side: Side) -> Signed {
        let mut signed = Signed {
            text: String::new(),
            signs: Vec::new(),
        };
        let mut at = 0;
        for &(span, sort) in lights.iter().filter(|(span, _)| !span.is_empty()) {
            if span.start < at {
                continue;
            }
            let (open, close) = signs(sort, side);
            signed.text.push_str(Span::new(at, span.start).of(bare));
            signed.put(open, span.start, false);
            signed.text.push_str(span.of(bare));
            signed.put(close, span.end, true);
            at = span.end;
        }
        signed.text.push_str(Span::new(at, bare.len()).of(bare));
        signed
    }

    fn put(&mut self, sign: &str, at: usize, closes: bool) {
        let before = self.signs.last().map_or(0, |&(_, _, bytes)| bytes);
        self.text.push_str(sign);
        self.signs.push((at, closes, before + sign.len()));
    }

    /// The place of a span of the bare text, with the signs that open at its start and close at its end.
    fn shifted(&self, span: Span) -> Span {
        Span::new(self.place(span.start), self.place(span.end))
    }

    fn place(&self, at: usize) -> usize {
        let before = self
            .signs
            .partition_point(|&(sign, closes, _)| sign < at || (sign == at && closes));
        let last = before.checked_sub(1).and_then(|last| self.signs.get(last));
        at + last.map_or(0, |&(_, _, bytes)| bytes)
    }
}

fn signs(sort: LightSort, side: Side) -> (&'static str, &'static str) {
    // The word joiner keeps a line from breaking after the hyphen; it is not printed.
    match (sort, side) {
        (LightSort::Differing, Side::Left) => ("[-\u{2060}", "-]"),
        (LightSort::Differing, Side::Right) => ("{+", "+}"),
        (LightSort::Shared, _) => ("[=", "=]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_keep_the_signs_at_their_ends() {
        let bare = "One two. Three.";
        let lights = [
            (Span::new(4, 7), LightSort::Differing),
            (Span::new(9, 14), LightSort::Shared),
        ];
        let signed = Signed::new(bare, &lights, Side::Right);
        assert_eq!(signed.text, "One {+two+}. [=Three=].");
        assert_eq!(
            signed.shifted(Span::new(0, 8)).of(&signed.text),
            "One {+two+}."
        );
        assert_eq!(
            signed.shifted(Span::new(9, 15)).of(&signed.text),
            "[=Three=]."
        );
    }
}
