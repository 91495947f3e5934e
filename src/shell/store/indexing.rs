//! The index: what is found in articles, and the words that they are searched by.

use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use rusqlite::{Transaction, params};

use super::content::load;
use super::digest::{ANALYSIS, kept};
use super::opening::lock;
use super::search::stems;
use super::{ArticleId, Store, Trouble};
use crate::article::{Article, Fingerprint};
use crate::screen::Digest;
use crate::speaker::{Attribution, Speaker};
use crate::text::{Span, fold};

/// How many articles are read before they are written together.
const BATCH: usize = 256;

/// More threads than this read no faster than one can write.
const READERS: usize = 8;

/// The right to index, which one process has at a time; given back when this is dropped, or the process ends.
#[derive(Debug)]
pub(super) struct Indexing(
    #[expect(dead_code, reason = "the lock goes with the file")] Option<File>,
);

/// How far indexing has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many articles are done.
    pub done: usize,
    /// Of how many.
    pub of: usize,
}

/// All that the index holds of an article, ready to be written.
#[derive(Debug)]
pub(super) struct Prepared {
    id: ArticleId,
    text: Fingerprint,
    /// With these it was read.
    title: String,
    outlet: String,
    found: Vec<u8>,
    terms: Vec<u8>,
    quotes: Vec<Quoted>,
    /// Folded, as all that is searched.
    words: [String; 2],
    stems: [String; 2],
}

#[derive(Debug)]
struct Quoted {
    speaker: Option<String>,
    /// Every name of everybody whose it is.
    names: String,
    span: Span,
    text: String,
}

impl Prepared {
    /// Of an article that was read.
    pub(super) fn new(id: ArticleId, digest: &Digest) -> Prepared {
        let article = &digest.reading.article;
        let (found, terms) = kept(digest);
        let words =
            [article.title.text.as_str(), &article.text].map(|text| fold(text).into_owned());
        Prepared {
            id,
            text: digest.reading.fingerprint,
            title: article.title.text.clone(),
            outlet: article.label.outlet().to_owned(),
            found,
            terms,
            quotes: quoted(digest),
            stems: words.each_ref().map(|words| stems(words)),
            words,
        }
    }
}

fn quoted(digest: &Digest) -> Vec<Quoted> {
    let (reading, cast) = (&digest.reading, &digest.cast);
    let quotes = reading.quotes.iter().enumerate();
    let each = quotes.map(|(number, quote)| {
        let whose = cast.attribution(0, number).filter(|whose| whose.is_sure());
        let speakers: Vec<&Speaker> = whose
            .into_iter()
            .flat_map(Attribution::speakers)
            .filter_map(|speaker| cast.speakers.get(speaker))
            .collect();
        let names = speakers
            .iter()
            .flat_map(|one| [&one.name].into_iter().chain(&one.aliases));
        let names: Vec<&str> = names.map(String::as_str).collect();
        Quoted {
            speaker: whose.and_then(|whose| cast.names(whose)),
            names: fold(&names.join(" ")).into_owned(),
            span: quote.span(),
            text: quote.text(&reading.article.text),
        }
    });
    each.collect()
}

impl Store {
    /// Takes the right to index; `None` when another process has it.
    ///
    /// # Errors
    /// When the lock's file can't be made or locked.
    pub(super) fn indexing(&self) -> Result<Option<Indexing>, Trouble> {
        let Some(path) = self.path() else {
            return Ok(Some(Indexing(None)));
        };
        let lock = lock(path, "indexing")?;
        Ok(lock.map(|file| Indexing(Some(file))))
    }

