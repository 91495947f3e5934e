//! What stands over a screen and takes the keys from it.

mod choices;
mod owner;

use std::path::PathBuf;

use super::desk::Anchor;
use super::input::Input;
use super::keymap::{Action, Binding, Place};
use super::library::Library;
use super::notes::{BOOKMARKED, NOTED};
use super::quotes::SIGNS;
use super::scroll::Scroll;
use super::update::MOST_UNDONE;
use crate::annotation::Field;
use crate::article::Fingerprint;
use crate::query::{Filter, SYNTAX};
use crate::quote::QuoteKind;
use crate::text::{Side, Span, fold};
pub(super) use choices::Choices;
pub(super) use owner::OwnerPicker;

#[derive(Clone, Debug)]
pub(super) enum Overlay {
    /// A line to type into.
    Prompt(Prompt),
    /// May this be written?
    Question(Question),
    /// All keys.
    Help(Help),
    /// The articles, to choose another A or B.
    Picker(Picker),
    /// Everybody, to choose whose a quote is.
    Owner(OwnerPicker),
    /// The filters that are saved.
    Filters(Choices<Filter>),
}

impl Overlay {
    /// Takes the number of entries that fit on the screen.
    pub(super) fn set_height(&mut self, height: usize) {
        match self {
            Overlay::Help(help) => help.scroll.height = height,
            Overlay::Picker(picker) => picker.choices.set_height(height),
            Overlay::Owner(picker) => picker.choices.set_height(height),
            Overlay::Filters(choices) => choices.set_height(height),
            Overlay::Prompt(_) | Overlay::Question(_) => (),
        }
    }
}

/// The filters that are saved, to choose from.
pub(super) fn choose_filter(filters: &[Filter]) -> Overlay {
    let searched = |one: &Filter| fold(&format!("{} {}", one.name, one.query)).into_owned();
    let filters = filters.iter().map(|one| (one.clone(), searched(one)));
    Overlay::Filters(Choices::new(filters))
}

#[derive(Clone, Debug)]
pub(super) struct Prompt {
    pub(super) input: Input,
    pub(super) purpose: Purpose,
}

/// What is typed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Purpose {
    /// Words of titles in the library, or fields.
    Filter,
    /// Words in the text; the reader was here before.
    Find(Anchor),
    /// A speaker's name, or words of quotes.
    Quotes,
    /// Words of differences.
    Differences,
    /// The outlet of the item with this number.
    Outlet(usize),
    /// The address or path of what is to be added.
    Add,
    /// What a filter is to be called.
    FilterName,
    /// A note on a place in a text, or on all of it.
    Note {
        text: Fingerprint,
        span: Option<Span>,
    },
    /// The tags of a text.
    Tags(Fingerprint),
    /// Where the item with this number comes from.
    Label(usize, Field),
    /// Words of what the reader made.
    Made,
}

/// What is asked before it is done.
#[derive(Clone, Debug)]
pub(super) enum Question {
    /// May the outlet of this item be written beside its file?
    Outlet {
        item: usize,
        path: PathBuf,
        outlet: String,
    },
    /// May the filter with this name be taken away?
    DropFilter(String),
    /// Do the items with these numbers count as read?
    AllRead(Vec<usize>),
    /// May so many things that were set right be forgotten?
    Leave(usize),
}

impl Question {
    pub(super) fn words(&self) -> String {
        match self {
            Question::Outlet { path, outlet, .. } => {
                let file = path.with_file_name("parallax.toml");
                format!("write outlet “{outlet}” into {}?", file.display())
            }
            Question::DropFilter(name) => format!("take away the filter “{name}”?"),
            Question::AllRead(items) if items.len() == 1 => {
                "mark the one unread article listed as read?".to_owned()
            }
            Question::AllRead(items) if items.len() > MOST_UNDONE => {
                format!("for good: mark all {} listed as read?", items.len())
            }
            Question::AllRead(items) => {
                format!("mark all {} unread articles listed as read?", items.len())
            }
            Question::Leave(1) => "leave, and forget what could not be stored?".to_owned(),
            Question::Leave(count) => {
                format!("leave, and forget {count} things that could not be stored?")
            }
        }
    }

    /// What a no is answered with.
    pub(super) fn refused(&self) -> &'static str {
        match self {
            Question::Outlet { .. } => "nothing was written",
            Question::DropFilter(_) => "nothing was taken away",
            Question::AllRead(_) => "nothing was marked",
            Question::Leave(_) => "",
        }
    }
}

