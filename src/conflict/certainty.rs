//! How sure it is: denied, unclear, possible, apparent, reported, or simply told.

use std::ops::Range;

use crate::alignment::{akin, shared};
use crate::text::{Pair, Side, Span, Term, WordList};

use super::account::{Account, MOST};
use super::figure::Figure;
use super::found::Found;
use super::ground::{Ground, Linked};
use super::{Claim, ConflictKind};

const SOURCE: &str = include_str!("../../assets/hedges.txt");

/// How sure a claim is told to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Denied,
    Unclear,
    Possible,
    Apparent,
    Reported,
}

static LEVELS: [(Level, WordList); 5] = [
    (Level::Denied, WordList::part(SOURCE, "denied")),
    (Level::Unclear, WordList::part(SOURCE, "unclear")),
    (Level::Possible, WordList::part(SOURCE, "possible")),
    (Level::Apparent, WordList::part(SOURCE, "apparent")),
    (Level::Reported, WordList::part(SOURCE, "reported")),
];

static DOUBT: WordList = WordList::part(SOURCE, "doubt");

/// A word that says how sure a claim is, and the claim.
pub(super) struct Hedge {
    level: Level,
    words: Range<usize>,
    /// The words of the claim, up to the end of its clause.
    scope: Range<usize>,
    /// Of whom the claim is.
    subject: Option<Figure>,
}

/// The claims of which two sentences are not equally sure: both hedge one claim, each in another degree, or one denies or
/// doubts what the other simply tells.
pub(super) fn find(ground: &Ground<'_>, linked: &Linked<'_, '_>) -> Vec<Found> {
    if linked.weak {
        return Vec::new();
    }
    let hedges = linked.accounts.map(|account| &account.hedges);
    let mut found = Vec::new();
    for left in hedges.left {
        for right in hedges.right {
            let pair = Pair::new(left, right);
            if left.level != right.level && same_claim(linked, pair) {
                let sides = linked.accounts.zip(pair);
                let claims = sides.map(|(account, hedge)| claim(account, hedge.words.clone()));
                let about = about(linked, pair.map(|hedge| hedge.scope.clone()));
                found.push(told(ground, linked, claims, about));
            }
        }
    }
    for side in Side::BOTH {
        if !hedges.get(side.other()).is_empty() {
            continue;
        }
        let mut hedges = hedges.get(side).iter();
        let doubted = hedges.find_map(|hedge| Some((hedge, plainly_told(linked, side, hedge)?)));
        if let Some((hedge, words)) = doubted {
            let other = linked.accounts.get(side.other());
            let across = Claim {
                spans: vec![other.place(words)],
                says: "told as a fact".to_owned(),
            };
            let own = claim(linked.accounts.get(side), hedge.words.clone());
            let claims = Pair::new(own, across);
            let scopes = Pair::new(hedge.scope.clone(), 0..other.tokens.len());
            let turned = side == Side::Right;
            let scopes = if turned { scopes.swapped() } else { scopes };
            let claims = if turned { claims.swapped() } else { claims };
            found.push(told(ground, linked, claims, about(linked, scopes)));
        }
    }
    found
}

/// The words that both claims have, in the words of each.
fn about(linked: &Linked<'_, '_>, scopes: Pair<Range<usize>>) -> Pair<String> {
    let matters = linked
        .accounts
        .zip(scopes)
        .map(|(account, scope)| matter(account, &scope));
    let across = matters.as_ref().zip(matters.as_ref().swapped());
    across.zip(linked.accounts).map(|((own, others), account)| {
        let both = own
            .iter()
            .filter(|own| others.iter().any(|other| akin(own, other)));
        account.in_words(both.map(|term| term.span))
    })
}

