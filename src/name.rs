//! Who is named in an article.

use crate::text::Span;

/// The people and bodies named in one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    /// Each once, in order of first mention.
    pub entities: Vec<Entity>,
    /// Every place where one is named, in order and apart. Pronouns are not among them.
    pub mentions: Vec<Mention>,
}

/// A person or a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The fullest form in the article: *Volodymyr Zelenskyy*.
    pub name: String,
    /// The role that stands with the name: *Ukrainian President*.
    pub role: Option<String>,
    /// Other forms and spellings, in order of first use: *Zelensky*.
    pub aliases: Vec<String>,
    /// What sort it is.
    pub kind: EntityKind,
    /// Where the text gives it, by *Mrs*, by a pronoun close by, by a well-known first name.
    pub gender: Option<Gender>,
}

/// What sort of thing a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntityKind {
    /// A human being.
    Person,
    /// An organisation, a paper, a government.
    Body,
    /// A place, or the government that sits there.
    Place,
}

/// What pronoun stands for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// *she*
    Female,
    /// *he*
    Male,
}

/// A place in the text where an entity is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name with its role, as it stands there.
    pub span: Span,
    /// The number of the entity in `Names::entities`.
    pub entity: usize,
}
