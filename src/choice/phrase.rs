//! What an article calls things: noun phrases, found by word lists and punctuation, and the names that stand by them.

use std::ops::Range;

use crate::name::is_source_noun;
use crate::text::form::{is_irregular, is_like_adjective, is_past};
use crate::text::list::{CALENDAR, DATE_WORDS, REPORTING_VERBS};
use crate::text::{Span, Term, TermKind, WordList, fold};

const GRAMMAR: &str = include_str!("../../assets/grammar.txt");
static DETERMINERS: WordList = WordList::part(GRAMMAR, "determiners");
static PREPOSITIONS: WordList = WordList::part(GRAMMAR, "prepositions");
static TIMES: WordList = WordList::part(GRAMMAR, "times");
static NO_HEADS: WordList = WordList::part(GRAMMAR, "no heads");

/// How many words before the noun belong to it.
const BEFORE: usize = 4;
/// How far before and after a phrase names still tell what it is about: *a row between Doe and Roe*, *Doe’s last row*.
const NAMES_BEFORE: usize = 3;
const NAMES_AFTER: usize = 12;
/// The most phrases of a sentence.
const LIMIT: usize = 24;

/// A noun with what stands before it: *dramatic showdown*, *last town hall clash*.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// Its words, without an article.
    pub(super) span: Span,
    /// The keys of its words in lower case but those of any news text. The last is the noun; there is one at least.
    pub(super) keys: Vec<String>,
    /// Whether the noun says what somebody is: *lawyer*, *officials*.
    pub(super) is_person: bool,
    /// The names and months within it and close by, each run of capitals on its own.
    pub(super) names: Vec<Vec<Name>>,
}

impl Phrase {
    /// The key of its noun.
    pub(super) fn noun(&self) -> Option<&String> {
        self.keys.last()
    }
}

/// A word of a name.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) key: String,
    pub(super) span: Span,
    pub(super) is_month: bool,
}

/// The phrases of the sentence at `sentence`, which has these terms, in order.
pub(super) fn phrases(text: &str, sentence: Span, terms: &[Term]) -> Vec<Phrase> {
    let tokens = tokens(text, sentence, terms);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() && found.len() < LIMIT {
        let run = run(&tokens, at);
        at = run.end.max(at + 1);
        found.extend(phrase(&tokens, run));
    }
    found
}

struct Token<'a> {
    term: &'a Term,
    folded: String,
    /// Whether a mark other than a hyphen stands before it.
    parted: bool,
    possessive: bool,
}

impl Token<'_> {
    fn is_content(&self) -> bool {
        matches!(self.term.kind, TermKind::Word | TermKind::Capitalised)
    }

    fn may_be_verb(&self) -> bool {
        let ing = self.folded.len() > 5 && self.folded.ends_with("ing");
        is_past(&self.folded)
            || ing
            || is_irregular(&self.folded)
            || REPORTING_VERBS.has(&self.folded)
    }

    /// Whether it can be what a phrase is about.
    fn is_noun(&self) -> bool {
        let folded = self.folded.as_str();
        self.term.kind == TermKind::Word
            && folded.len() > 3
            && !folded.ends_with("ly")
            && !is_past(folded)
            && !is_like_adjective(folded)
            && !NO_HEADS.has(folded)
            && !self.term.is_general()
            && !DATE_WORDS.has(folded)
            && !TIMES.has(folded)
    }

    fn is_name(&self) -> bool {
        let day = CALENDAR.has(&self.folded) && self.folded.ends_with("day");
        self.term.kind == TermKind::Capitalised && !day
    }
}

fn tokens<'a>(text: &str, sentence: Span, terms: &'a [Term]) -> Vec<Token<'a>> {
    let mut end = sentence.start;
    let terms = terms.iter();
    terms
        .map(|term| {
            let between = Span::new(end, term.span.start.max(end)).of(text);
            end = term.span.end;
            let written = term.span.of(text);
            Token {
                folded: fold(written).into_owned(),
                parted: between
                    .chars()
                    .any(|mark| !mark.is_whitespace() && mark != '-'),
                possessive: written.ends_with("'s") || written.ends_with("’s"),
                term,
            }
        })
        .collect()
}

