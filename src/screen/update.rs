//! How the state answers each message. No clock, no files, no threads: what takes time is asked for with an effect.

mod copy;
mod correct;
mod coverage;
mod describing;
mod differences;
mod filters;
mod history;
mod holding;
mod keeping;
mod library;
mod links;
mod made;
mod marking;
mod overlay;
mod search;
mod story;
mod text;

use std::path::Path;
use std::sync::Arc;

pub(super) use describing::{MOST_UNDONE, completion};
pub(super) use holding::hold;

use super::key::Key;
use super::keymap::{Action, Place};
use super::library::Content;
use super::message::{Digest, Effect, Message, Ticket};
use super::overlay::{Help, Overlay};
use super::state::{Notice, Screen, State};
use crate::comparison::Comparison;
use crate::page::Spot;
use crate::query::Hit;
use crate::text::Pair;

/// Changes `state` to answer `message`, and says what work the answer needs.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    let answered = message.ticket();
    let before = state.awaited();
    let mut effects = answer(state, message);
    effects.extend(ask_why(state));
    effects.extend(keeping::mark_shown(state));
    effects.extend(holding::hold(state));
    let kept = effects.iter().filter(|one| {
        matches!(
            one,
            Effect::Keep(_) | Effect::SaveFilter(_) | Effect::DropFilter(_)
        )
    });
    state.storing += kept.count();
    let awaited = state.awaited();
    let is_over = |ticket: &Ticket| Some(*ticket) != answered && !awaited.contains(ticket);
    effects.extend(before.into_iter().filter(is_over).map(Effect::Forget));
    effects
}

fn answer(state: &mut State, message: Message) -> Vec<Effect> {
    match message {
        Message::Key(key) => press(state, key),
        Message::Pasted(text) => insert(state, &text),
        Message::Read(item, result) => read(state, item, result),
        Message::Corrected(ticket, reading, cast) => {
            correct::corrected(state, ticket, reading, cast)
        }
        Message::Gathered {
            ticket,
            cast,
            echoes,
            table,
            neighbours,
        } => story::gathered(state, ticket, cast, echoes, table, neighbours),
        Message::Annotated(made) => keeping::annotated(state, made),
        Message::OutletSet(item, result) => outlet_set(state, item, result.as_deref()),
        Message::Failed(ticket, why) => {
            state.warn(why);
            ticket.map_or_else(Vec::new, |ticket| give_up(state, ticket))
        }
        other => {
            take(state, other);
            Vec::new()
        }
    }
}

/// Takes what asks for nothing more.
fn take(state: &mut State, message: Message) {
    match message {
        Message::Resized(size) => {
            state.size = size;
            state.fit();
        }
        Message::Compared(ticket, comparison) => compared(state, ticket, &comparison),
        Message::Explained(ticket, why) => {
            for screen in &mut state.screens {
                if let Screen::Compare(compare) = screen {
                    compare.explained(ticket, why.clone());
                }
            }
        }
        Message::Paraphrased(ticket, paraphrases, table) => {
            story::paraphrased(state, ticket, paraphrases, table);
        }
        Message::Covered(ticket, covered) => coverage::covered(state, ticket, &covered),
        Message::Related(ticket, scores) => state.library.set_common(ticket, &scores),
        Message::RelatedStored(ticket, scores) => state.library.set_common_stored(ticket, &scores),
        Message::Grouped(ticket, shelves) => state.library.set_shelves(ticket, shelves),
        Message::StoreChanged(changes) => {
            state.library.follow_store(changes);
            made::renew(state);
        }
        Message::Indexed(done, all) => {
            state.library.indexed = (done < all).then_some((done, all));
        }
        Message::Kept => state.storing = state.storing.saturating_sub(1),
        Message::Unkept(why) => {
            state.storing = state.storing.saturating_sub(1);
            state.unkept += 1;
            state.warn(why);
        }
        Message::Found(ticket, hits) => search::found(state, ticket, &hits),
        Message::FoundStored(ticket, hits) => {
            let numbered = hits.into_iter();
            let numbered =
                numbered.filter_map(|(id, hit)| Some((state.library.number_of(id)?, hit)));
            let hits: Vec<(usize, Hit)> = numbered.collect();
            search::found(state, ticket, &hits);
        }
        Message::Today(day) => state.library.today = day,
        Message::Fetching(words) => state.fetching = words,
        Message::Filters(filters) => filters::set(state, filters),
        Message::Told(words) => state.say(words),
        // All others ask for more.
        _ => (),
    }
}

