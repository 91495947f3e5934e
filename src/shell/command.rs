//! The command line: what can be asked for, and how it is answered.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::files::{self, Source, Unreadable};
use crate::alignment::align;
use crate::export;
use crate::reading::Reading;
use crate::speaker::cast;
use crate::text::{Pair, visible};

/// Two news articles, side by side.
#[derive(Debug, Parser)]
#[command(version, about, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// Files and folders to read; two files open side by side. The bundled samples when there are none.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the articles.
    List(List),
    /// Say which sentences of two articles belong side by side.
    Align(Align),
    /// Say who is quoted with what.
    Quotes(Quotes),
}

#[derive(Debug, Args)]
struct List {
    /// Files and folders; the bundled samples when there are none.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print them.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Args)]
struct Align {
    /// The article on the left.
    a: PathBuf,
    /// The article on the right.
    b: PathBuf,
    /// Give the weak links too, not only those above the threshold.
    #[arg(long)]
    all_links: bool,
    /// How to print them.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Args)]
struct Quotes {
    /// Files, folders, or - for standard input.
    #[arg(value_name = "FILE", required = true)]
    paths: Vec<PathBuf>,
    /// Take the files together: speakers are told across them.
    #[arg(long)]
    story: bool,
    /// How to print them.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// How results are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For eyes.
    #[default]
    Text,
    /// One JSON value.
    Json,
    /// One JSON value a line.
    Jsonl,
}

/// How a run ended, when nothing stopped it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All was done.
    Done,
    /// Some inputs could not be read; that has been said on standard error.
    SomeUnreadable,
}

/// Why a run could not be ended.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// An article that is needed can't be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// The output can't be written.
    #[error("can't write the output")]
    Output(#[from] io::Error),
}

/// Does what is asked for.
///
/// # Errors
/// Says why when an article that is needed can't be read or the output can't be written.
pub fn run(arguments: Arguments) -> Result<Outcome, Failure> {
    match arguments.command {
        Some(Command::List(asked)) => list(&asked),
        Some(Command::Align(asked)) => align_two(&asked),
        Some(Command::Quotes(asked)) => quotes(&asked),
        None => Ok(Outcome::Done),
    }
}

fn list(asked: &List) -> Result<Outcome, Failure> {
    let (readings, outcome) = read_all(&asked.paths);
    let readings: Vec<&Reading> = readings.iter().collect();
    match asked.format {
        Format::Text => print(&export::list::text(&readings))?,
        Format::Json => print_line(&export::list::json(&readings))?,
        Format::Jsonl => {
            for reading in readings {
                print_line(&export::list::json_line(reading))?;
            }
        }
    }
    Ok(outcome)
}

fn align_two(asked: &Align) -> Result<Outcome, Failure> {
    let pair = Pair::new(&asked.a, &asked.b);
    let left = Reading::new(files::load(&Source::File(pair.left.clone()))?);
    let right = Reading::new(files::load(&Source::File(pair.right.clone()))?);
    let readings = Pair::new(&left, &right);
    let alignment = align(readings);
    match asked.format {
        Format::Text => print(&export::align::text(readings, &alignment, asked.all_links))?,
        Format::Json | Format::Jsonl => {
            print_line(&export::align::json(readings, &alignment, asked.all_links))?
        }
    }
    Ok(Outcome::Done)
}

fn quotes(asked: &Quotes) -> Result<Outcome, Failure> {
    let (readings, outcome) = read_all(&asked.paths);
    if asked.story {
        let readings: Vec<&Reading> = readings.iter().collect();
        let cast = cast(&readings);
        match asked.format {
            Format::Text => print(&export::quotes::text(&readings, &cast))?,
            Format::Json | Format::Jsonl => print_line(&export::quotes::json(&readings, &cast))?,
        }
        return Ok(outcome);
    }
    for reading in &readings {
        let cast = cast(&[reading]);
        match asked.format {
            Format::Text => print(&export::quotes::text(&[reading], &cast))?,
            Format::Json | Format::Jsonl => print_line(&export::quotes::json_line(reading, &cast))?,
        }
    }
    Ok(outcome)
}

fn read_all(paths: &[PathBuf]) -> (Vec<Reading>, Outcome) {
    let mut outcome = Outcome::Done;
    let mut readings = Vec::new();
    for source in files::sources(paths) {
        match files::load(&source) {
            Ok(article) => readings.push(Reading::new(article)),
            Err(unreadable) => {
                eprintln!("parallax: {}", visible(&unreadable.to_string()));
                outcome = Outcome::SomeUnreadable;
            }
        }
    }
    (readings, outcome)
}

fn print(sheet: &export::Sheet) -> io::Result<()> {
    let mut out = io::stdout().lock();
    write!(out, "{sheet}")?;
    out.flush()
}

fn print_line(json: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{json}")?;
    out.flush()
}
