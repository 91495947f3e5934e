//! What two linked sentences have in common: the ground on which they can disagree at all.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use foldhash::{HashMap, HashMapExt, HashSet};

use crate::alignment::{Couple, Link};
use crate::article::date;
use crate::text::{Pair, Side, Term};

use super::account::Account;
use super::figure::{Figure, Roster};
use super::quantity::{Amount, Quantity, Unit};
use super::source::{Report, reports};
use super::time::When;

/// Two articles, told sentence by sentence.
pub(super) struct Ground<'a> {
    pub(super) couple: &'a Couple<'a>,
    pub(super) roster: Roster<'a>,
    pub(super) accounts: Pair<Vec<Account<'a>>>,
    /// The days on which they came out, from 1 January 1970, where the labels tell.
    pub(super) published: Pair<Option<i64>>,
    /// The amounts that each article tells, by what they count.
    amounts: Pair<HashMap<(Unit, &'a str), Vec<Amount>>>,
    /// The sentences that stand in the other article word for word.
    copied: Pair<Vec<bool>>,
    /// What each sentence reports of somebody else's words.
    pub(super) reports: Pair<Vec<Vec<Report>>>,
    /// The names of those whose words each article reports.
    pub(super) sources: Pair<HashSet<String>>,
}

/// Two linked sentences.
pub(super) struct Linked<'g, 'a> {
    pub(super) sentences: Pair<usize>,
    pub(super) accounts: Pair<&'g Account<'a>>,
    /// How many words that tell something both have.
    pub(super) support: usize,
    /// How many of those whom they name are the same.
    pub(super) common: usize,
    /// Whether the link is below the threshold: only what is very much alike is then of one thing.
    pub(super) weak: bool,
    /// Whether it is so strong that both surely tell of one thing.
    pub(super) strong: bool,
}

impl Linked<'_, '_> {
    /// A few terms of each, as their articles write them.
    pub(super) fn in_words(&self, terms: Pair<Vec<&Term>>) -> Pair<String> {
        let sides = self.accounts.zip(terms);
        sides.map(|(account, terms)| account.in_words(terms.iter().map(|term| term.span)))
    }
}

/// How many amounts of one thing are looked through; a bound on work, not on writing.
const AMOUNTS: usize = 64;

/// By how much of itself a measure may differ that one of two articles has converted.
const CONVERTED: f64 = 0.06;

