use std::io::{self, ErrorKind};
use std::time::Duration;

use url::Url;

use super::Limits;
use super::reach::Refused;

/// Something that can't be fetched, and why. Its text may hold what a server wrote: print it through
/// [`visible`](crate::text::visible).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{url}{}: {cause}", led(.led_to.as_deref()))]
pub struct Trouble {
    /// The address that was asked for, without a name or password.
    pub url: String,
    /// The address that it led on to and where it went wrong, if that is another.
    pub led_to: Option<String>,
    /// What is wrong and what to do about it. Its text is part of this one's, so it is no source of it.
    pub cause: Cause,
}

impl Trouble {
    pub(super) fn new(asked: &Url, at: &Url, cause: Cause) -> Trouble {
        let (url, at) = (plain(asked), plain(at));
        Trouble {
            led_to: (url != at).then_some(at),
            url,
            cause,
        }
    }
}

/// An address without the name and password that it may hold, and without a place in the page.
fn plain(url: &Url) -> String {
    let mut url = url.clone();
    url.set_fragment(None);
    // An address that can't hold them refuses to lose them.
    let _ = url.set_password(None);
    let _ = url.set_username("");
    url.to_string()
}

fn led(to: Option<&str>) -> String {
    to.map_or_else(String::new, |to| format!(" (which leads on to {to})"))
}

/// Why something can't be fetched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    /// It can't be read as an address.
    #[error("it is no address of the web; write it whole, as in https://example.org/feed")]
    NoAddress,
    /// It is an address of another kind, named here.
    #[error("only http and https are fetched, no {0}")]
    Scheme(String),
    /// It holds a name or password, that other programs would show or keep.
    #[error("it holds a name or a password, and parallax sends none; give it without them")]
    Credentials,
    /// It is in a private network, at this address.
    #[error(
        "{0} is in a private network or on this computer; if that is right, ask for that very host with --allow-private"
    )]
    Private(String),
    /// No host has this name.
    #[error("no such host is found; check the spelling, and whether there is a network")]
    NoHost,
    /// The host can't be connected to; what the system says.
    #[error("it can't be reached ({0}); try again later")]
    Unreachable(String),
    /// There was no whole answer within this time.
    #[error("there is no whole answer after {}; try again later", span(*.0))]
    Slow(Duration),
    /// It is above this many bytes.
    #[error("it is larger than {}", size(*.0))]
    TooLarge(usize),
    /// Its headers are above this many bytes.
    #[error("its headers are larger than {}; this is no answer to use", size(*.0))]
    LargeHeaders(usize),
    /// Less came than was told.
    #[error("the answer breaks off before its end; try again later")]
    CutOff,
    /// The answer is no HTTP, or packed wrongly; what is wrong.
    #[error("the answer can't be understood ({0}); the fault is the server's")]
    Garbled(String),
    /// The answer is packed in this way, which was not asked for.
    #[error("the answer is packed as {0:?}, which was not asked for; the fault is the server's")]
    Packed(String),
    /// The connection is not safe; what is wrong.
    #[error(
        "no safe connection can be made ({0}); check the clock of this computer, or try again later"
    )]
    Unsafe(String),
    /// It leads on to where it came from.
    #[error("it leads round in a circle; the site may want a browser, with cookies")]
    Circle,
    /// It leads on more than this many times.
    #[error("it leads on more than {0} times")]
    TooFar(usize),
    /// The server answers with this status, which is none of the others.
    #[error("the server answers {}", status(*.0))]
    Status(u16),
    /// The server asks to be left alone, for this long where it says how long.
    #[error("the server asks for patience; try again {}", later(*.wait))]
    Busy {
        /// 429 for too many requests, 503 where it can't serve now.
        status: u16,
        /// How long to wait; a day at most.
        wait: Option<Duration>,
    },
    /// The site's `robots.txt` asks programs not to fetch it.
    #[error(
        "the site asks programs not to fetch it (in its robots.txt); save the page with a browser and add the file"
    )]
    Disallowed,
    /// The site's `robots.txt` can't be had, for this status; until it can, nothing is taken for allowed.
    #[error(
        "whether the site lets programs fetch it can't be read: its robots.txt answers {}", status(*.0)
    )]
    NoRules(u16),
    /// It was stopped.
    #[error("it was stopped")]
    Stopped,
}

