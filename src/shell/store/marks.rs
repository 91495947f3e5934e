//! What the reader made of articles.

use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::article::with_text;
use super::content::{fingerprint, refresh};
use super::{Store, Trouble};
use crate::annotation::{Annotation, Body, Change, Dated, Field, Place, Target, carried};
use crate::article::{Article, Fingerprint, TitleOrigin};
use crate::shell::clock::now;
use crate::text::Span;

const COLUMNS: &str = "kind, value, fingerprint, first, past, exact, words_before, words_after, with_fingerprint, with_first, \
                       with_past, with_exact, with_words_before, with_words_after, made, id";

impl Store {
    /// What the reader made, in the order in which it was made; without which articles were read: see [`Store::cards`].
    ///
    /// # Errors
    /// When the library can't be read.
    pub fn annotations(&self) -> Result<Vec<Annotation>, Trouble> {
        let all = self.read(|connection| found(connection, "TRUE", None))?;
        Ok(all.into_iter().map(|(_, one)| one.annotation).collect())
    }

    /// The same with the times at which they were made, and last which articles were read.
    ///
    /// # Errors
    /// When the library can't be read.
    pub fn dated_annotations(&self) -> Result<Vec<Dated>, Trouble> {
        self.read(|connection| {
            let marks = found(connection, "TRUE", None)?;
            let mut seen = connection
                .prepare("SELECT fingerprint, made FROM seen ORDER BY made, fingerprint")?;
            let seen = seen.query_map([], |row| {
                let target = Target::whole(fingerprint(row.get_ref(0)?)?);
                let annotation = Annotation {
                    target,
                    body: Body::Read,
                };
                Ok(Dated {
                    annotation,
                    made: row.get(1)?,
                })
            })?;
            let marks = marks.into_iter().map(|(_, one)| Ok(one));
            marks.chain(seen).collect()
        })
    }

    /// Makes a change. Once this returns it outlives whatever happens.
    ///
    /// # Errors
    /// When the library can't be written; it is then as it was.
    pub fn change(&mut self, change: &Change) -> Result<(), Trouble> {
        self.change_all(std::slice::from_ref(change))
    }

    /// Makes changes, all or none. Once this returns they outlive whatever happens.
    ///
    /// # Errors
    /// When the library can't be written; it is then as it was.
    pub fn change_all(&mut self, changes: &[Change]) -> Result<(), Trouble> {
        let made = now();
        self.write(|transaction, tick| {
            changes.iter().try_for_each(|change| match change {
                Change::Keep(annotation) => keep(transaction, tick, annotation, &made),
                Change::Drop(annotation) => drop_mark(transaction, tick, annotation),
            })
        })
    }

    /// Takes in what was made in another library, or in this one before; says how many were new. Of two that say the same sort
    /// of thing of the same place the later one counts; of two notes both are kept, one below the other.
    ///
    /// # Errors
    /// When the library can't be written; it is then as it was.
    pub fn merge(&mut self, marks: &[Dated]) -> Result<usize, Trouble> {
        self.write(|transaction, tick| {
            let mut new = 0;
            for mark in marks {
                new += usize::from(merge(transaction, tick, mark)?);
            }
            Ok(new)
        })
    }
}

fn keep(
    transaction: &Transaction<'_>,
    tick: i64,
    annotation: &Annotation,
    made: &str,
) -> rusqlite::Result<()> {
    drop_mark(transaction, tick, annotation)?;
    if annotation.body == Body::Read {
        let sql = "INSERT INTO seen (fingerprint, made) VALUES (?, ?)";
        transaction
            .prepare_cached(sql)?
            .execute(params![annotation.target.text.bytes(), made])?;
        return set_read(transaction, tick, annotation.target.text);
    }
    let Annotation { target, body } = annotation;
    let sql = "INSERT INTO mark (kind, value, fingerprint, first, past, exact, words_before, words_after, with_fingerprint, \
               with_first, with_past, with_exact, with_words_before, with_words_after, made) \
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    let (place, with) = (target.place.as_ref(), body.with());
    let other = with.and_then(|with| with.place.as_ref());
    transaction.prepare_cached(sql)?.execute(params![
        body.kind(),
        body.value(),
        target.text.bytes(),
        place.map(first),
        place.map(past),
        place.map(|place| &place.exact),
        place.map(|place| &place.before),
        place.map(|place| &place.after),
        with.map(|with| with.text.bytes()),
        other.map(first),
        other.map(past),
        other.map(|place| &place.exact),
        other.map(|place| &place.before),
        other.map(|place| &place.after),
        made
    ])?;
    label_changed(transaction, tick, annotation)
}

