//! The tables, as an ordered list of steps. A step that was released is never changed: what comes after is another one.

use rusqlite::{Connection, TransactionBehavior};

/// What leads from each version to the next.
const STEPS: [&str; 2] = [include_str!("schema/1.sql"), include_str!("schema/2.sql")];

/// The version that this program writes.
pub(super) const VERSION: usize = STEPS.len();

/// Marks a file as a library of parallax: `PLLX`.
const APPLICATION: i32 = 0x504c_4c58;

/// Which version a file has; 0 when nothing is in it.
pub(super) fn version(connection: &Connection) -> rusqlite::Result<usize> {
    connection
        .query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0))
        .map(|version| {
            // No version is below 0; a damaged one is above all.
            usize::try_from(version).unwrap_or(usize::MAX)
        })
}

/// Whether the file is a library, or empty and may become one.
pub(super) fn is_ours(connection: &Connection) -> rusqlite::Result<bool> {
    // In this order: another process may make the tables between, and says with them whose they are.
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let application: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    Ok(application == APPLICATION || application == 0 && tables == 0)
}

/// Brings the tables up to `to`, a step at a time; nothing happens to what is there already.
pub(super) fn migrate(connection: &mut Connection, to: usize) -> rusqlite::Result<()> {
    loop {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another process may have been quicker.
        let version = version(&transaction)?;
        let Some(step) = STEPS.get(..to).and_then(|steps| steps.get(version)) else {
            return Ok(());
        };
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.pragma_update(
            None,
            "user_version",
            i64::try_from(version + 1).unwrap_or_default(),
        )?;
        transaction.commit()?;
    }
}

/// Whether all that this program asks for can be read, in a file of another version.
pub(super) fn is_readable(connection: &Connection) -> bool {
    let asked = [
        "SELECT value, marks FROM tick",
        "SELECT id, fingerprint, title, origin, outlet, author, date, day, url, words, quotes, is_read, copy_of, is_stale, tick FROM article",
        "SELECT article, path, short, title, origin, outlet, author, date, url, text, shape FROM content",
        "SELECT location, article FROM place",
        "SELECT id, article, number, speaker, first, past, text FROM quote",
        "SELECT article, tick FROM gone",
        "SELECT article, found FROM reading",
        "SELECT article, weights FROM terms",
        "SELECT rowid, title, text, title_stems, text_stems FROM searched",
        "SELECT rowid, speaker, text, stems FROM quoted",
        "SELECT id, kind, value, fingerprint, first, past, exact, words_before, words_after, made FROM mark",
        "SELECT with_fingerprint, with_first, with_past, with_exact, with_words_before, with_words_after FROM mark",
        "SELECT fingerprint, made FROM seen",
        "SELECT url, title, etag, last_modified, asked, trouble FROM feed",
        "SELECT path FROM folder",
        "SELECT name, query FROM filter",
    ];
    asked.iter().all(|sql| connection.prepare(sql).is_ok())
}
