use foldhash::HashMap;

use crate::article::{Article, TitleOrigin};
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    /// By number, each once.
    pub(super) weights: Vec<(u32, f32)>,
    /// When it appeared, in days from a fixed one, where its label says so.
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
        Terms {
            weights,
            day: article.label.date.as_deref().and_then(day),
        }
    }
}

fn content(text: &str) -> impl Iterator<Item = Term> {
    terms(text).into_iter().filter(Term::is_content)
}

/// The day of a date that begins with `YYYY-MM-DD`. Months are taken to be 31 days long, which is near enough to say
/// whether two days are about a week apart.
fn day(date: &str) -> Option<i32> {
    let number = |from: usize, to: usize| date.get(from..to)?.parse::<u16>().ok();
    let dashes = date.get(4..5) == Some("-") && date.get(7..8) == Some("-");
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let is_date = dashes && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_date.then(|| (i32::from(year) * 12 + i32::from(month)) * 31 + i32::from(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_from_other_words() {
        let apart = |one: &str, other: &str| Some(day(other)? - day(one)?);
        assert_eq!(apart("2025-08-18", "2025-08-20"), Some(2));
        assert_eq!(apart("2024-12-31", "2025-01-01T09:30:00Z"), Some(1));
        for date in [
            "",
            "Monday",
            "2025-08",
            "2025-13-01",
            "2025-08-00",
            "18/08/2025",
            "20é5-08-18",
        ] {
            assert_eq!(day(date), None, "{date}");
        }
    }
}
