//! Addresses: which are of pages, and which of one site.

use url::Url;

use crate::subscription;

/// The address of a page that `text` is; none when it is none of the web, or that of a place in a page, where others may be too.
pub(super) fn page_address(text: &str) -> Option<Url> {
    subscription::address(text).filter(|url| url.fragment().is_none_or(str::is_empty))
}

/// Whether both are of one site: what one says of the other is then its own word.
///
/// Sites are told apart by the last two parts of a host's name, by three where a country has a second level of its own, as in
/// `example.co.uk`.
pub(super) fn same_site(one: &Url, other: &Url) -> bool {
    match (one.domain(), other.domain()) {
        (Some(one), Some(other)) => site(one) == site(other),
        _ => {
            one.host_str() == other.host_str()
                && one.port_or_known_default() == other.port_or_known_default()
        }
    }
}

fn site(domain: &str) -> &str {
    let mut parts = domain.rsplit('.');
    let country = parts.next().is_some_and(|last| last.len() == 2);
    let second = parts.next().is_some_and(|second| second.len() <= 3);
    let depth = if country && second { 3 } else { 2 };
    let start = domain.rmatch_indices('.').nth(depth - 1);
    start.map_or(domain, |(dot, _)| domain.get(dot + 1..).unwrap_or(domain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_site_are_one() {
        check(
            "https://www.gazette.example/a",
            "http://gazette.example/b",
            true,
        );
        check("https://rss.cnn.com/", "https://edition.cnn.com/", true);
        check("https://feeds.bbc.co.uk/", "https://www.bbc.co.uk/", true);
        check("https://evil.co.uk/", "https://www.bbc.co.uk/", false);
        check("https://gazette.example/", "https://post.example/", false);
        check("http://127.0.0.1:80/", "http://127.0.0.1/", true);
        check("http://127.0.0.1:81/", "http://127.0.0.1/", false);
    }

    #[track_caller]
    fn check(one: &str, other: &str, expected: bool) {
        let url = |text| Url::parse(text).expect("it is an address");
        assert_eq!(same_site(&url(one), &url(other)), expected);
    }
}
