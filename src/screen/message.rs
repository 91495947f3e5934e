use std::path::PathBuf;
use std::sync::Arc;

use super::key::Key;
use super::layout::Size;
use super::library::{ArticleId, Changes, Shelf};
use crate::alignment::Preference;
use crate::annotation::{Annotation, Change};
use crate::article::{Article, Fingerprint};
use crate::comparison::{Comparison, Why};
use crate::correction::Corrections;
use crate::coverage::Coverage;
use crate::echo::{Echo, Paraphrase};
use crate::matrix::Table;
use crate::name::Names;
use crate::query::{Filter, Hit, Query};
use crate::reading::{KnownTerms, Reading};
use crate::speaker::{Cast, cast};
use crate::story::Terms;
use crate::text::Pair;

/// Names one request for work, so that a late answer can be told from the wanted one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ticket(pub(super) u32);

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Pasted(String),
    /// The terminal has another size.
    Resized(Size),
    /// An article was read, or can't be: the number of the item, and what is wrong.
    Read(usize, Result<Digest, String>),
    /// Two articles were compared.
    Compared(Ticket, Arc<Comparison>),
    /// It was found out why the sides of a row stand beside each other; `None` when only one article has it.
    Explained(Ticket, Option<Why>),
    /// What the reader set right was applied to an article.
    Corrected(Ticket, Arc<Reading>, Arc<Cast>),
    /// What articles say together was gathered; they are those that were asked for.
    Gathered {
        /// The request that it answers.
        ticket: Ticket,
        /// The speakers of all.
        cast: Arc<Cast>,
        /// What several of them quote alike.
        echoes: Vec<Echo>,
        /// Who is quoted in which of them.
        table: Table,
        /// Which of them are worth laying side by side, by number.
        neighbours: Vec<Pair<usize>>,
    },
    /// It was found out what articles that were gathered tell of each other's quotes.
    Paraphrased(Ticket, Vec<Paraphrase>, Table),
    /// A story was covered.
    Covered(Ticket, Arc<Coverage>),
    /// It was found how much each article has in common with A: for each item, from 0 to 1.
    Related(Ticket, Vec<(usize, f32)>),
    /// The same of the articles of the store.
    RelatedStored(Ticket, Vec<(ArticleId, f32)>),
    /// The articles were grouped by event.
    Grouped(Ticket, Vec<Shelf>),
    /// An outlet was written into a file, or could not be: the number of the item.
    OutletSet(usize, Result<PathBuf, String>),
    /// What the reader made of articles before.
    Annotated(Vec<Annotation>),
    /// The store holds other articles than before.
    StoreChanged(Changes),
    /// Articles of the store are being read for its index: how many are, of how many.
    Indexed(usize, usize),
    /// Things are being brought into the library: how far that is, in a few words; `None` when it is over.
    Fetching(Option<String>),
    /// Something that the reader made is stored for good.
    Kept,
    /// Something that the reader made could not be stored, and this is why.
    Unkept(String),
    /// These articles were found, the best first and [`MOST_HITS`](crate::query::MOST_HITS) at most, each with the number of its
    /// item.
    Found(Ticket, Vec<(usize, Hit)>),
    /// The same of articles of the store.
    FoundStored(Ticket, Vec<(ArticleId, Hit)>),
    /// The day that it is, counted from 1 January 1970.
    Today(i64),
    /// The filters that are saved, all of them.
    Filters(Vec<Filter>),
    /// Work was given up, that with this ticket if it has one, and this is why.
    Failed(Option<Ticket>, String),
    /// Something is to be known of the articles that there are.
    Told(String),
}

impl Message {
    /// Which request it answers.
    pub(super) fn ticket(&self) -> Option<Ticket> {
        match self {
            Message::Compared(ticket, _)
            | Message::Explained(ticket, _)
            | Message::Corrected(ticket, ..)
            | Message::Gathered { ticket, .. }
            | Message::Paraphrased(ticket, ..)
            | Message::Covered(ticket, _)
            | Message::Related(ticket, _)
            | Message::RelatedStored(ticket, _)
            | Message::Found(ticket, _)
            | Message::FoundStored(ticket, _)
            | Message::Grouped(ticket, _) => Some(*ticket),
            Message::Failed(ticket, _) => *ticket,
            _ => None,
        }
    }
}

