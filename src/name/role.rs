//! Words for what somebody is.

use std::sync::OnceLock;

use foldhash::HashMap;

use super::Gender;
use crate::text::WordList;

const SOURCE: &str = include_str!("../../assets/roles.txt");

static ROLES: WordList = WordList::part(SOURCE, "roles");
static SOURCES: WordList = WordList::part(SOURCE, "sources");
static TITLES: WordList = WordList::part(SOURCE, "titles");
static MODIFIERS: WordList = WordList::part(SOURCE, "modifiers");
static LEADERS: WordList = WordList::part(SOURCE, "leaders");
static STANDING: WordList = WordList::part(SOURCE, "standing");
static OFFICES: WordList = WordList::part(SOURCE, "offices");
static MALE: WordList = WordList::part(SOURCE, "male");
static FEMALE: WordList = WordList::part(SOURCE, "female");

/// Whether `folded` says what one person is: *president*, *co-host*.
pub fn is_role(folded: &str) -> bool {
    ROLES.has(folded)
        || folded
            .rsplit_once('-')
            .is_some_and(|(_, last)| ROLES.has(last))
}

/// Whether a quote can be attributed to what `folded` says: a role, a group, a document.
pub fn is_source_noun(folded: &str) -> bool {
    is_role(folded) || SOURCES.has(folded)
}

/// Whether `folded` is a title such as *Mr* or *Sen*.
pub fn is_title(folded: &str) -> bool {
    TITLES.has(folded.trim_end_matches('.'))
}

/// Whether `folded` stands before a role and belongs to it: *special envoy*.
pub(super) fn is_modifier(folded: &str) -> bool {
    MODIFIERS.has(folded)
}

/// Whether `folded` is a role of those who lead a country.
pub fn is_leader(folded: &str) -> bool {
    LEADERS.has(folded)
}

/// Whether `folded` says again who was just named: *the billionaire*, *the nominee*.
pub fn is_standing(folded: &str) -> bool {
    STANDING.has(folded)
}

/// Whether `folded` is an office that one person at a time holds.
pub fn is_office(folded: &str) -> bool {
    OFFICES.has(folded)
}

/// The pronoun that goes with a role or title, where it tells.
pub fn role_gender(folded: &str) -> Option<Gender> {
    let word = folded.trim_end_matches('.');
    if FEMALE.has(word) || word.ends_with("woman") {
        Some(Gender::Female)
    } else if MALE.has(word) || word.ends_with("sman") || word.ends_with("rman") {
        Some(Gender::Male)
    } else {
        None
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
