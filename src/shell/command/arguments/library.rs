//! The commands on the library.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Format;

/// What `sync --help` says of what is sent, and when.
const SYNC: &str = "\
Each feed is asked whether it has changed since last time, and only then sent. Where a feed holds
but the beginning of a new article, its page is fetched, unless the site's robots.txt asks programs
not to: then the beginning is kept. A page that fails for now is asked for again next time. A host
has one request at a time, with a pause between them. Whatever goes wrong with one feed is said,
and kept for feed list; the others go on.";

/// Which library is used.
#[derive(Debug, Args)]
pub(in crate::shell::command) struct LibraryFile {
    /// Use this library instead of the one in your home folder; it is made when it is not there.
    #[arg(long, value_name = "FILE", global = true)]
    pub(in crate::shell::command) library: Option<PathBuf>,
    /// If the library is damaged, rename it and begin a new one.
    #[arg(long, global = true)]
    pub(in crate::shell::command) set_aside: bool,
}

#[derive(Debug, Args)]
pub(in crate::shell::command) struct Search {
    /// What to look for: words, "two words", word*, -word, speaker:name, outlet:name, author:name, title:words, tag:name,
    /// after:2025-08, before:2025-08-18, is:unread. What begins with a dash comes after --.
    #[arg(value_name = "QUERY", required = true)]
    pub(in crate::shell::command) query: Vec<String>,
    /// Search these files and folders instead of the library.
    #[arg(long = "in", value_name = "PATH", num_args = 1..)]
    pub(in crate::shell::command) among: Vec<PathBuf>,
    /// Print so many at most; of the library no more than 1,000 are ever found.
    #[arg(long, value_name = "NUMBER", default_value_t = 20)]
    pub(in crate::shell::command) limit: usize,
    /// How to print it; jsonl gives a line for each article.
    #[arg(long, value_enum, default_value_t)]
    pub(in crate::shell::command) format: Format,
}

#[derive(Debug, Args)]
pub(in crate::shell::command) struct Add {
    /// Files, folders, addresses of pages, - for standard input. A folder is followed from then on: `sync` and the open reader
    /// take in what is new or changed there.
    #[arg(value_name = "WHAT", required = true)]
    pub(in crate::shell::command) what: Vec<PathBuf>,
    #[command(flatten)]
    pub(in crate::shell::command) network: Network,
}

/// How the network is used.
#[derive(Clone, Copy, Debug, Args)]
pub(in crate::shell::command) struct Network {
    /// Fetch from this computer and from private networks too, at the very hosts that are asked for.
    #[arg(long)]
    pub(in crate::shell::command) allow_private: bool,
}

#[derive(Debug, Args)]
#[command(after_help = SYNC)]
pub(in crate::shell::command) struct Sync {
    /// Take only what the feeds themselves hold, and fetch no pages.
    #[arg(long)]
    pub(in crate::shell::command) no_pages: bool,
    #[command(flatten)]
    pub(in crate::shell::command) network: Network,
}

#[derive(Debug, Args)]
pub(in crate::shell::command) struct FeedOf {
    #[command(subcommand)]
    pub(in crate::shell::command) command: FeedCommand,
}

#[derive(Debug, Subcommand)]
pub(in crate::shell::command) enum FeedCommand {
    /// Follow feeds; `sync` fetches what is in them.
    Add(FeedAdd),
    /// List the feeds that are followed: title, address, when they were fetched last, what went wrong then.
    List(FeedList),
    /// Follow feeds no longer; their articles stay.
    Remove(FeedRemove),
    /// Follow the feeds that another reader has exported as OPML.
    Import(FeedImport),
    /// Print the feeds that are followed as OPML, for another reader.
    Export,
}

#[derive(Debug, Args)]
pub(in crate::shell::command) struct FeedAdd {
    /// Addresses of feeds, or of pages that name one.
    #[arg(value_name = "URL", required = true)]
    pub(in crate::shell::command) addresses: Vec<String>,
    #[command(flatten)]
    pub(in crate::shell::command) network: Network,
}

#[derive(Debug, Args)]
pub(in crate::shell::command) struct FeedList {
    /// How to print it; jsonl gives a line for each feed.
    #[arg(long, value_enum, default_value_t)]
    pub(in crate::shell::command) format: Format,
}

#[derive(Debug, Args)]
pub(in crate::shell::command) struct FeedRemove {
    /// Addresses, as `feed list` prints them.
    #[arg(value_name = "URL", required = true)]
    pub(in crate::shell::command) addresses: Vec<String>,
}

#[derive(Debug, Args)]
pub(in crate::shell::command) struct FeedImport {
    /// An OPML file, - for standard input.
    #[arg(value_name = "FILE")]
    pub(in crate::shell::command) path: PathBuf,
}

#[derive(Debug, Args)]
pub(in crate::shell::command) struct Remove {
    /// Articles by path, by folder, by address or by title. A folder that was followed is no longer.
    #[arg(value_name = "WHICH", required = true)]
    pub(in crate::shell::command) which: Vec<String>,
}

#[derive(Debug, Args)]
pub(in crate::shell::command) struct Export {
    /// Print marks, a JSON line for each.
    #[arg(long, required = true)]
    pub(in crate::shell::command) marks: bool,
}

#[derive(Debug, Args)]
pub(in crate::shell::command) struct Import {
    /// A file that `export --marks` printed, - for standard input.
    #[arg(value_name = "FILE")]
    pub(in crate::shell::command) path: PathBuf,
}
