//! Paragraphs that begin with their speaker: *KATE BOLDUAN: …*, and headlines such as *Sanders: …*.

use std::ops::Range;

use super::grammar::LABELS;
use super::paragraph::Paragraph;

/// The speaker's items and those of the speech.
pub(super) fn speech(
    paragraph: &Paragraph<'_>,
    headline: bool,
) -> Option<(Range<usize>, Range<usize>)> {
    const LONGEST_NAME: usize = 5;
    let colon = paragraph
        .items
        .iter()
        .take(LONGEST_NAME + 1)
        .position(|item| item.is_mark(":"))?;
    let name = paragraph.items.get(..colon)?;
    let in_capitals =
        |text: &str| text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase);
    let speaks = !name.is_empty()
        && name.iter().all(|item| {
            item.is_word() && (in_capitals(item.text) || headline && item.is_capitalised())
        })
        && !name.iter().all(|item| LABELS.has(&item.folded));
    let rest = colon + 1..paragraph.items.len();
    (speaks && rest.len() > 2).then_some((0..colon, rest))
}

#[cfg(test)]
mod tests {
    use crate::quote::example::check;

    #[test]
    fn a_paragraph_begins_with_its_speaker() {
        check("{KATE DOE}: [What do you make of it?]");
    }

    #[test]
    fn a_label_is_no_speaker() {
        check("UPDATE: The talks have failed.");
    }
}
