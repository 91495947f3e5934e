//! What a sentence does not tell as a fact: the words that say so, and the claim that they are of.

use std::ops::Range;
use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use crate::text::list::{NEGATIONS, REPORTING_VERBS};
use crate::text::{Term, WordList};

use super::account::{Account, MOST};
use super::doer::can_act;
use super::figure::Figure;

const SOURCE: &str = include_str!("../../assets/hedges.txt");

/// How sure a claim is told to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// Somebody denies it.
    Denied,
    /// It is told not to be so: *did not*, *refused to*.
    Negated,
    /// Nobody could confirm it.
    Unconfirmed,
    /// It is yet to be found out: *is being investigated as*.
    Examined,
    Unclear,
    Possible,
    Apparent,
    Reported,
}

static LEVELS: [(Level, WordList); 8] = [
    (Level::Denied, WordList::part(SOURCE, "denied")),
    (Level::Negated, WordList::part(SOURCE, "negated")),
    (Level::Unconfirmed, WordList::part(SOURCE, "unconfirmed")),
    (Level::Examined, WordList::part(SOURCE, "examined")),
    (Level::Unclear, WordList::part(SOURCE, "unclear")),
    (Level::Possible, WordList::part(SOURCE, "possible")),
    (Level::Apparent, WordList::part(SOURCE, "apparent")),
    (Level::Reported, WordList::part(SOURCE, "reported")),
];

static DOUBT: WordList = WordList::part(SOURCE, "doubt");
static CONFIRMED: WordList = WordList::part(SOURCE, "confirmed");
static CALLED: WordList = WordList::part(SOURCE, "called");
const GRAMMAR: &str = include_str!("../../assets/grammar.txt");
static SUBORDINATE: WordList = WordList::part(GRAMMAR, "subordinate");
static PRONOUNS: WordList = WordList::part(GRAMMAR, "pronouns");

/// The phrases of all levels by their first word, the longest first.
static PHRASES: LazyLock<HashMap<&'static str, Vec<(&'static str, Level)>>> = LazyLock::new(|| {
    let mut phrases: HashMap<&str, Vec<(&str, Level)>> = HashMap::new();
    for (level, list) in &LEVELS {
        for phrase in list.words() {
            let first = phrase.split('-').next().unwrap_or(phrase);
            phrases.entry(first).or_default().push((phrase, *level));
        }
    }
    for phrases in phrases.values_mut() {
        phrases.sort_unstable_by_key(|(phrase, _)| (std::cmp::Reverse(phrase.len()), *phrase));
    }
    phrases
});

impl Level {
    /// The words by which another tells as a fact what is told so here; `None` where any words will do.
    pub(super) fn answer(self) -> Option<&'static WordList> {
        match self {
            Level::Unconfirmed => Some(&CONFIRMED),
            Level::Examined => Some(&CALLED),
            _ => None,
        }
    }
}

/// A word that says how sure a claim is, and the claim.
pub(super) struct Hedge<'a> {
    pub(super) level: Level,
    pub(super) words: Range<usize>,
    /// The words of the claim, up to the end of its clause.
    pub(super) scope: Range<usize>,
    /// Those that tell something, names left out.
    pub(super) matter: Vec<&'a Term>,
    /// Who is named in it.
    pub(super) figures: Vec<Figure>,
    /// Of whom the claim is.
    pub(super) subject: Option<Figure>,
}

/// The hedges of a sentence, in order.
pub(super) fn hedges<'a>(account: &Account<'a>) -> Vec<Hedge<'a>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < account.tokens.len() && found.len() < MOST {
        let Some((level, length)) = level(account, at) else {
            at += 1;
            continue;
        };
        let from = at + length;
        let scope = from..end_of_clause(account, from, level);
        let is_claim = match level {
            Level::Unclear => DOUBT.has(account.word(from)),
            // Who does not say so does not say that it is not so.
            Level::Negated => !REPORTING_VERBS.has(account.word(from)),
            _ => true,
        };
        if is_claim {
            let within = |named: &&super::figure::Named| scope.contains(&named.words.start);
            let figures = account.named.iter().filter(within);
            found.push(Hedge {
                level,
                words: at..from,
                matter: matter(account, &scope),
                figures: figures.map(|named| named.figure).collect(),
                subject: subject(account, at, &scope),
                scope,
            });
        }
        at = from;
    }
    found
}

