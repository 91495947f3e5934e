use crate::text::Span;

/// How many bytes of the words before and after a place are kept, at most.
const AROUND: usize = 48;

/// A place in a text: its bytes, its words, and some words before and after, as the Web Annotation Data Model's text
/// position and text quote selectors have them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// Its bytes, in the text that it was made in.
    pub span: Span,
    /// Its words.
    pub exact: String,
    /// The words before it, as far as they are kept.
    pub before: String,
    /// The words after it.
    pub after: String,
}

impl Place {
    /// The place at `span` in a text.
    pub fn of(text: &str, span: Span) -> Place {
        let before = text.get(..span.start).unwrap_or_default();
        let after = text.get(span.end..).unwrap_or_default();
        let from = before.ceil_char_boundary(before.len().saturating_sub(AROUND));
        let to = after.floor_char_boundary(AROUND.min(after.len()));
        Place {
            span,
            exact: span.of(text).to_owned(),
            before: before.get(from..).unwrap_or_default().to_owned(),
            after: after.get(..to).unwrap_or_default().to_owned(),
        }
    }

    /// Where its words stand in another version of the text: where most of the words before and after are the same too,
    /// then where it is nearest to its old place; `None` when they stand nowhere.
    pub fn find(&self, text: &str) -> Option<Span> {
        if self.exact.is_empty() {
            return None;
        }
        let places = text.match_indices(&self.exact).map(|(start, found)| {
            let span = Span::new(start, start + found.len());
            let before = text.get(..span.start).unwrap_or_default();
            let after = text.get(span.end..).unwrap_or_default();
            let same = alike(self.before.bytes().rev(), before.bytes().rev())
                + alike(self.after.bytes(), after.bytes());
            (same, span)
        });
        let best = places.max_by_key(|(same, span)| {
            let moved = span.start.abs_diff(self.span.start);
            (*same, std::cmp::Reverse(moved))
        });
        best.map(|(_, span)| span)
    }
}

/// How many bytes two runs have alike from their beginning.
fn alike(one: impl Iterator<Item = u8>, other: impl Iterator<Item = u8>) -> usize {
    one.zip(other)
        .take_while(|(one, other)| one == other)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{mark, unmark};

    #[test]
    fn words_are_found_again_where_the_words_around_them_are() {
        check("He left. [He smiled.]", "Today he came. [He smiled.]");
        check(
            "One said [no]. Two said yes.",
            "Zero said no. One said [no]. Two said yes.",
        );
        check("[Gone] for good.", "Here to stay.");
        check("“[Où ça?]” dit-il.", "« Non. » “[Où ça?]” dit-elle.");
    }

    /// Expects what is marked in the first text where it is marked in the second.
    #[track_caller]
    fn check(old: &str, expected: &str) {
        let (old, spans) = unmark(old);
        let (new, _) = unmark(expected);
        let found = Place::of(&old, spans[0]).find(&new);
        assert_eq!(mark(&new, found.as_slice()), expected);
    }
}
