//! Queries as the full-text index wants them. Every word goes in as a quoted string: nothing that is typed has a meaning of
//! its own there.

use super::words::runs;
use crate::query::{Form, Query, Words};
use crate::text::{fold, stem};

/// What an article must match; `None` when no wanted word is looked for in articles. What is not wanted is left to
/// conditions then.
pub(super) fn in_article(query: &Query) -> Option<String> {
    let titles = query.titles.iter().filter_map(|words| title(words));
    let wanted = wanted(query, "title text").chain(titles);
    joined(wanted, &unwanted(query, "title text"))
}

/// What a quote must match; `None` when no speaker is looked for.
pub(super) fn in_quote(query: &Query) -> Option<String> {
    let speaker = query.speakers.first().and_then(|name| speaker(name))?;
    let wanted = [speaker].into_iter().chain(wanted(query, "text"));
    joined(wanted, &unwanted(query, "text"))
}

/// That somebody of this name, or whose name has a word that begins so, is quoted.
pub(super) fn speaker(name: &str) -> Option<String> {
    let words: Vec<String> = parts(name)
        .iter()
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
    let unwanted = unwanted(query, "title text");
    (!unwanted.is_empty()).then(|| unwanted.join(" OR "))
}

fn joined(wanted: impl Iterator<Item = String>, unwanted: &[String]) -> Option<String> {
    let wanted: Vec<String> = wanted.collect();
    match (wanted.as_slice(), unwanted) {
        ([], _) => None,
        (_, []) => Some(wanted.join(" AND ")),
        _ => Some(format!(
            "({}) NOT ({})",
            wanted.join(" AND "),
            unwanted.join(" OR ")
        )),
    }
}

fn wanted<'a>(query: &'a Query, columns: &'a str) -> impl Iterator<Item = String> + 'a {
    query.wanted().filter_map(move |words| one(words, columns))
}

fn unwanted(query: &Query, columns: &str) -> Vec<String> {
    let words = query.words.iter().filter(|words| words.unwanted);
    words.filter_map(|words| one(words, columns)).collect()
}

fn one(words: &Words, columns: &str) -> Option<String> {
    let parts = parts(&words.text);
    let literal = quoted(&parts.join(" "));
    match (parts.as_slice(), words.form) {
        ([], _) => None,
        // All columns: a stem stands among the words when it is one itself.
        ([word], Form::Word) => Some(quoted(&stem(word))),
        // One letter says next to nothing, and stands for more words than can be looked through at once.
        ([letter], Form::Prefix) if letter.chars().count() == 1 => None,
        (_, Form::Prefix) => Some(format!("{{{columns}}} : {literal} *")),
        (_, Form::Word | Form::Phrase) => Some(format!("{{{columns}}} : {literal}")),
    }
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
