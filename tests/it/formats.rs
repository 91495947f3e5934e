//! What is read of files of each format: the pages and feeds in `formats/` are built as those on the web are.

mod hostile;

use std::path::Path;

use expect_test::{Expect, expect};
use parallax::article::{Article, BlockKind, Content, Format, Label, Unfit};

#[test]
fn a_news_page_is_its_article() {
    check("news.html", &expect![[r#"
        Mayor refuses to sell town hall & park (Given)
        The Springfield Gazette
        Jane Doe, José Roe
        2025-08-18
        https://gazette.example/news/2025/08/18/town-hall

        # Mayor refuses to sell town hall & park

        The old building stays with the town, whatever the buyers offer for it.

        ## 18 August 2025, 9.40pm

        The mayor of Springfield refused on Monday to sell the old town hall to Acme, the company that has asked for it three times.

        “We will not sell,” Mayor Anna Poe said at a meeting that went on until late in the evening. “It belongs to all of us.”

        Acme had offered $5 million for the building and the park behind it, AT&T’s former office among them.

        ## What the buyers say

        The buyers were surprised. “We thought that all was settled,” said Carl Coe, who speaks for the company.

        The council will vote on the matter again in September, and both sides expect a close result.

        Until then the doors stay open, as they have been since 1902.
    "#]]);
}

#[test]
fn a_live_blog_is_its_posts() {
    check("live.html", &expect![[r#"
        Town hall vote live: mayor speaks to council (Given)
        Springfield Herald
        Herald staff
        2025-09-02
        https://herald.example/live/town-hall

        # Town hall vote live: mayor speaks to council

        ## 8.10pm

        ## Council rejects the sale

        The council has rejected the sale of the town hall by eleven votes to ten, after a debate of more than three hours.

        “This is a good evening for the town,” the mayor said as she left the room.

        ## 7.20pm

        ## Mayor speaks

        Mayor Anna Poe is speaking now. She says that the building was paid for by the people of the town and should stay theirs.

        ## 6pm

        ## Doors open

        The doors have opened and the first of about two hundred people are taking their seats in the gallery above the council.
    "#]]);
}

#[test]
fn the_stub_before_a_paywall_is_what_is_there() {
    check("paywall.html", &expect![[r#"
        Inside the fight for the town hall (Given)
        The Star
        Max Moe
        2025-08-19
        https://star.example/fight

        # Inside the fight for the town hall

        For three years Acme has wanted the town hall of Springfield, and for three years it has been told that it will not get it.

        What nobody knew until this week is how close the mayor came to saying yes.
    "#]]);
}

#[test]
fn a_page_without_paragraphs_is_parted_by_its_line_breaks() {
    check("old.html", &expect![[r#"
        Town hall not for sale (Given)
        -
        Zoë Doe
        2025-08-18
        -

        # Town hall not for sale

        % Town hall not for sale

        The town hall of Springfield is not for sale, the mayor said on Monday, and it will not be as long as she is mayor.

        “We will not sell,” she said. “Not for five million and not for ten.” The buyers left the room without a word to reporters.

        The council votes in September. Its members have been asked to say nothing before then.
    "#]]);
}

#[test]
fn a_page_for_phones_is_parted_by_its_divisions() {
    check("amp.html", &expect![[r#"
        Town hall stays, mayor says (Given)
        The Courier
        Ida Joe
        2025-08-18
        https://courier.example/town-hall-stays

        # Town hall stays, mayor says

        The mayor of Springfield said on Monday that the town hall stays where it is and whose it is.

        % Advertisement

        She refused an offer of $5 million from Acme, a company that builds hotels in the county.

        “Nobody asked the people who live here,” she told reporters after the meeting.
    "#]]);
}

#[test]
fn lists_tables_and_blockquotes_are_text() {
    check("blocks.html", &expect![[r#"
        Five things to know about the town hall (Given)
        -
        Bo Foe
        2025-08-19
        -

        # Five things to know about the town hall

        The town hall of Springfield has been in the news since the mayor refused to sell it. This is what is known of it so far.

        ## A short history

        It was built in 1902, when the town had four thousand people.

        It burned in 1931 and was built again within a year.

        In a letter to the council the mayor put it like this:

        The hall was paid for by the people of this town.

        It is not mine to sell, and it is not yours.

        Its upkeep costs the town more every year, as the accounts of the council show:

        Year; Cost

        2023; $210,000

        2024; $260,000

        The roof is the next thing to be done.

        It was last repaired in 1988, and water has come in since the spring of last year.

        ## A note on the door: closed on Sundays

        She called it “a house for all” in H2O-blue paint.
    "#]]);
}

#[test]
fn each_entry_of_an_rss_feed_is_an_article() {
    check("feed.rss", &expect![[r#"
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
        gazette-2

        # Bridge closed

        The bridge is closed until spring, the county said. Drivers must go round by Shelbyville.

        A title alone (Given)
        The Springfield Gazette
        -
        -
        https://gazette.example/alone

        # A title alone
    "#]]);
}

#[test]
fn each_entry_of_an_atom_feed_is_an_article() {
    check("feed.atom", &expect![[r#"
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
    "#]]);
}

#[test]
fn each_item_of_a_json_feed_is_an_article() {
    check("feed.json", &expect![[r#"
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
        2

        A short note without a title.

        It has two paragraphs.
    "#]]);
}

#[test]
fn markdown_is_read_without_its_marks() {
    check("talks.md", &expect![[r#"
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
    "#]]);
}

#[test]
fn a_page_put_together_by_scripts_says_what_to_do() {
    let why = articles("script.html").unwrap_err();
    assert_eq!(why, Unfit::NoText);
    assert!(why.to_string().contains("save the page from there"));
}

#[test]
fn the_text_in_linked_data_stands_for_a_page_without_any() {
    let page = r#"<!doctype html><title>Mayor refuses</title><script type="application/ld+json">{"@type": "NewsArticle",
        "headline": "Mayor refuses", "articleBody": "The mayor of Springfield refused on Monday to sell the old town hall.\n\nThe
        buyers were surprised by that."}</script><div id="root"></div>"#;
    let articles = Format::Html.articles(page.to_owned(), Label::default());
    let text = articles.unwrap().remove(0).text;
    assert!(
        text.starts_with("Mayor refuses\n\nThe mayor of Springfield refused"),
        "{text}"
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
    let mut told = format!("{} ({:?})\n", article.title.text, article.title.origin);
    for field in [outlet, author, date, url] {
        told += &format!("{}\n", field.as_deref().unwrap_or("-"));
    }
    for block in &article.blocks {
        let mark = match block.kind {
            BlockKind::Headline => "# ",
            BlockKind::Byline => "~ ",
            BlockKind::Subhead => "## ",
            BlockKind::Paragraph => "",
            BlockKind::Boilerplate => "% ",
        };
        told += &format!("\n{mark}{}\n", block.span.of(&article.text));
    }
    told
}
