//! Which words of two passages are the same, in order.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Nearness;
use crate::alignment::Wording;
use crate::text::{Pair, Side, Span, Term};

/// From this share of the shorter side's words on, in order, one passage is nearly a copy of the other: wire text and
/// quotes reach it, other links do not.
const NEAR_COPY: f32 = 0.6;
/// From this share on they tell the same, reworded.
const REWORDED: f32 = 0.4;
/// The least share of the longer side's words for the passages, not just a part of them, to be a copy or reworded: a
/// sentence beside three is matched by chance in many function words.
const OF_LONGER: f32 = 0.3;
/// The words that a copy has in a row somewhere; fewer come together by chance.
pub(super) const COPIED_RUN: usize = 5;

/// Two passages' words, and those that are matched with one another.
pub(super) struct Matching<'a> {
    pub(super) terms: Pair<Vec<&'a Term>>,
    wording: &'a Wording,
    /// The runs of text in quotation marks, in order.
    pub(super) quoted: &'a Pair<Vec<Span>>,
    /// For each term, the number of its sentence.
    pub(super) sentence: Pair<Vec<usize>>,
    /// Runs that are the same, in order and apart on both sides.
    pub(super) runs: Vec<Run>,
    /// How many words are matched in order, before chance matches are dropped.
    matched: usize,
}

/// The share of each side's words that is matched in order.
struct Coverage {
    shorter: f32,
    longer: f32,
}

/// As many terms in a row on both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) start: Pair<usize>,
    pub(super) length: usize,
}

impl Run {
    pub(super) fn end(self, side: Side) -> usize {
        self.start.get(side) + self.length
    }
}

