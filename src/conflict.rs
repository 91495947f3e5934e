//! What linked sentences of two articles disagree on.
//!
//! Only what both tell of one and the same thing is compared; where that is not sure there is no conflict.

mod account;
mod certainty;
mod count;
mod date;
mod doer;
mod enumeration;
mod figure;
mod found;
mod ground;
mod hedge;
mod lists;
mod number;
mod order;
mod participants;
mod quantity;
mod source;
#[cfg(test)]
mod tests;
mod time;

use foldhash::{HashSet, HashSetExt};
use serde::{Serialize, Serializer};

use crate::alignment::{Alignment, Couple, Link};
use crate::omission::Omission;
use crate::text::{Pair, Side, Span};
use found::Found;
use ground::{Ground, Linked};

/// Two claims that cannot both hold, or that are not told with the same certainty or on the same authority.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// On what they disagree.
    pub kind: ConflictKind,
    /// The sentences that make the claims, numbers in `Reading::sentences`.
    pub sentences: Pair<usize>,
    /// What the claims are about, in a few words of the left article: the thing counted, the deed.
    pub about: String,
    /// What each says.
    pub claims: Pair<Claim>,
    /// How likely it is that they disagree, from 0 to 1.
    pub confidence: f32,
}

/// One side of a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The words that make it, in order: *four*, *Donetsk and Luhansk*. One at least.
    pub spans: Vec<Span>,
    /// What it comes to, in a word or few: *4*, *2*, *Saturday, 16 August*, *unclear*, *an unnamed source*.
    pub says: String,
}

/// On what two claims disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConflictKind {
    /// How many, or how much, of the same thing.
    Number,
    /// When, or what came before or after what.
    Date,
    /// Who did it.
    Doer,
    /// Who else took part.
    Participants,
    /// How sure it is: said, reported, appeared, may, unclear.
    Certainty,
    /// Whether whoever says so is named.
    Source,
}

impl ConflictKind {
    /// A word for programs, a word or few for readers, and one for where there is little room.
    fn names(self) -> [&'static str; 3] {
        match self {
            ConflictKind::Number => ["number", "number", "NUMBER"],
            ConflictKind::Date => ["date", "date", "DATE"],
            ConflictKind::Doer => ["doer", "who did it", "WHO"],
            ConflictKind::Participants => ["participants", "who took part", "SET"],
            ConflictKind::Certainty => ["certainty", "how sure", "HEDGE"],
            ConflictKind::Source => ["source", "source", "SOURCE"],
        }
    }

    /// One word, the same in every form that programs read.
    pub fn word(self) -> &'static str {
        let [word, _, _] = self.names();
        word
    }

    /// A word or few for a reader.
    pub fn name(self) -> &'static str {
        let [_, name, _] = self.names();
        name
    }

    /// One short word in capitals.
    pub fn flag(self) -> &'static str {
        let [_, _, flag] = self.names();
        flag
    }
}

impl Serialize for ConflictKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl Conflict {
    /// What it comes to: *regions: 4 | 2*.
    pub fn words(&self) -> String {
        let claims = format!("{} | {}", self.claims.left.says, self.claims.right.says);
        if self.about.is_empty() {
            claims
        } else {
            format!("{}: {claims}", self.about)
        }
    }
}

/// Each finds disagreements of one kind.
type Find = fn(&Ground<'_>, &Linked<'_, '_>) -> Vec<Found>;

const KINDS: [Find; 9] = [
    number::find,
    count::find,
    date::find,
    order::find,
    doer::find,
    participants::find,
    enumeration::find,
    certainty::find,
    source::find,
];

/// Links that are weaker than this part of the threshold are not looked at.
const WORTH: f32 = 0.5;

/// The conflicts of two articles that `alignment` links, in order of the left sentence. With the articles exchanged, the
/// result is the same with its sides exchanged, but for `about` and the order.
pub fn conflicts(couple: &Couple<'_>, alignment: &Alignment) -> Vec<Conflict> {
    let worth = alignment.links.iter().copied();
    let worth = worth.filter(|link| link.score >= WORTH * alignment.threshold);
    let worth: Vec<Link> = worth.collect();
    let ground = Ground::new(couple, &worth);
    let mut found: Vec<(f32, Conflict)> = Vec::new();
    for link in worth {
        let Some(linked) = ground.linked(link, alignment.threshold) else {
            continue;
        };
        let here = KINDS.iter().flat_map(|find| find(&ground, &linked));
        found.extend(here.map(|one| (link.score, one.within(link.sentences))));
    }
    once(found)
}

/// What is left out but for the parts that make a claim in one of the `conflicts`: what the articles tell differently
/// neither leaves out.
pub fn undisputed(mut omissions: Vec<Omission>, conflicts: &[Conflict]) -> Vec<Omission> {
    omissions.retain(|part| {
        let mut claims = conflicts
            .iter()
            .filter(|one| *one.sentences.get(part.side) == part.sentence)
            .flat_map(|one| &one.claims.get(part.side).spans);
        !claims.any(|claim| claim.shared(part.span).is_some())
    });
    omissions
}

/// Each claim in one conflict of its kind, the surest; in the order of the left article.
fn once(mut found: Vec<(f32, Conflict)>) -> Vec<Conflict> {
    found.sort_by(|(score, one), (other_score, other)| {
        let sum = |conflict: &Conflict| conflict.sentences.left + conflict.sentences.right;
        let surer = other.confidence.total_cmp(&one.confidence);
        surer
            .then(other_score.total_cmp(score))
            .then(sum(one).cmp(&sum(other)))
    });
    let mut told: HashSet<(Side, ConflictKind, Option<Span>)> = HashSet::new();
    let mut kept: Vec<Conflict> = Vec::new();
    for (_, conflict) in found {
        let claims = conflict.claims.as_ref().sides();
        let keys = claims.map(|(side, claim)| (side, conflict.kind, claim.spans.first().copied()));
        if keys.iter().all(|key| !told.contains(key)) {
            told.extend(keys);
            kept.push(conflict);
        }
    }
    kept.sort_by_key(|conflict| {
        let first = |claim: &Claim| claim.spans.first().copied();
        (
            conflict.sentences.left,
            first(&conflict.claims.left),
            conflict.sentences.right,
            conflict.kind,
        )
    });
    kept
}
