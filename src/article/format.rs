use super::{Article, Label, Unfit, feed, html, markdown, plain};

/// How a file holds its articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Text as it is, with or without front matter.
    #[default]
    Plain,
    /// Text with marks for headings, emphasis, links; with or without front matter.
    Markdown,
    /// A web page.
    Html,
    /// RSS, Atom or JSON Feed: any number of articles.
    Feed,
}

/// The endings of file names.
const EXTENSIONS: &[(Format, &[&str])] = &[
    (Format::Plain, &["txt", "text"]),
    (Format::Markdown, &["md", "markdown"]),
    (Format::Html, &["html", "htm", "xhtml"]),
    (Format::Feed, &["rss", "atom", "xml", "json"]),
];

/// What servers say that they send, without `text/` and `application/` before it.
const MEDIA_TYPES: &[(Format, &[&str])] = &[
    (Format::Plain, &["plain"]),
    (Format::Markdown, &["markdown", "x-markdown"]),
    (Format::Html, &["html", "xhtml+xml"]),
    (
        Format::Feed,
        &["rss+xml", "atom+xml", "rdf+xml", "xml", "feed+json", "json"],
    ),
];

impl Format {
    /// The format of files with this extension, in any case; `None` for files that hold no article.
    pub fn of_extension(extension: &str) -> Option<Format> {
        listed(EXTENSIONS, extension)
    }

    /// Whether files with this extension hold other things as often as articles: only their content tells.
    pub fn is_doubtful(extension: &str) -> bool {
        ["xml", "json"]
            .iter()
            .any(|doubtful| extension.eq_ignore_ascii_case(doubtful))
    }

    /// The format that a server names, with or without what follows a `;`.
    pub fn of_media_type(media_type: &str) -> Option<Format> {
        let name = media_type.split(';').next().unwrap_or_default().trim();
        let (family, kind) = name.split_once('/')?;
        let known = ["text", "application"]
            .iter()
            .any(|known| family.eq_ignore_ascii_case(known));
        listed(MEDIA_TYPES, kind).filter(|_| known)
    }

    /// The format that the beginning of a text shows; `None` when it could be any text.
    pub fn of_content(text: &str) -> Option<Format> {
        let text =
            text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
        if text.starts_with('{') {
            // Its version may stand behind all its items, and a slash in JSON with a backslash before it.
            let versions = ["/jsonfeed.org/version/", r"/jsonfeed.org\/version\/"];
            let is_feed = versions.iter().any(|version| text.contains(version));
            return is_feed.then_some(Format::Feed);
        }
        let name = first_element(text)?;
        let is = |known: &[&str]| known.iter().any(|known| name.eq_ignore_ascii_case(known));
        if is(&["rss", "feed", "rdf:RDF"]) {
            Some(Format::Feed)
        } else {
            is(PAGES).then_some(Format::Html)
        }
    }

    /// As [`Format::of_content`], of bytes that are not decoded yet, or the first of them.
    pub fn of_bytes(bytes: &[u8]) -> Option<Format> {
        // UTF-16 is what no feed on the web is in, and its letters are those of ASCII with zeros between them.
        let letters = bytes.iter().copied();
        let letters: Vec<u8> = letters.filter(|byte| *byte != 0 && *byte < 0xfe).collect();
        Format::of_content(&String::from_utf8_lossy(&letters))
    }

