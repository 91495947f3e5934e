//! A verb that reports, with its subject.

use std::ops::Range;

use super::{Cue, CueSort};
use crate::quote::grammar::{
    BETWEEN, BORDERS, CLAUSE, DETERMINERS, HELD_OFF, PARTICLES, PREPOSITIONS, PRONOUNS, SUBORDINATE,
};
use crate::quote::paragraph::Paragraph;
use crate::quote::source::{name_after, subject_before};
use crate::quote::verb::{VerbSort, is_base_form, is_plain_speech};

/// A reporting verb's form in its sentence.
pub(super) struct Form<'a> {
    pub(super) paragraph: &'a Paragraph<'a>,
    /// The sentence's items.
    pub(super) range: &'a Range<usize>,
    pub(super) at: usize,
    /// The cues before it in the sentence.
    pub(super) before: &'a [Cue],
}

impl Form<'_> {
    /// The cue that the form is, if it reports here.
    pub(super) fn cue(&self, sort: VerbSort) -> Option<Cue> {
        if self.is_noun() || self.holds_off() {
            return None;
        }
        let (source, shared) = self.source()?;
        let reports = self.is_inverted(&source) || self.takes_content(sort);
        let words = self.at..self.at + 1;
        reports.then_some(Cue {
            sort: CueSort::Verb(sort),
            words,
            source: Some(source),
            shared,
        })
    }

    fn word(&self) -> &str {
        self.paragraph.word(self.at)
    }

    /// The folded word `back` items before, within the sentence.
    fn word_before(&self, back: usize) -> &str {
        let at = self
            .at
            .checked_sub(back)
            .filter(|at| self.range.contains(at));
        at.map_or("", |at| self.paragraph.word(at))
    }

    /// Where this cue's own words may begin.
    fn from(&self) -> usize {
        self.before
            .last()
            .map_or(self.range.start, |cue| cue.words.end)
    }

    /// The items that name the source, and whether they are those of another cue.
    fn source(&self) -> Option<(Range<usize>, bool)> {
        let own = |source: Range<usize>| (source, false);
        if self.word_before(1) == "to" {
            return self.of_infinitive().map(own);
        }
        if self.is_passive() {
            return self.of_passive();
        }
        if let Some(name) = self.inverted() {
            return Some(own(name));
        }
        if self.leans_on_another() {
            return self.of_another().map(|source| (source, true));
        }
        let subject = subject_before(self.paragraph, self.from(), self.at)?;
        (!is_base_form(self.word()) || self.takes_base_form(&subject)).then_some(own(subject))
    }

    /// Whether the form is a noun where it stands: *the report*, *Trump’s claims*.
    fn is_noun(&self) -> bool {
        let before = self.word_before(1);
        let quantity = matches!(
            before,
            "one" | "many" | "some" | "most" | "both" | "all" | "that"
        );
        let determined = (DETERMINERS.has(before) || before.ends_with("'s")) && !quantity;
        let of = self.paragraph.word(self.at + 1) == "of"
            && !matches!(self.word(), "warned" | "accused");
        let governed = PREPOSITIONS.has(before) && before != "to" && !self.word().ends_with("ing");
        !is_plain_speech(self.word()) && (determined || of || governed)
    }

    /// Whether it only keeps the reporter away from a word in marks: *alleged “Nazis”*.
    fn holds_off(&self) -> bool {
        self.paragraph.is_term(self.at + 1) && HELD_OFF.has(self.word())
    }

    /// Whether a form without an ending goes with its subject: *they report*, *will report*, but no *brief report*.
    fn takes_base_form(&self, subject: &Range<usize>) -> bool {
        let last = self.paragraph.word(subject.end - 1);
        let plural =
            last.ends_with('s') || matches!(last, "i" | "we" | "you" | "they" | "people" | "who");
        let helped = self.at > subject.end && BETWEEN.has(self.word_before(1));
        let joint = subject.clone().any(|at| self.paragraph.word(at) == "and");
        plural || helped || joint
    }

    /// *went on to say*, *continues to insist*: the subject of the verb before the *to*.
    fn of_infinitive(&self) -> Option<Range<usize>> {
        let back = if self.word_before(2) == "on" { 3 } else { 2 };
        let carries = [
            "went",
            "goes",
            "going",
            "continued",
            "continues",
            "took",
            "began",
            "appeared",
            "seemed",
        ];
        let verb = self
            .at
            .checked_sub(back)
            .filter(|&verb| verb > self.from() || self.before.is_empty())?;
        if !carries.contains(&self.word_before(back)) {
            return None;
        }
        if self.word_before(back) == "going" {
            return self.of_another();
        }
        subject_before(self.paragraph, self.from(), verb)
    }

    /// *was mocked*, *was publicly mocked*
    fn is_passive(&self) -> bool {
        let past = self.word().ends_with("ed");
        past && (is_be(self.word_before(1))
            || (BETWEEN.has(self.word_before(1)) || self.word_before(1).ends_with("ly"))
                && is_be(self.word_before(2)))
    }

    /// *was mocked by Trump for …*
    fn of_passive(&self) -> Option<(Range<usize>, bool)> {
        const NEAR: usize = 4;
        let reach = self.at + 1..self.range.end.min(self.at + 1 + NEAR);
        let by = reach
            .into_iter()
            .find(|&by| self.paragraph.word(by) == "by")?;
        name_after(self.paragraph, by + 1, self.range.end).map(|source| (source, false))
    }

    /// *“…,” said Trump*: a name after a verb that follows a quote.
    fn inverted(&self) -> Option<Range<usize>> {
        let before = self
            .at
            .checked_sub(1)
            .filter(|before| self.range.contains(before))?;
        let items = &self.paragraph.items;
        let comma = items[before].is_mark(",")
            && before > self.range.start
            && items[before - 1].is_quoted();
        if !(items[before].is_quoted() || comma) || self.word().ends_with("ing") {
            return None;
        }
        let name = name_after(self.paragraph, self.at + 1, self.range.end)?;
        self.paragraph
            .item(name.end)
            .is_none_or(|next| !next.is_quoted())
            .then_some(name)
    }

    fn is_inverted(&self, source: &Range<usize>) -> bool {
        source.start > self.at
    }

    /// Whether the verb has no subject of its own: *…, adding that*, *… and called it*.
    fn leans_on_another(&self) -> bool {
        let before = self.word_before(1);
        let after_mark = self.at > self.range.start && !self.paragraph.items[self.at - 1].is_word();
        let joined = matches!(
            before,
            "and"
                | "but"
                | "or"
                | "then"
                | "also"
                | "while"
                | "before"
                | "after"
                | "by"
                | "when"
                | "without"
        );
        let joined = joined
            && !(before == "also"
                && subject_before(self.paragraph, self.from(), self.at).is_some());
        let participle = self.word().ends_with("ing") && !is_be(before) && !PRONOUNS.has(before);
        let passive_again = after_mark || before == "and";
        joined
            || (after_mark && participle)
            || participle && PREPOSITIONS.has(before)
            || passive_again && self.is_second_passive()
    }

    /// *admonished by Trump for … and mocked for …*
    fn is_second_passive(&self) -> bool {
        let by_somebody = self.before.last().is_some_and(|cue| {
            !cue.shared
                && cue
                    .source
                    .as_ref()
                    .is_some_and(|source| source.start > cue.words.start)
        });
        by_somebody && self.word().ends_with("ed")
    }

    /// The source of the last cue that is not within another’s content, else the nearest subject.
    fn of_another(&self) -> Option<Range<usize>> {
        let nested = |number: usize| {
            let earlier = number
                .checked_sub(1)
                .and_then(|earlier| self.before.get(earlier));
            earlier.is_some_and(|earlier| {
                let between = earlier.words.end..self.before[number].start();
                between.clone().any(|at| self.paragraph.word(at) == "that")
                    && !between
                        .clone()
                        .any(|at| self.paragraph.items[at].is_mark(",;"))
            })
        };
        let speaks =
            |number: &usize| self.before[*number].sort != CueSort::Noun && !nested(*number);
        let known = (0..self.before.len())
            .rev()
            .find(speaks)
            .and_then(|number| self.before[number].source.clone());
        known.or_else(|| self.nearest_subject())
    }

    /// The subject of the clause before the verb: after the last word that begins a clause, else at the sentence’s start.
    fn nearest_subject(&self) -> Option<Range<usize>> {
        let mut starts: Vec<usize> = (self.range.start..self.at.saturating_sub(1))
            .filter(|&at| {
                BORDERS.has(self.paragraph.word(at)) || self.paragraph.items[at].is_mark(",;:")
            })
            .map(|at| at + 1)
            .collect();
        starts.insert(0, self.range.start);
        let subject = |start: &usize| {
            let first = self.paragraph.word(*start);
            let name =
                name_after(self.paragraph, *start, self.at).filter(|name| name.start == *start)?;
            (!PREPOSITIONS.has(first) && !SUBORDINATE.has(first)).then_some(name)
        };
        starts.iter().find_map(subject)
    }

    /// Whether something is reported where the verb stands.
    fn takes_content(&self, sort: VerbSort) -> bool {
        let next = self
            .paragraph
            .item(self.at + 1)
            .filter(|_| self.at + 1 < self.range.end);
        let word = next.map_or("", |next| next.folded.as_ref());
        let is_speech =
            |at: usize| self.paragraph.items[at].is_quoted() && !self.paragraph.is_term(at);
        let has_quote = || self.range.clone().any(is_speech);
        match sort {
            VerbSort::Say => true,
            VerbSort::Tell => next.is_some(),
            VerbSort::Hold => CLAUSE.has(word) || word == "to" || (has_quote() && next.is_some()),
            VerbSort::Clause => CLAUSE.has(word) || has_quote() || PARTICLES.has(word),
            VerbSort::Act => next.is_some_and(|next| next.is_word() || next.is_quoted()),
        }
    }
}

fn is_be(word: &str) -> bool {
    matches!(
        word,
        "is" | "are" | "was" | "were" | "been" | "being" | "be"
    )
}
