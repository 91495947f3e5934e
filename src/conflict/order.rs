//! What came before, during or after what.

use crate::alignment::{akin, shared, shared_by};
use crate::text::{Pair, Span, Term, WordList};

use super::account::Account;
use super::found::Found;
use super::ground::{Ground, Linked};
use super::hedge::matter;
use super::{Claim, ConflictKind};

const SOURCE: &str = include_str!("../../assets/claims.txt");
static RELATIONS: [WordList; 3] = [
    WordList::part(SOURCE, "before"),
    WordList::part(SOURCE, "during"),
    WordList::part(SOURCE, "after"),
];
static PREPOSITIONS: WordList =
    WordList::part(include_str!("../../assets/grammar.txt"), "prepositions");
static ATTACKS: WordList = WordList::part(SOURCE, "attacks");

/// How many marks of a sentence are looked at; a bound on work, not on writing.
const MOST: usize = 12;

/// That something came before, during or after something else.
pub(super) struct Mark<'a> {
    /// Which of the words it is.
    at: usize,
    relation: usize,
    /// What it came before, during or after: the words right after it that tell.
    anchors: Vec<&'a Term>,
    /// The words around both that tell what came.
    deed: Vec<&'a Term>,
}

/// The marks of a sentence, in order.
pub(super) fn marks<'a>(account: &Account<'a>) -> Vec<Mark<'a>> {
    let all = 0..account.tokens.len();
    let found = all.filter_map(|at| {
        let word = account.word(at);
        let relation = RELATIONS.iter().position(|list| list.has(word))?;
        mark(account, at, relation)
    });
    found.take(MOST).collect()
}

fn mark<'a>(account: &Account<'a>, at: usize, relation: usize) -> Option<Mark<'a>> {
    /// How many words right after it tell what it is measured by.
    const ANCHOR: usize = 4;
    /// How many words before, and after these, tell what came.
    const REACH: usize = 6;
    let ends = |at: usize| account.gap(at).contains(['.', ';', ':', '—', '–', ',']);
    let joins = |at: usize| PREPOSITIONS.has(account.word(at)) || account.word(at) == "and";
    let end = (at + 2..=at + ANCHOR).find(|&at| ends(at) || joins(at));
    let end = end.unwrap_or(at + 1 + ANCHOR).min(account.tokens.len());
    let anchors = matter(account, &(at + 1..end));
    let begin = (at.saturating_sub(REACH)..at).rev().find(|&at| ends(at));
    let begin = begin.unwrap_or(at.saturating_sub(REACH));
    let last = (end..end + REACH).find(|&at| ends(at));
    let last = last.unwrap_or(end + REACH).min(account.tokens.len());
    let mut deed = matter(account, &(begin..at));
    deed.extend(matter(account, &(end..last.max(end))));
    (!anchors.is_empty() && deed.len() > 1).then_some(Mark {
        at,
        relation,
        anchors,
        deed,
    })
}

/// The deeds that by one sentence came before, by the other during or after the same thing.
pub(super) fn find(_: &Ground<'_>, linked: &Linked<'_, '_>) -> Vec<Found> {
    if linked.weak {
        return Vec::new();
    }
    let marks = linked.accounts.map(|account| account.marks.as_slice());
    let apart = marks.crossed();
    let apart = apart.filter(|&pair| pair.left.relation != pair.right.relation && same_deed(pair));
    let found = apart.filter_map(|pair| Some(told(linked, pair, same_event(pair)?)));
    found.collect()
}

/// The word of each that both are measured by.
fn same_event<'a>(pair: Pair<&Mark<'a>>) -> Option<Pair<&'a Term>> {
    let attack = |term: &Term| ATTACKS.has(&term.key);
    let each = pair.map(|mark| mark.anchors.as_slice()).crossed();
    let each = each.map(|pair| pair.map(|term| *term));
    let mut each =
        each.filter(|pair| akin(pair.left, pair.right) || attack(pair.left) && attack(pair.right));
    each.next()
}

fn same_deed(pair: Pair<&Mark<'_>>) -> bool {
    let (left, right) = (&pair.left.deed, &pair.right.deed);
    let common = shared(left.iter().copied(), right);
    common >= 2 && 2 * common >= left.len().min(right.len())
}

fn told(linked: &Linked<'_, '_>, pair: Pair<&Mark<'_>>, event: Pair<&Term>) -> Found {
    let sides = linked.accounts.zip(pair);
    let deeds = pair.map(|mark| mark.deed.as_slice());
    Found {
        kind: ConflictKind::Date,
        claims: sides.zip(event).map(|((account, mark), event)| {
            let from = account.place(mark.at..mark.at + 1);
            let span = Span::new(from.start, event.span.end);
            Claim {
                spans: vec![span],
                says: span.of(account.text).to_owned(),
            }
        }),
        about: linked.in_words(shared_by(deeds)),
        evidence: linked.support,
    }
}
