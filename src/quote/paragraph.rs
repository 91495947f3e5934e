//! A paragraph as the rules read it: words, punctuation, and each run in quotation marks as one item.

use std::borrow::Cow;
use std::ops::Range;

use super::grammar::PRONOUNS;
use super::scare::is_term;
use super::transcript::speech_within;
use super::verb::{is_plain_speech, verb_sort};
use crate::mark::{MarkState, Marked};
use crate::text::list::{ABBREVIATIONS, BEFORE_NAME, BEFORE_NUMBER};
use crate::text::{Span, Word, fold, words};

/// In items. Rules look through whole sentences, so that one without end would cost the square of its length.
const LONGEST_SENTENCE: usize = 400;

/// A paragraph taken apart.
pub(super) struct Paragraph<'a> {
    pub(super) text: &'a str,
    pub(super) items: Vec<Item<'a>>,
    /// Ranges of `items`; a run in quotation marks is never parted, however many sentences it holds.
    pub(super) sentences: Vec<Range<usize>>,
    /// For each item, whether it is quoted and yet nobody's speech.
    terms: Vec<bool>,
}

/// A word, a punctuation mark, or a run in quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Item<'a> {
    /// As it stands in the text; a quoted run with its marks.
    pub(super) text: &'a str,
    /// Folded; empty for a quoted run.
    pub(super) folded: Cow<'a, str>,
    pub(super) span: Span,
    pub(super) quoted: Option<Marked>,
}

impl Item<'_> {
    pub(super) fn is_word(&self) -> bool {
        self.quoted.is_none() && self.text.starts_with(char::is_alphanumeric)
    }

    pub(super) fn is_capitalised(&self) -> bool {
        self.quoted.is_none() && self.text.starts_with(char::is_uppercase)
    }

    pub(super) fn is_quoted(&self) -> bool {
        self.quoted.is_some()
    }

    /// Whether it is one of the punctuation marks in `marks`.
    pub(super) fn is_mark(&self, marks: &str) -> bool {
        self.quoted.is_none()
            && self
                .text
                .chars()
                .next()
                .is_some_and(|mark| marks.contains(mark))
    }

    pub(super) fn is_dash(&self) -> bool {
        self.is_mark("–—―") || self.text == "--" || self.text == "-"
    }

    /// The last letter or mark of a quoted run.
    pub(super) fn ending(&self, text: &str) -> char {
        self.quoted
            .and_then(|run| run.inner.of(text).chars().next_back())
            .unwrap_or(' ')
    }

    /// Whether a quoted run is a sentence of its own: it begins with a capital or mark and ends with punctuation.
    pub(super) fn is_utterance(&self, text: &str) -> bool {
        let Some(run) = self.quoted else { return false };
        let inner = run.inner.of(text);
        let begins = inner
            .chars()
            .find(|letter| letter.is_alphanumeric())
            .is_some_and(|first| !first.is_lowercase());
        begins
            && inner.ends_with([',', '.', '?', '!', '…', '—', '-'])
            && words(inner).nth(1).is_some()
    }
}

impl<'a> Paragraph<'a> {
    /// Takes apart the paragraph at `span` of `text`, whose runs in quotation marks are `runs`.
    pub(super) fn new(text: &'a str, span: Span, runs: &[Marked]) -> Paragraph<'a> {
        let mut items = Vec::new();
        let mut at = span.start;
        for run in runs.iter().map(|&run| mended(text, run)) {
            plain_items(text, Span::new(at, run.outer.start.max(at)), &mut items);
            items.push(Item {
                text: run.outer.of(text),
                folded: Cow::Borrowed(""),
                span: run.outer,
                quoted: Some(run),
            });
            at = run.outer.end;
        }
        plain_items(text, Span::new(at, span.end.max(at)), &mut items);
        let mut paragraph = Paragraph {
            text,
            items,
            sentences: Vec::new(),
            terms: Vec::new(),
        };
        paragraph.sentences = paragraph.split();
        paragraph.terms = (0..paragraph.items.len())
            .map(|at| is_term(&paragraph, at))
            .collect();
        paragraph
    }

    /// The item at `at`, if there is one.
    pub(super) fn item(&self, at: usize) -> Option<&Item<'a>> {
        self.items.get(at)
    }

