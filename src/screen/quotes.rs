mod renew;

use std::collections::HashMap;
use std::sync::Arc;

use super::filter::matching;
use super::keymap::Action;
use super::scroll::{follow, moved};
use crate::echo::{Echo, Echoed, echoed};
use crate::reading::Reading;
use crate::speaker::{Attribution, Cast, Speaker};
use crate::text::fold;
use renew::Rest;

/// A quote of one of the articles of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    /// The number of the article in the list.
    pub(super) article: usize,
    /// The number of the quote in `Reading::quotes`.
    pub(super) quote: usize,
}

/// The quotes of some articles by speaker, with a cursor on one of them.
#[derive(Clone, Debug, Default)]
pub(super) struct QuoteList {
    pub(super) readings: Vec<Arc<Reading>>,
    cast: Arc<Cast>,
    echoed: HashMap<(usize, usize), Echoed>,
    groups: Vec<Group>,
    entries: Vec<Entry>,
    /// The quotes among the entries, by their numbers.
    stops: Vec<usize>,
    /// A number in `stops`.
    cursor: usize,
    /// The first entry on the screen.
    pub(super) top: usize,
    filter: String,
    /// Where the cursor rests since the list was made anew.
    rest: Option<Rest>,
}

/// The quotes of one speaker.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) whose: Whose,
    pub(super) quotes: Vec<Quoted>,
    /// How many there are in each article.
    pub(super) counts: Vec<usize>,
}

/// Who says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// A number in `Cast::speakers`.
    Speaker(usize),
    /// Somebody, but that is doubtful.
    Perhaps,
    /// The text does not say.
    Nobody,
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// The speaker whose quotes follow, by the number of the group.
    Speaker(usize),
    /// Under which other names the speaker goes.
    Aliases(usize),
    /// A quote.
    Quote(Quoted),
    /// Nothing, between speakers.
    Gap,
}

impl QuoteList {
    /// The quotes of `readings`, whose speakers and echoes are known.
    pub(super) fn new(readings: Vec<Arc<Reading>>, cast: Arc<Cast>, echoes: &[Echo]) -> QuoteList {
        let mut list = QuoteList {
            groups: groups(&readings, &cast),
            readings,
            cast,
            echoed: echoed(echoes),
            ..QuoteList::default()
        };
        list.filter_by("");
        list
    }

    pub(super) fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub(super) fn group(&self, number: usize) -> Option<&Group> {
        self.groups.get(number)
    }

    /// The number of the entry under the cursor.
    pub(super) fn cursor_entry(&self) -> Option<usize> {
        self.stops.get(self.cursor).copied()
    }

    /// The quote under the cursor.
    pub(super) fn here(&self) -> Option<Quoted> {
        match self.entries.get(self.cursor_entry()?)? {
            Entry::Quote(quoted) => Some(*quoted),
            _ => None,
        }
    }

    /// How a quote stands to the same words in other articles of the list.
    pub(super) fn echoed(&self, quoted: Quoted) -> Option<Echoed> {
        self.echoed.get(&(quoted.article, quoted.quote)).copied()
    }

    pub(super) fn cast(&self) -> &Arc<Cast> {
        &self.cast
    }

    pub(super) fn attribution(&self, quoted: Quoted) -> Option<&Attribution> {
        let article = self.cast.attributions.get(quoted.article)?;
        article.get(quoted.quote)
    }

    pub(super) fn speaker(&self, number: usize) -> Option<&Speaker> {
        self.cast.speakers.get(number)
    }

    pub(super) fn filter(&self) -> &str {
        &self.filter
    }

    /// Shows only speakers that match, and stays on its quote where that is shown.
    pub(super) fn filter_by(&mut self, query: &str) {
        let here = self.here();
        query.clone_into(&mut self.filter);
        let names: Vec<String> = self
            .groups
            .iter()
            .map(|group| self.searched(group))
            .collect();
        let mut shown = matching(query, &names);
        shown.sort_unstable();
        self.entries.clear();
        for number in shown {
            let Some(group) = self.groups.get(number) else {
                continue;
            };
            if !self.entries.is_empty() {
                self.entries.push(Entry::Gap);
            }
            self.entries.push(Entry::Speaker(number));
            if !self.aliases(group).is_empty() {
                self.entries.push(Entry::Aliases(number));
            }
            self.entries
                .extend(group.quotes.iter().copied().map(Entry::Quote));
        }
        let entries = self.entries.iter().enumerate();
        self.stops = entries
            .filter(|(_, entry)| matches!(entry, Entry::Quote(_)))
            .map(|(number, _)| number)
            .collect();
        self.cursor = 0;
        self.top = 0;
        if let Some(here) = here {
            self.go_to(here);
        }
    }

    fn searched(&self, group: &Group) -> String {
        let name = match group.whose {
            Whose::Speaker(number) => {
                let speaker = self.speaker(number);
                speaker.map_or(String::new(), |speaker| {
                    let role = speaker.role.as_deref().unwrap_or_default();
                    format!("{} {role} {}", speaker.name, speaker.aliases.join(" "))
                })
            }
            Whose::Perhaps => "perhaps".to_owned(),
            Whose::Nobody => "unresolved".to_owned(),
        };
        fold(&name).into_owned()
    }

