//! Who is quoted where: speakers by articles, with what several articles have of one speaker below the name.

mod detail;
mod renew;

use std::collections::HashSet;

use super::columns::Columns;
use super::filter::matching;
use super::gathering::{Gathered, Gathering, QuoteKey, Scope};
use super::keymap::Action;
use super::layout::{self, Area};
use super::quotes::{Here, NOBODY_NAMED};
use super::scroll::Cursor;
use crate::echo::{Echoed, Member, QuotePlace};
use crate::matrix::{Cell, Other, Relation, Row, Seen, Who};
use crate::speaker::Speaker;
use crate::text::fold;
pub(super) use detail::{legends, relation_role};

/// The matrix, with a cursor on a cell or an echo.
#[derive(Clone, Debug)]
pub(super) struct Matrix {
    pub(super) gathering: Gathering,
    /// For each row, what the filter looks in.
    searched: Vec<String>,
    pub(super) columns: Columns,
    /// The names of the rows whose echoes are hidden.
    folded: HashSet<String>,
    pub(super) entries: Vec<Entry>,
    /// On one of `entries`.
    pub(super) cursor: Cursor,
    pub(super) filter: String,
}

/// The narrowest column: two digits, a kind and the mark of a cut.
const NARROWEST: usize = 5;

/// A line of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// A speaker, by the number of the row.
    Speaker(usize),
    /// What several quotes of a speaker have in common: the number of the row, and of the echo in it.
    Echo(usize, usize),
}

impl Matrix {
    pub(super) fn new() -> Matrix {
        Matrix {
            gathering: Gathering::new(Scope::Listed),
            searched: Vec::new(),
            columns: Columns::default(),
            folded: HashSet::new(),
            entries: Vec::new(),
            cursor: Cursor::default(),
            filter: String::new(),
        }
    }

    /// How many articles there are.
    pub(super) fn articles(&self) -> usize {
        let found = self.gathering.found();
        found.map_or(0, |found| found.articles.items.len())
    }

    fn rows(&self) -> &[Row] {
        let found = self.gathering.found();
        found.map_or(&[], |found| found.table.rows.as_slice())
    }

    pub(super) fn row(&self, number: usize) -> Option<&Row> {
        self.rows().get(number)
    }

    pub(super) fn relation(&self, row: usize, number: usize) -> Option<&Relation> {
        self.row(row)?.echoes.get(number)
    }

    /// How many speakers there are, the unnamed not counted.
    pub(super) fn speakers(&self) -> usize {
        let is_named = |row: &&Row| matches!(row.who, Who::Speaker(_));
        self.rows().iter().filter(is_named).count()
    }

    pub(super) fn name(&self, who: Who) -> &str {
        match who {
            Who::Speaker(number) => self.speaker_name(number),
            Who::Unnamed => "unnamed sources",
            Who::Nobody => NOBODY_NAMED,
        }
    }

    fn speaker_name(&self, number: usize) -> &str {
        let found = self.gathering.found();
        let speaker = found.and_then(|found| found.cast.speakers.get(number));
        speaker.map_or("", |speaker| speaker.name.as_str())
    }

    pub(super) fn is_folded(&self, row: usize) -> bool {
        let row = self.row(row);
        row.is_some_and(|row| self.folded.contains(self.name(row.who)))
    }

    pub(super) fn here(&self) -> Option<Entry> {
        self.entries.get(self.cursor.at).copied()
    }

    /// The row that the cursor is in.
    fn row_here(&self) -> Option<&Row> {
        let (Entry::Speaker(row) | Entry::Echo(row, _)) = self.here()?;
        self.row(row)
    }

    /// The cell under the cursor, where the article has the speaker.
    fn cell(&self) -> Option<&Cell> {
        self.row_here()?.cells.get(&self.columns.cursor)
    }

    fn relation_at(&self, entry: Entry) -> Option<&Relation> {
        match entry {
            Entry::Echo(row, number) => self.relation(row, number),
            Entry::Speaker(_) => None,
        }
    }

