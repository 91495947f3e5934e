//! Who did it, or is to do it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::alignment::{akin, shared};
use crate::name::country;
use crate::text::form::is_past;
use crate::text::list::is_outlet;
use crate::text::{Pair, Term, WordList, same_spelling};

use super::account::Account;
use super::figure::Figure;
use super::found::Found;
use super::ground::{Ground, Linked};
use super::{Claim, ConflictKind};

const SOURCE: &str = include_str!("../../assets/claims.txt");
static OTHERS: WordList = WordList::part(SOURCE, "others");
const GRAMMAR: &str = include_str!("../../assets/grammar.txt");
static PREPOSITIONS: WordList = WordList::part(GRAMMAR, "prepositions");
static PASSIVE: WordList = WordList::part(GRAMMAR, "passive");
static ARTICLES: WordList = WordList::part(GRAMMAR, "before nouns");
static OWN: WordList = WordList::part(SOURCE, "own");
static GIVING: WordList = WordList::part(SOURCE, "giving");
static ONCE: WordList = WordList::part(SOURCE, "once");

/// How far from its verb a doer may stand, in words.
const REACH: usize = 8;

/// Somebody and what they do to what.
pub(super) struct Deed<'a> {
    doers: BTreeSet<Figure>,
    words: Range<usize>,
    /// Told with *by*, which names all.
    by: bool,
    verb: usize,
    object: Vec<&'a Term>,
}

/// The deeds, the same done to the same, that two sentences ascribe to others: countries to countries, persons to persons.
pub(super) fn find(ground: &Ground<'_>, linked: &Linked<'_, '_>) -> Vec<Found> {
    let deeds = linked.accounts.map(|account| account.deeds.as_slice());
    let apart = deeds.crossed();
    let apart = apart.filter(|&pair| disagree(ground, linked, pair));
    apart.map(|pair| told(linked, pair)).collect()
}

/// What all who did something are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Person,
    Country,
    Outlet,
}

impl Sort {
    /// `None` when they are of several sorts, or may be a part of one another: a body and who is in it.
    fn of(ground: &Ground<'_>, deed: &Deed<'_>) -> Option<Sort> {
        let sort = |&doer: &Figure| match doer {
            Figure::Person(_) => Some(Sort::Person),
            Figure::Country(_) => Some(Sort::Country),
            Figure::Other(_) => is_outlet(ground.roster.name(doer)).then_some(Sort::Outlet),
        };
        let first = deed.doers.iter().next().and_then(sort)?;
        let mut all = deed.doers.iter();
        all.all(|doer| sort(doer) == Some(first)).then_some(first)
    }
}

fn disagree(ground: &Ground<'_>, linked: &Linked<'_, '_>, pair: Pair<&Deed<'_>>) -> bool {
    if !same_verb(linked, pair) {
        return false;
    }
    let (left, right) = (pair.left, pair.right);
    let object = shared(left.object.iter().copied(), &right.object);
    if object == 0 || same_surname(linked, pair) {
        return false;
    }
    let sides = linked.accounts.zip(pair);
    let sure = object >= 2 && linked.support >= 2;
    let once = sides.map(|(account, deed)| ONCE.has(account.word(deed.verb)));
    let once = once.left && once.right;
    let apart = left.doers.is_disjoint(&right.doers);
    let absent = |deed: &Deed<'_>, across: &Account<'_>| {
        let mut doers = deed.doers.iter();
        doers.all(|&doer| !across.names(doer))
    };
    let absent = Pair::new(
        absent(left, linked.accounts.right),
        absent(right, linked.accounts.left),
    );
    match (Sort::of(ground, left), Sort::of(ground, right)) {
        (Some(Sort::Country), Some(Sort::Country)) => {
            // With *by* all are told, else perhaps only some.
            let more = (left.by || !left.doers.is_subset(&right.doers))
                && (right.by || !right.doers.is_subset(&left.doers));
            let gives = sides.map(|(account, deed)| GIVING.has(account.word(deed.verb)));
            let surely = !linked.weak || apart && gives.left && gives.right;
            sure && left.doers != right.doers && more && surely
        }
        (Some(Sort::Person), Some(Sort::Person)) if sure && absent.left && absent.right => {
            !linked.weak && apart
        }
        (Some(Sort::Person), Some(Sort::Person | Sort::Outlet))
        | (Some(Sort::Outlet), Some(Sort::Person)) => {
            !linked.weak && apart && once && (absent.left || absent.right)
        }
        _ => false,
    }
}

fn same_verb(linked: &Linked<'_, '_>, pair: Pair<&Deed<'_>>) -> bool {
    let sides = linked.accounts.zip(pair);
    let verbs = sides.map(|(account, deed)| account.tokens.get(deed.verb));
    verbs.left.zip(verbs.right).is_some_and(|(one, other)| {
        akin(one.term, other.term) || GIVING.has(&one.word) && GIVING.has(&other.word)
    })
}

/// Whether the names end alike: *Betty Page*, *Bettie Page*.
fn same_surname(linked: &Linked<'_, '_>, pair: Pair<&Deed<'_>>) -> bool {
    let last = linked
        .accounts
        .zip(pair)
        .map(|(account, deed)| account.before(deed.words.end, 1));
    same_spelling(last.left, last.right)
}

/// The deeds of a sentence whose doers are known.
pub(super) fn deeds<'a>(account: &Account<'a>) -> Vec<Deed<'a>> {
    let mut found: Vec<Deed<'a>> = Vec::new();
    for (doers, words) in doers(account) {
        let by = (1..=2).find(|&back| account.before(words.start, back) == "by");
        if by.is_none() && !is_subject(account, &words) {
            continue;
        }
        let verb = match by {
            Some(back) => passive(account, words.start - back),
            None => active(account, words.end),
        };
        let Some(verb) = verb else { continue };
        let object = object(account, verb, by.is_some());
        found.push(Deed {
            doers,
            by: by.is_some(),
            words,
            verb,
            object,
        });
    }
    found
}

