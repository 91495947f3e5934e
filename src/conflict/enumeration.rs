//! Who stands in a list that both tell in the same words but for a name.

use std::ops::Range;

use crate::text::{Pair, Side};

use super::ConflictKind;
use super::account::Account;
use super::figure::Figure;
use super::found::Found;
use super::ground::{Ground, Linked};
use super::lists::{JOINTS, List};
use super::participants::claim;

/// How many words on each side of a list must be the same.
const SAME: usize = 3;

/// The lists of which one has names more than the other, though the words around them are the same.
pub(super) fn find(ground: &Ground<'_>, linked: &Linked<'_, '_>) -> Vec<Found> {
    let lists = linked.accounts.map(|account| account.lists.as_slice());
    let none = lists.left.is_empty() || lists.right.is_empty();
    if linked.weak || none {
        return Vec::new();
    }
    let apart = lists.crossed().filter(|pair| {
        pair.left.members.len() != pair.right.members.len() && leaves_out(linked, *pair)
    });
    let found = apart.map(|pair| {
        let sides = linked.accounts.zip(pair);
        Found {
            kind: ConflictKind::Participants,
            claims: sides.map(|(account, list)| claim(ground, account, &list.members)),
            about: sides.map(|(account, list)| around(account, &list.words)),
            evidence: linked.support,
        }
    });
    found.collect()
}

/// Whether one list has all that the other has, and somebody whom the other sentence never names.
fn leaves_out(linked: &Linked<'_, '_>, pair: Pair<&List>) -> bool {
    let longer = if pair.left.members.len() > pair.right.members.len() {
        Side::Left
    } else {
        Side::Right
    };
    let (own, other) = (
        linked.accounts.get(longer),
        linked.accounts.get(longer.other()),
    );
    let members = |account: &Account<'_>, list: &List| {
        let named = account.named.get(list.members.clone()).unwrap_or_default();
        named.iter().map(|named| named.figure).collect::<Vec<_>>()
    };
    let more = members(own, pair.get(longer));
    let fewer = members(other, pair.get(longer.other()));
    let open = pair.left.open || pair.right.open;
    !open
        && fewer.iter().all(|one| more.contains(one))
        // *Key West, Fla.* is one place.
        && !more.iter().any(|one| matches!(one, Figure::Other(_)))
        && more
            .iter()
            .all(|&one| fewer.contains(&one) || !other.names(one))
        && same_words(linked, pair)
}

fn same_words(linked: &Linked<'_, '_>, pair: Pair<&List>) -> bool {
    let sides = linked.accounts.zip(pair);
    let before = sides.map(|(account, list)| keys(account, (0..list.words.start).rev()));
    let after = sides.map(|(account, list)| keys(account, list.words.end..account.tokens.len()));
    let same = |pair: &Pair<Vec<&str>>| pair.left.len() == SAME && pair.left == pair.right;
    same(&before) && same(&after)
}

/// The keys of the first few of these words, those left out that may stand between names.
fn keys<'t>(account: &Account<'t>, words: impl Iterator<Item = usize>) -> Vec<&'t str> {
    let tokens = words.filter_map(|at| account.tokens.get(at));
    let telling = tokens.filter(|token| !JOINTS.has(&token.word));
    let keys = telling.map(|token| token.term.key.as_str());
    keys.take(SAME).collect()
}

/// The nearest word before a list that says what it is of.
fn around(account: &Account<'_>, words: &Range<usize>) -> String {
    let before = account.tokens.get(..words.start).unwrap_or_default();
    let mut telling = before.iter().rev().filter(|token| !token.is_function());
    let nearest = telling.next();
    nearest.map_or_else(String::new, |token| {
        token.term.span.of(account.text).to_owned()
    })
}
