//! An article or a comparison typeset for a width.
