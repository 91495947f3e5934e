//! What the tagger sees of each item of a paragraph.

use std::ops::Range;

use super::attach::Draft;
use super::grammar::{DETERMINERS, PREPOSITIONS, PRONOUNS};
use super::paragraph::{Item, Paragraph};
use super::scare::is_term;
use super::verb::{VerbSort, is_base_form, is_plain_speech, verb_sort};
use crate::model::{FeatureSet, word_value};
use crate::name::{EntityKind, Names, country, is_source_noun};

/// What stands outside a paragraph or sentence.
const NOTHING: u32 = 0xffff;

/// What is known of an item by itself.
#[derive(Clone, Copy, Default)]
struct Facts {
    word: u32,
    shape: u32,
    ending: u32,
    short_ending: u32,
    verb: u32,
    class: u32,
    name: u32,
    /// What the rules make of it: 0 nothing, else its role and whether it begins there.
    rule: u32,
    sentence: usize,
}

/// The features of every item of a paragraph.
pub(super) fn features(
    paragraph: &Paragraph<'_>,
    names: &Names,
    proposed: &[Draft],
) -> Vec<FeatureSet> {
    let view = View::new(paragraph, names, proposed);
    (0..paragraph.items.len()).map(|at| view.item(at)).collect()
}

/// The length of a run of items or words, roughly.
pub(super) fn roughly(length: usize) -> u32 {
    match length {
        0..=3 => u32::try_from(length).unwrap_or(0),
        4..=6 => 4,
        7..=12 => 5,
        13..=25 => 6,
        _ => 7,
    }
}

struct View<'a> {
    paragraph: &'a Paragraph<'a>,
    facts: Vec<Facts>,
    /// The reporting verbs outside quotation marks.
    verbs: Vec<usize>,
}

