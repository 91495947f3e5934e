use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::Builder;
use toml_edit::{Document, DocumentMut, Item, RawString, Table, TableLike, Value};

use super::{Cause, Unreadable};
use crate::article::Label;

/// The file beside articles that says where they come from, a table for each.
pub const LABELS_FILE: &str = "parallax.toml";

/// The labels of the folders that have been read.
#[derive(Debug, Default)]
pub struct Labels {
    folders: HashMap<PathBuf, HashMap<String, Label>>,
    complaints: Vec<Unreadable>,
}

impl Labels {
    /// What is wrong with the label files read since this was last asked. Their articles open all the same, without
    /// labels.
    pub fn complaints(&mut self) -> Vec<Unreadable> {
        std::mem::take(&mut self.complaints)
    }

    /// Completes the label of an article with what is said of its file.
    pub(super) fn complete(&mut self, article: &Path, label: &mut Label) {
        if let Some(entry) = self.entry(article) {
            label.complete(entry);
        }
    }

    /// Puts the outlet that is said of a feed into the label of one of its entries, whatever the feed says. All else that
    /// a label may hold is each entry's own.
    pub(super) fn complete_entry(&mut self, feed: &Path, label: &mut Label) {
        if let Some(outlet) = self.entry(feed).and_then(|entry| entry.outlet) {
            label.outlet = Some(outlet);
        }
    }

    fn entry(&mut self, article: &Path) -> Option<Label> {
        let folder = folder_of(article);
        if !self.folders.contains_key(&folder) {
            let entries = entries(&folder.join(LABELS_FILE)).unwrap_or_else(|complaint| {
                self.complaints.push(complaint);
                HashMap::new()
            });
            self.folders.insert(folder.clone(), entries);
        }
        self.folders.get(&folder)?.get(&name_of(article)).cloned()
    }
}

