use std::{collections::HashSet, sync::OnceLock};

/// A word list from `assets/`: words parted by white space, `#` to the line's end is a comment.
///
/// Entries are lower case, as [`super::fold`] gives them. A file can hold several lists, each under its `[name]`.
pub struct WordList {
    source: &'static str,
    part: Option<&'static str>,
    words: OnceLock<HashSet<&'static str>>,
}

impl WordList {
    /// The list whose file has this content.
    pub const fn new(source: &'static str) -> WordList {
        WordList {
            source,
            part: None,
            words: OnceLock::new(),
        }
    }

    /// The list under `[part]` in a file with this content.
    pub const fn part(source: &'static str, part: &'static str) -> WordList {
        WordList {
            source,
            part: Some(part),
            words: OnceLock::new(),
        }
    }

    /// Whether `word`, already folded, is in the list.
    pub fn has(&self, word: &str) -> bool {
        self.words.get_or_init(|| self.read()).contains(word)
    }

    fn read(&self) -> HashSet<&'static str> {
        let mut words = HashSet::new();
        let mut current = None;
        for line in self
            .source
            .lines()
            .filter_map(|line| line.split('#').next())
        {
            if let Some(name) = line
                .trim()
                .strip_prefix('[')
                .and_then(|line| line.strip_suffix(']'))
            {
                current = Some(name);
            } else if current == self.part {
                words.extend(line.split_whitespace());
            }
        }
        words
    }
}
