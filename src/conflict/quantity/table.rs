//! The tables of `assets/quantities.txt`.

use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt};

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::conflict) enum Unit {
    /// Things one by one.
    Count,
    /// Any currency.
    Money,
    /// Per cent.
    Share,
    /// Metres.
    Length,
    /// Kilograms.
    Mass,
    /// Square metres.
    Area,
    /// Minutes.
    Time,
    /// Years that somebody has lived.
    Age,
}

/// What a word does in a quantity.
#[derive(Clone, Copy, Debug)]
pub(super) enum Entry {
    /// Multiplies.
    Scale(f64),
    /// At least so many.
    Many(f64),
    /// A unit, and how much of its measure it is.
    Unit(Unit, f64),
}

/// What `folded`, or several such joined by hyphens, does in a quantity.
pub(super) fn lookup(folded: &str) -> Option<Entry> {
    static ENTRIES: OnceLock<HashMap<&'static str, Entry>> = OnceLock::new();
    ENTRIES.get_or_init(read).get(folded).copied()
}

fn read() -> HashMap<&'static str, Entry> {
    let mut entries = HashMap::new();
    for line in super::SOURCE
        .lines()
        .take_while(|line| !line.starts_with('['))
    {
        let mut words = line.split_whitespace();
        let (sort, value) = (
            words.next(),
            words.next().and_then(|value| value.parse().ok()),
        );
        let (Some(sort), Some(value)) = (sort, value) else {
            continue;
        };
        let entry = match sort {
            "scale" => Entry::Scale(value),
            "many" => Entry::Many(value),
            "money" => Entry::Unit(Unit::Money, value),
            "share" => Entry::Unit(Unit::Share, value),
            "length" => Entry::Unit(Unit::Length, value),
            "mass" => Entry::Unit(Unit::Mass, value),
            "area" => Entry::Unit(Unit::Area, value),
            "time" => Entry::Unit(Unit::Time, value),
            _ => continue,
        };
        entries.extend(words.map(|word| (word, entry)));
    }
    entries
}