/// Work for the shell to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Load and read the item with this number, and answer with [`Message::Read`].
    Read(usize),
    /// Load the article of the store for the item with this number, and answer with [`Message::Read`].
    Load(usize, ArticleId),
    /// Compare as the reader wants it, and answer with [`Message::Compared`].
    Compare(Ticket, Pair<Arc<Reading>>, Preference),
    /// Find out why the sides of a row stand beside each other, and answer with [`Message::Explained`].
    Explain(Ticket, Arc<Comparison>, usize),
    /// Apply what the reader set right to an article as it was found, and answer with [`Message::Corrected`].
    Correct(Ticket, Arc<Reading>, Corrections),
    /// Gather who speaks in these articles, and answer with [`Message::Gathered`].
    Gather(Ticket, Vec<Arc<Reading>>),
    /// Find out what of the quotes of articles others of them tell in their own words, which takes a while; answer with
    /// [`Message::Paraphrased`].
    Paraphrase {
        /// Which answer it asks for.
        ticket: Ticket,
        /// The articles.
        readings: Vec<Arc<Reading>>,
        /// Their speakers.
        cast: Arc<Cast>,
        /// What several of them quote alike.
        echoes: Arc<Vec<Echo>>,
        /// Which of them are laid side by side, by number.
        neighbours: Vec<Pair<usize>>,
        /// The links as the reader set them right.
        corrections: Corrections,
    },
    /// Cover these articles, with links as the reader set them right, and answer with [`Message::Covered`].
    Cover(Ticket, Vec<Arc<Reading>>, Corrections),
    /// Find out how much the items have in common with the first, and answer with [`Message::Related`].
    Relate(Ticket, Arc<Terms>, Vec<(usize, Arc<Terms>)>),
    /// Find out how much the articles of the store have in common with this one of them, and answer with
    /// [`Message::RelatedStored`].
    RelateStored(Ticket, ArticleId),
    /// Group the items by event, and answer with [`Message::Grouped`].
    Group(Ticket, Vec<(usize, Arc<Reading>, Arc<Terms>)>),
    /// Look for this in all articles, and answer with [`Message::Found`].
    Search(Ticket, Query),
    /// Save this filter, in the place of one with the same name; answered with [`Message::Kept`] or [`Message::Unkept`].
    SaveFilter(Filter),
    /// Take the filter with this name away; answered in the same way.
    DropFilter(String),
    /// The answer with this ticket is no longer wanted, and need not be worked for.
    Forget(Ticket),
    /// Write the outlet of the item with this number beside its file, and answer with [`Message::OutletSet`].
    SetOutlet {
        /// The number of the item.
        item: usize,
        /// Its file.
        path: PathBuf,
        /// What the reader calls its outlet.
        outlet: String,
    },
    /// Bring in what is new in all that the library follows, and tell of it with [`Message::Fetching`].
    Sync,
    /// Bring in what this address or path names, and tell of it in the same way.
    Bring(String),
    /// Store what the reader made, for good, and answer with [`Message::Kept`] or [`Message::Unkept`].
    Keep(Change),
    /// Put this into the clipboard; it holds no control characters but line breaks.
    Copy(String),
    /// Paint everything, whatever the terminal shows now.
    Repaint,
    /// Give the terminal back, stop, and go on when the shell says so.
    Suspend,
    /// Leave.
    Quit,
}

impl Effect {
    /// Which answer it asks for.
    pub fn ticket(&self) -> Option<Ticket> {
        match self {
            Effect::Compare(ticket, ..)
            | Effect::Explain(ticket, ..)
            | Effect::Correct(ticket, ..)
            | Effect::Gather(ticket, _)
            | Effect::Paraphrase { ticket, .. }
            | Effect::Cover(ticket, ..)
            | Effect::Relate(ticket, ..)
            | Effect::RelateStored(ticket, _)
            | Effect::Search(ticket, _)
            | Effect::Group(ticket, _) => Some(*ticket),
            _ => None,
        }
    }
}

/// An article with all that the screens need of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Digest {
    /// The article, read.
    pub reading: Arc<Reading>,
    /// Who speaks in it.
    pub cast: Arc<Cast>,
    /// The words of its body.
    pub words: usize,
    /// What it is about: enough to find out what articles have in common.
    pub terms: Arc<Terms>,
    /// Whether the analysis is still to come, and only the text can be shown.
    pub partial: bool,
}

impl Digest {
    /// Reads `article`, which takes a while when it is long.
    pub fn new(article: Article) -> Digest {
        let terms = Terms::of(&article);
        let reading = Reading::new(article);
        let cast = cast(&[&reading]);
        Digest::of(reading, cast, terms, false)
    }

    /// The text alone, until the rest is there.
    pub fn partial(article: Article) -> Digest {
        let reading = Reading {
            fingerprint: Fingerprint::of(&article.text),
            article,
            sentences: Vec::new(),
            names: Names::default(),
            quotes: Vec::new(),
            known_terms: KnownTerms::default(),
        };
        Digest::of(reading, Cast::default(), Terms::default(), true)
    }

    fn of(reading: Reading, cast: Cast, terms: Terms, partial: bool) -> Digest {
        let article = &reading.article;
        Digest {
            words: article.word_count(),
            reading: Arc::new(reading),
            cast: Arc::new(cast),
            terms: Arc::new(terms),
            partial,
        }
    }
}