/// The words that tell to what it is done: those before a passive verb, else those after it.
fn object<'a>(account: &Account<'a>, verb: usize, passive: bool) -> Vec<&'a Term> {
    let words = if passive {
        verb.saturating_sub(REACH)..verb
    } else if GIVING.has(account.word(verb)) {
        // What is given stands after whoever gets it.
        verb + 1..(verb + 1 + 2 * REACH).min(account.tokens.len())
    } else {
        return account.telling_from(verb + 1).collect();
    };
    let ends = |at: &usize| account.gap(*at).contains(['.', ';', '—', '–']);
    let clause = words.start..words.clone().skip(1).find(ends).unwrap_or(words.end);
    let words = if passive { words } else { clause };
    let tokens = account.tokens.get(words).unwrap_or_default().iter();
    let telling = tokens.filter(|token| token.tells());
    telling.map(|token| token.term).collect()
}

/// Those who may do something in a sentence, with their words: names, rows of names, *European partners*.
fn doers(account: &Account<'_>) -> Vec<(BTreeSet<Figure>, Range<usize>)> {
    let mut runs: Vec<(BTreeSet<Figure>, Range<usize>)> = Vec::new();
    for list in &account.lists {
        let members = account.named.get(list.members.clone()).unwrap_or_default();
        let figures = members.iter().map(|named| named.figure);
        runs.push((figures.collect(), list.words.clone()));
    }
    for (at, token) in account.tokens.iter().enumerate() {
        let others = OTHERS.has(account.word(at + 1));
        if let Some(country) = country(&token.term.key)
            .or_else(|| country(&token.word))
            .filter(|_| others)
        {
            runs.push(([Figure::Country(country)].into(), at..at + 2));
        }
    }
    runs.sort_by_key(|(_, words)| words.start);
    let mut runs = joined(account, runs);
    for (_, words) in &mut runs {
        // *Berlin and its allies*
        let [and, own, others] = [0, 1, 2].map(|on| account.word(words.end + on));
        if and == "and" && OWN.has(own) && OTHERS.has(others) {
            words.end += 3;
        }
    }
    runs
}

/// *the U.S. and its European allies* as one.
fn joined(
    account: &Account<'_>,
    runs: Vec<(BTreeSet<Figure>, Range<usize>)>,
) -> Vec<(BTreeSet<Figure>, Range<usize>)> {
    let mut whole: Vec<(BTreeSet<Figure>, Range<usize>)> = Vec::new();
    for (figures, words) in runs {
        let and = |end: usize| {
            let between: Vec<&str> = (end..words.start).map(|at| account.word(at)).collect();
            match between.as_slice() {
                ["and"] => true,
                ["and", own] => OWN.has(own),
                _ => false,
            }
        };
        match whole.last_mut() {
            Some((before, range)) if and(range.end) => {
                before.extend(figures);
                range.end = words.end;
            }
            _ => whole.push((figures, words)),
        }
    }
    whole
}

/// Whether a name can be the subject of what follows it.
fn is_subject(account: &Account<'_>, words: &Range<usize>) -> bool {
    let passive = (words.end..words.end + 3).any(|at| PASSIVE.has(account.word(at)));
    can_act(account, words) && !passive
}

/// Whether a name can be a subject at all: no preposition stands before it, and it owns nothing.
pub(super) fn can_act(account: &Account<'_>, words: &Range<usize>) -> bool {
    let before = (1..=2).map(|back| account.before(words.start, back));
    let mut before = before.filter(|word| !ARTICLES.has(word));
    let after_preposition = before.next().is_some_and(|word| PREPOSITIONS.has(word));
    let owns = words.end.checked_sub(1).is_some_and(|last| {
        let last = account.word(last);
        last.ends_with("'s") || last.ends_with('\'')
    });
    !after_preposition && !owns
}

/// The verb right after a doer, auxiliaries left out.
fn active(account: &Account<'_>, from: usize) -> Option<usize> {
    let near = from..from + 4;
    let mut near = near.take_while(|&at| account.gap(at).trim().is_empty());
    let verb = near.find(|&at| {
        account
            .tokens
            .get(at)
            .is_some_and(|token| !token.is_function())
    })?;
    let word = account.word(verb);
    let tells = account
        .tokens
        .get(verb)
        .is_some_and(|token| token.tells() && !token.is_capitalised());
    // *the Berlin administration*: what has no form of its own is a verb only after an auxiliary.
    let is_verb = is_past(word) || ONCE.has(word) || verb > from;
    (tells && is_verb || GIVING.has(word)).then_some(verb)
}

/// The verb of which *by* tells the doer: *issued by*, *not issued through NATO, but instead by*.
fn passive(account: &Account<'_>, by: usize) -> Option<usize> {
    let near = by.saturating_sub(REACH)..by;
    near.rev().find(|&at| {
        let past = is_past(account.word(at));
        past && account
            .tokens
            .get(at)
            .is_some_and(|token| token.tells() || GIVING.has(&token.word))
    })
}

fn told(linked: &Linked<'_, '_>, pair: Pair<&Deed<'_>>) -> Found {
    let sides = linked.accounts.zip(pair);
    Found {
        kind: ConflictKind::Doer,
        claims: sides.map(|(account, deed)| Claim {
            spans: vec![account.place(deed.words.clone())],
            says: account.words(deed.words.clone()).to_owned(),
        }),
        about: sides.map(|(account, deed)| account.words(deed.verb..deed.verb + 1).to_owned()),
        evidence: linked.support,
    }
}
