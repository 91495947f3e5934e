//! Brings things into the library while it is open: what the reader asks for, and what changes in the folders that are followed.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use notify_debouncer_full::notify::RecursiveMode;

use super::files::{changed_in, found};
use super::gather::{Gatherer, Listener, Manner, fetcher, is_address};
use super::store::{Store, Trouble};
use super::watch::watch;
use super::work::WORKER;
use crate::screen::Message;

/// Something to be brought in.
pub(super) enum Job {
    /// What is new in all that is followed.
    Sync,
    /// What the reader names: an address or a path.
    Bring(String),
    /// A file that is new or changed in a folder that is followed.
    Changed(PathBuf),
}

/// The threads that bring things in; they end with the program, and what is stored by then is whole.
pub(super) struct Background {
    jobs: Sender<Job>,
}

impl Background {
    /// Starts them for the library at `path`; folders are watched when the library is what is shown.
    pub(super) fn start(
        path: Option<PathBuf>,
        is_shown: bool,
        answer: impl Fn(Message) + Clone + Send + 'static,
    ) -> Background {
        if let Some(path) = path.clone().filter(|_| is_shown) {
            let (sender, files) = mpsc::channel();
            // Apart from what is fetched, which takes its time.
            start(Some(path.clone()), files, answer.clone());
            watch_folders(&path, sender);
        }
        let (jobs, waiting) = mpsc::channel();
        start(path, waiting, answer);
        Background { jobs }
    }

    /// Has a thing brought in, after all that were asked for before.
    pub(super) fn add(&self, job: Job) {
        // Nobody is there to take it when no thread could be started: then all else is as slow.
        let _ = self.jobs.send(job);
    }
}

fn start(path: Option<PathBuf>, jobs: Receiver<Job>, answer: impl Fn(Message) + Send + 'static) {
    let thread = thread::Builder::new().name(WORKER.to_owned());
    drop(thread.spawn(move || {
        for job in jobs {
            let done = catch_unwind(AssertUnwindSafe(|| bring(path.as_deref(), &job, &answer)));
            let failed = match done {
                Ok(Ok(())) => None,
                Ok(Err(trouble)) => Some(trouble.to_string()),
                Err(_) => Some("a fault in parallax: this could not be read".to_owned()),
            };
            if !matches!(job, Job::Changed(_)) {
                answer(Message::Fetching(None));
            }
            if let Some(why) = failed {
                answer(Message::Failed(None, why));
            }
        }
    }));
}

/// Has what changes in the folders that are followed brought in.
fn watch_folders(path: &Path, jobs: Sender<Job>) {
    let folders = Store::open(path).and_then(|store| store.folders());
    let folders: BTreeSet<PathBuf> = folders.unwrap_or_default().into_iter().collect();
    if !folders.is_empty() {
        watch(folders, RecursiveMode::Recursive, move |path| {
            let _ = jobs.send(Job::Changed(path));
        });
    }
}

/// Tells the reader how far that is which they asked for, and keeps what went wrong first.
struct Teller<'a> {
    answer: &'a dyn Fn(Message),
    is_asked: bool,
    first: OnceLock<String>,
}

impl Listener for Teller<'_> {
    fn far(&self, words: &str) {
        if self.is_asked {
            (self.answer)(Message::Fetching(Some(words.to_owned())));
        }
    }

    fn trouble(&self, words: &str) {
        // The others are counted.
        let _ = self.first.set(words.to_owned());
    }
}

fn bring(path: Option<&Path>, job: &Job, answer: &dyn Fn(Message)) -> Result<(), Trouble> {
    let teller = Teller {
        answer,
        is_asked: !matches!(job, Job::Changed(_)),
        first: OnceLock::new(),
    };
    let store = Store::open(path.ok_or(Trouble::NoHome)?)?;
    let mut gatherer = Gatherer::new(store, fetcher(), Manner::default(), &teller);
    match job {
        Job::Sync => {
            gatherer.feeds()?;
            gatherer.folders()?;
        }
        Job::Bring(text) if is_address(text) => gatherer.page(text)?,
        Job::Bring(text) => {
            let path = typed(text);
            if path.is_dir() {
                gatherer.store().put_folder(&path)?;
            }
            gatherer.files(&found(&[path]).sources)?;
        }
        Job::Changed(path) => {
            let folders = gatherer.store().folders()?;
            let sources: Vec<_> = folders
                .iter()
                .filter(|folder| path.starts_with(folder))
                .flat_map(|folder| changed_in(folder, path))
                .collect();
            gatherer.files(&sources)?;
        }
    }
    gatherer.put_waiting()?;
    let told = gatherer.counts().told();
    match (job, teller.first.into_inner()) {
        (Job::Changed(_), None) => (),
        (_, None) => answer(Message::Told(told)),
        (_, Some(trouble)) => answer(Message::Failed(None, format!("{told}: {trouble}"))),
    }
    Ok(())
}

/// A path as it is typed, `~` for the home folder.
fn typed(text: &str) -> PathBuf {
    let text = text.trim();
    let within = text.strip_prefix("~/");
    match (within, std::env::home_dir()) {
        (Some(within), Some(home)) => home.join(within),
        _ => PathBuf::from(text),
    }
}
