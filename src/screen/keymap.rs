//! Every key, once. Dispatch, the hint line, the help screen and the README read these tables.

use super::key::Key;

/// What a reader can ask for with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// One line or entry down.
    Down,
    /// One line or entry up.
    Up,
    /// Half a screen down.
    HalfDown,
    /// Half a screen up.
    HalfUp,
    /// A screen down.
    PageDown,
    /// A screen up.
    PageUp,
    /// To the beginning.
    Top,
    /// To the end.
    Bottom,
    /// Show all keys.
    Help,
    /// To the screen before.
    Back,
    /// Out of the smallest thing.
    Escape,
    /// Leave at once.
    Quit,
    /// Stop, and go on from the shell.
    Suspend,
    /// Paint everything anew.
    Repaint,
    /// Choose as A or B.
    Pick,
    /// Read or compare what is under the cursor.
    Open,
    /// Compare.
    Compare,
    /// Search as one types: titles in the library, words in a text, speakers among quotes.
    Search,
    /// Put what has most in common with A first.
    SortByCommon,
    /// Name the outlet of an article.
    SetOutlet,
    /// Show or hide quotes.
    Quotes,
    /// Go between the text and its quotes.
    Focus,
    /// The next match, else the next passage.
    Next,
    /// The match or the passage before.
    Previous,
    /// The next passage that only one article has.
    NextOnly,
    /// The one before.
    PreviousOnly,
    /// The next quote of the same speaker.
    NextSaid,
    /// The one before.
    PreviousSaid,
    /// The next speaker.
    NextSpeaker,
    /// The speaker before.
    PreviousSpeaker,
    /// To where the quote under the cursor stands.
    Jump,
    /// To where one was before jumping.
    Return,
    /// Exchange A and B.
    Swap,
    /// Choose another A.
    ChooseLeft,
    /// Choose another B.
    ChooseRight,
    /// Change what is lit.
    Lighting,
    /// Change the order of passages.
    Order,
    /// Fold passages that only one article has, or unfold them.
    Fold,
    /// Unfold this passage.
    Unfold,
    /// Go where a pointer leads.
    Follow,
    /// Take what was typed or chosen.
    Accept,
    /// Erase a letter.
    EraseLetter,
    /// Erase the letter to the right.
    EraseNext,
    /// Erase a word.
    EraseWord,
    /// Erase all.
    EraseAll,
    /// A letter to the left.
    Left,
    /// A letter to the right.
    Right,
    /// Agree.
    Yes,
}

/// Keys that ask for the same, and the words that say so.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The names of the keys, the one to show first.
    pub keys: &'static [&'static str],
    /// What they ask for.
    pub action: Action,
    /// One word for the hint line, the same for a pair such as next and previous; empty to leave it out there.
    pub hint: &'static str,
    /// What the help says.
    pub says: &'static str,
}

/// What the keys go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The list of articles.
    Library,
    /// One article.
    Reader,
    /// Two articles.
    Compare,
    /// The quotes beside a text.
    Sidebar,
    /// The quotes of all articles.
    Quotes,
    /// A line that is typed to search.
    Typing,
    /// A list that is narrowed as one types: articles to choose from, the help.
    Choosing,
    /// A question.
    Asking,
}

impl Place {
    /// All, as the help and the README list them.
    pub const ALL: [Place; 8] = [
        Place::Library,
        Place::Reader,
        Place::Compare,
        Place::Sidebar,
        Place::Quotes,
        Place::Typing,
        Place::Choosing,
        Place::Asking,
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Place::Library => "Library",
            Place::Reader => "Reading one article",
            Place::Compare => "Comparing two articles",
            Place::Sidebar => "Quotes beside a text",
            Place::Quotes => "Quotes of all articles",
            Place::Typing => "Typing",
            Place::Choosing => "Choosing",
            Place::Asking => "Asked",
        }
    }

    /// Its tables, its own first. Their order is that of the hint line and the help.
    pub fn tables(self) -> &'static [&'static [Binding]] {
        match self {
            Place::Library => &[LIBRARY, ALWAYS, QUIT, LIST],
            Place::Reader => &[READER, TEXT, ALWAYS, BACK, SCROLL],
            Place::Compare => &[COMPARE, TEXT, ALWAYS, BACK, SCROLL],
            Place::Sidebar => &[QUOTES, SIDEBAR, ALWAYS, BACK, LIST],
            Place::Quotes => &[QUOTES, ALWAYS, BACK, LIST],
            Place::Typing => &[TYPING, INTERRUPT],
            Place::Choosing => &[CHOOSING, TYPING, INTERRUPT],
            Place::Asking => &[ASKING, INTERRUPT],
        }
    }

    /// Its keys, in order.
    pub fn bindings(self) -> impl Iterator<Item = &'static Binding> {
        self.tables().iter().copied().flatten()
    }

    /// What `key` asks for here.
    pub fn action(self, key: Key) -> Option<Action> {
        let mut bindings = self.bindings();
        let binding = bindings.find(|binding| {
            let mut keys = binding.keys.iter();
            keys.any(|name| Key::named(name) == Some(key))
        })?;
        Some(binding.action)
    }
}

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

