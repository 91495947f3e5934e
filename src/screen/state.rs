use super::compare::Compare;
use super::coverage::Cover;
use super::desk::{Desk, Sidebar};
use super::gathering::Gathering;
use super::history::History;
use super::keymap::{Action, Place};
use super::layout::{self, Frame, Size};
use super::library::{Entry, Library, Stored};
use super::made::Made;
use super::matrix::Matrix;
use super::message::{Effect, Ticket};
use super::overlay::Overlay;
use super::quotes::{AllQuotes, Here, NO_QUOTE};
use super::reader::Reader;
use super::search::Search;
use super::update::hold;
use super::versions::Versions;
use crate::annotation::Annotations;
use crate::correction::{Corrections, Subject};
use crate::query::Filter;
use crate::text::Pair;

/// All that the screen shows.
#[derive(Clone, Debug, Default)]
pub struct State {
    pub(super) size: Size,
    pub(super) library: Library,
    /// What was opened above the library, the last on top.
    pub(super) screens: Vec<Screen>,
    pub(super) overlay: Option<Overlay>,
    /// What there is to say about the last key; the next one clears it.
    pub(super) notice: Option<Notice>,
    /// What the reader set right, by `annotations`.
    pub(super) corrections: Corrections,
    /// The quote that was undone or redone last: lists go to it once they have it, unless another key comes first.
    pub(super) called: Option<Subject>,
    /// What a key asked for that waits for articles to be loaded; any other key gives it up.
    pub(super) deferred: Option<(Place, Action)>,
    /// What the reader made of articles.
    pub(super) annotations: Annotations,
    /// How many things that the reader made are being stored.
    pub(super) storing: usize,
    /// What they did of that since they began.
    pub(super) history: History,
    /// How many things that the reader made could not be stored.
    pub(super) unkept: usize,
    /// The filters that are saved, in the order of their names.
    pub(super) filters: Vec<Filter>,
    /// While things are brought into the library: how far that is.
    pub(super) fetching: Option<String>,
    /// What was searched for last.
    pub(super) searched: String,
    tickets: u32,
}

/// What is read above the library.
#[derive(Clone, Debug)]
pub(super) enum Screen {
    Reader(Box<Reader>),
    Compare(Box<Compare>),
    Quotes(Box<AllQuotes>),
    Versions(Box<Versions>),
    Matrix(Box<Matrix>),
    Coverage(Box<Cover>),
    Search(Box<Search>),
    Made(Box<Made>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    /// Good to know.
    Said(String),
    /// Something went wrong.
    Wrong(String),
}

impl State {
    /// A library of `entries`, with the first two side by side when `open_pair` is set; and the work it takes to read
    /// them.
    pub fn new(entries: Vec<Entry>, size: Size, open_pair: bool) -> (State, Vec<Effect>) {
        let effects = (0..entries.len()).map(Effect::Read).collect();
        let mut state = State {
            size,
            library: Library::new(entries),
            ..State::default()
        };
        if open_pair && state.library.items.len() > 1 {
            let pair = Pair::new(0, 1);
            state.library.picks = pair.map(Some);
            state
                .screens
                .push(Screen::Compare(Box::new(Compare::new(pair, None))));
        }
        state.fit();
        (state, effects)
    }

    /// The articles of the store, and the work it takes to show the first.
    pub fn of_store(stored: Vec<Stored>, size: Size) -> (State, Vec<Effect>) {
        let mut state = State {
            size,
            library: Library::of_store(stored),
            ..State::default()
        };
        state.fit();
        let effects = hold(&mut state);
        (state, effects)
    }

    pub(super) fn next_ticket(&mut self) -> Ticket {
        self.tickets += 1;
        Ticket(self.tickets)
    }

    /// The requests whose answers are wanted.
    pub(super) fn awaited(&self) -> Vec<Ticket> {
        let screens = self.screens.iter().flat_map(Screen::awaited);
        screens.chain(self.library.awaited()).collect()
    }

