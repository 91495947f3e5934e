//! What all articles say together, which takes a while to gather.

use std::sync::Arc;

use super::message::{Effect, Ticket};
use super::state::State;
use crate::echo::Echo;
use crate::reading::Reading;
use crate::speaker::Cast;

/// Articles of the library, and what was found in all of them together.
#[derive(Clone, Debug)]
pub(super) struct Gathering {
    /// The numbers of the items.
    pub(super) items: Vec<usize>,
    pub(super) readings: Vec<Arc<Reading>>,
    pub(super) ticket: Ticket,
    /// None until it is there.
    pub(super) found: Option<Arc<Gathered>>,
    /// The same of more articles, which were read since; it takes the place of this once it is there.
    next: Option<Box<Gathering>>,
}

/// What articles that are read together give.
#[derive(Debug)]
pub(super) struct Gathered {
    pub(super) cast: Arc<Cast>,
    pub(super) echoes: Vec<Echo>,
}

impl Gathering {
    /// Asks for what all articles that are read have; says so when there are none.
    pub(super) fn begin(state: &mut State) -> Option<(Gathering, Effect)> {
        let numbers = 0..state.library.items.len();
        let read = |item: usize| Some((item, Arc::clone(state.library.reading(item)?)));
        let (items, readings): (Vec<usize>, Vec<Arc<Reading>>) = numbers.filter_map(read).unzip();
        if items.is_empty() {
            state.say("no article is read yet");
            return None;
        }
        let ticket = state.next_ticket();
        let effect = Effect::Gather(ticket, readings.clone());
        let gathering = Gathering {
            items,
            readings,
            ticket,
            found: None,
            next: None,
        };
        Some((gathering, effect))
    }

    /// Asks for it anew where it lacks articles that are read by now.
    pub(super) fn renew(&mut self, state: &mut State) -> Option<Effect> {
        let asked = self
            .next
            .as_ref()
            .map_or(&self.items, |next| &next.items)
            .len();
        let (next, effect) = Gathering::begin(state)?;
        if next.items.len() <= asked {
            return None;
        }
        self.next = Some(Box::new(next));
        Some(effect)
    }

    /// Takes an answer; says whether it is a wanted one.
    pub(super) fn set(&mut self, ticket: Ticket, cast: &Arc<Cast>, echoes: &[Echo]) -> bool {
        if let Some(mut next) = self.next.take() {
            if next.set(ticket, cast, echoes) {
                *self = *next;
                return true;
            }
            self.next = Some(next);
        }
        if self.ticket != ticket || self.found.is_some() {
            return false;
        }
        self.found = Some(Arc::new(Gathered {
            cast: Arc::clone(cast),
            echoes: echoes.to_vec(),
        }));
        true
    }

    /// The place of an item among the articles.
    pub(super) fn article(&self, item: usize) -> Option<usize> {
        self.items.iter().position(|&other| other == item)
    }

    /// How many articles it is of, for a heading.
    pub(super) fn extent(&self) -> String {
        match self.items.len() {
            1 => "of 1 article".to_owned(),
            several => format!("of {several} articles"),
        }
    }
}
