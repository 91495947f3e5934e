//! Reporting verbs.

use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt};

/// What a reporting verb takes after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VerbSort {
    /// Speech or a clause: *said*.
    Say,
    /// An addressee, then speech: *told*.
    Tell,
    /// A clause of thought: *believes*.
    Hold,
    /// A clause that begins as one, or a quote; with anything else it reports nothing: *maintained*.
    Clause,
    /// An object: *called*, *praised*.
    Act,
}

/// A form of a reporting verb.
#[derive(Clone, Copy, Debug)]
struct Verb {
    sort: VerbSort,
    /// It is the form without an ending, which is often a noun too: *report*, *call*.
    base: bool,
}

fn verb(folded: &str) -> Option<Verb> {
    static VERBS: OnceLock<HashMap<&'static str, Verb>> = OnceLock::new();
    VERBS.get_or_init(read).get(folded).copied()
}

/// The sort of a reporting verb's form, folded; `None` for all other words.
pub(super) fn verb_sort(folded: &str) -> Option<VerbSort> {
    verb(folded).map(|verb| verb.sort)
}

/// Whether it is a reporting verb's form without an ending: *report*, *call*.
pub(super) fn is_base_form(folded: &str) -> bool {
    verb(folded).is_some_and(|verb| verb.base)
}

/// Whether the form is that of speech itself, so that it needs no more to be a cue.
pub(super) fn is_plain_speech(folded: &str) -> bool {
    matches!(
        folded,
        "said"
            | "says"
            | "added"
            | "told"
            | "tells"
            | "wrote"
            | "tweeted"
            | "explained"
            | "replied"
    )
}

fn read() -> HashMap<&'static str, Verb> {
    let mut verbs: HashMap<&'static str, Verb> = HashMap::new();
    for line in include_str!("../../assets/reporting_verbs.txt").lines() {
        let mut words = line.split_whitespace();
        let sort = match words.next() {
            Some("say") => VerbSort::Say,
            Some("tell") => VerbSort::Tell,
            Some("hold") => VerbSort::Hold,
            Some("clause") => VerbSort::Clause,
            Some("act") => VerbSort::Act,
            _ => continue,
        };
        for (number, form) in words.enumerate() {
            verbs.insert(
                form,
                Verb {
                    sort,
                    base: number == 0,
                },
            );
        }
    }
    verbs
}