    /// Whether articles are still to come that were asked for.
    pub fn awaits_articles(&self) -> bool {
        !self.library.is_settled()
    }

    /// The parts of the screen; none when it is too small.
    pub(super) fn frame(&self) -> Option<Frame> {
        layout::frame(self.size)
    }

    /// Whether the sidebar has a column of its own.
    pub(super) fn sidebar_beside(&self) -> bool {
        layout::sidebar_beside(self.size.width)
    }

    /// Fits everything to the size of the screen.
    pub(super) fn fit(&mut self) {
        self.fit_lists();
        let Some(frame) = self.frame() else { return };
        for screen in &mut self.screens {
            screen.typeset(frame);
        }
    }

    /// Fits the lists, which is all that there is to do for a screen that is typeset already.
    pub(super) fn fit_lists(&mut self) {
        let Some(frame) = self.frame() else { return };
        let beside = self.sidebar_beside();
        self.library
            .set_height(layout::library(frame.body).list.height);
        for desk in self.screens.iter_mut().filter_map(Screen::desk_mut) {
            if !beside && desk.sidebar == Sidebar::Open {
                desk.sidebar = Sidebar::Closed;
            }
            let sidebar = layout::text(frame.body, true).sidebar;
            let list = sidebar.map(|area| layout::beside(area).list);
            let list = list.unwrap_or_default();
            desk.quotes.set_size(list.width, list.height);
        }
        let height = layout::quotes(frame.body).list.height;
        for screen in &mut self.screens {
            if let Screen::Compare(compare) = screen {
                compare.set_list_height(height);
            }
        }
        if let Some(overlay) = &mut self.overlay {
            overlay.set_height(layout::overlay_list(frame.body).height);
        }
    }

    /// What the keys go to.
    pub(super) fn place(&self) -> Place {
        match &self.overlay {
            Some(Overlay::Prompt(_)) => return Place::Typing,
            Some(Overlay::Question(_)) => return Place::Asking,
            Some(Overlay::Filters(_)) => return Place::Filters,
            Some(Overlay::Help(_) | Overlay::Picker(_) | Overlay::Owner(_)) => {
                return Place::Choosing;
            }
            None => (),
        }
        let Some(screen) = self.screens.last() else {
            return Place::Library;
        };
        match screen {
            _ if screen.desk().is_some_and(|desk| desk.choosing.is_some()) => Place::Marking,
            _ if screen
                .desk()
                .is_some_and(|desk| desk.sidebar == Sidebar::Focused) =>
            {
                Place::Sidebar
            }
            Screen::Reader(_) => Place::Reader,
            Screen::Compare(compare) => compare.place(),
            Screen::Quotes(_) => Place::Quotes,
            Screen::Versions(_) => Place::Versions,
            Screen::Matrix(_) => Place::Matrix,
            Screen::Coverage(_) => Place::Coverage,
            Screen::Search(_) => Place::Search,
            Screen::Made(_) => Place::Made,
        }
    }

    /// The quote that keys are about: under the cursor where that has the keys, else lit in the text.
    pub(super) fn quoted(&self) -> Option<Here<'_>> {
        let screen = self.screens.last()?;
        let (list, quoted) = match screen {
            Screen::Quotes(quotes) => {
                let list = quotes.list.as_ref()?;
                (list, list.here()?)
            }
            Screen::Reader(_) | Screen::Compare(_) => {
                let desk = screen.desk()?;
                (&desk.quotes, desk.lit?)
            }
            Screen::Versions(versions) => return versions.quoted(),
            Screen::Matrix(matrix) => return matrix.quoted(),
            Screen::Coverage(_) | Screen::Search(_) | Screen::Made(_) => return None,
        };
        Some(Here::new(&list.readings, list.cast(), quoted))
    }

