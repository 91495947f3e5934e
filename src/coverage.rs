//! A whole story as one pure value: what several articles tell, topic by topic, and how each tells it.

mod between;
mod cell;
mod flag;
mod own;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::alignment::align_all_as;
use crate::choice::Choice;
use crate::conflict::Conflict;
use crate::correction::Corrections;
use crate::echo::{Echo, Paraphrase};
use crate::omission::Omission;
use crate::quote::QuoteKind;
use crate::reading::Reading;
use crate::speaker::{Cast, cast};
use crate::text::{Pair, Span};
use crate::topic::{SentencePlace, Topic, only, topics};
use between::Between;
use cell::Cells;
pub use flag::Flag;

/// The most articles that are covered together: each two of them are compared.
pub const MOST: usize = 20;

/// Articles about one story, with topics in rows and articles in columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// The articles.
    pub readings: Vec<Arc<Reading>>,
    /// Who is quoted in them.
    pub cast: Cast,
    /// What several tell, in order of first mention; then what only one tells, likewise. Every sentence of the bodies stands
    /// in just one row.
    pub rows: Vec<Row>,
    /// What several articles quote alike, cut, alter, or ascribe otherwise.
    pub echoes: Vec<Echo>,
    /// What one quotes and others tell in their own words.
    pub paraphrases: Vec<Paraphrase>,
    /// The different words that they use for one thing.
    pub choices: Vec<Choice>,
}

/// A topic, and how the articles tell it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// A few words of the articles that say what it is about.
    pub label: String,
    /// Where it is first told, from 0 at the beginning of an article to 1 at its end: the mean over its articles.
    pub place: f32,
    /// By the numbers of the articles: those that tell it.
    pub cells: BTreeMap<usize, Cell>,
    /// What is to be said of it, disagreements first, each once.
    pub flags: Vec<Flag>,
    /// What the articles disagree on.
    pub conflicts: Vec<Disagreement>,
    /// The same words that different people say: for each such quote, whose it is by the numbers of the articles; speakers
    /// are numbers in `Cast::speakers`.
    pub ascribed: Vec<BTreeMap<usize, Vec<usize>>>,
    /// Parts that one article has and another leaves out.
    pub omissions: Vec<LeftOut>,
    /// Numbers in `Coverage::echoes`: those of which two of the cells at least quote a part.
    pub echoes: Vec<usize>,
    /// Numbers in `Coverage::paraphrases`, likewise.
    pub paraphrases: Vec<usize>,
    /// Numbers in `Coverage::choices`, likewise.
    pub choices: Vec<usize>,
}

/// How one article tells a topic.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Its sentences, numbers in `Reading::sentences`, in order; one at least.
    pub sentences: Vec<usize>,
    /// How many words they have.
    pub words: usize,
    /// The quotes in them, numbers in `Reading::quotes`.
    pub quotes: Vec<usize>,
    /// The strongest of them.
    pub said: Option<Said>,
    /// The number of the article whose cell in the row is linked with this one most strongly.
    pub nearest: Option<usize>,
    /// Numbers, and names that another article of the row never has; in order and apart.
    pub own: Vec<Span>,
}

/// Words of somebody in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// How much stands in quotation marks.
    pub kind: QuoteKind,
    /// Whose they are, numbers in `Cast::speakers`; empty when that is not known or not sure.
    pub speakers: Vec<usize>,
    /// Whether the cell quotes something of which another cell of the row has more.
    pub cut: bool,
}

/// A conflict of two of the articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    /// The numbers of the articles, the lower one left.
    pub articles: Pair<usize>,
    /// What they disagree on.
    pub conflict: Conflict,
}

impl Disagreement {
    /// Who says what: article and sentence.
    fn sentences(&self) -> Pair<SentencePlace> {
        self.articles.zip(self.conflict.sentences)
    }
}

/// A part that an article leaves out of what another tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The number of the article that has it.
    pub told_by: usize,
    /// The number of the one that leaves it out.
    pub missing_in: usize,
    /// The numbers of those that have it too, in words of their own, in order.
    pub also_told_by: Vec<usize>,
    /// What it is; its side means nothing here.
    pub part: Omission,
}

/// The order in which rows are read. What only one article tells always comes last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As the articles come to it.
    #[default]
    FirstMention,
    /// What most articles tell first.
    MostArticles,
    /// What most words are spent on first.
    Depth,
}

impl Order {
    /// The next of them, around.
    #[must_use]
    pub fn next(self) -> Order {
        match self {
            Order::FirstMention => Order::MostArticles,
            Order::MostArticles => Order::Depth,
            Order::Depth => Order::FirstMention,
        }
    }

