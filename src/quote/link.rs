//! What tells that two runs of words belong to one attribution.

use super::feature::roughly;
use super::grammar::PRONOUNS;
use super::paragraph::Paragraph;
use super::role::{Role, RoleSpan};
use super::verb::{is_plain_speech, verb_sort};
use crate::model::{FeatureSet, word_value};

/// More features than two spans have.
const ROOM: usize = 24;

/// A paragraph's role spans, in order.
pub(super) struct Spans<'a> {
    pub(super) paragraph: &'a Paragraph<'a>,
    pub(super) all: &'a [RoleSpan],
    /// The sentence of each item.
    pub(super) sentences: Vec<usize>,
}

impl<'a> Spans<'a> {
    pub(super) fn new(paragraph: &'a Paragraph<'a>, spans: &'a [RoleSpan]) -> Spans<'a> {
        let mut sentences = vec![0; paragraph.items.len()];
        for (number, sentence) in paragraph.sentences.iter().enumerate() {
            sentences[sentence.clone()].fill(number);
        }
        Spans {
            paragraph,
            all: spans,
            sentences,
        }
    }

    /// The spans of a role, by number.
    pub(super) fn of(&self, role: Role) -> impl Iterator<Item = usize> + '_ {
        (0..self.all.len()).filter(move |&number| self.all[number].role == role)
    }