fn compared(state: &mut State, ticket: Ticket, comparison: &Arc<Comparison>) {
    let (frame, called) = (state.frame(), state.called);
    for screen in &mut state.screens {
        if let Screen::Compare(compare) = screen
            && let Some(words) = compare.set(ticket, comparison, frame, called)
        {
            state.notice = Some(Notice::Said(words));
        }
    }
    state.fit_lists();
}

fn press(state: &mut State, key: Key) -> Vec<Effect> {
    state.notice = None;
    state.called = None;
    state.deferred = None;
    let place = state.place();
    match (place.action(key), key) {
        (Some(action), _) => act(state, place, action),
        (None, Key::Char(letter)) => insert(state, letter.encode_utf8(&mut [0; 4])),
        (None, _) => Vec::new(),
    }
}

/// Puts what was typed or pasted where it is being typed, if it is anywhere.
fn insert(state: &mut State, typed: &str) -> Vec<Effect> {
    if state.place() == Place::Search {
        return search::insert(state, typed);
    }
    overlay::insert(state, typed);
    Vec::new()
}

fn act(state: &mut State, place: Place, action: Action) -> Vec<Effect> {
    match (place, action) {
        (_, Action::Quit) => vec![Effect::Quit],
        (_, Action::Suspend) => vec![Effect::Suspend],
        (_, Action::Repaint) => vec![Effect::Repaint],
        (Place::Typing | Place::Choosing | Place::Filters | Place::Asking, _) => {
            overlay::act(state, action)
        }
        (Place::Search, _) => search::act(state, action),
        (_, Action::Help) => {
            state.overlay = Some(Overlay::Help(Help::new(place, 0)));
            state.fit_lists();
            Vec::new()
        }
        (Place::Tying, _) => links::act_on_tie(state, action),
        (_, Action::Copy) => copy::act(state, true),
        (_, Action::CopyWords) => copy::act(state, false),
        (Place::Marking, _) => marking::act_on_choice(state, action),
        (_, Action::SetSpeaker | Action::NotAQuote) => correct::act(state, action),
        (_, Action::Undo | Action::Redo) => history::act(state, action),
        (_, Action::Bookmark | Action::Annotate) => marking::act(state, action),
        (Place::Library | Place::Reader | Place::Compare, Action::Made) => made::open(state),
        (_, Action::Versions | Action::Matrix | Action::Coverage)
        | (Place::Library, Action::Quotes | Action::SortArticles)
            if holding::lacks(state, action) =>
        {
            holding::defer(state, place, action);
            Vec::new()
        }
        (_, Action::Versions) => story::open_versions(state),
        (_, Action::Matrix) => story::open_matrix(state),
        (_, Action::Coverage) => coverage::open(state),
        (Place::Library, _) => library::act(state, action),
        (Place::Quotes, _) => story::act_in_quotes(state, action),
        (Place::Versions, _) => story::act_in_versions(state, action),
        (Place::Matrix, _) => story::act_in_matrix(state, action),
        (Place::Coverage, _) => coverage::act(state, action),
        (Place::Made, _) => made::act(state, action),
        (Place::Differences, _) => differences::act(state, action),
        (Place::Reader | Place::Compare | Place::Sidebar, _) => text::act(state, action),
    }
}

fn read(state: &mut State, item: usize, result: Result<Digest, String>) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Ok(digest) = result.as_ref()
        && !digest.partial
    {
        effects = keeping::follow_text(state, item, digest);
    }
    let content = match result {
        // What is shown stays until this is as the reader wants it.
        Ok(digest) if correct::touches(state, &digest) => {
            effects.push(correct::correct_first(state, item, digest));
            return effects;
        }
        Ok(digest) => Content::Read(Box::new(digest)),
        Err(why) => Content::Unreadable(why.into()),
    };
    state.library.set(item, content);
    effects.extend(follow_reading(state, item));
    effects
}

