//! What several articles say together: the quotes of all, the versions of one, and who is quoted where.

use std::sync::Arc;

use super::coverage::cover_anew;
use super::library::{prompt, read};
use crate::correction::Subject;
use crate::echo::{Echo, Paraphrase};
use crate::matrix::Table;
use crate::screen::gathering::{Articles, Asked, Gathered, Gathering, Known, QuoteKey, Scope};
use crate::screen::input::Input;
use crate::screen::keymap::Action;
use crate::screen::layout::Frame;
use crate::screen::matrix::Matrix;
use crate::screen::message::{Effect, Ticket};
use crate::screen::overlay::Purpose;
use crate::screen::quotes::AllQuotes;
use crate::screen::state::{Screen, State};
use crate::screen::versions::Versions;
use crate::speaker::Cast;
use crate::text::Pair;

/// Opens the quotes of what the library lists.
pub(super) fn open_quotes(state: &mut State) -> Vec<Effect> {
    open(state, Screen::Quotes(Box::new(AllQuotes::new())))
}

/// Opens the matrix of what the library lists.
pub(super) fn open_matrix(state: &mut State) -> Vec<Effect> {
    open(state, Screen::Matrix(Box::new(Matrix::new())))
}

/// Opens the versions of the quote that the reader is at: in the articles whose quotes are shown, from a text in all.
pub(super) fn open_versions(state: &mut State) -> Vec<Effect> {
    let Some(place) = place_here(state) else {
        state.say_no_quote();
        return Vec::new();
    };
    let gathering = state.screens.last().and_then(Screen::gathering);
    let scope = gathering.map_or(Scope::All, |gathering| gathering.scope);
    open(
        state,
        Screen::Versions(Box::new(Versions::new(scope, place))),
    )
}

/// Where the quote stands that the reader is at.
fn place_here(state: &State) -> Option<QuoteKey> {
    let screen = state.screens.last()?;
    if let Screen::Matrix(matrix) = screen {
        return matrix.place(true);
    }
    let here = state.quoted()?;
    let item = match screen {
        Screen::Reader(reader) => reader.item,
        Screen::Compare(compare) => {
            let items = compare.open.as_ref()?.items;
            items.into_iter().nth(here.quoted.article)?
        }
        _ => {
            let articles = &screen.gathering()?.found()?.articles;
            *articles.items.get(here.quoted.article)?
        }
    };
    let subject = here.subject()?;
    Some(QuoteKey { item, subject })
}

/// Opens a screen of several articles; says so when there are none.
fn open(state: &mut State, screen: Screen) -> Vec<Effect> {
    state.screens.push(screen);
    let effects = gather(state);
    let opened = state.screens.last().and_then(Screen::gathering);
    if opened.is_some_and(Gathering::is_idle) {
        state.screens.pop();
        state.say(if state.library.listed.is_empty() {
            "nothing is listed whose quotes could be shown"
        } else {
            "no article listed here is read yet"
        });
    }
    effects
}

/// Asks for what screens of several articles lack, once all is set right that the reader wants to be.
pub(super) fn gather_anew(state: &mut State) -> Vec<Effect> {
    if state.library.is_correcting() {
        return Vec::new();
    }
    let mut effects = gather(state);
    effects.extend(cover_anew(state));
    effects
}

/// Asks for what screens of several articles lack. What one of them has, or waits for, does for the others too.
fn gather(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    for number in 0..state.screens.len() {
        let gathering = state.screens.get(number).and_then(Screen::gathering);
        let Some(gathering) = gathering else { continue };
        let wanted = Articles::of(gathering.scope, &state.library, &state.corrections);
        if wanted.items.is_empty() || gathering.is_of(&wanted) {
            continue;
        }
        let mut others = state.screens.iter().filter_map(Screen::gathering);
        let known = others.find_map(|other| other.known(&wanted));
        let known = known.unwrap_or_else(|| {
            let ticket = state.next_ticket();
            effects.push(Effect::Gather(ticket, wanted.readings.clone()));
            Known::Asked(Asked {
                ticket,
                articles: wanted,
            })
        });
        let (frame, called) = (state.frame(), state.called);
        let Some(screen) = state.screens.get_mut(number) else {
            continue;
        };
        match known {
            Known::Found(found, growing) => screen.take(found, growing, frame, called),
            Known::Asked(asked) => {
                if let Some(gathering) = screen.gathering_mut() {
                    gathering.ask(asked);
                }
            }
        }
    }
    effects
}