/// The words of content in a row from `at` on.
fn run(tokens: &[Token<'_>], at: usize) -> Range<usize> {
    let rest = tokens.get(at..).unwrap_or_default();
    let goes_on = rest.iter().enumerate();
    let goes_on =
        goes_on.take_while(|(place, token)| token.is_content() && (*place == 0 || !token.parted));
    at..at + goes_on.count()
}

/// The phrase in a run of words, when it is plain where it begins: after *the*, *his*, *of*, *February’s*.
fn phrase(tokens: &[Token<'_>], run: Range<usize>) -> Option<Phrase> {
    let owner = run.clone().rev().skip(1).find(|&at| {
        let token = tokens.get(at);
        token.is_some_and(|token| token.possessive)
    });
    let start = owner.map_or(run.start, |owner| owner + 1);
    let before = start.checked_sub(1).and_then(|at| tokens.get(at));
    let before = before.filter(|_| tokens.get(start).is_some_and(|first| !first.parted))?;
    // What comes after a preposition may be a verb as well: *to give*, *of giving*.
    let led = DETERMINERS.has(&before.folded)
        || before.possessive
        || before.term.kind == TermKind::Number;
    let plain = PREPOSITIONS.has(&before.folded)
        && before.folded != "to"
        && !tokens.get(start)?.may_be_verb();
    if !led && !plain {
        return None;
    }
    let head = head(tokens, start..run.end)?;
    let words = tokens.get(start.max(head.saturating_sub(BEFORE))..=head)?;
    let plain = words.iter().filter(|token| {
        token.term.kind == TermKind::Word
            && !token.term.is_general()
            && !token.folded.ends_with("ly")
    });
    let around = start.saturating_sub(NAMES_BEFORE)..(head + 1 + NAMES_AFTER).min(tokens.len());
    Some(Phrase {
        span: Span::covering(words.iter().map(|token| token.term.span))?,
        keys: plain.map(|token| token.term.key.clone()).collect(),
        is_person: is_source_noun(&words.last()?.folded),
        names: names(tokens, around),
    })
}

/// The noun that a run of words leads up to: the last one before a verb.
fn head(tokens: &[Token<'_>], run: Range<usize>) -> Option<usize> {
    let mut last = None;
    for at in run.clone() {
        let token = tokens.get(at)?;
        let next = tokens.get(at + 1);
        let ends = next.is_none_or(|next| next.parted || PREPOSITIONS.has(&next.folded));
        let after_many = at > run.start && several(tokens.get(at - 1)?);
        let verb = is_past(&token.folded) || !ends || after_many;
        if last.is_some() && token.may_be_verb() && verb {
            break;
        }
        if token.term.kind == TermKind::Word {
            last = Some(at);
        }
    }
    last.filter(|&last| tokens.get(last).is_some_and(Token::is_noun))
}

/// Whether it may be a plural: *engineers argue* is no argument.
fn several(noun: &Token<'_>) -> bool {
    noun.folded.ends_with('s') && !noun.folded.ends_with("ss") && !noun.possessive
}

/// The runs of capitals among some words. Whatever begins a sentence has a capital, and is none.
fn names(tokens: &[Token<'_>], around: Range<usize>) -> Vec<Vec<Name>> {
    let mut names: Vec<Vec<Name>> = Vec::new();
    let mut goes_on = false;
    for at in around {
        let Some(token) = tokens.get(at).filter(|token| at > 0 && token.is_name()) else {
            goes_on = false;
            continue;
        };
        let name = Name {
            key: token.term.key.clone(),
            span: token.term.span,
            is_month: DATE_WORDS.has(token.folded.trim_end_matches("'s")),
        };
        match names.last_mut() {
            Some(last) if goes_on && !token.parted => last.push(name),
            _ => names.push(vec![name]),
        }
        goes_on = !token.possessive;
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{mark, terms, unmark};

    #[test]
    fn a_noun_has_its_adjectives() {
        check("It ended in a [dramatic showdown] between Doe and Roe.");
        check("It was the first since April’s [heated exchange].");
        check(
            "She recalled the [previous Town Hall clash] and the 700 [illegal immigrants] brought here.",
        );
    }

    #[test]
    fn verbs_and_adjectives_are_none() {
        check("The [roof] collapsed, and the [city] was hopeful of a [deal].");
        check("In the [storm] the [roads] flooded, and the [engineers] argue.");
    }

    #[track_caller]
    fn check(marked: &str) {
        let (text, _) = unmark(marked);
        let found = phrases(&text, Span::new(0, text.len()), &terms(&text));
        let spans: Vec<Span> = found.iter().map(|phrase| phrase.span).collect();
        assert_eq!(mark(&text, &spans), marked);
    }
}
