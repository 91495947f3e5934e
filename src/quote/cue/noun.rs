//! A noun that reports: *Trump’s claims that …*.

use std::ops::Range;

use super::{Cue, CueSort};
use crate::quote::grammar::CLAIMS;
use crate::quote::paragraph::Paragraph;

/// The cue of a noun at `at`, whose owner stands before it and whose *that* follows.
pub(super) fn cue(paragraph: &Paragraph<'_>, at: usize, range: &Range<usize>) -> Option<Cue> {
    let possessor = at.checked_sub(1).filter(|before| range.contains(before))?;
    let owned =
        paragraph.word(possessor).ends_with("'s") || paragraph.word(possessor).ends_with("s'");
    if !CLAIMS.has(paragraph.word(at)) || paragraph.word(at + 1) != "that" || !owned {
        return None;
    }
    let start = (range.start..=possessor)
        .rev()
        .take_while(|&name| paragraph.items[name].is_capitalised())
        .last()?;
    Some(Cue {
        sort: CueSort::Noun,
        words: at..at + 1,
        source: Some(start..possessor + 1),
        shared: false,
    })
}

#[cfg(test)]
mod tests {
    use crate::quote::example::check;

    #[test]
    fn somebodys_claims() {
        check("It rejected {John Roe}’s claims [that it was “handed over.]”");
        check("The claims of the other side were long.");
    }
}
