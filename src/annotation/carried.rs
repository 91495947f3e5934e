//! What is carried along when another text takes the place of one.

use super::Annotation;
use crate::article::Fingerprint;

/// What of `made` is carried from the text `old` into `content`, which has taken its place, each by its number in `made`:
/// what is about the whole, and what is about words that are still there.
///
/// Nothing takes the place of what was made of the new text already, and of two that would say the same of the same there
/// the first is carried; the rest stays with the old text.
pub fn carried<'a>(
    made: impl IntoIterator<Item = &'a Annotation>,
    old: Fingerprint,
    content: &str,
) -> Vec<(usize, Annotation)> {
    let new = Fingerprint::of(content);
    let made: Vec<&Annotation> = made.into_iter().collect();
    let here = made.iter().filter(|one| one.is_about(new));
    let mut taken: Vec<Annotation> = here.map(|&one| one.clone()).collect();
    let mut carried = Vec::new();
    for (number, one) in made.into_iter().enumerate() {
        let moved = one.moved(old, new, content);
        let moved = moved.filter(|moved| !taken.iter().any(|other| moved.replaces(other)));
        if let Some(moved) = moved {
            taken.push(moved.clone());
            carried.push((number, moved));
        }
    }
    carried
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Body, Target};
    use crate::correction::Subject;
    use crate::text::{mark, unmark};

    #[test]
    fn what_is_marked_is_carried_to_its_words() {
        check(
            "The mayor [refused]. It rained.",
            "On Monday the mayor [refused].",
        );
        check("It [rained]. It [snowed].", "It [snowed] again.");
        check("It [rained]. It [rained].", "Today it [rained].");
    }

    #[test]
    fn nothing_takes_the_place_of_what_is_there() {
        let (old, new) = ("It rained.", "Today it rained.");
        let about = |text: &str, note: &str| Annotation {
            target: Target::whole(Fingerprint::of(text)),
            body: Body::Note(note.to_owned()),
        };
        let made = [about(new, "mine"), about(old, "older")];
        assert_eq!(carried(&made, Fingerprint::of(old), new), []);
    }

    /// Expects bookmarks on what is marked in the first text to be on what is marked in the second.
    #[track_caller]
    fn check(old: &str, expected: &str) {
        let ((old, spans), (new, _)) = (unmark(old), unmark(expected));
        let text = Fingerprint::of(&old);
        let bookmarks = spans.into_iter().map(|span| Annotation {
            target: Target::at(Subject { text, span }, &old),
            body: Body::Bookmark,
        });
        let bookmarks: Vec<Annotation> = bookmarks.collect();
        let carried = carried(&bookmarks, text, &new);
        let spans = carried.iter().filter_map(|(_, one)| one.target.span());
        assert_eq!(mark(&new, &spans.collect::<Vec<_>>()), expected);
    }
}
