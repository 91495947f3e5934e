//! What reading one article and reading two have in common: a page that scrolls, a search in it, quotes beside it, and
//! the way back from a jump.

mod choosing;
mod lit;
mod renew;

use std::ops::Range;
use std::sync::Arc;

use super::find::Find;
use super::keymap::Action;
use super::quotes::{NO_QUOTE, Naming, QuoteList};
use super::scroll::Scroll;
use crate::echo::{Echo, Paraphrase, QuotePlace};
use crate::page::{Highlights, Page, Spot};
use crate::query::Sought;
use crate::reading::Reading;
use crate::speaker::Cast;
use crate::text::{Pair, Side, Span};
use choosing::Choosing;

#[derive(Clone, Debug, Default)]
pub(super) struct Desk {
    /// The articles, the left one first; one or two.
    pub(super) readings: Vec<Arc<Reading>>,
    pub(super) page: Page,
    /// What lies over the texts until the reader asks for something else.
    pub(super) marked: Pair<Highlights>,
    pub(super) scroll: Scroll,
    /// The row being read; none in an article alone.
    pub(super) row: Option<usize>,
    pub(super) find: Option<Find>,
    pub(super) quotes: QuoteList,
    pub(super) sidebar: Sidebar,
    /// The quote that is lit in the text.
    pub(super) lit: Option<QuotePlace>,
    /// Passages that were come to from elsewhere, of an article alone: lit as long as no quote is.
    passages: Vec<Span>,
    /// The place that is being chosen.
    pub(super) choosing: Option<Choosing>,
    back: Vec<Anchor>,
    /// Where the reader was when the sidebar took the keys.
    origin: Option<Anchor>,
}

/// Whether the quotes are open, and whether keys go to them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sidebar {
    #[default]
    Closed,
    Open,
    Focused,
}

/// A line of text and where on the screen it stands: what must not move when the page is typeset anew.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Anchor {
    pub(super) row: Option<usize>,
    pub(super) spot: Option<Spot>,
    /// Lines below the first on the screen.
    offset: usize,
    /// Whether a list lay over it.
    listed: bool,
}

impl Anchor {
    /// The same place on the screen for another place in the text, whose row is not known yet.
    pub(super) fn moved_to(self, spot: Spot) -> Anchor {
        Anchor {
            row: None,
            spot: Some(spot),
            ..self
        }
    }

    /// With a list over it.
    pub(super) fn below_list(self) -> Anchor {
        Anchor {
            listed: true,
            ..self
        }
    }

    /// With the row that its text stands in.
    pub(super) fn in_row(self, row: Option<usize>) -> Anchor {
        Anchor { row, ..self }
    }
}

/// A stretch of text to be brought onto the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) side: Side,
    pub(super) span: Span,
}

/// What became of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Done {
    /// It is none of the desk's.
    Not,
    /// It is done.
    Yes,
    /// It is done when this is on the screen. The row may have to be unfolded for that.
    Show(Target),
    /// The same, and this is to be said of it.
    Reach(Target, String),
    /// It is done, and the list that lay over the text lies there again.
    List,
    /// There is nothing to go to, and this is why.
    Nothing(&'static str),
}

/// How far back one can return.
const MOST_RETURNS: usize = 100;

impl Desk {
    pub(super) fn new(
        readings: Vec<Arc<Reading>>,
        cast: Arc<Cast>,
        echoes: &[Echo],
        paraphrases: &[Paraphrase],
    ) -> Desk {
        Desk {
            quotes: QuoteList::new(
                readings.clone(),
                cast,
                echoes,
                paraphrases,
                Naming::beside(readings.len()),
            ),
            readings,
            ..Desk::default()
        }
    }

    pub(super) fn reading(&self, side: Side) -> Option<&Arc<Reading>> {
        self.readings.get(side as usize)
    }

