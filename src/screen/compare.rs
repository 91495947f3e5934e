mod renew;

use std::collections::HashSet;
use std::sync::Arc;

use super::coverage;
use super::desk::{Anchor, Desk, Done, Target};
use super::keymap::Action;
use super::layout::{self, Frame};
use super::message::{Effect, Ticket};
use crate::comparison::{Comparison, Order};
use crate::correction::Subject;
use crate::page::{
    Highlights, Lighting, Setting, Spot, differences, numbers, quotes, structure,
    typeset_comparison,
};
use crate::reading::Reading;
use crate::text::{Pair, Side};

/// Two articles side by side.
#[derive(Clone, Debug)]
pub(super) struct Compare {
    /// The numbers of the items that the reader has asked for.
    pub(super) wanted: Pair<usize>,
    /// The request for them that is under way.
    pub(super) ticket: Option<Ticket>,
    /// The articles as they were when they were asked for, or compared.
    asked: Option<Pair<Arc<Reading>>>,
    /// What is on the screen: the last that was compared.
    pub(super) open: Option<Open>,
    pub(super) order: Order,
    pub(super) lighting: Lighting,
    pub(super) folded: bool,
    /// Where to be when the wanted comparison is there.
    keep: Option<Anchor>,
}

/// A comparison on the screen.
#[derive(Clone, Debug)]
pub(super) struct Open {
    pub(super) items: Pair<usize>,
    pub(super) comparison: Arc<Comparison>,
    pub(super) desk: Desk,
    /// The numbers of the rows from top to bottom.
    pub(super) rows: Vec<usize>,
    /// For each row by its number, its place among the linked ones.
    pub(super) numbers: Vec<Option<usize>>,
    /// Rows that are shown whole though the others are folded.
    unfolded: HashSet<usize>,
}

impl Compare {
    /// Two articles, to be opened at a place in one of them where that is given.
    pub(super) fn new(wanted: Pair<usize>, spot: Option<Spot>) -> Compare {
        Compare {
            wanted,
            ticket: None,
            asked: None,
            open: None,
            order: Order::Left,
            lighting: Lighting::Fitting,
            folded: false,
            keep: spot.map(|spot| Anchor::default().moved_to(spot)),
        }
    }

    /// Asks for the wanted articles to be compared, unless just these readings of them are compared or under way.
    pub(super) fn request(
        &mut self,
        ticket: Ticket,
        readings: Pair<Arc<Reading>>,
    ) -> Option<Effect> {
        let are_asked = self.asked.as_ref().is_some_and(|asked| {
            let pairs = asked.as_ref().zip(readings.as_ref());
            pairs
                .into_iter()
                .all(|(one, other)| Arc::ptr_eq(one, other))
        });
        if are_asked {
            return None;
        }
        self.ticket = Some(ticket);
        self.asked = Some(readings.clone());
        Some(Effect::Compare(ticket, readings))
    }

    /// The passage that is being read, by the item of an article that has it.
    pub(super) fn place(&self) -> Option<coverage::Spot> {
        let open = self.open.as_ref()?;
        let row = open.comparison.rows.get(open.desk.row?)?;
        Side::BOTH.into_iter().find_map(|side| {
            let sentence = row.sentences.get(side).clone().next()?;
            let sentences = &open.comparison.readings.get(side).sentences;
            Some(coverage::Spot {
                item: *open.items.get(side),
                at: sentences.get(sentence)?.span.start,
            })
        })
    }

    /// Whether the wanted articles were to be compared, and are not.
    pub(super) fn is_given_up(&self) -> bool {
        let is_open = self
            .open
            .as_ref()
            .is_some_and(|open| open.items == self.wanted);
        self.asked.is_some() && self.ticket.is_none() && !is_open
    }

    /// Wants other articles, and to be at the same place in the one that stays.
    pub(super) fn change(&mut self, wanted: Pair<usize>) {
        self.keep = self.open.as_ref().and_then(|open| open.place_in(wanted));
        self.wanted = wanted;
        self.ticket = None;
        self.asked = None;
    }