/// The hedges of a sentence, in order.
pub(super) fn hedges(account: &Account<'_>) -> Vec<Hedge> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < account.tokens.len() && found.len() < MOST {
        let Some((level, length)) = level(account, at) else {
            at += 1;
            continue;
        };
        let from = at + length;
        let end = (from + 1..account.tokens.len())
            .find(|&at| {
                account
                    .gap(at)
                    .contains([',', ';', '.', '—', '–', '"', '“', '”', ':'])
            })
            .unwrap_or(account.tokens.len());
        let whether = DOUBT.has(account.word(from));
        if level != Level::Unclear || whether {
            found.push(Hedge {
                level,
                words: at..from,
                scope: from..end,
                subject: subject(account, at, &(from..end)),
            });
        }
        at = from;
    }
    found
}

fn level(account: &Account<'_>, at: usize) -> Option<(Level, usize)> {
    (1..=4).rev().find_map(|length| {
        let words: Vec<&str> = (at..at + length).map(|at| account.word(at)).collect();
        let words = words.join("-");
        // *May* is a month.
        let lower = account
            .place(at..at + 1)
            .of(account.text)
            .starts_with(char::is_lowercase);
        if !lower && (at > 0 || words == "may") {
            return None;
        }
        let (level, _) = LEVELS.iter().find(|(_, list)| list.has(&words))?;
        Some((*level, length))
    })
}

/// Whoever is named right before the hedge, or first in the claim when *it* is unclear.
fn subject(account: &Account<'_>, at: usize, scope: &Range<usize>) -> Option<Figure> {
    let mut named = account.named.iter();
    let impersonal =
        (1..=2).any(|back| matches!(account.before(at, back), "it" | "it's" | "there"));
    let found = if impersonal {
        named.find(|named| scope.contains(&named.words.start))
    } else {
        named.rfind(|named| named.words.end <= at && at - named.words.end <= 2)
    };
    found.map(|named| named.figure)
}

/// The words of a claim that tell something, names left out.
fn matter<'a>(account: &Account<'a>, scope: &Range<usize>) -> Vec<&'a Term> {
    let tokens = account.tokens.get(scope.clone()).unwrap_or_default().iter();
    let telling = tokens.filter(|token| token.tells() && !token.is_capitalised());
    telling.take(MOST).map(|token| token.term).collect()
}

fn same_claim(linked: &Linked<'_, '_>, pair: Pair<&Hedge>) -> bool {
    let matters = linked
        .accounts
        .zip(pair)
        .map(|(account, hedge)| matter(account, &hedge.scope));
    let common = shared(matters.left.iter().copied(), &matters.right);
    let least = matters.left.len().min(matters.right.len());
    let subjects = pair.map(|hedge| hedge.subject);
    let told = subjects.left.is_some() || linked.strong;
    told && subjects.left == subjects.right && common >= 2 && 2 * common >= least
}

/// The words with which the other sentence simply tells what `hedge` denies or doubts.
fn plainly_told(linked: &Linked<'_, '_>, side: Side, hedge: &Hedge) -> Option<Range<usize>> {
    let (own, other) = (linked.accounts.get(side), linked.accounts.get(side.other()));
    let matter = matter(own, &hedge.scope);
    let whole = 0..other.tokens.len();
    let across = self::matter(other, &whole);
    let common = shared(matter.iter().copied(), &across);
    let subject = hedge.subject?;
    if !matches!(hedge.level, Level::Denied | Level::Unclear) {
        return None;
    }
    let deed = matter.first()?;
    let at = other
        .tokens
        .iter()
        .position(|token| akin(deed, token.term))?;
    let negated = (at.saturating_sub(4)..at).any(|at| is_negation(other.word(at)));
    let named = other
        .named
        .iter()
        .any(|named| named.figure == subject && named.words.end <= at);
    (named && !negated && common >= 3 && 3 * common >= 2 * matter.len()).then_some(at..at + 1)
}

fn is_negation(folded: &str) -> bool {
    folded.ends_with("n't") || crate::text::list::NEGATIONS.has(folded)
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
