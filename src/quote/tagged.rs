//! Quotes as the trained tagger and linkers see them; where they see no source, the rules’ proposal stands.

use std::ops::Range;

use super::attach::{self, Carry, Draft};
use super::feature::features;
use super::link::Spans;
use super::paragraph::Paragraph;
use super::role::{LABELS, Role, RoleSpan, role_spans};
use super::scare::is_term;
use super::transcript;
use crate::model::{Scorer, Tagger, Tagging};
use crate::name::Names;
use crate::text::Span;

static TAGGER: &[u8] = include_bytes!("../../assets/quote_tagger.table");
static LINKS: &[u8] = include_bytes!("../../assets/quote_links.table");

/// The log-odds from which a content takes a cue.
const CUE: f32 = -1.0;
/// The log-odds from which a cue takes a source.
const SOURCE: f32 = -3.0;

/// The quotes of a paragraph, in order.
pub(super) fn drafts(
    paragraph: &Paragraph<'_>,
    headline: bool,
    carry: Carry,
    names: &Names,
) -> Vec<Draft> {
    let proposed = attach::drafts(paragraph, headline, carry);
    if transcript::speech(paragraph, headline).is_some() {
        return proposed;
    }
    let tagging = Tagger::new(TAGGER, LABELS).tag(&features(paragraph, names, &proposed));
    let spans = role_spans(&tagging.labels);
    let mut found = Linking::new(paragraph, &spans, &tagging, &proposed).drafts();
    let claimed = |at: usize, found: &[Draft]| {
        found
            .iter()
            .any(|draft| draft.parts.iter().any(|part| part.contains(&at)))
    };
    let missed: Vec<Draft> = proposed
        .iter()
        .filter(|draft| {
            let mut items = draft.parts.iter().cloned().flatten();
            let speech = |at: usize| paragraph.items[at].is_quoted() && !is_term(paragraph, at);
            let utterance = |at: usize| paragraph.items[at].is_utterance(paragraph.text);
            let weighty = draft.cue.is_some() || items.clone().any(utterance);
            weighty && items.clone().any(speech) && !items.any(|at| claimed(at, &found))
        })
        .map(|draft| Draft {
            confidence: draft.confidence.min(0.45),
            ..draft.clone()
        })
        .collect();
    found.extend(missed);
    found.sort_by_key(|draft| draft.parts.first().map(|part| part.start));
    found
}

struct Linking<'a> {
    spans: Spans<'a>,
    tagging: &'a Tagging,
    proposed: &'a [Draft],
    scorer: Scorer<'static>,
}

/// Contents that are one quote, with its cue.
struct Unit {
    contents: Vec<usize>,
    cue: Option<(usize, f32)>,
}

impl<'a> Linking<'a> {
    fn new(
        paragraph: &'a Paragraph<'a>,
        spans: &'a [RoleSpan],
        tagging: &'a Tagging,
        proposed: &'a [Draft],
    ) -> Linking<'a> {
        Linking {
            spans: Spans::new(paragraph, spans),
            tagging,
            proposed,
            scorer: Scorer::new(LINKS),
        }
    }

    fn drafts(&self) -> Vec<Draft> {
        self.units()
            .into_iter()
            .filter_map(|unit| self.draft(&unit))
            .collect()
    }

    /// Contents in a row that belong together, each row with the cue that fits best.
    fn units(&self) -> Vec<Unit> {
        let contents: Vec<usize> = self.spans.of(Role::Content).collect();
        let mut units: Vec<Unit> = Vec::new();
        for (place, &content) in contents.iter().enumerate() {
            let before = place.checked_sub(1).map(|before| contents[before]);
            let goes_on = before.is_some_and(|before| {
                self.scorer.score(&self.spans.continuation(before, content)) > 0.0
            });
            match units.last_mut().filter(|_| goes_on) {
                Some(unit) => unit.contents.push(content),
                None => units.push(Unit {
                    contents: vec![content],
                    cue: None,
                }),
            }
        }
        let mut taken: Vec<usize> = Vec::new();
        for unit in &mut units {
            let best = |free_only: bool| {
                let cues = self
                    .spans
                    .of(Role::Cue)
                    .filter(|cue| !free_only || !taken.contains(cue));
                let scored =
                    cues.flat_map(|cue| unit.contents.iter().map(move |&content| (cue, content)));
                scored
                    .map(|(cue, content)| (cue, self.scorer.score(&self.spans.join(content, cue))))
                    .max_by(|a, b| a.1.total_cmp(&b.1))
            };
            let any = best(false).filter(|&(_, score)| score > CUE);
            let another = any
                .filter(|(cue, _)| taken.contains(cue))
                .and_then(|_| best(true))
                .filter(|&(_, score)| score > CUE);
            unit.cue = another.or(any);
            taken.extend(unit.cue.map(|(cue, _)| cue));
        }
        units
    }

    fn draft(&self, unit: &Unit) -> Option<Draft> {
        let parts: Vec<Range<usize>> = unit
            .contents
            .iter()
            .map(|&content| self.spans.all[content].items.clone())
            .collect();
        let quoted = unit
            .contents
            .iter()
            .any(|&content| self.spans.has_quote(content));
        let cue = unit.cue.map(|(cue, _)| cue);
        let source = cue.and_then(|cue| self.source(cue));
        let ruled = self
            .proposed
            .iter()
            .find(|draft| overlaps(&draft.parts, &parts));
        if cue.is_none() && !quoted {
            return None;
        }
        let span = |number: usize| {
            self.spans
                .paragraph
                .span_of(self.spans.all[number].items.clone())
        };
        let mention: Option<Span> = source
            .map(|(source, _)| {
                attach::without_possessive(
                    self.spans.paragraph,
                    self.spans.all[source].items.clone(),
                )
            })
            .or_else(|| ruled.and_then(|draft| draft.mention));
        if !quoted && mention.is_none() {
            return None;
        }
        let sure = self.sureness(&parts);
        Some(Draft {
            parts,
            cue: cue.map(span).or_else(|| ruled.and_then(|draft| draft.cue)),
            mention,
            confidence: if source.is_some() { sure } else { sure * 0.7 },
            goes_on: ruled
                .filter(|_| cue.is_none())
                .and_then(|draft| draft.goes_on),
        })
    }

    fn source(&self, cue: usize) -> Option<(usize, f32)> {
        let scored = self
            .spans
            .of(Role::Source)
            .map(|source| (source, self.scorer.score(&self.spans.join(cue, source))));
        scored
            .filter(|&(_, score)| score > SOURCE)
            .max_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// The mean probability that the items of a quote are content.
    fn sureness(&self, parts: &[Range<usize>]) -> f32 {
        let items = || parts.iter().cloned().flatten();
        let content = |at: usize| {
            let of = |begins: bool| {
                self.tagging
                    .marginals
                    .get(at * LABELS + Role::Content.label(begins))
                    .copied()
                    .unwrap_or(0.0)
            };
            of(true) + of(false)
        };
        #[expect(clippy::cast_precision_loss, reason = "a paragraph has few items")]
        let mean = items().map(content).sum::<f32>() / items().count().max(1) as f32;
        mean
    }
}

fn overlaps(a: &[Range<usize>], b: &[Range<usize>]) -> bool {
    a.iter()
        .any(|a| b.iter().any(|b| a.start < b.end && b.start < a.end))
}