/// The words of a claim that tell something, names left out.
pub(super) fn matter<'a>(account: &Account<'a>, scope: &Range<usize>) -> Vec<&'a Term> {
    let tokens = account.tokens.get(scope.clone()).unwrap_or_default().iter();
    let telling = tokens.filter(|token| token.tells() && !token.is_capitalised());
    telling.take(MOST).map(|token| token.term).collect()
}

/// Whether a word soon before the one at `at` denies it.
pub(super) fn is_negated(account: &Account<'_>, at: usize) -> bool {
    const REACH: usize = 4;
    (at.saturating_sub(REACH)..at).any(|at| {
        let word = account.word(at);
        let negates = || level(account, at).is_some_and(|(level, _)| level == Level::Negated);
        word.ends_with("n't") || NEGATIONS.has(word) || negates()
    })
}

fn level(account: &Account<'_>, at: usize) -> Option<(Level, usize)> {
    let first = account.word(at);
    let (phrase, level) = PHRASES.get(first)?.iter().find(|(phrase, _)| {
        let mut words = phrase.split('-').enumerate();
        words.all(|(nth, word)| account.word(at + nth) == word)
    })?;
    // *May* is a month.
    let token = account.tokens.get(at)?;
    let lower = token.term.span.of(account.text);
    let lower = lower.starts_with(char::is_lowercase);
    (lower || at == 0 && first != "may").then(|| (*level, phrase.split('-').count()))
}

/// Where the clause ends that begins at `from`: at a sign that parts, not at one that opens a quote. What is not done is
/// not done whenever that was.
fn end_of_clause(account: &Account<'_>, from: usize, level: Level) -> usize {
    let mut rest = from + 1..account.tokens.len();
    let end = rest.find(|&at| {
        let gap = account.gap(at);
        let parts = gap.contains([',', ';', '.', '—', '–', '”', ':']) || gap.starts_with('"');
        parts || level == Level::Negated && SUBORDINATE.has(account.word(at))
    });
    end.unwrap_or(account.tokens.len())
}

/// Whoever is named before the hedge, or first in the claim when *it* is unclear.
fn subject(account: &Account<'_>, at: usize, scope: &Range<usize>) -> Option<Figure> {
    /// How many words may stand between: *Doe over the weekend denied*.
    const REACH: usize = 4;
    let mut before = (1..=2).map(|back| account.before(at, back));
    if before.any(|word| matches!(word, "it" | "it's" | "there")) {
        let mut named = account.named.iter();
        let first = named.find(|named| scope.contains(&named.words.start));
        return first.map(|named| named.figure);
    }
    let mut named = account.named.iter();
    let near = named.rfind(|named| named.words.end <= at && at - named.words.end <= REACH);
    let near = near.filter(|named| {
        let mut between = named.words.end..=at;
        let clean = between.all(|at| account.gap(at).trim().is_empty());
        let mut words = (named.words.end..at).map(|at| account.word(at));
        clean && can_act(account, &named.words) && !words.any(|word| PRONOUNS.has(word))
    });
    if near.is_some() {
        return near.map(|named| named.figure);
    }
    // *Doe said that she had not*, where nobody else can be meant.
    let mut back = (1..=3).map(|back| account.before(at, back));
    let pronoun = back.any(|word| matches!(word, "he" | "she"));
    let people = account
        .named
        .iter()
        .filter(|named| named.words.end <= at && matches!(named.figure, Figure::Person(_)));
    let mut people = people.map(|named| named.figure);
    let only = people.next().filter(|_| pronoun)?;
    people.all(|one| one == only).then_some(only)
}
