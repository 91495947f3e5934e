use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::screen::Ticket;
use crate::shell::store::{Interrupter, Store, Trouble};

/// What the library is being asked, by whose ticket, and how that is stopped.
#[derive(Default)]
pub(super) struct Asked(Mutex<Vec<(Ticket, Interrupter)>>);

/// Something that is being asked, until this is dropped: from then on its connection does something else, which is not to be
/// stopped for it.
struct Asking<'a>(&'a Asked, Ticket);

impl Drop for Asking<'_> {
    fn drop(&mut self) {
        let Asking(asked, ticket) = self;
        asked.all().retain(|(of, _)| of != ticket);
    }
}

impl Asked {
    /// Asks the library for something; what is [stopped](Asked::stop) ends with [`Trouble::Stopped`].
    pub(super) fn ask<T>(
        &self,
        ticket: Ticket,
        store: &Store,
        ask: impl FnOnce(&Store) -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        self.all().push((ticket, store.interrupter()));
        let _asking = Asking(self, ticket);
        ask(store)
    }

    /// Stops what is no longer wanted, if it is being asked.
    pub(super) fn stop(&self, ticket: Ticket) {
        let all = self.all();
        let outdated = all.iter().filter(|(of, _)| *of == ticket);
        outdated.for_each(|(_, interrupter)| interrupter.stop());
    }

    fn all(&self) -> MutexGuard<'_, Vec<(Ticket, Interrupter)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;
    use crate::query::Query;

    #[test]
    fn a_search_that_is_no_longer_wanted_is_stopped() {
        let folder = tempfile::tempdir().expect("there is room");
        let path = folder.path().join("library.db");
        let (asked, ticket) = (Asked::default(), Ticket::default());
        thread::scope(|scope| {
            let searching = scope.spawn(|| {
                let store = Store::open(&path)?;
                let query = Query::parse("town hall", 0, false).query;
                let on_and_on = |store: &Store| -> Result<(), Trouble> {
                    for _ in 0..1_000_000 {
                        store.search(&query, 1)?;
                    }
                    Ok(())
                };
                asked.ask(ticket, &store, on_and_on)
            });
            while !searching.is_finished() {
                asked.stop(ticket);
            }
            let stopped = searching.join();
            assert!(matches!(stopped, Ok(Err(Trouble::Stopped))));
        });
        assert!(asked.all().is_empty());
    }
}
