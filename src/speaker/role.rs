//! Whether somebody is what a description says.

use std::collections::BTreeSet;

use super::epithet::states_of;
use super::mention::Description;
use super::people::Person;
use super::reason::Reason;
use crate::name::{is_leader, role_gender};

/// How well somebody fits.
pub(super) struct Fit {
    /// Higher the more of the description is known of them.
    pub(super) score: f32,
    pub(super) reason: Reason,
}

/// How a description fits a person; `None` when it does not.
pub(super) fn fits(person: &Person, described: &Description) -> Option<Fit> {
    let country = described.country.map(|country| person.is_of(country));
    let known = &person.epithets;
    let deputy = |word: &str| known.contains(word) && !described.epithets.contains(word);
    let by_epithet = described.head.iter().any(|head| known.contains(head));
    let role = by_epithet && !deputy("vice") && !deputy("deputy")
        || fits_role(&person.roles, &described.roles);
    if country == Some(false) || !role || is_elsewhere(person, described) {
        return None;
    }
    let shared = described
        .epithets
        .intersection(known)
        .count()
        .saturating_sub(1);
    let shared = f32::from(u8::try_from(shared.min(4)).unwrap_or(4));
    Some(Fit {
        score: shared + if country == Some(true) { 2.0 } else { 0.0 },
        reason: if country.is_some() {
            Reason::RoleAndCountry
        } else {
            Reason::Role
        },
    })
}

/// Whether nothing that is told of a person speaks against a description: no other state, no other gender.
pub(super) fn could_be(person: &Person, described: &Description, head: &str) -> bool {
    !is_elsewhere(person, described) && role_gender(head).is_none_or(|gender| person.can_be(gender))
}

/// Whether a description is of another state than a person's.
fn is_elsewhere(person: &Person, described: &Description) -> bool {
    let known = &person.epithets;
    let mut states = states_of(&described.epithets);
    states.any(|state| !known.contains(state)) && states_of(known).next().is_some()
}

/// Whether a person's roles fit a description: the same role, or *leader* for those who lead.
pub(super) fn fits_role(known: &BTreeSet<String>, wanted: &[String]) -> bool {
    let Some(last) = wanted.last() else {
        return false;
    };
    let vice = wanted.iter().any(|word| word == "vice");
    let leads = is_leader(last);
    known.iter().any(|known| {
        let words: Vec<&str> = known
            .split(|letter: char| !letter.is_alphanumeric())
            .collect();
        let deputy = words.iter().any(|word| matches!(*word, "vice" | "deputy"));
        let same = words.iter().any(|word| word == last);
        let leader = last == "leader" && words.iter().any(|word| is_leader(word));
        let counterpart = leads && words.contains(&"counterpart");
        (same || leader || counterpart) && (vice || !deputy)
    })
}
