use super::answer::Articles;
use super::library::open_existing;
use super::output::{columns, hint, print, print_json};
use super::{Failure, Format, LibraryFile, Outcome, Search};
use crate::export::search;
use crate::query::{Hit, Query, Searched, look};
use crate::reading::Reading;
use crate::shell::clock::today;
use crate::speaker::{Cast, cast};

pub(super) fn search(asked: &Search, library: &LibraryFile) -> Result<Outcome, Failure> {
    let today = today().unwrap_or_default();
    let parsed = Query::parse(&asked.query.join(" "), today, false);
    for complaint in &parsed.complaints {
        hint(complaint);
    }
    // What is left of the query would find what nobody asks for.
    if !parsed.complaints.is_empty() {
        return Ok(Outcome::SomeUnreadable);
    }
    let mut outcome = Outcome::Done;
    let found = if asked.among.is_empty() {
        in_library(asked, &parsed.query, library)?
    } else {
        let mut articles = Articles::at(&asked.among);
        let found = in_files(asked, &parsed.query, &mut articles);
        if articles.outcome != Outcome::Done {
            outcome = articles.outcome;
        }
        found
    };
    if found.is_empty() {
        hint("nothing was found");
    }
    match asked.format {
        Format::Text => print(&search::text(&found, columns()))?,
        Format::Json => print_json(&search::json(&found))?,
        Format::Jsonl => {
            for one in &found {
                print_json(&search::json_line(one))?;
            }
        }
    }
    Ok(outcome)
}

fn in_library(asked: &Search, query: &Query, library: &LibraryFile) -> Result<Vec<Hit>, Failure> {
    let Some(store) = open_existing(library)? else {
        hint(
            "there is no library yet; put articles into it with parallax add, or search files with --in",
        );
        return Ok(Vec::new());
    };
    let waiting = store.count_unindexed()?;
    if waiting > 0 {
        hint(&format!(
            "{waiting} articles are not indexed yet, and not searched; parallax add goes on with that"
        ));
    }
    let hits = store.search(query, asked.limit)?.into_iter();
    Ok(hits.map(|(_, hit)| hit).collect())
}

fn in_files(asked: &Search, query: &Query, articles: &mut Articles) -> Vec<Hit> {
    let read: Vec<(Reading, Cast)> = articles
        .map(|reading| {
            let cast = cast(&[&reading]);
            (reading, cast)
        })
        .collect();
    let searched = read
        .iter()
        .map(|(reading, cast)| Searched { reading, cast });
    let hits = look(query, searched.enumerate(), asked.limit).into_iter();
    hits.map(|(_, hit)| hit).collect()
}
