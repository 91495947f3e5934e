//! Reporting verbs.

use std::{collections::HashMap, sync::OnceLock};

/// What a reporting verb takes after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VerbSort {
    /// Speech or a clause: *said*.
    Say,
    /// An addressee, then speech: *told*.
    Tell,
    /// A clause of thought: *believes*.
    Hold,
    /// An object: *called*, *praised*.
    Act,
}

/// The sort of a reporting verb's form, folded; `None` for all other words.
pub(super) fn verb_sort(folded: &str) -> Option<VerbSort> {
    static VERBS: OnceLock<HashMap<&'static str, VerbSort>> = OnceLock::new();
    VERBS.get_or_init(read).get(folded).copied()
}

/// Whether the form is that of speech itself, so that it needs no more to be a cue.
pub(super) fn is_plain_speech(folded: &str) -> bool {
    matches!(folded, "said" | "says" | "added" | "told" | "tells" | "wrote" | "tweeted" | "explained" | "replied")
}

fn read() -> HashMap<&'static str, VerbSort> {
    let mut verbs = HashMap::new();
    for line in include_str!("../../assets/reporting_verbs.txt").lines() {
        let mut words = line.split_whitespace();
        let sort = match words.next() {
            Some("say") => VerbSort::Say,
            Some("tell") => VerbSort::Tell,
            Some("hold") => VerbSort::Hold,
            Some("act") => VerbSort::Act,
            _ => continue,
        };
        verbs.extend(words.map(|form| (form, sort)));
    }
    verbs
}
