//! What a server that behaves well gives: pages, feeds, what has not changed, and what it forbids.

use std::io::Write;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use parallax::shell::fetch::{Content, Fetcher, Known, Limits, Route};

use super::{feed, fetcher, limits, page, text, told};
use crate::server::{Reply, Server};

#[test]
fn a_page_comes_with_what_is_said_of_it() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/robots.txt" => Reply::new("404 Not Found", &[], ""),
        _ => Reply::ok("text/html; charset=ISO-8859-1", b"<p>Caf\xe9</p>"),
    });
    let answer = fetcher().get(&page(&server, "/news#top")).unwrap();
    assert_eq!(answer.url.as_str(), server.url("/news"));
    assert_eq!(answer.moved, None);
    let Content::Whole {
        bytes,
        media_type,
        charset,
    } = answer.content
    else {
        unreachable!("it is new")
    };
    assert_eq!(bytes, b"<p>Caf\xe9</p>");
    assert_eq!(media_type.as_deref(), Some("text/html"));
    assert_eq!(
        charset.map(|name| name.to_lowercase()),
        Some("iso-8859-1".to_owned())
    );
    assert_eq!(server.paths(), ["/robots.txt", "/news"]);
    for asked in server.asked() {
        let agent = concat!("parallax/", env!("CARGO_PKG_VERSION"), " (news reader)");
        assert_eq!(asked.header("user-agent"), Some(agent));
        assert_eq!(asked.header("accept-encoding"), Some("gzip"));
    }
}

#[test]
fn a_charset_that_is_wrong_changes_no_byte() {
    let server = Server::start(|_| Reply::ok("text/html; charset=utf-8", b"Caf\xe9"));
    let answer = fetcher().get(&feed(&server, "/")).unwrap();
    assert!(matches!(answer.content, Content::Whole { bytes, .. } if bytes == b"Caf\xe9"));
}

#[test]
fn a_feed_that_has_not_changed_is_not_sent_again() {
    let server = Server::start(|asked| {
        let known = [
            ("ETag", "\"v1\""),
            ("Last-Modified", "Sun, 22 Nov 2026 10:00:00 GMT"),
        ];
        if asked.header("if-none-match") == Some("\"v1\"") {
            assert_eq!(asked.header("if-modified-since"), Some(known[1].1));
            Reply::raw("HTTP/1.1 304 Not Modified\r\n\r\n")
        } else {
            Reply::new("200 OK", &known, "<rss/>")
        }
    });
    let fetcher = fetcher();
    let mut request = feed(&server, "/rss");
    let first = fetcher.get(&request).unwrap();
    assert_eq!(text(&first), "<rss/>");
    request.known = first.known.clone();
    let second = fetcher.get(&request).unwrap();
    assert_eq!(second.content, Content::NotModified);
    assert_eq!(second.known, first.known, "what is known stays known");
    assert_eq!(server.paths(), ["/rss", "/rss"], "feeds need no robots.txt");
}

#[test]
fn nothing_known_is_never_unchanged() {
    let server = Server::start(|_| Reply::raw("HTTP/1.1 304 Not Modified\r\n\r\n"));
    assert_eq!(
        told(fetcher().get(&feed(&server, "/rss")), &server),
        "http://HOST/rss: the server answers with something else than a page or a feed (status 304)"
    );
}

#[test]
fn what_was_known_is_forgotten_with_a_new_answer() {
    let server = Server::start(|_| Reply::ok("text/xml", "<rss/>"));
    let mut request = feed(&server, "/rss");
    request.known.etag = Some("\"old\"".to_owned());
    assert_eq!(fetcher().get(&request).unwrap().known, Known::default());
}

#[test]
fn packed_answers_are_unpacked() {
    let server = Server::start(|_| {
        let headers = [("Content-Type", "text/xml"), ("Content-Encoding", "gzip")];
        Reply::new("200 OK", &headers, packed(b"<rss>news</rss>"))
    });
    let answer = fetcher().get(&feed(&server, "/rss")).unwrap();
    assert_eq!(text(&answer), "<rss>news</rss>");
}

pub(super) fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

#[test]
fn old_servers_and_chunks_are_understood() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/old" => Reply::raw("HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss/>"),
        _ => Reply::raw(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n<rs\r\n3\r\ns/>\r\n0\r\n\r\n",
        ),
    });
    let fetcher = fetcher();
    for path in ["/old", "/chunks"] {
        assert_eq!(text(&fetcher.get(&feed(&server, path)).unwrap()), "<rss/>");
    }
}

