use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::rfc2822;
use ureq::http::HeaderMap;
use ureq::http::header::{ETAG, LAST_MODIFIED, RETRY_AFTER};
use url::Url;

use super::Known;

/// What has been fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Where it was found in the end.
    pub url: Url,
    /// Where it is to be asked for from now on, when it has moved for good.
    pub moved: Option<Url>,
    /// What was there.
    pub content: Content,
    /// What to ask with next time.
    pub known: Known,
}

/// What was found at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// What is known of it still holds.
    NotModified,
    /// Something new, or not known before.
    Whole {
        /// All of it, unpacked.
        bytes: Vec<u8>,
        /// What the server says it is, such as `text/html`; in the letters that it came in.
        media_type: Option<String>,
        /// The encoding that the server says it is in. Servers err, often: what the bytes themselves tell may be truer.
        charset: Option<String>,
    },
}

impl Known {
    /// What an answer is known by; only what can be sent back is kept.
    pub(super) fn of(headers: &HeaderMap) -> Known {
        Known {
            etag: text(headers, &ETAG),
            modified: text(headers, &LAST_MODIFIED),
        }
    }

    /// What is known now, completed with what was known before; for what has not changed.
    pub(super) fn or(self, before: &Known) -> Known {
        Known {
            etag: self.etag.or_else(|| before.etag.clone()),
            modified: self.modified.or_else(|| before.modified.clone()),
        }
    }
}

/// The longest time that a server's word is taken for.
const LONGEST: Duration = Duration::from_hours(24);

/// How long a server asks to be left alone: a number of seconds, or a moment.
pub(super) fn wait(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let asked = text(headers, &RETRY_AFTER)?;
    seconds(&asked).or_else(|| {
        let moment = rfc2822::DateTimeParser::new()
            .parse_timestamp(&asked)
            .ok()?;
        let wait = Duration::try_from(moment.duration_since(now));
        Some(wait.unwrap_or_default().min(LONGEST))
    })
}

fn seconds(text: &str) -> Option<Duration> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    // What is too long for a number is too long for anything.
    is_number.then(|| {
        text.parse()
            .map_or(LONGEST, Duration::from_secs)
            .min(LONGEST)
    })
}

fn text(headers: &HeaderMap, name: &ureq::http::HeaderName) -> Option<String> {
    let value = headers.get(name)?.to_str().ok()?.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ureq::http::HeaderValue;

    #[test]
    fn a_wait_is_a_number_or_a_moment() {
        check("120", Some(120));
        check(" 0 ", Some(0));
        check("Sun, 22 Nov 2026 10:01:30 GMT", Some(90));
        check("Sun, 22 Nov 2026 09:00:00 GMT", Some(0));
        check("Mon, 22 Nov 2027 10:00:00 GMT", Some(86400));
        check("99999999999999999999999", Some(86400));
        check("-5", None);
        check("soon", None);
        check("", None);
    }

    #[track_caller]
    fn check(asked: &str, expected: Option<u64>) {
        let now = "2026-11-22T10:00:00Z".parse().expect("it is a moment");
        let value = HeaderValue::from_str(asked).expect("it is a value");
        let headers = HeaderMap::from_iter([(RETRY_AFTER, value)]);
        let expected = expected.map(Duration::from_secs);
        assert_eq!(wait(&headers, now), expected, "{asked}");
    }
}
