use super::library::{gatherer, outcome};
use super::output::{Console, hint, say};
use super::{Failure, LibraryFile, Outcome, Sync};

/// Takes in what is new in the feeds and folders that are followed.
pub(super) fn sync(asked: &Sync, library: &LibraryFile) -> Result<Outcome, Failure> {
    let console = Console;
    let mut gatherer = gatherer(library, asked.network, asked.no_pages, &console)?;
    let store = gatherer.store();
    if store.feeds()?.is_empty() && store.folders()?.is_empty() {
        hint(
            "nothing is followed yet: parallax feed add URL follows a feed, parallax add FOLDER a folder",
        );
    }
    gatherer.feeds()?;
    gatherer.folders()?;
    gatherer.index()?;
    console.clear();
    say(&gatherer.counts().told())?;
    if gatherer.is_stopped() {
        hint("stopped; what came in stays, and the rest comes next time");
        return Ok(Outcome::SomeUnreadable);
    }
    Ok(outcome(&gatherer))
}
