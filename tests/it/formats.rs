//! What is read of files of each format: the pages and feeds in `formats/` are built as those on the web are.

mod hostile;
mod pages;

use std::path::Path;

use expect_test::{Expect, expect};
use parallax::article::{Article, BlockKind, Content, Label, Unfit};

#[test]
fn each_entry_of_an_rss_feed_is_an_article() {
    check(
        "feed.rss",
        &expect![[r"
            Mayor refuses to sell town hall & park (Given)
            The Springfield Gazette
            Jane Doe
            2025-08-18
            https://gazette.example/town-hall?utm_source=rss&id=1

            # Mayor refuses to sell town hall & park

            The mayor of Springfield refused on Monday to sell the town hall.

            ## What the buyers say

            “We thought that all was settled,” said Carl Coe.

            % Read more

            Bridge closed (Given)
            The Springfield Gazette
            -
            2025-08-17
            https://gazette.example/#gazette-2

            # Bridge closed

            The bridge is closed until spring, the county said. Drivers must go round by Shelbyville.

            A title alone (Given)
            The Springfield Gazette
            -
            -
            https://gazette.example/alone

            # A title alone
        "]],
    );
}

#[test]
fn each_entry_of_an_atom_feed_is_an_article() {
    check(
        "feed.atom",
        &expect![[r"
        Mayor refuses to sell (Given)
        Herald & Star
        John Roe
        2025-08-18
        https://herald.example/mayor

        # Mayor refuses to sell

        The mayor refused to sell the town hall.

        The buyers were surprised.

        Roof leaks again (Given)
        Herald & Star
        Herald staff
        2025-08-17
        tag:herald.example,2025:roof

        # Roof leaks again

        The roof of the town hall leaks again.
    "]],
    );
}

#[test]
fn each_item_of_a_json_feed_is_an_article() {
    check(
        "feed.json",
        &expect![[r"
            Town hall stays (Given)
            The Star
            Max Moe, Ida Joe
            2025-08-18
            https://star.example/1

            # Town hall stays

            The town hall stays, the mayor said.

            The buyers left.

            A short note without a title. (Lead)
            The Star
            -
            2025-08-19
            https://star.example/#2

            A short note without a title.

            It has two paragraphs.
        "]],
    );
}

#[test]
fn markdown_is_read_without_its_marks() {
    check(
        "talks.md",
        &expect![[r"
        Mayor refuses to sell town hall (Headline)
        The Springfield Gazette
        Jane Doe
        2025-08-18
        https://gazette.example/town-hall

        # Mayor refuses to sell town hall

        The mayor of Springfield refused on Monday to sell the old town hall to Acme. She called the offer void.

        ## What the buyers say

        “We thought that all was settled,” said Carl Coe.

        The hall was built in 1902.

        It burned in 1931.

        Year; Cost

        2023; $210,000

        It stays & stands.

        A line that ends with a break and goes on.

        AT&T was not asked.

        It had offered $5 million.
    "]],
    );
}

#[test]
fn titles_of_rss_are_read_as_what_they_are_meant_for() {
    let titles = [
        "<![CDATA[What&#8217;s next]]>",
        "What&amp;#8217;s&amp;nbsp;next",
        "<![CDATA[<b>What’s</b> next]]>",
        "What’s next",
    ];
    for title in titles {
        let feed = format!(
            "<rss version=\"2.0\"><channel><title>A &amp;amp; B</title><item><title>{title}</title></item></channel></rss>"
        );
        let article = one(feed.as_bytes(), "rss");
        assert_eq!(article.title.text, "What’s next", "{title}");
        assert_eq!(article.label.outlet(), "A & B");
    }
    // In Atom a title says itself whether it is marked up.
    let feed = b"<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>What &amp;amp; does</title></entry></feed>";
    assert_eq!(one(feed, "atom").title.text, "What &amp; does");
}

#[test]
fn entries_that_share_a_page_are_told_apart() {
    let item = |title: &str, id: &str| {
        format!(
            "<item><title>{title}</title><link>https://a.example/changes</link>{id}<description>{title} it is.</description></item>"
        )
    };
    let items = item("One", "<guid isPermaLink=\"false\">v 1</guid>")
        + &item("Two", "<guid>https://a.example/changes</guid>")
        + &item("Three", "");
    let feed = format!("<rss version=\"2.0\"><channel><title>A</title>{items}</channel></rss>");
    let articles = Content::of_file(feed.as_bytes(), Some("rss")).articles(Label::default());
    let urls = articles
        .unwrap()
        .into_iter()
        .map(|article| article.label.url.unwrap());
    assert_eq!(
        urls.collect::<Vec<_>>(),
        ["v%201", "Two", "Three"].map(|name| format!("https://a.example/changes#{name}"))
    );
}

#[test]
fn json_feeds_are_known_wherever_they_say_so() {
    let item = format!(
        "{{\"id\": \"1\", \"title\": \"News\", \"content_text\": \"{}\"}}",
        "Words. ".repeat(2_000)
    );
    let version = r"https:\/\/jsonfeed.org\/version\/1.1";
    let feed = format!("{{\"title\": \"A\", \"items\": [{item}], \"version\": \"{version}\"}}");
    assert_eq!(one(feed.as_bytes(), "json").title.text, "News");
}

#[test]
fn a_break_in_markdown_parts_lines() {
    let article = one(b"First line<br>Second <b>line</b><BR />Third line", "md");
    assert_eq!(article.text, "First line\n\nSecond line\n\nThird line");
}

#[test]
fn what_a_server_says_of_an_answer_is_heard() {
    let page = b"<!doctype html><title>B\xfcrgermeister</title><p>Der B\xfcrgermeister von Springfield verkauft das alte Rathaus \
                 nicht, sagte er am Montag.</p>";
    let content = Content::of_answer(page, Some("text/html"), Some("ISO-8859-1"));
    let articles = content.articles(Label::default()).unwrap();
    assert_eq!(articles[0].title.text, "Bürgermeister");
    // Feeds are often served as pages, and pages as feeds.
    let feed = fixture("feed.rss");
    for said in [
        "text/html",
        "text/xml; charset=utf-8",
        "text/plain",
        "application/octet-stream",
    ] {
        let content = Content::of_answer(&feed, Some(said), None);
        assert_eq!(
            content.articles(Label::default()).unwrap().len(),
            3,
            "{said}"
        );
    }
}

#[test]
fn a_label_from_outside_goes_before_what_the_page_says() {
    let label = Label {
        outlet: Some("Mine".to_owned()),
        ..Label::default()
    };
    let page = fixture("news.html");
    let article = Content::of_file(&page, Some("html"))
        .articles(label)
        .unwrap()
        .remove(0);
    assert_eq!(article.label.outlet(), "Mine");
    assert_eq!(article.label.author.as_deref(), Some("Jane Doe, José Roe"));
}

#[test]
fn what_is_no_article_says_so() {
    for (extension, bytes, why) in [
        (
            "xml",
            &b"<?xml version=\"1.0\"?><note>Buy milk</note>"[..],
            "it is no feed",
        ),
        ("json", b"{\"name\": \"parallax\"}", "it is no feed"),
        (
            "rss",
            b"<rss version=\"2.0\"><channel><title>Empty</title></channel></rss>",
            "no entry in this feed",
        ),
        (
            "rss",
            b"<rss version=\"2.0\"><channel><item><title>Cut",
            "it is no whole feed: ",
        ),
        ("html", b"%PDF-1.7 and so on", "binary data"),
        ("html", b"<!doctype html>", "no article is in this page"),
        ("html", b" ", "it is empty"),
    ] {
        let told = Content::of_file(bytes, Some(extension))
            .articles(Label::default())
            .unwrap_err()
            .to_string();
        assert!(told.contains(why), "{told}");
    }
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/it/formats")
            .join(name),
    )
    .unwrap()
}

fn articles(name: &str) -> Result<Vec<Article>, Unfit> {
    let bytes = fixture(name);
    let extension = name.rsplit_once('.').unwrap().1;
    Content::of_file(&bytes, Some(extension)).articles(Label::default())
}

/// The only article in these bytes.
#[track_caller]
fn one(bytes: &[u8], extension: &str) -> Article {
    let articles = Content::of_file(bytes, Some(extension)).articles(Label::default());
    let [article] = <[Article; 1]>::try_from(articles.unwrap()).unwrap();
    article
}

#[track_caller]
fn check(name: &str, expected: &Expect) {
    let told: Vec<String> = articles(name).unwrap().iter().map(told).collect();
    expected.assert_eq(&told.join("\n"));
}

/// The label, then the blocks, each with a mark of its kind.
fn told(article: &Article) -> String {
    let Label {
        outlet,
        author,
        date,
        url,
        ..
    } = &article.label;
    let fields = [outlet, author, date, url];
    let fields = fields.map(|field| field.as_deref().unwrap_or("-"));
    let title = format!("{} ({:?})", article.title.text, article.title.origin);
    let mut lines = vec![title, fields.join("\n")];
    for block in &article.blocks {
        let mark = match block.kind {
            BlockKind::Headline => "# ",
            BlockKind::Byline => "~ ",
            BlockKind::Subhead => "## ",
            BlockKind::Paragraph => "",
            BlockKind::Boilerplate => "% ",
        };
        lines.push(format!("\n{mark}{}", block.span.of(&article.text)));
    }
    lines.join("\n") + "\n"
}
