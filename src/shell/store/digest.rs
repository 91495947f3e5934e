//! What is found in an article, kept until the text or the analysis changes.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};

use super::content::load;
use super::sealed::{seal, unseal};
use super::{ArticleId, Store, Trouble};
use crate::article::{Article, Fingerprint};
use crate::name::Names;
use crate::quote::Quote;
use crate::reading::Reading;
use crate::screen::Digest;
use crate::sentence::Sentence;
use crate::speaker::Cast;
use crate::story::Terms;

/// By what an article was read: the program's version and all that an analysis depends on. What was found by anything else
/// is never shown.
pub(super) const ANALYSIS: &str = env!("PARALLAX_ANALYSIS");

#[derive(Serialize, Deserialize)]
struct Found {
    sentences: Vec<Sentence>,
    names: Names,
    quotes: Vec<Quote>,
    cast: Cast,
}

/// As [`Found`], lent; the bytes are the same.
#[derive(Serialize)]
struct Lent<'a> {
    sentences: &'a [Sentence],
    names: &'a Names,
    quotes: &'a [Quote],
    cast: &'a Cast,
}

impl Store {
    /// The article with all that is found in it, and with the reader's labels: from the cache, or worked out, which takes a
    /// while when it is long. What the reader set right of quotes is not applied.
    ///
    /// # Errors
    /// When the library can't be read, or there is no such article.
    pub fn digest(&self, id: ArticleId) -> Result<Digest, Trouble> {
        let known = self.read(|connection| known(connection, id))?;
        let (article, found) = known.ok_or(Trouble::Missing(id))?;
        Ok(match found {
            Some((found, terms)) => assembled(article, found, terms),
            None => Digest::new(article),
        })
    }

    /// Gives what each article is about to `each`, one after the other and in order of their ids, for what is indexed: enough
    /// to find out what articles have in common. About 1 kB an article.
    ///
    /// # Errors
    /// When the library can't be read.
    pub fn each_terms(&self, mut each: impl FnMut(ArticleId, Terms)) -> Result<(), Trouble> {
        self.read(|connection| {
            let mut query = connection.prepare_cached(
                "SELECT article, weights, fingerprint, title, outlet, date FROM terms JOIN article ON id = article ORDER BY article",
            )?;
            let mut rows = query.query([])?;
            while let Some(row) = rows.next()? {
                let made_of = [
                    ANALYSIS.as_bytes(),
                    row.get_ref(2)?.as_blob()?,
                    row.get_ref(3)?.as_str()?.as_bytes(),
                    row.get_ref(4)?.as_str()?.as_bytes(),
                ];
                if let Some(terms) = unseal::<Terms>(&made_of, row.get_ref(1)?.as_blob()?) {
                    each(ArticleId(row.get(0)?), terms.dated(row.get_ref(5)?.as_str_or_null()?));
                }
            }
            Ok(())
        })
    }
}

type Known = (Article, Option<(Found, Terms)>);

fn known(connection: &Connection, id: ArticleId) -> rusqlite::Result<Option<Known>> {
    let Some(article) = load(connection, id)? else {
        return Ok(None);
    };
    let sql = "SELECT found, weights FROM reading JOIN terms USING (article) WHERE article = ?";
    let mut query = connection.prepare_cached(sql)?;
    let text = Fingerprint::of(&article.text);
    let made_of = made_of(&text, &article);
    let found = query.query_row([id.0], |row| {
        let found = unseal::<Found>(&made_of, row.get_ref(0)?.as_blob()?);
        Ok(found.zip(unseal::<Terms>(&made_of, row.get_ref(1)?.as_blob()?)))
    });
    let found = found.optional()?.flatten();
    Ok(Some((article, found)))
}

fn assembled(article: Article, found: Found, terms: Terms) -> Digest {
    let digest = Digest::partial(article);
    let reading = Arc::unwrap_or_clone(digest.reading);
    let terms = terms.dated(reading.article.label.date.as_deref());
    Digest {
        reading: Arc::new(Reading {
            sentences: found.sentences,
            names: found.names,
            quotes: found.quotes,
            ..reading
        }),
        cast: Arc::new(found.cast),
        terms: Arc::new(terms),
        partial: false,
        ..digest
    }
}

/// What the findings of an article depend on: the analysis, the text, and of its label the title and the outlet.
fn made_of<'a>(text: &'a Fingerprint, article: &'a Article) -> [&'a [u8]; 4] {
    [
        ANALYSIS.as_bytes(),
        text.bytes(),
        article.title.text.as_bytes(),
        article.label.outlet().as_bytes(),
    ]
}

/// What is kept of a digest: what was found, and what the article is about.
pub(super) fn kept(digest: &Digest) -> (Vec<u8>, Vec<u8>) {
    let reading = &digest.reading;
    let made_of = made_of(&reading.fingerprint, &reading.article);
    let found = Lent {
        sentences: &reading.sentences,
        names: &reading.names,
        quotes: &reading.quotes,
        cast: &digest.cast,
    };
    let terms = Terms::clone(&digest.terms).dated(None);
    (seal(&made_of, &found), seal(&made_of, &terms))
}
