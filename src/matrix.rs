//! Who is quoted in which article, and how: speakers in rows, articles in columns.
//!
//! What is doubtful counts for nobody, what several say together for each of them. Sources that are described, not named (*a senior official*), share a row, and so do
//! quotes for which the text tells nobody.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::echo::{Echo, EchoKind, Echoed, Member};
use crate::quote::QuoteKind;
use crate::reading::Reading;
use crate::speaker::Cast;

/// Speakers in rows, articles in columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// Those quoted most first, then the unnamed, then nobody; each with a quote at least.
    pub rows: Vec<Row>,
}

/// How the articles have one speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Who that is.
    pub who: Who,
    /// A cell for each article.
    pub cells: Vec<Cell>,
    /// What several quotes of the speaker have in common.
    pub echoes: Vec<Relation>,
}

/// Who says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// A number in `Cast::speakers`.
    Speaker(usize),
    /// Sources that are described, not named.
    Unnamed,
    /// The text does not say.
    Nobody,
}

/// How one article has one speaker.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The numbers of the quotes in `Reading::quotes`.
    pub quotes: Vec<usize>,
    /// The strongest of their kinds; `None` when there is none.
    pub kind: Option<QuoteKind>,
    /// Whether any of them cuts what another article has.
    pub cuts: bool,
}

/// How articles have the same words of a speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The number of the echo.
    pub echo: usize,
    /// The member that the others are seen from, of this speaker: the fullest if it is, else the first.
    pub member: usize,
    /// The number of its article.
    pub article: usize,
    /// The member whose words tell this echo from others of the same fullest version: one that alters it, else the same as
    /// `member`.
    pub shown: usize,
    /// Each other article; none when one article has them twice.
    pub others: Vec<Other>,
}

/// How another article has the same words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// The number of the article.
    pub article: usize,
    /// How it has them.
    pub how: Echoed,
    /// To whom it ascribes them when that is somebody else, numbers in `Cast::speakers`.
    pub speakers: Vec<usize>,
}

/// Counts the quotes of `readings`, of which `cast` and `echoes` were gathered.
pub fn matrix(readings: &[&Reading], cast: &Cast, echoes: &[Echo]) -> Matrix {
    let sources = Sources::new(readings, cast);
    let row = |who: Who| Row {
        who,
        cells: vec![Cell::default(); readings.len()],
        echoes: Vec::new(),
    };
    let speakers = 0..cast.speakers.len();
    let mut rows: Vec<Row> = speakers.map(|number| row(Who::Speaker(number))).collect();
    rows.extend([row(Who::Unnamed), row(Who::Nobody)]);
    for (article, reading) in readings.iter().enumerate() {
        for (number, quote) in reading.quotes.iter().enumerate() {
            let whose = sources.whose(article, number);
            for row in rows.iter_mut().filter(|row| whose.contains(&row.who)) {
                if let Some(cell) = row.cells.get_mut(article) {
                    cell.quotes.push(number);
                    let kinds = cell.kind.into_iter().chain([quote.kind]);
                    cell.kind = kinds.min_by_key(|kind| strength(*kind));
                }
            }
        }
    }
    rows.retain(|row| row.count() > 0);
    rows.sort_by_key(|row| (row.rank(), Reverse(row.count())));
    for row in &mut rows {
        row.take(echoes, &sources);
    }
    Matrix { rows }
}

impl Row {
    /// How many quotes there are in all articles.
    pub fn count(&self) -> usize {
        self.cells.iter().map(|cell| cell.quotes.len()).sum()
    }

    fn rank(&self) -> usize {
        match self.who {
            Who::Speaker(_) => 0,
            Who::Unnamed => 1,
            Who::Nobody => 2,
        }
    }

    /// Takes those echoes that the speaker has a part in.
    fn take(&mut self, echoes: &[Echo], sources: &Sources<'_>) {
        for (number, echo) in echoes.iter().enumerate() {
            let is_own = |member: &&Member| {
                let whose = sources.whose(member.article, member.quote);
                whose.contains(&self.who)
            };
            // What is somebody's in one article need not be told again as nobody's.
            let named = echo.members.iter().any(|one| !one.speakers.is_empty());
            if self.who == Who::Nobody && named {
                continue;
            }
            let own: Vec<&Member> = echo.members.iter().filter(is_own).collect();
            let fullest_in = echo.members.get(echo.fullest).map(|one| one.article);
            let is_cut = |one: &&&Member| {
                one.kind == EchoKind::Cut && fullest_in.is_some_and(|from| from != one.article)
            };
            for member in own.iter().filter(is_cut) {
                if let Some(cell) = self.cells.get_mut(member.article) {
                    cell.cuts = true;
                }
            }
            self.echoes.extend(relation(number, echo, &own));
        }
        // What one article repeats tells less.
        self.echoes
            .sort_by_key(|relation| relation.others.is_empty());
    }
}

/// Whose quotes are.
struct Sources<'a> {
    cast: &'a Cast,
    /// Everybody whom an article names.
    named: HashSet<&'a str>,
}

impl<'a> Sources<'a> {
    fn new(readings: &[&'a Reading], cast: &'a Cast) -> Sources<'a> {
        let entities = readings.iter().flat_map(|reading| &reading.names.entities);
        Sources {
            cast,
            named: entities.map(|entity| entity.name.as_str()).collect(),
        }
    }

    /// All whose a quote is; none when that is doubtful.
    fn whose(&self, article: usize, quote: usize) -> Vec<Who> {
        let attribution = self.cast.attribution(article, quote);
        let Some(attribution) = attribution.filter(|one| one.speaker.is_some()) else {
            return vec![Who::Nobody];
        };
        if !attribution.is_sure() {
            return Vec::new();
        }
        let numbers = attribution.speakers();
        numbers.map(|number| self.who(number)).collect()
    }

