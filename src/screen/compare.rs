mod links;
mod list;
mod note;
mod renew;
mod step;
mod tie;
mod why;

use std::collections::HashSet;
use std::sync::Arc;

use super::coverage;
use super::desk::{Anchor, Desk, Done, Target};
use super::differences::Differences;
use super::keymap::Action;
use super::layout::Frame;
use super::message::{Effect, Ticket};
use crate::alignment::Preference;
use crate::comparison::{Comparison, Order};
use crate::correction::{Bond, Subject};
use crate::page::{
    Highlights, Lighting, Setting, Spot, contested, differences, numbers, quotes, structure,
    typeset_comparison,
};
use crate::reading::Reading;
use crate::text::{Pair, Side};
pub(super) use note::RowNote;
use step::Stop;
pub(super) use tie::Tying;
use why::Asking;

/// Two articles side by side.
#[derive(Clone, Debug)]
pub(super) struct Compare {
    /// The numbers of the items that the reader has asked for.
    pub(super) wanted: Pair<usize>,
    /// The request for them that is under way.
    pub(super) ticket: Option<Ticket>,
    /// The articles as they were when they were asked for, or compared, and how they were to be linked.
    asked: Option<(Pair<Arc<Reading>>, Preference)>,
    /// What is on the screen: the last that was compared.
    pub(super) open: Option<Open>,
    pub(super) order: Order,
    pub(super) lighting: Lighting,
    pub(super) folded: bool,
    /// The score from which links are shown; the usual one when it is not set.
    pub(super) threshold: Option<f32>,
    /// Why the sides of the row being read stand beside each other, while the reader wants to know.
    pub(super) why: Option<Asking>,
    /// Whether the reader waits to hear how many links another threshold gives.
    told: bool,
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
    /// For each row by its number, what the margin and the foot say of it.
    pub(super) notes: Vec<RowNote>,
    /// What tells the articles apart, once somebody has asked for the list.
    pub(super) differences: Option<Differences>,
    /// Whether the list lies over the texts.
    pub(super) listing: bool,
    /// What to go to once these are compared anew.
    called: Option<Target>,
    /// The sentences that are being chosen to be tied.
    pub(super) tying: Option<Tying>,
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
            threshold: None,
            why: None,
            told: false,
            keep: spot.map(|spot| Anchor::default().moved_to(spot)),
        }
    }

    /// Asks for the wanted articles to be compared, unless just these readings of them are compared or under way, with
    /// just these `bonds` and the same threshold.
    pub(super) fn request(
        &mut self,
        ticket: Ticket,
        readings: Pair<Arc<Reading>>,
        bonds: Vec<Bond>,
    ) -> Option<Effect> {
        let threshold = self.threshold;
        let wanted = Preference { threshold, bonds };
        let are_asked = self.asked.as_ref().is_some_and(|(asked, how)| {
            let mut pairs = asked.as_ref().zip(readings.as_ref()).into_iter();
            pairs.all(|(one, other)| Arc::ptr_eq(one, other)) && *how == wanted
        });
        if are_asked {
            return None;
        }
        self.ticket = Some(ticket);
        self.asked = Some((readings.clone(), wanted.clone()));
        Some(Effect::Compare(ticket, readings, wanted))
    }

    /// The passage that is being read, by the item of an article that has it.
    pub(super) fn spot(&self) -> Option<coverage::Spot> {
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

    /// Waits no longer for an answer that does not come.
    pub(super) fn give_up(&mut self, ticket: Ticket) {
        if self.ticket == Some(ticket) {
            self.ticket = None;
        } else {
            self.why = None;
        }
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

    /// Takes an answer, if it is the wanted one; gives what is to be said of it. `called` is as in [`Desk::renew`].
    pub(super) fn set(
        &mut self,
        ticket: Ticket,
        comparison: &Arc<Comparison>,
        frame: Option<Frame>,
        called: Option<Subject>,
    ) -> Option<String> {
        if self.ticket != Some(ticket) {
            return None;
        }
        self.ticket = None;
        match &self.open {
            Some(open) if open.items == self.wanted => self.renew(comparison, frame, called),
            _ => self.open(comparison, frame),
        }
        std::mem::take(&mut self.told).then(|| self.tell_links())?
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
            notes: note::notes(comparison),
            differences: None,
            listing: false,
            called: None,
            tying: None,
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
            let contested = contested(comparison, side, self.lighting);
            let marks = text.chain(differences).chain(contested);
            *open.desk.marked.get_mut(side) = Highlights::new(marks);
        }
    }

    pub(super) fn typeset(&mut self, frame: Option<Frame>) {
        let sidebar = |open: &Open| open.desk.sidebar != super::desk::Sidebar::Closed;
        let sidebar = self.open.as_ref().is_some_and(sidebar);
        let areas = frame.map(|frame| self.areas(frame.body, sidebar).0);
        let (Some(open), Some(areas)) = (&mut self.open, areas) else {
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
        let setting = Setting {
            columns: areas.columns,
            order: &open.rows,
            folded: &folded,
            followed: self.order.followed(),
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
                if let Some(open) = &mut self.open {
                    open.renew_differences();
                }
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
            Action::Next => return self.step(false, Stop::Both),
            Action::Previous => return self.step(true, Stop::Both),
            Action::NextOnly => return self.step(false, Stop::Only),
            Action::PreviousOnly => return self.step(true, Stop::Only),
            Action::NextConflict => return self.step(false, Stop::Conflict),
            Action::PreviousConflict => return self.step(true, Stop::Conflict),
            Action::Why => {
                self.turn_why();
                self.typeset(frame);
            }
            Action::Differences => return self.list_differences(frame),
            Action::Tie => return self.begin_tie(),
            Action::Follow => return self.follow(),
            _ => return Done::Not,
        }
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
    let sentence = comparison.readings.get(side).sentence_at(at);
    let mut rows = comparison.rows.iter();
    rows.position(|row| row.sentences.get(side).contains(&sentence))
}
