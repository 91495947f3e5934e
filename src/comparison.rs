//! Two articles as one pure value.

mod finding;
mod home;
mod moved;
mod order;
mod rows;
#[cfg(test)]
mod tests;
mod why;

use std::ops::Range;
use std::sync::Arc;

use crate::alignment::{Alignment, Alignments, Couple, Preference, align_as};
use crate::choice::{Choice, choices};
use crate::conflict::{Conflict, conflicts, undisputed};
use crate::difference::Difference;
use crate::echo::{Echo, Paraphrase, echoes, paraphrases};
use crate::omission::{Omission, omissions};
use crate::reading::Reading;
use crate::speaker::{Cast, cast};
use crate::text::{Pair, Side};
pub use finding::{Finding, FindingKind, FindingSort};
pub use home::Homes;
pub use why::Why;

/// Two articles side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The articles.
    pub readings: Pair<Arc<Reading>>,
    /// Who is quoted in them; article 0 is the left one.
    pub cast: Cast,
    /// The links and passages that the rows are made of.
    pub alignment: Alignment,
    /// Linked passages, and those that only one article has, in the left article's order. Every sentence of the two
    /// bodies stands in just one row.
    pub rows: Vec<Row>,
    /// What both quote, and what either quotes twice; article 0 is the left one.
    pub echoes: Vec<Echo>,
    /// What one quotes and the other tells in its own words; article 0 is the left one.
    pub paraphrases: Vec<Paraphrase>,
    /// What linked sentences disagree on, in the order of the left article.
    pub conflicts: Vec<Conflict>,
    /// The parts of linked sentences that the other article leaves out, in order of side and place.
    pub omissions: Vec<Omission>,
    /// The different words that they use for one thing; article 0 is the left one.
    pub choices: Vec<Choice>,
    /// How the reader wants the articles linked.
    pub wanted: Preference,
}

/// What stands side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The sentences of each side, numbers in `Reading::sentences`; a side may be empty, but not both.
    pub sentences: Pair<Range<usize>>,
    /// The strongest link's score; `None` when only one side has it.
    pub score: Option<f32>,
    /// A few words that say what it is about; empty when only one side has it.
    pub topic: String,
    /// What its sides have apart and in common, when both are there.
    pub difference: Option<Difference>,
    /// The links that lead from its sentences to other rows.
    pub pointers: Vec<Pointer>,
}

/// A link between sentences that stand in different rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pointer {
    /// The side that this row's sentence is on.
    pub from: Side,
    /// The sentence in this row.
    pub sentence: usize,
    /// The number of the row where the other sentence stands, in `Comparison::rows`.
    pub row: usize,
    /// That other sentence, on the other side.
    pub other: usize,
    /// The link's score.
    pub score: f32,
}

/// The order in which rows are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As the left article tells it.
    #[default]
    Left,
    /// As the right article tells it.
    Right,
    /// Rows of one topic together, the strongest first; what only one side has comes last.
    Topic,
}

impl Order {
    /// The side whose order it is.
    pub fn followed(self) -> Option<Side> {
        match self {
            Order::Left => Some(Side::Left),
            Order::Right => Some(Side::Right),
            Order::Topic => None,
        }
    }
}

impl Row {
    /// The side that alone has this row; `None` when both have it.
    pub fn only(&self) -> Option<Side> {
        match (
            self.sentences.left.is_empty(),
            self.sentences.right.is_empty(),
        ) {
            (false, true) => Some(Side::Left),
            (true, false) => Some(Side::Right),
            _ => None,
        }
    }
}

/// Compares two articles. With the articles exchanged, the result in right order is the same with its sides exchanged.
pub fn compare(readings: Pair<Arc<Reading>>) -> Comparison {
    compare_as(readings, Preference::default())
}

/// The same as the reader wants it.
pub fn compare_as(readings: Pair<Arc<Reading>>, wanted: Preference) -> Comparison {
    let cast = cast(&[&readings.left, &readings.right]);
    let lent = readings.as_ref().map(Arc::as_ref);
    let couple = Couple::new(lent, Pair::new(0, 1), &cast);
    let alignment = align_as(&couple, &wanted);
    let mut rows = rows::rows(lent, &alignment, &couple.wording);
    rows::point(
        &mut rows,
        &alignment,
        lent.map(|reading| reading.sentences.len()),
    );
    let both = [lent.left, lent.right];
    let echoes = echoes(&both, &cast);
    let conflicts = conflicts(&couple, &alignment);
    let omissions = undisputed(omissions(&couple, &alignment), &conflicts);
    let alignments = Alignments::from_iter([(couple.articles, alignment.clone())]);
    let paraphrases = paraphrases(&both, &cast, &echoes, &alignments);
    let choices = choices(&both, &alignments);
    Comparison {
        readings,
        cast,
        alignment,
        rows,
        echoes,
        paraphrases,
        conflicts,
        omissions,
        choices,
        wanted,
    }
}

impl Comparison {
    /// The numbers of the rows in `order`.
    pub fn order(&self, order: Order) -> Vec<usize> {
        match order {
            Order::Left => (0..self.rows.len()).collect(),
            Order::Right => order::along(&self.rows, Side::Right),
            Order::Topic => order::by_topic(&self.rows),
        }
    }
}