    /// Exchanges the articles, and what the order means.
    pub(super) fn swap(&mut self) {
        self.change(self.wanted.swapped());
        self.order = match self.order {
            Order::Left => Order::Right,
            Order::Right => Order::Left,
            Order::Topic => Order::Topic,
        };
    }

    /// Takes an answer, if it is the wanted one. `called` is as in [`Desk::renew`].
    pub(super) fn set(
        &mut self,
        ticket: Ticket,
        comparison: &Arc<Comparison>,
        frame: Option<Frame>,
        called: Option<Subject>,
    ) {
        if self.ticket != Some(ticket) {
            return;
        }
        self.ticket = None;
        match &self.open {
            Some(open) if open.items == self.wanted => self.renew(comparison, frame, called),
            _ => self.open(comparison, frame),
        }
    }

    /// Shows other articles than before.
    fn open(&mut self, comparison: &Arc<Comparison>, frame: Option<Frame>) {
        let readings = comparison.readings.clone().into_iter().collect();
        let mut desk = Desk::new(
            readings,
            Arc::new(comparison.cast.clone()),
            &comparison.echoes,
            &comparison.paraphrases,
        );
        if let Some(old) = self.open.take() {
            desk.sidebar = old.desk.sidebar;
        }
        self.open = Some(Open {
            items: self.wanted,
            comparison: Arc::clone(comparison),
            desk,
            rows: Vec::new(),
            numbers: Vec::new(),
            unfolded: HashSet::new(),
        });
        self.light();
        self.typeset(frame);
        if let (Some(anchor), Some(open)) = (self.keep.take(), &mut self.open) {
            open.restore(anchor);
        }
    }

    /// Lays over the texts what is to be lit.
    fn light(&mut self) {
        let Some(open) = &mut self.open else { return };
        let comparison = &open.comparison;
        for (side, reading) in comparison.readings.as_ref().sides() {
            let text = structure(&reading.article).chain(quotes(reading));
            let differences = differences(comparison, side, self.lighting);
            *open.desk.marked.get_mut(side) = Highlights::new(text.chain(differences));
        }
    }

    pub(super) fn typeset(&mut self, frame: Option<Frame>) {
        let (Some(open), Some(frame)) = (&mut self.open, frame) else {
            return;
        };
        open.rows = open.comparison.order(self.order);
        open.numbers = numbers(&open.comparison, &open.rows);
        let rows = open.comparison.rows.iter().enumerate();
        let folded: Vec<bool> = rows
            .map(|(number, row)| {
                self.folded && row.only().is_some() && !open.unfolded.contains(&number)
            })
            .collect();
        let sidebar = open.desk.sidebar != super::desk::Sidebar::Closed;
        let areas = layout::text(frame.body, sidebar);
        let setting = Setting {
            columns: areas.columns,
            order: &open.rows,
            folded: &folded,
        };
        let page = typeset_comparison(&open.comparison, &setting);
        open.desk.set_page(page, areas.text.height);
    }

    /// Brings `target` onto the screen, and unfolds its row for that.
    pub(super) fn show(&mut self, target: Target, frame: Option<Frame>) {
        let Some(open) = &mut self.open else { return };
        if let Some(row) = open.row_of(target.side, target.span.start) {
            let fresh = open.unfolded.insert(row);
            if fresh && self.folded && open.is_only(row) {
                self.typeset(frame);
            }
        }
        if let Some(open) = &mut self.open {
            open.desk.show(target);
        }
    }

    /// Does what only two articles can.
    pub(super) fn act(&mut self, action: Action, frame: Option<Frame>) -> Done {
        match action {
            Action::Lighting => {
                self.lighting = self.lighting.next();
                self.light();
            }
            Action::Order => {
                self.order = match self.order {
                    Order::Left => Order::Right,
                    Order::Right => Order::Topic,
                    Order::Topic => Order::Left,
                };
                self.typeset(frame);
            }
            Action::Fold => {
                self.folded = !self.folded;
                if let Some(open) = &mut self.open {
                    open.unfolded.clear();
                }
                self.typeset(frame);
            }
            Action::Unfold => {
                if let Some(open) = &mut self.open {
                    open.turn_fold();
                }
                self.typeset(frame);
            }
            Action::Next => return self.step(false, false),
            Action::Previous => return self.step(true, false),
            Action::NextOnly => return self.step(false, true),
            Action::PreviousOnly => return self.step(true, true),
            Action::Follow => return self.follow(),
            _ => return Done::Not,
        }
        Done::Yes
    }

