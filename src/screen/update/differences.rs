use super::library::prompt;
use super::text::{open_mut, show};
use crate::screen::desk::Target;
use crate::screen::input::Input;
use crate::screen::keymap::Action;
use crate::screen::message::Effect;
use crate::screen::overlay::Purpose;
use crate::screen::state::State;

/// What keys do in the list of what tells two articles apart.
pub(super) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(open) = open_mut(state) else {
        return Vec::new();
    };
    let Some(list) = &mut open.differences else {
        open.listing = false;
        return Vec::new();
    };
    match action {
        Action::Escape if list.unfilter() => (),
        Action::Escape | Action::Back | Action::Return => open.listing = false,
        Action::Search => {
            let input = Input::new(&list.narrowing.words);
            prompt(state, input, Purpose::Differences);
        }
        Action::Jump => jump(state),
        _ => drop(list.act(action)),
    }
    Vec::new()
}

/// Narrows the list as one types.
pub(super) fn filter(state: &mut State, words: &str) {
    if let Some(open) = open_mut(state)
        && let Some(list) = &mut open.differences
    {
        list.filter_by(words, &open.comparison);
    }
}

/// Goes to where the difference under the cursor stands.
fn jump(state: &mut State) {
    let Some(open) = open_mut(state) else { return };
    match open.difference_target() {
        Some((side, span)) => {
            let here = open.desk.anchor();
            open.desk.remember(here.below_list());
            open.listing = false;
            show(state, Target { side, span });
        }
        None => state.say("nothing here to go to"),
    }
}
