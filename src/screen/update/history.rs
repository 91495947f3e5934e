//! What the reader did is taken back, or had again, and said.

use super::{keeping, links};
use crate::annotation::{Annotation, Body, Change};
use crate::correction::{Correction, Verdict};
use crate::page::shorten;
use crate::quote::Owner;
use crate::screen::history::Step;
use crate::screen::keymap::Action;
use crate::screen::message::Effect;
use crate::screen::state::State;

/// How many columns of a quote or a long name remind the reader which one it is; the keys must fit beside them.
const REMINDER: usize = 40;

pub(super) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let is_undo = action == Action::Undo;
    let step = if is_undo {
        state.history.undo()
    } else {
        state.history.redo()
    };
    let Some(step) = step else {
        state.say(if is_undo {
            "nothing to undo"
        } else {
            "nothing to redo"
        });
        return Vec::new();
    };
    if is_undo {
        let redo = offer(state, Action::Redo, "redo");
        follow(state, &step, &step.back, &format!("undone {redo}"))
    } else {
        let undo = offer(state, Action::Undo, "undo");
        follow(state, &step, &step.changes, &format!("again {undo}"))
    }
}

/// Says what was done, and how it is taken back.
pub(super) fn say_done(state: &mut State, what: &str) {
    let undo = offer(state, Action::Undo, "undo");
    state.say(format!("{what} {undo}"));
}

/// By which key to have something done: `(u: undo)`.
fn offer(state: &State, action: Action, what: &str) -> String {
    format!("({}: {what})", state.place().key_of(action))
}

/// Says what was taken back or had again, and goes to its quote or passage.
fn follow(state: &mut State, step: &Step, changes: &[Change], done: &str) -> Vec<Effect> {
    let [first, others @ ..] = step.changes.as_slice() else {
        return Vec::new();
    };
    let about = keeping::about(first);
    let more = match others.len() {
        0 => String::new(),
        count => format!(" and {count} more"),
    };
    let words = words(state, about);
    state.say(format!("{done}: {}{more}: {words}", said(first)));
    match about.correction() {
        Some(Correction::Link(tie)) => links::call(state, &tie),
        Some(Correction::Quote(subject, _)) => state.called = Some(subject),
        None => (),
    }
    keeping::carry_out(state, changes)
}

/// What was done, in a few words.
pub(super) fn said(change: &Change) -> String {
    let (annotation, kept) = match change {
        Change::Keep(annotation) => (annotation, true),
        Change::Drop(annotation) => (annotation, false),
    };
    match (&annotation.body, kept) {
        (Body::Read, true) => "read".to_owned(),
        (Body::Read, false) => "unread".to_owned(),
        (Body::Bookmark, true) => "bookmarked".to_owned(),
        (Body::Bookmark, false) => "bookmark taken away".to_owned(),
        (Body::Note(_), true) => "noted".to_owned(),
        (Body::Note(_), false) => "note taken away".to_owned(),
        (Body::Tag(tag), true) => format!("tagged {}", shorten(tag, REMINDER)),
        (Body::Tag(tag), false) => format!("tag {} taken away", shorten(tag, REMINDER)),
        (Body::Label(field, value), true) => {
            format!("{} {}", field.name(), shorten(value, REMINDER))
        }
        (Body::Label(field, _), false) => format!("{} as it was found", field.name()),
        (Body::Verdict(Verdict::Whose(owner)), true) => whose(owner),
        (Body::Verdict(Verdict::NotAQuote), true) => "no quote".to_owned(),
        (Body::Verdict(_), false) => "as it was found".to_owned(),
        (Body::Tie { tied: true, .. }, true) => "tied".to_owned(),
        (Body::Tie { tied: false, .. }, true) => "taken apart".to_owned(),
        (Body::Tie { .. }, false) => "linked as it was found".to_owned(),
    }
}

/// *Witkoff’s*, *both leaders’*, *nobody’s*.
pub(super) fn whose(owner: &Owner) -> String {
    let name = match owner {
        Owner::Somebody(name) => name,
        Owner::Nobody => "nobody",
    };
    let ending = if name.ends_with('s') { "’" } else { "’s" };
    format!("{}{ending}", shorten(name, REMINDER))
}

/// The beginning of what something is about: the words of the place, or the title.
fn words(state: &State, annotation: &Annotation) -> String {
    let target = &annotation.target;
    if let Some(place) = &target.place {
        return shorten(&place.exact, REMINDER);
    }
    let item = state.library.items_with(target.text).next();
    let title = item.and_then(|item| state.library.item(item)?.title());
    shorten(title.map_or("", |(title, _)| title), REMINDER)
}
