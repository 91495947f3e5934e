//! What came of an article, and how it is shown with the reader's labels.

use rusqlite::types::{FromSqlError, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::sealed::{seal, unseal};
use super::{ArticleId, marks};
use crate::article::{Article, Block, Fingerprint, Label, Language, Title, TitleOrigin, date};
use crate::text::Span;

/// Keeps the text of an article and what came with it.
pub(super) fn store_content(
    transaction: &Transaction<'_>,
    id: ArticleId,
    article: &Article,
    text: Fingerprint,
) -> rusqlite::Result<()> {
    let shape = (&article.blocks, article.dateline, article.language);
    transaction
        .prepare_cached(
            "INSERT OR REPLACE INTO content (article, path, short, title, origin, text, shape) VALUES (?, '', '', '', 0, ?, ?)",
        )?
        .execute(params![id.0, article.text, seal(&made_of(&text), &shape)])?;
    store_labels(transaction, id, &article.label, &article.title)
}

/// Keeps what came with a text that lies in several places. None takes away what came from another: what one does not know
/// is taken from the other, and on what both know the place has the last word that the text came from first. Else they would
/// take turns each time they are read.
pub(super) fn add_labels(
    transaction: &Transaction<'_>,
    id: ArticleId,
    article: &Article,
) -> rusqlite::Result<()> {
    let Some(known) = came(transaction, id)? else {
        return Ok(());
    };
    let is_first = known.label.path == article.label.path;
    let (known, came) = (
        (known.label, known.title),
        (article.label.clone(), article.title.clone()),
    );
    let ((mut label, mut title), (other, other_title)) = if is_first {
        (came, known)
    } else {
        (known, came)
    };
    label.complete(other);
    if title.origin != TitleOrigin::Given && other_title.origin == TitleOrigin::Given {
        title = other_title;
    }
    store_labels(transaction, id, &label, &title)
}

/// Keeps what came with a text.
pub(super) fn store_labels(
    transaction: &Transaction<'_>,
    id: ArticleId,
    label: &Label,
    title: &Title,
) -> rusqlite::Result<()> {
    let Label {
        path,
        short,
        outlet,
        author,
        date,
        url,
        ..
    } = label;
    let Title { text, origin } = title;
    transaction
        .prepare_cached(
            "UPDATE content SET path = ?, short = ?, title = ?, origin = ?, outlet = ?, author = ?, date = ?, url = ? \
             WHERE article = ?",
        )?
        .execute(params![path, short, text, *origin as i64, outlet, author, date, url, id.0])?;
    Ok(())
}

/// Shows an article by what came with it and the reader's labels. It is indexed anew when that is something else than before.
pub(super) fn refresh(
    transaction: &Transaction<'_>,
    tick: i64,
    id: ArticleId,
) -> rusqlite::Result<()> {
    let Some(article) = load(transaction, id)? else {
        return Ok(());
    };
    let Label {
        author, date, url, ..
    } = &article.label;
    let words = i64::try_from(article.word_count())
        .unwrap_or(i64::MAX)
        .min(u32::MAX.into());
    transaction
        .prepare_cached(
            "UPDATE article SET title = ?1, origin = ?2, outlet = ?3, author = ?4, date = ?5, day = ?6, url = ?7, words = ?8, \
             is_stale = is_stale OR title <> ?1 OR outlet <> ?3, tick = ?9 WHERE id = ?10 AND \
             (title, origin, outlet, author, date, url, words) IS NOT (?1, ?2, ?3, ?4, ?5, ?7, ?8)",
        )?
        .execute(params![
            article.title.text,
            article.title.origin as i64,
            article.label.outlet(),
            author,
            date,
            date.as_deref().and_then(date::day),
            url,
            words,
            tick,
            id.0
        ])?;
    Ok(())
}

/// An article as it came.
fn came(connection: &Connection, id: ArticleId) -> rusqlite::Result<Option<Article>> {
    let mut content = connection.prepare_cached(
        "SELECT path, short, title, origin, outlet, author, date, url, text, shape FROM content WHERE article = ?",
    )?;
    content.query_row([id.0], content_of).optional()
}

/// An article, with the reader's labels.
pub(super) fn load(connection: &Connection, id: ArticleId) -> rusqlite::Result<Option<Article>> {
    let Some(mut article) = came(connection, id)? else {
        return Ok(None);
    };
    for (field, value) in marks::labels(connection, Fingerprint::of(&article.text))? {
        marks::apply(&mut article, field, &value);
    }
    Ok(Some(article))
}

fn content_of(row: &Row<'_>) -> rusqlite::Result<Article> {
    let (title, origin): (String, _) = (row.get(2)?, origin_of(row.get(3)?));
    let label = Label {
        path: row.get(0)?,
        short: row.get(1)?,
        title: (origin == TitleOrigin::Given).then(|| title.clone()),
        outlet: row.get(4)?,
        author: row.get(5)?,
        date: row.get(6)?,
        url: row.get(7)?,
    };
    let text: String = row.get(8)?;
    let shape: Option<(Vec<Block>, Option<Span>, Language)> = unseal(
        &made_of(&Fingerprint::of(&text)),
        row.get_ref(9)?.as_blob()?,
    );
    Ok(match shape {
        Some((blocks, dateline, language)) => Article {
            label,
            title: Title {
                text: title,
                origin,
            },
            text,
            blocks,
            dateline,
            language,
        },
        // Damaged: the text is still there.
        None => Article {
            title: Title {
                text: title,
                origin,
            },
            ..Article::plain(text, label)
        },
    })
}

/// What the blocks of a text are made of: the number changes with their form.
fn made_of(text: &Fingerprint) -> [&[u8]; 2] {
    [b"shape 1", text.bytes()]
}

/// The fingerprint in a column.
pub(super) fn fingerprint(value: ValueRef<'_>) -> rusqlite::Result<Fingerprint> {
    let bytes = <[u8; 32]>::try_from(value.as_blob()?).map_err(|_| FromSqlError::InvalidType)?;
    Ok(Fingerprint::from(bytes))
}

/// The origin of a title, by its number in the tables.
pub(super) fn origin_of(number: i64) -> TitleOrigin {
    let origins = [TitleOrigin::Given, TitleOrigin::Headline, TitleOrigin::Lead];
    let origin = origins.into_iter().find(|origin| *origin as i64 == number);
    origin.unwrap_or(TitleOrigin::Lead)
}
