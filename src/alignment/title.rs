//! Whether two sentences share no more than one long name.

use std::collections::HashSet;

use super::Wording;
use crate::text::{Pair, Side, Term, TermKind};

/// From so many words on a name is long: *Fair Housing Act*, *Russian President Vladimir Putin*.
pub(super) const LONG: usize = 3;

/// Whether all that two sentences share is one long name: it weighs much, each of its words being rare, and tells little.
pub(super) fn only_a_long_name(wording: &Wording, sentences: Pair<usize>) -> bool {
    let left = wording.terms(Side::Left, sentences.left);
    let right = wording.terms(Side::Right, sentences.right);
    let shared: HashSet<&str> = keys(left)
        .collect::<HashSet<_>>()
        .intersection(&keys(right).collect())
        .copied()
        .collect();
    shared.len() >= LONG && stand_together(left, &shared) && stand_together(right, &shared)
}

fn keys(terms: &[Term]) -> impl Iterator<Item = &str> {
    let content = terms.iter().filter(|term| term.is_content());
    content.map(|term| term.key.as_str())
}

/// Whether the `shared` words are all capitalised here, with nothing but grammar between the first and the last.
fn stand_together(terms: &[Term], shared: &HashSet<&str>) -> bool {
    let is_shared = |term: &Term| shared.contains(term.key.as_str());
    let mut within = terms
        .iter()
        .skip_while(|term| !is_shared(term))
        .filter(|term| term.is_content());
    let run = within
        .by_ref()
        .take_while(|term| is_shared(term) && term.kind == TermKind::Capitalised)
        .count();
    run >= shared.len() && !within.any(is_shared)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Label};
    use crate::reading::Reading;

    #[test]
    fn one_long_name_is_all_that_they_share() {
        assert!(checked(
            "They broke the Fair Housing Act of Ohio again.",
            "A clerk read from the Fair Housing Act of Ohio.",
        ));
    }

    #[test]
    fn a_word_beside_the_name_is_more() {
        assert!(!checked(
            "Landlords broke the Fair Housing Act of Ohio.",
            "A clerk read landlords the Fair Housing Act of Ohio.",
        ));
    }

    #[test]
    fn two_names_are_more_than_one() {
        assert!(!checked(
            "The Fair Housing Act angers Anna Berg.",
            "So Anna Berg read the Fair Housing Act.",
        ));
    }

    #[track_caller]
    fn checked(left: &str, right: &str) -> bool {
        let read = |text: &str| Reading::new(Article::plain(text.to_owned(), Label::default()));
        let readings = Pair::new(read(left), read(right));
        only_a_long_name(&Wording::new(readings.as_ref()), Pair::new(0, 0))
    }
}
