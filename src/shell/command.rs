//! The command line: what can be asked for, and how it is answered.

mod answer;
mod library;
mod output;
mod search;
mod start;
mod story;

use std::io;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::files::Unreadable;
use super::store::Trouble;
use super::terminal::Unusable;
use crate::coverage::MOST;

const EXAMPLES: &str = "\
Examples:
  parallax                            open the reader on five sample articles
  parallax news/                      open it on the articles of a folder
  parallax left.txt                   open an article
  parallax left.txt right.txt         open two articles side by side
  parallax compare left.txt right.txt
  parallax quotes --story news/
  parallax coverage --format csv news/
  parallax quotes --format jsonl news/*.txt | jq .speakers
  parallax stories news/
  parallax related left.txt --in news/

Exit status:
  0  all is done
  1  with --exit-code: there is a difference, a link, a quote or a conflict
  2  bad usage, or something could not be read; the rest still comes out";

/// What `compare --help` says of the text it prints.
const MARKS: &str = "\
Marks:
  [-…-]  words that only A has        =  nearly the same words
  {+…+}  words that only B has        ~  the same matter in other words
  [=…=]  words that both have,        +  only one article has it
         where the rest differs       ↷  where else it is told";

/// What `quotes --help` says of the text that `--story` prints.
const ECHOES: &str = "\
Under a quote, with --story:
  =  who else has it in the same words
  ~  who has it cut, longer or altered
  !  who ascribes it to somebody else
  >  who tells it in other words, without quotation marks
  <  under such words: who quotes what they tell";

/// What `coverage --help` says of the table that it prints.
const CELLS: &str = "\
In the table:
  # ## ###  how many words an article spends on a topic; · for none
  d m i     its strongest quote: direct, mixed, indirect; c where it is cut
  quote     a quote is cut, altered or told without quotation marks
  word      one thing is called by different words
  CAPITALS  the articles disagree: NUMBER DATE WHO SET HEDGE SOURCE SPEAKER";

/// Reads two news articles side by side: passages aligned, differences lit, quotes by speaker.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    library: LibraryFile,
    /// Files and folders to open in the reader, - for standard input; one file is opened, two side by side.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List articles: outlet, date, length, number of quotes, title.
    List(List),
    /// Print two articles side by side: [-only in A-], {+only in B+}, [=in both=].
    Compare(Compare),
    /// Print which sentences of two articles belong side by side.
    Align(Align),
    /// Print who is quoted with what.
    Quotes(Quotes),
    /// Print which articles are about the same event.
    Stories(Stories),
    /// Print which articles have most in common with one.
    Related(Related),
    /// Print what 2 to 20 articles of a story tell, topic by topic, and where they disagree.
    Coverage(Coverage),
    /// Search the library, or files: text, titles, quotes and who said them.
    Search(Search),
    /// Put articles into the library.
    Add(Add),
    /// Take articles out of the library; what you made of them stays.
    Remove(Remove),
    /// Print what you made of articles: notes, tags, bookmarks, labels, what you set right, what was read.
    Export(Export),
    /// Take in what `export` printed, here or elsewhere.
    Import(Import),
}

/// Which library is used.
#[derive(Debug, Args)]
struct LibraryFile {
    /// Use this library instead of the one in your home folder; it is made when it is not there.
    #[arg(long, value_name = "FILE", global = true)]
    library: Option<PathBuf>,
    /// If the library is damaged, rename it and begin a new one.
    #[arg(long, global = true)]
    set_aside: bool,
}

#[derive(Debug, Args)]
struct Search {
    /// What to look for: words, "two words", word*, -word, speaker:name, outlet:name, author:name, title:words, tag:name,
    /// after:2025-08, before:2025-08-18, is:unread. What begins with a dash comes after --.
    #[arg(value_name = "QUERY", required = true)]
    query: Vec<String>,
    /// Search these files and folders instead of the library.
    #[arg(long = "in", value_name = "PATH", num_args = 1..)]
    among: Vec<PathBuf>,
    /// Print so many at most.
    #[arg(long, value_name = "NUMBER", default_value_t = 20)]
    limit: usize,
    /// How to print it; jsonl gives a line for each article.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Args)]
struct Add {
    /// Files and folders, - for standard input.
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
}

#[derive(Debug, Args)]
struct Remove {
    /// Articles by path, by folder, by address or by title.
    #[arg(value_name = "WHICH", required = true)]
    which: Vec<String>,
}

#[derive(Debug, Args)]
struct Export {
    /// Print marks, a JSON line for each.
    #[arg(long, required = true)]
    marks: bool,
}

#[derive(Debug, Args)]
struct Import {
    /// A file that `export --marks` printed, - for standard input.
    #[arg(value_name = "FILE")]
    path: PathBuf,
}

#[derive(Debug, Args)]
struct List {
    /// Files and folders, - for standard input; the bundled samples when there are none.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Args)]
#[command(after_help = MARKS)]
struct Compare {
    #[command(flatten)]
    two: Two,
    /// Follow the right article's order, or put rows of one topic together.
    #[arg(long, value_enum, default_value_t)]
    order: Order,
    /// Print so many columns; as many as the terminal has when not given, or 100.
    #[arg(long, value_name = "COLUMNS")]
    width: Option<usize>,
}

#[derive(Debug, Args)]
struct Align {
    #[command(flatten)]
    two: Two,
    /// Give the weak links too, not only those at or above the threshold.
    #[arg(long)]
    all_links: bool,
}

#[derive(Debug, Args)]
struct Two {
    /// The article on the left.
    a: PathBuf,
    /// The article on the right.
    b: PathBuf,
    /// Show links from this score on, 0 to 1: lower for more of them, higher for surer ones.
    #[arg(long, value_name = "SCORE", value_parser = share)]
    threshold: Option<f32>,
    /// How to print it; jsonl is the same as json.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Exit with 1 when there is anything to tell: a difference (compare), a link (align).
    #[arg(long)]
    exit_code: bool,
}

#[derive(Debug, Args)]
#[command(after_help = ECHOES)]
struct Quotes {
    /// Files and folders, - for standard input.
    #[arg(value_name = "FILE", required = true)]
    paths: Vec<PathBuf>,
    /// Take the articles together: speakers are told across them, and who else has the words of a quote.
    #[arg(long)]
    story: bool,
    /// Print only quotes of this speaker: a surname, a name, part of it; a slip of the finger does no harm.
    #[arg(long, value_name = "NAME")]
    speaker: Option<String>,
    /// Print quotes as they come in the text, not by speaker.
    #[arg(long)]
    in_order: bool,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Exit with 1 when there is any quote to print.
    #[arg(long)]
    exit_code: bool,
}

/// A number from 0 to 1.
fn share(typed: &str) -> Result<f32, String> {
    let number = typed
        .parse()
        .ok()
        .filter(|score| (0.0..=1.0).contains(score));
    number.ok_or_else(|| "a number from 0.0 to 1.0 is needed, such as 0.4".to_owned())
}

#[derive(Debug, Args)]
struct Stories {
    /// Files and folders, - for standard input; the bundled samples when there are none.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print it; jsonl gives a line for each story.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Args)]
struct Related {
    /// The article that the others are compared with.
    article: PathBuf,
    /// Files and folders to look in; the article itself is passed over.
    #[arg(long = "in", value_name = "PATH", required = true, num_args = 1..)]
    among: Vec<PathBuf>,
    /// Print so many at most.
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    top: usize,
    /// How to print it; jsonl gives a line for each article.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Args)]
#[command(after_help = CELLS)]
struct Coverage {
    /// Files and folders, - for standard input; 2 to 20 articles.
    #[arg(value_name = "FILE", required = true)]
    paths: Vec<PathBuf>,
    /// Which topics come first; what only one article tells always comes last.
    #[arg(long, value_enum, default_value_t)]
    order: TopicOrder,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    format: TableFormat,
    /// Exit with 1 when articles disagree.
    #[arg(long)]
    exit_code: bool,
}

/// How a table is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum TableFormat {
    /// For eyes.
    #[default]
    Text,
    /// One JSON value.
    Json,
    /// Comma-separated values, for spreadsheets.
    Csv,
    /// A Markdown table.
    Md,
}

/// The order in which topics are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum TopicOrder {
    /// As the articles come to them.
    #[default]
    Mention,
    /// Those that most articles tell.
    Articles,
    /// Those that most words are spent on.
    Depth,
}

/// How results are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For eyes.
    #[default]
    Text,
    /// One JSON value.
    Json,
    /// One JSON value a line, each article's as soon as it is read.
    Jsonl,
}

/// The order in which rows are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Order {
    /// As the left article tells it.
    #[default]
    Left,
    /// As the right article tells it.
    Right,
    /// By topic, the strongest first.
    Topic,
}

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
        Some(Command::Export(asked)) => library::export(asked, &arguments.library),
        Some(Command::Import(asked)) => library::import(asked, &arguments.library),
        None => start::read(&arguments.paths, &arguments.library),
    }
}
