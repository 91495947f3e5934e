use std::path::{Component, Path, PathBuf, absolute};

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
    /// Whether it is that of one article for good, whatever its text is by now. Files are given other names, and other texts.
    pub(super) fn is_lasting(&self) -> bool {
        !matches!(self, Location::File(_) | Location::StandardInput)
    }

    /// What stands for it in the store.
    pub(super) fn key(&self, text: Fingerprint) -> String {
        let by_text = || format!("text:{text}");
        match self {
            Location::File(path) => file_key(path).unwrap_or_else(by_text),
            // No file's address has this sign in it: there it is written `%23`.
            Location::Part(path, id) => {
                file_key(path).map_or_else(by_text, |file| format!("{file}#{id}"))
            }
            Location::Page(address) => canonical(address),
            Location::Entry(feed, id) => format!("entry:{}#{id}", canonical(feed)),
            Location::StandardInput => by_text(),
        }
    }
}

/// The keys of all that lies at a path or in the folder there: the key itself, and what each in the folder begins with;
/// `None` for what is no path.
pub(super) fn keys_at(path: &Path) -> Option<(String, String)> {
    let key = file_key(path)?;
    let within = format!("{}/", key.trim_end_matches('/'));
    Some((key, within))
}

/// `None` when it is not known which file that is.
fn file_key(path: &Path) -> Option<String> {
    let whole = whole(path).filter(|path| path.is_absolute())?;
    Some(match Url::from_file_path(&whole) {
        Ok(url) => url.into(),
        Err(()) => format!("file://{}", whole.display()),
    })
}

/// The path as it is known wherever the program is run: from the root on, however it was typed. `None` when it is empty, or
/// when nobody knows where the program runs.
pub fn whole(path: &Path) -> Option<PathBuf> {
    let mut whole = PathBuf::new();
    for component in absolute(path).ok()?.components() {
        // What lies above a link is known to the system alone.
        let goes_back = component == Component::ParentDir && !whole.is_symlink();
        if !(goes_back && whole.pop()) {
            whole.push(component);
        }
    }
    Some(whole)
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

    #[cfg(unix)]
    #[test]
    fn a_path_is_one_however_it_is_typed() {
        let folder = tempfile::tempdir().expect("there is room");
        let root = folder.path().canonicalize().expect("it is there");
        std::fs::create_dir_all(root.join("news/old")).expect("there is room");
        std::os::unix::fs::symlink("news/old", root.join("link")).expect("there is room");
        for typed in [
            "news",
            "news/",
            "news/.",
            "./news",
            "news/old/..",
            "x/../news//",
        ] {
            assert_eq!(whole(&root.join(typed)), Some(root.join("news")), "{typed}");
        }
        let beyond = whole(&root.join("link/..")).expect("it is a path");
        assert_eq!(beyond.canonicalize().ok(), Some(root.join("news")));
        assert_eq!(whole(Path::new("")), None);
    }
}
