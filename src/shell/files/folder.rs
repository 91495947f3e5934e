use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

use super::Cause;
use crate::article::Format;

/// The articles in a folder and the folders within it, by name. The folder itself when there is none, and every folder
/// that can't be listed, so that reading it says why.
pub(super) fn articles(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut pending = vec![Place::Folder(folder.to_owned())];
    while let Some(place) = pending.pop() {
        match place {
            Place::File(path) => found.push(path),
            Place::Folder(path) => match places(&path) {
                Ok(places) => pending.extend(places.into_iter().rev()),
                Err(_) => found.push(path),
            },
        }
    }
    if found.is_empty() {
        found.push(folder.to_owned());
    }
    found
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

fn places(folder: &Path) -> std::io::Result<Vec<Place>> {
    let mut entries: Vec<DirEntry> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(DirEntry::file_name);
    Ok(entries.iter().filter_map(place).collect())
}

/// An entry that may hold articles. Links to folders are not followed: they may lead round in a circle, or to all that
/// is on the machine.
fn place(entry: &DirEntry) -> Option<Place> {
    let path = entry.path();
    if entry.file_name().as_encoded_bytes().starts_with(b".") {
        return None;
    }
    if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
        return Some(Place::Folder(path));
    }
    let extension = path.extension()?.to_string_lossy();
    Format::of_extension(&extension)?;
    let link_to_folder = path.is_symlink() && path.is_dir();
    (!link_to_folder).then_some(Place::File(path))
}
