//! Pages by their addresses, and folders that are followed.

use serde_json::Value;

use super::{Home, TALKS, article};
use crate::server::{Reply, Server};

#[test]
fn a_page_comes_in_by_its_address() {
    let home = Home::new();
    let server = Server::start(|asked| match asked.path.as_str() {
        "/old" => Reply::to("302 Found", "/talks?utm_source=mail"),
        "/talks?utm_source=mail" => Reply::ok("text/html", include_str!("../formats/news.html")),
        _ => Reply::new("404 Not Found", &[], ""),
    });
    let add = home.run(&["add", &server.url("/old"), "--allow-private"], "");
    assert_eq!(
        (add.out.as_str(), add.code),
        ("1 added\n", Some(0)),
        "{}",
        add.err
    );
    let found = home.run(&["search", "surprised", "--format", "json"], "");
    let found: Value = serde_json::from_str(&found.out).unwrap();
    let article = &found["hits"][0]["article"];
    assert_eq!(article["title"], "Mayor refuses to sell town hall & park");
    assert_eq!(article["outlet"], "The Springfield Gazette");
    assert_eq!(article["date"], "2025-08-18");
    let remove = home.run(&["remove", &server.url("/talks")], "");
    assert!(
        remove.out.starts_with("removed: Mayor refuses"),
        "{} {}",
        remove.out,
        remove.err
    );
}

#[test]
fn one_address_that_fails_stops_no_other() {
    let home = Home::new();
    let server = Server::start(|asked| match asked.path.as_str() {
        "/robots.txt" => Reply::ok("text/plain", "User-agent: parallax\nDisallow: /secret\n"),
        "/secret" => Reply::ok("text/html", "<p>Nobody may know."),
        "/talks" => Reply::ok("text/plain", TALKS),
        "/feed" => Reply::ok(
            "application/rss+xml",
            super::feeds::feed("The Post", &[("/a", "A", "Words.")]),
        ),
        _ => Reply::new("404 Not Found", &[], ""),
    });
    let urls = ["/secret", "/feed", "/none", "/talks"].map(|path| server.url(path));
    let mut arguments = vec!["add", "--allow-private", "http://"];
    arguments.extend(urls.iter().map(String::as_str));
    let add = home.run(&arguments, "");
    assert_eq!((add.out.as_str(), add.code), ("1 added\n", Some(2)));
    let told: Vec<&str> = add.err.lines().collect();
    assert_eq!(told.len(), 4, "{}", add.err);
    for (line, words) in told.iter().zip([
        "http://: it is no address of the web",
        "/secret: the site asks programs not to fetch it (in its robots.txt)",
        "/feed: this is a feed; to follow it: parallax feed add http://",
        "/none: the server answers that there is no such page",
    ]) {
        assert!(line.contains(words), "{line}");
    }
    assert!(!server.paths().contains(&"/secret".to_owned()));
}

#[test]
fn this_computer_is_asked_only_when_that_is_wanted() {
    let home = Home::new();
    let server = Server::start(|_| Reply::ok("text/plain", TALKS));
    let url = server.url("/talks");
    for arguments in [&["add", &url][..], &["feed", "add", &url]] {
        let run = home.run(arguments, "");
        assert_eq!(run.code, Some(2));
        assert!(run.err.contains("--allow-private"), "{}", run.err);
    }
    assert!(server.paths().is_empty());
}

#[test]
fn a_folder_is_followed_until_it_is_removed() {
    let home = Home::new();
    assert_eq!(home.run(&["add", "news/"], "").out, "2 added\n");
    home.write("news/rain.txt", &article("snow"));
    home.write("news/more/wind.txt", &article("wind"));
    std::fs::remove_file(home.0.path().join("news/talks.txt")).unwrap();
    let sync = home.run(&["sync"], "");
    assert_eq!(
        (sync.out.as_str(), sync.code),
        ("1 new, 1 changed\n", Some(0)),
        "{}",
        sync.err
    );
    assert_eq!(home.counts(), (3, 3), "what was deleted stays");
    assert_eq!(home.run(&["sync"], "").out, "nothing new\n");
    let remove = home.run(&["remove", "news"], "");
    assert!(
        remove
            .out
            .starts_with("no longer followed: news\nremoved: "),
        "{}",
        remove.out
    );
    assert_eq!(home.counts(), (0, 0));
    let sync = home.run(&["sync"], "");
    assert_eq!((sync.out.as_str(), sync.code), ("nothing new\n", Some(0)));
    assert!(sync.err.contains("nothing is followed yet"), "{}", sync.err);
}
