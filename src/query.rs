//! What the reader looks for in a library, as it is typed: `ceasefire "security guarantees" zelen* speaker:rubio
//! outlet:gazette after:2025-08 -sports is:unread`.

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

/// Words that are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// A word, or those of a phrase, as typed.
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
    /// These words in this order.
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
