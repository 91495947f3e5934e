//! Who is quoted in which article, and how: speakers in rows, articles in columns.
//!
//! What is doubtful counts for nobody, what several say together for each of them. Sources that are described, not named
//! (*a senior official*), share a row, and so do quotes for which the text tells nobody.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use crate::echo::{Echo, EchoKind, Echoed, Paraphrase, QuotePlace};
use crate::quote::QuoteKind;
use crate::reading::Reading;
use crate::speaker::Cast;
use crate::text::Span;

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

/// How articles have the same words of a speaker, or tell them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The words.
    pub seen: Seen,
    /// The number of the article that the others are seen from.
    pub article: usize,
    /// Each other article; none when one article has them twice.
    pub others: Vec<Other>,
}

/// What a relation is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Words that several quotes have.
    Echo {
        /// The number of the echo.
        echo: usize,
        /// The member that the others are seen from, of this speaker: the fullest if it is, else the first.
        member: usize,
        /// How many members are this speaker's.
        own: usize,
        /// The member whose words tell this echo from others of the same fullest version: one that alters it, else the
        /// same as `member`.
        shown: usize,
    },
    /// A quote that others only tell in their own words.
    Quote(QuotePlace),
}

/// How another article has the same words, or tells them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// The number of the article.
    pub article: usize,
    /// How it has them.
    pub how: Echoed,
    /// To whom it ascribes them when that is somebody else, numbers in `Cast::speakers`.
    pub speakers: Vec<usize>,
    /// Where it only tells them, the number of the quote that does so first.
    pub told: Option<usize>,
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
    for paraphrase in paraphrases {
        let QuotePlace { article, quote } = paraphrase.quoted;
        for who in whose(cast, article, quote) {
            let row = numbers.get(&who).and_then(|&at| rows.get_mut(at));
            if let Some(row) = row {
                row.take_told(paraphrase, cast, echoes);
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
        if strength(kind) < strength(cell.kind) {
            cell.kind = kind;
        }
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
        self.echoes.extend(relation(number, echo, own));
    }

    /// Takes what tells a quote of the speaker, to the same words of others where there are any.
    fn take_told(&mut self, paraphrase: &Paraphrase, cast: &Cast, echoes: &[Echo]) {
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
        let is_of_it = |relation: &&mut Relation| relation.place(echoes) == Some(paraphrase.quoted);
        match self.echoes.iter_mut().find(is_of_it) {
            Some(relation) => relation.others.extend(others),
            None => self.echoes.push(Relation {
                seen: Seen::Quote(paraphrase.quoted),
                article: paraphrase.quoted.article,
                others,
            }),
        }
    }
}

impl Relation {
    /// The quote that the others are seen from.
    pub fn place(&self, echoes: &[Echo]) -> Option<QuotePlace> {
        match self.seen {
            Seen::Echo { echo, member, .. } => Some(echoes.get(echo)?.members.get(member)?.place()),
            Seen::Quote(place) => Some(place),
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

fn strength(kind: QuoteKind) -> usize {
    match kind {
        QuoteKind::Direct => 0,
        QuoteKind::Mixed => 1,
        QuoteKind::Indirect => 2,
    }
}

/// How the articles of an echo stand to the speaker whose members are `own`.
fn relation(number: usize, echo: &Echo, own: &[usize]) -> Option<Relation> {
    let fullest = own.iter().find(|&&member| member == echo.fullest);
    let member = *fullest.or(own.first())?;
    let base = echo.members.get(member)?;
    let cuts = echo.cuts.iter();
    let cuts: HashMap<usize, &[Span]> = cuts
        .map(|cut| (cut.article, cut.missing.as_slice()))
        .collect();
    let cut = |article: usize| cuts.get(&article).copied().unwrap_or_default();
    let articles = echo.members.chunk_by(|a, b| a.article == b.article);
    let others = articles.filter_map(|theirs| {
        let article = theirs.first()?.article;
        if article == base.article {
            return None;
        }
        let otherwise = theirs.iter().find(|one| one.is_otherwise(base));
        let is_same = theirs.iter().all(|one| one.differing.is_empty())
            && base.differing.is_empty()
            && cut(article) == cut(base.article);
        Some(Other {
            article,
            how: match otherwise {
                Some(_) => Echoed::Otherwise,
                None if is_same => Echoed::Same,
                None => Echoed::Altered,
            },
            speakers: otherwise
                .map(|one| one.speakers.clone())
                .unwrap_or_default(),
            told: None,
        })
    });
    let is_altered = |place: &&usize| {
        let member = echo.members.get(**place);
        member.is_some_and(|one| one.kind == EchoKind::Altered)
    };
    let seen = Seen::Echo {
        echo: number,
        member,
        own: own.len(),
        shown: *own.iter().find(is_altered).unwrap_or(&member),
    };
    Some(Relation {
        seen,
        article: base.article,
        others: others.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alignment::align_all;
    use crate::article::{Article, Label};
    use crate::echo::{echoes, paraphrases};
    use crate::speaker::cast;
    use crate::story::{NEAREST, neighbours};

    #[test]
    fn the_strongest_kind_and_the_number_of_quotes_stand_in_a_cell() {
        check(
            &[
                "“We will not sell the harbour,” Jane Doe said. “It is ours,” she said. Jane Doe said that it was late.",
                "Jane Doe said that the harbour was not for sale.",
                "It rained.",
            ],
            &["Jane Doe: d3 i1 -", "  0 1>"],
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

    #[test]
    fn unnamed_sources_have_a_cell_in_each_article_that_quotes_one() {
        check(
            &[
                "“It is over and done,” a senior official said.\n\n“Nobody asked us,” a harbour worker said.",
                "It rained.",
                "“It was late,” a senior official said.",
            ],
            &["unnamed: d2 - d1"],
        );
    }

    #[test]
    fn what_is_told_in_other_words_stands_below_the_speaker() {
        let told = "Jane Doe said that the town would never sell its old harbour to investors.";
        check(
            &[
                "“We will never sell the old harbour to investors,” Jane Doe said.",
                told,
                "It rained.",
                told,
            ],
            &["Jane Doe: d1 i1 - i1", "  0 1> 3>"],
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
        let echoes = echoes(&readings, &cast);
        let pairs = neighbours(&readings, NEAREST);
        let alignments = align_all(&readings, &cast, pairs);
        let paraphrases = paraphrases(&readings, &cast, &echoes, &alignments);
        let mut shown = Vec::new();
        for row in table(&readings, &cast, &echoes, &paraphrases).rows {
            let name = match row.who {
                Who::Speaker(number) => cast.speakers[number].name.as_str(),
                Who::Unnamed => "unnamed",
                Who::Nobody => "nobody",
            };
            let articles = 0..readings.len();
            let cells: Vec<String> = articles
                .map(|article| cell(row.cells.get(&article)))
                .collect();
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

    fn cell(cell: Option<&Cell>) -> String {
        let Some(cell) = cell else {
            return "-".to_owned();
        };
        let kind = match cell.kind {
            QuoteKind::Direct => "d",
            QuoteKind::Mixed => "m",
            QuoteKind::Indirect => "i",
        };
        let cuts = if cell.cuts { "c" } else { "" };
        format!("{kind}{}{cuts}", cell.quotes.len())
    }
}
