//! Where articles come from: files, folders, standard input, the bundled samples.

mod cause;
mod feed;
mod folder;
mod labels;
mod open;
mod samples;

use std::borrow::Cow;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::article::{Article, Content, Label};

pub use cause::Cause;
pub use feed::Entry;
pub use folder::PassedOver;
pub(super) use folder::changed_in;
pub(super) use labels::folder_of;
pub use labels::{LABELS_FILE, Labels, set_outlet};

/// One place that holds an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// An entry of a feed.
    Entry(Entry),
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

/// What is at some paths.
#[derive(Debug, Default)]
pub struct Found {
    /// The articles, in a stable order.
    pub sources: Vec<Source>,
    /// For each folder in which something was passed over, what that was.
    pub passed_over: Vec<PassedOver>,
}

/// The articles at `paths`, in a stable order; `-` is standard input. The samples, when no path is given.
///
/// Folders are searched for files that a format knows by their extension, by name, what is in folders too. What is
/// hidden, binary or no regular file is passed over and counted, links to folders are not followed. The entries of a feed
/// are sources of their own; `feed.xml#3` names the third. A path that can't be read, and a folder without articles, is
/// among what comes out, so that [`load`] can say what is wrong with it.
pub fn found(paths: &[PathBuf]) -> Found {
    let mut found = Found::default();
    if paths.is_empty() {
        found.sources = samples::names().map(Source::Sample).collect();
    }
    for path in paths {
        if path.is_dir() {
            let (files, passed_over) = folder::articles(path);
            found.sources.extend(
                files
                    .into_iter()
                    .flat_map(|file| feed::sources(file, feed::Named::InFolder)),
            );
            found.passed_over.extend(passed_over);
        } else {
            found
                .sources
                .extend(feed::sources(path.clone(), feed::Named::ByReader));
        }
    }
    found
}

/// As [`found`], without what was passed over.
pub fn sources(paths: &[PathBuf]) -> Vec<Source> {
    found(paths).sources
}

/// Reads, decodes and labels one article.
///
/// # Errors
/// Says why when the source can't be opened, is empty, binary or above 64 MB, or holds no article or several.
pub fn load(source: &Source) -> Result<Article, Unreadable> {
    load_labelled(source, &mut Labels::default())
}

/// As [`load`], with labels that have been read before; for many files of a folder.
///
/// # Errors
/// As [`load`].
pub fn load_labelled(source: &Source, labels: &mut Labels) -> Result<Article, Unreadable> {
    let mut label = match source {
        Source::Sample(name) => label_of(Path::new(name)),
        Source::StandardInput => label_of_standard_input(),
        Source::File(path) => label_of(path),
        Source::Entry(entry) => {
            let mut article = Article::clone(&entry.article);
            labels.complete_entry(&entry.file, &mut article.label);
            return Ok(article);
        }
    };
    let bytes = bytes_of(source).map_err(|cause| Unreadable::new(Path::new(&label.path), cause))?;
    if let Source::File(path) = source {
        labels.complete(path, &mut label);
    }
    let path = PathBuf::from(&label.path);
    one_of(&path, &bytes, label).map_err(|cause| Unreadable::new(&path, cause))
}

fn one_of(path: &Path, bytes: &[u8], label: Label) -> Result<Article, Cause> {
    let mut articles = content(path, bytes).articles(label)?;
    match articles.len() {
        1 => articles.pop().ok_or(Cause::Entries(1)),
        several => Err(Cause::Entries(several)),
    }
}

/// A list that is no article, decoded: of a file, or standard input for `-`.
///
/// # Errors
/// Says why when it can't be opened, is empty, binary or above 64 MB.
pub fn read_list(path: &Path) -> Result<String, Unreadable> {
    let source = match path.to_str() {
        Some("-") => Source::StandardInput,
        _ => Source::File(path.to_owned()),
    };
    let text = bytes_of(&source).and_then(|bytes| {
        let content = Content {
            bytes: &bytes,
            ..Content::default()
        };
        Ok(content.text()?.1)
    });
    text.map_err(|cause| Unreadable::new(path, cause))
}

/// The lines of a list that is no article, one by one: of a file, or standard input for `-`.
///
/// # Errors
/// Says why when it can't be opened; each line says why when it can't be read or is above 1 MB, and is then the last.
pub fn lines(
    path: &Path,
) -> Result<impl Iterator<Item = Result<Vec<u8>, Unreadable>> + use<>, Unreadable> {
    let path = path.to_owned();
    let lines = match path.to_str() {
        Some("-") => open::lines(Box::new(io::stdin().lock())),
        _ => open::lines_of_file(&path).map_err(|cause| Unreadable::new(&path, cause))?,
    };
    Ok(lines.map(move |line| line.map_err(|cause| Unreadable::new(&path, cause))))
}

/// Says whether an article could be read.
///
/// # Errors
/// As [`load`].
pub fn check(source: &Source) -> Result<(), Unreadable> {
    match source {
        // It is asked for when it is needed: somebody may have to type it.
        Source::StandardInput => Ok(()),
        _ => load(source).map(drop),
    }
}

/// The content of a file, whose name tells of its format.
fn content<'a>(path: &Path, bytes: &'a [u8]) -> Content<'a> {
    let extension = path.extension().map(OsStr::to_string_lossy);
    Content::of_file(bytes, extension.as_deref())
}

fn bytes_of(source: &Source) -> Result<Cow<'static, [u8]>, Cause> {
    match source {
        Source::Sample(name) => Ok(samples::content(name).as_bytes().into()),
        Source::StandardInput => standard_input().map(Cow::Borrowed),
        Source::File(path) => open::whole(path).map(Cow::Owned),
        Source::Entry(_) => Ok(Cow::default()),
    }
}

/// What comes in on standard input. It can be read only once, and is asked for more often.
fn standard_input() -> Result<&'static [u8], Cause> {
    static READ: OnceLock<Result<Vec<u8>, Cause>> = OnceLock::new();
    let read = READ.get_or_init(|| open::read_whole(io::stdin().lock()));
    match read {
        Ok(bytes) => Ok(bytes),
        Err(Cause::Io { done, source }) => Err(Cause::Io {
            done,
            source: source.kind().into(),
        }),
        Err(_) => Err(Cause::TooLarge),
    }
}

fn label_of_standard_input() -> Label {
    Label {
        path: "-".to_owned(),
        short: "standard input".to_owned(),
        ..Label::default()
    }
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
