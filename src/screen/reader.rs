use std::sync::Arc;

use super::desk::{Desk, Target};
use super::layout::{self, Frame};
use super::message::Digest;
use crate::correction::Subject;
use crate::page::{Highlights, names, quotes, structure, typeset};
use crate::query::Sought;
use crate::reading::Reading;
use crate::text::{Pair, Side, Span};

/// One article, for reading.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    /// The number of its item.
    pub(super) item: usize,
    /// None until the article is read.
    pub(super) desk: Option<Desk>,
    /// What is to be lit and gone to once it is.
    sought: Option<FromSearch>,
    /// Where to be, lit, once all is known of the article.
    pub(super) goal: Option<Subject>,
}

/// Where a search leads.
#[derive(Clone, Debug)]
pub(super) struct FromSearch {
    /// What was typed.
    pub(super) name: String,
    pub(super) words: Sought,
    /// The byte of the text to go to.
    pub(super) at: usize,
    /// The quote that was found.
    pub(super) quote: Option<Span>,
}

impl Reader {
    pub(super) fn new(item: usize) -> Reader {
        Reader {
            item,
            desk: None,
            sought: None,
            goal: None,
        }
    }

    /// Takes the article, which may have been there before with less or something else known of it. `called` is as in
    /// [`Desk::renew`].
    pub(super) fn set(&mut self, digest: &Digest, frame: Option<Frame>, called: Option<Subject>) {
        let reading = Arc::clone(&digest.reading);
        let (readings, cast) = (vec![Arc::clone(&reading)], Arc::clone(&digest.cast));
        let desk = self.desk.get_or_insert_default();
        desk.renew(readings, cast, &[], &[], called);
        desk.marked = Pair::new(marks(&reading), Highlights::default());
        self.typeset(frame);
        self.seek_now(digest.partial);
        if let (Some(_), Some(desk)) = (called, &mut self.desk)
            && let Some(target) = desk.hidden_target()
        {
            desk.show(target);
        }
        if let (Some(goal), Some(desk)) = (self.goal, &mut self.desk) {
            desk.light_place(goal);
            self.goal = Some(goal).filter(|_| digest.partial);
        }
    }

    /// Goes to what a search has found, at once or when the article is there.
    pub(super) fn seek(&mut self, sought: FromSearch, partial: bool) {
        self.sought = Some(sought);
        self.seek_now(partial);
    }

    /// Of an article of which only the text is there the quotes are still to come: what is sought stays.
    fn seek_now(&mut self, partial: bool) {
        let (Some(desk), Some(sought)) = (&mut self.desk, &self.sought) else {
            return;
        };
        let target = desk.seek(&sought.name, &sought.words, sought.at);
        let target = target.or(sought.quote.map(|span| Target {
            side: Side::Left,
            span,
        }));
        if let Some(target) = target {
            desk.show(target);
        }
        if partial {
            return;
        }
        if let (Some(span), Some(reading)) = (sought.quote, desk.readings.first()) {
            let text = reading.fingerprint;
            desk.light_quote(Subject { text, span });
        }
        self.sought = None;
    }

    pub(super) fn typeset(&mut self, frame: Option<Frame>) {
        let (Some(desk), Some(frame)) = (&mut self.desk, frame) else {
            return;
        };
        let areas = layout::text(frame.body, false);
        let (width, _) = layout::reader(areas.text, frame.body);
        let Some(reading) = desk.readings.first() else {
            return;
        };
        let page = typeset(&reading.article, width);
        desk.set_page(page, areas.text.height);
    }
}

fn marks(reading: &Reading) -> Highlights {
    let text = structure(&reading.article);
    Highlights::new(text.chain(quotes(reading)).chain(names(reading)))
}
