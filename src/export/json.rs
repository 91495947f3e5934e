//! JSON for programs: the contract.
//!
//! Every form but the list of related articles carries `"version": 1`; a change that could break a reader of it raises that
//! number. All offsets are UTF-8 bytes into the article's decoded text, its byte order mark left out; for a UTF-8 file without
//! such a mark that is the file's content. `start` is the first byte and `end` the byte after the last. What is not known is
//! `null`.

use std::io;
use std::ops::Range;

use serde::Serialize;
use serde_json::ser::Formatter;

use crate::article::Article;
use crate::reading::Reading;
use crate::text::{Span, is_invisible};

/// The version of every form.
pub(super) const VERSION: u32 = 1;

/// `value` on one line. Control, direction and invisible characters are written as `\u` escapes, so that the line can be
/// shown in a terminal.
pub(super) fn line(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Escaping);
    value
        .serialize(&mut serializer)
        .expect("the forms have only string keys, and a Vec takes everything");
    String::from_utf8(bytes).expect("JSON is written from strings")
}

/// Writes as `\u` escapes what `serde_json` leaves raw and a terminal may act on.
struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut written = 0;
        for (at, letter) in fragment.char_indices().filter(|&(_, letter)| acts(letter)) {
            writer.write_all(Span::new(written, at).of(fragment).as_bytes())?;
            for unit in letter.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            written = at + letter.len_utf8();
        }
        writer.write_all(Span::new(written, fragment.len()).of(fragment).as_bytes())
    }
}

fn acts(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') || is_invisible(letter)
}

/// An article, as every form names it.
#[derive(Serialize)]
pub(super) struct Source<'a> {
    path: &'a str,
    title: &'a str,
    outlet: Option<&'a str>,
    date: Option<&'a str>,
}

impl<'a> From<&'a Article> for Source<'a> {
    fn from(article: &'a Article) -> Source<'a> {
        Source {
            path: &article.label.path,
            title: &article.title.text,
            outlet: article.label.outlet.as_deref(),
            date: article.label.date.as_deref(),
        }
    }
}

/// A place in the text with its words.
#[derive(Serialize)]
pub(super) struct Quoted<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

impl<'a> Quoted<'a> {
    pub(super) fn new(span: Span, text: &'a str) -> Quoted<'a> {
        Quoted {
            start: span.start,
            end: span.end,
            text: span.of(text),
        }
    }
}

/// Where the sentences of these numbers stand.
pub(super) fn sentence_spans(reading: &Reading, numbers: &Range<usize>) -> Vec<Span> {
    let sentences = reading.sentences.get(numbers.clone()).unwrap_or_default();
    sentences.iter().map(|sentence| sentence.span).collect()
}

/// Where the sentence of this number stands; nowhere when there is none.
pub(super) fn sentence_span(reading: &Reading, number: usize) -> Span {
    let sentence = reading.sentences.get(number);
    sentence.map(|sentence| sentence.span).unwrap_or_default()
}

/// A score or confidence, with three decimals.
pub(super) fn rounded(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_on_a_terminal_is_escaped() {
        check("a\u{1b}[2J", r#""a\u001b[2J""#);
        check("\u{9b}31m \u{7f}", r#""\u009b31m \u007f""#);
        check("\u{202e}x\u{200b}", r#""\u202ex\u200b""#);
        check("\u{e0041}", r#""\udb40\udc41""#);
        check("Zoë “said”", "\"Zoë “said”\"");
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(line(&text), expected);
        assert_eq!(
            serde_json::from_str::<String>(expected).ok().as_deref(),
            Some(text)
        );
    }
}
