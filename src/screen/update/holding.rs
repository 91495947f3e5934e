//! Which articles are wanted whole, and what waits for them.

use std::collections::BTreeSet;

use super::act;
use crate::screen::gathering::Gathering;
use crate::screen::keymap::{Action, Place};
use crate::screen::library::Sorting;
use crate::screen::message::Effect;
use crate::screen::state::{Screen, State};

/// Asks for articles that are looked at and not held, and lets go of others, of a library of many.
pub(in crate::screen) fn hold(state: &mut State) -> Vec<Effect> {
    if !state.library.is_large() && !state.library.is_stored() {
        return Vec::new();
    }
    let wanted = wanted(state);
    state.library.hold_only(&wanted)
}

fn wanted(state: &State) -> BTreeSet<usize> {
    let library = &state.library;
    if !library.is_large() {
        return (0..library.items.len()).collect();
    }
    let mut wanted: BTreeSet<usize> = library.picks.into_iter().flatten().collect();
    if state.screens.is_empty() {
        wanted.extend(library.here());
    }
    if state.deferred.is_some() || library.sorting == Sorting::ByStory {
        wanted.extend(library.first_listed());
    }
    for screen in &state.screens {
        match screen {
            Screen::Reader(reader) => wanted.extend([reader.item]),
            Screen::Compare(compare) => wanted.extend(compare.wanted),
            Screen::Coverage(cover) => wanted.extend(cover.selection.items.iter().copied()),
            Screen::Quotes(_) | Screen::Versions(_) | Screen::Matrix(_) => {
                let articles = screen.gathering().and_then(Gathering::articles);
                wanted.extend(articles.into_iter().flat_map(|articles| &articles.items));
            }
            Screen::Made(_) | Screen::Search(_) => (),
        }
    }
    wanted
}

/// Whether what is asked for takes articles together that are not all held.
pub(super) fn lacks(state: &State, action: Action) -> bool {
    // Stories are looked for when they are sorted by.
    let sorts_by_story = state.library.next_sorting() == Sorting::ByStory;
    if action == Action::SortArticles && !sorts_by_story {
        return false;
    }
    state.library.lacks(state.library.first_listed())
}

/// Does later what is asked for, once the articles listed first are loaded.
pub(super) fn defer(state: &mut State, place: Place, action: Action) {
    state.deferred = Some((place, action));
    state.say("loading the articles listed…");
}

/// Does what waited for articles to be loaded.
pub(super) fn go_on(state: &mut State) -> Vec<Effect> {
    let Some((place, action)) = state.deferred.take() else {
        return Vec::new();
    };
    if state.place() != place {
        return Vec::new();
    }
    state.notice = None;
    act(state, place, action)
}
