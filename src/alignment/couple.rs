use super::Wording;
use crate::reading::Reading;
use crate::speaker::Cast;
use crate::text::Pair;

/// Two of the articles that are read together, with what is known of both.
#[derive(Clone, Debug)]
pub struct Couple<'a> {
    /// The articles.
    pub readings: Pair<&'a Reading>,
    /// Their numbers among those that the cast was gathered of.
    pub articles: Pair<usize>,
    /// Who is quoted in these and the others.
    pub cast: &'a Cast,
    /// The terms of both.
    pub wording: Wording,
}

impl<'a> Couple<'a> {
    /// Two articles, of which and perhaps of others `cast` was gathered; `articles` are their numbers there.
    pub fn new(readings: Pair<&'a Reading>, articles: Pair<usize>, cast: &'a Cast) -> Couple<'a> {
        Couple {
            readings,
            articles,
            cast,
            wording: Wording::new(readings),
        }
    }

    /// The same with the sides exchanged.
    #[must_use]
    pub fn swapped(self) -> Couple<'a> {
        Couple {
            readings: self.readings.swapped(),
            articles: self.articles.swapped(),
            cast: self.cast,
            wording: self.wording.swapped(),
        }
    }
}
