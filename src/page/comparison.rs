use super::passage::SideText;
use super::{Line, MEASURE, Page, Role, Roles, Slot};
use crate::comparison::{Comparison, Pointer, Row};
use crate::difference::LIMIT;
use crate::reading::Reading;
use crate::text::{Pair, Side};

/// How many of a row's other links are told on each side.
const POINTERS: usize = 2;

/// Where the two sides stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    /// Beside each other, each this wide.
    Beside(usize),
    /// The left above the right, row by row, this wide.
    Stacked(usize),
}

/// How a comparison is to be typeset.
#[derive(Clone, Debug)]
pub struct Setting<'a> {
    /// Where the sides stand.
    pub columns: Columns,
    /// The numbers of the rows, from top to bottom.
    pub order: &'a [usize],
    /// For each row by its number, whether it is folded to one line.
    pub folded: &'a [bool],
    /// The side whose order the rows follow: on the other one stands which rows have been moved.
    pub followed: Option<Side>,
}

/// Two articles side by side. Both sides of a row start on the same line, and a blank line parts two rows. Titles stand
/// at the top, subheads before the passage that they introduce, what is left over at the end.
pub fn typeset_comparison(comparison: &Comparison, setting: &Setting<'_>) -> Page {
    let width = match setting.columns {
        Columns::Beside(width) | Columns::Stacked(width) => width.clamp(1, MEASURE),
    };
    let texts = comparison
        .readings
        .as_ref()
        .map(|reading| SideText::new(reading, width));
    let typesetter = Typesetter {
        comparison,
        numbers: numbers(comparison, setting.order),
        stacked: matches!(setting.columns, Columns::Stacked(_)),
        texts,
        moved: setting.followed.map(|side| (side, comparison.moved())),
    };
    let mut slots = Vec::new();
    let fronts = typesetter
        .texts
        .as_ref()
        .map(super::passage::SideText::front);
    typesetter.add_apart(&mut slots, fronts);
    let mut after_fold = false;
    for (&number, row) in setting
        .order
        .iter()
        .filter_map(|number| Some((number, comparison.rows.get(*number)?)))
    {
        let folded = setting.folded.get(number).copied().unwrap_or_default();
        let folds_follow = folded && after_fold;
        if !slots.is_empty() && !folds_follow {
            slots.push(Slot::default());
        }
        after_fold = folded;
        typesetter.add_row(&mut slots, number, row, folded);
    }
    let tails = typesetter
        .texts
        .as_ref()
        .map(super::passage::SideText::tail);
    typesetter.add_apart(&mut slots, tails);
    Page::new(slots)
}

/// For each row by its number, its place among the linked rows when they are read in `order`, from 1.
pub fn numbers(comparison: &Comparison, order: &[usize]) -> Vec<Option<usize>> {
    let mut numbers = vec![None; comparison.rows.len()];
    let linked = order.iter().filter(|&&row| {
        comparison
            .rows
            .get(row)
            .is_some_and(|row| row.only().is_none())
    });
    for (number, &row) in linked.enumerate() {
        if let Some(place) = numbers.get_mut(row) {
            *place = Some(number + 1);
        }
    }
    numbers
}

struct Typesetter<'a> {
    comparison: &'a Comparison,
    numbers: Vec<Option<usize>>,
    stacked: bool,
    texts: Pair<SideText<'a>>,
    /// The side that is followed, and which rows the other one has in another place.
    moved: Option<(Side, Vec<Option<Pair<usize>>>)>,
}

