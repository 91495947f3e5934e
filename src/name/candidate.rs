//! What each capitalised run could name.

use super::place::{Country, PlaceWord, country, place_word};
use super::role::{first_name_gender, is_modifier, is_role, is_title, role_gender};
use super::run::{Line, Run, is_body_word, is_particle};
use super::{EntityKind, Gender};
use crate::text::{Span, Word, fold};

/// A name in the text, not yet known to be one with others.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// With the role before it.
    pub(super) span: Span,
    /// The name alone.
    pub(super) name: Span,
    /// Its words, folded and without possessive; never empty.
    pub(super) words: Vec<String>,
    /// The role before it.
    pub(super) role: Option<Span>,
    pub(super) gender: Option<Gender>,
    pub(super) country: Option<Country>,
    pub(super) kind: EntityKind,
}

/// What `run` names, if it names anything.
pub(super) fn candidate(line: &Line<'_>, run: &Run) -> Option<Candidate> {
    let words = &line.words[run.words.clone()];
    if is_shouted(words) {
        return None;
    }
    let name_at = if names_a_body(words) {
        0
    } else {
        name_start(words)
    };
    let name = words.get(name_at..).filter(|name| !name.is_empty())?;
    let role_words = role_before(line, run.words.start, &words[..name_at]);
    let has_role = role_words
        .iter()
        .any(|word| is_role(&fold(word.bare())) || is_title(&fold(word.text)));
    let kind = kind(name, has_role)?;
    let folded: Vec<String> = name
        .iter()
        .map(|word| fold(word.bare()).into_owned())
        .skip_while(|word| is_particle(word))
        .collect();
    if folded.is_empty() {
        return None;
    }
    let role = Span::covering(
        role_words
            .iter()
            .map(|word| Span::new(word.span.start, word.span.start + word.bare().len())),
    );
    let name_span = Span::new(
        name[0].span.start,
        name.last()
            .map_or(0, |last| last.span.start + last.bare().len()),
    );
    let spoken = role_words
        .iter()
        .find_map(|word| role_gender(&fold(word.bare())));
    let owner = line.words[..run.words.start]
        .last()
        .filter(|word| word.is_possessive() || country(word.text).is_some());
    Some(Candidate {
        span: Span::covering(role.into_iter().chain([name_span]))?,
        name: name_span,
        gender: spoken.or_else(|| {
            folded
                .first()
                .filter(|_| folded.len() > 1)
                .and_then(|first| first_name_gender(first))
        }),
        country: role_words
            .iter()
            .chain(owner.filter(|_| has_role))
            .find_map(|word| country(word.bare())),
        words: folded,
        role: role.filter(|_| has_role),
        kind,
    })
}

