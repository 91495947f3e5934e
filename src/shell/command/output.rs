use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use crate::export::Sheet;
use crate::page::shorten;
use crate::shell::files::{self, Source};
use crate::shell::gather::Listener;
use crate::text::visible;

/// The columns of printed text where there is no terminal.
const COLUMNS: usize = 100;

/// Prints text for eyes.
pub(super) fn print(sheet: &Sheet) -> io::Result<()> {
    put(sheet.to_string().as_bytes())
}

/// Prints a line for eyes.
pub(super) fn say(words: &str) -> io::Result<()> {
    let mut sheet = Sheet::new();
    sheet.line(words);
    print(&sheet)
}

/// Prints one JSON value on a line of its own, at once.
pub(super) fn print_json(json: &str) -> io::Result<()> {
    put(format!("{json}\n").as_bytes())
}

/// Prints bytes as they are: whoever calls sees to it that nothing from outside acts on a terminal.
pub(super) fn put(text: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text)?;
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

/// Tells on standard error what comes in, and how far it is when that is a terminal.
pub(super) struct Console;

impl Listener for Console {
    fn far(&self, words: &str) {
        let mut out = io::stderr();
        if out.is_terminal() {
            let words = shorten(&visible(words), columns_of_errors());
            let _ = write!(out, "\r\x1b[K{words}");
            let _ = out.flush();
        }
    }

    fn trouble(&self, words: &str) {
        self.clear();
        hint(words);
    }
}

impl Console {
    /// Clears the line that says how far it is.
    pub(super) fn clear(&self) {
        self.far("");
    }
}

fn columns_of_errors() -> usize {
    let columns = crossterm::terminal::size().map_or(COLUMNS, |(columns, _)| columns.into());
    columns.saturating_sub(1)
}

/// The columns to print in: the terminal's, if there is one.
pub(super) fn columns() -> usize {
    if !io::stdout().is_terminal() {
        return COLUMNS;
    }
    crossterm::terminal::size().map_or(COLUMNS, |(columns, _)| usize::from(columns))
}
