//! Why two sentences stand side by side.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt, HashSet};

use super::kindred::Kindred;
use super::voice::Voices;
use super::weight::rarity;
use super::{Alignment, Couple, Wording};
use crate::text::{Pair, Side, Span, Term, TermKind};

/// What speaks for a link. Words are given as each article has them, the most telling first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    /// How much their wording is alike.
    pub alike: Alike,
    /// The names that both have.
    pub names: Vec<Pair<Span>>,
    /// The numbers that both have.
    pub numbers: Vec<Pair<Span>>,
    /// Other words that both have; those that stand together in both are one.
    pub words: Vec<Pair<Span>>,
    /// What they say in other words: *surrender*, *hand over*.
    pub other_words: Vec<Pair<Span>>,
    /// Whose words are reported in both, by their number in `Cast::speakers`.
    pub speakers: Vec<usize>,
    /// The linked sentences next to both, before or after.
    pub neighbours: Vec<Pair<usize>>,
}

/// How much the wording of two sentences is alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// Each tells it in its own words.
    #[default]
    Little,
    /// Most words of either stand in the other.
    Much,
    /// Word for word.
    Wholly,
}

/// The part of the words of both that must stand in both for their wording to be much alike.
const MUCH: f32 = 0.7;

/// Why two sentences are linked, or would be.
pub fn reasons(couple: &Couple<'_>, alignment: &Alignment, sentences: Pair<usize>) -> Reasons {
    let wording = &couple.wording;
    let Pair { left, right } = Pair::new(Side::Left, Side::Right)
        .zip(sentences)
        .map(|(side, sentence)| wording.terms(side, sentence));
    let mut reasons = Reasons {
        alike: alike(wording, sentences),
        speakers: Voices::new(couple).in_both(sentences).collect(),
        neighbours: neighbours(alignment, sentences),
        ..Reasons::default()
    };
    let weight = Weight::new(wording);
    for shared in weight.sorted(shared(wording, left, right), left) {
        let list = match sort(wording, left.get(shared.left.start)) {
            Sort::Name => &mut reasons.names,
            Sort::Number => &mut reasons.numbers,
            Sort::Word => &mut reasons.words,
        };
        list.push(Pair::new(
            span(left, shared.left),
            span(right, shared.right),
        ));
    }
    let kindred = Kindred::new(wording).phrases(sentences);
    let kindred = weight.sorted(kindred, left).into_iter();
    reasons.other_words = kindred
        .map(|words| Pair::new(span(left, words.left), span(right, words.right)))
        .collect();
    reasons
}

#[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
fn alike(wording: &Wording, sentences: Pair<usize>) -> Alike {
    if wording.is_same(sentences) {
        return Alike::Wholly;
    }
    let keys = |side: Side| -> HashSet<&str> {
        let terms = wording.terms(side, *sentences.get(side)).iter();
        terms.map(|term| term.key.as_str()).collect()
    };
    let (left, right) = (keys(Side::Left), keys(Side::Right));
    let both = left.intersection(&right).count();
    if 2.0 * both as f32 >= MUCH * (left.len() + right.len()) as f32 {
        Alike::Much
    } else {
        Alike::Little
    }
}

fn neighbours(alignment: &Alignment, sentences: Pair<usize>) -> Vec<Pair<usize>> {
    let around = |at: usize| [at.checked_sub(1), at.checked_add(1)].into_iter().flatten();
    around(sentences.left)
        .flat_map(|left| around(sentences.right).map(move |right| Pair::new(left, right)))
        .filter(|&near| alignment.score(near) >= alignment.threshold)
        .collect()
}

/// What a term is shown as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Name,
    Number,
    Word,
}

fn sort(wording: &Wording, term: Option<&Term>) -> Sort {
    match term {
        Some(term) if term.kind == TermKind::Number => Sort::Number,
        Some(term) if wording.is_name(&term.key) => Sort::Name,
        _ => Sort::Word,
    }
}

/// The runs of words that say something and stand in both sentences, by their place among the terms of each. A run is of
/// one sort, and no word is in two.
fn shared(wording: &Wording, left: &[Term], right: &[Term]) -> Vec<Pair<Range<usize>>> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (at, term) in right.iter().enumerate().rev() {
        if term.is_content() {
            places.insert(&term.key, at);
        }
    }
    let mut runs: Vec<Pair<Range<usize>>> = Vec::new();
    for (at, term) in left.iter().enumerate() {
        let Some(across) = places.remove(term.key.as_str()) else {
            continue;
        };
        let here = sort(wording, Some(term));
        match runs.last_mut() {
            Some(run)
                if run.left.end == at
                    && run.right.end == across
                    && here != Sort::Number
                    && sort(wording, left.get(run.left.start)) == here =>
            {
                *run = Pair::new(run.left.start..at + 1, run.right.start..across + 1);
            }
            _ => runs.push(Pair::new(at..at + 1, across..across + 1)),
        }
    }
    runs
}

