//! The words that report: *said*, *according to*, a colon.

use std::ops::Range;

use super::paragraph::Paragraph;
use super::source::{is_determiner, is_preposition, is_pronoun, name_after, subject_before};
use super::verb::{VerbSort, is_plain_speech, verb_sort};

/// A cue in a paragraph, with the words that name its source.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub(super) sort: CueSort,
    /// The items of the cue itself.
    pub(super) words: Range<usize>,
    /// The items that name the source; elsewhere in the sentence when `shared`.
    pub(super) source: Option<Range<usize>>,
    /// Whether the source is that of a verb before it: *Trump praised him, adding …*
    pub(super) shared: bool,
}

/// What sort of words report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CueSort {
    /// A verb with its subject.
    Verb(VerbSort),
    /// *according to*, *per*
    According,
}

impl Cue {
    /// The first item of the cue and of a source that stands with it.
    pub(super) fn start(&self) -> usize {
        let source = self.source.as_ref().filter(|_| !self.shared).map_or(self.words.start, |source| source.start);
        source.min(self.words.start)
    }

    /// The item after the cue and after a source that stands with it.
    pub(super) fn end(&self) -> usize {
        let source = self.source.as_ref().filter(|_| !self.shared).map_or(0, |source| source.end);
        source.max(self.words.end)
    }

    /// Whether the source follows the verb: *said Trump*.
    pub(super) fn is_inverted(&self) -> bool {
        !self.shared && self.source.as_ref().is_some_and(|source| source.start > self.words.start)
    }
}

/// The cues of the sentence that `range` holds, in order.
pub(super) fn cues(paragraph: &Paragraph<'_>, range: Range<usize>) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    for at in range.clone() {
        if found.last().is_some_and(|cue| at < cue.words.end) {
            continue;
        }
        let cue = according(paragraph, at, range.end).or_else(|| verb(paragraph, at, &range, &found));
        found.extend(cue);
    }
    found
}

fn according(paragraph: &Paragraph<'_>, at: usize, end: usize) -> Option<Cue> {
    let words = match (paragraph.word(at), paragraph.word(at + 1)) {
        ("according", "to") => at..at + 2,
        ("per", _) if paragraph.item(at + 1)?.is_capitalised() => at..at + 1,
        _ => return None,
    };
    let source = name_after(paragraph, words.end, end)?;
    Some(Cue { sort: CueSort::According, words, source: Some(source), shared: false })
}

fn verb(paragraph: &Paragraph<'_>, at: usize, range: &Range<usize>, before: &[Cue]) -> Option<Cue> {
    let folded = paragraph.word(at);
    let sort = verb_sort(folded)?;
    let previous = at.checked_sub(1).filter(|&previous| previous >= range.start);
    let word_before = previous.map_or("", |previous| paragraph.word(previous));
    let from = before.last().map_or(range.start, |cue| cue.words.end);
    if is_noun_here(paragraph, at, word_before) {
        return None;
    }
    let cue = |source: Option<Range<usize>>, shared: bool| {
        source.map(|source| Cue { sort: CueSort::Verb(sort), words: at..at + 1, source: Some(source), shared })
    };
    if word_before == "to" {
        return infinitive(paragraph, at, from).and_then(|source| cue(Some(source), false));
    }
    if is_be(word_before) && folded.ends_with("ed") {
        return passive(paragraph, at, range, before).and_then(|(source, shared)| cue(Some(source), shared));
    }
    if let Some(inverted) = inverted(paragraph, at, range) {
        return cue(Some(inverted), false);
    }
    if leans_on_another(paragraph, previous, word_before, folded) {
        let source = before.iter().rev().find_map(|cue| cue.source.clone());
        let source = source.or_else(|| sentence_subject(paragraph, range, at));
        return cue(source, true).filter(|_| takes_content(paragraph, at, sort, range));
    }
    let subject = subject_before(paragraph, from, at)?;
    cue(Some(subject), false).filter(|_| takes_content(paragraph, at, sort, range))
}

fn is_be(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "been" | "being" | "be")
}

