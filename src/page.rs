//! An article, a comparison or a row of a coverage typeset for a width.
//!
//! A `Page` knows only where lines begin and end, so it lasts until the width, the order or the folds change. What
//! lies over the text (quotes, differences, a search) is a set of `Highlights`, laid on when a line is painted:
//! moving a cursor typesets nothing.

mod article;
mod comparison;
mod coverage;
mod highlight;
mod labels;
mod line;
mod mark;
mod marked;
mod passage;
mod role;
mod spread;
mod versions;
mod wrap;

pub use article::typeset;
pub use comparison::{Columns, Setting, numbers, typeset_comparison};
pub use coverage::{
    TopicLine, cell_legend, cell_words, disagreements, flag_words, row_marks, typeset_row,
};
pub use highlight::Highlights;
pub use labels::Labels;
pub use line::{Line, Piece};
pub use mark::{Lighting, RowMark, contested, differences, names, quotes, structure};
pub use marked::Marked;
pub use role::{Role, Roles};
pub use spread::{Page, Slot, Spot};
pub use versions::{told_apart, typeset_version};
pub use wrap::{shorten, wrap};

/// The most columns a line of text takes: longer ones are hard to read.
pub const MEASURE: usize = 72;