fn span(terms: &[Term], words: Range<usize>) -> Span {
    let words = terms.get(words).unwrap_or_default();
    Span::covering(words.iter().map(|term| term.span)).unwrap_or_default()
}

/// How much words tell: those of few sentences most.
struct Weight<'a> {
    holding: HashMap<&'a str, usize>,
    sentences: usize,
}

impl<'a> Weight<'a> {
    fn new(wording: &'a Wording) -> Weight<'a> {
        let mut holding = HashMap::new();
        let mut sentences = 0;
        for terms in wording.sentences().into_iter().flatten() {
            let keys: HashSet<&str> = terms.iter().map(|term| term.key.as_str()).collect();
            for key in keys {
                *holding.entry(key).or_insert(0) += 1;
            }
            sentences += 1;
        }
        Weight { holding, sentences }
    }

    /// The runs, those first whose words in the `left` sentence tell most; words of any news text last.
    fn sorted(&self, mut runs: Vec<Pair<Range<usize>>>, left: &[Term]) -> Vec<Pair<Range<usize>>> {
        let worth = |run: &Pair<Range<usize>>| -> f32 {
            let words = left.get(run.left.clone()).unwrap_or_default().iter();
            let telling = words.filter(|term| term.is_content() && !term.is_general());
            telling
                .map(|term| {
                    let holding = self.holding.get(term.key.as_str());
                    rarity(self.sentences, holding.copied().unwrap_or(1))
                })
                .sum()
        };
        runs.sort_by(|a, b| worth(b).total_cmp(&worth(a)));
        runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alignment::align;
    use crate::article::{Article, Label};
    use crate::reading::Reading;
    use crate::speaker::cast;
    use crate::text::mark;

    const LEFT: &str = "Bread is dear. “We will not surrender the harbour to 12 dockers,” Mayor Anna Berg said on Monday.";
    const RIGHT: &str =
        "Anna Berg said she cannot hand over the harbour to 12 angry dockers. Milk is not.";

    #[test]
    fn shared_names_numbers_and_words_are_told_apart() {
        check(
            |reasons| reasons.names,
            "“We will not surrender the harbour to 12 dockers,” Mayor [Anna Berg] said on Monday.",
            "[Anna Berg] said she cannot hand over the harbour to 12 angry dockers.",
        );
        check(
            |reasons| reasons.numbers,
            "“We will not surrender the harbour to [12] dockers,” Mayor Anna Berg said on Monday.",
            "Anna Berg said she cannot hand over the harbour to [12] angry dockers.",
        );
        check(
            |reasons| reasons.words,
            "“We will not surrender the [harbour] to 12 [dockers],” Mayor Anna Berg [said] on Monday.",
            "Anna Berg [said] she cannot hand over the [harbour] to 12 angry [dockers].",
        );
    }

    #[test]
    fn what_is_said_in_other_words_is_a_reason() {
        check(
            |reasons| reasons.other_words,
            "“We will not [surrender] the harbour to 12 dockers,” Mayor Anna Berg said on Monday.",
            "Anna Berg said she cannot [hand over] the harbour to 12 angry dockers.",
        );
    }

    #[test]
    fn one_speaker_in_both_is_a_reason() {
        let readings = read();
        let cast = cast(&[&readings.left, &readings.right]);
        let couple = Couple::new(readings.as_ref(), Pair::new(0, 1), &cast);
        let reasons = reasons(&couple, &align(&couple), Pair::new(1, 0));
        assert_eq!(cast.listed(reasons.speakers).as_deref(), Some("Anna Berg"));
        assert_eq!(reasons.alike, Alike::Little);
    }

    fn read() -> Pair<Reading> {
        Pair::new(LEFT, RIGHT)
            .map(|text| Reading::new(Article::plain(text.to_owned(), Label::default())))
    }

    #[track_caller]
    fn check(list: impl Fn(Reasons) -> Vec<Pair<Span>>, left: &str, right: &str) {
        let readings = read();
        let cast = cast(&[&readings.left, &readings.right]);
        let couple = Couple::new(readings.as_ref(), Pair::new(0, 1), &cast);
        let sentences = Pair::new(1, 0);
        let found = list(reasons(&couple, &align(&couple), sentences));
        for (side, expected) in Pair::new(left, right).sides() {
            let reading = readings.get(side);
            let sentence = reading.sentences[*sentences.get(side)].span;
            let spans = found.iter().map(|both| both.get(side));
            let mut spans: Vec<Span> = spans
                .map(|span| Span::new(span.start - sentence.start, span.end - sentence.start))
                .collect();
            spans.sort_unstable();
            assert_eq!(mark(sentence.of(&reading.article.text), &spans), expected);
        }
    }
}
