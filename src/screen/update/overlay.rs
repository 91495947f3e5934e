use super::text::{change, open_mut, show};
use super::{compare, correct, describing, filters, made, marking};
use crate::screen::desk::Done;
use crate::screen::keymap::Action;
use crate::screen::message::Effect;
use crate::screen::overlay::{Overlay, Picker, Prompt, Purpose, Question};
use crate::screen::state::{Screen, State};
use crate::text::Pair;

/// Puts what was typed into what is being typed, if anything is.
pub(super) fn insert(state: &mut State, typed: &str) {
    let Some(mut overlay) = state.overlay.take() else {
        return;
    };
    match &mut overlay {
        Overlay::Prompt(prompt) => {
            prompt.input.insert(typed);
            apply(state, prompt);
        }
        Overlay::Help(help) => help.insert(typed),
        Overlay::Picker(picker) => picker.choices.insert(typed),
        Overlay::Owner(picker) => picker.insert(typed),
        Overlay::Filters(choices) => choices.insert(typed),
        Overlay::Question(_) => (),
    }
    state.overlay = Some(overlay);
}

/// What keys do while something is typed, chosen or asked.
pub(super) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(mut overlay) = state.overlay.take() else {
        return Vec::new();
    };
    match (&mut overlay, action) {
        (Overlay::Question(question), Action::Yes) => return agreed(state, question),
        (Overlay::Question(question), _) => {
            state.say(question.refused());
            return Vec::new();
        }
        (Overlay::Prompt(prompt), Action::Accept) => return accept(state, prompt),
        (Overlay::Prompt(prompt), Action::Complete) => {
            let effects = describing::complete(state, prompt);
            state.overlay = Some(overlay);
            return effects;
        }
        (Overlay::Prompt(prompt), Action::Escape) => {
            cancel(state, prompt);
            return Vec::new();
        }
        (Overlay::Picker(picker), Action::Accept) => return chosen(state, picker),
        (Overlay::Owner(picker), Action::Accept) => return correct::chosen(state, picker),
        (Overlay::Filters(choices), Action::Accept) => {
            filters::chosen(state, choices.here());
            return Vec::new();
        }
        (Overlay::Filters(choices), Action::TakeAway) if !choices.listed.is_empty() => {
            filters::ask_drop(state, choices.here());
            return Vec::new();
        }
        (Overlay::Help(_), Action::Accept) | (_, Action::Escape) => return Vec::new(),
        (Overlay::Prompt(prompt), _) => {
            if prompt.input.edit(action) {
                apply(state, prompt);
            } else {
                move_beside(state, prompt.purpose, action);
            }
        }
        (Overlay::Help(help), _) => help.edit(action),
        (Overlay::Picker(picker), _) => drop(picker.choices.edit(action)),
        (Overlay::Owner(picker), _) => picker.edit(action),
        (Overlay::Filters(choices), _) => drop(choices.edit(action)),
    }
    state.overlay = Some(overlay);
    Vec::new()
}

/// Shows at once what the line means so far.
fn apply(state: &mut State, prompt: &Prompt) {
    let text = prompt.input.text();
    match prompt.purpose {
        Purpose::Filter => state.library.filter_by(text),
        Purpose::Find(origin) => {
            let desk = state.screens.last_mut().and_then(Screen::desk_mut);
            let target = desk.and_then(|desk| desk.search(text, origin));
            if let Some(target) = target {
                show(state, target);
            }
        }
        Purpose::Quotes => filter_quotes(state, text),
        Purpose::Differences => super::differences::filter(state, text),
        Purpose::Made => made::filter(state, text),
        Purpose::Add
        | Purpose::FilterName
        | Purpose::Outlet(_)
        | Purpose::Note { .. }
        | Purpose::Tags(_)
        | Purpose::Label(..) => (),
    }
}

fn filter_quotes(state: &mut State, text: &str) {
    if let Some(Screen::Matrix(matrix)) = state.screens.last_mut() {
        matrix.filter_by(text);
        return;
    }
    if let Some(Screen::Quotes(quotes)) = state.screens.last_mut() {
        if let Some(list) = &mut quotes.list {
            list.filter_by(text);
        }
        return;
    }
    if let Some(desk) = state.screens.last_mut().and_then(Screen::desk_mut) {
        desk.quotes.filter_by(text);
        if let Done::Show(target) = desk.light() {
            show(state, target);
        }
    }
}

