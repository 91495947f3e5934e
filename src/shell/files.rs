//! Where articles come from: files, folders, standard input, the bundled samples.

mod cause;
mod folder;
mod labels;
mod samples;

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::article::{Article, Format, Label, decode};

pub use cause::Cause;
pub(super) use labels::folder_of;
pub use labels::{LABELS_FILE, Labels, set_outlet};

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

/// An article or a label file that can't be read or written, and why.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {cause}")]
pub struct Unreadable {
    /// The path as it was given.
    pub path: String,
    /// What is wrong and what to do about it. Its text is part of this one's, so it is no source of it.
    pub cause: Cause,
}

impl Unreadable {
    /// The place at `path`, with what is wrong there.
    pub fn new(path: &Path, cause: impl Into<Cause>) -> Unreadable {
        Unreadable {
            path: path.display().to_string(),
            cause: cause.into(),
        }
    }
}

/// Files above this many bytes are refused.
const LARGEST: u64 = 64 << 20;

/// The articles at `paths`, in a stable order; `-` is standard input. The samples, when no path is given.
///
/// Folders are searched for files that a format knows by their extension, by name, what is in folders too; hidden ones
/// and links to folders are passed over. A path that can't be read, and a folder without articles, is among what comes
/// out, so that [`load`] can say what is wrong with it.
pub fn sources(paths: &[PathBuf]) -> Vec<Source> {
    if paths.is_empty() {
        return samples::names().map(Source::Sample).collect();
    }
    let mut sources = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            sources.push(Source::StandardInput);
        } else if path.is_dir() {
            sources.extend(folder::articles(path).into_iter().map(Source::File));
        } else {
            sources.push(Source::File(path.clone()));
        }
    }
    sources
}

/// Reads, decodes and labels one article.
///
/// # Errors
/// Says why when the source can't be opened, is empty, binary or above 64 MB.
pub fn load(source: &Source) -> Result<Article, Unreadable> {
    load_labelled(source, &mut Labels::default())
}

/// As [`load`], with labels that have been read before; for many files of a folder.
///
/// # Errors
/// As [`load`].
pub fn load_labelled(source: &Source, labels: &mut Labels) -> Result<Article, Unreadable> {
    let text = text(source)?;
    let label = match source {
        Source::Sample(name) => label_of(Path::new(name)),
        Source::StandardInput => Label {
            path: "-".to_owned(),
            short: "standard input".to_owned(),
            ..Label::default()
        },
        Source::File(path) => {
            let mut label = label_of(path);
            labels.complete(path, &mut label);
            label
        }
    };
    let format = Path::new(&label.path)
        .extension()
        .and_then(|extension| Format::of_extension(&extension.to_string_lossy()))
        .unwrap_or_default();
    Ok(format.read(text, label))
}

/// Says whether an article could be read. Standard input can't be read twice, so it passes.
///
/// # Errors
/// As [`load`].
pub fn check(source: &Source) -> Result<(), Unreadable> {
    if *source == Source::StandardInput {
        return Ok(());
    }
    text(source).map(drop)
}

fn text(source: &Source) -> Result<String, Unreadable> {
    let (path, bytes) = match source {
        Source::Sample(name) => (Path::new(name), Ok(samples::content(name).into())),
        Source::StandardInput => (Path::new("-"), read_whole(io::stdin().lock())),
        Source::File(path) => (path.as_path(), bytes(path)),
    };
    bytes
        .and_then(|bytes| Ok(decode(&bytes)?))
        .map_err(|cause| Unreadable::new(path, cause))
}

fn label_of(path: &Path) -> Label {
    let stem = path.file_stem().unwrap_or(path.as_os_str());
    Label {
        path: path.display().to_string(),
        short: short_name(&stem.to_string_lossy()).to_owned(),
        ..Label::default()
    }
}

/// A name without the hash at its end, which tells a reader nothing: `000` for `000_7918c8b17b0c5e8e`.
fn short_name(stem: &str) -> &str {
    let is_hash = |end: &str| end.len() >= 12 && end.bytes().all(|byte| byte.is_ascii_hexdigit());
    match stem.rsplit_once(['_', '-']) {
        Some((name, end)) if is_hash(end) && !name.is_empty() => name,
        _ => stem,
    }
}

/// What a regular file holds. Nothing else is ever opened: a pipe would hang, a device never end.
fn bytes(path: &Path) -> Result<Vec<u8>, Cause> {
    let metadata = fs::metadata(path).map_err(|error| unopened(path, error))?;
    if metadata.is_dir() {
        return Err(folder::fault(path));
    }
    if !metadata.is_file() {
        return Err(Cause::Endless);
    }
    if metadata.len() > LARGEST {
        return Err(Cause::TooLarge);
    }
    let file = File::open(path).map_err(|error| unopened(path, error))?;
    read_whole(file)
}

fn read_whole(from: impl Read) -> Result<Vec<u8>, Cause> {
    let mut bytes = Vec::new();
    from.take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|source| Cause::Io {
            done: "read",
            source,
        })?;
    if bytes.len() as u64 > LARGEST {
        return Err(Cause::TooLarge);
    }
    Ok(bytes)
}

fn unopened(path: &Path, source: io::Error) -> Cause {
    match source.kind() {
        io::ErrorKind::NotFound if path.is_symlink() => Cause::BrokenLink,
        io::ErrorKind::NotFound => Cause::Missing,
        io::ErrorKind::PermissionDenied => Cause::Denied,
        _ => Cause::Io {
            done: "opened",
            source,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_no_name() {
        assert_eq!(short_name("000_7918c8b17b0c5e8e"), "000");
        assert_eq!(short_name("talks_monday"), "talks_monday");
        assert_eq!(short_name("_7918c8b17b0c5e8e"), "_7918c8b17b0c5e8e");
    }

    #[test]
    fn the_samples_are_there_without_a_path() {
        let sources = sources(&[]);
        assert_eq!(sources.len(), 5);
        let titles: Vec<String> = sources
            .iter()
            .filter_map(|source| load(source).ok())
            .map(|article| article.title.text)
            .collect();
        assert_eq!(titles.len(), 5);
        assert!(
            titles
                .iter()
                .any(|title| title.starts_with("Zelenskyy seeks security guarantees"))
        );
    }
}
