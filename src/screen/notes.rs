//! What the reader made of what is on the screen, as the view shows it.

use super::desk::Desk;
use super::state::{Screen, State};
use crate::annotation::Annotations;
use crate::article::Fingerprint;
use crate::page::Spot;
use crate::text::{Side, Span};

/// The sign of what is bookmarked.
pub(super) const BOOKMARKED: &str = "◆";
/// The sign of what has a note.
pub(super) const NOTED: &str = "»";

/// The sign of just this place, a note before a bookmark; `None` where there is neither.
pub(super) fn sign(
    made: &Annotations,
    text: Fingerprint,
    span: Option<Span>,
) -> Option<&'static str> {
    if made.note(text, span).is_some() {
        return Some(NOTED);
    }
    made.is_bookmarked(text, span).then_some(BOOKMARKED)
}

/// The signs of a text and of places in it, with a space behind them; empty where there are none.
pub(super) fn signs(made: &Annotations, text: Fingerprint) -> String {
    let mut signs = String::new();
    for (sign, is_there) in [
        (BOOKMARKED, made.has_bookmark(text)),
        (NOTED, made.has_note(text)),
    ] {
        if is_there {
            signs.push_str(sign);
        }
    }
    if !signs.is_empty() {
        signs.push(' ');
    }
    signs
}

/// Where signs stand in a text: the first byte of each place, in order.
pub(super) fn places(made: &Annotations, text: Fingerprint) -> Vec<(usize, &'static str)> {
    let here = made.of(text).filter_map(|one| {
        let start = one.target.span()?.start;
        match one.note() {
            Some(_) => Some((start, NOTED)),
            None => one.is_bookmark().then_some((start, BOOKMARKED)),
        }
    });
    let mut places: Vec<(usize, &'static str)> = here.collect();
    // A note comes before a bookmark: it has more to say.
    places.sort_unstable_by_key(|&(start, sign)| (start, sign == BOOKMARKED));
    places
}

impl State {
    /// The note to show below the screen: that on the quote the keys are about, else on what is being read, else the
    /// first whose place is on the screen.
    pub(super) fn note_here(&self) -> Option<&str> {
        let subject = self.quoted().and_then(super::quotes::Here::subject);
        let lit = subject.and_then(|one| self.annotations.note(one.text, Some(one.span)));
        let desk = self.screens.last().and_then(Screen::desk);
        lit.or_else(|| desk?.note_shown(&self.annotations))
    }
}

impl Desk {
    fn note_shown<'a>(&self, made: &'a Annotations) -> Option<&'a str> {
        let mut best: Option<(bool, usize, &str)> = None;
        for (side, reading) in Side::BOTH.into_iter().zip(&self.readings) {
            for annotation in made.of(reading.fingerprint) {
                let Some(words) = annotation.note() else {
                    continue;
                };
                let line = match annotation.target.span() {
                    Some(span) => self.line_of(side, span),
                    // What is said of an article as a whole stands at its head.
                    None => (self.readings.len() == 1 && self.scroll.top == 0).then_some(0),
                };
                let Some(line) = line else { continue };
                let row = self.page.slot(line).and_then(|slot| slot.row);
                let order = (row != self.row, line, words);
                if best.is_none_or(|best| order < best) {
                    best = Some(order);
                }
            }
        }
        best.map(|(.., words)| words)
    }

    /// The first line on the screen that a place has a part of.
    fn line_of(&self, side: Side, span: Span) -> Option<usize> {
        let slot = |at: usize| self.page.slot_of(Spot { side, at });
        let (first, last) = (slot(span.start)?, slot(span.end.saturating_sub(1))?);
        let shown = self.shown();
        let mut lines = first.max(shown.start)..(last + 1).min(shown.end);
        lines.find(|&line| {
            let slot = self.page.slot(line);
            let shown = slot.and_then(|slot| slot.sides.get(side).as_ref());
            shown.is_some_and(|line| line.span.shared(span).is_some())
        })
    }
}
