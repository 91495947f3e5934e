//! What one of two articles leaves out of what both tell.

mod vocabulary;

use std::cell::LazyCell;

use crate::alignment::{Alignment, Couple};
use crate::sentence::{Clause, clauses};
use crate::text::{Side, Span};
use vocabulary::{Near, Vocabulary};

/// A part of a linked sentence, a clause or so, that tells something the other article has nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Omission {
    /// The side that has it.
    pub side: Side,
    /// Its sentence, a number in `Reading::sentences`.
    pub sentence: usize,
    /// The words, within that sentence; offsets into the article's text.
    pub span: Span,
    /// The sentence of the other side that tells the rest.
    pub beside: usize,
}

/// What either article leaves out of the sentences that `alignment` links, in order of side and place.
///
/// Only clauses that hang on another are looked at: the link stands on the rest of the sentence, and the other article
/// must tell that rest. Exchanging the sides exchanges the result, but for the order.
pub fn omissions(couple: &Couple<'_>, alignment: &Alignment) -> Vec<Omission> {
    let words = Vocabulary::new(couple);
    let each = Side::BOTH.into_iter();
    each.flat_map(|side| on_side(couple, &Links::new(alignment, side), &words, side))
        .collect()
}

fn on_side(
    couple: &Couple<'_>,
    links: &Links,
    words: &Vocabulary<'_>,
    side: Side,
) -> Vec<Omission> {
    let reading = couple.readings.get(side);
    let mut found: Vec<Omission> = Vec::new();
    for (number, sentence) in reading.sentences.iter().enumerate() {
        let Some(beside) = links.strongest(number) else {
            continue;
        };
        let near = links.near(number);
        let telling = LazyCell::new(|| words.telling(side, number, &near));
        let mut goes_on = false;
        for Clause { span, hangs } in clauses(&reading.article.text, sentence.span) {
            let left_out = hangs && words.lacks(&telling, span, &near);
            match found.last_mut().filter(|_| left_out && goes_on) {
                Some(last) => last.span.end = span.end,
                None if left_out => found.push(Omission {
                    side,
                    sentence: number,
                    span,
                    beside,
                }),
                None => {}
            }
            goes_on = left_out;
        }
    }
    found
}

/// From this part of the threshold on a sentence may tell what the linked one does not.
const LIKE: f32 = 0.5;

/// The links of one side's sentences.
struct Links {
    /// Own sentence, that of the other side, score; in this order.
    links: Vec<(usize, usize, f32)>,
    threshold: f32,
}

impl Links {
    fn new(alignment: &Alignment, side: Side) -> Links {
        let each = alignment.links.iter().map(|link| {
            let (own, other) = (link.sentences.get(side), link.sentences.get(side.other()));
            (*own, *other, link.score)
        });
        let mut links: Vec<(usize, usize, f32)> = each.collect();
        links.sort_unstable_by_key(|&(own, other, _)| (own, other));
        Links {
            links,
            threshold: alignment.threshold,
        }
    }

    fn of(&self, sentence: usize) -> &[(usize, usize, f32)] {
        let start = self.links.partition_point(|link| link.0 < sentence);
        let end = self.links.partition_point(|link| link.0 <= sentence);
        self.links.get(start..end).unwrap_or_default()
    }

    fn near(&self, sentence: usize) -> Vec<Near> {
        let links = self.of(sentence).iter();
        links
            .map(|&(_, other, score)| Near {
                sentence: other,
                linked: score >= LIKE * self.threshold,
            })
            .collect()
    }

    /// The strongest link that is shown; of several the first.
    fn strongest(&self, sentence: usize) -> Option<usize> {
        let links = self.of(sentence).iter();
        let shown = links.filter(|link| link.2 >= self.threshold);
        shown
            .max_by(|a, b| a.2.total_cmp(&b.2).then(b.1.cmp(&a.1)))
            .map(|link| link.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alignment::align;
    use crate::article::{Article, Label};
    use crate::reading::Reading;
    use crate::speaker::cast;
    use crate::text::{Pair, mark, unmark};

    #[test]
    fn a_clause_that_the_other_has_nowhere_is_left_out() {
        check(
            "The mayor said on Monday that the city will not sell the old harbour, [adding that its charter forbids such \
             deals].",
            "The mayor made clear that the city cannot sell the old harbour, [though she was ready to discuss a long \
             lease].",
        );
    }

    #[test]
    fn what_the_other_tells_elsewhere_is_not() {
        check(
            "The mayor said the city will not sell the old harbour, adding that its charter forbids such deals.",
            "The city will not sell the old harbour, the mayor said on Monday. Such deals are forbidden by its charter.",
        );
        check(
            "The mayor refused to give up the old harbour, while three engineers resigned in protest.",
            "The old harbour will not be sold, the mayor said. She defended the sale of bonds. Outside, engineers \
             protested and three of them resigned.",
        );
    }

    #[test]
    fn who_said_it_and_where_is_not() {
        check(
            "The city will not sell the old harbour, the mayor told reporters on Monday.",
            "The city will not sell the old harbour, she said, speaking on Tuesday.",
        );
    }

    #[test]
    fn a_sentence_that_is_linked_for_something_else_has_nothing_left_out() {
        check(
            "Trains were late again, while engineers repaired a broken signal at the harbour.",
            "A ferry left the harbour at noon under heavy rain and reached its island.",
        );
    }

    #[test]
    fn what_hangs_together_is_one() {
        check(
            "The council voted to close the old harbour tunnel, [arguing that pumps were costly and that nobody had \
             inspected its concrete].",
            "The council voted to close the old harbour tunnel.",
        );
    }

    #[track_caller]
    fn check(left: &str, right: &str) {
        let texts = Pair::new(left, right).map(|marked| unmark(marked).0);
        let shown = shown(texts.as_ref());
        assert_eq!([shown.left.as_str(), shown.right.as_str()], [left, right]);
        let exchanged = self::shown(texts.as_ref().swapped()).swapped();
        assert_eq!(exchanged, shown);
        let same = self::shown(Pair::new(&texts.left, &texts.left));
        assert_eq!([&same.left, &same.right], [&texts.left; 2]);
    }

    fn shown(texts: Pair<&String>) -> Pair<String> {
        let readings =
            texts.map(|text| Reading::new(Article::plain(text.clone(), Label::default())));
        let cast = cast(&[&readings.left, &readings.right]);
        let couple = Couple::new(readings.as_ref(), Pair::new(0, 1), &cast);
        let found = omissions(&couple, &align(&couple));
        Pair::new(Side::Left, Side::Right).map(|side| {
            let of = found.iter().filter(|omission| omission.side == side);
            let spans: Vec<Span> = of.map(|omission| omission.span).collect();
            mark(texts.get(side), &spans)
        })
    }
}
