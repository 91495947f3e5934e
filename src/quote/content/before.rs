//! Content that stands before its cue: *“…,” he said* and *…, he said*.

use std::ops::Range;

use super::{Content, Manner, Sight};
use crate::quote::grammar::{ADJUNCTS, FINITE, SUBORDINATE};
use crate::quote::paragraph::Item;
use crate::quote::verb::{VerbSort, verb_sort};

/// A clause of fewer items is no content.
const SHORTEST: usize = 3;

impl Sight<'_> {
    pub(super) fn before(&self, sort: VerbSort) -> Option<Content> {
        let start = self.cue.start();
        if self.cue.shared || start <= self.from || sort == VerbSort::Act {
            return None;
        }
        let quote = self.quote_before(start);
        let clause_start = self.clause_start();
        let end = self.without_breaks(start);
        let apart = quote.is_some() || self.is_break(start - 1);
        if clause_start >= end || !apart {
            return None;
        }
        if let Some(rest) = self.resumed(clause_start..end).filter(|_| quote.is_none()) {
            return Some(Content {
                parts: vec![clause_start..end, rest],
                manner: Manner::ClauseBefore,
            });
        }
        if !(self.is_over_after(quote) || sort == VerbSort::Tell && self.is_only_addressed()) {
            return None;
        }
        let first = self.paragraph.word(clause_start);
        // *Calling it “a farce,” he said …*
        if first.ends_with("ing") && verb_sort(first).is_some() {
            return None;
        }
        let leads_up = ADJUNCTS.has(first) || SUBORDINATE.has(first);
        if quote.is_none()
            && (leads_up || end - clause_start < SHORTEST || sort == VerbSort::Clause)
        {
            return None;
        }
        let has_quote = (clause_start..end).any(|at| self.is_quoted(at));
        let manner = if has_quote {
            Manner::QuoteBefore
        } else {
            Manner::ClauseBefore
        };
        let parts = [clause_start..end]
            .into_iter()
            .chain(self.interrupted())
            .collect();
        Some(Content { parts, manner })
    }

    /// The quoted run that stands right before `at`, perhaps with a comma between.
    fn quote_before(&self, at: usize) -> Option<usize> {
        let near = at - 1;
        let quote = if self.is_mark(near, ",") {
            near.checked_sub(1)?
        } else {
            near
        };
        (quote >= self.from && self.is_quoted(quote)).then_some(quote)
    }

    /// Whether nothing that could be the content follows the cue.
    fn is_over_after(&self, quote: Option<usize>) -> bool {
        let Some(next) = self.item(self.cue.end()) else {
            return true;
        };
        if next.is_mark(".?!…,;") || next.is_dash() {
            return true;
        }
        if next.is_quoted() || next.is_mark(":") || next.folded == "that" {
            return false;
        }
        // A comma or question mark within the marks hands over to who said it.
        let handed_over = quote.is_some_and(|quote| {
            let ending = self.paragraph.items[quote].ending(self.paragraph.text);
            ",?!".contains(ending) || self.is_mark(quote + 1, ",")
        });
        handed_over || ADJUNCTS.has(&next.folded) || self.cue.is_inverted()
    }

    /// Whether only whom it was told to follows: *told reporters*.
    fn is_only_addressed(&self) -> bool {
        const FEW: usize = 4;
        let rest = self.cue.end()..self.last();
        rest.len() <= FEW
            && rest
                .into_iter()
                .all(|at| self.item(at).is_some_and(Item::is_word))
    }

    /// The rest of a clause that its attribution interrupts: *The solution, she told them, was simple.* What stands
    /// before it has no verb yet.
    fn resumed(&self, before: Range<usize>) -> Option<Range<usize>> {
        const FEW: usize = 6;
        let verb = |at: usize| FINITE.has(self.paragraph.word(at));
        let after = self.cue.end();
        let comma = (after..self.last().min(after + FEW)).find(|&at| self.is_break(at))?;
        let fragment = || {
            let next = self.item(comma + 1);
            next.and_then(|next| next.quoted).is_some_and(|run| {
                run.inner
                    .of(self.paragraph.text)
                    .starts_with(char::is_lowercase)
            })
        };
        let goes_on = self.is_mark(comma, ",")
            && (verb(comma + 1) || fragment())
            && !before.into_iter().any(verb);
        goes_on.then_some(comma + 1..self.last())
    }

    /// The rest of a quote that its attribution interrupts: *“…,” he said, “…”*.
    fn interrupted(&self) -> Option<Range<usize>> {
        let last = self.last();
        let comma = (self.cue.end()..last).find(|&at| self.is_break(at))?;
        let another_cue = self.later.iter().any(|cue| cue.start() > comma);
        let utterance = self.item(comma + 1)?.is_utterance(self.paragraph.text);
        if !self.is_quoted(comma + 1) || (another_cue && !utterance) {
            return None;
        }
        let end = (comma + 1..last)
            .take_while(|&at| self.is_quoted(at))
            .last()?;
        Some(comma + 1..end + 1)
    }
}

#[cfg(test)]
mod tests {
    use crate::quote::example::check;

    #[test]
    fn speech_before_its_cue() {
        check("“[We won,]” {she} said.");
        check("\"[Why now?]\" {Jane Doe} asked reporters on Friday.");
        check("“[We won,]” said {Jane Doe}, who left.");
    }

    #[test]
    fn speech_that_its_attribution_interrupts() {
        check("“[We won,]” {she} said, “[and they lost.]”");
        check("“[We won,]” {she} said. “[They lost.]”");
    }

    #[test]
    fn a_clause_that_its_attribution_interrupts() {
        check("[The solution], {the partner} told them, [was simple].");
        check("[The harbour], {the minister} said on Tuesday, [would stay closed].");
        check("[The Commission], {he} added, “[should mind its own business.]”");
    }

    #[test]
    fn a_clause_before_its_cue() {
        check("[The plan is dead], {the minister} said.");
        check("[The talks failed because nobody came], {officials} told reporters.");
    }

    #[test]
    fn what_only_leads_up_is_no_content() {
        check("In a statement, {the minister} said [the plan was dead].");
        check("Calling it “[a farce,]” {the minister} said [the plan was dead].");
        check("Although nobody came, {she} said [it was a success].");
    }
}
