mod comparing;
mod making;
mod sentences;
mod typing;

use super::{Action, Binding};
pub(super) use comparing::{COMPARE, DIFFERENCES, LINKS, PASSAGES, TIE};
pub(super) use making::{ARTICLES, MADE, MADE_LIST, MARK, MARKING};
pub(super) use sentences::SENTENCES;
pub(super) use typing::{ASKING, CHOOSING, FILTERS, INTERRUPT, SEARCH, TYPING};

const fn key(
    keys: &'static [&'static str],
    action: Action,
    hint: &'static str,
    says: &'static str,
) -> Binding {
    Binding {
        keys,
        action,
        hint,
        says,
    }
}

/// The same key where the hint line has no room for it.
const fn unhinted(binding: Binding) -> Binding {
    Binding {
        hint: "",
        ..binding
    }
}

pub(super) const LIBRARY: &[Binding] = &[
    key(
        &["space"],
        Action::Pick,
        "pick",
        "pick as A, then as B; again: unpick",
    ),
    key(
        &["enter"],
        Action::Open,
        "read",
        "read; once A is picked, compare with A",
    ),
    key(
        &["c"],
        Action::Compare,
        "compare",
        "compare the two picked, or A with this",
    ),
    key(
        &["/"],
        Action::Search,
        "filter",
        "filter by title, outlet, date or fields",
    ),
    key(
        &["s"],
        Action::SearchAll,
        "search",
        "search all articles, quotes and speakers",
    ),
    key(
        &["Q"],
        Action::Quotes,
        "quotes",
        "quotes of what is listed, by speaker",
    ),
    key(&["m"], Action::Matrix, "matrix", WHO_WHERE),
    TOPICS,
    key(
        &["S"],
        Action::SortArticles,
        "sort",
        "next order: story, newest, outlet, …",
    ),
    key(&["z"], Action::Fold, "", "fold or unfold a story"),
    key(&["Z"], Action::FoldAll, "", "fold or unfold all stories"),
    key(
        &["U"],
        Action::Sync,
        "",
        "fetch what is new of what is followed",
    ),
    key(&["a"], Action::Add, "", "add a file, a folder or a page"),
    key(&["f"], Action::Filters, "", "choose a saved filter"),
    key(&["F"], Action::SaveFilter, "", "save the filter"),
    key(&["E"], Action::SetOutlet, "", "say where it comes from"),
];

/// The quotes of what is read.
pub(super) const SAID: &[Binding] = &[
    key(&["Q"], Action::Quotes, "quotes", "show or hide the quotes"),
    key(&["tab"], Action::Focus, "", "go to the quotes"),
    key(
        &["s"],
        Action::NextSaid,
        "speaker",
        "next quote of the same speaker",
    ),
    key(
        &["S"],
        Action::PreviousSaid,
        "speaker",
        "previous quote of the same speaker",
    ),
    key(&["v"], Action::Versions, "", VERSIONS_OF),
];

pub(super) const READER: &[Binding] = &[
    key(&["/"], Action::Search, "find", "find words in the text"),
    key(&["n"], Action::Next, "match", "next match"),
    key(&["N"], Action::Previous, "match", "previous match"),
    key(
        &["c"],
        Action::Compare,
        "compare",
        "compare with an article of your choice",
    ),
];

pub(super) const TEXT: &[Binding] = &[RETURN, unhinted(COPY), COPY_WORDS];

const RETURN: Binding = key(
    &["ctrl-o", "backspace"],
    Action::Return,
    "return",
    "return from a jump",
);
const COPY: Binding = key(
    &["y"],
    Action::Copy,
    "copy",
    "copy the quote with its source",
);
const COPY_WORDS: Binding = key(&["Y"], Action::CopyWords, "", "copy the words of the quote");

const TOPICS: Binding = key(
    &["C"],
    Action::Coverage,
    "coverage",
    "what the articles listed tell, by topic",
);
const VERSIONS_OF: &str = "who else has these words, and how";
const WHO_WHERE: &str = "who is quoted where";

pub(super) const QUOTES: &[Binding] = &[
    key(
        &["enter"],
        Action::Jump,
        "go",
        "go to the quote in its article",
    ),
    key(
        &["J", "}"],
        Action::NextSpeaker,
        "",
        "next speaker, article or kind",
    ),
    key(
        &["K", "{"],
        Action::PreviousSpeaker,
        "",
        "previous speaker, article or kind",
    ),
    key(
        &["/"],
        Action::Search,
        "filter",
        "filter by speaker and words",
    ),
    key(
        &["o"],
        Action::Order,
        "order",
        "order by speaker, article, kind",
    ),
    key(
        &["f"],
        Action::Sort,
        "kind",
        "only direct, mixed, indirect, echoed, …",
    ),
    key(&["v"], Action::Versions, "versions", VERSIONS_OF),
    COPY,
    COPY_WORDS,
];

pub(super) const ACROSS: &[Binding] = &[key(&["m"], Action::Matrix, "matrix", WHO_WHERE)];

