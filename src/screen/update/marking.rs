//! Bookmarks, and notes on places and articles.

use super::history::say_done;
use super::keeping::{change, make, target};
use super::library::prompt;
use super::text::show;
use crate::annotation::{Body, Target};
use crate::article::Fingerprint;
use crate::correction::Subject;
use crate::screen::desk::Done;
use crate::screen::input::Input;
use crate::screen::keymap::{Action, Place};
use crate::screen::message::Effect;
use crate::screen::overlay::Purpose;
use crate::screen::quotes::Here;
use crate::screen::state::{Screen, State};
use crate::text::Span;

/// Bookmarks or annotates what the reader is at, or lets them choose it.
pub(super) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let place = state.place();
    if place == Place::Library {
        let text = super::describing::text_here(state);
        return text.map_or_else(Vec::new, |text| mark(state, action, text, None));
    }
    let quoted = state.quoted().and_then(Here::subject);
    let desk = state.screens.last().and_then(Screen::desk);
    let subject = quoted.or_else(|| desk?.place());
    match subject {
        Some(Subject { text, span }) => mark(state, action, text, Some(span)),
        None if matches!(place, Place::Reader | Place::Compare) => {
            begin(state, action);
            Vec::new()
        }
        None => {
            state.say_no_quote();
            Vec::new()
        }
    }
}

fn mark(state: &mut State, action: Action, text: Fingerprint, span: Option<Span>) -> Vec<Effect> {
    if action == Action::Bookmark {
        return bookmark(state, text, span);
    }
    let known = state.annotations.note(text, span).unwrap_or_default();
    let input = Input::new(known);
    prompt(state, input, Purpose::Note { text, span });
    Vec::new()
}

/// Bookmarks a place or an article, or takes that away.
fn bookmark(state: &mut State, text: Fingerprint, span: Option<Span>) -> Vec<Effect> {
    let Some(target) = target_at(state, text, span) else {
        return Vec::new();
    };
    let stays = !state.annotations.is_bookmarked(text, span);
    say_done(
        state,
        if stays {
            "bookmarked"
        } else {
            "bookmark taken away"
        },
    );
    make(state, vec![change(target, Body::Bookmark, stays)])
}

/// Takes a note; an empty one takes that away which is there.
pub(super) fn note(
    state: &mut State,
    text: Fingerprint,
    span: Option<Span>,
    words: &str,
) -> Vec<Effect> {
    stop_choosing(state);
    let words = words.trim();
    let known = state.annotations.note(text, span);
    if known.unwrap_or_default() == words {
        state.say(if words.is_empty() {
            "nothing was noted"
        } else {
            "the note stays as it was"
        });
        return Vec::new();
    }
    let Some(target) = target_at(state, text, span) else {
        return Vec::new();
    };
    let stays = !words.is_empty();
    say_done(state, if stays { "noted" } else { "note taken away" });
    make(
        state,
        vec![change(target, Body::Note(words.to_owned()), stays)],
    )
}

fn target_at(state: &mut State, text: Fingerprint, span: Option<Span>) -> Option<Target> {
    let found = match span {
        Some(span) => target(state, Subject { text, span }),
        None => Some(Target::whole(text)),
    };
    if found.is_none() {
        state.warn("this article is not there any more");
    }
    found
}

/// Lets the reader choose a place in the text.
fn begin(state: &mut State, action: Action) {
    let desk = state.screens.last_mut().and_then(Screen::desk_mut);
    let done = desk.map(|desk| desk.begin_choice(action));
    follow(state, &done.unwrap_or(Done::Not));
}

/// What keys do while a place is chosen.
pub(super) fn act_on_choice(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(desk) = state.screens.last_mut().and_then(Screen::desk_mut) else {
        return Vec::new();
    };
    let (done, taken) = desk.act_on_choice(action);
    let place = desk.place();
    let then = desk.choosing.map(|choosing| choosing.then);
    follow(state, &done);
    let (true, Some(place), Some(then)) = (taken, place, then) else {
        return Vec::new();
    };
    if then == Action::Bookmark {
        stop_choosing(state);
    }
    mark(state, then, place.text, Some(place.span))
}

fn follow(state: &mut State, done: &Done) {
    match done {
        Done::Show(target) => show(state, *target),
        Done::Nothing(why) => state.say(*why),
        _ => (),
    }
}

/// The place is taken, or given up.
pub(super) fn stop_choosing(state: &mut State) {
    if let Some(desk) = state.screens.last_mut().and_then(Screen::desk_mut) {
        desk.choosing = None;
    }
}
