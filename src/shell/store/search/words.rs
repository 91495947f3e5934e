//! Words as the index tells them apart.

use std::iter::from_fn;

use crate::text::{Span, stem};

/// The runs of letters and digits in a text, as the index tells words apart.
pub(super) fn runs(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(char::is_alphanumeric)?;
        let run = text.get(start..)?;
        let length = run
            .find(|letter: char| !letter.is_alphanumeric())
            .unwrap_or(run.len());
        at = start + length;
        Some(Span::new(start, at))
    })
}

/// The stems of those words in a folded text that are none themselves.
pub(in crate::shell::store) fn stems(folded: &str) -> String {
    let mut stems = String::new();
    for run in runs(folded) {
        let word = run.of(folded);
        let stem = stem(word);
        if stem != word {
            stems.push_str(&stem);
            stems.push(' ');
        }
    }
    stems
}
