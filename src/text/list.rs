//! Word lists from `assets/`, each read in one place.

use std::sync::OnceLock;

use foldhash::{HashSet, HashSetExt};

const DATES: &str = include_str!("../../assets/date_words.txt");

/// Words that carry grammar rather than matter.
pub static FUNCTION_WORDS: WordList =
    WordList::new(include_str!("../../assets/function_words.txt"));
/// Words that stand in dates.
pub static DATE_WORDS: WordList = WordList::lines(
    DATES,
    &[
        "weekday",
        "month",
        "short-weekday",
        "short-month",
        "clock",
        "other",
    ],
);
/// The names of weekdays and months.
pub static CALENDAR: WordList = WordList::lines(DATES, &["weekday", "month"]);
/// Words that stand after the time of day.
pub static CLOCK: WordList = WordList::lines(DATES, &["clock"]);
/// Abbreviations that a name follows, titles mostly: their full stop ends no sentence.
pub static BEFORE_NAME: WordList =
    WordList::new(include_str!("../../assets/abbreviations_before_name.txt"));
/// Abbreviations only when a number follows.
pub static BEFORE_NUMBER: WordList =
    WordList::new(include_str!("../../assets/abbreviations_before_number.txt"));
/// Abbreviations whose full stop may end a sentence too.
pub static ABBREVIATIONS: WordList = WordList::new(include_str!("../../assets/abbreviations.txt"));
/// Verbs by which an outlet hands words on.
pub static OUTLET_VERBS: WordList =
    WordList::part(include_str!("../../assets/outlets.txt"), "after");
/// Words that name an outlet on their own.
pub static OUTLET_NAMES: WordList =
    WordList::part(include_str!("../../assets/outlets.txt"), "names");
/// The last words of outlets' names of two words or more.
pub static OUTLET_ENDINGS: WordList =
    WordList::part(include_str!("../../assets/outlets.txt"), "endings");
/// Verbs that say who spoke, in all their forms.
pub static SPEECH_VERBS: WordList = WordList::lines(
    include_str!("../../assets/reporting_verbs.txt"),
    &["say", "tell"],
);
/// Verbs that only say that something is said or thought, in all their forms.
pub static REPORTING_VERBS: WordList = WordList::lines(
    include_str!("../../assets/reporting_verbs.txt"),
    &["say", "tell", "hold", "clause"],
);
/// Verbs that say who spoke only right after a quote and a name.
pub static SPEECH_VERBS_AFTER_QUOTE: WordList =
    WordList::new(include_str!("../../assets/attribution_verbs.txt"));

/// Words that deny; those that end in *n’t* do so as well.
pub static NEGATIONS: WordList = WordList::new(include_str!("../../assets/negations.txt"));

/// The lines of a list from `assets/` that are not empty and no comment, without white space at their ends.
pub fn entries(source: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = source.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Whether a whole name is that of a paper, station or agency.
pub fn is_outlet(name: &str) -> bool {
    let name = super::fold(name);
    let last = name.rsplit(' ').next().unwrap_or_default();
    let several = last.len() < name.len();
    OUTLET_NAMES.has(&name) || several && (OUTLET_ENDINGS.has(last) || OUTLET_NAMES.has(last))
}

/// A word list from `assets/`: words parted by white space, `#` to the line's end is a comment.
///
/// Entries are lower case, as [`super::fold`] gives them. A file can hold several lists, each under its `[name]`.
pub struct WordList {
    source: &'static str,
    part: Option<&'static str>,
    heads: &'static [&'static str],
    words: OnceLock<HashSet<&'static str>>,
}

impl WordList {
    /// The list whose file has this content.
    pub const fn new(source: &'static str) -> WordList {
        WordList {
            source,
            part: None,
            heads: &[],
            words: OnceLock::new(),
        }
    }

    /// The list under `[part]` in a file with this content.
    pub const fn part(source: &'static str, part: &'static str) -> WordList {
        WordList {
            source,
            part: Some(part),
            heads: &[],
            words: OnceLock::new(),
        }
    }

    /// The words on the lines of such a file that begin with one of `heads`, without it.
    pub const fn lines(source: &'static str, heads: &'static [&'static str]) -> WordList {
        WordList {
            source,
            part: None,
            heads,
            words: OnceLock::new(),
        }
    }

    /// Whether `word`, already folded, is in the list.
    pub fn has(&self, word: &str) -> bool {
        self.words.get_or_init(|| self.read()).contains(word)
    }

    /// All of its words, in no order.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.words.get_or_init(|| self.read()).iter().copied()
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
                let mut line = line.split_whitespace();
                if self.heads.is_empty()
                    || line.next().is_some_and(|head| self.heads.contains(&head))
                {
                    words.extend(line);
                }
            }
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_taken_by_their_heads() {
        let source = "# say so\nsay say says\ntell ask\nact call # calls\n";
        let list = WordList::lines(source, &["say", "act"]);
        for word in ["say", "says", "call"] {
            assert!(list.has(word), "{word}");
        }
        for word in ["tell", "ask", "act", "calls", "so"] {
            assert!(!list.has(word), "{word}");
        }
    }

    #[test]
    fn no_word_stands_in_two_lists() {
        for (one, other) in [
            (&BEFORE_NAME, &BEFORE_NUMBER),
            (&BEFORE_NAME, &ABBREVIATIONS),
            (&BEFORE_NUMBER, &ABBREVIATIONS),
            (&SPEECH_VERBS, &SPEECH_VERBS_AFTER_QUOTE),
        ] {
            let twice: Vec<&str> = one.read().intersection(&other.read()).copied().collect();
            assert_eq!(twice, [""; 0]);
        }
    }
}
