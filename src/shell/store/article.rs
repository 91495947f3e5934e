//! Articles: putting them in, taking them out, finding them.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension, Transaction, params, params_from_iter};

use super::content::{add_labels, fingerprint, load, refresh, store_content, store_labels};
use super::location::{canonical, keys_at};
use super::near::{self, Runs, are_versions};
use super::{ArticleId, Location, Store, Trouble, indexing, marks};
use crate::article::{Article, Fingerprint};

/// An article that is to be put into the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// Where it was found.
    pub location: Location,
    /// The article.
    pub article: Article,
}

/// What became of an article that was put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// It is new.
    New(ArticleId),
    /// Its text was there already, from the same place or another.
    Same(ArticleId),
    /// Another text was in its place before. When this is a version of it, it is the same article still, and what the reader
    /// made of that has moved to it, where its words are still found. Else it is another article, and the one before is gone.
    Changed {
        /// Which.
        id: ArticleId,
        /// The text before.
        old: Fingerprint,
        /// The text now.
        new: Fingerprint,
    },
    /// It is new, and its text nearly that of another article, which came first.
    CopyOf {
        /// Which it is.
        id: ArticleId,
        /// Which came first.
        of: ArticleId,
    },
}

impl Put {
    /// The article.
    pub fn id(self) -> ArticleId {
        match self {
            Put::New(id) | Put::Same(id) | Put::Changed { id, .. } | Put::CopyOf { id, .. } => id,
        }
    }
}

impl Store {
    /// Puts articles in, all or none; many at once far quicker than one by one.
    ///
    /// # Errors
    /// When the library can't be written; it is then as it was.
    pub fn put_all(&mut self, incoming: &[Incoming]) -> Result<Vec<Put>, Trouble> {
        self.write(|transaction, tick| {
            let each = incoming.iter();
            each.map(|incoming| put(transaction, tick, incoming))
                .collect()
        })
    }

    /// The article, with the reader's labels.
    ///
    /// # Errors
    /// When the library can't be read, or there is no such article.
    pub fn article(&self, id: ArticleId) -> Result<Article, Trouble> {
        self.read(|connection| load(connection, id))?
            .ok_or(Trouble::Missing(id))
    }

    /// The article that has this text.
    ///
    /// # Errors
    /// When the library can't be read.
    pub fn with_text(&self, text: Fingerprint) -> Result<Option<ArticleId>, Trouble> {
        self.read(|connection| with_text(connection, text))
    }

    /// The article that was found there; for standard input, ask for its text.
    ///
    /// # Errors
    /// When the library can't be read.
    pub fn at(&self, location: &Location) -> Result<Option<ArticleId>, Trouble> {
        let key = location.key(Fingerprint::of(""));
        self.read(|connection| at(connection, &key))
    }

    /// The articles at a path, in the folder there, or at an address.
    ///
    /// # Errors
    /// When the library can't be read.
    pub fn found_at(&self, place: &str) -> Result<Vec<ArticleId>, Trouble> {
        let Some((file, within)) = keys_at(Path::new(place)) else {
            return Ok(Vec::new());
        };
        let part = format!("{file}#");
        // What begins with a key stands between it and itself with a last letter that is higher than any.
        let (past_part, past_within) = (format!("{part}\u{10ffff}"), format!("{within}\u{10ffff}"));
        let sql = "SELECT DISTINCT article FROM place WHERE location IN (?1, ?2) OR location BETWEEN ?3 AND ?4 \
                   OR location BETWEEN ?5 AND ?6 ORDER BY article";
        self.ids(
            sql,
            &[
                &file,
                &canonical(place),
                &part,
                &past_part,
                &within,
                &past_within,
            ],
        )
    }

    /// The articles that are called so, in any case.
    ///
    /// # Errors
    /// When the library can't be read.
    pub fn titled(&self, title: &str) -> Result<Vec<ArticleId>, Trouble> {
        self.ids(
            "SELECT id FROM article WHERE title = ? COLLATE NOCASE ORDER BY id",
            &[title],
        )
    }

    fn ids(&self, sql: &str, values: &[&str]) -> Result<Vec<ArticleId>, Trouble> {
        self.read(|connection| {
            let mut query = connection.prepare_cached(sql)?;
            let ids = query.query_map(params_from_iter(values), |row| row.get(0).map(ArticleId))?;
            ids.collect()
        })
    }

