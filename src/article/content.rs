use super::{Article, Format, Label, Undecodable, decode};

/// The bytes of a file or an answer, and what is known of them from outside.
#[derive(Clone, Copy, Debug, Default)]
pub struct Content<'a> {
    /// All of them.
    pub bytes: &'a [u8],
    /// The format that a name or a server tells; `None` when the text alone tells it.
    pub format: Option<Format>,
    /// The encoding that a server tells, by any of its names.
    pub charset: Option<&'a str>,
}

/// Why no article can be made of some bytes, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// They are no text.
    #[error(transparent)]
    Undecodable(#[from] Undecodable),
    /// They are XML or JSON, but no feed.
    #[error("it is no feed; of XML and JSON only RSS, Atom and JSON Feed hold articles")]
    NoFeed,
    /// They begin like a feed, and this is wrong with it.
    #[error("it is no whole feed: {0}; fetch it again")]
    Feed(String),
    /// The feed is whole and empty.
    #[error("there is no entry in this feed")]
    NoEntries,
    /// A page, but not of an article.
    #[error(
        "no article is in this page; if a browser shows one, save the page from there or copy its text into a file"
    )]
    NoText,
    /// Reading them would take for ever.
    #[error(
        "it has more tags, or more attributes in one, than any page or feed; give its text as plain text"
    )]
    Overfull,
}

impl<'a> Content<'a> {
    /// The content of a file with this extension.
    pub fn of_file(bytes: &'a [u8], extension: Option<&str>) -> Content<'a> {
        Content {
            bytes,
            format: extension.and_then(Format::of_extension),
            charset: None,
        }
    }

    /// The content of an answer with this `Content-Type`, such as `text/html; charset=utf-8`.
    pub fn of_answer(bytes: &'a [u8], content_type: Option<&'a str>) -> Content<'a> {
        let parameters = content_type
            .into_iter()
            .flat_map(|said| said.split(';').skip(1));
        let mut parameters = parameters.filter_map(|parameter| parameter.split_once('='));
        let charset = parameters.find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"));
        Content {
            bytes,
            format: content_type.and_then(Format::of_media_type),
            charset: charset.map(|(_, value)| value.trim().trim_matches('"')),
        }
    }

    /// The articles in it: one, or those of a feed in its order, at least one. `label` is what is known of them from
    /// outside, and goes before what they say of themselves.
    ///
    /// # Errors
    /// Says why when there is none.
    pub fn articles(&self, label: Label) -> Result<Vec<Article>, Unfit> {
        let (format, text) = self.text()?;
        format.articles(text, label)
    }

    /// Its text, decoded, and the format that this is in: what is said of it need not be so.
    ///
    /// # Errors
    /// Says why when no article can be in it.
    pub fn text(&self) -> Result<(Format, String), Unfit> {
        let text = decode(self.bytes, self.format, self.charset)?;
        match Format::confirmed(self.format, &text) {
            Format::Feed if Format::of_content(&text).is_none() => Err(Unfit::NoFeed),
            format => Ok((format, text)),
        }
    }
}
