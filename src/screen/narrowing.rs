//! What of a list is shown: things of one sort, and those that have some words.

use crate::text::fold;

/// The sorts of the things of a list.
pub(super) trait Sort: Copy + PartialEq + 'static {
    /// All of them, in the order in which one goes from one to the next.
    const ALL: &'static [Self];

    /// What several things of it are called.
    fn name(self) -> &'static str;
}

/// What a list is narrowed to.
#[derive(Clone, Debug)]
pub(super) struct Narrowing<S> {
    /// Only things of this sort are shown.
    pub(super) only: Option<S>,
    /// Only things that have these words are shown.
    pub(super) words: String,
    /// The sorts that there are, with how many things have the words.
    pub(super) counts: Vec<(S, usize)>,
    /// For each thing, what words are looked for in, folded; known once somebody looks for words.
    searched: Vec<String>,
}

impl<S> Default for Narrowing<S> {
    fn default() -> Narrowing<S> {
        Narrowing {
            only: None,
            words: String::new(),
            counts: Vec::new(),
            searched: Vec::new(),
        }
    }
}

impl<S: Sort> Narrowing<S> {
    /// Things are added, changed or gone.
    pub(super) fn forget(&mut self) {
        self.searched.clear();
    }

    /// Looks for words in what `searched` gives of each thing.
    pub(super) fn look_for(&mut self, words: &str, searched: impl Iterator<Item = String>) {
        // Folding many things takes a while: only those who search wait for it.
        if self.searched.is_empty() && !words.is_empty() {
            self.searched = searched.map(|text| fold(&text).into_owned()).collect();
        }
        words.clone_into(&mut self.words);
    }

    /// Takes the innermost away: the words, then the sort. Says whether there was one.
    pub(super) fn widen(&mut self) -> bool {
        if !self.words.is_empty() {
            self.words.clear();
            return true;
        }
        self.only.take().is_some()
    }

    /// Goes to the next sort that there is anything of; after the last, all are shown.
    pub(super) fn next(&mut self) {
        let mut sorts = self.counts.iter().map(|(sort, _)| *sort);
        if let Some(only) = self.only {
            sorts.by_ref().find(|sort| *sort == only);
        }
        self.only = sorts.next();
    }

    /// The numbers of what is shown of things of these sorts.
    pub(super) fn shown(&mut self, sorts: impl Iterator<Item = S>) -> Vec<usize> {
        let wanted = fold(&self.words);
        let has_words = |number: usize| {
            let searched = self.searched.get(number).map_or("", String::as_str);
            let mut words = wanted.split_whitespace();
            words.all(|word| searched.contains(word))
        };
        let fits: Vec<(usize, S)> = sorts
            .enumerate()
            .filter(|(number, _)| has_words(*number))
            .collect();
        let only = self.only;
        let count = |sort: S| fits.iter().filter(|(_, other)| *other == sort).count();
        let counts = S::ALL.iter().map(|&sort| (sort, count(sort)));
        let counts = counts.filter(|&(sort, count)| count > 0 || only == Some(sort));
        self.counts = counts.collect();
        let shown = fits.iter();
        let shown = shown.filter(|(_, sort)| only.is_none_or(|only| *sort == only));
        shown.map(|(number, _)| *number).collect()
    }
}
