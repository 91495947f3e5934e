//! What is to be said of a row in a word.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Between, Coverage, LeftOut, Row};
use crate::conflict::ConflictKind;
use crate::echo::EchoKind;
use crate::reading::Reading;

/// What is to be said of a row. Disagreements come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flag {
    /// The articles disagree.
    Disputed(ConflictKind),
    /// The same words are ascribed to different people.
    Ascribed,
    /// A quote is cut, altered, or told without quotation marks.
    Quote,
    /// One thing is called by different words.
    Word,
    /// Only this article tells it.
    Only(usize),
    /// This article leaves out a part that two others tell.
    Omits(usize),
}

impl Flag {
    /// Whether it says that articles disagree.
    pub fn is_disagreement(self) -> bool {
        matches!(self, Flag::Disputed(_) | Flag::Ascribed)
    }
}

/// Puts into the rows what was found between the articles, and the flags.
pub(super) fn flag(rows: &mut [Row], readings: &[&Reading], found: &Coverage, between: &Between) {
    let homes = Homes::of(rows);
    for one in &between.conflicts {
        let sentences = one.articles.zip(one.conflict.sentences);
        let row = homes.shared([sentences.left, sentences.right]);
        if let Some(row) = row.and_then(|row| rows.get_mut(row)) {
            row.conflicts.push(one.clone());
        }
    }
    for one in &between.omissions {
        let sentences = [
            (one.told_by, one.part.sentence),
            (one.missing_in, one.part.beside),
        ];
        let row = homes.shared(sentences);
        if let Some(row) = row.and_then(|row| rows.get_mut(row)) {
            row.omissions.push(*one);
        }
    }
    for (number, echo) in found.echoes.iter().enumerate() {
        let quotes = echo.members.iter().map(|one| (one.article, one.quote));
        for row in homes.of_quotes(quotes) {
            if let Some(row) = rows.get_mut(row) {
                row.echoes.push(number);
            }
        }
    }
    for (number, paraphrase) in found.paraphrases.iter().enumerate() {
        let told = paraphrase.told.iter().map(|telling| telling.place);
        let quotes = told.chain([paraphrase.quoted]);
        for row in homes.of_quotes(quotes.map(|one| (one.article, one.quote))) {
            if let Some(row) = rows.get_mut(row) {
                row.paraphrases.push(number);
            }
        }
    }
    for (number, choice) in found.choices.iter().enumerate() {
        let called = choice.wordings.iter();
        let sentences = called.map(|one| {
            (
                one.article,
                homes.sentences.get(&(one.article, one.sentence)),
            )
        });
        for row in several(sentences.filter_map(|(article, row)| Some((article, *row?)))) {
            if let Some(row) = rows.get_mut(row) {
                row.choices.push(number);
            }
        }
    }
    for row in rows {
        row.flags = flags(row, readings, found).into_iter().collect();
    }
}

/// In which row everything stands.
struct Homes {
    /// By article and sentence.
    sentences: HashMap<(usize, usize), usize>,
    /// By article and quote; a long quote may reach into several.
    quotes: HashMap<(usize, usize), Vec<usize>>,
}

impl Homes {
    fn of(rows: &[Row]) -> Homes {
        let mut homes = Homes {
            sentences: HashMap::new(),
            quotes: HashMap::new(),
        };
        for (number, row) in rows.iter().enumerate() {
            for (&article, cell) in &row.cells {
                let sentences = cell.sentences.iter().map(|&one| ((article, one), number));
                homes.sentences.extend(sentences);
                for &quote in &cell.quotes {
                    homes
                        .quotes
                        .entry((article, quote))
                        .or_default()
                        .push(number);
                }
            }
        }
        homes
    }

    /// The row that has both sentences, each given by article and number.
    fn shared(&self, [one, other]: [(usize, usize); 2]) -> Option<usize> {
        let row = self.sentences.get(&one)?;
        (self.sentences.get(&other) == Some(row)).then_some(*row)
    }

    /// The rows that have quotes of two articles at least among these.
    fn of_quotes(&self, quotes: impl Iterator<Item = (usize, usize)>) -> Vec<usize> {
        let rows = quotes.flat_map(|quote| {
            let rows = self.quotes.get(&quote).into_iter().flatten();
            rows.map(move |&row| (quote.0, row))
        });
        several(rows)
    }
}

/// The rows that stand beside two different articles at least.
fn several(found: impl Iterator<Item = (usize, usize)>) -> Vec<usize> {
    let mut articles: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (article, row) in found {
        articles.entry(row).or_default().insert(article);
    }
    articles.retain(|_, articles| articles.len() > 1);
    articles.into_keys().collect()
}

fn flags(row: &Row, readings: &[&Reading], found: &Coverage) -> BTreeSet<Flag> {
    let mut flags = BTreeSet::new();
    flags.extend(row.only().map(Flag::Only));
    let conflicts = row.conflicts.iter();
    flags.extend(conflicts.map(|one| Flag::Disputed(one.conflict.kind)));
    for echo in row.echoes.iter().filter_map(|&one| found.echoes.get(one)) {
        match echo.kind {
            EchoKind::OtherSpeaker => drop(flags.insert(Flag::Ascribed)),
            EchoKind::Cut | EchoKind::Altered => drop(flags.insert(Flag::Quote)),
            EchoKind::Same => {}
        }
    }
    if !row.paraphrases.is_empty() {
        flags.insert(Flag::Quote);
    }
    if !row.choices.is_empty() {
        flags.insert(Flag::Word);
    }
    flags.extend(omitting(row, readings).into_iter().map(Flag::Omits));
    flags
}

/// The articles that leave out a part which two others of the row tell: one that has it, and one that does not leave it
/// out. What only one article adds is no omission of the others.
fn omitting(row: &Row, readings: &[&Reading]) -> BTreeSet<usize> {
    let mut omitting = BTreeSet::new();
    for left_out in &row.omissions {
        let lacks = |article: usize| {
            let mut others = row.omissions.iter();
            others.any(|other| other.missing_in == article && is_same_part(other, left_out))
        };
        let articles = row.cells.keys().filter(|&&one| one < readings.len());
        let having = articles.filter(|&&article| article != left_out.told_by && !lacks(article));
        if having.count() > 0 {
            omitting.insert(left_out.missing_in);
        }
    }
    omitting
}

fn is_same_part(one: &LeftOut, other: &LeftOut) -> bool {
    let is_same = (one.told_by, one.part.sentence) == (other.told_by, other.part.sentence);
    is_same && one.part.span.shared(other.part.span).is_some()
}
