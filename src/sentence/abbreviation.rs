use crate::text::fold;
use crate::text::list::{ABBREVIATIONS, BEFORE_NAME, BEFORE_NUMBER, DATE_WORDS, FUNCTION_WORDS};

/// Whether a full stop between `before` and `next` belongs to an abbreviation, an initial or a list number, and ends no
/// sentence.
///
/// Where it could do both, as in *U.S.*, a word that begins sentences must follow for it to end one.
pub(super) fn is_abbreviation(before: &str, next: &str) -> bool {
    let Some(word) = last_word(before) else {
        return false;
    };
    let folded = fold(word);
    let next_word = first_word(next);
    let number_follows = next_word.starts_with(|letter: char| letter.is_ascii_digit());
    if BEFORE_NAME.has(&folded) || is_list_number(before, word) {
        return true;
    }
    if matches!(folded.as_ref(), "a.m" | "p.m") {
        return DATE_WORDS.has(&fold(next_word));
    }
    if BEFORE_NUMBER.has(&folded) && number_follows {
        return true;
    }
    let shortened =
        ABBREVIATIONS.has(&folded) && word.starts_with(char::is_uppercase) || folded == "etc";
    let initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase) && word != "I";
    (shortened || initial || is_acronym(word)) && !begins_sentence(next, next_word)
}

/// Longer words, in bytes, are no abbreviation.
const LONGEST: usize = 16;

/// The word at the end of `before`, without what stands before its last hyphen: *R-S.C* gives *S.C*.
fn last_word(before: &str) -> Option<&str> {
    let from = before.floor_char_boundary(before.len().saturating_sub(LONGEST));
    let tail = before.get(from..)?;
    let word = tail
        .rsplit(|letter: char| !letter.is_alphanumeric() && letter != '.')
        .next()?;
    (!word.is_empty()).then_some(word)
}

fn first_word(next: &str) -> &str {
    let bare = next.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let end =
        bare.find(|letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '’');
    bare.get(..end.unwrap_or(bare.len())).unwrap_or_default()
}

/// *1.* at the beginning of a line.
fn is_list_number(before: &str, word: &str) -> bool {
    word.len() <= 2 && before.len() == word.len() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Letters with a stop after each: *U.S*, *J.D*.
fn is_acronym(word: &str) -> bool {
    let mut letters = 0;
    word.split('.').all(|part| {
        letters += 1;
        part.chars().count() == 1 && part.chars().all(char::is_alphabetic)
    }) && letters > 1
}

fn begins_sentence(next: &str, next_word: &str) -> bool {
    next.starts_with(['“', '"', '‘', '«']) || FUNCTION_WORDS.has(&fold(next_word))
}

#[cfg(test)]
mod tests {
    use super::super::split::split;
    use crate::text::{mark, unmark};

    #[test]
    fn a_name_follows_a_title() {
        check(
            "[On Sunday, Sen. Tammy Baldwin met Ms. Ernst and Gen. “Mad Dog” Mattis.] [They spoke.]",
        );
        check("[The St. Louis mayor v. The People.]");
    }

    #[test]
    fn states_and_bodies_end_a_sentence_before_its_beginning() {
        check("[Lindsey Graham, R-S.C., and Dianne Feinstein, D-Calif., left the U.S. Senate.]");
        check("[He left the U.S.] [The senate stayed.]");
        check("[She moved to Hope, Ark.] [“I like it,” she said.]");
        check("[Acme Inc. Chairman John Roe Jr. spoke.] [He left.]");
    }

    #[test]
    fn initials_go_on() {
        check("[George W. Bush met J.D. Vance.] [Then J. Edgar Hoover came.]");
        check("[So did I.] [Bush left.]");
        check("[They had no plan B.] [The talks failed.]");
    }

    #[test]
    fn numbers_and_dates_go_on() {
        check("[On Jan. 5 he was No. 1.] [No.] [It was Feb. 6.]");
        check("[At 7 p.m. Monday he spoke.] [At 8 a.m.] [Trump left.]");
        check("[1. The first point.] [It holds.]");
    }

    #[track_caller]
    fn check(marked: &str) {
        let (text, _) = unmark(marked);
        assert_eq!(mark(&text, &split(&text)), marked);
    }
}
