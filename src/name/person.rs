//! What tells whether two names can be one person's.

use std::{collections::HashMap, sync::OnceLock};

use crate::text::{fold, same_spelling, words};

/// How many people of one surname are told apart in one story; a bound on work, not on writing.
pub(crate) const BEARERS: usize = 64;

/// A name's words, folded and without possessive.
pub fn name_words(name: &str) -> Vec<String> {
    words(name)
        .map(|word| fold(word.bare()).into_owned())
        .collect()
}

/// The last of a name's words that is no *Jr* or *III*; empty for no words.
pub fn surname(words: &[String]) -> &str {
    words
        .iter()
        .rev()
        .find(|word| !is_generation(word))
        .map_or("", String::as_str)
}

/// Whether two names of one surname, in folded words, can be one person's: their first names agree, and they are of one
/// generation (*Donald Trump*, *Donald Trump Jr*).
pub fn same_person(a: &[String], b: &[String]) -> bool {
    // *Trump Jr* has no first name.
    let length = |words: &[String]| words.iter().filter(|word| !is_generation(word)).count();
    has_generation(a) == has_generation(b)
        && match (a.first(), b.first()) {
            (Some(x), Some(y)) if length(a) > 1 && length(b) > 1 => same_first_name(x, y),
            _ => true,
        }
}

/// Whether a name says of which generation it is: *Donald Trump Jr*.
pub(super) fn has_generation(words: &[String]) -> bool {
    words.iter().any(|word| is_generation(word))
}

fn is_generation(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv")
}

/// Whether two first names, folded, can belong to one person: equal, an initial, a short form, another spelling.
fn same_first_name(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    let short_form = || {
        short_forms(a).is_some_and(|groups| {
            short_forms(b).is_some_and(|others| groups.iter().any(|group| others.contains(group)))
        })
    };
    a == b || initial(a, b) || initial(b, a) || short_form() || same_spelling(a, b)
}

/// The groups of `assets/short_names.txt` that a first name stands in, by line.
fn short_forms(name: &str) -> Option<&'static Vec<usize>> {
    static GROUPS: OnceLock<HashMap<&'static str, Vec<usize>>> = OnceLock::new();
    let groups = GROUPS.get_or_init(|| {
        let mut groups: HashMap<&'static str, Vec<usize>> = HashMap::new();
        for (number, line) in include_str!("../../assets/short_names.txt")
            .lines()
            .enumerate()
        {
            line.split_whitespace()
                .for_each(|form| groups.entry(form).or_default().push(number));
        }
        groups
    });
    groups.get(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_can_go_by_several_forms() {
        for (a, b) in [
            ("William Clinton", "Bill Clinton"),
            ("J. Biden", "Joe Biden"),
            ("Biden", "Joe Biden"),
            ("Trump Jr", "Donald Trump Jr"),
            ("Volodymyr Zelensky", "Vladimir Zelensky"),
        ] {
            assert!(same_person(&name_words(a), &name_words(b)), "{a} {b}");
        }
        for (a, b) in [
            ("Bill Clinton", "Hillary Clinton"),
            ("Donald Trump", "Donald Trump Jr"),
        ] {
            assert!(!same_person(&name_words(a), &name_words(b)), "{a} {b}");
        }
    }
}
