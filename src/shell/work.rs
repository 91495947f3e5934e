//! Slow work, beside the painting: two threads that take it in turn and answer with messages, one that stores what the
//! reader makes, and some that keep an open library up to date.

mod asked;

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use notify_debouncer_full::notify::RecursiveMode;

use super::background::{Background, Job};
use super::files::{Labels, Source, folder_of, load_labelled, set_outlet};
use super::follower::{annotated, follow};
use super::keeper::{Keeper, Kept, opened};
use super::store::{ArticleId, Revision, Store, Trouble};
use super::watch::{Noticed, watch};
use crate::query::{Hit, MOST_HITS, Query, Searched, look};
use crate::reading::Reading;
use crate::screen::{Digest, Effect, Message, Ticket, work_out};
use crate::speaker::Cast;
use crate::story::Likening;
use asked::Asked;

/// Enough that a long comparison does not hold up the reading of other articles.
const WORKERS: usize = 2;

/// The name of the threads, by which a panic's report tells them from the painting.
pub(super) const WORKER: &str = "worker";

/// Texts longer than this many bytes are shown before they are analysed.
const SHOWN_FIRST: usize = 200_000;

/// Of more articles outside the library not all are kept in memory to be searched.
const MOST_SEARCHED: usize = 1_000;

/// Threads that do what effects ask for.
pub(super) struct Workers {
    shared: Arc<Shared>,
    keeper: Keeper,
    background: Background,
}

