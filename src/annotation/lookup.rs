//! What is asked of all that the reader made.

use std::collections::BTreeSet;

use super::{Annotation, Annotations, Body, Change};
use crate::article::Fingerprint;
use crate::text::Span;

impl Annotations {
    /// Those of just this place of a text, or of the whole of it.
    pub fn at(
        &self,
        text: Fingerprint,
        span: Option<Span>,
    ) -> impl Iterator<Item = &Annotation> + '_ {
        let here = self.of(text);
        here.filter(move |one| one.target.span() == span)
    }

    /// What the reader noted at just this place.
    pub fn note(&self, text: Fingerprint, span: Option<Span>) -> Option<&str> {
        self.at(text, span).find_map(Annotation::note)
    }

    /// Whether the reader bookmarked just this place.
    pub fn is_bookmarked(&self, text: Fingerprint, span: Option<Span>) -> bool {
        self.at(text, span).any(Annotation::is_bookmark)
    }

    /// Whether a text or a place in it is bookmarked.
    pub fn has_bookmark(&self, text: Fingerprint) -> bool {
        self.of(text).any(Annotation::is_bookmark)
    }

    /// Whether there is a note on a text or a place in it.
    pub fn has_note(&self, text: Fingerprint) -> bool {
        self.of(text).any(|one| one.note().is_some())
    }

    /// The texts that are bookmarked, or have a place that is; in no order.
    pub fn bookmarked(&self) -> impl Iterator<Item = Fingerprint> + '_ {
        let texts = self.by_text.keys().copied();
        texts.filter(|&text| self.has_bookmark(text))
    }

    /// The texts with a note on them or on a place in them; in no order.
    pub fn noted(&self) -> impl Iterator<Item = Fingerprint> + '_ {
        let texts = self.by_text.keys().copied();
        texts.filter(|&text| self.has_note(text))
    }

    /// The tags of all texts; in no order.
    pub fn tagged(&self) -> impl Iterator<Item = (Fingerprint, &str)> {
        let texts = self.by_text.keys();
        texts.flat_map(|&text| self.tags(text).map(move |tag| (text, tag)))
    }

    /// All tags that any text has, by the alphabet.
    pub fn known_tags(&self) -> BTreeSet<&str> {
        self.tagged().map(|(_, tag)| tag).collect()
    }

    /// What takes a change back that is yet to be made; `None` where it changes nothing.
    pub fn inverse(&self, change: &Change) -> Option<Change> {
        let (wanted, stays) = match change {
            Change::Keep(wanted) => (wanted, true),
            Change::Drop(wanted) => (wanted, false),
        };
        let mut texts = vec![wanted.target.text];
        if let Body::Tie { with, .. } = &wanted.body {
            texts.push(with.text);
        }
        let mut there = texts.into_iter().flat_map(|text| self.of(text));
        match there.find(|one| wanted.replaces(one)) {
            Some(same) if stays && same.body == wanted.body => None,
            Some(other) => Some(Change::Keep(other.clone())),
            None if stays => Some(Change::Drop(wanted.clone())),
            None => None,
        }
    }
}

impl Annotation {
    /// The reader's own words.
    pub fn note(&self) -> Option<&str> {
        match &self.body {
            Body::Note(words) => Some(words),
            _ => None,
        }
    }

    /// Whether the reader wants to come back to it.
    pub fn is_bookmark(&self) -> bool {
        self.body == Body::Bookmark
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::Target;

    #[test]
    fn what_was_made_is_found_by_what_it_says() {
        let (one, other) = (Fingerprint::of("one"), Fingerprint::of("other"));
        let made: Annotations = [
            about(one, Body::Bookmark),
            about(one, Body::Tag("town".to_owned())),
            about(other, Body::Tag("town".to_owned())),
            about(other, Body::Note("why?".to_owned())),
        ]
        .into_iter()
        .collect();
        assert_eq!(made.bookmarked().collect::<Vec<_>>(), [one]);
        assert_eq!(made.noted().collect::<Vec<_>>(), [other]);
        assert_eq!(made.tagged().filter(|(_, tag)| *tag == "town").count(), 2);
        assert_eq!(made.known_tags().into_iter().collect::<Vec<_>>(), ["town"]);
        assert_eq!(made.note(other, None), Some("why?"));
    }

    #[test]
    fn a_change_and_its_inverse_change_nothing() {
        let text = Fingerprint::of("one");
        let note = |words: &str| about(text, Body::Note(words.to_owned()));
        let mut made: Annotations = [note("why?")].into_iter().collect();
        let before = made.clone();
        for change in [
            Change::Keep(note("because")),
            Change::Drop(note("")),
            Change::Keep(about(text, Body::Bookmark)),
        ] {
            let back = made.inverse(&change).expect("it changes something");
            made.change(change);
            made.change(back);
            assert_eq!(made.all(), before.all());
        }
        assert_eq!(made.inverse(&Change::Keep(note("why?"))), None);
        let nothing = Change::Drop(about(text, Body::Bookmark));
        assert_eq!(made.inverse(&nothing), None);
    }

    fn about(text: Fingerprint, body: Body) -> Annotation {
        let target = Target::whole(text);
        Annotation { target, body }
    }
}