fn first(place: &Place) -> i64 {
    i64::try_from(place.span.start).unwrap_or(i64::MAX)
}

fn past(place: &Place) -> i64 {
    i64::try_from(place.span.end).unwrap_or(i64::MAX)
}

fn drop_mark(
    transaction: &Transaction<'_>,
    tick: i64,
    annotation: &Annotation,
) -> rusqlite::Result<()> {
    let text = annotation.target.text;
    if annotation.body == Body::Read {
        transaction
            .prepare_cached("DELETE FROM seen WHERE fingerprint = ?")?
            .execute([text.bytes()])?;
        return set_read(transaction, tick, text);
    }
    transaction
        .prepare_cached("UPDATE tick SET marks = value")?
        .execute([])?;
    for (id, other) in about(transaction, text)? {
        if annotation.replaces(&other.annotation) {
            transaction
                .prepare_cached("DELETE FROM mark WHERE id = ?")?
                .execute([id])?;
        }
    }
    label_changed(transaction, tick, annotation)
}

fn set_read(transaction: &Transaction<'_>, tick: i64, text: Fingerprint) -> rusqlite::Result<()> {
    let sql = "UPDATE article SET is_read = (fingerprint IN (SELECT fingerprint FROM seen)), tick = ? WHERE fingerprint = ?";
    transaction
        .prepare_cached(sql)?
        .execute(params![tick, text.bytes()])
        .map(drop)
}

fn label_changed(
    transaction: &Transaction<'_>,
    tick: i64,
    annotation: &Annotation,
) -> rusqlite::Result<()> {
    let is_label = matches!(annotation.body, Body::Label(..));
    let article = with_text(transaction, annotation.target.text)?.filter(|_| is_label);
    article.map_or(Ok(()), |article| refresh(transaction, tick, article))
}

/// Says whether anything is new.
fn merge(transaction: &Transaction<'_>, tick: i64, mark: &Dated) -> rusqlite::Result<bool> {
    let annotation = &mark.annotation;
    if annotation.body == Body::Read {
        let known = is_read(transaction, annotation.target.text)?;
        return if known {
            Ok(false)
        } else {
            keep(transaction, tick, annotation, &mark.made).map(|()| true)
        };
    }
    let known = about(transaction, annotation.target.text)?;
    let Some((_, known)) = known
        .into_iter()
        .find(|(_, known)| annotation.replaces(&known.annotation))
    else {
        return keep(transaction, tick, annotation, &mark.made).map(|()| true);
    };
    match known.merged(mark) {
        Some(both) => keep(transaction, tick, &both.annotation, &both.made).map(|()| true),
        None => Ok(false),
    }
}

/// All that is said of a text, from either side of a tie.
fn about(connection: &Connection, text: Fingerprint) -> rusqlite::Result<Vec<(i64, Dated)>> {
    found(
        connection,
        "fingerprint = ?1 OR with_fingerprint = ?1",
        Some(text),
    )
}

fn found(
    connection: &Connection,
    wanted: &str,
    of: Option<Fingerprint>,
) -> rusqlite::Result<Vec<(i64, Dated)>> {
    let sql = format!("SELECT {COLUMNS} FROM mark WHERE {wanted} ORDER BY id");
    let mut query = connection.prepare_cached(&sql)?;
    let of = of.as_ref().map(Fingerprint::bytes);
    let rows = query.query_map(rusqlite::params_from_iter(of), |row| {
        Ok((row.get(15)?, mark(row)?))
    })?;
    let read = rows.filter_map(|row: rusqlite::Result<(i64, Option<Dated>)>| match row {
        Ok((id, mark)) => Some(Ok((id, mark?))),
        Err(why) => Some(Err(why)),
    });
    read.collect()
}

