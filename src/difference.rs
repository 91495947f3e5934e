//! The words that only one of two passages has, and those that both have.

use crate::text::{Pair, Span};

/// What two linked passages have apart and in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Whether they are best read by what differs or by what they share.
    pub nearness: Nearness,
    /// Word runs that only this side has.
    pub differing: Pair<Vec<Span>>,
    /// Content words and runs that both have.
    pub shared: Pair<Vec<Span>>,
    /// Whether the passages were longer than the limit, so that words were not compared.
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
