//! What either article leaves out.

use serde::Serialize;

use crate::comparison::{Comparison, Row};
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

/// What the sentences of a row tell that the other article leaves out, a line each.
pub(super) fn lines(comparison: &Comparison, row: &Row) -> Vec<String> {
    let all = comparison.omissions.iter();
    let here = all.filter(|found| row.sentences.get(found.side).contains(&found.sentence));
    here.map(|found| {
        let text = &comparison.readings.get(found.side).article.text;
        let other = found.side.other().letter();
        format!("- left out in {other}: {}", found.span.of(text))
    })
    .collect()
}