    /// Takes an article out. What the reader made of it stays, and is there again when the text is.
    ///
    /// # Errors
    /// When the library can't be written, or there is no such article.
    pub fn remove(&mut self, id: ArticleId) -> Result<(), Trouble> {
        let was_there = self.write(|transaction, tick| {
            let there = shown_text(transaction, id)?.is_some();
            if there {
                remove(transaction, tick, id)?;
            }
            Ok(there)
        })?;
        if was_there {
            Ok(())
        } else {
            Err(Trouble::Missing(id))
        }
    }
}

fn put(transaction: &Transaction<'_>, tick: i64, incoming: &Incoming) -> rusqlite::Result<Put> {
    let article = &incoming.article;
    let text = Fingerprint::of(&article.text);
    let key = incoming.location.key(text);
    let known = with_text(transaction, text)?;
    let before = at(transaction, &key)?;
    let old = match before {
        Some(id) => shown_text(transaction, id)?,
        None => None,
    };
    match (before.zip(old), known) {
        (Some((id, _)), Some(known)) if id == known => {
            if is_only_place(transaction, id)? {
                store_labels(transaction, id, &article.label, &article.title)?;
            } else {
                add_labels(transaction, id, article)?;
            }
            refresh(transaction, tick, id)?;
            Ok(Put::Same(id))
        }
        (Some((id, old)), known) if is_only_place(transaction, id)? => {
            let before = load(transaction, id)?;
            let is_version = incoming.location.is_lasting()
                || before.is_some_and(|before| are_versions(&before, article));
            let id = change(transaction, tick, id, incoming, known, is_version)?;
            if is_version {
                marks::follow(transaction, tick, old, text, &article.text)?;
            }
            refresh(transaction, tick, id)?;
            Ok(Put::Changed { id, old, new: text })
        }
        (_, Some(known)) => {
            point(transaction, &key, known)?;
            add_labels(transaction, known, article)?;
            refresh(transaction, tick, known)?;
            Ok(Put::Same(known))
        }
        (_, None) => {
            let (id, of) = insert(transaction, tick, article, text)?;
            point(transaction, &key, id)?;
            Ok(of.map_or(Put::New(id), |of| Put::CopyOf { id, of }))
        }
    }
}

/// Puts another text in the only place of an article; gives the article that stands there then. `known` is the one that has
/// the text already.
fn change(
    transaction: &Transaction<'_>,
    tick: i64,
    id: ArticleId,
    incoming: &Incoming,
    known: Option<ArticleId>,
    is_version: bool,
) -> rusqlite::Result<ArticleId> {
    let article = &incoming.article;
    let text = Fingerprint::of(&article.text);
    let key = incoming.location.key(text);
    match known {
        // A text that lies elsewhere already: that is the article from now on.
        Some(known) => {
            point(transaction, &key, known)?;
            add_labels(transaction, known, article)?;
            remove(transaction, tick, id)?;
            Ok(known)
        }
        None if is_version => {
            replace(transaction, tick, id, article, text)?;
            Ok(id)
        }
        None => {
            remove(transaction, tick, id)?;
            let (new, _) = insert(transaction, tick, article, text)?;
            point(transaction, &key, new)?;
            Ok(new)
        }
    }
}

fn insert(
    transaction: &Transaction<'_>,
    tick: i64,
    article: &Article,
    text: Fingerprint,
) -> rusqlite::Result<(ArticleId, Option<ArticleId>)> {
    let is_read = marks::is_read(transaction, text)?;
    transaction
        .prepare_cached(
            "INSERT INTO article (fingerprint, title, origin, outlet, words, is_read, tick) VALUES (?, '', 0, '', 0, ?, ?)",
        )?
        .execute(params![text.bytes(), is_read, tick])?;
    let id = ArticleId(transaction.last_insert_rowid());
    store_content(transaction, id, article, text)?;
    let of = liken(transaction, id, article)?;
    refresh(transaction, tick, id)?;
    Ok((id, of))
}

