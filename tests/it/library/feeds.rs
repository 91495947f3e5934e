//! Feeds that are followed, served on this computer.

use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value;

use super::{Home, article};
use crate::server::{Asked, Reply, Server};

/// A feed with these entries: the path of the page, the title, the text.
pub(super) fn feed(title: &str, entries: &[(&str, &str, &str)]) -> String {
    let entries = entries.iter().map(|(link, title, text)| {
        format!(
            "<item><title>{title}</title><link>{link}</link><description>{text}</description>\
             <pubDate>Mon, 18 Aug 2025 10:00:00 GMT</pubDate></item>"
        )
    });
    let entries: String = entries.collect();
    format!("<rss version=\"2.0\"><channel><title>{title}</title>{entries}</channel></rss>")
}

pub(super) fn rss(asked: &Asked, text: &str) -> Reply {
    if asked.header("If-None-Match") == Some("\"one\"") {
        return Reply::new("304 Not Modified", &[("ETag", "\"one\"")], "");
    }
    let headers = [("Content-Type", "application/rss+xml"), ("ETag", "\"one\"")];
    Reply::new("200 OK", &headers, text)
}

pub(super) fn missing() -> Reply {
    Reply::new("404 Not Found", &[], "")
}

pub(super) fn page(title: &str, text: &str) -> Reply {
    let html = format!(
        "<html><head><title>{title}</title><meta property=\"og:site_name\" content=\"The Post\"></head>\
         <body><article><h1>{title}</h1>{text}</article></body></html>"
    );
    Reply::ok("text/html", html)
}

/// Follows the feeds at these paths, as a list from another reader has them.
pub(super) fn follow(home: &Home, server: &Server, paths: &[&str]) {
    let outlines = paths.iter().map(|path| {
        let url = server.url(path);
        format!("<outline type=\"rss\" text=\"{path}\" xmlUrl=\"{url}\"/>")
    });
    let outlines: String = outlines.collect();
    let list = format!("<opml version=\"1.0\"><body>{outlines}</body></opml>");
    let import = home.run(&["feed", "import", "-"], &list);
    assert_eq!(import.code, Some(0), "{}", import.err);
}

/// What `feed list` says of a feed.
pub(super) fn listed(home: &Home, path: &str) -> Value {
    let list = home.run(&["feed", "list", "--format", "jsonl"], "");
    let lines = list.out.lines();
    let mut feeds = lines.map(|line| serde_json::from_str::<Value>(line).unwrap());
    let found = feeds.find(|feed| feed["url"].as_str().is_some_and(|url| url.ends_with(path)));
    found.unwrap_or_else(|| unreachable!("{path} is not in {}", list.out))
}

/// A site whose feed holds an article in full, the beginning of one, and the beginning of one that programs may not fetch.
fn post() -> Server {
    Server::start(|asked| match asked.path.as_str() {
        "/feed.xml" => rss(
            asked,
            &feed(
                "The Post",
                &[
                    ("/bridge", "Bridge opens", &article("bridge")),
                    (
                        "/port",
                        "Port stays shut",
                        "The port stays shut, the mayor says.",
                    ),
                    ("/secret", "Tunnel planned", "A tunnel is planned."),
                ],
            )
            .replace(
                "<link>",
                &format!("<link>http://{}", asked.header("host").unwrap()),
            ),
        ),
        "/port" => page("Port stays shut", &article("harbour")),
        "/robots.txt" => Reply::ok("text/plain", "User-agent: *\nDisallow: /secret\n"),
        _ => missing(),
    })
}

