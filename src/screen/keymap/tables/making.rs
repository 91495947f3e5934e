//! What the reader makes of articles.

use super::{Action, Binding, key};

/// Of articles in a list.
pub(in crate::screen::keymap) const ARTICLES: &[Binding] = &[
    key(&["t"], Action::Tags, "tags", "tag it; tab completes a tag"),
    key(
        &["r"],
        Action::TurnRead,
        "read or not",
        "mark it as read, or as unread",
    ),
    key(
        &["R"],
        Action::AllRead,
        "",
        "mark all that are listed as read",
    ),
];

/// Wherever there is an article, a place or a quote.
pub(in crate::screen::keymap) const MARK: &[Binding] = &[
    key(
        &["B"],
        Action::Bookmark,
        "bookmark",
        "bookmark this, or take the bookmark away",
    ),
    key(&["A"], Action::Annotate, "note", "note something on this"),
];

pub(in crate::screen::keymap) const MADE: &[Binding] = &[key(
    &["M"],
    Action::Made,
    "marks",
    "list all that you marked, noted, tagged and set right",
)];

/// While a place is chosen.
pub(in crate::screen::keymap) const MARKING: &[Binding] = &[
    key(&["enter"], Action::Accept, "take it", "take these words"),
    key(&["j", "down"], Action::Down, "sentence", "next sentence"),
    key(&["k", "up"], Action::Up, "sentence", "previous sentence"),
    key(&["J"], Action::Longer, "longer", "a sentence more"),
    key(&["K"], Action::Shorter, "shorter", "a sentence less"),
    key(
        &["tab"],
        Action::Focus,
        "other side",
        "choose on the other side",
    ),
    key(&["q"], Action::Back, "give up", "mark nothing"),
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

/// In the list of all that.
pub(in crate::screen::keymap) const MADE_LIST: &[Binding] = &[
    key(
        &["enter"],
        Action::Jump,
        "go",
        "go to its place in the article; ctrl-o comes back",
    ),
    key(&["D"], Action::TakeAway, "take away", "take this away"),
    key(
        &["f"],
        Action::Sort,
        "kind",
        "only bookmarks, notes, tags, labels, quotes, links",
    ),
    key(
        &["o"],
        Action::Order,
        "order",
        "newest first, or article by article",
    ),
    key(&["/"], Action::Search, "filter", "filter by words"),
    key(
        &["M", "ctrl-o", "backspace"],
        Action::Return,
        "",
        "back to where you were",
    ),
];
