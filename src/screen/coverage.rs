//! What the articles of a story tell: topics by articles, with what each tells of a topic below.

mod renew;

use std::sync::Arc;

use super::columns::Columns;
use super::gathering::{Articles, Asked};
use super::keymap::Action;
use super::layout::{self, Area};
use super::library::{Content, Library};
use super::message::Ticket;
use super::scroll::Cursor;
use crate::coverage::{Cell, Coverage, MOST, Order, Row};
use crate::text::Span;

/// The narrowest column: three signs of depth, a kind and the mark of a cut.
const NARROWEST: usize = 6;

/// The coverage of some articles, with a cursor on a cell.
#[derive(Clone, Debug)]
pub(super) struct Cover {
    pub(super) selection: Selection,
    /// None until it is there.
    found: Option<Arc<Covered>>,
    /// What takes the place of that once it is there.
    asked: Option<Asked>,
    pub(super) order: Order,
    /// Whether what only one article tells is hidden.
    pub(super) folded: bool,
    /// Whether only rows are shown in which articles disagree.
    pub(super) disputed: bool,
    pub(super) entries: Vec<Entry>,
    /// On one of `entries`.
    pub(super) cursor: Cursor,
    pub(super) columns: Columns,
    /// The cell that is to be compared with another.
    marked: Option<Spot>,
    /// Where to be once something is there.
    keep: Option<Spot>,
}

/// Which articles are covered, by the numbers of their items; chosen when the screen is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Selection {
    pub(super) items: Vec<usize>,
    /// How many there would be, were there room.
    pub(super) of: usize,
    /// How many there are to choose from.
    pub(super) listed: usize,
}

/// The coverage of articles of the library.
#[derive(Debug)]
pub(super) struct Covered {
    pub(super) articles: Articles,
    pub(super) coverage: Arc<Coverage>,
}

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// A row by its number.
    Row(usize),
    /// The heading of what only one article tells: how much that is.
    Alone(usize),
}

/// A place in an article by what stays the same of it when articles come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// The number of the item.
    pub(super) item: usize,
    /// A byte of its text.
    pub(super) at: usize,
}

impl Selection {
    /// What the library lists, if that is few enough; else what is `compared` or picked, and what else tells the story of
    /// the first of these, or of the article under the cursor.
    pub(super) fn of(library: &Library, compared: &[usize]) -> Selection {
        let readable = |item: &&usize| {
            let item = library.item(**item);
            item.is_some_and(|item| !matches!(item.content, Content::Unreadable(_)))
        };
        let listed: Vec<usize> = library.listed.iter().filter(readable).copied().collect();
        let mut items = compared.to_vec();
        if listed.len() <= MOST {
            // What is picked but not listed is not meant.
            items.extend(&listed);
        } else {
            items.extend(library.picks.into_iter().flatten());
            let about = items.first().copied().or_else(|| library.here_or_below());
            items.extend(
                about
                    .into_iter()
                    .flat_map(|item| library.story_of(item, &listed)),
            );
        }
        dedup(&mut items);
        let of = items.len();
        items.truncate(MOST);
        Selection {
            items,
            of,
            listed: listed.len(),
        }
    }
}