/// The folder that an article lies in.
pub(in crate::shell) fn folder_of(article: &Path) -> PathBuf {
    match article.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn name_of(article: &Path) -> String {
    let name = article.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn entries(path: &Path) -> Result<HashMap<String, Label>, Unreadable> {
    let text = text_of(path)?;
    let document = Document::parse(text.as_str()).map_err(|error| fault(path, &text, &error))?;
    let tables = document
        .iter()
        .filter_map(|(name, item)| Some((name, item.as_table_like()?)));
    Ok(tables
        .map(|(name, table)| (name.to_owned(), entry(table)))
        .collect())
}

/// Nothing when there is no such file.
fn text_of(path: &Path) -> Result<String, Unreadable> {
    if fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        return Ok(String::new());
    }
    let bytes = super::open::whole(path).map_err(|cause| Unreadable::new(path, cause))?;
    String::from_utf8(bytes).map_err(|_| Unreadable::new(path, Cause::NotUtf8))
}

fn fault(path: &Path, text: &str, error: &toml_edit::TomlError) -> Unreadable {
    let before = error.span().and_then(|span| text.get(..span.start));
    let line = before.unwrap_or_default().matches('\n').count() + 1;
    let what = error.message().lines().next().unwrap_or_default();
    let fault = what.to_owned();
    Unreadable::new(path, Cause::Toml { line, fault })
}

fn entry(table: &dyn TableLike) -> Label {
    let field = |name: &str| {
        let value = table.get(name)?.as_value()?;
        let words = match value {
            Value::String(words) => words.value().clone(),
            Value::Datetime(date) => date.value().to_string(),
            _ => return None,
        };
        (!words.trim().is_empty()).then_some(words)
    };
    Label {
        title: field("title"),
        outlet: field("outlet"),
        author: field("author"),
        date: field("date"),
        url: field("url"),
        ..Label::default()
    }
}

/// Writes the outlet of the article at `path` into the `parallax.toml` beside it, and keeps all else in that file. An
/// empty outlet takes the label away. Returns the path of the file written.
///
/// # Errors
/// Says why when that file can't be read as TOML or written; it is then as it was.
pub fn set_outlet(path: &Path, outlet: &str) -> Result<PathBuf, Unreadable> {
    let folder = folder_of(path);
    // Another reader that labels an article of this folder waits here; where folders can't be locked, none does.
    let lock = File::open(&folder).ok();
    let _ = lock.as_ref().map(File::lock);
    let named = folder.join(LABELS_FILE);
    let target = fs::canonicalize(&named).unwrap_or_else(|_| named.clone());
    let text = text_of(&target)?;
    let mut document: DocumentMut = text
        .parse()
        .map_err(|error| fault(&target, &text, &error))?;
    let name = name_of(path);
    let put = if outlet.trim().is_empty() {
        remove_outlet(&mut document, &name)
    } else {
        put_outlet(&mut document, &name, outlet.trim())
    };
    put.ok_or_else(|| Unreadable::new(&target, Cause::NoTable(name)))?;
    replace(&target, &document.to_string())
        .map_err(|error| Unreadable::new(&target, Cause::Unwritten(error)))?;
    Ok(named)
}

/// `None` when what stands under the name is no table.
fn put_outlet(document: &mut DocumentMut, name: &str, outlet: &str) -> Option<()> {
    let first = document.is_empty();
    let item = document.entry(name).or_insert_with(|| {
        let mut table = Table::new();
        if !first {
            table.decor_mut().set_prefix("\n");
        }
        Item::Table(table)
    });
    let table = item.as_table_like_mut()?;
    let mut value = Value::from(outlet);
    if let Some(old) = table.get("outlet").and_then(Item::as_value) {
        *value.decor_mut() = old.decor().clone();
    }
    table.insert("outlet", Item::Value(value));
    Some(())
}

/// Takes the outlet away, and its table when nothing else stands there, unless a comment is bound to it. `None` as for
/// [`put_outlet`].
fn remove_outlet(document: &mut DocumentMut, name: &str) -> Option<()> {
    let Some(item) = document.get_mut(name) else {
        return Some(());
    };
    let table = item.as_table_like_mut()?;
    table.remove("outlet");
    let empty = table.is_empty();
    let commented = item.as_table().is_some_and(|table| {
        let decor = table.decor();
        let around = [decor.prefix(), decor.suffix()].into_iter().flatten();
        around
            .filter_map(RawString::as_str)
            .any(|words| words.contains('#'))
    });
    if empty && !commented {
        document.remove(name);
    }
    Some(())
}

/// Puts `content` in place of the file at `path` in one step: a reader sees the old file or the new one, whatever
/// happens in between.
fn replace(path: &Path, content: &str) -> io::Result<()> {
    let folder = folder_of(path);
    let mut builder = Builder::new();
    builder.prefix(".parallax");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    if let Ok(old) = fs::metadata(path) {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.write_all(content.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_else_is_kept() {
        check(
            "# mine\n[\"a.txt\"] # first\noutlet = \"Old\" # note\ndate = 2025-08-18\n\n[\"b.txt\"]\noutlet = \"B\"\n",
            "# mine\n[\"a.txt\"] # first\noutlet = \"New\" # note\ndate = 2025-08-18\n\n[\"b.txt\"]\noutlet = \"B\"\n",
        );
        check("", "[\"a.txt\"]\noutlet = \"New\"\n");
        check(
            "[b]\nx = 1 # why\n",
            "[b]\nx = 1 # why\n\n[\"a.txt\"]\noutlet = \"New\"\n",
        );
        check(
            "\"a.txt\" = { date = \"x\" }\n",
            "\"a.txt\" = { date = \"x\" , outlet = \"New\" }\n",
        );
    }

    #[test]
    fn a_label_is_taken_away_with_its_empty_table() {
        removes("[\"a.txt\"]\noutlet = \"Old\"\n", "");
        removes("", "");
        removes("[b]\nx = 1\n", "[b]\nx = 1\n");
        removes(
            "[b]\nx = 1\n\n[\"a.txt\"]\noutlet = \"Old\"\ndate = \"x\"\n",
            "[b]\nx = 1\n\n[\"a.txt\"]\ndate = \"x\"\n",
        );
        removes("\"a.txt\" = { outlet = \"Old\" }\n", "");
        removes(
            "# mine\n[\"a.txt\"]\noutlet = \"Old\"\n",
            "# mine\n[\"a.txt\"]\n",
        );
    }

    #[track_caller]
    fn removes(before: &str, after: &str) {
        let mut document: DocumentMut = before.parse().unwrap_or_default();
        assert_eq!(remove_outlet(&mut document, "a.txt"), Some(()));
        assert_eq!(document.to_string(), after);
    }

    #[track_caller]
    fn check(before: &str, after: &str) {
        let mut document: DocumentMut = before.parse().unwrap_or_default();
        assert_eq!(put_outlet(&mut document, "a.txt", "New"), Some(()));
        assert_eq!(document.to_string(), after);
    }
}
