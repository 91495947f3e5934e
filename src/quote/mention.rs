//! The words that name a source, without what only stands beside them.

use std::ops::Range;

use super::paragraph::Paragraph;
use super::source::antecedent;
use super::verb::is_plain_speech;
use crate::text::{Span, without_possessive};

/// The mention that the items of a source give.
///
/// Punctuation at its ends, a verb or *what* before the name, a clause that tells more of somebody (*Jane Doe, who left*),
/// and a possessive ending (*Trump* in *Trump’s claims*) are no part of it; a *who* alone stands for the name before it.
pub(super) fn mention(paragraph: &Paragraph<'_>, source: Range<usize>) -> Span {
    let leads_up = |at: usize| {
        let word = paragraph.word(at);
        word.is_empty() || is_plain_speech(word) || matches!(word, "what" | "that" | "as")
    };
    let relative = |at: usize| matches!(paragraph.word(at), "who" | "whom" | "whose" | "which");
    let stands_for = relative(source.start).then(|| antecedent(paragraph, 0, source.start + 1));
    let mut source = stands_for.flatten().unwrap_or(source);
    while source.len() > 1 && leads_up(source.start) {
        source.start += 1;
    }
    let clause = source
        .clone()
        .skip(1)
        .find(|&at| relative(at) && (paragraph.items[at - 1].is_mark(",") || at + 1 == source.end));
    source.end = clause.unwrap_or(source.end);
    let loose = |at: usize| !paragraph.items[at].is_word() && !paragraph.items[at].is_mark(")");
    while source.len() > 1 && loose(source.end - 1) {
        source.end -= 1;
    }
    let span = paragraph.span_of(source);
    let words = span.of(paragraph.text);
    Span::new(span.start, span.start + without_possessive(words).len())
}

#[cfg(test)]
mod tests {
    use crate::quote::example::check;

    #[test]
    fn a_clause_about_somebody_is_not_the_name() {
        check("{Jane Doe}, who left, said [it was over].");
        check("{Jane Doe, the mayor}, said [it was over].");
    }

    #[test]
    fn what_stands_before_the_name_is_not_of_it() {
        check("Said {Jane Doe}: “[It is over.]”");
    }
}