    /// The folded word at `at`; empty for everything else.
    pub(super) fn word(&self, at: usize) -> &str {
        self.items
            .get(at)
            .filter(|item| item.is_word())
            .map_or("", |item| item.folded.as_ref())
    }

    /// Whether the quoted run at `at` is a term, a name or the title of a work rather than somebody's words.
    pub(super) fn is_term(&self, at: usize) -> bool {
        self.terms.get(at).copied().unwrap_or_default()
    }

    /// From the first byte of the first item to the last of the last; empty for an empty range.
    pub(super) fn span_of(&self, range: Range<usize>) -> Span {
        let items = self.items.get(range).unwrap_or_default();
        Span::covering(items.iter().map(|item| item.span)).unwrap_or_default()
    }

    fn split(&self) -> Vec<Range<usize>> {
        let mut sentences = Vec::new();
        let mut start = 0;
        for at in 0..self.items.len() {
            if self.ends_sentence(at) || at - start >= LONGEST_SENTENCE {
                sentences.push(start..at + 1);
                start = at + 1;
            }
        }
        if start < self.items.len() {
            sentences.push(start..self.items.len());
        }
        sentences
    }

    fn ends_sentence(&self, at: usize) -> bool {
        let item = &self.items[at];
        let ends =
            item.is_mark(".?!…") || (item.is_quoted() && ".?!…".contains(item.ending(self.text)));
        let Some(next) = self.item(at + 1).filter(|_| ends) else {
            return false;
        };
        if next.is_mark(".?!…") {
            return false;
        }
        let begins = next.is_capitalised()
            || next.is_quoted()
            || next.text.starts_with(|first: char| first.is_numeric());
        begins && !(item.is_quoted() && self.is_attributed_after(at))
    }

    /// Whether the words after a run such as *“Why?”* say at once who asked.
    fn is_attributed_after(&self, at: usize) -> bool {
        const LONGEST_NAME: usize = 5;
        let question = "?!".contains(self.items[at].ending(self.text));
        let mut name = self
            .items
            .iter()
            .skip(at + 1)
            .take(LONGEST_NAME + 1)
            .take_while(|item| item.is_word());
        let Some(verb) = name.position(|item| verb_sort(&item.folded).is_some()) else {
            return false;
        };
        let after = self.item(at + 1 + verb + 1);
        question || after.is_none_or(|after| after.is_mark(".,"))
    }
}

/// A run without what only a missing or a misplaced mark has brought into it: the speaker's name before words in a
/// transcript, and who said them after words whose closing mark is missing.
fn mended(text: &str, run: Marked) -> Marked {
    if let Some(start) = speech_within(text, run.inner) {
        return Marked {
            outer: Span::new(start, run.outer.end),
            inner: Span::new(start, run.inner.end),
            ..run
        };
    }
    let open = matches!(run.state, MarkState::Unclosed | MarkState::RunsOn);
    match attribution_at_end(run.inner.of(text)).filter(|_| open) {
        Some(length) => {
            let end = run.inner.start + length;
            Marked {
                outer: Span::new(run.outer.start, end),
                inner: Span::new(run.inner.start, end),
                state: MarkState::Unclosed,
            }
        }
        None => run,
    }
}

/// Where words end, with their comma, that *he said* or *Jane Doe said* follows and nothing else.
fn attribution_at_end(words_left_open: &str) -> Option<usize> {
    const FAR: usize = 60;
    let from = words_left_open.floor_char_boundary(words_left_open.len().saturating_sub(FAR));
    let comma = from + words_left_open[from..].rfind([',', '?', '!'])?;
    let tail = &words_left_open[comma + 1..];
    let said: Vec<Word<'_>> = words(tail).collect();
    let names = |word: &Word<'_>| word.is_capitalised() || PRONOUNS.has(&fold(word.text));
    let verb = said
        .iter()
        .position(|word| is_plain_speech(&fold(word.text)))?;
    let apart = tail.starts_with(char::is_whitespace) && tail.trim_end().ends_with('.');
    let at_edge = verb == 0 || verb + 1 == said.len();
    let others = said.iter().enumerate().filter(|&(at, _)| at != verb);
    (apart
        && at_edge
        && (2..=5).contains(&said.len())
        && others.into_iter().all(|(_, word)| names(word)))
    .then_some(comma + 1)
}

