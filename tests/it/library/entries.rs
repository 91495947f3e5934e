//! Entries of feeds: which article they are, and which they are not.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;

use super::feeds::{feed, follow, listed, missing, page, rss};
use super::{Home, article, noted};
use crate::server::{Reply, Server};

/// How many articles of the library have all of these words.
fn found(home: &Home, words: &str) -> usize {
    let found = home.run(&["search", words, "--format", "jsonl"], "");
    found.out.lines().count()
}

#[test]
fn a_feed_in_a_file_replaces_no_article_from_elsewhere() {
    let home = Home::new();
    let server = Server::start(|asked| match asked.path.as_str() {
        "/bridge" => page("Bridge opens", &article("bridge")),
        _ => missing(),
    });
    let bridge = server.url("/bridge");
    home.run(&["add", &bridge, "--allow-private"], "");
    let entries = [
        (bridge.as_str(), "Bridge opens", "It opens."),
        ("http://a.example/tunnel", "Tunnel", "A tunnel is planned."),
    ];
    home.write("saved.xml", &feed("The Post", &entries));
    let add = home.run(&["add", "saved.xml"], "");
    assert_eq!(add.out, "1 added, 1 already there\n", "{}", add.err);
    assert_eq!(found(&home, "bridge witness"), 1);
    // What came with the file changes with it.
    let renewed = feed("The Post", &entries).replace("is planned", "is built");
    let path = home.write("saved.xml", &renewed);
    let add = home.run(&["add", path.to_str().unwrap()], "");
    assert_eq!(add.out, "1 changed, 1 already there\n", "{}", add.err);
    assert_eq!(found(&home, "built"), 1);
}