    /// Every ending of a file name that a format has, without the dot.
    pub fn extensions() -> impl Iterator<Item = &'static str> {
        EXTENSIONS
            .iter()
            .flat_map(|(_, names)| names.iter().copied())
    }

    /// The format of a text that is said to be in this one. What is said is not always so: feeds are served as pages,
    /// and pages as XML.
    pub(super) fn confirmed(said: Option<Format>, text: &str) -> Format {
        match said {
            Some(Format::Plain | Format::Markdown) => said.unwrap_or_default(),
            Some(Format::Html | Format::Feed) | None => {
                Format::of_content(text).or(said).unwrap_or_default()
            }
        }
    }

    /// The articles in `text`, which has been decoded: one, or those of a feed in its order, at least one.
    ///
    /// # Errors
    /// Says why when there is no article in it.
    pub fn articles(self, text: String, label: Label) -> Result<Vec<Article>, Unfit> {
        match self {
            Format::Plain => Ok(vec![plain::article(text, label)]),
            Format::Markdown => Ok(vec![markdown::article(&text, label)]),
            Format::Html => Ok(vec![html::article(&text, label)?]),
            Format::Feed => feed::articles(&text, &label),
        }
    }
}

fn listed(list: &[(Format, &[&str])], name: &str) -> Option<Format> {
    let has = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known));
    list.iter()
        .find(|(_, names)| has(names))
        .map(|(format, _)| *format)
}

/// Elements that pages begin with, also those that begin in their middle.
const PAGES: &[&str] = &[
    "html", "head", "body", "title", "meta", "link", "base", "article", "main", "section",
    "header", "div", "p", "h1", "h2", "table", "center", "font", "script", "style",
];

/// The name of the first element of a text in markup, `html` where a document type says so.
fn first_element(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        rest = rest.trim_start().strip_prefix('<')?;
        let end = if rest.starts_with("!--") {
            "-->"
        } else if rest.starts_with('?') {
            "?>"
        } else if rest
            .get(..8)
            .is_some_and(|head| head.eq_ignore_ascii_case("!doctype"))
        {
            let kind = rest.get(8..)?.trim_start();
            if kind
                .get(..4)
                .is_some_and(|kind| kind.eq_ignore_ascii_case("html"))
            {
                return kind.get(..4);
            }
            // What it declares within brackets holds marks of its own.
            let declares = kind
                .split_once('[')
                .is_some_and(|(before, _)| !before.contains('>'));
            if declares { "]>" } else { ">" }
        } else {
            let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == ':';
            let name = rest.get(..rest.find(|letter| !is_name(letter)).unwrap_or(rest.len()));
            return name.filter(|name| !name.is_empty());
        };
        rest = rest.split_once(end)?.1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_known_by_their_content() {
        for (text, format) in [
            ("<!DOCTYPE html>\n<p>Talks", Some(Format::Html)),
            (
                "\u{feff} <!-- saved from url=(0021)https://example.org/ -->\n<HTML>",
                Some(Format::Html),
            ),
            (
                "<?xml version=\"1.0\"?>\n<?xml-stylesheet href=\"a\"?><rss version=\"2.0\">",
                Some(Format::Feed),
            ),
            (
                "<!DOCTYPE rss [<!ENTITY a \"<b>\"> ]><rss>",
                Some(Format::Feed),
            ),
            (
                "<feed xmlns=\"http://www.w3.org/2005/Atom\">",
                Some(Format::Feed),
            ),
            (
                "{\n \"version\": \"https://jsonfeed.org/version/1.1\"",
                Some(Format::Feed),
            ),
            (
                r#"{"items": [], "version": "https:\/\/jsonfeed.org\/version\/1"}"#,
                Some(Format::Feed),
            ),
            ("<?xml version=\"1.0\"?><note>", None),
            ("{\"a\": 1}", None),
            ("The talks <b>began</b>.", None),
            ("<3 from the mayor", None),
            ("", None),
        ] {
            assert_eq!(Format::of_content(text), format, "{text}");
        }
    }

    #[test]
    fn formats_are_known_by_what_servers_say() {
        assert_eq!(
            Format::of_media_type("text/html; charset=utf-8"),
            Some(Format::Html)
        );
        assert_eq!(
            Format::of_media_type("Application/RSS+XML"),
            Some(Format::Feed)
        );
        assert_eq!(Format::of_media_type("image/xml"), None);
        assert_eq!(Format::of_media_type("text"), None);
    }
}
