//! Which articles are held whole. Of a few all are; of many only what is looked at, and what was a while ago.

use std::collections::{BTreeSet, VecDeque};

use super::{Content, Item, Library};
use crate::screen::message::Effect;

/// So many articles are taken together at most: for quotes by speaker, who is quoted where, stories. Of a library that
/// has no more than these every article is held.
pub(in crate::screen) const TOGETHER: usize = 1_000;

/// So many are held of more, besides those that are wanted.
const KEPT: usize = 64;

/// What is held and what is asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Holding {
    /// Items that were asked for since they were last let go.
    asked: BTreeSet<usize>,
    /// Items that are held, those held longest first.
    held: VecDeque<usize>,
}

impl Holding {
    /// Takes down that an item came, or can't.
    pub(super) fn came(&mut self, number: usize, is_held: bool) {
        self.asked.remove(&number);
        if is_held {
            self.held.retain(|&other| other != number);
            self.held.push_back(number);
        }
    }
}

impl Library {
    /// Whether there are so many articles that not all are held.
    pub(in crate::screen) fn is_large(&self) -> bool {
        self.items.len() > TOGETHER
    }

    /// The articles listed first, as many as are taken together.
    pub(in crate::screen) fn first_listed(&self) -> impl Iterator<Item = usize> {
        self.listed.iter().copied().take(TOGETHER)
    }

    /// Asks for those of the `wanted` articles that are not held, and lets go of others that were held long enough.
    pub(in crate::screen) fn hold_only(&mut self, wanted: &BTreeSet<usize>) -> Vec<Effect> {
        let here = self.here();
        let is_known = |number: &&usize| {
            let item = self.items.get(**number);
            item.is_some_and(|item| !item.is_gone && matches!(item.content, Content::Known(_)))
        };
        let lacking = wanted.iter().filter(is_known);
        let lacking: Vec<usize> = lacking.copied().collect();
        let new = |number: &usize| self.holding.asked.insert(*number);
        let mut lacking: Vec<usize> = lacking.into_iter().filter(new).collect();
        // What the reader looks at comes first.
        lacking.sort_by_key(|&number| Some(number) != here);
        let effects = lacking.into_iter().map(|number| {
            let id = self.item(number).and_then(Item::id);
            id.map_or(Effect::Read(number), |id| Effect::Load(number, id))
        });
        let effects = effects.collect();
        if self.is_large() {
            self.let_go(wanted);
        }
        effects
    }

    fn let_go(&mut self, wanted: &BTreeSet<usize>) {
        let mut passed = 0;
        while self.holding.held.len() > KEPT + passed {
            let Some(number) = self.holding.held.pop_front() else {
                return;
            };
            if wanted.contains(&number) || self.correcting.contains_key(&number) {
                self.holding.held.push_back(number);
                passed += 1;
            } else if let Some(item) = self.items.get_mut(number) {
                item.let_go();
            }
        }
    }

    /// Whether any of these articles is known and not held.
    pub(in crate::screen) fn lacks(&self, mut items: impl Iterator<Item = usize>) -> bool {
        items.any(|number| {
            let item = self.items.get(number);
            item.is_some_and(|item| matches!(item.content, Content::Known(_)))
        })
    }

    /// Whether nothing is still to come that was asked for.
    pub(in crate::screen) fn is_settled(&self) -> bool {
        self.waiting == 0 && self.holding.asked.is_empty()
    }
}
