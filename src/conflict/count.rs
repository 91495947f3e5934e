//! A count against an enumeration: *all four regions* beside *Donetsk and Luhansk*.

use crate::alignment::shared;
use crate::text::{Pair, Side, WordList};

use super::account::Account;
use super::found::Found;
use super::ground::{Ground, Linked};
use super::lists::List;
use super::quantity::{Amount, Quantity, Unit};
use super::{Claim, ConflictKind};

static PLACES: WordList = WordList::part(include_str!("../../assets/claims.txt"), "places");
static DETERMINERS: WordList =
    WordList::part(include_str!("../../assets/grammar.txt"), "determiners");

/// The counts of places that the other sentence, of the same deed, names one by one in another number.
pub(super) fn find(ground: &Ground<'_>, linked: &Linked<'_, '_>) -> Vec<Found> {
    if linked.weak || linked.support < 2 {
        return Vec::new();
    }
    let mut found = Vec::new();
    for side in Side::BOTH {
        let (own, other) = (linked.accounts.get(side), linked.accounts.get(side.other()));
        let counts = own
            .quantities
            .iter()
            .filter(|quantity| counts_places(own, quantity));
        for quantity in counts {
            if ground.tells(side.other(), own, quantity) {
                continue;
            }
            let mut enumerated = other.lists.iter().filter(|list| {
                let members = other.named.get(list.members.clone());
                members.is_some_and(|members| members.iter().all(|named| named.is_place))
                    && !list.is_single()
                    && !list.open
                    && disagrees(quantity, list)
            });
            let enumerated = enumerated.find(|list| same_deed(own, quantity, other, list));
            found.extend(enumerated.map(|list| told(linked, own, quantity, other, list, side)));
        }
    }
    found
}

fn counts_places(account: &Account<'_>, quantity: &Quantity) -> bool {
    let head = quantity
        .head()
        .is_some_and(|head| PLACES.has(account.word(head)));
    head && quantity.unit == Unit::Count && !quantity.aside
}

#[expect(clippy::cast_precision_loss, reason = "a sentence names few places")]
fn disagrees(quantity: &Quantity, list: &List) -> bool {
    let count = Amount::exactly(list.members.len() as f64);
    !quantity.amount.agrees(count, 0.0)
}

/// Whether both follow the same preposition and the same deed: *withdrawal from*, *withdraw its forces from*.
fn same_deed(own: &Account<'_>, quantity: &Quantity, other: &Account<'_>, list: &List) -> bool {
    let preposition = |account: &Account<'_>, start: usize| {
        let mut back = 1;
        while DETERMINERS.has(account.before(start, back)) {
            back += 1;
        }
        account.before(start, back).to_owned()
    };
    let first = preposition(own, quantity.words.start);
    let second = preposition(other, list.words.start);
    let is_function = |account: &Account<'_>, word: &str| {
        account
            .tokens
            .iter()
            .any(|token| token.word == word && token.is_function())
    };
    let before: Vec<_> = other.telling_before(list.words.start).collect();
    first == second
        && is_function(own, &first)
        && shared(own.telling_before(quantity.words.start), &before) > 0
}

fn told(
    linked: &Linked<'_, '_>,
    own: &Account<'_>,
    quantity: &Quantity,
    other: &Account<'_>,
    list: &List,
    side: Side,
) -> Found {
    let count = Claim {
        spans: vec![quantity.span],
        says: quantity.span.of(own.text).to_owned(),
    };
    let named = Claim {
        spans: vec![other.place(list.words.clone())],
        says: list.members.len().to_string(),
    };
    let head = own.words(quantity.noun.clone()).to_owned();
    let claims = Pair::new(count, named);
    Found {
        kind: ConflictKind::Number,
        claims: if side == Side::Left {
            claims
        } else {
            claims.swapped()
        },
        about: Pair::new(head.clone(), head),
        evidence: linked.support,
    }
}
