//! All that the reader made of articles, in one list: what is shown of it, and a cursor on one line.

mod thing;

use std::collections::HashSet;

use super::keymap::Action;
use super::library::Library;
use super::narrowing::Narrowing;
use super::scroll::Cursor;
use crate::annotation::Annotations;
use crate::article::Fingerprint;
pub(super) use thing::{Kind, NOT_THERE, Thing};

/// What the reader made, with a cursor.
#[derive(Clone, Debug, Default)]
pub(super) struct Made {
    /// All, the newest first.
    all: Vec<Thing>,
    pub(super) narrowing: Narrowing<Kind>,
    /// Whether those of one article stand together, under its title.
    pub(super) by_article: bool,
    rows: Vec<Row>,
    /// On one of `rows`.
    pub(super) cursor: Cursor,
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// The article of the thing with this number, above all that was made of it.
    Head(usize),
    /// The thing with this number.
    Thing(usize),
}

impl Made {
    pub(super) fn new(annotations: &Annotations, library: &Library) -> Made {
        let mut made = Made::default();
        made.take(annotations, library);
        made
    }

    fn take(&mut self, annotations: &Annotations, library: &Library) {
        let all = annotations.all().into_iter().rev();
        let all = all.filter_map(|one| Thing::new(one, library));
        self.all = all.collect();
        self.narrowing.forget();
        let words = std::mem::take(&mut self.narrowing.words);
        self.filter_by(&words);
    }

    /// Takes what there is now, with the cursor on the same line where that is still there, else near it.
    pub(super) fn renew(&mut self, annotations: &Annotations, library: &Library) {
        let here = self.here().map(|thing| thing.annotation.clone());
        let cursor = self.cursor.at;
        self.take(annotations, library);
        let is_same = |row: &Row| {
            let thing = self.thing(*row);
            matches!(row, Row::Thing(_)) && thing.map(|thing| &thing.annotation) == here.as_ref()
        };
        let same = here
            .as_ref()
            .and_then(|_| self.rows.iter().position(is_same));
        self.cursor.go(same.unwrap_or(cursor), self.rows.len());
    }

    /// How many there are, whatever is shown.
    pub(super) fn total(&self) -> usize {
        self.all.len()
    }

    /// How many are shown.
    pub(super) fn shown(&self) -> usize {
        let things = self.rows.iter();
        things.filter(|row| matches!(row, Row::Thing(_))).count()
    }

    /// The lines from the first on the screen.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, Row)> {
        self.rows.iter().copied().enumerate().skip(self.cursor.top)
    }

    /// What a line is about; of a head the first below it.
    pub(super) fn thing(&self, row: Row) -> Option<&Thing> {
        let (Row::Head(number) | Row::Thing(number)) = row;
        self.all.get(number)
    }

    /// The line under the cursor.
    pub(super) fn row(&self) -> Option<Row> {
        self.rows.get(self.cursor.at).copied()
    }

    /// What is under the cursor, where that is no head.
    pub(super) fn here(&self) -> Option<&Thing> {
        match self.row()? {
            Row::Head(_) => None,
            row @ Row::Thing(_) => self.thing(row),
        }
    }

    /// Shows only what has these words.
    pub(super) fn filter_by(&mut self, words: &str) {
        let searched = self.all.iter().map(Thing::searched);
        self.narrowing.look_for(words, searched);
        self.list();
    }

    /// Takes the innermost filter away: the words, then the kind. Says whether there was one.
    pub(super) fn unfilter(&mut self) -> bool {
        let filtered = self.narrowing.widen();
        if filtered {
            self.list();
        }
        filtered
    }

    pub(super) fn set_height(&mut self, height: usize) {
        self.cursor.set_height(height, self.rows.len());
    }

    /// Moves the cursor, or changes what is shown.
    pub(super) fn act(&mut self, action: Action) {
        match action {
            Action::Sort => {
                self.narrowing.next();
                self.list();
            }
            Action::Order => {
                self.by_article = !self.by_article;
                self.list();
            }
            _ => {
                self.cursor.act(action, self.rows.len());
            }
        }
    }

    /// Lists what is shown, with the cursor on the same thing where that can be.
    fn list(&mut self) {
        let here = self.row();
        let kinds = self.all.iter().map(|thing| thing.kind);
        let shown = self.narrowing.shown(kinds);
        self.rows = if self.by_article {
            self.under_heads(shown)
        } else {
            shown.into_iter().map(Row::Thing).collect()
        };
        let same = here.and_then(|here| self.rows.iter().position(|&row| row == here));
        self.cursor.go(same.unwrap_or_default(), self.rows.len());
    }

    /// Puts what was made of one article together, in the order of its text; the article with the newest comes first.
    fn under_heads(&self, shown: Vec<usize>) -> Vec<Row> {
        let about = |number: usize| Some(self.all.get(number)?.annotation.target.text);
        let mut below: foldhash::HashMap<Fingerprint, Vec<usize>> = foldhash::HashMap::default();
        for &number in &shown {
            if let Some(text) = about(number) {
                below.entry(text).or_default().push(number);
            }
        }
        let mut seen = HashSet::new();
        let mut rows = Vec::with_capacity(shown.len() + below.len());
        for number in shown {
            let Some(text) = about(number).filter(|text| seen.insert(*text)) else {
                continue;
            };
            let mut things = below.remove(&text).unwrap_or_default();
            let span = |number: &usize| Some(self.all.get(*number)?.annotation.target.span());
            things.sort_by_key(span);
            rows.push(Row::Head(number));
            rows.extend(things.into_iter().map(Row::Thing));
        }
        rows
    }
}
