//! The words that report: *said*, *according to*, *claims that*.

mod form;
mod noun;

use std::ops::Range;

use super::paragraph::Paragraph;
use super::source::name_after;
use super::verb::{VerbSort, verb_sort};
use form::Form;

/// A cue in a paragraph, with the words that name its source.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub(super) sort: CueSort,
    /// The items of the cue itself.
    pub(super) words: Range<usize>,
    /// The items that name the source; elsewhere in the sentence when `shared`.
    pub(super) source: Option<Range<usize>>,
    /// Whether the source is that of a verb before it: *Trump praised him, adding …*
    pub(super) shared: bool,
}

/// What sort of words report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CueSort {
    /// A verb with its subject.
    Verb(VerbSort),
    /// *according to*, *per*
    According,
    /// *Trump’s claims that*
    Noun,
}

impl Cue {
    /// The first item of the cue and of a source that stands with it.
    pub(super) fn start(&self) -> usize {
        let source = self
            .source
            .as_ref()
            .filter(|_| !self.shared)
            .map_or(self.words.start, |source| source.start);
        source.min(self.words.start)
    }

    /// The item after the cue and after a source that stands with it.
    pub(super) fn end(&self) -> usize {
        let source = self
            .source
            .as_ref()
            .filter(|_| !self.shared)
            .map_or(0, |source| source.end);
        source.max(self.words.end)
    }

    /// Whether the source follows the verb: *said Trump*.
    pub(super) fn is_inverted(&self) -> bool {
        !self.shared
            && self
                .source
                .as_ref()
                .is_some_and(|source| source.start > self.words.start)
    }
}

/// The cues of the sentence that `range` holds, in order.
pub(super) fn cues(paragraph: &Paragraph<'_>, range: Range<usize>) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    for at in range.clone() {
        if found.last().is_some_and(|cue| at < cue.words.end) {
            continue;
        }
        let verb = || {
            let form = Form {
                paragraph,
                range: &range,
                at,
                before: &found,
            };
            verb_sort(paragraph.word(at)).and_then(|sort| form.cue(sort))
        };
        let cue = according(paragraph, at, range.end)
            .or_else(|| noun::cue(paragraph, at, &range))
            .or_else(verb);
        found.extend(cue);
    }
    found
}

fn according(paragraph: &Paragraph<'_>, at: usize, end: usize) -> Option<Cue> {
    let words = match (paragraph.word(at), paragraph.word(at + 1)) {
        ("according", "to") => at..at + 2,
        ("per", _) if paragraph.item(at + 1)?.is_capitalised() => at..at + 1,
        _ => return None,
    };
    let source = name_after(paragraph, words.end, end)?;
    Some(Cue {
        sort: CueSort::According,
        words,
        source: Some(source),
        shared: false,
    })
}

#[cfg(test)]
mod tests {
    use crate::quote::example::check;

    #[test]
    fn according_to_somebody() {
        check("[The talks failed], according to {two officials}.");
        check("According to {the ministry}, [the talks failed].");
        check("[The talks failed], according to {Jane Doe}, the city's mayor.");
    }

    #[test]
    fn a_second_verb_shares_the_source() {
        check("{Jane Doe} said [it was over] and called [him “weak.]”");
    }

    #[test]
    fn the_source_of_a_passive_comes_after_it() {
        check("He was mocked by {Jane Doe} [for “not wearing a suit.]”");
    }

    #[test]
    fn a_noun_reports_nothing() {
        check("A brief report on the claims was on his desk.");
        check("The call for checks would extend to shows.");
    }
}
