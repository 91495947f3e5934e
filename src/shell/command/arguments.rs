//! What can be asked for on the command line.

mod library;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub(super) use library::{
    Add, Export, FeedAdd, FeedCommand, FeedImport, FeedList, FeedOf, FeedRemove, Import,
    LibraryFile, Network, Remove, Search, Sync,
};

const USAGE: &str = "parallax [OPTIONS] [PATH]...\n       parallax [OPTIONS] <COMMAND>";

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
  parallax add news/ https://example.org/talks
  parallax feed add https://example.org/
  parallax sync

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
#[command(version, about, after_help = EXAMPLES, override_usage = USAGE)]
pub struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) library: LibraryFile,
    /// Files and folders to open in the reader, - for standard input; one file is opened, two side by side.
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
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
    /// Put articles into the library: files, folders, pages of the web.
    Add(Add),
    /// Take articles out of the library; what you made of them stays.
    Remove(Remove),
    /// Follow feeds: add them, list them, remove them, exchange lists of them with other readers.
    Feed(FeedOf),
    /// Bring the library up to date: what is new in the feeds and folders that it follows.
    Sync(Sync),
    /// Print what you made of articles: notes, tags, bookmarks, labels, what you set right, what was read.
    Export(Export),
    /// Take in what `export` printed, here or elsewhere.
    Import(Import),
    /// Print what a shell needs to complete commands and options.
    Completions(Completions),
    /// Print the manual page, for man.
    Man(Manual),
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell.
    #[arg(value_enum)]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(super) struct Manual {
    /// The command that the page is of, such as `feed add`; parallax itself when there is none.
    #[arg(value_name = "COMMAND")]
    pub(super) of: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct List {
    /// Files and folders, - for standard input; the bundled samples when there are none.
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
}

#[derive(Debug, Args)]
#[command(after_help = MARKS)]
pub(super) struct Compare {
    #[command(flatten)]
    pub(super) two: Two,
    /// Follow the right article's order, or put rows of one topic together.
    #[arg(long, value_enum, default_value_t)]
    pub(super) order: Order,
    /// Print so many columns; as many as the terminal has when not given, or 100.
    #[arg(long, value_name = "COLUMNS")]
    pub(super) width: Option<usize>,
}

#[derive(Debug, Args)]
pub(super) struct Align {
    #[command(flatten)]
    pub(super) two: Two,
    /// Give the weak links too, not only those at or above the threshold.
    #[arg(long)]
    pub(super) all_links: bool,
}

#[derive(Debug, Args)]
pub(super) struct Two {
    /// The article on the left.
    pub(super) a: PathBuf,
    /// The article on the right.
    pub(super) b: PathBuf,
    /// Show links from this score on, 0 to 1: lower for more of them, higher for surer ones.
    #[arg(long, value_name = "SCORE", value_parser = share)]
    pub(super) threshold: Option<f32>,
    /// How to print it; jsonl is the same as json.
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
    /// Exit with 1 when there is anything to tell: a difference (compare), a link (align).
    #[arg(long)]
    pub(super) exit_code: bool,
}

#[derive(Debug, Args)]
#[command(after_help = ECHOES)]
pub(super) struct Quotes {
    /// Files and folders, - for standard input.
    #[arg(value_name = "FILE", required = true)]
    pub(super) paths: Vec<PathBuf>,
    /// Take the articles together: speakers are told across them, and who else has the words of a quote.
    #[arg(long)]
    pub(super) story: bool,
    /// Print only quotes of this speaker: a surname, a name, part of it; a slip of the finger does no harm.
    #[arg(long, value_name = "NAME")]
    pub(super) speaker: Option<String>,
    /// Print quotes as they come in the text, not by speaker.
    #[arg(long)]
    pub(super) in_order: bool,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
    /// Exit with 1 when there is any quote to print.
    #[arg(long)]
    pub(super) exit_code: bool,
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
pub(super) struct Stories {
    /// Files and folders, - for standard input; the bundled samples when there are none.
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// How to print it; jsonl gives a line for each story.
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
}

#[derive(Debug, Args)]
pub(super) struct Related {
    /// The article that the others are compared with.
    pub(super) article: PathBuf,
    /// Files and folders to look in; the article itself is passed over.
    #[arg(long = "in", value_name = "PATH", required = true, num_args = 1..)]
    pub(super) among: Vec<PathBuf>,
    /// Print so many at most.
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    pub(super) top: usize,
    /// How to print it; jsonl gives a line for each article.
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
}

#[derive(Debug, Args)]
#[command(after_help = CELLS)]
pub(super) struct Coverage {
    /// Files and folders, - for standard input; 2 to 20 articles.
    #[arg(value_name = "FILE", required = true)]
    pub(super) paths: Vec<PathBuf>,
    /// Which topics come first; what only one article tells always comes last.
    #[arg(long, value_enum, default_value_t)]
    pub(super) order: TopicOrder,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: TableFormat,
    /// Exit with 1 when articles disagree.
    #[arg(long)]
    pub(super) exit_code: bool,
}

/// How a table is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum TableFormat {
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
pub(super) enum TopicOrder {
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
pub(super) enum Format {
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
pub(super) enum Order {
    /// As the left article tells it.
    #[default]
    Left,
    /// As the right article tells it.
    Right,
    /// By topic, the strongest first.
    Topic,
}
