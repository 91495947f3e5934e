//! Brings things into the library while it is open: what the reader asks for, and what changes in the folders that are followed.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use notify_debouncer_full::notify::RecursiveMode;

use super::fetch::Fetcher;
use super::files::{changed_in, found};
use super::gather::{Gatherer, Listener, Manner, fetcher, is_address};
use super::store::{Store, Trouble};
use super::watch::{Noticed, Watcher, watch};
use super::work::WORKER;
use crate::screen::Message;

/// Something to be brought in.
pub(super) enum Job {
    /// What is new in all that is followed.
    Sync,
    /// What the reader names: an address or a path.
    Bring(String),
    /// Files and folders that are new or changed in folders that are followed.
    Changed(BTreeSet<PathBuf>),
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
        let watcher = path.as_deref().filter(|_| is_shown).map(|path| {
            let (sender, files) = mpsc::channel();
            // Apart from what is fetched, which takes its time.
            Bringer::new(Some(path.to_owned()), None, answer.clone()).start(files);
            watch_folders(path, sender, answer.clone())
        });
        let (jobs, waiting) = mpsc::channel();
        Bringer::new(path, watcher, answer).start(waiting);
        Background { jobs }
    }

    /// Has a thing brought in, after all that were asked for before.
    pub(super) fn add(&self, job: Job) {
        // Nobody is there to take it when no thread could be started: then all else is as slow.
        let _ = self.jobs.send(job);
    }
}

/// Has what changes in the folders that are followed brought in.
fn watch_folders(
    path: &Path,
    jobs: Sender<Job>,
    answer: impl Fn(Message) + Send + 'static,
) -> Watcher {
    let folders = Store::open(path).and_then(|store| store.folders());
    let folders: BTreeSet<PathBuf> = folders.unwrap_or_default().into_iter().collect();
    watch(
        folders,
        RecursiveMode::Recursive,
        move |noticed| match noticed {
            Noticed::Changed(paths) => drop(jobs.send(Job::Changed(paths))),
            Noticed::Unwatched(folder) => {
                let why = "it has too many folders in it to be watched; what is new there comes in when all that is \
                           followed is asked for";
                answer(Message::Failed(
                    None,
                    format!("{}: {why}", folder.display()),
                ));
            }
        },
    )
}

/// Brings things in on a thread of its own.
struct Bringer<Answer> {
    /// Where the library is.
    path: Option<PathBuf>,
    /// The library, from the first job on.
    store: Option<Store>,
    /// Of the thread that brings in what changes, and fetches nothing.
    idle: Option<Fetcher>,
    watcher: Option<Watcher>,
    answer: Answer,
}

impl<Answer: Fn(Message) + Send + 'static> Bringer<Answer> {
    fn new(path: Option<PathBuf>, watcher: Option<Watcher>, answer: Answer) -> Bringer<Answer> {
        Bringer {
            path,
            store: None,
            idle: None,
            watcher,
            answer,
        }
    }

    fn start(mut self, jobs: Receiver<Job>) {
        let thread = thread::Builder::new().name(WORKER.to_owned());
        drop(thread.spawn(move || {
            for job in jobs {
                let done = catch_unwind(AssertUnwindSafe(|| self.bring(&job)));
                let failed = match done {
                    Ok(Ok(())) => None,
                    Ok(Err(trouble)) => Some(trouble.to_string()),
                    Err(_) => Some("a fault in parallax: this could not be read".to_owned()),
                };
                if !matches!(job, Job::Changed(_)) {
                    (self.answer)(Message::Fetching(None));
                }
                if let Some(why) = failed {
                    (self.answer)(Message::Failed(None, why));
                }
            }
        }));
    }

    fn bring(&mut self, job: &Job) -> Result<(), Trouble> {
        let is_asked = !matches!(job, Job::Changed(_));
        let fetcher = if is_asked {
            // What sites say in their robots.txt may have changed since the last time.
            fetcher()
        } else {
            self.idle.get_or_insert_with(fetcher).clone()
        };
        let teller = Teller {
            answer: &self.answer,
            is_asked,
            first: OnceLock::new(),
        };
        // After a fault it is opened anew.
        let store = match self.store.take() {
            Some(store) => store,
            None => Store::open(self.path.as_deref().ok_or(Trouble::NoHome)?)?,
        };
        let mut gatherer = Gatherer::new(store, fetcher, Manner::default(), &teller);
        gather(job, &mut gatherer, self.watcher.as_ref())?;
        let told = gatherer.counts().told();
        self.store = Some(gatherer.into_store());
        match (is_asked, teller.first.into_inner()) {
            (false, None) => (),
            (true, None) => (self.answer)(Message::Told(told)),
            (_, Some(trouble)) => {
                (self.answer)(Message::Failed(None, format!("{told}: {trouble}")));
            }
        }
        Ok(())
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

fn gather(
    job: &Job,
    gatherer: &mut Gatherer<'_>,
    watcher: Option<&Watcher>,
) -> Result<(), Trouble> {
    match job {
        Job::Sync => {
            gatherer.feeds()?;
            gatherer.folders()?;
        }
        Job::Bring(text) if is_address(text) => gatherer.page(text)?,
        Job::Bring(text) => {
            let path = typed(text);
            if path.is_dir() {
                let folder = gatherer.store().put_folder(&path)?;
                // Before it is read: what changes meanwhile is not missed.
                if let Some(watcher) = watcher {
                    watcher.add(folder);
                }
            }
            gatherer.files(&found(&[path]).sources)?;
        }
        Job::Changed(paths) => {
            let folders = gatherer.store().folders()?;
            // What came with its folder is taken in with it.
            let alone =
                |path: &&PathBuf| !path.ancestors().skip(1).any(|above| paths.contains(above));
            let sources: Vec<_> = paths
                .iter()
                .filter(alone)
                .flat_map(|path| folders.iter().map(move |folder| (folder, path)))
                .filter(|(folder, path)| path.starts_with(folder))
                .flat_map(|(folder, path)| changed_in(folder, path))
                .collect();
            gatherer.files(&sources)?;
        }
    }
    gatherer.put_waiting()
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
