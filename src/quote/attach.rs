//! Brings cues, sources and contents of a paragraph together.

use std::ops::Range;

use super::content::{Manner, Sight};
use super::cue::{Cue, CueSort, cues};
use super::grammar::PRONOUNS;
use super::mention::mention;
use super::paragraph::{Item, Paragraph};
use super::source::name_after;
use super::transcript;
use super::verb::VerbSort;
use crate::mark::MarkState;
use crate::name::is_source_noun;
use crate::text::{Span, Word, words};

/// A quote as it is put together, in items of one paragraph.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) parts: Vec<Range<usize>>,
    pub(super) cue: Option<Span>,
    pub(super) mention: Option<Span>,
    pub(super) confidence: f32,
    /// The run of the paragraph before that was left open and goes on here.
    pub(super) goes_on: Option<Span>,
}

/// What one paragraph hands on to the next.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Carry {
    /// The words that named the last source.
    pub(super) mention: Option<Span>,
    /// The run in quotation marks that was left open for the next paragraph.
    pub(super) runs_on: Option<Span>,
}

const BY_ITSELF: f32 = 0.4;
/// How sure a quote is that goes on from another.
pub(super) const CARRIED_ON: f32 = 0.75;

/// The quotes of a paragraph, in order.
pub(super) fn drafts(paragraph: &Paragraph<'_>, headline: bool, carry: Carry) -> Vec<Draft> {
    if let Some((speaker, speech)) = transcript::speech(paragraph, headline) {
        let named = paragraph.span_of(speaker.clone());
        let mention = Some(named).filter(|named| named.len() > 1);
        let cue = paragraph.item(speaker.end).map(|colon| colon.span);
        return vec![Draft {
            parts: vec![speech],
            cue,
            mention,
            confidence: 0.85,
            goes_on: None,
        }];
    }
    let mut attaching = Attaching {
        paragraph,
        carry,
        drafts: Vec::new(),
        claimed: vec![false; paragraph.items.len()],
    };
    for sentence in &paragraph.sentences {
        let cues = cues(paragraph, sentence.clone());
        attaching.by_cues(sentence, &cues);
        attaching.left_over(sentence, &cues);
    }
    attaching
        .drafts
        .sort_by_key(|draft| draft.parts.first().map(|part| part.start));
    attaching.drafts
}

struct Attaching<'a> {
    paragraph: &'a Paragraph<'a>,
    carry: Carry,
    drafts: Vec<Draft>,
    claimed: Vec<bool>,
}

