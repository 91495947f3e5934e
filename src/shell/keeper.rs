//! Stores what the reader makes, one thing after the other, from a thread of its own.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use super::store::{Access, Store, Trouble, Why};
use crate::annotation::Change;
use crate::query::Filter;
use crate::screen::Message;

/// Something to be stored.
pub(super) enum Kept {
    /// What the reader made of an article.
    Change(Box<Change>),
    /// A filter, in the place of one with the same name.
    Filter(Filter),
    /// The filter with this name is taken away.
    NoFilter(String),
    /// All before is stored: this is told.
    Mark(Sender<()>),
}

/// So many changes are stored together at most. One by one the disk is waited for each time.
const TOGETHER: usize = 1_000;

/// How long it may take until all is stored when the reader leaves: longer than another program that is writing is waited
/// for; a disk that hangs is not.
const PATIENCE: Duration = Duration::from_secs(30);

/// The thread that stores.
pub(super) struct Keeper {
    things: Sender<Kept>,
}

impl Keeper {
    /// Starts the thread, which gives what goes wrong to `answer`. The library at `path` is made when there is the first
    /// thing to be stored.
    pub(super) fn start(
        path: Option<PathBuf>,
        answer: impl Fn(Message) + Send + 'static,
    ) -> Keeper {
        let (things, waiting) = mpsc::channel();
        let thread = thread::Builder::new().name("keeper".to_owned());
        // Without a thread nothing is taken, and that is said.
        drop(thread.spawn(move || keep_all(path.as_deref(), &waiting, &answer)));
        Keeper { things }
    }

    /// Has a thing stored, after all that were given before.
    ///
    /// # Errors
    /// When nobody stores any more.
    pub(super) fn keep(&self, thing: Kept) -> Result<(), String> {
        let sent = self.things.send(thing);
        sent.map_err(|_| "nothing can be stored any more: leave and begin again".to_owned())
    }

    /// Waits until all is stored that was given, or said not to be.
    ///
    /// # Errors
    /// When nobody stores any more, or it takes too long.
    pub(super) fn finish(&self) -> Result<(), String> {
        let (stored, all) = mpsc::channel();
        self.keep(Kept::Mark(stored))?;
        all.recv_timeout(PATIENCE).map_err(|_| {
            "not stored: the library does not answer; what was made last is perhaps lost".to_owned()
        })
    }
}

fn keep_all(path: Option<&Path>, waiting: &Receiver<Kept>, answer: &impl Fn(Message)) {
    let mut store = None;
    let mut next = waiting.recv().ok();
    while let Some(thing) = next.take() {
        let mut changes = Vec::new();
        let stored = match thing {
            Kept::Change(change) => {
                changes.push(*change);
                next = gather(waiting, &mut changes);
                opened(&mut store, path).and_then(|store| store.change_all(&changes))
            }
            Kept::Filter(filter) => {
                opened(&mut store, path).and_then(|store| store.put_filter(&filter))
            }
            Kept::NoFilter(name) => {
                opened(&mut store, path).and_then(|store| store.remove_filter(&name).map(drop))
            }
            Kept::Mark(stored) => {
                // The last connection that is closed puts what was written in its place.
                store = None;
                // Who has stopped waiting need not be told.
                let _ = stored.send(());
                next = waiting.recv().ok();
                continue;
            }
        };
        // Once there is room again it can be opened as it should be.
        store.take_if(|store| store.access() == Access::ReadOnly(Why::Full));
        let told = match stored {
            Ok(()) => Message::Kept,
            Err(trouble) => Message::Unkept(format!("not stored: {trouble}")),
        };
        (0..changes.len().max(1)).for_each(|_| answer(told.clone()));
        next = next.or_else(|| waiting.recv().ok());
    }
}

/// Takes the changes that wait already, and gives what comes after them.
fn gather(waiting: &Receiver<Kept>, changes: &mut Vec<Change>) -> Option<Kept> {
    while changes.len() < TOGETHER {
        match waiting.try_recv().ok()? {
            Kept::Change(change) => changes.push(*change),
            other => return Some(other),
        }
    }
    None
}

/// The library, by a connection of this thread, which is made when it is first wanted.
pub(super) fn opened<'a>(
    store: &'a mut Option<Store>,
    path: Option<&Path>,
) -> Result<&'a mut Store, Trouble> {
    if store.is_none() {
        *store = Some(Store::open(path.ok_or(Trouble::NoHome)?)?);
    }
    store.as_mut().ok_or(Trouble::NoHome)
}
