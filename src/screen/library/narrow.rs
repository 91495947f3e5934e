//! What the library's filter lets through: fields narrow, words match as loosely as anywhere.

use super::{Item, searched};
use crate::query::{Form, Listed, Query, Sieve, Standing};
use crate::screen::filter::matching;

/// What is left of a library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Narrowed {
    /// The numbers of the items, the best matches first.
    pub(super) listed: Vec<usize>,
    /// What of the filter is not understood.
    pub(super) complaint: Option<String>,
}

/// The `items` that a filter lets through, as it is typed on the day `today`.
pub(super) fn narrowed(filter: &str, today: i64, items: &[Item]) -> Narrowed {
    let parsed = Query::parse(filter, today, true);
    let query = parsed.query;
    let mut complaint = parsed.complaints.into_iter().next();
    if !query.speakers.is_empty() || !query.authors.is_empty() {
        let words = "speaker: and author: are for the search in all articles";
        complaint.get_or_insert_with(|| words.to_owned());
    }
    let mut sieve = Sieve::new(&query);
    let through = items.iter().enumerate();
    let through = through.filter(|(_, item)| sieve.lets_through(*item));
    let mut listed: Vec<usize> = through.map(|(number, _)| number).collect();
    let loose = query.wanted().filter(|words| words.form != Form::Phrase);
    let loose: Vec<&str> = loose.map(|words| words.text.as_str()).collect();
    if !loose.is_empty() {
        let candidates = listed.iter().filter_map(|&number| items.get(number));
        let candidates: Vec<String> = candidates.map(searched).collect();
        let best = matching(&loose.join(" "), &candidates).into_iter();
        listed = best.filter_map(|at| listed.get(at).copied()).collect();
    }
    Narrowed { listed, complaint }
}

impl Listed for Item {
    fn title(&self) -> &str {
        let digest = self.digest();
        digest.map_or(&self.entry.name, |digest| {
            digest.reading.article.title.text.as_str()
        })
    }

    fn outlet(&self) -> &str {
        Item::outlet(self)
    }

    fn date(&self) -> Option<&str> {
        self.digest()?.reading.article.label.date.as_deref()
    }

    fn has_tag(&self, _: &str) -> bool {
        false
    }

    fn is(&self, standing: Standing) -> bool {
        standing == Standing::Unread
    }
}