    /// How many articles are still to be indexed.
    ///
    /// # Errors
    /// When the library can't be read.
    pub fn count_unindexed(&self) -> Result<usize, Trouble> {
        let count = self.read(|connection| {
            connection.query_row("SELECT count(*) FROM article WHERE is_stale", [], |row| {
                row.get::<_, i64>(0)
            })
        })?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// Articles that are still to be indexed, from the one after `past` on, in order of their ids.
    ///
    /// # Errors
    /// When the library can't be read.
    pub(super) fn unindexed(
        &self,
        past: ArticleId,
        most: usize,
    ) -> Result<Vec<(ArticleId, Article)>, Trouble> {
        self.read(|connection| {
            let sql = "SELECT id FROM article WHERE is_stale AND id > ? ORDER BY id LIMIT ?";
            let mut query = connection.prepare_cached(sql)?;
            let most = i64::try_from(most).unwrap_or(i64::MAX);
            let ids = query.query_map([past.0, most], |row| row.get(0).map(ArticleId))?;
            let mut found = Vec::new();
            for id in ids {
                let id = id?;
                found.extend(load(connection, id)?.map(|article| (id, article)));
            }
            Ok(found)
        })
    }

    /// Writes what was found in articles. What has another text, title or outlet by now is passed over, and is still to be
    /// indexed.
    ///
    /// # Errors
    /// When the library can't be written; it is then as it was.
    pub(super) fn index(&mut self, prepared: &[Prepared]) -> Result<(), Trouble> {
        self.write(|transaction, tick| {
            prepared
                .iter()
                .try_for_each(|one| write(transaction, tick, one))
        })
    }

    /// Indexes all that is not yet, on all cores, and says after each batch how far it is; `each` answers whether to go on.
    /// `None` when another process is at it. What is done is done, whenever it ends.
    ///
    /// # Errors
    /// When the library can't be read or written.
    pub fn index_all(
        &mut self,
        mut each: impl FnMut(Progress) -> bool,
    ) -> Result<Option<Progress>, Trouble> {
        self.check_access()?;
        let Some(_indexing) = self.indexing()? else {
            return Ok(None);
        };
        self.wait_for_disk(false)?;
        let done = self.index_rest(&mut each);
        self.wait_for_disk(true)?;
        done.map(Some)
    }

    /// Whether every commit waits for the disk. What is indexed can be found again after a loss of power, and so need not;
    /// when only the program ends, nothing is lost either way.
    fn wait_for_disk(&self, waits: bool) -> Result<(), Trouble> {
        let level = if waits { "FULL" } else { "NORMAL" };
        self.read(|connection| connection.pragma_update(None, "synchronous", level))
    }

    fn index_rest(&mut self, each: &mut impl FnMut(Progress) -> bool) -> Result<Progress, Trouble> {
        self.renew()?;
        let of = self.count_unindexed()?;
        let mut progress = Progress { done: 0, of };
        let mut past = ArticleId(i64::MIN);
        let mut read: Vec<Prepared> = Vec::new();
        loop {
            let next = self.unindexed(past, BATCH)?;
            past = next.last().map_or(past, |(id, _)| *id);
            if next.is_empty() && read.is_empty() {
                return Ok(progress);
            }
            // While this batch is read, the one before is written.
            let (written, now_read) = thread::scope(|scope| {
                let share = next.len().div_ceil(readers()).max(1);
                let mut next = next.into_iter();
                let shares = std::iter::from_fn(|| {
                    let share: Vec<_> = next.by_ref().take(share).collect();
                    (!share.is_empty()).then_some(share)
                });
                let readers: Vec<_> = shares
                    .map(|share| scope.spawn(move || prepare(share)))
                    .collect();
                let written = self.index(&read);
                let now_read = readers
                    .into_iter()
                    .flat_map(|reader| reader.join().unwrap_or_default());
                (written, now_read.collect())
            });
            written?;
            progress.done += read.len();
            // Others may come in meanwhile.
            progress.of = progress.done + self.count_unindexed()?;
            read = now_read;
            if !each(progress) {
                return Ok(progress);
            }
        }
    }

    /// Has all indexed anew when that was done by another version of the analysis.
    fn renew(&mut self) -> Result<(), Trouble> {
        let version = self.read(|connection| {
            let mut query = connection.prepare("SELECT version FROM analysis")?;
            query
                .query_map([], |row| row.get(0))?
                .collect::<rusqlite::Result<Vec<String>>>()
        })?;
        if version == [ANALYSIS] {
            return Ok(());
        }
        self.write(|transaction, _| {
            transaction.execute("UPDATE article SET is_stale = 1 WHERE NOT is_stale", [])?;
            transaction.execute("DELETE FROM analysis", [])?;
            transaction
                .execute("INSERT INTO analysis VALUES (?)", [ANALYSIS])
                .map(drop)
        })
    }
}

fn readers() -> usize {
    thread::available_parallelism().map_or(1, |cores| cores.get().min(READERS))
}

fn prepare(articles: Vec<(ArticleId, Article)>) -> Vec<Prepared> {
    let each = articles.into_iter().map(|(id, article)| {
        let spare = article.clone();
        // An article that the analysis fails on is searched by its words all the same.
        let digest = catch_unwind(AssertUnwindSafe(|| Digest::new(article)));
        Prepared::new(id, &digest.unwrap_or_else(|_| Digest::partial(spare)))
    });
    each.collect()
}

fn write(transaction: &Transaction<'_>, tick: i64, one: &Prepared) -> rusqlite::Result<()> {
    let mut is_same = transaction.prepare_cached(
        "SELECT 1 FROM article WHERE id = ? AND fingerprint = ? AND title = ? AND outlet = ?",
    )?;
    if !is_same.exists(params![one.id.0, one.text.bytes(), one.title, one.outlet])? {
        return Ok(());
    }
    forget(transaction, one.id)?;
    let quotes = i64::try_from(one.quotes.len()).unwrap_or(i64::MAX);
    let run = |sql: &str, values: &[&dyn rusqlite::ToSql]| {
        transaction.prepare_cached(sql)?.execute(values)
    };
    run(
        "UPDATE article SET quotes = ?, is_stale = 0, tick = ? WHERE id = ?",
        params![quotes, tick, one.id.0],
    )?;
    run(
        "INSERT INTO reading (article, found) VALUES (?, ?)",
        params![one.id.0, one.found],
    )?;
    run(
        "INSERT INTO terms (article, weights) VALUES (?, ?)",
        params![one.id.0, one.terms],
    )?;
    run(
        "INSERT INTO searched (rowid, title, text, title_stems, text_stems) VALUES (?, ?, ?, ?, ?)",
        params![
            one.id.0,
            one.words[0],
            one.words[1],
            one.stems[0],
            one.stems[1]
        ],
    )?;
    for (number, quote) in (0_i64..).zip(&one.quotes) {
        let place = |at: usize| i64::try_from(at).unwrap_or(i64::MAX);
        run(
            "INSERT INTO quote (article, number, speaker, first, past, text) VALUES (?, ?, ?, ?, ?, ?)",
            params![
                one.id.0,
                number,
                quote.speaker,
                place(quote.span.start),
                place(quote.span.end),
                quote.text
            ],
        )?;
        let words = fold(&quote.text);
        run(
            "INSERT INTO quoted (rowid, speaker, text, stems) VALUES (last_insert_rowid(), ?, ?, ?)",
            params![quote.names, words, stems(&words)],
        )?;
    }
    Ok(())
}

/// Takes what was found in an article out of the index.
pub(super) fn forget(transaction: &Transaction<'_>, id: ArticleId) -> rusqlite::Result<()> {
    let mut is_indexed =
        transaction.prepare_cached("SELECT 1 FROM article WHERE id = ? AND quotes IS NOT NULL")?;
    if !is_indexed.exists([id.0])? {
        return Ok(());
    }
    for sql in [
        "DELETE FROM quoted WHERE rowid IN (SELECT id FROM quote WHERE article = ?)",
        "DELETE FROM quote WHERE article = ?",
        "DELETE FROM searched WHERE rowid = ?",
        "DELETE FROM reading WHERE article = ?",
        "DELETE FROM terms WHERE article = ?",
        "UPDATE article SET quotes = NULL, is_stale = 1 WHERE id = ?",
    ] {
        transaction.prepare_cached(sql)?.execute([id.0])?;
    }
    Ok(())
}
