use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::fs::{self, DirEntry, FileType};
use std::path::{Path, PathBuf};

use super::{Cause, LABELS_FILE, Source, feed, open};
use crate::article::{Format, is_binary};

/// What was passed over in a folder, by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PassedOver {
    /// The folder, as it was given.
    pub folder: PathBuf,
    /// Files and folders whose names begin with a full stop.
    pub hidden: usize,
    /// Files of other data than text.
    pub binary: usize,
    /// Pipes, sockets and devices, and links to them.
    pub special: usize,
    /// Links to folders.
    pub links: usize,
    /// Text that is no article, by its name or, where that tells nothing, by its content.
    pub other: usize,
}

/// In words, such as *news: 3 hidden files, 1 special file passed over*.
impl fmt::Display for PassedOver {
    fn fmt(&self, form: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kinds = [
            (self.hidden, "hidden file", "hidden files"),
            (self.binary, "binary file", "binary files"),
            (self.special, "special file", "special files"),
            (self.links, "link to a folder", "links to folders"),
            (self.other, "other file", "other files"),
        ];
        let kinds = kinds.into_iter().filter(|(count, ..)| *count > 0);
        let told = kinds.map(|(count, one, several)| {
            format!("{count} {}", if count == 1 { one } else { several })
        });
        let told: Vec<String> = told.collect();
        write!(
            form,
            "{}: {} passed over",
            self.folder.display(),
            told.join(", ")
        )
    }
}

/// The articles in a folder and the folders within it, by name, and what else is there. The folder itself when there is
/// none, and every folder that can't be listed, so that reading it says why.
pub(super) fn articles(folder: &Path) -> (Vec<PathBuf>, Option<PassedOver>) {
    let mut found = Vec::new();
    let mut passed_over = PassedOver::default();
    let mut pending = vec![Place::Folder(folder.to_owned())];
    while let Some(place) = pending.pop() {
        match place {
            Place::File(path) => found.push(path),
            Place::Folder(path) => match places(&path, &mut passed_over) {
                Ok(places) => pending.extend(places.into_iter().rev()),
                Err(_) => found.push(path),
            },
        }
    }
    if found.is_empty() {
        found.push(folder.to_owned());
    }
    let any = passed_over != PassedOver::default();
    folder.clone_into(&mut passed_over.folder);
    (found, any.then_some(passed_over))
}

/// What a file holds that is new or changed in a folder, or a folder that is new in it; nothing where reading the folder passes
/// it over.
pub(in crate::shell) fn changed_in(folder: &Path, path: &Path) -> Vec<Source> {
    let within = path.strip_prefix(folder).unwrap_or(path);
    let hidden = |part: &OsStr| part.as_encoded_bytes().starts_with(b".");
    let is_part = |place: &Path| {
        let name = place.to_string_lossy();
        let page = name.strip_suffix("_files").map(|page| folder.join(page));
        page.is_some_and(|page| {
            let mut endings = Format::extensions()
                .filter(|ending| Format::of_extension(ending) == Some(Format::Html));
            endings.any(|ending| page.with_added_extension(ending).is_file())
        })
    };
    let is_folder = path.is_dir();
    // The file's own name tells of no part of a page, and it may be a link.
    let mut above = within.ancestors().skip(usize::from(!is_folder));
    let is_linked = |place: &Path| folder.join(place).is_symlink() && place != Path::new("");
    if within.iter().any(hidden) || above.any(|place| is_part(place) || is_linked(place)) {
        return Vec::new();
    }
    let files = match is_folder {
        true => articles(path).0,
        false if is_named(path) => vec![path.to_owned()],
        false => Vec::new(),
    };
    let files = files.into_iter().filter(|file| !is_folder || file != path);
    files
        .flat_map(|file| feed::sources(file, feed::Named::InFolder))
        .collect()
}

/// Whether a file's name, and where that tells nothing its content, is that of an article.
fn is_named(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    let named = Format::of_extension(&extension).is_some();
    named && (!Format::is_doubtful(&extension) || feed::shown(path).is_some())
}

/// What is wrong with a folder that stands among the articles.
pub(super) fn fault(folder: &Path) -> Cause {
    match fs::read_dir(folder) {
        Err(source) => Cause::Io {
            done: "listed",
            source,
        },
        Ok(_) => Cause::EmptyFolder,
    }
}

enum Place {
    File(PathBuf),
    Folder(PathBuf),
}

fn places(folder: &Path, passed_over: &mut PassedOver) -> std::io::Result<Vec<Place>> {
    let mut entries: Vec<DirEntry> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(DirEntry::file_name);
    let parts = parts_of_pages(&entries);
    let entries = entries
        .iter()
        .filter(|entry| !parts.contains(&entry.file_name()));
    Ok(entries
        .filter_map(|entry| place(entry, passed_over))
        .collect())
}

/// The folders that browsers put beside a saved page, with what the page is made of: `talks_files` beside `talks.html`.
fn parts_of_pages(entries: &[DirEntry]) -> HashSet<OsString> {
    let names = entries.iter().map(|entry| PathBuf::from(entry.file_name()));
    let is_page = |name: &PathBuf| {
        let extension = name.extension().unwrap_or_default().to_string_lossy();
        Format::of_extension(&extension) == Some(Format::Html)
    };
    let parts = names.filter(is_page).filter_map(|page| {
        let mut name = page.file_stem()?.to_owned();
        name.push("_files");
        Some(name)
    });
    parts.collect()
}

/// An entry that may hold articles. Links to folders are not followed: they may lead round in a circle, or to all that
/// is on the machine.
fn place(entry: &DirEntry, passed_over: &mut PassedOver) -> Option<Place> {
    let path = entry.path();
    if entry.file_name().as_encoded_bytes().starts_with(b".") {
        passed_over.hidden += 1;
        return None;
    }
    let kind = entry.file_type().ok();
    if kind.is_some_and(|kind| kind.is_dir()) {
        return Some(Place::Folder(path));
    }
    let is_link = kind.is_some_and(|kind| kind.is_symlink());
    // Where a link leads nowhere, reading it says so.
    let kind = if is_link {
        fs::metadata(&path).ok().map(|target| target.file_type())
    } else {
        kind
    };
    if let Some(count) = passed_over.count_of(kind) {
        *count += 1;
        return None;
    }
    if is_named(&path) {
        return Some(Place::File(path));
    }
    if entry.file_name() != LABELS_FILE {
        *passed_over.count_of_file(&path) += 1;
    }
    None
}

impl PassedOver {
    /// Where what is no regular file is counted.
    fn count_of(&mut self, kind: Option<FileType>) -> Option<&mut usize> {
        match kind? {
            kind if kind.is_dir() => Some(&mut self.links),
            kind if !kind.is_file() => Some(&mut self.special),
            _ => None,
        }
    }

    /// Where a regular file that is no article is counted.
    fn count_of_file(&mut self, path: &Path) -> &mut usize {
        let head = open::head(path, HEAD).unwrap_or_default();
        if is_binary(&head) {
            &mut self.binary
        } else {
            &mut self.other
        }
    }
}

/// So many bytes tell text from other data.
const HEAD: u64 = 512;