impl Attaching<'_> {
    fn by_cues(&mut self, sentence: &Range<usize>, cues: &[Cue]) {
        let mut from = sentence.start;
        for (number, cue) in cues.iter().enumerate() {
            if self.is_claimed(&cue.words) {
                continue;
            }
            let later = cues.get(number + 1..).unwrap_or_default();
            let sight = Sight {
                paragraph: self.paragraph,
                sentence,
                from,
                cue,
                later,
            };
            let Some(found) = sight.content() else {
                continue;
            };
            if found.parts.iter().any(|part| self.is_claimed(part))
                || !self.is_worth_reporting(&found.parts)
            {
                continue;
            }
            let confidence = sureness(found.manner, cue, self.has_quote(&found.parts));
            from = found
                .parts
                .iter()
                .map(|part| part.end)
                .max()
                .unwrap_or(from)
                .max(cue.end());
            self.take(found.parts, Some(cue), confidence);
        }
    }

    fn take(&mut self, parts: Vec<Range<usize>>, cue: Option<&Cue>, confidence: f32) {
        for item in parts.iter().cloned().flatten() {
            self.claimed[item] = true;
        }
        let source = cue.and_then(|cue| cue.source.clone());
        self.drafts.push(Draft {
            parts,
            cue: cue.map(|cue| self.paragraph.span_of(cue.words.clone())),
            mention: source.map(|source| mention(self.paragraph, source)),
            confidence,
            goes_on: None,
        });
    }

    fn is_claimed(&self, range: &Range<usize>) -> bool {
        self.claimed
            .get(range.clone())
            .is_none_or(|items| items.contains(&true))
    }

    fn has_quote(&self, parts: &[Range<usize>]) -> bool {
        parts.iter().cloned().flatten().any(|at| self.is_speech(at))
    }

    fn is_speech(&self, at: usize) -> bool {
        self.paragraph.items[at].is_quoted() && !self.paragraph.is_term(at)
    }

    fn is_worth_reporting(&self, parts: &[Range<usize>]) -> bool {
        let words = parts
            .iter()
            .cloned()
            .flatten()
            .filter(|&at| self.paragraph.items[at].is_word())
            .count();
        words >= 2
            || parts
                .iter()
                .cloned()
                .flatten()
                .any(|at| self.paragraph.items[at].is_quoted())
    }

    /// Runs in quotation marks that no cue has claimed.
    fn left_over(&mut self, sentence: &Range<usize>, cues: &[Cue]) {
        let loose: Vec<usize> = sentence
            .clone()
            .filter(|&at| self.is_speech(at) && !self.claimed[at])
            .collect();
        let Some((&first, &last)) = loose.first().zip(loose.last()) else {
            return;
        };
        let others = sentence
            .clone()
            .any(|at| self.paragraph.items[at].is_word());
        let whole =
            (first..=last).all(|at| !self.claimed[at] && !self.paragraph.items[at].is_word());
        if others && !(whole && self.signature(last + 1).is_some()) {
            for at in loose {
                self.within_a_sentence(sentence, cues, at);
            }
        } else {
            self.by_itself(first..last + 1);
        }
    }

    /// A sentence that is nothing but a quote: it goes on from the one before, or from the paragraph before.
    fn by_itself(&mut self, range: Range<usize>) {
        let starts_paragraph = range.start == 0;
        let reaches = |draft: &Draft, paragraph: &Paragraph<'_>| {
            draft
                .parts
                .iter()
                .flat_map(Clone::clone)
                .any(|at| paragraph.items[at].is_quoted())
        };
        let paragraph = self.paragraph;
        for item in range.clone() {
            self.claimed[item] = true;
        }
        if let Some(draft) = self
            .drafts
            .last_mut()
            .filter(|draft| reaches(draft, paragraph))
        {
            draft.parts.push(range);
            return;
        }
        let (mention, confidence) = match (self.signature(range.end), self.carry.mention) {
            (Some(name), _) => (Some(name), 0.85),
            (None, Some(mention)) => (Some(mention), CARRIED_ON),
            (None, None) => (None, BY_ITSELF),
        };
        let goes_on = self.carry.runs_on.filter(|_| starts_paragraph);
        self.drafts.push(Draft {
            parts: vec![range],
            cue: None,
            mention,
            confidence,
            goes_on,
        });
    }

    /// *“…” — Jane Doe*: a name after a dash, in the paragraph or alone in the next.
    fn signature(&self, from: usize) -> Option<Span> {
        if from == self.paragraph.items.len() {
            return signed_below(self.paragraph);
        }
        let dash = self.paragraph.item(from).filter(|item| item.is_dash())?;
        let name: usize = self
            .paragraph
            .items
            .iter()
            .skip(from + 1)
            .take_while(|item| item.is_capitalised())
            .count();
        (name > 1 && !dash.text.is_empty())
            .then(|| self.paragraph.span_of(from + 1..from + 1 + name))
    }

    /// Whether a phrase that begins a sentence says who: a lone capital there may be any word.
    fn names_somebody(&self, name: &Range<usize>) -> bool {
        let items = &self.paragraph.items[name.clone()];
        let pronoun = items
            .first()
            .is_some_and(|first| PRONOUNS.has(&first.folded));
        pronoun
            || items
                .iter()
                .skip(1)
                .any(|item| item.is_capitalised() || is_source_noun(&item.folded))
    }

    /// A run within a sentence: the nearest cue’s source, else the sentence’s subject, says it perhaps.
    fn within_a_sentence(&mut self, sentence: &Range<usize>, cues: &[Cue], at: usize) {
        let near = cues
            .iter()
            .filter(|cue| cue.source.is_some())
            .min_by_key(|cue| cue.words.start.abs_diff(at));
        if let Some(cue) = near {
            self.take(vec![at..at + 1], Some(cue), 0.6);
            return;
        }
        let utterance = self.paragraph.items[at].is_utterance(self.paragraph.text);
        let subject =
            name_after(self.paragraph, sentence.start, at).filter(|name| self.names_somebody(name));
        let subject = subject.map(|name| mention(self.paragraph, name));
        let colon = at > sentence.start && self.paragraph.items[at - 1].is_mark(":");
        let mention = subject.or(self.carry.mention);
        self.take(
            vec![at..at + 1],
            None,
            if utterance || colon { 0.5 } else { BY_ITSELF },
        );
        if let Some(draft) = self.drafts.last_mut() {
            draft.mention = mention;
        }
    }
}

