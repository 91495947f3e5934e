//! Who is quoted in which article, and how: speakers in rows, articles in columns.
//!
//! What is doubtful counts for nobody, what several say together for each of them. Sources that are described, not named
//! (*a senior official*), share a row, and so do quotes for which the text tells nobody.

mod relation;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use foldhash::HashMap;

use crate::echo::{Echo, EchoKind, Echoed, Paraphrase, QuotePlace};
use crate::quote::QuoteKind;
use crate::reading::Reading;
use crate::speaker::Cast;
pub use relation::{Other, Relation, Seen};

/// Speakers in rows, articles in columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Those quoted most first, then the unnamed, then nobody; each with a quote at least.
    pub rows: Vec<Row>,
}

/// How the articles have one speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Who that is.
    pub who: Who,
    /// By the numbers of the articles: those that quote the speaker. Of many articles most do not.
    pub cells: BTreeMap<usize, Cell>,
    /// What several quotes of the speaker have in common.
    pub echoes: Vec<Relation>,
}

/// Who says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// A number in `Cast::speakers`.
    Speaker(usize),
    /// Sources that are described, not named.
    Unnamed,
    /// The text does not say.
    Nobody,
}

/// How one article has one speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The numbers of the quotes in `Reading::quotes`, one at least.
    pub quotes: Vec<usize>,
    /// The strongest of their kinds.
    pub kind: QuoteKind,
    /// Whether any of them cuts what another article has.
    pub cuts: bool,
}

/// Counts the quotes of `readings`, of which the rest was gathered. Takes time linear in these.
pub fn table(
    readings: &[&Reading],
    cast: &Cast,
    echoes: &[Echo],
    paraphrases: &[Paraphrase],
) -> Table {
    let mut rows: BTreeMap<Who, Row> = BTreeMap::new();
    for (article, reading) in readings.iter().enumerate() {
        for (number, quote) in reading.quotes.iter().enumerate() {
            for who in whose(cast, article, number) {
                let row = rows.entry(who).or_insert_with(|| Row::new(who));
                row.count_in(article, number, quote.kind);
            }
        }
    }
    let mut rows: Vec<Row> = rows.into_values().collect();
    rows.sort_by_cached_key(|row| (row.rank(), Reverse(row.count())));
    let numbers = rows.iter().enumerate();
    let numbers: HashMap<Who, usize> = numbers.map(|(number, row)| (row.who, number)).collect();
    for (number, echo) in echoes.iter().enumerate() {
        for (who, own) in parts(echo, cast) {
            let row = numbers.get(&who).and_then(|&at| rows.get_mut(at));
            if let Some(row) = row {
                row.take(number, echo, &own);
            }
        }
    }
    let mut seen: Vec<HashMap<QuotePlace, usize>> =
        rows.iter().map(|row| row.seen_from(echoes)).collect();
    for paraphrase in paraphrases {
        let QuotePlace { article, quote } = paraphrase.quoted;
        for who in whose(cast, article, quote) {
            let row = numbers
                .get(&who)
                .and_then(|&at| rows.get_mut(at).zip(seen.get_mut(at)));
            if let Some((row, seen)) = row {
                row.take_told(paraphrase, cast, seen);
            }
        }
    }
    for row in &mut rows {
        // What one article repeats tells less.
        row.echoes
            .sort_by_key(|relation| relation.others.is_empty());
    }
    Table { rows }
}

impl Row {
    fn new(who: Who) -> Row {
        Row {
            who,
            cells: BTreeMap::new(),
            echoes: Vec::new(),
        }
    }

    /// How many quotes there are in all articles.
    pub fn count(&self) -> usize {
        self.cells.values().map(|cell| cell.quotes.len()).sum()
    }

    fn count_in(&mut self, article: usize, quote: usize, kind: QuoteKind) {
        let cell = self.cells.entry(article).or_insert_with(|| Cell {
            quotes: Vec::new(),
            kind,
            cuts: false,
        });
        cell.quotes.push(quote);
        cell.kind = cell.kind.min(kind);
    }

