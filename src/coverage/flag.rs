//! What is to be said of a row in a word.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Row;
use super::between::Between;
use crate::conflict::ConflictKind;
use crate::echo::{Echo, Member, QuotePlace};
use crate::reading::Reading;
use crate::text::Span;

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
pub(super) fn flag(rows: &mut [Row], readings: &[&Reading], between: &Between) {
    let homes = Homes::of(rows);
    for one in &between.conflicts {
        let sentences = one.sentences();
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
            row.omissions.push(one.clone());
        }
    }
    find(rows, &homes, between);
    for row in rows {
        let echoes = std::mem::take(&mut row.echoes);
        let told: Vec<(usize, Echoing)> = echoes
            .into_iter()
            .filter_map(|one| Some((one, Echoing::of(between.echoes.get(one)?, row, readings)?)))
            .collect();
        row.flags = flags(row, &told).into_iter().collect();
        for (number, echoing) in told {
            row.echoes.push(number);
            row.ascribed.extend(echoing.ascribed);
            for article in echoing.cut_in {
                let cell = row.cells.get_mut(&article);
                if let Some(said) = cell.and_then(|cell| cell.said.as_mut()) {
                    said.cut = true;
                }
            }
        }
    }
}

/// Puts into the rows the numbers of the echoes, paraphrases and choices of words that two of their cells have a part in.
fn find(rows: &mut [Row], homes: &Homes, between: &Between) {
    for (number, echo) in between.echoes.iter().enumerate() {
        for row in homes.of_quotes(echo.members.iter().map(Member::place)) {
            if let Some(row) = rows.get_mut(row) {
                row.echoes.push(number);
            }
        }
    }
    for (number, paraphrase) in between.paraphrases.iter().enumerate() {
        let told = paraphrase.told.iter().map(|telling| telling.place);
        for row in homes.of_quotes(told.chain([paraphrase.quoted])) {
            if let Some(row) = rows.get_mut(row) {
                row.paraphrases.push(number);
            }
        }
    }
    for (number, choice) in between.choices.iter().enumerate() {
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
}

/// How the words of a row stand to each other that several of its cells quote. Of a long quote other parts may stand in
/// other rows; they tell nothing here.
struct Echoing {
    /// Whose they are in each article, when these are different people.
    ascribed: Option<BTreeMap<usize, Vec<usize>>>,
    /// Whether any has words of its own.
    is_altered: bool,
    /// The articles that leave out what the fullest version has here.
    cut_in: Vec<usize>,
}

impl Echoing {
    /// `None` when fewer than two articles quote it here.
    fn of(echo: &Echo, row: &Row, readings: &[&Reading]) -> Option<Echoing> {
        let is_here = |article: usize, span: Span| {
            let sentences = readings.get(article).map(|reading| &reading.sentences);
            let numbers = row
                .cells
                .get(&article)
                .into_iter()
                .flat_map(|cell| &cell.sentences);
            let mut found = numbers.filter_map(|&one| sentences?.get(one));
            found.any(|sentence| sentence.span.shared(span).is_some())
        };
        let members = echo
            .members
            .iter()
            .filter(|one| is_here(one.article, one.span));
        let members: Vec<&Member> = members.collect();
        let first = members.first()?;
        if members.iter().all(|one| one.article == first.article) {
            return None;
        }
        let differs = |one: &Member| one.differing.iter().any(|&span| is_here(one.article, span));
        let fullest = echo.members.get(echo.fullest)?.article;
        let quotes_it = |article: usize| members.iter().any(|one| one.article == article);
        let cuts = echo.cuts.iter().filter(|cut| {
            let missing = || cut.missing.iter().any(|&span| is_here(fullest, span));
            cut.article != fullest && quotes_it(cut.article) && missing()
        });
        Some(Echoing {
            ascribed: ascribed(&members),
            is_altered: members.iter().any(|one| differs(one)),
            cut_in: cuts.map(|cut| cut.article).collect(),
        })
    }
}

/// Whose the words are in each article; `None` when all have them of one speaker. What an article ascribes to two, the one
/// quoting the other, is its own affair.
fn ascribed(members: &[&Member]) -> Option<BTreeMap<usize, Vec<usize>>> {
    let mut first: BTreeMap<usize, &Member> = BTreeMap::new();
    for member in members.iter().filter(|one| !one.speakers.is_empty()) {
        first.entry(member.article).or_insert(member);
    }
    let differ = |one: &Member| first.values().any(|other| one.is_otherwise(other));
    first.values().any(|one| differ(one)).then(|| {
        let each = first.iter();
        each.map(|(&article, one)| (article, one.speakers.clone()))
            .collect()
    })
}

/// In which row everything stands.
struct Homes {
    /// By article and sentence.
    sentences: HashMap<(usize, usize), usize>,
    /// A long quote may reach into several.
    quotes: HashMap<QuotePlace, Vec<usize>>,
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
                    let place = QuotePlace { article, quote };
                    homes.quotes.entry(place).or_default().push(number);
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
    fn of_quotes(&self, quotes: impl Iterator<Item = QuotePlace>) -> Vec<usize> {
        let rows = quotes.flat_map(|place| {
            let rows = self.quotes.get(&place).into_iter().flatten();
            rows.map(move |&row| (place.article, row))
        });
        several(rows)
    }
}

/// The rows that stand here beside two different articles at least, of pairs of an article and a row.
fn several(found: impl Iterator<Item = (usize, usize)>) -> Vec<usize> {
    let mut articles: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (article, row) in found {
        articles.entry(row).or_default().insert(article);
    }
    articles.retain(|_, articles| articles.len() > 1);
    articles.into_keys().collect()
}

fn flags(row: &Row, echoes: &[(usize, Echoing)]) -> BTreeSet<Flag> {
    let mut flags = BTreeSet::new();
    flags.extend(row.only().map(Flag::Only));
    let conflicts = row.conflicts.iter();
    flags.extend(conflicts.map(|one| Flag::Disputed(one.conflict.kind)));
    if echoes.iter().any(|(_, one)| one.ascribed.is_some()) {
        flags.insert(Flag::Ascribed);
    }
    let differs = |one: &Echoing| one.is_altered || !one.cut_in.is_empty();
    if echoes.iter().any(|(_, one)| differs(one)) {
        flags.insert(Flag::Quote);
    }
    if !row.paraphrases.is_empty() {
        flags.insert(Flag::Quote);
    }
    if !row.choices.is_empty() {
        flags.insert(Flag::Word);
    }
    flags.extend(omitting(row).map(Flag::Omits));
    flags
}

/// The articles that leave out a part which two others of the row tell. What only one article adds is no omission of the
/// others.
fn omitting(row: &Row) -> impl Iterator<Item = usize> {
    let telling = row.omissions.iter().filter(|one| {
        let mut also = one.also_told_by.iter();
        also.any(|article| row.cells.contains_key(article))
    });
    telling.map(|one| one.missing_in)
}
