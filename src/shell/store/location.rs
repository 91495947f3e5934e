use std::path::{Path, PathBuf, absolute};

use url::Url;

use crate::article::Fingerprint;
use crate::text::list::entries;

/// Where an article was found. By this it is known again when it comes once more.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Location {
    /// A file that is one article.
    File(PathBuf),
    /// One of the articles in a file, by what the file calls it.
    Part(PathBuf, String),
    /// A page on the web.
    Page(String),
    /// An entry of a feed without a page of its own: the feed's address, and what it calls the entry.
    Entry(String, String),
    /// Standard input: only the text itself says what it is.
    StandardInput,
}

impl Location {
    /// What stands for it in the store.
    pub(super) fn key(&self, text: Fingerprint) -> String {
        match self {
            Location::File(path) => file_key(path),
            // No file's address has this sign in it: there it is written `%23`.
            Location::Part(path, id) => format!("{}#{id}", file_key(path)),
            Location::Page(address) => canonical(address),
            Location::Entry(feed, id) => format!("entry:{}#{id}", canonical(feed)),
            Location::StandardInput => format!("text:{text}"),
        }
    }

    /// What a key stands for.
    pub(super) fn of_key(key: &str) -> Location {
        if let Some(entry) = key.strip_prefix("entry:") {
            let (feed, id) = entry.split_once('#').unwrap_or((entry, ""));
            return Location::Entry(feed.to_owned(), id.to_owned());
        }
        if key.starts_with("text:") {
            return Location::StandardInput;
        }
        let (address, id) = match key.split_once('#') {
            Some((address, id)) => (address, Some(id)),
            None => (key, None),
        };
        let file = Url::parse(address)
            .ok()
            .filter(|url| url.scheme() == "file");
        match (file.and_then(|url| url.to_file_path().ok()), id) {
            (Some(path), Some(id)) => Location::Part(path, id.to_owned()),
            (Some(path), None) => Location::File(path),
            (None, _) => Location::Page(key.to_owned()),
        }
    }
}

/// The keys of all that lies at a path or in the folder there: the key itself, and what each in the folder begins with.
pub(super) fn keys_at(path: &Path) -> (String, String) {
    let key = file_key(path);
    let within = format!("{}/", key.trim_end_matches('/'));
    (key, within)
}

fn file_key(path: &Path) -> String {
    let whole = absolute(path).unwrap_or_else(|_| path.to_owned());
    match Url::from_file_path(&whole) {
        Ok(url) => url.into(),
        Err(()) => format!("file://{}", whole.display()),
    }
}

/// The address without what does not tell pages apart: the part of a page, and how the reader came there. What is no address
/// is left as it is.
pub(super) fn canonical(address: &str) -> String {
    let Ok(mut url) = Url::parse(address.trim()) else {
        return address.trim().to_owned();
    };
    url.set_fragment(None);
    let query = url.query().unwrap_or_default();
    let telling: Vec<&str> = query
        .split('&')
        .filter(|part| !part.is_empty() && !is_tracking(part.split('=').next().unwrap_or_default()))
        .collect();
    let telling = (!telling.is_empty()).then(|| telling.join("&"));
    url.set_query(telling.as_deref());
    url.into()
}

fn is_tracking(parameter: &str) -> bool {
    const LIST: &str = include_str!("../../../assets/tracking.txt");
    let parameter = parameter.to_ascii_lowercase();
    let mut known = entries(LIST).flat_map(str::split_whitespace);
    known.any(|known| match known.strip_suffix('*') {
        Some(beginning) => parameter.starts_with(beginning),
        None => parameter == known,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_page_are_one() {
        check(
            "HTTPS://News.example:443/a?id=7&utm_source=x&fbclid=y#top",
            "https://news.example/a?id=7",
        );
        check(
            "https://news.example/a?utm_medium=rss",
            "https://news.example/a",
        );
        check(
            "https://news.example/a?page=2&id=7",
            "https://news.example/a?page=2&id=7",
        );
        check("not an address", "not an address");
    }

    #[track_caller]
    fn check(address: &str, expected: &str) {
        assert_eq!(canonical(address), expected);
    }

    #[test]
    fn a_place_is_known_by_its_key() {
        let text = Fingerprint::of("");
        for place in [
            Location::File("/news/a #1.txt".into()),
            Location::Part("/news/feed.xml".into(), "https://news.example/a#b".into()),
            Location::Page("https://news.example/a".into()),
            Location::Entry("https://news.example/feed".into(), "tag:7".into()),
            Location::StandardInput,
        ] {
            assert_eq!(Location::of_key(&place.key(text)), place);
        }
    }
}
