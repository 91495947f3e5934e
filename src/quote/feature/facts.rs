//! What is known of each item by itself: its letters, its class, whom it names, what the rules make of it.

use crate::model::word_value;
use crate::name::{EntityKind, Names, country, is_source_noun};
use crate::quote::attach::Draft;
use crate::quote::grammar::{DETERMINERS, PREPOSITIONS, PRONOUNS};
use crate::quote::paragraph::{Item, Paragraph};
use crate::quote::verb::{VerbSort, is_base_form, is_plain_speech, verb_sort};

/// What is known of an item by itself.
#[derive(Clone, Copy, Default)]
pub(super) struct Facts {
    pub(super) word: u32,
    pub(super) shape: u32,
    pub(super) ending: u32,
    pub(super) short_ending: u32,
    pub(super) verb: u32,
    pub(super) class: u32,
    pub(super) name: u32,
    /// What the rules make of it: 0 nothing, else its role and whether it begins there.
    pub(super) rule: u32,
    pub(super) sentence: usize,
}

/// What is known of the item at `at` by itself.
pub(super) fn facts(paragraph: &Paragraph<'_>, at: usize) -> Facts {
    let item = &paragraph.items[at];
    let folded = item.folded.as_ref();
    Facts {
        word: if item.is_quoted() {
            1
        } else {
            word_value(folded)
        },
        shape: shape(item),
        ending: word_value(last_letters(folded, 3)),
        short_ending: word_value(last_letters(folded, 2)),
        verb: verb_class(folded),
        class: class(item),
        ..Facts::default()
    }
}

fn verb_class(folded: &str) -> u32 {
    let sort = match verb_sort(folded) {
        None => return 0,
        Some(VerbSort::Say) => 1,
        Some(VerbSort::Tell) => 2,
        Some(VerbSort::Hold) => 3,
        Some(VerbSort::Clause) => 4,
        Some(VerbSort::Act) => 5,
    };
    let form = if is_plain_speech(folded) {
        10
    } else if is_base_form(folded) {
        20
    } else if folded.ends_with("ing") {
        30
    } else {
        0
    };
    sort + form
}

fn shape(item: &Item<'_>) -> u32 {
    let mut letters = item.text.chars();
    if item.is_quoted() {
        return 9;
    }
    match letters.next() {
        Some(first) if first.is_numeric() => 1,
        Some(first) if first.is_uppercase() => {
            match (item.text.chars().nth(1), letters.any(char::is_lowercase)) {
                (None, _) => 2,
                (_, true) => 3,
                _ => 4,
            }
        }
        Some(first) if first.is_alphabetic() => 5,
        _ => 6,
    }
}

fn class(item: &Item<'_>) -> u32 {
    let word = item.folded.as_ref();
    if PRONOUNS.has(word) || matches!(word, "who" | "which") {
        1
    } else if DETERMINERS.has(word) {
        2
    } else if PREPOSITIONS.has(word) {
        3
    } else if is_source_noun(word) {
        4
    } else if word.ends_with("'s") {
        5
    } else if item.is_capitalised() && country(item.text).is_some() {
        6
    } else {
        0
    }
}

fn last_letters(word: &str, count: usize) -> &str {
    let at = word
        .char_indices()
        .rev()
        .nth(count - 1)
        .map_or(0, |(at, _)| at);
    &word[at..]
}

/// Marks the items that name somebody, and where such a name begins.
pub(super) fn mark_names(paragraph: &Paragraph<'_>, names: &Names, facts: &mut [Facts]) {
    let Some((first, last)) = paragraph.items.first().zip(paragraph.items.last()) else {
        return;
    };
    let from = names
        .mentions
        .partition_point(|mention| mention.span.end <= first.span.start);
    let mut at = 0;
    for mention in names.mentions[from..]
        .iter()
        .take_while(|mention| mention.span.start < last.span.end)
    {
        let kind = match names.entities.get(mention.entity).map(|entity| entity.kind) {
            Some(EntityKind::Person) => 1,
            Some(EntityKind::Body) => 3,
            Some(EntityKind::Place) => 5,
            _ => 7,
        };
        while at < facts.len() && paragraph.items[at].span.end <= mention.name.start {
            at += 1;
        }
        let mut begins = 0;
        while at < facts.len() && paragraph.items[at].span.start < mention.name.end {
            if !paragraph.items[at].is_quoted() {
                facts[at].name = kind + begins;
                begins = 1;
            }
            at += 1;
        }
    }
}

/// Marks what the rules propose: content, cue and source, and where each begins.
pub(super) fn mark_rules(paragraph: &Paragraph<'_>, proposed: &[Draft], facts: &mut [Facts]) {
    for draft in proposed {
        for part in &draft.parts {
            for at in part.clone() {
                facts[at].rule = if at == part.start { 1 } else { 2 };
            }
        }
        for (role, span) in [(3, draft.cue), (5, draft.mention)] {
            let Some(span) = span else { continue };
            let first = paragraph
                .items
                .partition_point(|item| item.span.start < span.start);
            let within =
                (first..facts.len()).take_while(|&at| paragraph.items[at].span.start < span.end);
            for at in within {
                facts[at].rule = if at == first { role } else { role + 1 };
            }
        }
    }
}
