//! Following feeds.

use url::Url;

use super::Gatherer;
use super::page::content;
use crate::article::{Format, Label, Unfit};
use crate::shell::fetch::{self, Request};
use crate::shell::store::{Feed, Trouble};
use crate::subscription::{Subscription, offered};

/// What became of a feed that was to be followed.
#[derive(Debug)]
pub(in crate::shell) enum Followed {
    /// It is from now on.
    New(Feed),
    /// It was before.
    Known(Feed),
}

/// Why a feed is not followed.
#[derive(Debug, thiserror::Error)]
pub(in crate::shell) enum Unfollowed {
    /// It can't be fetched.
    #[error(transparent)]
    Trouble(#[from] fetch::Trouble),
    /// It can't be read.
    #[error("{0}: {1}")]
    Unfit(Url, Unfit),
    /// It is something else, and names none.
    #[error("{0}: this is no feed, and names none; look on the page for RSS or Atom")]
    NoFeed(Url),
    /// The page names several: one is to be chosen.
    #[error("{url}: this page names several feeds; add one of them:{}", lines(.several))]
    Several {
        /// The page.
        url: Url,
        /// The feeds.
        several: Vec<Subscription>,
    },
    /// The library can't be read or written.
    #[error(transparent)]
    Library(#[from] Trouble),
}

fn lines(feeds: &[Subscription]) -> String {
    let line = |feed: &Subscription| match &feed.title {
        Some(title) => format!("\n  {}  {title}", feed.url),
        None => format!("\n  {}", feed.url),
    };
    feeds.iter().map(line).collect()
}

impl Gatherer<'_> {
    /// Follows the feed at an address, or the only one that the page there names.
    ///
    /// # Errors
    /// Says why it is not followed.
    pub(in crate::shell) fn follow(&mut self, address: &str) -> Result<Followed, Unfollowed> {
        let mut request = Request::feed(address)?;
        request.private = self.manner.private;
        let (page, named) = match self.look(&request)? {
            Look::Feed(feed) => return self.put_followed(feed),
            Look::Page(url, mut named) if named.len() == 1 => (url, named.remove(0)),
            Look::Page(url, named) if named.is_empty() => return Err(Unfollowed::NoFeed(url)),
            Look::Page(url, several) => return Err(Unfollowed::Several { url, several }),
        };
        let mut request = Request::feed(named.url.as_str())?;
        // A page is not believed about private networks, but for its own host.
        let own = page.host_str() == named.url.host_str();
        request.private = self.manner.private && own;
        match self.look(&request)? {
            Look::Feed(feed) => self.put_followed(feed),
            Look::Page(url, _) => Err(Unfollowed::NoFeed(url)),
        }
    }

    /// Follows a feed that is known by its address alone.
    ///
    /// # Errors
    /// When the library can't be read or written.
    pub(in crate::shell) fn put_followed(&mut self, feed: Feed) -> Result<Followed, Unfollowed> {
        let followed = self.store.feeds()?;
        if let Some(known) = followed.into_iter().find(|known| known.url == feed.url) {
            return Ok(Followed::Known(known));
        }
        self.store.follow(&feed)?;
        Ok(Followed::New(feed))
    }

    fn look(&self, request: &Request) -> Result<Look, Unfollowed> {
        self.listener.far(&format!("fetching {}", request.url));
        let answer = self.fetcher.get(request)?;
        let unfit = |why| Unfollowed::Unfit(answer.url.clone(), why);
        let (format, text) = content(&answer).text().map_err(unfit)?;
        if format != Format::Feed {
            let named = offered(&text, &answer.url);
            return Ok(Look::Page(answer.url, named));
        }
        let title = match format.articles(text, Label::default()) {
            Ok(articles) => articles.into_iter().find_map(|one| one.label.outlet),
            Err(Unfit::NoEntries) => None,
            Err(why) => return Err(unfit(why)),
        };
        let url = answer.moved.as_ref().unwrap_or(&request.url);
        Ok(Look::Feed(Feed {
            url: url.to_string(),
            title,
            ..Feed::default()
        }))
    }
}

/// What is at an address.
enum Look {
    Feed(Feed),
    /// A page, where it was found, and the feeds that it names.
    Page(Url, Vec<Subscription>),
}
