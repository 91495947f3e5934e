//! Which sentences deny something.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::Wording;
use crate::text::list::NEGATIONS;
use crate::text::{Pair, terms};

static NEGATION_KEYS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let terms = NEGATIONS.words().flat_map(terms);
    terms.map(|term| term.key).collect()
});

/// For each sentence, whether it has a word like *not*.
pub(super) struct Denials(Pair<Vec<bool>>);

impl Denials {
    pub(super) fn new(wording: &Wording) -> Denials {
        let denies = |key: &str| key.ends_with("n't") || NEGATION_KEYS.contains(key);
        let keys = wording.keys().iter();
        let denies: Vec<bool> = keys.map(|key| denies(&key.text)).collect();
        Denials(wording.numbers().map(|sentences| {
            let each = sentences.iter();
            each.map(|numbers| numbers.iter().any(|&at| denies.get(at) == Some(&true)))
                .collect()
        }))
    }

    /// Whether the sentences deny, each for itself.
    pub(super) fn of(&self, sentences: Pair<usize>) -> Pair<bool> {
        let each = self.0.as_ref().zip(sentences);
        each.map(|(all, number)| all.get(number).copied().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Label};
    use crate::reading::Reading;

    #[test]
    fn a_sentence_with_a_word_like_not_denies() {
        let left = "He will not go. He can’t. Nobody came. She cannot stay.";
        let right = "He will go. A knot. Nothing new. They came.";
        let read = |text: &str| Reading::new(Article::plain(text.to_owned(), Label::default()));
        let readings = Pair::new(read(left), read(right));
        let denials = Denials::new(&Wording::new(readings.as_ref()));
        assert_eq!(denials.0.left, [true, true, true, true]);
        assert_eq!(denials.0.right, [false, false, true, false]);
    }
}
