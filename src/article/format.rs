use super::{Article, Label, plain};

/// How a file holds its article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Text as it is, with or without front matter.
    #[default]
    Plain,
}

impl Format {
    /// The format of files with this extension, in any case; `None` for files that hold no article.
    pub fn of_extension(extension: &str) -> Option<Format> {
        let plain = ["txt", "text", "md", "markdown"];
        plain
            .iter()
            .any(|known| extension.eq_ignore_ascii_case(known))
            .then_some(Format::Plain)
    }

    /// The article in `text`, which has been decoded.
    pub fn read(self, text: String, label: Label) -> Article {
        match self {
            Format::Plain => plain::article(text, label),
        }
    }
}