/// Whether three words or more stand in capitals throughout, so that capitals tell nothing.
fn is_shouted(words: &[Word<'_>]) -> bool {
    words.len() >= 3
        && words
            .iter()
            .all(|word| word.text.chars().all(|letter| !letter.is_lowercase()))
}

/// Whether a run ends with what a body is, or begins with it: *European Commission*, *Department of Justice*.
fn names_a_body(words: &[Word<'_>]) -> bool {
    let of = words.iter().position(|word| word.text == "of");
    let head = of
        .map_or(words.len(), |of| of)
        .checked_sub(1)
        .and_then(|head| words.get(head));
    head.is_some_and(|head| is_body_word(&fold(head.bare())))
}

/// The first word after the last role or title, and after what that is of: *Secretary of State Marco Rubio*.
fn name_start(words: &[Word<'_>]) -> usize {
    let role = |word: &Word<'_>| is_role(&fold(word.bare())) || is_title(&fold(word.text));
    // *Senators Jane Doe and John Roe*
    let roles = |word: &Word<'_>| {
        let folded = fold(word.text);
        folded
            .strip_suffix('s')
            .is_some_and(|one| is_role(one) || is_title(one))
    };
    let after_role = |words: &[Word<'_>]| {
        let plural = words.len() > 1 && words.first().is_some_and(roles);
        words
            .iter()
            .rposition(role)
            .map_or(usize::from(plural), |last| last + 1)
    };
    let mut start = after_role(words);
    if start == words.len() {
        // A surname can be a role too: *Angus King*, *Rep. Steve King*.
        let before_last = after_role(&words[..words.len() - 1]);
        let first = words.get(before_last).map(|word| fold(word.text));
        let titled = before_last
            .checked_sub(1)
            .is_some_and(|title| is_title(&fold(words[title].text)));
        let named = before_last + 1 < words.len()
            && first.is_some_and(|first| first_name_gender(&first).is_some());
        if titled || named {
            start = before_last;
        }
    }
    let rest = &words[start..];
    if start == 0 || rest.first().is_none_or(|first| first.text != "of") {
        return start;
    }
    // *Republican of New York*
    let of_what: Vec<&str> = rest[1..].iter().map(Word::bare).collect();
    if place_word(&of_what.join(" ")).is_some() {
        return words.len();
    }
    let first_name = rest
        .iter()
        .position(|word| first_name_gender(&fold(word.text)).is_some());
    let body = rest.iter().rposition(|word| is_body_word(&fold(word.text)));
    let capitals = rest.iter().filter(|word| word.is_capitalised()).count();
    let by_length = || match capitals {
        0 | 1 => rest.len(),
        2 => rest.len() - 1,
        _ => rest.len() - 2,
    };
    let after = first_name
        .or(body.map(|body| body + 1))
        .unwrap_or_else(by_length);
    let is_of_place = rest
        .get(after)
        .is_some_and(|word| word.text == "of" || country(word.bare()).is_some());
    start + if is_of_place { rest.len() } else { after }
}

/// The role that leads up to a name: capitalised words of the run, and lower-case roles right before it.
fn role_before<'a>(line: &Line<'a>, start: usize, within: &[Word<'a>]) -> Vec<Word<'a>> {
    const LONGEST: usize = 4;
    let mut first = start;
    while within.is_empty() && first > 0 && start - first < LONGEST {
        let word = &line.words[first - 1];
        let gap = word.span.end + 1 == line.words[first].span.start;
        let folded = fold(word.text);
        let fits = if first == start {
            is_role(&folded) && !word.is_capitalised()
        } else {
            country(word.text).is_some() || is_modifier(&folded)
        };
        if !gap || !fits {
            break;
        }
        first -= 1;
    }
    let mut words = line.words[first..start].to_vec();
    words.extend_from_slice(within);
    words
}

/// `None` when the words are no name: an adjective, a lone initial.
fn kind(name: &[Word<'_>], has_role: bool) -> Option<EntityKind> {
    let phrase: Vec<&str> = name.iter().map(Word::bare).collect();
    let first = fold(phrase.first()?);
    match place_word(&phrase.join(" ")) {
        Some(PlaceWord::Adjective(_)) => return None,
        Some(_) if !has_role => return Some(EntityKind::Place),
        _ => {}
    }
    let acronym = |word: &str| {
        word.chars().filter(|letter| letter.is_uppercase()).count() >= 2
            && !word.chars().any(char::is_lowercase)
    };
    let body = phrase.iter().any(|word| is_body_word(&fold(word)));
    if body || (phrase.len() == 1 && acronym(phrase[0])) {
        return Some(EntityKind::Body);
    }
    if has_role || (phrase.len() >= 2 && first_name_gender(&first).is_some()) {
        return Some(EntityKind::Person);
    }
    match phrase.len() {
        1 if phrase[0].chars().count() < 2 => None,
        1 => Some(EntityKind::Unknown),
        2..=4 if place_word(phrase[0]).is_none() => Some(EntityKind::Person),
        _ => Some(EntityKind::Body),
    }
}
