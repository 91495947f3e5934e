//! The words that only one of two passages has, and those that both have.

mod copied;
mod matching;
mod moved;
mod phrase;

use std::ops::Range;

use crate::alignment::Wording;
use crate::text::{Pair, Side, Span};
use matching::Matching;

/// How many words a side are compared with one another.
pub const LIMIT: usize = 2000;

/// What two linked passages have apart and in common. Spans are offsets into each article's text, in order and apart;
/// none crosses the end of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Whether they are best read by what differs or by what they share.
    pub nearness: Nearness,
    /// Stretches that are the same words, nearly, whatever the rest: all of a near copy, or a quote that both have.
    /// Within them every word is compared in its order; around them, wherever it stands.
    pub copied: Pair<Vec<Span>>,
    /// Word runs that only this side has.
    pub differing: Pair<Vec<Span>>,
    /// Word runs that both have, in another order; they are no difference.
    pub moved: Pair<Vec<Span>>,
    /// Content words and runs that both have.
    pub shared: Pair<Vec<Span>>,
    /// Whether the passages were longer than [`LIMIT`], so that words were not compared.
    pub limited: bool,
}

/// How much of two passages is the same, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    /// One is nearly a copy of the other: what differs is worth lighting.
    NearCopy,
    /// They tell the same in their own words, partly alike.
    Reworded,
    /// They share a matter: what they share is worth lighting.
    Paraphrase,
}

/// Words worth lighting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Light {
    /// Where they stand.
    pub span: Span,
    /// Whether only this side has them, or both have.
    pub sort: LightSort,
}

/// Why words are lit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LightSort {
    /// Only this side has them.
    Differing,
    /// Both sides have them.
    Shared,
}

impl Difference {
    /// What is worth lighting on one side, in order: what differs within copied stretches and in reworded passages, what
    /// is shared in the rest.
    pub fn lights(&self, side: Side) -> Vec<Light> {
        let copied = self.copied.get(side);
        let within = |span: Span| copied.iter().any(|stretch| stretch.contains(span));
        let reworded = self.nearness == Nearness::Reworded;
        let differing = self.differing.get(side).iter();
        let differing = differing.filter(|&&span| reworded || within(span));
        let shared = self.shared.get(side).iter();
        let shared = shared.filter(|&&span| !reworded && !within(span));
        let lit = |sort| move |&span: &Span| Light { span, sort };
        let mut lights: Vec<Light> = differing
            .map(lit(LightSort::Differing))
            .chain(shared.map(lit(LightSort::Shared)))
            .collect();
        lights.sort_unstable_by_key(|light| light.span);
        lights
    }
}

