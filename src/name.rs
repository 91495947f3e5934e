//! Who is named in an article.
//!
//! Runs of capitalised words, with the roles before them; names of one person or body are made one by surname, first
//! name and spelling. Word lists tell people, bodies and places apart.

mod candidate;
mod merge;
mod place;
mod role;
mod run;

use crate::article::{Article, BlockKind, Language};
use crate::text::Span;
pub use merge::same_first_name;
pub use place::{Country, country};
pub use role::{is_role, is_source_noun, is_title};

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
    /// The country that stands with the role: *Ukrainian President*, *Germany’s Foreign Minister*.
    pub country: Option<Country>,
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
    /// One word alone, of which nothing tells.
    Unknown,
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
    /// The name alone.
    pub name: Span,
    /// The number of the entity in `Names::entities`.
    pub entity: usize,
}

/// Who is named in an article. In another language than English nobody is looked for.
pub fn names(article: &Article) -> Names {
    if article.language == Language::Other {
        return Names::default();
    }
    let text = article.text.as_str();
    let blocks: Vec<Span> = article
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Boilerplate)
        .map(|block| block.span)
        .collect();
    let lower = run::lower_case_words(text, &blocks);
    let candidates: Vec<candidate::Candidate> = blocks
        .iter()
        .flat_map(|&block| {
            let line = run::line(text, block, &lower);
            line.runs
                .iter()
                .filter_map(|run| candidate::candidate(&line, run))
                .collect::<Vec<_>>()
        })
        .collect();
    merge::merge(text, &candidates)
}
