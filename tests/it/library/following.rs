//! How feeds come to be followed, and how they no longer are.

use super::Home;
use super::feeds::{feed, rss};
use crate::server::{Reply, Server};

#[test]
fn a_page_that_names_its_feed_is_enough() {
    let home = Home::new();
    let server = Server::start(|asked| {
        let named = |paths: &[&str]| {
            let link = |path: &&str| {
                format!(
                    "<link rel=alternate type=application/rss+xml title=\"Of {path}\" href={path}>"
                )
            };
            let links = paths.iter().map(link).collect::<Vec<_>>().concat();
            Reply::ok("text/html", format!("<html><head>{links}</head><p>Words"))
        };
        match asked.path.as_str() {
            "/" => named(&["/feed"]),
            "/several" => named(&["/feed", "/comments"]),
            "/none" => named(&[]),
            _ => rss(asked, &feed("The Post", &[("/a", "A", "Words.")])),
        }
    });
    let add = |path: &str| home.run(&["feed", "add", &server.url(path), "--allow-private"], "");
    assert_eq!(
        add("/").out,
        format!("followed: The Post ({})\n", server.url("/feed"))
    );
    assert!(add("/feed").out.starts_with("already followed: The Post"));
    let several = add("/several");
    assert_eq!((several.out.as_str(), several.code), ("", Some(2)));
    assert!(
        several.err.contains("names several feeds")
            && several
                .err
                .contains(&format!("{}  Of /comments", server.url("/comments"))),
        "{}",
        several.err
    );
    assert!(add("/none").err.contains("this is no feed, and names none"));
    let remove = home.run(
        &[
            "feed",
            "remove",
            &server.url("/feed"),
            "https://other.example/",
        ],
        "",
    );
    assert_eq!(
        remove.out,
        format!("no longer followed: {}\n", server.url("/feed"))
    );
    assert_eq!(
        (remove.err.as_str(), remove.code),
        (
            "parallax: https://other.example/: no feed of this address is followed; parallax feed list shows all\n",
            Some(2)
        )
    );
}

#[test]
fn lists_of_feeds_come_from_other_readers_and_go_to_them() {
    let home = Home::new();
    // As newsboat writes it, with what it would run.
    let list = "<?xml version=\"1.0\"?>\n<opml version=\"1.0\">\n  <head>\n    <title>newsboat - Exported Feeds</title>\n  </head>\n  \
                <body>\n    <outline type=\"rss\" xmlUrl=\"https://gazette.example/rss?a=1&amp;b=2\" \
                htmlUrl=\"https://gazette.example/\" title=\"The Gazette &amp; Star\"/>\n    \
                <outline type=\"rss\" xmlUrl=\"exec:~/bin/fetch.sh\" title=\"Script\"/>\n    \
                <outline type=\"rss\" xmlUrl=\"https://post.example/atom\" title=\"\"/>\n  </body>\n</opml>\n";
    let file = home.write("feeds.opml", list);
    let import = home.run(&["feed", "import", file.to_str().unwrap()], "");
    assert_eq!(
        (import.out.as_str(), import.code),
        ("2 feeds listed, 2 of them new\n", Some(2))
    );
    assert!(
        import
            .err
            .contains("line 8: exec:~/bin/fetch.sh is no address of the web; passed over"),
        "{}",
        import.err
    );
    let export = home.run(&["feed", "export"], "");
    assert_eq!(export.code, Some(0), "{}", export.err);
    let elsewhere = Home::new();
    let import = elsewhere.run(&["feed", "import", "-"], &export.out);
    assert_eq!(
        (import.out.as_str(), import.code),
        ("2 feeds listed, 2 of them new\n", Some(0))
    );
    assert_eq!(elsewhere.run(&["feed", "export"], "").out, export.out);
    assert_eq!(
        home.run(&["feed", "list"], "").out,
        "never fetched     The Gazette & Star  https://gazette.example/rss?a=1&b=2\n\
         never fetched     -                   https://post.example/atom\n"
    );
    let no_list = home.run(&["feed", "import", "news/rain.txt"], "");
    assert_eq!(no_list.code, Some(2));
    assert!(
        no_list
            .err
            .starts_with("parallax: news/rain.txt: it is no OPML list of feeds"),
        "{}",
        no_list.err
    );
}
