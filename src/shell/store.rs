//! The library: articles, what is found in them, and what the reader made of them, in one SQLite file.
//!
//! A [`Store`] is a connection; each thread opens its own. What the reader makes is written at once and
//! durably: a call that returned can be relied on, whatever happens to the program or the machine.

mod article;
mod card;
mod content;
mod digest;
mod following;
mod indexing;
mod location;
mod marks;
mod near;
mod opening;
mod schema;
mod sealed;
mod search;
#[cfg(test)]
mod tests;
mod trouble;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, InterruptHandle, Transaction, TransactionBehavior};

pub use crate::screen::{ArticleId, Card, Stored};
pub use article::{Incoming, Put};
pub use card::{Changes, Revision};
pub use following::Feed;
pub use indexing::Progress;
pub use location::{Location, whole};
pub use trouble::{Trouble, usual_path};

/// The library, by a connection of its own.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    /// `None` for one that is kept in memory.
    path: Option<PathBuf>,
    access: Access,
}

/// What may be done with the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// It can be read and written.
    Whole,
    /// It can only be read.
    ReadOnly(Why),
}

/// Why the library can only be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The file or its folder may not be written.
    Permission,
    /// There is no room for what goes beside the file while it is written.
    Full,
    /// A newer program wrote it: its version.
    Newer(usize),
}

impl std::fmt::Display for Why {
    fn fmt(&self, form: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Why::Permission => form.write_str("its file or folder may not be written"),
            Why::Full => form.write_str("the disk is full"),
            Why::Newer(version) => write!(form, "a newer parallax wrote it (version {version})"),
        }
    }
}

/// Stops what another thread's store is doing.
#[derive(Clone)]
pub struct Interrupter(Arc<InterruptHandle>);

impl Interrupter {
    /// What is under way ends with [`Trouble::Stopped`]; nothing happens when nothing is.
    pub fn stop(&self) {
        self.0.interrupt();
    }
}

impl Store {
    /// Opens the library at `path`, made where there is none. Tables of an older program are brought up to date, after a
    /// copy of the file is put beside it as `library.db.before-vN`.
    ///
    /// What may not be written, and what a newer program wrote, is opened for reading only: see [`Store::access`].
    ///
    /// # Errors
    /// Says why when it can't be made or read; it is then as it was.
    pub fn open(path: &Path) -> Result<Store, Trouble> {
        let (connection, access) = opening::open(path)?;
        Ok(Store {
            connection,
            path: Some(path.to_owned()),
            access,
        })
    }

    /// As [`Store::open`], when there is one; `None` when not.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_existing(path: &Path) -> Result<Option<Store>, Trouble> {
        path.exists().then(|| Store::open(path)).transpose()
    }

    /// Renames a library that is damaged to `library.db.broken-DATE`, with what belongs to it, and gives its new path.
    ///
    /// # Errors
    /// When it can't be renamed.
    pub fn set_aside(path: &Path) -> Result<PathBuf, Trouble> {
        opening::set_aside(path)
    }

    /// What may be done with it.
    pub fn access(&self) -> Access {
        self.access
    }

    /// Why nothing can be written into it, if that is so.
    pub fn read_only(&self) -> Option<Trouble> {
        self.check_access().err()
    }

    /// Its file.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// By which another thread can stop what this store is doing.
    pub fn interrupter(&self) -> Interrupter {
        Interrupter(Arc::new(self.connection.get_interrupt_handle()))
    }

    /// Does something in one transaction, which is durable once this returns; `tick` is its number.
    fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>, i64) -> rusqlite::Result<T>,
    ) -> Result<T, Trouble> {
        self.check_access()?;
        let path = self.name();
        let begun = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate);
        let done = begun.and_then(|transaction| {
            let tick = transaction.query_row(
                "UPDATE tick SET value = value + 1 RETURNING value",
                [],
                |row| row.get(0),
            )?;
            let done = work(&transaction, tick)?;
            transaction.commit()?;
            Ok(done)
        });
        done.map_err(|error| Trouble::of(&path, error))
    }

    /// Refuses to go on when nothing can be written.
    fn check_access(&self) -> Result<(), Trouble> {
        match self.access {
            Access::Whole => Ok(()),
            Access::ReadOnly(why) => Err(Trouble::ReadOnly {
                path: self.name(),
                why,
            }),
        }
    }

    /// Reads something.
    fn read<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, Trouble> {
        work(&self.connection).map_err(|error| Trouble::of(&self.name(), error))
    }

    fn name(&self) -> String {
        let path = self.path.as_ref();
        path.map_or_else(|| IN_MEMORY.to_owned(), |path| path.display().to_string())
    }
}

/// What the library is called in messages when it has no file.
const IN_MEMORY: &str = "in memory";
