//! Articles by their text, and what the reader says of where they come from.

use std::sync::Arc;

use super::{Content, Item, Library, Origin};
use crate::annotation::Field;
use crate::article::{Article, Fingerprint, Title, TitleOrigin};
use crate::screen::message::Effect;

impl Library {
    /// The numbers of the items that have a text and are still there. The first to ask waits for all to be sorted.
    pub(in crate::screen) fn items_with(
        &self,
        text: Fingerprint,
    ) -> impl Iterator<Item = usize> + '_ {
        let of = |&number: &u32| self.item(number as usize).and_then(Item::text);
        let sorted = self.by_text.get_or_init(|| self.sorted_by_text());
        let first = sorted.partition_point(|number| of(number) < Some(text));
        let found = sorted.iter().skip(first);
        let found = found.take_while(move |number| of(number) == Some(text));
        let found = found.map(|&number| number as usize);
        found.filter(|&number| self.item(number).is_some_and(|item| !item.is_gone))
    }

    /// Those among them that are known whole, before anything was set right.
    pub(in crate::screen) fn items_of(
        &self,
        text: Fingerprint,
    ) -> impl Iterator<Item = usize> + '_ {
        let is_whole = |number: &usize| self.item(*number).is_some_and(|item| item.found.is_some());
        self.items_with(text).filter(is_whole)
    }

    /// Those of the store among them.
    pub(in crate::screen) fn stored_with(&self, text: Fingerprint) -> Vec<usize> {
        let stored = |number: &usize| {
            let item = self.item(*number);
            item.is_some_and(|item| matches!(item.origin, Origin::Store(_)))
        };
        self.items_with(text).filter(stored).collect()
    }

    /// Loads those of the store among them as the store knows them now.
    pub(in crate::screen) fn load_anew(&self, text: Fingerprint) -> Vec<Effect> {
        let stored = self.stored_with(text).into_iter();
        let effects = stored.filter_map(|number| {
            let id = self.item(number)?.id()?;
            Some(Effect::Load(number, id))
        });
        effects.collect()
    }

    fn sorted_by_text(&self) -> Vec<u32> {
        let items = (0_u32..).zip(&self.items);
        let known = items.filter_map(|(number, item)| Some((item.text()?, number)));
        let mut known: Vec<(Fingerprint, u32)> = known.collect();
        known.sort_unstable();
        known.into_iter().map(|(_, number)| number).collect()
    }

    /// Shows what the reader says of where a text comes from, with the articles of the store that have it; gives their
    /// numbers.
    pub(in crate::screen) fn label(
        &mut self,
        text: Fingerprint,
        field: Field,
        value: &str,
    ) -> Vec<usize> {
        let items = self.stored_with(text);
        for &number in &items {
            if let Some(item) = self.items.get_mut(number) {
                item.label(field, value);
                self.widths.widen(item);
            }
        }
        self.order = None;
        self.list();
        items
    }
}

impl Item {
    fn label(&mut self, field: Field, value: &str) {
        match &mut self.content {
            Content::Known(card) => match field {
                Field::Title => (card.title, card.origin) = (value.into(), TitleOrigin::Given),
                Field::Outlet => card.outlet = value.into(),
                Field::Date => card.date = Some(value.into()),
                Field::Author | Field::Url => (),
            },
            Content::Read(digest) => {
                let found = self.found.take();
                let shared = found.as_ref();
                let shared = shared.is_some_and(|found| Arc::ptr_eq(found, &digest.reading));
                // What is shared is not copied twice.
                self.found = found.filter(|_| !shared);
                label(
                    &mut Arc::make_mut(&mut digest.reading).article,
                    field,
                    value,
                );
                if shared {
                    self.found = Some(Arc::clone(&digest.reading));
                } else if let Some(found) = &mut self.found {
                    label(&mut Arc::make_mut(found).article, field, value);
                }
            }
            Content::Waiting | Content::Unreadable(_) => (),
        }
    }
}

fn label(article: &mut Article, field: Field, value: &str) {
    let label = &mut article.label;
    let place = match field {
        Field::Title => &mut label.title,
        Field::Outlet => &mut label.outlet,
        Field::Author => &mut label.author,
        Field::Date => &mut label.date,
        Field::Url => &mut label.url,
    };
    *place = Some(value.to_owned());
    if field == Field::Title {
        article.title = Title {
            text: value.to_owned(),
            origin: TitleOrigin::Given,
        };
    }
}
