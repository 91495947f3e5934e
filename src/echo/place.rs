use std::borrow::Borrow;

use crate::quote::Quote;
use crate::reading::Reading;

/// A quote by its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuotePlace {
    /// The number of its article.
    pub article: usize,
    /// Its number in `Reading::quotes`.
    pub quote: usize,
}

impl QuotePlace {
    /// The quote among these articles.
    pub fn of<R: Borrow<Reading>>(self, readings: &[R]) -> Option<&Quote> {
        readings.get(self.article)?.borrow().quotes.get(self.quote)
    }
}
