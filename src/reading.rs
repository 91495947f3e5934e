//! One article with all that is found in it alone; it depends on nothing else, and can be cached.

use std::sync::OnceLock;

use crate::article::{Article, Fingerprint};
use crate::name::{Names, names};
use crate::quote::{Quote, quotes};
use crate::sentence::{Sentence, sentences};
use crate::text::{Term, terms};

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
    /// For [`Reading::terms`].
    pub known_terms: KnownTerms,
}

/// The terms of a reading's sentences, from when they are first asked for: of a library most articles are never compared.
#[derive(Clone, Debug, Default)]
pub struct KnownTerms(OnceLock<Vec<Vec<Term>>>);

impl PartialEq for KnownTerms {
    /// They follow from all else in a reading, known or not.
    fn eq(&self, _: &KnownTerms) -> bool {
        true
    }
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
            known_terms: KnownTerms::default(),
        }
    }

    /// The terms of every sentence, and last those of the headline, if there is one; spans are offsets into the article's
    /// text.
    pub fn terms(&self) -> &[Vec<Term>] {
        self.known_terms.0.get_or_init(|| {
            let text = &self.article.text;
            let sentences = self.sentences.iter().map(|sentence| sentence.span);
            sentences
                .chain(self.article.headline())
                .map(|span| {
                    let mut found = terms(span.of(text));
                    for term in &mut found {
                        term.span = term.span.shifted(span.start);
                    }
                    found
                })
                .collect()
        })
    }
}