const LIBRARY: &[Binding] = &[
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
        "filter by title, outlet and date",
    ),
    key(
        &["Q"],
        Action::Quotes,
        "quotes",
        "quotes of all articles by speaker",
    ),
    key(
        &["S"],
        Action::SortByCommon,
        "sort",
        "sort by what is in common with A",
    ),
    key(
        &["E"],
        Action::SetOutlet,
        "outlet",
        "name the outlet, in parallax.toml",
    ),
];

const READER: &[Binding] = &[
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

const COMPARE: &[Binding] = &[
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

const TEXT: &[Binding] = &[key(
    &["ctrl-o", "backspace"],
    Action::Return,
    "return",
    "return from a jump",
)];

const QUOTES: &[Binding] = &[
    key(
        &["enter"],
        Action::Jump,
        "go there",
        "go to the quote in its article",
    ),
    key(&["J", "}"], Action::NextSpeaker, "speaker", "next speaker"),
    key(
        &["K", "{"],
        Action::PreviousSpeaker,
        "speaker",
        "previous speaker",
    ),
    key(&["/"], Action::Search, "filter", "filter by speaker"),
];

const SIDEBAR: &[Binding] = &[
    key(&["tab"], Action::Focus, "text", "go to the text"),
    key(&["Q"], Action::Quotes, "close", "close the quotes"),
    key(
        &["ctrl-o", "backspace"],
        Action::Return,
        "",
        "return from a jump",
    ),
];

const LIST: &[Binding] = &[
    key(&["j", "down"], Action::Down, "", "down"),
    key(&["k", "up"], Action::Up, "", "up"),
    key(&["pgdn", "ctrl-f"], Action::PageDown, "", "a screen down"),
    key(&["pgup", "ctrl-b"], Action::PageUp, "", "a screen up"),
    key(&["ctrl-d"], Action::HalfDown, "", "half a screen down"),
    key(&["ctrl-u"], Action::HalfUp, "", "half a screen up"),
    key(&["g", "home"], Action::Top, "", "to the beginning"),
    key(&["G", "end"], Action::Bottom, "", "to the end"),
];

const SCROLL: &[Binding] = &[
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

const BACK: &[Binding] = &[key(
    &["q"],
    Action::Back,
    "back",
    "back to the screen before",
)];

const QUIT: &[Binding] = &[key(&["q"], Action::Back, "quit", "quit")];

const ALWAYS: &[Binding] = &[
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

const TYPING: &[Binding] = &[
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
    key(&["pgdn"], Action::PageDown, "", "a screen down"),
    key(&["pgup"], Action::PageUp, "", "a screen up"),
];

const CHOOSING: &[Binding] = &[
    key(
        &["enter"],
        Action::Accept,
        "choose",
        "choose what is under the cursor",
    ),
    key(&["down", "ctrl-n"], Action::Down, "move", "down"),
    key(&["up", "ctrl-p"], Action::Up, "move", "up"),
];

const ASKING: &[Binding] = &[
    key(&["y", "enter"], Action::Yes, "yes", "yes"),
    key(&["n", "q", "esc"], Action::Escape, "no", "no"),
];

const INTERRUPT: &[Binding] = &[
    key(&["ctrl-c"], Action::Quit, "", "quit at once"),
    key(&["ctrl-z"], Action::Suspend, "", "stop, and go on with fg"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_a_key() {
        for binding in Place::ALL.into_iter().flat_map(Place::bindings) {
            for name in binding.keys {
                assert!(Key::named(name).is_some(), "{name}");
            }
        }
    }

    /// `Choosing` takes a few keys from `Typing` to give them other words.
    #[test]
    fn no_key_means_two_things_in_one_place() {
        for place in Place::ALL {
            let all: Vec<_> = place.bindings().collect();
            for (number, binding) in all.iter().enumerate() {
                for other in all.iter().take(number) {
                    let clash = binding.keys.iter().any(|key| other.keys.contains(key));
                    let same = binding.action == other.action && place == Place::Choosing;
                    assert!(!clash || same, "{:?} twice in {place:?}", binding.keys);
                }
            }
        }
    }
}
