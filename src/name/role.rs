//! Words for what somebody is.

use std::{collections::HashMap, sync::OnceLock};

use super::Gender;
use crate::text::WordList;

static ROLES: WordList = WordList::new(include_str!("../../assets/roles.txt"));
static SOURCE_NOUNS: WordList = WordList::new(include_str!("../../assets/source_nouns.txt"));
static BODIES: WordList = WordList::new(include_str!("../../assets/bodies.txt"));

/// Titles that stand only before a name, folded and without a full stop.
static TITLES: WordList = WordList::new(
    "mr mrs ms miss mx dr sir dame lord lady sen rep gov lt gen maj col capt sgt prof rev pres justice cardinal hon adm",
);

/// Whether `folded` says what one person is: *president*, *co-host*.
pub fn is_role(folded: &str) -> bool {
    ROLES.has(folded)
        || folded
            .rsplit_once('-')
            .is_some_and(|(_, last)| ROLES.has(last))
}

/// Whether a quote can be attributed to what `folded` says: a role, a group, a document.
pub fn is_source_noun(folded: &str) -> bool {
    is_role(folded) || SOURCE_NOUNS.has(folded)
}

/// Whether `folded` is a title such as *Mr* or *Sen*.
pub fn is_title(folded: &str) -> bool {
    TITLES.has(folded.trim_end_matches('.'))
}

/// Whether a name that holds `folded` is that of an organisation.
pub(super) fn is_body_word(folded: &str) -> bool {
    BODIES.has(folded)
}

/// The pronoun that goes with a role or title, where it tells.
pub(super) fn role_gender(folded: &str) -> Option<Gender> {
    let word = folded.trim_end_matches('.');
    match word {
        "mr" | "sir" | "lord" | "king" | "prince" | "pope" | "father" | "brother" | "son"
        | "husband" | "man" | "boy" | "widower" | "priest" | "imam" | "sultan" | "sheikh" => {
            Some(Gender::Male)
        }
        "mrs" | "ms" | "miss" | "dame" | "lady" | "queen" | "princess" | "mother" | "sister"
        | "daughter" | "wife" | "widow" | "woman" | "girl" | "actress" => Some(Gender::Female),
        _ if word.ends_with("woman") => Some(Gender::Female),
        _ if word.ends_with("sman") || word.ends_with("rman") || word.ends_with("ssman") => {
            Some(Gender::Male)
        }
        _ => None,
    }
}

/// The pronoun that goes with a first name, folded, where it tells.
pub(super) fn first_name_gender(folded: &str) -> Option<Gender> {
    static NAMES: OnceLock<HashMap<&'static str, Gender>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let lines = include_str!("../../assets/first_names.txt").lines();
        let tagged = lines.filter_map(|line| match line.split_once(' ')? {
            ("m", names) => Some((Gender::Male, names)),
            ("f", names) => Some((Gender::Female, names)),
            _ => None,
        });
        tagged
            .flat_map(|(gender, names)| names.split_whitespace().map(move |name| (name, gender)))
            .collect()
    });
    names.get(folded).copied()
}
