//! Content that stands before its cue: *“…,” he said* and *…, he said*.

use std::ops::Range;

use super::{Content, Manner, Sight};
use crate::quote::grammar::{ADJUNCTS, SUBORDINATE};
use crate::quote::paragraph::Item;
use crate::quote::verb::VerbSort;

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
        if clause_start >= end
            || !apart
            || !(self.is_over_after(quote) || sort == VerbSort::Tell && self.is_only_addressed())
        {
            return None;
        }
        let first = self.paragraph.word(clause_start);
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
    fn a_clause_before_its_cue() {
        check("[The plan is dead], {the minister} said.");
        check("[The talks failed because nobody came], {officials} told reporters.");
    }

    #[test]
    fn what_only_leads_up_is_no_content() {
        check("In a statement, {the minister} said [the plan was dead].");
        check("Although nobody came, {she} said [it was a success].");
    }
}
