//! The versions of one quote in all articles, the fullest first.

use std::ops::Range;

use super::gathering::Gathering;
use super::keymap::Action;
use super::layout::Area;
use super::scroll::Scroll;
use crate::echo::{Version, alone, versions};
use crate::page::{Piece, Role, typeset_version};
use crate::reading::Reading;

/// The versions of a quote, with a cursor on one of them.
#[derive(Clone, Debug)]
pub(super) struct Versions {
    pub(super) gathering: Gathering,
    /// The number of the item and of the quote in it whose versions these are.
    asked: (usize, usize),
    found: Vec<Version>,
    /// All versions, typeset.
    pub(super) lines: Vec<Vec<Piece>>,
    /// The lines of each version.
    places: Vec<Range<usize>>,
    cursor: usize,
    pub(super) scroll: Scroll,
}

impl Versions {
    /// Those of the quote of that number in `item`, once everything is gathered.
    pub(super) fn new(gathering: Gathering, item: usize, quote: usize) -> Versions {
        let mut opened = Versions {
            gathering,
            asked: (item, quote),
            found: Vec::new(),
            lines: Vec::new(),
            places: Vec::new(),
            cursor: 0,
            scroll: Scroll::default(),
        };
        opened.find();
        opened
    }

    /// Finds the versions, in what is gathered by now.
    pub(super) fn find(&mut self) {
        let Some(found) = &self.gathering.found else {
            return;
        };
        let was_at = self.place();
        let (item, quote) = self.asked;
        let Some(article) = self.gathering.article(item) else {
            return;
        };
        let readings: Vec<&Reading> = self.gathering.readings.iter().map(AsRef::as_ref).collect();
        self.found = versions(&found.echoes, &readings, article, quote);
        if self.found.is_empty() {
            let quote_here = readings.get(article).and_then(|one| one.quotes.get(quote));
            self.found
                .extend(quote_here.map(|one| alone(article, quote, one)));
        }
        let wanted = was_at.or(Some(self.asked));
        let mut numbers = 0..self.found.len();
        let at = numbers.find(|&number| self.place_of(number) == wanted);
        self.cursor = at.unwrap_or(0);
    }

    /// How many articles have any of it.
    pub(super) fn articles(&self) -> usize {
        let mut articles: Vec<usize> = self.found.iter().map(|one| one.article).collect();
        articles.sort_unstable();
        articles.dedup();
        articles.len()
    }

    pub(super) fn typeset(&mut self, area: Area) {
        self.scroll.height = area.height;
        let Some(found) = &self.gathering.found else {
            return;
        };
        self.lines.clear();
        self.places.clear();
        for version in &self.found {
            if !self.lines.is_empty() {
                self.lines.push(Vec::new());
            }
            let start = self.lines.len();
            let readings = &self.gathering.readings;
            self.lines
                .extend(typeset_version(version, readings, &found.cast, area.width));
            self.places.push(start..self.lines.len());
        }
        if let Some(why) = self.why_alone() {
            let note = Piece {
                text: why.to_owned(),
                roles: Role::Dim.into(),
            };
            self.lines.extend([Vec::new(), vec![note]]);
        }
        self.scroll.length = self.lines.len();
        self.show();
    }

    /// Why there is but one version.
    fn why_alone(&self) -> Option<&'static str> {
        let [only] = self.found.as_slice() else {
            return None;
        };
        let quotes = &self.gathering.readings.get(only.article)?.quotes;
        let in_marks = quotes
            .get(only.quote)
            .is_some_and(|one| !one.quoted.is_empty());
        Some(match (in_marks, self.gathering.items.len()) {
            (false, _) => "only words in quotation marks are looked for elsewhere",
            (true, 1) => "there is no other article",
            (true, _) => "no other article has these words",
        })
    }

    /// The lines of the version under the cursor.
    pub(super) fn here(&self) -> Range<usize> {
        self.places.get(self.cursor).cloned().unwrap_or_default()
    }

    /// The item and the quote in which the version under the cursor stands.
    pub(super) fn place(&self) -> Option<(usize, usize)> {
        self.place_of(self.cursor)
    }

    fn place_of(&self, number: usize) -> Option<(usize, usize)> {
        let version = self.found.get(number)?;
        let item = self.gathering.items.get(version.article)?;
        Some((*item, version.quote))
    }

    pub(super) fn act(&mut self, action: Action) {
        let last = self.found.len().saturating_sub(1);
        let (here, shown) = (self.here(), self.scroll.shown());
        self.cursor = match action {
            // One that ends below the screen is read to its end first.
            Action::Down | Action::Next if here.end > shown.end => {
                self.scroll.act(Action::Down);
                return;
            }
            Action::Up | Action::Previous if here.start < shown.start => {
                self.scroll.act(Action::Up);
                return;
            }
            Action::Down | Action::Next => (self.cursor + 1).min(last),
            Action::Up | Action::Previous => self.cursor.saturating_sub(1),
            Action::Top => 0,
            Action::Bottom => last,
            _ => {
                if self.scroll.act(action) {
                    self.follow();
                }
                return;
            }
        };
        self.show();
    }

    fn show(&mut self) {
        let here = self.here();
        self.scroll.show(&here);
    }

    /// Puts the cursor on a version that is on the screen after scrolling.
    fn follow(&mut self) {
        let shown = self.scroll.shown();
        let here = self.here();
        if here.end <= shown.start || here.start >= shown.end {
            let begins = |place: &Range<usize>| shown.contains(&place.start);
            let first = self.places.iter().position(begins);
            self.cursor = first.unwrap_or(self.cursor);
        }
    }
}
