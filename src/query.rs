//! What the reader looks for in a library, as it is typed: `ceasefire "security guarantees" zelen* speaker:rubio
//! outlet:gazette after:2025-08 -sports is:unread`.
//!
//! `Query::parse` reads it by the table `SYNTAX`, and a query writes itself back as text. `Sought` says where its words
//! stand in a text, `Sieve` which articles of a list it asks for.

mod day;
mod hit;
mod look;
mod parse;
mod sieve;
mod sought;
mod syntax;

use std::fmt;

pub use hit::{Excerpt, Hit, MOST_HITS, Said};
pub use look::{Searched, look};
pub use parse::Parsed;
pub use sieve::{Listed, Sieve};
pub use sought::Sought;
pub use syntax::{Field, SYNTAX, Syntax};

/// What is wanted of an article. Everything named must hold; a list that is empty asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What its text, title or quotes must have, or must not.
    pub words: Vec<Words>,
    /// Whom it must quote, by part of the name. With words, it must quote them with these words.
    pub speakers: Vec<String>,
    /// Who must have published it, by part of the name.
    pub outlets: Vec<String>,
    /// Who must have written it, by part of the name.
    pub authors: Vec<String>,
    /// What its title must have.
    pub titles: Vec<String>,
    /// Which tags it must have.
    pub tags: Vec<String>,
    /// The first day, `YYYY-MM-DD`.
    pub after: Option<String>,
    /// The day after the last, `YYYY-MM-DD`.
    pub before: Option<String>,
    /// How it must stand with the reader.
    pub standings: Vec<Standing>,
}

/// What the library is filtered by, under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// What the reader calls it; no two have the same.
    pub name: String,
    /// The filter as it is typed. Days such as `3d` are counted anew whenever it is used.
    pub query: String,
}

/// Words that are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// A word, or those of a phrase, as typed but for the marks around. What is typed as one word may be several for an
    /// index (*Obama-given*): these stand in this order then.
    pub text: String,
    /// How they are looked for.
    pub form: Form,
    /// Whether an article that has them is not wanted.
    pub unwanted: bool,
}

/// How words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The word in any inflection.
    Word,
    /// Words that begin so.
    Prefix,
    /// These words in this order, not inflected.
    Phrase,
}

/// How an article stands with the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It was not opened yet.
    Unread,
    /// It was.
    Read,
    /// It, or a place in it, is bookmarked.
    Bookmarked,
    /// It, or a place in it, has a note.
    Noted,
    /// Other articles have nearly the same text.
    Copied,
}

impl Standing {
    /// All, as the help lists them.
    pub const ALL: [Standing; 5] = [
        Standing::Unread,
        Standing::Read,
        Standing::Bookmarked,
        Standing::Noted,
        Standing::Copied,
    ];

    /// What it is called behind `is:`.
    pub fn name(self) -> &'static str {
        match self {
            Standing::Unread => "unread",
            Standing::Read => "read",
            Standing::Bookmarked => "bookmarked",
            Standing::Noted => "noted",
            Standing::Copied => "copy",
        }
    }
}

impl Query {
    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Query::default()
    }

    /// The words that must be there.
    pub fn wanted(&self) -> impl Iterator<Item = &Words> {
        self.words.iter().filter(|words| !words.unwanted)
    }

    /// What was given for each field, as it is typed.
    fn values(&self) -> impl Iterator<Item = (Field, &str)> {
        let lists = [
            (Field::Speaker, &self.speakers),
            (Field::Outlet, &self.outlets),
            (Field::Author, &self.authors),
            (Field::Title, &self.titles),
            (Field::Tag, &self.tags),
        ];
        let named = lists
            .into_iter()
            .flat_map(|(field, values)| values.iter().map(move |value| (field, value.as_str())));
        let days = [(Field::After, &self.after), (Field::Before, &self.before)];
        let days = days
            .into_iter()
            .filter_map(|(field, day)| Some((field, day.as_deref()?)));
        let standings = self.standings.iter().map(|one| (Field::Is, one.name()));
        named.chain(days).chain(standings)
    }
}

/// As it could have been typed: parsed again it is the same.
impl fmt::Display for Query {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut gap = "";
        for words in &self.words {
            let not = if words.unwanted { "-" } else { "" };
            let text = &words.text;
            match words.form {
                Form::Word => write!(out, "{gap}{not}{text}")?,
                Form::Prefix => write!(out, "{gap}{not}{text}*")?,
                Form::Phrase => write!(out, "{gap}{not}\"{text}\"")?,
            }
            gap = " ";
        }
        for (field, value) in self.values() {
            let mark = if value.contains(char::is_whitespace) {
                "\""
            } else {
                ""
            };
            write!(out, "{gap}{}:{mark}{value}{mark}", field.name())?;
            gap = " ";
        }
        Ok(())
    }
}
