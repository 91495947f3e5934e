use url::Url;

use super::{Cause, Trouble};
use crate::subscription;

/// What is to be fetched, and what is known of it from last time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its address.
    pub url: Url,
    /// What is expected there.
    pub wanted: Wanted,
    /// What the last answer was known by: when that is still so, it is not sent again.
    pub known: Known,
    /// Whether it may be in a private network; see the module.
    pub private: bool,
}

/// What is expected at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A page, which `robots.txt` has a say on.
    Page,
    /// A feed, which is made for programs.
    Feed,
}

/// What a server knows a state of its content by. It is sent back as it came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The header `ETag`.
    pub etag: Option<String>,
    /// The header `Last-Modified`.
    pub modified: Option<String>,
}

impl Known {
    /// Whether there is anything to ask with.
    pub fn is_nothing(&self) -> bool {
        self.etag.is_none() && self.modified.is_none()
    }
}

impl Wanted {
    /// What is sent as `Accept`.
    pub(super) fn accepted(self) -> &'static str {
        match self {
            Wanted::Page => "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.5",
            Wanted::Feed => {
                "application/atom+xml, application/rss+xml, application/feed+json, \
                 application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"
            }
        }
    }
}

impl Request {
    /// The page at `address`, of which nothing is known yet.
    ///
    /// # Errors
    /// Says why it is no address of a page.
    pub fn page(address: &str) -> Result<Request, Trouble> {
        Request::new(address, Wanted::Page)
    }

    /// The feed at `address`, of which nothing is known yet; `feed:` addresses are taken too.
    ///
    /// # Errors
    /// Says why it is no address of a feed.
    pub fn feed(address: &str) -> Result<Request, Trouble> {
        Request::new(address, Wanted::Feed)
    }

    fn new(address: &str, wanted: Wanted) -> Result<Request, Trouble> {
        let url = subscription::address(address).ok_or_else(|| Trouble::of_address(address))?;
        Ok(Request {
            url,
            wanted,
            known: Known::default(),
            private: false,
        })
    }
}

impl Trouble {
    /// Why `address` is none that can be fetched.
    fn of_address(address: &str) -> Trouble {
        match Url::parse(address.trim()) {
            Ok(url) => {
                let cause = super::reach::check(&url, true).err();
                Trouble::new(&url, &url, cause.unwrap_or(Cause::NoAddress))
            }
            Err(_) => Trouble {
                url: address.trim().to_owned(),
                led_to: None,
                cause: Cause::NoAddress,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_address_says_what_is_wrong() {
        check(
            "example.org/feed",
            "example.org/feed: it is no address of the web; write it whole, as in https://example.org/feed",
        );
        check(
            "ftp://example.org/",
            "ftp://example.org/: only http and https are fetched, no ftp",
        );
        check(
            "file:///etc/passwd",
            "file:///etc/passwd: only http and https are fetched, no file",
        );
        check(
            "https://me:secret@example.org/",
            "https://example.org/: it holds a name or a password, and parallax sends none; give it without them",
        );
        check(
            "https://",
            "https://: it is no address of the web; write it whole, as in https://example.org/feed",
        );
    }

    #[track_caller]
    fn check(address: &str, expected: &str) {
        let told = Request::page(address).map_err(|trouble| trouble.to_string());
        assert_eq!(told, Err(expected.to_owned()));
    }
}