    /// Does what needs no more than the page. `beside` is whether the sidebar has a column of its own.
    pub(super) fn act(&mut self, action: Action, beside: bool) -> Done {
        if self.sidebar == Sidebar::Focused {
            return self.act_in_sidebar(action, beside);
        }
        match action {
            Action::Quotes if self.sidebar == Sidebar::Open => self.sidebar = Sidebar::Closed,
            Action::Quotes | Action::Focus => return self.focus(),
            Action::NextSaid => return self.said(false),
            Action::PreviousSaid => return self.said(true),
            Action::Return => return self.go_back(),
            Action::Next | Action::Previous if self.find.is_some() => {
                return self.next_match(action == Action::Previous);
            }
            Action::Next | Action::Previous if self.row.is_none() => {
                return Done::Nothing("nothing is searched for");
            }
            Action::Escape if self.find.is_some() => self.find = None,
            Action::Escape if self.lit.is_some() || !self.passages.is_empty() => self.unlight(),
            Action::Escape if self.sidebar == Sidebar::Open => self.sidebar = Sidebar::Closed,
            _ if self.scroll.act(action) => self.settle(),
            _ => return Done::Not,
        }
        Done::Yes
    }

    fn act_in_sidebar(&mut self, action: Action, beside: bool) -> Done {
        match action {
            Action::Quotes | Action::Back | Action::Escape => {
                if action == Action::Escape && self.quotes.unfilter() {
                    return self.light();
                }
                self.sidebar = Sidebar::Closed;
                self.unlight();
                if let Some(origin) = self.origin.take() {
                    self.restore(origin);
                }
            }
            Action::Focus | Action::Jump => {
                if action == Action::Jump && self.quotes.here().is_none() {
                    return Done::Nothing(NO_QUOTE);
                }
                self.sidebar = if beside {
                    Sidebar::Open
                } else {
                    Sidebar::Closed
                };
                if let Some(origin) = self.origin.take() {
                    self.remember(origin);
                }
                return self.light();
            }
            Action::Return => return self.go_back(),
            _ if self.quotes.act(action) => return self.light(),
            _ => return Done::Not,
        }
        Done::Yes
    }

    /// Gives the keys to the quotes, with the cursor at the first one that can be seen in the text.
    fn focus(&mut self) -> Done {
        if self.quotes.is_empty() {
            return Done::Nothing(NO_QUOTE);
        }
        self.origin = Some(self.anchor());
        self.sidebar = Sidebar::Focused;
        if let Some(quoted) = self.lit.or_else(|| self.nearest_quote()) {
            self.quotes.go_to(quoted);
        }
        self.light()
    }

    /// Whether there is a jump to return from.
    pub(super) fn can_return(&self) -> bool {
        !self.back.is_empty()
    }

    /// Brings `target` onto the screen; the row it stands in is the one being read from now on.
    pub(super) fn show(&mut self, target: Target) {
        let slot = |at: usize| {
            let side = target.side;
            self.page.slot_of(Spot { side, at })
        };
        let Some(first) = slot(target.span.start) else {
            return;
        };
        let last = slot(target.span.end.saturating_sub(1)).unwrap_or(first);
        if let Some(row) = self.page.slot(first).and_then(|slot| slot.row) {
            self.row = Some(row);
        }
        self.scroll.show(&(first..last.max(first) + 1));
    }

    /// Makes `row` the one being read, and brings it onto the screen.
    pub(super) fn show_row(&mut self, row: usize) {
        self.row = Some(row);
        self.scroll.show(&self.page.row_slots(row));
    }

    fn next_match(&mut self, back: bool) -> Done {
        let Some(find) = &mut self.find else {
            return Done::Nothing("no match");
        };
        let before = find.number(&self.page);
        let Some((side, span)) = find.next(&self.page, back) else {
            return Done::Nothing("no match");
        };
        let target = Target { side, span };
        let around = match (before, find.number(&self.page)) {
            (Some(before), Some(after)) if back && after >= before => "around to the last match",
            (Some(before), Some(after)) if !back && after <= before => "around to the first match",
            _ => return Done::Show(target),
        };
        Done::Reach(target, around.to_owned())
    }

