use std::path::PathBuf;
use std::sync::Arc;

use super::card::{ArticleId, Card};
use crate::article::{Fingerprint, TitleOrigin};
use crate::reading::Reading;
use crate::screen::message::Digest;
use crate::text::fold;

/// A place that holds an article, before it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What to call it until its title is known: the file's name.
    pub name: String,
    /// Its file, when it has one that a label can stand beside.
    pub path: Option<PathBuf>,
}

/// An article of the library.
#[derive(Clone, Debug)]
pub(in crate::screen) struct Item {
    pub(in crate::screen) origin: Origin,
    pub(in crate::screen) content: Content,
    /// The article before the reader set anything right in it, once all is known of it.
    pub(in crate::screen) found: Option<Arc<Reading>>,
    /// Whether it was opened before, where that is kept.
    pub(in crate::screen) is_read: bool,
    /// The number of the item whose text is nearly the same and came first.
    pub(in crate::screen) copy_of: Option<usize>,
    /// How many others have nearly the same text, when it is the first of them.
    pub(in crate::screen) copies: u16,
    /// Whether it was taken out of the store since.
    pub(in crate::screen) is_gone: bool,
}

/// Where an article comes from.
#[derive(Clone, Debug)]
pub(in crate::screen) enum Origin {
    /// Somewhere outside.
    Outside(Box<Entry>),
    /// The store, which calls it so.
    Store(ArticleId),
}

/// What is known of an article.
#[derive(Clone, Debug)]
pub(in crate::screen) enum Content {
    /// It is still to be read.
    Waiting,
    /// It can't be read, and this is why.
    Unreadable(Box<str>),
    /// It can be listed, and read when it is wanted.
    Known(Card),
    /// It is read.
    Read(Box<Digest>),
}

impl Item {
    pub(super) fn new(origin: Origin, content: Content) -> Item {
        Item {
            origin,
            content,
            found: None,
            is_read: false,
            copy_of: None,
            copies: 0,
            is_gone: false,
        }
    }

    pub(in crate::screen) fn digest(&self) -> Option<&Digest> {
        match &self.content {
            Content::Read(digest) => Some(digest),
            _ => None,
        }
    }

    /// The article, when all that is to be known of it is there.
    pub(in crate::screen) fn whole(&self) -> Option<&Digest> {
        self.digest().filter(|digest| !digest.partial)
    }

    /// What the store calls it, if it is there.
    pub(in crate::screen) fn id(&self) -> Option<ArticleId> {
        match self.origin {
            Origin::Store(id) => Some(id),
            Origin::Outside(_) => None,
        }
    }

    /// Whether it is still to be read for the first time.
    pub(super) fn is_waited_for(&self) -> bool {
        match &self.content {
            Content::Waiting => true,
            Content::Read(digest) => digest.partial,
            Content::Known(_) | Content::Unreadable(_) => false,
        }
    }

    /// What to call it while its title is not known.
    pub(in crate::screen) fn name(&self) -> &str {
        match &self.origin {
            Origin::Outside(entry) => &entry.name,
            Origin::Store(_) => "",
        }
    }

    /// Its file, when it has one that a label can stand beside.
    pub(in crate::screen) fn path(&self) -> Option<&PathBuf> {
        match &self.origin {
            Origin::Outside(entry) => entry.path.as_ref(),
            Origin::Store(_) => None,
        }
    }

    /// The outlet, or a short name.
    pub(in crate::screen) fn outlet(&self) -> &str {
        match &self.content {
            Content::Known(card) => &card.outlet,
            Content::Read(digest) => digest.reading.article.label.outlet(),
            Content::Waiting | Content::Unreadable(_) => self.name(),
        }
    }

    /// Its title or lead sentence, and where that comes from; `None` until it is known.
    pub(in crate::screen) fn title(&self) -> Option<(&str, TitleOrigin)> {
        match &self.content {
            Content::Known(card) => Some((&card.title, card.origin)),
            Content::Read(digest) => {
                let title = &digest.reading.article.title;
                Some((&title.text, title.origin))
            }
            Content::Waiting | Content::Unreadable(_) => None,
        }
    }

    /// When it appeared, if that is known.
    pub(in crate::screen) fn date(&self) -> Option<&str> {
        match &self.content {
            Content::Known(card) => card.date.as_deref(),
            Content::Read(digest) => digest.reading.article.label.date.as_deref(),
            Content::Waiting | Content::Unreadable(_) => None,
        }
    }

    /// The words of its body, as far as that is known.
    pub(in crate::screen) fn words(&self) -> usize {
        match &self.content {
            Content::Known(card) => card.words as usize,
            Content::Read(digest) => digest.words,
            Content::Waiting | Content::Unreadable(_) => 0,
        }
    }

    /// How many quotes it has; `None` until that is known.
    pub(in crate::screen) fn quotes(&self) -> Option<usize> {
        match &self.content {
            Content::Known(card) => card.quotes.map(|count| count as usize),
            Content::Read(_) => self.whole().map(|digest| digest.reading.quotes.len()),
            Content::Waiting | Content::Unreadable(_) => None,
        }
    }

    /// What filters look in.
    pub(in crate::screen) fn searched(&self) -> String {
        let date = self.date().unwrap_or_default();
        let shown = self
            .title()
            .map(|(title, _)| format!("{title} {} {date}", self.outlet()));
        fold(shown.as_deref().unwrap_or_else(|| self.name())).into_owned()
    }

    /// Whether it can be read and compared: it is there, and all of it, or can be loaded.
    pub(in crate::screen) fn is_readable(&self) -> bool {
        let is_known = matches!(self.content, Content::Known(_));
        !self.is_gone && (is_known || self.whole().is_some())
    }

    /// What tells its text from others, once it is known.
    pub(in crate::screen) fn text(&self) -> Option<Fingerprint> {
        match &self.content {
            Content::Known(card) => Some(card.text),
            Content::Read(digest) => Some(digest.reading.fingerprint),
            Content::Waiting | Content::Unreadable(_) => None,
        }
    }

    /// Lets go of all but what the list shows.
    pub(super) fn let_go(&mut self) {
        if let Some(card) = self.whole().map(Digest::card) {
            self.content = Content::Known(card);
            self.found = None;
        }
    }
}
