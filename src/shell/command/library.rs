//! Commands on the library: what comes in, what goes out.

use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use signal_hook::consts::SIGINT;
use signal_hook::flag;
use signal_hook::iterator::Signals;

use super::output::{Console, found, hint, print_json, say};
use super::{Add, Export, Failure, Import, LibraryFile, Network, Outcome, Remove};
use crate::annotation::Dated;
use crate::export::marks::{self, About};
use crate::shell::fetch::Fetcher;
use crate::shell::files;
use crate::shell::gather::{Counts, Gatherer, Manner, fetcher, is_address};
use crate::shell::store::{ArticleId, Store, Trouble, usual_path};

/// How many marks are taken in at once.
const BATCH: usize = 200;

/// Opens the library that is asked for.
pub(super) fn open(library: &LibraryFile) -> Result<Store, Trouble> {
    let path = path(library)?;
    match Store::open(&path) {
        Err(why) if why.is_broken() && library.set_aside => {
            let aside = Store::set_aside(&path)?;
            hint(&format!(
                "what was at {} is now {}",
                path.display(),
                aside.display()
            ));
            Store::open(&path)
        }
        opened => opened,
    }
}

/// Opens it, if there is one; one that is asked for by name is to be there.
pub(super) fn open_existing(library: &LibraryFile) -> Result<Option<Store>, Trouble> {
    let is_there = path(library)?.exists();
    if let (Some(path), false) = (&library.library, is_there) {
        let path = path.display().to_string();
        return Err(Trouble::Absent { path });
    }
    is_there.then(|| open(library)).transpose()
}

/// Where the library is that is asked for.
pub(super) fn path(library: &LibraryFile) -> Result<PathBuf, Trouble> {
    library.library.clone().map_or_else(usual_path, Ok)
}

pub(super) fn add(asked: &Add, library: &LibraryFile) -> Result<Outcome, Failure> {
    let console = Console;
    let mut gatherer = gatherer(library, asked.network, false, &console)?;
    let mut is_clear = true;
    for what in &asked.what {
        if gatherer.is_stopped() {
            break;
        }
        if let Some(address) = what.to_str().filter(|text| is_address(text)) {
            gatherer.page(address)?;
            continue;
        }
        if let Some(advice) = mistaken(what) {
            hint(&format!("{}: {advice}", what.display()));
            is_clear = false;
            continue;
        }
        if what.is_dir() {
            gatherer.store().put_folder(what)?;
        }
        gatherer.files(&found(std::slice::from_ref(what)))?;
    }
    gatherer.index()?;
    console.clear();
    say(&added(&gatherer.counts()))?;
    if gatherer.is_stopped() {
        hint("stopped; what was added stays, and the rest can be added later");
        return Ok(Outcome::SomeUnreadable);
    }
    Ok(match outcome(&gatherer) {
        Outcome::Done if !is_clear => Outcome::SomeUnreadable,
        outcome => outcome,
    })
}

/// What to do about a name that is no file's and looks like an address.
fn mistaken(name: &Path) -> Option<&'static str> {
    let text = name.to_str().filter(|_| !name.exists())?;
    let (host, _) = text.split_once('/')?;
    if text.contains("://") {
        return Some("only http and https addresses are fetched");
    }
    let is_host = host.contains('.') && host.starts_with(|letter: char| letter.is_alphanumeric());
    is_host.then_some(
        "there is no such file; if it is a page, write its address whole, as in https://…",
    )
}

/// What brings things into the library that is asked for, until `ctrl-c` stops it.
pub(super) fn gatherer<'a>(
    library: &LibraryFile,
    network: Network,
    no_pages: bool,
    console: &'a Console,
) -> Result<Gatherer<'a>, Failure> {
    let store = open(library)?;
    let fetcher = fetcher();
    stopped_by_key(&fetcher)?;
    let manner = Manner {
        private: network.allow_private,
        no_pages,
    };
    Ok(Gatherer::new(store, fetcher, manner, console))
}

pub(super) fn outcome(gatherer: &Gatherer<'_>) -> Outcome {
    if gatherer.counts().has_failed() {
        Outcome::SomeUnreadable
    } else {
        Outcome::Done
    }
}

fn added(counts: &Counts) -> String {
    let told = [
        (counts.new, "added"),
        (counts.copies, "added that are nearly the same as others"),
        (counts.changed, "changed"),
        (counts.same, "already there"),
    ];
    let told: Vec<String> = told
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    if told.is_empty() {
        "nothing added".to_owned()
    } else {
        told.join(", ")
    }
}

