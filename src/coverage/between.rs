use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::{Disagreement, LeftOut};
use crate::alignment::{Alignments, Couple};
use crate::choice::{Choice, choices};
use crate::conflict::{conflicts, undisputed};
use crate::echo::{Echo, Paraphrase, echoes, paraphrases};
use crate::omission::omissions;
use crate::reading::Reading;
use crate::speaker::Cast;
use crate::text::{Pair, TermKind, terms};

/// How many words two parts must share that say the same.
const SHARED: usize = 2;

/// What is found between several of the articles.
#[derive(Default)]
pub(super) struct Between {
    pub(super) conflicts: Vec<Disagreement>,
    pub(super) omissions: Vec<LeftOut>,
    pub(super) echoes: Vec<Echo>,
    pub(super) paraphrases: Vec<Paraphrase>,
    pub(super) choices: Vec<Choice>,
}

impl Between {
    pub(super) fn new(readings: &[&Reading], cast: &Cast, alignments: &Alignments) -> Between {
        let (conflicts, omissions) = of_couples(readings, cast, alignments);
        let echoes = echoes(readings, cast);
        Between {
            conflicts,
            omissions,
            paraphrases: paraphrases(readings, cast, &echoes, alignments),
            choices: choices(readings, alignments),
            echoes,
        }
    }
}

/// What each two of the articles disagree on, and what either leaves out.
fn of_couples(
    readings: &[&Reading],
    cast: &Cast,
    alignments: &Alignments,
) -> (Vec<Disagreement>, Vec<LeftOut>) {
    let (mut disagreements, mut left_out) = (Vec::new(), Vec::new());
    for (articles, alignment) in alignments.iter() {
        let both = (readings.get(articles.left), readings.get(articles.right));
        let (Some(&left), Some(&right)) = both else {
            continue;
        };
        let couple = Couple::new(Pair::new(left, right), articles, cast);
        let conflicts = conflicts(&couple, alignment);
        let omissions = undisputed(omissions(&couple, alignment), &conflicts);
        let conflicts = conflicts.into_iter();
        disagreements.extend(conflicts.map(|conflict| Disagreement { articles, conflict }));
        left_out.extend(omissions.into_iter().map(|part| LeftOut {
            told_by: *articles.get(part.side),
            missing_in: *articles.get(part.side.other()),
            also_told_by: Vec::new(),
            part,
        }));
    }
    let parts = Parts::new(readings, &left_out);
    let also = (0..left_out.len()).map(|number| parts.also_told_by(number, alignments));
    let also: Vec<Vec<usize>> = also.collect();
    for (one, also) in left_out.iter_mut().zip(also) {
        one.also_told_by = also;
    }
    (disagreements, left_out)
}

/// What is left out, to find out who else tells it.
struct Parts {
    left_out: Vec<LeftOut>,
    /// For each, its words.
    words: Vec<HashSet<String>>,
    /// By the article that leaves it out, their numbers.
    missing_in: BTreeMap<usize, Vec<usize>>,
}

impl Parts {
    fn new(readings: &[&Reading], omissions: &[LeftOut]) -> Parts {
        let mut missing_in: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (number, one) in omissions.iter().enumerate() {
            missing_in.entry(one.missing_in).or_default().push(number);
        }
        let words = omissions.iter().map(|one| {
            let text = readings.get(one.told_by).map(|one| &one.article.text);
            let part = text.map_or("", |text| one.part.span.of(text));
            let telling = terms(part).into_iter().filter(|term| {
                // A name that two parts share tells little of what they say.
                term.kind == TermKind::Word && !term.is_general()
            });
            telling.map(|term| term.key).collect()
        });
        Parts {
            left_out: omissions.to_vec(),
            words: words.collect(),
            missing_in,
        }
    }

    /// The articles that tell what is left out too: the same article lacks a part of theirs, their sentences are linked,
    /// the parts share words, and neither lacks what the other tells. That an article only does not lack a part says
    /// nothing: it may not be linked there.
    fn also_told_by(&self, number: usize, alignments: &Alignments) -> Vec<usize> {
        let Some(one) = self.left_out.get(number) else {
            return Vec::new();
        };
        let others = self.missing_in.get(&one.missing_in).into_iter().flatten();
        let telling = others.filter_map(|&other| {
            let shared = self.words.get(number)?.intersection(self.words.get(other)?);
            let other = self.left_out.get(other)?;
            let is_told = shared.count() >= SHARED
                && are_linked(one, other, alignments)
                && !self.lacks(other.told_by, one)
                && !self.lacks(one.told_by, other);
            is_told.then_some(other.told_by)
        });
        telling.collect::<BTreeSet<usize>>().into_iter().collect()
    }

    fn lacks(&self, article: usize, part: &LeftOut) -> bool {
        let missing = self.missing_in.get(&article).into_iter().flatten();
        let mut missing = missing.filter_map(|&one| self.left_out.get(one));
        missing.any(|one| {
            (one.told_by, one.part.sentence) == (part.told_by, part.part.sentence)
                && one.part.span.shared(part.part.span).is_some()
        })
    }
}

fn are_linked(one: &LeftOut, other: &LeftOut, alignments: &Alignments) -> bool {
    let (left, right) = if one.told_by < other.told_by {
        (one, other)
    } else {
        (other, one)
    };
    let sentences = Pair::new(left.part.sentence, right.part.sentence);
    let alignment = alignments.of(left.told_by, right.told_by);
    alignment.is_some_and(|alignment| alignment.score(sentences) >= alignment.threshold)
}