pub(super) const VERSIONS: &[Binding] = &[
    key(
        &["enter"],
        Action::Jump,
        "go there",
        "go to this version in its article",
    ),
    key(&["n"], Action::Next, "version", "next version"),
    key(&["N"], Action::Previous, "version", "previous version"),
];

pub(super) const MATRIX: &[Binding] = &[
    key(&["h", "left"], Action::Left, "article", "previous article"),
    key(&["l", "right"], Action::Right, "article", "next article"),
    key(
        &["enter"],
        Action::Jump,
        "go there",
        "to the speaker's first quote in this one",
    ),
    key(&["v"], Action::Versions, "versions", VERSIONS_OF),
    key(&["J", "}"], Action::NextSpeaker, "speaker", "next speaker"),
    key(
        &["K", "{"],
        Action::PreviousSpeaker,
        "speaker",
        "previous speaker",
    ),
    key(
        &["z"],
        Action::Fold,
        "fold",
        "fold or unfold this speaker's quotes",
    ),
    key(
        &["Z"],
        Action::FoldAll,
        "",
        "fold or unfold that of all speakers",
    ),
    key(&["/"], Action::Search, "filter", "filter by speaker"),
];

pub(super) const COVERAGE: &[Binding] = &[
    key(&["h", "left"], Action::Left, "article", "previous article"),
    key(&["l", "right"], Action::Right, "article", "next article"),
    key(
        &["enter"],
        Action::Jump,
        "read",
        "read the article at this passage",
    ),
    key(
        &["c"],
        Action::Compare,
        "compare",
        "compare with the marked or nearest cell",
    ),
    key(
        &["space"],
        Action::Pick,
        "mark",
        "mark the cell to compare with, or unmark",
    ),
    key(
        &["f"],
        Action::Sort,
        "conflicts",
        "only topics with disagreement, or all",
    ),
    key(
        &["o"],
        Action::Order,
        "order",
        "order by first mention, articles, words",
    ),
    key(
        &["z"],
        Action::Fold,
        "only one",
        "fold or unfold what only one tells",
    ),
    key(&["y"], Action::Copy, "copy", "copy the table as Markdown"),
    key(&["Y"], Action::CopyWords, "", "copy the table as text"),
    unhinted(RETURN),
];

pub(super) const SIDEBAR: &[Binding] = &[
    key(&["tab"], Action::Focus, "text", "go to the text"),
    key(&["Q"], Action::Quotes, "close", "close the quotes"),
    unhinted(RETURN),
];

pub(super) const CORRECT: &[Binding] = &[
    key(
        &["e"],
        Action::SetSpeaker,
        "whose",
        "set whose the quote is",
    ),
    key(
        &["D"],
        Action::NotAQuote,
        "no quote",
        "leave the quote out: it is none",
    ),
];

pub(super) const UNDO: &[Binding] = &[
    key(
        &["u"],
        Action::Undo,
        "",
        "undo what you made or set right last",
    ),
    key(&["ctrl-r"], Action::Redo, "", "redo what was undone"),
];

pub(super) const LIST: &[Binding] = &[
    key(&["j", "down"], Action::Down, "", "down"),
    key(&["k", "up"], Action::Up, "", "up"),
    key(&["pgdn", "ctrl-f"], Action::PageDown, "", "a screen down"),
    key(&["pgup", "ctrl-b"], Action::PageUp, "", "a screen up"),
    key(&["ctrl-d"], Action::HalfDown, "", "half a screen down"),
    key(&["ctrl-u"], Action::HalfUp, "", "half a screen up"),
    key(&["g", "home"], Action::Top, "", "to the beginning"),
    key(&["G", "end"], Action::Bottom, "", "to the end"),
];

pub(super) const SCROLL: &[Binding] = &[
    key(&["j", "down"], Action::Down, "", "a line down"),
    key(&["k", "up"], Action::Up, "", "a line up"),
    key(
        &["space", "pgdn", "ctrl-f"],
        Action::PageDown,
        "",
        "a screen down",
    ),
    key(&["pgup", "ctrl-b"], Action::PageUp, "", "a screen up"),
    key(&["ctrl-d"], Action::HalfDown, "", "half a screen down"),
    key(&["ctrl-u"], Action::HalfUp, "", "half a screen up"),
    key(&["g", "home"], Action::Top, "", "to the beginning"),
    key(&["G", "end"], Action::Bottom, "", "to the end"),
];

pub(super) const BACK: &[Binding] = &[key(
    &["q"],
    Action::Back,
    "back",
    "back to the screen before",
)];

pub(super) const QUIT: &[Binding] = &[key(&["q"], Action::Back, "quit", "quit")];

pub(super) const ALWAYS: &[Binding] = &[
    key(&["?"], Action::Help, "help", "all keys"),
    key(
        &["esc"],
        Action::Escape,
        "",
        "out of the smallest thing that is open",
    ),
    key(&["ctrl-l"], Action::Repaint, "", "paint the screen anew"),
    key(&["ctrl-c"], Action::Quit, "", "quit at once"),
    key(&["ctrl-z"], Action::Suspend, "", "stop, and go on with fg"),
];
