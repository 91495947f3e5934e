use super::phrase::PhraseList;

static ANYWHERE: PhraseList =
    PhraseList::new(include_str!("../../assets/boilerplate_anywhere.txt"));
static AT_THE_END: PhraseList = PhraseList::new(include_str!("../../assets/boilerplate_end.txt"));
static NOTES: PhraseList = PhraseList::new(include_str!("../../assets/boilerplate_notes.txt"));

/// Whether a block is left over from a page wherever it stands: a rule, a bare link, *Read more: …*.
pub(super) fn is_left_over(block: &str) -> bool {
    is_rule(block) || is_link(block) || (ANYWHERE.has(block) && !is_sentence(block))
}

/// Whether a block is left over from a page when nothing but such blocks follows it: *Today*, *© 2025*.
pub(super) fn is_left_over_at_the_end(block: &str) -> bool {
    is_left_over(block)
        || (AT_THE_END.has(block) && !is_sentence(block))
        || is_bracketed_note(block)
}

/// A note of the editor's in brackets is as long as it likes.
fn is_bracketed_note(block: &str) -> bool {
    let inner = |open, close| block.strip_prefix(open)?.strip_suffix(close);
    inner('[', ']')
        .or_else(|| inner('(', ')'))
        .is_some_and(|note| NOTES.has(beginning(note)))
}

/// So many bytes hold what tells that a note is one.
const BEGINNING: usize = 60;

fn beginning(note: &str) -> &str {
    note.get(..note.floor_char_boundary(BEGINNING))
        .unwrap_or_default()
}

fn is_rule(block: &str) -> bool {
    !block.contains(char::is_alphanumeric)
}

fn is_link(block: &str) -> bool {
    let begins = ["http://", "https://", "www.", "pic.twitter.com/"];
    !block.contains(char::is_whitespace) && begins.iter().any(|begin| block.starts_with(begin))
}

/// A block of this many words that ends as a sentence does is somebody's text.
const WORDS_OF_SENTENCE: usize = 12;

fn is_sentence(block: &str) -> bool {
    block.ends_with(['.', '!', '?', '”', '"'])
        && block.split_whitespace().count() >= WORDS_OF_SENTENCE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leavings_of_the_page_are_known() {
        for block in [
            "___.",
            "* * *",
            "ADVERTISEMENT",
            "Read more: Talks go on",
            "https://example.org/a",
        ] {
            assert!(is_left_over(block), "{block}");
        }
        for block in [
            "Today",
            "Follow Jane Doe on Twitter @jane.",
            "© 2025 The Paper. All rights reserved.",
            "Read the rest here.",
            "Details here.",
            "[Editor’s note: This article has been changed since it was first published, to say who the buyers were.]",
        ] {
            assert!(
                !is_left_over(block) && is_left_over_at_the_end(block),
                "{block}"
            );
        }
    }

    #[test]
    fn sentences_are_kept() {
        for block in [
            "Today the talks began.",
            "[The mayor] will not sell it, and the editor’s note that said so was wrong, she said.",
            "Details of what exactly happened are still awaited.",
            "Follow the money.” That was the advice that the mayor gave to the reporters who had asked him.",
            "Watch out.” The mayor, who is fond of words, said that more than once on Monday.",
        ] {
            assert!(!is_left_over_at_the_end(block), "{block}");
        }
    }
}
