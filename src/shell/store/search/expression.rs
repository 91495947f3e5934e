//! Queries as the full-text index wants them. Every word goes in as a quoted string: nothing that is typed has a meaning of
//! its own there.

use super::words::runs;
use crate::query::{Form, Query, Words};
use crate::text::{fold, stem};

/// The columns in which words are looked for.
#[derive(Clone, Copy)]
struct Columns {
    /// Where they stand as they are.
    literal: &'static str,
    /// The same and those with stems, for a stem stands among the words when it is one itself; empty when these are all.
    stems: &'static str,
}

const ARTICLE: Columns = Columns {
    literal: "title text",
    stems: "",
};

const QUOTE: Columns = Columns {
    literal: "text",
    stems: "text stems",
};

/// What an article must match; `None` when no wanted word is looked for in articles. What is not wanted is left to
/// conditions then.
pub(super) fn in_article(query: &Query) -> Option<String> {
    let titles = query.titles.iter().filter_map(|words| title(words));
    let wanted: Vec<String> = wanted(query, ARTICLE).chain(titles).collect();
    let wanted = (!wanted.is_empty()).then(|| wanted.join(" AND "))?;
    Some(match any_unwanted(query) {
        Some(unwanted) => format!("({wanted}) NOT ({unwanted})"),
        None => wanted,
    })
}

/// What a quote must match, for each speaker that is looked for: that it is theirs and has the words. What is not wanted is
/// asked of the article.
pub(super) fn in_quotes(query: &Query) -> Vec<String> {
    let speakers = query.speakers.iter().filter_map(|name| speaker(name));
    let each = speakers.map(|speaker| {
        let all: Vec<String> = [speaker].into_iter().chain(wanted(query, QUOTE)).collect();
        all.join(" AND ")
    });
    each.collect()
}

/// That it is by somebody of this name, or whose name has words that begin so.
fn speaker(name: &str) -> Option<String> {
    let words = parts(name);
    let words = words.iter().filter(|word| !is_letter(word));
    let words: Vec<String> = words
        .map(|word| format!("speaker : {} *", quoted(word)))
        .collect();
    (!words.is_empty()).then(|| words.join(" AND "))
}

/// That a title has these words.
pub(super) fn title(words: &str) -> Option<String> {
    let words: Vec<String> = parts(words)
        .iter()
        .map(|word| format!("{{title title_stems}} : {}", quoted(&stem(word))))
        .collect();
    (!words.is_empty()).then(|| words.join(" AND "))
}

/// That any of the words that are not wanted are there; `None` when all words are wanted.
pub(super) fn any_unwanted(query: &Query) -> Option<String> {
    let words = query.words.iter().filter(|words| words.unwanted);
    let unwanted: Vec<String> = words.filter_map(|words| one(words, ARTICLE)).collect();
    (!unwanted.is_empty()).then(|| unwanted.join(" OR "))
}

fn wanted(query: &Query, columns: Columns) -> impl Iterator<Item = String> {
    query.wanted().filter_map(move |words| one(words, columns))
}

fn one(words: &Words, columns: Columns) -> Option<String> {
    let Columns { literal, stems } = columns;
    let parts = parts(&words.text);
    let run = quoted(&parts.join(" "));
    match (parts.as_slice(), words.form) {
        ([], _) => None,
        ([word], Form::Word) if stems.is_empty() => Some(quoted(&stem(word))),
        ([word], Form::Word) => Some(format!("{{{stems}}} : {}", quoted(&stem(word)))),
        ([word], Form::Prefix) if is_letter(word) => None,
        (_, Form::Prefix) => Some(format!("{{{literal}}} : {run} *")),
        (_, Form::Word | Form::Phrase) => Some(format!("{{{literal}}} : {run}")),
    }
}

/// One letter says next to nothing of how a word begins, and stands for more words than can be looked through at once.
fn is_letter(word: &str) -> bool {
    word.chars().count() == 1
}

/// The words in what was typed, folded.
pub(super) fn parts(words: &str) -> Vec<String> {
    let folded = fold(words);
    runs(&folded)
        .map(|run| run.of(&folded).to_owned())
        .collect()
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('"', "\"\""))
}