/// Puts another text in the place of an article's.
fn replace(
    transaction: &Transaction<'_>,
    tick: i64,
    id: ArticleId,
    article: &Article,
    text: Fingerprint,
) -> rusqlite::Result<()> {
    indexing::forget(transaction, id)?;
    forget_likeness(transaction, tick, id)?;
    let is_read = marks::is_read(transaction, text)?;
    transaction.execute(
        "UPDATE article SET fingerprint = ?, is_read = ?, tick = ? WHERE id = ?",
        params![text.bytes(), is_read, tick, id.0],
    )?;
    store_content(transaction, id, article, text)?;
    liken(transaction, id, article)?;
    Ok(())
}

fn remove(transaction: &Transaction<'_>, tick: i64, id: ArticleId) -> rusqlite::Result<()> {
    indexing::forget(transaction, id)?;
    forget_likeness(transaction, tick, id)?;
    transaction.execute("DELETE FROM article WHERE id = ?", [id.0])?;
    transaction.execute(
        "INSERT OR REPLACE INTO gone (article, tick) VALUES (?, ?)",
        [id.0, tick],
    )?;
    Ok(())
}

/// Finds out which article it is a copy of, and lets others be found to be copies of it.
fn liken(
    transaction: &Transaction<'_>,
    id: ArticleId,
    article: &Article,
) -> rusqlite::Result<Option<ArticleId>> {
    let runs = Runs::of(article);
    let of = match near::nearest(transaction, &runs)? {
        Some(near) => Some(first_of(transaction, near)?),
        None => None,
    };
    near::put(transaction, id, &runs)?;
    transaction
        .prepare_cached("UPDATE article SET copy_of = ? WHERE id = ?")?
        .execute(params![of.map(|of| of.0), id.0])?;
    Ok(of)
}

/// The article that a copy is one of, or the article itself.
fn first_of(connection: &Connection, id: ArticleId) -> rusqlite::Result<ArticleId> {
    let mut first =
        connection.prepare_cached("SELECT coalesce(copy_of, id) FROM article WHERE id = ?")?;
    first.query_row([id.0], |row| row.get(0)).map(ArticleId)
}

/// Before an article goes or gets another text: the first of its copies takes its place.
fn forget_likeness(
    transaction: &Transaction<'_>,
    tick: i64,
    id: ArticleId,
) -> rusqlite::Result<()> {
    transaction.execute("DELETE FROM band WHERE article = ?", [id.0])?;
    let next: Option<i64> = transaction.query_row(
        "SELECT min(id) FROM article WHERE copy_of = ?",
        [id.0],
        |row| row.get(0),
    )?;
    transaction.execute(
        "UPDATE article SET copy_of = nullif(?1, id), tick = ?2 WHERE copy_of = ?3",
        params![next, tick, id.0],
    )?;
    Ok(())
}

pub(super) fn with_text(
    connection: &Connection,
    text: Fingerprint,
) -> rusqlite::Result<Option<ArticleId>> {
    let mut query = connection.prepare_cached("SELECT id FROM article WHERE fingerprint = ?")?;
    query
        .query_row([text.bytes()], |row| row.get(0).map(ArticleId))
        .optional()
}

/// The text that an article has; `None` when there is no such article.
fn shown_text(connection: &Connection, id: ArticleId) -> rusqlite::Result<Option<Fingerprint>> {
    let mut query = connection.prepare_cached("SELECT fingerprint FROM article WHERE id = ?")?;
    query
        .query_row([id.0], |row| fingerprint(row.get_ref(0)?))
        .optional()
}

fn at(connection: &Connection, key: &str) -> rusqlite::Result<Option<ArticleId>> {
    let mut query = connection.prepare_cached("SELECT article FROM place WHERE location = ?")?;
    query
        .query_row([key], |row| row.get(0).map(ArticleId))
        .optional()
}

fn is_only_place(connection: &Connection, id: ArticleId) -> rusqlite::Result<bool> {
    let mut places =
        connection.prepare_cached("SELECT count(*) <= 1 FROM place WHERE article = ?")?;
    places.query_row([id.0], |row| row.get(0))
}

fn point(transaction: &Transaction<'_>, key: &str, id: ArticleId) -> rusqlite::Result<()> {
    let sql = "INSERT INTO place (location, article) VALUES (?1, ?2) ON CONFLICT (location) DO UPDATE SET article = ?2";
    transaction
        .prepare_cached(sql)?
        .execute(params![key, id.0])
        .map(drop)
}
