//! Articles of the store: how they get into the list, and copies of one text.

use std::collections::{HashMap, HashSet};

use super::{ArticleId, Card, Content, Item, Library, Origin, Sorting, Stored};
use crate::article::Fingerprint;

/// What changed in the store since the library was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Articles that are new or changed.
    pub stored: Vec<Stored>,
    /// Articles that are no longer there.
    pub gone: Vec<ArticleId>,
}

impl Library {
    /// The articles of the store, the newest first.
    pub(in crate::screen) fn of_store(stored: Vec<Stored>) -> Library {
        let mut library = Library {
            sorting: Sorting::Newest,
            has_store: true,
            ..Library::default()
        };
        library.items.reserve_exact(stored.len());
        library.numbers.reserve(stored.len());
        library.take(stored);
        library.list();
        library.go_to_first();
        library
    }

    /// Whether the articles are those of the store.
    pub(in crate::screen) fn is_stored(&self) -> bool {
        self.has_store
    }

    /// How many articles there are.
    pub(in crate::screen) fn count(&self) -> usize {
        self.items.len() - self.gone
    }

    /// The numbers of the articles that are still there.
    pub(in crate::screen) fn there(&self) -> impl Iterator<Item = usize> {
        let items = self.items.iter().enumerate();
        items
            .filter(|(_, item)| !item.is_gone)
            .map(|(number, _)| number)
    }

    /// The number of an item by what the store calls it.
    pub(in crate::screen) fn number_of(&self, id: ArticleId) -> Option<usize> {
        self.numbers.get(&id).copied()
    }

    /// Takes what changed in the store.
    pub(in crate::screen) fn follow_store(&mut self, changes: Changes) {
        for id in changes.gone {
            let item = self.number_of(id).and_then(|one| self.items.get_mut(one));
            if let Some(item) = item {
                item.is_gone = true;
            }
        }
        self.take(changes.stored);
        self.list();
    }

    fn take(&mut self, stored: Vec<Stored>) {
        let mut copies = Vec::with_capacity(stored.len());
        for one in stored {
            let number = self.take_card(one.id, one.card);
            copies.push((number, one.copy_of));
            if let Some(item) = self.items.get_mut(number) {
                item.is_read = one.is_read;
                item.is_gone = false;
            }
        }
        for (number, first) in copies {
            let first = first.and_then(|id| self.number_of(id));
            if let Some(item) = self.items.get_mut(number) {
                item.copy_of = first;
            }
        }
        self.count_copies();
        let there = self.items.iter().filter(|item| !item.is_gone);
        self.gone = self.items.len() - there.clone().count();
        self.unread = there.filter(|item| !item.is_read).count();
        self.order = None;
    }

    /// Lists an article as its card says; what is held of it goes only when that is no longer right. Gives its number.
    fn take_card(&mut self, id: ArticleId, card: Card) -> usize {
        let known = self.number_of(id);
        let Some(item) = known.and_then(|number| self.items.get(number)) else {
            let item = Item::new(Origin::Store(id), Content::Known(card));
            self.widths.widen(&item);
            self.by_text.take();
            self.items.push(item);
            let number = self.items.len() - 1;
            self.numbers.insert(id, number);
            return number;
        };
        let number = known.unwrap_or_default();
        let is_right = item.whole().is_some_and(|digest| digest.is_as(&card));
        if !is_right {
            self.put(number, Content::Known(card));
        }
        number
    }

    fn count_copies(&mut self) {
        let first = |number: usize| Some((self.item(number)?.copy_of?, number));
        let mut copies: HashMap<usize, Vec<usize>> = HashMap::new();
        for (first, number) in self.there().filter_map(first) {
            copies.entry(first).or_default().push(number);
        }
        self.copies = copies;
        for (number, item) in self.items.iter_mut().enumerate() {
            let copies = self.copies.get(&number).map_or(0, Vec::len);
            item.copies = u16::try_from(copies).unwrap_or(u16::MAX);
        }
    }

    /// Lists copies only below the first of their text, and only when they are unfolded there; a copy whose first is not
    /// listed stands for it.
    pub(super) fn put_copies_away(&mut self) {
        let is_copy = |number: &usize| {
            self.item(*number)
                .is_some_and(|item| item.copy_of.is_some())
        };
        if !self.listed.iter().any(is_copy) {
            return;
        }
        let listed: HashSet<usize> = self.listed.iter().copied().collect();
        let first = |number: usize| {
            let first = self.item(number)?.copy_of?;
            listed.contains(&first).then_some(first)
        };
        let mut below: HashMap<usize, Vec<usize>> = HashMap::new();
        for &number in &self.listed {
            if let Some(first) = first(number) {
                below.entry(first).or_default().push(number);
            }
        }
        let mut shown = Vec::with_capacity(self.listed.len());
        for &number in self
            .listed
            .iter()
            .filter(|&&number| first(number).is_none())
        {
            shown.push(number);
            if self.unfolded.contains(&number) {
                shown.extend(below.remove(&number).unwrap_or_default());
            }
        }
        self.listed = shown;
    }

    /// These items, and the copies of their text that are put away below them.
    pub(in crate::screen) fn with_copies(
        &self,
        items: impl IntoIterator<Item = usize>,
    ) -> Vec<usize> {
        let mut all = Vec::new();
        for number in items {
            all.push(number);
            if !self.unfolded.contains(&number) {
                all.extend(self.copies.get(&number).into_iter().flatten());
            }
        }
        all
    }

    /// Marks an item as read or unread; gives its text when that changes anything.
    pub(in crate::screen) fn set_read(
        &mut self,
        number: usize,
        is_read: bool,
    ) -> Option<Fingerprint> {
        let item = self.items.get_mut(number)?;
        if item.is_read == is_read {
            return None;
        }
        item.is_read = is_read;
        self.unread = if is_read {
            self.unread.saturating_sub(1)
        } else {
            self.unread + 1
        };
        item.text()
    }

    /// Shows or hides the copies of the article under the cursor; says whether it has any.
    pub(in crate::screen) fn turn_copies(&mut self) -> bool {
        let here = self.here();
        let first = here.and_then(|here| self.item(here)?.copy_of.or(Some(here)));
        let Some(first) = first.filter(|&one| self.item(one).is_some_and(|item| item.copies > 0))
        else {
            return false;
        };
        if !self.unfolded.remove(&first) {
            self.unfolded.insert(first);
        }
        self.list();
        self.go_to(first);
        true
    }
}
