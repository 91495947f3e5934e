//! The words that name a quote's source, on either side of a cue.

use std::ops::Range;

use super::grammar::{
    BETWEEN, BORDERS, DETERMINERS, JOINTS, OPENERS, PREPOSITIONS, PRONOUNS, TIMES,
};
use super::paragraph::Paragraph;
use super::verb::{is_base_form, verb_sort};
use crate::name::{country, is_source_noun};
use crate::text::list::CALENDAR;

/// The subject that ends before the verb at `verb`, not reaching back over `from`.
pub(super) fn subject_before(
    paragraph: &Paragraph<'_>,
    from: usize,
    verb: usize,
) -> Option<Range<usize>> {
    let mut end = verb;
    while end > from && is_between(paragraph.word(end - 1)) {
        end -= 1;
    }
    end = before_time(paragraph, from, end);
    let last = paragraph.item(end.checked_sub(1)?).filter(|_| end > from)?;
    if last.is_mark(",") || last.is_dash() || last.is_mark(")") {
        return apposed_subject(paragraph, from, end);
    }
    match last.folded.as_ref() {
        pronoun if PRONOUNS.has(pronoun) => Some(end - 1..end),
        "who" | "which" => antecedent(paragraph, from, end),
        _ => noun_phrase_before(paragraph, from, end),
    }
}

/// Steps back over *on Sunday*, *Friday night*, *this morning* between a subject and its verb.
fn before_time(paragraph: &Paragraph<'_>, from: usize, end: usize) -> usize {
    let is_time = |word: &str| TIMES.has(word) || CALENDAR.has(word);
    let mut start = end;
    while start > from && is_time(paragraph.word(start - 1)) {
        start -= 1;
    }
    if start == end || start == from {
        return end;
    }
    let led = matches!(
        paragraph.word(start - 1),
        "on" | "this" | "last" | "late" | "early" | "in"
    );
    let start = if led { start - 1 } else { start };
    if start == from { end } else { start }
}

fn is_between(word: &str) -> bool {
    BETWEEN.has(word) || (word.len() > 4 && word.ends_with("ly"))
}

/// *Steve Witkoff, the special envoy, told* and *Rubio, who was there, said*.
fn apposed_subject(paragraph: &Paragraph<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 30;
    let closing = end - 1;
    let lowest = from.max(closing.saturating_sub(LONGEST));
    let partner = |at: &usize| {
        let item = &paragraph.items[*at];
        match paragraph.items[closing].text {
            ")" => item.is_mark("("),
            "," => item.is_mark(","),
            _ => item.is_dash(),
        }
    };
    // A list of commas inside the apposition: the name stands before the first of them that leaves a name there.
    let openings: Vec<usize> = (lowest..closing).rev().filter(partner).take(3).collect();
    let mut found = openings
        .into_iter()
        .find_map(|opening| named_before(paragraph, from, opening))?;
    // *Matt Bennett, a spokesman for Third Way, a research group, said*: an apposition to an apposition.
    while is_apposed(paragraph, from, &found) {
        let Some(outer) = named_before(paragraph, from, found.start - 1) else {
            break;
        };
        found = outer;
    }
    Some(found.start..closing)
}

/// Whether a phrase stands after a comma and says what somebody is, so that the name may come before it.
fn is_apposed(paragraph: &Paragraph<'_>, from: usize, phrase: &Range<usize>) -> bool {
    let after_comma = phrase.start > from + 1 && paragraph.items[phrase.start - 1].is_mark(",");
    let first = paragraph.word(phrase.start);
    after_comma && (DETERMINERS.has(first) || is_source_noun(first))
}

/// A short name, role or pronoun that ends at `end`.
fn named_before(paragraph: &Paragraph<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 9;
    let name = match paragraph.word(end.checked_sub(1)?) {
        pronoun if PRONOUNS.has(pronoun) => end - 1..end,
        _ => noun_phrase_before(paragraph, from, end)?,
    };
    let items = &paragraph.items[name.clone()];
    let named = items
        .iter()
        .any(|item| item.is_capitalised() || is_source_noun(&item.folded));
    (named && name.len() <= LONGEST).then_some(name)
}