#[test]
fn a_feed_comes_in_once_and_beginnings_are_completed() {
    let home = Home::new();
    let server = post();
    let add = home.run(
        &["feed", "add", &server.url("/feed.xml"), "--allow-private"],
        "",
    );
    let told = format!("followed: The Post ({})\n", server.url("/feed.xml"));
    assert_eq!((add.out, add.code), (told, Some(0)), "{}", add.err);
    let sync = home.run(&["sync", "--allow-private"], "");
    assert_eq!(
        (sync.out.as_str(), sync.code),
        ("3 new\n", Some(0)),
        "{}",
        sync.err
    );
    assert!(
        sync.err
            .contains("of one article only what its feed tells is there")
            && sync.err.contains("robots.txt"),
        "{}",
        sync.err
    );
    let found = home.run(&["search", "harbour", "--format", "json"], "");
    let found: Value = serde_json::from_str(&found.out).unwrap();
    let article = &found["hits"][0]["article"];
    assert_eq!(article["title"], "Port stays shut");
    assert_eq!(article["outlet"], "The Post");
    assert_eq!(article["date"], "2025-08-18");
    assert_eq!(article["path"], server.url("/port"));
    let asked = server.paths().len();
    let again = home.run(&["sync", "--allow-private"], "");
    assert_eq!(
        (again.out.as_str(), again.code),
        ("nothing new\n", Some(0)),
        "{}",
        again.err
    );
    assert_eq!(
        server.paths()[asked..],
        ["/feed.xml"],
        "nothing else is asked for"
    );
    assert_eq!(home.counts(), (3, 3));
}

#[test]
fn one_feed_that_fails_stops_no_other() {
    let home = Home::new();
    let server = Server::start(|asked| match asked.path.as_str() {
        "/good" | "/new" => {
            let entry = (&*asked.path, &*asked.path, &*article(&asked.path[1..]));
            rss(asked, &feed("Good", &[entry]))
        }
        "/moved" => Reply::to("301 Moved Permanently", "/new"),
        "/page" => page("No feed", "<p>Words.</p>"),
        _ => missing(),
    });
    follow(&home, &server, &["/good", "/moved", "/page", "/gone"]);
    let sync = home.run(&["sync", "--allow-private"], "");
    assert_eq!(
        (sync.out.as_str(), sync.code),
        ("2 new; 2 feeds failed\n", Some(2)),
        "{}",
        sync.err
    );
    assert!(
        sync.err.contains("/page: this is a page and no feed"),
        "{}",
        sync.err
    );
    assert!(
        sync.err.contains("/gone: the server answers"),
        "{}",
        sync.err
    );
    assert_eq!(
        listed(&home, "/new")["title"],
        "Good",
        "it has another address now"
    );
    assert_eq!(listed(&home, "/good")["trouble"], Value::Null);
    let trouble = listed(&home, "/gone")["trouble"].to_string();
    assert!(trouble.contains("404"), "{trouble}");
    let text = home.run(&["feed", "list"], "").out;
    assert!(
        text.contains("! ") && text.contains("404") && !text.contains("/moved"),
        "{text}"
    );
}

#[test]
fn a_server_that_asks_for_patience_is_told() {
    let home = Home::new();
    let server =
        Server::start(|_| Reply::new("429 Too Many Requests", &[("Retry-After", "600")], ""));
    follow(&home, &server, &["/busy"]);
    let sync = home.run(&["sync", "--allow-private"], "");
    assert_eq!(
        (sync.out.as_str(), sync.code),
        ("nothing new; 1 feed failed\n", Some(2))
    );
    assert!(sync.err.contains("try again in 10 minutes"), "{}", sync.err);
    let trouble = listed(&home, "/busy")["trouble"].to_string();
    assert!(trouble.contains("try again in 10 minutes"), "{trouble}");
}

