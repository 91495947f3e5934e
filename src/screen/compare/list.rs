//! The list of what tells the articles apart, over the texts.

use super::{Compare, Open};
use crate::screen::desk::Done;
use crate::screen::differences::Differences;
use crate::screen::keymap::Place;
use crate::screen::layout::{self, Frame};
use crate::text::{Side, Span};

impl Compare {
    /// What keys go to, while no quotes beside the texts take them.
    pub(in crate::screen) fn place(&self) -> Place {
        match &self.open {
            Some(open) if open.listing => Place::Differences,
            Some(open) if open.tying.is_some() => Place::Tying,
            _ => Place::Compare,
        }
    }

    /// Opens the list at the row being read.
    pub(super) fn list_differences(&mut self, frame: Option<Frame>) -> Done {
        let Some(open) = &mut self.open else {
            return Done::Yes;
        };
        let rows = &open.rows;
        let new = || Differences::new(&open.comparison, rows);
        let list = open.differences.get_or_insert_with(new);
        if list.total() == 0 {
            return Done::Nothing("nothing tells these two apart");
        }
        if let Some(frame) = frame {
            list.set_height(layout::quotes(frame.body).list.height);
        }
        if let Some(row) = open.desk.row {
            list.go_to_row(row);
        }
        open.listing = true;
        Done::Yes
    }

    pub(in crate::screen) fn set_list_height(&mut self, height: usize) {
        let open = self.open.as_mut();
        if let Some(list) = open.and_then(|open| open.differences.as_mut()) {
            list.set_height(height);
        }
    }
}

impl Open {
    /// Makes the list anew after something was set right, or rows stand in another order.
    pub(super) fn renew_differences(&mut self) {
        if let Some(old) = self.differences.take() {
            let mut list = Differences::new(&self.comparison, &self.rows);
            list.take_over(&self.comparison, &old);
            self.differences = Some(list);
        }
    }

    /// Where the difference under the cursor stands: its first words, else its first sentence; on the left where both have
    /// it.
    pub(in crate::screen) fn difference_target(&self) -> Option<(Side, Span)> {
        let finding = self.differences.as_ref()?.here()?;
        let words = finding.spans.as_ref().sides();
        let mut words = words.into_iter();
        let first = words.find_map(|(side, spans)| Some((side, *spans.first()?)));
        let sentences = finding.sentences.as_ref().sides();
        first.or_else(|| {
            sentences.into_iter().find_map(|(side, sentences)| {
                let reading = self.comparison.readings.get(side);
                Some((side, reading.sentences.get(*sentences.first()?)?.span))
            })
        })
    }
}
