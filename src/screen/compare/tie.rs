//! Two sentences are chosen, one of each article, and tied; or a passage is taken apart.

use super::{Compare, Open};
use crate::correction::{Subject, Tie};
use crate::page::shorten;
use crate::screen::desk::{Anchor, Done, Target};
use crate::screen::keymap::Action;
use crate::screen::scroll::moved;
use crate::text::{Pair, Side, Span};

/// How many sentences a screen's key goes.
const PAGE: usize = 8;

/// The sentences that are being chosen.
#[derive(Clone, Copy, Debug)]
pub(in crate::screen) struct Tying {
    /// Their numbers in `Reading::sentences`.
    pub(in crate::screen) sentences: Pair<usize>,
    /// The side that keys move on.
    pub(in crate::screen) side: Side,
    /// The side that is chosen on first.
    first: Side,
    /// Where the reader was before.
    origin: Anchor,
}

impl Compare {
    /// Begins with the first sentence of the row being read.
    pub(super) fn begin_tie(&mut self) -> Done {
        let Some(open) = &mut self.open else {
            return Done::Yes;
        };
        let row = open.desk.row.and_then(|row| open.comparison.rows.get(row));
        let both = open.comparison.readings.as_ref();
        let any = both
            .into_iter()
            .all(|reading| !reading.sentences.is_empty());
        let Some(row) = row.filter(|_| any) else {
            return Done::Nothing("there is nothing to tie");
        };
        let first = row.only().unwrap_or(Side::Left);
        let sentence = row.sentences.get(first).start;
        let mut sentences = Pair::new(sentence, sentence);
        *sentences.get_mut(first.other()) = open.likeliest(first, sentence);
        open.tying = Some(Tying {
            sentences,
            side: first,
            first,
            origin: open.desk.anchor(),
        });
        open.target().map_or(Done::Yes, Done::Show)
    }
}

impl Open {
    /// Does what keys ask for while sentences are chosen. Gives both once they are.
    pub(in crate::screen) fn act_on_tie(&mut self, action: Action) -> (Done, Option<Tie>) {
        let Some(mut tying) = self.tying else {
            return (Done::Not, None);
        };
        let (first, side) = (tying.first, tying.side);
        match action {
            Action::Escape | Action::Back => {
                self.tying = None;
                self.desk.restore(tying.origin);
                return (Done::Yes, None);
            }
            Action::Accept if side != first => {
                self.tying = None;
                let tie = self.tie(&tying.sentences.map(|one| one..one + 1), true);
                return (Done::Yes, tie);
            }
            Action::Accept => {
                let chosen = *tying.sentences.get(side);
                *tying.sentences.get_mut(side.other()) = self.likeliest(side, chosen);
                tying.side = side.other();
            }
            Action::Focus => tying.side = side.other(),
            _ => {
                let here = *tying.sentences.get(side);
                let all = self.comparison.readings.get(side).sentences.len();
                let moved = moved(here, all, PAGE, action);
                *tying.sentences.get_mut(side) = moved.unwrap_or(here);
            }
        }
        self.tying = Some(tying);
        (self.target().map_or(Done::Yes, Done::Show), None)
    }

    /// The passage being read as one to be taken apart; `None` when only one article has it.
    pub(in crate::screen) fn apart(&self) -> Option<Tie> {
        let row = self.comparison.rows.get(self.desk.row?)?;
        let both = row.only().is_none();
        self.tie(&row.sentences, false).filter(|_| both)
    }

    fn tie(&self, sentences: &Pair<std::ops::Range<usize>>, tied: bool) -> Option<Tie> {
        let readings = self.comparison.readings.as_ref();
        let [left, right] = Side::BOTH
            .map(|side| Subject::of_sentences(readings.get(side), sentences.get(side).clone()));
        let passages = Pair::new(left?, right?);
        Some(Tie { passages, tied })
    }

    /// The sentence of the other side that is linked best with one of `side`, though it stands in another row; else the one
    /// at the same place in its article.
    fn likeliest(&self, side: Side, sentence: usize) -> usize {
        let home = |side: Side, sentence: usize| {
            let mut rows = self.comparison.rows.iter();
            rows.position(|row| row.sentences.get(side).contains(&sentence))
        };
        let here = home(side, sentence);
        let links = self.comparison.alignment.links.iter();
        let own = links.filter(|link| *link.sentences.get(side) == sentence);
        let apart =
            own.filter(|link| home(side.other(), *link.sentences.get(side.other())) != here);
        let best = apart.max_by(|a, b| a.score.total_cmp(&b.score));
        let total = |side: Side| self.comparison.readings.get(side).sentences.len();
        best.map_or_else(
            || sentence * total(side.other()) / total(side).max(1),
            |link| *link.sentences.get(side.other()),
        )
    }

    /// What is being chosen, with as much of the sentence that stands already as fits into some columns.
    pub(in crate::screen) fn tie_words(&self, columns: usize) -> String {
        let Some(tying) = self.tying else {
            return String::new();
        };
        let (side, across) = (tying.side, tying.side.other());
        if side == tying.first {
            return format!("tie: a sentence of {}", side.letter());
        }
        let text = &self.comparison.readings.get(across).article.text;
        let words = self.chosen(across).map_or("", |span| span.of(text));
        format!("tie “{}” with {}", shorten(words, columns), side.letter())
    }

    /// Goes to a passage that the reader has set right, as soon as it stands where it belongs.
    pub(in crate::screen) fn call(&mut self, tie: &Tie) {
        let passage = tie.passages.left;
        let readings = self.comparison.readings.as_ref().sides();
        let mut sides = readings.into_iter();
        let side = sides.find(|(_, reading)| reading.fingerprint == passage.text);
        self.called = side.map(|(side, _)| Target {
            side,
            span: passage.span,
        });
    }

    /// Where the sentence that keys move stands.
    fn target(&self) -> Option<Target> {
        let side = self.tying?.side;
        let span = self.chosen(side)?;
        Some(Target { side, span })
    }

    /// The sentence of one side that is chosen.
    pub(in crate::screen) fn chosen(&self, side: Side) -> Option<Span> {
        let number = *self.tying?.sentences.get(side);
        let sentence = self.comparison.readings.get(side).sentences.get(number)?;
        Some(sentence.span)
    }
}
