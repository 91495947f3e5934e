use super::Sought;
use crate::text::Span;

/// The most hits that a search answers with, the best first.
pub const MOST_HITS: usize = 200;

/// What was found of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hit {
    /// The article's title, or its lead sentence.
    pub title: String,
    /// Its outlet, or a short name.
    pub outlet: String,
    /// When it appeared, if that is known.
    pub date: Option<String>,
    /// Some of its words, a few hundred bytes, those that were found among them; of a quote that was found nothing but its
    /// words.
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
