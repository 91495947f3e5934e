//! Notices files that change.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use notify_debouncer_full::notify::event::ModifyKind;
use notify_debouncer_full::notify::{self, Config, EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{
    DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer_opt,
};

/// A file counts as changed once nothing has been written to it for so long.
const REST: Duration = Duration::from_millis(300);

/// More folders than this are not watched: the system has a limit for all programs together.
const MOST_FOLDERS: usize = 4_000;

/// Something that whoever watches is to know.
pub(super) enum Noticed {
    /// Files that are new or have changed, and folders that have come whole; each once.
    Changed(BTreeSet<PathBuf>),
    /// This folder is not watched: there are too many folders in it, or in all that is watched.
    Unwatched(PathBuf),
}

/// What the thread that watches is told.
enum Heard {
    Events(DebounceEventResult),
    Folder(PathBuf, Sender<()>),
}

/// By which more can be watched.
#[derive(Clone)]
pub(super) struct Watcher(Sender<Heard>);

impl Watcher {
    /// Has a folder watched too; it is when this returns, unless it can't be.
    pub(super) fn add(&self, folder: PathBuf) {
        let (done, waiting) = mpsc::channel();
        if self.0.send(Heard::Folder(folder, done)).is_ok() {
            // Nothing is sent but the end of the channel.
            let _ = waiting.recv();
        }
    }
}

/// Tells `noticed` of every file in these folders that changes or is new, from a thread that ends with the program; with what
/// is in folders within them too where that is asked for. One of `folders` may be a link; links within them are not followed.
pub(super) fn watch(
    folders: BTreeSet<PathBuf>,
    depth: RecursiveMode,
    noticed: impl Fn(Noticed) + Send + 'static,
) -> Watcher {
    let (sender, heard) = mpsc::channel();
    let events = sender.clone();
    let watching = thread::Builder::new().name("watcher".to_owned());
    let watched = watching.spawn(move || {
        let config = Config::default().with_follow_symlinks(false);
        let take = move |result| drop(events.send(Heard::Events(result)));
        let debouncer = new_debouncer_opt(REST, None, take, RecommendedCache::new(), config);
        let Ok(debouncer) = debouncer else {
            folders
                .into_iter()
                .take(1)
                .map(Noticed::Unwatched)
                .for_each(noticed);
            return;
        };
        let watching = Watching {
            debouncer,
            depth,
            room: MOST_FOLDERS,
            watched: BTreeMap::new(),
        };
        watching.go_on(folders, &heard, noticed);
    });
    drop(watched);
    Watcher(sender)
}

struct Watching {
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
    depth: RecursiveMode,
    /// How many more folders may be watched.
    room: usize,
    /// What was asked for, by where it really is, and how many folders each took.
    watched: BTreeMap<PathBuf, usize>,
}

impl Watching {
    fn go_on(
        mut self,
        folders: BTreeSet<PathBuf>,
        heard: &Receiver<Heard>,
        noticed: impl Fn(Noticed),
    ) {
        for folder in folders {
            self.add(folder, &noticed);
        }
        for heard in heard {
            match heard {
                Heard::Events(result) => {
                    let changed = changed(result);
                    if !changed.is_empty() {
                        noticed(Noticed::Changed(changed));
                    }
                }
                Heard::Folder(folder, done) => {
                    self.add(folder, &noticed);
                    drop(done);
                }
            }
        }
    }

    fn add(&mut self, folder: PathBuf, noticed: impl Fn(Noticed)) {
        // One that is not there for now, such as that of a disk that is taken out, is nothing to complain about.
        let place = folder.canonicalize().ok();
        let Some(place) = place.filter(|place| place.is_dir() && !self.is_within(place)) else {
            return;
        };
        // One that is watched already is watched anew: it may have been taken away and put back.
        self.room += self.watched.remove(&place).unwrap_or_default();
        let count = match self.depth {
            RecursiveMode::Recursive => folders_in(&folder, self.room),
            RecursiveMode::NonRecursive => 1,
        };
        // With a slash at its end, the name of a link means the folder that it leads to.
        let named = folder.join("");
        if count > self.room || self.debouncer.watch(named, self.depth).is_err() {
            return noticed(Noticed::Unwatched(folder));
        }
        self.room -= count;
        self.watched.insert(place, count);
    }

    /// Whether it is watched with a folder that it is in.
    fn is_within(&self, place: &Path) -> bool {
        let mut above = place.ancestors().skip(1);
        self.depth == RecursiveMode::Recursive
            && above.any(|above| self.watched.contains_key(above))
    }
}

/// How many folders a folder is and has in it, without links; not counted much further than to `most`.
fn folders_in(folder: &Path, most: usize) -> usize {
    let mut count = 0;
    let mut pending = vec![folder.to_owned()];
    while let Some(folder) = pending.pop().filter(|_| count <= most) {
        count += 1;
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
        pending.extend(folders.map(|folder| folder.path()));
    }
    count
}

/// What was written or put in the place of another, and folders that came whole: of what is in these nothing more is heard.
fn changed(result: DebounceEventResult) -> BTreeSet<PathBuf> {
    let paths = |event: DebouncedEvent| {
        let has_come = matches!(
            event.kind,
            EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_))
        );
        let is_written = has_come || matches!(event.kind, EventKind::Modify(_));
        let notify::Event { paths, .. } = event.event;
        let is_changed =
            move |path: &PathBuf| is_written && path.is_file() || has_come && path.is_dir();
        paths.into_iter().filter(is_changed)
    };
    let events = result.unwrap_or_default().into_iter();
    events.flat_map(paths).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_counted_without_links_and_not_for_ever() {
        let folder = tempfile::tempdir().expect("there is room");
        for name in ["a/b", "c", "d"] {
            fs::create_dir_all(folder.path().join(name)).expect("there is room");
        }
        let link = folder.path().join("a/round");
        std::os::unix::fs::symlink(folder.path(), link).expect("there is room");
        assert_eq!(folders_in(folder.path(), 100), 5);
        assert_eq!(folders_in(folder.path(), 2), 3);
    }

    #[test]
    fn a_folder_that_is_watched_takes_no_more_room() {
        let folder = tempfile::tempdir().expect("there is room");
        let path = |name: &str| folder.path().join(name);
        for name in ["news/2025/08", "more"] {
            fs::create_dir_all(path(name)).expect("there is room");
        }
        std::os::unix::fs::symlink(path("news"), path("link")).expect("there is room");
        let debouncer = new_debouncer_opt(
            REST,
            None,
            |_| (),
            RecommendedCache::new(),
            Config::default(),
        );
        let mut watching = Watching {
            debouncer: debouncer.expect("it is not the last"),
            depth: RecursiveMode::Recursive,
            room: 10,
            watched: BTreeMap::new(),
        };
        let mut room = |name: &str| {
            watching.add(path(name), |_| ());
            watching.room
        };
        assert_eq!(room("news"), 7);
        for again in ["news", "news/2025", "link", "link/2025/08", "nowhere"] {
            assert_eq!(room(again), 7, "{again}");
        }
        assert_eq!(room("more"), 6);
    }
}
