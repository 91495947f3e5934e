//! How far the reported words of a cue reach.

use std::ops::Range;

use super::cue::{Cue, CueSort};
use super::paragraph::{Item, Paragraph};
use super::source::{is_determiner, is_preposition, is_pronoun};
use super::verb::VerbSort;

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

/// Words that a clause of time or place after a verb begins with.
const ADJUNCTS: [&str; 32] = [
    "in", "on", "at", "during", "after", "before", "when", "while", "as", "last", "this", "earlier", "late", "early",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "from", "through",
    "via", "with", "to", "of", "about", "following", "later",
];

/// What `cue` reports within its sentence, not reaching back over `from`. `later` are the cues after it.
pub(super) fn content(paragraph: &Paragraph<'_>, sentence: &Range<usize>, from: usize, cue: &Cue, later: &[Cue]) -> Option<Content> {
    let sight = Sight { paragraph, sentence, from, cue, later };
    match cue.sort {
        CueSort::According => sight.around_according(),
        CueSort::Verb(sort) => sight.before(sort).or_else(|| sight.after(sort)),
    }
}

/// A cue as it stands in its sentence.
struct Sight<'a> {
    paragraph: &'a Paragraph<'a>,
    sentence: &'a Range<usize>,
    from: usize,
    cue: &'a Cue,
    later: &'a [Cue],
}

