use foldhash::HashMap;
use serde::{Deserialize, Serialize};

use crate::article::{Article, TitleOrigin, date};
use crate::model::word_value;
use crate::text::{Term, TermKind, terms};

/// The paragraphs that, with the title, say what an article is about.
const LEAD: usize = 2;

/// What a term counts for there; it counts for 1 in the rest.
const IN_LEAD: f32 = 3.0;

/// What a word weighs that is written with a capital mostly: names tell events apart that share a topic.
const NAME: f32 = 2.0;

/// The content terms of an article as numbers, each with its weight in it: enough to find out what articles have in
/// common, without their text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    /// By number, each once.
    pub(super) weights: Vec<(u32, f32)>,
    /// The day on which it appeared, from 1 January 1970, where its label says so.
    pub(super) day: Option<i32>,
}

/// The number that stands for a term. Two terms may share one, so seldom that it does no harm.
pub(super) fn key(term: &Term) -> u32 {
    hashed(&term.key)
}

pub(super) fn hashed(key: &str) -> u32 {
    word_value(key)
}

#[derive(Default)]
struct Count {
    weighed: f32,
    all: u32,
    capitalised: u32,
}

impl Terms {
    pub(super) fn has(&self, key: u32) -> bool {
        let found = self.weights.binary_search_by_key(&key, |&(key, _)| key);
        found.is_ok()
    }

    /// Counts the terms of `article`: of its title and body.
    pub fn of(article: &Article) -> Terms {
        let mut counts: HashMap<u32, Count> = HashMap::default();
        if article.title.origin != TitleOrigin::Lead {
            // A headline may have capitals on every word.
            for term in content(&article.title.text) {
                counts.entry(key(&term)).or_default().weighed += IN_LEAD;
            }
        }
        for (number, block) in article.paragraphs().enumerate() {
            for term in content(block.span.of(&article.text)) {
                let count = counts.entry(key(&term)).or_default();
                count.weighed += if number < LEAD { IN_LEAD } else { 1.0 };
                count.all += 1;
                count.capitalised += u32::from(term.kind == TermKind::Capitalised);
            }
        }
        let weighed = counts.into_iter().map(|(key, count)| {
            let is_name = count.capitalised > 0 && 2 * count.capitalised >= count.all;
            let weight = 1.0 + count.weighed.ln();
            (key, if is_name { NAME * weight } else { weight })
        });
        let mut weights: Vec<(u32, f32)> = weighed.collect();
        weights.sort_unstable_by_key(|&(key, _)| key);
        let terms = Terms { weights, day: None };
        terms.dated(article.label.date.as_deref())
    }

    /// The same of an article that appeared on another date.
    pub fn dated(self, date: Option<&str>) -> Terms {
        let day = date.and_then(date::day);
        Terms {
            day: day.and_then(|day| i32::try_from(day).ok()),
            ..self
        }
    }
}

fn content(text: &str) -> impl Iterator<Item = Term> {
    terms(text).into_iter().filter(Term::is_content)
}
