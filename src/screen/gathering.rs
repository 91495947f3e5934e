//! What several articles say together, which takes a while to gather. The quotes of all articles, the versions of one
//! quote and the matrix show it.

use std::sync::Arc;

use super::library::{Content, Item, Library, TOGETHER};
use super::message::Ticket;
use crate::correction::{Corrections, Subject};
use crate::echo::{Echo, Paraphrase, QuotePlace};
use crate::matrix::Table;
use crate::reading::Reading;
use crate::speaker::Cast;
use crate::text::fold;

/// What a screen shows of several articles together, and what it waits for.
#[derive(Clone, Debug)]
pub(super) struct Gathering {
    pub(super) scope: Scope,
    /// None until it is there.
    found: Option<Arc<Gathered>>,
    /// What takes the place of that once it is there.
    asked: Option<Asked>,
    /// The request for what is still to be known of what is there.
    growing: Option<Ticket>,
}

/// Which articles are gathered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// Those that the library lists.
    Listed,
    /// All.
    All,
}

/// A request that is under way.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) ticket: Ticket,
    pub(super) articles: Articles,
}

/// Articles of the library, by outlet, then date, then as they came.
#[derive(Clone, Debug)]
pub(super) struct Articles {
    /// The numbers of the items.
    pub(super) items: Vec<usize>,
    pub(super) readings: Vec<Arc<Reading>>,
    /// What the reader set right of the links between them.
    pub(super) links: Corrections,
}

/// What articles give that are read together.
#[derive(Debug)]
pub(super) struct Gathered {
    pub(super) articles: Articles,
    pub(super) cast: Arc<Cast>,
    pub(super) echoes: Arc<Vec<Echo>>,
    /// None until the articles are linked, which takes longest.
    pub(super) paraphrases: Vec<Paraphrase>,
    pub(super) table: Table,
}

/// A quote by what stays the same of it when articles and other quotes come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct QuoteKey {
    /// The number of the item.
    pub(super) item: usize,
    pub(super) subject: Subject,
}

/// What there is of wanted articles already.
pub(super) enum Known {
    /// And the request for what is still to be known of it.
    Found(Arc<Gathered>, Option<Ticket>),
    Asked(Asked),
}

impl Gathering {
    pub(super) fn new(scope: Scope) -> Gathering {
        Gathering {
            scope,
            found: None,
            asked: None,
            growing: None,
        }
    }

    pub(super) fn found(&self) -> Option<&Gathered> {
        self.found.as_deref()
    }

    /// The articles that are asked for, else those that are there.
    pub(super) fn articles(&self) -> Option<&Articles> {
        let asked = self.asked.as_ref().map(|asked| &asked.articles);
        asked.or_else(|| self.found().map(|found| &found.articles))
    }

    /// Whether nothing is there, and nothing will be.
    pub(super) fn is_idle(&self) -> bool {
        self.found.is_none() && self.asked.is_none()
    }

    /// Whether these articles, as they are, are the last that were asked for.
    pub(super) fn is_of(&self, articles: &Articles) -> bool {
        match (&self.asked, &self.found) {
            (Some(asked), _) => asked.articles.are(articles),
            (None, Some(found)) => found.articles.are(articles),
            (None, None) => false,
        }
    }

    /// What of it is of these articles.
    pub(super) fn known(&self, articles: &Articles) -> Option<Known> {
        let found = self.found.iter().find(|one| one.articles.are(articles));
        let found = found.map(|found| Known::Found(Arc::clone(found), self.growing));
        let asked = self.asked.iter().find(|one| one.articles.are(articles));
        found.or_else(|| asked.map(|asked| Known::Asked(asked.clone())))
    }

    pub(super) fn ask(&mut self, asked: Asked) {
        self.asked = Some(asked);
        self.growing = None;
    }

    /// Waits for what is still to be known of what is there.
    pub(super) fn grow(&mut self, ticket: Option<Ticket>) {
        self.growing = ticket;
    }

    /// The request that is under way.
    pub(super) fn awaited(&self) -> Option<Ticket> {
        let asked = self.asked.as_ref().map(|asked| asked.ticket);
        asked.or(self.growing)
    }

    /// Waits no longer: no answer comes.
    pub(super) fn give_up(&mut self) {
        self.asked = None;
        self.growing = None;
    }

