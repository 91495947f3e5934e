use std::fmt;

use crate::text::visible;

/// Lines of text that are safe to print: every line goes through [`visible`] on its way in, so nothing of an article, a
/// name or a path can act on the terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    printed: String,
}

impl Sheet {
    /// One with nothing on it.
    pub fn new() -> Sheet {
        Sheet::default()
    }

    /// Whether nothing is on it.
    pub fn is_empty(&self) -> bool {
        self.printed.is_empty()
    }

    /// Adds a line, whose line breaks become spaces.
    pub fn line(&mut self, line: impl AsRef<str>) {
        self.printed.push_str(visible(line.as_ref()).trim_end());
        self.printed.push('\n');
    }

    /// Adds an empty line.
    pub fn gap(&mut self) {
        self.printed.push('\n');
    }
}

impl fmt::Display for Sheet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.printed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_printed_acts_on_the_terminal() {
        let mut sheet = Sheet::new();
        sheet.line("a\u{1b}[2J\nb\u{202e}c  ");
        sheet.gap();
        assert_eq!(sheet.to_string(), "a␛[2J b�c\n\n");
    }
}
