//! Every key, once. Dispatch, the hint line, the help screen and the README read these tables.

mod tables;

use super::key::Key;
use tables::{
    ACROSS, ALWAYS, ARTICLES, ASKING, BACK, CHOOSING, COMPARE, CORRECT, COVERAGE, DIFFERENCES,
    FILTERS, INTERRUPT, LIBRARY, LINKS, LIST, MADE, MADE_LIST, MARK, MARKING, MATRIX, PASSAGES,
    QUIT, QUOTES, READER, SAID, SCROLL, SEARCH, SENTENCES, SIDEBAR, TEXT, TIE, TYPING, UNDO,
    VERSIONS,
};

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
    /// Search as one types: titles in the library, words in a text, speakers and words among quotes.
    Search,
    /// Search in all articles.
    SearchAll,
    /// Bring the library up to date.
    Sync,
    /// Add a file, a folder or a page to the library.
    Add,
    /// Choose one of the filters that are saved.
    Filters,
    /// Save the filter.
    SaveFilter,
    /// Put the articles into the next order: as they came, by what is in common with A, by story, the newest first, by
    /// outlet.
    SortArticles,
    /// Bookmark a place or an article, or take the bookmark away.
    Bookmark,
    /// Note something on a place or an article.
    Annotate,
    /// Show all that the reader made of articles.
    Made,
    /// Take away what is under the cursor.
    TakeAway,
    /// Tag an article.
    Tags,
    /// Mark an article as read, or as unread.
    TurnRead,
    /// Mark all articles that are listed as read.
    AllRead,
    /// One sentence more.
    Longer,
    /// One sentence less.
    Shorter,
    /// Complete what is typed, or go on to the next thing to be typed.
    Complete,
    /// Say where an article comes from.
    SetOutlet,
    /// Show or hide quotes.
    Quotes,
    /// Show who else has the quoted words, and how.
    Versions,
    /// Show who is quoted where.
    Matrix,
    /// Show what the articles of a story tell, by topic.
    Coverage,
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
    /// The next passage that the articles disagree on.
    NextConflict,
    /// The one before.
    PreviousConflict,
    /// List what tells two articles apart.
    Differences,
    /// Show only surer links.
    FewerLinks,
    /// Show weaker links too.
    MoreLinks,
    /// Say why passages stand side by side.
    Why,
    /// Say that two sentences belong side by side.
    Tie,
    /// Say that the sides of a passage do not belong together.
    TakeApart,
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
    /// Change the order of passages, or what quotes stand under.
    Order,
    /// Show only quotes, differences or marks of the next sort.
    Sort,
    /// Copy a quote with its source.
    Copy,
    /// Copy the words of a quote.
    CopyWords,
    /// Fold passages that only one article has, the echoes of one speaker, or the articles of a story; or unfold them.
    Fold,
    /// Fold all, or unfold all.
    FoldAll,
    /// Unfold this passage.
    Unfold,
    /// Go where a pointer leads.
    Follow,
    /// Say whose a quote is.
    SetSpeaker,
    /// Say that something is no quote.
    NotAQuote,
    /// Take back what was marked or set right last.
    Undo,
    /// Do again what was taken back last.
    Redo,
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
    /// A letter or a column to the left.
    Left,
    /// A letter or a column to the right.
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
    /// What tells two articles apart.
    Differences,
    /// Two sentences that are to be tied.
    Tying,
    /// A place that is chosen, to be bookmarked or noted.
    Marking,
    /// The quotes beside a text.
    Sidebar,
    /// The quotes of all articles.
    Quotes,
    /// The versions of a quote.
    Versions,
    /// Who is quoted where.
    Matrix,
    /// What the articles of a story tell.
    Coverage,
    /// What is found in all articles as one types.
    Search,
    /// The filters that are saved.
    Filters,
    /// All that the reader made of articles.
    Made,
    /// A line that is typed to search.
    Typing,
    /// A list that is narrowed as one types: articles to choose from, the help.
    Choosing,
    /// A question.
    Asking,
}

