use std::sync::Arc;

use crate::article::{Article, Fingerprint, TitleOrigin};

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
    /// That of an article.
    pub fn of(article: &Article, text: Fingerprint, quotes: Option<usize>) -> Card {
        Card {
            title: article.title.text.as_str().into(),
            origin: article.title.origin,
            outlet: article.label.outlet().into(),
            date: article.label.date.as_deref().map(Into::into),
            words: u32::try_from(article.word_count()).unwrap_or(u32::MAX),
            quotes: quotes.map(|count| u32::try_from(count).unwrap_or(u32::MAX)),
            text,
        }
    }
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
