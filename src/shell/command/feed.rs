//! Commands on the feeds that are followed.

use super::Outcome;
use super::library::{gatherer, open, open_existing};
use super::output::{Console, columns, hint, print, print_json, say};
use super::{Failure, FeedAdd, FeedCommand, FeedImport, FeedList, FeedRemove, Format, LibraryFile};
use crate::export::Sheet;
use crate::export::feeds;
use crate::shell::files::read_list;
use crate::shell::gather::{Followed, Unfollowed};
use crate::shell::store::Feed;
use crate::subscription::{Subscription, address, opml};

pub(super) fn run(command: &FeedCommand, library: &LibraryFile) -> Result<Outcome, Failure> {
    match command {
        FeedCommand::Add(asked) => add(asked, library),
        FeedCommand::List(asked) => list(asked, library),
        FeedCommand::Remove(asked) => remove(asked, library),
        FeedCommand::Import(asked) => import(asked, library),
        FeedCommand::Export => export(library),
    }
}

fn add(asked: &FeedAdd, library: &LibraryFile) -> Result<Outcome, Failure> {
    let console = Console;
    let mut gatherer = gatherer(library, asked.network, false, &console)?;
    let mut outcome = Outcome::Done;
    for address in &asked.addresses {
        if gatherer.is_stopped() {
            return Ok(Outcome::SomeUnreadable);
        }
        let followed = gatherer.follow(address);
        console.clear();
        match followed {
            Ok(Followed::New(feed)) => say(&format!("followed: {}", called(&feed)))?,
            Ok(Followed::Known(feed)) => say(&format!("already followed: {}", called(&feed)))?,
            Err(Unfollowed::Library(trouble)) => return Err(trouble.into()),
            Err(why) => {
                for line in why.to_string().lines() {
                    hint(line);
                }
                outcome = Outcome::SomeUnreadable;
            }
        }
    }
    Ok(outcome)
}

fn called(feed: &Feed) -> String {
    match &feed.title {
        Some(title) => format!("{title} ({})", feed.url),
        None => feed.url.clone(),
    }
}

fn list(asked: &FeedList, library: &LibraryFile) -> Result<Outcome, Failure> {
    let followed = followed(library)?;
    let each: Vec<feeds::Followed<'_>> = followed.iter().map(form).collect();
    match asked.format {
        Format::Text => print(&feeds::text(&each, columns()))?,
        Format::Json => print_json(&feeds::json(&each))?,
        Format::Jsonl => {
            for one in &each {
                print_json(&feeds::json_line(one))?;
            }
        }
    }
    Ok(Outcome::Done)
}

fn followed(library: &LibraryFile) -> Result<Vec<Feed>, Failure> {
    let store = open_existing(library)?;
    Ok(store.map_or_else(|| Ok(Vec::new()), |store| store.feeds())?)
}

fn form(feed: &Feed) -> feeds::Followed<'_> {
    feeds::Followed {
        title: feed.title.as_deref(),
        url: &feed.url,
        fetched: feed.asked.as_deref(),
        trouble: feed.trouble.as_deref(),
    }
}

fn remove(asked: &FeedRemove, library: &LibraryFile) -> Result<Outcome, Failure> {
    let mut store = open(library)?;
    let mut outcome = Outcome::Done;
    for name in &asked.addresses {
        let whole = address(name).map_or_else(|| name.clone(), String::from);
        if store.remove_feed(name)? || store.remove_feed(&whole)? {
            say(&format!("no longer followed: {name}"))?;
        } else {
            hint(&format!(
                "{name}: no feed of this address is followed; parallax feed list shows all"
            ));
            outcome = Outcome::SomeUnreadable;
        }
    }
    Ok(outcome)
}

fn import(asked: &FeedImport, library: &LibraryFile) -> Result<Outcome, Failure> {
    let text = read_list(&asked.path)?;
    let list =
        opml::read(&text).map_err(|why| Failure::List(asked.path.display().to_string(), why))?;
    let mut store = open(library)?;
    let mut outcome = Outcome::Done;
    for passed in &list.passed_over {
        let (path, line) = (asked.path.display(), passed.line);
        hint(&format!(
            "{path}: line {line}: {} is no address of the web; passed over",
            passed.address
        ));
        outcome = Outcome::SomeUnreadable;
    }
    let mut new = 0;
    for feed in &list.subscriptions {
        let is_new = store.follow(&Feed {
            url: feed.url.to_string(),
            title: feed.title.clone(),
            ..Feed::default()
        })?;
        new += usize::from(is_new);
    }
    say(&match list.subscriptions.len() {
        1 => format!(
            "1 feed listed, {}",
            if new == 1 { "it is new" } else { "not new" }
        ),
        all => format!("{all} feeds listed, {new} of them new"),
    })?;
    Ok(outcome)
}

fn export(library: &LibraryFile) -> Result<Outcome, Failure> {
    let followed = followed(library)?.into_iter();
    let subscriptions = followed.filter_map(|feed| {
        Some(Subscription {
            url: address(&feed.url)?,
            title: feed.title,
        })
    });
    let list = opml::write(&subscriptions.collect::<Vec<_>>());
    let mut sheet = Sheet::new();
    for line in list.lines() {
        sheet.line(line);
    }
    print(&sheet)?;
    Ok(Outcome::Done)
}
