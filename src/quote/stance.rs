//! What a speaker does with the words, where that is not saying them: *rejected* an idea, *denied* a claim.

use super::{Quote, QuoteKind};
use crate::text::list::{NEGATIONS, SPEECH_VERBS};
use crate::text::{Span, WordList, fold, words};

/// Tell more of what follows than that it was said.
static STANCE: WordList = WordList::part(include_str!("../../assets/grammar.txt"), "stance");

/// In bytes; a word that denies stands right before the cue.
const NEAR: usize = 16;

impl Quote {
    /// The words that report it, where they say more or less than that it was said.
    ///
    /// A reporter's clause alone, *the idea of ceding land*, can seem to be the view of somebody who *rejected* it. Words
    /// that all stand in quotation marks need no such help.
    pub fn stance(&self, text: &str) -> Option<Span> {
        let cue = self.cue.filter(|_| self.kind != QuoteKind::Direct)?;
        let start = text.floor_char_boundary(cue.start.saturating_sub(NEAR));
        let before = text.get(start..cue.start)?;
        let denial = words(before).last().filter(|word| {
            tells_more(&fold(word.text)) && before.get(word.span.end..) == Some(" ")
        });
        if let Some(denial) = denial {
            return Some(Span::new(start + denial.span.start, cue.end));
        }
        let reports = |word: &str| SPEECH_VERBS.has(word) || word == "according";
        let has = |is: &dyn Fn(&str) -> bool| words(cue.of(text)).any(|word| is(&fold(word.text)));
        (!has(&reports) || has(&tells_more)).then_some(cue)
    }
}

fn tells_more(folded: &str) -> bool {
    folded.ends_with("n't") || NEGATIONS.has(folded) || STANCE.has(folded)
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
        check("Doe (denied) that she would sell.", Some("denied"));
        check("Doe (asked) Roe to sell.", Some("asked"));
        check("Doe (did not mention) the sale.", Some("did not mention"));
        check(
            "Doe (refused to say) whether she would sell.",
            Some("refused to say"),
        );
        check("Doe (argued against) a sale.", Some("argued against"));
        check("Doe didn’t (say) that she would sell.", Some("didn’t say"));
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
