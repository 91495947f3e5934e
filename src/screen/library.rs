mod card;
mod correcting;
mod holding;
mod in_common;
mod item;
mod narrow;
mod order;
mod shelf;
mod stored;
mod texts;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use super::keymap::Action;
use super::message::Ticket;
use super::scroll::Cursor;
use crate::reading::Reading;
use crate::text::{Pair, Side};
use correcting::Correcting;
use holding::Holding;
use unicode_width::UnicodeWidthStr;

pub use card::{ArticleId, Card, Stored};
pub(super) use holding::TOGETHER;
pub use item::Entry;
pub(super) use item::{Content, Item, Origin};
use narrow::{Marks, narrowed};
pub use shelf::Shelf;
pub(super) use shelf::{Head, Row, Shelves, Sorting, shelves};
pub use stored::Changes;

/// All articles, and which two of them are picked.
#[derive(Clone, Debug, Default)]
pub(super) struct Library {
    pub(super) items: Vec<Item>,
    /// The numbers of the items that are listed, from top to bottom; those below a folded head as well.
    pub(super) listed: Vec<usize>,
    /// The lines of the list.
    pub(super) rows: Vec<Row>,
    /// On one of `rows`.
    pub(super) cursor: Cursor,
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
    holding: Holding,
    /// The items in which something is set right just now.
    correcting: BTreeMap<usize, Correcting>,
    /// How many articles are still to be read for the first time.
    pub(super) waiting: usize,
    /// All items in the order that is wanted, once it is known.
    order: Option<Vec<usize>>,
    /// The copies of each first of articles of nearly the same text.
    copies: HashMap<usize, Vec<usize>>,
    /// The first of articles of nearly the same text whose copies are shown.
    unfolded: HashSet<usize>,
    has_store: bool,
    /// How many items were taken out of the store since.
    gone: usize,
    /// How many of the others were not opened yet.
    pub(super) unread: usize,
    /// What the reader made, as far as filters ask for it.
    marks: Marks,
    /// The numbers of the items of the store.
    numbers: HashMap<ArticleId, usize>,
    /// The items whose text is known, in its order; made when somebody asks for one by its text.
    by_text: OnceLock<Vec<u32>>,
    /// While articles of the store are read for its index: how many are, of how many.
    pub(super) indexed: Option<(usize, usize)>,
    /// As far as any article took room; of a few it is looked up instead.
    widths: Widths,
}

/// What decides how wide the columns of the list are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Widths {
    /// The letters of the longest outlet.
    pub(super) outlet: usize,
    /// Whether the date of any article is known.
    pub(super) has_dates: bool,
}

impl Library {
    pub(super) fn new(entries: Vec<Entry>) -> Library {
        let outside = |entry| Item::new(Origin::Outside(Box::new(entry)), Content::Waiting);
        let mut library = Library {
            waiting: entries.len(),
            items: entries.into_iter().map(outside).collect(),
            ..Library::default()
        };
        library.list();
        library
    }

    /// The number of the item under the cursor.
    pub(super) fn here(&self) -> Option<usize> {
        match self.rows.get(self.cursor.at)? {
            Row::Item(number) => Some(*number),
            Row::Head(_) => None,
        }
    }

    pub(super) fn item(&self, number: usize) -> Option<&Item> {
        self.items.get(number)
    }

    /// The article, when all that is to be known of it is known.
    pub(super) fn reading(&self, number: usize) -> Option<&Arc<Reading>> {
        Some(&self.item(number)?.whole()?.reading)
    }

    pub(super) fn set_height(&mut self, height: usize) {
        self.cursor.set_height(height, self.rows.len());
    }

    /// Takes what became of an article, and lists it where it belongs.
    pub(super) fn set(&mut self, number: usize, content: Content) {
        if !self.put(number, content) {
            return;
        }
        self.order = None;
        self.filter_anew();
    }

    /// Takes what became of an article; says whether it may be listed elsewhere for that.
    fn put(&mut self, number: usize, content: Content) -> bool {
        let Some(item) = self.items.get_mut(number) else {
            return false;
        };
        let (waited, text) = (item.is_waited_for(), item.text());
        // What is loaded or read again most often says what its card said.
        let is_listed_alike = match (&item.content, &content) {
            (Content::Known(card), Content::Read(digest)) => digest.is_as(card),
            _ => false,
        };
        item.content = content;
        if item.text() != text {
            self.by_text.take();
        }
        item.found = item.whole().map(|digest| Arc::clone(&digest.reading));
        self.waiting = self.waiting + usize::from(item.is_waited_for()) - usize::from(waited);
        self.widths.widen(item);
        let is_held = item.digest().is_some();
        self.holding.came(number, is_held);
        self.correcting.remove(&number);
        !is_listed_alike
    }

    /// How wide the columns of the list are.
    pub(super) fn widths(&self) -> Widths {
        if self.is_large() {
            return self.widths;
        }
        let mut widths = Widths::default();
        self.items.iter().for_each(|item| widths.widen(item));
        widths
    }

    /// Moves the cursor; says whether `action` asks for that.
    pub(super) fn act(&mut self, action: Action) -> bool {
        self.cursor.act(action, self.rows.len())
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
        let order = self.in_order();
        if self.filter.is_empty() {
            self.listed = order;
            self.complaint = None;
        } else {
            let narrowed = narrowed(&self.filter, self.today, &self.items, &self.marks, order);
            (self.listed, self.complaint) = (narrowed.listed, narrowed.complaint);
        }
        let is_there = |number: &usize| self.items.get(*number).is_some_and(|item| !item.is_gone);
        self.listed.retain(is_there);
        self.put_copies_away();
        self.arrange();
        // Where it is no longer listed, what comes next stands in its place.
        let same = here.and_then(|here| self.place_of(here));
        self.cursor
            .go(same.unwrap_or(self.cursor.at), self.rows.len());
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
}

impl Widths {
    /// Makes room for an article.
    fn widen(&mut self, item: &Item) {
        self.outlet = self.outlet.max(item.outlet().width());
        self.has_dates |= item.date().is_some();
    }
}
