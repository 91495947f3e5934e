//! Searching: by words, ranked; by who is quoted, published, wrote; by how an article stands with the reader.

mod expression;
mod filter;
mod snippet;

use std::collections::BTreeSet;

use rusqlite::{Connection, Row, params, params_from_iter};

use super::content::load;
use super::{ArticleId, Store, Trouble};
use crate::query::Query;
use crate::text::Span;
use expression::{in_article, in_quote};
use filter::Conditions;
use snippet::{Sought, excerpt, opening};

pub use snippet::Snippet;
pub(super) use snippet::stems;

/// An article that was searched for.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Which.
    pub id: ArticleId,
    /// Its title.
    pub title: String,
    /// Its outlet, or a short name.
    pub outlet: String,
    /// When it appeared, if that is known.
    pub date: Option<String>,
    /// Whether it was read.
    pub is_read: bool,
    /// Where in it what was searched for stands.
    pub spot: Spot,
    /// Some words from there.
    pub snippet: Snippet,
    /// How well it answers: the lower, the better (BM25, with words of the title counting eight times).
    pub rank: f64,
}

/// Where in an article something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// No words were looked for.
    Whole,
    /// In the title.
    Title,
    /// In the text: the first of the words.
    Text(Span),
    /// In a quote.
    Quote {
        /// Its number in `Reading::quotes`.
        number: usize,
        /// Whose it is, if that is sure.
        speaker: Option<String>,
        /// Where it stands.
        span: Span,
    },
}

/// How many of the newest articles that have the words are ranked: of a word that a hundred thousand have, ranking all would
/// take longer than a reader waits.
const RANKED: i64 = 2_000;

/// What is shown of an article; the rank comes behind, and for a quote its id.
const COLUMNS: &str = "a.id, a.title, a.outlet, a.date, a.is_read";

impl Store {
    /// The articles that a query asks for, `most` of them at most: the best first when there are words, else the newest. Of
    /// more than 2,000 that have the words, the 2,000 that came last are ranked.
    ///
    /// With `is_typing` the last word may be the beginning of one. Whatever is typed, it is no error.
    ///
    /// # Errors
    /// When the library can't be read, and when this was [stopped](super::Interrupter::stop).
    pub fn search(&self, query: &Query, most: usize, is_typing: bool) -> Result<Vec<Hit>, Trouble> {
        self.read(|connection| {
            let found = match in_quote(query, is_typing) {
                Some(quote) => quotes(connection, query, &quote)?,
                None => articles(connection, query, is_typing)?,
            };
            let sought = Sought::of(query, is_typing);
            let best = found.into_iter().take(most);
            best.map(|row| hit(connection, row, &sought)).collect()
        })
    }
}

struct Found {
    id: ArticleId,
    title: String,
    outlet: String,
    date: Option<String>,
    is_read: bool,
    rank: f64,
    quote: Option<i64>,
}

fn found(row: &Row<'_>) -> rusqlite::Result<Found> {
    Ok(Found {
        id: ArticleId(row.get(0)?),
        title: row.get(1)?,
        outlet: row.get(2)?,
        date: row.get(3)?,
        is_read: row.get(4)?,
        rank: row.get(5)?,
        quote: row.get(6)?,
    })
}

fn articles(
    connection: &Connection,
    query: &Query,
    is_typing: bool,
) -> rusqlite::Result<Vec<Found>> {
    let conditions = Conditions::of(query);
    let words = in_article(query, is_typing);
    let rest = &conditions.sql;
    let sql = if words.is_some() {
        format!(
            "SELECT {COLUMNS}, bm25(searched, 8, 1, 8, 1), NULL FROM searched CROSS JOIN article a ON a.id = searched.rowid \
             WHERE searched MATCH ? {rest} ORDER BY searched.rowid DESC LIMIT {RANKED}"
        )
    } else {
        format!(
            "SELECT {COLUMNS}, 0.0, NULL FROM article a WHERE TRUE {rest} ORDER BY a.id DESC LIMIT {RANKED}"
        )
    };
    ranked(connection, &sql, words.into_iter().chain(conditions.values))
}

