use super::{Action, Binding, TOPICS, key, unhinted};

pub(in crate::screen::keymap) const PASSAGES: &[Binding] = &[
    key(
        &["n"],
        Action::Next,
        "passage",
        "next passage of both, or next match",
    ),
    key(
        &["N"],
        Action::Previous,
        "passage",
        "previous passage of both, or match",
    ),
    key(
        &["]"],
        Action::NextOnly,
        "only here",
        "next passage of only one article",
    ),
    key(
        &["["],
        Action::PreviousOnly,
        "only here",
        "previous passage of only one article",
    ),
    key(
        &["}"],
        Action::NextConflict,
        "disagree",
        "next passage that the two disagree on",
    ),
    key(
        &["{"],
        Action::PreviousConflict,
        "disagree",
        "previous passage that they disagree on",
    ),
    key(
        &["L"],
        Action::Differences,
        "list",
        "list all that tells the two apart",
    ),
];

pub(in crate::screen::keymap) const COMPARE: &[Binding] = &[
    key(
        &["d"],
        Action::Lighting,
        "lit",
        "light what fits, differs, is shared",
    ),
    key(
        &["z"],
        Action::Fold,
        "fold",
        "fold or unfold what only one has",
    ),
    key(&["o"], Action::Order, "order", "order of A, of B, by topic"),
    key(&["x"], Action::Swap, "swap", "exchange A and B"),
    unhinted(TOPICS),
    key(&["/"], Action::Search, "find", "find words in both texts"),
    key(
        &["f"],
        Action::Follow,
        "",
        "follow the pointer ↷ of this passage",
    ),
    key(
        &["enter"],
        Action::Unfold,
        "",
        "fold or unfold this passage",
    ),
    key(&["a"], Action::ChooseLeft, "", "choose another A"),
    key(&["b"], Action::ChooseRight, "", "choose another B"),
];

/// What can be done about links.
pub(in crate::screen::keymap) const LINKS: &[Binding] = &[
    key(
        &["<"],
        Action::FewerLinks,
        "",
        "fewer links: only surer ones",
    ),
    key(&[">"], Action::MoreLinks, "", "more links: weaker ones too"),
    key(
        &["w"],
        Action::Why,
        "",
        "say why these stand side by side, or not",
    ),
    key(
        &["t"],
        Action::Tie,
        "",
        "tie two sentences that belong together",
    ),
    key(
        &["T"],
        Action::TakeApart,
        "",
        "take apart what does not belong together",
    ),
];

pub(in crate::screen::keymap) const DIFFERENCES: &[Binding] = &[
    key(
        &["enter"],
        Action::Jump,
        "go",
        "go to where it stands; ctrl-o comes back",
    ),
    key(
        &["f"],
        Action::Sort,
        "kind",
        "only conflicts, quotes, words, …",
    ),
    key(&["/"], Action::Search, "filter", "filter by words"),
    key(
        &["L", "ctrl-o", "backspace"],
        Action::Return,
        "close",
        "back to the two articles",
    ),
];

/// While two sentences are chosen to be tied.
pub(in crate::screen::keymap) const TIE: &[Binding] = &[
    key(
        &["enter", "t"],
        Action::Accept,
        "take it",
        "take it, then the other side's sentence",
    ),
    key(&["q"], Action::Back, "give up", "tie nothing"),
];
