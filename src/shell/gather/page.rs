//! Pages.

use url::Url;

use super::Gatherer;
use super::site::{page_address, same_site};
use crate::article::{Article, Content, Format, Label, Unfit};
use crate::shell::fetch::{self, Answer, Request};
use crate::shell::store::{Incoming, Location, Trouble};

impl Gatherer<'_> {
    /// Takes in the page at an address; what can't be is told.
    ///
    /// # Errors
    /// When the library can't be written.
    pub(in crate::shell) fn page(&mut self, address: &str) -> Result<(), Trouble> {
        self.listener.far(&format!("fetching {address}"));
        match self.fetched(address) {
            Ok(incoming) => self.put(incoming)?,
            Err(_) if self.is_stopped() => (),
            Err(why) => {
                self.listener.trouble(&why.to_string());
                self.counts.unreadable += 1;
            }
        }
        self.put_waiting()
    }

    fn fetched(&self, address: &str) -> Result<Incoming, Unfetched> {
        let mut request = Request::page(address)?;
        request.private = self.manner.private;
        let answer = self.fetcher.get(&request)?;
        let read = article(&answer).map_err(|why| Unfetched::Unfit(answer.url.to_string(), why))?;
        let Some(article) = read else {
            return Err(Unfetched::Feed(answer.url.into()));
        };
        let location = Location::Page(own_address(&article, &answer.url));
        Ok(Incoming { location, article })
    }
}

/// Why a page does not come in.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unfetched {
    /// It can't be fetched.
    #[error(transparent)]
    Trouble(#[from] fetch::Trouble),
    /// What is there holds no article.
    #[error("{0}: {1}")]
    Unfit(String, Unfit),
    /// It is a feed.
    #[error("{0}: this is a feed; to follow it: parallax feed add {0}")]
    Feed(String),
}

/// The article of a page, or a text that stands for itself; `None` when it is a feed.
pub(super) fn article(answer: &Answer) -> Result<Option<Article>, Unfit> {
    let (format, text) = content(answer).text()?;
    if format == Format::Feed {
        return Ok(None);
    }
    let mut articles = format.articles(text, label(&answer.url))?;
    let mut article = articles.pop().ok_or(Unfit::NoText)?;
    let url = article.label.url.take();
    article.label.url = Some(url.unwrap_or_else(|| answer.url.to_string()));
    Ok(Some(article))
}

/// The entries of a feed, perhaps none; `None` when it is something else.
pub(super) fn entries(answer: &Answer) -> Result<Option<Vec<Article>>, Unfit> {
    let (format, text) = content(answer).text()?;
    if format != Format::Feed {
        return Ok(None);
    }
    match format.articles(text, label(&answer.url)) {
        Err(Unfit::NoEntries) => Ok(Some(Vec::new())),
        entries => entries.map(Some),
    }
}

/// What was fetched, with what the server says that it is.
pub(super) fn content(answer: &Answer) -> Content<'_> {
    match &answer.content {
        fetch::Content::NotModified => Content::default(),
        fetch::Content::Whole {
            bytes,
            media_type,
            charset,
        } => Content::of_answer(bytes, media_type.as_deref(), charset.as_deref()),
    }
}

/// What is known of an article by its address alone.
fn label(url: &Url) -> Label {
    let host = url.host_str().unwrap_or_default();
    Label {
        path: url.to_string(),
        short: host.strip_prefix("www.").unwrap_or(host).to_owned(),
        ..Label::default()
    }
}

/// The address by which a page is known again: the one that it says itself, if that is of its own site. Of another site it
/// could say so to stand in the place of an article there.
///
/// Nor does an article stand at the front page of its site, which careless sites name on every page.
fn own_address(article: &Article, found: &Url) -> String {
    let said = article.label.url.as_deref().and_then(page_address);
    let is_front = |said: &Url| said.path() == "/" && said.query().is_none();
    let is_at_front = is_front(found);
    let own = said.filter(|said| same_site(said, found) && (is_at_front || !is_front(said)));
    own.map_or_else(|| found.to_string(), String::from)
}