impl Cause {
    /// What `error` comes to. `limits` are those that it was asked with.
    pub(super) fn of(error: ureq::Error, limits: &Limits) -> Cause {
        use ureq::{Error, Timeout};
        match error {
            Error::Io(error) => Cause::of_io(&error),
            Error::Timeout(Timeout::Connect | Timeout::Resolve) => {
                Cause::Unreachable(format!("no connection after {}", span(limits.connect)))
            }
            Error::Timeout(_) => Cause::Slow(limits.whole),
            Error::HostNotFound => Cause::NoHost,
            Error::ConnectionFailed => Cause::Unreachable("no connection".to_owned()),
            Error::ConnectProxyFailed(told) => Cause::Unreachable(told),
            Error::LargeResponseHeader(..) => Cause::LargeHeaders(limits.headers),
            Error::Decompress(_, error) if error.kind() == ErrorKind::UnexpectedEof => {
                Cause::CutOff
            }
            Error::Rustls(error) => Cause::Unsafe(error.to_string()),
            Error::Tls(told) => Cause::Unsafe(told.to_owned()),
            Error::Other(error) => match error.downcast::<Refused>() {
                Ok(refused) => Cause::Private(refused.to_string()),
                Err(error) => Cause::Garbled(error.to_string()),
            },
            other => Cause::Garbled(other.to_string()),
        }
    }

    fn of_io(error: &io::Error) -> Cause {
        match error.kind() {
            ErrorKind::UnexpectedEof
            | ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::BrokenPipe => Cause::CutOff,
            // So does the layer below say that what comes is not what a safe connection needs.
            ErrorKind::InvalidData => Cause::Unsafe(error.to_string()),
            ErrorKind::ConnectionRefused => Cause::Unreachable("it refuses".to_owned()),
            _ => Cause::Unreachable(error.to_string()),
        }
    }

    /// Whether trying again later may do.
    pub fn may_pass(&self) -> bool {
        match self {
            Cause::NoHost
            | Cause::Unreachable(_)
            | Cause::Slow(_)
            | Cause::CutOff
            | Cause::Busy { .. }
            | Cause::NoRules(_)
            | Cause::Stopped => true,
            Cause::Status(status) => *status >= 500,
            _ => false,
        }
    }
}

/// A status in words, with what to do about it.
fn status(status: u16) -> String {
    let told = match status {
        401 | 402 | 407 => "that a login is needed, which parallax has none of",
        403 | 451 => {
            "that it gives this to nobody here; save the page with a browser and add the file"
        }
        404 => "that there is no such page; check the address",
        410 => "that it is gone for good; take it out of the list",
        429 => "that it is asked too often; try again later",
        500.. => "that it is out of order; try again later",
        _ => "with something else than a page or a feed",
    };
    format!("{told} (status {status})")
}

fn later(wait: Option<Duration>) -> String {
    wait.map_or_else(|| "later".to_owned(), |wait| format!("in {}", span(wait)))
}

/// A length of time in words.
fn span(time: Duration) -> String {
    let milliseconds = time.as_millis();
    match milliseconds.div_ceil(1000) {
        _ if milliseconds < 1000 => format!("{milliseconds} milliseconds"),
        1 => "a second".to_owned(),
        seconds @ 2..120 => format!("{seconds} seconds"),
        seconds @ 120..7200 => format!("{} minutes", seconds.div_ceil(60)),
        seconds => format!("{} hours", seconds.div_ceil(3600)),
    }
}

/// A number of bytes in words.
fn size(bytes: usize) -> String {
    if bytes < 1 << 20 {
        format!("{} kB", bytes >> 10)
    } else {
        format!("{} MB", bytes >> 20)
    }
}
