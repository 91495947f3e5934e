use std::ops::Range;
use std::sync::Arc;

use super::{Compare, Open, row_of};
use crate::comparison::Comparison;
use crate::correction::Subject;
use crate::screen::desk::Anchor;
use crate::screen::layout::Frame;
use crate::text::Pair;

impl Compare {
    /// Shows the same articles after something was set right in them, with all where it was.
    pub(super) fn renew(
        &mut self,
        comparison: &Arc<Comparison>,
        frame: Option<Frame>,
        called: Option<Subject>,
    ) {
        let Some(open) = &mut self.open else { return };
        let moved = open.renew(comparison, called);
        self.keep = None;
        self.light();
        self.typeset(frame);
        if let (Some(anchor), Some(open)) = (moved, &mut self.open) {
            open.restore(anchor);
        }
        let mut target = None;
        if let Some(open) = &mut self.open {
            open.renew_differences();
            target = open.called.take();
        }
        if let Some(target) = target {
            self.show(target, frame);
        }
        let hidden = |open: &Open| open.desk.hidden_target();
        if let (Some(_), Some(target)) = (called, self.open.as_ref().and_then(hidden)) {
            self.show(target, frame);
        }
    }
}

impl Open {
    /// Takes what the same articles compare to now. Gives where the reader is when passages are no longer the same.
    fn renew(&mut self, comparison: &Arc<Comparison>, called: Option<Subject>) -> Option<Anchor> {
        let anchor = self.desk.anchor();
        let readings = comparison.readings.clone().into_iter().collect();
        let cast = Arc::new(comparison.cast.clone());
        let (echoes, paraphrases) = (&comparison.echoes, &comparison.paraphrases);
        self.desk.renew(readings, cast, echoes, paraphrases, called);
        let old = std::mem::replace(&mut self.comparison, Arc::clone(comparison));
        self.notes = super::note::notes(comparison);
        let passages = |of: &Comparison| -> Vec<Pair<Range<usize>>> {
            of.rows.iter().map(|row| row.sentences.clone()).collect()
        };
        if passages(&old) == passages(comparison) {
            return None;
        }
        self.desk
            .place_returns(|spot| row_of(comparison, spot.side, spot.at));
        let unfolded = std::mem::take(&mut self.unfolded).into_iter();
        let again = unfolded.filter_map(|number| {
            let sides = old.rows.get(number)?.sentences.as_ref().sides();
            let (side, sentences) = sides.into_iter().find(|(_, of)| !of.is_empty())?;
            let mut rows = comparison.rows.iter();
            rows.position(|row| row.sentences.get(side).contains(&sentences.start))
        });
        self.unfolded = again.collect();
        Some(anchor)
    }
}
