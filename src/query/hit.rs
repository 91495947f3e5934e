use std::cmp::Reverse;

use super::Sought;
use crate::article::{Article, BlockKind};
use crate::mark::QUOTATION_MARKS;
use crate::text::Span;

/// The most hits that are shown of a search, the best first.
pub const MOST_HITS: usize = 200;

/// What was found of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hit {
    /// Where the article came from, as it was given.
    pub path: String,
    /// The article's title, or its lead sentence.
    pub title: String,
    /// Its outlet, or a short name.
    pub outlet: String,
    /// When it appeared, if that is known.
    pub date: Option<String>,
    /// Some of its words, a few hundred bytes, those that were found among them. Of a quote that was found nothing else: it
    /// stands with its marks as in the article, and with the words of the reporter that stand in it.
    pub excerpt: Excerpt,
    /// The byte of the article's text at which the best of it stands; `None` when only what is known of the article was asked
    /// for.
    pub at: Option<usize>,
    /// The quote that was found, if it is one.
    pub quote: Option<Said>,
}

/// A stretch of text with what was looked for in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The words; `…` stands where the article goes on.
    pub text: String,
    /// Where in `text` what was looked for stands, in order and apart.
    pub found: Vec<Span>,
}

/// A quote that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Who said it, if the text tells.
    pub speaker: Option<String>,
    /// Where it stands in the article's text, from the first byte of its first part to the last of its last.
    pub span: Span,
}

/// How many bytes of an excerpt stand before the place that it is around.
const BEFORE: usize = 60;

/// How many stand behind it.
const BEHIND: usize = 260;

impl Hit {
    /// What is found in an article's text: where most of `places`, which are in order, stand close together, or the
    /// beginning when there are none. What is known of the article is still to be filled in.
    pub fn passage(article: &Article, places: &[Span], wanted: &Sought) -> Hit {
        // The title stands above anyway.
        let mut titles = article.blocks.iter();
        let title = titles.find(|block| block.kind == BlockKind::Headline);
        let below = places.iter().copied();
        let below = below.filter(|place| !title.is_some_and(|title| title.span.holds(place.start)));
        let best = densest(&below.collect::<Vec<_>>());
        let at = best.or_else(|| Some(article.paragraphs().next()?.span.start));
        let at = at.unwrap_or_default();
        let mut blocks = article.blocks.iter().map(|block| block.span);
        let block = blocks.find(|block| block.holds(at)).unwrap_or_default();
        Hit {
            excerpt: Excerpt::around(&article.text, block, at, wanted),
            at: best,
            ..Hit::default()
        }
    }

    /// What is found in a quote; `text` is the article's. The rest is still to be filled in.
    pub fn said(text: &str, said: Said, wanted: &Sought) -> Hit {
        let found = wanted.places(text, said.span);
        let at = found.first().map_or(said.span.start, |span| span.start);
        Hit {
            excerpt: Excerpt::around(text, with_marks(text, said.span), at, wanted),
            at: Some(at),
            quote: Some(said),
            ..Hit::default()
        }
    }
}

/// What stands there with the quotation marks right before and behind it.
fn with_marks(text: &str, span: Span) -> Span {
    let (before, behind) = text.split_at_checked(span.start).unwrap_or_default();
    let start = before.trim_end_matches(QUOTATION_MARKS).len();
    let rest = behind.get(span.len()..).unwrap_or_default();
    let marks = rest.len() - rest.trim_start_matches(QUOTATION_MARKS).len();
    Span::new(start, span.end + marks)
}

impl Excerpt {
    /// Some words of `text` around the byte `at`, none outside `block`, with what is sought in them.
    pub fn around(text: &str, block: Span, at: usize, sought: &Sought) -> Excerpt {
        let start = text.floor_char_boundary(at.saturating_sub(BEFORE).max(block.start));
        let end = text.floor_char_boundary((at + BEHIND).min(block.end));
        let at = text.floor_char_boundary(at.clamp(start, end.max(start)));
        let (before, behind) = (Span::new(start, at), Span::new(at, end.max(at)));
        let (mut before, mut behind) = (before.of(text), behind.of(text));
        let (mut first, mut last) = ("", "");
        if start > block.start {
            // A word that is cut is left out, where words have spaces between.
            let cut = before.find(char::is_whitespace).unwrap_or_default();
            before = before.get(cut..).unwrap_or_default().trim_start();
            first = "… ";
        }
        if end < block.end {
            let cut = behind.rfind(char::is_whitespace).unwrap_or(behind.len());
            behind = behind.get(..cut).unwrap_or_default().trim_end();
            last = " …";
        }
        let text = [first, before, behind, last].concat();
        let found = sought.places(&text, Span::new(0, text.len()));
        Excerpt { text, found }
    }
}

/// The first of the places that has most others behind it within a paragraph's length.
fn densest(places: &[Span]) -> Option<usize> {
    const NEAR: usize = 200;
    let mut end = 0;
    let counts = places.iter().enumerate().map(|(number, place)| {
        let rest = places.get(end..).unwrap_or_default();
        end += rest.partition_point(|other| other.start < place.start + NEAR);
        (end - number, Reverse(number), place.start)
    });
    counts.max().map(|(_, _, start)| start)
}
