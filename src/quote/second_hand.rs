//! What one source reports of another: *Politico reports that the mayor said it was over*. The mayor speaks; Politico only
//! hands it on. This finds the quote within the report, by its words alone; where both share one quote, and names are
//! known, `speaker::channel` tells them apart.

use super::attach::Draft;
use super::content::Sight;
use super::cue::{CueSort, cues};
use super::mention::mention;
use super::paragraph::Paragraph;
use super::verb::VerbSort;
use crate::text::list::OUTLET_VERBS;

/// The quote of whoever is said to have spoken, where `draft` only hands it on.
pub(super) fn spoken(paragraph: &Paragraph<'_>, draft: &Draft) -> Option<Draft> {
    let reported = draft.cue?.of(paragraph.text).to_lowercase();
    let [part] = draft.parts.as_slice() else {
        return None;
    };
    if !OUTLET_VERBS.has(reported.strip_prefix("has ").unwrap_or(&reported)) {
        return None;
    }
    let start = part.start + usize::from(paragraph.word(part.start) == "that");
    let found = cues(paragraph, start..part.end);
    let (cue, later) = found.split_first()?;
    let says = matches!(cue.sort, CueSort::Verb(VerbSort::Say | VerbSort::Tell));
    let source = cue
        .source
        .clone()
        .filter(|source| says && source.start == start)?;
    let sight = Sight {
        paragraph,
        sentence: &(start..part.end),
        from: start,
        cue,
        later,
    };
    let parts = sight.content()?.parts;
    let within = parts
        .iter()
        .all(|inner| cue.end() <= inner.start && inner.end <= part.end);
    within.then(|| Draft {
        parts,
        cue: Some(paragraph.span_of(cue.words.clone())),
        mention: Some(mention(paragraph, source)),
        ..draft.clone()
    })
}
