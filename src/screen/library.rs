mod card;
mod narrow;
mod shelf;

use std::path::PathBuf;
use std::sync::Arc;

use super::keymap::Action;
use super::message::{Digest, Effect, Ticket};
use super::scroll::{follow, moved};
use crate::article::Fingerprint;
use crate::reading::Reading;
use crate::speaker::Cast;
use crate::text::{Pair, Side, fold};

pub use card::{ArticleId, Card, Stored};
use narrow::narrowed;
pub use shelf::Shelf;
pub(super) use shelf::{Head, Row, Shelves, Sorting, shelves};

/// A place that holds an article, before it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What to call it until its title is known: the file's name.
    pub name: String,
    /// Its file, when it has one that a label can stand beside.
    pub path: Option<PathBuf>,
}

/// All articles, and which two of them are picked.
#[derive(Clone, Debug, Default)]
pub(super) struct Library {
    pub(super) items: Vec<Item>,
    /// The numbers of the items that are listed, from top to bottom; those below a folded head as well.
    pub(super) listed: Vec<usize>,
    /// The lines of the list.
    pub(super) rows: Vec<Row>,
    /// A number in `rows`.
    pub(super) cursor: usize,
    /// The first one on the screen.
    pub(super) top: usize,
    pub(super) picks: Pair<Option<usize>>,
    pub(super) filter: String,
    /// What of the filter is not understood.
    pub(super) complaint: Option<String>,
    /// The day that it is, counted from 1 January 1970; filters may count from it.
    pub(super) today: i64,
    pub(super) sorting: Sorting,
    pub(super) shelves: Shelves,
    /// For each item, how much it has in common with A.
    pub(super) common: Vec<Option<f32>>,
    /// The request for that which is under way.
    pub(super) ticket: Option<Ticket>,
    height: usize,
}

/// An article of the library.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) entry: Entry,
    pub(super) content: Content,
    /// The article before the reader set anything right in it, once all is known of it.
    pub(super) found: Option<Arc<Reading>>,
    /// The request for what the reader set right that is under way.
    correcting: Option<Ticket>,
    /// What was read of the file since, which is shown once that is there.
    read_since: Option<Digest>,
}

/// What is known of an article.
#[derive(Clone, Debug)]
pub(super) enum Content {
    /// It is still to be read.
    Waiting,
    /// It can't be read, and this is why.
    Unreadable(String),
    /// It is read.
    Read(Digest),
}

impl Item {
    pub(super) fn digest(&self) -> Option<&Digest> {
        match &self.content {
            Content::Read(digest) => Some(digest),
            _ => None,
        }
    }

    /// The outlet, or a short name.
    pub(super) fn outlet(&self) -> &str {
        self.digest().map_or(self.entry.name.as_str(), |digest| {
            digest.reading.article.label.outlet()
        })
    }
}

impl Library {
    pub(super) fn new(entries: Vec<Entry>) -> Library {
        let items = entries.into_iter().map(|entry| Item {
            entry,
            content: Content::Waiting,
            found: None,
            correcting: None,
            read_since: None,
        });
        let mut library = Library {
            items: items.collect(),
            ..Library::default()
        };
        library.list();
        library
    }

    /// The number of the item under the cursor.
    pub(super) fn here(&self) -> Option<usize> {
        match self.rows.get(self.cursor)? {
            Row::Item(number) => Some(*number),
            Row::Head(_) => None,
        }
    }

    pub(super) fn item(&self, number: usize) -> Option<&Item> {
        self.items.get(number)
    }

    /// The article, when all that is to be known of it is known.
    pub(super) fn reading(&self, number: usize) -> Option<&Arc<Reading>> {
        let digest = self.item(number)?.digest()?;
        (!digest.partial).then_some(&digest.reading)
    }

    pub(super) fn set_height(&mut self, height: usize) {
        self.height = height;
        self.keep_in_view();
    }

    /// Takes what became of an article.
    pub(super) fn set(&mut self, number: usize, content: Content) {
        let Some(item) = self.items.get_mut(number) else {
            return;
        };
        item.found = match &content {
            Content::Read(digest) if !digest.partial => Some(Arc::clone(&digest.reading)),
            _ => None,
        };
        item.correcting = None;
        item.read_since = None;
        item.content = content;
        if !self.filter.is_empty() {
            self.list();
        }
    }

    /// Takes an article that is shown once what the reader set right in it is applied.
    pub(super) fn hold(&mut self, number: usize, digest: Digest, ticket: Ticket) {
        if let Some(item) = self.items.get_mut(number) {
            item.found = Some(Arc::clone(&digest.reading));
            item.read_since = Some(digest);
            item.correcting = Some(ticket);
        }
    }

