//! What the reader set right in articles, from when it is asked for until it is shown.

use std::sync::Arc;

use super::{Content, Library};
use crate::reading::Reading;
use crate::screen::message::{Digest, Ticket};
use crate::speaker::Cast;

/// What the reader set right in an article, while that is applied.
#[derive(Clone, Debug)]
pub(super) struct Correcting {
    ticket: Ticket,
    /// What was read of the article since, which is shown once that is there.
    read_since: Option<Digest>,
}

impl Library {
    /// Takes an article that is shown once what the reader set right in it is applied.
    pub(in crate::screen) fn await_correction(
        &mut self,
        number: usize,
        digest: Digest,
        ticket: Ticket,
    ) {
        if let Some(item) = self.items.get_mut(number) {
            item.found = Some(Arc::clone(&digest.reading));
            let read_since = Some(digest);
            let correcting = Correcting { ticket, read_since };
            self.correcting.insert(number, correcting);
        }
    }

    /// The requests whose answers are wanted.
    pub(in crate::screen) fn awaited(&self) -> impl Iterator<Item = Ticket> + '_ {
        let corrections = self.correcting.values().map(|one| one.ticket);
        corrections.chain(self.ticket).chain(self.shelves.ticket)
    }

    /// Whether something was set right that no article shows yet.
    pub(in crate::screen) fn is_correcting(&self) -> bool {
        !self.correcting.is_empty()
    }

    /// Waits no longer for an answer that does not come; what was read is shown as it was found. Says of which item that is.
    pub(in crate::screen) fn give_up(&mut self, ticket: Ticket) -> Option<usize> {
        for asked in [&mut self.ticket, &mut self.shelves.ticket] {
            if *asked == Some(ticket) {
                *asked = None;
            }
        }
        let (number, correcting) = self.take_correcting(ticket)?;
        if let Some(digest) = correcting.read_since {
            self.set(number, Content::Read(Box::new(digest)));
        }
        Some(number)
    }

    fn take_correcting(&mut self, ticket: Ticket) -> Option<(usize, Correcting)> {
        let mut all = self.correcting.iter();
        let (&number, _) = all.find(|(_, one)| one.ticket == ticket)?;
        Some((number, self.correcting.remove(&number)?))
    }

    /// Awaits what the reader set right in an article, and gives that as it was found.
    pub(in crate::screen) fn correct(
        &mut self,
        number: usize,
        ticket: Ticket,
    ) -> Option<Arc<Reading>> {
        let found = self.items.get(number)?.found.clone()?;
        let correcting = self.correcting.entry(number);
        let wait = |one: &mut Correcting| one.ticket = ticket;
        correcting.and_modify(wait).or_insert(Correcting {
            ticket,
            read_since: None,
        });
        Some(found)
    }

    /// Takes an answer, if it is the wanted one, and says of which item it is and whether that was read since.
    pub(in crate::screen) fn set_corrected(
        &mut self,
        ticket: Ticket,
        reading: Arc<Reading>,
        cast: Arc<Cast>,
    ) -> Option<(usize, bool)> {
        let (number, correcting) = self.take_correcting(ticket)?;
        let is_read = correcting.read_since.is_some();
        if let Some(digest) = correcting.read_since {
            let found = Arc::clone(&digest.reading);
            self.set(number, Content::Read(Box::new(digest)));
            self.items.get_mut(number)?.found = Some(found);
        }
        let item = self.items.get_mut(number)?;
        if let Content::Read(digest) = &mut item.content {
            digest.reading = reading;
            digest.cast = cast;
        }
        Some((number, is_read))
    }
}
