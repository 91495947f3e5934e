use std::sync::Arc;

use super::{Desk, Sidebar, Target};
use crate::correction::Subject;
use crate::echo::{Echo, Paraphrase};
use crate::page::Spot;
use crate::reading::Reading;
use crate::screen::quotes::{Naming, QuoteList};
use crate::speaker::Cast;

impl Desk {
    /// Takes the same articles with more or something else known of them; all stays where it is. The cursor of the quotes
    /// and the lit one go to `called`, if that is given and there, else they stay on their quote or go to the nearest.
    pub(in crate::screen) fn renew(
        &mut self,
        readings: Vec<Arc<Reading>>,
        cast: Arc<Cast>,
        echoes: &[Echo],
        paraphrases: &[Paraphrase],
        called: Option<Subject>,
    ) {
        let text = |reading: &Arc<Reading>| reading.fingerprint;
        if !readings.iter().map(text).eq(self.readings.iter().map(text)) {
            self.find = None;
            self.choosing = None;
            self.passages.clear();
        }
        let naming = Naming::beside(readings.len());
        let mut quotes = QuoteList::new(readings.clone(), cast, echoes, paraphrases, naming);
        quotes.take_over(&self.quotes, called, Some);
        self.lit = match self.sidebar {
            Sidebar::Focused => quotes.here(),
            Sidebar::Open | Sidebar::Closed => self.lit.and_then(|lit| {
                let called = called.and_then(|subject| quotes.find(subject));
                called.or_else(|| quotes.again(&self.quotes, lit))
            }),
        };
        self.quotes = quotes;
        self.readings = readings;
    }

    /// Finds the rows of all places to return to anew.
    pub(in crate::screen) fn place_returns(&mut self, row_of: impl Fn(Spot) -> Option<usize>) {
        for anchor in self.back.iter_mut().chain(&mut self.origin) {
            anchor.row = anchor.spot.and_then(&row_of);
        }
    }

    /// Where the lit quote stands, when its beginning is not on the screen.
    pub(in crate::screen) fn hidden_target(&self) -> Option<Target> {
        let target = self.target()?;
        let (side, at) = (target.side, target.span.start);
        let slot = self.page.slot_of(Spot { side, at });
        let shown = slot.is_some_and(|slot| self.shown().contains(&slot));
        (!shown).then_some(target)
    }
}
