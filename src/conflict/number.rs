//! How many, or how much, of the same thing.

use crate::alignment::{akin, shared};
use crate::text::{Pair, Side, Term, TermKind, WordList};

use super::account::Account;
use super::figure::Figure;
use super::found::Found;
use super::ground::{Ground, Linked, agree};
use super::quantity::{Quantity, Unit, is_anybody};
use super::{Claim, ConflictKind};

const SOURCE: &str = include_str!("../../assets/claims.txt");
static FATES: [WordList; 5] = [
    WordList::part(SOURCE, "killed"),
    WordList::part(SOURCE, "injured"),
    WordList::part(SOURCE, "arrested"),
    WordList::part(SOURCE, "missing"),
    WordList::part(SOURCE, "displaced"),
];

/// The numbers on which two sentences disagree. Each is told against the one across that is most surely of the same thing,
/// and only where neither article has the other's number too.
pub(super) fn find(ground: &Ground<'_>, linked: &Linked<'_, '_>) -> Vec<Found> {
    let Pair { left, right } = linked.accounts;
    let none = left.quantities.is_empty() || right.quantities.is_empty();
    if none || !ground.same_time(linked.accounts) {
        return Vec::new();
    }
    let open = |own: &Account<'_>, other: &Account<'_>, side: Side| -> Vec<usize> {
        let numbers = own.quantities.iter().enumerate();
        let apart = |quantity: &Quantity| {
            let mut others = other.quantities.iter();
            let met = others.any(|across| {
                let counted = pair_of_heads((own, quantity), (other, across));
                across.unit == quantity.unit
                    && (quantity.unit != Unit::Count || counted)
                    && agree(quantity.unit, quantity.amount, across.amount)
            });
            let written = quantity
                .words
                .clone()
                .any(|at| is_number_of(own, at, other));
            !met && !written && !ground.tells(side.other(), own, quantity)
        };
        numbers
            .filter(|(_, quantity)| !quantity.aside && apart(quantity))
            .map(|(at, _)| at)
            .collect()
    };
    let open = Pair::new(
        open(left, right, Side::Left),
        open(right, left, Side::Right),
    );
    let mut likely: Vec<(usize, usize, usize)> = Vec::new();
    for &one in &open.left {
        for &other in &open.right {
            let quantities = left.quantities.get(one).zip(right.quantities.get(other));
            let evidence =
                quantities.and_then(|(a, b)| same_thing(linked, Pair::new((left, a), (right, b))));
            likely.extend(evidence.map(|evidence| (evidence, one, other)));
        }
    }
    likely.sort_by_key(|&(evidence, one, other)| (std::cmp::Reverse(evidence), one + other));
    let mut found: Vec<Found> = Vec::new();
    let mut taken: Pair<Vec<usize>> = Pair::default();
    for (evidence, one, other) in likely {
        if taken.left.contains(&one) || taken.right.contains(&other) {
            continue;
        }
        taken.left.push(one);
        taken.right.push(other);
        if let Some((a, b)) = left.quantities.get(one).zip(right.quantities.get(other)) {
            found.push(Found {
                kind: ConflictKind::Number,
                claims: Pair::new(claim(left, a), claim(right, b)),
                about: Pair::new(about(left, a), about(right, b)),
                evidence,
            });
        }
    }
    found
}

