//! Notices files that change.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use notify_debouncer_full::notify::{EventKind, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, DebouncedEvent, new_debouncer};

/// A file counts as changed once nothing has been written to it for so long.
const REST: Duration = Duration::from_millis(300);

/// More folders than this are not watched: the system has a limit for all programs together.
const MOST_FOLDERS: usize = 1_000;

/// Calls `changed` with every file in these folders that changes or is new, from a thread that ends with the program; with
/// what is in folders within them too where that is asked for. What can't be watched is not.
pub(super) fn watch(
    folders: BTreeSet<PathBuf>,
    depth: RecursiveMode,
    changed: impl Fn(PathBuf) + Send + 'static,
) {
    let watching = thread::Builder::new().name("watcher".to_owned());
    let watched = watching.spawn(move || {
        let (sender, events) = mpsc::channel();
        let Ok(mut debouncer) = new_debouncer(REST, None, sender) else {
            return;
        };
        for folder in folders.iter().take(MOST_FOLDERS) {
            drop(debouncer.watch(folder, depth));
        }
        for result in events {
            for path in written(result) {
                changed(path);
            }
        }
    });
    drop(watched);
}

/// The files that were written or put in the place of others, each once.
fn written(result: DebounceEventResult) -> BTreeSet<PathBuf> {
    let is_written =
        |event: &DebouncedEvent| matches!(event.kind, EventKind::Create(_) | EventKind::Modify(_));
    let events = result.unwrap_or_default().into_iter().filter(is_written);
    let paths = events.flat_map(|event| event.event.paths);
    paths.filter(|path| path.is_file()).collect()
}
