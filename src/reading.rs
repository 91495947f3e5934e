//! One article with all that is found in it alone; it depends on nothing else, and can be cached.

use crate::article::{Article, Fingerprint};
use crate::name::{Names, names};
use crate::quote::{Quote, quotes};
use crate::sentence::{Sentence, sentences};

/// An article, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The text.
    pub article: Article,
    /// What tells the text from others.
    pub fingerprint: Fingerprint,
    /// The sentences of its body.
    pub sentences: Vec<Sentence>,
    /// Who is named in it.
    pub names: Names,
    /// Its quotes, in order of their first byte.
    pub quotes: Vec<Quote>,
}

impl Reading {
    /// Reads an article.
    pub fn new(article: Article) -> Reading {
        let sentences = sentences(&article);
        let names = names(&article);
        let quotes = quotes(&article, &names);
        Reading {
            fingerprint: Fingerprint::of(&article.text),
            article,
            sentences,
            names,
            quotes,
        }
    }
}