/// Moves in what is searched while the line stays open.
fn move_beside(state: &mut State, purpose: Purpose, action: Action) {
    if matches!(
        action,
        Action::Left | Action::Right | Action::Top | Action::Bottom
    ) {
        return;
    }
    match purpose {
        Purpose::Filter => drop(state.library.act(action)),
        Purpose::Quotes => match state.screens.last_mut() {
            Some(Screen::Quotes(quotes)) => {
                if let Some(list) = &mut quotes.list {
                    list.act(action);
                }
            }
            Some(Screen::Matrix(matrix)) => matrix.act(action),
            _ => drop(super::text::act(state, action)),
        },
        Purpose::Find(_) => {
            let action = match action {
                Action::Down => Action::Next,
                Action::Up => Action::Previous,
                _ => return,
            };
            super::text::act(state, action);
        }
        Purpose::Differences => {
            let list = open_mut(state).and_then(|open| open.differences.as_mut());
            if let Some(list) = list {
                list.act(action);
            }
        }
        Purpose::Made => made::move_beside(state, action),
        Purpose::Add
        | Purpose::FilterName
        | Purpose::Outlet(_)
        | Purpose::Note { .. }
        | Purpose::Tags(_)
        | Purpose::Label(..) => (),
    }
}

fn accept(state: &mut State, prompt: &Prompt) -> Vec<Effect> {
    let text = prompt.input.text();
    match prompt.purpose {
        Purpose::Find(_) => {
            let desk = state.screens.last_mut().and_then(Screen::desk_mut);
            let Some(desk) = desk else {
                return Vec::new();
            };
            if desk.find.as_ref().is_some_and(|find| find.count() == 0) {
                desk.find = None;
                state.say(format!("no match for {text}"));
            }
        }
        Purpose::Outlet(_) if text.trim().is_empty() => state.say("nothing was written"),
        Purpose::Outlet(item) => {
            let path = state
                .library
                .item(item)
                .and_then(|item| item.path().cloned());
            if let Some(path) = path {
                state.overlay = Some(Overlay::Question(Question::Outlet {
                    item,
                    path,
                    outlet: text.trim().to_owned(),
                }));
            }
        }
        Purpose::Add if text.trim().is_empty() => state.say("nothing was added"),
        Purpose::Add => return vec![Effect::Bring(text.trim().to_owned())],
        Purpose::FilterName => return filters::save(state, text),
        Purpose::Filter => {
            if let Some(complaint) = state.library.complaint.clone() {
                state.warn(complaint);
            }
        }
        Purpose::Note { text: about, span } => return marking::note(state, about, span, text),
        Purpose::Tags(about) => return describing::set_tags(state, about, text),
        Purpose::Label(item, field) => return describing::set_label(state, item, field, text),
        Purpose::Quotes | Purpose::Differences | Purpose::Made => (),
    }
    Vec::new()
}

fn cancel(state: &mut State, prompt: &Prompt) {
    match prompt.purpose {
        Purpose::Filter => state.library.filter_by(""),
        Purpose::Find(origin) => {
            if let Some(desk) = state.screens.last_mut().and_then(Screen::desk_mut) {
                desk.find = None;
                desk.restore(origin);
            }
        }
        Purpose::Quotes => filter_quotes(state, ""),
        Purpose::Differences => super::differences::filter(state, ""),
        Purpose::Made => made::filter(state, ""),
        Purpose::Note { .. } => marking::stop_choosing(state),
        Purpose::Add
        | Purpose::FilterName
        | Purpose::Outlet(_)
        | Purpose::Tags(_)
        | Purpose::Label(..) => (),
    }
}

fn agreed(state: &mut State, question: &Question) -> Vec<Effect> {
    match question {
        Question::Outlet { item, path, outlet } => vec![Effect::SetOutlet {
            item: *item,
            path: path.clone(),
            outlet: outlet.clone(),
        }],
        Question::DropFilter(name) => vec![filters::drop_filter(state, name)],
        Question::AllRead(items) => describing::all_read(state, items),
        Question::Leave(_) => vec![Effect::Quit],
    }
}

/// Compares with the article that was chosen.
fn chosen(state: &mut State, picker: &Picker) -> Vec<Effect> {
    let Some(&item) = picker.choices.here() else {
        state.say("nothing was chosen");
        return Vec::new();
    };
    let mut pair = Pair::new(picker.beside, picker.beside);
    *pair.get_mut(picker.side) = item;
    if matches!(state.screens.last(), Some(Screen::Reader(_))) {
        return compare(state, pair);
    }
    change(state, |screen| {
        if let Screen::Compare(compare) = screen {
            compare.change(pair);
        }
    })
}