#[test]
fn a_feed_is_known_by_what_it_holds() {
    let home = Home::new();
    let text = article("bridge").repeat(8);
    let version = r"https:\/\/jsonfeed.org\/version\/1.1";
    let item = format!(r#"{{"id": "1", "title": "Bridge", "content_text": "{text}"}}"#);
    let json = format!(r#"{{"title": "A", "items": [{item}], "version": "{version}"}}"#);
    assert!(json.find("jsonfeed").unwrap() > 8 << 10);
    home.write("feeds/feed.json", &json);
    home.write("feeds/other.json", r#"{"name": "other"}"#);
    let add = home.run(&["add", "feeds"], "");
    assert_eq!((add.out.as_str(), add.code), ("1 added\n", Some(0)));
    let rss = feed(
        "The Post",
        &[("http://a.example/bridge", "Bridge", "It opens.")],
    );
    let server = Server::start(move |_| Reply::ok("text/plain", &rss));
    let url = server.url("/feed");
    let add = home.run(&["feed", "add", &url, "--allow-private"], "");
    assert_eq!(
        add.out,
        format!("followed: The Post ({url})\n"),
        "{}",
        add.err
    );
}

#[test]
fn of_two_files_with_an_entry_the_first_is_taken() {
    let home = Home::new();
    let entry = |text: &str| feed("The Post", &[("http://a.example/bridge", "Bridge", text)]);
    home.write("feeds/a.xml", &entry(&article("bridge")));
    home.write("feeds/b.xml", &entry("It opens."));
    let add = home.run(&["add", "feeds"], "");
    assert_eq!(add.out, "1 added, 1 already there\n", "{}", add.err);
    assert_eq!(found(&home, "bridge witness"), 1);
}

#[test]
fn entries_that_lead_to_one_page_are_articles_of_their_own() {
    let home = Home::new();
    let server = Server::start(|asked| match asked.path.as_str() {
        "/feed" => {
            let front = format!("http://{}/", asked.header("host").unwrap());
            let entries = [
                (front.as_str(), "Version 1", "The first one came out."),
                (front.as_str(), "Version 2", "Faster than the first."),
                (front.as_str(), "Version 3", "Fixes what was broken."),
            ];
            rss(asked, &feed("Changes", &entries))
        }
        _ => missing(),
    });
    follow(&home, &server, &["/feed"]);
    let sync = home.run(&["sync", "--allow-private"], "");
    assert_eq!((sync.out.as_str(), sync.code), ("3 new\n", Some(0)));
    assert_eq!(home.counts(), (3, 3));
    assert_eq!(server.paths(), ["/feed"], "the page is none of them");
}

#[test]
fn a_page_that_fails_for_now_is_asked_for_again() {
    let home = Home::new();
    let fails = Arc::new(AtomicBool::new(true));
    let server = Server::start({
        let fails = Arc::clone(&fails);
        move |asked| match asked.path.as_str() {
            "/feed" => {
                let url = format!("http://{}/bridge", asked.header("host").unwrap());
                let entries = [(url.as_str(), "Bridge opens", "It opens.")];
                rss(asked, &feed("The Post", &entries))
            }
            "/bridge" if fails.load(Ordering::SeqCst) => Reply::new("500 Oh", &[], ""),
            "/bridge" => page("Bridge opens", &article("bridge")),
            _ => missing(),
        }
    });
    follow(&home, &server, &["/feed"]);
    let sync = || home.run(&["sync", "--allow-private"], "");
    assert_eq!(sync().out, "1 new\n");
    let text = || -> String {
        let library = Connection::open(home.library()).unwrap();
        let sql = "SELECT lower(hex(fingerprint)) FROM article WHERE title = 'Bridge opens'";
        library.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    let beginning = text();
    home.run(&["import", "-"], &noted(&beginning, "go there"));
    let trouble = listed(&home, "/feed")["trouble"].to_string();
    assert!(trouble.contains("out of order"), "{trouble}");
    assert_eq!(sync().out, "nothing new\n", "it fails still");
    fails.store(false, Ordering::SeqCst);
    assert_eq!(sync().out, "1 changed\n");
    assert_eq!(found(&home, "bridge witness"), 1);
    let marks = home.run(&["export", "--marks"], "").out;
    assert!(
        marks.contains(&text()) && !marks.contains(&beginning),
        "{marks}"
    );
    assert!(listed(&home, "/feed")["trouble"].is_null());
    let asked = server.paths().len();
    assert_eq!(sync().out, "nothing new\n");
    assert_eq!(server.paths()[asked..], ["/feed"]);
}

#[test]
fn pages_that_all_name_the_front_page_are_told_apart() {
    let home = Home::new();
    let server = Server::start(|asked| {
        let text = match asked.path.as_str() {
            "/bridge" => article("bridge"),
            "/tunnel" => article("tunnel"),
            _ => return missing(),
        };
        let front = format!("http://{}/", asked.header("host").unwrap());
        let said = format!("<meta property=\"og:url\" content=\"{front}\"><p>{text}</p>");
        Reply::ok("text/html", said)
    });
    let [bridge, tunnel] = ["/bridge", "/tunnel"].map(|path| server.url(path));
    let add = home.run(&["add", &bridge, &tunnel, "--allow-private"], "");
    assert_eq!(add.out, "2 added\n", "{}", add.err);
    assert_eq!(found(&home, "bridge") + found(&home, "tunnel"), 2);
}

#[test]
fn of_a_feed_without_end_the_first_entries_are_taken() {
    let home = Home::new();
    let server = Server::start(|asked| {
        let items = (0..2_010).map(|number| format!("<item><title>News {number}</title></item>"));
        let items: String = items.collect();
        let feed = format!("<rss version=\"2.0\"><channel>{items}</channel></rss>");
        rss(asked, &feed)
    });
    follow(&home, &server, &["/feed"]);
    let sync = home.run(&["sync", "--allow-private"], "");
    assert_eq!(sync.out, "2000 new\n");
    let told = "/feed: of 2010 entries the first 2000 are taken in";
    assert!(sync.err.contains(told), "{}", sync.err);
}
