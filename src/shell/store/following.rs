//! What the library follows, and filters that were saved.

use std::path::{Path, PathBuf};

use rusqlite::{Row, params};

use super::location::whole;
use super::{Store, Trouble};
use crate::query::Filter;

/// A feed that is asked for new articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feed {
    /// Its address.
    pub url: String,
    /// What it calls itself.
    pub title: Option<String>,
    /// What the server wants to hear when it is asked again, as it said it.
    pub etag: Option<String>,
    /// The same, as a date.
    pub last_modified: Option<String>,
    /// When it was asked last, as RFC 3339 has it.
    pub asked: Option<String>,
    /// What went wrong then.
    pub trouble: Option<String>,
}

impl Store {
    /// The feeds that are followed, by address.
    ///
    /// # Errors
    /// When the library can't be read.
    pub fn feeds(&self) -> Result<Vec<Feed>, Trouble> {
        self.listed(
            "SELECT url, title, etag, last_modified, asked, trouble FROM feed ORDER BY url",
            |row| {
                Ok(Feed {
                    url: row.get(0)?,
                    title: row.get(1)?,
                    etag: row.get(2)?,
                    last_modified: row.get(3)?,
                    asked: row.get(4)?,
                    trouble: row.get(5)?,
                })
            },
        )
    }

    /// Follows a feed. Says whether it is new; one that is followed already stays as it is.
    ///
    /// # Errors
    /// When the library can't be written.
    pub fn follow(&mut self, feed: &Feed) -> Result<bool, Trouble> {
        let Feed { url, title, .. } = feed;
        self.write(|transaction, _| {
            let sql = "INSERT INTO feed (url, title) VALUES (?, ?) ON CONFLICT DO NOTHING";
            Ok(transaction.execute(sql, params![url, title])? > 0)
        })
    }

    /// Stores what came of asking the feed at `asked_at`, which has perhaps moved since. Of a feed that is no longer followed
    /// nothing is stored.
    ///
    /// # Errors
    /// When the library can't be written.
    pub fn put_answer(&mut self, asked_at: &str, feed: &Feed) -> Result<(), Trouble> {
        let Feed {
            url,
            title,
            etag,
            last_modified,
            asked,
            trouble,
        } = feed;
        self.write(|transaction, _| {
            // Where it has moved to, there may be one that is followed: both are one from now on.
            let sql = "UPDATE OR REPLACE feed SET url = ?, title = ?, etag = ?, last_modified = ?, asked = ?, trouble = ? \
                       WHERE url = ?";
            let told = params![url, title, etag, last_modified, asked, trouble, asked_at];
            transaction.execute(sql, told).map(drop)
        })
    }

    /// Follows a feed no longer; its articles stay. Says whether it was followed.
    ///
    /// # Errors
    /// When the library can't be written.
    pub fn remove_feed(&mut self, url: &str) -> Result<bool, Trouble> {
        self.write(|transaction, _| {
            Ok(transaction.execute("DELETE FROM feed WHERE url = ?", [url])? > 0)
        })
    }

    /// The folders that are followed.
    ///
    /// # Errors
    /// When the library can't be read.
    pub fn folders(&self) -> Result<Vec<PathBuf>, Trouble> {
        self.listed("SELECT path FROM folder ORDER BY path", |row| {
            Ok(path_of(row.get_ref(0)?.as_blob()?))
        })
    }

    /// Follows a folder; gives its path from the root on.
    ///
    /// # Errors
    /// When the library can't be written.
    pub fn put_folder(&mut self, path: &Path) -> Result<PathBuf, Trouble> {
        let path = whole(path).unwrap_or_else(|| path.to_owned());
        let bytes = path.as_os_str().as_encoded_bytes();
        self.write(|transaction, _| {
            transaction
                .execute("INSERT OR IGNORE INTO folder (path) VALUES (?)", [bytes])
                .map(drop)
        })?;
        Ok(path)
    }

    /// Follows a folder no longer; its articles stay. Says whether it was followed.
    ///
    /// # Errors
    /// When the library can't be written.
    pub fn remove_folder(&mut self, path: &Path) -> Result<bool, Trouble> {
        let Some(path) = whole(path) else {
            return Ok(false);
        };
        // As it was typed then, if that was long ago.
        let mut known = self.folders()?;
        known.retain(|known| whole(known).as_ref() == Some(&path));
        self.write(|transaction, _| {
            for path in &known {
                let path = path.as_os_str().as_encoded_bytes();
                transaction.execute("DELETE FROM folder WHERE path = ?", [path])?;
            }
            Ok(!known.is_empty())
        })
    }

    /// The filters that were saved, by name.
    ///
    /// # Errors
    /// When the library can't be read.
    pub fn filters(&self) -> Result<Vec<Filter>, Trouble> {
        self.listed("SELECT name, query FROM filter ORDER BY name", |row| {
            Ok(Filter {
                name: row.get(0)?,
                query: row.get(1)?,
            })
        })
    }

    /// Saves a filter, in the place of one of the same name.
    ///
    /// # Errors
    /// When the library can't be written.
    pub fn put_filter(&mut self, filter: &Filter) -> Result<(), Trouble> {
        self.write(|transaction, _| {
            let sql = "INSERT OR REPLACE INTO filter (name, query) VALUES (?, ?)";
            transaction
                .execute(sql, params![filter.name, filter.query])
                .map(drop)
        })
    }

    /// Takes a filter away. Says whether it was there.
    ///
    /// # Errors
    /// When the library can't be written.
    pub fn remove_filter(&mut self, name: &str) -> Result<bool, Trouble> {
        self.write(|transaction, _| {
            Ok(transaction.execute("DELETE FROM filter WHERE name = ?", [name])? > 0)
        })
    }

    fn listed<T>(
        &self,
        sql: &str,
        of: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Trouble> {
        self.read(|connection| connection.prepare(sql)?.query_map([], of)?.collect())
    }
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    std::ffi::OsStr::from_bytes(bytes).into()
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    String::from_utf8_lossy(bytes).into_owned().into()
}