    /// The other names of a group's speaker.
    pub(super) fn aliases(&self, group: &Group) -> &[String] {
        match group.whose {
            Whose::Speaker(number) => self
                .speaker(number)
                .map_or(&[], |speaker| speaker.aliases.as_slice()),
            _ => &[],
        }
    }

    /// Puts the cursor on a quote, if it is shown.
    pub(super) fn go_to(&mut self, quoted: Quoted) {
        let at = |&entry: &usize| self.entries.get(entry) == Some(&Entry::Quote(quoted));
        if let Some(stop) = self.stops.iter().position(at) {
            self.cursor = stop;
        }
    }

    /// Moves the cursor; says whether `action` asks for that. `height` is how many entries are on the screen.
    pub(super) fn act(&mut self, action: Action, height: usize) -> bool {
        let stop = match action {
            Action::NextSpeaker => Some(self.speaker_stop(false)),
            Action::PreviousSpeaker => Some(self.speaker_stop(true)),
            _ => moved(self.cursor, self.stops.len(), height, action),
        };
        let Some(stop) = stop else { return false };
        self.cursor = stop;
        true
    }

    /// Brings the entry under the cursor onto a screen of `height` entries, with all of its speaker where that fits.
    pub(super) fn keep_in_view(&mut self, height: usize) {
        let entry = self.cursor_entry().unwrap_or_default();
        let is_gap = |entry: &&Entry| matches!(entry, Entry::Gap);
        let (above, below) = self
            .entries
            .split_at_checked(entry)
            .unwrap_or((&self.entries, &[]));
        let head = entry - above.iter().rev().take_while(|one| !is_gap(one)).count();
        let end = entry + below.iter().take_while(|one| !is_gap(one)).count();
        let last = self.entries.len();
        self.top = if end - head <= height {
            follow(self.top, end.saturating_sub(1), height, last).min(head)
        } else if entry < head + height {
            head
        } else {
            follow(self.top, entry, height, last)
        };
    }

    /// The first quote of the next speaker; of this one, or the one before, when going back.
    fn speaker_stop(&self, back: bool) -> usize {
        let heads: Vec<usize> = self
            .entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| matches!(entry, Entry::Speaker(_)))
            .filter_map(|(head, _)| self.stops.iter().position(|&stop| stop > head))
            .collect();
        let found = if back {
            heads.iter().rev().find(|&&stop| stop < self.cursor)
        } else {
            heads.iter().find(|&&stop| stop > self.cursor)
        };
        found.copied().unwrap_or(self.cursor)
    }

    /// The next quote of the one who says `quoted`, or the one before; around at the ends.
    pub(super) fn same_speaker(&self, quoted: Quoted, back: bool) -> Option<Quoted> {
        let group = self
            .groups
            .iter()
            .find(|group| group.quotes.contains(&quoted))?;
        let at = group.quotes.iter().position(|&other| other == quoted)?;
        let count = group.quotes.len();
        let next = if back { at + count - 1 } else { at + 1 };
        group.quotes.get(next % count).copied()
    }

    /// The first quote of an article that reaches beyond the byte `at`.
    pub(super) fn first_from(&self, article: usize, at: usize) -> Option<Quoted> {
        let quotes = &self.readings.get(article)?.quotes;
        let quote = quotes.iter().position(|quote| quote.span().end > at)?;
        Some(Quoted { article, quote })
    }
}

/// Speakers in the order of the cast, then what is doubtful, then what is nobody's.
fn groups(readings: &[Arc<Reading>], cast: &Cast) -> Vec<Group> {
    let speakers = (0..cast.speakers.len()).map(Whose::Speaker);
    let mut groups: Vec<Group> = speakers
        .chain([Whose::Perhaps, Whose::Nobody])
        .map(|whose| Group {
            whose,
            quotes: Vec::new(),
            counts: vec![0; readings.len()],
        })
        .collect();
    for (article, reading) in readings.iter().enumerate() {
        for quote in 0..reading.quotes.len() {
            let attributions = cast.attributions.get(article);
            let whose = whose(attributions.and_then(|article| article.get(quote)));
            let number = match whose {
                Whose::Speaker(number) => number,
                Whose::Perhaps => cast.speakers.len(),
                Whose::Nobody => cast.speakers.len() + 1,
            };
            if let Some(group) = groups.get_mut(number) {
                group.quotes.push(Quoted { article, quote });
                if let Some(count) = group.counts.get_mut(article) {
                    *count += 1;
                }
            }
        }
    }
    groups.retain(|group| !group.quotes.is_empty());
    groups
}

fn whose(attribution: Option<&Attribution>) -> Whose {
    match attribution.and_then(|attribution| Some((attribution.speaker?, attribution.is_sure()))) {
        Some((number, true)) => Whose::Speaker(number),
        Some((_, false)) => Whose::Perhaps,
        None => Whose::Nobody,
    }
}
