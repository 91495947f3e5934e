//! What the reader sets right. Whatever shows it is made anew from the articles as they were found.

use std::sync::Arc;

use super::history::{say_done, whose};
use super::keeping;
use super::story::gather_anew;
use super::{follow_reading, show_article};
use crate::article::Fingerprint;
use crate::correction::{Correction, Subject, Verdict};
use crate::page::shorten;
use crate::reading::Reading;
use crate::screen::keymap::Action;
use crate::screen::message::{Digest, Effect, Ticket};
use crate::screen::overlay::{Overlay, OwnerPicker};
use crate::screen::quotes::Here;
use crate::screen::state::State;
use crate::speaker::Cast;

pub(super) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::SetSpeaker => {
            ask(state);
            Vec::new()
        }
        Action::NotAQuote => match subject(state) {
            // It is shown until the answer is there; a key pressed meanwhile was meant for the next one.
            Some(subject) if state.corrections.verdict(subject) == Some(&Verdict::NotAQuote) => {
                state.say("this quote is still being left out");
                Vec::new()
            }
            Some(subject) => make(state, subject, Verdict::NotAQuote),
            None => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// The quote to be set right, or a word on how to come by one.
fn subject(state: &mut State) -> Option<Subject> {
    let found = state.quoted();
    let found = found.and_then(Here::subject);
    if found.is_none() {
        state.say_no_quote();
    }
    found
}

/// Lets the reader choose whose a quote is.
fn ask(state: &mut State) {
    let Some(subject) = subject(state) else {
        return;
    };
    let words = words(state, subject, usize::MAX / 16);
    let Some(here) = state.quoted() else {
        return;
    };
    let picker = OwnerPicker::new(subject, words, Arc::clone(here.cast), here.attribution());
    state.overlay = Some(Overlay::Owner(picker));
    state.fit_lists();
}

/// Takes what was chosen.
pub(super) fn chosen(state: &mut State, picker: &OwnerPicker) -> Vec<Effect> {
    match picker.verdict() {
        Some(verdict) => make(state, picker.subject, verdict),
        None => Vec::new(),
    }
}

fn make(state: &mut State, subject: Subject, verdict: Verdict) -> Vec<Effect> {
    let what = match &verdict {
        Verdict::Whose(owner) => format!("{} now", whose(owner)),
        Verdict::NotAQuote => "no quote any more".to_owned(),
    };
    let correction = Correction::Quote(subject, verdict);
    let Some(change) = keeping::correction(state, &correction) else {
        state.warn("this article is not there any more");
        return Vec::new();
    };
    say_done(state, &what);
    keeping::make(state, vec![change])
}

/// The beginning of a quote, whether it counts as one now or not.
fn words(state: &State, subject: Subject, columns: usize) -> String {
    let item = state.library.items_of(subject.text).next();
    let found = item.and_then(|item| state.library.item(item)?.found.as_ref());
    let words = found.map_or("", |found| subject.span.of(&found.article.text));
    shorten(words, columns)
}

/// Asks for a text's corrections to be applied, wherever it is.
pub(super) fn correct_text(state: &mut State, text: Fingerprint) -> Vec<Effect> {
    let items: Vec<usize> = state.library.items_of(text).collect();
    let effects = items.into_iter().filter_map(|item| correct(state, item));
    effects.collect()
}

/// Asks for an article's corrections to be applied to it as it was found.
fn correct(state: &mut State, item: usize) -> Option<Effect> {
    let ticket = state.next_ticket();
    let found = state.library.correct(item, ticket)?;
    Some(Effect::Correct(ticket, found, state.corrections.clone()))
}

/// Whether anything is known of an article already that is set right in it.
pub(super) fn touches(state: &State, digest: &Digest) -> bool {
    !digest.partial && state.corrections.touch(digest.reading.fingerprint)
}

/// Asks for the same of an article that was read and is shown after that.
pub(super) fn correct_first(state: &mut State, item: usize, digest: Digest) -> Effect {
    let ticket = state.next_ticket();
    let found = Arc::clone(&digest.reading);
    state.library.await_correction(item, digest, ticket);
    Effect::Correct(ticket, found, state.corrections.clone())
}

/// Takes an answer, if it is the wanted one: every screen that shows the article follows.
pub(super) fn corrected(
    state: &mut State,
    ticket: Ticket,
    reading: Arc<Reading>,
    cast: Arc<Cast>,
) -> Vec<Effect> {
    match state.library.set_corrected(ticket, reading, cast) {
        Some((item, true)) => follow_reading(state, item),
        Some((item, false)) => {
            let mut effects = show_article(state, item);
            effects.extend(gather_anew(state));
            effects
        }
        None => Vec::new(),
    }
}
