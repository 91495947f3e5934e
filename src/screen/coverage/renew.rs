use std::sync::Arc;

use super::{Cover, Covered, Entry, Spot};
use crate::coverage::Coverage;
use crate::screen::message::Ticket;

impl Cover {
    /// Takes an answer, if it is the wanted one. The cursor stays in its article and on what the article under it tells,
    /// or goes to the nearest that is left.
    pub(in crate::screen) fn set(&mut self, ticket: Ticket, coverage: Arc<Coverage>) {
        if self.awaited() != Some(ticket) {
            return;
        }
        let Some(asked) = self.asked.take() else {
            return;
        };
        let wanted = self.keep.take().or_else(|| self.spot_here());
        let cursor = self.cursor.at;
        let line = cursor.saturating_sub(self.cursor.top);
        let found = Covered {
            articles: asked.articles,
            coverage,
        };
        let before = self.found.as_ref().map(|known| &known.articles);
        self.columns.keep(before, &found.articles);
        self.found = Some(Arc::new(found));
        self.cursor.at = 0;
        self.entries.clear();
        self.list();
        let entry = wanted.and_then(|spot| self.entry_at(spot));
        self.cursor.at = entry.unwrap_or(cursor);
        self.cursor.top = self.cursor.at.saturating_sub(line);
        if let (Some(_), Some(spot)) = (entry, wanted)
            && let Some(found) = &self.found
        {
            let column = found.articles.number_of(spot.item);
            self.columns.cursor = column.unwrap_or(self.columns.cursor);
        }
        self.keep_in_view();
    }

    /// Where the row under the cursor stands: in the article under it, else in the first that tells it.
    fn spot_here(&self) -> Option<Spot> {
        let row = self.row_here()?;
        let own = row.cells.get_key_value(&self.columns.cursor);
        let (&article, cell) = own.or_else(|| row.cells.first_key_value())?;
        self.spot(article, cell)
    }

    /// The entry in which a place stands.
    fn entry_at(&self, spot: Spot) -> Option<usize> {
        let found = self.found()?;
        let article = found.articles.number_of(spot.item)?;
        let sentence = found.coverage.reading(article)?.sentence_at(spot.at);
        let row = found.coverage.row_of(article, sentence)?;
        self.entries.iter().position(|one| *one == Entry::Row(row))
    }
}
