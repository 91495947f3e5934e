use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::text::{Span, visible};

/// The lines of `span` in `text`, each at most `width` columns wide once it is made visible, the first by `indent` less.
///
/// Lines break at white space, after hyphens and dashes, and beside letters two columns wide; a word that fits no line
/// is cut. White space within a line counts as one column, as [`super::Line::pieces`] shows it. Nothing is done ahead:
/// the first lines of a long text cost little.
pub fn wrap(
    text: &str,
    span: Span,
    width: usize,
    indent: usize,
) -> impl Iterator<Item = Span> + '_ {
    let mut lines = Lines {
        text,
        chunks: chunks(text, span),
        held: None,
        width: width.max(1),
        indent,
    };
    std::iter::from_fn(move || lines.next_line())
}

/// `words` on one line and safe to print, cut with `…` where they are wider than `width` columns.
pub fn shorten(words: &str, width: usize) -> String {
    let (mut shown, mut used, mut fits) = (String::new(), 0, 0);
    // Enough letters to fill the width many times over: the rest of a long text need not be looked at.
    let ahead: String = words.chars().take(8 * width + 8).collect();
    let words = visible(&ahead);
    for grapheme in words
        .split_whitespace()
        .flat_map(|word| std::iter::once(" ").chain(word.graphemes(true)))
        .skip(1)
    {
        used += grapheme.width();
        if used > width {
            shown.truncate(fits);
            shown.push('…');
            return shown;
        }
        shown.push_str(grapheme);
        if used < width {
            fits = shown.len();
        }
    }
    shown
}

/// Text without a place to break inside.
#[derive(Clone, Copy)]
struct Chunk {
    span: Span,
    width: usize,
    /// Whether white space stands before it.
    apart: bool,
}

struct Lines<'a, C> {
    text: &'a str,
    chunks: C,
    held: Option<Chunk>,
    width: usize,
    indent: usize,
}

impl<C: Iterator<Item = Chunk>> Lines<'_, C> {
    fn next_line(&mut self) -> Option<Span> {
        let room = self.width.saturating_sub(self.indent).max(1);
        self.indent = 0;
        let first = self.held.take().or_else(|| self.chunks.next())?;
        if first.width > room {
            return Some(self.cut(first, room));
        }
        let mut line = first.span;
        let mut used = first.width;
        for chunk in self.chunks.by_ref() {
            let wider = used + usize::from(chunk.apart) + chunk.width;
            if wider > room {
                self.held = Some(chunk);
                break;
            }
            line.end = chunk.span.end;
            used = wider;
        }
        Some(line)
    }

    /// The beginning of `chunk` that fits in `room`; the rest is held for the next line.
    fn cut(&mut self, chunk: Chunk, room: usize) -> Span {
        let (mut end, mut used) = (chunk.span.start, 0);
        for grapheme in chunk.span.of(self.text).graphemes(true) {
            let width = visible(grapheme).width();
            if used + width > room && used > 0 {
                break;
            }
            used += width;
            end += grapheme.len();
        }
        if end < chunk.span.end {
            self.held = Some(Chunk {
                span: Span::new(end, chunk.span.end),
                width: chunk.width.saturating_sub(used),
                apart: false,
            });
        }
        Span::new(chunk.span.start, end)
    }
}

fn chunks(text: &str, span: Span) -> impl Iterator<Item = Chunk> {
    let mut rest = span;
    std::iter::from_fn(move || {
        let ahead = rest.of(text);
        let start = ahead.find(|letter| !is_space(letter))?;
        let length = chunk_length(ahead.get(start..)?);
        let chunk = Span::new(rest.start + start, rest.start + start + length);
        rest.start = chunk.end;
        Some(Chunk {
            span: chunk,
            width: width(chunk.of(text)),
            apart: start > 0,
        })
    })
}

/// The columns that a word takes.
fn width(word: &str) -> usize {
    if word.bytes().all(|byte| byte.is_ascii_graphic()) {
        return word.len();
    }
    visible(word).width()
}

/// The bytes up to where a line may break.
fn chunk_length(word: &str) -> usize {
    // A dash before any letter opens the word.
    let mut begun = false;
    let mut before = None;
    for (at, letter) in word.char_indices() {
        // Most letters stand between others of the alphabet; the rest need a closer look.
        let plain = letter.is_ascii_alphanumeric();
        match before {
            Some('A'..='z') if plain => (),
            Some(last) if breaks(last, begun, letter) => return at,
            _ => (),
        }
        begun |= plain || letter.is_alphanumeric();
        before = Some(letter);
    }
    word.len()
}

/// Whether a line may break between `letter`, of a word that has `begun` before it or not, and `after`.
fn breaks(letter: char, begun: bool, after: char) -> bool {
    let dash = matches!(letter, '-' | '–' | '—') && begun;
    let wide = !letter.is_ascii() && letter.width() == Some(2);
    is_space(after) || ((dash || wide) && after.is_alphanumeric())
}

/// Whether a line may break at `letter`; no-break spaces are letters here.
pub(super) fn is_space(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_between_words() {
        check(
            "The mayor refused to sell the port.",
            10,
            &["The mayor", "refused to", "sell the", "port."],
        );
        check("a high-stakes  talk", 8, &["a high-", "stakes", "talk"]);
        check(
            "lives — and 12\u{a0}years",
            9,
            &["lives —", "and", "12\u{a0}years"],
        );
        check("it [-and that-] was", 6, &["it", "[-and", "that-]", "was"]);
        check("so long--then", 8, &["so", "long--", "then"]);
        check("", 10, &[]);
        check(" \n ", 10, &[]);
    }

    #[test]
    fn cuts_what_fits_no_line() {
        check("an abcdefghij k", 4, &["an", "abcd", "efgh", "ij k"]);
        check("漢字漢字漢", 4, &["漢字", "漢字", "漢"]);
        check("漢", 1, &["漢"]);
    }

    #[test]
    fn counts_columns_of_what_is_shown() {
        check("Zoe\u{308} \u{1b}[2J x", 8, &["Zoe\u{308} \u{1b}[2J", "x"]);
        check("a\u{200b}b c", 4, &["a\u{200b}b c"]);
    }

    #[test]
    fn shortens_to_a_width() {
        assert_eq!(shorten("The mayor  left", 15), "The mayor left");
        assert_eq!(shorten("The mayor left", 10), "The mayor…");
        assert_eq!(shorten("The mayor left", 9), "The mayo…");
        assert_eq!(shorten("漢字漢字", 6), "漢字…");
        assert_eq!(shorten("", 3), "");
        assert_eq!(shorten("a\u{1b}b", 3), "a␛b");
    }

    #[track_caller]
    fn check(text: &str, width: usize, expected: &[&str]) {
        let found: Vec<_> = wrap(text, Span::new(0, text.len()), width, 0)
            .map(|line| line.of(text))
            .collect();
        assert_eq!(found, expected);
    }
}
