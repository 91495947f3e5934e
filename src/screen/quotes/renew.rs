use foldhash::HashMap;

use super::{Entry, QuoteList};
use crate::correction::Subject;
use crate::echo::QuotePlace;
use crate::text::Span;

/// The line of the screen that a cursor was on before a correction. A list may be too short to keep it there; what is
/// undone then brings it back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rest {
    /// The entry under the cursor, which holds as long as the cursor stays there.
    entry: usize,
    /// The first entry on the screen, likewise.
    top: usize,
    line: usize,
}

/// A correction makes a list anew: what was under the cursor, and what was lit, is found again in it.
impl QuoteList {
    /// Takes the place of `old`, with how that was grouped and sifted. It has the same articles before a correction, or
    /// fewer: `article` gives the new number of one of them. The cursor goes to `called`, if that is given and shown, else
    /// to the quote that it was on, else to the nearest that is left; on the screen it stays on its line.
    pub(in crate::screen) fn take_over(
        &mut self,
        old: &QuoteList,
        called: Option<Subject>,
        article: impl Fn(usize) -> Option<usize>,
    ) {
        self.size = old.size;
        self.sift = old.sift.clone();
        self.regroup(old.grouping);
        let shown: HashMap<(usize, Span), QuotePlace> = quotes(self)
            .filter_map(|quoted| Some((self.place(quoted)?, quoted)))
            .collect();
        let again = |quoted: QuotePlace| {
            let (old_article, span) = old.place(quoted)?;
            shown.get(&(article(old_article)?, span)).copied()
        };
        let from = old.cursor_entry().unwrap_or_default();
        let (before, after) = old.entries.split_at_checked(from).unwrap_or_default();
        let called = called.and_then(|subject| self.find(subject));
        let wanted = called
            .filter(|quoted| shown.values().any(|other| other == quoted))
            .or_else(|| after.iter().filter_map(Entry::quoted).find_map(again))
            .or_else(|| {
                before
                    .iter()
                    .rev()
                    .filter_map(Entry::quoted)
                    .find_map(again)
            });
        if let Some(wanted) = wanted {
            self.go_to_under(wanted, &old.name_above(from));
        }
        let line = old.line_wished();
        self.put_at_line(line);
        let entry = self.cursor_entry().unwrap_or_default();
        let top = self.top;
        self.rest = Some(Rest { entry, top, line });
    }

    /// The line of the screen that the cursor is on, or would be on if the list were long enough.
    fn line_wished(&self) -> usize {
        let entry = self.cursor_entry().unwrap_or_default();
        let rests = |rest: &Rest| rest.entry == entry && rest.top == self.top;
        let line = entry.saturating_sub(self.top);
        self.rest.filter(rests).map_or(line, |rest| rest.line)
    }

    /// The quote that stood at `quoted` in `old`, else the first from there on, else the last of its article.
    pub(in crate::screen) fn again(
        &self,
        old: &QuoteList,
        quoted: QuotePlace,
    ) -> Option<QuotePlace> {
        let (article, span) = old.place(quoted)?;
        let all = &self.readings.get(article)?.quotes;
        let same = all.iter().position(|quote| quote.span() == span);
        let next = || {
            all.iter()
                .position(|quote| quote.span().start >= span.start)
        };
        let last = all.len().checked_sub(1);
        let quote = same.or_else(next).or(last)?;
        Some(QuotePlace { article, quote })
    }

    /// Where a correction's quote is; `None` when it is none of these.
    pub(in crate::screen) fn find(&self, subject: Subject) -> Option<QuotePlace> {
        let mut readings = self.readings.iter().enumerate();
        readings.find_map(|(article, reading)| {
            let quote = subject.find(reading)?;
            Some(QuotePlace { article, quote })
        })
    }

    /// What stays the same of a quote when others come and go: the number of its article, and where it stands there.
    fn place(&self, quoted: QuotePlace) -> Option<(usize, Span)> {
        Some((quoted.article, self.quote(quoted)?.span()))
    }
}

fn quotes(list: &QuoteList) -> impl Iterator<Item = QuotePlace> {
    list.entries.iter().filter_map(Entry::quoted)
}
