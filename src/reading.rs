//! One article with all that is found in it alone; it depends on nothing else, and can be cached.

use std::ops::Range;
use std::sync::OnceLock;

use crate::article::{Article, Fingerprint};
use crate::name::{Names, names};
use crate::quote::{Quote, quotes};
use crate::sentence::{Sentence, sentences};
use crate::text::{Span, Term, terms};

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

    /// Where these sentences stand, those that follow one another as one; `sentences` are in order.
    pub fn passages(&self, sentences: &[usize]) -> Vec<Span> {
        let runs = sentences.chunk_by(|one, next| one + 1 == *next);
        let spans = runs.filter_map(|run| {
            let run = run.iter().filter_map(|&number| self.sentences.get(number));
            Span::covering(run.map(|sentence| sentence.span))
        });
        spans.collect()
    }

    /// The number of the sentence that holds the byte `at`, or of the first one after it; behind the last that of none.
    pub fn sentence_at(&self, at: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.span.end <= at)
    }

    /// The numbers of the sentences that have a part of `span`; empty when none has.
    pub fn sentences_in(&self, span: Span) -> Range<usize> {
        let start = self.sentence_at(span.start);
        let end = self
            .sentences
            .partition_point(|sentence| sentence.span.start < span.end);
        start..end.max(start)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Label;
    use crate::text::unmark;

    #[test]
    fn sentences_are_found_by_where_they_stand() {
        check("[The mayor left.] It rained.", 0..1);
        check("The mayor le[ft. It r]ained.", 0..2);
        check("The mayor left.[ ]It rained.", 1..1);
        check("The mayor left. It rained[.]", 1..2);
    }

    /// Expects the sentences that have a part of what is marked.
    #[track_caller]
    fn check(marked: &str, expected: Range<usize>) {
        let (text, spans) = unmark(marked);
        let reading = Reading::new(Article::plain(text, Label::default()));
        assert_eq!(reading.sentences_in(spans[0]), expected);
    }
}
