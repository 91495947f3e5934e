//! What the words that name a source are: a name, a pronoun, a description.

use super::joint::others;
use crate::name::{Country, Gender, Mention, country, is_role, is_source_noun};
use crate::reading::Reading;
use crate::text::{Span, Word, WordList, fold, words};

/// Words that follow a source without being part of its name.
static TRAILING: WordList = WordList::part(include_str!("../../assets/grammar.txt"), "trailing");

/// The words that name a source, understood.
#[derive(Debug, PartialEq)]
pub(super) enum Reference {
    /// Entities: the one named first, and those whom *and* links to it.
    Named(usize, Vec<usize>),
    /// A pronoun for one person.
    Pronoun(Gender),
    /// *they*, *we*, *it*, *I*: the text does not say who that is, as far as is known here.
    Vague,
    /// *both leaders*, *the two senators*: what they are, folded; may be empty.
    Two(Vec<String>),
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
    if let Some(first) = named(reading, span) {
        return Reference::Named(first.entity, others(reading, span, first));
    }
    if let Some(roles) = two(&folded) {
        return Reference::Two(roles);
    }
    description(&words, &folded).map_or(Reference::OwnWords, Reference::Description)
}

/// The entity that is the head of a source's words: the name that its first phrase ends with, or one apposed to that.
///
/// Not one that the head belongs to or works for: *Trump’s envoy*, *the Trump campaign*, *a spokesman for Trump*.
fn named(reading: &Reading, span: Span) -> Option<&Mention> {
    let text = &reading.article.text;
    let mut start = span.start;
    for phrase in span.of(text).split([',', '(', '—', '–']) {
        let bounds = Span::new(start, start + phrase.len());
        start = bounds.end + text[bounds.end..].chars().next().map_or(0, char::len_utf8);
        let found = name_at_head(reading, bounds);
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The name that is the head of a phrase.
pub(super) fn name_at_head(reading: &Reading, phrase: Span) -> Option<&Mention> {
    let names = &reading.names.mentions;
    let first = names.partition_point(|mention| mention.span.end <= phrase.start);
    let within = || {
        names[first..]
            .iter()
            .take_while(|mention| mention.span.start < phrase.end)
    };
    let heads = heads(phrase, &reading.article.text);
    heads.into_iter().find_map(|head| {
        within().find(|mention| mention.name.end == head && mention.name.start >= phrase.start)
    })
}

/// What two people are who are named as a pair: *both leaders*, *the two senators*, *the pair*.
fn two(folded: &[String]) -> Option<Vec<String>> {
    let words: Vec<&str> = folded.iter().map(String::as_str).collect();
    let rest = match words.as_slice() {
        ["the", "pair" | "duo" | "couple"] => &[],
        ["the", "two", rest @ ..] | ["both", rest @ ..] => rest,
        _ => return None,
    };
    match rest {
        [] | ["men" | "women"] => Some(Vec::new()),
        [.., last] if rest.len() <= 2 => {
            let one = last.strip_suffix('s').filter(|one| is_role(one))?;
            Some(vec![one.to_owned()])
        }
        _ => None,
    }
}

/// Where the heads of a phrase may end, the likeliest first: before the first preposition or *who*, before each *and* that
/// comes earlier; failing that, where capitals end (*President Trump stood firm*).
fn heads(bounds: Span, text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut where_capitals_end = None;
    let mut last: Option<(usize, bool)> = None;
    let mut role = false;
    for word in words(bounds.of(text)) {
        let folded = fold(word.text);
        let end = last.map(|(end, _)| end);
        match folded.as_str() {
            "and" | "or" => ends.extend(end),
            "who" | "which" => break,
            "for" | "of" | "from" | "to" | "with" | "by" | "in" | "at" | "on" | "about"
                if !word.is_capitalised() =>
            {
                // *Chairman of the Mejlis Refat Chubarov*: the name comes after what the role is of.
                if !role || !goes_on_in_capitals(bounds, text, word.span.end) {
                    break;
                }
            }
            trailing if trails(trailing) => {}
            _ => {
                if !word.is_capitalised() && !is_source_noun(&folded) {
                    where_capitals_end = where_capitals_end
                        .or(last.filter(|&(_, capital)| capital).map(|(end, _)| end));
                }
                let end = bounds.start + word.span.start + word.bare().len();
                last = Some((end, word.is_capitalised())).filter(|_| !word.is_possessive());
                role = is_source_noun(&folded) && word.is_capitalised();
            }
        }
    }
    ends.extend(last.map(|(end, _)| end));
    ends.extend(where_capitals_end);
    ends
}

/// Whether a word after a name belongs to the verb: *Steele himself*, *Boehner facetiously*, *the president this morning*.
fn trails(folded: &str) -> bool {
    let adverb = folded.len() > 4 && folded.ends_with("ly");
    adverb || TRAILING.has(folded)
}

/// Whether a phrase goes on in capitals to its end after the byte `from` of it, so that its name comes last.
fn goes_on_in_capitals(bounds: Span, text: &str, from: usize) -> bool {
    let rest = bounds.of(text).get(from..).unwrap_or_default();
    let mut rest = words(rest).filter(|word| word.text != "the");
    rest.by_ref().all(|word| word.is_capitalised())
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
    let head_word = folded[..head].iter().rev().find(|word| !trails(word));
    let head_is_role = head_word.is_some_and(|last| is_role(last));
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