    /// The requests whose answers are wanted.
    pub(super) fn awaited(&self) -> impl Iterator<Item = Ticket> + '_ {
        let corrections = self.items.iter().filter_map(|item| item.correcting);
        corrections.chain(self.ticket).chain(self.shelves.ticket)
    }

    /// Whether something was set right that no article shows yet.
    pub(super) fn is_correcting(&self) -> bool {
        self.items.iter().any(|item| item.correcting.is_some())
    }

    /// Waits no longer for an answer that does not come; what was read is shown as it was found. Says of which item that is.
    pub(super) fn give_up(&mut self, ticket: Ticket) -> Option<usize> {
        for asked in [&mut self.ticket, &mut self.shelves.ticket] {
            if *asked == Some(ticket) {
                *asked = None;
            }
        }
        let wanted = |item: &Item| item.correcting == Some(ticket);
        let number = self.items.iter().position(wanted)?;
        let item = self.items.get_mut(number)?;
        item.correcting = None;
        if let Some(digest) = item.read_since.take() {
            self.set(number, Content::Read(digest));
        }
        Some(number)
    }

    /// The numbers of the items that have this text.
    pub(super) fn items_of(&self, text: Fingerprint) -> impl Iterator<Item = usize> {
        let items = self.items.iter().enumerate();
        items
            .filter(move |(_, item)| {
                let found = item.found.as_ref();
                found.is_some_and(|found| found.fingerprint == text)
            })
            .map(|(number, _)| number)
    }

    /// Awaits what the reader set right in an article, and gives that as it was found.
    pub(super) fn correct(&mut self, number: usize, ticket: Ticket) -> Option<Arc<Reading>> {
        let item = self.items.get_mut(number)?;
        item.correcting = Some(ticket);
        item.found.clone()
    }

    /// Takes an answer, if it is the wanted one, and says of which item it is and whether that was read since.
    pub(super) fn set_corrected(
        &mut self,
        ticket: Ticket,
        reading: Arc<Reading>,
        cast: Arc<Cast>,
    ) -> Option<(usize, bool)> {
        let wanted = |item: &Item| item.correcting == Some(ticket);
        let number = self.items.iter().position(wanted)?;
        let item = self.items.get_mut(number)?;
        item.correcting = None;
        let since = item.read_since.take();
        let is_read = since.is_some();
        if let Some(digest) = since {
            item.content = Content::Read(digest);
        }
        if let Content::Read(digest) = &mut item.content {
            digest.reading = reading;
            digest.cast = cast;
        }
        if is_read && !self.filter.is_empty() {
            self.list();
        }
        Some((number, is_read))
    }

    /// How many articles are still to be read.
    pub(super) fn waiting(&self) -> usize {
        let waits = |item: &&Item| match &item.content {
            Content::Waiting => true,
            Content::Unreadable(_) => false,
            Content::Read(digest) => digest.partial,
        };
        self.items.iter().filter(waits).count()
    }

    /// Moves the cursor; says whether `action` asks for that.
    pub(super) fn act(&mut self, action: Action) -> bool {
        let moved = moved(self.cursor, self.rows.len(), self.height, action);
        self.cursor = moved.unwrap_or(self.cursor);
        self.keep_in_view();
        moved.is_some()
    }

    fn keep_in_view(&mut self) {
        self.top = follow(self.top, self.cursor, self.height, self.rows.len());
    }

    /// Shows only what matches.
    pub(super) fn filter_by(&mut self, query: &str) {
        query.clone_into(&mut self.filter);
        self.list();
        if !query.is_empty() {
            self.go_to_first();
        }
    }

    /// Lists the items anew, with the cursor on the same one where it is still listed.
    fn list(&mut self) {
        let here = self.landmark();
        if self.filter.is_empty() {
            self.listed = (0..self.items.len()).collect();
            self.complaint = None;
        } else {
            let narrowed = narrowed(&self.filter, self.today, &self.items);
            (self.listed, self.complaint) = (narrowed.listed, narrowed.complaint);
        }
        self.arrange();
        self.cursor = here.and_then(|here| self.place_of(here)).unwrap_or(0);
        self.keep_in_view();
    }

    /// The side as which an item is picked.
    pub(super) fn picked(&self, number: usize) -> Option<Side> {
        Side::BOTH
            .into_iter()
            .find(|&side| *self.picks.get(side) == Some(number))
    }

    /// Picks an item as A, as B when there is an A, or unpicks it. The last pick gives way to a third.
    pub(super) fn pick(&mut self, number: usize) {
        let side = match self.picked(number) {
            Some(side) => {
                *self.picks.get_mut(side) = None;
                return;
            }
            None if self.picks.left.is_none() => Side::Left,
            None => Side::Right,
        };
        *self.picks.get_mut(side) = Some(number);
    }

    /// Asks how much the others have in common with A; forgets it when there is no A.
    pub(super) fn relate(&mut self, ticket: Ticket) -> Option<Effect> {
        self.common.clear();
        self.ticket = None;
        let terms = |item: &Item| {
            let digest = item.digest().filter(|digest| !digest.partial)?;
            Some(Arc::clone(&digest.terms))
        };
        let first = self
            .picks
            .left
            .and_then(|first| Some((first, terms(self.item(first)?)?)));
        let Some((first, own)) = first else {
            if self.sorting == Sorting::InCommon {
                self.sorting = Sorting::AsTheyCame;
            }
            self.list();
            return None;
        };
        self.ticket = Some(ticket);
        let items = self.items.iter().enumerate();
        let others = items
            .filter(|&(number, _)| number != first)
            .filter_map(|(number, item)| Some((number, terms(item)?)));
        Some(Effect::Relate(ticket, own, others.collect()))
    }

    /// Takes an answer, if it is the wanted one.
    pub(super) fn set_common(&mut self, ticket: Ticket, scores: &[(usize, f32)]) {
        if self.ticket != Some(ticket) {
            return;
        }
        self.ticket = None;
        self.common = vec![None; self.items.len()];
        for &(number, score) in scores {
            if let Some(common) = self.common.get_mut(number) {
                *common = Some(score);
            }
        }
        if self.sorting != Sorting::AsTheyCame {
            self.list();
        }
    }
}

/// What the filter looks in.
fn searched(item: &Item) -> String {
    match &item.content {
        Content::Read(digest) => digest.searched.clone(),
        _ => fold(&item.entry.name).into_owned(),
    }
}
