//! The quotes of some articles: how they are grouped and sifted, and a cursor on one of them.

mod all;
mod group;
mod here;
mod lines;
mod renew;
mod said;
mod same;
mod sift;

use std::sync::Arc;

use foldhash::HashMap;

use super::keymap::Action;
use super::layout::Size;
use super::scroll::moved;
use crate::correction::Subject;
use crate::echo::{Echo, Echoed, Paraphrase, QuotePlace, echoed};
use crate::quote::Quote;
use crate::reading::Reading;
use crate::speaker::{Attribution, Cast, Speaker};

pub(super) use all::AllQuotes;
pub(super) use group::{Group, Grouping, Heading, NOBODY_NAMED, Naming, OUTLET, SIGNS};
pub(super) use here::Here;
pub(super) use lines::Entry;
use renew::Rest;
pub(super) use said::{Said, found, speaker_of};
pub(super) use sift::Sift;

/// Said where there is no quote to show or to do something with.
pub(super) const NO_QUOTE: &str = "no quote here";

/// The quotes of some articles in groups, with a cursor on one of them.
#[derive(Clone, Debug, Default)]
pub(super) struct QuoteList {
    pub(super) readings: Vec<Arc<Reading>>,
    cast: Arc<Cast>,
    echoed: HashMap<QuotePlace, Echoed>,
    paraphrases: Vec<Paraphrase>,
    pub(super) naming: Naming,
    pub(super) grouping: Grouping,
    pub(super) sift: Sift,
    /// None until somebody searches.
    searched: Option<sift::Searched>,
    /// All quotes, in groups.
    all: Vec<(Heading, Vec<QuotePlace>)>,
    /// What is shown of them.
    groups: Vec<Group>,
    pub(super) totals: Totals,
    entries: Vec<Entry>,
    /// The first entry of each group.
    heads: Vec<usize>,
    /// The quotes among the entries, by their numbers.
    stops: Vec<usize>,
    /// For each of them, how many different quotes there are down to it.
    passed: Vec<usize>,
    /// A number in `stops`.
    cursor: usize,
    /// Where the cursor was moved to last, which the filter may hide.
    wanted: Option<Wanted>,
    /// The first entry on the screen.
    top: usize,
    /// The columns and lines that it is shown in.
    size: Size,
    /// Where the cursor rests since the list was made anew.
    rest: Option<Rest>,
}

/// A place in the list. What several say together stands under each of them, and the cursor stays where it is.
#[derive(Clone, Debug)]
struct Wanted {
    quoted: QuotePlace,
    /// What its group is called, which outlives a correction.
    under: String,
}

/// How many are shown, each once.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Totals {
    pub(super) speakers: usize,
    pub(super) quotes: usize,
    /// How many there are without any filter.
    pub(super) all_quotes: usize,
    pub(super) articles: usize,
}

impl QuoteList {
    /// The quotes of `readings`, of which the rest is known.
    pub(super) fn new(
        readings: Vec<Arc<Reading>>,
        cast: Arc<Cast>,
        echoes: &[Echo],
        paraphrases: &[Paraphrase],
        naming: Naming,
    ) -> QuoteList {
        let mut list = QuoteList {
            all: group::grouped(&readings, &cast, Grouping::Speaker),
            readings,
            cast,
            echoed: echoed(echoes, paraphrases),
            paraphrases: paraphrases.to_vec(),
            naming,
            ..QuoteList::default()
        };
        list.list();
        list
    }

