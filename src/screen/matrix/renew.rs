use std::collections::HashMap;
use std::sync::Arc;

use super::{Entry, Matrix};
use crate::correction::Subject;
use crate::matrix::{Row, Seen};
use crate::screen::gathering::{Gathered, QuoteKey};

/// A line of the matrix by what stays the same of it when articles and quotes come and go.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    name: String,
    /// The quote that the others are seen from, and the number of its run of words; no run for one that is only told.
    echo: Option<(QuoteKey, Option<usize>)>,
}

impl Key {
    /// The line of its speaker.
    fn of_speaker(&self) -> Key {
        Key {
            name: self.name.clone(),
            echo: None,
        }
    }
}

impl Matrix {
    /// Takes what was gathered. The cursor stays on its speaker or echo and on its article, and both where they stand on the
    /// screen, or go to the nearest that is left; but to `called`, the quote that was undone or redone, if that is given.
    pub(in crate::screen) fn set(&mut self, found: Arc<Gathered>, called: Option<Subject>) {
        let before: Vec<Key> = self
            .entries
            .iter()
            .filter_map(|one| self.key(*one))
            .collect();
        let here = self.cursor.at;
        let line = here.saturating_sub(self.cursor.top);
        let articles = self.gathering.found().map(|known| &known.articles);
        self.columns.keep(articles, &found.articles);
        self.gathering.set(found);
        self.searched = self.rows().iter().map(|row| self.searched(row)).collect();
        self.list();
        let now = self.entries.iter().enumerate();
        let now: HashMap<Key, usize> = now
            .filter_map(|(number, entry)| Some((self.key(*entry)?, number)))
            .collect();
        let (above, below) = before.split_at_checked(here).unwrap_or_default();
        let speaker = below.first().map(Key::of_speaker);
        let mut wanted = below
            .iter()
            .take(1)
            .chain(&speaker)
            .chain(below)
            .chain(above.iter().rev());
        let again = wanted.find_map(|key| now.get(key).copied());
        self.cursor.at = again.unwrap_or(0);
        self.cursor.top = self.cursor.at.saturating_sub(line);
        if let Some(subject) = called {
            self.go_to(subject);
        }
        self.keep_in_view();
    }

    /// Puts the cursor on the cell of a quote: in its own row if that has it, else in the first.
    fn go_to(&mut self, subject: Subject) {
        let quoted = self.gathering.found().and_then(|found| {
            let readings = found.articles.readings.iter().enumerate();
            let mut quotes =
                readings.filter_map(|(article, reading)| Some((article, subject.find(reading)?)));
            quotes.next()
        });
        let Some((article, quote)) = quoted else {
            return;
        };
        let has_it = |row: &Row| {
            let cell = row.cells.get(&article);
            cell.is_some_and(|cell| cell.quotes.contains(&quote))
        };
        if !self.row_here().is_some_and(has_it) {
            let is_its = |entry: &Entry| match *entry {
                Entry::Speaker(row) => self.row(row).is_some_and(has_it),
                Entry::Echo(..) => false,
            };
            let Some(entry) = self.entries.iter().position(is_its) else {
                return;
            };
            self.cursor.at = entry;
        }
        self.columns.cursor = article;
    }

    fn key(&self, entry: Entry) -> Option<Key> {
        let (Entry::Speaker(row) | Entry::Echo(row, _)) = entry;
        let name = self.name(self.row(row)?.who).to_owned();
        let Entry::Echo(_, number) = entry else {
            return Some(Key { name, echo: None });
        };
        let relation = self.relation(row, number)?;
        let found = self.gathering.found()?;
        let run = match relation.seen {
            Seen::Echo { echo, member, .. } => {
                Some(found.echoes.get(echo)?.members.get(member)?.run)
            }
            Seen::Quote(_) => None,
        };
        let place = found.place(relation.place(&found.echoes)?)?;
        let echo = Some((place, run));
        Some(Key { name, echo })
    }
}
