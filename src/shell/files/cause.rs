use std::io;

use super::LARGEST;
use crate::article::{Format, Unfit};

/// What is wrong with a place that should hold an article or labels, and what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum Cause {
    /// Nothing has this name.
    #[error("there is no such file")]
    Missing,
    /// It is a link that leads nowhere.
    #[error("it is a link to a file that is not there")]
    BrokenLink,
    /// Its owner keeps it.
    #[error("it may not be read; ask its owner for permission")]
    Denied,
    /// It is above the limit.
    #[error("it is larger than {} MB; split it into its articles", LARGEST >> 20)]
    TooLarge,
    /// It is a list, and one of its lines is above the limit.
    #[error("a line in it is longer than 1 MB; this is no such list")]
    LongLine,
    /// Reading it could hang or never end.
    #[error("it is a pipe, a socket or a device; give its text on standard input, as -")]
    Endless,
    /// It holds no article.
    #[error(
        "no article is in this folder; articles are files whose names end in {}",
        endings()
    )]
    EmptyFolder,
    /// One article is needed, and it holds so many.
    #[error("{0} articles are in this folder; name one of them")]
    Several(usize),
    /// One article is needed, and it is a feed of so many.
    #[error(
        "it is a feed of {0} articles; name one of them, such as the first by #1 after the file's name"
    )]
    Entries(usize),
    /// It is empty, no text, or holds no article.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// Labels are always in UTF-8.
    #[error("it is not in UTF-8; save it as UTF-8")]
    NotUtf8,
    /// A label file is no TOML.
    #[error("line {line}: {fault}; its labels are not used until that is set right")]
    Toml {
        /// The line, from 1.
        line: usize,
        /// What the parser says.
        fault: String,
    },
    /// Under this name stands something else than a table.
    #[error("{0} is no table in it; set that right")]
    NoTable(String),
    /// The system fails while something is done with it.
    #[error("it can't be {done}: {source}")]
    Io {
        /// What was to be done: read, opened, listed.
        done: &'static str,
        /// What the system says.
        #[source]
        source: io::Error,
    },
    /// A label file can't be replaced; it is as it was.
    #[error("it can't be written: {0}; nothing has changed")]
    Unwritten(#[source] io::Error),
}

/// The endings of the names of articles, as a list in words.
fn endings() -> String {
    let mut endings: Vec<String> = Format::extensions()
        .map(|name| format!(".{name}"))
        .collect();
    let last = endings.pop().unwrap_or_default();
    format!("{} or {last}", endings.join(", "))
}

impl Cause {
    /// Whether nothing is there at all.
    pub fn is_absent(&self) -> bool {
        matches!(
            self,
            Cause::Missing | Cause::BrokenLink | Cause::EmptyFolder
        )
    }
}
