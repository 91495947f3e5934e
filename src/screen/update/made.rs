//! The list of what the reader made: opened, kept true, and what keys do in it.

use super::compare_at;
use super::history::{said, say_done};
use super::keeping::make;
use super::library::{prompt, read_at};
use crate::annotation::Change;
use crate::page::Spot;
use crate::screen::input::Input;
use crate::screen::keymap::{Action, Place};
use crate::screen::made::{Made, NOT_THERE, Thing};
use crate::screen::message::Effect;
use crate::screen::overlay::Purpose;
use crate::screen::state::{Screen, State};
use crate::text::{Pair, Side};

/// Opens the list; says so when there is nothing to list.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let made = Made::new(&state.annotations, &state.library);
    if made.total() == 0 {
        let key = |action| Place::Library.key_of(action);
        let (bookmark, note) = (key(Action::Bookmark), key(Action::Annotate));
        state.say(format!(
            "nothing is marked yet: {bookmark} bookmarks, {note} notes"
        ));
        return Vec::new();
    }
    state.screens.push(Screen::Made(Box::new(made)));
    state.fit();
    Vec::new()
}

/// Has the lists show what there is now.
pub(super) fn renew(state: &mut State) {
    for screen in &mut state.screens {
        if let Screen::Made(made) = screen {
            made.renew(&state.annotations, &state.library);
        }
    }
}

/// What keys do in the list.
pub(super) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(Screen::Made(made)) = state.screens.last_mut() else {
        return Vec::new();
    };
    match action {
        Action::Escape if made.unfilter() => (),
        Action::Escape | Action::Back | Action::Return => drop(state.screens.pop()),
        Action::Search => {
            let input = Input::new(&made.narrowing.words);
            prompt(state, input, Purpose::Made);
        }
        Action::Jump => return go_to(state),
        Action::TakeAway => return take_away(state),
        _ => made.act(action),
    }
    Vec::new()
}

/// Narrows the list as one types.
pub(super) fn filter(state: &mut State, words: &str) {
    if let Some(Screen::Made(made)) = state.screens.last_mut() {
        made.filter_by(words);
    }
}

/// Moves in the list while the line stays open.
pub(super) fn move_beside(state: &mut State, action: Action) {
    if let Some(Screen::Made(made)) = state.screens.last_mut() {
        made.act(action);
    }
}

/// Opens the article under the cursor at the place, lit; both articles of a tie.
fn go_to(state: &mut State) -> Vec<Effect> {
    let Some(Screen::Made(made)) = state.screens.last() else {
        return Vec::new();
    };
    let Some(row) = made.row() else {
        return Vec::new();
    };
    let is_head = made.here().is_none();
    let Some(Thing {
        annotation,
        item,
        with,
        ..
    }) = made.thing(row).cloned()
    else {
        return Vec::new();
    };
    let Some(item) = item else {
        state.say(NOT_THERE);
        return Vec::new();
    };
    let subject = annotation.target.subject().filter(|_| !is_head);
    if let (Some(with), Some(subject)) = (with.filter(|&with| with != item), subject) {
        let spot = Spot {
            side: Side::Left,
            at: subject.span.start,
        };
        return compare_at(state, Pair::new(item, with), Some(spot));
    }
    read_at(state, item, subject);
    Vec::new()
}

/// Takes away what is under the cursor.
fn take_away(state: &mut State) -> Vec<Effect> {
    let Some(Screen::Made(made)) = state.screens.last() else {
        return Vec::new();
    };
    let Some(thing) = made.here() else {
        state.say("this is an article: go to one of the lines below it");
        return Vec::new();
    };
    let change = Change::Drop(thing.annotation.clone());
    say_done(state, &said(&change));
    make(state, vec![change])
}
