//! While sentences are chosen.

use super::{Action, Binding, key};

pub(in crate::screen::keymap) const SENTENCES: &[Binding] = &[
    key(&["j", "down"], Action::Down, "sentence", "next sentence"),
    key(&["k", "up"], Action::Up, "sentence", "previous sentence"),
    key(
        &["tab"],
        Action::Focus,
        "other side",
        "choose on the other side",
    ),
    key(
        &["pgdn", "ctrl-f"],
        Action::PageDown,
        "",
        "some sentences down",
    ),
    key(&["pgup", "ctrl-b"], Action::PageUp, "", "some sentences up"),
    key(&["g", "home"], Action::Top, "", "to the first sentence"),
    key(&["G", "end"], Action::Bottom, "", "to the last sentence"),
];
