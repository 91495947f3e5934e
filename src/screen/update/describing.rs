//! What the reader says of whole articles: tags, where they come from, which are read.

use super::history::say_done;
use super::keeping::{carry_out, change, make};
use super::library::{prompt, readable};
use crate::annotation::{Body, Change, Field, Target};
use crate::article::{Fingerprint, Label};
use crate::screen::input::Input;
use crate::screen::keymap::Action;
use crate::screen::library::{Item, Origin};
use crate::screen::message::Effect;
use crate::screen::overlay::{Overlay, Prompt, Purpose, Question};
use crate::screen::state::State;
use crate::screen::tags::{completed, completions, tags};

/// Of how many articles at once it is remembered that they were unread: to take back more would cost much memory.
pub(in crate::screen) const MOST_UNDONE: usize = 1_000;

pub(super) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Tags => ask_tags(state),
        Action::SetOutlet => ask_label(state),
        Action::TurnRead => return turn_read(state),
        Action::AllRead => ask_all_read(state),
        _ => (),
    }
    Vec::new()
}

/// The text of the article under the cursor; else says why there is none.
pub(super) fn text_here(state: &mut State) -> Option<Fingerprint> {
    let number = readable(state)?;
    let text = state.library.item(number)?.text();
    if text.is_none() {
        state.say("this article is still being read");
    }
    text
}

fn ask_tags(state: &mut State) {
    let Some(text) = text_here(state) else { return };
    let known: Vec<&str> = state.annotations.tags(text).collect();
    let input = Input::new(&known.join(", "));
    prompt(state, input, Purpose::Tags(text));
}

/// Gives an article the tags that were typed, and takes the others away.
pub(super) fn set_tags(state: &mut State, text: Fingerprint, line: &str) -> Vec<Effect> {
    let wanted = tags(line);
    let known: Vec<String> = state.annotations.tags(text).map(str::to_owned).collect();
    let tagged = |tag: &String, stays| change(Target::whole(text), Body::Tag(tag.clone()), stays);
    let gone = known.iter().filter(|tag| !wanted.contains(tag));
    let new = wanted.iter().filter(|tag| !known.contains(tag));
    let gone = gone.map(|tag| tagged(tag, false));
    let changes: Vec<Change> = gone.chain(new.map(|tag| tagged(tag, true))).collect();
    if changes.is_empty() {
        state.say(if known.is_empty() {
            "no tag was given"
        } else {
            "the tags stay as they were"
        });
        return Vec::new();
    }
    if wanted.is_empty() {
        say_done(state, "all tags taken away");
    } else {
        say_done(state, &format!("tagged {}", wanted.join(", ")));
    }
    make(state, changes)
}

/// What stands at the end of a line that is typed: what tab makes of it.
pub(in crate::screen) fn completion(state: &State, prompt: &Prompt) -> String {
    match prompt.purpose {
        Purpose::Tags(_) => {
            let known = state.annotations.known_tags();
            let found = completions(prompt.input.text(), known);
            match found.as_slice() {
                [] => String::new(),
                [first] => format!("tab: {first}"),
                [first, others @ ..] => format!("tab: {first} (+{})", others.len()),
            }
        }
        Purpose::Label(_, field) => format!("tab: {}", after(field).name()),
        _ => String::new(),
    }
}

/// Completes a tag; or takes what is said of where an article comes from, and goes on to the next thing that can be.
pub(super) fn complete(state: &mut State, prompt: &mut Prompt) -> Vec<Effect> {
    match prompt.purpose {
        Purpose::Tags(_) => {
            let known = state.annotations.known_tags();
            let line = prompt.input.text();
            if let Some(tag) = completions(line, known).first() {
                prompt.input = Input::new(&completed(line, tag));
            }
        }
        Purpose::Label(item, field) => {
            let typed = prompt.input.text();
            let is_new = said(state, item, field).unwrap_or_default() != typed.trim();
            if is_new && !is_value(state, field, typed) {
                return Vec::new();
            }
            let effects = if is_new {
                set_label(state, item, field, typed)
            } else {
                Vec::new()
            };
            let next = after(field);
            prompt.input = Input::new(&said(state, item, next).unwrap_or_default());
            prompt.purpose = Purpose::Label(item, next);
            return effects;
        }
        _ => (),
    }
    Vec::new()
}

/// The field that is asked for after this one.
fn after(field: Field) -> Field {
    let mut fields = Field::ALL.into_iter().cycle();
    fields.find(|&one| one == field);
    fields.next().unwrap_or(field)
}

