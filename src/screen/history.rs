//! What the reader did since they began, to be taken back step by step.

use crate::annotation::{Annotation, Annotations, Body, Change};

/// One thing that the reader did.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// What it changed; never empty.
    pub(super) changes: Vec<Change>,
    /// What takes that back, in the order in which it is to be done.
    pub(super) back: Vec<Change>,
}

/// What was done, and what was taken back of it and can be had again.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    done: Vec<Step>,
    /// The last that was taken back on top.
    undone: Vec<Step>,
}

impl Step {
    /// What these changes come to; `None` when they change nothing.
    pub(super) fn of(changes: Vec<Change>, made: &Annotations) -> Option<Step> {
        let inverted = changes.into_iter().filter_map(|change| {
            let back = match &change {
                // The library keeps account of what is read, and asks only for what changes that.
                Change::Keep(one) if one.body == Body::Read => Change::Drop(one.clone()),
                Change::Drop(one) if one.body == Body::Read => Change::Keep(one.clone()),
                _ => made.inverse(&change)?,
            };
            Some((change, back))
        });
        let (changes, mut back): (Vec<Change>, Vec<Change>) = inverted.unzip();
        back.reverse();
        (!changes.is_empty()).then_some(Step { changes, back })
    }
}

impl History {
    /// Takes what was done; what was taken back before can't be had again.
    pub(super) fn make(&mut self, step: Step) {
        self.undone.clear();
        self.done.push(step);
    }

    /// What is to be taken back now, if anything is.
    pub(super) fn undo(&mut self) -> Option<Step> {
        let step = self.done.pop()?;
        self.undone.push(step.clone());
        Some(step)
    }

    /// What is to be had again now, if anything is.
    pub(super) fn redo(&mut self) -> Option<Step> {
        let step = self.undone.pop()?;
        self.done.push(step.clone());
        Some(step)
    }

    /// Takes along what was done to a text that has changed since: what is taken back of the one is taken back of the other.
    pub(super) fn follow(&mut self, moved: impl Fn(&Annotation) -> Option<Annotation>) {
        let moved = |change: &Change| match change {
            Change::Keep(one) => moved(one).map(Change::Keep),
            Change::Drop(one) => moved(one).map(Change::Drop),
        };
        for step in self.done.iter_mut().chain(&mut self.undone) {
            for changes in [&mut step.changes, &mut step.back] {
                let new: Vec<Change> = changes.iter().filter_map(moved).collect();
                changes.extend(new);
            }
        }
    }

    /// All changes, in an order that leads to what is true now.
    pub(super) fn changes(&self) -> impl Iterator<Item = &Change> {
        let done = self.done.iter().flat_map(|step| &step.changes);
        done.chain(self.undone.iter().flat_map(|step| &step.back))
    }
}
