//! Commands on the library: what comes in, what goes out.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::output::{complain, hint, print, print_json};
use super::{Add, Export, Failure, Import, LibraryFile, Outcome, Remove};
use crate::annotation::Dated;
use crate::export::Sheet;
use crate::export::marks::{self, About};
use crate::shell::files::{Cause, Labels, Source, Unreadable, load_labelled, sources};
use crate::shell::store::{ArticleId, Incoming, Location, Put, Store, Trouble, usual_path};

/// How many articles or marks are put into the library at once: so many are lost at most when the program is killed, and are
/// there when it is told to take them in again.
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

/// Opens it, if there is one.
pub(super) fn open_existing(library: &LibraryFile) -> Result<Option<Store>, Trouble> {
    Store::open_existing(&path(library)?)
}

/// Where the library is that is asked for.
pub(super) fn path(library: &LibraryFile) -> Result<PathBuf, Trouble> {
    library.library.clone().map_or_else(usual_path, Ok)
}

pub(super) fn add(asked: &Add, library: &LibraryFile) -> Result<Outcome, Failure> {
    let mut store = open(library)?;
    let mut adding = Adding::default();
    let stopped = stopped_by_key()?;
    let sources = sources(&asked.paths);
    let mut batch = Vec::new();
    for (number, source) in sources.iter().enumerate() {
        if stopped.load(Ordering::Relaxed) {
            break;
        }
        adding.load(source, &mut batch);
        if batch.len() == BATCH {
            adding.put(&mut store, &mut batch)?;
            progress(&format!("{} of {} read", number + 1, sources.len()));
        }
    }
    adding.put(&mut store, &mut batch)?;
    if !stopped.load(Ordering::Relaxed) {
        // Another program that is indexing does it for this one too.
        store.index_all(|far| {
            progress(&format!("{} of {} indexed", far.done, far.of));
            !stopped.load(Ordering::Relaxed)
        })?;
    }
    progress("");
    print(&adding.told())?;
    if stopped.load(Ordering::Relaxed) {
        hint("stopped; what was added stays, and the rest can be added later");
        return Ok(Outcome::SomeUnreadable);
    }
    Ok(adding.outcome())
}

/// What became of articles that are added.
#[derive(Default)]
struct Adding {
    labels: Labels,
    new: usize,
    copies: usize,
    changed: usize,
    same: usize,
    unreadable: usize,
}

impl Adding {
    fn load(&mut self, source: &Source, batch: &mut Vec<Incoming>) {
        match load_labelled(source, &mut self.labels) {
            Ok(article) => batch.push(Incoming {
                location: location(source),
                article,
            }),
            Err(why) => self.complain(&why),
        }
        for why in self.labels.complaints() {
            self.complain(&why);
        }
    }

    fn complain(&mut self, why: &Unreadable) {
        progress("");
        complain(why);
        self.unreadable += 1;
    }

    fn put(&mut self, store: &mut Store, batch: &mut Vec<Incoming>) -> Result<(), Trouble> {
        if batch.is_empty() {
            return Ok(());
        }
        for put in store.put_all(&std::mem::take(batch))? {
            match put {
                Put::New(_) => self.new += 1,
                Put::CopyOf { .. } => self.copies += 1,
                Put::Changed { .. } => self.changed += 1,
                Put::Same(_) => self.same += 1,
            }
        }
        Ok(())
    }

    fn told(&self) -> Sheet {
        let counts = [
            (self.new, "added"),
            (self.copies, "added that are nearly the same as others"),
            (self.changed, "changed"),
            (self.same, "already there"),
        ];
        let told: Vec<String> = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        let mut sheet = Sheet::new();
        sheet.line(if told.is_empty() {
            "nothing added".to_owned()
        } else {
            told.join(", ")
        });
        sheet
    }

    fn outcome(&self) -> Outcome {
        match self.unreadable {
            0 => Outcome::Done,
            _ => Outcome::SomeUnreadable,
        }
    }
}

fn location(source: &Source) -> Location {
    match source {
        Source::File(path) => Location::File(path.clone()),
        Source::Entry(entry) => match &entry.article.label.url {
            Some(address) => Location::Page(address.clone()),
            None => Location::Part(entry.file.clone(), entry.number.to_string()),
        },
        Source::StandardInput => Location::StandardInput,
        Source::Sample(name) => Location::Entry("samples".to_owned(), (*name).to_owned()),
    }
}

/// Says when the reader wants to stop, by `ctrl-c`; once more ends the program at once.
fn stopped_by_key() -> io::Result<Arc<AtomicBool>> {
    let stopped = Arc::new(AtomicBool::new(false));
    signal_hook::flag::register_conditional_default(
        signal_hook::consts::SIGINT,
        Arc::clone(&stopped),
    )?;
    signal_hook::flag::register(signal_hook::consts::SIGINT, Arc::clone(&stopped))?;
    Ok(stopped)
}

/// Writes over the last line of standard error when that is a terminal.
fn progress(words: &str) {
    let mut out = io::stderr();
    if out.is_terminal() {
        let _ = write!(out, "\r\x1b[K{words}");
        let _ = out.flush();
    }
}

pub(super) fn remove(asked: &Remove, library: &LibraryFile) -> Result<Outcome, Failure> {
    let mut store = open(library)?;
    let mut outcome = Outcome::Done;
    for name in &asked.which {
        let named = match store.found_at(name)? {
            placed if placed.is_empty() => store.titled(name).map(only)?,
            placed => Ok(placed),
        };
        match named {
            Ok(ids) => {
                for id in ids {
                    let told = told(&store, id)?;
                    store.remove(id)?;
                    print(&told)?;
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

fn told(store: &Store, id: ArticleId) -> Result<Sheet, Trouble> {
    let article = store.article(id)?;
    let mut sheet = Sheet::new();
    sheet.line(format!(
        "removed: {} ({})",
        article.title.text, article.label.path
    ));
    Ok(sheet)
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
    let unreadable = |source| {
        Unreadable::new(
            &asked.path,
            Cause::Io {
                done: "read",
                source,
            },
        )
    };
    let lines: Box<dyn BufRead> = if asked.path.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(File::open(&asked.path).map_err(unreadable)?))
    };
    let mut store = open(library)?;
    let mut outcome = Outcome::Done;
    let (mut new, mut all) = (0, 0);
    let mut batch: Vec<Dated> = Vec::new();
    for (number, line) in (1..).zip(lines.split(b'\n')) {
        let line = line.map_err(unreadable)?;
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
    let mut sheet = Sheet::new();
    sheet.line(format!("{all} marks read, {new} of them new"));
    print(&sheet)?;
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
