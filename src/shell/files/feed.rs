//! Feeds as files: each of their entries is a source.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Source, content, label_of, label_of_standard_input, open, standard_input};
use crate::article::{Article, Format};

/// One article of a feed, as it was when the feed was looked into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The feed, `-` for standard input.
    pub file: PathBuf,
    /// Its place in the feed, from 1.
    pub number: usize,
    /// What is read, before the label file is asked.
    pub article: Arc<Article>,
}

/// How a file was come by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    ByReader,
    InFolder,
}

/// What a file, or standard input, holds: the entries of a feed, else itself.
pub(super) fn sources(path: PathBuf, named: Named) -> Vec<Source> {
    if named == Named::ByReader {
        if path.as_os_str() == "-" {
            return standard();
        }
        if let Some(entry) = numbered(&path) {
            return vec![entry];
        }
    }
    if !may_be_feed(&path, named) {
        return vec![Source::File(path)];
    }
    entries(&path).unwrap_or_else(|| vec![Source::File(path)])
}

/// Whether it is worth looking for entries. In a folder only names tell: opening all files would take too long.
fn may_be_feed(path: &Path, named: Named) -> bool {
    match format(path) {
        Some(Format::Plain | Format::Markdown) => false,
        Some(Format::Feed) => true,
        Some(Format::Html) | None => named == Named::ByReader && shows_feed(path),
    }
}

fn format(path: &Path) -> Option<Format> {
    Format::of_extension(&path.extension()?.to_string_lossy())
}

/// So many bytes tell a feed, or a page.
const HEAD: u64 = 8 * 1024;

/// So many tell one in JSON, where what it is may stand at its end.
const HEAD_OF_JSON: u64 = 1024 * 1024;

/// JSON opens within so many bytes: only white space may stand before.
const HEAD_OF_OBJECT: usize = 64;

/// Whether a file begins like a feed.
pub(super) fn shows_feed(path: &Path) -> bool {
    shown(path) == Some(Format::Feed)
}

/// The format that a file begins in.
pub(super) fn shown(path: &Path) -> Option<Format> {
    let head = open::head(path, HEAD).ok()?;
    let shown = Format::of_bytes(&head);
    let is_json = head.iter().take(HEAD_OF_OBJECT).any(|byte| *byte == b'{');
    if shown.is_some() || !is_json || (head.len() as u64) < HEAD {
        return shown;
    }
    Format::of_bytes(&open::head(path, HEAD_OF_JSON).ok()?)
}

/// The entries of a feed; `None` when it can't be read as one.
fn entries(path: &Path) -> Option<Vec<Source>> {
    let bytes = open::whole(path).ok()?;
    let content = content(path, &bytes);
    numbered_sources(path, content.articles(label_of(path)).ok()?)
}

/// A page that is named like a feed is no entry of one.
fn numbered_sources(path: &Path, articles: Vec<Article>) -> Option<Vec<Source>> {
    let is_feed = articles.len() > 1 || format(path) == Some(Format::Feed);
    let entry = |(place, mut article): (usize, Article)| {
        let number = place + 1;
        article.label.path = format!("{}#{number}", path.display());
        Source::Entry(Entry {
            file: path.to_owned(),
            number,
            article: Arc::new(article),
        })
    };
    is_feed.then(|| articles.into_iter().enumerate().map(entry).collect())
}

/// The entry that `feed.xml#3` names, unless a file has this name.
fn numbered(path: &Path) -> Option<Source> {
    let (file, number) = path.to_str()?.rsplit_once('#')?;
    let number: usize = number.parse().ok()?;
    if path.exists() {
        return None;
    }
    let mut entries = entries(Path::new(file))?.into_iter();
    entries.nth(number.checked_sub(1)?)
}

/// A terminal is not asked before it must be: somebody has to type there.
fn standard() -> Vec<Source> {
    let articles = || {
        let bytes = standard_input().ok()?;
        let path = Path::new("-");
        numbered_sources(
            path,
            content(path, bytes)
                .articles(label_of_standard_input())
                .ok()?,
        )
    };
    let entries = (!io::stdin().is_terminal()).then(articles).flatten();
    entries.unwrap_or_else(|| vec![Source::StandardInput])
}