/// Shows an article that was read, and asks for what is to be known of it and others.
fn follow_reading(state: &mut State, item: usize) -> Vec<Effect> {
    let mut effects = show_article(state, item);
    let all_read = state.library.is_settled();
    if all_read {
        effects.extend(story::gather_anew(state));
        made::renew(state);
        if !state.library.is_large() || state.library.lacks_stories() {
            effects.extend(group(state));
        }
        effects.extend(holding::go_on(state));
    }
    let is_first = state.library.picks.left == Some(item);
    // Of many articles the store says what each has in common with A, whichever of them are held.
    if is_first || (all_read && !state.library.is_large()) {
        effects.extend(relate(state));
    }
    effects
}

/// Shows an article as it is known now, and asks for its comparisons.
fn show_article(state: &mut State, item: usize) -> Vec<Effect> {
    let digest = state.library.item(item).and_then(|item| item.digest());
    if let Some(digest) = digest.cloned() {
        let (frame, called) = (state.frame(), state.called);
        for screen in &mut state.screens {
            match screen {
                Screen::Reader(reader) if reader.item == item => reader.set(&digest, frame, called),
                _ => (),
            }
        }
    }
    state.fit_lists();
    request_comparisons(state)
}

/// Goes on without an answer that does not come.
fn give_up(state: &mut State, ticket: Ticket) -> Vec<Effect> {
    for screen in &mut state.screens {
        screen.give_up(ticket);
    }
    match state.library.give_up(ticket) {
        Some(item) => follow_reading(state, item),
        None => Vec::new(),
    }
}

/// Asks for every comparison that is wanted, of articles as they are now, once both are read.
fn request_comparisons(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut screens = std::mem::take(&mut state.screens);
    for screen in &mut screens {
        let Screen::Compare(compare) = screen else {
            continue;
        };
        let readings = compare.wanted.map(|item| state.library.reading(item));
        if let (Some(left), Some(right)) = (readings.left.cloned(), readings.right.cloned()) {
            let bonds = state.corrections.bonds(Pair::new(&left, &right));
            let ticket = state.next_ticket();
            effects.extend(compare.request(ticket, Pair::new(left, right), bonds));
        }
    }
    state.screens = screens;
    effects
}

/// Asks why what is read stands side by side, where the reader wants to know.
fn ask_why(state: &mut State) -> Option<Effect> {
    let ticket = state.next_ticket();
    match state.screens.last_mut()? {
        Screen::Compare(compare) => compare.ask_why(ticket),
        _ => None,
    }
}

/// Asks how much the articles have in common with A.
fn relate(state: &mut State) -> Option<Effect> {
    let ticket = state.next_ticket();
    state.library.relate(ticket)
}

/// Asks which articles are about the same event.
fn group(state: &mut State) -> Option<Effect> {
    let ticket = state.next_ticket();
    state.library.group(ticket)
}

/// Opens two articles side by side; the library shows them as picked.
fn compare(state: &mut State, items: Pair<usize>) -> Vec<Effect> {
    compare_at(state, items, None)
}

/// The same at a place in one of them.
fn compare_at(state: &mut State, items: Pair<usize>, spot: Option<Spot>) -> Vec<Effect> {
    state.library.picks = items.map(Some);
    let compare = super::compare::Compare::new(items, spot);
    state.screens.push(Screen::Compare(Box::new(compare)));
    let mut effects = request_comparisons(state);
    effects.extend(relate(state));
    effects
}

fn outlet_set(state: &mut State, item: usize, result: Result<&Path, &String>) -> Vec<Effect> {
    match result {
        Ok(file) => {
            state.say(format!("written to {}", file.display()));
            vec![Effect::Read(item)]
        }
        Err(why) => {
            state.warn(why);
            Vec::new()
        }
    }
}
