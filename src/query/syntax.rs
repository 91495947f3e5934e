//! What can be typed to search: the one table that the parser, the help and the README read.

use crate::text::fold;

/// What stands before a colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Whom an article quotes.
    Speaker,
    /// Who published it.
    Outlet,
    /// Who wrote it.
    Author,
    /// Its title.
    Title,
    /// What the reader gathers it under.
    Tag,
    /// The first day.
    After,
    /// The day after the last.
    Before,
    /// How it stands with the reader.
    Is,
}

/// Something that can be typed.
#[derive(Clone, Copy, Debug)]
pub struct Syntax {
    /// An example, with the field's name where it is one: `speaker:name`.
    pub write: &'static str,
    /// What it asks for.
    pub says: &'static str,
    /// The field; `None` for what has no name.
    pub field: Option<Field>,
}

/// All that can be typed, in the order in which it is explained.
pub const SYNTAX: &[Syntax] = &[
    plain("word", "this word, in any inflection"),
    plain("word*", "words that begin so"),
    plain("\"two words\"", "these words in this order"),
    plain("-word", "articles without it; -\"two words\" too"),
    field(
        "speaker:name",
        Field::Speaker,
        "who is quoted, with these words if any",
    ),
    field("outlet:name", Field::Outlet, "who published it"),
    field("author:name", Field::Author, "who wrote it"),
    field("title:words", Field::Title, "what its title has"),
    field("tag:name", Field::Tag, "what you tagged so"),
    field(
        "after:2025-08",
        Field::After,
        "on that day or later; 2025, today, 3d, 2w",
    ),
    field("before:2025-08-18", Field::Before, "before that day"),
    field(
        "is:unread",
        Field::Is,
        "or is:read, bookmarked, noted, copy",
    ),
];

const fn plain(write: &'static str, says: &'static str) -> Syntax {
    Syntax {
        write,
        says,
        field: None,
    }
}

const fn field(write: &'static str, field: Field, says: &'static str) -> Syntax {
    Syntax {
        write,
        says,
        field: Some(field),
    }
}

impl Field {
    /// What stands before its colon.
    pub fn name(self) -> &'static str {
        let mut all = SYNTAX.iter();
        let own = all.find(|syntax| syntax.field == Some(self));
        own.map_or("", Syntax::name)
    }

    /// The field that is called so, whatever its case.
    pub(super) fn named(name: &str) -> Option<Field> {
        let name = fold(name);
        let mut fields = SYNTAX.iter().filter(|syntax| syntax.field.is_some());
        fields.find(|syntax| syntax.name() == name)?.field
    }
}

impl Syntax {
    fn name(&self) -> &'static str {
        self.write.split(':').next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Query, Standing};

    #[test]
    fn every_example_is_understood() {
        for syntax in SYNTAX {
            let parsed = Query::parse(syntax.write, 0, false);
            assert_eq!(parsed.complaints, [""; 0], "{}", syntax.write);
            assert!(!parsed.query.is_empty(), "{}", syntax.write);
        }
    }

    #[test]
    fn the_help_names_every_standing() {
        let is = SYNTAX
            .iter()
            .find(|one| one.field == Some(Field::Is))
            .expect("it is a field");
        for standing in Standing::ALL {
            let said = [is.write, is.says].concat();
            assert!(said.contains(standing.name()), "{}", standing.name());
        }
    }
}
