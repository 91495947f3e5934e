use std::{collections::HashMap, sync::OnceLock};

use crate::text::fold;
use crate::text::list::entries;

/// A list of lines from `assets/`; one that ends in `…` stands for every line that begins so.
pub(super) struct PhraseList {
    source: &'static str,
    by_first_word: OnceLock<HashMap<&'static str, Vec<&'static str>>>,
}

/// Lines longer than this, in bytes, are in no list.
const LONGEST: usize = 200;

impl PhraseList {
    pub(super) const fn new(source: &'static str) -> PhraseList {
        PhraseList {
            source,
            by_first_word: OnceLock::new(),
        }
    }

    /// Whether `line` is in the list; case and the marks around it do not count.
    pub(super) fn has(&self, line: &str) -> bool {
        if line.len() > LONGEST {
            return false;
        }
        let line = fold(line);
        let line = line.trim_matches(|letter: char| {
            !letter.is_alphanumeric() && letter != '@' && letter != '©'
        });
        let phrases = self
            .by_first_word
            .get_or_init(|| index(self.source))
            .get(first_word(line));
        phrases
            .into_iter()
            .flatten()
            .any(|phrase| match phrase.strip_suffix('…') {
                Some(beginning) => line.strip_prefix(beginning).is_some_and(|rest| {
                    let whole_word = beginning.ends_with(char::is_alphanumeric);
                    !(whole_word && rest.starts_with(char::is_alphanumeric))
                }),
                None => line == *phrase,
            })
    }
}

fn index(source: &'static str) -> HashMap<&'static str, Vec<&'static str>> {
    let mut index: HashMap<_, Vec<_>> = HashMap::new();
    for phrase in entries(source) {
        index.entry(first_word(phrase)).or_default().push(phrase);
    }
    index
}

fn first_word(line: &str) -> &str {
    if line.starts_with('©') {
        return "©";
    }
    let end = line.find(|letter: char| !letter.is_alphanumeric());
    line.get(..end.unwrap_or(line.len())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_lines_and_beginnings_are_found() {
        let list = PhraseList::new("# reason\ntoday\nread more…\n©…\nfollow @…\n");
        for line in [
            "Today",
            "TODAY.",
            "Read more: the talks",
            "© 2025 The Paper",
            "Follow @paper",
        ] {
            assert!(list.has(line), "{line}");
        }
        for line in ["Today the talks began", "Read moreover", "Follow me", ""] {
            assert!(!list.has(line), "{line}");
        }
    }
}
