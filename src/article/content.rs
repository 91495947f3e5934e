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

    /// The content of an answer that the server says is of this type, such as `text/html`, and in this encoding.
    pub fn of_answer(
        bytes: &'a [u8],
        media_type: Option<&str>,
        charset: Option<&'a str>,
    ) -> Content<'a> {
        let said = media_type.and_then(Format::of_media_type);
        // Plain text is what servers say of what they do not know.
        let is_feed = || Format::of_bytes(bytes) == Some(Format::Feed);
        Content {
            bytes,
            format: said.map(|said| match said {
                Format::Plain if is_feed() => Format::Feed,
                said => said,
            }),
            charset,
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
