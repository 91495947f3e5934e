//! Texts that cost more than their length wherever a rule looks too far, in growing sizes.

use std::fmt;

/// What a text is made of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sort {
    /// Paragraphs with quotes, as news has them.
    News,
    /// One paragraph of the same that never ends.
    Endless,
    /// Nothing but `"`.
    Straight,
    /// Nothing but `“`.
    Opening,
    /// `“` and `”` in turn.
    Alternating,
    /// Nothing but `'`.
    Single,
    /// One quote that goes on from paragraph to paragraph.
    RunsOn,
}

/// A text of a sort and a size.
#[derive(Clone, Copy)]
pub(crate) struct Flood {
    sort: Sort,
    /// In quarters of a million bytes.
    quarters: usize,
}

impl fmt::Display for Flood {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.quarters / 4, self.quarters % 4 * 25);
        write!(to, "{:?} {whole}.{rest:02} MB", self.sort)
    }
}

/// Every sort in four sizes, each twice the one before, so that time should double from line to line.
pub(crate) fn floods() -> impl Iterator<Item = Flood> {
    let sorts = [
        Sort::News,
        Sort::Endless,
        Sort::Straight,
        Sort::Opening,
        Sort::Alternating,
        Sort::Single,
        Sort::RunsOn,
    ];
    let sizes = |sort| [5, 10, 20, 40].map(|quarters| Flood { sort, quarters });
    sorts.into_iter().flat_map(sizes)
}

impl Flood {
    pub(crate) fn text(self, news: &str) -> String {
        let unit = match self.sort {
            Sort::News => news.to_owned(),
            Sort::Endless => news.replace('\n', " "),
            Sort::Straight => "\"".to_owned(),
            Sort::Opening => "“".to_owned(),
            Sort::Alternating => "“”".to_owned(),
            Sort::Single => "'".to_owned(),
            Sort::RunsOn => {
                "“We met Jane Doe at the harbour, and it rained all day.\n\n".to_owned()
            }
        };
        unit.repeat(self.quarters * 250_000 / unit.len())
    }
}
