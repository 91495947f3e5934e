//! Slow work, beside the painting: two threads that take it in turn and answer with messages.

use std::collections::BTreeMap;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::files::{Labels, Source, load_labelled, set_outlet};
use crate::query::{Hit, Query, Searched, look};
use crate::reading::Reading;
use crate::screen::{Digest, Effect, Message, work_out};
use crate::speaker::Cast;

/// Enough that a long comparison does not hold up the reading of other articles.
const WORKERS: usize = 2;

/// The name of the threads, by which a panic's report tells them from the painting.
pub(super) const WORKER: &str = "worker";

/// Texts longer than this many bytes are shown before they are analysed.
const SHOWN_FIRST: usize = 200_000;

/// Threads that do what effects ask for.
pub(super) struct Workers {
    shared: Arc<Shared>,
}

struct Shared {
    sources: Vec<Source>,
    jobs: Mutex<Jobs>,
    more: Condvar,
    /// What was read, by the number of its item: searches look through it.
    read: Mutex<BTreeMap<usize, Known>>,
    /// Counts the times that a label file was written: labels read before are out of date.
    labels_written: AtomicUsize,
}

/// An article with its speakers.
type Known = (Arc<Reading>, Arc<Cast>);

#[derive(Default)]
struct Jobs {
    /// What the reader waits for.
    urgent: VecDeque<Effect>,
    /// Articles to be read, in order.
    articles: VecDeque<Effect>,
}

impl Workers {
    /// Starts the threads, which give what they find to `answer`. They end with the program.
    pub(super) fn start(
        sources: Vec<Source>,
        answer: impl Fn(Message) + Clone + Send + 'static,
    ) -> Workers {
        let shared = Arc::new(Shared {
            sources,
            jobs: Mutex::default(),
            more: Condvar::new(),
            read: Mutex::default(),
            labels_written: AtomicUsize::new(0),
        });
        for _ in 0..WORKERS {
            let shared = Arc::clone(&shared);
            let answer = answer.clone();
            let thread = thread::Builder::new().name(WORKER.to_owned());
            // Without a thread the other one does it all; without both, articles stay unread, and quitting works.
            drop(thread.spawn(move || work(&shared, &answer)));
        }
        Workers { shared }
    }

    /// Has `effect` done, before all articles that are still to be read unless it is one of them.
    pub(super) fn add(&self, effect: Effect) {
        let mut jobs = self
            .shared
            .jobs
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        jobs.add(effect);
        self.shared.more.notify_one();
    }
}

impl Jobs {
    fn add(&mut self, effect: Effect) {
        match effect {
            Effect::Read(_) => self.articles.push_back(effect),
            // What is under way is done in vain; its answer is dropped.
            Effect::Forget(ticket) => self.urgent.retain(|job| job.ticket() != Some(ticket)),
            _ => self.urgent.push_back(effect),
        }
    }
}

impl Shared {
    /// What was read, as it is now.
    fn read(&self) -> MutexGuard<'_, BTreeMap<usize, Known>> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn search(&self, query: &Query) -> Vec<(usize, Hit)> {
        let read = self.read().clone();
        let all = read
            .iter()
            .map(|(item, (reading, cast))| (*item, Searched { reading, cast }));
        look(query, all)
    }

    fn next(&self) -> Effect {
        let mut jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let next = jobs.urgent.pop_front();
            if let Some(effect) = next.or_else(|| jobs.articles.pop_front()) {
                return effect;
            }
            jobs = self.more.wait(jobs).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

fn work(shared: &Shared, answer: &impl Fn(Message)) {
    let mut labels = Labels::default();
    let mut labels_read = 0;
    loop {
        let effect = shared.next();
        let written = shared.labels_written.load(Ordering::Acquire);
        if written != labels_read {
            labels_read = written;
            labels = Labels::default();
        }
        let item = match &effect {
            Effect::Read(item) => Some(*item),
            _ => None,
        };
        let ticket = effect.ticket();
        let done = catch_unwind(AssertUnwindSafe(|| {
            do_work(shared, effect, &mut labels, answer);
        }));
        if done.is_err() {
            let why = "a fault in parallax: this could not be analysed".to_owned();
            answer(match item {
                Some(item) => Message::Read(item, Err(why)),
                None => Message::Failed(ticket, why),
            });
        }
    }
}

fn do_work(shared: &Shared, effect: Effect, labels: &mut Labels, answer: &impl Fn(Message)) {
    if let Some(message) = work_out(&effect) {
        answer(message);
        return;
    }
    match effect {
        Effect::Read(item) => read(shared, item, labels, answer),
        Effect::Search(ticket, query) => answer(Message::Found(ticket, shared.search(&query))),
        Effect::SetOutlet { item, path, outlet } => {
            let written = set_outlet(Path::new(&path), &outlet);
            shared.labels_written.fetch_add(1, Ordering::Release);
            let written = written.map_err(|why| why.to_string());
            answer(Message::OutletSet(item, written));
        }
        // The painting thread does all others itself, and what is forgotten never gets here.
        _ => {}
    }
}

fn read(shared: &Shared, item: usize, labels: &mut Labels, answer: &impl Fn(Message)) {
    let Some(source) = shared.sources.get(item) else {
        return;
    };
    match load_labelled(source, labels) {
        Ok(article) => {
            if article.text.len() > SHOWN_FIRST {
                let partial = Digest::partial(article.clone());
                answer(Message::Read(item, Ok(partial)));
            }
            let digest = Digest::new(article);
            let known = (Arc::clone(&digest.reading), Arc::clone(&digest.cast));
            shared.read().insert(item, known);
            answer(Message::Read(item, Ok(digest)));
        }
        Err(why) => answer(Message::Read(item, Err(why.cause.to_string()))),
    }
    for complaint in labels.complaints() {
        answer(Message::Failed(None, complaint.to_string()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screen::Ticket;

    #[test]
    fn what_is_no_longer_wanted_is_not_done() {
        let mut jobs = Jobs::default();
        let wanted = Effect::SetOutlet {
            item: 0,
            path: "a.txt".into(),
            outlet: "Star".to_owned(),
        };
        jobs.add(Effect::Gather(Ticket::default(), Vec::new()));
        jobs.add(wanted.clone());
        jobs.add(Effect::Forget(Ticket::default()));
        assert_eq!(jobs.urgent, [wanted]);
    }
}
