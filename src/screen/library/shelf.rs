//! In which order the library stands, and under which heads.

use std::cmp::{Ordering, Reverse};
use std::collections::HashSet;
use std::sync::Arc;

use super::Library;
use crate::reading::Reading;
use crate::screen::message::{Effect, Ticket};
use crate::story::{ALIKE, ALONE, Terms, named_stories, related, story_name};

/// What decides the order of the articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::screen) enum Sorting {
    /// They stand as they came.
    #[default]
    AsTheyCame,
    /// What has most in common with A comes first.
    InCommon,
    /// Those about the same event stand together.
    ByStory,
    /// The latest comes first.
    Newest,
    /// Those of one outlet stand together, the latest first.
    ByOutlet,
}

/// Articles about the same event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// A few words of the story; empty for an article alone.
    pub label: String,
    /// The numbers of the items, in order.
    pub items: Vec<usize>,
}

/// Groups items by event, the largest story first; what a story is called is read from its articles.
pub(in crate::screen) fn shelves(items: &[(usize, Arc<Reading>, Arc<Terms>)]) -> Vec<Shelf> {
    let articles = items.iter();
    let articles = articles.map(|(_, reading, terms)| (&reading.article, terms.as_ref()));
    let stories = named_stories(&articles.collect::<Vec<_>>()).into_iter();
    let shelves = stories.map(|story| {
        let members = story.articles.iter().filter_map(|&one| items.get(one));
        Shelf {
            label: story.label,
            items: members.map(|(item, ..)| *item).collect(),
        }
    });
    shelves.collect()
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screen) enum Row {
    /// The head above some articles, by its number in `Shelves::heads`.
    Head(usize),
    /// The item with this number.
    Item(usize),
}

/// What stands above some articles.
#[derive(Clone, Debug)]
pub(in crate::screen) struct Head {
    /// *Story 1: town hall*.
    pub(in crate::screen) name: String,
    /// The numbers of the items that are listed below it.
    pub(in crate::screen) items: Vec<usize>,
    pub(in crate::screen) is_folded: bool,
    /// What it is folded by: it stays so when it is found again with more articles.
    mark: Mark,
}

/// What tells a head from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Mark {
    /// The first item of a story.
    Story(usize),
    Alone,
    Unread,
}

/// A line of the list by what it holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Landmark {
    Item(usize),
    Head(Mark),
}

/// The stories of the library.
#[derive(Clone, Debug, Default)]
pub(in crate::screen) struct Shelves {
    /// None until they are found.
    found: Option<Vec<Shelf>>,
    /// The request for them that is under way.
    pub(super) ticket: Option<Ticket>,
    /// What is listed of them, when the library is sorted by them.
    pub(in crate::screen) heads: Vec<Head>,
    folded: HashSet<Mark>,
}

impl Shelves {
    /// How many stories there are, those of a single article among them.
    pub(in crate::screen) fn count(&self) -> Option<usize> {
        self.found.as_ref().map(Vec::len)
    }

    /// The heads for the items that are listed, and the items in their order.
    fn stand(&self, listed: &[usize]) -> Vec<Head> {
        let listed_at = places(listed);
        let is_listed = |item: &usize| listed_at(*item).is_some();
        let mut known = HashSet::new();
        let mut heads = Vec::new();
        let mut alone = Vec::new();
        let found = self.found.as_deref().unwrap_or_default();
        for (number, shelf) in found.iter().enumerate() {
            known.extend(shelf.items.iter().copied());
            let items = shelf.items.iter().copied().filter(is_listed);
            match shelf.items.as_slice() {
                [_] => alone.extend(items),
                [first, ..] => {
                    let name = story_name(number, &shelf.label);
                    heads.push((name, items.collect(), Mark::Story(*first)));
                }
                [] => (),
            }
        }
        let unread = listed.iter().copied().filter(|item| !known.contains(item));
        let unread: Vec<usize> = unread.collect();
        heads.push((ALONE.to_owned(), alone, Mark::Alone));
        heads.push(("Not read".to_owned(), unread, Mark::Unread));
        let heads = heads.into_iter().filter(|(_, items, _)| !items.is_empty());
        heads
            .map(|(name, mut items, mark)| {
                items.sort_by_key(|&item| listed_at(item));
                Head {
                    name,
                    items,
                    is_folded: self.folded.contains(&mark),
                    mark,
                }
            })
            .collect()
    }
}

