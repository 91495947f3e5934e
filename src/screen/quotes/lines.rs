use foldhash::{HashSet, HashSetExt};

use super::{Naming, QuoteList};
use crate::echo::QuotePlace;
use crate::screen::scroll::follow;

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screen) enum Entry {
    /// What the quotes that follow have in common, by the number of the group.
    Head(usize),
    /// Under which other names the speaker goes, by the number of the group.
    Aliases(usize),
    /// A quote.
    Quote(QuotePlace),
    /// The rest of it, where it takes two lines.
    More(QuotePlace),
    /// Nothing, between groups.
    Gap,
}

impl Entry {
    /// The quote whose words begin here.
    pub(super) fn quoted(&self) -> Option<QuotePlace> {
        match self {
            Entry::Quote(quoted) => Some(*quoted),
            _ => None,
        }
    }
}

/// From here on a list beside a text gives its quotes two lines.
const TALL: usize = 16;

impl QuoteList {
    /// Makes the lines of the groups.
    pub(super) fn fill(&mut self) {
        let (mut entries, mut heads, mut stops) = (Vec::new(), Vec::new(), Vec::new());
        let (mut different, mut passed) = (HashSet::new(), Vec::new());
        let lines = self.lines_each();
        let room = self.room();
        for (number, group) in self.groups.iter().enumerate() {
            if number > 0 {
                entries.push(Entry::Gap);
            }
            heads.push(entries.len());
            entries.push(Entry::Head(number));
            if !self.aliases(group.heading).is_empty() {
                entries.push(Entry::Aliases(number));
            }
            for &quoted in &group.quotes {
                stops.push(entries.len());
                different.insert(quoted);
                passed.push(different.len());
                entries.push(Entry::Quote(quoted));
                if lines > 1 && self.line(quoted).lines(room, lines).0.len() > 1 {
                    entries.push(Entry::More(quoted));
                }
            }
        }
        (self.entries, self.heads) = (entries, heads);
        (self.stops, self.passed) = (stops, passed);
    }

    /// The most lines that a quote takes.
    pub(in crate::screen) fn lines_each(&self) -> usize {
        let beside = !matches!(self.naming, Naming::Outlets { .. });
        if beside && self.size.height >= TALL {
            2
        } else {
            1
        }
    }

    /// The columns before a quote's words.
    pub(in crate::screen) fn indent(&self) -> usize {
        self.naming.indent(self.grouping)
    }

    /// The columns that a quote's words have.
    pub(in crate::screen) fn room(&self) -> usize {
        self.size.width.saturating_sub(self.indent() + 1)
    }

    /// The first entry of the group that an entry stands in, and the entry after its last.
    pub(super) fn group_around(&self, entry: usize) -> (usize, usize) {
        let next = self.heads.partition_point(|&head| head <= entry);
        let head = next.checked_sub(1).and_then(|at| self.heads.get(at));
        let end = self
            .heads
            .get(next)
            .map_or(self.entries.len(), |&next| next - 1);
        (head.copied().unwrap_or_default(), end)
    }

    /// On which line of the screen the cursor stands.
    pub(super) fn cursor_line(&self) -> usize {
        self.cursor_entry()
            .unwrap_or_default()
            .saturating_sub(self.top)
    }

    /// Scrolls so that the cursor is on this line of the screen, or as near to it as can be.
    pub(super) fn put_at_line(&mut self, line: usize) {
        self.top = self.cursor_entry().unwrap_or_default().saturating_sub(line);
        self.keep_in_view();
    }

    /// Brings the quote under the cursor onto the screen, with all of its group where that fits; and never under the
    /// group's name, which stays on the first line.
    pub(super) fn keep_in_view(&mut self) {
        let height = self.size.height;
        let Some(entry) = self.cursor_entry() else {
            self.top = 0;
            return;
        };
        let (head, end) = self.group_around(entry);
        let last = self.entries.len();
        let first_of_group = !self
            .entries
            .get(head..entry)
            .unwrap_or_default()
            .iter()
            .any(|entry| matches!(entry, Entry::Quote(_)));
        self.top = if end - head <= height {
            follow(self.top, end.saturating_sub(1), height, last).min(head)
        } else {
            let more = matches!(self.entries.get(entry + 1), Some(Entry::More(_)));
            let highest = if first_of_group { head } else { entry - 1 };
            follow(self.top, entry + usize::from(more), height, last).min(highest)
        };
        // The head of the group covers the first line: no second line without its first below that.
        let below = self.entries.get(self.top + 1);
        if matches!(below, Some(Entry::More(_))) {
            self.top += 1;
        }
    }

    /// What stands on the screen, line by line, and whether it is under the cursor. The head of a group that has scrolled
    /// off stays on the first line.
    pub(in crate::screen) fn shown(&self) -> impl Iterator<Item = (Entry, bool)> + '_ {
        let cursor = self.cursor_entry();
        let (head, _) = self.group_around(self.top);
        let stuck = self
            .entries
            .get(self.top)
            .filter(|entry| !matches!(entry, Entry::Gap));
        let stuck = stuck.and_then(|_| self.entries.get(head));
        let entries = self.entries.iter().enumerate();
        let shown = entries.skip(self.top).take(self.size.height);
        shown.map(move |(number, entry)| match stuck {
            Some(head) if number == self.top => (*head, false),
            _ => (*entry, Some(number) == cursor),
        })
    }
}
