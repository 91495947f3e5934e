//! What the library's filter lets through: fields narrow, words match as loosely as anywhere.

use std::collections::{HashMap, HashSet};

use super::{Item, Library};
use crate::annotation::Annotations;
use crate::article::Fingerprint;
use crate::query::{Form, Listed, Query, Sieve, Standing};
use crate::screen::filter::matching;
use crate::text::fold;

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
pub(super) fn narrowed(
    filter: &str,
    today: i64,
    items: &[Item],
    marks: &Marks,
    order: Vec<usize>,
) -> Narrowed {
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
        item.is_some_and(|item| sieve.lets_through(&Marked(item, marks)))
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

/// What the reader made, as far as filters ask for it.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    bookmarked: HashSet<Fingerprint>,
    noted: HashSet<Fingerprint>,
    /// By text, folded.
    tags: HashMap<Fingerprint, Vec<String>>,
}

impl Library {
    /// Takes what the reader made of articles, for filters.
    pub(in crate::screen) fn take_marks(&mut self, made: &Annotations) {
        let mut tags: HashMap<Fingerprint, Vec<String>> = HashMap::new();
        for (text, tag) in made.tagged() {
            tags.entry(text).or_default().push(fold(tag).into_owned());
        }
        self.marks = Marks {
            bookmarked: made.bookmarked().collect(),
            noted: made.noted().collect(),
            tags,
        };
        self.filter_anew();
    }

    /// Lists what the filter lets through now.
    pub(in crate::screen) fn filter_anew(&mut self) {
        if !self.filter.is_empty() {
            self.list();
        }
    }
}

/// An article with what the reader made of it.
struct Marked<'a>(&'a Item, &'a Marks);

impl Listed for Marked<'_> {
    fn title(&self) -> &str {
        self.0
            .title()
            .map_or_else(|| self.0.name(), |(title, _)| title)
    }

    fn outlet(&self) -> &str {
        self.0.outlet()
    }

    fn date(&self) -> Option<&str> {
        self.0.date()
    }

    fn has_tag(&self, tag: &str) -> bool {
        let tags = self.0.text().and_then(|text| self.1.tags.get(&text));
        tags.is_some_and(|tags| tags.iter().any(|one| *one == fold(tag)))
    }

    fn is(&self, standing: Standing) -> bool {
        let Marked(item, marks) = self;
        let has =
            |texts: &HashSet<Fingerprint>| item.text().is_some_and(|text| texts.contains(&text));
        match standing {
            Standing::Unread => !item.is_read,
            Standing::Read => item.is_read,
            Standing::Copied => item.copies > 0 || item.copy_of.is_some(),
            Standing::Bookmarked => has(&marks.bookmarked),
            Standing::Noted => has(&marks.noted),
        }
    }
}
