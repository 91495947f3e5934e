use super::{Body, Field, Target};
use crate::correction::Verdict;
use crate::quote::Owner;

impl Field {
    /// The field of this name.
    pub fn of_name(name: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.name() == name)
    }
}

/// An annotation is stored and exchanged as its kind, its value, and for a tie the other passage.
impl Body {
    /// The name of its kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Body::Read => "read",
            Body::Bookmark => "bookmark",
            Body::Note(_) => "note",
            Body::Tag(_) => "tag",
            Body::Label(field, _) => field.name(),
            Body::Verdict(Verdict::Whose(Owner::Somebody(_))) => "speaker",
            Body::Verdict(Verdict::Whose(Owner::Nobody)) => "nobody",
            Body::Verdict(Verdict::NotAQuote) => "not-a-quote",
            Body::Tie { tied: true, .. } => "tied",
            Body::Tie { tied: false, .. } => "apart",
        }
    }

    /// The words that it holds, where its kind does not say all.
    pub fn value(&self) -> Option<&str> {
        match self {
            Body::Note(words)
            | Body::Tag(words)
            | Body::Label(_, words)
            | Body::Verdict(Verdict::Whose(Owner::Somebody(words))) => Some(words),
            _ => None,
        }
    }

    /// The other passage of a tie.
    pub fn with(&self) -> Option<&Target> {
        match self {
            Body::Tie { with, .. } => Some(with),
            _ => None,
        }
    }

    /// The body of a kind, a value and another passage; `None` when there is no such kind, or one that it needs is missing.
    pub fn of(kind: &str, value: Option<String>, with: Option<Target>) -> Option<Body> {
        let tie = |tied| with.map(|with| Body::Tie { with, tied });
        Some(match kind {
            "read" => Body::Read,
            "bookmark" => Body::Bookmark,
            "note" => Body::Note(value?),
            "tag" => Body::Tag(value?),
            "speaker" => Body::Verdict(Verdict::Whose(Owner::Somebody(value?))),
            "nobody" => Body::Verdict(Verdict::Whose(Owner::Nobody)),
            "not-a-quote" => Body::Verdict(Verdict::NotAQuote),
            "tied" => tie(true)?,
            "apart" => tie(false)?,
            other => Body::Label(Field::of_name(other)?, value?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Fingerprint;

    #[test]
    fn a_body_is_the_same_after_it_was_stored() {
        let with = Target::whole(Fingerprint::of("a"));
        let somebody = Owner::Somebody("Doe".to_owned());
        for body in [
            Body::Read,
            Body::Bookmark,
            Body::Note("why?".to_owned()),
            Body::Tag("town".to_owned()),
            Body::Label(Field::Date, "2025-08-18".to_owned()),
            Body::Verdict(Verdict::Whose(somebody)),
            Body::Verdict(Verdict::Whose(Owner::Nobody)),
            Body::Verdict(Verdict::NotAQuote),
            Body::Tie {
                with: with.clone(),
                tied: true,
            },
            Body::Tie { with, tied: false },
        ] {
            let value = body.value().map(str::to_owned);
            let stored = Body::of(body.kind(), value, body.with().cloned());
            assert_eq!(stored, Some(body));
        }
    }

    #[test]
    fn what_is_not_whole_is_no_body() {
        assert_eq!(Body::of("note", None, None), None);
        assert_eq!(Body::of("tied", None, None), None);
        assert_eq!(Body::of("mood", Some("glad".to_owned()), None), None);
    }
}
