//! What a speaker does with the words, where that is not saying them: *rejected* an idea, *did not mention* a plan.

use super::{Quote, QuoteKind};
use crate::text::list::SPEECH_VERBS;
use crate::text::{Span, WordList, fold, words};

/// Stand before *not*: *did not mention*.
static BEFORE_NOT: WordList =
    WordList::part(include_str!("../../assets/grammar.txt"), "before not");

/// In bytes; a denial stands right before the verb.
const NEAR: usize = 32;

impl Quote {
    /// The words that report it, where they say more than that it was said; with *not* where that stands before them.
    ///
    /// A reporter's clause alone, *the idea of ceding land*, can seem to be the view of somebody who *rejected* it. Words
    /// that all stand in quotation marks need no such help.
    pub fn stance(&self, text: &str) -> Option<Span> {
        let cue = self.cue.filter(|_| self.kind != QuoteKind::Direct)?;
        let mut start = cue.start.saturating_sub(NEAR);
        while !text.is_char_boundary(start) {
            start += 1;
        }
        let before: Vec<_> = words(text.get(start..cue.start)?).collect();
        let touches = |at: usize| {
            let end = before.get(at).map_or(0, |word| start + word.span.end);
            let next = before
                .get(at + 1)
                .map_or(cue.start, |word| start + word.span.start);
            text.get(end..next).is_some_and(|between| between == " ")
        };
        let folded = |at: usize| before.get(at).map(|word| fold(word.text));
        if let Some(last) = before.len().checked_sub(1).filter(|&last| touches(last)) {
            let denial = folded(last).unwrap_or_default();
            let helper = last
                .checked_sub(1)
                .filter(|&at| touches(at) && folded(at).is_some_and(|word| BEFORE_NOT.has(&word)));
            let first = match denial.as_ref() {
                "not" | "never" => Some(helper.unwrap_or(last)),
                word if word.ends_with("n't") => Some(last),
                _ => None,
            };
            if let Some(first) = first.and_then(|at| before.get(at)) {
                return Some(Span::new(start + first.span.start, cue.end));
            }
        }
        let plain = |word: &str| SPEECH_VERBS.has(word) || word == "according";
        let says = words(cue.of(text)).any(|word| plain(&fold(word.text)));
        (!says).then_some(cue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_rejected_or_not_said_is_told_so() {
        check(
            "Doe has firmly (rejected) the idea of a sale.",
            Some("rejected"),
        );
        check("Doe did not (mention) the sale.", Some("did not mention"));
        check("Doe didn’t (say) that she would sell.", Some("didn’t say"));
        check("Doe never (said) that she would sell.", Some("never said"));
        check(
            "Doe (pushed back against) the plan.",
            Some("pushed back against"),
        );
    }

    #[test]
    fn what_is_said_is_not_told_so() {
        check("Doe (said) that she would not sell.", None);
        check("(According to) Doe, it rained.", None);
        check(
            "Not that it matters. Doe (told) reporters that it rained.",
            None,
        );
    }

    /// The cue stands in round brackets; the content after it.
    #[track_caller]
    fn check(marked: &str, expected: Option<&str>) {
        let start = marked.find('(').unwrap_or_default();
        let end = marked.find(')').unwrap_or_default() - 1;
        let text = marked.replace(['(', ')'], "");
        let quote = Quote {
            kind: QuoteKind::Indirect,
            parts: vec![Span::new(end, text.len())],
            quoted: Vec::new(),
            mention: None,
            cue: Some(Span::new(start, end)),
            confidence: 1.0,
            damaged: false,
            set_by_reader: None,
        };
        assert_eq!(quote.stance(&text).map(|span| span.of(&text)), expected);
    }
}
