//! When something happened.

use crate::alignment::akin;
use crate::text::form::is_past;
use crate::text::{Pair, WordList};

use super::account::{Account, Token};
use super::found::Found;
use super::ground::{Ground, Linked};
use super::time::{Day, When};
use super::{Claim, ConflictKind};

static UNCHANGED: WordList = WordList::part(include_str!("../../assets/claims.txt"), "unchanged");

/// The deeds that two sentences tell of different days. The day stands right beside the verb in both, and neither sentence
/// names the other's day as well.
pub(super) fn find(ground: &Ground<'_>, linked: &Linked<'_, '_>) -> Vec<Found> {
    if linked.weak || linked.support + linked.common < 3 || ground.same_time(linked.accounts) {
        return Vec::new();
    }
    let deeds = linked.accounts.map(deeds);
    let mut found = Vec::new();
    for (deed, day) in &deeds.left {
        for (other_deed, other_day) in &deeds.right {
            let published = [ground.published.left, ground.published.right];
            let apart = day.day.agrees(other_day.day, published) == Some(false);
            if apart && akin(deed.term, other_deed.term) {
                let told = Pair::new((*deed, *day), (*other_deed, *other_day));
                found.push(disagreement(ground, linked, told));
            }
        }
    }
    found
}

/// The verbs of a sentence that a day stands beside: *published Sunday*, *on Sunday met*.
fn deeds<'t, 'a>(account: &'t Account<'a>) -> Vec<(&'t Token<'a>, &'t When)> {
    let days = account
        .times
        .iter()
        .filter(|when| !matches!(when.day, Day::Year(_)));
    let deed = |when: &'t When| {
        let on = account.before(when.words.start, 1) == "on";
        let before = when.words.start.checked_sub(if on { 2 } else { 1 })?;
        let token = account.tokens.get(before)?;
        let past = is_past(&token.word) || UNCHANGED.has(&token.word);
        (token.tells() && past).then_some((token, when))
    };
    days.filter_map(deed).collect()
}

fn disagreement(
    ground: &Ground<'_>,
    linked: &Linked<'_, '_>,
    told: Pair<(&Token<'_>, &When)>,
) -> Found {
    let sides = linked.accounts.zip(told);
    let claims = sides
        .zip(ground.published)
        .map(|((account, (_, when)), published)| Claim {
            spans: vec![account.place(when.words.clone())],
            says: when.day.says(published),
        });
    Found {
        kind: ConflictKind::Date,
        claims,
        about: sides.map(|(account, (deed, _))| deed.term.span.of(account.text).to_owned()),
        evidence: linked.support,
    }
}
