use std::path::{Path, PathBuf};

use clap::CommandFactory;

use super::output::{complain, hint};
use super::{Arguments, Failure, LibraryFile, Outcome, library};
use crate::shell::files::{Found, Source, Unreadable, check, found};
use crate::shell::gather::is_address;
use crate::shell::terminal::{self, Opening, Shown};

/// Opens the reader, unless nothing is there or a command seems to be meant: that is said, and no screen hides it. A
/// file that is there but can't be read is a line in the list.
///
/// Without paths the library is opened; the samples as long as it holds nothing.
pub(super) fn read(paths: &[PathBuf], asked: &LibraryFile) -> Result<Outcome, Failure> {
    // Without a home folder nothing is stored, and that is said when there is something to store.
    let path = library::path(asked).ok();
    if paths.is_empty() && path.as_deref().is_some_and(Path::exists) {
        let store = library::open(asked)?;
        let since = store.revision()?;
        let stored = store.cards()?;
        if !stored.is_empty() {
            let told: Vec<String> = store.read_only().iter().map(ToString::to_string).collect();
            terminal::run(Shown::Library(stored, since), path, &told)?;
            return Ok(Outcome::Done);
        }
    }
    let mut named = paths.iter().filter_map(|path| path.to_str());
    if let Some(address) = named.find(|path| is_address(path)) {
        hint(&format!(
            "{address}: pages are read in the library; parallax add {address} puts it there"
        ));
        return Ok(Outcome::SomeUnreadable);
    }
    if let Some((unreadable, command)) = mistyped(paths) {
        complain(&unreadable);
        hint(&format!("did you mean: parallax {command}"));
        return Ok(Outcome::SomeUnreadable);
    }
    let Found {
        sources,
        passed_over,
    } = found(paths);
    let complaints: Vec<Unreadable> = sources
        .iter()
        .map_while(|source| check(source).err().filter(|why| why.cause.is_absent()))
        .collect();
    if complaints.len() == sources.len() {
        for complaint in &complaints {
            complain(complaint);
        }
        return Ok(Outcome::SomeUnreadable);
    }
    let opening = opening(paths, &sources);
    let told: Vec<String> = passed_over.iter().map(ToString::to_string).collect();
    terminal::run(Shown::Sources(sources, opening), path, &told)?;
    Ok(Outcome::Done)
}

/// One or two files are opened at once; a folder is for choosing from, even if it holds only one or two.
fn opening(paths: &[PathBuf], sources: &[Source]) -> Opening {
    let folders = paths.iter().any(|path| path.is_dir());
    match (folders, paths.len(), sources.len()) {
        (false, 1, 1) => Opening::Article,
        (_, 2, 2) => Opening::Comparison,
        _ => Opening::Library,
    }
}

/// Typing errors up to here, in letters left out, put in, exchanged or swapped, are told from another word.
const ERRORS: usize = 2;

/// The command that is meant by a first argument that names no file.
fn mistyped(paths: &[PathBuf]) -> Option<(Unreadable, String)> {
    let path = paths.first()?;
    let unreadable = check(&Source::File(path.clone())).err()?;
    if path.exists() {
        return None;
    }
    Some((unreadable, nearest_command(path)?))
}

fn nearest_command(path: &Path) -> Option<String> {
    let word = path.to_str()?;
    let commands = Arguments::command();
    let names = commands.get_subcommands().map(clap::Command::get_name);
    let (errors, name) = names
        .map(|name| (strsim::damerau_levenshtein(word, name), name))
        .min()?;
    // Of a short word more than half must be right.
    (errors <= ERRORS && errors * 2 < name.chars().count()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_known() {
        check_nearest("lsit", Some("list"));
        check_nearest("quote", Some("quotes"));
        check_nearest("comapre", Some("compare"));
        check_nearest("aling", Some("align"));
        check_nearest("news", None);
        check_nearest("left.txt", None);
    }

    #[track_caller]
    fn check_nearest(word: &str, expected: Option<&str>) {
        assert_eq!(nearest_command(Path::new(word)).as_deref(), expected);
    }
}
