use super::{Action, Binding, key};

pub(in crate::screen::keymap) const TYPING: &[Binding] = &[
    key(&["enter"], Action::Accept, "take it", "take what is typed"),
    key(&["esc"], Action::Escape, "cancel", "cancel"),
    key(
        &["backspace", "ctrl-h"],
        Action::EraseLetter,
        "",
        "erase a letter",
    ),
    key(
        &["delete"],
        Action::EraseNext,
        "",
        "erase the letter to the right",
    ),
    key(&["ctrl-w"], Action::EraseWord, "", "erase a word"),
    key(&["ctrl-u"], Action::EraseAll, "", "erase all"),
    key(
        &["left", "ctrl-b"],
        Action::Left,
        "",
        "a letter to the left",
    ),
    key(
        &["right", "ctrl-f"],
        Action::Right,
        "",
        "a letter to the right",
    ),
    key(&["home", "ctrl-a"], Action::Top, "", "to the beginning"),
    key(&["end", "ctrl-e"], Action::Bottom, "", "to the end"),
    key(
        &["down", "ctrl-n"],
        Action::Down,
        "",
        "down the list that is searched",
    ),
    key(
        &["up", "ctrl-p"],
        Action::Up,
        "",
        "up the list that is searched",
    ),
    key(
        &["tab"],
        Action::Complete,
        "",
        "complete a tag; or go to the next label",
    ),
    key(&["pgdn"], Action::PageDown, "", "a screen down"),
    key(&["pgup"], Action::PageUp, "", "a screen up"),
];

pub(in crate::screen::keymap) const CHOOSING: &[Binding] = &[
    key(
        &["enter"],
        Action::Accept,
        "choose",
        "choose what is under the cursor",
    ),
    key(&["down", "ctrl-n"], Action::Down, "move", "down"),
    key(&["up", "ctrl-p"], Action::Up, "move", "up"),
];

pub(in crate::screen::keymap) const SEARCH: &[Binding] = &[
    key(
        &["enter"],
        Action::Accept,
        "read",
        "read the article at what was found",
    ),
    key(&["down", "ctrl-n"], Action::Down, "move", "down"),
    key(&["up", "ctrl-p"], Action::Up, "move", "up"),
    key(&["ctrl-u"], Action::EraseAll, "new search", "erase all"),
    key(&["esc"], Action::Escape, "leave", "leave the search"),
];

pub(in crate::screen::keymap) const FILTERS: &[Binding] = &[key(
    &["ctrl-d"],
    Action::TakeAway,
    "take away",
    "take the saved filter away",
)];

pub(in crate::screen::keymap) const ASKING: &[Binding] = &[
    key(&["y", "enter"], Action::Yes, "yes", "yes"),
    key(&["n", "q", "esc"], Action::Escape, "no", "no"),
];

pub(in crate::screen::keymap) const INTERRUPT: &[Binding] = &[
    key(&["ctrl-c"], Action::Quit, "", "quit at once"),
    key(&["ctrl-z"], Action::Suspend, "", "stop, and go on with fg"),
];
