use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use crate::export::Sheet;
use crate::shell::files::{self, Source};
use crate::text::visible;

/// The columns of printed text where there is no terminal.
const COLUMNS: usize = 100;

/// Prints text for eyes.
pub(super) fn print(sheet: &Sheet) -> io::Result<()> {
    put(&sheet.to_string())
}

/// Prints one JSON value on a line of its own, at once.
pub(super) fn print_json(json: &str) -> io::Result<()> {
    put(&format!("{json}\n"))
}

fn put(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// The articles at some paths; what is passed over in folders is said on standard error.
pub(super) fn found(paths: &[PathBuf]) -> Vec<Source> {
    let found = files::found(paths);
    for passed_over in &found.passed_over {
        hint(&passed_over.to_string());
    }
    found.sources
}

/// Says on standard error what is wrong. That it can't be said there is nothing to stop for.
pub(super) fn complain(what: &dyn std::error::Error) {
    let _ = writeln!(io::stderr(), "parallax: {}", visible(&what.to_string()));
}

/// Says on standard error what may help.
pub(super) fn hint(words: &str) {
    let _ = writeln!(io::stderr(), "parallax: {}", visible(words));
}

/// The columns to print in: the terminal's, if there is one.
pub(super) fn columns() -> usize {
    if !io::stdout().is_terminal() {
        return COLUMNS;
    }
    crossterm::terminal::size().map_or(COLUMNS, |(columns, _)| usize::from(columns))
}