    /// What stands in the place of what is not there yet: `waiting`, if it still comes.
    pub(super) fn in_its_place(&self, waiting: &'static str) -> &'static str {
        if self.is_idle() {
            "this could not be found out"
        } else {
            waiting
        }
    }

    /// What was asked for, if it is that with this ticket.
    pub(super) fn asked(&self, ticket: Ticket) -> Option<&Articles> {
        let asked = self.asked.as_ref()?;
        (asked.ticket == ticket).then_some(&asked.articles)
    }

    /// What is there, if it is that of which more was asked for with this ticket.
    pub(super) fn growing(&self, ticket: Ticket) -> Option<&Arc<Gathered>> {
        let found = self.found.as_ref();
        found.filter(|_| self.growing == Some(ticket))
    }

    /// Takes what was gathered.
    pub(super) fn set(&mut self, found: Arc<Gathered>) {
        self.found = Some(found);
        self.asked = None;
        self.growing = None;
    }

    /// Which articles it is of, for a heading: `of 12 articles like “port”, 3 more being read`.
    pub(super) fn extent(&self, library: &Library) -> String {
        let found = self.found().map(|found| found.articles.items.len());
        let mut extent = match found {
            None => "of the articles".to_owned(),
            Some(1) => "of 1 article".to_owned(),
            Some(several) => format!("of {several} articles"),
        };
        if library.listed.len() > TOGETHER {
            extent = format!("{extent}, the first of {} listed", library.listed.len());
        }
        if self.scope == Scope::Listed && !library.filter.is_empty() {
            extent = format!("{extent} like “{}”", library.filter);
        }
        let items = self.scope.items(library).into_iter();
        let readable = |item: &Item| !matches!(item.content, Content::Unreadable(_));
        let readable = items.filter(|&item| library.item(item).is_some_and(readable));
        let more = readable.count().saturating_sub(found.unwrap_or_default());
        if found.is_some() && more > 0 {
            extent = format!("{extent}, {more} more being read");
        }
        extent
    }
}

impl Scope {
    /// The numbers of the items.
    fn items(self, library: &Library) -> Vec<usize> {
        match self {
            Scope::All if !library.is_large() => library.there().collect(),
            Scope::Listed | Scope::All => library.first_listed().collect(),
        }
    }
}

impl Articles {
    /// Those that are read of a scope, as they are now.
    pub(super) fn of(scope: Scope, library: &Library, corrections: &Corrections) -> Articles {
        Articles::among(scope.items(library), library, corrections)
    }

    /// Those of these items that are read, as they are now.
    pub(super) fn among(
        items: impl IntoIterator<Item = usize>,
        library: &Library,
        corrections: &Corrections,
    ) -> Articles {
        let reading = |item: usize| Some((item, Arc::clone(library.reading(item)?)));
        let mut read: Vec<(usize, Arc<Reading>)> = items.into_iter().filter_map(reading).collect();
        read.sort_by_cached_key(|(item, reading)| {
            let label = &reading.article.label;
            // What has no date comes after what has one.
            let date = (label.date.is_none(), label.date.clone());
            (fold(label.outlet()).into_owned(), date, *item)
        });
        let (items, readings): (Vec<usize>, Vec<Arc<Reading>>) = read.into_iter().unzip();
        Articles {
            items,
            links: corrections.of_links(&readings),
            readings,
        }
    }

    /// Whether these are the same, with the same set right in them.
    pub(super) fn are(&self, other: &Articles) -> bool {
        let mut readings = self.readings.iter().zip(&other.readings);
        self.items == other.items
            && self.links == other.links
            && readings.all(|(one, other)| Arc::ptr_eq(one, other))
    }

    /// The number of an item's article among them.
    pub(super) fn number_of(&self, item: usize) -> Option<usize> {
        self.items.iter().position(|&other| other == item)
    }
}

impl Gathered {
    pub(super) fn readings(&self) -> Vec<&Reading> {
        self.articles.readings.iter().map(AsRef::as_ref).collect()
    }

    pub(super) fn reading(&self, article: usize) -> Option<&Reading> {
        self.articles.readings.get(article).map(AsRef::as_ref)
    }

    pub(super) fn place(&self, quoted: QuotePlace) -> Option<QuoteKey> {
        let item = *self.articles.items.get(quoted.article)?;
        let subject = Subject::of(self.reading(quoted.article)?, quoted.quote)?;
        Some(QuoteKey { item, subject })
    }

    /// The quote that stands there, if one does.
    pub(super) fn find(&self, place: QuoteKey) -> Option<QuotePlace> {
        let article = self.articles.number_of(place.item)?;
        let quote = place.subject.find(self.reading(article)?)?;
        Some(QuotePlace { article, quote })
    }
}