/// The place of each item in a list.
fn places(listed: &[usize]) -> impl Fn(usize) -> Option<usize> {
    let mut sorted: Vec<(usize, usize)> = listed.iter().copied().zip(0..).collect();
    sorted.sort_unstable();
    move |item| {
        let at = sorted.binary_search_by_key(&item, |&(item, _)| item).ok()?;
        sorted.get(at).map(|&(_, place)| place)
    }
}

impl Library {
    /// Puts what is listed into the order that is wanted, and lays it out in lines.
    pub(super) fn arrange(&mut self) {
        if self.stands_by_common() {
            let mut listed = std::mem::take(&mut self.listed);
            listed.sort_by(|&a, &b| self.by_common(a, b));
            self.listed = listed;
        }
        self.shelves.heads = match self.sorting {
            Sorting::ByStory if self.shelves.found.is_some() => self.shelves.stand(&self.listed),
            _ => Vec::new(),
        };
        if self.shelves.heads.is_empty() {
            self.rows = self.listed.iter().copied().map(Row::Item).collect();
            return;
        }
        let heads = self.shelves.heads.iter();
        self.listed = heads.clone().flat_map(|head| head.items.clone()).collect();
        self.rows = heads.enumerate().flat_map(rows).collect();
    }

    /// A before others, then by what is in common with it.
    fn by_common(&self, a: usize, b: usize) -> Ordering {
        let key = |number: usize| {
            let common = self.common.get(number).copied().flatten();
            (Some(number) == self.picks.left, common.unwrap_or(-1.0))
        };
        let (a, b) = (key(a), key(b));
        Reverse(a.0).cmp(&Reverse(b.0)).then(b.1.total_cmp(&a.1))
    }

    /// The order after the one that is shown: that by what is in common with A only when there is an A.
    pub(in crate::screen) fn next_sorting(&self) -> Sorting {
        match self.sorting {
            Sorting::AsTheyCame if self.picks.left.is_some() => Sorting::InCommon,
            Sorting::AsTheyCame | Sorting::InCommon => Sorting::ByStory,
            Sorting::ByStory => Sorting::Newest,
            Sorting::Newest => Sorting::ByOutlet,
            Sorting::ByOutlet => Sorting::AsTheyCame,
        }
    }

    /// Turns to the next order.
    pub(in crate::screen) fn turn_sorting(&mut self) {
        self.sorting = self.next_sorting();
        self.order = None;
        self.list();
        self.go_to_first();
    }

    /// Asks for the stories of what is read.
    pub(in crate::screen) fn group(&mut self, ticket: Ticket) -> Option<Effect> {
        let together: Vec<usize> = if self.is_large() {
            self.first_listed().collect()
        } else {
            self.there().collect()
        };
        let items = together.into_iter();
        let items = items.filter_map(|number| Some((number, self.item(number)?)));
        let read = items.filter_map(|(number, item)| {
            let digest = item.whole()?;
            Some((
                number,
                Arc::clone(&digest.reading),
                Arc::clone(&digest.terms),
            ))
        });
        let read: Vec<(usize, Arc<Reading>, Arc<Terms>)> = read.collect();
        if read.is_empty() {
            return None;
        }
        self.shelves.ticket = Some(ticket);
        Some(Effect::Group(ticket, read))
    }

    /// The item under the cursor, or the first below the head there.
    pub(in crate::screen) fn here_or_below(&self) -> Option<usize> {
        match *self.rows.get(self.cursor.at)? {
            Row::Item(item) => Some(item),
            Row::Head(head) => self.shelves.heads.get(head)?.items.first().copied(),
        }
    }

    /// An item, and those `among` others that are about the same event, the most alike first.
    pub(in crate::screen) fn story_of(&self, item: usize, among: &[usize]) -> Vec<usize> {
        let terms = |item: usize| Some(self.item(item)?.digest()?.terms.as_ref());
        let found = self.shelves.found.iter().flatten();
        let together = found
            .map(|shelf| &shelf.items)
            .find(|items| items.contains(&item));
        let others = among.iter().filter(|&&other| other != item);
        let (others, theirs): (Vec<usize>, Vec<&Terms>) = others
            .filter_map(|&other| Some((other, terms(other)?)))
            .unzip();
        let scores = terms(item).map_or_else(Vec::new, |own| related(own, &theirs));
        let near = others.into_iter().zip(scores).filter(|(other, score)| {
            // Where stories are shown, those count.
            together.map_or(*score >= ALIKE, |items| items.contains(other))
        });
        let mut near: Vec<(usize, f32)> = near.collect();
        near.sort_by(|one, other| other.1.total_cmp(&one.1));
        let near = near.into_iter().map(|(other, _)| other);
        std::iter::once(item).chain(near).collect()
    }