/// Articles with the best quote of each.
fn quotes(connection: &Connection, query: &Query, quote: &str) -> rusqlite::Result<Vec<Found>> {
    let conditions = Conditions::of(query);
    let sql = format!(
        "SELECT {COLUMNS}, bm25(quoted, 1, 1, 1), q.id FROM quoted CROSS JOIN quote q ON q.id = quoted.rowid \
         CROSS JOIN article a ON a.id = q.article \
         WHERE quoted MATCH ? {} ORDER BY quoted.rowid DESC LIMIT {RANKED}",
        conditions.sql
    );
    let mut seen = BTreeSet::new();
    let values = [quote.to_owned()].into_iter().chain(conditions.values);
    let mut found = ranked(connection, &sql, values)?;
    found.retain(|one| seen.insert(one.id));
    Ok(found)
}

fn ranked(
    connection: &Connection,
    sql: &str,
    values: impl Iterator<Item = String>,
) -> rusqlite::Result<Vec<Found>> {
    let mut query = connection.prepare_cached(sql)?;
    let rows = query.query_map(params_from_iter(values), found)?;
    let mut rows: Vec<Found> = rows.collect::<rusqlite::Result<_>>()?;
    rows.sort_by(|one, other| one.rank.total_cmp(&other.rank).then(other.id.cmp(&one.id)));
    Ok(rows)
}

fn hit(connection: &Connection, found: Found, sought: &Sought) -> rusqlite::Result<Hit> {
    let (spot, snippet) = match found.quote {
        Some(quote) => of_quote(connection, quote, sought)?,
        None => of_article(connection, &found, sought)?,
    };
    Ok(Hit {
        id: found.id,
        title: found.title,
        outlet: found.outlet,
        date: found.date,
        is_read: found.is_read,
        spot,
        snippet,
        rank: found.rank,
    })
}

fn of_quote(
    connection: &Connection,
    id: i64,
    sought: &Sought,
) -> rusqlite::Result<(Spot, Snippet)> {
    let mut query = connection
        .prepare_cached("SELECT number, speaker, first, past, text FROM quote WHERE id = ?")?;
    query.query_row([id], |row| {
        let text: String = row.get(4)?;
        let lit = sought.places(&text);
        let snippet = if lit.is_empty() {
            opening(&text)
        } else {
            excerpt(&text, &lit)
        };
        Ok((spot_of(row)?, snippet))
    })
}

fn spot_of(row: &Row<'_>) -> rusqlite::Result<Spot> {
    let number = |at| {
        row.get::<_, i64>(at)
            .map(|number| usize::try_from(number).unwrap_or_default())
    };
    let (first, past) = (number(2)?, number(3)?);
    Ok(Spot::Quote {
        number: number(0)?,
        speaker: row.get(1)?,
        span: Span::new(first, past.max(first)),
    })
}

fn of_article(
    connection: &Connection,
    found: &Found,
    sought: &Sought,
) -> rusqlite::Result<(Spot, Snippet)> {
    let Some(article) = load(connection, found.id)? else {
        return Ok((Spot::Whole, Snippet::default()));
    };
    let text = &article.text;
    let body = article.body();
    let first = body.first().map_or(text.as_str(), |span| span.of(text));
    if sought.is_empty() {
        return Ok((Spot::Whole, opening(first)));
    }
    let lit = sought.places(text);
    let in_title = sought.places(&found.title);
    let kinds = |lit: &[(Span, usize)]| {
        let each: BTreeSet<usize> = lit.iter().map(|(_, which)| *which).collect();
        each.len()
    };
    if lit.is_empty() || kinds(&in_title) > kinds(&lit) {
        let snippet = if in_title.is_empty() {
            opening(first)
        } else {
            excerpt(&found.title, &in_title)
        };
        return Ok((Spot::Title, snippet));
    }
    let snippet = excerpt(text, &lit);
    let at = i64::try_from(snippet.first.start).unwrap_or(i64::MAX);
    let mut quotes = connection.prepare_cached(
        "SELECT number, speaker, first, past FROM quote WHERE article = ?1 AND first <= ?2 AND ?2 < past ORDER BY first DESC",
    )?;
    let mut rows = quotes.query(params![found.id.0, at])?;
    let spot = match rows.next()? {
        Some(row) => spot_of(row)?,
        None => Spot::Text(snippet.first),
    };
    Ok((spot, snippet))
}
