//! Sentences of two articles that a reader wants side by side.

use std::ops::Range;

use crate::reading::Reading;
use crate::text::Pair;

/// The links of two articles, and the passages grown from them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// Every pair of sentences with any likeness, in order of the left sentence, then the right.
    pub links: Vec<Link>,
    /// The score from which a link is shown.
    pub threshold: f32,
    /// Linked runs of sentences, strongest first. Each sentence stands in at most one a side.
    pub passages: Vec<Passage>,
}

/// Two sentences that may belong together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Their numbers in `Reading::sentences`.
    pub sentences: Pair<usize>,
    /// How alike they are, from 0 to 1.
    pub score: f32,
}

/// A run of sentences on each side about one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Their numbers in `Reading::sentences`; neither is empty.
    pub sentences: Pair<Range<usize>>,
    /// The score of its strongest link.
    pub score: f32,
    /// A few of its own words that say what it is about.
    pub topic: String,
}

/// Links the sentences of two articles.
pub fn align(_readings: Pair<&Reading>) -> Alignment {
    Alignment::default()
}
