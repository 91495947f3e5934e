//! How much a number can mean: as exact as it is written and hedged.

use crate::text::WordList;

use super::SOURCE;
use super::table::{Entry, lookup};
use crate::conflict::account::Account;

static ABOUT: WordList = WordList::part(SOURCE, "about");
static ABOUT_AFTER: WordList = WordList::part(SOURCE, "about after");
static NEARLY: WordList = WordList::part(SOURCE, "nearly");
static LEAST: WordList = WordList::part(SOURCE, "least");
static MOST: WordList = WordList::part(SOURCE, "most");

/// From the least to the most that is meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::conflict) struct Amount {
    least: f64,
    most: f64,
    /// What is written, between both.
    written: (f64, f64),
}

/// What the words before a number say of how exactly it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exactness {
    Exact,
    About,
    Nearly,
    Least,
    Most,
}

impl Amount {
    /// A number whose last digit that tells stands for `grain`.
    pub(super) fn new((low, high): (f64, f64), grain: f64, exactness: Exactness) -> Amount {
        // Of a large number no more than its first three digits are counted on: it may have been rounded by either.
        let rounding = |value: f64| {
            let large = value >= 100.0;
            let digits = 10f64.powf((value.max(1.0).log10().floor() - 1.0).max(0.0));
            if large {
                (grain / 2.0).min(digits / 2.0)
            } else {
                0.0
            }
        };
        let loose = |value: f64| {
            let grain = if value % 5.0 == 0.0 && grain < 5.0 {
                5.0
            } else {
                grain
            };
            (0.6 * grain).min(0.15 * value).max(rounding(value))
        };
        let (least, most) = match exactness {
            Exactness::Exact => (low - rounding(low), high + rounding(high)),
            Exactness::About => (low - loose(low), high + loose(high)),
            Exactness::Nearly => (low * 0.85, high + rounding(high)),
            Exactness::Least => (low - rounding(low), f64::INFINITY),
            Exactness::Most => (0.0, high + rounding(high)),
        };
        Amount {
            least,
            most,
            written: (low, high),
        }
    }

    /// So much or more.
    pub(in crate::conflict) fn at_least(least: f64) -> Amount {
        Amount {
            least,
            most: f64::INFINITY,
            written: (least, f64::INFINITY),
        }
    }

    /// Exactly so many.
    pub(in crate::conflict) fn exactly(count: f64) -> Amount {
        Amount {
            least: count,
            most: count,
            written: (count, count),
        }
    }

    /// In another unit, of which each of the old has `factor`.
    pub(super) fn times(self, factor: f64) -> Amount {
        Amount {
            least: self.least * factor,
            most: self.most * factor,
            written: (self.written.0 * factor, self.written.1 * factor),
        }
    }

    /// Whether it is written without a number: *dozens*.
    pub(in crate::conflict) fn is_vague(self) -> bool {
        self.written.1.is_infinite()
    }

    /// Whether one is written less than twice as large as the other.
    pub(in crate::conflict) fn is_near(self, other: Amount) -> bool {
        let (one, two) = (self.written.1, other.written.1);
        one.is_finite() && two.is_finite() && one < two * 2.0 && two < one * 2.0
    }

    /// Whether one is written as more than ten times the other: so far apart two counts of one thing seldom are.
    pub(in crate::conflict) fn is_far(self, other: Amount) -> bool {
        let (one, two) = (self.written, other.written);
        one.0 > two.1 * 10.0 || two.0 > one.1 * 10.0
    }

    /// Whether one is written as one more than the other.
    pub(in crate::conflict) fn is_next_to(self, other: Amount) -> bool {
        ((self.written.1 - other.written.1).abs() - 1.0).abs() < 1e-9
    }

    /// Whether both can be true; measures may have been converted and rounded, `slack` is how far, as a share.
    pub(in crate::conflict) fn agrees(self, other: Amount, slack: f64) -> bool {
        self.least <= other.most * (1.0 + slack) && other.least <= self.most * (1.0 + slack)
    }
}

/// A number written with digits, what its last digit that tells stands for, and what the letters after it multiply both by:
/// 1,500 stands for hundreds, *5m* is 5, 1 and a million.
pub(super) fn read(key: &str) -> Option<(f64, f64, f64)> {
    let digits = key.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    let letters = key
        .get(digits.len()..)
        .filter(|letters| !letters.is_empty());
    let scale = match letters.map(lookup) {
        None => 1.0,
        Some(Some(Entry::Scale(scale))) => scale,
        Some(_) => return None,
    };
    let value: f64 = digits
        .parse()
        .ok()
        .filter(|value: &f64| value.is_finite())?;
    let grain = if let Some((_, decimals)) = digits.split_once('.') {
        0.1f64.powi(i32::try_from(decimals.len()).ok()?)
    } else {
        let zeros = digits.len() - digits.trim_end_matches('0').len();
        10f64.powi(i32::try_from(zeros).ok()?)
    };
    (value > 0.0).then_some((value, grain, scale))
}

/// How the words before the one at `at` hedge it, and where they begin.
pub(super) fn exactness(account: &Account<'_>, at: usize) -> (Exactness, usize) {
    for length in (1..=3).rev() {
        let Some(start) = at.checked_sub(length) else {
            continue;
        };
        let words: Vec<&str> = (start..at).map(|word| account.word(word)).collect();
        let words = words.join("-");
        let lists = [
            (&ABOUT, Exactness::About),
            (&NEARLY, Exactness::Nearly),
            (&LEAST, Exactness::Least),
            (&MOST, Exactness::Most),
        ];
        if let Some((_, exactness)) = lists.into_iter().find(|(list, _)| list.has(&words)) {
            return (exactness, start);
        }
    }
    (Exactness::Exact, at)
}

/// Where the words end that say right after the one before `at` that it is not meant exactly: *or so*.
pub(super) fn or_so(account: &Account<'_>, at: usize) -> Option<usize> {
    let words = format!("{}-{}", account.word(at), account.word(at + 1));
    ABOUT_AFTER.has(&words).then_some(at + 2)
}
