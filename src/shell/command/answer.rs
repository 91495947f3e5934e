use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::vec::IntoIter;

use super::output::{columns, complain, found, hint, print, print_json};
use super::{
    Align, Compare, Coverage, Failure, Format, List, Order, Outcome, Quotes, TableFormat,
    TopicOrder, Two,
};
use crate::alignment::{self, Couple, Preference, align_all};
use crate::article::Article;
use crate::comparison;
use crate::coverage;
use crate::echo::{echoes, paraphrases};
use crate::export;
use crate::export::quotes::{self, Alike, ArticleQuotes};
use crate::reading::Reading;
use crate::shell::files::{Cause, Labels, Source, Unreadable, load_labelled};
use crate::speaker::{Cast, cast};
use crate::story::{NEAREST, grouped};
use crate::text::Pair;

pub(super) fn list(asked: &List) -> Result<Outcome, Failure> {
    let mut articles = Articles::at(&asked.paths);
    if asked.format == Format::Jsonl {
        for reading in &mut articles {
            print_json(&export::list::json_line(&reading))?;
        }
        return Ok(articles.outcome);
    }
    let readings: Vec<Reading> = articles.by_ref().collect();
    let readings: Vec<&Reading> = readings.iter().collect();
    match asked.format {
        Format::Text => print(&export::list::text(&readings, columns()))?,
        Format::Json | Format::Jsonl => print_json(&export::list::json(&readings))?,
    }
    Ok(articles.outcome)
}

pub(super) fn compare(asked: &Compare) -> Result<Outcome, Failure> {
    let (readings, outcome) = two(&asked.two)?;
    let comparison = comparison::compare_as(readings.map(Arc::new), wanted(&asked.two));
    let order = match asked.order {
        Order::Left => comparison::Order::Left,
        Order::Right => comparison::Order::Right,
        Order::Topic => comparison::Order::Topic,
    };
    match asked.two.format {
        Format::Text => {
            let width = asked.width.unwrap_or_else(columns);
            print(&export::compare::text(&comparison, order, width))?;
        }
        Format::Json | Format::Jsonl => print_json(&export::compare::json(&comparison, order))?,
    }
    let differs = export::compare::differs(&comparison);
    Ok(settled(outcome, asked.two.exit_code && differs))
}

pub(super) fn align(asked: &Align) -> Result<Outcome, Failure> {
    let (readings, outcome) = two(&asked.two)?;
    let readings = readings.as_ref();
    let cast = cast(&[readings.left, readings.right]);
    let couple = Couple::new(readings, Pair::new(0, 1), &cast);
    let alignment = alignment::align_as(&couple, &wanted(&asked.two));
    match asked.two.format {
        Format::Text => print(&export::align::text(readings, &alignment, asked.all_links))?,
        Format::Json | Format::Jsonl => {
            print_json(&export::align::json(&couple, &alignment, asked.all_links))?;
        }
    }
    let linked = alignment
        .links
        .iter()
        .any(|link| link.score >= alignment.threshold);
    Ok(settled(outcome, asked.two.exit_code && linked))
}

pub(super) fn told_quotes(asked: &Quotes) -> Result<Outcome, Failure> {
    let mut articles = Articles::at(&asked.paths);
    let mut any = false;
    if asked.story || asked.format == Format::Json {
        let readings: Vec<Reading> = articles.by_ref().collect();
        let readings: Vec<&Reading> = readings.iter().collect();
        any = if asked.story {
            quotes_of_story(asked, &readings)?
        } else {
            quotes_of_each(asked, &readings)?
        };
    } else {
        for reading in &mut articles {
            let cast = cast(&[&reading]);
            let wanted = Wanted::new(asked, &cast);
            let told = wanted.told(&reading, 0);
            any |= !told.is_empty();
            match asked.format {
                // Who looks for a speaker need not see where nobody of that name is quoted.
                Format::Text if wanted.speakers.is_some() && told.is_empty() => {}
                Format::Text => {
                    print(&quotes::text(
                        &[told],
                        Alike::default(),
                        asked.in_order,
                        columns(),
                    ))?;
                }
                Format::Json | Format::Jsonl => print_json(&quotes::json_line(told))?,
            }
        }
    }
    if let Some(name) = asked.speaker.as_ref().filter(|_| !any) {
        hint(&format!("nobody named {name} is quoted"));
    }
    Ok(settled(articles.outcome, asked.exit_code && any))
}

/// Tells quotes of articles that share a cast; says whether there are any.
fn quotes_of_story(asked: &Quotes, readings: &[&Reading]) -> Result<bool, Failure> {
    let cast = cast(readings);
    let echoes = echoes(readings, &cast);
    let alignments = align_all(readings, &cast, grouped(readings, NEAREST).neighbours);
    let alike = Alike {
        echoes: &echoes,
        paraphrases: &paraphrases(readings, &cast, &echoes, &alignments),
    };
    let wanted = Wanted::new(asked, &cast);
    let readings = readings.iter().enumerate();
    let told: Vec<ArticleQuotes> = readings
        .map(|(number, reading)| wanted.told(reading, number))
        .collect();
    match asked.format {
        Format::Text => print(&quotes::text(&told, alike, asked.in_order, columns()))?,
        Format::Json | Format::Jsonl => print_json(&quotes::json(&told, Some(alike)))?,
    }
    Ok(told.iter().any(|told| !told.is_empty()))
}

