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
    "list all that you made of articles",
)];

/// While a place is chosen.
pub(in crate::screen::keymap) const MARKING: &[Binding] = &[
    key(&["enter"], Action::Accept, "take it", "take these words"),
    key(&["J"], Action::Longer, "longer", "a sentence more"),
    key(&["K"], Action::Shorter, "shorter", "a sentence less"),
    key(&["q"], Action::Back, "give up", "mark nothing"),
];

/// In the list of all that.
pub(in crate::screen::keymap) const MADE_LIST: &[Binding] = &[
    key(
        &["enter"],
        Action::Jump,
        "go",
        "go to its place; ctrl-o comes back",
    ),
    key(&["D"], Action::TakeAway, "take away", "take this away"),
    key(
        &["f"],
        Action::Sort,
        "kind",
        "only bookmarks, notes, tags, labels, …",
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