impl<'a> Matching<'a> {
    pub(super) fn new(
        wording: &'a Wording,
        sentences: &Pair<Range<usize>>,
        quoted: &'a Pair<Vec<Span>>,
    ) -> Matching<'a> {
        let sides = Pair::new(Side::Left, Side::Right);
        let terms = sides.map(|side| {
            let numbers = sentences.get(side).clone();
            numbers
                .flat_map(|number| wording.terms(side, number))
                .collect::<Vec<&Term>>()
        });
        let sentence = sides.map(|side| {
            let numbers = sentences.get(side).clone();
            numbers
                .flat_map(|number| wording.terms(side, number).iter().map(move |_| number))
                .collect()
        });
        let mut matching = Matching {
            terms,
            wording,
            quoted,
            sentence,
            runs: Vec::new(),
            matched: 0,
        };
        if matching
            .terms
            .as_ref()
            .into_iter()
            .all(|terms| terms.len() <= super::LIMIT)
        {
            matching.runs = matching.longest_common();
            matching.matched = matching.runs.iter().map(|run| run.length).sum();
            matching.drop_chance_matches();
        }
        matching
    }

    /// The longest common subsequence. `RawMyers` finds it exactly; the limit keeps its time within bounds.
    fn longest_common(&self) -> Vec<Run> {
        let keys = self.terms.as_ref().map(|terms| {
            let keys = terms.iter().map(|term| term.key.as_str());
            keys.collect::<Vec<&str>>()
        });
        // Of several longest ones the algorithm takes one by order; which article is left must not matter.
        let exchanged = keys.left > keys.right;
        let ordered = if exchanged { keys.swapped() } else { keys };
        let operations = capture_diff_slices(Algorithm::RawMyers, &ordered.left, &ordered.right);
        let runs = operations
            .into_iter()
            .filter_map(|operation| match operation {
                DiffOp::Equal {
                    old_index,
                    new_index,
                    len,
                } => {
                    let start = Pair::new(old_index, new_index);
                    Some(Run {
                        start: if exchanged { start.swapped() } else { start },
                        length: len,
                    })
                }
                _ => None,
            });
        runs.collect()
    }

    /// Function words that were matched in the midst of words that differ tell nothing, and would tear what differs into
    /// shreds.
    fn drop_chance_matches(&mut self) {
        let ends = self.terms.as_ref().map(Vec::len);
        let runs = std::mem::take(&mut self.runs);
        let kept = runs.iter().enumerate().filter(|&(at, &run)| {
            let before = at.checked_sub(1).and_then(|at| runs.get(at));
            let after = runs.get(at + 1);
            let parted = |side: Side| {
                let before = before.map_or(0, |run| run.end(side)) < *run.start.get(side);
                let after =
                    after.map_or(*ends.get(side), |run| *run.start.get(side)) > run.end(side);
                before && after
            };
            let chance = run.length <= 2 && self.count(run, Term::is_content) == 0;
            !(chance && Side::BOTH.into_iter().any(parted))
        });
        self.runs = kept.map(|(_, &run)| run).collect();
    }

    fn count(&self, run: Run, which: impl Fn(&Term) -> bool) -> usize {
        let terms = self.terms.left.iter();
        terms
            .skip(run.start.left)
            .take(run.length)
            .filter(|term| which(term))
            .count()
    }

    /// Whether a run is too long to be the same by chance. A name with its titles is not, and a list of them only when it
    /// is long.
    pub(super) fn is_copied(&self, run: Run) -> bool {
        let words = run.length - self.count(run, |term| self.wording.is_name(&term.key));
        self.count(run, Term::is_content) >= 2
            && (words >= COPIED_RUN || run.length >= 2 * COPIED_RUN)
    }

    pub(super) fn nearness(&self) -> Nearness {
        let coverage = self.coverage();
        let copied = self.runs.iter().any(|&run| self.is_copied(run));
        if self.is_same() || (coverage.shorter >= NEAR_COPY && copied) {
            Nearness::NearCopy
        } else if coverage.shorter >= REWORDED && coverage.longer >= OF_LONGER {
            Nearness::Reworded
        } else {
            Nearness::Paraphrase
        }
    }

    /// Whether one passage as a whole, not just a part of it, is a copy of the other.
    pub(super) fn is_copy(&self) -> bool {
        let coverage = self.coverage();
        self.is_same() || (self.nearness() == Nearness::NearCopy && coverage.longer >= OF_LONGER)
    }

    /// Passages too short to hold a long run are copies when they are the same throughout.
    fn is_same(&self) -> bool {
        Side::BOTH.map(|side| self.terms.get(side).len()) == [self.matched; 2]
    }

    fn coverage(&self) -> Coverage {
        let lengths = self.terms.as_ref().map(Vec::len);
        Coverage {
            shorter: share(self.matched, lengths.left.min(lengths.right)),
            longer: share(self.matched, lengths.left.max(lengths.right)),
        }
    }

    /// Whether two stretches are nearly copies: the share of the shorter one's words that is matched within both.
    pub(super) fn alike(&self, stretch: &Stretch) -> bool {
        let shorter = stretch
            .as_ref()
            .into_iter()
            .map(ExactSizeIterator::len)
            .min();
        share(self.matched_within(stretch), shorter.unwrap_or_default()) >= NEAR_COPY
    }

    /// For each term of one side whether it is in no run.
    pub(super) fn unmatched(&self, side: Side) -> Vec<bool> {
        let mut unmatched = vec![true; self.terms.get(side).len()];
        for run in &self.runs {
            if let Some(slots) = unmatched.get_mut(*run.start.get(side)..run.end(side)) {
                slots.fill(false);
            }
        }
        unmatched
    }

    pub(super) fn matched_within(&self, stretch: &Stretch) -> usize {
        let each = self.runs.iter().map(|run| {
            let pairs = (0..run.length).filter(|at| {
                stretch.left.contains(&(run.start.left + at))
                    && stretch.right.contains(&(run.start.right + at))
            });
            pairs.count()
        });
        each.sum()
    }
}

/// Terms in a row on each side.
pub(super) type Stretch = Pair<Range<usize>>;

/// A share from 0 to 1; 0 of nothing.
#[expect(clippy::cast_precision_loss, reason = "a passage has few words")]
pub(super) fn share(part: usize, whole: usize) -> f32 {
    if whole == 0 {
        0.0
    } else {
        part as f32 / whole as f32
    }
}