/// The name that a *who* before the verb stands for, with the *who*.
pub(super) fn antecedent(
    paragraph: &Paragraph<'_>,
    from: usize,
    end: usize,
) -> Option<Range<usize>> {
    let mut name_end = end - 1;
    if name_end > from && paragraph.items[name_end - 1].is_mark(",") {
        name_end -= 1;
    }
    let name = noun_phrase_before(paragraph, from, name_end)?;
    Some(name.start..end)
}

/// The name or description that ends at `end`.
fn noun_phrase_before(paragraph: &Paragraph<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 16;
    let mut start = end;
    while start > from && end - start < LONGEST && extends_left(paragraph, from, start - 1, end) {
        start -= 1;
    }
    start = without_opener(paragraph, start, end);
    (start < end && is_nominal(paragraph, start..end)).then_some(start..end)
}

/// Whether the phrase that begins after `at` and ends at `end` takes in the item at `at`.
fn extends_left(paragraph: &Paragraph<'_>, from: usize, at: usize, end: usize) -> bool {
    let item = &paragraph.items[at];
    let word = item.folded.as_ref();
    if !item.is_word() || BORDERS.has(word) {
        return false;
    }
    let follows = at + 1 < end;
    if word == "and" {
        return follows && joins_names(paragraph, from, at);
    }
    if PREPOSITIONS.has(word) {
        let before = at.checked_sub(1).filter(|&before| before >= from);
        let noun = before.is_some_and(|before| {
            let noun = &paragraph.items[before];
            noun.is_word()
                && (is_source_noun(&noun.folded)
                    || noun.is_capitalised() && !OPENERS.has(&noun.folded)
                    || noun.folded.ends_with('s'))
        });
        return follows && JOINTS.has(word) && noun;
    }
    let is_verb = verb_sort(word).is_some() && !is_base_form(word) && !item.is_capitalised();
    let is_noun = at > from
        && (DETERMINERS.has(paragraph.word(at - 1)) || paragraph.word(at - 1).ends_with("'s"));
    !is_verb || is_noun || is_source_noun(word)
}

/// Whether an *and* joins two names that are the subject together, as nothing else stands before them.
fn joins_names(paragraph: &Paragraph<'_>, from: usize, and: usize) -> bool {
    let before = paragraph.items[from..and].iter().rev().take_while(|item| {
        item.is_capitalised()
            || DETERMINERS.has(&item.folded)
            || is_source_noun(&item.folded)
            || item.folded == "of"
    });
    let names = before.count();
    let edge = and
        .checked_sub(names + 1)
        .filter(|&edge| edge >= from)
        .and_then(|edge| paragraph.item(edge));
    names > 0
        && edge.is_none_or(|edge| {
            !edge.is_word() || BORDERS.has(&edge.folded) || OPENERS.has(&edge.folded)
        })
}

/// Cuts off what only leads up to the name: *On Monday Trump*, *But he*.
fn without_opener(paragraph: &Paragraph<'_>, mut start: usize, end: usize) -> usize {
    while start < end && OPENERS.has(paragraph.word(start)) {
        start += 1;
    }
    if start < end && PREPOSITIONS.has(paragraph.word(start)) {
        let tail = paragraph.items[start..end]
            .iter()
            .rev()
            .take_while(|item| item.is_capitalised() || is_source_noun(&item.folded))
            .count();
        start = end - tail;
        while start < end && OPENERS.has(paragraph.word(start)) {
            start += 1;
        }
    }
    start
}

/// Whether a phrase can name somebody.
fn is_nominal(paragraph: &Paragraph<'_>, range: Range<usize>) -> bool {
    let items = &paragraph.items[range];
    let first = items.first().map_or("", |item| item.folded.as_ref());
    let last = items.last().map_or("", |item| item.folded.as_ref());
    items.iter().any(|item| {
        item.is_capitalised()
            && !OPENERS.has(&item.folded)
            && !DETERMINERS.has(&item.folded)
            && !PREPOSITIONS.has(&item.folded)
    }) || is_source_noun(last)
        || items.iter().any(|item| is_source_noun(&item.folded))
        || DETERMINERS.has(first) && items.len() > 1
        || matches!(
            last,
            "others"
                | "many"
                | "some"
                | "people"
                | "one"
                | "everyone"
                | "nobody"
                | "someone"
                | "another"
        )
}

