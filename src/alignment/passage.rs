//! Passages: runs of sentences about one thing, grown from the strongest link on.

use std::ops::Range;

use super::candidate::nearer;
use super::{Alignment, Link};
use crate::reading::Reading;
use crate::text::{Pair, Side};

/// The most sentences that a passage has a side.
const LONGEST: usize = 4;

/// A sentence whose strongest link leads into another passage may still stand beside its next one, if that is nearly as
/// strong; otherwise the two would stand side by side only because better places are taken.
const NEXT_BEST: f32 = 0.3;

/// The mean score that the sentences of one side must have with those across, for them to be of one passage. It is lower
/// than the threshold: what two sentences tell together, each of them tells in part.
const TOGETHER: f32 = 0.25;

/// The most sentences a side of a passage that is the same throughout.
const LONGEST_SAME: usize = 8;

/// From this score on two sentences are the same but for a few words.
pub(super) const SAME: f32 = 0.98;

/// Two sentences side by side, and what has joined them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    pub(super) sentences: Pair<Range<usize>>,
    pub(super) score: f32,
}

/// Takes the links strongest first. A link between two free sentences begins a passage; a free sentence joins the
/// passage next to it when its link into it is strong enough and it is likely, in the mean, to belong with the whole other
/// side. Passages next to each other on both sides become one when they are as likely to belong together crosswise, or
/// when they are the same, sentence by sentence, within one paragraph. Nothing joins by standing between. Strongest
/// first.
pub(super) fn grow(alignment: &Alignment, readings: Pair<&Reading>) -> Vec<Run> {
    grown(alignment.shown().collect(), alignment, readings)
}

/// A sentence is told again in so many passages at most; one that is told in more places is a flood.
const TIMES: usize = 8;

/// What is told in more than one place: the runs grown in the same manner from the links that lead out of the passages, and
/// from those that lead out of these, until every link that is shown stands in one. Strongest first.
pub(super) fn again(alignment: &Alignment, readings: Pair<&Reading>) -> Vec<Run> {
    let totals = readings.map(|reading| reading.sentences.len());
    let mut rest: Vec<Link> = alignment.shown().collect();
    let mut found: Vec<Run> = Vec::new();
    let first = alignment.passages.iter().map(|passage| Run {
        sentences: passage.sentences.clone(),
        score: passage.score,
    });
    let mut last: Vec<Run> = first.collect();
    for _ in 0..TIMES {
        let homes = homes(&last, totals);
        rest.retain(|link| {
            let both = homes.as_ref().zip(link.sentences);
            let both = both.map(|(homes, at)| homes.get(at).copied().flatten());
            both.left.is_none() || both.left != both.right
        });
        last = grown(rest.clone(), alignment, readings);
        found.extend(last.iter().cloned());
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    found
}

/// For each sentence the number of its run.
fn homes(runs: &[Run], totals: Pair<usize>) -> Pair<Vec<Option<usize>>> {
    let mut homes = totals.map(|total| vec![None; total]);
    for (number, run) in runs.iter().enumerate() {
        for (side, sentences) in run.sentences.as_ref().sides() {
            let homes = homes.get_mut(side).get_mut(sentences.clone());
            homes.unwrap_or_default().fill(Some(number));
        }
    }
    homes
}

fn grown(mut links: Vec<Link>, alignment: &Alignment, readings: Pair<&Reading>) -> Vec<Run> {
    let totals = readings.map(|reading| reading.sentences.len());
    links.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then_with(|| nearer(a.sentences, b.sentences, totals))
    });
    let mut growth = Growth {
        alignment,
        runs: Vec::new(),
        home: totals.map(|total| vec![None; total]),
        best: totals.map(|total| vec![None; total]),
    };
    for link in links {
        growth.take(link);
    }
    let mut runs = merged(growth.runs, alignment, readings);
    runs.sort_by(|a, b| b.score.total_cmp(&a.score));
    runs
}

fn merged(mut runs: Vec<Run>, alignment: &Alignment, readings: Pair<&Reading>) -> Vec<Run> {
    runs.sort_by_key(|run| run.sentences.left.start);
    let mut merged: Vec<Run> = Vec::new();
    for run in runs {
        match merged.last_mut() {
            Some(last) if may_merge(last, &run, alignment, readings) => {
                let both = last.sentences.clone().zip(run.sentences);
                last.sentences = both.map(|(a, b)| a.start.min(b.start)..a.end.max(b.end));
                last.score = last.score.max(run.score);
            }
            _ => merged.push(run),
        }
    }
    merged
}

fn may_merge(a: &Run, b: &Run, alignment: &Alignment, readings: Pair<&Reading>) -> bool {
    let (left, right) = (&a.sentences.left, &b.sentences.left);
    let across = (&a.sentences.right, &b.sentences.right);
    if left.end != right.start || (across.0.end != across.1.start && across.1.end != across.0.start)
    {
        return false;
    }
    same_paragraph(a, b, readings) || linked_crosswise(a, b, alignment)
}

