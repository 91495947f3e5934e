//! What the articles have in common with A.

use std::sync::Arc;

use super::{ArticleId, Item, Library, Sorting};
use crate::screen::message::{Effect, Ticket};

impl Library {
    /// Asks how much the others have in common with A; forgets it when there is no A.
    pub(in crate::screen) fn relate(&mut self, ticket: Ticket) -> Option<Effect> {
        self.common.clear();
        self.ticket = None;
        let terms = |item: &Item| Some(Arc::clone(&item.whole()?.terms));
        let first = self.picks.left;
        let first = first.and_then(|first| Some((first, terms(self.item(first)?)?)));
        let Some((first, own)) = first else {
            if self.stands_by_common() {
                self.sorting = match self.sorting {
                    Sorting::InCommon => Sorting::AsTheyCame,
                    sorting => sorting,
                };
                self.list();
            }
            return None;
        };
        self.ticket = Some(ticket);
        if let Some(id) = self.item(first).and_then(Item::id) {
            return Some(Effect::RelateStored(ticket, id));
        }
        let items = self.items.iter().enumerate();
        let others = items
            .filter(|&(number, _)| number != first)
            .filter_map(|(number, item)| Some((number, terms(item)?)));
        Some(Effect::Relate(ticket, own, others.collect()))
    }

    /// Whether the order hangs on what articles have in common with A.
    pub(super) fn stands_by_common(&self) -> bool {
        matches!(self.sorting, Sorting::InCommon | Sorting::ByStory)
    }

    /// As [`Library::set_common`], with articles as the store calls them.
    pub(in crate::screen) fn set_common_stored(
        &mut self,
        ticket: Ticket,
        scores: &[(ArticleId, f32)],
    ) {
        let numbered = scores.iter();
        let numbered = numbered.filter_map(|&(id, score)| Some((self.number_of(id)?, score)));
        let numbered: Vec<(usize, f32)> = numbered.collect();
        self.set_common(ticket, &numbered);
    }

    /// Takes an answer, if it is the wanted one.
    pub(in crate::screen) fn set_common(&mut self, ticket: Ticket, scores: &[(usize, f32)]) {
        if self.ticket != Some(ticket) {
            return;
        }
        self.ticket = None;
        self.common = vec![None; self.items.len()];
        for &(number, score) in scores {
            if let Some(common) = self.common.get_mut(number) {
                *common = Some(score);
            }
        }
        if self.stands_by_common() {
            self.list();
        }
    }
}
