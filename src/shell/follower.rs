//! Keeps an open library up to date: indexes what is new, and tells what other programs change.

use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::store::{Revision, Store, Trouble};
use crate::screen::{Changes, Message};

/// How often it is looked whether the library changed.
const PAUSE: Duration = Duration::from_millis(700);

/// How long it takes until indexing is tried again that another process is at.
const PATIENCE: Duration = Duration::from_secs(20);

/// Follows the library at `path` from `since` on, from threads that end with the program.
pub(super) fn follow(
    path: PathBuf,
    since: Revision,
    answer: impl Fn(Message) + Clone + Send + 'static,
) {
    let (index, index_answer) = (path.clone(), answer.clone());
    spawn("indexer", move || index_on(&index, &index_answer));
    spawn("follower", move || {
        if let Err(trouble) = tell_changes(&path, since, &answer) {
            answer(Message::Failed(None, trouble.to_string()));
        }
    });
}

/// Tells what the reader made before, when there is a library.
pub(super) fn annotated(path: PathBuf, answer: impl Fn(Message) + Send + 'static) {
    spawn("annotations", move || {
        let told = Store::open_existing(&path).and_then(|store| {
            let Some(store) = store else { return Ok(()) };
            answer(Message::Annotated(store.annotations()?));
            answer(Message::Filters(store.filters()?));
            Ok(())
        });
        if let Err(trouble) = told {
            answer(Message::Failed(None, trouble.to_string()));
        }
    });
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) {
    // Without the thread the library is shown as it was.
    drop(thread::Builder::new().name(name.to_owned()).spawn(work));
}

/// Tells what changes, until it can't be known any more.
fn tell_changes(
    path: &Path,
    mut since: Revision,
    answer: &impl Fn(Message),
) -> Result<(), Trouble> {
    let store = Store::open(path)?;
    loop {
        let changes = match store.changes(since) {
            Err(Trouble::Busy { .. }) => {
                thread::sleep(PAUSE);
                continue;
            }
            changes => changes?,
        };
        if changes.revision != since {
            since = changes.revision;
            if changes.marks {
                answer(Message::Annotated(store.annotations()?));
            }
            if !changes.articles.is_empty() || !changes.removed.is_empty() {
                answer(Message::StoreChanged(Changes {
                    stored: changes.articles,
                    gone: changes.removed,
                }));
            }
        }
        thread::sleep(PAUSE);
    }
}

/// Indexes what is new, now and whenever there is more.
fn index_on(path: &Path, answer: &impl Fn(Message)) {
    loop {
        match index(path, answer) {
            Ok(true) => thread::sleep(PAUSE),
            Ok(false) | Err(Trouble::Busy { .. }) => thread::sleep(PATIENCE),
            Err(Trouble::ReadOnly { .. }) => return,
            Err(trouble) => {
                answer(Message::Indexed(0, 0));
                answer(Message::Failed(None, trouble.to_string()));
                return;
            }
        }
    }
}

/// Indexes all there is to index; says whether that was done, and not by another process.
fn index(path: &Path, answer: &impl Fn(Message)) -> Result<bool, Trouble> {
    let mut store = Store::open(path)?;
    loop {
        let done = store.index_all(|progress| {
            answer(Message::Indexed(progress.done, progress.of));
            true
        })?;
        let Some(done) = done else { return Ok(false) };
        if done.of > 0 {
            answer(Message::Indexed(done.of, done.of));
        }
        thread::sleep(PAUSE);
    }
}
