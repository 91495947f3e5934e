//! Searching: by words, ranked; by who is quoted, published, wrote; by how an article stands with the reader.

mod expression;
mod filter;
mod words;

use std::collections::BTreeSet;

use rusqlite::{Connection, Row, params_from_iter};

use super::content::load;
use super::{ArticleId, Store, Trouble};
use crate::query::{Hit, Query, Said, Sought};
use crate::text::Span;
use expression::{in_article, in_quotes};
use filter::Conditions;

pub(super) use words::stems;

/// How many of the newest articles that have the words are ranked: of a word that a hundred thousand have, ranking all would
/// take longer than a reader waits.
const RANKED: i64 = 1_000;

/// How many of the newest articles are asked whether many fulfil the conditions, and how many of these are few.
const ASKED: i64 = 2_000;
const FEW: i64 = 100;

impl Store {
    /// The articles that a query asks for, `most` of them at most: the best first when there are words (BM25, with those of
    /// the title counting eight times; of quotes the shortest, for each has all words), else the newest, and last what has no
    /// date. Of more than 1,000 that have the words, the 1,000 that came last are ranked; no more are found. Whatever is asked
    /// for, it is no error.
    ///
    /// # Errors
    /// When the library can't be read, and when this was [stopped](super::Interrupter::stop).
    pub fn search(&self, query: &Query, most: usize) -> Result<Vec<(ArticleId, Hit)>, Trouble> {
        self.read(|connection| {
            let found = match in_quotes(query).first() {
                Some(quote) => quotes(connection, query, quote)?,
                None => articles(connection, query)?,
            };
            let wanted = Sought::new(query.wanted());
            let mut hits = Vec::new();
            for found in found.into_iter().take(most) {
                let hit = hit(connection, &found, &wanted)?;
                hits.extend(hit.map(|hit| (found.id, hit)));
            }
            Ok(hits)
        })
    }
}

struct Found {
    id: ArticleId,
    /// The lower, the better.
    rank: f64,
    /// The quote that was found.
    quote: Option<i64>,
}

fn found(row: &Row<'_>) -> rusqlite::Result<Found> {
    Ok(Found {
        id: ArticleId(row.get(0)?),
        rank: row.get(1)?,
        quote: row.get(2)?,
    })
}

fn articles(connection: &Connection, query: &Query) -> rusqlite::Result<Vec<Found>> {
    let conditions = Conditions::of(query);
    let words = in_article(query);
    let rest = &conditions.sql;
    let sql = if words.is_none() {
        format!(
            "SELECT a.id, 0.0, NULL FROM article a WHERE TRUE {rest} ORDER BY a.day DESC, a.id DESC LIMIT {RANKED}"
        )
    } else if are_few(connection, &conditions)? {
        // Those that fulfil the conditions are listed first: one by one they would be asked of all that have the words.
        format!(
            "SELECT searched.rowid, bm25(searched, 8, 1, 8, 1), NULL FROM searched WHERE searched MATCH ? \
             AND +searched.rowid IN (SELECT a.id FROM article a WHERE TRUE {rest}) \
             ORDER BY searched.rowid DESC LIMIT {RANKED}"
        )
    } else {
        format!(
            "SELECT a.id, bm25(searched, 8, 1, 8, 1), NULL FROM searched CROSS JOIN article a ON a.id = searched.rowid \
             WHERE searched MATCH ? {rest} ORDER BY searched.rowid DESC LIMIT {RANKED}"
        )
    };
    ranked(connection, &sql, words.into_iter().chain(conditions.values))
}

/// Whether few articles fulfil the conditions, by the newest: with them a search begins.
fn are_few(connection: &Connection, conditions: &Conditions) -> rusqlite::Result<bool> {
    if conditions.sql.is_empty() {
        return Ok(false);
    }
    let sql = format!(
        "SELECT count(*) < {FEW} FROM (SELECT * FROM article ORDER BY id DESC LIMIT {ASKED}) a WHERE TRUE {}",
        conditions.sql
    );
    let mut query = connection.prepare_cached(&sql)?;
    query.query_row(params_from_iter(&conditions.values), |row| row.get(0))
}

/// Articles with the best quote of each. BM25 would weigh the words by how rare they are among all quotes, which takes long to
/// find out and is the same for each.
fn quotes(connection: &Connection, query: &Query, quote: &str) -> rusqlite::Result<Vec<Found>> {
    let conditions = Conditions::of(query);
    let has_words = query.wanted().next().is_some();
    let rank = if has_words { "length(q.text)" } else { "0" };
    let sql = format!(
        "SELECT a.id, CAST({rank} AS REAL), q.id FROM quoted CROSS JOIN quote q ON q.id = quoted.rowid \
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
    rows.sort_by(|one, other| one.rank.total_cmp(&other.rank));
    Ok(rows)
}

fn hit(connection: &Connection, found: &Found, wanted: &Sought) -> rusqlite::Result<Option<Hit>> {
    let Some(article) = load(connection, found.id)? else {
        return Ok(None);
    };
    let text = &article.text;
    let said = match found.quote {
        Some(id) => said(connection, "id = ?", id, |_| true)?,
        None if wanted.is_empty() => None,
        None => said(connection, "article = ?", found.id.0, |words| {
            wanted.all_in(words)
        })?,
    };
    let hit = match said {
        Some(said) => Hit::said(text, said, wanted),
        None => Hit::passage(
            &article,
            &wanted.places(text, Span::new(0, text.len())),
            wanted,
        ),
    };
    Ok(Some(Hit {
        outlet: article.label.outlet().to_owned(),
        path: article.label.path,
        title: article.title.text,
        date: article.label.date,
        ..hit
    }))
}

/// The first quote that is meant and asked for.
fn said(
    connection: &Connection,
    meant: &str,
    id: i64,
    is_asked_for: impl Fn(&str) -> bool,
) -> rusqlite::Result<Option<Said>> {
    let sql = format!("SELECT text, speaker, first, past FROM quote WHERE {meant} ORDER BY id");
    let mut query = connection.prepare_cached(&sql)?;
    let mut rows = query.query([id])?;
    while let Some(row) = rows.next()? {
        let words = row.get_ref(0)?.as_str()?;
        if is_asked_for(words) {
            let place = |at| {
                row.get::<_, i64>(at)
                    .map(|at| usize::try_from(at).unwrap_or_default())
            };
            let (first, past) = (place(2)?, place(3)?);
            let said = Said {
                speaker: row.get(1)?,
                span: Span::new(first, past.max(first)),
            };
            return Ok(Some(said));
        }
    }
    Ok(None)
}
