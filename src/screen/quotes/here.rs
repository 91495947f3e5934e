use std::sync::Arc;

use super::speaker_of;
use crate::correction::Subject;
use crate::echo::QuotePlace;
use crate::export::quotes::{citation, quoted_words};
use crate::reading::Reading;
use crate::screen::gathering::Gathered;
use crate::speaker::{Attribution, Cast};

/// The quote that the reader is at, wherever that is.
#[derive(Clone, Copy, Debug)]
pub(in crate::screen) struct Here<'a> {
    readings: &'a [Arc<Reading>],
    pub(in crate::screen) cast: &'a Arc<Cast>,
    pub(in crate::screen) quoted: QuotePlace,
}

impl<'a> Here<'a> {
    pub(in crate::screen) fn new(
        readings: &'a [Arc<Reading>],
        cast: &'a Arc<Cast>,
        quoted: QuotePlace,
    ) -> Here<'a> {
        Here {
            readings,
            cast,
            quoted,
        }
    }

    /// A quote of several articles.
    pub(in crate::screen) fn among(found: &'a Gathered, quoted: QuotePlace) -> Here<'a> {
        Here::new(&found.articles.readings, &found.cast, quoted)
    }

    /// How corrections name it.
    pub(in crate::screen) fn subject(self) -> Option<Subject> {
        let reading = self.readings.get(self.quoted.article)?;
        Subject::of(reading, self.quoted.quote)
    }

    pub(in crate::screen) fn attribution(self) -> Option<&'a Attribution> {
        self.cast
            .attribution(self.quoted.article, self.quoted.quote)
    }

    /// The quote as one passes it on, with its source or without.
    pub(in crate::screen) fn cited(self, with_source: bool) -> Option<String> {
        let article = &self.readings.get(self.quoted.article)?.article;
        let quote = self.quoted.of(self.readings)?;
        Some(if with_source {
            citation(
                article,
                quote,
                speaker_of(self.cast, self.quoted).as_deref(),
            )
        } else {
            quoted_words(article, quote)
        })
    }
}