/// Tells quotes of articles that each stand alone, as one value; says whether there are any.
fn quotes_of_each(asked: &Quotes, readings: &[&Reading]) -> Result<bool, Failure> {
    let casts: Vec<Cast> = readings.iter().map(|reading| cast(&[reading])).collect();
    let wanted: Vec<Wanted> = casts.iter().map(|cast| Wanted::new(asked, cast)).collect();
    let told = readings.iter().zip(&wanted);
    let told: Vec<ArticleQuotes> = told
        .map(|(reading, wanted)| wanted.told(reading, 0))
        .collect();
    print_json(&quotes::json(&told, None))?;
    Ok(told.iter().any(|told| !told.is_empty()))
}

pub(super) fn coverage(asked: &Coverage) -> Result<Outcome, Failure> {
    let mut articles = Articles::at(&asked.paths);
    let most = coverage::MOST;
    let count = articles.sources.len();
    if count > most {
        return Err(Failure::Articles(count));
    }
    let readings: Vec<Arc<Reading>> = articles.by_ref().map(Arc::new).collect();
    if readings.len() < 2 {
        return Err(Failure::Articles(readings.len()));
    }
    let covered = coverage::cover(readings);
    let order = match asked.order {
        TopicOrder::Mention => coverage::Order::FirstMention,
        TopicOrder::Articles => coverage::Order::MostArticles,
        TopicOrder::Depth => coverage::Order::Depth,
    };
    match asked.format {
        TableFormat::Text => print(&export::coverage::text(&covered, order, columns()))?,
        TableFormat::Json => print_json(&export::coverage::json(&covered, order))?,
        TableFormat::Csv => print(&export::coverage::csv(&covered, order))?,
        TableFormat::Md => print(&export::coverage::markdown(&covered, order))?,
    }
    let disagree = covered.rows.iter().any(coverage::Row::is_disputed);
    Ok(settled(articles.outcome, asked.exit_code && disagree))
}

/// Whose quotes are asked for.
struct Wanted<'a> {
    cast: &'a Cast,
    /// Numbers in `Cast::speakers`; `None` when all are.
    speakers: Option<BTreeSet<usize>>,
}

impl<'a> Wanted<'a> {
    fn new(asked: &Quotes, cast: &'a Cast) -> Wanted<'a> {
        let name = asked.speaker.as_deref();
        Wanted {
            cast,
            speakers: name.map(|name| cast.find(name).into_iter().collect()),
        }
    }

    fn told(&'a self, reading: &'a Reading, number: usize) -> ArticleQuotes<'a> {
        let told = ArticleQuotes::new(reading, self.cast, number);
        match &self.speakers {
            Some(speakers) => told.only(speakers),
            None => told,
        }
    }
}

/// How the articles are to be linked.
fn wanted(asked: &Two) -> Preference {
    Preference {
        threshold: asked.threshold,
        ..Preference::default()
    }
}

/// Unreadable inputs weigh more than anything found: the answer is then not whole.
fn settled(outcome: Outcome, found: bool) -> Outcome {
    match outcome {
        Outcome::Done if found => Outcome::Found,
        other => other,
    }
}

/// Two articles, and whether all that belongs to them could be read. What is wrong with either is said, not only the
/// first thing.
fn two(asked: &Two) -> Result<(Pair<Reading>, Outcome), Failure> {
    let mut labels = Labels::default();
    let left = one(&asked.a, &mut labels);
    let right = one(&asked.b, &mut labels);
    let mut outcome = Outcome::Done;
    for complaint in labels.complaints() {
        complain(&complaint);
        outcome = Outcome::SomeUnreadable;
    }
    match (left, right) {
        (Ok(left), Ok(right)) => Ok((Pair::new(left, right), outcome)),
        (Err(left), Err(right)) => {
            complain(&left);
            Err(right.into())
        }
        (Err(unreadable), Ok(_)) | (Ok(_), Err(unreadable)) => Err(unreadable.into()),
    }
}

fn one(path: &Path, labels: &mut Labels) -> Result<Reading, Unreadable> {
    one_article(path, labels).map(Reading::new)
}

/// The one article at `path`, which may be a folder that holds no other.
pub(super) fn one_article(path: &Path, labels: &mut Labels) -> Result<Article, Unreadable> {
    match found(&[path.to_owned()]).as_slice() {
        [source] => load_labelled(source, labels),
        several if path.is_dir() => Err(Unreadable::new(path, Cause::Several(several.len()))),
        several => Err(Unreadable::new(path, Cause::Entries(several.len()))),
    }
}

/// The articles at some paths, each read when it is asked for. What can't be read is said on standard error and passed
/// over.
pub(super) struct Articles {
    sources: IntoIter<Source>,
    labels: Labels,
    pub(super) outcome: Outcome,
}

impl Articles {
    pub(super) fn at(paths: &[PathBuf]) -> Articles {
        Articles::of(found(paths))
    }

    pub(super) fn of(sources: Vec<Source>) -> Articles {
        Articles {
            sources: sources.into_iter(),
            labels: Labels::default(),
            outcome: Outcome::Done,
        }
    }

    /// The next one as it stands in its file, before names and quotes are looked for.
    pub(super) fn next_article(&mut self) -> Option<Article> {
        loop {
            let loaded = load_labelled(&self.sources.next()?, &mut self.labels);
            for complaint in self.labels.complaints() {
                complain(&complaint);
                self.outcome = Outcome::SomeUnreadable;
            }
            match loaded {
                Ok(article) => return Some(article),
                Err(unreadable) => {
                    complain(&unreadable);
                    self.outcome = Outcome::SomeUnreadable;
                }
            }
        }
    }
}

impl Iterator for Articles {
    type Item = Reading;

    fn next(&mut self) -> Option<Reading> {
        self.next_article().map(Reading::new)
    }
}
