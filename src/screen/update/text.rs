use super::library::prompt;
use super::{links, relate, request_comparisons};
use crate::screen::compare::Open;
use crate::screen::desk::{Desk, Done, Sidebar, Target};
use crate::screen::input::Input;
use crate::screen::keymap::Action;
use crate::screen::message::Effect;
use crate::screen::overlay::{Overlay, Picker, Purpose};
use crate::screen::state::{Screen, State};
use crate::text::Side;

/// What keys do beside a text: in one article or two, and in the quotes beside them.
pub(super) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Search => search(state),
        Action::Swap => return change(state, Screen::swap),
        Action::FewerLinks | Action::MoreLinks => return links::move_threshold(state, action),
        Action::TakeApart => return links::take_apart(state),
        Action::ChooseLeft => choose(state, Side::Left),
        Action::ChooseRight | Action::Compare => choose(state, Side::Right),
        Action::Return if came_by_jump(state) => drop(state.screens.pop()),
        _ => act_on_page(state, action),
    }
    Vec::new()
}

/// Whether the reader has come here from what several articles say or tell, and has not jumped since.
fn came_by_jump(state: &State) -> bool {
    let [.., below, above] = state.screens.as_slice() else {
        return false;
    };
    let jumped = above.desk().is_some_and(Desk::can_return);
    below.is_of_several() && !jumped
}

fn act_on_page(state: &mut State, action: Action) {
    let beside = state.sidebar_beside();
    let frame = state.frame();
    let Some(screen) = state.screens.last_mut() else {
        return;
    };
    let sidebar = screen.desk().map(|desk| desk.sidebar);
    let mut done = screen
        .desk_mut()
        .map_or(Done::Not, |desk| desk.act(action, beside));
    if done == Done::Not
        && let Screen::Compare(compare) = &mut *screen
    {
        done = compare.act(action, frame);
    }
    let now = screen.desk().map(|desk| desk.sidebar);
    let leaves = done == Done::Not && matches!(action, Action::Escape | Action::Back);
    let turned = |sidebar: Option<Sidebar>| sidebar == Some(Sidebar::Closed);
    // Where it lies over the text, the text stays as it is.
    if beside && turned(sidebar) != turned(now) {
        state.fit();
    }
    match done {
        Done::Show(target) => show(state, target),
        Done::Reach(target, words) => {
            show(state, target);
            state.say(words);
        }
        Done::List => {
            if let Some(open) = open_mut(state) {
                open.listing = true;
            }
        }
        Done::Nothing(why) => state.say(why),
        _ if leaves => drop(state.screens.pop()),
        Done::Yes | Done::Not => (),
    }
}

/// The comparison on the screen.
pub(super) fn open_mut(state: &mut State) -> Option<&mut Open> {
    match state.screens.last_mut()? {
        Screen::Compare(compare) => compare.open.as_mut(),
        _ => None,
    }
}

/// Brings `target` onto the screen on top.
pub(super) fn show(state: &mut State, target: Target) {
    let frame = state.frame();
    match state.screens.last_mut() {
        Some(Screen::Compare(compare)) => compare.show(target, frame),
        Some(Screen::Reader(reader)) => {
            if let Some(desk) = &mut reader.desk {
                desk.show(target);
            }
        }
        _ => (),
    }
}

fn search(state: &mut State) {
    let Some(desk) = state.screens.last().and_then(Screen::desk) else {
        return;
    };
    if desk.sidebar == Sidebar::Focused {
        let input = Input::new(&desk.quotes.sift.words);
        prompt(state, input, Purpose::Quotes);
    } else {
        let origin = desk.anchor();
        prompt(state, Input::default(), Purpose::Find(origin));
    }
}

/// Lets the reader choose the article on `side`.
fn choose(state: &mut State, side: Side) {
    let beside = match state.screens.last() {
        Some(Screen::Compare(compare)) => *compare.wanted.get(side.other()),
        Some(Screen::Reader(reader)) => reader.item,
        _ => return,
    };
    let picker = Picker::new(side, beside, &state.library);
    state.overlay = Some(Overlay::Picker(picker));
    state.fit_lists();
}

/// Changes what is compared, and asks for it; the library shows the same two as picked.
pub(super) fn change(state: &mut State, change: impl Fn(&mut Screen)) -> Vec<Effect> {
    if let Some(screen) = state.screens.last_mut() {
        change(screen);
        if let Screen::Compare(compare) = screen {
            state.library.picks = compare.wanted.map(Some);
        }
    }
    let mut effects = request_comparisons(state);
    effects.extend(relate(state));
    effects
}

impl Screen {
    fn swap(&mut self) {
        if let Screen::Compare(compare) = self {
            compare.swap();
        }
    }
}
