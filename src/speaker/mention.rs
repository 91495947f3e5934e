//! What the words that name a source are: a name, a pronoun, a description.

use super::epithet::{Epithets, epithets};
use super::grammar::{AFTER_HEADS, DEFINITE, INDEFINITE, NO_ADVERBS, TRAILING};
use super::joint::others;
use crate::name::{Country, EntityKind, Gender, Mention, country, is_role, is_source_noun};
use crate::reading::Reading;
use crate::text::{Span, Word, fold, words};

/// The words that name a source, understood.
#[derive(Debug, PartialEq)]
pub(super) enum Reference {
    /// Entities: the one named first, and those whom *and* links to it.
    Named(usize, Vec<usize>),
    /// A pronoun for one person, with entities whom *and* links to it.
    Pronoun(Gender, Vec<usize>),
    /// *it*: a body or a document.
    Thing,
    /// *they*: a group, a body, or several.
    Several,
    /// *we*, *I*, *you*, *who* after no name: the text does not say who that is, as far as is known here.
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
    /// The last of them, short forms written out.
    pub(super) head: Epithets,
    /// All that it says.
    pub(super) epithets: Epithets,
}

/// Understands the words at `span`.
pub(super) fn reference(reading: &Reading, span: Span) -> Reference {
    let text = span.of(&reading.article.text);
    let words: Vec<Word<'_>> = words(text).collect();
    let folded: Vec<String> = words
        .iter()
        .map(|word| fold(word.text).into_owned())
        .collect();
    let Some(first) = folded.first() else {
        return Reference::Vague;
    };
    if let Some(pronoun) = pronoun(reading, span, first, &words) {
        return pronoun;
    }
    if let Some(first) = named(reading, span) {
        return Reference::Named(first.entity, others(reading, span, first));
    }
    if let Some(apposed) = apposed(reading, span, &folded) {
        return Reference::Named(apposed, Vec::new());
    }
    if let Some(roles) = two(&folded) {
        return Reference::Two(roles);
    }
    description(text).map_or(Reference::OwnWords, Reference::Description)
}