#[test]
fn an_article_of_a_page_and_of_a_feed_is_there_once() {
    let home = Home::new();
    let server = Server::start(|asked| {
        let url = format!("http://{}/bridge", asked.header("host").unwrap());
        match asked.path.as_str() {
            "/bridge" | "/bridge?utm_source=feed" => page("Bridge opens", &article("bridge")),
            "/feed" => rss(
                asked,
                &feed(
                    "The Post",
                    &[(
                        &format!("{url}?utm_source=feed"),
                        "Bridge opens",
                        "It opens.",
                    )],
                ),
            ),
            _ => missing(),
        }
    });
    let add = home.run(&["add", &server.url("/bridge"), "--allow-private"], "");
    assert_eq!(
        (add.out.as_str(), add.code),
        ("1 added\n", Some(0)),
        "{}",
        add.err
    );
    follow(&home, &server, &["/feed"]);
    let sync = home.run(&["sync", "--allow-private"], "");
    assert_eq!(
        (sync.out.as_str(), sync.code),
        ("nothing new\n", Some(0)),
        "{}",
        sync.err
    );
    assert_eq!(home.counts(), (1, 1));
}

/// Whoever names another site's article can't put words into it.
#[test]
fn a_site_has_a_say_only_on_its_own_pages() {
    let home = Home::new();
    let post = Server::start(|asked| match asked.path.as_str() {
        "/bridge" => page("Bridge opens", &article("bridge")),
        _ => missing(),
    });
    let own = post.url("/bridge");
    let add = home.run(&["add", &own, "--allow-private"], "");
    assert_eq!(
        (add.out.as_str(), add.code),
        ("1 added\n", Some(0)),
        "{}",
        add.err
    );
    let other = Server::start(move |asked| match asked.path.as_str() {
        "/feed" => rss(
            asked,
            &feed("Other", &[(&own, "Bridge falls", &article("tunnel"))]),
        ),
        "/fake" => {
            let said = format!(
                "<link rel=canonical href={own}><p>{}</p>",
                article("quarry")
            );
            Reply::ok("text/html", said)
        }
        _ => missing(),
    });
    follow(&home, &other, &["/feed"]);
    let sync = home.run(&["sync", "--allow-private"], "");
    assert_eq!(
        (sync.out.as_str(), sync.code),
        ("nothing new\n", Some(0)),
        "{}",
        sync.err
    );
    let add = home.run(&["add", &other.url("/fake"), "--allow-private"], "");
    assert_eq!(
        (add.out.as_str(), add.code),
        ("1 added\n", Some(0)),
        "{}",
        add.err
    );
    let found = |words: &str| {
        home.run(&["search", words, "--format", "jsonl"], "")
            .out
            .lines()
            .count()
    };
    assert_eq!(
        (found("bridge"), found("tunnel"), found("quarry")),
        (1, 0, 1)
    );
}

#[test]
fn what_is_broken_off_comes_next_time() {
    let home = Home::new();
    let hangs = Arc::new(AtomicBool::new(true));
    let server = Server::start({
        let hangs = Arc::clone(&hangs);
        move |asked| match asked.path.as_str() {
            "/feed" => {
                let url = format!("http://{}/bridge", asked.header("host").unwrap());
                rss(
                    asked,
                    &feed("The Post", &[(&url, "Bridge opens", "It opens.")]),
                )
            }
            "/bridge" if hangs.load(Ordering::SeqCst) => Reply::raw("").then_hang(),
            "/bridge" => page("Bridge opens", &article("bridge")),
            _ => missing(),
        }
    });
    follow(&home, &server, &["/feed"]);
    let sync = home.start(&["sync", "--allow-private"]);
    while !server.paths().contains(&"/bridge".to_owned()) {
        std::thread::yield_now();
    }
    let process = sync.id().to_string();
    let interrupted = Command::new("kill").args(["-INT", &process]).status();
    assert!(interrupted.unwrap().success());
    let stopped = sync.wait_with_output().unwrap();
    assert_eq!(stopped.status.code(), Some(2));
    let told = String::from_utf8(stopped.stderr).unwrap();
    assert!(
        told.contains("stopped; what came in stays, and the rest comes next time"),
        "{told}"
    );
    hangs.store(false, Ordering::SeqCst);
    let sync = home.run(&["sync", "--allow-private"], "");
    assert_eq!(
        (sync.out.as_str(), sync.code),
        ("1 new\n", Some(0)),
        "{}",
        sync.err
    );
}