/// Asks where an article comes from: of a file the outlet, of an article of the store all.
fn ask_label(state: &mut State) {
    let Some(number) = readable(state) else {
        return;
    };
    let Some(item) = state.library.item(number) else {
        return;
    };
    let is_stored = matches!(item.origin, Origin::Store(_));
    if !is_stored && item.path().is_none() {
        state.say("only articles in files can be given an outlet");
        return;
    }
    if is_stored && item.digest().is_none() {
        state.say("this article is still being read");
        return;
    }
    let input = Input::new(&said(state, number, Field::Outlet).unwrap_or_default());
    let purpose = if is_stored {
        Purpose::Label(number, Field::Outlet)
    } else {
        Purpose::Outlet(number)
    };
    prompt(state, input, purpose);
}

/// What is known of where an article comes from.
fn said(state: &State, number: usize, field: Field) -> Option<String> {
    let article = &state.library.item(number)?.digest()?.reading.article;
    let Label {
        title,
        outlet,
        author,
        date,
        url,
        ..
    } = &article.label;
    match field {
        Field::Title => title.clone().or_else(|| Some(article.title.text.clone())),
        Field::Outlet => outlet.clone(),
        Field::Author => author.clone(),
        Field::Date => date.clone(),
        Field::Url => url.clone(),
    }
}

/// Takes what was typed of where an article of the store comes from; nothing brings back what was found.
pub(super) fn set_label(
    state: &mut State,
    number: usize,
    field: Field,
    value: &str,
) -> Vec<Effect> {
    let value = value.trim();
    let Some(text) = state.library.item(number).and_then(Item::text) else {
        return Vec::new();
    };
    if !is_value(state, field, value) {
        return Vec::new();
    }
    let unchanged = said(state, number, field).unwrap_or_default() == value;
    let body = Body::Label(field, value.to_owned());
    let change = change(Target::whole(text), body, !value.is_empty());
    if unchanged || state.annotations.inverse(&change).is_none() {
        state.say(format!("the {} stays as it was", field.name()));
        return Vec::new();
    }
    let what = match value {
        "" => format!("{} as it was found", field.name()),
        value => format!("{}: {value}", field.name()),
    };
    say_done(state, &what);
    make(state, vec![change])
}

/// Whether that can be said of where an article comes from; else says why not.
fn is_value(state: &mut State, field: Field, value: &str) -> bool {
    let value = value.trim();
    let fits = field != Field::Date || value.is_empty() || is_day(value);
    if !fits {
        state.warn(format!("“{value}” is no day: 2025-08-18 is"));
    }
    fits
}

/// Whether it is a day as sorting and filters need it: `YYYY-MM-DD`, perhaps with a time behind it.
fn is_day(value: &str) -> bool {
    let form = "dddd-dd-dd".bytes();
    let fits = |(form, byte): (u8, u8)| match form {
        b'd' => byte.is_ascii_digit(),
        _ => byte == form,
    };
    value.len() >= form.len() && form.zip(value.bytes()).all(fits)
}

/// Whether it is kept which articles are read; else says why not.
fn keeps_read(state: &mut State) -> bool {
    let keeps = state.library.is_stored();
    if !keeps {
        state.say("which files were read is not kept: parallax add puts them into the library");
    }
    keeps
}

fn turn_read(state: &mut State) -> Vec<Effect> {
    if !keeps_read(state) {
        return Vec::new();
    }
    let Some(number) = readable(state) else {
        return Vec::new();
    };
    let Some(item) = state.library.item(number) else {
        return Vec::new();
    };
    let is_read = !item.is_read;
    let Some(text) = item.text() else {
        return Vec::new();
    };
    say_done(state, if is_read { "read" } else { "unread" });
    make(
        state,
        vec![change(Target::whole(text), Body::Read, is_read)],
    )
}

/// Asks whether all that is listed counts as read.
fn ask_all_read(state: &mut State) {
    if !keeps_read(state) {
        return;
    }
    let library = &state.library;
    let is_unread = |number: &usize| {
        let item = library.item(*number);
        item.is_some_and(|item| !item.is_read && item.text().is_some())
    };
    let listed = library.with_copies(library.listed.iter().copied());
    let unread: Vec<usize> = listed.into_iter().filter(is_unread).collect();
    if unread.is_empty() {
        state.say("all that is listed is read");
        return;
    }
    state.overlay = Some(Overlay::Question(Question::AllRead(unread)));
}

/// Marks these articles as read.
pub(super) fn all_read(state: &mut State, items: &[usize]) -> Vec<Effect> {
    let texts = items.iter();
    let texts = texts.filter_map(|&number| state.library.item(number)?.text());
    let read = texts.map(|text| change(Target::whole(text), Body::Read, true));
    let changes: Vec<Change> = read.collect();
    let said = format!("{} marked as read", items.len());
    if items.len() > MOST_UNDONE {
        state.say(said);
        return carry_out(state, &changes);
    }
    say_done(state, &said);
    make(state, changes)
}
