//! The words that only one of two passages has, and those that both have.

mod copied;
mod matching;
mod phrase;

use std::ops::Range;

use crate::alignment::Wording;
use crate::text::{Pair, Side, Span};
use matching::Matching;

/// How many words a side are compared with one another.
pub const LIMIT: usize = 2000;

/// What two linked passages have apart and in common. Spans are offsets into each article's text, in order and apart;
/// none crosses the end of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Whether they are best read by what differs or by what they share.
    pub nearness: Nearness,
    /// Stretches that are the same words, nearly, whatever the rest: all of a near copy, or a quote that both have.
    /// Within them every word is compared in its order; around them, wherever it stands.
    pub copied: Pair<Vec<Span>>,
    /// Word runs that only this side has.
    pub differing: Pair<Vec<Span>>,
    /// Content words and runs that both have.
    pub shared: Pair<Vec<Span>>,
    /// Whether the passages were longer than [`LIMIT`], so that words were not compared.
    pub limited: bool,
}

/// How much of two passages is the same, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    /// One is nearly a copy of the other: what differs is worth lighting.
    NearCopy,
    /// They tell the same in their own words, partly alike.
    Reworded,
    /// They share a matter: what they share is worth lighting.
    Paraphrase,
}

/// Words worth lighting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Light {
    /// Where they stand.
    pub span: Span,
    /// Whether only this side has them, or both have.
    pub sort: LightSort,
}

/// Why words are lit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LightSort {
    /// Only this side has them.
    Differing,
    /// Both sides have them.
    Shared,
}

impl Difference {
    /// What is worth lighting on one side, in order: what differs within copied stretches and in reworded passages, what
    /// is shared in the rest.
    pub fn lights(&self, side: Side) -> Vec<Light> {
        let copied = self.copied.get(side);
        let within = |span: Span| copied.iter().any(|stretch| stretch.contains(span));
        let reworded = self.nearness == Nearness::Reworded;
        let differing = self.differing.get(side).iter();
        let differing = differing.filter(|&&span| reworded || within(span));
        let shared = self.shared.get(side).iter();
        let shared = shared.filter(|&&span| !reworded && !within(span));
        let lit = |sort| move |&span: &Span| Light { span, sort };
        let mut lights: Vec<Light> = differing
            .map(lit(LightSort::Differing))
            .chain(shared.map(lit(LightSort::Shared)))
            .collect();
        lights.sort_unstable_by_key(|light| light.span);
        lights
    }
}

/// Compares two passages, given the numbers of their sentences and the runs of text in quotation marks, without the
/// marks. Exchanging the sides exchanges the result.
pub fn difference(
    wording: &Wording,
    sentences: &Pair<Range<usize>>,
    quoted: &Pair<Vec<Span>>,
) -> Difference {
    let matching = Matching::new(wording, sentences);
    let longest = matching.terms.as_ref().into_iter().map(Vec::len).max();
    if longest > Some(LIMIT) {
        return Difference {
            nearness: Nearness::Paraphrase,
            copied: Pair::default(),
            differing: Pair::default(),
            shared: Pair::default(),
            limited: true,
        };
    }
    let copied = copied::stretches(&matching, quoted);
    Difference {
        nearness: matching.nearness(),
        differing: phrase::differing(&matching, &copied),
        shared: phrase::shared(&matching, wording),
        copied: phrase::spans(&matching, &copied),
        limited: false,
    }
}
