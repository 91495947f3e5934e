//! What the form of a word tells: a past form, what seldom is a noun.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::WordList;
use super::list::entries;

const IRREGULAR: &str = include_str!("../../assets/irregular_forms.txt");
const GRAMMAR: &str = include_str!("../../assets/grammar.txt");
static IRREGULAR_FORMS: WordList = WordList::new(IRREGULAR);
static ADJECTIVE_ENDS: WordList = WordList::part(GRAMMAR, "adjective ends");
static OTHER_ENDS: WordList = WordList::part(GRAMMAR, "other ends");

/// Whether `folded` may be a verb's past form or participle: it ends in *-ed*, or it is an irregular one that differs from
/// the plain form, which often is a noun too: *deal*, *fight*.
pub fn is_past(folded: &str) -> bool {
    static PAST: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
        entries(IRREGULAR)
            .flat_map(|line| line.split_whitespace().skip(1))
            .collect()
    });
    let ed = folded.len() > 4 && folded.ends_with("ed");
    ed || PAST.contains(folded)
}

/// Whether `folded` is a form of an irregular verb, the plain one too.
pub fn is_irregular(folded: &str) -> bool {
    IRREGULAR_FORMS.has(folded)
}

/// Whether `folded` ends as adjectives do.
pub fn is_like_adjective(folded: &str) -> bool {
    ADJECTIVE_ENDS.words().any(|end| folded.ends_with(end))
}

/// Whether `folded` ends as verbs, adverbs and adjectives often do, and nouns seldom.
pub fn is_seldom_noun(folded: &str) -> bool {
    is_like_adjective(folded) || OTHER_ENDS.words().any(|end| folded.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn past_forms_are_known_from_plain_ones_and_plurals() {
        for past in ["published", "died", "met", "won"] {
            assert!(is_past(past), "{past}");
        }
        for other in ["win", "need", "seed", "children", "meeting"] {
            assert!(!is_past(other), "{other}");
        }
    }
}