    /// Says that there is no quote to do something with, and how to come by one.
    pub(super) fn say_no_quote(&mut self) {
        let place = self.place();
        let (next, all) = (place.key_of(Action::NextSaid), place.key_of(Action::Quotes));
        self.say(match place {
            Place::Reader | Place::Compare => {
                format!("no quote is lit: {next} goes to one, {all} lists them")
            }
            _ => NO_QUOTE.to_owned(),
        });
    }

    pub(super) fn say(&mut self, words: impl Into<String>) {
        self.notice = Some(Notice::Said(words.into()));
    }

    pub(super) fn warn(&mut self, words: impl Into<String>) {
        self.notice = Some(Notice::Wrong(words.into()));
    }
}

impl Screen {
    /// The page and what lies beside it, where there is one.
    pub(super) fn desk(&self) -> Option<&Desk> {
        match self {
            Screen::Reader(reader) => reader.desk.as_ref(),
            Screen::Compare(compare) => compare.open.as_ref().map(|open| &open.desk),
            _ => None,
        }
    }

    pub(super) fn desk_mut(&mut self) -> Option<&mut Desk> {
        match self {
            Screen::Reader(reader) => reader.desk.as_mut(),
            Screen::Compare(compare) => compare.open.as_mut().map(|open| &mut open.desk),
            _ => None,
        }
    }

    /// What it shows of several articles together, where it does.
    pub(super) fn gathering(&self) -> Option<&Gathering> {
        match self {
            Screen::Quotes(quotes) => Some(&quotes.gathering),
            Screen::Versions(versions) => Some(&versions.gathering),
            Screen::Matrix(matrix) => Some(&matrix.gathering),
            _ => None,
        }
    }

    /// Whether it shows several articles together, and leads to a place in one of them.
    pub(super) fn is_of_several(&self) -> bool {
        let leads = matches!(
            self,
            Screen::Coverage(_) | Screen::Search(_) | Screen::Made(_)
        );
        leads || self.gathering().is_some()
    }

    /// The requests whose answers it waits for.
    fn awaited(&self) -> Vec<Ticket> {
        let awaited = match self {
            Screen::Compare(compare) => {
                let why = compare.why.as_ref();
                [compare.ticket, why.and_then(|asking| asking.ticket)]
            }
            Screen::Coverage(cover) => [cover.awaited(), None],
            Screen::Search(search) => [search.ticket, None],
            _ => [self.gathering().and_then(Gathering::awaited), None],
        };
        awaited.into_iter().flatten().collect()
    }

    /// Waits no longer for an answer that does not come.
    pub(super) fn give_up(&mut self, ticket: Ticket) {
        if !self.awaited().contains(&ticket) {
            return;
        }
        match self {
            Screen::Compare(compare) => compare.give_up(ticket),
            Screen::Coverage(cover) => cover.give_up(),
            Screen::Search(search) => search.give_up(),
            _ => (),
        }
        if let Some(gathering) = self.gathering_mut() {
            gathering.give_up();
        }
    }

    pub(super) fn gathering_mut(&mut self) -> Option<&mut Gathering> {
        match self {
            Screen::Quotes(quotes) => Some(&mut quotes.gathering),
            Screen::Versions(versions) => Some(&mut versions.gathering),
            Screen::Matrix(matrix) => Some(&mut matrix.gathering),
            _ => None,
        }
    }

    pub(super) fn typeset(&mut self, frame: Frame) {
        match self {
            Screen::Reader(reader) => reader.typeset(Some(frame)),
            Screen::Compare(compare) => compare.typeset(Some(frame)),
            Screen::Quotes(quotes) => {
                let area = layout::quotes(frame.body).list;
                if let Some(list) = &mut quotes.list {
                    list.set_size(area.width, area.height);
                }
            }
            Screen::Versions(versions) => versions.typeset(layout::versions(frame.body)),
            Screen::Matrix(matrix) => matrix.fit(frame.body),
            Screen::Coverage(cover) => cover.fit(frame.body),
            Screen::Search(search) => search.set_height(layout::search(frame.body).list.height),
            Screen::Made(made) => made.set_height(layout::quotes(frame.body).list.height),
        }
    }
}