    /// A relation, and the quote by which the article under the cursor has a part in it; else the speaker's first.
    pub(super) fn quote_at(&self, entry: Entry) -> Option<(&Relation, QuotePlace)> {
        let relation = self.relation_at(entry)?;
        let echoes = &self.gathering.found()?.echoes;
        let has_it = |article: usize| article == self.columns.cursor;
        let of_echo = match relation.seen {
            Seen::Echo { echo, shown, .. } => {
                let members = &echoes.get(echo)?.members;
                let mut all = members.get(shown).into_iter().chain(members);
                all.find(|member| has_it(member.article))
            }
            Seen::Quote(_) => None,
        };
        let told = relation.others.iter().find(|other| has_it(other.article));
        let told = told.and_then(|other| {
            Some(QuotePlace {
                article: other.article,
                quote: other.told?,
            })
        });
        let base = || relation.place(echoes);
        let quoted = of_echo.map(Member::place).or(told).or_else(base)?;
        Some((relation, quoted))
    }

    /// The quote that the cursor leads to. On an echo that is what the article under the cursor has of it, else the
    /// fullest; on a cell the first quote, with `echoed` the first that others have too.
    fn quote(&self, echoed: bool) -> Option<QuotePlace> {
        let found = self.gathering.found()?;
        if let entry @ Entry::Echo(..) = self.here()? {
            return self.quote_at(entry).map(|(_, quoted)| quoted);
        }
        let cell = self.cell()?;
        let is_echoed = |quote: &&usize| {
            let place = QuotePlace {
                article: self.columns.cursor,
                quote: **quote,
            };
            let mut members = found.echoes.iter().flat_map(|echo| &echo.members);
            members.any(|one| one.place() == place)
                || found.paraphrases.iter().any(|one| one.has(place))
        };
        let first = cell.quotes.iter().find(|quote| echoed && is_echoed(quote));
        Some(QuotePlace {
            article: self.columns.cursor,
            quote: *first.or(cell.quotes.first())?,
        })
    }

    /// Where that stands.
    pub(super) fn place(&self, echoed: bool) -> Option<QuoteKey> {
        self.gathering.found()?.place(self.quote(echoed)?)
    }

