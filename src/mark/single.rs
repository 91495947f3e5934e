//! Single marks, which are apostrophes too.

use super::{MarkState, Marked};
use crate::text::Span;

/// How far, in bytes, a single mark's partner may be.
const FAR: usize = 600;

/// Words that begin with an apostrophe.
const CLIPPED: [&str; 8] = ["em", "til", "tis", "twas", "n", "cause", "bout", "round"];

/// The run that a single mark at `at` opens.
pub(super) fn run_at(text: &str, paragraph: Span, at: usize) -> Option<Marked> {
    let rest = Span::new(at, paragraph.end).of(text);
    let opening = rest
        .chars()
        .next()
        .filter(|mark| matches!(mark, '\'' | '‘' | '`'))?;
    let start = at + opening.len_utf8();
    let before = Span::new(paragraph.start, at)
        .of(text)
        .chars()
        .next_back()
        .unwrap_or(' ');
    let opens = (before.is_whitespace() || "([{—–-/:".contains(before))
        && !is_clipped(&text[start..paragraph.end]);
    let (end, outer_end) = opens
        .then(|| closing(text, start, paragraph.end))
        .flatten()?;
    Some(Marked {
        outer: Span::new(at, outer_end),
        inner: Span::new(start, end),
        state: MarkState::Whole,
    })
}

/// Whether the apostrophe before `rest` stands for letters left out: *’em*, *’90s*; or before no word at all.
fn is_clipped(rest: &str) -> bool {
    let word: String = rest
        .chars()
        .take_while(|letter| letter.is_alphanumeric())
        .take(12)
        .collect();
    let decade = word.trim_end_matches('s').len() == 2
        && word.starts_with(|first: char| first.is_ascii_digit());
    word.is_empty() || decade || CLIPPED.contains(&word.to_lowercase().as_str())
}

/// Where the partner of a single mark stands: its first byte and the byte after it.
///
/// An apostrophe may stand at a word's end (*friends’*, *goin’*), so a mark after *s* or *n* that no full stop or comma
/// precedes is taken only when no better one follows. A run in double marks on the way is passed over whole.
fn closing(text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let mut fallback = None;
    let mut before = ' ';
    let mut nested = false;
    let reach = Span::new(start, end)
        .of(text)
        .char_indices()
        .take_while(|&(at, _)| at < FAR);
    for (at, letter) in reach {
        if "“”\"«»".contains(letter) {
            if !nested && "”»".contains(letter) {
                break;
            }
            nested = !nested;
        }
        if nested {
            before = letter;
            continue;
        }
        let after = start + at + letter.len_utf8();
        let next = Span::new(after, end).of(text).chars().next().unwrap_or(' ');
        if matches!(letter, '\'' | '’')
            && !before.is_whitespace()
            && !next.is_alphanumeric()
            && next != '\''
        {
            let found = Some((start + at, after));
            if ".,!?…".contains(before) {
                return found;
            }
            if !(matches!(before, 's' | 'n') && next == ' ') {
                return fallback.or(found);
            }
            fallback = fallback.or(found);
        }
        before = letter;
    }
    fallback
}
