//! Which words are kindred: the groups of `assets/kindred_words.txt`, and irregular forms of one word.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use crate::alignment::Wording;
use crate::text::list::entries;
use crate::text::{Term, TermKind, terms};

static KINDRED_WORDS: &str = include_str!("../../../assets/kindred_words.txt");
/// Of verbs, and of nouns.
static IRREGULAR_FORMS: [&str; 2] = [
    include_str!("../../../assets/irregular_forms.txt"),
    include_str!("../../../assets/irregular_plurals.txt"),
];

/// The lexicon of all articles.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// The groups by the words that are in them.
pub(super) struct Lexicon {
    /// For each form that the stemmer leaves apart, the plain one.
    plain: HashMap<String, String>,
    /// The entries by their first word, the longest first.
    entries: HashMap<String, Vec<Entry>>,
    /// How many groups there are.
    pub(super) size: usize,
}

pub(super) struct Entry {
    /// Its words as plain forms.
    pub(super) keys: Vec<String>,
    is_name: bool,
    pub(super) groups: Vec<usize>,
}

impl Lexicon {
    fn read() -> Lexicon {
        let mut lexicon = Lexicon {
            plain: HashMap::new(),
            entries: HashMap::new(),
            size: 0,
        };
        let forms: Vec<Vec<&str>> = IRREGULAR_FORMS
            .into_iter()
            .flat_map(entries)
            .map(|line| line.split_whitespace().collect())
            .collect();
        for forms in &forms {
            let mut keys = forms
                .iter()
                .flat_map(|form| terms(form))
                .map(|term| term.key);
            let first = keys.next().unwrap_or_default();
            for key in keys.filter(|key| *key != first) {
                lexicon.plain.insert(key, first.clone());
            }
        }
        let groups = entries(KINDRED_WORDS).map(|line| line.split(',').map(str::trim).collect());
        for (number, group) in groups.chain(forms.iter().cloned()).enumerate() {
            lexicon.size = number + 1;
            for words in group {
                lexicon.add(words, number);
            }
        }
        for entries in lexicon.entries.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.keys.len()));
        }
        lexicon
    }

    fn add(&mut self, words: &str, group: usize) {
        let keys: Vec<String> = terms(words)
            .iter()
            .map(|term| self.plain(&term.key).to_owned())
            .collect();
        let Some(first) = keys.first().cloned() else {
            return;
        };
        let is_name = words.starts_with(char::is_uppercase);
        let entries = self.entries.entry(first).or_default();
        let same = |entry: &&mut Entry| entry.keys == keys && entry.is_name == is_name;
        match entries.iter_mut().find(same) {
            Some(entry) if entry.groups.last() == Some(&group) => {}
            Some(entry) => entry.groups.push(group),
            None => entries.push(Entry {
                keys,
                is_name,
                groups: vec![group],
            }),
        }
    }

    /// The groups that a plain form is in on its own.
    pub(super) fn groups(&self, plain: &str) -> &[usize] {
        let mut entries = self.entries.get(plain).into_iter().flatten();
        let alone = entries.find(|entry| entry.keys.len() == 1 && !entry.is_name);
        alone.map_or(&[], |entry| &entry.groups)
    }

    pub(super) fn plain<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// The longest entry that the terms begin with.
    pub(super) fn entry(&self, terms: &[Term], wording: &Wording) -> Option<&Entry> {
        let first = terms.first()?;
        let capital = first.kind == TermKind::Capitalised;
        let entries = self.entries.get(self.plain(&first.key))?;
        let name = wording.is_name(&first.key);
        entries.iter().find(|entry| {
            let words = terms.get(..entry.keys.len()).unwrap_or_default();
            let mut keys = words.iter().map(|term| self.plain(&term.key));
            let fits = if entry.is_name { capital } else { !name };
            fits && !words.is_empty() && entry.keys.iter().all(|key| keys.next() == Some(key))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_has_two_words_and_none_twice() {
        for line in entries(KINDRED_WORDS) {
            let mut words: Vec<&str> = line.split(',').map(str::trim).collect();
            let all = words.len();
            words.sort_unstable();
            words.dedup();
            assert!(all > 1 && all == words.len(), "{line}");
        }
    }
}