#[test]
fn robots_txt_is_asked_once_and_kept_to() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/robots.txt" => Reply::ok(
            "text/plain",
            "User-agent: *\nAllow: /\n\nUser-agent: Parallax\nDisallow: /private\nAllow: /private/open\nDisallow: /*.pdf$\n",
        ),
        _ => Reply::ok("text/html", "<p>news"),
    });
    let fetcher = fetcher();
    for allowed in ["/", "/private/open/1", "/a.pdf?page=2"] {
        assert!(fetcher.get(&page(&server, allowed)).is_ok(), "{allowed}");
    }
    for forbidden in ["/private/1", "/a.pdf"] {
        assert_eq!(
            told(fetcher.get(&page(&server, forbidden)), &server),
            format!(
                "http://HOST{forbidden}: the site asks programs not to fetch it (in its robots.txt); \
                 save the page with a browser and add the file"
            )
        );
    }
    assert!(fetcher.get(&feed(&server, "/private/rss")).is_ok());
    assert_eq!(
        server.paths(),
        [
            "/robots.txt",
            "/",
            "/private/open/1",
            "/a.pdf?page=2",
            "/private/rss"
        ]
    );
}

#[test]
fn a_site_whose_robots_txt_cannot_be_had_is_let_be() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/robots.txt" => Reply::new("500 Oh", &[], ""),
        _ => Reply::ok("text/html", "<p>news"),
    });
    assert_eq!(
        told(fetcher().get(&page(&server, "/")), &server),
        "http://HOST/: whether the site lets programs fetch it can't be read: its robots.txt answers that it is out of \
         order; try again later (status 500)"
    );
    assert_eq!(server.paths(), ["/robots.txt"]);
}

#[test]
fn a_robots_txt_that_fails_for_now_is_asked_for_again() {
    let fails = AtomicBool::new(true);
    let server = Server::start(move |asked| match asked.path.as_str() {
        "/robots.txt" if fails.swap(false, Ordering::SeqCst) => Reply::new("500 Oh", &[], ""),
        "/robots.txt" => Reply::new("404 None", &[], ""),
        _ => Reply::ok("text/html", "<p>news"),
    });
    let longest_pause = Duration::ZERO;
    let limits = Limits {
        longest_pause,
        ..limits()
    };
    let fetcher = Fetcher::new(limits, Route::Direct);
    assert!(fetcher.get(&page(&server, "/")).is_err());
    assert!(fetcher.get(&page(&server, "/")).is_ok());
    assert!(fetcher.get(&page(&server, "/more")).is_ok());
    assert_eq!(server.paths(), ["/robots.txt", "/robots.txt", "/", "/more"]);
}

#[test]
fn another_host_may_have_the_robots_txt() {
    let there = Server::start(|_| Reply::ok("text/plain", "User-agent: *\nDisallow: /no"));
    let rules = there.url("/rules");
    let here = Server::start(move |asked| match asked.path.as_str() {
        "/robots.txt" => Reply::to("302 Found", &rules),
        _ => Reply::ok("text/html", "<p>news"),
    });
    let fetcher = fetcher();
    assert!(fetcher.get(&page(&here, "/yes")).is_ok());
    assert!(told(fetcher.get(&page(&here, "/no")), &here).contains("asks programs not to"));
    assert_eq!(here.paths(), ["/robots.txt", "/yes"]);
    assert_eq!(there.paths(), ["/rules"]);
}

#[test]
fn a_robots_txt_that_another_host_has_no_time_for_is_asked_for_again() {
    let there =
        Server::start(|_| Reply::new("429 Too Many Requests", &[("Retry-After", "3600")], ""));
    let rules = there.url("/rules");
    let leads = AtomicBool::new(true);
    let here = Server::start(move |asked| match asked.path.as_str() {
        "/robots.txt" if leads.swap(false, Ordering::SeqCst) => Reply::to("302 Found", &rules),
        "/robots.txt" => Reply::new("404 None", &[], ""),
        _ => Reply::ok("text/html", "<p>news"),
    });
    let fetcher = fetcher();
    assert!(fetcher.get(&feed(&there, "/rss")).is_err());
    assert!(told(fetcher.get(&page(&here, "/")), &here).contains("asks for patience"));
    assert!(fetcher.get(&page(&here, "/")).is_ok());
    assert_eq!(here.paths(), ["/robots.txt", "/robots.txt", "/"]);
    assert_eq!(there.paths(), ["/rss"]);
}

#[test]
fn robots_txt_may_be_elsewhere_and_endless() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/robots.txt" => Reply::to("302 Found", "/rules"),
        "/rules" => Reply::raw("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /no\n")
            .then_repeat("# more\n".repeat(1000)),
        _ => Reply::ok("text/html", "<p>news"),
    });
    let fetcher = fetcher();
    assert!(fetcher.get(&page(&server, "/yes")).is_ok());
    assert!(fetcher.get(&page(&server, "/no")).is_err());
}
