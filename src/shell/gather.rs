//! Brings files, pages and feeds into the library; for the command line and the reader alike.

mod entry;
mod feed;
mod following;
mod page;
mod site;

use std::path::Path;

use super::fetch::{Fetcher, Limits, Route};
use super::files::{Labels, Source, Unreadable, found, load_labelled};
use super::store::{Incoming, Location, Put, Store, Trouble, whole};
pub(super) use following::Followed;
pub(super) use following::Unfollowed;
use site::page_address;

/// How many articles are put into the library at once: so many are lost at most when the program is killed, and are there
/// when it is told to take them in again.
const BATCH: usize = 200;

/// Who is told what happens while things come in.
pub(super) trait Listener {
    /// How far it is, in a few words.
    fn far(&self, words: &str);
    /// Something did not come in, and this is why.
    fn trouble(&self, words: &str);
}

/// How pages are fetched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Manner {
    /// From private networks too, at the very hosts that are asked for.
    pub(super) private: bool,
    /// Not at all where a feed holds but the beginning of an article.
    pub(super) no_pages: bool,
}

/// What became of what came in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Articles that are new.
    pub(super) new: usize,
    /// Those that are new, and nearly the same as others.
    pub(super) copies: usize,
    /// Those whose text is another than before.
    pub(super) changed: usize,
    /// Those that were there already.
    pub(super) same: usize,
    /// Files and pages that can't be read.
    pub(super) unreadable: usize,
    /// Feeds that can't be fetched or read.
    pub(super) failed_feeds: usize,
}

impl Counts {
    /// Whether something is missing that should have come in.
    pub(super) fn has_failed(&self) -> bool {
        self.unreadable + self.failed_feeds > 0
    }

    /// In words, such as *12 new, 3 changed, 2 copies; 1 feed failed*.
    pub(super) fn told(&self) -> String {
        let came = [
            (self.new, "new", "new"),
            (self.changed, "changed", "changed"),
            (self.copies, "copy", "copies"),
        ];
        let failed = [
            (self.failed_feeds, "feed failed", "feeds failed"),
            (
                self.unreadable,
                "file or page can’t be read",
                "files or pages can’t be read",
            ),
        ];
        let came = match listed(&came) {
            words if words.is_empty() => "nothing new".to_owned(),
            words => words,
        };
        match listed(&failed) {
            words if words.is_empty() => came,
            words => format!("{came}; {words}"),
        }
    }
}

fn listed(counts: &[(usize, &str, &str)]) -> String {
    let some = counts.iter().filter(|(count, ..)| *count > 0);
    let words = some.map(|&(count, one, several)| {
        format!("{count} {}", if count == 1 { one } else { several })
    });
    words.collect::<Vec<_>>().join(", ")
}

/// Brings things into a library, one after the other.
pub(super) struct Gatherer<'a> {
    store: Store,
    fetcher: Fetcher,
    manner: Manner,
    listener: &'a dyn Listener,
    labels: Labels,
    waiting: Vec<Incoming>,
    files_read: usize,
    counts: Counts,
}

