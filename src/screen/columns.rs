//! The columns of a table that has one for each article.

use super::gathering::Articles;
use super::scroll::follow;
use crate::page::Labels;
use crate::reading::Reading;

/// What the columns are called, which is under the cursor, and which are on the screen.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    pub(super) labels: Labels,
    /// The number of the article under the cursor.
    pub(super) cursor: usize,
    /// The first article on the screen.
    pub(super) left: usize,
    /// How many are on the screen.
    pub(super) shown: usize,
}

impl Columns {
    /// Takes the articles and the columns of the screen that there are for them.
    pub(super) fn fit(&mut self, readings: &[&Reading], room: usize, narrowest: usize) {
        let outlets = readings.iter().map(|one| one.article.label.outlet());
        let outlets: Vec<&str> = outlets.collect();
        self.labels = Labels::new(&outlets, room, narrowest);
        self.shown = (room / (self.labels.width + 1)).max(1);
    }

    pub(super) fn keep_in_view(&mut self, articles: usize) {
        self.left = follow(self.left, self.cursor, self.shown, articles);
    }

    /// Stays on its article, and that where it stands on the screen, when articles come and go.
    pub(super) fn keep(&mut self, before: Option<&Articles>, now: &Articles) {
        let place = self.cursor.saturating_sub(self.left);
        let item = before.and_then(|before| before.items.get(self.cursor));
        let again = item.and_then(|&item| now.number_of(item));
        let last = now.items.len().saturating_sub(1);
        self.cursor = again.unwrap_or(self.cursor.min(last));
        self.left = self.cursor.saturating_sub(place);
    }
}
