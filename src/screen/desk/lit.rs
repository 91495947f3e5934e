use super::{Desk, Done, Target};
use crate::correction::Subject;
use crate::echo::QuotePlace;
use crate::page::{Highlights, Role, Roles};
use crate::screen::find::Find;
use crate::screen::quotes::NO_QUOTE;
use crate::text::{Side, Span};

/// What is lit in the text: a quote, or passages.
impl Desk {
    /// Lights the quote under the sidebar's cursor.
    pub(in crate::screen) fn light(&mut self) -> Done {
        self.lit = self.quotes.here();
        self.target().map_or(Done::Yes, Done::Show)
    }

    /// Lights a quote of an article alone, and goes there.
    pub(in crate::screen) fn light_quote(&mut self, subject: Subject) {
        self.lit = self.quotes.find(subject);
        if let Some(target) = self.target() {
            self.show(target);
        }
    }

    /// Lights a place in an article alone, a quote or a passage, and goes there.
    pub(in crate::screen) fn light_place(&mut self, subject: Subject) {
        self.light_quote(subject);
        if self.lit.is_none() {
            self.light_passages(vec![subject.span]);
        }
    }

    /// Lights passages of an article alone, and goes to the first.
    pub(in crate::screen) fn light_passages(&mut self, passages: Vec<Span>) {
        self.unlight();
        self.passages = passages;
        if let Some(&span) = self.passages.first() {
            let side = Side::Left;
            self.show(Target { side, span });
        }
    }

    /// Lights nothing any more.
    pub(super) fn unlight(&mut self) {
        self.lit = None;
        self.passages.clear();
    }

    /// Goes to the next quote of the speaker of the lit one; to the nearest quote when none is lit.
    pub(super) fn said(&mut self, back: bool) -> Done {
        let found = match self.lit {
            Some(lit) => self.quotes.same_speaker(lit, back),
            None => self.nearest_quote().and_then(|quoted| {
                let place = self.quotes.place_of(quoted)?;
                Some((quoted, place))
            }),
        };
        let Some((quoted, place)) = found else {
            return Done::Nothing(NO_QUOTE);
        };
        self.remember(self.anchor());
        self.quotes.go_to(quoted);
        self.lit = Some(quoted);
        self.target()
            .map_or(Done::Yes, |target| Done::Reach(target, place))
    }

    /// The first quote from where the reader is; the very first when there is none below.
    pub(super) fn nearest_quote(&self) -> Option<QuotePlace> {
        let spot = self.anchor().spot?;
        let article = spot.side as usize;
        let others = (0..self.readings.len()).filter(|&other| other != article);
        self.quotes.first_from(article, spot.at).or_else(|| {
            std::iter::once(article)
                .chain(others)
                .find_map(|article| self.quotes.first_from(article, 0))
        })
    }

    /// Where the lit quote stands.
    pub(in crate::screen) fn target(&self) -> Option<Target> {
        let lit = self.lit?;
        let side = *Side::BOTH.get(lit.article)?;
        let quote = self.reading(side)?.quotes.get(lit.quote)?;
        Some(Target {
            side,
            span: quote.span(),
        })
    }

    /// The lit quote's parts; while a place is chosen, that.
    pub(in crate::screen) fn lit_marks(&self, side: Side) -> Highlights {
        if let Some(chosen) = self.chosen() {
            let here = (chosen.side == side).then_some((chosen.span, Role::Lit.into()));
            return Highlights::new(here);
        }
        let lit = self.lit.filter(|lit| lit.article == side as usize);
        let quote = lit.and_then(|lit| self.reading(side)?.quotes.get(lit.quote));
        let parts = quote.into_iter().flat_map(|quote| &quote.parts);
        let here = self.find.as_ref().and_then(Find::here);
        let here = here.filter(|&(on, _)| on == side).map(|(_, span)| span);
        let is_passage = self.lit.is_none() && side == Side::Left;
        let passages = self.passages.iter().filter(|_| is_passage);
        let lit = Roles::from(Role::Lit);
        Highlights::new(
            parts
                .chain(passages)
                .copied()
                .chain(here)
                .map(|span| (span, lit)),
        )
    }
}
