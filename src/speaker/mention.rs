//! What the words that name a source are: a name, a pronoun, a description.

use crate::name::{Country, Gender, country, is_role, is_source_noun};
use crate::reading::Reading;
use crate::text::{Span, Word, fold, words};

/// The words that name a source, understood.
#[derive(Debug, PartialEq)]
pub(super) enum Reference {
    /// One of `Names::mentions`, by its entity.
    Named(usize),
    /// A pronoun for one person.
    Pronoun(Gender),
    /// *they*, *we*, *it*, *I*: the text does not say who that is, as far as is known here.
    Vague,
    /// *the French president*, *the envoy*.
    Description(Description),
    /// A group, a body or somebody unnamed: *European leaders*, *a senior official*.
    OwnWords,
}

/// A definite description of one person.
#[derive(Debug, PartialEq)]
pub(super) struct Description {
    /// Its words that say what somebody is, folded.
    pub(super) roles: Vec<String>,
    pub(super) country: Option<Country>,
}

/// Understands the words at `span`.
pub(super) fn reference(reading: &Reading, span: Span) -> Reference {
    let text = span.of(&reading.article.text);
    let words: Vec<Word<'_>> = words(text).collect();
    let folded: Vec<String> = words.iter().map(|word| fold(word.text)).collect();
    if let [pronoun] = folded.as_slice() {
        match pronoun.as_str() {
            "he" => return Reference::Pronoun(Gender::Male),
            "she" => return Reference::Pronoun(Gender::Female),
            "they" | "we" | "it" | "i" | "you" | "who" | "which" | "one" => {
                return Reference::Vague;
            }
            _ => {}
        }
    }
    if let Some(entity) = named(reading, span, text) {
        return Reference::Named(entity);
    }
    description(&words, &folded).map_or(Reference::OwnWords, Reference::Description)
}

/// The entity that is the head of a source's words, not one that its head belongs to (*Trump’s envoy*) or works for
/// (*a spokesman for Trump*).
fn named(reading: &Reading, span: Span, text: &str) -> Option<usize> {
    let names = &reading.names.mentions;
    let first = names.partition_point(|mention| mention.span.end <= span.start);
    let within = names[first..]
        .iter()
        .take_while(|mention| mention.span.start < span.end);
    let comma = text.find(',').map_or(span.end, |at| span.start + at);
    let mut later = None;
    for mention in within {
        let after = reading
            .article
            .text
            .get(mention.name.end..)
            .unwrap_or_default();
        let owns = after.starts_with("'s") || after.starts_with("’s") || after.starts_with("s’ ");
        let before =
            Span::new(span.start, mention.name.start.max(span.start)).of(&reading.article.text);
        if owns || is_complement(before) {
            continue;
        }
        if mention.name.start < comma {
            return Some(mention.entity);
        }
        // After the comma only an apposed name counts, which stands right there: *his envoy, Steve Witkoff*.
        if before.trim_end().ends_with(',') || mention.span.start < mention.name.start {
            later = later.or(Some(mention.entity));
        }
    }
    later
}

/// Whether the words before a name make it depend on them: *a spokesman for*, *supporters of*.
fn is_complement(before: &str) -> bool {
    let last_part = before.rsplit(',').next().unwrap_or(before);
    let folded: Vec<String> = words(last_part).map(|word| fold(word.text)).collect();
    let preposition = folded.iter().position(|word| {
        matches!(
            word.as_str(),
            "for" | "of" | "from" | "to" | "with" | "by" | "in" | "at" | "on" | "who" | "about"
        )
    });
    preposition.is_some_and(|at| folded[..at].iter().any(|word| is_source_noun(word)))
}

/// *the* and what somebody is, in the singular; not *a*, which names somebody new.
fn description(words: &[Word<'_>], folded: &[String]) -> Option<Description> {
    let definite = matches!(folded.first()?.as_str(), "the" | "his" | "her" | "its")
        || words[0].is_possessive()
        || words[0].is_capitalised();
    let head = folded
        .iter()
        .position(|word| {
            matches!(
                word.as_str(),
                "of" | "for" | "in" | "at" | "from" | "who" | "with"
            )
        })
        .unwrap_or(folded.len());
    let head_is_role = folded[..head].last().is_some_and(|last| is_role(last));
    if !definite || !head_is_role {
        return None;
    }
    let roles = folded
        .iter()
        .filter(|word| is_role(word))
        .cloned()
        .collect();
    let places = words.iter().enumerate().find_map(|(at, word)| {
        let two = words
            .get(at + 1)
            .and_then(|next| country(&format!("{} {}", word.bare(), next.bare())));
        two.or_else(|| country(word.bare()).filter(|_| word.is_capitalised()))
    });
    Some(Description {
        roles,
        country: places,
    })
}
