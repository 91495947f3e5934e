use std::sync::Arc;

use crate::article::{Article, Fingerprint, TitleOrigin};
use crate::screen::message::Digest;

/// What the store calls an article, for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub i64);

/// What the list shows of an article; small, for there may be many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its title, or its lead sentence.
    pub title: Box<str>,
    /// Where that comes from.
    pub origin: TitleOrigin,
    /// The outlet, or a short name; the same for many articles.
    pub outlet: Arc<str>,
    /// When it appeared, if that is known.
    pub date: Option<Box<str>>,
    /// The words of its body.
    pub words: u32,
    /// How many quotes it has; `None` until that is found out.
    pub quotes: Option<u32>,
    /// What tells its text from others.
    pub text: Fingerprint,
}

impl Card {
    /// That of an article, from its text alone.
    pub fn of(article: &Article) -> Card {
        Card {
            title: article.title.text.as_str().into(),
            origin: article.title.origin,
            outlet: article.label.outlet().into(),
            date: article.label.date.as_deref().map(Into::into),
            words: small(article.word_count()),
            quotes: None,
            text: Fingerprint::of(&article.text),
        }
    }
}

impl Digest {
    /// What the list shows of it.
    pub fn card(&self) -> Card {
        let (reading, article) = (&self.reading, &self.reading.article);
        Card {
            title: article.title.text.as_str().into(),
            origin: article.title.origin,
            outlet: article.label.outlet().into(),
            date: article.label.date.as_deref().map(Into::into),
            words: small(self.words),
            quotes: (!self.partial).then(|| small(reading.quotes.len())),
            text: reading.fingerprint,
        }
    }

    /// Whether the card says of it what it says itself, as far as the card knows.
    pub(super) fn is_as(&self, card: &Card) -> bool {
        let own = self.card();
        let quotes = card.quotes.and(own.quotes);
        Card { quotes, ..own } == *card
    }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// An article of the store as the library lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Which it is.
    pub id: ArticleId,
    /// What is shown of it.
    pub card: Card,
    /// Whether it was read.
    pub is_read: bool,
    /// The article whose text is nearly the same and came first.
    pub copy_of: Option<ArticleId>,
}
