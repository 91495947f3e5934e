//! The words in which a text speaks of a source that it does not name.

use super::grammar::{AFTER_HEADS, ARTICLES, GROUPS, LEADING_ON};
use super::mention::trails;
use crate::text::{fold, words};

/// The last word of a description before what it is of, folded.
pub(super) fn head_word(description: &str) -> String {
    let all = words(description).map(|word| fold(word.text));
    let head = all.take_while(|word| !AFTER_HEADS.has(word));
    head.last().unwrap_or_default().into_owned()
}

/// Whether words describe several people.
pub(super) fn is_plural(description: &str) -> bool {
    let head = head_word(description);
    head.ends_with('s') || GROUPS.has(&head)
}

/// The words of a source without what hangs on them: after a comma, or a last *who* or *that*.
pub(super) fn plain(words: &str) -> String {
    let words = words.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let short = words.split(',').next().unwrap_or(words);
    let mut words: Vec<&str> = short.split_whitespace().collect();
    // *a member of the family*, *stat of the week*
    let needs_next = |word: &&str| ARTICLES.has(&fold(word));
    while let [.., before, last] = words.as_slice()
        && hangs_on(&fold(last))
        && !needs_next(before)
    {
        words.pop();
    }
    words.join(" ")
}

/// Whether a last word belongs to what follows a source or to its verb: *an official who*, *a spokesman on Friday*.
fn hangs_on(folded: &str) -> bool {
    LEADING_ON.has(folded) || trails(folded)
}
