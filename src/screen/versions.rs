//! The versions of one quote in all articles, the fullest first.

use std::ops::Range;
use std::sync::Arc;

use super::gathering::{Gathered, Gathering, QuoteKey, Scope};
use super::keymap::Action;
use super::layout::Area;
use super::quotes::Here;
use super::scroll::Scroll;
use crate::correction::Subject;
use crate::echo::{Version, all_versions};
use crate::page::{Piece, Role, typeset_version};

/// The versions of a quote, with a cursor on one of them.
#[derive(Clone, Debug)]
pub(super) struct Versions {
    pub(super) gathering: Gathering,
    /// The quote whose versions these are.
    asked: QuoteKey,
    found: Vec<Version>,
    /// All versions, typeset.
    pub(super) lines: Vec<Vec<Piece>>,
    /// The lines of each version.
    places: Vec<Range<usize>>,
    cursor: usize,
    area: Area,
    pub(super) scroll: Scroll,
}

impl Versions {
    /// Those of the quote that stands at `asked`, once everything is gathered.
    pub(super) fn new(scope: Scope, asked: QuoteKey) -> Versions {
        Versions {
            gathering: Gathering::new(scope),
            asked,
            found: Vec::new(),
            lines: Vec::new(),
            places: Vec::new(),
            cursor: 0,
            area: Area::default(),
            scroll: Scroll::default(),
        }
    }

    /// Takes what was gathered. The cursor goes to the version of `called`, if that is given and there, else it stays on its
    /// own while that is there; on the screen it stays on its line.
    pub(super) fn set(&mut self, found: Arc<Gathered>, called: Option<Subject>) {
        let before: Vec<QuoteKey> = self.quote_places().collect();
        let here = before.get(self.cursor).copied().unwrap_or(self.asked);
        // A quote can have several versions.
        let earlier = before.iter().take(self.cursor);
        let earlier = earlier.filter(|place| **place == here).count();
        let below = self.below_top();
        self.gathering.set(found);
        // When the reader says that the quote is none, its words are still the others'.
        let mut all = std::iter::once(self.asked).chain(before);
        let found = all.find_map(|place| self.versions_of(place));
        self.found = found.unwrap_or_default();
        let now: Vec<QuoteKey> = self.quote_places().collect();
        let called = now.iter().position(|place| Some(place.subject) == called);
        let same = now.iter().enumerate().filter(|(_, place)| **place == here);
        let again = same.map(|(number, _)| number).nth(earlier);
        let last = self.found.len().saturating_sub(1);
        self.cursor = called.or(again).unwrap_or(self.cursor.min(last));
        self.lay_out(below);
    }

    fn versions_of(&self, place: QuoteKey) -> Option<Vec<Version>> {
        let found = self.gathering.found()?;
        let place = found.find(place)?;
        let readings = found.readings();
        Some(all_versions(
            &found.echoes,
            &found.paraphrases,
            &readings,
            place,
        ))
    }

    /// Where the versions stand.
    fn quote_places(&self) -> impl Iterator<Item = QuoteKey> + '_ {
        let found = self.gathering.found();
        let versions = self.found.iter();
        versions.filter_map(move |version| found?.place(version.place()))
    }

    /// The quote of the version under the cursor.
    pub(super) fn quoted(&self) -> Option<Here<'_>> {
        let version = self.found.get(self.cursor)?;
        Some(Here::among(self.gathering.found()?, version.place()))
    }

    /// How many articles have any of it.
    pub(super) fn articles(&self) -> usize {
        let mut articles: Vec<usize> = self.found.iter().map(|one| one.article).collect();
        articles.sort_unstable();
        articles.dedup();
        articles.len()
    }

    pub(super) fn typeset(&mut self, area: Area) {
        if area != self.area {
            let below = self.below_top();
            self.area = area;
            self.lay_out(below);
            self.scroll.to(self.scroll.top);
            self.show();
        }
    }

    /// How many lines below the first on the screen the version under the cursor begins; none when it begins above.
    fn below_top(&self) -> Option<usize> {
        self.here().start.checked_sub(self.scroll.top)
    }

    /// Typesets the versions, with the one under the cursor as far below the first line as it was.
    fn lay_out(&mut self, below: Option<usize>) {
        self.scroll.height = self.area.height;
        let found = self.gathering.found();
        let Some(found) = found.filter(|_| self.area.width > 0) else {
            return;
        };
        let readings = &found.articles.readings;
        let (mut lines, mut places) = (Vec::new(), Vec::new());
        for version in &self.found {
            if !lines.is_empty() {
                lines.push(Vec::new());
            }
            let start = lines.len();
            let width = self.area.width;
            lines.extend(typeset_version(version, readings, &found.cast, width));
            places.push(start..lines.len());
        }
        if let Some(why) = self.why_alone(found) {
            let note = Piece {
                text: why.to_owned(),
                roles: Role::Dim.into(),
            };
            lines.extend([Vec::new(), vec![note]]);
        }
        self.scroll.length = lines.len();
        (self.lines, self.places) = (lines, places);
        if let Some(below) = below {
            let start = self.here().start;
            self.scroll.keep(start.saturating_sub(below));
        }
        self.show();
    }

    /// Why there is but one version, or none.
    fn why_alone(&self, found: &Gathered) -> Option<&'static str> {
        let only = match self.found.as_slice() {
            [] => return Some("this is no quote any more"),
            [only] => only,
            _ => return None,
        };
        let quote = found.reading(only.article)?.quotes.get(only.quote);
        let in_marks = quote.is_some_and(|one| !one.quoted.is_empty());
        Some(match (in_marks, found.articles.items.len()) {
            (_, 1) => "there is no other article",
            (false, _) => "no other article is known to quote this",
            (true, _) => "no other article has these words",
        })
    }

    /// The lines of the version under the cursor.
    pub(super) fn here(&self) -> Range<usize> {
        self.places.get(self.cursor).cloned().unwrap_or_default()
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