    /// Whether stories are wanted that nobody looks for.
    pub(in crate::screen) fn lacks_stories(&self) -> bool {
        let shelves = &self.shelves;
        self.sorting == Sorting::ByStory && shelves.found.is_none() && shelves.ticket.is_none()
    }

    /// Takes an answer, if it is the wanted one.
    pub(in crate::screen) fn set_shelves(&mut self, ticket: Ticket, found: Vec<Shelf>) {
        if self.shelves.ticket != Some(ticket) {
            return;
        }
        self.shelves.ticket = None;
        self.shelves.found = Some(found);
        if self.sorting == Sorting::ByStory {
            self.list();
        }
    }

    /// What the cursor stands on, by what stays the same when the list changes.
    pub(super) fn landmark(&self) -> Option<Landmark> {
        match *self.rows.get(self.cursor.at)? {
            Row::Item(item) => Some(Landmark::Item(item)),
            Row::Head(head) => Some(Landmark::Head(self.shelves.heads.get(head)?.mark)),
        }
    }

    /// The line where that stands.
    pub(super) fn place_of(&self, landmark: Landmark) -> Option<usize> {
        self.rows.iter().position(|&row| match (row, landmark) {
            (Row::Item(item), Landmark::Item(wanted)) => item == wanted,
            (Row::Head(head), Landmark::Head(mark)) => {
                let head = self.shelves.heads.get(head);
                head.is_some_and(|head| head.mark == mark)
            }
            _ => false,
        })
    }

    /// Goes to the first article.
    pub(super) fn go_to_first(&mut self) {
        let mut rows = self.rows.iter();
        let first = rows.position(|row| matches!(row, Row::Item(_)));
        self.cursor.top = 0;
        self.cursor.go(first.unwrap_or(0), self.rows.len());
    }

    /// Goes to an item, if it is listed.
    pub(in crate::screen) fn go_to(&mut self, number: usize) {
        if let Some(place) = self.place_of(Landmark::Item(number)) {
            self.cursor.go(place, self.rows.len());
        }
    }

    /// Whether the cursor stands on a head.
    pub(in crate::screen) fn is_on_head(&self) -> bool {
        matches!(self.rows.get(self.cursor.at), Some(Row::Head(_)))
    }

    /// Folds or unfolds the articles that the cursor is among, and goes to their head. Says whether there is one.
    pub(in crate::screen) fn turn_fold(&mut self) -> bool {
        let Some(mark) = self.go_to_head() else {
            return false;
        };
        let folded = &mut self.shelves.folded;
        if !folded.remove(&mark) {
            folded.insert(mark);
        }
        self.list();
        true
    }

    /// Folds all, or unfolds all when all are folded.
    pub(in crate::screen) fn turn_all_folds(&mut self) -> bool {
        if self.go_to_head().is_none() {
            return false;
        }
        let Shelves { heads, folded, .. } = &mut self.shelves;
        if heads.iter().all(|head| head.is_folded) {
            folded.clear();
        } else {
            folded.extend(heads.iter().map(|head| head.mark));
        }
        self.list();
        true
    }

    /// Goes to the head that the cursor is on or below, and says which that is.
    fn go_to_head(&mut self) -> Option<Mark> {
        let above = self.rows.get(..=self.cursor.at)?.iter().rev();
        let up = above.clone().position(|row| matches!(row, Row::Head(_)))?;
        self.cursor.at -= up;
        match self.landmark()? {
            Landmark::Head(mark) => Some(mark),
            Landmark::Item(_) => None,
        }
    }
}

/// The lines that a head takes with what is below it.
fn rows((number, head): (usize, &Head)) -> Vec<Row> {
    let mut rows = vec![Row::Head(number)];
    if !head.is_folded {
        rows.extend(head.items.iter().copied().map(Row::Item));
    }
    rows
}
