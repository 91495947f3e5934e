//! The list of what tells two articles apart: what is shown of it, and a cursor on one line.

use super::keymap::Action;
use super::narrowing::{Narrowing, Sort};
use super::scroll::Cursor;
use crate::comparison::{Comparison, Finding, FindingSort};

/// What tells two articles apart, with a cursor.
#[derive(Clone, Debug, Default)]
pub(super) struct Differences {
    /// All, in the order in which rows are read.
    all: Vec<Finding>,
    /// For each row by its number, its place in that order.
    places: Vec<usize>,
    pub(super) narrowing: Narrowing<FindingSort>,
    /// What is shown: numbers in `all`.
    listed: Vec<usize>,
    /// On one of `listed`.
    pub(super) cursor: Cursor,
}

impl Differences {
    /// All that tells the articles apart; `order` are the numbers of the rows as they are read.
    pub(super) fn new(comparison: &Comparison, order: &[usize]) -> Differences {
        let mut places = vec![usize::MAX; comparison.rows.len()];
        for (place, &row) in order.iter().enumerate() {
            if let Some(slot) = places.get_mut(row) {
                *slot = place;
            }
        }
        let mut all = comparison.findings();
        all.sort_by_key(|finding| places.get(finding.row).copied());
        let mut list = Differences {
            all,
            places,
            ..Differences::default()
        };
        list.list();
        list
    }

    /// Takes the place of `old`: sifted as that was, with the cursor on the same finding where it is still there, else near
    /// it.
    pub(super) fn take_over(&mut self, comparison: &Comparison, old: &Differences) {
        self.narrowing.only = old.narrowing.only;
        self.cursor = old.cursor;
        self.filter_by(&old.narrowing.words, comparison);
        let here = old.here();
        let same = |one: &&Finding| {
            here.is_some_and(|here| one.kind == here.kind && one.sentences == here.sentences)
        };
        let found = self.listed().position(|one| same(&one));
        let at = found.unwrap_or(old.cursor.at);
        self.cursor.go(at, self.listed.len());
    }

    /// What is shown, from top to bottom.
    pub(super) fn listed(&self) -> impl Iterator<Item = &Finding> {
        let listed = self.listed.iter();
        listed.filter_map(|&number| self.all.get(number))
    }

    /// How many are shown.
    pub(super) fn len(&self) -> usize {
        self.listed.len()
    }

    /// How many there are, whatever is shown.
    pub(super) fn total(&self) -> usize {
        self.all.len()
    }

    /// The finding under the cursor.
    pub(super) fn here(&self) -> Option<&Finding> {
        self.all.get(*self.listed.get(self.cursor.at)?)
    }

    /// Shows only what has these words.
    pub(super) fn filter_by(&mut self, words: &str, comparison: &Comparison) {
        let searched = self.all.iter().map(|one| searched(one, comparison));
        self.narrowing.look_for(words, searched);
        self.list();
    }

    /// Takes the innermost filter away: the words, then the sort. Says whether there was one.
    pub(super) fn unfilter(&mut self) -> bool {
        let filtered = self.narrowing.widen();
        if filtered {
            self.list();
        }
        filtered
    }

    /// Puts the cursor on the first finding of `row` or, in the order of reading, after it; it stays where it is in that
    /// row already.
    pub(super) fn go_to_row(&mut self, row: usize) {
        if self.here().is_some_and(|here| here.row == row) {
            return;
        }
        let place = |row: usize| self.places.get(row).copied();
        let before = |&number: &usize| {
            let finding = self.all.get(number);
            finding.is_some_and(|finding| place(finding.row) < place(row))
        };
        let found = self.listed.partition_point(before);
        self.cursor.go(found, self.listed.len());
    }

    pub(super) fn set_height(&mut self, height: usize) {
        self.cursor.set_height(height, self.listed.len());
    }

    /// Moves the cursor, or changes what is shown; says whether `action` asks for that.
    pub(super) fn act(&mut self, action: Action) -> bool {
        if action == Action::Sort {
            self.narrowing.next();
            self.list();
            return true;
        }
        self.cursor.act(action, self.listed.len())
    }

    /// Lists what is shown, with the cursor on the same finding where that can be.
    fn list(&mut self) {
        let here = self.listed.get(self.cursor.at).copied();
        let sorts = self.all.iter().map(|one| one.kind.sort());
        self.listed = self.narrowing.shown(sorts);
        let after = here.map(|here| self.listed.partition_point(|&number| number < here));
        self.cursor.go(after.unwrap_or_default(), self.listed.len());
    }
}

impl Sort for FindingSort {
    const ALL: &'static [FindingSort] = &FindingSort::ALL;

    fn name(self) -> &'static str {
        self.name()
    }
}

/// What words are looked for in: the line, and the sentences of both sides.
fn searched(finding: &Finding, comparison: &Comparison) -> String {
    let mut all = format!("{} {}", finding.kind.name(), finding.says);
    for (side, sentences) in finding.sentences.as_ref().sides() {
        let reading = comparison.readings.get(side);
        for span in reading.passages(sentences) {
            all.push(' ');
            all.push_str(span.of(&reading.article.text));
        }
    }
    all
}
