use super::{Title, TitleOrigin};
use crate::text::list::FUNCTION_WORDS;
use crate::text::{fold, on_one_line, words};

/// Longer first lines, in bytes, are no headline.
const LONGEST: usize = 200;
/// More words than these stand in no headline.
const MOST_WORDS: usize = 26;

/// Whether the first block, with others after it, is a headline: short and no sentence.
///
/// Some archives end headlines with a full stop; they are known by the capitals of their words.
pub(super) fn is_headline(block: &str) -> bool {
    let stopped = block.trim_end_matches(is_closing_mark).ends_with('.');
    is_as_short_as_headline(block) && (!stopped || is_title_case(block))
}

/// Whether a block could be a headline if it stood where only a headline stands.
pub(super) fn is_as_short_as_headline(block: &str) -> bool {
    let bare = block.trim_end_matches(is_closing_mark);
    block.len() <= LONGEST
        && block.contains(char::is_alphabetic)
        && words(block).take(MOST_WORDS + 1).count() <= MOST_WORDS
        && !bare.ends_with([',', ':', '…'])
}

/// Whether two titles have the same words, whatever their case and marks.
pub(super) fn is_same_title(one: &str, other: &str) -> bool {
    // A text may have one line of any length, and such a line is no title.
    let may_be = |title: &str| title.len() <= 2 * LONGEST && title.contains(char::is_alphanumeric);
    let others = || words(other).map(|word| fold(word.text));
    may_be(one) && may_be(other) && words(one).map(|word| fold(word.text)).eq(others())
}

fn is_closing_mark(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '”' | '’' | '»' | ')')
}

/// Words of fewer letters may be small in a title.
const LETTERS_OF_CAPITALISED: usize = 4;

fn is_title_case(block: &str) -> bool {
    let (mut capital, mut small) = (0, 0);
    for word in words(block).skip(1) {
        let counts = word.text.chars().count() >= LETTERS_OF_CAPITALISED
            && !FUNCTION_WORDS.has(&fold(word.text));
        if counts && word.text.starts_with(char::is_alphabetic) {
            capital += usize::from(word.is_capitalised());
            small += usize::from(!word.is_capitalised());
        }
    }
    capital >= 3 && capital >= 5 * small
}

/// The title that a label or a headline gives, on one line.
pub(super) fn title(words: &str, origin: TitleOrigin) -> Title {
    Title {
        text: on_one_line(words),
        origin,
    }
}

/// A lead longer than this, in characters, is shortened.
const LETTERS_OF_LEAD: usize = 90;

/// The first sentence of `paragraph`, shortened at a word, to stand for a headline.
pub(super) fn lead(paragraph: &str) -> Title {
    let mut shown = String::new();
    let mut letters = 0;
    for word in paragraph.split_whitespace() {
        letters += 1 + word.chars().take(LETTERS_OF_LEAD + 1).count();
        if letters > LETTERS_OF_LEAD + 1 {
            if shown.is_empty() {
                shown = word.chars().take(LETTERS_OF_LEAD).collect();
            }
            shown.truncate(
                shown
                    .trim_end_matches([',', ';', ':', '—', '–', '-', ' '])
                    .len(),
            );
            shown.push('…');
            break;
        }
        if !shown.is_empty() {
            shown.push(' ');
        }
        shown.push_str(word);
        if ends_sentence(word) {
            break;
        }
    }
    title(&shown, TitleOrigin::Lead)
}

/// Good enough for a title; a short word with a capital before the stop is rather an abbreviation.
fn ends_sentence(word: &str) -> bool {
    let bare = word.trim_end_matches(is_closing_mark);
    let stopped = bare.trim_end_matches(['.', '!', '?']);
    let fewest = if stopped.starts_with(char::is_uppercase) {
        5
    } else {
        3
    };
    stopped.len() < bare.len() && stopped.chars().count() >= fewest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines_are_known() {
        for block in [
            "Zelenskyy seeks security guarantees ahead of crucial White House meeting",
            "Republicans Finally Confirmed A Judge. Is This Obama’s Last One?",
            "Wash Post Fact-Check: If Obama Says It, It’s True.",
            "Jane Doe on Releasing Her Speech Transcripts: ‘I Think She Will.’",
            "Absent Trump derides debate;",
        ] {
            assert!(is_headline(block), "{block}");
        }
    }

    #[test]
    fn sentences_are_no_headlines() {
        for block in [
            "The talks began on Monday.",
            "“We agree,” she said.",
            "He put it like this:",
            "___",
            "Talks between Jane Doe and the trade union began at the old town hall on Monday.",
        ] {
            assert!(!is_headline(block), "{block}");
        }
    }

    #[test]
    fn the_lead_stands_for_a_headline() {
        assert_eq!(
            lead("The U.S. talks\nbegan  today. They go on.").text,
            "The U.S. talks began today."
        );
        let long = "Leaders are set to join the president in Washington for important discussions with his counterpart on Monday.";
        assert_eq!(
            lead(long).text,
            "Leaders are set to join the president in Washington for important discussions with his…"
        );
        assert_eq!(
            lead(&"w".repeat(500)).text.chars().count(),
            LETTERS_OF_LEAD + 1
        );
        assert_eq!(lead("").text, "");
    }
}