/// The name in the line after a paragraph, where a dash and a name are all there is.
fn signed_below(paragraph: &Paragraph<'_>) -> Option<Span> {
    const LONGEST_LINE: usize = 80;
    const LONGEST_NAME: usize = 4;
    let end = paragraph.items.last()?.span.end;
    let rest = paragraph.text.get(end..)?;
    let gap = rest.len() - rest.trim_start().len();
    let line = rest[gap..]
        .lines()
        .next()
        .filter(|line| line.len() <= LONGEST_LINE)?;
    let dashes = line.len() - line.trim_start_matches(['-', '–', '—', '―']).len();
    let name: Vec<_> = words(&line[dashes..])
        .take_while(Word::is_capitalised)
        .take(LONGEST_NAME)
        .collect();
    let whole = Span::new(name.first()?.span.start, name.last()?.span.end);
    let after = line[dashes + whole.end..].chars().next();
    let alone = rest[..gap].contains('\n') && after.is_none_or(|next| ".,( ".contains(next));
    let named = dashes > 0 && alone && line[dashes..dashes + whole.start].trim().is_empty();
    named.then(|| whole.shifted(end + gap + dashes))
}

/// How sure a quote is of its bounds and source, by the way in which it stands with its cue.
///
/// Estimates: what the tagger finds has a sureness of its own.
fn sureness(manner: Manner, cue: &Cue, quoted: bool) -> f32 {
    let base = match (manner, cue.sort) {
        (Manner::QuoteBefore | Manner::QuoteAfter, _) => 0.95,
        (_, CueSort::According | CueSort::Noun) => 0.85,
        (_, CueSort::Verb(VerbSort::Say | VerbSort::Tell)) => 0.8,
        (_, CueSort::Verb(VerbSort::Hold | VerbSort::Act | VerbSort::Clause)) => 0.65,
    };
    let shared = if cue.shared { 0.1 } else { 0.0 };
    let embedded = if quoted && matches!(manner, Manner::ClauseBefore | Manner::ClauseAfter) {
        0.05
    } else {
        0.0
    };
    base - shared + embedded
}

/// What a paragraph hands on: the source of its last quote, or of the name before a colon that ends it.
pub(super) fn carried(paragraph: &Paragraph<'_>, drafts: &[Draft], before: Carry) -> Carry {
    let leads_in = paragraph.items.last().is_some_and(|item| item.is_mark(":"));
    let named = leads_in.then(|| last_name(paragraph)).flatten();
    let quoted = drafts.iter().rev().find_map(|draft| draft.mention);
    let open = paragraph
        .items
        .iter()
        .rev()
        .find_map(|item: &Item<'_>| item.quoted);
    Carry {
        mention: quoted.or(named).or(before.mention),
        runs_on: open
            .filter(|run| run.state == MarkState::RunsOn)
            .map(|run| run.inner),
    }
}

/// The subject of the last sentence of a paragraph.
fn last_name(paragraph: &Paragraph<'_>) -> Option<Span> {
    let sentence = paragraph.sentences.last()?;
    let cue = cues(paragraph, sentence.clone())
        .into_iter()
        .rev()
        .find_map(|cue| cue.source);
    let subject = || {
        sentence
            .clone()
            .find_map(|at| name_after(paragraph, at, sentence.end).filter(|name| name.start == at))
    };
    cue.or_else(subject).map(|name| mention(paragraph, name))
}

#[cfg(test)]
mod tests {
    use crate::quote::example::check;

    #[test]
    fn a_paragraph_of_speech_goes_on_from_the_one_before() {
        check("“[We won,]” {Jane Doe} said.\n“[They lost.]”");
    }

    #[test]
    fn a_quote_left_open_goes_on() {
        check("{Jane Doe} said: “[We won.]\n“[They lost.]”");
    }

    #[test]
    fn a_missing_mark_shifts_nothing() {
        check(
            "“[We won,]” {Jane Doe} said.\n[This is why we fight,]\" {she} said.\n\"[It ends. They must hear: “Stop.”]\n“[Yes,]” {John Roe} said.",
        );
    }

    #[test]
    fn a_name_signs_what_it_said() {
        check("“[We won.]” — {Jane Doe}");
        check("“[We won in the end, and by a wide margin.]”\n\n- {Doe}.");
    }
}
