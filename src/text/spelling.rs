use std::borrow::Cow;

use foldhash::{HashMap, HashMapExt};

use strsim::levenshtein;

use super::fold;

/// The most letters (Levenshtein distance) in which two spellings of one name differ.
const LETTERS_APART: usize = 2;

/// Which names of a story are one name in several spellings.
///
/// Transliterations differ in vowels, doubled letters and a few consonants (*Zelenskyy*, *Zelensky*; *Luhansk*,
/// *Lugansk*). Names shorter than six letters are left alone: too many differ in one letter.
#[derive(Clone, Debug, Default)]
pub struct Spellings {
    first_of: HashMap<String, String>,
}

impl Spellings {
    /// Merges `names`, which are folded words or stems; the first seen in sorted order stands for the rest.
    pub fn among<'a>(names: impl IntoIterator<Item = &'a str>) -> Spellings {
        let mut names: Vec<&str> = names
            .into_iter()
            .filter(|name| (SHORTEST..=LONGEST).contains(&name.chars().count()))
            .collect();
        names.sort_unstable();
        names.dedup();
        let mut groups: HashMap<String, Vec<&str>> = HashMap::new();
        let mut first_of = HashMap::new();
        for name in names {
            let group = groups.entry(skeleton(name)).or_default();
            match group
                .iter()
                .take(SPELLINGS)
                .find(|first| levenshtein(first, name) <= LETTERS_APART)
            {
                Some(first) => drop(first_of.insert(name.to_owned(), (*first).to_owned())),
                None => group.push(name),
            }
        }
        Spellings { first_of }
    }

    /// The spelling that stands for `name`; itself when it has only one.
    pub fn of<'a>(&'a self, name: &'a str) -> &'a str {
        self.first_of.get(name).map_or(name, String::as_str)
    }
}

const SHORTEST: usize = 6;
/// In letters; a longer word is no name, and comparing it costs the square of its length.
const LONGEST: usize = 40;
/// How many spellings of one skeleton are compared with each other.
const SPELLINGS: usize = 16;

/// Whether two words are spellings of one name; case and accents do not count.
pub fn same_spelling(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let fits = |name: &str| (SHORTEST..=LONGEST).contains(&name.chars().count());
    a == b
        || (fits(&a)
            && fits(&b)
            && skeleton(&a) == skeleton(&b)
            && levenshtein(&a, &b) <= LETTERS_APART)
}

/// The consonants of a name, with those that transliterations exchange made one.
fn skeleton(folded: &str) -> String {
    let mut letters = String::with_capacity(folded.len());
    let pairs = [
        ("kh", "h"),
        ("gh", "h"),
        ("ph", "f"),
        ("ck", "k"),
        ("th", "t"),
        ("dh", "d"),
        ("ts", "z"),
        ("tz", "z"),
    ];
    let mut plain = Cow::Borrowed(folded);
    for (from, to) in pairs {
        if plain.contains(from) {
            plain = plain.replace(from, to).into();
        }
    }
    for (at, letter) in plain.chars().enumerate() {
        let letter = match letter {
            'g' => 'h',
            'c' | 'q' => 'k',
            'w' => 'v',
            'z' => 's',
            'j' => 'y',
            other => other,
        };
        let vowel = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') && at > 0;
        if !vowel && !letters.ends_with(letter) {
            letters.push(letter);
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_one() {
        for (a, b) in [
            ("Zelenskyy", "Zelensky"),
            ("Luhansk", "Lugansk"),
            ("Zelensky", "Zelenskiy"),
            ("Erdoğan", "Erdogan"),
        ] {
            assert!(same_spelling(a, b), "{a} {b}");
        }
    }

    #[test]
    fn different_names_stay_apart() {
        for (a, b) in [
            ("Merkel", "Markle"),
            ("Donetsk", "Donbas"),
            ("Trump", "Tramp"),
            ("Iran", "Iraq"),
            ("Putin", "Potin"),
            ("Johnson", "Jonas"),
        ] {
            assert!(!same_spelling(a, b), "{a} {b}");
        }
    }

    #[test]
    fn the_first_in_order_stands_for_all() {
        let spellings = Spellings::among(["zelenskyy", "zelensky", "luhansk"]);
        assert_eq!(spellings.of("zelenskyy"), "zelensky");
        assert_eq!(spellings.of("zelensky"), "zelensky");
        assert_eq!(spellings.of("kharkiv"), "kharkiv");
    }
}