/// Keeps the first of each.
fn dedup(items: &mut Vec<usize>) {
    let mut kept = Vec::with_capacity(items.len());
    for &item in items.iter() {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    *items = kept;
}

impl Cover {
    /// The coverage of some articles, with the cursor to go to `keep`.
    pub(super) fn new(selection: Selection, keep: Option<Spot>) -> Cover {
        Cover {
            selection,
            found: None,
            asked: None,
            order: Order::default(),
            folded: false,
            disputed: false,
            entries: Vec::new(),
            cursor: Cursor::default(),
            columns: Columns::default(),
            marked: None,
            keep,
        }
    }

    pub(super) fn found(&self) -> Option<&Covered> {
        self.found.as_deref()
    }

    pub(super) fn coverage(&self) -> Option<&Coverage> {
        self.found().map(|found| found.coverage.as_ref())
    }

    /// Whether these articles, as they are, are the last that were asked for.
    pub(super) fn is_of(&self, articles: &Articles) -> bool {
        match (&self.asked, &self.found) {
            (Some(asked), _) => asked.articles.are(articles),
            (None, Some(found)) => found.articles.are(articles),
            (None, None) => false,
        }
    }

    pub(super) fn ask(&mut self, asked: Asked) {
        self.asked = Some(asked);
    }

    /// The request that is under way.
    pub(super) fn awaited(&self) -> Option<Ticket> {
        self.asked.as_ref().map(|asked| asked.ticket)
    }

    /// Waits no longer: no answer comes.
    pub(super) fn give_up(&mut self) {
        self.asked = None;
    }

    /// How many articles there are.
    pub(super) fn articles(&self) -> usize {
        self.coverage()
            .map_or(0, |coverage| coverage.readings.len())
    }

    pub(super) fn row(&self, number: usize) -> Option<&Row> {
        self.coverage()?.rows.get(number)
    }

    pub(super) fn here(&self) -> Option<Entry> {
        self.entries.get(self.cursor.at).copied()
    }

    /// The row that the cursor is in.
    pub(super) fn row_here(&self) -> Option<&Row> {
        match self.here()? {
            Entry::Row(number) => self.row(number),
            Entry::Alone(_) => None,
        }
    }

    /// What an article is called where there is room.
    pub(super) fn called(&self, article: usize) -> String {
        let reading = self
            .coverage()
            .and_then(|coverage| coverage.reading(article));
        let outlet = reading.map_or("", |reading| reading.article.label.outlet());
        self.columns.labels.in_full(article, outlet)
    }

    /// Whether the cell is marked.
    pub(super) fn is_marked(&self, row: &Row, article: usize) -> bool {
        let cell = row.cells.get(&article);
        self.marked.is_some() && cell.and_then(|cell| self.spot(article, cell)) == self.marked
    }

    /// Where the cell under the cursor stands: its item and its passages, one at least; `None` when the article does not
    /// tell it.
    pub(super) fn place(&self) -> Option<(usize, Vec<Span>)> {
        let article = self.columns.cursor;
        let cell = self.row_here()?.cells.get(&article)?;
        let passages = self.coverage()?.passages(article, cell);
        let item = self.item(article)?;
        (!passages.is_empty()).then_some((item, passages))
    }

    fn item(&self, article: usize) -> Option<usize> {
        self.found()?.articles.items.get(article).copied()
    }

    fn spot(&self, article: usize, cell: &Cell) -> Option<Spot> {
        let span = *self.coverage()?.passages(article, cell).first()?;
        let item = self.item(article)?;
        Some(Spot {
            item,
            at: span.start,
        })
    }

    /// What the cell under the cursor is to be compared with: the marked one, else that of the row which is most like it.
    pub(super) fn beside(&self) -> Option<usize> {
        let article = self.columns.cursor;
        let item = self.item(article)?;
        let marked = self.marked.map(|spot| spot.item).filter(|&one| one != item);
        let nearest = || {
            let cell = self.row_here()?.cells.get(&article)?;
            self.item(cell.nearest?)
        };
        marked.or_else(nearest)
    }

    /// Marks the cell under the cursor, or no longer.
    fn mark(&mut self) {
        let article = self.columns.cursor;
        let cell = self.row_here().and_then(|row| row.cells.get(&article));
        let spot = cell.and_then(|cell| self.spot(article, cell));
        self.marked = spot.filter(|_| spot != self.marked);
    }

    /// Lists the rows that are wanted, and stays on its row where that is shown.
    fn list(&mut self) {
        let here = self.here();
        let Some(coverage) = self.coverage() else {
            return;
        };
        let is_wanted = |number: &usize| {
            let row = coverage.rows.get(*number);
            row.is_some_and(|row| !self.disputed || row.is_disputed())
        };
        let is_alone = |number: &usize| {
            let row = coverage.rows.get(*number);
            row.is_some_and(|row| row.only().is_some())
        };
        let rows = coverage.order(self.order).into_iter();
        let (alone, shared): (Vec<usize>, Vec<usize>) = rows.filter(is_wanted).partition(is_alone);
        let mut entries: Vec<Entry> = shared.into_iter().map(Entry::Row).collect();
        if !alone.is_empty() {
            entries.push(Entry::Alone(alone.len()));
        }
        if !self.folded {
            entries.extend(alone.into_iter().map(Entry::Row));
        }
        let at = |wanted: &Entry| entries.iter().position(|one| one == wanted);
        let heading = || {
            entries
                .iter()
                .position(|one| matches!(one, Entry::Alone(_)))
        };
        let alone_before = matches!(here, Some(Entry::Row(row)) if is_alone(&row));
        let again = here.as_ref().and_then(at);
        let again = again.or_else(|| alone_before.then(heading).flatten());
        self.cursor.at = again.unwrap_or(0);
        self.entries = entries;
        self.keep_in_view();
    }

    pub(super) fn act(&mut self, action: Action) {
        let last = self.articles().saturating_sub(1);
        let column = self.columns.cursor;
        match action {
            Action::Left => self.columns.cursor = column.saturating_sub(1),
            Action::Right => self.columns.cursor = (column + 1).min(last),
            Action::Pick => self.mark(),
            Action::Fold => {
                self.folded = !self.folded;
                self.list();
            }
            Action::Order => {
                self.order = self.order.next();
                self.list();
            }
            Action::Sort => {
                self.disputed = !self.disputed;
                self.list();
            }
            _ => drop(self.cursor.act(action, self.entries.len())),
        }
        self.keep_in_view();
    }

    /// Takes the size of the screen.
    pub(super) fn fit(&mut self, body: Area) {
        let areas = layout::coverage(body);
        let entries = self.entries.len();
        self.cursor.set_height(areas.list.height, entries);
        let room = areas.list.width.saturating_sub(areas.names + 1);
        let readings = self.found.as_ref().map(|found| &found.coverage.readings);
        let readings = readings.into_iter().flatten();
        let readings: Vec<_> = readings.map(AsRef::as_ref).collect();
        self.columns.fit(&readings, room, NARROWEST);
        self.keep_in_view();
    }

    fn keep_in_view(&mut self) {
        self.cursor.go(self.cursor.at, self.entries.len());
        let articles = self.articles();
        self.columns.keep_in_view(articles);
    }
}
