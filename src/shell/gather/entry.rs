//! Entries of feeds, and the pages that they tell of.

use url::Url;

use super::page;
use super::site::{page_address, same_site};
use crate::article::Article;
use crate::shell::fetch::{Answer, Request};
use crate::shell::store::{Incoming, Location};

/// An article with fewer words than this is taken for the beginning of one.
const SHORT: usize = 150;

/// An entry of a feed.
pub(super) struct Entry {
    pub(super) incoming: Incoming,
    /// Its page, if it has one of its own.
    page: Option<Url>,
}

impl Entry {
    /// An article that the feed at `feed` holds.
    pub(super) fn new(mut article: Article, feed: &Url) -> Entry {
        let address = article.label.url.clone();
        let page = address.as_deref().and_then(page_address);
        let location = match (&page, address) {
            (Some(page), _) => Location::Page(page.to_string()),
            (None, Some(name)) => Location::Entry(feed.to_string(), name),
            (None, None) => Location::Entry(feed.to_string(), article.title.text.clone()),
        };
        if let Some(page) = &page {
            article.label.path = page.to_string();
        }
        Entry {
            incoming: Incoming { location, article },
            page,
        }
    }

    /// Whether the feed holds but the beginning of the article, as far as can be told.
    pub(super) fn is_beginning(&self) -> bool {
        let text = self.incoming.article.text.trim_end();
        let breaks_off = ["…", "...", "[…]", "[...]"]
            .iter()
            .any(|end| text.ends_with(end));
        breaks_off || self.incoming.article.word_count() < SHORT
    }

    /// Whether the feed has a say on what the page's text is: it holds all of it, and is of its site.
    pub(super) fn is_authoritative(&self, feed: &Url) -> bool {
        let own = self.page.as_ref().is_none_or(|page| same_site(page, feed));
        own && !(self.page.is_some() && self.is_beginning())
    }

    /// What asks for its page, which may be in a private network only at the feed's own host.
    pub(super) fn request(&self, feed: &Url, private: bool) -> Option<Request> {
        let page = self.page.as_ref()?;
        let mut request = Request::page(page.as_str()).ok()?;
        request.private = private && page.host_str() == feed.host_str();
        Some(request)
    }

    /// Takes the text of its page, if that says more; says whether there is an article in the page.
    pub(super) fn complete(&mut self, answer: &Answer) -> bool {
        let article = &mut self.incoming.article;
        let Ok(Some(mut page)) = page::article(answer) else {
            return false;
        };
        if page.word_count() > article.word_count() {
            page.label.path.clone_from(&article.label.path);
            page.label.complete(std::mem::take(&mut article.label));
            *article = page;
        }
        true
    }
}
