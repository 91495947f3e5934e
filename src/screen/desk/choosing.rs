//! A place in the text is chosen, sentence by sentence.

use super::{Anchor, Desk, Done, Target};
use crate::correction::Subject;
use crate::reading::Reading;
use crate::screen::find::Find;
use crate::screen::keymap::Action;
use crate::screen::scroll::moved;
use crate::text::{Side, Span};

/// How many sentences a screen's key goes.
const PAGE: usize = 8;

/// The sentences that are being chosen.
#[derive(Clone, Copy, Debug)]
pub(in crate::screen) struct Choosing {
    /// What is to be done with them.
    pub(in crate::screen) then: Action,
    pub(in crate::screen) side: Side,
    /// The number of the first in `Reading::sentences`.
    first: usize,
    /// How many they are, one at least.
    pub(in crate::screen) count: usize,
    /// Where the reader was before.
    origin: Anchor,
}

impl Desk {
    /// Begins with the sentence that is being read.
    pub(in crate::screen) fn begin_choice(&mut self, then: Action) -> Done {
        let origin = self.anchor();
        let hit = self.find.as_ref().and_then(Find::here);
        let spot = origin.spot.map(|spot| (spot.side, spot.at));
        let (side, at) = match hit {
            Some((side, span)) => (side, span.start),
            None => spot.unwrap_or((Side::Left, 0)),
        };
        let Some(reading) = self.reading(side) else {
            return Done::Nothing("there is no sentence to choose");
        };
        let first = sentence_from(reading, at, hit.is_some());
        if reading.sentences.is_empty() {
            return Done::Nothing("there is no sentence to choose");
        }
        self.choosing = Some(Choosing {
            then,
            side,
            first,
            count: 1,
            origin,
        });
        self.chosen().map_or(Done::Yes, Done::Show)
    }

    /// Does what keys ask for while a place is chosen; says whether it is taken.
    pub(in crate::screen) fn act_on_choice(&mut self, action: Action) -> (Done, bool) {
        let Some(mut choosing) = self.choosing else {
            return (Done::Not, false);
        };
        match action {
            Action::Accept => return (Done::Yes, true),
            Action::Escape | Action::Back => {
                self.choosing = None;
                self.restore(choosing.origin);
                return (Done::Yes, false);
            }
            Action::Focus => {
                let other = choosing.side.other();
                if self
                    .reading(other)
                    .is_none_or(|one| one.sentences.is_empty())
                {
                    return (Done::Nothing("there is no other side"), false);
                }
                let at = self.across(choosing.side);
                let reading = self.reading(other);
                choosing.first = reading.map_or(0, |reading| sentence_from(reading, at, true));
                (choosing.side, choosing.count) = (other, 1);
            }
            _ => self.move_choice(&mut choosing, action),
        }
        self.choosing = Some(choosing);
        (self.chosen().map_or(Done::Yes, Done::Show), false)
    }

    fn move_choice(&self, choosing: &mut Choosing, action: Action) {
        let reading = self.reading(choosing.side);
        let all = reading.map_or(0, |reading| reading.sentences.len());
        let last = choosing.first + choosing.count - 1;
        match action {
            Action::Longer if last + 1 < all => choosing.count += 1,
            Action::Shorter if choosing.count > 1 => choosing.count -= 1,
            _ => {
                let down = matches!(action, Action::Down | Action::PageDown);
                let from = if down { last } else { choosing.first };
                if let Some(moved) = moved(from, all, PAGE, action) {
                    (choosing.first, choosing.count) = (moved, 1);
                }
            }
        }
    }

    /// The byte of the other side that stands beside the place, or near it.
    fn across(&self, side: Side) -> usize {
        let span = self.chosen().map(|target| target.span);
        let at = span.map_or(0, |span| span.start);
        let slot = self.page.slot_of(crate::page::Spot { side, at });
        let from = slot.unwrap_or_default();
        let beside = (from..self.page.len()).find_map(|number| {
            let line = self.page.slot(number)?.sides.get(side.other()).as_ref()?;
            (!line.span.is_empty()).then_some(line.span.start)
        });
        beside.unwrap_or_default()
    }

    /// Where the sentences stand that are being chosen.
    pub(in crate::screen) fn chosen(&self) -> Option<Target> {
        let Choosing {
            side, first, count, ..
        } = self.choosing?;
        let sentences = &self.reading(side)?.sentences;
        let chosen = sentences.get(first..first + count)?.iter();
        let span = Span::covering(chosen.map(|sentence| sentence.span))?;
        Some(Target { side, span })
    }

    /// The place to do something with: what is being chosen, else a passage that is lit.
    pub(in crate::screen) fn place(&self) -> Option<Subject> {
        let passage = match self.passages.as_slice() {
            [span] if self.lit.is_none() => Some((Side::Left, *span)),
            _ => None,
        };
        let chosen = self.chosen().map(|target| (target.side, target.span));
        let (side, span) = chosen.or(passage)?;
        let text = self.reading(side)?.fingerprint;
        Some(Subject { text, span })
    }
}

/// The sentence at a byte; where that is the first on the screen, rather the one that begins there.
fn sentence_from(reading: &Reading, at: usize, within: bool) -> usize {
    let here = reading.sentence_at(at);
    let start = |number: usize| Some(reading.sentences.get(number)?.span.start);
    let begins_above = start(here).is_some_and(|start| start < at);
    let last = reading.sentences.len().saturating_sub(1);
    (here + usize::from(begins_above && !within)).min(last)
}
