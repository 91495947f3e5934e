//! The filters that are saved: chosen, saved, taken away.

use super::library::prompt;
use crate::query::Filter;
use crate::screen::input::Input;
use crate::screen::keymap::{Action, Place};
use crate::screen::message::Effect;
use crate::screen::overlay::{Overlay, Purpose, Question, choose_filter};
use crate::screen::state::State;
use crate::text::fold;

/// Takes all filters that are saved.
pub(super) fn set(state: &mut State, mut filters: Vec<Filter>) {
    filters.sort_by(|one, other| fold(&one.name).cmp(&fold(&other.name)));
    state.filters = filters;
}

/// Lets the reader choose one.
pub(super) fn choose(state: &mut State) {
    if state.filters.is_empty() {
        let save = Place::Library.key_of(Action::SaveFilter);
        state.say(format!("no filter is saved: {save} saves one"));
        return;
    }
    state.overlay = Some(choose_filter(&state.filters));
    state.fit_lists();
}

/// Asks what the filter is to be called.
pub(super) fn ask_name(state: &mut State) {
    if state.library.filter.trim().is_empty() {
        let filter = Place::Library.key_of(Action::Search);
        state.say(format!("there is no filter to save: {filter} filters"));
        return;
    }
    let known = state.filters.iter();
    let known = known.filter(|one| one.query == state.library.filter);
    let name = known
        .map(|one| one.name.as_str())
        .next()
        .unwrap_or_default();
    prompt(state, Input::new(name), Purpose::FilterName);
}

/// Saves the filter under a name, in the place of one that is called so.
pub(super) fn save(state: &mut State, name: &str) -> Vec<Effect> {
    let name = name.trim();
    if name.is_empty() {
        state.say("nothing was saved");
        return Vec::new();
    }
    let filter = Filter {
        name: name.to_owned(),
        query: state.library.filter.trim().to_owned(),
    };
    let mut filters = std::mem::take(&mut state.filters);
    filters.retain(|one| one.name != name);
    filters.push(filter.clone());
    set(state, filters);
    let choose = Place::Library.key_of(Action::Filters);
    state.say(format!("saved as “{name}”: {choose} chooses it"));
    vec![Effect::SaveFilter(filter)]
}

/// Filters by the one under the cursor.
pub(super) fn chosen(state: &mut State, filter: Option<&Filter>) {
    let Some(filter) = filter else {
        state.say("nothing was chosen");
        return;
    };
    state.library.filter_by(&filter.query);
    state.say(format!("filtered by “{}”", filter.name));
}

/// Asks whether the one under the cursor may be taken away.
pub(super) fn ask_drop(state: &mut State, filter: Option<&Filter>) {
    if let Some(filter) = filter {
        let question = Question::DropFilter(filter.name.clone());
        state.overlay = Some(Overlay::Question(question));
    }
}

/// Takes one away.
pub(super) fn drop_filter(state: &mut State, name: &str) -> Effect {
    state.filters.retain(|one| one.name != name);
    Effect::DropFilter(name.to_owned())
}