    /// The spans of a role that are close enough to `number` to belong to its attribution.
    ///
    /// A paragraph may have any length, and pairing all with all would take the square of it.
    pub(super) fn near(&self, number: usize, role: Role) -> impl Iterator<Item = usize> + '_ {
        const FAR: usize = 24;
        let reach = number.saturating_sub(FAR)..self.all.len().min(number + FAR);
        reach.filter(move |&number| self.all[number].role == role)
    }

    /// Whether all of a span stands in quotation marks.
    pub(super) fn is_quoted(&self, number: usize) -> bool {
        let items = &self.paragraph.items[self.all[number].items.clone()];
        items.iter().all(|item| item.is_quoted() || !item.is_word())
    }

    /// Whether some of a span stands in quotation marks.
    pub(super) fn has_quote(&self, number: usize) -> bool {
        self.paragraph.items[self.all[number].items.clone()]
            .iter()
            .any(super::paragraph::Item::is_quoted)
    }

    /// That the content or cue `from` goes with the cue or source `to`.
    pub(super) fn join(&self, from: usize, to: usize) -> FeatureSet {
        let (a, b) = (&self.all[from], &self.all[to]);
        let pair = 10 * (a.role as u32) + b.role as u32;
        let before = b.items.end <= a.items.start;
        let gap = if before {
            b.items.end..a.items.start
        } else {
            a.items.end..b.items.start.max(a.items.end)
        };
        let same = self.sentences[a.items.end - 1] == self.sentences[b.items.start]
            || self.sentences[a.items.start] == self.sentences[b.items.start];
        let key = [pair, u32::from(before)];
        let mut set = FeatureSet::with_room(ROOM);
        let mut add = |template: u32, values: &[u32]| {
            set.add(template, key.iter().chain(values));
        };
        let between = |role: Role| {
            let within = |span: &&RoleSpan| {
                span.role == role && gap.start <= span.items.start && span.items.end <= gap.end
            };
            let others = &self.all[from.min(to)..=from.max(to)];
            u32::try_from(others.iter().filter(within).take(2).count()).unwrap_or(2)
        };
        let counts = [
            between(Role::Content),
            between(Role::Cue),
            between(Role::Source),
        ];
        let length = roughly(gap.len());
        add(100, &[]);
        add(101, &[length]);
        add(102, &[u32::from(same)]);
        add(103, &[u32::from(same), length]);
        (0..3).for_each(|role| add(104, &[role, counts[role as usize]]));
        add(105, &counts);
        add(106, &[u32::from(same), counts[0], counts[1], counts[2]]);
        let commas = self.paragraph.items[gap.clone()]
            .iter()
            .filter(|item| item.is_mark(","))
            .take(2)
            .count();
        add(107, &[roughly(commas)]);
        if gap.len() <= 2 {
            let words: Vec<u32> = self.paragraph.items[gap]
                .iter()
                .map(|item| word_value(&item.folded))
                .collect();
            add(108, &words);
        }
        if a.role == Role::Content {
            self.content_to_cue(from, to, same, length, &mut add);
        } else {
            self.cue_to_source(from, to, length, &mut add);
        }
        set
    }

    fn content_to_cue(
        &self,
        from: usize,
        to: usize,
        same: bool,
        length: u32,
        add: &mut impl FnMut(u32, &[u32]),
    ) {
        let (a, b) = (&self.all[from], &self.all[to]);
        let ending = self.ending(from);
        let quoted = u32::from(self.is_quoted(from)) + u32::from(self.has_quote(from));
        let first = a.items.start == 0
            || self.sentences[a.items.start - 1] != self.sentences[a.items.start];
        let plain = b
            .items
            .clone()
            .any(|at| is_plain_speech(self.paragraph.word(at)));
        add(110, &[ending, quoted]);
        add(111, &[ending, quoted, u32::from(same)]);
        add(112, &[quoted, u32::from(first), length]);
        add(113, &[u32::from(plain), u32::from(same), quoted]);
        add(
            114,
            &[word_value(self.paragraph.word(b.items.end - 1)), quoted],
        );
    }

    fn cue_to_source(
        &self,
        from: usize,
        to: usize,
        length: u32,
        add: &mut impl FnMut(u32, &[u32]),
    ) {
        let (a, b) = (&self.all[from], &self.all[to]);
        let pronoun = b.items.len() == 1 && PRONOUNS.has(self.paragraph.word(b.items.start));
        let first = self.paragraph.word(a.items.start);
        add(120, &[u32::from(pronoun)]);
        add(121, &[word_value(self.paragraph.word(a.items.end - 1))]);
        add(
            122,
            &[
                u32::from(first == "according"),
                u32::from(first.ends_with("ing")),
                length,
            ],
        );
        add(
            123,
            &[u32::from(
                a.items.start == 0 || !self.paragraph.items[a.items.start - 1].is_word(),
            )],
        );
    }

    /// What ends a span: a comma, a question, a full stop, or a word.
    fn ending(&self, number: usize) -> u32 {
        let items = &self.all[number].items;
        let last = &self.paragraph.items[items.end - 1];
        let inner = last.ending(self.paragraph.text);
        let next = self.paragraph.item(items.end);
        let ends =
            |marks: &str| marks.contains(inner) || next.is_some_and(|next| next.is_mark(marks));
        if ends(",") {
            1
        } else if ends("?!") {
            2
        } else if ends(".") {
            3
        } else {
            0
        }
    }

    /// That the contents `first` and `second`, which follow each other, are parts of one quote.
    pub(super) fn continuation(&self, first: usize, second: usize) -> FeatureSet {
        let (a, b) = (&self.all[first], &self.all[second]);
        let gap = a.items.end..b.items.start.max(a.items.end);
        let marks = u32::from(self.is_quoted(first)) + 2 * u32::from(self.is_quoted(second));
        let mut roles = 0;
        for span in self.all[first..=second]
            .iter()
            .filter(|span| gap.start <= span.items.start && span.items.end <= gap.end)
            .take(6)
        {
            roles = roles * 4 + 1 + span.role as u32;
        }
        let new_sentence =
            u32::from(self.sentences[a.items.end - 1] != self.sentences[b.items.start]);
        let begins = u32::from(
            self.paragraph.items[b.items.start]
                .text
                .trim_start_matches(['“', '"'])
                .starts_with(char::is_uppercase),
        );
        let after = self.paragraph.items.iter().skip(b.items.end).take(3);
        let cue_after = u32::from(
            after
                .into_iter()
                .any(|item| verb_sort(&item.folded).is_some()),
        );
        let last = gap
            .end
            .checked_sub(1)
            .filter(|last| gap.contains(last))
            .map_or(0, |last| word_value(&self.paragraph.items[last].folded));
        let joined = u32::from(gap.clone().any(|at| self.paragraph.word(at) == "and"));
        let (ending, next_ending) = (self.ending(first), self.ending(second));
        let sentence = self.paragraph.sentences.get(self.sentences[b.items.start]);
        let alone = sentence.is_some_and(|range| {
            range
                .clone()
                .all(|at| b.items.contains(&at) || !self.paragraph.items[at].is_word())
        });
        let alone = u32::from(alone);
        let mut set = FeatureSet::with_room(ROOM);
        set.add(130, &[marks]);
        set.add(131, &[marks, roles]);
        set.add(132, &[marks, roles, ending]);
        set.add(133, &[marks, roles, new_sentence, cue_after]);
        set.add(134, &[marks, roughly(gap.len())]);
        set.add(135, &[marks, roles, last]);
        set.add(136, &[marks, roles, begins, new_sentence]);
        set.add(137, &[marks, joined]);
        set.add(
            138,
            &[marks, roles, ending, new_sentence, cue_after, next_ending],
        );
        set.add(139, &[marks, cue_after, next_ending]);
        set.add(140, &[marks, alone, new_sentence]);
        set.add(141, &[marks, alone, roles]);
        set
    }
}
