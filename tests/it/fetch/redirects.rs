//! Where answers lead, and where they do not.

use super::{feed, fetcher, page, text, told};
use crate::server::{Reply, Server};

#[test]
fn what_has_moved_for_good_is_told() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/old" => Reply::to("301 Moved Permanently", "/older"),
        "/older" => Reply::to("308 Permanent Redirect", "new#part"),
        "/new" => Reply::to("302 Found", "/today"),
        "/today" => Reply::to("307 Temporary Redirect", "/now"),
        "/now" => Reply::to("301 Moved Permanently", "/here"),
        _ => Reply::ok("text/xml", "<rss/>"),
    });
    let fetcher = fetcher();
    let answer = fetcher.get(&feed(&server, "/old")).unwrap();
    assert_eq!(text(&answer), "<rss/>");
    assert_eq!(answer.url.as_str(), server.url("/here"));
    let moved = answer.moved.unwrap();
    assert_eq!(moved.as_str(), server.url("/new"), "the rest may change");
    let answer = fetcher.get(&feed(&server, "/today")).unwrap();
    assert_eq!(answer.moved, None);
}

#[test]
fn a_circle_and_an_endless_way_end() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/a" => Reply::to("302 Found", "/b"),
        "/b" => Reply::to("302 Found", "/a"),
        "/self" => Reply::to("302 Found", "/self"),
        path => Reply::to("302 Found", &format!("{path}1")),
    });
    let fetcher = fetcher();
    let round = "it leads round in a circle; the site may want a browser, with cookies";
    assert_eq!(
        told(fetcher.get(&feed(&server, "/a")), &server),
        format!("http://HOST/a (which leads on to http://HOST/b): {round}")
    );
    assert_eq!(
        told(fetcher.get(&feed(&server, "/self")), &server),
        format!("http://HOST/self: {round}")
    );
    assert_eq!(
        told(fetcher.get(&feed(&server, "/")), &server),
        "http://HOST/ (which leads on to http://HOST/1111111111): it leads on more than 10 times"
    );
}

#[test]
fn nothing_leads_out_of_the_web_or_into_a_private_network() {
    for (location, cause) in [
        (
            "file:///etc/passwd",
            "only http and https are fetched, no file",
        ),
        (
            "ftp://192.0.2.1/feed",
            "only http and https are fetched, no ftp",
        ),
        (
            "javascript:alert(1)",
            "only http and https are fetched, no javascript",
        ),
        ("http://10.0.0.1/feed", &private("10.0.0.1")),
        (
            "http://169.254.169.254/latest/meta-data/",
            &private("169.254.169.254"),
        ),
        ("http://[::1]/feed", &private("::1")),
        ("http://localhost/feed", &private("localhost")),
        ("http://127.0.0.2/feed", &private("127.0.0.2")),
    ] {
        let server = Server::start(move |_| Reply::to("302 Found", location));
        assert_eq!(
            told(fetcher().get(&feed(&server, "/")), &server),
            format!("http://HOST/ (which leads on to {location}): {cause}")
        );
    }
}

fn private(address: &str) -> String {
    format!(
        "{address} is in a private network or on this computer; if that is right, ask for that very host with --allow-private"
    )
}

#[test]
fn a_private_network_is_asked_only_where_that_is_allowed() {
    let server = Server::start(|_| Reply::ok("text/xml", "<rss/>"));
    let mut request = feed(&server, "/");
    request.private = false;
    let cause = private("127.0.0.1");
    let fetcher = fetcher();
    assert_eq!(
        told(fetcher.get(&request), &server),
        format!("http://HOST/: {cause}")
    );
    // What has been connected to for one request is not there for another.
    request.private = true;
    assert!(fetcher.get(&request).is_ok());
    request.private = false;
    assert!(fetcher.get(&request).is_err());
    assert_eq!(server.paths(), ["/"]);
}

#[test]
fn no_password_is_sent_or_shown() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/to" => Reply::to("302 Found", "http://me:secret@example.org/"),
        _ => Reply::ok("text/xml", "<rss/>"),
    });
    let secret = "it holds a name or a password, and parallax sends none; give it without them";
    assert_eq!(
        told(fetcher().get(&feed(&server, "/to")), &server),
        format!("http://HOST/to (which leads on to http://example.org/): {secret}")
    );
    let mut request = feed(&server, "/");
    request.url.set_password(Some("secret")).unwrap();
    assert_eq!(
        told(fetcher().get(&request), &server),
        format!("http://HOST/: {secret}")
    );
}

#[test]
fn a_way_to_nowhere_is_told() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/none" => Reply::new("302 Found", &[], ""),
        _ => Reply::to("302 Found", "http://["),
    });
    for path in ["/none", "/bad"] {
        assert_eq!(
            told(fetcher().get(&feed(&server, path)), &server),
            format!(
                "http://HOST{path}: the answer can't be understood (it leads on to no address); the fault is the server's"
            )
        );
    }
}

#[test]
fn each_site_on_the_way_to_a_page_is_asked() {
    let second = Server::start(|asked| match asked.path.as_str() {
        "/robots.txt" => Reply::ok("text/plain", "User-agent: *\nDisallow: /"),
        _ => Reply::ok("text/html", "<p>news"),
    });
    let there = second.url("/news");
    let first = Server::start(move |asked| match asked.path.as_str() {
        "/robots.txt" => Reply::new("404 Not Found", &[], ""),
        _ => Reply::to("302 Found", &there),
    });
    assert!(
        told(fetcher().get(&page(&first, "/")), &second).contains(
            "(which leads on to http://HOST/news): the site asks programs not to fetch it"
        )
    );
    assert_eq!(first.paths(), ["/robots.txt", "/"]);
    assert_eq!(second.paths(), ["/robots.txt"]);
}
