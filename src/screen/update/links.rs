//! What the reader does about the links of two articles.

use super::history::say_done;
use super::keeping;
use super::request_comparisons;
use super::story::gather_anew;
use super::text::{open_mut, show};
use crate::correction::{Correction, Tie};
use crate::screen::desk::Done;
use crate::screen::keymap::Action;
use crate::screen::message::Effect;
use crate::screen::state::{Screen, State};

/// Shows more links, or fewer.
pub(super) fn move_threshold(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(Screen::Compare(compare)) = state.screens.last_mut() else {
        return Vec::new();
    };
    if compare.move_threshold(action) {
        return request_comparisons(state);
    }
    state.say("the threshold goes no further");
    Vec::new()
}

/// What keys do while sentences are chosen to be tied.
pub(super) fn act_on_tie(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(open) = open_mut(state) else {
        return Vec::new();
    };
    let (done, tie) = open.act_on_tie(action);
    if let Done::Show(target) = done {
        show(state, target);
    }
    match tie {
        Some(tie) => {
            call(state, &tie);
            make(state, tie)
        }
        None => Vec::new(),
    }
}

/// Says that the sides of the passage being read do not belong together.
pub(super) fn take_apart(state: &mut State) -> Vec<Effect> {
    if let Some(tie) = open_mut(state).and_then(|open| open.apart()) {
        return make(state, tie);
    }
    state.say("only one article has this passage");
    Vec::new()
}

fn make(state: &mut State, tie: Tie) -> Vec<Effect> {
    let Some(change) = keeping::correction(state, &Correction::Link(tie)) else {
        state.warn("these articles are not there any more");
        return Vec::new();
    };
    say_done(state, if tie.tied { "tied" } else { "taken apart" });
    keeping::make(state, vec![change])
}

/// Asks for all that hangs on what was tied and taken apart.
pub(super) fn renew(state: &mut State) -> Vec<Effect> {
    let mut effects = request_comparisons(state);
    effects.extend(gather_anew(state));
    effects
}

/// Goes to what was set right, where it is on the screen.
pub(super) fn call(state: &mut State, tie: &Tie) {
    if let Some(open) = open_mut(state) {
        open.call(tie);
    }
}
