//! Who else took part.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::text::{Pair, Side, WordList};

use super::account::Account;
use super::figure::{Figure, Named};
use super::found::Found;
use super::ground::{Ground, Linked};
use super::lists::List;
use super::{Claim, ConflictKind};

const SOURCE: &str = include_str!("../../assets/claims.txt");
static ENCOUNTERS: [WordList; 2] = [
    WordList::part(SOURCE, "rows"),
    WordList::part(SOURCE, "meetings"),
];
static ATTENDING: WordList = WordList::part(SOURCE, "attending");

/// How many words may stand between an encounter and those who took part: *a showdown in the Oval Office between*.
const REACH: usize = 6;

/// Those who took part.
pub(super) struct Party {
    /// Who they are: which of `Account::named`.
    members: Range<usize>,
    /// The word for what they took part in.
    about: usize,
    sort: Sort,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// *a row between Doe and Roe*: nobody else was in it.
    Between,
    /// *a row with Doe*: whoever had it stands elsewhere.
    With,
    /// *Doe, Roe and Poe will attend*.
    Attending,
}

/// The encounters in which, by two sentences, others took part. A list that only gives examples, or that leaves out some of
/// a longer list, is no claim that nobody else came.
pub(super) fn find(ground: &Ground<'_>, linked: &Linked<'_, '_>) -> Vec<Found> {
    if linked.weak || linked.support < 2 {
        return Vec::new();
    }
    let all = linked.accounts.map(|account| account.parties.as_slice());
    let apart = all.crossed();
    let apart = apart.filter(|&pair| disagree(ground, linked, pair));
    apart.map(|pair| told(ground, linked, pair)).collect()
}

fn disagree(ground: &Ground<'_>, linked: &Linked<'_, '_>, pair: Pair<&Party>) -> bool {
    let called = linked
        .accounts
        .zip(pair)
        .map(|(account, party)| account.word(party.about));
    let mut sorts = ENCOUNTERS.iter().chain([&ATTENDING]);
    if !sorts.any(|sort| sort.has(called.left) && sort.has(called.right)) {
        return false;
    }
    let sets = linked.accounts.zip(pair);
    let sets = sets.map(|(account, party)| set(ground, members(account, &party.members)));
    let (left, right) = (&sets.left, &sets.right);
    let common = left.intersection(right).count();
    match (pair.left.sort, pair.right.sort) {
        (Sort::Between, Sort::Between) => {
            left != right && common > 0 && common + 1 >= left.len().min(right.len())
        }
        (Sort::Between, Sort::With) => excludes(ground, linked, pair, Side::Left),
        (Sort::With, Sort::Between) => excludes(ground, linked, pair, Side::Right),
        (Sort::Attending, Sort::Attending) => {
            common > 1 && !left.is_subset(right) && !right.is_subset(left)
        }
        _ => false,
    }
}

/// Whether the encounter at `between` leaves out whom the other was with, though it is surely the same one: both are called
/// alike, and all who were in it are named across.
fn excludes(
    ground: &Ground<'_>,
    linked: &Linked<'_, '_>,
    pair: Pair<&Party>,
    between: Side,
) -> bool {
    let (closed, with) = (pair.get(between), pair.get(between.other()));
    let (own, other) = (
        linked.accounts.get(between),
        linked.accounts.get(between.other()),
    );
    let inside = set(ground, members(own, &closed.members));
    let met = set(ground, members(other, &with.members));
    let across = set(ground, &other.named);
    let called = own.before(closed.about, 1);
    !called.is_empty()
        && called == other.before(with.about, 1)
        && own
            .tokens
            .get(closed.about.wrapping_sub(1))
            .is_some_and(super::account::Token::tells)
        && inside.is_disjoint(&met)
        && inside.is_subset(&across)
}

/// Whoever they are, a country for its leader.
fn set(ground: &Ground<'_>, members: &[Named]) -> BTreeSet<Figure> {
    let figures = members.iter().map(|named| named.figure);
    figures
        .map(|figure| ground.roster.as_country(figure))
        .collect()
}

/// The parties that a sentence tells of.
pub(super) fn parties(account: &Account<'_>) -> Vec<Party> {
    let mut found: Vec<Party> = Vec::new();
    let several = |list: &&List| !list.open && !list.is_single();
    for list in account.lists.iter().filter(several) {
        let before = list.words.start;
        let between = (1..=2).find(|&back| account.before(before, back) == "between");
        if let Some(about) = between.and_then(|back| encounter(account, before - back)) {
            found.push(party(list.members.clone(), about, Sort::Between));
        } else if let Some(about) = attending(account, list) {
            found.push(party(list.members.clone(), about, Sort::Attending));
        }
    }
    for (number, named) in account.named.iter().enumerate() {
        let start = named.words.start;
        if account.before(start, 1) == "with"
            && let Some(about) = encounter(account, start - 1)
        {
            found.push(party(number..number + 1, about, Sort::With));
        }
    }
    found
}

fn party(members: Range<usize>, about: usize, sort: Sort) -> Party {
    Party {
        members,
        about,
        sort,
    }
}

fn members<'t>(account: &'t Account<'_>, which: &Range<usize>) -> &'t [Named] {
    account.named.get(which.clone()).unwrap_or_default()
}

/// That those were in it, by their names.
pub(super) fn claim(ground: &Ground<'_>, account: &Account<'_>, which: &Range<usize>) -> Claim {
    let members = members(account, which).iter();
    let names = members.clone().map(|named| {
        let name = ground.roster.name(named.figure);
        if name.is_empty() {
            account.words(named.words.clone())
        } else {
            name
        }
    });
    Claim {
        says: names.collect::<Vec<_>>().join(", "),
        spans: members
            .map(|named| account.place(named.words.clone()))
            .collect(),
    }
}

/// The nearest word for an encounter before the word at `at`.
fn encounter(account: &Account<'_>, at: usize) -> Option<usize> {
    let near = at.saturating_sub(REACH)..at;
    near.rev()
        .find(|&at| ENCOUNTERS.iter().any(|list| list.has(account.word(at))))
}

/// The word that says of at least three that they are there.
fn attending(account: &Account<'_>, list: &List) -> Option<usize> {
    let near = list.words.end..list.words.end + REACH;
    let mut near = near.take_while(|&at| !account.gap(at).contains(['.', ';', ',']));
    near.find(|&at| ATTENDING.has(account.word(at)))
        .filter(|_| list.members.len() > 2)
}

fn told(ground: &Ground<'_>, linked: &Linked<'_, '_>, pair: Pair<&Party>) -> Found {
    let sides = linked.accounts.zip(pair);
    let claims = sides.map(|(account, party)| claim(ground, account, &party.members));
    let about =
        sides.map(|(account, party)| account.words(party.about..party.about + 1).to_owned());
    Found {
        kind: ConflictKind::Participants,
        claims,
        about,
        evidence: linked.support,
    }
}