    fn rank(&self) -> usize {
        match self.who {
            Who::Speaker(_) => 0,
            Who::Unnamed => 1,
            Who::Nobody => 2,
        }
    }

    /// Takes an echo of which the members `own` are the speaker's.
    fn take(&mut self, number: usize, echo: &Echo, own: &[usize]) {
        let fullest_in = echo.members.get(echo.fullest).map(|one| one.article);
        for member in own.iter().filter_map(|&at| echo.members.get(at)) {
            let is_cut = member.kind == EchoKind::Cut
                && fullest_in.is_some_and(|from| from != member.article);
            if let (true, Some(cell)) = (is_cut, self.cells.get_mut(&member.article)) {
                cell.cuts = true;
            }
        }
        self.echoes.extend(Relation::of(number, echo, own));
    }

    /// The first of its relations that is seen from each quote, by number.
    fn seen_from(&self, echoes: &[Echo]) -> HashMap<QuotePlace, usize> {
        let mut seen = HashMap::default();
        for (number, relation) in self.echoes.iter().enumerate() {
            if let Some(place) = relation.place(echoes) {
                seen.entry(place).or_insert(number);
            }
        }
        seen
    }

    /// Takes what tells a quote of the speaker, to the same words of others where there are any; `seen` says which relation
    /// these are.
    fn take_told(
        &mut self,
        paraphrase: &Paraphrase,
        cast: &Cast,
        seen: &mut HashMap<QuotePlace, usize>,
    ) {
        let is_theirs =
            |place: &QuotePlace| whose(cast, place.article, place.quote).contains(&self.who);
        let told = paraphrase.told.iter().map(|telling| telling.place);
        let told: Vec<QuotePlace> = told.filter(is_theirs).collect();
        let others = told.chunk_by(|one, next| one.article == next.article);
        let others: Vec<Other> = others
            .filter_map(|theirs| theirs.first())
            .map(|first| Other {
                article: first.article,
                how: Echoed::Told,
                speakers: Vec::new(),
                told: Some(first.quote),
            })
            .collect();
        if others.is_empty() {
            return;
        }
        let number = *seen.entry(paraphrase.quoted).or_insert(self.echoes.len());
        match self.echoes.get_mut(number) {
            Some(relation) => relation.others.extend(others),
            None => self.echoes.push(Relation {
                seen: Seen::Quote(paraphrase.quoted),
                article: paraphrase.quoted.article,
                others,
            }),
        }
    }
}

/// Who has a part in an echo, and which of its members.
fn parts(echo: &Echo, cast: &Cast) -> BTreeMap<Who, Vec<usize>> {
    let mut parts: BTreeMap<Who, Vec<usize>> = BTreeMap::new();
    for (number, member) in echo.members.iter().enumerate() {
        for who in whose(cast, member.article, member.quote) {
            parts.entry(who).or_default().push(number);
        }
    }
    // What is somebody's in one article need not be told again as nobody's.
    if echo
        .members
        .iter()
        .any(|member| !member.speakers.is_empty())
    {
        parts.remove(&Who::Nobody);
    }
    parts
}

/// All whose a quote is, each once; none when that is doubtful.
fn whose(cast: &Cast, article: usize, quote: usize) -> Vec<Who> {
    let attribution = cast.attribution(article, quote);
    let Some(attribution) = attribution.filter(|one| one.speaker.is_some()) else {
        return vec![Who::Nobody];
    };
    if !attribution.is_sure() {
        return Vec::new();
    }
    let who = |number: usize| match cast.speakers.get(number) {
        Some(speaker) if speaker.described => Who::Unnamed,
        _ => Who::Speaker(number),
    };
    let mut whose: Vec<Who> = attribution.speakers().map(who).collect();
    whose.sort_unstable();
    whose.dedup();
    whose
}