impl Typesetter<'_> {
    /// Adds lines that belong to no row.
    fn add_apart(&self, slots: &mut Vec<Slot>, sides: Pair<Vec<Line>>) {
        let nothing = sides.left.is_empty() && sides.right.is_empty();
        if !slots.is_empty() && !nothing {
            slots.push(Slot::default());
        }
        self.join(slots, None, sides, false);
    }

    fn add_row(&self, slots: &mut Vec<Slot>, number: usize, row: &Row, folded: bool) {
        if let (true, Some(side)) = (folded, row.only()) {
            let text = self.texts.get(side);
            let line = fold(text.reading, row, side);
            let mut slot = Slot::on(side, line);
            slot.row = Some(number);
            slot.begins = true;
            slots.push(slot);
            return;
        }
        let passages = self
            .texts
            .as_ref()
            .zip(row.sentences.as_ref())
            .map(|(text, sentences)| text.passage(sentences.clone()));
        let mut heads: Pair<Vec<Line>> = Pair::default();
        let mut bodies: Pair<Vec<Line>> = Pair::default();
        for (side, (head, body)) in passages.sides() {
            *heads.get_mut(side) = head;
            *bodies.get_mut(side) = body;
            bodies.get_mut(side).extend(self.pointers(row, side));
            bodies.get_mut(side).extend(self.elsewhere(number, side));
            bodies.get_mut(side).extend(limit(row));
        }
        if self.stacked {
            for side in Side::BOTH {
                let mut alone = Pair::default();
                *alone.get_mut(side) = std::mem::take(heads.get_mut(side));
                self.join(slots, Some(number), alone, false);
                let mut alone = Pair::default();
                *alone.get_mut(side) = std::mem::take(bodies.get_mut(side));
                self.join(slots, Some(number), alone, true);
            }
        } else {
            align_ends(&mut heads);
            self.join(slots, Some(number), heads, false);
            self.join(slots, Some(number), bodies, true);
        }
    }

    /// Adds `sides` beside each other, or in turn where they are stacked.
    fn join(
        &self,
        slots: &mut Vec<Slot>,
        row: Option<usize>,
        sides: Pair<Vec<Line>>,
        begins: bool,
    ) {
        let first = slots.len();
        let mut sides = sides.map(Vec::into_iter);
        loop {
            let left = sides.left.next();
            let right = if self.stacked && left.is_some() {
                None
            } else {
                sides.right.next()
            };
            if left.is_none() && right.is_none() {
                return;
            }
            slots.push(Slot {
                row,
                begins: begins && slots.len() == first,
                sides: Pair::new(left, right),
            });
        }
    }

    /// Where else the row's sentences are linked to, the strongest first, on one line.
    fn pointers(&self, row: &Row, side: Side) -> Option<Line> {
        let mut pointers: Vec<_> = row.pointers.iter().filter(|to| to.from == side).collect();
        pointers.sort_by(|a, b| b.score.total_cmp(&a.score));
        let mut targets: Vec<String> = Vec::new();
        for pointer in &pointers {
            let target = self.target(pointer.row);
            if !targets.contains(&target) {
                targets.push(target);
            }
            if targets.len() == POINTERS {
                break;
            }
        }
        let words = self.about(pointers.first()?)?;
        let words = format!("↷ {}: {words}", targets.join(", "));
        let words = words.trim_end_matches([' ', ':']);
        Some(Line::note(words, Role::Dim))
    }

    /// Where a row that has been moved stands in the article on `side`, which is not followed.
    fn elsewhere(&self, number: usize, side: Side) -> Option<Line> {
        let (followed, moved) = self.moved.as_ref()?;
        let places = moved.get(number)?.filter(|_| side != *followed)?;
        let words = format!("↕ passage {} in {}", places.get(side), side.letter());
        Some(Line::note(words, Role::Dim))
    }

    /// What a row is called.
    fn target(&self, row: usize) -> String {
        let only = self.comparison.rows.get(row).and_then(Row::only);
        match (self.numbers.get(row).copied().flatten(), only) {
            (Some(number), _) => format!("passage {number}"),
            (None, Some(side)) => format!("only in {}", side.letter()),
            (None, None) => "another passage".to_owned(),
        }
    }

    /// A few words that say what a pointer leads to: the sentence itself where its row has no topic.
    fn about(&self, pointer: &Pointer) -> Option<&str> {
        let row = self.comparison.rows.get(pointer.row)?;
        Some(match row.only() {
            Some(side) => first_words(self.texts.get(side).reading, pointer.other),
            None => &row.topic,
        })
    }
}

/// Says so when a row's words were too many to compare.
fn limit(row: &Row) -> Option<Line> {
    let limited = row
        .difference
        .as_ref()
        .is_some_and(|difference| difference.limited);
    let words = format!("… more than {LIMIT} words: not compared");
    limited.then(|| Line::note(words, Role::Dim))
}

/// Puts blank lines above the shorter of the two.
fn align_ends(heads: &mut Pair<Vec<Line>>) {
    let longest = heads.left.len().max(heads.right.len());
    for side in Side::BOTH {
        let head = heads.get_mut(side);
        let blanks = longest - head.len();
        head.splice(0..0, std::iter::repeat_n(Line::blank(), blanks));
    }
}

/// One line that stands for a row that only `side` has.
fn fold(reading: &Reading, row: &Row, side: Side) -> Line {
    let count = row.sentences.get(side).len();
    let plural = if count == 1 { "" } else { "s" };
    let words = first_words(reading, row.sentences.get(side).start);
    let line = format!(
        "⋯ {count} sentence{plural} only in {}: {words}",
        side.letter()
    );
    Line::note(line, Roles::from(Role::Dim).with(Role::of(side)))
}

/// More of a sentence's beginning than any line shows.
const FIRST_WORDS: usize = 4 * MEASURE;

fn first_words(reading: &Reading, sentence: usize) -> &str {
    let sentence = reading.sentences.get(sentence);
    let words = sentence.map_or("", |sentence| sentence.span.of(&reading.article.text));
    words
        .get(..words.floor_char_boundary(FIRST_WORDS))
        .unwrap_or(words)
}