    fn who(&self, speaker: usize) -> Who {
        let name = self.cast.speakers.get(speaker).map(|one| one.name.as_str());
        if name.is_some_and(|name| self.named.contains(name)) {
            Who::Speaker(speaker)
        } else {
            Who::Unnamed
        }
    }
}

fn strength(kind: QuoteKind) -> usize {
    match kind {
        QuoteKind::Direct => 0,
        QuoteKind::Mixed => 1,
        QuoteKind::Indirect => 2,
    }
}

/// How the articles of an echo stand to the speaker whose members are `own`.
fn relation(number: usize, echo: &Echo, own: &[&Member]) -> Option<Relation> {
    let fullest = echo.members.get(echo.fullest);
    let base = own
        .iter()
        .find(|member| Some(**member) == fullest)
        .or(own.first())?;
    let mut articles: Vec<usize> = echo.members.iter().map(|member| member.article).collect();
    articles.dedup();
    articles.retain(|&article| article != base.article);
    let others = articles.into_iter().map(|article| {
        let theirs = echo.members.iter().filter(|one| one.article == article);
        let otherwise = theirs.clone().find(|one| one.is_otherwise(base));
        let cut = |article: usize| echo.cut(article);
        let is_same = theirs.clone().all(|one| one.differing.is_empty())
            && base.differing.is_empty()
            && cut(article) == cut(base.article);
        Other {
            article,
            how: match otherwise {
                Some(_) => Echoed::Otherwise,
                None if is_same => Echoed::Same,
                None => Echoed::Altered,
            },
            speakers: otherwise
                .map(|one| one.speakers.clone())
                .unwrap_or_default(),
        }
    });
    let altered = own.iter().find(|one| one.kind == EchoKind::Altered);
    let place = |member: &Member| echo.members.iter().position(|one| one == member);
    Some(Relation {
        echo: number,
        member: place(base)?,
        article: base.article,
        shown: place(altered.unwrap_or(base))?,
        others: others.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Label};
    use crate::echo::echoes;
    use crate::speaker::cast;

    #[test]
    fn the_strongest_kind_and_the_number_of_quotes_stand_in_a_cell() {
        check(
            &[
                "“We will not sell the harbour,” Jane Doe said. “It is ours,” she said. Jane Doe said that it was late.",
                "Jane Doe said that the harbour was not for sale.",
                "It rained.",
            ],
            &["Jane Doe: d3 i1 -"],
        );
    }

    #[test]
    fn a_piece_is_a_cut_of_its_article() {
        check(
            &[
                "“We will not sell the old harbour to anybody, and that is the end of it,” Jane Doe said.",
                "Jane Doe said the town would “not sell the old harbour to anybody.”",
            ],
            &["Jane Doe: d1 m1c", "  0 1~"],
        );
    }

    #[test]
    fn the_same_words_of_somebody_else_stand_under_both() {
        check(
            &[
                "Jane Doe promised “robust security guarantees.” “It is late,” Jane Doe said.",
                "John Roe promised “robust security guarantees.”",
                "Jane Doe promised “robust security guarantees.”",
            ],
            &[
                "Jane Doe: d2 - d1",
                "  0 1!John Roe 2=",
                "John Roe: - d1 -",
                "  1 0!Jane Doe 2!Jane Doe",
            ],
        );
    }

    #[test]
    fn what_several_say_together_stands_under_each() {
        check(
            &[
                "“We will not sell the old harbour,” Jane Doe and John Roe said in a joint statement.",
            ],
            &["Jane Doe: d1", "John Roe: d1"],
        );
    }

    #[test]
    fn sources_without_a_name_share_a_row() {
        check(
            &[
                "“It is late now,” Jane Doe said.\n\n“It is over and done,” a senior official said.\n\n“Nobody asked us,” a harbour worker said.",
            ],
            &["Jane Doe: d1", "unnamed: d2"],
        );
    }

    /// Expects a line for each row and for each of its echoes.
    #[track_caller]
    fn check(texts: &[&str], expected: &[&str]) {
        let lead = "The council met for the first time since the long summer break this week.\n";
        let readings: Vec<Reading> = texts
            .iter()
            .map(|text| Reading::new(Article::plain(format!("{lead}{text}"), Label::default())))
            .collect();
        let readings: Vec<&Reading> = readings.iter().collect();
        let cast = cast(&readings);
        let mut shown = Vec::new();
        for row in matrix(&readings, &cast, &echoes(&readings, &cast)).rows {
            let name = match row.who {
                Who::Speaker(number) => cast.speakers[number].name.as_str(),
                Who::Unnamed => "unnamed",
                Who::Nobody => "nobody",
            };
            let cells: Vec<String> = row.cells.iter().map(cell).collect();
            shown.push(format!("{name}: {}", cells.join(" ")));
            for relation in row.echoes {
                let others = relation.others.iter().map(|other| {
                    let names = cast.listed(other.speakers.iter().copied());
                    let sign = other.how.sign();
                    format!(" {}{sign}{}", other.article, names.unwrap_or_default())
                });
                shown.push(format!(
                    "  {}{}",
                    relation.article,
                    others.collect::<String>()
                ));
            }
        }
        assert_eq!(shown, expected);
    }

    fn cell(cell: &Cell) -> String {
        let kind = match cell.kind {
            Some(QuoteKind::Direct) => "d",
            Some(QuoteKind::Mixed) => "m",
            Some(QuoteKind::Indirect) => "i",
            None => return "-".to_owned(),
        };
        let cuts = if cell.cuts { "c" } else { "" };
        format!("{kind}{}{cuts}", cell.quotes.len())
    }
}
