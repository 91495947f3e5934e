//! What the library's filter lets through: fields narrow, words match as loosely as anywhere.

use super::Item;
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

/// Those of the `items` that a filter lets through, as it is typed on the day `today`; in the given order unless words are
/// looked for.
pub(super) fn narrowed(filter: &str, today: i64, items: &[Item], order: Vec<usize>) -> Narrowed {
    let parsed = Query::parse(filter, today, true);
    let query = parsed.query;
    let mut complaint = parsed.complaints.into_iter().next();
    if !query.speakers.is_empty() || !query.authors.is_empty() {
        let words = "speaker: and author: are for the search in all articles";
        complaint.get_or_insert_with(|| words.to_owned());
    }
    let mut sieve = Sieve::new(&query);
    let mut listed = order;
    listed.retain(|&number| {
        let item = items.get(number);
        item.is_some_and(|item| sieve.lets_through(item))
    });
    let loose = query.wanted().filter(|words| words.form != Form::Phrase);
    let loose: Vec<&str> = loose.map(|words| words.text.as_str()).collect();
    if !loose.is_empty() {
        let candidates = listed.iter().filter_map(|&number| items.get(number));
        let candidates: Vec<String> = candidates.map(Item::searched).collect();
        let best = matching(&loose.join(" "), &candidates).into_iter();
        listed = best.filter_map(|at| listed.get(at).copied()).collect();
    }
    Narrowed { listed, complaint }
}

impl Listed for Item {
    fn title(&self) -> &str {
        Item::title(self).map_or_else(|| self.name(), |(title, _)| title)
    }

    fn outlet(&self) -> &str {
        Item::outlet(self)
    }

    fn date(&self) -> Option<&str> {
        Item::date(self)
    }

    fn has_tag(&self, _: &str) -> bool {
        false
    }

    fn is(&self, standing: Standing) -> bool {
        match standing {
            Standing::Unread => !self.is_read,
            Standing::Read => self.is_read,
            Standing::Copied => self.copies > 0 || self.copy_of.is_some(),
            Standing::Bookmarked | Standing::Noted => false,
        }
    }
}
