use super::byline;
use crate::text::words;

/// Longer blocks, in bytes, are no subhead.
const LONGEST: usize = 110;
/// More words than these stand in no subhead.
const MOST_WORDS: usize = 13;

/// Whether a block may be a title within the text, going by its words alone.
///
/// It is short, begins like a title and does not end like a sentence. Of blocks that stand together each may be so and
/// none is: they are a list.
pub(super) fn may_be_subhead(block: &str) -> bool {
    if block.len() > LONGEST || block.contains(['\n', '\r']) {
        return false;
    }
    let count = words(block).take(MOST_WORDS + 1).count();
    (1..=MOST_WORDS).contains(&count)
        && begins_like_title(block)
        && (!ends_like_sentence(block) || byline::is_date(block))
        && !is_spoken(block)
        && !block.contains("http")
        && !block.contains("pic.twitter.com")
}

fn begins_like_title(block: &str) -> bool {
    block
        .trim_start_matches(['"', '“', '‘', '\'', '«'])
        .starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit())
}

/// Whether a stop, or a mark that something follows, stands at the end, or any stop within closing quotation marks.
fn ends_like_sentence(block: &str) -> bool {
    let bare = block.trim_end_matches(['"', '”', '’', '\'', '»', ')']);
    let question = bare.ends_with('?');
    let stop_in_marks = [".”", ".\"", ".’"].iter().any(|stop| block.contains(stop));
    stop_in_marks
        || bare.ends_with(['.', '!', ',', ';', ':', '…', '—', '-'])
        || (question && bare.len() < block.len())
}

/// *KATE DOE: Yes* is a line of a transcript.
fn is_spoken(block: &str) -> bool {
    block.split_once(':').is_some_and(|(who, _)| {
        who.len() > 1 && !who.contains(char::is_lowercase) && who.contains(char::is_alphabetic)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_within_the_text_are_known() {
        for block in [
            "Security Guarantees on the Table",
            "Ukraine’s Position",
            "'Remember how it started'",
            "'We will not leave President Zelenskyy alone'",
            "What happens next?",
            "7 p.m.",
        ] {
            assert!(may_be_subhead(block), "{block}");
        }
    }

    #[test]
    fn short_paragraphs_are_not() {
        for block in [
            "Literally.",
            "“This is unconscionable.”",
            "“Why not?”",
            "It did!",
            "He said:",
            "“The worst of all.” — Jane Doe",
            "and then he left",
            "- a point of a list",
            "KATE DOE: Yes",
            "The president this morning says 'I feel badly for him.' https://example.org",
        ] {
            assert!(!may_be_subhead(block), "{block}");
        }
    }
}
