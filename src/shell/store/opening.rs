use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use foldhash::HashMap;
use rusqlite::backup::NO_PROGRESS;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::FromSqlError;
use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags};

use super::trouble::is_unwritten;
use super::{Access, Trouble, Why, schema};
use crate::text::fold;

/// How long one process waits for another that is writing.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long it takes until something is tried again.
const STEP: Duration = Duration::from_millis(20);

/// The bytes of the smallest page of a database.
const SHORTEST: u64 = 512;

/// The bytes of a page.
const PAGE: i32 = 8 * 1024;

/// How many KiB of pages a connection keeps.
const CACHE: i32 = 8 * 1024;

pub(super) fn open(path: &Path) -> Result<(Connection, Access), Trouble> {
    match make(path) {
        Err(why) if path.exists() && is_refusal(&why) => return read_only(path, Why::Permission),
        made => made.map_err(|why| Trouble::unmade(path, why))?,
    }
    // SQLite takes a file that is shorter than any library for an empty one, and would write over it.
    if fs::metadata(path).is_ok_and(|file| (1..SHORTEST).contains(&file.len())) {
        return Err(Trouble::Broken {
            path: path.display().to_string(),
            what: "it is too short".to_owned(),
        });
    }
    let told = |error| Trouble::of(&path.display().to_string(), error);
    let mut connection = match connect(path) {
        Err(error) if is_unwritable(&error) => return read_only(path, Why::Permission),
        Err(error) if is_unwritten(&error) => return read_only(path, Why::Full),
        connected => connected.map_err(told)?,
    };
    if connection.is_readonly(MAIN_DB).map_err(told)? {
        return read_only(path, Why::Permission);
    }
    let access = known(path, &connection)?;
    if access != Access::Whole {
        return read_only(path, Why::Permission);
    }
    bring_up_to_date(path, &mut connection)?;
    Ok((connection, Access::Whole))
}

#[cfg(test)]
pub(super) fn in_memory() -> rusqlite::Result<Connection> {
    let mut connection = Connection::open_in_memory()?;
    settle(&connection)?;
    schema::migrate(&mut connection, schema::VERSION)?;
    Ok(connection)
}

/// Makes the folders and the file where there are none; nobody else may look into them.
fn make(path: &Path) -> io::Result<()> {
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

fn is_refusal(why: &io::Error) -> bool {
    matches!(
        why.kind(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
    )
}

fn is_unwritable(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied)
    )
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    settle(&connection)?;
    // Reads the file, and so says whether it is a database.
    schema::version(&connection)?;
    if schema::is_ours(&connection)? {
        keep_log(&connection)?;
    }
    Ok(connection)
}

/// Readers and a writer don't wait for each other when changes go to a log first. Where two processes turn a new file to
/// that at once, one is refused at once and tries again.
fn keep_log(connection: &Connection) -> rusqlite::Result<()> {
    let begun = Instant::now();
    loop {
        let turned = connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()));
        let busy = turned
            .as_ref()
            .err()
            .and_then(rusqlite::Error::sqlite_error_code);
        if busy != Some(ErrorCode::DatabaseBusy) || begun.elapsed() > PATIENCE {
            return turned;
        }
        thread::sleep(STEP);
    }
}

fn settle(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // Of pages of the usual 4 KiB, which a usual article half fills, a new file wastes much.
    connection.pragma_update(None, "page_size", PAGE)?;
    // Every commit waits for the disk: what is acknowledged outlives a loss of power.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "cache_size", -CACHE)?;
    connection.set_prepared_statement_cache_capacity(64);
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    // Of these two the second is folded. Of few outlets there are very many articles: each is looked at once.
    connection.create_scalar_function("holds", 2, flags, |call| {
        type Known = Mutex<HashMap<String, bool>>;
        let known = call.get_or_create_aux(1, |_| Ok::<_, FromSqlError>(Known::default()))?;
        let Some(words) = call.get_raw(0).as_str_or_null()? else {
            return Ok(false);
        };
        let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.get(words) {
            return Ok(*known);
        }
        let holds = fold(words).contains(call.get_raw(1).as_str()?);
        known.insert(words.to_owned(), holds);
        Ok(holds)
    })?;
    connection.create_scalar_function("is_alike", 2, flags, |call| {
        let (word, other) = (call.get_raw(0).as_str_or_null()?, call.get_raw(1).as_str()?);
        Ok(word.is_some_and(|word| fold(word.trim()) == other))
    })
}

/// What may be done with a file that can be written.
fn known(path: &Path, connection: &Connection) -> Result<Access, Trouble> {
    let name = path.display().to_string();
    let told = |error| Trouble::of(&name, error);
    if !schema::is_ours(connection).map_err(told)? {
        return Err(Trouble::Foreign { path: name });
    }
    match schema::version(connection).map_err(told)? {
        version if version <= schema::VERSION => Ok(Access::Whole),
        version if schema::is_readable(connection) => Ok(Access::ReadOnly(Why::Newer(version))),
        version => Err(Trouble::Newer {
            path: name,
            version,
        }),
    }
}

