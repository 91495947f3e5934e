//! Quotes as the trained tagger and linkers see them; where they see no source, the rules’ proposal stands.

use std::ops::Range;

use super::attach::{self, Carry, Draft};
use super::feature::features;
use super::link::Spans;
use super::mention;
use super::paragraph::Paragraph;
use super::role::{LABELS, Role, RoleSpan, role_spans};
use super::second_hand;
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

/// How far the tagger leans towards finding something, in log-odds, where no quotation marks stand: trained for the
/// fewest errors, it leaves out more reported speech than it invents.
const LEAN: f32 = 0.35;

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
    let tagger = Tagger::<LABELS>::new(TAGGER);
    let tagging = tagger
        .map(|tagger| tagger.tag(features(paragraph, names, &proposed), &lean(paragraph)))
        .unwrap_or_default();
    let spans = role_spans(&tagging.labels);
    let mut found = Linking::new(paragraph, &spans, &tagging, &proposed).drafts();
    let mut claimed = vec![false; paragraph.items.len()];
    for draft in &found {
        for at in draft.parts.iter().cloned().flatten() {
            claimed[at] = true;
        }
    }
    let missed: Vec<Draft> = proposed
        .iter()
        .filter(|draft| {
            let mut items = draft.parts.iter().cloned().flatten();
            let speech = |at: usize| paragraph.items[at].is_quoted() && !paragraph.is_term(at);
            let utterance = |at: usize| paragraph.items[at].is_utterance(paragraph.text);
            let signed = draft.confidence > attach::CARRIED_ON;
            let weighty = draft.cue.is_some() || signed || items.clone().any(utterance);
            weighty && items.clone().any(speech) && !items.any(|at| claimed[at])
        })
        .map(|draft| Draft {
            confidence: draft.confidence.min(0.45),
            ..draft.clone()
        })
        .collect();
    for draft in &mut found {
        if let Some(spoken) = second_hand::spoken(paragraph, draft) {
            *draft = spoken;
        }
    }
    found.extend(missed);
    found.sort_by_key(|draft| draft.parts.first().map(|part| part.start));
    found
}

/// What is taken off the score of *nothing* for each item.
fn lean(paragraph: &Paragraph<'_>) -> Vec<f32> {
    let mut lean = vec![0.0; paragraph.items.len()];
    for sentence in &paragraph.sentences {
        let has_quote = sentence.clone().any(|at| paragraph.items[at].is_quoted());
        if !has_quote {
            lean[sentence.clone()].fill(LEAN);
        }
    }
    lean
}

