//! Fetching, from a server that behaves well and from many that do not.

mod many;
mod pages;
mod redirects;
mod wrong;

use std::time::Duration;

use parallax::shell::fetch::{Answer, Content, Fetcher, Limits, Request, Route, Trouble};

use crate::server::Server;

/// The limits of most tests: small, and without a pause.
fn limits() -> Limits {
    Limits {
        body: 100 << 10,
        headers: 8 << 10,
        pause: Duration::ZERO,
        patience: Duration::ZERO,
        ..Limits::default()
    }
}

/// Limits for a server that is to be given up soon.
fn hasty() -> Limits {
    Limits {
        whole: Duration::from_millis(300),
        ..limits()
    }
}

fn fetcher() -> Fetcher {
    Fetcher::new(limits(), Route::Direct)
}

/// The feed at `path`, in a private network as the server is.
fn feed(server: &Server, path: &str) -> Request {
    let mut request = Request::feed(&server.url(path)).unwrap();
    request.private = true;
    request
}

/// The page at `path`, in a private network as the server is.
fn page(server: &Server, path: &str) -> Request {
    let mut request = Request::page(&server.url(path)).unwrap();
    request.private = true;
    request
}

/// What was fetched, as text.
fn text(answer: &Answer) -> String {
    match &answer.content {
        Content::NotModified => "not modified".to_owned(),
        Content::Whole { bytes, .. } => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// What a reader is told, with `HOST` for the server.
fn told(outcome: Result<Answer, Trouble>, server: &Server) -> String {
    let trouble = outcome.unwrap_err().to_string();
    trouble.replace(&format!("127.0.0.1:{}", server.port()), "HOST")
}
