//! What the reader makes, on its way to the screens and the store, and what is there from before.

use std::collections::BTreeSet;

use super::{correct, links, made, show_article};
use crate::annotation::{Annotation, Body, Change, Field, Target, carried};
use crate::article::Fingerprint;
use crate::correction::{Correction, Subject};
use crate::screen::history::Step;
use crate::screen::message::{Digest, Effect};
use crate::screen::state::{Screen, State};

/// Makes changes that are taken back together, and has them stored.
pub(super) fn make(state: &mut State, changes: Vec<Change>) -> Vec<Effect> {
    let Some(step) = Step::of(changes, &state.annotations) else {
        return Vec::new();
    };
    let effects = carry_out(state, &step.changes);
    state.history.make(step);
    effects
}

/// Makes changes, on all screens and in the store.
pub(super) fn carry_out(state: &mut State, changes: &[Change]) -> Vec<Effect> {
    for change in changes {
        // Of what is read the library keeps account itself.
        if about(change).body != Body::Read {
            state.annotations.change(change.clone());
        }
    }
    let mut effects: Vec<Effect> = changes.iter().cloned().map(Effect::Keep).collect();
    effects.extend(set_right(state, changes));
    for change in changes {
        let text = about(change).target.text;
        match (change, &about(change).body) {
            (_, Body::Read) => {
                let items: Vec<usize> = state.library.items_with(text).collect();
                for item in items {
                    state
                        .library
                        .set_read(item, matches!(change, Change::Keep(_)));
                }
            }
            (Change::Keep(_), Body::Label(field, value)) => {
                effects.extend(label(state, text, *field, value));
            }
            // What it was before is in the store.
            (Change::Drop(_), Body::Label(..)) => {
                effects.extend(state.library.load_anew(text));
            }
            _ => (),
        }
    }
    if changes.iter().any(|one| about(one).body != Body::Read) {
        state.library.take_marks(&state.annotations);
    } else {
        state.library.filter_anew();
    }
    made::renew(state);
    effects
}

/// What a change is about.
pub(super) fn about(change: &Change) -> &Annotation {
    match change {
        Change::Keep(annotation) | Change::Drop(annotation) => annotation,
    }
}

/// Has quotes and links worked out anew where these changes set anything right in them.
fn set_right(state: &mut State, changes: &[Change]) -> Vec<Effect> {
    let corrections = changes.iter().filter_map(|one| about(one).correction());
    let (mut texts, mut ties) = (BTreeSet::new(), false);
    for correction in corrections {
        match correction {
            Correction::Quote(subject, _) => drop(texts.insert(subject.text)),
            Correction::Link(_) => ties = true,
        }
    }
    if texts.is_empty() && !ties {
        return Vec::new();
    }
    state.corrections = state.annotations.corrections();
    let mut effects: Vec<Effect> = Vec::new();
    for text in texts {
        effects.extend(correct::correct_text(state, text));
    }
    if ties {
        effects.extend(links::renew(state));
    }
    effects
}

fn label(state: &mut State, text: Fingerprint, field: Field, value: &str) -> Vec<Effect> {
    let items = state.library.label(text, field, value);
    let mut effects = Vec::new();
    for item in items {
        effects.extend(show_article(state, item));
    }
    effects
}

/// Has stored what the reader sets right; `None` when its text is not there.
pub(super) fn correction(state: &State, correction: &Correction) -> Option<Change> {
    let target = |subject| target(state, subject);
    let (target, body) = match correction {
        Correction::Quote(subject, verdict) => (target(*subject)?, Body::Verdict(verdict.clone())),
        Correction::Link(tie) => {
            let with = target(tie.passages.right)?;
            let tied = tie.tied;
            (target(tie.passages.left)?, Body::Tie { with, tied })
        }
    };
    Some(Change::Keep(Annotation { target, body }))
}

/// A change that says this of `target`, or takes it away.
pub(super) fn change(target: Target, body: Body, stays: bool) -> Change {
    let annotation = Annotation { target, body };
    if stays {
        Change::Keep(annotation)
    } else {
        Change::Drop(annotation)
    }
}

/// A place with its words, which are looked up in any article that has the text.
pub(super) fn target(state: &State, subject: Subject) -> Option<Target> {
    let mut items = state.library.items_with(subject.text);
    let text = items.find_map(|item| {
        let item = state.library.item(item)?;
        let found = item.found.as_ref().map(|found| &found.article);
        let article = found.or_else(|| Some(&item.digest()?.reading.article));
        article.map(|article| &article.text)
    })?;
    Some(Target::at(subject, text))
}

/// Takes what the reader made before. What was made since the reader began stays.
pub(super) fn annotated(state: &mut State, made: Vec<Annotation>) -> Vec<Effect> {
    let made = made.into_iter().filter(|one| one.body != Body::Read);
    state.annotations = made.collect();
    let since = state.history.changes();
    for change in since.filter(|change| about(change).body != Body::Read) {
        state.annotations.change(change.clone());
    }
    state.library.take_marks(&state.annotations);
    made::renew(state);
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
    let content = &reading.article.text;
    state.history.follow(|one| one.moved(old, new, content));
    let carried = carried(state.annotations.all(), old, content);
    state.say(format!(
        "{} has changed and was read anew",
        reading.article.label.outlet()
    ));
    let carried = carried.into_iter().map(|(_, one)| Change::Keep(one));
    carry_out(state, &carried.collect::<Vec<_>>())
}

/// Marks the articles on the screen as read.
pub(super) fn mark_shown(state: &mut State) -> Vec<Effect> {
    match state.screens.last() {
        Some(Screen::Reader(reader)) => mark_read(state, [reader.item]),
        Some(Screen::Compare(compare)) => mark_read(state, compare.wanted),
        _ => Vec::new(),
    }
}

/// Marks articles of the store as read, with the copies that are put away below them.
fn mark_read(state: &mut State, items: impl IntoIterator<Item = usize>) -> Vec<Effect> {
    if !state.library.is_stored() {
        return Vec::new();
    }
    let mut effects = Vec::new();
    for number in state.library.with_copies(items) {
        if let Some(text) = state.library.set_read(number, true) {
            let change = change(Target::whole(text), Body::Read, true);
            effects.push(Effect::Keep(change));
        }
    }
    effects
}