struct Shared {
    sources: Vec<Source>,
    /// The library's file.
    library: Option<PathBuf>,
    jobs: Mutex<Jobs>,
    more: Condvar,
    asked: Asked,
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
    /// Starts the threads, which give what they find to `answer`. They end with the program. The library is followed when
    /// it is what is shown, as it was at `since`.
    pub(super) fn start(
        sources: Vec<Source>,
        library: Option<PathBuf>,
        since: Option<Revision>,
        answer: impl Fn(Message) + Clone + Send + 'static,
    ) -> Workers {
        let keeper = Keeper::start(library.clone(), answer.clone());
        let background = Background::start(library.clone(), since.is_some(), answer.clone());
        if let Some(path) = &library {
            annotated(path.clone(), answer.clone());
            if let Some(since) = since {
                follow(path.clone(), since, answer.clone());
            }
        }
        let shared = Arc::new(Shared {
            sources,
            library,
            jobs: Mutex::default(),
            more: Condvar::new(),
            asked: Asked::default(),
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
        let workers = Workers {
            shared,
            keeper,
            background,
        };
        workers.watch_files();
        workers
    }

    /// Has files read anew when they change.
    fn watch_files(&self) {
        let sources = self.shared.sources.iter().enumerate();
        let files = sources.filter_map(|(item, source)| match source {
            Source::File(path) => {
                let folder = folder_of(path);
                let name = path.file_name()?;
                Some((folder.join(name), item))
            }
            _ => None,
        });
        let files: HashMap<PathBuf, usize> = files.collect();
        let folders: BTreeSet<PathBuf> = files.keys().map(|path| folder_of(path)).collect();
        if folders.is_empty() {
            return;
        }
        let shared = Arc::clone(&self.shared);
        watch(folders, RecursiveMode::NonRecursive, move |noticed| {
            let Noticed::Changed(paths) = noticed else {
                return;
            };
            for item in paths.iter().filter_map(|path| files.get(path)) {
                shared.add(Effect::Read(*item));
            }
        });
    }

    /// Has `effect` done, before all articles that are still to be read unless it is one of them.
    ///
    /// # Errors
    /// When what the reader made can't be stored any more.
    pub(super) fn add(&self, effect: Effect) -> Result<(), String> {
        match effect {
            Effect::Keep(change) => return self.keeper.keep(Kept::Change(Box::new(change))),
            Effect::SaveFilter(filter) => return self.keeper.keep(Kept::Filter(filter)),
            Effect::DropFilter(name) => return self.keeper.keep(Kept::NoFilter(name)),
            Effect::Sync => self.background.add(Job::Sync),
            Effect::Bring(what) => self.background.add(Job::Bring(what)),
            effect => self.shared.add(effect),
        }
        Ok(())
    }

    /// Waits until all that the reader made is stored, or said not to be.
    ///
    /// # Errors
    /// When that is not known.
    pub(super) fn finish(&self) -> Result<(), String> {
        self.keeper.finish()
    }
}

impl Jobs {
    fn add(&mut self, effect: Effect) {
        match effect {
            Effect::Read(_) => self.articles.push_back(effect),
            // What is under way goes on but for what the library is asked, and its answer is dropped.
            Effect::Forget(ticket) => self.urgent.retain(|job| job.ticket() != Some(ticket)),
            _ => self.urgent.push_back(effect),
        }
    }
}

impl Shared {
    fn add(&self, effect: Effect) {
        if let Effect::Forget(ticket) = effect {
            self.asked.stop(ticket);
        }
        let mut jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        jobs.add(effect);
        self.more.notify_one();
    }

    /// What was read, as it is now.
    fn read(&self) -> MutexGuard<'_, BTreeMap<usize, Known>> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether there are so few articles that all are kept to be looked through.
    fn can_be_searched(&self) -> bool {
        self.sources.len() <= MOST_SEARCHED
    }

    fn search(&self, query: &Query) -> Vec<(usize, Hit)> {
        let read = self.read().clone();
        let all = read
            .iter()
            .map(|(item, (reading, cast))| (*item, Searched { reading, cast }));
        look(query, all, MOST_HITS)
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
    let mut store = None;
    loop {
        let effect = shared.next();
        let written = shared.labels_written.load(Ordering::Acquire);
        if written != labels_read {
            labels_read = written;
            labels = Labels::default();
        }
        let item = match &effect {
            Effect::Read(item) | Effect::Load(item, _) => Some(*item),
            _ => None,
        };
        let ticket = effect.ticket();
        let done = catch_unwind(AssertUnwindSafe(|| {
            do_work(shared, effect, &mut labels, &mut store, answer);
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

fn do_work(
    shared: &Shared,
    effect: Effect,
    labels: &mut Labels,
    store: &mut Option<Store>,
    answer: &impl Fn(Message),
) {
    if let Some(message) = work_out(&effect) {
        answer(message);
        return;
    }
    match effect {
        Effect::Read(item) => read(shared, item, labels, answer),
        Effect::Load(item, id) => {
            let digest =
                opened(store, shared.library.as_deref()).and_then(|store| store.digest(id));
            answer(Message::Read(item, digest.map_err(|why| why.to_string())));
        }
        Effect::RelateStored(ticket, id) => {
            let related = opened(store, shared.library.as_deref())
                .and_then(|store| shared.asked.ask(ticket, store, |store| likeness(store, id)));
            match related {
                Ok(related) => answer(Message::RelatedStored(ticket, related)),
                Err(why) => answer_failed(ticket, &why, answer),
            }
        }
        Effect::Search(ticket, query) if shared.sources.is_empty() => {
            let search = |store: &Store| store.search(&query, MOST_HITS);
            let found = opened(store, shared.library.as_deref())
                .and_then(|store| shared.asked.ask(ticket, store, search));
            match found {
                Ok(found) => answer(Message::FoundStored(ticket, found)),
                Err(why) => answer_failed(ticket, &why, answer),
            }
        }
        Effect::Search(ticket, _) if !shared.can_be_searched() => {
            let why = format!(
                "more than {MOST_SEARCHED} articles are searched in the library: parallax add puts them there"
            );
            answer(Message::Failed(Some(ticket), why));
        }
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

/// Tells what went wrong; of what was stopped nobody wants to hear any more.
fn answer_failed(ticket: Ticket, why: &Trouble, answer: &impl Fn(Message)) {
    if !matches!(why, Trouble::Stopped) {
        answer(Message::Failed(Some(ticket), why.to_string()));
    }
}

/// How much every other indexed article has in common with one.
fn likeness(store: &Store, id: ArticleId) -> Result<Vec<(ArticleId, f32)>, Trouble> {
    let own = store.digest(id)?.terms;
    let mut likening = Likening::new(&own);
    store.each_terms(|_, terms| likening.count(&terms))?;
    let likening = likening.counted();
    let mut related = Vec::new();
    store.each_terms(|other, terms| {
        let likeness = likening.likeness(&terms);
        if other != id && likeness > 0.0 {
            related.push((other, likeness));
        }
    })?;
    Ok(related)
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
            if shared.can_be_searched() {
                shared.read().insert(item, known);
            }
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
