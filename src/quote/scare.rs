//! Marks that are nobody's speech: titles of works, names, words held at arm's length.

use super::grammar::{HELD_OFF, SMALL};
use super::paragraph::Paragraph;
use super::verb::{VerbSort, verb_sort};
use crate::text::words;

/// Whether the quoted run at `at` is a term, a name or the title of a work rather than somebody's words.
pub(super) fn is_term(paragraph: &Paragraph<'_>, at: usize) -> bool {
    let Some(run) = paragraph.item(at).and_then(|item| item.quoted) else {
        return false;
    };
    let before = at
        .checked_sub(1)
        .map_or("", |before| paragraph.word(before));
    let before_that = at
        .checked_sub(2)
        .map_or("", |before| paragraph.word(before));
    let held_off = HELD_OFF.has(before)
        || (before == "as" && HELD_OFF.has(before_that))
        || (before == "called" && before_that == "so");
    held_off || (is_title(run.inner.of(paragraph.text)) && !is_introduced(paragraph, at, before))
}

/// Whether every word of weight is capitalised, as in *Meet the Press*.
fn is_title(inner: &str) -> bool {
    const LONGEST: usize = 8;
    let words: Vec<_> = words(inner).collect();
    let capitalised = words.iter().all(|word| {
        word.is_capitalised()
            || SMALL.has(word.text)
            || word.text.starts_with(|digit: char| digit.is_ascii_digit())
    });
    let begins = words.first().is_some_and(crate::text::Word::is_capitalised);
    let shouted = words
        .iter()
        .all(|word| word.text.chars().all(|letter| !letter.is_lowercase()));
    let ends = inner.ends_with(['?', '!', '…']);
    (2..=LONGEST).contains(&words.len()) && capitalised && begins && !shouted && !ends
}

/// Whether a verb or mark leads into the run as into speech.
fn is_introduced(paragraph: &Paragraph<'_>, at: usize, before: &str) -> bool {
    let Some(previous) = at
        .checked_sub(1)
        .and_then(|previous| paragraph.item(previous))
    else {
        return true;
    };
    let chanted = matches!(before, "him" | "her" | "them" | "it" | "as");
    previous.is_mark(",:")
        || verb_sort(before).is_some_and(|sort| matches!(sort, VerbSort::Say | VerbSort::Act))
        || chanted
}

#[cfg(test)]
mod tests {
    use crate::quote::example::check;

    #[test]
    fn titles_and_terms_are_nobodys_speech() {
        check("He saw “Meet the Press” at home.");
        check("Long ago he read “The Bridge on the Drina.”");
        check("The so-called “coalition” met.");
        check("They fought alleged \"Nazis\" there.");
    }

    #[test]
    fn words_in_marks_are_speech_otherwise() {
        check("{Jane Doe} called [it “a mess.]”");
    }
}
