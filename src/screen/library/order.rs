//! The order in which all items stand.

use std::cmp::Reverse;

use super::{Item, Library, Sorting};
use crate::text::fold;

impl Library {
    /// All items in the order that is wanted, before what is in common or stories are looked at.
    pub(super) fn in_order(&mut self) -> Vec<usize> {
        let order = self.order.take().unwrap_or_else(|| self.sorted());
        self.order = Some(order.clone());
        order
    }

    fn sorted(&self) -> Vec<usize> {
        let by_date = |number: usize| {
            let date = self.item(number).and_then(Item::date);
            // What has no date comes last, and what came last first.
            Reverse((date.map(in_order_of_time), number))
        };
        let mut order: Vec<usize> = (0..self.items.len()).collect();
        if matches!(self.sorting, Sorting::Newest | Sorting::ByOutlet) {
            order.sort_by_cached_key(|&number| by_date(number));
        }
        if self.sorting == Sorting::ByOutlet {
            let outlet = |&number: &usize| {
                let item = self.item(number);
                item.map(|item| fold(item.outlet()).into_owned())
            };
            order.sort_by_cached_key(outlet);
        }
        order
    }
}

/// The first letters of a date as a number that stands as they do in the alphabet: of `YYYY-MM-DD` and a time the minute
/// counts as well. Many numbers are sorted far quicker than many words.
fn in_order_of_time(date: &str) -> u128 {
    let mut letters = [0; 16];
    let length = date.len().min(letters.len());
    if let (Some(room), Some(first)) = (letters.get_mut(..length), date.as_bytes().get(..length)) {
        room.copy_from_slice(first);
    }
    u128::from_be_bytes(letters)
}
