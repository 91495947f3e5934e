use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A byte range in one article's text; both ends lie on character boundaries.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` up to `end`.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end, "{start}..{end} runs backwards");
        Span { start, end }
    }

    /// The smallest span over all of `spans`; `None` when there are none.
    pub fn covering(spans: impl IntoIterator<Item = Span>) -> Option<Span> {
        spans
            .into_iter()
            .reduce(|all, span| Span::new(all.start.min(span.start), all.end.max(span.end)))
    }

    /// The range that slices a text.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// What stands here in `text`; empty when the span is not of this text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `at` lies in it.
    pub fn holds(self, at: usize) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether all of `other` lies in it.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// What both cover; `None` when they share no byte.
    pub fn shared(self, other: Span) -> Option<Span> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then(|| Span::new(start, end))
    }

    /// The same span, `by` bytes further on.
    pub fn shifted(self, by: usize) -> Span {
        Span::new(self.start + by, self.end + by)
    }

    /// Without the white space at both ends of what it covers.
    pub fn trimmed(self, text: &str) -> Span {
        let inner = self.of(text);
        let start = self.start + (inner.len() - inner.trim_start().len());
        Span::new(start, start + inner.trim().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_to_the_words() {
        let span = Span::new(0, 9).trimmed("  a talk  ");
        assert_eq!(span.of("  a talk  "), "a talk");
    }

    #[test]
    fn shares_only_what_both_cover() {
        let (a, b) = (Span::new(0, 4), Span::new(3, 9));
        assert_eq!(a.shared(b), Some(Span::new(3, 4)));
        assert_eq!(a.shared(Span::new(4, 9)), None);
    }
}
