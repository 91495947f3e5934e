//! Whether two sentences share no more than one long name.

use super::Wording;
use crate::text::{Pair, Side, Term, TermKind};

/// From so many words on a name is long: *Fair Housing Act*, *Russian President Vladimir Putin*.
pub(super) const LONG: u8 = 3;

/// Whether all that two sentences share is one long name: it weighs much, each of its words being rare, and tells little.
pub(super) fn only_a_long_name(wording: &Wording, sentences: Pair<usize>) -> bool {
    let sides = Pair::new(Side::Left, Side::Right).zip(sentences);
    let content = sides.map(|(side, sentence)| content(wording, side, sentence));
    let mut shared: Vec<usize> = content.left.iter().map(|(_, number)| *number).collect();
    shared.retain(|shared| content.right.iter().any(|(_, number)| number == shared));
    shared.sort_unstable();
    shared.dedup();
    let stand = |content: Vec<_>| stand_together(&content, &shared);
    shared.len() >= usize::from(LONG) && content.into_iter().all(stand)
}

/// The words that say something on their own, with their numbers.
fn content(wording: &Wording, side: Side, sentence: usize) -> Vec<(&Term, usize)> {
    let terms = wording.terms(side, sentence).iter();
    let numbers = wording.numbers();
    let numbers = numbers.get(side).get(sentence).into_iter().flatten();
    let both = terms.zip(numbers.copied());
    both.filter(|(term, _)| term.is_content()).collect()
}

/// Whether the `shared` words are all capitalised here, with nothing but grammar between the first and the last.
fn stand_together(content: &[(&Term, usize)], shared: &[usize]) -> bool {
    let is_shared = |number: usize| shared.binary_search(&number).is_ok();
    let within = content.iter().skip_while(|(_, number)| !is_shared(*number));
    let mut within = within.copied();
    let run = within
        .by_ref()
        .take_while(|&(term, number)| is_shared(number) && term.kind == TermKind::Capitalised)
        .count();
    run >= shared.len() && !within.any(|(_, number)| is_shared(number))
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