    /// The quote that the cursor is on.
    pub(super) fn quoted(&self) -> Option<Here<'_>> {
        Some(Here::among(self.gathering.found()?, self.quote(false)?))
    }

    /// How articles stand to each other in an echo: `000~003`, or `003 =001 ~000` where there are more; `in_full` with
    /// whole outlets. Says too whether any names another speaker.
    pub(super) fn relation_words(&self, relation: &Relation, in_full: bool) -> (String, bool) {
        let called = |article: usize| {
            if in_full {
                self.called(article)
            } else {
                self.columns.labels.short(article).to_owned()
            }
        };
        let named = |other: &Other| {
            let cast = self.gathering.found().map(|found| &found.cast);
            let names = cast.and_then(|cast| cast.listed(other.speakers.iter().copied()));
            let names = names.map(|names| format!(" {names}"));
            called(other.article) + &names.unwrap_or_default()
        };
        let base = relation.article;
        let gap = if in_full || self.columns.labels.are_long() {
            " "
        } else {
            ""
        };
        let is_contested = |other: &Other| other.how == Echoed::Otherwise;
        let words = match relation.others.as_slice() {
            [] => format!("{} in {}", relation.times(), called(base)),
            [other] => {
                let (mut first, mut second) = (called(base), named(other));
                let is_mutual = matches!(other.how, Echoed::Same | Echoed::Altered);
                if other.article < base && is_mutual {
                    std::mem::swap(&mut first, &mut second);
                }
                format!("{first}{gap}{}{gap}{second}", other.how.sign())
            }
            others if others.iter().all(|other| other.how == Echoed::Told) => {
                let told: Vec<String> = others.iter().map(named).collect();
                format!(
                    "{}{gap}{}{gap}{}",
                    called(base),
                    Echoed::Told.sign(),
                    told.join(",")
                )
            }
            others => {
                let mut words = called(base);
                for how in [
                    Echoed::Same,
                    Echoed::Altered,
                    Echoed::Told,
                    Echoed::Otherwise,
                ] {
                    let theirs = others.iter().filter(|other| other.how == how);
                    let theirs: Vec<String> = theirs.map(named).collect();
                    if !theirs.is_empty() {
                        words = format!("{words} {}{}", how.sign(), theirs.join(","));
                    }
                }
                words
            }
        };
        (words, relation.others.iter().any(is_contested))
    }

    /// What an article is called where there is room.
    pub(super) fn called(&self, article: usize) -> String {
        let found = self.gathering.found();
        let reading = found.and_then(|found| found.reading(article));
        let outlet = reading.map_or("", |reading| reading.article.label.outlet());
        self.columns.labels.in_full(article, outlet)
    }

    /// Lists the rows that match, with their echoes where they are unfolded, and stays on its line where that is shown.
    fn list(&mut self) {
        let here = self.here();
        let mut shown = matching(&self.filter, &self.searched);
        shown.sort_unstable();
        let mut entries = Vec::new();
        for number in shown {
            entries.push(Entry::Speaker(number));
            let echoes = self.row(number).map_or(0, |row| row.echoes.len());
            if !self.is_folded(number) {
                entries.extend((0..echoes).map(|echo| Entry::Echo(number, echo)));
            }
        }
        self.entries = entries;
        let again = here.and_then(|here| {
            let (Entry::Speaker(row) | Entry::Echo(row, _)) = here;
            let at = |wanted: Entry| self.entries.iter().position(|one| *one == wanted);
            at(here).or_else(|| at(Entry::Speaker(row)))
        });
        self.cursor.at = again.unwrap_or(0);
        self.keep_in_view();
    }

    fn searched(&self, row: &Row) -> String {
        let speaker = match (row.who, self.gathering.found()) {
            (Who::Speaker(number), Some(found)) => found.cast.speakers.get(number),
            _ => None,
        };
        speaker.map_or_else(|| fold(self.name(row.who)).into_owned(), Speaker::searched)
    }

    pub(super) fn filter_by(&mut self, query: &str) {
        query.clone_into(&mut self.filter);
        self.list();
    }

    pub(super) fn act(&mut self, action: Action) {
        match action {
            Action::Left | Action::Right => {
                self.columns.cursor = self.beside(action == Action::Left);
            }
            Action::NextSpeaker => self.cursor.at = self.next_speaker(false),
            Action::PreviousSpeaker => self.cursor.at = self.next_speaker(true),
            Action::Fold => self.turn_fold(),
            Action::FoldAll => self.turn_all(),
            _ => drop(self.cursor.act(action, self.entries.len())),
        }
        self.keep_in_view();
    }

    /// The article to the right or to the left; on an echo the next that has it.
    fn beside(&self, left: bool) -> usize {
        let all = self.articles();
        let relation = self.here().and_then(|entry| self.relation_at(entry));
        let has = |article: &usize| {
            relation.is_none_or(|one| {
                let others = one.others.iter().map(|other| other.article);
                others.chain([one.article]).any(|has| has == *article)
            })
        };
        let found = if left {
            (0..self.columns.cursor).rev().find(has)
        } else {
            (self.columns.cursor + 1..all).find(has)
        };
        found.unwrap_or(self.columns.cursor)
    }

    fn next_speaker(&self, back: bool) -> usize {
        let mut speakers = self
            .entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| matches!(entry, Entry::Speaker(_)))
            .map(|(number, _)| number);
        let found = if back {
            speakers.rfind(|&number| number < self.cursor.at)
        } else {
            speakers.find(|&number| number > self.cursor.at)
        };
        found.unwrap_or(self.cursor.at)
    }

    fn turn_fold(&mut self) {
        if let Some(Entry::Speaker(row) | Entry::Echo(row, _)) = self.here() {
            let name = self.row(row).map(|row| self.name(row.who).to_owned());
            if let Some(name) = name.filter(|name| !self.folded.remove(name)) {
                self.folded.insert(name);
            }
            self.list();
        }
    }

    fn turn_all(&mut self) {
        if self.folded.is_empty() {
            let rows = self.rows().iter();
            self.folded = rows.map(|row| self.name(row.who).to_owned()).collect();
        } else {
            self.folded.clear();
        }
        self.list();
    }

    /// Takes the size of the screen.
    pub(super) fn fit(&mut self, body: Area) {
        let areas = layout::matrix(body);
        let entries = self.entries.len();
        self.cursor.set_height(areas.list.height, entries);
        let room = body.width.saturating_sub(areas.names + 1);
        let readings = self.gathering.found().map(Gathered::readings);
        self.columns
            .fit(&readings.unwrap_or_default(), room, NARROWEST);
        self.keep_in_view();
    }

    fn keep_in_view(&mut self) {
        self.cursor.go(self.cursor.at, self.entries.len());
        self.columns.keep_in_view(self.articles());
    }
}

impl Relation {
    /// How often one article has the same words.
    fn times(&self) -> String {
        match self.seen {
            Seen::Echo { own, .. } if own > 2 => format!("{own} times"),
            _ => "twice".to_owned(),
        }
    }
}
