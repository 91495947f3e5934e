use std::{collections::HashSet, sync::OnceLock};

/// A word list from `assets/`: words parted by white space, `#` to the line's end is a comment.
///
/// Entries are lower case, as [`super::fold`] gives them.
pub struct WordList {
    source: &'static str,
    words: OnceLock<HashSet<&'static str>>,
}

impl WordList {
    /// The list whose file has this content.
    pub const fn new(source: &'static str) -> WordList {
        WordList {
            source,
            words: OnceLock::new(),
        }
    }

    /// Whether `word`, already folded, is in the list.
    pub fn has(&self, word: &str) -> bool {
        self.words
            .get_or_init(|| entries(self.source).collect())
            .contains(word)
    }
}

fn entries(source: &'static str) -> impl Iterator<Item = &'static str> {
    source
        .lines()
        .filter_map(|line| line.split('#').next())
        .flat_map(str::split_whitespace)
}
