//! The search in all articles: asked for as one types, taken, and left for an article.

use super::library::read;
use crate::query::{Hit, Sought};
use crate::screen::keymap::Action;
use crate::screen::message::{Effect, Ticket};
use crate::screen::reader::FromSearch;
use crate::screen::search::Search;
use crate::screen::state::{Screen, State};

/// Opens the search with the line that was typed last.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let search = Search::new(&state.searched);
    state.screens.push(Screen::Search(Box::new(search)));
    state.fit();
    ask(state)
}

/// Puts in what was typed.
pub(super) fn insert(state: &mut State, typed: &str) -> Vec<Effect> {
    if let Some(search) = on_top(state) {
        search.insert(typed);
    }
    ask(state)
}

pub(super) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Escape => drop(state.screens.pop()),
        Action::Accept => go_to(state),
        _ => {
            let Some(search) = on_top(state) else {
                return Vec::new();
            };
            if search.edit(action) {
                return ask(state);
            }
            if !matches!(action, Action::Top | Action::Bottom) {
                search.act(action);
            }
        }
    }
    Vec::new()
}

/// Gives an answer to the search that waits for it.
pub(super) fn found(state: &mut State, ticket: Ticket, hits: &[(usize, Hit)]) {
    for screen in &mut state.screens {
        if let Screen::Search(search) = screen {
            search.set(ticket, hits);
        }
    }
}

fn on_top(state: &mut State) -> Option<&mut Search> {
    match state.screens.last_mut()? {
        Screen::Search(search) => Some(search),
        _ => None,
    }
}

fn ask(state: &mut State) -> Vec<Effect> {
    let (ticket, today) = (state.next_ticket(), state.library.today);
    let Some(search) = on_top(state) else {
        return Vec::new();
    };
    let line = search.input.text().to_owned();
    let effect = search.ask(ticket, today);
    state.searched = line;
    effect.into_iter().collect()
}

/// Opens the article under the cursor at what was found there, which is lit.
fn go_to(state: &mut State) {
    let Some(search) = on_top(state) else { return };
    if search.ticket.is_some() {
        state.say("still searching");
        return;
    }
    let Some((item, hit)) = search.here() else {
        state.say("nothing here to read");
        return;
    };
    let item = *item;
    let sought = FromSearch {
        name: search.input.text().trim().to_owned(),
        words: Sought::new(search.query.wanted()),
        at: hit.at.unwrap_or_default(),
        quote: hit.quote.as_ref().map(|said| said.span),
    };
    read(state, item);
    let digest = state.library.item(item).and_then(|item| item.digest());
    let partial = digest.is_some_and(|digest| digest.partial);
    if let Some(Screen::Reader(reader)) = state.screens.last_mut() {
        reader.seek(sought, partial);
    }
}
