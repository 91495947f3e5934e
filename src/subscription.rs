//! Feeds that a reader follows: finding them in a page, taking lists of them in and giving them out.

mod offered;
pub mod opml;

use url::Url;

use crate::text::on_one_line;

pub use offered::offered;

/// A feed that is followed, or could be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// What it is called, on one line, where that is known.
    pub title: Option<String>,
    /// Where the feed is fetched from: `http` or `https`, without a name or password.
    pub url: Url,
}

/// The address of the web that `text` stands for; none when it is of another kind, or holds a name or password.
///
/// Only `http` and `https` are fetched. Both are also written `feed:https://…` and `feed://…`. Newsreaders that ran
/// `exec:` addresses as commands have been used to take machines over: here nothing else than these is ever an address.
pub fn address(text: &str) -> Option<Url> {
    let text = text.trim();
    let plain = match strip_scheme(text, "feed:") {
        Some(rest) if rest.starts_with("//") => format!("http:{rest}"),
        Some(rest) => rest.to_owned(),
        None => text.to_owned(),
    };
    let url = Url::parse(&plain).ok()?;
    is_of_the_web(&url).then_some(url)
}

fn strip_scheme<'a>(text: &'a str, scheme: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(scheme.len())?;
    start.eq_ignore_ascii_case(scheme).then_some(rest)
}

fn is_of_the_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
        && url.has_host()
        && url.username().is_empty()
        && url.password().is_none()
}

/// `text` on one line; none when nothing is left.
fn one_line(text: &str) -> Option<String> {
    Some(on_one_line(text)).filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_addresses() {
        check(
            " https://example.org/feed ",
            Some("https://example.org/feed"),
        );
        check("feed://example.org/a", Some("http://example.org/a"));
        check("FEED:https://example.org/a", Some("https://example.org/a"));
        check("exec:curl https://example.org", None);
        check("filter:/bin/sh:https://example.org", None);
        check("feed:exec:/bin/sh", None);
        check("file:///etc/passwd", None);
        check("javascript:alert(1)", None);
        check("https://me:secret@example.org/feed", None);
        check("example.org/feed", None);
        check("http://", None);
        check("", None);
    }

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(address(text).as_ref().map(Url::as_str), expected);
    }
}