/// Compares two passages, given the numbers of their sentences and the runs of text in quotation marks, without the
/// marks. Exchanging the sides exchanges the result.
pub fn difference(
    wording: &Wording,
    sentences: &Pair<Range<usize>>,
    quoted: &Pair<Vec<Span>>,
) -> Difference {
    let matching = Matching::new(wording, sentences, quoted);
    let longest = matching.terms.as_ref().into_iter().map(Vec::len).max();
    if longest > Some(LIMIT) {
        return Difference {
            nearness: Nearness::Paraphrase,
            copied: Pair::default(),
            differing: Pair::default(),
            moved: Pair::default(),
            shared: Pair::default(),
            limited: true,
        };
    }
    let copied = copied::stretches(&matching, quoted);
    let moved = moved::moved(&matching);
    Difference {
        nearness: matching.nearness(),
        differing: phrase::differing(&matching, &copied, &moved),
        moved: phrase::moved(&matching, &copied, &moved),
        shared: phrase::shared(&matching, &copied, wording),
        copied: phrase::spans(&matching, &copied),
        limited: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Label};
    use crate::mark::marked;
    use crate::reading::Reading;
    use crate::text::{mark, unmark};

    #[test]
    fn a_near_copy_is_lit_where_it_differs() {
        differs(
            "The mayor [refused] to sell the old harbour to the investors on [Friday].",
            "The mayor [agreed] to sell the old harbour to the investors on [Monday].",
        );
        differs(
            "The council will meet again in the town hall next week.",
            "The council will [not] meet again in the town hall next week, [officials say].",
        );
    }

    #[test]
    fn what_differs_is_not_torn_by_a_word_that_both_have_by_chance() {
        differs(
            "Ferries to the islands were stopped for days because of [the storm of the century].",
            "Ferries to the islands were stopped for days because of [a strike of seven crews].",
        );
    }

    #[test]
    fn spellings_inflections_numbers_and_states_are_equal() {
        differs(
            "In Kyiv, Zelenskyy told twelve US envoys that the fighting in Luhansk continues.",
            "In Kiev, Zelensky told 12 U.S. envoys that the fighting in Lugansk continued.",
        );
    }

    #[test]
    fn what_stands_elsewhere_is_moved() {
        differs(
            "Jane Doe of the harbour board said on the radio that the ferries to the islands were late in [autumn].",
            "The ferries to the islands were late, Jane Doe of the harbour board said on the radio.",
        );
    }

    #[test]
    fn small_words_alone_are_no_difference() {
        differs(
            "The mayor refused to sell the harbour to her old friends in [a loud] meeting.",
            "The mayor refused to sell a harbour to the old friends in [her quiet] meeting.",
        );
    }

    #[test]
    fn no_run_crosses_a_quotation_mark() {
        check(
            "The mayor told them that the ferries “are [never late]” [again] this week.",
            "The mayor told them that the ferries are this week.",
            LightSort::Differing,
        );
    }

    #[test]
    fn a_quote_is_compared_from_mark_to_mark() {
        check(
            "In a post he stated: “[President Smith of Utopia] can end the war almost at once, if he wants to.”",
            "It is now up to Smith, who, he says, \"can end the war almost at once, if he wants to.\"",
            LightSort::Differing,
        );
        check(
            "No going back to the old days, and NO JOINING OF THE CLUB.",
            "He also said there is \"no going back to the old days and no joining of the club,\" hinting at more.",
            LightSort::Differing,
        );
    }

    #[test]
    fn a_paraphrase_is_lit_where_it_is_shared() {
        shares(
            "After weeks of delay the [harbour] tunnel was closed by [engineers], the city said.",
            "Boats may use the [harbour] again since [engineers] pumped it dry.",
        );
        shares(
            "Most critics who spoke up on the radio call the [sale of the harbour] a scandal.",
            "She defended the [sale of the harbour] before a hostile crowd that had come by bus.",
        );
    }

    #[test]
    fn what_is_too_long_is_not_compared() {
        let long = "word ".repeat(LIMIT + 1);
        let (difference, _) = compared(&long, "word");
        assert!(difference.limited);
        assert!(difference.lights(Side::Left).is_empty());
    }

    #[test]
    fn exchanging_the_sides_exchanges_the_result() {
        let (a, b) = (
            "One two three four five six. One two.",
            "Three one two five six seven.",
        );
        let (one, _) = compared(a, b);
        let (other, _) = compared(b, a);
        assert_eq!(one.differing, other.differing.swapped());
        assert_eq!(one.shared, other.shared.swapped());
        assert_eq!(one.copied, other.copied.swapped());
    }

    #[track_caller]
    fn differs(left: &str, right: &str) {
        check(left, right, LightSort::Differing);
        check_none(left, right, LightSort::Shared);
    }

    #[track_caller]
    fn shares(left: &str, right: &str) {
        check(left, right, LightSort::Shared);
        check_none(left, right, LightSort::Differing);
    }

    #[track_caller]
    fn check(left: &str, right: &str, sort: LightSort) {
        let [plain_left, plain_right] = [left, right].map(|marked| unmark(marked).0);
        let (difference, texts) = compared(&plain_left, &plain_right);
        let shown = |side: Side| {
            let lights = difference.lights(side).into_iter();
            let spans: Vec<Span> = lights
                .filter(|light| light.sort == sort)
                .map(|light| light.span)
                .collect();
            mark(texts.get(side), &spans)
        };
        assert_eq!(
            [shown(Side::Left), shown(Side::Right)],
            [left, right],
            "{difference:?}"
        );
    }

    #[track_caller]
    fn check_none(left: &str, right: &str, sort: LightSort) {
        let [left, right] = [left, right].map(|marked| unmark(marked).0);
        check(&left, &right, sort);
    }

    fn compared(left: &str, right: &str) -> (Difference, Pair<String>) {
        let readings = Pair::new(left, right)
            .map(|text| Reading::new(Article::plain(text.to_owned(), Label::default())));
        let wording = Wording::new(readings.as_ref());
        let sentences = readings.as_ref().map(|reading| 0..reading.sentences.len());
        let quoted = readings.as_ref().map(|reading| {
            let text = &reading.article.text;
            let runs = marked(text, &[Span::new(0, text.len())])
                .into_iter()
                .flatten();
            runs.map(|run| run.inner).collect()
        });
        let texts = readings
            .as_ref()
            .map(|reading| reading.article.text.clone());
        (difference(&wording, &sentences, &quoted), texts)
    }
}
