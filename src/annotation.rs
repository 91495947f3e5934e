//! What the reader made of articles: which are read, bookmarks, notes, tags, labels, and what was set right.
//!
//! An annotation has a target and a body, as the W3C's Web Annotation Data Model has them. The target is a text by its
//! fingerprint and perhaps a place in it, by offsets and by its words; by the words it is found again once the text has
//! changed.

mod carried;
mod form;
mod lookup;
mod merged;
mod place;

use foldhash::HashMap;

use crate::article::Fingerprint;
use crate::correction::{Correction, Corrections, Subject, Tie, Verdict};
use crate::text::{Pair, Span};

pub use carried::carried;
pub use place::Place;

/// One thing that the reader made of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// What it is about.
    pub target: Target,
    /// What is said of that.
    pub body: Body,
}

/// A text, or a place in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Target {
    /// The text.
    pub text: Fingerprint,
    /// The place; `None` for the whole text.
    pub place: Option<Place>,
}

/// What an annotation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// The article was read.
    Read,
    /// The reader wants to come back to it.
    Bookmark,
    /// The reader's own words.
    Note(String),
    /// A word under which articles are gathered.
    Tag(String),
    /// Where the article comes from by the reader's word, which goes before all others.
    Label(Field, String),
    /// What is true of a quote.
    Verdict(Verdict),
    /// Whether two passages belong side by side.
    Tie {
        /// The other passage.
        with: Target,
        /// Whether they are tied; else they are cut apart.
        tied: bool,
    },
}

/// An annotation, and when it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// What was made.
    pub annotation: Annotation,
    /// When, as RFC 3339 has it, in UTC.
    pub made: String,
}

/// What can be said of where an article comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// What it is called.
    Title,
    /// Who published it.
    Outlet,
    /// Who wrote it.
    Author,
    /// When.
    Date,
    /// Where it stands on the web.
    Url,
}

impl Field {
    /// All, those first that are missing most often.
    pub const ALL: [Field; 5] = [
        Field::Outlet,
        Field::Author,
        Field::Date,
        Field::Title,
        Field::Url,
    ];

    /// What it is called, where annotations are stored and exchanged too.
    pub fn name(self) -> &'static str {
        match self {
            Field::Title => "title",
            Field::Outlet => "outlet",
            Field::Author => "author",
            Field::Date => "date",
            Field::Url => "url",
        }
    }
}

/// A change of what the reader made, to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Store this, in the place of what [says the same](Annotation::replaces) of the same.
    Keep(Annotation),
    /// Take this away.
    Drop(Annotation),
}

impl Target {
    /// A whole text.
    pub fn whole(text: Fingerprint) -> Target {
        Target { text, place: None }
    }

    /// A place in a text, with its words; `content` is the text.
    pub fn at(subject: Subject, content: &str) -> Target {
        Target {
            text: subject.text,
            place: Some(Place::of(content, subject.span)),
        }
    }

    /// The span, where it is a place.
    pub fn span(&self) -> Option<Span> {
        self.place.as_ref().map(|place| place.span)
    }

    /// The same as corrections name it; `None` for a whole text.
    pub fn subject(&self) -> Option<Subject> {
        let (text, span) = (self.text, self.span()?);
        Some(Subject { text, span })
    }

    /// The same in a text that has taken the place of `old`; as it is where it is in another, `None` where its words are
    /// gone.
    fn moved(&self, old: Fingerprint, new: Fingerprint, content: &str) -> Option<Target> {
        if self.text != old {
            return Some(self.clone());
        }
        let place = match &self.place {
            Some(place) => Some(Place::of(content, place.find(content)?)),
            None => None,
        };
        Some(Target { text: new, place })
    }

    /// Whether both are the same text and the same bytes of it.
    fn is_at(&self, other: &Target) -> bool {
        self.text == other.text && self.span() == other.span()
    }
}

impl Annotation {
    /// Whether it takes the place of `other`: both say the same sort of thing of the same place. Of one place there are
    /// many tags, one label of a field, one verdict, one tie with each other place.
    pub fn replaces(&self, other: &Annotation) -> bool {
        let same = match (&self.body, &other.body) {
            (Body::Read, Body::Read)
            | (Body::Bookmark, Body::Bookmark)
            | (Body::Note(_), Body::Note(_))
            | (Body::Verdict(_), Body::Verdict(_)) => true,
            (Body::Tag(one), Body::Tag(other)) => one == other,
            (Body::Label(one, _), Body::Label(other, _)) => one == other,
            (Body::Tie { with: one, .. }, Body::Tie { with: two, .. }) => {
                let exchanged = self.target.is_at(two) && one.is_at(&other.target);
                return exchanged || (self.target.is_at(&other.target) && one.is_at(two));
            }
            _ => false,
        };
        same && self.target.is_at(&other.target)
    }

    /// Whether it is about this text, or ties something to it.
    fn is_about(&self, text: Fingerprint) -> bool {
        self.target.text == text || self.body.with().is_some_and(|with| with.text == text)
    }

    /// The same of a text that has taken the place of `old`: whole or at the same words; `None` where it is not about
    /// that, or these words are gone.
    pub fn moved(&self, old: Fingerprint, new: Fingerprint, content: &str) -> Option<Annotation> {
        let mut moved = self.clone();
        moved.target = moved.target.moved(old, new, content)?;
        if let Body::Tie { with, .. } = &mut moved.body {
            *with = with.moved(old, new, content)?;
        }
        self.is_about(old).then_some(moved)
    }

