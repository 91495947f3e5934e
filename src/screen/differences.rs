//! The list of what tells two articles apart: what is shown of it, and a cursor on one line.

use super::keymap::Action;
use super::scroll::{follow, moved};
use crate::comparison::{Comparison, Finding, FindingSort};
use crate::text::fold;

/// What tells two articles apart, with a cursor.
#[derive(Clone, Debug, Default)]
pub(super) struct Differences {
    /// All, in the order in which rows are read.
    all: Vec<Finding>,
    /// For each row by its number, its place in that order.
    places: Vec<usize>,
    /// For each, what words are looked for in; made when somebody searches.
    searched: Vec<String>,
    /// Only those of this sort are shown.
    pub(super) only: Option<FindingSort>,
    /// Only those that have these words are shown.
    pub(super) words: String,
    /// What is shown: numbers in `all`.
    listed: Vec<usize>,
    /// The sorts that there are, with how many have the words that are looked for.
    pub(super) counts: Vec<(FindingSort, usize)>,
    /// A number in `listed`.
    pub(super) cursor: usize,
    /// The first on the screen.
    pub(super) top: usize,
    pub(super) height: usize,
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
        self.only = old.only;
        self.height = old.height;
        self.top = old.top;
        if !old.words.is_empty() {
            self.filter_by(&old.words, comparison);
        }
        self.list();
        let here = old.here();
        let same = |one: &&Finding| {
            here.is_some_and(|here| one.kind == here.kind && one.sentences == here.sentences)
        };
        let found = self.listed().position(|one| same(&one));
        let last = self.listed.len().saturating_sub(1);
        self.cursor = found.unwrap_or(old.cursor.min(last));
        self.keep_in_view();
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
        self.all.get(*self.listed.get(self.cursor)?)
    }

    fn has_words(&self, number: usize, wanted: &str) -> bool {
        let searched = self.searched.get(number).map_or("", String::as_str);
        let mut words = wanted.split_whitespace();
        words.all(|word| searched.contains(word))
    }

    /// Shows only what has these words.
    pub(super) fn filter_by(&mut self, words: &str, comparison: &Comparison) {
        // Folding all sentences takes a while: only those who search wait for it.
        if self.searched.is_empty() && !words.is_empty() {
            let searched = self.all.iter().map(|one| searched(one, comparison));
            self.searched = searched.collect();
        }
        words.clone_into(&mut self.words);
        self.list();
    }

    /// Takes the innermost filter away: the words, then the sort. Says whether there was one.
    pub(super) fn unfilter(&mut self) -> bool {
        let filtered = !self.words.is_empty() || self.only.is_some();
        if self.words.is_empty() {
            self.only = None;
        } else {
            self.words.clear();
        }
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
        self.cursor = found.min(self.listed.len().saturating_sub(1));
        self.keep_in_view();
    }

    pub(super) fn set_height(&mut self, height: usize) {
        self.height = height;
        self.keep_in_view();
    }

    /// Moves the cursor, or changes what is shown; says whether `action` asks for that.
    pub(super) fn act(&mut self, action: Action) -> bool {
        if action == Action::Sort {
            self.only = self.next_sort();
            self.list();
            return true;
        }
        let moved = moved(self.cursor, self.listed.len(), self.height, action);
        self.cursor = moved.unwrap_or(self.cursor);
        self.keep_in_view();
        moved.is_some()
    }

    /// The next sort that there is anything of.
    fn next_sort(&self) -> Option<FindingSort> {
        let mut counts = self.counts.iter();
        if let Some(only) = self.only {
            counts.by_ref().find(|(sort, _)| *sort == only);
        }
        counts.next().map(|(sort, _)| *sort)
    }

    /// Lists what is shown, with the cursor on the same finding where that can be.
    fn list(&mut self) {
        let here = self.listed.get(self.cursor).copied();
        let wanted = fold(&self.words);
        let all = self.all.iter().map(|one| one.kind.sort()).enumerate();
        let fits: Vec<(usize, FindingSort)> = all
            .filter(|(number, _)| self.has_words(*number, &wanted))
            .collect();
        let count = |sort: FindingSort| fits.iter().filter(|(_, other)| *other == sort).count();
        let counts = FindingSort::ALL.map(|sort| (sort, count(sort))).into_iter();
        let only = self.only;
        let counts = counts.filter(|&(sort, count)| count > 0 || only == Some(sort));
        self.counts = counts.collect();
        let listed = fits
            .iter()
            .filter(|(_, sort)| only.is_none_or(|only| *sort == only));
        self.listed = listed.map(|(number, _)| *number).collect();
        let after = here.map(|here| self.listed.partition_point(|&number| number < here));
        let last = self.listed.len().saturating_sub(1);
        self.cursor = after.unwrap_or_default().min(last);
        self.keep_in_view();
    }

    fn keep_in_view(&mut self) {
        self.top = follow(self.top, self.cursor, self.height, self.listed.len());
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
    fold(&all).into_owned()
}