    /// Searches as one types, from where `origin` was.
    pub(super) fn search(&mut self, query: &str, origin: Anchor) -> Option<Target> {
        self.restore(origin);
        if query.trim().is_empty() {
            self.find = None;
            return None;
        }
        let mut find = Find::new(query, &self.readings);
        let found = find.from(&self.page, self.scroll.top);
        self.find = Some(find);
        found.map(|(side, span)| Target { side, span })
    }

    /// Lights what a search has found in an article alone, and goes to the match at or below the byte `at`.
    pub(super) fn seek(&mut self, name: &str, sought: &Sought, at: usize) -> Option<Target> {
        let mut find = Find::sought(name, self.readings.first()?, sought);
        let found = find.go_to(at);
        self.find = Some(find).filter(|find| find.count() > 0);
        found.map(|(side, span)| Target { side, span })
    }

    /// What must stay where it is: the first line of the row being read that is on the screen, else the first line.
    pub(super) fn anchor(&self) -> Anchor {
        let shown = self.scroll.shown();
        let row = self.row.map(|row| self.page.row_slots(row));
        let in_row = row.filter(|row| row.start < shown.end && shown.start < row.end);
        let first = in_row.map_or(shown.start, |row| row.start.max(shown.start));
        Anchor {
            row: self.row,
            spot: self.page.spot_from(first),
            offset: first - shown.start,
            listed: false,
        }
    }

    /// Puts a line back to where it was on the screen.
    pub(super) fn restore(&mut self, anchor: Anchor) {
        let line = anchor.spot.and_then(|spot| self.page.slot_of(spot));
        let row = anchor.row.map(|row| self.page.row_slots(row));
        let line = match (line, row.filter(|row| row.end > 0)) {
            (Some(line), Some(row)) if row.contains(&line) => Some(line),
            (_, Some(row)) => Some(row.start),
            (line, None) => line,
        };
        let height = self.scroll.height;
        let offset = if anchor.offset < height {
            anchor.offset
        } else {
            height / 2
        };
        self.row = anchor.row;
        self.scroll
            .keep(line.unwrap_or_default().saturating_sub(offset));
        if self.row.is_none() {
            self.settle();
        }
    }

    pub(super) fn remember(&mut self, anchor: Anchor) {
        if self.back.len() == MOST_RETURNS {
            self.back.remove(0);
        }
        self.back.push(anchor);
    }

    fn go_back(&mut self) -> Done {
        let Some(anchor) = self.back.pop() else {
            return Done::Nothing("nowhere to return to");
        };
        self.unlight();
        self.restore(anchor);
        if anchor.listed { Done::List } else { Done::Yes }
    }

    /// Takes a page that is typeset anew, and keeps what is being read in its place.
    pub(super) fn set_page(&mut self, page: Page, height: usize) {
        let mut anchor = self.anchor();
        let fresh = self.page.is_empty();
        let resized = self.scroll.height != height;
        if resized {
            anchor.offset = anchor.offset.min(height / 2);
        }
        self.page = page;
        self.scroll.length = self.page.len();
        self.scroll.height = height;
        if fresh {
            self.row = self.page.row_at(0);
        } else {
            self.restore(anchor);
        }
        if resized {
            self.scroll.to(self.scroll.top);
        }
    }

    /// Finds the row being read after scrolling: a quarter down the screen, but at the beginning the first, and at the
    /// end the last.
    fn settle(&mut self) {
        let scroll = self.scroll;
        if scroll.last_top() == 0 && self.row.is_some() {
            return;
        }
        let left = scroll.last_top().saturating_sub(scroll.top);
        let near_end = scroll.height.saturating_sub(1).saturating_sub(3 * left);
        let down = scroll.top.min(scroll.height / 4).max(near_end);
        self.row = self.page.row_at(scroll.top + down);
    }

    /// The lines on the screen.
    pub(super) fn shown(&self) -> Range<usize> {
        self.scroll.shown()
    }
}