/// Whether a verb's form is a noun where it stands: *the report*, *Trump’s claims*.
fn is_noun_here(paragraph: &Paragraph<'_>, at: usize, before: &str) -> bool {
    if is_plain_speech(paragraph.word(at)) {
        return false;
    }
    let after_determiner = is_determiner(before) && !matches!(before, "one" | "many" | "some" | "most" | "both" | "all" | "that");
    let before_of = paragraph.word(at + 1) == "of" && !matches!(paragraph.word(at), "warned" | "accused" | "spoke");
    after_determiner || before_of || (is_preposition(before) && before != "to" && !paragraph.word(at).ends_with("ing"))
}

/// *went on to say*, *continues to insist*: the subject of the verb before the *to*.
fn infinitive(paragraph: &Paragraph<'_>, at: usize, from: usize) -> Option<Range<usize>> {
    let mut verb = at.checked_sub(2)?;
    if paragraph.word(verb) == "on" {
        verb = verb.checked_sub(1)?;
    }
    let carries = matches!(paragraph.word(verb), "went" | "goes" | "continued" | "continues" | "took" | "began" | "appeared" | "seemed");
    (carries && verb >= from).then(|| subject_before(paragraph, from, verb)).flatten()
}

/// *was mocked by Trump for …*; without a *by*, the source of a passive before it in the sentence.
fn passive(paragraph: &Paragraph<'_>, at: usize, range: &Range<usize>, before: &[Cue]) -> Option<(Range<usize>, bool)> {
    const NEAR: usize = 4;
    let by = (at + 1..range.end.min(at + 1 + NEAR)).find(|&by| paragraph.word(by) == "by");
    match by {
        Some(by) => name_after(paragraph, by + 1, range.end).map(|source| (source, false)),
        None => before.iter().rev().find_map(|cue| cue.source.clone()).map(|source| (source, true)),
    }
}

/// *“…,” said Trump*: a name after a verb that follows a quote or a clause and its comma.
fn inverted(paragraph: &Paragraph<'_>, at: usize, range: &Range<usize>) -> Option<Range<usize>> {
    let before = paragraph.item(at.checked_sub(1)?).filter(|_| at > range.start)?;
    let after_quote = before.is_quoted() || (before.is_mark(",") && at >= range.start + 2 && paragraph.items[at - 2].is_quoted());
    if !after_quote || paragraph.word(at).ends_with("ing") {
        return None;
    }
    let name = name_after(paragraph, at + 1, range.end)?;
    let next = paragraph.item(name.end);
    next.is_none_or(|next| !next.is_quoted()).then_some(name)
}

/// Whether a verb has no subject of its own: *…, adding that*, *… and called it*.
fn leans_on_another(paragraph: &Paragraph<'_>, previous: Option<usize>, before: &str, folded: &str) -> bool {
    let after_mark = previous.is_some_and(|at| paragraph.items[at].is_mark(",") || paragraph.items[at].is_dash() || paragraph.items[at].is_quoted());
    let joined = matches!(before, "and" | "but" | "or" | "then" | "also" | "while" | "before" | "after" | "by" | "when" | "without");
    let participle = folded.ends_with("ing") && !is_be(before) && !is_pronoun(before);
    joined || (after_mark && participle) || participle && is_preposition(before)
}

/// The subject of a sentence whose first verb comes before `to`: the name that it begins with.
fn sentence_subject(paragraph: &Paragraph<'_>, range: &Range<usize>, to: usize) -> Option<Range<usize>> {
    let mut start = range.start;
    if is_preposition(paragraph.word(start)) {
        start = 1 + (start..to).find(|&at| paragraph.items[at].is_mark(","))?;
    }
    name_after(paragraph, start, to)
}

/// Whether something is reported where the verb stands.
fn takes_content(paragraph: &Paragraph<'_>, at: usize, sort: VerbSort, range: &Range<usize>) -> bool {
    let next = paragraph.item(at + 1).filter(|_| at + 1 < range.end);
    let next_word = next.map_or("", |next| next.folded.as_str());
    let clause = matches!(next_word, "that" | "if" | "whether" | "how" | "what" | "why" | "he" | "she" | "it" | "they" | "we" | "there" | "i");
    let has_quote = paragraph.items[range.clone()].iter().any(super::paragraph::Item::is_quoted);
    match sort {
        VerbSort::Say => true,
        VerbSort::Tell => next.is_some(),
        VerbSort::Hold => clause || next_word == "to" || (has_quote && next.is_some()),
        VerbSort::Act => next.is_some_and(|next| next.is_word() || next.is_quoted()),
    }
}
