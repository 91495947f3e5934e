//! Pages and feeds that are made to harm: they are read, or refused in words, and the time stays in proportion.

use parallax::article::{Article, Content, Label, Unfit};

#[test]
fn tags_without_end_are_read_all_the_same() {
    let text =
        "<p>The mayor of Springfield refused on Monday to sell the old town hall to anybody.</p>";
    for (before, times) in [
        ("<div>", 2_000),
        ("<b>", 2_000),
        ("<font size=1><p>", 2_000),
        ("<table><tr><td>", 2_000),
        ("<svg><td>", 2_000),
        ("<svg><desc><div>", 2_000),
        ("<svg><style>", 2_000),
        ("<svg><style><article></article></style></svg>", 200),
        ("<math><mi><p>", 2_000),
        ("<rt>", 2_000),
        ("<li><dd>", 2_000),
        ("<a href=x><b><i>", 2_000),
        ("<blockquote><ul><li>", 2_000),
        ("<template>", 2_000),
        ("<button><p>", 2_000),
        ("</div></p></b>", 2_000),
        ("<div><table></div>", 2_000),
        ("<select><option>", 2_000),
        ("<", 10_000),
        ("&amp;&lt;&#60;&nosuch;", 2_000),
        ("<!--", 2_000),
        ("<br>", 2_000),
        ("<br><br>x", 2_000),
    ] {
        let page = format!(
            "<!doctype html><title>Mayor</title>{text}{}{text}",
            before.repeat(times)
        );
        match read(page.as_bytes(), "html") {
            Ok(articles) => assert!(articles[0].text.starts_with("Mayor"), "{before}"),
            Err(why) => assert_eq!(why, Unfit::NoText, "{before}"),
        }
    }
}

#[test]
fn marks_that_are_never_closed_do_not_multiply() {
    let text = "<p>The mayor of Springfield refused on Monday to sell the hall.".repeat(2_000);
    for after in ["", "</i>", "<table><td></b></table>"] {
        let marks = numbered(100, |number| {
            format!("<font size={number}><b id=b{number}>{after}")
        });
        let page = format!("<!doctype html><title>Mayor</title>{marks}{text}");
        let articles = read(page.as_bytes(), "html").unwrap();
        assert_eq!(articles[0].blocks.len(), 2_001, "{after}");
    }
}

#[test]
fn many_words_for_the_ear_in_a_line_are_left_out() {
    let spoken = "<span class=\"sr-only\">x</span>".repeat(50_000);
    let text = "The mayor of Springfield refused on Monday to sell the old town hall to anybody.";
    let page = format!("<!doctype html><title>Mayor</title><p>{text}{spoken}</p>");
    let articles = read(page.as_bytes(), "html").unwrap();
    assert_eq!(articles[0].text, format!("Mayor\n\n{text}"));
}

#[test]
fn many_paragraphs_are_read() {
    let text = "<p class=\"x\">The mayor of Springfield refused on Monday to sell the hall.</p>"
        .repeat(5_000);
    let page = format!("<!doctype html><title>Mayor</title><div>{text}</div>");
    assert_eq!(
        read(page.as_bytes(), "html").unwrap()[0].blocks.len(),
        5_001
    );
}

#[test]
fn endless_attributes_are_refused() {
    let many = numbered(100_000, |number| format!(" a{number}=\"\""));
    let page = format!("<!doctype html><p{many}>Talks</p>");
    assert_eq!(read(page.as_bytes(), "html"), Err(Unfit::Overfull));
    let feed = format!("<rss version=\"2.0\"{many}><channel></channel></rss>");
    assert_eq!(read(feed.as_bytes(), "xml"), Err(Unfit::Overfull));
}

#[test]
fn entities_do_not_multiply() {
    let more = numbered(29, |number| {
        let below = format!("&a{number};").repeat(10);
        format!("<!ENTITY a{} \"{below}\">", number + 1)
    });
    let declared = format!("<!ENTITY a0 \"ha\">{more}");
    let item = "<item><title>T</title><description>&a29; laughs</description></item>";
    let feed =
        format!("<!DOCTYPE rss [{declared}]><rss version=\"2.0\"><channel>{item}</channel></rss>");
    assert_eq!(
        read(feed.as_bytes(), "xml").unwrap()[0].text,
        "T\n\n&a29; laughs"
    );
}

#[test]
fn feeds_are_read_whatever_their_size_and_depth() {
    let items = numbered(5_000, |number| {
        format!("<item><title>News {number}</title></item>")
    });
    let feed = format!("<rss version=\"2.0\"><channel>{items}</channel></rss>");
    assert_eq!(read(feed.as_bytes(), "xml").unwrap().len(), 5_000);
    for (open, close) in [
        ("<a>", "</a>"),
        ("<a xmlns:b=\"c\">", "</a>"),
        ("<item>", "</item>"),
    ] {
        let (open, close) = (open.repeat(50_000), close.repeat(50_000));
        let feed = format!(
            "<rss version=\"2.0\"><channel>{open}{close}<item><title>News</title></item></channel></rss>"
        );
        match read(feed.as_bytes(), "xml") {
            Ok(articles) => assert!(articles.iter().any(|article| article.title.text == "News")),
            Err(why) => assert!(why.to_string().contains("more than 128 namespace"), "{why}"),
        }
    }
    let nested = "[".repeat(100_000);
    let feed = format!("{{\"version\": \"https://jsonfeed.org/version/1\", \"items\": {nested}");
    assert!(matches!(read(feed.as_bytes(), "json"), Err(Unfit::Feed(_))));
    let data = format!("<!doctype html><script type=\"application/ld+json\">{nested}</script>");
    assert_eq!(read(data.as_bytes(), "html"), Err(Unfit::NoText));
}

#[test]
fn marks_of_markdown_without_end_are_read() {
    for (mark, times) in [
        (">", 50_000),
        ("- ", 20_000),
        ("*a ", 50_000),
        ("[", 50_000),
        ("![", 50_000),
        ("`a``", 30_000),
        ("<div>\n", 20_000),
        ("|a", 20_000),
        ("[^1]: a\n", 10_000),
        ("[a](b", 30_000),
        ("_a __b", 30_000),
        ("&", 50_000),
    ] {
        let text = format!("# Mayor\n\nTalks began.\n\n{}", mark.repeat(times));
        let articles = read(text.as_bytes(), "md").unwrap();
        assert!(
            articles[0].text.starts_with("Mayor\n\nTalks began."),
            "{mark}"
        );
    }
}

fn numbered(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect::<Vec<String>>().concat()
}

fn read(bytes: &[u8], extension: &str) -> Result<Vec<Article>, Unfit> {
    Content::of_file(bytes, Some(extension)).articles(Label::default())
}