impl<'a> View<'a> {
    fn new(paragraph: &'a Paragraph<'a>, names: &Names, proposed: &[Draft]) -> View<'a> {
        let mut facts: Vec<Facts> = (0..paragraph.items.len())
            .map(|at| facts(paragraph, at))
            .collect();
        for (number, sentence) in paragraph.sentences.iter().enumerate() {
            facts[sentence.clone()]
                .iter_mut()
                .for_each(|facts| facts.sentence = number);
        }
        mark_names(paragraph, names, &mut facts);
        mark_rules(paragraph, proposed, &mut facts);
        let verbs = (0..facts.len()).filter(|&at| facts[at].verb > 0).collect();
        View {
            paragraph,
            facts,
            verbs,
        }
    }

    fn near(&self, at: usize, by: isize) -> Option<&Facts> {
        self.facts.get(at.checked_add_signed(by)?)
    }

    fn item(&self, at: usize) -> FeatureSet {
        let mut set = FeatureSet::default();
        self.around(at, &mut set);
        self.in_sentence(at, &mut set);
        for (place, by) in (-1..=1).enumerate() {
            let there = at
                .checked_add_signed(by)
                .filter(|&there| there < self.facts.len());
            if let Some(there) = there.filter(|&there| self.paragraph.items[there].is_quoted()) {
                self.quoted(there, u32::try_from(place).unwrap_or(0), &mut set);
            }
        }
        set
    }

    fn around(&self, at: usize, set: &mut FeatureSet) {
        let get = |by: isize, what: fn(&Facts) -> u32| self.near(at, by).map_or(NOTHING, what);
        for (place, by) in (0_u32..).zip(-4..=4) {
            set.add(1, &[place, get(by, |facts| facts.word)]);
            set.add(2, &[place, get(by, |facts| facts.verb)]);
            if by.abs() <= 2 {
                set.add(3, &[place, get(by, |facts| facts.shape)]);
                set.add(4, &[place, get(by, |facts| facts.ending)]);
                set.add(5, &[place, get(by, |facts| facts.class)]);
                set.add(6, &[place, get(by, |facts| facts.name)]);
                set.add(7, &[place, get(by, |facts| facts.rule)]);
            }
        }
        let words = |by| get(by, |facts| facts.word);
        let rules = |by| get(by, |facts| facts.rule);
        let shapes = |by| get(by, |facts| facts.shape);
        let verbs = |by| get(by, |facts| facts.verb);
        set.add(8, &[get(0, |facts| facts.short_ending)]);
        set.add(10, &[words(-1), words(0)]);
        set.add(11, &[words(0), words(1)]);
        set.add(12, &[words(-2), words(-1)]);
        set.add(13, &[words(1), words(2)]);
        set.add(14, &[rules(-1), rules(0), rules(1)]);
        set.add(15, &[rules(0), words(0)]);
        set.add(16, &[rules(0), shapes(0), get(0, |facts| facts.class)]);
        set.add(17, &[shapes(-1), shapes(0), shapes(1)]);
        set.add(18, &[rules(0), verbs(0), verbs(-1), verbs(1)]);
        set.add(19, &[rules(0), words(-1)]);
        set.add(20, &[rules(0), words(1)]);
    }

    /// What stands in the sentence, and how far its ends are.
    fn in_sentence(&self, at: usize, set: &mut FeatureSet) {
        let sentence = self.facts[at].sentence;
        let range: Range<usize> = self
            .paragraph
            .sentences
            .get(sentence)
            .cloned()
            .unwrap_or_default();
        self.verbs_beside(at, &range, set);
        let rule = self.facts[at].rule;
        let quotes = range
            .clone()
            .filter(|&at| self.paragraph.items[at].is_quoted())
            .count();
        let verbs = self
            .verbs
            .iter()
            .filter(|verb| range.contains(verb))
            .take(4)
            .count();
        let plain = range
            .clone()
            .any(|at| is_plain_speech(self.paragraph.word(at)));
        set.add(
            38,
            &[
                roughly(quotes.min(3)),
                roughly(verbs.min(3)),
                u32::from(plain),
            ],
        );
        set.add(39, &[roughly(at - range.start)]);
        set.add(40, &[roughly(range.end - at)]);
        set.add(41, &[self.facts[range.start].word, rule]);
        let place = u32::from(sentence == 0)
            + 2 * u32::from(sentence + 1 == self.paragraph.sentences.len());
        set.add(42, &[place, rule]);
        let ruled = range.clone().any(|at| self.facts[at].rule > 0);
        set.add(43, &[u32::from(ruled), rule]);
    }

    /// The nearest reporting verbs of the sentence, and what stands between.
    fn verbs_beside(&self, at: usize, range: &Range<usize>, set: &mut FeatureSet) {
        let next = self.verbs.partition_point(|&verb| verb < at);
        let left = next
            .checked_sub(1)
            .map(|left| self.verbs[left])
            .filter(|left| range.contains(left));
        let right = self.verbs[next..]
            .iter()
            .copied()
            .find(|&right| right > at)
            .filter(|right| range.contains(right));
        let word = |at: Option<usize>| at.map_or(NOTHING, |at| self.facts[at].word);
        let rule = self.facts[at].rule;
        set.add(30, &[word(left)]);
        set.add(31, &[word(right)]);
        if let Some(left) = left {
            let between = left + 1..at;
            set.add(32, &[roughly(at - left)]);
            set.add(
                33,
                &[
                    word(Some(left)),
                    self.near(left, 1).map_or(NOTHING, |facts| facts.word),
                ],
            );
            set.add(
                34,
                &[self.count(between.clone(), ","), self.facts[left].rule],
            );
            for (number, joint) in (0_u32..).zip(["that", "and", "but", "to", "by"]) {
                if between.clone().any(|at| self.paragraph.word(at) == joint) {
                    set.add(35, &[number, rule]);
                }
            }
        }
        if let Some(right) = right {
            set.add(36, &[roughly(right - at), self.facts[right].rule]);
            set.add(37, &[self.count(at..right, ",")]);
        }
    }

    fn count(&self, range: Range<usize>, mark: &str) -> u32 {
        roughly(
            self.paragraph.items[range]
                .iter()
                .filter(|item| item.text == mark)
                .count()
                .min(3),
        )
    }

    /// What a run in quotation marks looks like, and what it stands between.
    fn quoted(&self, at: usize, place: u32, set: &mut FeatureSet) {
        let item = &self.paragraph.items[at];
        let text = self.paragraph.text;
        let inner = item
            .quoted
            .map(|run| run.inner.of(text))
            .unwrap_or_default();
        let length = roughly(inner.split_whitespace().take(30).count());
        let begins = u32::from(inner.starts_with(char::is_uppercase));
        let ending = match item.ending(text) {
            ',' => 1,
            '.' => 2,
            '?' | '!' => 3,
            _ => 0,
        };
        let kind = |by: isize| {
            let Some(facts) = self.near(at, by) else {
                return NOTHING;
            };
            if facts.verb > 0 {
                facts.verb
            } else {
                100 + facts.shape
            }
        };
        set.add(50, &[place, length]);
        set.add(51, &[place, begins, ending]);
        set.add(52, &[place, begins, ending, length, kind(-1)]);
        set.add(53, &[place, begins, ending, kind(1)]);
        set.add(54, &[place, u32::from(is_term(self.paragraph, at)), length]);
        set.add(55, &[place, kind(-1), kind(1), self.facts[at].rule]);
    }
}