    /// Whether there is no quote at all, whatever the filter.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(super) fn group(&self, number: usize) -> Option<&Group> {
        self.groups.get(number)
    }

    pub(super) fn quote(&self, quoted: QuotePlace) -> Option<&Quote> {
        quoted.of(&self.readings)
    }

    /// How corrections and annotations name a quote.
    pub(super) fn subject(&self, quoted: QuotePlace) -> Option<Subject> {
        Subject::of(self.readings.get(quoted.article)?, quoted.quote)
    }

    /// The number of the entry under the cursor.
    fn cursor_entry(&self) -> Option<usize> {
        self.stops.get(self.cursor).copied()
    }

    /// The quote under the cursor.
    pub(super) fn here(&self) -> Option<QuotePlace> {
        self.entries.get(self.cursor_entry()?)?.quoted()
    }

    /// The place of the cursor among the quotes that are listed, from 1, and how many those are. What several say together
    /// counts once, though it is listed under each.
    pub(super) fn position(&self) -> (usize, usize) {
        let passed = self.passed.get(self.cursor).copied();
        (passed.unwrap_or_default(), self.totals.quotes)
    }

    /// How a quote stands to what other articles of the list have of it.
    pub(super) fn echoed(&self, quoted: QuotePlace) -> Option<Echoed> {
        self.echoed.get(&quoted).copied()
    }

    pub(super) fn cast(&self) -> &Arc<Cast> {
        &self.cast
    }

    pub(super) fn attribution(&self, quoted: QuotePlace) -> Option<&Attribution> {
        group::attribution(&self.cast, quoted)
    }

    fn speaker(&self, number: usize) -> Option<&Speaker> {
        self.cast.speakers.get(number)
    }

    /// The other names of a group's speaker.
    pub(super) fn aliases(&self, heading: Heading) -> &[String] {
        match heading {
            Heading::Speaker(number) => self
                .speaker(number)
                .map_or(&[], |speaker| speaker.aliases.as_slice()),
            _ => &[],
        }
    }

    /// Shows only quotes that have these words or whose speakers fit them.
    pub(super) fn filter_by(&mut self, words: &str) {
        words.clone_into(&mut self.sift.words);
        self.list();
    }

    /// Takes the innermost filter away: the words, then the sort. Says whether there was one.
    pub(super) fn unfilter(&mut self) -> bool {
        let filtered = self.sift != Sift::default();
        if self.sift.words.is_empty() {
            self.sift = Sift::default();
        } else {
            self.sift.words.clear();
        }
        if filtered {
            self.list();
        }
        filtered
    }

    /// Takes the columns and lines that it is shown in.
    pub(super) fn set_size(&mut self, width: usize, height: usize) {
        let size = Size { width, height };
        if size != std::mem::replace(&mut self.size, size) {
            self.list();
        }
    }

    fn regroup(&mut self, grouping: Grouping) {
        if grouping != self.grouping {
            self.grouping = grouping;
            self.all = group::grouped(&self.readings, &self.cast, grouping);
        }
        self.list();
    }

    /// Lists what is shown, with the cursor on the same quote and in the same place on the screen, where that can be.
    fn list(&mut self) {
        let line = self.cursor_line();
        let wanted = self.wanted.take().or_else(|| self.wanted_here());
        let kept = self.sifted();
        let is_kept = |quoted: &QuotePlace| {
            let article = kept.get(quoted.article);
            article.and_then(|article| article.get(quoted.quote)) == Some(&true)
        };
        let shown = self.all.iter().filter_map(|(heading, quotes)| {
            let quotes: Vec<QuotePlace> = quotes.iter().copied().filter(is_kept).collect();
            if quotes.is_empty() {
                return None;
            }
            Some(Group::new(*heading, quotes, &self.readings, &self.naming))
        });
        self.groups = shown.collect();
        self.totals = self.count(&kept);
        self.fill();
        self.cursor = 0;
        if let Some(wanted) = &wanted {
            self.go_to_under(wanted.quoted, &wanted.under);
        }
        self.wanted = wanted;
        self.put_at_line(line);
    }

    fn count(&self, kept: &[Vec<bool>]) -> Totals {
        let shown = |article: &&Vec<bool>| article.contains(&true);
        let mut speaks = vec![false; self.cast.speakers.len()];
        for quoted in self.groups.iter().flat_map(|group| &group.quotes) {
            if let group::Whose::Speakers(numbers) = group::whose(&self.cast, *quoted) {
                for number in numbers {
                    if let Some(speaks) = speaks.get_mut(number) {
                        *speaks = true;
                    }
                }
            }
        }
        Totals {
            speakers: speaks.into_iter().filter(|&speaks| speaks).count(),
            quotes: kept.iter().flatten().filter(|&&kept| kept).count(),
            all_quotes: kept.iter().map(Vec::len).sum(),
            articles: kept.iter().filter(shown).count(),
        }
    }

    /// Puts the cursor on a quote, if it is shown.
    pub(super) fn go_to(&mut self, quoted: QuotePlace) {
        self.go_to_under(quoted, "");
    }

    /// The same: where it stands below this name, else where it stands first.
    fn go_to_under(&mut self, quoted: QuotePlace, name: &str) {
        let is_it = |&entry: &usize| self.entries.get(entry) == Some(&Entry::Quote(quoted));
        let stops = self.stops.iter().copied().enumerate();
        let mut places = stops.filter(|(_, entry)| is_it(entry)).peekable();
        let first = places.peek().copied();
        let found = places.find(|&(_, entry)| self.name_above(entry) == name);
        if let Some((stop, _)) = found.or(first) {
            self.move_to(stop);
        }
    }

    /// What the group is called that an entry stands in.
    fn name_above(&self, entry: usize) -> String {
        let (head, _) = self.group_around(entry);
        match self.entries.get(head) {
            Some(Entry::Head(number)) => self
                .group(*number)
                .map_or_else(String::new, |group| self.heading(group.heading).0),
            _ => String::new(),
        }
    }

    fn wanted_here(&self) -> Option<Wanted> {
        let entry = self.cursor_entry()?;
        let quoted = self.entries.get(entry)?.quoted()?;
        let under = self.name_above(entry);
        Some(Wanted { quoted, under })
    }

    /// Moves the cursor, or changes what is listed; says whether `action` asks for that.
    pub(super) fn act(&mut self, action: Action) -> bool {
        match action {
            Action::Order => self.regroup(self.grouping.next()),
            Action::Sort => {
                self.sift.only = self.sift.only.next();
                self.list();
            }
            Action::NextSpeaker => self.turn(false),
            Action::PreviousSpeaker => self.turn(true),
            _ => {
                let moved = moved(self.cursor, self.stops.len(), self.size.height, action);
                let Some(stop) = moved else { return false };
                self.move_to(stop);
            }
        }
        true
    }

    fn move_to(&mut self, stop: usize) {
        self.cursor = stop;
        self.wanted = self.wanted_here();
        self.keep_in_view();
    }

    /// Goes to the first quote of the next group; of this one, or the one before, when going back.
    fn turn(&mut self, back: bool) {
        let first = |&head: &usize| self.stops.partition_point(|&stop| stop < head);
        let here = self.cursor;
        let found = if back {
            let before = self.heads.iter().rev();
            before.map(first).find(|&stop| stop < here)
        } else {
            self.heads.iter().map(first).find(|&stop| stop > here)
        };
        let Some(stop) = found else { return };
        self.move_to(stop);
        // A group that is longer than the screen is read from its head.
        let (head, end) = self.group_around(self.stops.get(stop).copied().unwrap_or_default());
        if end - head > self.size.height {
            self.top = head;
        }
    }
}
