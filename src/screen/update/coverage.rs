//! The coverage of a story: asked for, taken, and what keys do in it.

use std::sync::Arc;

use super::compare_at;
use super::library::read;
use crate::coverage::Coverage;
use crate::export;
use crate::page;
use crate::screen::coverage::{Cover, Entry, Selection};
use crate::screen::gathering::{Articles, Asked};
use crate::screen::keymap::Action;
use crate::screen::message::{Effect, Ticket};
use crate::screen::state::{Screen, State};
use crate::text::{Pair, Side, Span};

/// The columns of the table that is copied.
const COPIED: usize = 100;

/// Opens the coverage of what the library lists or of a story in it, at the passage that is being read in a comparison.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let (compared, keep) = match state.screens.last() {
        Some(Screen::Compare(compare)) => {
            let items: Vec<usize> = compare.wanted.into_iter().collect();
            (items, compare.spot())
        }
        _ => (Vec::new(), None),
    };
    let selection = Selection::of(&state.library, &compared);
    if selection.items.len() < 2 {
        state.say(if selection.listed < 2 {
            "coverage needs two articles at least"
        } else {
            "no other article is about the same event: pick A and B to cover these two"
        });
        return Vec::new();
    }
    let (covered, of, listed) = (selection.items.len(), selection.of, selection.listed);
    let cover = Cover::new(selection, keep);
    state.screens.push(Screen::Coverage(Box::new(cover)));
    let effects = cover_anew(state);
    if effects.is_empty() {
        state.screens.pop();
        state.say("the articles listed here are not read yet");
    } else if covered < of {
        state.say(format!(
            "{covered} of the {of} articles of the story, those nearest to it"
        ));
    } else if covered < listed {
        let which = match state.library.picks.left {
            Some(_) => "what is picked, and its story",
            None => "those of the story",
        };
        state.say(format!("{covered} of {listed} articles: {which}"));
    }
    effects
}

/// Asks for the coverages that are not of the articles as they are now.
pub(super) fn cover_anew(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut screens = std::mem::take(&mut state.screens);
    for screen in &mut screens {
        let Screen::Coverage(cover) = screen else {
            continue;
        };
        let items = cover.selection.items.iter().copied();
        let wanted = Articles::among(items, &state.library, &state.corrections);
        if wanted.items.len() < 2 || cover.is_of(&wanted) {
            continue;
        }
        let ticket = state.next_ticket();
        effects.push(Effect::Cover(
            ticket,
            wanted.readings.clone(),
            wanted.links.clone(),
        ));
        cover.ask(Asked {
            ticket,
            articles: wanted,
        });
    }
    state.screens = screens;
    effects
}

/// Gives an answer to the screen that waits for it.
pub(super) fn covered(state: &mut State, ticket: Ticket, coverage: &Arc<Coverage>) {
    let frame = state.frame();
    for screen in &mut state.screens {
        if let Screen::Coverage(cover) = screen {
            cover.set(ticket, Arc::clone(coverage));
            if let Some(frame) = frame {
                cover.fit(frame.body);
            }
        }
    }
}

/// What keys do in the coverage.
pub(super) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(Screen::Coverage(cover)) = state.screens.last_mut() else {
        return Vec::new();
    };
    match action {
        Action::Escape if cover.disputed => cover.act(Action::Sort),
        Action::Escape | Action::Back | Action::Return => drop(state.screens.pop()),
        Action::Jump if matches!(cover.here(), Some(Entry::Alone(_))) => cover.act(Action::Fold),
        Action::Jump => go_to(state),
        Action::Compare => return compare_cells(state),
        _ => cover.act(action),
    }
    Vec::new()
}

/// Opens the article under the cursor at what it tells, which is lit.
fn go_to(state: &mut State) {
    let Some((item, passages)) = here(state) else {
        return;
    };
    read(state, item);
    if let Some(desk) = state.screens.last_mut().and_then(Screen::desk_mut) {
        desk.light_passages(passages);
    }
}

/// Where the cell under the cursor stands; says so when there is none.
fn here(state: &mut State) -> Option<(usize, Vec<Span>)> {
    let Some(Screen::Coverage(cover)) = state.screens.last() else {
        return None;
    };
    let place = cover.place();
    if place.is_none() {
        let article = cover.called(cover.columns.cursor);
        state.say(format!("{article} does not tell this"));
    }
    place
}

/// Opens the article under the cursor at its passage, beside the marked one or the one that is most like it there.
fn compare_cells(state: &mut State) -> Vec<Effect> {
    let Some((item, passages)) = here(state) else {
        return Vec::new();
    };
    let Some(Screen::Coverage(cover)) = state.screens.last() else {
        return Vec::new();
    };
    let Some(other) = cover.beside() else {
        state.say(
            "only this article tells it: mark a cell of another with space, and compare again",
        );
        return Vec::new();
    };
    let spot = passages.first().map(|span| page::Spot {
        side: Side::Left,
        at: span.start,
    });
    compare_at(state, Pair::new(item, other), spot)
}

/// The table as Markdown, or as text for eyes; `None` where no coverage is shown.
pub(super) fn copied(state: &State, as_markdown: bool) -> Option<String> {
    let Some(Screen::Coverage(cover)) = state.screens.last() else {
        return None;
    };
    let coverage = cover.coverage()?;
    let sheet = if as_markdown {
        export::coverage::markdown(coverage, cover.order)
    } else {
        export::coverage::table(coverage, cover.order, COPIED)
    };
    Some(sheet.to_string())
}
