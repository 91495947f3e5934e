//! How far the reported words of a cue reach.

mod after;
mod before;

use std::ops::Range;

use super::cue::{Cue, CueSort};
use super::grammar::{DETERMINERS, FINITE};
use super::paragraph::{Item, Paragraph};
use super::verb::VerbSort;
use crate::name::is_source_noun;

/// The reported words of one cue, and how plainly they stand there.
pub(super) struct Content {
    /// Ranges of items, in order and apart.
    pub(super) parts: Vec<Range<usize>>,
    pub(super) manner: Manner,
}

/// In which way a cue and its content stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// *“…,” he said*
    QuoteBefore,
    /// *he said: “…”*
    QuoteAfter,
    /// *…, he said*
    ClauseBefore,
    /// *he said that …*
    ClauseAfter,
}

/// A cue as it stands in its sentence.
pub(super) struct Sight<'a> {
    pub(super) paragraph: &'a Paragraph<'a>,
    pub(super) sentence: &'a Range<usize>,
    /// Where the items begin that no cue before this one has taken.
    pub(super) from: usize,
    pub(super) cue: &'a Cue,
    /// The cues after it in the sentence.
    pub(super) later: &'a [Cue],
}

impl Sight<'_> {
    /// What the cue reports.
    pub(super) fn content(&self) -> Option<Content> {
        match self.cue.sort {
            CueSort::According => self.around_according(),
            CueSort::Noun => self.after(VerbSort::Clause),
            CueSort::Verb(sort) => self.before(sort).or_else(|| self.after(sort)),
        }
    }

    fn item(&self, at: usize) -> Option<&Item<'_>> {
        self.paragraph
            .item(at)
            .filter(|_| self.sentence.contains(&at))
    }

    fn is_mark(&self, at: usize, marks: &str) -> bool {
        self.item(at).is_some_and(|item| item.is_mark(marks))
    }

    /// A comma, semicolon, colon or dash.
    fn is_break(&self, at: usize) -> bool {
        self.item(at)
            .is_some_and(|item| item.is_mark(",;:") || item.is_dash())
    }

    fn is_quoted(&self, at: usize) -> bool {
        self.item(at).is_some_and(Item::is_quoted)
    }

    /// The sentence's end without its full stop.
    fn last(&self) -> usize {
        let mut end = self.sentence.end;
        while end > self.sentence.start && self.is_mark(end - 1, ".?!…") {
            end -= 1;
        }
        end
    }

    /// `end` without the commas and dashes before it.
    fn without_breaks(&self, mut end: usize) -> usize {
        while end > self.from && self.is_break(end - 1) {
            end -= 1;
        }
        end
    }

    /// Where the clause before the cue begins.
    fn clause_start(&self) -> usize {
        let joins = |at: usize| {
            at > self.sentence.start && matches!(self.paragraph.word(at), "and" | "but")
        };
        let mut start = self.from;
        while start < self.sentence.end && (self.is_break(start) || joins(start)) {
            start += 1;
        }
        start
    }

    fn around_according(&self) -> Option<Content> {
        let start = self.cue.start();
        let last = self.last();
        if start <= self.from + 1 && !self.is_quoted(self.from) {
            let comma = (self.cue.end()..last)
                .find(|&at| self.is_mark(at, ",") && !self.opens_apposition(at))?;
            return Some(Content {
                parts: vec![comma + 1..last],
                manner: Manner::ClauseAfter,
            });
        }
        let mut parts = vec![self.clause_start()..self.without_breaks(start)];
        if self.is_break(self.cue.end())
            && !self.opens_apposition(self.cue.end())
            && !self.is_apposition(self.cue.end() + 1..last)
        {
            parts.push(self.cue.end() + 1..last);
        }
        parts.retain(|part| part.start < part.end);
        let begins = self.paragraph.item(parts.first()?.start)?;
        // What follows a quote that another cue has taken is only where and when it was said.
        let leftover = self.from > self.sentence.start && !begins.is_quoted();
        (!leftover).then_some(Content {
            parts,
            manner: Manner::ClauseBefore,
        })
    }

    /// Whether a phrase only says what somebody is: it has no verb.
    fn is_apposition(&self, phrase: Range<usize>) -> bool {
        let first = self.paragraph.word(phrase.start);
        let determined = DETERMINERS.has(first) || self.paragraph.word(phrase.start + 1) == "of";
        let described = is_source_noun(first) || first.ends_with("'s");
        let nominal =
            determined || described || self.paragraph.word(phrase.start + 1).ends_with("'s");
        let verb = |at: usize| FINITE.has(self.paragraph.word(at)) || self.is_quoted(at);
        nominal && !phrase.into_iter().any(verb)
    }

    /// Whether the comma at `at` leads into more about the source rather than out of it.
    fn opens_apposition(&self, at: usize) -> bool {
        const LONGEST: usize = 12;
        let closes = (at + 1..self.last())
            .take(LONGEST)
            .any(|next| self.is_mark(next, ","));
        closes
            && matches!(
                self.paragraph.word(at + 1),
                "who" | "which" | "whose" | "a" | "an"
            )
    }
}