/// Gives what was gathered to the screens that wait for it, and asks what the articles tell of each other's quotes.
pub(super) fn gathered(
    state: &mut State,
    ticket: Ticket,
    cast: Arc<Cast>,
    echoes: Vec<Echo>,
    table: Table,
    neighbours: Vec<Pair<usize>>,
) -> Vec<Effect> {
    let growing = state.next_ticket();
    let (frame, called) = (state.frame(), state.called);
    let waits = |screen: &&mut Screen| {
        let gathering = screen.gathering();
        gathering.is_some_and(|gathering| gathering.asked(ticket).is_some())
    };
    let mut screens = state.screens.iter_mut().filter(waits).peekable();
    let first = screens.peek().and_then(|screen| screen.gathering());
    let Some(articles) = first.and_then(|gathering| gathering.asked(ticket)) else {
        return Vec::new();
    };
    let found = Arc::new(Gathered {
        articles: articles.clone(),
        cast,
        echoes: Arc::new(echoes),
        paraphrases: Vec::new(),
        table,
    });
    for screen in screens {
        screen.take(Arc::clone(&found), Some(growing), frame, called);
    }
    vec![Effect::Paraphrase {
        ticket: growing,
        readings: found.articles.readings.clone(),
        cast: Arc::clone(&found.cast),
        echoes: Arc::clone(&found.echoes),
        neighbours,
        corrections: found.articles.links.clone(),
    }]
}

/// Adds what articles tell of each other's quotes to what the screens that wait for it show.
pub(super) fn paraphrased(
    state: &mut State,
    ticket: Ticket,
    paraphrases: Vec<Paraphrase>,
    table: Table,
) {
    let (frame, called) = (state.frame(), state.called);
    let waits = |screen: &&mut Screen| {
        let gathering = screen.gathering();
        gathering.is_some_and(|gathering| gathering.growing(ticket).is_some())
    };
    let mut screens = state.screens.iter_mut().filter(waits).peekable();
    let first = screens.peek().and_then(|screen| screen.gathering());
    let Some(known) = first.and_then(|gathering| gathering.growing(ticket)) else {
        return;
    };
    let found = Arc::new(Gathered {
        articles: known.articles.clone(),
        cast: Arc::clone(&known.cast),
        echoes: Arc::clone(&known.echoes),
        paraphrases,
        table,
    });
    for screen in screens {
        screen.take(Arc::clone(&found), None, frame, called);
    }
}

impl Screen {
    /// Takes what was gathered for it, and waits for the rest if that was asked for with `growing`. `called` is the quote
    /// that the reader has just set right again.
    fn take(
        &mut self,
        found: Arc<Gathered>,
        growing: Option<Ticket>,
        frame: Option<Frame>,
        called: Option<Subject>,
    ) {
        match self {
            Screen::Quotes(quotes) => quotes.set(found, called),
            Screen::Versions(versions) => versions.set(found, called),
            Screen::Matrix(matrix) => matrix.set(found, called),
            _ => return,
        }
        if let Some(gathering) = self.gathering_mut() {
            gathering.grow(growing);
        }
        if let Some(frame) = frame {
            self.typeset(frame);
        }
    }
}

/// Opens an article at one of its quotes.
fn go_to(state: &mut State, place: Option<QuoteKey>) {
    let Some(place) = place else {
        state.say_no_quote();
        return;
    };
    read(state, place.item);
    if let Some(desk) = state.screens.last_mut().and_then(Screen::desk_mut) {
        desk.light_quote(place.subject);
    }
}

/// What keys do in the quotes of all articles.
pub(super) fn act_in_quotes(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(Screen::Quotes(quotes)) = state.screens.last_mut() else {
        return Vec::new();
    };
    match (action, &mut quotes.list) {
        (Action::Escape, Some(list)) => {
            if !list.unfilter() {
                state.screens.pop();
            }
        }
        (Action::Escape | Action::Back, _) => drop(state.screens.pop()),
        (Action::Search, Some(list)) => {
            let input = Input::new(&list.sift.words);
            prompt(state, input, Purpose::Quotes);
        }
        (Action::Jump, Some(_)) => go_to(state, place_here(state)),
        (action, Some(list)) => drop(list.act(action)),
        (_, None) => (),
    }
    Vec::new()
}

/// What keys do in the versions of a quote.
pub(super) fn act_in_versions(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(Screen::Versions(versions)) = state.screens.last_mut() else {
        return Vec::new();
    };
    match action {
        Action::Escape | Action::Back | Action::Return => drop(state.screens.pop()),
        Action::Jump => go_to(state, place_here(state)),
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
            prompt(state, input, Purpose::Quotes);
        }
        Action::Jump => {
            let place = matrix.place(false);
            go_to(state, place);
        }
        _ => matrix.act(action),
    }
    Vec::new()
}