/// Whether what the reader names is meant as an address of the web and not as a path.
pub(super) fn is_address(text: &str) -> bool {
    ["http://", "https://", "feed:"].iter().any(|scheme| {
        let start = text.trim_start().get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}

/// A fetcher as the program uses it.
pub(super) fn fetcher() -> Fetcher {
    Fetcher::new(Limits::default(), Route::Environment)
}

impl<'a> Gatherer<'a> {
    /// One that stops at the next article when `fetcher` is stopped.
    pub(super) fn new(
        store: Store,
        fetcher: Fetcher,
        manner: Manner,
        listener: &'a dyn Listener,
    ) -> Gatherer<'a> {
        Gatherer {
            store,
            fetcher,
            manner,
            listener,
            labels: Labels::default(),
            waiting: Vec::new(),
            files_read: 0,
            counts: Counts::default(),
        }
    }

    pub(super) fn store(&mut self) -> &mut Store {
        &mut self.store
    }

    /// The library, for what is brought in next.
    pub(super) fn into_store(self) -> Store {
        self.store
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.fetcher.is_stopped()
    }

    /// What came in so far.
    pub(super) fn counts(&self) -> Counts {
        self.counts
    }

    /// Takes in what can be read of `sources`; the others are told. [`Gatherer::put_waiting`] ends it.
    ///
    /// # Errors
    /// When the library can't be written.
    pub(super) fn files(&mut self, sources: &[Source]) -> Result<(), Trouble> {
        for source in sources {
            if self.is_stopped() {
                break;
            }
            match load_labelled(source, &mut self.labels) {
                Ok(mut article) => {
                    let location = location(source);
                    if let Some(path) = lasting_path(source) {
                        article.label.path = path;
                    }
                    if self.has_other(source, &location)? {
                        self.counts.same += 1;
                    } else {
                        self.put(Incoming { location, article })?;
                    }
                }
                Err(why) => self.unreadable(&why),
            }
            for why in self.labels.complaints() {
                self.unreadable(&why);
            }
            self.files_read += 1;
            if self.files_read.is_multiple_of(BATCH) {
                self.listener.far(&format!("{} read", self.files_read));
            }
        }
        Ok(())
    }

    /// Whether a source is an entry of a feed, and the library has its page from elsewhere: of that a file may hold but the
    /// beginning, or anything.
    fn has_other(&mut self, source: &Source, location: &Location) -> Result<bool, Trouble> {
        let (Source::Entry(entry), Location::Page(_)) = (source, location) else {
            return Ok(false);
        };
        let file = shown(&entry.file);
        let is_of_file = |path: &str| {
            let number = path.strip_prefix(&file);
            number.is_some_and(|number| number.starts_with('#'))
        };
        // What waits may be of the same page.
        let mut waiting = self.waiting.iter();
        if waiting.any(|waiting| !is_of_file(&waiting.article.label.path)) {
            self.put_waiting()?;
        }
        Ok(match self.store.at(location)? {
            Some(id) => !is_of_file(&self.store.article(id)?.label.path),
            None => false,
        })
    }

    /// Takes in what is new or changed in the folders that are followed. What is no longer there stays in the library, and a
    /// folder may be empty.
    ///
    /// # Errors
    /// When the library can't be read or written.
    pub(super) fn folders(&mut self) -> Result<(), Trouble> {
        for folder in self.store.folders()? {
            let mut sources = found(std::slice::from_ref(&folder)).sources;
            if folder.is_dir() {
                // It stands for itself when nothing is in it.
                sources.retain(|source| *source != Source::File(folder.clone()));
            }
            self.files(&sources)?;
        }
        self.put_waiting()
    }

    /// Indexes what is not yet; another program that is at it does it for this one too.
    ///
    /// # Errors
    /// When the library can't be written.
    pub(super) fn index(&mut self) -> Result<(), Trouble> {
        self.put_waiting()?;
        if self.is_stopped() {
            return Ok(());
        }
        let (fetcher, listener) = (&self.fetcher, self.listener);
        let indexed = self.store.index_all(|far| {
            listener.far(&format!("{} of {} indexed", far.done, far.of));
            !fetcher.is_stopped()
        });
        indexed.map(drop)
    }

    fn unreadable(&mut self, why: &Unreadable) {
        self.listener.trouble(&why.to_string());
        self.counts.unreadable += 1;
    }

    fn put(&mut self, incoming: Incoming) -> Result<(), Trouble> {
        self.waiting.push(incoming);
        if self.waiting.len() < BATCH {
            return Ok(());
        }
        self.put_waiting()
    }

    /// Stores what waits to be stored together.
    ///
    /// # Errors
    /// When the library can't be written.
    pub(super) fn put_waiting(&mut self) -> Result<(), Trouble> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        for put in self.store.put_all(&std::mem::take(&mut self.waiting))? {
            match put {
                Put::New(_) => self.counts.new += 1,
                Put::CopyOf { .. } => self.counts.copies += 1,
                Put::Changed { .. } => self.counts.changed += 1,
                Put::Same(_) => self.counts.same += 1,
            }
        }
        Ok(())
    }
}

/// Where an article of a file is found. An entry is known by its page, unless that holds others too.
/// The path of what a source holds as it is shown wherever the program is run; `None` when it has none.
fn lasting_path(source: &Source) -> Option<String> {
    match source {
        Source::File(path) => Some(shown(path)),
        Source::Entry(entry) => Some(format!("{}#{}", shown(&entry.file), entry.number)),
        Source::StandardInput | Source::Sample(_) => None,
    }
}

fn shown(path: &Path) -> String {
    let whole = whole(path);
    whole.as_deref().unwrap_or(path).display().to_string()
}

fn location(source: &Source) -> Location {
    match source {
        Source::File(path) => Location::File(path.clone()),
        Source::Entry(entry) => match &entry.article.label.url {
            Some(address) if page_address(address).is_some() => Location::Page(address.clone()),
            Some(name) => Location::Part(entry.file.clone(), name.clone()),
            // By its number it would be another one as soon as there is a newer entry.
            None => {
                let (title, date) = (&entry.article.title.text, &entry.article.label.date);
                let date = date.as_deref().unwrap_or_default();
                Location::Part(entry.file.clone(), format!("{title} {date}"))
            }
        },
        Source::StandardInput => Location::StandardInput,
        Source::Sample(name) => Location::Entry("samples".to_owned(), (*name).to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_in_is_told_in_few_words() {
        let nothing = Counts {
            same: 4,
            ..Counts::default()
        };
        assert_eq!(nothing.told(), "nothing new");
        let some = Counts {
            new: 12,
            changed: 3,
            copies: 1,
            failed_feeds: 2,
            ..Counts::default()
        };
        assert_eq!(some.told(), "12 new, 3 changed, 1 copy; 2 feeds failed");
    }
}
