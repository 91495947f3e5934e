use super::{compare, relate};
use crate::screen::gathering::Gathering;
use crate::screen::input::Input;
use crate::screen::keymap::Action;
use crate::screen::library::Content;
use crate::screen::message::Effect;
use crate::screen::overlay::{Overlay, Prompt, Purpose};
use crate::screen::reader::Reader;
use crate::screen::state::{AllQuotes, Screen, State};
use crate::text::{Pair, Side};

pub(super) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Back => return vec![Effect::Quit],
        Action::Escape => return escape(state),
        Action::Pick => return pick(state),
        Action::Open => return open(state),
        Action::Compare => return compare_picked(state),
        Action::Quotes => return gather(state),
        Action::SortByCommon if state.library.picks.left.is_none() => {
            state.say(
                "pick an article first: the others are sorted by what they have in common with it",
            );
        }
        Action::SortByCommon => state.library.turn_sorting(),
        Action::SetOutlet => ask_outlet(state),
        Action::Search => prompt(state, Input::new(&state.library.filter), Purpose::Filter),
        _ => drop(state.library.act(action)),
    }
    Vec::new()
}

pub(super) fn prompt(state: &mut State, input: Input, purpose: Purpose) {
    state.overlay = Some(Overlay::Prompt(Prompt { input, purpose }));
}

/// The article under the cursor, if it can be read; else says why not.
fn readable(state: &mut State) -> Option<usize> {
    let number = state.library.here()?;
    match &state.library.item(number)?.content {
        Content::Unreadable(why) => {
            let why = why.clone();
            state.warn(why);
            None
        }
        Content::Waiting | Content::Read(_) => Some(number),
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
    let mut reader = Reader::new(number);
    let digest = state.library.item(number).and_then(|item| item.digest());
    if let Some(digest) = digest {
        reader.set(digest, state.frame());
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

fn gather(state: &mut State) -> Vec<Effect> {
    let Some((gathering, effect)) = Gathering::begin(state) else {
        return Vec::new();
    };
    let Gathering { items, ticket, .. } = gathering;
    state.screens.push(Screen::Quotes(Box::new(AllQuotes {
        items,
        ticket,
        list: None,
        height: 0,
    })));
    state.fit();
    vec![effect]
}

fn ask_outlet(state: &mut State) {
    let Some(number) = readable(state) else {
        return;
    };
    let Some(item) = state.library.item(number) else {
        return;
    };
    if item.entry.path.is_none() {
        state.say("only articles in files can be given an outlet");
        return;
    }
    let known = item
        .digest()
        .and_then(|digest| digest.reading.article.label.outlet.as_deref());
    let input = Input::new(known.unwrap_or_default());
    prompt(state, input, Purpose::Outlet(number));
}

/// What keys do in the quotes of all articles.
pub(super) fn act_in_quotes(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(Screen::Quotes(quotes)) = state.screens.last_mut() else {
        return Vec::new();
    };
    let filtered = quotes
        .list
        .as_ref()
        .is_some_and(|list| !list.filter().is_empty());
    match (action, &mut quotes.list) {
        (Action::Escape, Some(list)) if filtered => list.filter_by(""),
        (Action::Escape | Action::Back, _) => drop(state.screens.pop()),
        (Action::Search, Some(list)) => {
            let input = Input::new(list.filter());
            prompt(state, input, Purpose::Speaker);
        }
        (Action::Jump, Some(_)) => jump(state),
        (action, Some(list)) => {
            if list.act(action, quotes.height) {
                list.keep_in_view(quotes.height);
            }
        }
        (_, None) => (),
    }
    Vec::new()
}

/// Opens the article of the quote under the cursor, at the quote.
fn jump(state: &mut State) {
    let Some(Screen::Quotes(quotes)) = state.screens.last() else {
        return;
    };
    let Some(here) = quotes
        .list
        .as_ref()
        .and_then(super::super::quotes::QuoteList::here)
    else {
        return;
    };
    let Some(&item) = quotes.items.get(here.article) else {
        return;
    };
    go_to(state, item, here.quote);
}

/// Opens an article at one of its quotes.
pub(super) fn go_to(state: &mut State, item: usize, quote: usize) {
    read(state, item);
    if let Some(Screen::Reader(reader)) = state.screens.last_mut() {
        reader.by_jump = true;
        if let Some(desk) = &mut reader.desk {
            desk.light_quote(quote);
        }
    }
}
