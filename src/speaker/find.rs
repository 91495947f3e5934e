//! Finds speakers by what a reader types.

use strsim::damerau_levenshtein;

use super::{Cast, Speaker};
use crate::name::{name_words, surname};
use crate::text::list::FUNCTION_WORDS;
use crate::text::same_spelling;

/// A word that is typed may have this many letters wrong, if it has [`LONG`] or more.
const ERRORS: usize = 1;

/// In letters: shorter names differ in one letter too often.
const LONG: usize = 5;

/// In letters; a longer word is no name, and comparing it costs the square of its length.
const LONGEST: usize = 40;

impl Cast {
    /// The numbers of the speakers whom `query` names: by a whole name or a surname, else by some of its words, else by
    /// words that describe them, else by beginnings of words, else with a slip of the finger or another spelling. Case,
    /// accents and order do not count.
    pub fn find(&self, query: &str) -> Vec<usize> {
        let query = name_words(query);
        if query.is_empty() {
            return Vec::new();
        }
        let ways: [Way; 5] = [is_name, is_part, has_words, has_beginnings, has_nearly];
        let found = ways.into_iter().map(|fits| {
            let speakers = self.speakers.iter().enumerate();
            let named =
                speakers.filter(|(_, speaker)| names(speaker).any(|name| fits(&query, &name)));
            named.map(|(number, _)| number).collect::<Vec<usize>>()
        });
        found
            .into_iter()
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }
}

/// Whether the folded words of a query fit a name.
type Way = fn(&[String], &Name) -> bool;

struct Name {
    /// Folded.
    words: Vec<String>,
    /// Whether it is words that describe an unnamed source (*a spokesman for Jane Doe*), whose last is no surname.
    is_description: bool,
}

fn names(speaker: &Speaker) -> impl Iterator<Item = Name> {
    let names = std::iter::once(&speaker.name).chain(&speaker.aliases);
    names.map(|name| Name {
        is_description: is_description(name),
        words: name_words(name),
    })
}

/// Whether these are words that describe somebody instead of a name.
pub(super) fn is_description(name: &str) -> bool {
    let first = name_words(name).into_iter().next();
    let grammar = first.is_some_and(|word| FUNCTION_WORDS.has(&word));
    grammar || name.starts_with(char::is_lowercase)
}

fn is_name(query: &[String], name: &Name) -> bool {
    let surname = (!name.is_description).then(|| surname(&name.words));
    query == name.words || query.len() == 1 && query.first().map(String::as_str) == surname
}

fn is_part(query: &[String], name: &Name) -> bool {
    !name.is_description && has_words(query, name)
}

fn has_words(query: &[String], name: &Name) -> bool {
    query.iter().all(|word| name.words.contains(word))
}

fn has_beginnings(query: &[String], name: &Name) -> bool {
    let has = |word: &String| {
        name.words
            .iter()
            .any(|other| other.starts_with(word.as_str()))
    };
    query.iter().all(has)
}

fn has_nearly(query: &[String], name: &Name) -> bool {
    let has = |word: &String| name.words.iter().any(|other| is_nearly(word, other));
    query.iter().all(has)
}

fn is_nearly(word: &str, other: &str) -> bool {
    let lengths = [word, other].map(|word| word.chars().count());
    word == other
        || same_spelling(word, other)
        || (lengths
            .iter()
            .all(|length| (LONG..=LONGEST).contains(length))
            && damerau_levenshtein(word, other) <= ERRORS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_goes_before_a_word() {
        check("doe", &["Jane Doe"]);
        check("Jane", &["Jane Doe", "Jane Roe"]);
        check("roe JANE", &["Jane Roe"]);
        check("spokesman", &["a spokesman for Jane Doe"]);
        check("a spokesman for Jane Doe", &["a spokesman for Jane Doe"]);
    }

    #[test]
    fn aliases_beginnings_and_slips_are_known() {
        check("Zelensky", &["Volodymyr Zelenskyy"]);
        check("Zelenskiy", &["Volodymyr Zelenskyy"]);
        check("vol zel", &["Volodymyr Zelenskyy"]);
        check("Erdogna", &["Recep Erdoğan"]);
        check("Smith", &[]);
        check(" ", &[]);
    }

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let named = [
            "Jane Doe",
            "Jane Roe",
            "a spokesman for Jane Doe",
            "Volodymyr Zelenskyy",
            "Recep Erdoğan",
        ];
        let speakers = named.map(|name| Speaker {
            name: name.to_owned(),
            role: None,
            described: false,
            aliases: name
                .strip_suffix('y')
                .map(str::to_owned)
                .into_iter()
                .collect(),
        });
        let cast = Cast {
            speakers: speakers.into(),
            attributions: Vec::new(),
            named: Vec::new(),
        };
        let found = cast.find(query).into_iter();
        let found: Vec<&str> = found
            .map(|number| cast.speakers[number].name.as_str())
            .collect();
        assert_eq!(found, expected);
    }
}
