//! Feeds: what is new in them.

use std::collections::HashMap;
use std::collections::hash_map::Entry::Vacant;

use url::Url;

use super::Gatherer;
use super::entry::Entry;
use super::page;
use crate::article::{Article, Fingerprint};
use crate::shell::clock::now;
use crate::shell::fetch::{self, Answer, Content, Known, Request};
use crate::shell::store::{ArticleId, Feed, Trouble};

/// So many pages are fetched for one feed at a time, the first in it; of others the beginning is kept.
const MOST_PAGES: usize = 50;

/// So many entries of a feed are taken in at a time, the first in it. Feeds that people read have some hundred.
const MOST_ENTRIES: usize = 2_000;

/// What came of a request.
type Outcome = Result<Answer, fetch::Trouble>;

/// What is to be fetched once all feeds are.
#[derive(Default)]
struct Later {
    /// Entries whose pages are to be fetched, by the addresses of these, each with the place of its feed among `feeds`.
    entries: HashMap<Url, (Entry, usize)>,
    requests: Vec<Request>,
    /// Feeds that count as fetched only when their pages are.
    feeds: Vec<Feed>,
}

impl Gatherer<'_> {
    /// Asks all feeds that are followed, and takes in what is new. What goes wrong with one is told and kept with it.
    ///
    /// # Errors
    /// When the library can't be read or written.
    pub(in crate::shell) fn feeds(&mut self) -> Result<(), Trouble> {
        let mut later = Later::default();
        let mut feeds = HashMap::new();
        let mut requests = Vec::new();
        for feed in self.store.feeds()? {
            match self.request(&feed) {
                Ok(request) => {
                    // Addresses that are written in two ways are asked once.
                    if feeds.insert(request.url.clone(), feed).is_none() {
                        requests.push(request);
                    }
                }
                Err(trouble) => self.failed(feed, &trouble)?,
            }
        }
        let all = requests.len();
        let mut done = 0;
        self.each(requests, |gatherer, request, outcome| {
            done += 1;
            gatherer.listener.far(&format!("{done} of {all} feeds"));
            match feeds.remove(&request.url) {
                Some(feed) => gatherer.fed(feed, outcome, &mut later),
                None => Ok(()),
            }
        })?;
        self.pages(later)
    }

    fn request(&self, feed: &Feed) -> Result<Request, fetch::Trouble> {
        let mut request = Request::feed(&feed.url)?;
        request.private = self.manner.private;
        request.known = Known {
            etag: feed.etag.clone(),
            modified: feed.last_modified.clone(),
        };
        Ok(request)
    }

    /// Fetches all, and gives each outcome to `take` until that fails.
    fn each(
        &mut self,
        requests: Vec<Request>,
        mut take: impl FnMut(&mut Self, Request, Outcome) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let fetcher = self.fetcher.clone();
        let mut taken = Ok(());
        fetcher.get_all(requests, |request, outcome| {
            if taken.is_ok() {
                taken = take(self, request, outcome);
                if taken.is_err() {
                    fetcher.stop();
                }
            }
        });
        taken
    }

    /// Takes in what a feed holds, and stores what is known of it now; under its new address if it has moved for good.
    fn fed(&mut self, feed: Feed, outcome: Outcome, later: &mut Later) -> Result<(), Trouble> {
        let answer = match outcome {
            Ok(answer) => answer,
            Err(_) if self.is_stopped() => return Ok(()),
            Err(trouble) => return self.failed(feed, &trouble),
        };
        let mut known = now_known(&feed, &answer);
        if answer.content != Content::NotModified {
            let mut entries = match page::entries(&answer) {
                Ok(Some(entries)) => entries,
                Ok(None) => {
                    let why = format!("{}: this is a page and no feed", answer.url);
                    return self.failed(feed, &why);
                }
                Err(why) => return self.failed(feed, &format!("{}: {why}", answer.url)),
            };
            let title = entries.first().and_then(|one| one.label.outlet.clone());
            known.title = title.or(known.title);
            if entries.len() > MOST_ENTRIES {
                let (url, all) = (&answer.url, entries.len());
                self.listener.trouble(&format!(
                    "{url}: of {all} entries the first {MOST_ENTRIES} are taken in"
                ));
                entries.truncate(MOST_ENTRIES);
            }
            if !self.entries(entries, &answer.url, feed.trouble.is_some(), later)? {
                later.feeds.push(known.clone());
                // Until its pages are there it is asked as if for the first time, or as after what went wrong.
                (known.etag, known.last_modified) = (None, None);
                known.trouble.clone_from(&feed.trouble);
            }
        }
        self.store.put_answer(&feed.url, &known)
    }

    fn failed(&mut self, feed: Feed, why: &dyn std::fmt::Display) -> Result<(), Trouble> {
        let why = why.to_string();
        self.listener.trouble(&why);
        self.counts.failed_feeds += 1;
        let told = Feed {
            asked: Some(now()),
            trouble: Some(why),
            ..feed
        };
        self.store.put_answer(&told.url, &told)
    }

    /// Takes in the entries of the feed at `url`; says whether that is all, or some have their pages to be fetched first.
    ///
    /// An article that is there already stays as it is unless the feed has a say on it and tells about as much. Where only the
    /// beginning is there its page is asked for `again`, if something went wrong last time.
    fn entries(
        &mut self,
        entries: Vec<Article>,
        url: &Url,
        again: bool,
        later: &mut Later,
    ) -> Result<bool, Trouble> {
        let before = later.requests.len();
        for article in entries {
            let entry = Entry::new(article, url);
            let known = self.store.at(&entry.incoming.location)?;
            let is_due = match known {
                Some(id) => again && self.is_all_there_is(&entry, id)?,
                None => true,
            };
            if let Some(id) = known
                && !is_due
                && (!entry.is_authoritative(url) || self.is_shorter(&entry, id)?)
            {
                self.counts.same += 1;
                continue;
            }
            let fetches = is_due
                && !self.manner.no_pages
                && entry.is_beginning()
                && later.requests.len() - before < MOST_PAGES;
            match entry.request(url, self.manner.private) {
                // Another feed may tell of the same page.
                Some(request) if fetches => {
                    if let Vacant(place) = later.entries.entry(request.url.clone()) {
                        place.insert((entry, later.feeds.len()));
                        later.requests.push(request);
                    }
                }
                _ => self.put(entry.incoming)?,
            }
        }
        self.put_waiting()?;
        Ok(later.requests.len() == before)
    }

    /// Whether the library has of an article just what the feed tells.
    fn is_all_there_is(&self, entry: &Entry, id: ArticleId) -> Result<bool, Trouble> {
        let text = Fingerprint::of(&entry.incoming.article.text);
        Ok(self.store.with_text(text)? == Some(id))
    }

    /// Whether an entry has far fewer words than what is in the library: then it is but a part of it.
    fn is_shorter(&self, entry: &Entry, id: ArticleId) -> Result<bool, Trouble> {
        let stored = self.store.card(id)?.map_or(0, |stored| stored.card.words);
        let words = entry.incoming.article.word_count();
        Ok(u64::from(stored) * 2 > words as u64 * 3)
    }

    /// Takes in the articles whose pages are fetched; where a page can't be had, what the feed tells. A feed of which one can't
    /// be had for now is asked as if for the first time again, and keeps the trouble.
    fn pages(&mut self, mut later: Later) -> Result<(), Trouble> {
        let all = later.requests.len();
        let (mut done, mut beginnings) = (0, 0);
        let mut first = None;
        let requests = std::mem::take(&mut later.requests);
        self.each(requests, |gatherer, request, outcome| {
            done += 1;
            gatherer.listener.far(&format!("{done} of {all} articles"));
            let Some((mut entry, feed)) = later.entries.remove(&request.url) else {
                return Ok(());
            };
            match outcome {
                Ok(answer) => {
                    if !entry.complete(&answer) {
                        beginnings += 1;
                        first.get_or_insert(format!("{}: no article is in this page", answer.url));
                    }
                }
                Err(_) if gatherer.is_stopped() => return Ok(()),
                Err(trouble) => {
                    beginnings += 1;
                    if let Some(feed) = later.feeds.get_mut(feed)
                        && trouble.cause.may_pass()
                    {
                        (feed.etag, feed.last_modified) = (None, None);
                        feed.trouble.get_or_insert(trouble.to_string());
                    }
                    first.get_or_insert(trouble.to_string());
                }
            }
            // At once: each took a while to come.
            gatherer.put(entry.incoming)?;
            gatherer.put_waiting()
        })?;
        if let Some(trouble) = first {
            let beginnings = match beginnings {
                1 => "of one article only what its feed tells is there".to_owned(),
                several => format!("of {several} articles only what their feeds tell is there"),
            };
            self.listener.trouble(&format!("{beginnings}: {trouble}"));
        }
        let is_stopped = self.is_stopped();
        for feed in &later.feeds {
            if !is_stopped || feed.trouble.is_some() {
                self.store.put_answer(&feed.url, feed)?;
            }
        }
        Ok(())
    }
}

/// A feed as it is known after an answer.
fn now_known(feed: &Feed, answer: &Answer) -> Feed {
    let moved = answer.moved.as_ref();
    Feed {
        url: moved.map_or_else(|| feed.url.clone(), Url::to_string),
        title: feed.title.clone(),
        etag: answer.known.etag.clone(),
        last_modified: answer.known.modified.clone(),
        asked: Some(now()),
        trouble: None,
    }
}
