use super::{compare, describing, filters, group, relate, search, story};
use crate::correction::Subject;
use crate::screen::input::Input;
use crate::screen::keymap::{Action, Place};
use crate::screen::library::{Content, Sorting};
use crate::screen::message::Effect;
use crate::screen::overlay::{Overlay, Prompt, Purpose, Question};
use crate::screen::reader::Reader;
use crate::screen::state::{Screen, State};
use crate::text::{Pair, Side};

pub(super) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Back => return leave(state),
        Action::Escape => return escape(state),
        Action::Pick => return pick(state),
        Action::Open => return open(state),
        Action::Compare => return compare_picked(state),
        Action::Quotes => return story::open_quotes(state),
        Action::SortArticles => return sort(state),
        Action::Fold | Action::FoldAll => fold(state, action),
        Action::SearchAll => return search::open(state),
        Action::Sync => return sync(state),
        Action::Add if is_library(state) => prompt(state, Input::default(), Purpose::Add),
        Action::Add => (),
        Action::Filters => filters::choose(state),
        Action::SaveFilter => filters::ask_name(state),
        Action::Tags | Action::SetOutlet | Action::TurnRead | Action::AllRead => {
            return describing::act(state, action);
        }
        Action::Search => prompt(state, Input::new(&state.library.filter), Purpose::Filter),
        _ => drop(state.library.act(action)),
    }
    Vec::new()
}

pub(super) fn prompt(state: &mut State, input: Input, purpose: Purpose) {
    state.overlay = Some(Overlay::Prompt(Prompt { input, purpose }));
}

/// Whether the library is what is listed; else says that it is not.
fn is_library(state: &mut State) -> bool {
    if !state.library.is_stored() {
        state.say("these are files, not the library; parallax without files opens that once something is in it");
    }
    state.library.is_stored()
}

fn sync(state: &mut State) -> Vec<Effect> {
    if !is_library(state) {
        return Vec::new();
    }
    if state.fetching.is_some() {
        state.say("something is being fetched already");
        return Vec::new();
    }
    state.fetching = Some("fetching…".to_owned());
    vec![Effect::Sync]
}

fn sort(state: &mut State) -> Vec<Effect> {
    state.library.turn_sorting();
    state.say(match state.library.sorting {
        Sorting::AsTheyCame => "as they came",
        Sorting::InCommon => "by what is in common with A",
        Sorting::ByStory => "by story",
        Sorting::Newest => "the newest first",
        Sorting::ByOutlet => "by outlet",
    });
    if state.library.lacks_stories() {
        return group(state).into_iter().collect();
    }
    Vec::new()
}

fn fold(state: &mut State, action: Action) {
    let library = &mut state.library;
    if action == Action::Fold && library.turn_copies() {
        return;
    }
    let folded = match action {
        Action::Fold => library.turn_fold(),
        _ => library.turn_all_folds(),
    };
    if !folded {
        let sort = Place::Library.key_of(Action::SortArticles);
        state.say(format!(
            "there are no stories to fold: {sort} sorts by story"
        ));
    }
}

/// The article under the cursor, if it can be read; else says why not.
pub(super) fn readable(state: &mut State) -> Option<usize> {
    if state.library.is_on_head() {
        state.say("this is a story: go to one of its articles");
    }
    let number = state.library.here()?;
    match &state.library.item(number)?.content {
        Content::Unreadable(why) => {
            let why = why.to_string();
            state.warn(why);
            None
        }
        Content::Waiting | Content::Known(_) | Content::Read(_) => Some(number),
    }
}

/// Leaves, but not without a word when what the reader made would be gone.
fn leave(state: &mut State) -> Vec<Effect> {
    match state.unkept {
        0 => vec![Effect::Quit],
        count => {
            state.overlay = Some(Overlay::Question(Question::Leave(count)));
            Vec::new()
        }
    }
}

fn escape(state: &mut State) -> Vec<Effect> {
    let library = &mut state.library;
    if !library.filter.is_empty() {
        library.filter_by("");
        return Vec::new();
    }
    let last = Side::BOTH
        .into_iter()
        .rev()
        .find(|&side| library.picks.get(side).is_some());
    if let Some(side) = last {
        *library.picks.get_mut(side) = None;
    }
    relate(state).into_iter().collect()
}

fn pick(state: &mut State) -> Vec<Effect> {
    let Some(number) = readable(state) else {
        return Vec::new();
    };
    let first = state.library.picks.left;
    state.library.pick(number);
    if state.library.picks.left == first {
        return Vec::new();
    }
    relate(state).into_iter().collect()
}

/// Compares when the cursor is on the second of two, and reads otherwise.
fn open(state: &mut State) -> Vec<Effect> {
    if state.library.is_on_head() {
        state.library.turn_fold();
        return Vec::new();
    }
    let Some(number) = readable(state) else {
        return Vec::new();
    };
    let Pair { left, right } = state.library.picks;
    match (left, right) {
        (Some(left), None) if left != number => compare(state, Pair::new(left, number)),
        (Some(left), Some(right)) if left == number || right == number => {
            compare(state, Pair::new(left, right))
        }
        _ => {
            read(state, number);
            Vec::new()
        }
    }
}

/// Opens one article.
pub(super) fn read(state: &mut State, number: usize) {
    read_at(state, number, None);
}

/// Opens one article at a place, which is lit.
pub(super) fn read_at(state: &mut State, number: usize, goal: Option<Subject>) {
    let mut reader = Reader::new(number);
    reader.goal = goal;
    let digest = state.library.item(number).and_then(|item| item.digest());
    if let Some(digest) = digest {
        reader.set(digest, state.frame(), None);
    }
    state.screens.push(Screen::Reader(Box::new(reader)));
    state.fit_lists();
}

fn compare_picked(state: &mut State) -> Vec<Effect> {
    let Some(number) = readable(state) else {
        return Vec::new();
    };
    match state.library.picks {
        Pair {
            left: Some(left),
            right: Some(right),
        } => compare(state, Pair::new(left, right)),
        Pair {
            left: Some(left),
            right: None,
        } if left != number => compare(state, Pair::new(left, number)),
        Pair {
            left: Some(_),
            right: None,
        } => {
            state.say("this is A: go to another article and press c again");
            Vec::new()
        }
        Pair { left: None, .. } => {
            state.library.pick(number);
            state.say("this is A: go to another article and press c again");
            relate(state).into_iter().collect()
        }
    }
}
