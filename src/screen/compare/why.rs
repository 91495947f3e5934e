//! Says why the sides of the row being read stand beside each other, as long as the reader wants to know.

use std::sync::Arc;

use super::Compare;
use crate::alignment::Alike;
use crate::comparison::{Comparison, Why};
use crate::page::{Marked, Role, Roles};
use crate::screen::layout::{self, Area, TextAreas};
use crate::screen::message::{Effect, Ticket};
use crate::text::{Pair, Span};

/// The lines that it takes, with the one that parts it from the texts.
const LINES: usize = 4;

/// What was asked of a row, and what is known of it.
#[derive(Clone, Debug)]
pub(in crate::screen) struct Asking {
    /// The row, and the comparison that it is of; none before anything was asked.
    about: Option<(usize, Arc<Comparison>)>,
    pub(in crate::screen) ticket: Option<Ticket>,
    answer: Option<Why>,
}

impl Compare {
    /// Begins to say why, or stops it.
    pub(super) fn turn_why(&mut self) {
        self.why = match self.why {
            Some(_) => None,
            None => Some(Asking {
                about: None,
                ticket: None,
                answer: None,
            }),
        };
    }

    /// Asks about the row being read, unless that is what was asked about last.
    pub(in crate::screen) fn ask_why(&mut self, ticket: Ticket) -> Option<Effect> {
        let (asking, open) = (self.why.as_mut()?, self.open.as_ref()?);
        let row = open.desk.row?;
        let about = asking.about.as_ref();
        if about
            .is_some_and(|(of, comparison)| *of == row && Arc::ptr_eq(comparison, &open.comparison))
        {
            return None;
        }
        asking.about = Some((row, Arc::clone(&open.comparison)));
        asking.ticket = None;
        asking.answer = None;
        if open.is_only(row) {
            return None;
        }
        asking.ticket = Some(ticket);
        Some(Effect::Explain(ticket, Arc::clone(&open.comparison), row))
    }

    /// Takes an answer, if it is the wanted one.
    pub(in crate::screen) fn explained(&mut self, ticket: Ticket, why: Option<Why>) {
        if let Some(asking) = &mut self.why
            && asking.ticket == Some(ticket)
        {
            asking.ticket = None;
            asking.answer = why;
        }
    }

    /// Where texts stand, and below them why.
    pub(in crate::screen) fn areas(&self, body: Area, sidebar: bool) -> (TextAreas, Option<Area>) {
        let mut areas = layout::text(body, sidebar);
        if self.why.is_none() {
            return (areas, None);
        }
        let (text, below) = areas.text.split_bottom(LINES);
        areas.text = text;
        (areas, Some(below))
    }

    /// Why, in words; none as long as that is being found out.
    pub(in crate::screen) fn why_words(&self) -> Marked {
        let mut words = Marked::default();
        let answer = self.why.as_ref().and_then(|asking| asking.answer.as_ref());
        let Some(open) = &self.open else {
            return words;
        };
        match answer {
            Some(why) => put_why(&mut words, why, &open.comparison),
            None if open.desk.row.is_some_and(|row| open.is_only(row)) => {
                words.put("only one article has this passage", Role::Dim);
            }
            None => (),
        }
        words
    }
}

/// Adds what is told under a name, if there is anything.
fn put_named(words: &mut Marked, name: &str, told: &[String]) {
    if !told.is_empty() {
        words.put(&format!(" · {name} "), Role::Dim);
        words.put(&told.join(", "), Roles::NONE);
    }
}

fn put_why(words: &mut Marked, why: &Why, comparison: &Comparison) {
    let (score, reasons) = (why.score, &why.reasons);
    if why.tied {
        words.put("tied by you", Role::Cursor);
    } else {
        words.put(&format!("{score:.2}"), Role::Cursor);
    }
    match reasons.alike {
        Alike::Little => (),
        Alike::Much => words.put(" · much the same words", Roles::NONE),
        Alike::Wholly => words.put(" · word for word the same", Roles::NONE),
    }
    let both = |pairs: &[Pair<Span>]| -> Vec<String> {
        pairs.iter().map(|pair| shown(*pair, comparison)).collect()
    };
    let speakers = comparison.cast.listed(reasons.speakers.iter().copied());
    let speakers: Vec<String> = speakers.into_iter().collect();
    put_named(words, "both quote", &speakers);
    put_named(words, "names", &both(&reasons.names));
    put_named(words, "numbers", &both(&reasons.numbers));
    put_named(words, "words", &both(&reasons.words));
    put_named(words, "in other words", &both(&reasons.other_words));
    if !reasons.neighbours.is_empty() {
        words.put(" · sentences next to both are linked too", Role::Dim);
    }
}

/// What both have, as either has it: *surrender / hand over*.
fn shown(pair: Pair<Span>, comparison: &Comparison) -> String {
    let words = pair.zip(comparison.readings.as_ref());
    let words = words.map(|(span, reading)| span.of(&reading.article.text));
    if words.left.eq_ignore_ascii_case(words.right) {
        words.left.to_owned()
    } else {
        format!("{} / {}", words.left, words.right)
    }
}