struct Linking<'a> {
    spans: Spans<'a>,
    tagging: &'a Tagging<LABELS>,
    proposed: &'a [Draft],
    /// For each item, which of `proposed` holds it.
    ruled: Vec<Option<usize>>,
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
        tagging: &'a Tagging<LABELS>,
        proposed: &'a [Draft],
    ) -> Linking<'a> {
        let mut ruled = vec![None; paragraph.items.len()];
        for (number, draft) in proposed.iter().enumerate() {
            for at in draft.parts.iter().cloned().flatten() {
                ruled[at].get_or_insert(number);
            }
        }
        Linking {
            ruled,
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
        let mut taken = vec![false; self.spans.all.len()];
        for unit in &mut units {
            let best = |free_only: bool| {
                let pairs = unit.contents.iter().flat_map(|&content| {
                    let cues = self.spans.near(content, Role::Cue);
                    cues.map(move |cue| (cue, content))
                });
                pairs
                    .filter(|&(cue, _)| !free_only || !taken[cue])
                    .map(|(cue, content)| (cue, self.scorer.score(&self.spans.join(content, cue))))
                    .max_by(|a, b| a.1.total_cmp(&b.1))
            };
            let any = best(false).filter(|&(_, score)| score > CUE);
            let another = any
                .filter(|&(cue, _)| taken[cue])
                .and_then(|_| best(true))
                .filter(|&(_, score)| score > CUE);
            unit.cue = another.or(any);
            if let Some((cue, _)) = unit.cue {
                taken[cue] = true;
            }
        }
        units
    }

    fn draft(&self, unit: &Unit) -> Option<Draft> {
        let parts: Vec<Range<usize>> = unit
            .contents
            .iter()
            .map(|&content| bare(self.spans.paragraph, self.spans.all[content].items.clone()))
            .collect();
        let quoted = unit
            .contents
            .iter()
            .any(|&content| self.spans.has_quote(content));
        let cue = unit.cue.map(|(cue, _)| cue);
        let ruled = parts
            .iter()
            .cloned()
            .flatten()
            .find_map(|at| self.proposed.get(self.ruled[at]?));
        // *Doe resisted: “…”*: who leads in within the sentence says it, not who spoke in another.
        let led_in = self.is_led_in(&parts) && ruled.is_some_and(|draft| draft.mention.is_some());
        let cue = cue.filter(|&cue| !(led_in && self.is_elsewhere(cue, &parts)));
        let source = cue.and_then(|cue| self.source(cue));
        let paragraph = self.spans.paragraph;
        let speech = |at: usize| {
            let mark = !paragraph.items[at].is_word() && !paragraph.items[at].is_quoted();
            !mark && !paragraph.is_term(at)
        };
        let only_terms = !parts.iter().cloned().flatten().any(speech);
        if only_terms || (cue.is_none() && !quoted) {
            return None;
        }
        let span = |number: usize| {
            self.spans
                .paragraph
                .span_of(self.spans.all[number].items.clone())
        };
        let mention: Option<Span> = source
            .map(|(source, _)| {
                mention::mention(self.spans.paragraph, self.spans.all[source].items.clone())
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

    /// Whether a colon stands before what is reported.
    fn is_led_in(&self, parts: &[Range<usize>]) -> bool {
        let before = parts.first().and_then(|part| part.start.checked_sub(1));
        before.is_some_and(|before| self.spans.paragraph.items[before].is_mark(":"))
    }

    /// Whether a cue stands in a sentence in which nothing of `parts` does.
    fn is_elsewhere(&self, cue: usize, parts: &[Range<usize>]) -> bool {
        let sentence = |at: usize| self.spans.sentences[at];
        let there = sentence(self.spans.all[cue].items.start);
        parts
            .iter()
            .all(|part| sentence(part.start) != there && sentence(part.end - 1) != there)
    }

    fn source(&self, cue: usize) -> Option<(usize, f32)> {
        let scored = self
            .spans
            .near(cue, Role::Source)
            .map(|source| (source, self.scorer.score(&self.spans.join(cue, source))));
        scored
            .filter(|&(_, score)| score > SOURCE)
            .max_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// The mean probability that the items of a quote are content.
    fn sureness(&self, parts: &[Range<usize>]) -> f32 {
        let items = || parts.iter().cloned().flatten();
        let content = |at: usize| {
            let marginals = &self.tagging.marginals[at];
            marginals[Role::Content.label(true)] + marginals[Role::Content.label(false)]
        };
        #[expect(clippy::cast_precision_loss, reason = "a paragraph has few items")]
        let mean = items().map(content).sum::<f32>() / items().count().max(1) as f32;
        mean
    }
}

/// Content without the comma, dash or *and* at its ends, which lead to what stands beside it.
fn bare(paragraph: &Paragraph<'_>, mut items: Range<usize>) -> Range<usize> {
    let leads = |at: usize| {
        let item = &paragraph.items[at];
        item.is_mark(",;:") || item.is_dash() || matches!(paragraph.word(at), "and" | "but")
    };
    while items.len() > 1 && leads(items.end - 1) {
        items.end -= 1;
    }
    while items.len() > 1 && !paragraph.items[items.start].is_word() && leads(items.start) {
        items.start += 1;
    }
    items
}
