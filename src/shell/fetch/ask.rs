use std::io::{ErrorKind, Read};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use ureq::http::Response;
use ureq::http::header::{ACCEPT, CONTENT_ENCODING, IF_MODIFIED_SINCE, IF_NONE_MATCH, LOCATION};
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Proxy};
use url::Url;

use super::answer::wait;
use super::reach::{Lookup, Reach};
use super::{Cause, Content, Fetcher, Known, Limits, Request, USER_AGENT};

/// What one request comes to.
pub(super) enum Reply {
    /// An answer: what, and known by what.
    Whole(Content, Known),
    /// It is to be asked for there, from now on if it has moved for good.
    On { to: Url, for_good: bool },
    /// The server asks to be left alone.
    Busy { status: u16, wait: Option<Duration> },
}

/// What sends requests, within `limits`, to what is in `reach`.
pub(super) fn agent(limits: &Limits, proxy: Option<Proxy>, reach: Reach) -> Agent {
    let config = Agent::config_builder()
        .proxy(proxy)
        .user_agent(USER_AGENT)
        .http_status_as_error(false)
        .max_redirects(0)
        .timeout_resolve(Some(limits.connect))
        .timeout_connect(Some(limits.connect))
        .max_response_header_size(limits.headers)
        .build();
    let lookup = Lookup {
        reach,
        resolver: DefaultResolver::default(),
    };
    Agent::with_parts(config, DefaultConnector::default(), lookup)
}

impl Fetcher {
    /// What sends requests to `url` for `request`.
    pub(super) fn agent(&self, request: &Request, url: &Url) -> &Agent {
        if allows(request, url) {
            &self.shared.private
        } else {
            &self.shared.public
        }
    }

    /// Asks for what is at `url`, where the way from what was requested has led, and takes the time from what is `left`.
    pub(super) fn ask(
        &self,
        request: &Request,
        url: &Url,
        left: &mut Duration,
    ) -> Result<Reply, Cause> {
        self.timed(left, |left| self.ask_within(request, url, left))
    }

    /// Does what takes its time from what is `left`.
    pub(super) fn timed<T>(
        &self,
        left: &mut Duration,
        ask: impl FnOnce(Duration) -> Result<T, Cause>,
    ) -> Result<T, Cause> {
        if left.is_zero() {
            return Err(Cause::Slow(self.shared.limits.whole));
        }
        let begun = Instant::now();
        let asked = ask(*left);
        *left = left.saturating_sub(begun.elapsed());
        asked
    }

    fn ask_within(&self, request: &Request, url: &Url, left: Duration) -> Result<Reply, Cause> {
        let headers = [
            (ACCEPT, Some(request.wanted.accepted())),
            (IF_NONE_MATCH, request.known.etag.as_deref()),
            (IF_MODIFIED_SINCE, request.known.modified.as_deref()),
        ];
        let mut asked = self.agent(request, url).get(url.as_str());
        for (name, value) in headers {
            if let Some(value) = value {
                asked = asked.header(name, value);
            }
        }
        let answered = asked.config().timeout_global(Some(left)).build().call();
        answered
            .map_err(|error| self.cause(error))
            .and_then(|response| self.reply(request, url, response))
    }

    fn reply(
        &self,
        request: &Request,
        url: &Url,
        mut response: Response<Body>,
    ) -> Result<Reply, Cause> {
        let headers = response.headers();
        let known = Known::of(headers);
        match response.status().as_u16() {
            304 if !request.known.is_nothing() => {
                Ok(Reply::Whole(Content::NotModified, known.or(&request.known)))
            }
            status @ (301 | 302 | 303 | 307 | 308) => Ok(Reply::On {
                to: target(url, &response)?,
                for_good: matches!(status, 301 | 308),
            }),
            status @ (429 | 503) => Ok(Reply::Busy {
                status,
                wait: wait(headers, Timestamp::now()),
            }),
            200..=203 => {
                check_packing(&response)?;
                let body = response.body_mut();
                let content = Content::Whole {
                    media_type: body.mime_type().map(str::to_owned),
                    charset: body.charset().map(str::to_owned),
                    bytes: self.read(body)?,
                };
                Ok(Reply::Whole(content, known))
            }
            status => Err(Cause::Status(status)),
        }
    }

    fn read(&self, body: &mut Body) -> Result<Vec<u8>, Cause> {
        let largest = self.shared.limits.body;
        if body.content_length() > u64::try_from(largest).ok() {
            return Err(Cause::TooLarge(largest));
        }
        let mut reader = body.as_reader();
        let mut bytes = Vec::new();
        let mut piece = vec![0; 64 << 10];
        loop {
            let length = match reader.read(&mut piece) {
                Ok(length) => length,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(self.cause(error.into())),
            };
            // What is stopped may look like an end.
            if self.is_stopped() {
                return Err(Cause::Stopped);
            }
            if length == 0 {
                return Ok(bytes);
            }
            if bytes.len() + length > largest {
                return Err(Cause::TooLarge(largest));
            }
            bytes.extend(piece.iter().take(length));
        }
    }

    pub(super) fn cause(&self, error: ureq::Error) -> Cause {
        Cause::of(error, &self.shared.limits)
    }
}

/// Whether `url` may be in a private network: where the request allows it, at the host that it names.
pub(super) fn allows(request: &Request, url: &Url) -> bool {
    request.private && request.url.host() == url.host()
}

/// Where a redirect leads.
pub(super) fn target<T>(from: &Url, response: &Response<T>) -> Result<Url, Cause> {
    let location = response.headers().get(LOCATION);
    let location = location.and_then(|location| std::str::from_utf8(location.as_bytes()).ok());
    let to = location.and_then(|location| from.join(location.trim()).ok());
    let mut to = to.ok_or_else(|| Cause::Garbled("it leads on to no address".to_owned()))?;
    // It names a place within the page, which a server knows nothing of.
    to.set_fragment(None);
    Ok(to)
}

/// What is still packed here is packed in a way that was not asked for.
fn check_packing<T>(response: &Response<T>) -> Result<(), Cause> {
    let packing = response.headers().get(CONTENT_ENCODING);
    match packing.map(|packing| String::from_utf8_lossy(packing.as_bytes())) {
        Some(packing) if !packing.trim().eq_ignore_ascii_case("identity") => {
            Err(Cause::Packed(packing.chars().take(20).collect()))
        }
        _ => Ok(()),
    }
}
