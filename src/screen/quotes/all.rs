use std::sync::Arc;

use super::QuoteList;
use crate::correction::Subject;
use crate::reading::Reading;
use crate::screen::library::{Content, Item, Library};
use crate::screen::message::{Effect, Ticket};
use crate::text::fold;

/// The quotes of the articles that the library lists, on a screen of their own.
#[derive(Clone, Debug, Default)]
pub(in crate::screen) struct AllQuotes {
    /// The numbers of the items whose quotes are listed, in order of outlet, then date.
    pub(in crate::screen) items: Vec<usize>,
    /// None until they are gathered.
    pub(in crate::screen) list: Option<QuoteList>,
    /// The request that is under way, and the items that it is for.
    gathering: Option<(Ticket, Vec<usize>)>,
}

impl AllQuotes {
    /// Asks for the quotes of all listed articles that are read, as they are now; of none when none is.
    pub(in crate::screen) fn request(
        &mut self,
        ticket: Ticket,
        library: &Library,
    ) -> Option<Effect> {
        let items = in_order(library);
        if items.is_empty() {
            return None;
        }
        let readings = items.iter().filter_map(|&item| library.reading(item));
        let readings = readings.map(Arc::clone).collect();
        self.gathering = Some((ticket, items));
        Some(Effect::Gather(ticket, readings))
    }

    /// Whether listed articles have been read whose quotes are neither here nor under way.
    pub(in crate::screen) fn lacks(&self, library: &Library) -> bool {
        let under_way = self.gathering.as_ref().map(|(_, items)| items);
        *under_way.unwrap_or(&self.items) != in_order(library)
    }

    /// How many listed articles are still to come.
    pub(in crate::screen) fn to_come(&self, library: &Library) -> usize {
        let items = library.listed.iter().filter_map(|&item| library.item(item));
        let readable = |item: &&Item| !matches!(item.content, Content::Unreadable(_));
        let readable = items.filter(readable).count();
        readable.saturating_sub(self.items.len())
    }

    /// The items that an answer is for, if it is the wanted one.
    pub(in crate::screen) fn answered(&mut self, ticket: Ticket) -> Option<Vec<usize>> {
        self.gathering
            .take_if(|(wanted, _)| *wanted == ticket)
            .map(|(_, items)| items)
    }

    /// Takes the quotes of `items`, and shows what was shown before where it is still there. `called` is as in
    /// [`QuoteList::take_over`].
    pub(in crate::screen) fn set(
        &mut self,
        items: Vec<usize>,
        mut list: QuoteList,
        called: Option<Subject>,
    ) {
        if let Some(old) = &self.list {
            list.take_over(old, called, |article| {
                let item = self.items.get(article)?;
                items.iter().position(|other| other == item)
            });
        }
        self.items = items;
        self.list = Some(list);
    }
}

/// The listed items that are read, in order of outlet, then date, then as they came.
fn in_order(library: &Library) -> Vec<usize> {
    let mut items: Vec<usize> = library
        .listed
        .iter()
        .copied()
        .filter(|&item| library.reading(item).is_some())
        .collect();
    items.sort_unstable();
    items.sort_by_cached_key(|&item| library.reading(item).map(|reading| Place::of(reading)));
    items
}

/// Where an article stands among others.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    outlet: String,
    /// What has no date comes after what has one.
    undated: bool,
    date: Option<String>,
}

impl Place {
    fn of(reading: &Reading) -> Place {
        let label = &reading.article.label;
        Place {
            outlet: fold(label.outlet()),
            undated: label.date.is_none(),
            date: label.date.clone(),
        }
    }
}
