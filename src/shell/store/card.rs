//! What lists show.

use std::sync::Arc;

use foldhash::HashSet;
use rusqlite::{Connection, Params, Row};

use super::content::{fingerprint, origin_of};
use super::{ArticleId, Card, Store, Stored, Trouble};

/// A state of the library, to ask what changed since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision(i64);

/// What changed between two states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The later state.
    pub revision: Revision,
    /// Articles that are new or shown otherwise, in order of their ids.
    pub articles: Vec<Stored>,
    /// Articles that are no longer there.
    pub removed: Vec<ArticleId>,
    /// Whether anything that the reader made is new, changed or gone.
    pub marks: bool,
}

const COLUMNS: &str =
    "id, fingerprint, title, origin, outlet, date, words, quotes, is_read, copy_of";

impl Store {
    /// All articles in the order in which they came, the reader's labels applied.
    ///
    /// # Errors
    /// When the library can't be read.
    pub fn cards(&self) -> Result<Vec<Stored>, Trouble> {
        self.read(|connection| {
            listed(
                connection,
                &format!("SELECT {COLUMNS} FROM article ORDER BY id"),
                [],
            )
        })
    }

    /// The state that the library is in; what is read after this is at least as new.
    ///
    /// # Errors
    /// When the library can't be read.
    pub fn revision(&self) -> Result<Revision, Trouble> {
        self.read(revision)
    }

    /// What changed since, by this connection or any other, of any process. It costs little when nothing did: it can be
    /// asked several times a second.
    ///
    /// # Errors
    /// When the library can't be read.
    pub fn changes(&self, since: Revision) -> Result<Changes, Trouble> {
        self.read(|connection| {
            let now = revision(connection)?;
            let mut changes = Changes {
                revision: now,
                articles: Vec::new(),
                removed: Vec::new(),
                marks: false,
            };
            if now == since {
                return Ok(changes);
            }
            let shown = format!("SELECT {COLUMNS} FROM article WHERE tick > ? ORDER BY id");
            changes.articles = listed(connection, &shown, [since.0])?;
            let mut gone = connection.prepare_cached("SELECT article FROM gone WHERE tick > ?")?;
            let gone = gone.query_map([since.0], |row| row.get(0).map(ArticleId))?;
            changes.removed = gone.collect::<rusqlite::Result<_>>()?;
            changes.marks =
                connection.query_row("SELECT marks > ? FROM tick", [since.0], |row| row.get(0))?;
            Ok(changes)
        })
    }

    /// The article with this id as lists show it; `None` when there is none.
    ///
    /// # Errors
    /// When the library can't be read.
    pub fn card(&self, id: ArticleId) -> Result<Option<Stored>, Trouble> {
        self.read(|connection| {
            let one = format!("SELECT {COLUMNS} FROM article WHERE id = ?");
            Ok(listed(connection, &one, [id.0])?.pop())
        })
    }
}

fn revision(connection: &Connection) -> rusqlite::Result<Revision> {
    let mut tick = connection.prepare_cached("SELECT value FROM tick")?;
    tick.query_row([], |row| row.get(0)).map(Revision)
}

fn listed(connection: &Connection, sql: &str, of: impl Params) -> rusqlite::Result<Vec<Stored>> {
    let mut outlets: HashSet<Arc<str>> = HashSet::default();
    let mut query = connection.prepare_cached(sql)?;
    let rows = query.query_map(of, |row| stored(row, &mut outlets))?;
    rows.collect()
}

fn stored(row: &Row<'_>, outlets: &mut HashSet<Arc<str>>) -> rusqlite::Result<Stored> {
    let outlet = row.get_ref(4)?.as_str()?;
    let outlet = if let Some(known) = outlets.get(outlet) {
        Arc::clone(known)
    } else {
        let new: Arc<str> = outlet.into();
        outlets.insert(Arc::clone(&new));
        new
    };
    Ok(Stored {
        id: ArticleId(row.get(0)?),
        card: Card {
            text: fingerprint(row.get_ref(1)?)?,
            title: row.get_ref(2)?.as_str()?.into(),
            origin: origin_of(row.get(3)?),
            outlet,
            date: row.get_ref(5)?.as_str_or_null()?.map(Into::into),
            words: row.get(6)?,
            quotes: row.get(7)?,
        },
        is_read: row.get(8)?,
        copy_of: row.get::<_, Option<i64>>(9)?.map(ArticleId),
    })
}
