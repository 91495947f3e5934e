//! The command line: what can be asked for, and how it is answered.

mod answer;
mod arguments;
mod feed;
mod library;
mod manual;
mod output;
mod search;
mod start;
mod story;
mod sync;

use std::io;

use super::files::Unreadable;
use super::store::Trouble;
use super::terminal::Unusable;
use crate::coverage::MOST;
use crate::subscription::opml::Fault;

pub use arguments::Arguments;
use arguments::{
    Add, Align, Command, Compare, Coverage, Export, FeedAdd, FeedCommand, FeedImport, FeedList,
    FeedRemove, Format, Import, LibraryFile, List, Network, Order, Quotes, Related, Remove, Search,
    Stories, Sync, TableFormat, TopicOrder, Two,
};

/// How a run ended, when nothing stopped it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All was done.
    Done,
    /// All was done, and there was what `--exit-code` asks about.
    Found,
    /// Some inputs could not be read; that has been said on standard error.
    SomeUnreadable,
}

/// Why a run could not be ended.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// An article that is needed can't be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// Too few articles are there to be put together, or too many: how many there are.
    #[error("coverage takes 2 to {MOST} articles; here {}", counted(*.0))]
    Articles(usize),
    /// The output can't be written.
    #[error("can't write the output")]
    Output(#[from] io::Error),
    /// A command stands behind files, which none of them can mean.
    #[error(
        "{0} stands before a command; give the command first, or write ./ before a file that is called like one"
    )]
    Mixed(String),
    /// There is no page on a command that does not exist.
    #[error("there is no command {0}; parallax help lists them")]
    NoCommand(String),
    /// A list of feeds is none.
    #[error("{0}: {1}")]
    List(String, Fault),
    /// The library can't be read or written.
    #[error(transparent)]
    Library(#[from] Trouble),
    /// The reader can't run here.
    #[error(transparent)]
    Reader(#[from] Unusable),
}

fn counted(articles: usize) -> String {
    match articles {
        0 => "are none".to_owned(),
        1 => "is one".to_owned(),
        several => format!("are {several}"),
    }
}

impl Failure {
    /// Whether whoever reads the output has had enough, as `head` has: nothing to complain about.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

/// Does what is asked for.
///
/// # Errors
/// Says why when an article that is needed can't be read or the output can't be written.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    if let (Some(_), Some(path)) = (&arguments.command, arguments.paths.first()) {
        return Err(Failure::Mixed(path.display().to_string()));
    }
    match &arguments.command {
        Some(Command::List(asked)) => answer::list(asked),
        Some(Command::Compare(asked)) => answer::compare(asked),
        Some(Command::Align(asked)) => answer::align(asked),
        Some(Command::Quotes(asked)) => answer::told_quotes(asked),
        Some(Command::Stories(asked)) => story::stories(asked),
        Some(Command::Related(asked)) => story::related(asked),
        Some(Command::Coverage(asked)) => answer::coverage(asked),
        Some(Command::Search(asked)) => search::search(asked, &arguments.library),
        Some(Command::Add(asked)) => library::add(asked, &arguments.library),
        Some(Command::Remove(asked)) => library::remove(asked, &arguments.library),
        Some(Command::Feed(asked)) => feed::run(&asked.command, &arguments.library),
        Some(Command::Sync(asked)) => sync::sync(asked, &arguments.library),
        Some(Command::Export(asked)) => library::export(asked, &arguments.library),
        Some(Command::Import(asked)) => library::import(asked, &arguments.library),
        Some(Command::Completions(asked)) => manual::completions(asked),
        Some(Command::Man(asked)) => manual::man(asked),
        None => start::read(&arguments.paths, &arguments.library),
    }
}