fn plain_items<'a>(text: &'a str, span: Span, items: &mut Vec<Item<'a>>) {
    let part = span.of(text);
    let mut at = 0;
    let mut pending = words(part).peekable();
    while let Some(word) = pending.next() {
        marks(
            text,
            Span::new(span.start + at, span.start + word.span.start),
            items,
        );
        let mut end = word.span.end;
        // Hyphens hold a word together here: *Secretary-General* is one head.
        while let Some(next) =
            pending.next_if(|next: &Word<'_>| part.get(end..next.span.start) == Some("-"))
        {
            end = next.span.end;
        }
        if part[end..].starts_with('.') && is_abbreviation(&part[word.span.start..end]) {
            end += 1;
        }
        let whole = Span::new(span.start + word.span.start, span.start + end);
        items.push(Item {
            text: whole.of(text),
            folded: without_stops(fold(whole.of(text))),
            span: whole,
            quoted: None,
        });
        at = end;
    }
    marks(text, Span::new(span.start + at, span.end), items);
}

fn without_stops(word: Cow<'_, str>) -> Cow<'_, str> {
    match word {
        Cow::Borrowed(word) => Cow::Borrowed(word.trim_end_matches('.')),
        Cow::Owned(word) => Cow::Owned(word.trim_end_matches('.').to_owned()),
    }
}

/// Whether `folded` is an abbreviation.
fn is_known(folded: &str) -> bool {
    [&BEFORE_NAME, &BEFORE_NUMBER, &ABBREVIATIONS]
        .iter()
        .any(|list| list.has(folded))
}

/// Whether a full stop after `word` belongs to it.
fn is_abbreviation(word: &str) -> bool {
    let last = word.rsplit('-').next().unwrap_or(word);
    let mut letters = last.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    initial || (last.starts_with(char::is_uppercase) && is_known(&fold(last)))
}

fn marks<'a>(text: &'a str, span: Span, items: &mut Vec<Item<'a>>) {
    let mut letters = span
        .of(text)
        .char_indices()
        .filter(|(_, letter)| !letter.is_whitespace())
        .peekable();
    while let Some((at, mark)) = letters.next() {
        let mut end = at + mark.len_utf8();
        while let Some((next, same)) =
            letters.next_if(|&(next, same)| same == mark && next == end && "-.".contains(mark))
        {
            end = next + same.len_utf8();
        }
        let place = Span::new(span.start + at, span.start + end);
        items.push(Item {
            text: place.of(text),
            folded: Cow::Borrowed(place.of(text)),
            span: place,
            quoted: None,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::marked;

    #[test]
    fn a_quoted_run_is_one_item_and_parts_no_sentence() {
        check(
            "“We won. They lost,” he said. He left.",
            &["“We won. They lost,” he said .", "He left ."],
        );
        check(
            "“Why?” Trump asked. “Because.”",
            &["“Why?” Trump asked .", "“Because.”"],
        );
        check(
            "Sen. Tammy Baldwin of the U.S. Senate left. It ended...",
            &[
                "Sen. Tammy Baldwin of the U.S. Senate left .",
                "It ended ...",
            ],
        );
    }

    #[test]
    fn who_said_it_is_not_quoted() {
        check(
            "“We won, Jane Doe said. “They lost.”",
            &["“We won, Jane Doe said .", "“They lost.”"],
        );
        check("“We won, he said.”", &["“We won, he said.”"]);
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let span = Span::new(0, text.len());
        let paragraph = Paragraph::new(text, span, &marked(text, &[span])[0]);
        let found: Vec<String> = paragraph
            .sentences
            .iter()
            .map(|range| {
                paragraph.items[range.clone()]
                    .iter()
                    .map(|item| item.text)
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect();
        assert_eq!(found, expected);
    }
}