/// The name or description that begins at `from`: *said Xi Jinping*, *according to a senior official*.
pub(super) fn name_after(
    paragraph: &Paragraph<'_>,
    from: usize,
    to: usize,
) -> Option<Range<usize>> {
    const LONGEST: usize = 12;
    let start = (from..to).find(|&at| !is_between(paragraph.word(at)))?;
    let first = paragraph.item(start).filter(|item| item.is_word())?;
    if PRONOUNS.has(&first.folded) {
        return Some(start..start + 1);
    }
    let mut end = start;
    while end < to && end - start < LONGEST && extends_right(paragraph, start, end) {
        end += 1;
    }
    end = with_apposed_name(paragraph, end, to);
    let described = (start..end).any(|at| {
        is_source_noun(paragraph.word(at)) || paragraph.items[at].is_capitalised() && at > start
    });
    let points = matches!(
        first.folded.as_ref(),
        "this" | "that" | "these" | "those" | "there"
    );
    let number = first.text.starts_with(|digit: char| digit.is_ascii_digit());
    let nominal = (first.is_capitalised() || DETERMINERS.has(&first.folded) || number) && !points;
    (start < end && (nominal || described) && !OPENERS.has(&first.folded)).then_some(start..end)
}

/// *his special envoy, Steve Witkoff*: a name after what somebody is.
fn with_apposed_name(paragraph: &Paragraph<'_>, end: usize, to: usize) -> usize {
    let role = end
        .checked_sub(1)
        .is_some_and(|last| is_source_noun(paragraph.word(last)));
    if !role || end >= to || !paragraph.items[end].is_mark(",") {
        return end;
    }
    let name = (end + 1..to)
        .take_while(|&at| paragraph.items[at].is_capitalised())
        .count();
    let over = paragraph
        .item(end + 1 + name)
        .is_none_or(|next| next.is_mark(".,") || !next.is_word());
    if name >= 2 && over {
        end + 1 + name
    } else {
        end
    }
}

fn extends_right(paragraph: &Paragraph<'_>, start: usize, at: usize) -> bool {
    let item = &paragraph.items[at];
    let word = item.folded.as_ref();
    let next = paragraph.item(at + 1).filter(|next| next.is_word());
    if !item.is_word()
        || BORDERS.has(word)
        || BETWEEN.has(word)
        || matches!(word, "who" | "has" | "have" | "had")
    {
        return false;
    }
    if at == start {
        return true;
    }
    if word == "and" {
        return next.is_some_and(|next| {
            next.is_capitalised() || DETERMINERS.has(&next.folded) || is_source_noun(&next.folded)
        });
    }
    if JOINTS.has(word) && !matches!(word, "in" | "on") {
        return next.is_some();
    }
    // After a name or the noun that says who it is, a word in lower case is the verb.
    let before = &paragraph.items[at - 1];
    let named =
        before.is_capitalised() && !before.folded.ends_with("'s") && country(before.text).is_none();
    let complete = named || is_source_noun(&before.folded);
    let goes_on = item.is_capitalised() || is_source_noun(word);
    !PREPOSITIONS.has(word)
        && !OPENERS.has(word)
        && (goes_on || !complete)
        && (item.is_capitalised() || !is_finite(word))
}

/// Whether `word` is a reporting verb’s form that can be no noun.
fn is_finite(word: &str) -> bool {
    verb_sort(word).is_some() && !is_base_form(word) && !is_source_noun(word)
}

#[cfg(test)]
mod tests {
    use crate::quote::example::check;

    #[test]
    fn names_with_roles_and_appositions() {
        check("{Finance Minister Jane Doe} said [it was over].");
        check("{Jane Doe, a spokeswoman for the city}, said [it was over].");
        check("{Jane Doe, a doctor for the city, a large one}, said [it was over].");
    }

    #[test]
    fn what_leads_up_to_a_name_is_not_of_it() {
        check("But {she} said [it was over].");
        check("On Monday {Jane Doe} said [it was over].");
        check("{Jane Doe} on Sunday said [it was over].");
    }

    #[test]
    fn joint_sources() {
        check("{Jane Doe and John Roe} said [it was over].");
    }

    #[test]
    fn a_name_behind_the_verb() {
        check("“[It is over,]” said {the mayor of the town}.");
    }
}
