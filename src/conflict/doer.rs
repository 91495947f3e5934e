//! Who did it, or is to do it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::alignment::{akin, shared};
use crate::name::country;
use crate::text::form::is_past;
use crate::text::{Pair, Term, WordList, same_spelling};

use super::account::Account;
use super::figure::Figure;
use super::found::Found;
use super::ground::{Ground, Linked};
use super::lists::lists;
use super::{Claim, ConflictKind};

const SOURCE: &str = include_str!("../../assets/claims.txt");
static OTHERS: WordList = WordList::part(SOURCE, "others");
const GRAMMAR: &str = include_str!("../../assets/grammar.txt");
static PREPOSITIONS: WordList = WordList::part(GRAMMAR, "prepositions");
static PASSIVE: WordList = WordList::part(GRAMMAR, "passive");
static ARTICLES: WordList = WordList::part(GRAMMAR, "before nouns");
static OWN: WordList = WordList::part(SOURCE, "own");
static GIVING: WordList = WordList::part(SOURCE, "giving");

/// How far from its verb a doer may stand, in words.
const REACH: usize = 8;

/// Somebody and what they do to what.
struct Deed<'a> {
    doers: BTreeSet<Figure>,
    words: Range<usize>,
    /// Told with *by*, which names all.
    by: bool,
    verb: usize,
    object: Vec<&'a Term>,
}

/// The deeds, the same done to the same, that two sentences ascribe to others: countries to countries, persons to persons.
pub(super) fn find(_: &Ground<'_>, linked: &Linked<'_, '_>) -> Vec<Found> {
    if linked.weak || linked.support < 2 {
        return Vec::new();
    }
    let deeds = linked.accounts.map(|account| deeds(account));
    let mut found = Vec::new();
    for left in &deeds.left {
        for right in &deeds.right {
            let pair = Pair::new(left, right);
            if disagree(linked, pair) {
                found.push(told(linked, pair));
            }
        }
    }
    found
}

fn disagree(linked: &Linked<'_, '_>, pair: Pair<&Deed<'_>>) -> bool {
    let verbs = linked
        .accounts
        .zip(pair)
        .map(|(account, deed)| account.tokens.get(deed.verb));
    let same_verb = verbs.left.zip(verbs.right).is_some_and(|(one, other)| {
        akin(one.term, other.term) || GIVING.has(&one.word) && GIVING.has(&other.word)
    });
    let (left, right) = (pair.left, pair.right);
    let object = shared(left.object.iter().copied(), &right.object);
    let persons = |deed: &Deed<'_>| {
        deed.doers
            .iter()
            .all(|doer| matches!(doer, Figure::Person(_)))
    };
    let countries = |deed: &Deed<'_>| {
        deed.doers
            .iter()
            .all(|doer| matches!(doer, Figure::Country(_)))
    };
    let absent = |deed: &Deed<'_>, across: &Account<'_>| {
        !across
            .named
            .iter()
            .any(|named| deed.doers.contains(&named.figure))
    };
    let apart = absent(left, linked.accounts.right) && absent(right, linked.accounts.left);
    let alike = persons(left) && persons(right) && apart && !same_surname(linked, pair)
        || countries(left)
            && countries(right)
            && left.doers != right.doers
            && (left.by || !left.doers.is_subset(&right.doers))
            && (right.by || !right.doers.is_subset(&left.doers));
    same_verb && object >= 2 && alike
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
fn deeds<'a>(account: &Account<'a>) -> Vec<Deed<'a>> {
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
        let object: Vec<&Term> = if by.is_some() {
            let before = account
                .tokens
                .get(verb.saturating_sub(REACH)..verb)
                .unwrap_or_default();
            before
                .iter()
                .filter(|token| token.tells())
                .map(|token| token.term)
                .collect()
        } else {
            account.telling_from(verb + 1).collect()
        };
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

/// Those who may do something in a sentence, with their words: names, rows of names, *European partners*.
fn doers(account: &Account<'_>) -> Vec<(BTreeSet<Figure>, Range<usize>)> {
    let mut runs: Vec<(BTreeSet<Figure>, Range<usize>)> = Vec::new();
    let lists = lists(account);
    let listed = |at: usize| lists.iter().any(|list| list.words.contains(&at));
    for list in &lists {
        let figures = list.members.iter().map(|named| named.figure);
        runs.push((figures.collect(), list.words.clone()));
    }
    let single = account
        .named
        .iter()
        .filter(|named| !listed(named.words.start));
    runs.extend(single.map(|named| ([named.figure].into(), named.words.clone())));
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
    joined(account, runs)
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

/// Whether a name can be the subject of what follows it: no preposition before, nothing owned and no passive after it.
fn is_subject(account: &Account<'_>, words: &Range<usize>) -> bool {
    let before = (1..=2).map(|back| account.before(words.start, back));
    let mut before = before.filter(|word| !ARTICLES.has(word));
    let after_preposition = before.next().is_some_and(|word| PREPOSITIONS.has(word));
    let owns = words.end.checked_sub(1).is_some_and(|last| {
        let last = account.word(last);
        last.ends_with("'s") || last.ends_with('\'')
    });
    let passive = (words.end..words.end + 3).any(|at| PASSIVE.has(account.word(at)));
    !after_preposition && !owns && !passive
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
    (tells || GIVING.has(word)).then_some(verb)
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
