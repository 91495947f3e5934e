use crate::text::list::{BEFORE_NAME, FUNCTION_WORDS, SPEECH_VERBS, SPEECH_VERBS_AFTER_QUOTE};
use crate::text::{fold, words};

/// More words than these do not stand between a quote and the verb that says who spoke.
const WORDS_OF_NAME: usize = 7;

/// Whether a quote's speaker is named in what follows its closing mark, so that the sentence goes on: *“Why?” Obama said.*
///
/// `next` is what follows, as far as it matters. A pronoun or article there would be small, so a capital one begins a
/// sentence. The verb stands right after a name.
pub(super) fn names_speaker(next: &str) -> bool {
    if !next.starts_with(char::is_uppercase) {
        return false;
    }
    let head = next.find(['.', '!', '?', ';', ':', '“', '"']);
    let titled = head
        .and_then(|end| next.get(end..))
        .is_some_and(|rest| rest.starts_with(". "));
    let clause = if titled {
        next
    } else {
        next.get(..head.unwrap_or(next.len())).unwrap_or_default()
    };
    let mut before = None;
    for word in words(clause).take(WORDS_OF_NAME) {
        let folded = fold(word.text);
        if before.is_some() && is_speech_verb(&folded) {
            return before.is_some_and(char::is_uppercase);
        }
        let title = BEFORE_NAME.has(&folded);
        if before.is_none() && FUNCTION_WORDS.has(&folded) && !title {
            return false;
        }
        before = word.text.chars().next();
    }
    false
}

fn is_speech_verb(folded: &str) -> bool {
    SPEECH_VERBS.has(folded) || SPEECH_VERBS_AFTER_QUOTE.has(folded)
}

#[cfg(test)]
mod tests {
    use super::super::split::split;
    use crate::text::{mark, unmark};

    #[test]
    fn the_speaker_belongs_to_the_quote() {
        check("[“Is it a coin?” Obama said.] [“No!” Mr. Roe replied.]");
        check("[“Why now?” White House spokeswoman Jane Doe asked.]");
    }

    #[test]
    fn another_sentence_does_not() {
        check("[“Is it a coin?”] [He said nothing.]");
        check("[“Is it a coin?”] [Obama left the room before anybody said a word.]");
        check("[“Is it a coin?”] [“No,” Roe said.]");
    }

    #[track_caller]
    fn check(marked: &str) {
        let (text, _) = unmark(marked);
        assert_eq!(mark(&text, &split(&text)), marked);
    }
}
