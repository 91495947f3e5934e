use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt};

use super::own::Own;
use super::{Cell, Row, Said};
use crate::alignment::Alignments;
use crate::reading::Reading;
use crate::speaker::Cast;
use crate::text::{Pair, words};

/// What cells are made of.
pub(super) struct Cells<'a> {
    readings: &'a [&'a Reading],
    cast: &'a Cast,
    /// For each article, for each of its sentences, the quotes that reach into it.
    quotes: Vec<HashMap<usize, Vec<usize>>>,
    own: Own,
}

impl<'a> Cells<'a> {
    pub(super) fn new(readings: &'a [&'a Reading], cast: &'a Cast) -> Cells<'a> {
        Cells {
            readings,
            cast,
            quotes: readings.iter().map(|reading| quotes_in(reading)).collect(),
            own: Own::new(readings),
        }
    }

    /// The cells of a topic, of which `sentences` gives those of each article.
    pub(super) fn of(&self, sentences: &BTreeMap<usize, Vec<usize>>) -> BTreeMap<usize, Cell> {
        let mut own = self.own.of(sentences);
        let cells = sentences.iter().filter_map(|(&article, sentences)| {
            let reading = *self.readings.get(article)?;
            let spans = sentences
                .iter()
                .filter_map(|&one| reading.sentences.get(one));
            let lengths = spans.map(|one| words(one.span.of(&reading.article.text)).count());
            let quotes = self.quotes_of(article, sentences);
            let cell = Cell {
                words: lengths.sum(),
                said: self.said(article, &quotes),
                quotes,
                nearest: None,
                own: own.remove(&article).unwrap_or_default(),
                sentences: sentences.clone(),
            };
            Some((article, cell))
        });
        cells.collect()
    }

    fn quotes_of(&self, article: usize, sentences: &[usize]) -> Vec<usize> {
        let known = self.quotes.get(article);
        let each = sentences.iter().filter_map(|sentence| known?.get(sentence));
        let mut quotes: Vec<usize> = each.flatten().copied().collect();
        quotes.sort_unstable();
        quotes.dedup();
        quotes
    }

    fn said(&self, article: usize, quotes: &[usize]) -> Option<Said> {
        let reading = self.readings.get(article)?;
        let kinds = quotes.iter().filter_map(|&number| {
            let quote = reading.quotes.get(number)?;
            Some((quote.kind, number))
        });
        let (kind, strongest) = kinds.min()?;
        let attribution = self.cast.attribution(article, strongest);
        let sure = attribution.filter(|one| one.is_sure());
        Some(Said {
            kind,
            speakers: sure.map_or_else(Vec::new, |one| one.speakers().collect()),
            cut: false,
        })
    }
}

/// Says of each cell which other of its row it is linked with most strongly.
pub(super) fn find_nearest(rows: &mut [Row], alignments: &Alignments) {
    for row in rows {
        let strength = |one: usize, other: usize| {
            let articles = Pair::new(one.min(other), one.max(other));
            let cells = articles.map(|article| row.cells.get(&article));
            let (Some(left), Some(right)) = (cells.left, cells.right) else {
                return 0.0;
            };
            let alignment = alignments.of(articles.left, articles.right);
            let pairs = left.sentences.iter().flat_map(|&left| {
                let rights = right.sentences.iter();
                rights.map(move |&right| Pair::new(left, right))
            });
            let scores = pairs.map(|pair| alignment.map_or(0.0, |one| one.score(pair)));
            scores.fold(0.0_f32, f32::max)
        };
        let nearest = |one: usize| {
            let others = row.cells.keys().copied().filter(|&other| other != one);
            others.max_by(|&a, &b| {
                strength(one, a)
                    .total_cmp(&strength(one, b))
                    .then(b.cmp(&a))
            })
        };
        let found: Vec<(usize, Option<usize>)> =
            row.cells.keys().map(|&one| (one, nearest(one))).collect();
        for (article, nearest) in found {
            if let Some(cell) = row.cells.get_mut(&article) {
                cell.nearest = nearest;
            }
        }
    }
}

fn quotes_in(reading: &Reading) -> HashMap<usize, Vec<usize>> {
    let mut quotes: HashMap<usize, Vec<usize>> = HashMap::new();
    for (number, quote) in reading.quotes.iter().enumerate() {
        for &part in &quote.parts {
            for sentence in reading.sentences_in(part) {
                quotes.entry(sentence).or_default().push(number);
            }
        }
    }
    quotes
}