fn same_paragraph(a: &Run, b: &Run, readings: Pair<&Reading>) -> bool {
    let in_one = |side: Side| {
        let block = |at: usize| readings.get(side).sentences.get(at).map(|one| one.block);
        let ranges = [a, b].map(|run| run.sentences.get(side));
        block(ranges[0].start) == block(ranges[1].end - 1)
    };
    let in_order = a.sentences.right.end == b.sentences.right.start;
    if a.sentences.left.len() + b.sentences.left.len() > LONGEST_SAME {
        return false;
    }
    in_order && a.score >= SAME && b.score >= SAME && Side::BOTH.into_iter().all(in_one)
}

fn linked_crosswise(a: &Run, b: &Run, alignment: &Alignment) -> bool {
    let small = |side: Side| a.sentences.get(side).len() + b.sentences.get(side).len() <= LONGEST;
    let pairs = [(a, b), (b, a)].map(|(one, other)| {
        let rights = &other.sentences.right;
        one.sentences
            .left
            .clone()
            .flat_map(move |left| rights.clone().map(move |right| Pair::new(left, right)))
    });
    let scores: Vec<f32> = pairs
        .into_iter()
        .flatten()
        .map(|pair| alignment.score(pair))
        .collect();
    Side::BOTH.into_iter().all(small) && mean(&scores) >= TOGETHER
}

#[expect(clippy::cast_precision_loss, reason = "a passage has few sentences")]
fn mean(scores: &[f32]) -> f32 {
    scores.iter().sum::<f32>() / scores.len().max(1) as f32
}

struct Growth<'a> {
    alignment: &'a Alignment,
    runs: Vec<Run>,
    /// The run in which each sentence stands.
    home: Pair<Vec<Option<usize>>>,
    /// The score of each sentence's strongest link.
    best: Pair<Vec<Option<f32>>>,
}

impl Growth<'_> {
    fn take(&mut self, link: Link) {
        let best = Side::BOTH.map(|side| self.best_of(side, link));
        let homes = Side::BOTH.map(|side| self.home_of(side, link));
        match homes {
            [None, None] => {
                if best.iter().all(|best| link.score >= NEXT_BEST * best) {
                    self.begin(link);
                }
            }
            [None, Some(run)] => self.join(Side::Left, run, link),
            [Some(run), None] => self.join(Side::Right, run, link),
            [Some(_), Some(_)] => {}
        }
    }

    /// The score of the strongest link of the sentence on `side`; this one, when it is the first to come by.
    fn best_of(&mut self, side: Side, link: Link) -> f32 {
        let slot = self.best.get_mut(side).get_mut(*link.sentences.get(side));
        slot.map_or(link.score, |best| *best.get_or_insert(link.score))
    }

    fn home_of(&self, side: Side, link: Link) -> Option<usize> {
        let homes = self.home.get(side);
        homes.get(*link.sentences.get(side)).copied().flatten()
    }

    fn begin(&mut self, link: Link) {
        let number = self.runs.len();
        self.runs.push(Run {
            sentences: link.sentences.map(|sentence| sentence..sentence + 1),
            score: link.score,
        });
        for side in Side::BOTH {
            self.settle(side, *link.sentences.get(side), number);
        }
    }

    fn join(&mut self, side: Side, number: usize, link: Link) {
        let sentence = *link.sentences.get(side);
        let strongest = self.best_of(side, link);
        let Some(run) = self.runs.get(number) else {
            return;
        };
        let own = run.sentences.get(side);
        let adjacent = sentence + 1 == own.start || sentence == own.end;
        if !adjacent
            || own.len() >= LONGEST
            || link.score < NEXT_BEST * strongest
            || !self.belongs(side, sentence, run.sentences.get(side.other()))
        {
            return;
        }
        if let Some(run) = self.runs.get_mut(number) {
            let own = run.sentences.get_mut(side);
            *own = own.start.min(sentence)..own.end.max(sentence + 1);
        }
        self.settle(side, sentence, number);
    }

    /// Whether a sentence is likely, in the mean, to be linked with the `others`.
    fn belongs(&self, side: Side, sentence: usize, others: &Range<usize>) -> bool {
        let scores = others.clone().map(|other| {
            let pair = match side {
                Side::Left => Pair::new(sentence, other),
                Side::Right => Pair::new(other, sentence),
            };
            self.alignment.score(pair)
        });
        mean(&scores.collect::<Vec<f32>>()) >= TOGETHER
    }

    fn settle(&mut self, side: Side, sentence: usize, number: usize) {
        if let Some(home) = self.home.get_mut(side).get_mut(sentence) {
            *home = Some(number);
        }
    }
}