impl Sight<'_> {
    fn item(&self, at: usize) -> Option<&Item<'_>> {
        self.paragraph.item(at).filter(|_| self.sentence.contains(&at))
    }

    /// The sentence's end without its full stop.
    fn last(&self) -> usize {
        let mut end = self.sentence.end;
        while end > self.sentence.start && self.paragraph.items[end - 1].is_mark(".?!…") {
            end -= 1;
        }
        end
    }

    fn around_according(&self) -> Option<Content> {
        let start = self.cue.start();
        let leads = self.paragraph.items[self.from..start].iter().all(|item| !item.is_quoted() && !item.is_capitalised() || item.is_mark(","));
        if leads && start <= self.from + 1 {
            let comma = (self.cue.end()..self.last()).find(|&at| self.paragraph.items[at].is_mark(",") && !self.opens_apposition(at))?;
            return Some(Content { parts: vec![comma + 1..self.last()], manner: Manner::ClauseAfter });
        }
        let end = self.without_comma(start);
        let mut parts = vec![self.clause_start()..end];
        if self.item(self.cue.end()).is_some_and(|item| item.is_mark(",")) && self.cue.end() + 1 < self.last() {
            parts.push(self.cue.end() + 1..self.last());
        }
        parts.retain(|part| part.start < part.end);
        (!parts.is_empty()).then_some(Content { parts, manner: Manner::ClauseBefore })
    }

    /// Whether the comma at `at` leads into more about the source rather than out of it.
    fn opens_apposition(&self, at: usize) -> bool {
        let word = self.paragraph.word(at + 1);
        let closes = (at + 1..self.last()).take(12).any(|next| self.paragraph.items[next].is_mark(","));
        closes && (matches!(word, "who" | "which" | "whose" | "a" | "an") )
    }

    fn without_comma(&self, mut end: usize) -> usize {
        while end > self.from && (self.paragraph.items[end - 1].is_mark(",") || self.paragraph.items[end - 1].is_dash()) {
            end -= 1;
        }
        end
    }

    /// Where the clause before the cue begins.
    fn clause_start(&self) -> usize {
        let mut start = self.from;
        while start < self.sentence.end {
            let item = &self.paragraph.items[start];
            let joins = start > self.sentence.start && matches!(item.folded.as_str(), "and" | "but");
            if !(item.is_mark(",;:") || item.is_dash() || joins) {
                break;
            }
            start += 1;
        }
        start
    }

    /// *“…,” he said* and *…, he said*.
    fn before(&self, sort: VerbSort) -> Option<Content> {
        let start = self.cue.start();
        if self.cue.shared || start <= self.from || sort == VerbSort::Act {
            return None;
        }
        let before = &self.paragraph.items[start - 1];
        let after_comma = before.is_mark(",") || before.is_dash();
        let quote = self.quote_ends_at(start);
        let clause_start = self.clause_start();
        let end = self.without_comma(start);
        if clause_start >= end || !(quote || after_comma) || !self.ends_after_cue(quote) {
            return None;
        }
        let opens_with_adjunct = ADJUNCTS.contains(&self.paragraph.word(clause_start)) || self.paragraph.word(clause_start) == "if";
        if !quote && (opens_with_adjunct || end - clause_start < 3) {
            return None;
        }
        let has_quote = self.paragraph.items[clause_start..end].iter().any(Item::is_quoted);
        let mut parts = vec![clause_start..end];
        parts.extend(self.interrupted());
        let manner = if has_quote { Manner::QuoteBefore } else { Manner::ClauseBefore };
        Some(Content { parts, manner })
    }

    /// Whether a quoted run, and perhaps a comma, stands right before `at`.
    fn quote_ends_at(&self, at: usize) -> bool {
        let before = &self.paragraph.items[at - 1];
        let comma = before.is_mark(",") && at >= self.from + 2 && self.paragraph.items[at - 2].is_quoted();
        comma || before.is_quoted()
    }

    /// Whether nothing that could be the content follows the cue.
    fn ends_after_cue(&self, quote: bool) -> bool {
        let Some(next) = self.item(self.cue.end()) else { return true };
        if next.is_mark(".?!…,;:") || next.is_dash() {
            return !next.is_mark(":");
        }
        if next.is_quoted() {
            return false;
        }
        let addressed = matches!(self.cue.sort, CueSort::Verb(VerbSort::Tell));
        quote && (addressed || next.folded != "that" && (next.folded.ends_with("ly") || ADJUNCTS.contains(&next.folded.as_str())) || matches!(next.folded.as_str(), "and" | "but"))
            || ADJUNCTS.contains(&next.folded.as_str())
            || self.cue.is_inverted()
    }

    /// The rest of a quote or clause that its attribution interrupts: *“…,” he said, “…”*.
    fn interrupted(&self) -> Option<Range<usize>> {
        let comma = (self.cue.end()..self.last()).find(|&at| self.paragraph.items[at].is_mark(",;") || self.paragraph.items[at].is_dash())?;
        let next = self.item(comma + 1)?;
        if !next.is_quoted() || self.later.iter().any(|cue| cue.start() < self.last() && cue.start() > comma && !self.paragraph.items[comma + 1].is_utterance(self.paragraph.text)) {
            return None;
        }
        let end = (comma + 1..self.last()).take_while(|&at| self.paragraph.items[at].is_quoted()).last()?;
        Some(comma + 1..end + 1)
    }

    /// *he said: “…”* and *he said that …*.
    fn after(&self, sort: VerbSort) -> Option<Content> {
        let start = self.after_start(sort)?;
        let end = self.after_end(start);
        if start >= end {
            return None;
        }
        let first = &self.paragraph.items[start];
        let manner = if first.is_quoted() { Manner::QuoteAfter } else { Manner::ClauseAfter };
        Some(Content { parts: vec![start..end], manner })
    }

    /// Where the content after a verb begins: past the addressee, time, place and punctuation.
    fn after_start(&self, sort: VerbSort) -> Option<usize> {
        const FAR: usize = 14;
        let end = self.cue.end();
        let next = self.item(end)?;
        if next.is_mark(",:") || next.is_dash() {
            let after = self.item(end + 1)?;
            return (after.is_quoted() || next.is_mark(":")).then_some(end + 1);
        }
        if next.is_quoted() || matches!(next.folded.as_str(), "that" | "if" | "whether" | "how" | "what" | "why") {
            return Some(end);
        }
        let reach = end..self.last().min(end + FAR);
        let stop = |at: &usize| self.paragraph.items[*at].is_mark(",;") || self.later.iter().any(|cue| cue.words.contains(at));
        let that = reach.clone().take_while(|at| !stop(at)).find(|&at| self.paragraph.word(at) == "that");
        let marked = reach.clone().find(|&at| {
            self.paragraph.items[at].is_quoted() && at > end && (self.paragraph.items[at - 1].is_mark(",:"))
        });
        let leads = self.is_adjunct(end) || sort == VerbSort::Tell;
        match (that, marked) {
            (Some(that), _) if leads => Some(that),
            (_, Some(marked)) if leads => Some(marked),
            _ if sort == VerbSort::Tell => self.after_addressee(end),
            _ if leads && matches!(sort, VerbSort::Say) => self.past_weekday(end),
            _ if next.is_word() => Some(end),
            _ => None,
        }
    }

    fn is_adjunct(&self, at: usize) -> bool {
        let word = self.paragraph.word(at);
        ADJUNCTS.contains(&word) && word != "with"
    }

    /// *said Sunday Kyiv will not …*: a bare day is no content.
    fn past_weekday(&self, at: usize) -> Option<usize> {
        let day = self.paragraph.word(at).ends_with("day");
        let on = if day { at } else { at + 1 };
        let next = on + 1;
        let is_day = self.paragraph.word(on).ends_with("day");
        (is_day && self.item(next).is_some_and(|item| item.is_word() && !self.is_adjunct(next)) && next < self.last()).then_some(next)
    }

    /// *told reporters the plan …*: past one name, pronoun or noun.
    fn after_addressee(&self, at: usize) -> Option<usize> {
        let mut next = at;
        if is_determiner(self.paragraph.word(next)) {
            next += 1;
        }
        while self.item(next).is_some_and(Item::is_capitalised) && next - at < 5 {
            next += 1;
        }
        let next = if next == at || is_determiner(self.paragraph.word(at)) && next == at + 1 { next + 1 } else { next };
        self.item(next).filter(|item| item.is_word() || item.is_quoted()).map(|_| next)
    }

    /// Where the content that begins at `start` ends.
    fn after_end(&self, start: usize) -> usize {
        let mut end = self.last();
        for cue in self.later.iter().filter(|cue| cue.start() > start) {
            let own = cue.shared || cue.sort == CueSort::According;
            let before = &self.paragraph.items[cue.start() - 1];
            if own && (before.is_mark(",") || before.is_dash() || matches!(before.folded.as_str(), "and" | "but" | "before" | "after" | "while" | "when" | "by")) || cue.sort == CueSort::According {
                end = end.min(cue.start());
            }
        }
        end = self.before_aside(start, end);
        while end > start {
            let item = &self.paragraph.items[end - 1];
            let trails = item.is_mark(",;:") || item.is_dash() || matches!(item.folded.as_str(), "and" | "but" | "before" | "while" | "when" | "by" | "after");
            if !trails {
                break;
            }
            end -= 1;
        }
        end
    }

    /// An utterance ends with its marks; words after it in the sentence are the reporter’s, unless another run follows.
    fn before_aside(&self, start: usize, end: usize) -> usize {
        let items = &self.paragraph.items;
        let Some(last_quote) = (start..end).rev().find(|&at| items[at].is_quoted()) else { return end };
        let ending = items[last_quote].ending(self.paragraph.text);
        let next = items.get(last_quote + 1).filter(|_| last_quote + 1 < end);
        let parted = ",.?!".contains(ending) || next.is_some_and(|next| next.is_mark(",") || next.is_dash());
        let begins_with_quote = items[start].is_utterance(self.paragraph.text);
        let follows = next.map_or("", |next| next.folded.as_str());
        let adjunct = ADJUNCTS.contains(&follows) && !matches!(follows, "of" | "to" | "about");
        let aside = begins_with_quote || parted || adjunct && items[start].is_quoted();
        if aside && !is_pronoun(follows) && !(is_preposition(follows) && !parted && !begins_with_quote) { last_quote + 1 } else { end }
    }
}
