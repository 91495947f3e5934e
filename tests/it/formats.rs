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
fn what_a_server_says_of_an_answer_is_heard() {
    let page = b"<!doctype html><title>B\xfcrgermeister</title><p>Der B\xfcrgermeister von Springfield verkauft das alte Rathaus \
                 nicht, sagte er am Montag.</p>";
    let content = Content::of_answer(page, Some("text/html; charset=\"ISO-8859-1\""));
    let articles = content.articles(Label::default()).unwrap();
    assert_eq!(articles[0].title.text, "Bürgermeister");
    // Feeds are often served as pages, and pages as feeds.
    let feed = fixture("feed.rss");
    for said in [
        "text/html",
        "text/xml; charset=utf-8",
        "application/octet-stream",
    ] {
        let content = Content::of_answer(&feed, Some(said));
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
