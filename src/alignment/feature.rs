//! What is seen of two sentences, as numbers that a learned score weighs.
//!
//! Nothing here depends on which article is on the left: what is told of each sentence stands as the lesser and the
//! greater of both. And next to nothing depends on what else an article tells that the other does not: words weigh by how
//! often they stand, not by how long the articles are, and places are counted in sentences that have a partner.

mod around;
mod grid;
mod people;
mod place;
mod story;
mod told;
mod vector;

use super::denial::Denials;
use super::kindred::Kindred;
use super::title::{LONG, only_a_long_name};
use super::voice::{Heard, Voices};
use super::weight::{Weights, telling};
use super::{Couple, Wording};
use crate::text::{Pair, TermKind};
use around::Around;
pub(super) use grid::Grid;
use people::People;
pub(super) use place::Places;
use story::Story;
use told::Told;
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
    told: Told,
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
            told: Told::new(wording),
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
        let cosines: Vec<Pair<f32>> = pairs
            .iter()
            .map(|&pair| Pair::new(self.words.cosine(pair), self.letters.cosine(pair)))
            .collect();
        let likeness = cosines
            .iter()
            .map(|both| f32::midpoint(both.left, both.right));
        let totals = self.words.sentences.as_ref().map(Vec::len);
        let grid = Grid::new(&pairs, likeness.collect(), totals);
        let places = Places::new(&grid, self.bodies, &self.blocks);
        let around = Around::new(&grid, self.bodies);
        let story = self.story.tell(&around);
        let each = pairs.iter().zip(cosines).map(|(&pair, cosines)| {
            let mut features = Vec::with_capacity(COUNT);
            self.words(pair, cosines, &mut features);
            self.sense(pair, &mut features);
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

    /// What words they share.
    fn words(&self, pair: Pair<usize>, cosines: Pair<f32>, features: &mut Vec<f32>) {
        let (shared, lengths) = shared(&self.words.sentences, pair);
        let least = lengths.left.min(lengths.right);
        let most = lengths.left.max(lengths.right);
        features.extend([
            cosines.left.sqrt(),
            cosines.right.sqrt(),
            shared / (lengths.left + lengths.right - shared).max(1.0),
            shared / least.max(1.0),
            shared / most.max(1.0),
            lengths.left.ln_1p() + lengths.right.ln_1p(),
            least / most.max(1.0),
            least.ln_1p(),
            self.told.run(pair),
        ]);
        let (count, _) = self::shared(&self.telling.sentences, pair);
        let squares = self.telling.shared(pair);
        features.extend([
            count.ln_1p(),
            self.telling.part(pair, squares).sqrt(),
            squares.sqrt() / telling(1),
        ]);
    }

    /// What they tell in other words.
    fn sense(&self, pair: Pair<usize>, features: &mut Vec<f32>) {
        let kindred = self.words.part(pair, self.kindred.shared(pair));
        let denies = self.denials.of(pair);
        let (numbers, count) = shared(&self.numbers.sentences, pair);
        features.extend([
            kindred.sqrt(),
            yes(denies.left != denies.right),
            yes(denies.left && denies.right),
            yes(kindred == 0.0
                && self.share_words(pair, LONG)
                && only_a_long_name(self.wording, pair)),
            numbers.min(2.0),
            yes(numbers == 0.0 && count.left > 0.0 && count.right > 0.0),
            self.numbers.shared(pair).sqrt() / telling(1),
        ]);
        self.vectors.tell(pair, features);
    }

    /// Whether they share so many words or more.
    fn share_words(&self, pair: Pair<usize>, least: usize) -> bool {
        let held = self.words.sentences.as_ref().zip(pair);
        let held = held.map(|(all, number)| all.get(number).map_or(&[][..], Vec::as_slice));
        let shared = held
            .left
            .iter()
            .filter(|one| held.right.binary_search(one).is_ok());
        shared.take(least).count() == least
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

/// How many features two sentences share, and how many each has.
#[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
fn shared(sentences: &Pair<Vec<Vec<usize>>>, pair: Pair<usize>) -> (f32, Pair<f32>) {
    let held = sentences
        .as_ref()
        .zip(pair)
        .map(|(all, number)| all.get(number).map_or(&[][..], Vec::as_slice));
    let mut right = held.right.iter().peekable();
    let shared = held.left.iter().filter(|&one| {
        while right.next_if(|&other| other < one).is_some() {}
        right.peek() == Some(&one)
    });
    (shared.count() as f32, held.map(|held| held.len() as f32))
}