impl Place {
    /// All, as the help and the README list them.
    pub const ALL: [Place; 17] = [
        Place::Library,
        Place::Reader,
        Place::Compare,
        Place::Differences,
        Place::Tying,
        Place::Marking,
        Place::Sidebar,
        Place::Quotes,
        Place::Versions,
        Place::Matrix,
        Place::Coverage,
        Place::Search,
        Place::Filters,
        Place::Made,
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
            Place::Differences => "What tells two articles apart",
            Place::Tying => "Tying two sentences",
            Place::Marking => "Choosing what to mark",
            Place::Sidebar => "Quotes beside a text",
            Place::Quotes => "Quotes of all articles",
            Place::Versions => "Versions of a quote",
            Place::Matrix => "Who is quoted where",
            Place::Coverage => "Coverage of a story",
            Place::Search => "Searching all articles",
            Place::Filters => "Saved filters",
            Place::Made => "What you made of articles",
            Place::Typing => "Typing",
            Place::Choosing => "Choosing",
            Place::Asking => "Asked",
        }
    }

    /// Its tables, its own first. Their order is that of the hint line and the help.
    pub fn tables(self) -> &'static [&'static [Binding]] {
        match self {
            Place::Library => &[LIBRARY, ALWAYS, QUIT, ARTICLES, MARK, MADE, UNDO, LIST],
            Place::Reader => &[
                SAID, READER, TEXT, ALWAYS, BACK, CORRECT, MARK, MADE, UNDO, SCROLL,
            ],
            Place::Compare => &[
                PASSAGES, SAID, COMPARE, LINKS, TEXT, ALWAYS, BACK, CORRECT, MARK, MADE, UNDO,
                SCROLL,
            ],
            Place::Differences => &[DIFFERENCES, UNDO, ALWAYS, BACK, LIST],
            Place::Tying => &[TIE, SENTENCES, ALWAYS],
            Place::Marking => &[MARKING, SENTENCES, ALWAYS],
            Place::Made => &[MADE_LIST, UNDO, ALWAYS, BACK, LIST],
            Place::Sidebar => &[QUOTES, SIDEBAR, CORRECT, UNDO, ALWAYS, BACK, MARK, LIST],
            Place::Quotes => &[QUOTES, ACROSS, CORRECT, UNDO, ALWAYS, BACK, MARK, LIST],
            Place::Versions => &[VERSIONS, TEXT, CORRECT, UNDO, ALWAYS, BACK, MARK, LIST],
            Place::Coverage => &[COVERAGE, UNDO, ALWAYS, BACK, LIST],
            Place::Search => &[SEARCH, TYPING, INTERRUPT],
            Place::Filters => &[FILTERS, CHOOSING, TYPING, INTERRUPT],
            Place::Matrix => &[MATRIX, TEXT, UNDO, ALWAYS, BACK, MARK, LIST],
            Place::Typing => &[TYPING, INTERRUPT],
            Place::Choosing => &[CHOOSING, TYPING, INTERRUPT],
            Place::Asking => &[ASKING, INTERRUPT],
        }
    }

    /// Its keys, in order.
    pub fn bindings(self) -> impl Iterator<Item = &'static Binding> {
        self.tables().iter().copied().flatten()
    }

    /// The name of the key to show for `action`; empty when no key asks for it here.
    pub fn key_of(self, action: Action) -> &'static str {
        let mut bindings = self.bindings();
        let binding = bindings.find(|binding| binding.action == action);
        let first = binding.and_then(|binding| binding.keys.first());
        first.copied().unwrap_or_default()
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

    /// The narrowest help has this much room.
    #[test]
    fn what_keys_do_is_never_cut() {
        for binding in Place::ALL.into_iter().flat_map(Place::bindings) {
            assert!(binding.says.chars().count() <= 40, "{}", binding.says);
        }
    }

    /// Where a list is narrowed as one types a few keys of `Typing` are given other words.
    #[test]
    fn no_key_means_two_things_in_one_place() {
        for place in Place::ALL {
            let all: Vec<_> = place.bindings().collect();
            for (number, binding) in all.iter().enumerate() {
                for other in all.iter().take(number) {
                    let clash = binding.keys.iter().any(|key| other.keys.contains(key));
                    let types = [Place::Choosing, Place::Filters, Place::Search];
                    let same = binding.action == other.action && types.contains(&place);
                    assert!(!clash || same, "{:?} twice in {place:?}", binding.keys);
                }
            }
        }
    }
}