/// `None` for a kind that only a newer program knows: it stays where it is.
fn mark(row: &Row<'_>) -> rusqlite::Result<Option<Dated>> {
    let kind: String = row.get(0)?;
    let with = match row.get_ref(8)? {
        rusqlite::types::ValueRef::Null => None,
        text => Some(Target {
            text: fingerprint(text)?,
            place: place(row, 9)?,
        }),
    };
    let target = Target {
        text: fingerprint(row.get_ref(2)?)?,
        place: place(row, 3)?,
    };
    let body = Body::of(&kind, row.get(1)?, with);
    let made = row.get(14)?;
    Ok(body.map(|body| Dated {
        annotation: Annotation { target, body },
        made,
    }))
}

/// The place in five columns from `at` on.
fn place(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<Place>> {
    let ends: Option<usize> = row
        .get::<_, Option<i64>>(at)?
        .and_then(|start| usize::try_from(start).ok());
    let Some(start) = ends else {
        return Ok(None);
    };
    let end = usize::try_from(row.get::<_, i64>(at + 1)?).unwrap_or_default();
    Ok(Some(Place {
        span: Span::new(start, end.max(start)),
        exact: row.get(at + 2)?,
        before: row.get(at + 3)?,
        after: row.get(at + 4)?,
    }))
}

/// Whether a text was read.
pub(super) fn is_read(connection: &Connection, text: Fingerprint) -> rusqlite::Result<bool> {
    let mut query = connection.prepare_cached("SELECT 1 FROM seen WHERE fingerprint = ?")?;
    query.exists([text.bytes()])
}

/// The reader's labels of a text.
pub(super) fn labels(
    connection: &Connection,
    text: Fingerprint,
) -> rusqlite::Result<Vec<(Field, String)>> {
    let sql =
        "SELECT kind, value FROM mark WHERE fingerprint = ? AND value IS NOT NULL ORDER BY id";
    let mut query = connection.prepare_cached(sql)?;
    let rows = query.query_map([text.bytes()], |row| {
        Ok((Field::of_name(row.get_ref(0)?.as_str()?), row.get(1)?))
    })?;
    let mut labels = Vec::new();
    for row in rows {
        let (field, value) = row?;
        labels.extend(field.map(|field| (field, value)));
    }
    Ok(labels)
}

/// Labels an article; an empty value says that nothing is known.
pub(super) fn apply(article: &mut Article, field: Field, value: &str) {
    let said = (!value.trim().is_empty()).then(|| value.trim().to_owned());
    let label = &mut article.label;
    match field {
        Field::Title => {
            if let Some(title) = &said {
                article.title.text.clone_from(title);
                article.title.origin = TitleOrigin::Given;
                label.title = said;
            }
        }
        Field::Outlet => label.outlet = said,
        Field::Author => label.author = said,
        Field::Date => label.date = said,
        Field::Url => label.url = said,
    }
}

/// Moves what was made of a text to another version of it, as far as it is [`carried`], and whether it was read.
pub(super) fn follow(
    transaction: &Transaction<'_>,
    tick: i64,
    old: Fingerprint,
    new: Fingerprint,
    text: &str,
) -> rusqlite::Result<()> {
    let mut known = about(transaction, old)?;
    known.extend(about(transaction, new)?);
    let known: Vec<Dated> = known.into_iter().map(|(_, one)| one).collect();
    for (number, moved) in carried(known.iter().map(|one| &one.annotation), old, text) {
        if let Some(before) = known.get(number) {
            drop_mark(transaction, tick, &before.annotation)?;
            keep(transaction, tick, &moved, &before.made)?;
        }
    }
    let mut when = transaction.prepare_cached("SELECT made FROM seen WHERE fingerprint = ?")?;
    let made: Option<String> = when.query_row([old.bytes()], |row| row.get(0)).optional()?;
    let read = |text| Annotation {
        target: Target::whole(text),
        body: Body::Read,
    };
    if let Some(made) = made {
        keep(transaction, tick, &read(new), &made)?;
        drop_mark(transaction, tick, &read(old))?;
    }
    Ok(())
}