impl<'a> Ground<'a> {
    /// The ground of `links`.
    pub(super) fn new(couple: &'a Couple<'a>, links: &[Link]) -> Ground<'a> {
        let roster = Roster::new(couple);
        let accounts = Pair::new(Side::Left, Side::Right).map(|side| {
            let linked = links.iter().map(|link| *link.sentences.get(side));
            Account::all(couple, &roster, side, &linked.collect())
        });
        let reports = Pair::new(Side::Left, Side::Right)
            .zip(accounts.as_ref())
            .map(|(side, accounts)| reports(couple, side, accounts));
        let amounts = accounts.as_ref().map(|accounts| amounts(accounts));
        let copied = copied(&accounts);
        let labels = couple.readings.map(|reading| &reading.article.label);
        Ground {
            couple,
            roster,
            published: labels.map(|label| label.date.as_deref().and_then(date::day)),
            amounts,
            copied,
            sources: reports.as_ref().map(|reports| names(reports)),
            reports,
            accounts,
        }
    }

    /// The two sentences, unless one of them stands in the other article word for word: what both tell is no conflict.
    pub(super) fn linked(&self, link: Link, threshold: f32) -> Option<Linked<'_, 'a>> {
        let sentences = link.sentences;
        let told_twice = self.copied.as_ref().zip(sentences);
        if told_twice
            .into_iter()
            .any(|(copied, at)| copied.get(at) == Some(&true))
        {
            return None;
        }
        let accounts = self.accounts.as_ref().zip(sentences);
        let Pair { left, right } = accounts.map(|(accounts, at)| accounts.get(at));
        let accounts = Pair::new(left?, right?);
        Some(Linked {
            sentences,
            accounts,
            support: self.support(accounts),
            common: common(accounts),
            weak: link.score < threshold,
            strong: link.score >= f32::midpoint(threshold, 1.0),
        })
    }

    /// How many words that tell something both sentences have, those that the whole story is full of left out.
    fn support(&self, pair: Pair<&Account<'a>>) -> usize {
        let (mut left, mut right) = (pair.left.keys.iter(), pair.right.keys.iter());
        let (mut one, mut other) = (left.next(), right.next());
        let mut shared = 0;
        while let (Some(a), Some(b)) = (one, other) {
            match a.cmp(b) {
                Ordering::Less => one = left.next(),
                Ordering::Greater => other = right.next(),
                Ordering::Equal => {
                    shared += usize::from(!self.couple.wording.is_of_story(a));
                    (one, other) = (left.next(), right.next());
                }
            }
        }
        shared
    }

    /// Whether the article at `side` tells such an amount of the same thing somewhere.
    pub(super) fn tells(&self, side: Side, account: &Account<'_>, quantity: &Quantity) -> bool {
        let key = (quantity.unit, counted(account, quantity));
        let amounts = self.amounts.get(side).get(&key);
        let mut amounts = amounts.into_iter().flatten().take(AMOUNTS);
        amounts.any(|&amount| agree(quantity.unit, quantity.amount, amount))
    }

    /// Whether the days that both sentences name can be the same ones; so too when one names none.
    pub(super) fn same_time(&self, pair: Pair<&Account<'a>>) -> bool {
        let mut told_apart = false;
        for times in pair.map(|account| account.times.as_slice()).crossed() {
            match When::agrees(pair.zip(times), self.published) {
                Some(true) => return true,
                Some(false) => told_apart = true,
                None => {}
            }
        }
        !told_apart
    }
}

/// How many figures both sentences name.
fn common(accounts: Pair<&Account<'_>>) -> usize {
    let figures = accounts.map(|account| {
        let figures = account.named.iter().map(|named| named.figure);
        figures.collect::<BTreeSet<Figure>>()
    });
    figures.left.intersection(&figures.right).count()
}

/// Whether two amounts of one unit can both be true.
pub(super) fn agree(unit: Unit, one: Amount, other: Amount) -> bool {
    let measured = matches!(unit, Unit::Length | Unit::Mass | Unit::Area);
    one.agrees(other, if measured { CONVERTED } else { 0.0 })
}

/// The key of what is counted; none for what is measured.
fn counted<'t>(account: &Account<'t>, quantity: &Quantity) -> &'t str {
    let head = quantity.head().filter(|_| quantity.unit == Unit::Count);
    let head = head.and_then(|head| account.tokens.get(head));
    head.map_or("", |head| &head.term.key)
}

fn amounts<'a>(accounts: &[Account<'a>]) -> HashMap<(Unit, &'a str), Vec<Amount>> {
    let mut amounts: HashMap<(Unit, &str), Vec<Amount>> = HashMap::new();
    for account in accounts {
        // *Thousands* are told beside many a number.
        let told = account
            .quantities
            .iter()
            .filter(|quantity| !quantity.amount.is_vague());
        for quantity in told {
            let key = (quantity.unit, counted(account, quantity));
            amounts.entry(key).or_default().push(quantity.amount);
        }
    }
    amounts
}

fn names(reports: &[Vec<Report>]) -> HashSet<String> {
    let named = reports
        .iter()
        .flatten()
        .filter_map(|report| report.name.clone());
    named.collect()
}

fn copied(accounts: &Pair<Vec<Account<'_>>>) -> Pair<Vec<bool>> {
    fn keys<'a>(account: &Account<'a>) -> Vec<&'a str> {
        let keys = account.tokens.iter().map(|token| token.term.key.as_str());
        keys.collect()
    }
    let all: Pair<HashSet<Vec<&str>>> = accounts
        .as_ref()
        .map(|accounts| accounts.iter().map(keys).collect());
    let across = accounts.as_ref().zip(all.as_ref().swapped());
    across.map(|(own, others)| {
        own.iter()
            .map(|account| others.contains(&keys(account)))
            .collect()
    })
}
