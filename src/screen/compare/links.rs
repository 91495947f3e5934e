//! How many links are shown.

use super::Compare;
use crate::screen::keymap::Action;

/// By how much a key moves the threshold.
const STEP: f32 = 0.05;

/// What a division may lack of a whole step.
const NEARLY: f32 = 0.01;

/// The lowest threshold and the highest, in steps: at the highest only what is word for word the same is linked.
const LEAST: f32 = 1.0;
const MOST: f32 = 20.0;

impl Compare {
    /// Moves the threshold a step; says whether it goes so far.
    pub(in crate::screen) fn move_threshold(&mut self, action: Action) -> bool {
        let usual = self.open.as_ref();
        let usual = usual.map(|open| open.comparison.alignment.threshold);
        let Some(now) = self.threshold.or(usual) else {
            return false;
        };
        // The usual one may lie between two steps.
        let steps = now / STEP;
        let steps = match action {
            Action::FewerLinks => (steps + NEARLY).floor() + 1.0,
            _ => (steps - NEARLY).ceil() - 1.0,
        };
        if !(LEAST..=MOST).contains(&steps) {
            return false;
        }
        self.threshold = Some(steps * STEP);
        self.told = true;
        true
    }

    /// How many passages both articles have, and from which score on.
    pub(super) fn tell_links(&self) -> Option<String> {
        let open = self.open.as_ref()?;
        let passages = open.numbers.iter().flatten().count();
        let plural = if passages == 1 { "" } else { "s" };
        let threshold = open.comparison.alignment.threshold;
        Some(format!(
            "{passages} passage{plural} with links from {threshold:.2} on"
        ))
    }
}
