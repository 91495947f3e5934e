//! What was made of one thing in two libraries, made one.

use super::{Annotation, Body, Dated};

impl Dated {
    /// This and `other`, which [says the same sort of thing of the same](Annotation::replaces), made one: of two notes every
    /// paragraph, of all else the later. `None` when that is what this one says.
    pub fn merged(&self, other: &Dated) -> Option<Dated> {
        let body = match (&self.annotation.body, &other.annotation.body) {
            (Body::Note(mine), Body::Note(theirs)) => Body::Note(both(mine, theirs)?),
            (mine, theirs) if mine == theirs || self.made >= other.made => return None,
            (_, theirs) => theirs.clone(),
        };
        let target = other.annotation.target.clone();
        Some(Dated {
            annotation: Annotation { target, body },
            made: self.made.clone().max(other.made.clone()),
        })
    }
}

/// The first note with the paragraphs that only the other has below it; `None` when there are none.
fn both(mine: &str, theirs: &str) -> Option<String> {
    let known: Vec<&str> = paragraphs(mine).collect();
    let new = paragraphs(theirs).filter(|paragraph| !known.contains(paragraph));
    let new: Vec<&str> = new.collect();
    (!new.is_empty()).then(|| format!("{mine}\n\n{}", new.join("\n\n")))
}

fn paragraphs(note: &str) -> impl Iterator<Item = &str> {
    let all = note.split("\n\n").map(str::trim);
    all.filter(|paragraph| !paragraph.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_paragraph_of_two_notes_is_kept_once() {
        check("Is this true?", "true", Some("Is this true?\n\ntrue"));
        check("true", "Is this true?", Some("true\n\nIs this true?"));
        check("one\n\ntwo", "two\n\none", None);
        check("one\n\ntwo", "three\n\ntwo", Some("one\n\ntwo\n\nthree"));
        check("one", "", None);
    }

    #[track_caller]
    fn check(mine: &str, theirs: &str, expected: Option<&str>) {
        assert_eq!(both(mine, theirs).as_deref(), expected);
    }
}