/// All keys of a place, narrowed as one types.
#[derive(Clone, Debug)]
pub(super) struct Help {
    pub(super) input: Input,
    pub(super) lines: Vec<HelpLine>,
    pub(super) scroll: Scroll,
    places: &'static [Place],
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum HelpLine {
    /// A title.
    Title(&'static str),
    /// Keys and what they do.
    Key(String, &'static str),
    /// Between groups.
    Gap,
}

/// What the marks in the margin say; help shows them below the keys.
const MARKS: &[(&str, &str)] = &[
    ("=", "nearly the same words on both sides"),
    ("~", "the same in other words"),
    ("+", "only this article has it"),
    ("!", "the articles disagree here"),
    ("*", "tied by you"),
    ("┃", "the passage being read"),
    (BOOKMARKED, "bookmarked by you"),
    (NOTED, "noted by you"),
    ("\"", "words in quotation marks begin here"),
    ("'", "words told without marks begin here"),
    ("↷", "more in common with another passage"),
    ("↕", "stands elsewhere in the other article"),
    ("⋯", "folded; z or enter unfolds"),
];

/// The same of quotes, after their kinds and how they stand to others.
const QUOTE_MARKS: &[(&str, &str)] = &[
    ("<", "tells without marks what another article quotes"),
    ("*", "a quote whose speaker you set"),
    (
        "c",
        "in a table: cuts a quote that another article has longer",
    ),
    (
        "#",
        "in the coverage: how many words; CAPITALS: they disagree",
    ),
    (
        "[-…-] {+…+}",
        "words that a version leaves out, and words of its own",
    ),
    ("?", "unsure, or a quotation mark is missing"),
];

impl Help {
    pub(super) fn new(place: Place, height: usize) -> Help {
        let places: &[Place] = match place {
            Place::Library
            | Place::Search
            | Place::Filters
            | Place::Typing
            | Place::Choosing
            | Place::Asking => &[Place::Library, Place::Typing],
            Place::Reader => &[Place::Reader, Place::Marking, Place::Sidebar, Place::Typing],
            Place::Compare => &[
                Place::Compare,
                Place::Differences,
                Place::Tying,
                Place::Marking,
                Place::Sidebar,
                Place::Typing,
            ],
            Place::Differences => &[Place::Differences, Place::Typing],
            Place::Tying => &[Place::Tying],
            Place::Marking => &[Place::Marking],
            Place::Made => &[Place::Made, Place::Typing],
            Place::Sidebar => &[Place::Sidebar, Place::Compare, Place::Typing],
            Place::Quotes => &[Place::Quotes, Place::Typing],
            Place::Versions => &[Place::Versions],
            Place::Matrix => &[Place::Matrix, Place::Typing],
            Place::Coverage => &[Place::Coverage],
        };
        let mut help = Help {
            input: Input::default(),
            lines: Vec::new(),
            scroll: Scroll::default(),
            places,
        };
        help.scroll.height = height;
        help.list();
        help
    }

    fn list(&mut self) {
        let query = self.input.text();
        let mut lines = Vec::new();
        for &place in self.places {
            add(
                &mut lines,
                place.name(),
                place.bindings().map(key_line),
                query,
            );
            if place == Place::Library {
                let syntax = SYNTAX.iter().map(|one| (one.write.to_owned(), one.says));
                add(
                    &mut lines,
                    "What filters and the search understand",
                    syntax,
                    query,
                );
            }
        }
        add(&mut lines, "Marks", marks(), query);
        self.scroll.length = lines.len();
        self.scroll.to(0);
        self.lines = lines;
    }

    pub(super) fn edit(&mut self, action: Action) {
        if self.input.edit(action) {
            self.list();
        } else if !matches!(action, Action::Top | Action::Bottom) {
            self.scroll.act(action);
        }
    }

    pub(super) fn insert(&mut self, typed: &str) {
        self.input.insert(typed);
        self.list();
    }
}

/// All marks, with what they say.
fn marks() -> impl Iterator<Item = (String, &'static str)> {
    let fixed = |&(mark, says): &(&str, &'static str)| (mark.to_owned(), says);
    let kinds = QuoteKind::ALL
        .map(|kind| kind.letter().to_string())
        .join(" ");
    let signs = SIGNS.map(|(how, _)| how.sign().to_string()).join(" ");
    let of_quotes = [
        (kinds, "a quote in marks; partly; without"),
        (
            signs,
            "a quote: elsewhere the same, cut or altered, told without marks, ascribed otherwise",
        ),
    ];
    let marks = MARKS.iter().map(fixed).chain(of_quotes);
    marks.chain(QUOTE_MARKS.iter().map(fixed))
}

fn key_line(binding: &Binding) -> (String, &'static str) {
    (binding.keys.join(" "), binding.says)
}

/// Adds those of a group's lines that match, below its title.
fn add(
    lines: &mut Vec<HelpLine>,
    title: &'static str,
    keys: impl Iterator<Item = (String, &'static str)>,
    query: &str,
) {
    let keys: Vec<_> = keys.collect();
    let wanted = fold(query.trim());
    let mut kept = keys
        .into_iter()
        .filter(|(keys, says)| fold(says).contains(wanted.as_ref()) || keys.contains(query.trim()))
        .peekable();
    if kept.peek().is_none() {
        return;
    }
    if !lines.is_empty() {
        lines.push(HelpLine::Gap);
    }
    lines.push(HelpLine::Title(title));
    lines.extend(kept.map(|(keys, says)| HelpLine::Key(keys, says)));
}

/// The articles to choose another A or B from.
#[derive(Clone, Debug)]
pub(super) struct Picker {
    pub(super) side: Side,
    /// The article that stays on the other side.
    pub(super) beside: usize,
    /// The numbers of the items.
    pub(super) choices: Choices<usize>,
}

impl Picker {
    pub(super) fn new(side: Side, beside: usize, library: &Library) -> Picker {
        let others = library.there().filter(|&number| number != beside);
        let others = others.filter_map(|number| Some((number, library.item(number)?)));
        let others = others.filter(|(_, item)| item.is_readable());
        Picker {
            side,
            beside,
            choices: Choices::new(others.map(|(number, item)| (number, item.searched()))),
        }
    }
}
