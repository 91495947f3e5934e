//! Paragraphs that begin with their speaker: *KATE BOLDUAN: …*, and headlines such as *Sanders: …*.

use std::ops::Range;

use super::grammar::LABELS;
use super::paragraph::Paragraph;
use crate::name::country;
use crate::text::{Span, fold, words};

/// The words of a speaker's name before the colon.
const LONGEST_NAME: usize = 5;

/// The speaker's items and those of the speech. *Q:* and *A:* stand before speech too, but name nobody.
pub(super) fn speech(
    paragraph: &Paragraph<'_>,
    headline: bool,
) -> Option<(Range<usize>, Range<usize>)> {
    // In a transcript that is quoted whole, a mark stands before the speaker.
    let start = usize::from(!paragraph.items.first()?.is_word());
    let colon = paragraph
        .items
        .iter()
        .take(start + LONGEST_NAME + 1)
        .position(|item| item.is_mark(":"))?;
    let name = paragraph.items.get(start..colon)?;
    let asks_or_answers = matches!(name, [one] if matches!(one.text, "Q" | "A"));
    let speaks = !name.is_empty()
        && name.iter().all(|item| {
            item.is_word() && (is_shouted(item.text) || headline && item.is_capitalised())
        })
        && !name.iter().all(|item| LABELS.has(&item.folded))
        && country(paragraph.span_of(start..colon).of(paragraph.text)).is_none();
    let rest = colon + 1..paragraph.items.len();
    let says = rest.len() > 2
        || rest
            .clone()
            .any(|at| paragraph.items[at].is_quoted() || paragraph.items[at].is_mark("?!."));
    ((speaks || asks_or_answers) && says).then_some((start..colon, rest))
}

/// Where the speech begins in `inner`, words in quotation marks that open with a speaker's name in capitals.
pub(super) fn speech_within(text: &str, inner: Span) -> Option<usize> {
    const FAR: usize = 60;
    let head = inner.of(text);
    let head = &head[..head.floor_char_boundary(FAR)];
    let colon = head.find(": ")?;
    let name: Vec<_> = words(&head[..colon]).collect();
    let speaks = (1..=LONGEST_NAME).contains(&name.len())
        && name.iter().all(|word| is_shouted(word.text))
        && !name.iter().all(|word| LABELS.has(&fold(word.text)));
    speaks.then_some(inner.start + colon + 2)
}

fn is_shouted(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::quote::example::check;

    #[test]
    fn a_paragraph_begins_with_its_speaker() {
        check("{KATE DOE}: [What do you make of it?]");
        check("{DOE}: [Twice?]");
    }

    #[test]
    fn a_transcript_in_marks_is_no_quote_of_one() {
        check("\"{DOE}: [Is it safe?]\n\"{ROE}: [It is. We checked.]\n\"{DOE}: [Twice?]\"");
    }

    #[test]
    fn an_answer_is_speech_of_nobody_named() {
        check("A: [Because it rusts, I said.]");
    }

    #[test]
    fn a_label_or_a_place_is_no_speaker() {
        check("UPDATE: The talks have failed.");
        check("NEW DELHI: The talks have failed.");
    }
}