fn facts(paragraph: &Paragraph<'_>, at: usize) -> Facts {
    let item = &paragraph.items[at];
    let folded = item.folded.as_str();
    Facts {
        word: if item.is_quoted() {
            1
        } else {
            word_value(folded)
        },
        shape: shape(item),
        ending: word_value(last_letters(folded, 3)),
        short_ending: word_value(last_letters(folded, 2)),
        verb: verb_class(folded),
        class: class(item),
        ..Facts::default()
    }
}

fn verb_class(folded: &str) -> u32 {
    let sort = match verb_sort(folded) {
        None => return 0,
        Some(VerbSort::Say) => 1,
        Some(VerbSort::Tell) => 2,
        Some(VerbSort::Hold) => 3,
        Some(VerbSort::Clause) => 4,
        Some(VerbSort::Act) => 5,
    };
    let form = if is_plain_speech(folded) {
        10
    } else if is_base_form(folded) {
        20
    } else if folded.ends_with("ing") {
        30
    } else {
        0
    };
    sort + form
}

fn shape(item: &Item<'_>) -> u32 {
    let mut letters = item.text.chars();
    if item.is_quoted() {
        return 9;
    }
    match letters.next() {
        Some(first) if first.is_numeric() => 1,
        Some(first) if first.is_uppercase() => {
            match (item.text.chars().nth(1), letters.any(char::is_lowercase)) {
                (None, _) => 2,
                (_, true) => 3,
                _ => 4,
            }
        }
        Some(first) if first.is_alphabetic() => 5,
        _ => 6,
    }
}

fn class(item: &Item<'_>) -> u32 {
    let word = item.folded.as_str();
    if PRONOUNS.has(word) || matches!(word, "who" | "which") {
        1
    } else if DETERMINERS.has(word) {
        2
    } else if PREPOSITIONS.has(word) {
        3
    } else if is_source_noun(word) {
        4
    } else if word.ends_with("'s") {
        5
    } else if item.is_capitalised() && country(item.text).is_some() {
        6
    } else {
        0
    }
}

fn last_letters(word: &str, count: usize) -> &str {
    let at = word
        .char_indices()
        .rev()
        .nth(count - 1)
        .map_or(0, |(at, _)| at);
    &word[at..]
}

/// Marks the items that name somebody, and where such a name begins.
fn mark_names(paragraph: &Paragraph<'_>, names: &Names, facts: &mut [Facts]) {
    let Some((first, last)) = paragraph.items.first().zip(paragraph.items.last()) else {
        return;
    };
    let from = names
        .mentions
        .partition_point(|mention| mention.span.end <= first.span.start);
    let mut at = 0;
    for mention in names.mentions[from..]
        .iter()
        .take_while(|mention| mention.span.start < last.span.end)
    {
        let kind = match names.entities.get(mention.entity).map(|entity| entity.kind) {
            Some(EntityKind::Person) => 1,
            Some(EntityKind::Body) => 3,
            Some(EntityKind::Place) => 5,
            _ => 7,
        };
        while at < facts.len() && paragraph.items[at].span.end <= mention.name.start {
            at += 1;
        }
        let mut begins = 0;
        while at < facts.len() && paragraph.items[at].span.start < mention.name.end {
            if !paragraph.items[at].is_quoted() {
                facts[at].name = kind + begins;
                begins = 1;
            }
            at += 1;
        }
    }
}

/// Marks what the rules propose: content, cue and source, and where each begins.
fn mark_rules(paragraph: &Paragraph<'_>, proposed: &[Draft], facts: &mut [Facts]) {
    for draft in proposed {
        for part in &draft.parts {
            for at in part.clone() {
                facts[at].rule = if at == part.start { 1 } else { 2 };
            }
        }
        for (role, span) in [(3, draft.cue), (5, draft.mention)] {
            let Some(span) = span else { continue };
            let first = paragraph
                .items
                .partition_point(|item| item.span.start < span.start);
            let within =
                (first..facts.len()).take_while(|&at| paragraph.items[at].span.start < span.end);
            for at in within {
                facts[at].rule = if at == first { role } else { role + 1 };
            }
        }
    }
}
