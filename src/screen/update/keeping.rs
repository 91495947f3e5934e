//! What the reader makes, on its way to the store, and what is there from before.

use std::collections::BTreeSet;

use super::{correct, links};
use crate::annotation::{Annotation, Body, Change, Target};
use crate::article::Fingerprint;
use crate::correction::{Correction, Subject};
use crate::screen::message::{Digest, Effect};
use crate::screen::state::{Screen, State};

/// Makes a change of what the reader made, and has it stored.
pub(super) fn keep(state: &mut State, change: Change) -> Effect {
    state.annotations.change(change.clone());
    Effect::Keep(change)
}

/// Has stored what counts now of something that was set right, or taken back; nothing when its text is not there.
pub(super) fn keep_correction(state: &mut State, correction: &Correction) -> Option<Effect> {
    let change = match correction {
        Correction::Quote(subject, verdict) => {
            let said = state.corrections.verdict(*subject).cloned();
            let target = target(state, *subject)?;
            let body = Body::Verdict(said.clone().unwrap_or_else(|| verdict.clone()));
            change(target, body, said.is_some())
        }
        Correction::Link(tie) => {
            let said = state.corrections.tied(tie.passages);
            let target = |subject| target(state, subject);
            let with = target(tie.passages.right)?;
            let tied = said.unwrap_or(tie.tied);
            let body = Body::Tie { with, tied };
            change(target(tie.passages.left)?, body, said.is_some())
        }
    };
    Some(keep(state, change))
}

fn change(target: Target, body: Body, stays: bool) -> Change {
    let annotation = Annotation { target, body };
    if stays {
        Change::Keep(annotation)
    } else {
        Change::Drop(annotation)
    }
}

/// A place with its words, which are looked up in any article that has the text.
pub(super) fn target(state: &State, subject: Subject) -> Option<Target> {
    let item = state.library.items_of(subject.text).next()?;
    let found = state.library.item(item)?.found.as_ref()?;
    Some(Target::at(subject, &found.article.text))
}

/// Takes what the reader made before. What was set right since the reader began stays.
pub(super) fn annotated(state: &mut State, made: Vec<Annotation>) -> Vec<Effect> {
    state.annotations = made.into_iter().collect();
    if state.corrections.count() > 0 {
        return Vec::new();
    }
    let before = std::mem::replace(&mut state.corrections, state.annotations.corrections());
    if before == state.corrections {
        return Vec::new();
    }
    let texts = before.texts().chain(state.corrections.texts());
    let texts: BTreeSet<Fingerprint> = texts.collect();
    let mut effects: Vec<Effect> = Vec::new();
    for text in texts {
        effects.extend(correct::correct_text(state, text));
    }
    effects.extend(links::renew(state));
    effects
}

/// Takes what the reader made of an article along when its file has another text than before. Of the store's articles the
/// store does so itself.
pub(super) fn follow_text(state: &mut State, item: usize, digest: &Digest) -> Vec<Effect> {
    let before = state
        .library
        .item(item)
        .and_then(|item| item.found.as_ref());
    let reading = &digest.reading;
    let (Some(before), false) = (before, state.library.is_stored()) else {
        return Vec::new();
    };
    let (old, new) = (before.fingerprint, reading.fingerprint);
    if old == new {
        return Vec::new();
    }
    let made = state.annotations.all().into_iter();
    let moved = made.filter_map(|one| one.moved(old, new, &reading.article.text));
    let moved: Vec<Annotation> = moved.collect();
    state.say(format!(
        "{} has changed and was read anew",
        reading.article.label.outlet()
    ));
    let mut effects = Vec::new();
    for annotation in moved {
        if let Some(correction) = annotation.correction() {
            state.corrections.make(correction);
        }
        effects.push(keep(state, Change::Keep(annotation)));
    }
    effects
}

/// Marks the articles on the screen as read.
pub(super) fn mark_shown(state: &mut State) -> Vec<Effect> {
    match state.screens.last() {
        Some(Screen::Reader(reader)) => mark_read(state, [reader.item], true),
        Some(Screen::Compare(compare)) => mark_read(state, compare.wanted, true),
        _ => Vec::new(),
    }
}

/// Marks articles of the store as read or unread.
pub(super) fn mark_read(
    state: &mut State,
    items: impl IntoIterator<Item = usize>,
    is_read: bool,
) -> Vec<Effect> {
    if !state.library.is_stored() {
        return Vec::new();
    }
    let mut effects = Vec::new();
    for number in items {
        if let Some(text) = state.library.set_read(number, is_read) {
            let change = change(Target::whole(text), Body::Read, is_read);
            effects.push(Effect::Keep(change));
        }
    }
    effects
}
