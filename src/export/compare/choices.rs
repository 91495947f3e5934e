//! The different words for one thing.

use serde::Serialize;

use crate::choice::{Called, Choice};
use crate::comparison::Comparison;
use crate::export::json::{Quoted, sentence_span};
use crate::text::{Side, Span};

#[derive(Serialize)]
pub(super) struct ChoiceForm<'a> {
    about: &'a str,
    wordings: Vec<CalledForm<'a>>,
}

#[derive(Serialize)]
struct CalledForm<'a> {
    article: &'static str,
    sentence: Span,
    #[serde(flatten)]
    words: Quoted<'a>,
}

pub(super) fn forms(comparison: &Comparison) -> Vec<ChoiceForm<'_>> {
    let each = comparison.choices.iter();
    each.map(|choice| ChoiceForm {
        about: &choice.about,
        wordings: choice
            .wordings
            .iter()
            .map(|called| called_form(comparison, called))
            .collect(),
    })
    .collect()
}

fn called_form<'a>(comparison: &'a Comparison, called: &Called) -> CalledForm<'a> {
    let side = side(called);
    let reading = comparison.readings.get(side);
    CalledForm {
        article: super::letter(side),
        sentence: sentence_span(reading, called.sentence),
        words: Quoted::new(called.span, &reading.article.text),
    }
}

/// Each thing with what the articles call it, a line each.
pub(super) fn lines(comparison: &Comparison) -> Vec<String> {
    comparison
        .choices
        .iter()
        .map(|choice| line(comparison, choice))
        .collect()
}

fn line(comparison: &Comparison, choice: &Choice) -> String {
    let wordings = choice.wordings.iter().map(|called| {
        let side = side(called);
        let text = &comparison.readings.get(side).article.text;
        format!("{} {}", side.letter(), called.span.of(text))
    });
    let wordings: Vec<String> = wordings.collect();
    format!("- {}: {}", choice.about, wordings.join(" · "))
}

/// Article 0 is the left one.
fn side(called: &Called) -> Side {
    if called.article == 0 {
        Side::Left
    } else {
        Side::Right
    }
}
