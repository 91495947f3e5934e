use std::sync::Arc;

use super::desk::Desk;
use super::layout::{self, Frame};
use super::message::Digest;
use crate::page::{Highlights, names, quotes, structure, typeset};
use crate::reading::Reading;
use crate::text::Pair;

/// One article, for reading.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    /// The number of its item.
    pub(super) item: usize,
    /// Whether it was opened to show one place, so that returning from there leaves it.
    pub(super) by_jump: bool,
    /// None until the article is read.
    pub(super) desk: Option<Desk>,
}

impl Reader {
    pub(super) fn new(item: usize) -> Reader {
        Reader {
            item,
            by_jump: false,
            desk: None,
        }
    }

    /// Takes the article, which may have been there before with less known of it.
    pub(super) fn set(&mut self, digest: &Digest, frame: Option<Frame>) {
        let reading = Arc::clone(&digest.reading);
        let mut desk = Desk::new(vec![Arc::clone(&reading)], Arc::clone(&digest.cast), &[]);
        desk.marked = Pair::new(marks(&reading), Highlights::default());
        if let Some(old) = self.desk.take() {
            desk.page = old.page;
            desk.scroll = old.scroll;
            desk.sidebar = old.sidebar;
        }
        self.desk = Some(desk);
        self.typeset(frame);
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