    /// The correction that it is, if it is one.
    pub fn correction(&self) -> Option<Correction> {
        let subject = self.target.subject()?;
        match &self.body {
            Body::Verdict(verdict) => Some(Correction::Quote(subject, verdict.clone())),
            Body::Tie { with, tied } => Some(Correction::Link(Tie {
                passages: Pair::new(subject, with.subject()?),
                tied: *tied,
            })),
            _ => None,
        }
    }
}

/// All that the reader made, in the order in which it was made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotations {
    /// By text, each with its number; a tie is with its first text.
    by_text: HashMap<Fingerprint, Vec<(u64, Annotation)>>,
    /// The number of the next one.
    next: u64,
}

impl Annotations {
    /// Those of one text.
    pub fn of(&self, text: Fingerprint) -> impl Iterator<Item = &Annotation> {
        let here = self.by_text.get(&text).into_iter().flatten();
        here.map(|(_, annotation)| annotation)
    }

    /// All, in the order in which they were made.
    pub fn all(&self) -> Vec<&Annotation> {
        let mut all: Vec<&(u64, Annotation)> = self.by_text.values().flatten().collect();
        all.sort_unstable_by_key(|(number, _)| *number);
        all.into_iter().map(|(_, annotation)| annotation).collect()
    }

    /// Makes a change.
    pub fn change(&mut self, change: Change) {
        let (annotation, stays) = match change {
            Change::Keep(annotation) => (annotation, true),
            Change::Drop(annotation) => (annotation, false),
        };
        let others = match &annotation.body {
            // A tie may have been made from its other side.
            Body::Tie { with, .. } => vec![annotation.target.text, with.text],
            _ => vec![annotation.target.text],
        };
        for text in others {
            if let Some(here) = self.by_text.get_mut(&text) {
                here.retain(|(_, other)| !annotation.replaces(other));
            }
        }
        if stays {
            self.push(annotation);
        }
    }

    fn push(&mut self, annotation: Annotation) {
        let here = self.by_text.entry(annotation.target.text).or_default();
        here.push((self.next, annotation));
        self.next += 1;
    }

    /// The tags of a text, in the order in which they were given.
    pub fn tags(&self, text: Fingerprint) -> impl Iterator<Item = &str> {
        self.of(text).filter_map(|one| match &one.body {
            Body::Tag(tag) => Some(tag.as_str()),
            _ => None,
        })
    }

    /// What was set right, as it is applied to readings and links.
    pub fn corrections(&self) -> Corrections {
        self.all()
            .into_iter()
            .filter_map(Annotation::correction)
            .collect()
    }
}

impl FromIterator<Annotation> for Annotations {
    fn from_iter<I: IntoIterator<Item = Annotation>>(made: I) -> Annotations {
        let mut annotations = Annotations::default();
        for annotation in made {
            annotations.push(annotation);
        }
        annotations
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The mayor refused to sell. It rained.";

    #[test]
    fn the_last_word_of_a_sort_counts() {
        let mut made = Annotations::default();
        for note in ["why?", "because"] {
            made.change(Change::Keep(mayor(Body::Note(note.to_owned()))));
        }
        made.change(Change::Keep(mayor(Body::Bookmark)));
        let bodies: Vec<&Body> = made.all().into_iter().map(|one| &one.body).collect();
        assert_eq!(bodies, [&Body::Note("because".to_owned()), &Body::Bookmark]);
        made.change(Change::Drop(mayor(Body::Note(String::new()))));
        assert_eq!(made.of(Fingerprint::of(TEXT)).count(), 1);
    }

    #[test]
    fn a_text_has_many_tags() {
        let text = Fingerprint::of(TEXT);
        let tag = |tag: &str| Annotation {
            target: Target::whole(text),
            body: Body::Tag(tag.to_owned()),
        };
        let mut made = Annotations::default();
        for one in ["town", "hall", "town"] {
            made.change(Change::Keep(tag(one)));
        }
        assert_eq!(made.tags(text).collect::<Vec<_>>(), ["hall", "town"]);
    }

    #[test]
    fn a_tie_is_the_same_from_either_side() {
        let rain = target("It rained.");
        let tie = |tied| {
            mayor(Body::Tie {
                with: rain.clone(),
                tied,
            })
        };
        let other = Annotation {
            target: rain.clone(),
            body: Body::Tie {
                with: mayor(Body::Read).target,
                tied: false,
            },
        };
        assert!(tie(true).replaces(&other));
        let mut made: Annotations = [tie(true)].into_iter().collect();
        made.change(Change::Keep(other.clone()));
        assert_eq!(made.all(), [&other]);
    }

    #[test]
    fn an_annotation_follows_its_words_into_a_changed_text() {
        let changed = "It was Monday. The mayor refused to sell.";
        let (old, new) = (Fingerprint::of(TEXT), Fingerprint::of(changed));
        let moved = mayor(Body::Bookmark).moved(old, new, changed);
        let span = moved.as_ref().and_then(|moved| moved.target.span());
        assert_eq!(
            span.map(|span| span.of(changed)),
            Some("The mayor refused to sell.")
        );
        let rain = Annotation {
            target: target("It rained."),
            body: Body::Bookmark,
        };
        assert_eq!(rain.moved(old, new, changed), None);
        let elsewhere = Fingerprint::of("elsewhere");
        assert_eq!(rain.moved(elsewhere, new, changed), None);
    }

    fn mayor(body: Body) -> Annotation {
        Annotation {
            target: target("The mayor refused to sell."),
            body,
        }
    }

    fn target(words: &str) -> Target {
        let start = TEXT.find(words).expect("these words are there");
        let span = Span::new(start, start + words.len());
        Target::at(
            Subject {
                text: Fingerprint::of(TEXT),
                span,
            },
            TEXT,
        )
    }
}
