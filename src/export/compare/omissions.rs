//! What either article leaves out.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::comparison::{Comparison, Homes};
use crate::export::json::{Quoted, sentence_span};
use crate::omission::Omission;
use crate::text::Span;

#[derive(Serialize)]
pub(super) struct OmissionForm<'a> {
    side: &'static str,
    sentence: Span,
    #[serde(flatten)]
    words: Quoted<'a>,
    beside: Span,
}

pub(super) fn forms(comparison: &Comparison) -> Vec<OmissionForm<'_>> {
    let each = comparison.omissions.iter();
    each.map(|omission| form(comparison, omission)).collect()
}

fn form<'a>(comparison: &'a Comparison, omission: &Omission) -> OmissionForm<'a> {
    let side = omission.side;
    let own = comparison.readings.get(side);
    OmissionForm {
        side: super::letter(side),
        sentence: sentence_span(own, omission.sentence),
        words: Quoted::new(omission.span, &own.article.text),
        beside: sentence_span(comparison.readings.get(side.other()), omission.beside),
    }
}

/// By the number of the row, what its sentences tell that the other article leaves out, a line each.
pub(super) fn lines(comparison: &Comparison, homes: &Homes) -> BTreeMap<usize, Vec<String>> {
    let mut lines: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for found in &comparison.omissions {
        let Some(row) = homes.of(found.side, found.sentence) else {
            continue;
        };
        let text = &comparison.readings.get(found.side).article.text;
        let other = found.side.other().letter();
        let line = format!("- left out in {other}: {}", found.span.of(text));
        lines.entry(row).or_default().push(line);
    }
    lines
}
