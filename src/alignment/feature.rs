//! What is seen of two sentences, as numbers that a learned score weighs.
//!
//! Nothing here depends on which article is on the left: what is told of each sentence stands as the lesser and the
//! greater of both. And next to nothing depends on what else an article tells that the other does not: words weigh by how
//! often they stand, not by how long the articles are, and places are counted in sentences that have a partner.

mod around;
mod grid;
mod people;
mod place;
mod run;
mod story;
mod vector;

use super::denial::Denials;
use super::kindred::Kindred;
use super::title::{LONG, only_a_long_name};
use super::voice::{Heard, Voices};
use super::weight::{Common, Weights, telling};
use super::{Couple, Wording};
use crate::text::{Pair, TermKind};
use around::Around;
pub(super) use grid::Grid;
use people::People;
pub(super) use place::Places;
use run::Runs;
use story::Story;
use vector::Vectors;

/// What the two articles' sentences are, as far as features ask. A headline counts as the last sentence.
pub(super) struct Signals<'a> {
    pub(super) wording: &'a Wording,
    words: &'a Weights,
    letters: Weights,
    /// Words that are neither names nor of any news text.
    telling: Weights,
    kindred: &'a Kindred,
    voices: Voices,
    denials: Denials,
    runs: Runs,
    people: People,
    numbers: Weights,
    vectors: Vectors,
    story: Story,
    /// The number of the headline, which is that of the body's sentences.
    bodies: Pair<usize>,
    blocks: Pair<Vec<usize>>,
}

/// The features of some pairs, and where their sentences stand.
pub(super) struct Seen {
    pub(super) pairs: Vec<Pair<usize>>,
    pub(super) features: Vec<Vec<f32>>,
    pub(super) places: Places,
}

/// How much the wording of two sentences is alike.
struct Alike {
    common: Common,
    /// Cosines, from 0 to 1.
    words: f32,
    letters: f32,
}

impl<'a> Signals<'a> {
    pub(super) fn new(
        couple: &'a Couple<'_>,
        words: &'a Weights,
        kindred: &'a Kindred,
    ) -> Signals<'a> {
        let wording = &couple.wording;
        let people = People::new(couple);
        Signals {
            wording,
            words,
            letters: Weights::of_letters(wording, words),
            telling: Weights::of_some(wording, |_, key| !key.is_general && !key.is_name),
            kindred,
            voices: Voices::new(couple),
            denials: Denials::new(wording),
            runs: Runs::new(wording),
            numbers: Weights::of_some(wording, |term, _| term.kind == TermKind::Number),
            vectors: Vectors::new(wording, words),
            story: Story::new(wording, words),
            people,
            bodies: couple.readings.map(|reading| reading.sentences.len()),
            blocks: couple.readings.map(|reading| {
                let blocks = reading.sentences.iter().map(|sentence| sentence.block);
                blocks.collect()
            }),
        }
    }

    /// Whether one speaker denies something in both, with kindred words: *will not surrender*, *cannot hand over*.
    pub(super) fn same_denial(&self, pair: Pair<usize>) -> bool {
        let denies = self.denials.of(pair);
        denies.left
            && denies.right
            && self.voices.heard(pair) == Heard::Same
            && self.kindred.shared(pair) > 0.0
    }

    /// The features of each pair.
    pub(super) fn see(&self, pairs: Vec<Pair<usize>>) -> Seen {
        let alike: Vec<Alike> = pairs.iter().map(|&pair| self.alike(pair)).collect();
        let likeness = alike
            .iter()
            .map(|alike| f32::midpoint(alike.words, alike.letters));
        let totals = self.words.sentences.as_ref().map(Vec::len);
        let grid = Grid::new(&pairs, likeness.collect(), totals);
        let places = Places::new(&grid, self.bodies, &self.blocks);
        let around = Around::new(&grid, self.bodies);
        let story = self.story.tell(&around);
        let each = pairs.iter().zip(&alike).map(|(&pair, alike)| {
            let mut features = Vec::with_capacity(COUNT);
            self.words(pair, alike, &mut features);
            self.sense(pair, alike, &mut features);
            self.speech(pair, &mut features);
            around.tell(pair, &grid, &places, &mut features);
            places.tell(pair, &mut features);
            features.extend(story);
            features
        });
        Seen {
            features: each.collect(),
            pairs,
            places,
        }
    }

    fn alike(&self, pair: Pair<usize>) -> Alike {
        let common = self.words.common(pair);
        Alike {
            common,
            words: self.words.part(pair, common.squares),
            letters: self.letters.cosine(pair),
        }
    }

    /// What words they share.
    fn words(&self, pair: Pair<usize>, alike: &Alike, features: &mut Vec<f32>) {
        let (shared, lengths) = (alike.common.count, alike.common.of);
        let least = lengths.left.min(lengths.right);
        let most = lengths.left.max(lengths.right);
        features.extend([
            alike.words.sqrt(),
            alike.letters.sqrt(),
            shared / (lengths.left + lengths.right - shared).max(1.0),
            shared / least.max(1.0),
            shared / most.max(1.0),
            lengths.left.ln_1p() + lengths.right.ln_1p(),
            least / most.max(1.0),
            least.ln_1p(),
            self.runs.longest(pair),
        ]);
        if shared == 0.0 {
            features.extend([0.0; 3]);
            return;
        }
        let common = self.telling.common(pair);
        features.extend([
            common.count.ln_1p(),
            self.telling.part(pair, common.squares).sqrt(),
            common.squares.sqrt() / telling(1),
        ]);
    }

    /// What they tell in other words.
    fn sense(&self, pair: Pair<usize>, alike: &Alike, features: &mut Vec<f32>) {
        let kindred = self.words.part(pair, self.kindred.shared(pair));
        let denies = self.denials.of(pair);
        let numbers = self.numbers.common(pair);
        features.extend([
            kindred.sqrt(),
            yes(denies.left != denies.right),
            yes(denies.left && denies.right),
            yes(kindred == 0.0
                && alike.common.count >= f32::from(LONG)
                && only_a_long_name(self.wording, pair)),
            numbers.count.min(2.0),
            yes(numbers.count == 0.0 && numbers.of.left > 0.0 && numbers.of.right > 0.0),
            numbers.squares.sqrt() / telling(1),
        ]);
        self.vectors.tell(pair, features);
    }

    /// Who is named and heard in them.
    fn speech(&self, pair: Pair<usize>, features: &mut Vec<f32>) {
        let heard = self.voices.heard(pair);
        let denies = self.denials.of(pair);
        let direct = self.voices.direct(pair);
        let same = heard == Heard::Same;
        features.extend([
            yes(same),
            yes(heard == Heard::Others),
            yes(self.voices.only_one(pair)),
            yes(same && denies.left && denies.right),
            yes(direct.left && direct.right),
            yes(same && direct.left != direct.right),
        ]);
        self.people.tell(pair, features);
        let headlines = pair.zip(self.bodies).map(|(at, body)| at >= body);
        features.push(yes(headlines.left) + yes(headlines.right));
    }
}

/// About how many features there are.
const COUNT: usize = 64;

/// The lesser and the greater.
fn both(values: Pair<f32>) -> [f32; 2] {
    [values.left.min(values.right), values.left.max(values.right)]
}

fn yes(so: bool) -> f32 {
    f32::from(u8::from(so))
}
