//! Feeds: RSS, Atom and JSON Feed, each entry an article.

use std::collections::HashSet;
use std::ops::Add;
use std::time::Duration;

use feed_rs::model::{Content, Entry, Feed, FeedType, Person, Text};
use feed_rs::parser::Builder;
use url::Url;

use super::draft::Draft;
use super::tags::may_be_read;
use super::{Article, LONGEST_FIELD, Label, Unfit, date, html};

/// The entries of a feed, in its order; those without a word are none.
pub(super) fn articles(text: &str, label: &Label) -> Result<Vec<Article>, Unfit> {
    let text = without_declaration(text);
    if !may_be_read(text) {
        return Err(Unfit::Overfull);
    }
    // An address that is not given is not made up, and a day stays the one that it is where the feed is written.
    let parser = Builder::new()
        .id_generator(|_, _, _| String::new())
        .timestamp_parser(|written| {
            let day = u64::try_from(date::day(written)?).ok()?;
            Some(since_1970(Duration::from_secs(day * DAY)))
        })
        .build();
    let feed = parser
        .parse(text.as_bytes())
        .map_err(|why| Unfit::Feed(why.to_string()))?;
    let about = About::of(&feed, label);
    let articles: Vec<Article> = feed
        .entries
        .iter()
        .filter_map(|entry| article(entry, &about, label.clone()))
        .collect();
    if articles.is_empty() {
        return Err(Unfit::NoEntries);
    }
    Ok(articles)
}

/// A time of whatever type the parser has, whose default is the beginning of 1970.
fn since_1970<Time: Default + Add<Duration, Output = Time>>(duration: Duration) -> Time {
    Time::default() + duration
}

/// Seconds.
const DAY: u64 = 24 * 60 * 60;

/// The text has been decoded: what its declaration says of its encoding is no longer so.
fn without_declaration(text: &str) -> &str {
    let text = text.trim_start();
    let declared = text
        .strip_prefix("<?xml")
        .and_then(|rest| rest.split_once("?>"));
    declared.map_or(text, |(_, rest)| rest)
}

/// What a feed says of all its entries.
struct About {
    outlet: Option<String>,
    author: Option<String>,
    base: Option<Url>,
    /// Whether a title may hold HTML, though nothing says so: RSS has no way to say it.
    is_rss: bool,
    /// Addresses that several entries lead to, as those of a list of changes do.
    shared: HashSet<Url>,
}

impl About {
    /// `label` may know by which address the feed was fetched.
    fn of(feed: &Feed, label: &Label) -> About {
        let links = feed
            .links
            .iter()
            .filter(|link| link.rel.as_deref() != Some("self"));
        let base = links
            .chain(&feed.links)
            .find_map(|link| Url::parse(&link.href).ok())
            .or_else(|| Url::parse(&label.path).ok().filter(Url::has_host));
        let is_rss = !matches!(feed.feed_type, FeedType::Atom | FeedType::JSON);
        let mut seen = HashSet::new();
        let urls = feed
            .entries
            .iter()
            .filter_map(|entry| page(entry, base.as_ref()));
        About {
            outlet: feed
                .title
                .as_ref()
                .and_then(|title| field(&words(title, is_rss))),
            author: names(&feed.authors),
            shared: urls.filter(|url| !seen.insert(url.clone())).collect(),
            is_rss,
            base,
        }
    }
}

fn article(entry: &Entry, about: &About, mut label: Label) -> Option<Article> {
    let title = entry.title.as_ref().map(|title| words(title, about.is_rss));
    let mut draft = Draft::headed(title.as_deref());
    add_text(entry, &mut draft);
    if draft.blocks() == 0 {
        return None;
    }
    let day = entry
        .published
        .or(entry.updated)
        .map(|time| time.timestamp().div_euclid(DAY.cast_signed()));
    label.complete(Label {
        title: title.as_deref().and_then(field),
        outlet: about.outlet.clone(),
        author: names(&entry.authors).or_else(|| about.author.clone()),
        date: day.and_then(date::date_of),
        url: place(entry, about),
        ..Label::default()
    });
    let mut article = draft.into_article(label);
    if let Some(url) = page(entry, about.base.as_ref()).filter(|url| about.shared.contains(url)) {
        article.label.url = Some(part(url, entry, &article.title.text));
    }
    Some(article)
}

/// The address of an entry on a page that it shares with others: a place on it that bears the entry's own name.
fn part(mut page: Url, entry: &Entry, title: &str) -> String {
    let is_page = Url::parse(&entry.id).is_ok_and(|id| id == page);
    let name = field(&entry.id).filter(|_| !is_page);
    page.set_fragment(Some(name.as_deref().unwrap_or(title)));
    page.into()
}

/// The whole text where there is one, else the summary.
fn add_text(entry: &Entry, draft: &mut Draft) {
    let before = draft.blocks();
    if let Some(Content {
        body: Some(body),
        content_type,
        ..
    }) = &entry.content
    {
        add_body(body, content_type.as_ref(), draft);
    }
    if let Some(summary) = entry.summary.as_ref().filter(|_| draft.blocks() == before) {
        add_body(&summary.content, summary.content_type.as_ref(), draft);
    }
}

fn add_body(body: &str, media_type: &str, draft: &mut Draft) {
    if is_markup(media_type) {
        html::add(body, draft);
    } else {
        draft.add_lines(body, None);
    }
}

fn is_markup(media_type: &str) -> bool {
    media_type.contains("html") || media_type.contains("xml")
}

fn words(text: &Text, may_be_markup: bool) -> String {
    let may_be = may_be_markup || is_markup(text.content_type.as_ref());
    if may_be && html::is_marked(&text.content) {
        html::words(&text.content)
    } else {
        text.content.clone()
    }
}

fn field(words: &str) -> Option<String> {
    let words = crate::text::on_one_line(words);
    (!words.is_empty() && words.len() <= LONGEST_FIELD).then_some(words)
}

fn names(people: &[Person]) -> Option<String> {
    let names = people.iter().filter_map(|person| person.name.as_deref());
    let names: Vec<&str> = names.filter(|name| !name.contains('@')).collect();
    field(&names.join(", "))
}

/// Where an entry stands on the web, else the identifier that its feed gives it, made such that no other feed has it.
fn place(entry: &Entry, about: &About) -> Option<String> {
    let identifier = || {
        let id = field(&entry.id)?;
        match &about.base {
            Some(base) if Url::parse(&id).is_err() => {
                let mut base = base.clone();
                base.set_fragment(Some(&id));
                Some(base.into())
            }
            _ => Some(id),
        }
    };
    let page = page(entry, about.base.as_ref());
    page.map(String::from).or_else(identifier)
}

/// The page of an entry.
fn page(entry: &Entry, base: Option<&Url>) -> Option<Url> {
    let own = |rel: Option<&str>| matches!(rel, None | Some("alternate"));
    let links = entry.links.iter().filter(|link| own(link.rel.as_deref()));
    let absolute = |href: &str| match (Url::parse(href), base) {
        (Ok(url), _) => Some(url),
        (Err(_), Some(base)) => base.join(href).ok(),
        (Err(_), None) => None,
    };
    let urls = links
        .map(|link| link.href.trim())
        .filter(|href| !href.is_empty());
    let mut urls = urls
        .filter_map(absolute)
        .filter(|url| matches!(url.scheme(), "http" | "https"));
    urls.next()
}
