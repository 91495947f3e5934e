//! What the head of a page says of its article.

use std::collections::HashMap;

use dom_query::{Document, NodeRef};
use url::Url;

use super::linked_data::{LinkedData, linked_data};
use crate::article::{LONGEST_FIELD, date};
use crate::text::{fold, on_one_line};

/// The names under which pages give a field, the best first.
const TITLES: &[&str] = &[
    "og:title",
    "twitter:title",
    "parsely-title",
    "dc.title",
    "dcterms.title",
    "citation_title",
];
const OUTLETS: &[&str] = &[
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "application-name",
];
const AUTHORS: &[&str] = &[
    "author",
    "article:author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "citation_author",
];
const DATES: &[&str] = &[
    "article:published_time",
    "datepublished",
    "parsely-pub-date",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "sailthru.date",
    "article.published",
    "citation_publication_date",
    "og:published_time",
];

/// What a page says of its article: JSON-LD before what is made for link previews, before all else.
pub(super) fn metadata(document: &Document) -> LinkedData {
    let mut head = Head::of(document);
    let LinkedData { mut label, body } = head.linked.take().unwrap_or_default();
    for field in [&mut label.title, &mut label.outlet, &mut label.author] {
        *field = field
            .take()
            .map(|words| without_markup(&words))
            .filter(|words| is_field(words));
    }
    label.outlet = label
        .outlet
        .or_else(|| head.first(OUTLETS))
        .filter(|outlet| !is_address(outlet));
    label.author = label
        .author
        .filter(|author| !is_address(author))
        .or_else(|| head.author());
    label.date = label
        .date
        .filter(|words| is_field(words))
        .or_else(|| head.date());
    label.date = label.date.map(|date| date::iso(&date));
    label.url = [label.url, head.first(&["og:url"]), head.canonical.clone()]
        .into_iter()
        .flatten()
        .find(|url| is_address(url));
    let title = label
        .title
        .or_else(|| head.first(TITLES))
        .or(head.heading.clone())
        .or(head.title.clone());
    label.title =
        title.map(|title| without_outlet(&title, label.outlet.as_deref(), head.heading.as_deref()));
    LinkedData { label, body }
}

fn is_field(words: &str) -> bool {
    !words.trim().is_empty() && words.len() <= LONGEST_FIELD
}

fn is_address(words: &str) -> bool {
    words.len() <= 4 * LONGEST_FIELD
        && Url::parse(words).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

/// The places of a page where something is said of its article.
#[derive(Default)]
struct Head {
    linked: Option<LinkedData>,
    /// The first value of each name.
    fields: HashMap<String, String>,
    canonical: Option<String>,
    title: Option<String>,
    /// The only heading of the first rank.
    heading: Option<String>,
    headings: usize,
    /// What is marked as the author within the page.
    byline: Option<String>,
    time: Option<String>,
    /// Whether that time is marked as the article's.
    own_time: bool,
}

impl Head {
    fn of(document: &Document) -> Head {
        let mut head = Head::default();
        for node in document.root().descendants_it() {
            if node.is_element() {
                head.take(&node);
            }
        }
        head.heading = head.heading.filter(|_| head.headings == 1);
        head
    }

    fn take(&mut self, node: &NodeRef) {
        let attribute = |name: &str| node.attr(name).map(|value| value.to_string());
        match &*node.node_name().unwrap_or_default() {
            "meta" => {
                let name = ["property", "name", "itemprop"]
                    .into_iter()
                    .find_map(attribute);
                if let Some((name, value)) = name.zip(attribute("content"))
                    && is_field(&value)
                {
                    let name = fold(name.trim()).into_owned();
                    self.fields
                        .entry(name)
                        .or_insert_with(|| on_one_line(&value));
                }
            }
            "link" if attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                self.canonical = self.canonical.take().or_else(|| attribute("href"));
            }
            "script" if attribute("type").is_some_and(|kind| kind.contains("ld+json")) => {
                self.linked = self.linked.take().or_else(|| linked_data(&node.text()));
            }
            "title" if self.title.is_none() => self.title = words_of(node),
            "h1" => {
                self.headings += 1;
                self.heading = self.heading.take().or_else(|| words_of(node));
            }
            "time" => self.take_time(node),
            _ if self.byline.is_none() && is_byline(node) => self.byline = words_of(node),
            _ => {}
        }
    }

    fn take_time(&mut self, node: &NodeRef) {
        let own = node
            .attr("itemprop")
            .is_some_and(|name| &*name == "datePublished")
            || node.has_attr("pubdate");
        if let Some(time) = node.attr("datetime").filter(|time| is_field(time))
            && (self.time.is_none() || (own && !self.own_time))
        {
            self.time = Some(time.to_string());
            self.own_time = own;
        }
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        names
            .iter()
            .find_map(|name| self.fields.get(*name).cloned())
    }

    fn author(&self) -> Option<String> {
        let fields = AUTHORS.iter().filter_map(|name| self.fields.get(*name));
        let mut all = fields
            .chain(&self.byline)
            .map(|name| without_by(name))
            .filter(|name| !is_address(name));
        all.next().map(str::to_owned)
    }

    fn date(&self) -> Option<String> {
        self.first(DATES).or_else(|| self.time.clone())
    }
}

fn is_byline(node: &NodeRef) -> bool {
    node.attr("rel").is_some_and(|rel| &*rel == "author")
        || node.attr("itemprop").is_some_and(|name| &*name == "author")
}

fn words_of(node: &NodeRef) -> Option<String> {
    let words = on_one_line(&node.text());
    is_field(&words).then_some(words)
}

fn without_by(name: &str) -> &str {
    let head = name
        .get(..3)
        .filter(|head| head.eq_ignore_ascii_case("by "));
    head.and_then(|_| name.get(3..)).unwrap_or(name).trim()
}

/// Words from JSON, which carry the references and the tags of HTML more often than not.
fn without_markup(words: &str) -> String {
    if words.len() <= 4 * LONGEST_FIELD && words.contains(['&', '<']) {
        on_one_line(&Document::fragment(words).text())
    } else {
        on_one_line(words)
    }
}

/// What parts a title from the name of its site.
const PARTINGS: [&str; 7] = [" | ", " - ", " – ", " — ", " :: ", " · ", " • "];

/// A title without the name of the outlet before or after it, which is known or told by the page's own heading.
fn without_outlet(title: &str, outlet: Option<&str>, heading: Option<&str>) -> String {
    let is_outlet =
        |words: &str| outlet.is_some_and(|outlet| fold(words.trim()) == fold(outlet.trim()));
    for parting in PARTINGS {
        if let Some((before, after)) = title.rsplit_once(parting) {
            let headed = heading.is_some_and(|heading| fold(before.trim()) == fold(heading));
            if headed || is_outlet(after) {
                return before.trim().to_owned();
            }
        }
        if let Some((before, after)) = title.split_once(parting)
            && is_outlet(before)
        {
            return after.trim().to_owned();
        }
    }
    title.to_owned()
}