fn pronoun(reading: &Reading, span: Span, first: &str, words: &[Word<'_>]) -> Option<Reference> {
    let alone = words.len() == 1;
    let gender = match first {
        "he" | "he's" | "he’s" => Some(Gender::Male),
        "she" | "she's" | "she’s" => Some(Gender::Female),
        "his" | "him" | "himself" if alone => Some(Gender::Male),
        "her" | "hers" | "herself" if alone => Some(Gender::Female),
        _ => None,
    };
    if let Some(gender) = gender {
        let after = Span::new(span.start + words.first()?.span.end, span.end);
        let also = words.get(1).is_some_and(|word| word.text == "and");
        let also = name_at_head(reading, after).filter(|_| also);
        let also = also.map(|mention| mention.entity);
        return Some(Reference::Pronoun(gender, also.into_iter().collect()));
    }
    if matches!(first, "who" | "which" | "whose") || first == "that" && alone {
        let is_place = |mention: &&Mention| {
            let entity = reading.names.entities.get(mention.entity);
            first != "which" && entity.is_some_and(|entity| entity.kind == EntityKind::Place)
        };
        return Some(match before(reading, span).filter(|one| !is_place(one)) {
            Some(mention) => Reference::Named(mention.entity, Vec::new()),
            None => Reference::Vague,
        });
    }
    if !alone {
        return None;
    }
    match first {
        "it" | "its" | "itself" => Some(Reference::Thing),
        "they" | "their" | "them" | "they've" | "they're" => Some(Reference::Several),
        // The last are what is left of a name that was cut.
        "we" | "i" | "you" | "one" | "my" | "our" | "me" | "us" | "that" | "the" | "a" | "an"
        | "mr" | "mrs" | "ms" => Some(Reference::Vague),
        _ => None,
    }
}

/// The name right before a span, parted from it by a comma or dash at most.
fn before(reading: &Reading, span: Span) -> Option<&Mention> {
    let mentions = &reading.names.mentions;
    let at = mentions.partition_point(|mention| mention.span.end <= span.start);
    let last = mentions.get(at.checked_sub(1)?)?;
    // *Jane Doe of Ohio, who*
    let of = at.checked_sub(2).and_then(|earlier| mentions.get(earlier));
    let between = |earlier: &&Mention| {
        let between = Span::new(earlier.span.end, last.span.start.max(earlier.span.end));
        between.of(&reading.article.text) == " of "
    };
    let place = reading.names.entities.get(last.entity)?.kind == EntityKind::Place;
    if let Some(of) = of.filter(between).filter(|_| place) {
        let gap = Span::new(last.span.end, span.start).of(&reading.article.text);
        return matches!(gap.trim(), "" | ",").then_some(of);
    }
    let gap = Span::new(last.span.end, span.start).of(&reading.article.text);
    let name = last.name.of(&reading.article.text);
    let abbreviated = name.ends_with("Jr") || name.ends_with("Sr");
    let gap = gap.strip_prefix('.').filter(|_| abbreviated).unwrap_or(gap);
    matches!(gap.trim(), "" | "," | "—" | "–" | "--" | "-").then_some(last)
}

/// The entity of the name that a description is apposed to: *Jane Doe, [the head of the council,] said*. A description
/// without its closing comma stands for somebody else: *after talks with Jane Doe, [the mayor] said*.
fn apposed(reading: &Reading, span: Span, folded: &[String]) -> Option<usize> {
    let text = &reading.article.text;
    let first = folded.first()?;
    let relative = folded.last()?;
    let closed = span.of(text).ends_with(',')
        || text.get(span.end..)?.starts_with([',', '—'])
        || matches!(relative.as_str(), "who" | "whose");
    let opens = matches!(
        first.as_str(),
        "the" | "a" | "an" | "his" | "her" | "its" | "former"
    ) || is_role(first);
    let name = before(reading, span).filter(|_| closed && opens)?;
    let kind = reading.names.entities.get(name.entity)?.kind;
    (kind != EntityKind::Place && name.span.end < span.start).then_some(name.entity)
}

/// The entity that is the head of a source's words: the name that its first phrase ends with, or one apposed to that.
///
/// Not one that the head belongs to or works for: *Trump’s envoy*, *the Trump campaign*, *a spokesman for Trump*.
fn named(reading: &Reading, span: Span) -> Option<&Mention> {
    let text = &reading.article.text;
    let mut start = span.start;
    for phrase in span.of(text).split([',', '(', '—', '–']) {
        let bounds = Span::new(start, start + phrase.len());
        let is_first = start == span.start;
        start = bounds.end + text[bounds.end..].chars().next().map_or(0, char::len_utf8);
        let first = words(phrase).next().map(|word| fold(word.text));
        // *the cable, marked SECRET* or *sent under Jane Doe* is not hers.
        let participle = first.is_some_and(|word| {
            word.ends_with("ed") || word.ends_with("ing") || word == "sent" || word == "held"
        });
        let found = name_at_head(reading, bounds).filter(|_| is_first || !participle);
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
    let last = first + names[first..].partition_point(|mention| mention.span.start < phrase.end);
    let within = &names[first..last];
    let heads = heads(phrase, &reading.article.text, within);
    let found = heads.into_iter().find_map(|head| {
        let at =
            |mention: &&Mention| mention.name.end == head && mention.name.start >= phrase.start;
        within.iter().find(at)
    })?;
    // *Trump and Clinton supporters* are neither of them.
    let rest = |mention: &Mention| {
        let rest = Span::new(mention.name.end.min(phrase.end), phrase.end);
        rest.of(&reading.article.text).trim()
    };
    let last = within.last().filter(|last| last.name != found.name);
    let people = last.is_some_and(|last| {
        let entity = reading.names.entities.get(last.entity);
        entity.is_some_and(|entity| entity.kind == EntityKind::Person)
            && is_source_noun(rest(last))
            && rest(found).starts_with("and ")
    });
    (!people).then_some(found)
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
/// comes earlier; failing that, where capitals end (*President Trump stood firm*). `names` are those within the phrase.
fn heads(bounds: Span, text: &str, names: &[Mention]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut where_capitals_end = None;
    let mut last: Option<(usize, bool)> = None;
    let mut role = false;
    let mut group = false;
    let opening = words(bounds.of(text)).next();
    // *a US intelligence official* is not the US, *President Doe stood firm* is Doe.
    let is_described = opening.is_some_and(|first| {
        !first.is_capitalised() || matches!(fold(first.text).as_ref(), "a" | "an" | "the" | "one")
    });
    for word in words(bounds.of(text)) {
        let folded = fold(word.text);
        let end = last.map(|(end, _)| end);
        // *Americans for Prosperity*
        let here = word.span.shifted(bounds.start);
        let in_name = names.iter().any(|mention| mention.name.contains(here));
        match folded.as_ref() {
            "and" | "or" if !in_name => ends.extend(end),
            "who" | "which" => break,
            border if AFTER_HEADS.has(border) && !word.is_capitalised() && !in_name => {
                // *Chairman of the Mejlis Refat Chubarov*: the name comes after what the role is of.
                if !role || !goes_on_in_capitals(bounds, text, word.span.end) {
                    break;
                }
            }
            trailing if trails(trailing) => {}
            _ => {
                group = is_source_noun(&folded) && !word.is_capitalised();
                if !word.is_capitalised() && !is_source_noun(&folded) {
                    where_capitals_end = where_capitals_end
                        .or(last.filter(|&(_, capital)| capital).map(|(end, _)| end));
                }
                let end = bounds.start + word.span.start + word.bare().len();
                last = Some((end, word.is_capitalised())).filter(|_| !is_owner(text, &word, end));
                // *Angus King of Maine*
                let ends_name = names.iter().any(|mention| mention.name.end == end);
                role = is_source_noun(&folded) && word.is_capitalised() && !ends_name;
            }
        }
    }
    ends.extend(last.map(|(end, _)| end));
    ends.extend(where_capitals_end.filter(|_| !group || !is_described));
    ends
}

/// Whether what stands after a word is its own: *Doe’s envoy*, *Doe Jr.’s envoy*.
fn is_owner(text: &str, word: &Word<'_>, end: usize) -> bool {
    let after = text.get(end..).unwrap_or_default();
    word.is_possessive() || after.starts_with(".'s") || after.starts_with(".’s")
}

/// Whether a word after a name belongs to the verb: *Steele himself*, *Boehner facetiously*, *the president this morning*.
pub(super) fn trails(folded: &str) -> bool {
    let adverb = folded.len() > 4 && folded.ends_with("ly") && !NO_ADVERBS.has(folded);
    adverb || TRAILING.has(folded)
}

/// Whether a phrase goes on in capitals to its end after the byte `from` of it, so that its name comes last.
fn goes_on_in_capitals(bounds: Span, text: &str, from: usize) -> bool {
    let rest = bounds.of(text).get(from..).unwrap_or_default();
    let mut rest = words(rest).filter(|word| word.text != "the");
    rest.by_ref().all(|word| word.is_capitalised())
}

/// *the* and what somebody is, in the singular; not *a*, which names somebody new. What follows a comma is beside it.
pub(super) fn description(source: &str) -> Option<Description> {
    let source = source.split([',', '(', '—']).next()?;
    let words: Vec<Word<'_>> = words(source).collect();
    let folded: Vec<String> = words
        .iter()
        .map(|word| fold(word.text).into_owned())
        .collect();
    let definite =
        DEFINITE.has(folded.first()?) || words[0].is_possessive() || words[0].is_capitalised();
    let border = folded.iter().position(|word| AFTER_HEADS.has(word));
    let head = border.unwrap_or(folded.len());
    let head_word = folded[..head].iter().rev().find(|word| !trails(word));
    let head_is_role = head_word.is_some_and(|last| is_role(last));
    if !definite || !head_is_role || INDEFINITE.has(&folded[0]) {
        return None;
    }
    let roles: Vec<String> = folded[..head]
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
        head: roles.last().map(|last| epithets(last)).unwrap_or_default(),
        roles,
        country: places,
        epithets: epithets(source),
    })
}
