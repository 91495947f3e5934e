use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use super::{ArticleId, Why};

/// Why the library can't be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// There is no home to keep one in.
    #[error("there is no home folder to keep the library in; say where with --library FILE")]
    NoHome,
    /// It is not there and can't be made.
    #[error("{path}: the library can't be made here: {source}; say where with --library FILE")]
    Unmade {
        /// Where it should be.
        path: String,
        /// What the system says.
        #[source]
        source: io::Error,
    },
    /// It is no database, or what is in it does not hold together.
    #[error(
        "{path}: this is no library, or it is damaged ({what}); nothing was changed. With --set-aside it is renamed and a new \
         one begun"
    )]
    Broken {
        /// Where it is.
        path: String,
        /// What is wrong.
        what: String,
    },
    /// It is a database of another program.
    #[error(
        "{path}: this is another program's database; say where the library is with --library FILE"
    )]
    Foreign {
        /// Where it is.
        path: String,
    },
    /// A newer program wrote it, in a way that this one can't read.
    #[error(
        "{path}: a newer parallax wrote this library (version {version}); this one can't read it, and changed nothing"
    )]
    Newer {
        /// Where it is.
        path: String,
        /// Its version.
        version: usize,
    },
    /// An older program wrote it, and its tables can't be changed to be read.
    #[error(
        "{path}: an older parallax wrote this library, and it can't be brought up to date: {why}"
    )]
    Older {
        /// Where it is.
        path: String,
        /// Why that is.
        why: Why,
    },
    /// There is none where one is asked for.
    #[error("{path}: there is no library; parallax add makes one")]
    Absent {
        /// Where it is not.
        path: String,
    },
    /// It is open for reading only.
    #[error("{path}: the library can only be read: {why}")]
    ReadOnly {
        /// Where it is.
        path: String,
        /// Why that is.
        why: Why,
    },
    /// No room is left; what was there before is untouched.
    #[error("{path}: the library can't grow, the disk is full; nothing that was saved is lost")]
    Full {
        /// Where it is.
        path: String,
    },
    /// Somebody else has been writing for too long.
    #[error("{path}: another program is writing to the library; try again")]
    Busy {
        /// Where it is.
        path: String,
    },
    /// What was asked for is no longer wanted.
    #[error("stopped")]
    Stopped,
    /// There is no such article.
    #[error("this article is no longer in the library")]
    Missing(ArticleId),
    /// Something else.
    #[error("{path}: the library fails: {source}")]
    Other {
        /// Where it is.
        path: String,
        /// What SQLite says.
        #[source]
        source: rusqlite::Error,
    },
    /// A file beside the library can't be written or renamed.
    #[error("{path}: {source}")]
    Beside {
        /// Which.
        path: String,
        /// What the system says.
        #[source]
        source: io::Error,
    },
}

impl Trouble {
    /// What an error of SQLite means for the library at `path`.
    pub(super) fn of(path: &str, source: rusqlite::Error) -> Trouble {
        let path = path.to_owned();
        match source.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Trouble::Broken {
                path,
                what: source.to_string(),
            },
            _ if is_unwritten(&source) => Trouble::Full { path },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Trouble::Busy { path },
            Some(ErrorCode::OperationInterrupted) => Trouble::Stopped,
            Some(ErrorCode::ReadOnly) => Trouble::ReadOnly {
                path,
                why: Why::Permission,
            },
            _ => Trouble::Other { path, source },
        }
    }

    pub(super) fn beside(path: &Path, source: io::Error) -> Trouble {
        Trouble::Beside {
            path: path.display().to_string(),
            source,
        }
    }

    pub(super) fn unmade(path: &Path, source: io::Error) -> Trouble {
        Trouble::Unmade {
            path: path.display().to_string(),
            source,
        }
    }

    /// Whether the library should be set aside for a new one to be begun.
    pub fn is_broken(&self) -> bool {
        matches!(self, Trouble::Broken { .. })
    }
}

/// Whether there is no room for more: a limit on the size of a file is met as an input/output error.
pub(super) fn is_unwritten(error: &rusqlite::Error) -> bool {
    const FULL: i32 = rusqlite::ffi::SQLITE_FULL;
    const WRITE: i32 = rusqlite::ffi::SQLITE_IOERR_WRITE;
    const TRUNCATE: i32 = rusqlite::ffi::SQLITE_IOERR_TRUNCATE;
    const OPEN_LOG: i32 = rusqlite::ffi::SQLITE_IOERR_SHMOPEN;
    const GROW_LOG: i32 = rusqlite::ffi::SQLITE_IOERR_SHMSIZE;
    let code = error.sqlite_extended_error_code();
    matches!(code, Some(FULL | WRITE | TRUNCATE | OPEN_LOG | GROW_LOG))
}

/// Where the library is kept when nothing else is said: `parallax/library.db` in the folder for data that the XDG Base
/// Directory Specification names.
///
/// # Errors
/// When there is no home folder.
pub fn usual_path() -> Result<PathBuf, Trouble> {
    use etcetera::BaseStrategy;
    let folders = etcetera::base_strategy::Xdg::new().map_err(|_| Trouble::NoHome)?;
    Ok(folders.data_dir().join("parallax").join("library.db"))
}