fn bring_up_to_date(path: &Path, connection: &mut Connection) -> Result<(), Trouble> {
    let told = |error| Trouble::of(&path.display().to_string(), error);
    let version = |connection: &Connection| schema::version(connection).map_err(told);
    let _alone = match version(connection)? {
        // Nobody who writes is waited for.
        schema::VERSION => return Ok(()),
        0 => None,
        _ => Some(alone(path)?),
    };
    // Another program may have been quicker.
    if (1..schema::VERSION).contains(&version(connection)?) {
        back_up(path, connection)?;
    }
    schema::migrate(connection, schema::VERSION).map_err(told)
}

/// Waits until no other program brings the library up to date: what one copies while another changes the tables is no copy of
/// what was there before.
fn alone(path: &Path) -> Result<File, Trouble> {
    let begun = Instant::now();
    loop {
        if let Some(lock) = lock(path, "upgrading")? {
            return Ok(lock);
        }
        if begun.elapsed() > PATIENCE {
            let path = path.display().to_string();
            return Err(Trouble::Busy { path });
        }
        thread::sleep(STEP);
    }
}

/// Locks a file with this ending beside the library, until the file is dropped or the program ends; `None` when another
/// program has locked it. Where the file system knows no locks nobody is waited for: at worst a thing is done twice.
pub(super) fn lock(path: &Path, ending: &str) -> Result<Option<File>, Trouble> {
    let path = beside(path, ending);
    let file = File::create(&path).map_err(|error| Trouble::beside(&path, error))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
            Ok(Some(file))
        }
        Err(TryLockError::Error(error)) => Err(Trouble::beside(&path, error)),
    }
}

/// Copies the library beside itself before its tables are changed. What is there from an earlier time stays.
fn back_up(path: &Path, connection: &Connection) -> Result<(), Trouble> {
    let free = free_name(path, &format!("before-v{}", schema::VERSION));
    let part = beside(&free, "part");
    let copied = connection.backup(MAIN_DB, &part, NO_PROGRESS);
    copied.map_err(|error| Trouble::of(&part.display().to_string(), error))?;
    fs::rename(&part, &free).map_err(|error| Trouble::beside(&free, error))
}

/// Opens for reading only. Where not even the log's index can be written beside it, the file is read as it lies: what a
/// program that was killed left in the log is seen again once that can be written.
pub(super) fn read_only(path: &Path, why: Why) -> Result<(Connection, Access), Trouble> {
    let name = path.display().to_string();
    let told = |error| Trouble::of(&name, error);
    let connection = readable(path, false)
        .or_else(|_| readable(path, true))
        .map_err(told)?;
    if !schema::is_ours(&connection).map_err(told)? {
        return Err(Trouble::Foreign { path: name });
    }
    let version = schema::version(&connection).map_err(told)?;
    if !schema::is_readable(&connection) {
        return Err(match version {
            version if version > schema::VERSION => Trouble::Newer {
                path: name,
                version,
            },
            0 => Trouble::ReadOnly { path: name, why },
            _ => Trouble::Older { path: name, why },
        });
    }
    let why = match version {
        version if version > schema::VERSION => Why::Newer(version),
        _ => why,
    };
    Ok((connection, Access::ReadOnly(why)))
}

fn readable(path: &Path, as_it_lies: bool) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let absolute = std::path::absolute(path).ok();
    let address = absolute.and_then(|path| url::Url::from_file_path(path).ok());
    let connection = match address.filter(|_| as_it_lies) {
        Some(address) => Connection::open_with_flags(
            format!("{address}?immutable=1"),
            flags | OpenFlags::SQLITE_OPEN_URI,
        )?,
        None => Connection::open_with_flags(path, flags)?,
    };
    settle(&connection)?;
    schema::version(&connection)?;
    Ok(connection)
}

pub(super) fn set_aside(path: &Path) -> Result<PathBuf, Trouble> {
    let day = jiff::Zoned::now().date();
    let free = free_name(path, &format!("broken-{day}"));
    // The file itself goes last: until then nobody begins a new one.
    for ending in ["-wal", "-shm", ""] {
        let (old, new) = (with_ending(path, ending), with_ending(&free, ending));
        match fs::rename(&old, &new) {
            Err(why) if why.kind() != io::ErrorKind::NotFound => {
                return Err(Trouble::beside(&old, why));
            }
            _ => {}
        }
    }
    Ok(free)
}

/// `path` with `.ending` behind it, and a number where that is taken.
fn free_name(path: &Path, ending: &str) -> PathBuf {
    let mut free = beside(path, ending);
    let mut number = 2;
    while free.exists() {
        free = beside(path, &format!("{ending}.{number}"));
        number += 1;
    }
    free
}

/// `path` with `.ending` behind it.
fn beside(path: &Path, ending: &str) -> PathBuf {
    with_ending(path, &format!(".{ending}"))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}
