//! What all articles say together: the versions of a quote, and who is quoted where.

use std::sync::Arc;

use super::library::{go_to, prompt};
use crate::echo::Echo;
use crate::screen::desk::Sidebar;
use crate::screen::gathering::Gathering;
use crate::screen::input::Input;
use crate::screen::keymap::Action;
use crate::screen::matrix::Matrix;
use crate::screen::message::{Effect, Ticket};
use crate::screen::overlay::Purpose;
use crate::screen::state::{Screen, State};
use crate::screen::versions::Versions;
use crate::speaker::Cast;

/// Opens the versions of the quote that the reader is at.
pub(super) fn open_versions(state: &mut State) -> Vec<Effect> {
    let Some((item, quote)) = quote_here(state) else {
        state.say(match state.screens.last() {
            Some(Screen::Reader(_) | Screen::Compare(_)) => "no quote is lit: s goes to one",
            _ => "no quote here",
        });
        return Vec::new();
    };
    let known = match state.screens.last() {
        Some(Screen::Matrix(matrix)) => Some(matrix.gathering.clone()),
        _ => None,
    };
    let (gathering, effects) = match known {
        Some(gathering) => (gathering, Vec::new()),
        None => match Gathering::begin(state) {
            Some((gathering, effect)) => (gathering, vec![effect]),
            None => return Vec::new(),
        },
    };
    let versions = Versions::new(gathering, item, quote);
    state.screens.push(Screen::Versions(Box::new(versions)));
    state.fit();
    effects
}

/// The quote that the reader is at: the number of its item, and its own.
fn quote_here(state: &State) -> Option<(usize, usize)> {
    let screen = state.screens.last()?;
    let quoted = screen.desk().and_then(|desk| match desk.sidebar {
        Sidebar::Focused => desk.quotes.here(),
        Sidebar::Closed | Sidebar::Open => desk.lit,
    });
    match screen {
        Screen::Reader(reader) => Some((reader.item, quoted?.quote)),
        Screen::Compare(compare) => {
            let items = compare.open.as_ref()?.items;
            let quoted = quoted?;
            let item = items.into_iter().nth(quoted.article)?;
            Some((item, quoted.quote))
        }
        Screen::Quotes(all) => {
            let here = all.list.as_ref()?.here()?;
            Some((*all.items.get(here.article)?, here.quote))
        }
        Screen::Matrix(matrix) => matrix.quote(true),
        Screen::Versions(_) => None,
    }
}

/// Opens the matrix of all articles that are read.
pub(super) fn open_matrix(state: &mut State) -> Vec<Effect> {
    let Some((gathering, effect)) = Gathering::begin(state) else {
        return Vec::new();
    };
    let matrix = Matrix::new(gathering);
    state.screens.push(Screen::Matrix(Box::new(matrix)));
    state.fit();
    vec![effect]
}

/// Asks anew for what was gathered before all articles were read.
pub(super) fn renew(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut screens = std::mem::take(&mut state.screens);
    for screen in &mut screens {
        effects.extend(match screen {
            Screen::Versions(versions) => versions.gathering.renew(state),
            Screen::Matrix(matrix) => matrix.gathering.renew(state),
            Screen::Reader(_) | Screen::Compare(_) | Screen::Quotes(_) => None,
        });
    }
    state.screens = screens;
    effects
}

/// Gives what was gathered to the screen that has asked for it.
pub(super) fn gathered(state: &mut State, ticket: Ticket, cast: &Arc<Cast>, echoes: &[Echo]) {
    let mut is_new = false;
    for screen in &mut state.screens {
        match screen {
            Screen::Versions(versions) => {
                if versions.gathering.set(ticket, cast, echoes) {
                    versions.find();
                    is_new = true;
                }
            }
            Screen::Matrix(matrix) => {
                is_new |= matrix.set(ticket, cast, echoes);
            }
            Screen::Reader(_) | Screen::Compare(_) | Screen::Quotes(_) => (),
        }
    }
    if is_new {
        state.fit();
    }
}

/// What keys do in the versions of a quote.
pub(super) fn act_in_versions(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(Screen::Versions(versions)) = state.screens.last_mut() else {
        return Vec::new();
    };
    match action {
        Action::Escape | Action::Back | Action::Return => drop(state.screens.pop()),
        Action::Jump => {
            if let Some((item, quote)) = versions.place() {
                go_to(state, item, quote);
            }
        }
        _ => versions.act(action),
    }
    Vec::new()
}

/// What keys do in the matrix.
pub(super) fn act_in_matrix(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(Screen::Matrix(matrix)) = state.screens.last_mut() else {
        return Vec::new();
    };
    match action {
        Action::Escape if !matrix.filter.is_empty() => matrix.filter_by(""),
        Action::Escape | Action::Back | Action::Return => drop(state.screens.pop()),
        Action::Search => {
            let input = Input::new(&matrix.filter);
            prompt(state, input, Purpose::Speaker);
        }
        Action::Jump => match matrix.quote(false) {
            Some((item, quote)) => go_to(state, item, quote),
            None => state.say("no quote here"),
        },
        _ => matrix.act(action),
    }
    Vec::new()
}