/// Stops the fetcher when the reader wants to stop, by `ctrl-c`; once more ends the program at once.
fn stopped_by_key(fetcher: &Fetcher) -> io::Result<()> {
    flag::register_conditional_default(SIGINT, fetcher.stopper())?;
    flag::register(SIGINT, fetcher.stopper())?;
    let mut signals = Signals::new([SIGINT])?;
    let fetcher = fetcher.clone();
    thread::spawn(move || {
        for _ in signals.forever() {
            fetcher.stop();
        }
    });
    Ok(())
}

pub(super) fn remove(asked: &Remove, library: &LibraryFile) -> Result<Outcome, Failure> {
    let mut store = open(library)?;
    let mut outcome = Outcome::Done;
    for name in &asked.which {
        if name.trim().is_empty() {
            hint("an empty name is none of an article; nothing was removed for it");
            outcome = Outcome::SomeUnreadable;
            continue;
        }
        let followed = store.remove_folder(Path::new(name))?;
        if followed {
            say(&format!("no longer followed: {name}"))?;
        }
        let named = match store.found_at(name)? {
            placed if followed => Ok(placed),
            placed if placed.is_empty() => store.titled(name).map(only)?,
            placed => Ok(placed),
        };
        match named {
            Ok(ids) => {
                let count = ids.len();
                for id in ids {
                    let told = told(&store, id)?;
                    store.remove(id)?;
                    say(&told)?;
                }
                if count > 1 {
                    say(&format!(
                        "{count} articles removed; parallax add brings them back, with all that you made of them"
                    ))?;
                }
            }
            Err(why) => {
                hint(&format!("{name}: {why}"));
                outcome = Outcome::SomeUnreadable;
            }
        }
    }
    Ok(outcome)
}

/// Those that have a title, when it is one; else what is to be done.
fn only(titled: Vec<ArticleId>) -> Result<Vec<ArticleId>, String> {
    match titled.len() {
        1 => Ok(titled),
        0 => Err("no article of the library has this path, address or title".to_owned()),
        several => Err(format!(
            "{several} articles have this title; name one by its path or address"
        )),
    }
}

fn told(store: &Store, id: ArticleId) -> Result<String, Trouble> {
    let article = store.article(id)?;
    let (title, path) = (article.title.text, article.label.path);
    Ok(format!("removed: {title} ({path})"))
}

pub(super) fn export(asked: &Export, library: &LibraryFile) -> Result<Outcome, Failure> {
    debug_assert!(asked.marks, "there is nothing else to be exported yet");
    let Some(store) = open_existing(library)? else {
        return Ok(Outcome::Done);
    };
    for mark in store.dated_annotations()? {
        let about = about(&store, &mark)?;
        print_json(&marks::line(&mark, about.as_ref()))?;
    }
    Ok(Outcome::Done)
}

fn about(store: &Store, mark: &Dated) -> Result<Option<About>, Trouble> {
    let Some(id) = store.with_text(mark.annotation.target.text)? else {
        return Ok(None);
    };
    let article = store.article(id)?;
    Ok(Some(About {
        title: article.title.text,
        outlet: article.label.outlet,
        url: article.label.url,
        path: article.label.path,
    }))
}

pub(super) fn import(asked: &Import, library: &LibraryFile) -> Result<Outcome, Failure> {
    let lines = files::lines(&asked.path)?;
    let mut store = open(library)?;
    let mut outcome = Outcome::Done;
    let (mut new, mut all) = (0, 0);
    let mut batch: Vec<Dated> = Vec::new();
    for (number, line) in (1..).zip(lines) {
        let line = line?;
        match mark_on(&line) {
            None => {}
            Some(Ok(mark)) => batch.push(mark),
            Some(Err(why)) => {
                outcome = Outcome::SomeUnreadable;
                hint(&format!("{}: line {number}: {why}", asked.path.display()));
            }
        }
        if batch.len() == BATCH {
            all += batch.len();
            new += store.merge(&std::mem::take(&mut batch))?;
        }
    }
    all += batch.len();
    new += store.merge(&batch)?;
    say(&format!("{all} marks read, {new} of them new"))?;
    Ok(outcome)
}

/// The mark on a line, or why there is none; `None` when nothing is on it.
fn mark_on(line: &[u8]) -> Option<Result<Dated, String>> {
    let line = match std::str::from_utf8(line) {
        Ok(line) => line.trim_start_matches('\u{feff}').trim(),
        Err(_) => return Some(Err("it is not in UTF-8".to_owned())),
    };
    (!line.is_empty()).then(|| marks::read(line).map_err(|why| why.to_string()))
}
