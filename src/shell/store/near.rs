//! Texts that are nearly the same: one agency's report in several outlets.
//!
//! Texts are compared by their runs of words, by what share of all runs both have (Jaccard). Those worth comparing are found
//! by min-hashes in bands (Broder 1997; Leskovec, Rajaraman and Ullman, “Mining of Massive Datasets”, chapter 3).

use foldhash::HashMap;
use rusqlite::{Connection, params};

use super::ArticleId;
use super::content::load;
use crate::article::Article;
use crate::text::{fold, words};

/// The words in a run.
const RUN: usize = 4;

/// Texts with fewer runs are not compared: a line or two is alike by chance.
const FEWEST: usize = 24;

/// From here on texts are nearly the same. Different articles on one event share less than a fifth of their runs (none of 184
/// from news corpora more), a report that was cut to its first half has half of them.
const ALIKE: f64 = 0.4;

/// What part of the runs of the shorter of two texts both have when one is a version of the other: one over this. Different
/// articles on one event have less than a tenth of them.
const PART: usize = 3;

/// How many bands there are, and how many hashes in each: of texts that share half of their runs 93 in 100 share a band, of
/// those that share two fifths 73, of those that share a tenth 2.
const BANDS: usize = 20;
const HASHES: usize = 3;

/// How many texts of one band are looked at, and how many of all are compared whole.
const IN_BAND: usize = 32;
const COMPARED: usize = 6;

/// The runs of words of an article's paragraphs, as hashes, in order and each once. Title, dateline and byline are the
/// outlet's, and not among them.
pub(super) struct Runs(Vec<u64>);

impl Runs {
    pub(super) fn of(article: &Article) -> Runs {
        Runs::of_length(article, RUN)
    }

    /// Runs of `length` words, which are [`RUN`] at most.
    fn of_length(article: &Article, length: usize) -> Runs {
        let mut runs = Vec::new();
        let mut last = [0; RUN];
        let mut known = 0;
        for span in article.body() {
            for word in words(span.of(&article.text)) {
                last.rotate_left(1);
                last[RUN - 1] = hashed(fold(word.text).as_bytes());
                known += 1;
                if known >= length {
                    let run = last.iter().skip(RUN - length);
                    runs.push(run.fold(0, |run, &word| mixed(run ^ word)));
                }
            }
        }
        runs.sort_unstable();
        runs.dedup();
        Runs(runs)
    }

    /// What share of the runs of both is in both, 0 to 1.
    fn likeness(&self, other: &Runs) -> f64 {
        let shared = self.shared(other);
        let all = self.0.len() + other.0.len() - shared;
        #[expect(clippy::cast_precision_loss, reason = "no text has so many words")]
        let share = shared as f64 / all.max(1) as f64;
        share
    }

    /// How many runs both have.
    fn shared(&self, other: &Runs) -> usize {
        let both = self.0.iter();
        both.filter(|run| other.0.binary_search(run).is_ok())
            .count()
    }

    /// The hashes that texts which are alike share some of; none for a short text.
    fn bands(&self) -> Vec<i64> {
        if self.0.len() < FEWEST {
            return Vec::new();
        }
        let mut least = [u64::MAX; BANDS * HASHES];
        for run in &self.0 {
            let mut hash = *run;
            for least in &mut least {
                hash = mixed(hash);
                *least = hash.min(*least);
            }
        }
        let bands = least.chunks(HASHES).enumerate();
        bands
            .map(|(number, hashes)| {
                let band = hashes
                    .iter()
                    .fold(number as u64, |band, &hash| mixed(band ^ hash));
                band.cast_signed()
            })
            .collect()
    }
}

/// Whether one text is a version of the other, so that what is said of the one is meant of the other too. A text may have
/// grown or been cut; of texts of a line or two the words are compared.
pub(super) fn are_versions(one: &Article, other: &Article) -> bool {
    let (runs, others) = (Runs::of(one), Runs::of(other));
    let (shared, shorter) = (runs.shared(&others), runs.0.len().min(others.0.len()));
    if shared > 0 && shared * PART >= shorter {
        return true;
    }
    let words = |article| Runs::of_length(article, 1);
    shorter < FEWEST && words(one).likeness(&words(other)) >= ALIKE
}

/// The article whose text is most nearly the same, if one is.
pub(super) fn nearest(connection: &Connection, runs: &Runs) -> rusqlite::Result<Option<ArticleId>> {
    let mut shared: HashMap<i64, usize> = HashMap::default();
    let mut holding =
        connection.prepare_cached("SELECT article FROM band WHERE hash = ? LIMIT ?")?;
    for band in runs.bands() {
        let mut rows = holding.query(params![band, i64::try_from(IN_BAND).unwrap_or(i64::MAX)])?;
        while let Some(row) = rows.next()? {
            *shared.entry(row.get(0)?).or_default() += 1;
        }
    }
    let mut candidates: Vec<(i64, usize)> = shared.into_iter().collect();
    candidates.sort_unstable_by_key(|&(article, shared)| (std::cmp::Reverse(shared), article));
    let mut best = None;
    for (article, _) in candidates.into_iter().take(COMPARED) {
        let Some(other) = load(connection, ArticleId(article))? else {
            continue;
        };
        let likeness = runs.likeness(&Runs::of(&other));
        if likeness >= ALIKE && best.is_none_or(|(_, least)| likeness > least) {
            best = Some((ArticleId(article), likeness));
        }
    }
    Ok(best.map(|(article, _)| article))
}

/// Lets an article be found by its text.
pub(super) fn put(connection: &Connection, id: ArticleId, runs: &Runs) -> rusqlite::Result<()> {
    let mut insert =
        connection.prepare_cached("INSERT OR IGNORE INTO band (hash, article) VALUES (?, ?)")?;
    for band in runs.bands() {
        insert.execute(params![band, id.0])?;
    }
    Ok(())
}

/// FNV-1a.
fn hashed(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// `SplitMix64` (Steele, Lea and Flood 2014).
fn mixed(from: u64) -> u64 {
    let mut value = from.wrapping_add(0x9e37_79b9_7f4a_7c15);
    value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}
