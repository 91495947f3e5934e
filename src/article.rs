//! One text of one outlet: its title, blocks of text, and what is known of where it comes from.

mod boilerplate;
mod byline;
mod content;
pub mod date;
mod dateline;
mod decode;
mod draft;
mod feed;
mod fingerprint;
mod format;
mod front_matter;
mod headline;
mod html;
mod language;
mod markdown;
mod paragraph;
mod part;
mod phrase;
mod plain;
mod subhead;
mod tags;

use serde::{Deserialize, Serialize};

use crate::text::Span;

pub use content::{Content, Unfit};
use decode::decode;
pub use decode::{Undecodable, is_binary};
pub use fingerprint::{Fingerprint, NoFingerprint};
pub use format::Format;

/// An article, as read from a file, a page or a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// What is known of it from outside its text.
    pub label: Label,
    /// What stands for it in a list.
    pub title: Title,
    /// The text that every span of the analysis points into: of plain text the whole decoded file, of all other formats
    /// what they read as, headline and paragraphs parted by blank lines.
    pub text: String,
    /// Its blocks, in order and apart; together they hold everything but white space and front matter.
    pub blocks: Vec<Block>,
    /// The place and agency before the first sentence (*Kyiv, Ukraine —*), with its dash.
    pub dateline: Option<Span>,
    /// The language it seems to be in.
    pub language: Language,
}

/// Where an article comes from. Nothing of it is guessed from the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// The path as it was given, or `-` for standard input.
    pub path: String,
    /// The file's short name, which stands for an outlet that is not known.
    pub short: String,
    /// The title given beside the text.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When, as given; `YYYY-MM-DD` sorts rightly.
    pub date: Option<String>,
    /// Where it stands on the web.
    pub url: Option<String>,
}

/// Longer titles, names and the like, in bytes, are none that anybody would show.
const LONGEST_FIELD: usize = 500;

impl Label {
    /// The outlet, or the file's short name.
    pub fn outlet(&self) -> &str {
        self.outlet.as_deref().unwrap_or(&self.short)
    }

    /// Takes from `other` what is not known yet: whoever speaks first is believed. The label file comes first, for it is
    /// the reader's own word, then the text's front matter. Path and short name are the file's and stay.
    pub fn complete(&mut self, other: Label) {
        self.title = self.title.take().or(other.title);
        self.outlet = self.outlet.take().or(other.outlet);
        self.author = self.author.take().or(other.author);
        self.date = self.date.take().or(other.date);
        self.url = self.url.take().or(other.url);
    }
}

/// An article's title and how it was come by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// The words, on one line.
    pub text: String,
    /// Where they come from.
    pub origin: TitleOrigin,
}

/// Where a title comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TitleOrigin {
    /// The label or the format gives it.
    Given,
    /// The text's first line is a headline.
    Headline,
    /// There is none: the lead sentence stands for it, shortened.
    Lead,
}

/// A run of text between breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands, without white space around it.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// The title.
    Headline,
    /// Who wrote it, when.
    Byline,
    /// A title within the text.
    Subhead,
    /// The body.
    Paragraph,
    /// Left over from the page it stood on: *Read more*, *Today*.
    Boilerplate,
}

/// How far a text can be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// Everything works.
    English,
    /// Words are compared and marks shown; speakers and links need English.
    Other,
}

impl Article {
    /// An article of plain text, already decoded.
    pub fn plain(text: String, label: Label) -> Article {
        plain::article(text, label)
    }

    /// The number of words in the body.
    pub fn word_count(&self) -> usize {
        self.paragraphs()
            .map(|block| crate::text::words(block.span.of(&self.text)).count())
            .sum()
    }

    /// Where the headline stands, if the text has one.
    pub fn headline(&self) -> Option<Span> {
        let mut blocks = self.blocks.iter();
        let headline = blocks.find(|block| block.kind == BlockKind::Headline);
        headline.map(|block| block.span)
    }

    /// Where each paragraph's own words stand: the dateline is left out.
    pub fn body(&self) -> Vec<Span> {
        self.paragraphs()
            .map(|block| self.without_dateline(block.span))
            .collect()
    }

    /// A block's span without the dateline, if that stands there.
    pub fn without_dateline(&self, block: Span) -> Span {
        match self.dateline {
            Some(dateline) if block.contains(dateline) => {
                Span::new(dateline.end, block.end).trimmed(&self.text)
            }
            _ => block,
        }
    }

    /// The body's paragraphs.
    pub fn paragraphs(&self) -> impl Iterator<Item = Block> + '_ {
        self.blocks
            .iter()
            .copied()
            .filter(|block| block.kind == BlockKind::Paragraph)
    }
}
