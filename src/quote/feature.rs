//! What the tagger sees of each item of a paragraph.

mod facts;

use std::ops::Range;

use super::attach::Draft;
use super::paragraph::Paragraph;
use super::verb::is_plain_speech;
use crate::model::FeatureSet;
use crate::name::Names;
use facts::{Facts, facts, mark_names, mark_rules};

/// What stands outside a paragraph or sentence.
const NOTHING: u32 = 0xffff;

static OUTSIDE: Facts = Facts {
    word: NOTHING,
    shape: NOTHING,
    ending: NOTHING,
    short_ending: NOTHING,
    verb: NOTHING,
    class: NOTHING,
    name: NOTHING,
    rule: NOTHING,
    sentence: 0,
};

/// Words that lead from a reporting verb to what it reports.
const JOINTS: [&str; 5] = ["that", "and", "but", "to", "by"];

/// More features than an item has.
const ROOM: usize = 128;

/// The features of every item of a paragraph.
pub(super) fn features(
    paragraph: &Paragraph<'_>,
    names: &Names,
    proposed: &[Draft],
) -> impl Iterator<Item = FeatureSet> {
    let view = View::new(paragraph, names, proposed);
    (0..paragraph.items.len()).map(move |at| view.item(at))
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
    commas: Vec<usize>,
    /// The words of `JOINTS`, by number.
    joints: Vec<(usize, usize)>,
    sentences: Vec<Whole>,
}

/// What a sentence holds as a whole.
#[derive(Clone, Copy, Default)]
struct Whole {
    /// Runs in quotation marks, roughly.
    quotes: u32,
    /// Reporting verbs, roughly.
    verbs: u32,
    /// One of them is of plain speech.
    plain: bool,
    /// The rules propose something.
    ruled: bool,
}

impl Whole {
    fn new(paragraph: &Paragraph<'_>, range: &Range<usize>, facts: &[Facts]) -> Whole {
        let items = || range.clone();
        Whole {
            quotes: roughly(
                items()
                    .filter(|&at| paragraph.items[at].is_quoted())
                    .count()
                    .min(3),
            ),
            verbs: roughly(items().filter(|&at| facts[at].verb > 0).count().min(3)),
            plain: items().any(|at| is_plain_speech(paragraph.word(at))),
            ruled: items().any(|at| facts[at].rule > 0),
        }
    }
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
        let items = || paragraph.items.iter().enumerate();
        let commas = items().filter(|(_, item)| item.text == ",");
        let joint = |word: &str| JOINTS.iter().position(|joint| *joint == word);
        let joints = items().filter_map(|(at, item)| Some((at, joint(&item.folded)?)));
        let sentences = paragraph
            .sentences
            .iter()
            .map(|range| Whole::new(paragraph, range, &facts))
            .collect();
        View {
            paragraph,
            verbs,
            commas: commas.map(|(at, _)| at).collect(),
            joints: joints.collect(),
            facts,
            sentences,
        }
    }

    fn near(&self, at: usize, by: isize) -> &Facts {
        let there = at.checked_add_signed(by);
        there
            .and_then(|there| self.facts.get(there))
            .unwrap_or(&OUTSIDE)
    }

    fn item(&self, at: usize) -> FeatureSet {
        let mut set = FeatureSet::with_room(ROOM);
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
        for (place, by) in (0_u32..).zip(-4..=4) {
            let there = self.near(at, by);
            set.add(1, &[place, there.word]);
            set.add(2, &[place, there.verb]);
            if by.abs() <= 2 {
                set.add(3, &[place, there.shape]);
                set.add(4, &[place, there.ending]);
                set.add(5, &[place, there.class]);
                set.add(6, &[place, there.name]);
                set.add(7, &[place, there.rule]);
            }
        }
        let words = |by| self.near(at, by).word;
        let rules = |by| self.near(at, by).rule;
        let shapes = |by| self.near(at, by).shape;
        let verbs = |by| self.near(at, by).verb;
        set.add(8, &[self.facts[at].short_ending]);
        set.add(10, &[words(-1), words(0)]);
        set.add(11, &[words(0), words(1)]);
        set.add(12, &[words(-2), words(-1)]);
        set.add(13, &[words(1), words(2)]);
        set.add(14, &[rules(-1), rules(0), rules(1)]);
        set.add(15, &[rules(0), words(0)]);
        set.add(16, &[rules(0), shapes(0), self.facts[at].class]);
        set.add(17, &[shapes(-1), shapes(0), shapes(1)]);
        set.add(18, &[rules(0), verbs(0), verbs(-1), verbs(1)]);
        set.add(19, &[rules(0), words(-1)]);
        set.add(20, &[rules(0), words(1)]);
    }

    /// What stands in the sentence, and how far its ends are.
    fn in_sentence(&self, at: usize, set: &mut FeatureSet) {
        let sentence = self.facts[at].sentence;
        let range = self
            .paragraph
            .sentences
            .get(sentence)
            .cloned()
            .unwrap_or_default();
        self.verbs_beside(at, &range, set);
        let rule = self.facts[at].rule;
        let whole = self.sentences.get(sentence).copied().unwrap_or_default();
        set.add(38, &[whole.quotes, whole.verbs, u32::from(whole.plain)]);
        set.add(39, &[roughly(at - range.start)]);
        set.add(40, &[roughly(range.end - at)]);
        set.add(41, &[self.facts[range.start].word, rule]);
        let place = u32::from(sentence == 0)
            + 2 * u32::from(sentence + 1 == self.paragraph.sentences.len());
        set.add(42, &[place, rule]);
        set.add(43, &[u32::from(whole.ruled), rule]);
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
            set.add(33, &[word(Some(left)), self.near(left, 1).word]);
            set.add(34, &[self.commas(&between), self.facts[left].rule]);
            let joints = &self.joints[self.joints.partition_point(|&(at, _)| at <= left)..];
            let joints = joints.iter().take_while(|&&(joint, _)| joint < at);
            for (number, joint) in (0_u32..).zip(0..JOINTS.len()) {
                if joints.clone().any(|&(_, found)| found == joint) {
                    set.add(35, &[number, rule]);
                }
            }
        }
        if let Some(right) = right {
            set.add(36, &[roughly(right - at), self.facts[right].rule]);
            set.add(37, &[self.commas(&(at..right))]);
        }
    }

    fn commas(&self, range: &Range<usize>) -> u32 {
        let before = |end: usize| self.commas.partition_point(|&comma| comma < end);
        roughly((before(range.end) - before(range.start)).min(3))
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
            let facts = self.near(at, by);
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
        set.add(54, &[place, u32::from(self.paragraph.is_term(at)), length]);
        set.add(55, &[place, kind(-1), kind(1), self.facts[at].rule]);
    }
}