    /// Goes to the next row that both articles have, or only one.
    fn step(&mut self, back: bool, only: bool) -> Done {
        let found = self.open.as_ref().and_then(|open| open.next(back, only));
        match (found, &mut self.open) {
            (Some(row), Some(open)) => {
                open.desk.lit = None;
                open.desk.show_row(row);
                Done::Yes
            }
            _ if only && back => Done::Nothing("no earlier passage that only one has"),
            _ if only => Done::Nothing("no further passage that only one has"),
            _ if back => Done::Nothing("no earlier passage that both have"),
            _ => Done::Nothing("no further passage that both have"),
        }
    }

    /// Goes where the strongest pointer of the row leads.
    fn follow(&mut self) -> Done {
        let Some(open) = &mut self.open else {
            return Done::Yes;
        };
        let row = open.desk.row.and_then(|row| open.comparison.rows.get(row));
        let pointers = row.into_iter().flat_map(|row| &row.pointers);
        let strongest = pointers.max_by(|a, b| a.score.total_cmp(&b.score));
        let Some(target) = strongest.map(|pointer| pointer.row) else {
            return Done::Nothing("this passage has no pointer");
        };
        let here = open.desk.anchor();
        open.desk.remember(here);
        open.desk.show_row(target);
        Done::Yes
    }
}

impl Open {
    fn is_only(&self, row: usize) -> bool {
        let row = self.comparison.rows.get(row);
        row.is_some_and(|row| row.only().is_some())
    }

    fn turn_fold(&mut self) {
        if let Some(row) = self.desk.row
            && !self.unfolded.remove(&row)
        {
            self.unfolded.insert(row);
        }
    }

    /// The row after the one being read, or before it, that only one article has; or both.
    fn next(&self, back: bool, only: bool) -> Option<usize> {
        let at = self.rows.iter().position(|&row| Some(row) == self.desk.row);
        let wanted = |row: &&usize| self.is_only(**row) == only;
        let found = match (at, back) {
            (Some(at), true) => self.rows.iter().take(at).rev().find(wanted),
            (Some(at), false) => self.rows.iter().skip(at + 1).find(wanted),
            (None, _) => self.rows.iter().find(wanted),
        };
        found.copied()
    }

    /// The row in which the byte `at` of one side stands.
    fn row_of(&self, side: Side, at: usize) -> Option<usize> {
        row_of(&self.comparison, side, at)
    }

    /// What is being read, as a place in the comparison of `wanted`: in an article that is in both.
    fn place_in(&self, wanted: Pair<usize>) -> Option<Anchor> {
        let anchor = self.desk.anchor();
        let row = self.comparison.rows.get(anchor.row?)?;
        Side::BOTH.into_iter().find_map(|side| {
            let item = self.items.get(side);
            let new_side = Side::BOTH
                .into_iter()
                .find(|&new| wanted.get(new) == item)?;
            let sentence = row.sentences.get(side).clone().next()?;
            let sentences = &self.comparison.readings.get(side).sentences;
            let spot = Spot {
                side: new_side,
                at: sentences.get(sentence)?.span.start,
            };
            Some(anchor.moved_to(spot))
        })
    }

    /// Goes to a place that another comparison was at.
    fn restore(&mut self, anchor: Anchor) {
        let row = anchor.spot.and_then(|spot| self.row_of(spot.side, spot.at));
        self.desk.restore(anchor.in_row(row));
    }
}

/// The row in which the byte `at` of one side stands.
fn row_of(comparison: &Comparison, side: Side, at: usize) -> Option<usize> {
    let sentences = &comparison.readings.get(side).sentences;
    let sentence = sentences.partition_point(|sentence| sentence.span.end <= at);
    let mut rows = comparison.rows.iter();
    rows.position(|row| row.sentences.get(side).contains(&sentence))
}