/// How much speaks for it that both are of the same thing; `None` when too little does.
fn same_thing(linked: &Linked<'_, '_>, pair: Pair<(&Account<'_>, &Quantity)>) -> Option<usize> {
    let support = linked.support;
    let (a, b) = (pair.left.1, pair.right.1);
    if a.unit != b.unit || a.amount.is_far(b.amount) || !same_subject(pair) {
        return None;
    }
    let around = pair.map(|(account, quantity)| around(account, quantity));
    let near = shared(around.left.iter().copied(), &around.right);
    let enough = match a.unit {
        Unit::Age => {
            let figures = pair.map(|(account, quantity)| bearer(account, quantity));
            figures.left.is_some() && figures.left == figures.right
        }
        Unit::Count => {
            let anybody = pair.map(|(account, quantity)| {
                quantity
                    .head()
                    .is_some_and(|head| is_anybody(account.word(head)))
            });
            let named = pair.map(|(account, quantity)| names_within(account, quantity));
            let told_apart = !named.left.is_empty()
                && !named.right.is_empty()
                && shared(named.left.iter().copied(), &named.right) == 0;
            let fates = pair.map(|(account, quantity)| fate(account, quantity));
            let known = !anybody.left && !anybody.right || fates.left.is_some();
            let called = if linked.strong {
                pair_of_heads(pair.left, pair.right)
            } else {
                same_head(pair)
            };
            let same = called && fates.left == fates.right && known;
            // *A deal with eleven countries* is one of twelve.
            let all = a.of_others != b.of_others && a.amount.is_next_to(b.amount);
            let alike = a.amount.is_near(b.amount);
            let wanted = if linked.weak || !alike { 2 } else { 1 };
            let close = near >= wanted && support + near >= 3;
            let nobody = !anybody.left && !anybody.right;
            let surely = alike && nobody && support >= 3 && !linked.weak;
            same && !all && !told_apart && (close || surely)
        }
        _ => {
            let beside =
                pair.map(|(account, quantity)| account.telling_before(quantity.words.start).next());
            let beside = beside
                .left
                .zip(beside.right)
                .is_some_and(|(a, b)| akin(a, b));
            let nouns = pair.map(|(_, quantity)| quantity.head());
            let same_noun = nouns.left.is_none()
                || nouns.right.is_none()
                || pair_of_heads(pair.left, pair.right);
            same_noun && (beside || near >= 3) && support >= 3 && linked.strong
        }
    };
    enough.then_some(support + 2 * near)
}

/// Whether the word at `at` is a number that the other sentence has too, whatever it counts there.
fn is_number_of(own: &Account<'_>, at: usize, other: &Account<'_>) -> bool {
    let term = own.tokens.get(at).map(|token| token.term);
    let number = term.filter(|term| term.kind == TermKind::Number);
    number.is_some_and(|number| {
        other
            .tokens
            .iter()
            .any(|token| token.term.key == number.key)
    })
}

/// Whether what two numbers count is called by one word, or two that are akin.
fn pair_of_heads(one: (&Account<'_>, &Quantity), other: (&Account<'_>, &Quantity)) -> bool {
    let heads =
        Pair::new(one, other).map(|(account, quantity)| account.tokens.get(quantity.head()?));
    heads
        .left
        .zip(heads.right)
        .is_some_and(|(one, other)| akin(one.term, other.term))
}

/// Whether what two numbers count is called by one word.
fn same_head(pair: Pair<(&Account<'_>, &Quantity)>) -> bool {
    let heads = pair.map(|(account, quantity)| account.tokens.get(quantity.head()?));
    let both = heads.left.zip(heads.right);
    both.is_some_and(|(one, other)| one.term.key == other.term.key)
}

/// Whether both numbers are told of one subject, as far as a name before them tells.
fn same_subject(pair: Pair<(&Account<'_>, &Quantity)>) -> bool {
    let subject = pair.map(|(account, quantity)| {
        let mut before = account.named.iter().rev();
        before
            .find(|named| named.words.end <= quantity.words.start)
            .map(|named| named.figure)
    });
    match (subject.left, subject.right) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

/// What becomes of those who are counted: which of the lists the nearest word around the number is in.
fn fate(account: &Account<'_>, quantity: &Quantity) -> Option<usize> {
    const REACH: usize = 4;
    let of = |at: usize| FATES.iter().position(|list| list.has(account.word(at)));
    let before = quantity.words.start.saturating_sub(REACH)..quantity.words.start;
    let after = quantity.words.end..quantity.words.end + 2 * REACH;
    before
        .rev()
        .find_map(of)
        .or_else(|| after.clone().find_map(of))
}

/// The words around a number that tell what it is of.
fn around<'a>(account: &Account<'a>, quantity: &Quantity) -> Vec<&'a Term> {
    let head = quantity.head();
    let within = quantity
        .noun
        .clone()
        .filter(|&at| Some(at) != head || quantity.unit != Unit::Count);
    let within = within
        .filter_map(|at| account.tokens.get(at))
        .filter(|token| token.tells());
    let after = quantity.noun.end.max(quantity.words.end);
    let before = account.telling_before(quantity.words.start);
    let mut words: Vec<&Term> = before.chain(account.telling_from(after)).collect();
    words.extend(within.map(|token| token.term));
    words
}

/// The names before the head of what is counted: *Ukrainian regions*.
fn names_within<'a>(account: &Account<'a>, quantity: &Quantity) -> Vec<&'a Term> {
    let tokens = account
        .tokens
        .get(quantity.noun.clone())
        .unwrap_or_default();
    let names = tokens.iter().filter(|token| token.is_capitalised());
    names.map(|token| token.term).collect()
}

/// Whose age it is.
fn bearer(account: &Account<'_>, quantity: &Quantity) -> Option<Figure> {
    let mut named = account.named.iter();
    let named = named.find(|named| named.words == quantity.noun)?;
    Some(named.figure)
}

fn claim(account: &Account<'_>, quantity: &Quantity) -> Claim {
    Claim {
        spans: vec![quantity.span],
        says: quantity.span.of(account.text).to_owned(),
    }
}

/// What is counted, else the words before the number that say what it is.
fn about(account: &Account<'_>, quantity: &Quantity) -> String {
    let noun = account.words(quantity.noun.clone());
    if !noun.is_empty() {
        return noun.to_owned();
    }
    let before = account.telling_before(quantity.words.start).next();
    before.map_or_else(String::new, |term| term.span.of(account.text).to_owned())
}
