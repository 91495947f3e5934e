//! Content that stands after its cue: *he said: “…”* and *he said that …*.

use super::{Content, Manner, Sight};
use crate::quote::cue::{Cue, CueSort};
use crate::quote::grammar::{ADJUNCTS, CLAUSE, DETERMINERS, PARTICLES, PREPOSITIONS, PRONOUNS};
use crate::quote::paragraph::Item;
use crate::quote::verb::VerbSort;

impl Sight<'_> {
    pub(super) fn after(&self, sort: VerbSort) -> Option<Content> {
        let start = self.after_start(sort)?;
        let end = self.after_end(start, sort);
        if start >= end {
            return None;
        }
        let manner = if self.is_quoted(start) {
            Manner::QuoteAfter
        } else {
            Manner::ClauseAfter
        };
        Some(Content {
            parts: vec![start..end],
            manner,
        })
    }

    /// Where the content after a verb begins: past its particle, the addressee, time, place and punctuation.
    fn after_start(&self, sort: VerbSort) -> Option<usize> {
        let end = self.cue.end();
        let end = if PARTICLES.has(self.paragraph.word(end)) {
            end + 1
        } else {
            end
        };
        let next = self.item(end)?;
        if self.is_break(end) {
            return (self.is_quoted(end + 1) || next.is_mark(":")).then_some(end + 1);
        }
        if next.is_quoted()
            || matches!(
                next.folded.as_ref(),
                "that" | "if" | "whether" | "how" | "what" | "why"
            )
        {
            return Some(end);
        }
        let leads = self.is_adjunct(end) || sort == VerbSort::Tell;
        if let Some(start) = self.marked_start(end).filter(|_| leads) {
            return Some(start);
        }
        match sort {
            VerbSort::Tell => self.after_addressee(end),
            VerbSort::Say if leads => self.past_weekday(end),
            VerbSort::Clause => CLAUSE.has(&next.folded).then_some(end),
            _ => next.is_word().then_some(end),
        }
    }

    /// A *that*, or a quote after a comma or colon, a little way on.
    fn marked_start(&self, from: usize) -> Option<usize> {
        const FAR: usize = 14;
        let reach = from..self.last().min(from + FAR);
        let stops = |at: usize| {
            self.is_mark(at, ",;") || self.later.iter().any(|cue| cue.words.contains(&at))
        };
        let that = reach
            .clone()
            .take_while(|&at| !stops(at))
            .find(|&at| self.paragraph.word(at) == "that");
        let quote = || {
            reach
                .clone()
                .find(|&at| at > from && self.is_quoted(at) && self.is_mark(at - 1, ",:"))
        };
        that.or_else(quote)
    }

    fn is_adjunct(&self, at: usize) -> bool {
        let word = self.paragraph.word(at);
        ADJUNCTS.has(word) && word != "with"
    }

    /// *said Sunday Kyiv will not …*: a bare day is no content.
    fn past_weekday(&self, at: usize) -> Option<usize> {
        let is_day = |at: usize| self.paragraph.word(at).ends_with("day");
        let day = if is_day(at) { at } else { at + 1 };
        let follows = self.item(day + 1).is_some_and(Item::is_word) && !self.is_adjunct(day + 1);
        (is_day(day) && follows && day + 1 < self.last()).then_some(day + 1)
    }

    /// *told reporters the plan …*: past one name, pronoun or noun.
    fn after_addressee(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 5;
        let determined = DETERMINERS.has(self.paragraph.word(at));
        let mut next = at + usize::from(determined);
        while next - at < LONGEST && self.item(next).is_some_and(Item::is_capitalised) {
            next += 1;
        }
        if next == at + usize::from(determined) {
            next += 1;
        }
        self.item(next)
            .filter(|item| item.is_word() || item.is_quoted())
            .map(|_| next)
    }

    /// Where the content that begins at `start` ends.
    fn after_end(&self, start: usize, sort: VerbSort) -> usize {
        let later = self.later.iter().filter(|cue| {
            cue.start() > start || (cue.sort == CueSort::Noun && cue.start() == start)
        });
        let next = later
            .filter(|cue| self.ends_before(cue, sort))
            .map(Cue::start)
            .min();
        let mut end = self.before_aside(start, next.unwrap_or(usize::MAX).min(self.last()));
        while end > start && (self.is_break(end - 1) || self.trails(end - 1)) {
            end -= 1;
        }
        end
    }

    /// Words that a clause does not end with: they lead on to the next cue.
    fn trails(&self, at: usize) -> bool {
        matches!(
            self.paragraph.word(at),
            "and" | "but" | "before" | "while" | "when" | "by" | "after" | "as" | "who"
        )
    }

    /// Whether a later cue reports on its own rather than within this one's content.
    fn ends_before(&self, cue: &Cue, sort: VerbSort) -> bool {
        let before = cue.start() - 1;
        let apart = self.is_break(before);
        let ends_sentence = cue.end() >= self.last();
        let shared = cue.shared && (apart || self.trails(before));
        matches!(cue.sort, CueSort::According | CueSort::Noun)
            || shared
            || (apart && (ends_sentence || sort == VerbSort::Act))
    }

    /// An utterance ends with its marks; words after it in the sentence are the reporter’s, unless another run follows.
    fn before_aside(&self, start: usize, end: usize) -> usize {
        let items = &self.paragraph.items;
        let Some(quote) = (start..end).rev().find(|&at| items[at].is_quoted()) else {
            return end;
        };
        let ending = items[quote].ending(self.paragraph.text);
        let next = items.get(quote + 1).filter(|_| quote + 1 < end);
        let parted =
            ",.?!".contains(ending) || next.is_some_and(|next| next.is_mark(",") || next.is_dash());
        let utterance = items[start].is_utterance(self.paragraph.text);
        let follows = next.map_or("", |next| next.folded.as_ref());
        let adjunct =
            ADJUNCTS.has(follows) && !PREPOSITIONS.has(follows) && items[start].is_quoted();
        let aside = (utterance || parted || adjunct) && !PRONOUNS.has(follows);
        if aside { quote + 1 } else { end }
    }
}

#[cfg(test)]
mod tests {
    use crate::quote::example::check;

    #[test]
    fn speech_after_its_cue() {
        check("{She} said: “[We won.]”");
        check("{Trump} wrote on Sunday, “[We won.]”");
        check("{She} told the crowd, “[We won.]”");
    }

    #[test]
    fn a_clause_after_its_cue() {
        check("{He} said [that nobody had come].");
        check("{Officials} said Sunday [nobody had come].");
        check("{The envoy} pointed out [that talks go on].");
    }

    #[test]
    fn words_within_a_clause() {
        check("{She} said [he was “not thankful enough]”.");
        check("{He} called [the plan “a lost cause.]”");
    }

    #[test]
    fn the_reporters_own_words_end_it() {
        check("{She} said [it was “over,]” as the crowd left.");
        check("{She} said [that talks go on], adding [that nobody left].");
    }
}