    /// A few words for it.
    pub fn name(self) -> &'static str {
        match self {
            Order::FirstMention => "first mention",
            Order::MostArticles => "most articles",
            Order::Depth => "most words",
        }
    }
}

impl Row {
    /// The number of the only article that tells it; `None` when several do.
    pub fn only(&self) -> Option<usize> {
        only(&self.cells)
    }

    /// Whether articles disagree.
    pub fn is_disputed(&self) -> bool {
        self.flags.iter().any(|flag| flag.is_disagreement())
    }

    /// How many words all articles spend on it.
    pub fn words(&self) -> usize {
        self.cells.values().map(|cell| cell.words).sum()
    }
}

/// Covers a story. The order of the readings decides nothing but their numbers. Every two are compared, so that there
/// should be no more than [`MOST`].
pub fn cover(readings: Vec<Arc<Reading>>) -> Coverage {
    cover_as(readings, &Corrections::default())
}

/// The same with links as the reader set them right.
pub fn cover_as(readings: Vec<Arc<Reading>>, corrections: &Corrections) -> Coverage {
    let lent: Vec<&Reading> = readings.iter().map(AsRef::as_ref).collect();
    let cast = cast(&lent);
    let alignments = align_all_as(&lent, &cast, two_and_two(lent.len()), corrections);
    let between = Between::new(&lent, &cast, &alignments);
    let conflicts = between.conflicts.iter();
    let disputed: Vec<Pair<SentencePlace>> = conflicts.map(Disagreement::sentences).collect();
    let topics = topics(&lent, &alignments, &disputed);
    let mut rows = rows(&lent, &cast, topics, &between);
    cell::find_nearest(&mut rows, &alignments);
    Coverage::of(readings, cast, rows, between)
}

/// Each two of so many articles, the lower number left.
fn two_and_two(articles: usize) -> impl Iterator<Item = Pair<usize>> {
    (0..articles)
        .flat_map(move |left| (left + 1..articles).map(move |right| Pair::new(left, right)))
}

/// The rows of `topics`, with what was found between the articles.
fn rows(readings: &[&Reading], cast: &Cast, topics: Vec<Topic>, between: &Between) -> Vec<Row> {
    let cells = Cells::new(readings, cast);
    let mut rows: Vec<Row> = topics
        .into_iter()
        .map(|topic| Row {
            label: topic.label,
            place: topic.place,
            cells: cells.of(&topic.sentences),
            flags: Vec::new(),
            conflicts: Vec::new(),
            ascribed: Vec::new(),
            omissions: Vec::new(),
            echoes: Vec::new(),
            paraphrases: Vec::new(),
            choices: Vec::new(),
        })
        .collect();
    flag::flag(&mut rows, readings, between);
    rows
}

impl Coverage {
    /// `rows` hold of what was found between the articles what stands in one of them alone.
    fn of(readings: Vec<Arc<Reading>>, cast: Cast, rows: Vec<Row>, between: Between) -> Coverage {
        Coverage {
            readings,
            cast,
            rows,
            echoes: between.echoes,
            paraphrases: between.paraphrases,
            choices: between.choices,
        }
    }

    /// The numbers of the rows in `order`.
    pub fn order(&self, order: Order) -> Vec<usize> {
        let mut numbered: Vec<(usize, &Row)> = self.rows.iter().enumerate().collect();
        // Sorting is stable: rows that are equal otherwise stay in order of first mention.
        numbered.sort_by_key(|(_, row)| {
            let rank = match order {
                Order::FirstMention => 0,
                Order::MostArticles => row.cells.len(),
                Order::Depth => row.words(),
            };
            (row.only().is_some(), Reverse(rank))
        });
        numbered.into_iter().map(|(number, _)| number).collect()
    }

    /// An article by its number.
    pub fn reading(&self, article: usize) -> Option<&Reading> {
        self.readings.get(article).map(AsRef::as_ref)
    }

    /// Where the sentences of a cell stand, those that are neighbours as one span.
    pub fn passages(&self, article: usize, cell: &Cell) -> Vec<Span> {
        let reading = self.reading(article);
        reading.map_or_else(Vec::new, |reading| reading.passages(&cell.sentences))
    }

    /// The number of the row in which a sentence of an article stands.
    pub fn row_of(&self, article: usize, sentence: usize) -> Option<usize> {
        self.rows.iter().position(|row| {
            let cell = row.cells.get(&article);
            cell.is_some_and(|cell| cell.sentences.binary_search(&sentence).is_ok())
        })
    }

    /// How many rows several articles tell.
    pub fn shared(&self) -> usize {
        self.rows.iter().filter(|row| row.only().is_none()).count()
    }
}
