//! How sure it is: denied, unclear, possible, apparent, reported, or simply told.

use std::ops::Range;

use crate::alignment::{akin, shared, shared_by};
use crate::text::{Pair, Side, Span};

use super::account::Account;
use super::figure::Named;
use super::found::Found;
use super::ground::{Ground, Linked};
use super::hedge::{Hedge, Level, is_negated, matter};
use super::{Claim, ConflictKind};

/// The claims of which two sentences are not equally sure: both hedge one claim, each in another degree, or one denies or
/// doubts what the other simply tells.
pub(super) fn find(ground: &Ground<'_>, linked: &Linked<'_, '_>) -> Vec<Found> {
    let hedges = linked.accounts.map(|account| account.hedges.as_slice());
    if linked.weak || hedges.left.is_empty() && hedges.right.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for pair in hedges.crossed() {
        if pair.left.level != pair.right.level && same_claim(linked, pair) {
            let sides = linked.accounts.zip(pair);
            let claims = sides.map(|(account, hedge)| claim(account, hedge.words.clone()));
            let matters = pair.map(|hedge| hedge.matter.as_slice());
            let about = linked.in_words(shared_by(matters));
            found.push(told(ground, linked, claims, about));
        }
    }
    for side in Side::BOTH {
        let mut hedges = hedges.get(side).iter();
        let doubted = hedges.find_map(|hedge| Some((hedge, plainly_told(linked, side, hedge)?)));
        let Some((hedge, words)) = doubted else {
            continue;
        };
        let other = linked.accounts.get(side.other());
        let mut across = claim(other, words);
        if matches!(hedge.level, Level::Denied | Level::Unclear) {
            "told as a fact".clone_into(&mut across.says);
        }
        let account = linked.accounts.get(side);
        let mut own = claim(account, hedge.words.clone());
        if let (Level::Negated, Some(deed)) = (hedge.level, hedge.matter.first()) {
            // *did not* alone says nothing.
            let from = account.place(hedge.words.clone()).start;
            let words = Span::new(from, deed.span.end).of(account.text);
            words.clone_into(&mut own.says);
        }
        let claims = Pair::new(own, across);
        let whole = matter(other, &(0..other.tokens.len()));
        let matters = Pair::new(hedge.matter.as_slice(), whole.as_slice());
        let (claims, matters) = if side == Side::Right {
            (claims.swapped(), matters.swapped())
        } else {
            (claims, matters)
        };
        let about = linked.in_words(shared_by(matters));
        found.push(told(ground, linked, claims, about));
    }
    found
}

fn same_claim(linked: &Linked<'_, '_>, pair: Pair<&Hedge<'_>>) -> bool {
    let is_doubt = |hedge: &Hedge<'_>| !matches!(hedge.level, Level::Negated);
    if !is_doubt(pair.left) || !is_doubt(pair.right) {
        return false;
    }
    let (left, right) = (&pair.left.matter, &pair.right.matter);
    let common = shared(left.iter().copied(), right);
    let subjects = pair.map(|hedge| hedge.subject);
    let told = subjects.left.is_some() || linked.strong;
    let least = left.len().min(right.len());
    told && subjects.left == subjects.right && common >= 2 && 2 * common >= least
}

/// The words with which the other sentence simply tells what `hedge` denies or doubts.
fn plainly_told(linked: &Linked<'_, '_>, side: Side, hedge: &Hedge<'_>) -> Option<Range<usize>> {
    let other = linked.accounts.get(side.other());
    let firm = matches!(hedge.level, Level::Denied | Level::Negated | Level::Unclear);
    let answer = hedge.level.answer();
    if !firm && answer.is_none() {
        return None;
    }
    let deed = hedge.matter.first()?;
    let at = other.tokens.iter().position(|token| match answer {
        Some(list) => list.has(&token.word),
        None => akin(deed, token.term),
    })?;
    if is_negated(other, at) || other.hedges.iter().any(|other| other.scope.contains(&at)) {
        return None;
    }
    let denied_too = other.hedges.iter().any(|other| {
        let both = shared(hedge.matter.iter().copied(), &other.matter);
        matches!(other.level, Level::Denied | Level::Negated) && both > 1
    });
    if denied_too {
        return None;
    }
    let subject = hedge.subject;
    let acts = |named: &Named| Some(named.figure) == subject && named.words.end <= at;
    if answer.is_none() && subject.is_some() && !other.named.iter().any(acts) {
        return None;
    }
    let objects = hedge.figures.iter().filter(|&&one| Some(one) != subject);
    let named = objects.clone().filter(|&&one| other.names(one)).count();
    let across = matter(other, &(0..other.tokens.len()));
    let common = shared(hedge.matter.iter().copied(), &across);
    let (met, whole) = (common + named, hedge.matter.len() + objects.count());
    let enough = if answer.is_some() {
        met >= 2 && 2 * met >= whole
    } else if subject.is_some() {
        met >= 3 && 3 * met >= 2 * whole || met == 2 && whole == 2
    } else {
        // Nobody tells of whom it is, so that all else must be the same.
        hedge.level == Level::Negated && met >= 3 && met == whole && linked.strong
    };
    (enough && common > 0).then_some(at..at + 1)
}

fn claim(account: &Account<'_>, words: Range<usize>) -> Claim {
    Claim {
        says: account.words(words.clone()).to_owned(),
        spans: vec![account.place(words)],
    }
}

fn told(
    ground: &Ground<'_>,
    linked: &Linked<'_, '_>,
    mut claims: Pair<Claim>,
    about: Pair<String>,
) -> Found {
    for (side, claim) in claims.as_mut().sides() {
        if let Some(source) = ground.unnamed(side, *linked.sentences.get(side)) {
            let words = source.of(linked.accounts.get(side).text);
            claim.says = format!("{} ({words})", claim.says);
            claim.spans.push(source);
            claim.spans.sort_unstable_by_key(|span: &Span| span.start);
        }
    }
    Found {
        kind: ConflictKind::Certainty,
        claims,
        about,
        evidence: linked.support,
    }
}
