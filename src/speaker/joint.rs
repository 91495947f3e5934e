//! Who else a source names: *Graham and Collins*, *Jane Doe, John Roe and the council*.

use super::mention::name_at_head;
use crate::name::{EntityKind, Mention};
use crate::reading::Reading;
use crate::text::{Span, words};

/// The entities that a source names beside the `first`, in order: those that *and* links to it. What stands between commas
/// may be an apposition, so a name there counts only when *and* follows.
pub(super) fn others(reading: &Reading, source: Span, first: &Mention) -> Vec<usize> {
    let text = &reading.article.text;
    let kind = |entity: usize| reading.names.entities.get(entity).map(|one| one.kind);
    let is_place = |entity: usize| kind(entity) == Some(EntityKind::Place);
    let tail = Span::new(first.span.end.min(source.end), source.end);
    let (mut sure, mut perhaps) = (Vec::new(), Vec::new());
    for item in items(text, tail).into_iter().skip(1) {
        if item.by_and {
            sure.append(&mut perhaps);
        }
        // Without *(R-Maine)*.
        let bare = item.span.of(text).split('(').next().unwrap_or_default();
        let bare = Span::new(item.span.start, item.span.start + bare.len());
        let Some(Mention { entity, .. }) = name_at_head(reading, bare).copied() else {
            break;
        };
        // *Jane Doe of Maine and Vermont* are not two speakers.
        if is_place(entity) && !is_place(first.entity) {
            break;
        }
        if entity == first.entity || sure.contains(&entity) || perhaps.contains(&entity) {
            continue;
        }
        if item.by_and {
            sure.push(entity);
        } else {
            perhaps.push(entity);
        }
    }
    sure
}

/// What stands between commas and *and* in a list.
struct Item {
    span: Span,
    /// Whether *and* leads up to it.
    by_and: bool,
}

fn items(text: &str, list: Span) -> Vec<Item> {
    let mut items = Vec::new();
    let mut start = list.start;
    let mut by_and = false;
    let mut before = list.start;
    for word in words(list.of(text)) {
        let word_at = word.span.shifted(list.start);
        let gap = Span::new(before, word_at.start);
        let comma = gap.of(text).contains(',');
        let amper = gap.of(text).contains('&');
        if word.text == "and" || comma || amper {
            // A comma before *and* parts nothing of its own.
            if before > start || items.is_empty() {
                items.push(Item {
                    span: Span::new(start, before),
                    by_and,
                });
                by_and = false;
            }
            by_and |= word.text == "and" || amper;
            start = if word.text == "and" {
                word_at.end
            } else {
                word_at.start
            };
        }
        before = word_at.end;
    }
    items.push(Item {
        span: Span::new(start, before.max(start)),
        by_and,
    });
    items
}
