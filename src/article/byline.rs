use crate::text::list::DATE_WORDS;
use crate::text::{fold, words};

/// Longer blocks, in bytes, are no byline.
const LONGEST: usize = 160;

/// Whether a block says who wrote the article (*By Jane Doe*) or when.
pub(super) fn is_byline(block: &str) -> bool {
    block.len() <= LONGEST && (names_author(block) || is_date(block))
}

fn names_author(block: &str) -> bool {
    let Some(rest) = ["By ", "BY ", "by "]
        .iter()
        .find_map(|by| block.strip_prefix(by))
    else {
        return false;
    };
    let mut names = 0;
    let all = words(rest).all(|word| {
        names += usize::from(word.is_capitalised());
        let joins = [
            "and", "of", "for", "the", "in", "de", "von", "van", "der", "la", "al", "bin",
        ];
        word.is_capitalised()
            || joins.contains(&word.text)
            || DATE_WORDS.has(&fold(word.text))
            || is_number(word.text)
    });
    all && names >= 2 && !rest.ends_with('.')
}

/// Whether a block is nothing but a date or a time: *Updated 8:15 p.m. EDT, Aug. 18, 2025*.
pub(super) fn is_date(block: &str) -> bool {
    let mut digits = false;
    block.len() <= LONGEST
        && words(block).all(|word| {
            let number = is_number(word.text);
            digits |= number;
            number || DATE_WORDS.has(&fold(word.text))
        })
        && digits
}

/// *18*, *2025*, *8th*, *10am*, *2025-08-18T10*.
fn is_number(word: &str) -> bool {
    let letters = word.trim_start_matches(|letter: char| letter.is_ascii_digit());
    letters.len() < word.len()
        && matches!(
            fold(letters).as_ref(),
            "" | "th" | "st" | "nd" | "rd" | "am" | "pm" | "z"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authors_and_dates_are_known() {
        for block in [
            "By Jane Doe",
            "BY JANE DOE AND JOHN ROE",
            "By Jane van Doe and John Roe, Associated Press",
            "By JANE DOE | Aug. 18, 2025",
            "Updated 8:15 p.m. EDT, Mon August 18, 2025",
            "18/08/2025",
            "7 p.m.",
        ] {
            assert!(is_byline(block), "{block}");
        }
    }

    #[test]
    fn sentences_are_no_bylines() {
        for block in [
            "By Monday, the talks had failed.",
            "By Monday the talks had failed",
            "May the best man win",
            "In 2014",
            "Today",
        ] {
            assert!(!is_byline(block), "{block}");
        }
    }
}
