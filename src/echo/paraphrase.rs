//! What one article quotes and another tells in its own words.
//!
//! Both are sure to be one speaker's, their sentences are linked, and what is said has words in common, or kindred ones.
//! Words that two articles quote alike are one quote: what a third makes of it hangs on the fullest version.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashMap, HashMapExt};

use super::between::{Voices, between};
use super::{Echo, QuotePlace};
use crate::alignment::Alignments;
use crate::reading::Reading;
use crate::speaker::Cast;

/// A quote, and how other articles report what it says of the same speaker.
#[derive(Clone, Debug, PartialEq)]
pub struct Paraphrase {
    /// The quote, wholly or partly in marks; of several versions the fullest.
    pub quoted: QuotePlace,
    /// How others report it without marks, in order of article and place; one at least.
    pub told: Vec<Telling>,
}

impl Paraphrase {
    /// Whether a quote is what is told, or tells it.
    pub fn has(&self, place: QuotePlace) -> bool {
        place == self.quoted || self.told.iter().any(|telling| telling.place == place)
    }
}

/// An indirect quote that says what another article quotes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Telling {
    /// The quote.
    pub place: QuotePlace,
    /// How likely it is that both say the same, from 0.25 to 1; below 0.5 only where it tells the next quote too.
    pub score: f32,
}

/// The score from which a telling belongs to a quote.
const LEAST: f32 = 0.5;

/// What is told belongs to a second quote too if that is nearly as like it as the first.
const NEARLY: f32 = 0.8;

/// The paraphrases among the quotes of `readings`, of whom `cast` and `echoes` were gathered and which `alignments` links;
/// in order of the quote.
pub fn paraphrases(
    readings: &[&Reading],
    cast: &Cast,
    echoes: &[Echo],
    alignments: &Alignments,
) -> Vec<Paraphrase> {
    let voices = Voices::new(cast);
    let versions = Versions::new(echoes, &voices);
    let mut found: BTreeMap<QuotePlace, BTreeMap<QuotePlace, f32>> = BTreeMap::new();
    for (articles, alignment) in alignments.iter() {
        for (quoted, told, score) in between(readings, articles, alignment, &voices) {
            if versions.has_any(quoted, told.article) {
                continue;
            }
            let of_told = found.entry(told).or_default();
            let best = of_told.entry(versions.fullest(quoted)).or_default();
            *best = best.max(score);
        }
    }
    let mut paraphrases: BTreeMap<QuotePlace, Vec<Telling>> = BTreeMap::new();
    for (place, quoted) in found {
        for (quoted, score) in best(quoted, readings) {
            let told = paraphrases.entry(quoted).or_default();
            told.push(Telling { place, score });
        }
    }
    let each = paraphrases.into_iter();
    each.map(|(quoted, told)| Paraphrase { quoted, told })
        .collect()
}

/// The one or two quotes that a telling is most like.
fn best(
    quoted: BTreeMap<QuotePlace, f32>,
    readings: &[&Reading],
) -> impl Iterator<Item = (QuotePlace, f32)> {
    let mut quoted: Vec<(QuotePlace, f32)> = quoted.into_iter().collect();
    // Equal ones are taken in an order that does not depend on that of the articles.
    quoted.sort_by(|(one, a), (other, b)| {
        let words = |place: QuotePlace| {
            let text = &readings.get(place.article)?.article.text;
            Some(place.of(readings)?.text(text))
        };
        b.total_cmp(a).then_with(|| words(*one).cmp(&words(*other)))
    });
    let first = quoted.first().copied();
    let first = first.filter(|(_, score)| *score >= LEAST);
    let belongs = move |(place, score): &(QuotePlace, f32)| {
        first.is_some_and(|(first, best)| {
            // Reporters tell what somebody says, and then let them say it: that need not be as like.
            let adjoins = place.article == first.article && place.quote.abs_diff(first.quote) == 1;
            adjoins || *score >= LEAST.max(NEARLY * best)
        })
    };
    quoted.into_iter().filter(belongs).take(2)
}

/// Which quotes have the same words, wholly or in part.
struct Versions {
    /// For each quote of an echo, the fullest version of what it has most words of, and the number of that echo.
    fullest: HashMap<QuotePlace, (QuotePlace, usize)>,
    /// For each echo, the articles that have a part of it.
    articles: Vec<BTreeSet<usize>>,
}

impl Versions {
    fn new(echoes: &[Echo], voices: &Voices<'_>) -> Versions {
        let mut most: HashMap<QuotePlace, (usize, QuotePlace, usize)> = HashMap::new();
        for (number, echo) in echoes.iter().enumerate() {
            let Some(fullest) = echo.members.get(echo.fullest) else {
                continue;
            };
            let fullest = fullest.place();
            for member in &echo.members {
                let own = member.place();
                let words = member.words.iter().filter(|word| word.place.is_some());
                let words = words.count();
                let is_more = most.get(&own).is_none_or(|(known, ..)| words > *known);
                if is_more && (own == fullest || voices.are_same(own, fullest)) {
                    most.insert(own, (words, fullest, number));
                }
            }
        }
        let fullest = most.into_iter();
        let articles = |echo: &Echo| echo.members.iter().map(|member| member.article).collect();
        Versions {
            fullest: fullest
                .map(|(own, (_, fullest, echo))| (own, (fullest, echo)))
                .collect(),
            articles: echoes.iter().map(articles).collect(),
        }
    }

    fn fullest(&self, place: QuotePlace) -> QuotePlace {
        self.fullest
            .get(&place)
            .map_or(place, |&(fullest, _)| fullest)
    }

    /// Whether an article quotes what is quoted there itself.
    fn has_any(&self, place: QuotePlace, article: usize) -> bool {
        let echo = self.fullest.get(&place).map(|&(_, echo)| echo);
        let articles = echo.and_then(|echo| self.articles.get(echo));
        articles.is_some_and(|articles| articles.contains(&article))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alignment::align_all;
    use crate::article::{Article, Label};
    use crate::echo::echoes;
    use crate::speaker::cast;
    use crate::text::Pair;

    const QUOTED: &str =
        "“We will never sell the old harbour to foreign investors,” Jane Doe said.";
    const TOLD: &str =
        "Jane Doe told reporters that the town would not sell its old harbour to investors.";

    #[test]
    fn what_is_told_belongs_to_the_quote() {
        check(
            &[QUOTED, TOLD],
            &[
                "0 We will never sell the old harbour to foreign investors,",
                "> 1",
            ],
        );
        check(
            &[TOLD, "It rained all week.", QUOTED],
            &[
                "2 We will never sell the old harbour to foreign investors,",
                "> 0",
            ],
        );
    }

    #[test]
    fn kindred_words_say_the_same() {
        check(
            &[
                "“Nobody will surrender the harbour while the shooting goes on,” Jane Doe said.",
                "Jane Doe said that giving up the harbour was out of the question during the gunfire.",
            ],
            &[
                "0 Nobody will surrender the harbour while the shooting goes on,",
                "> 1",
            ],
        );
    }

    #[test]
    fn another_matter_is_no_paraphrase() {
        check(
            &[
                QUOTED,
                "Jane Doe said that the new school would open in the autumn after years of delay.",
            ],
            &[],
        );
        check(
            &[
                QUOTED,
                "Jane Doe said that the harbour had been full of ice for most of the winter.",
            ],
            &[],
        );
    }

    #[test]
    fn what_somebody_else_says_is_no_paraphrase() {
        check(
            &[
                QUOTED,
                "John Roe told reporters that the town would not sell its old harbour to investors.",
            ],
            &[],
        );
    }

    #[test]
    fn an_article_does_not_tell_its_own_quotes() {
        let both = format!("{TOLD} {QUOTED}");
        check(&[&both, "It rained all week."], &[]);
    }

    #[test]
    fn who_quotes_the_words_too_does_not_tell_them() {
        let both = format!("{TOLD} {QUOTED}");
        check(&[&both, QUOTED], &[]);
    }

    #[test]
    fn what_several_quote_is_told_once() {
        let cut = "The town will “never sell the old harbour,” Jane Doe said.";
        check(
            &[cut, QUOTED, TOLD, TOLD],
            &[
                "1 We will never sell the old harbour to foreign investors,",
                "> 2",
                "> 3",
            ],
        );
    }

    #[test]
    fn the_nearest_quote_is_told() {
        let two = format!(
            "“The old harbour is a fine place for a walk,” Jane Doe said.\n\nIt rained.\n\n{QUOTED}"
        );
        check(
            &[&two, TOLD],
            &[
                "0 We will never sell the old harbour to foreign investors,",
                "> 1",
            ],
        );
    }

    #[test]
    fn a_word_in_marks_is_no_quote_that_could_be_told() {
        let one = QUOTED.replace(['“', '”'], "").replace("never", "“never”");
        let said = one.replace("We will", "Jane Doe said that she would");
        check(&[&said.replace(", Jane Doe said", ""), TOLD], &[]);
    }

    #[test]
    fn what_is_told_and_then_quoted_is_told_in_both() {
        let then = "Jane Doe said the town would “never sell the old harbour to investors.” “The harbour will stay what it \
                    is, and no investor will get it,” she said.";
        check(
            &[then, TOLD],
            &[
                "0 the town would “never sell the old harbour to investors.",
                "> 1",
                "0 The harbour will stay what it is, and no investor will get it,",
                "> 1",
            ],
        );
    }

    #[test]
    fn what_several_say_together_either_can_be_told_to_say() {
        let together = QUOTED.replace("Jane Doe", "John Roe and Jane Doe");
        check(
            &[&together, TOLD],
            &[
                "0 We will never sell the old harbour to foreign investors,",
                "> 1",
            ],
        );
    }

    /// Expects each quote with the number of its article, and the articles that tell it.
    #[track_caller]
    fn check(texts: &[&str], expected: &[&str]) {
        let lead = "The council met for the first time since the long summer break this week.\n";
        let read = |text: &&str| Article::plain(format!("{lead}{text}"), Label::default());
        let readings: Vec<Reading> = texts.iter().map(|text| Reading::new(read(text))).collect();
        let readings: Vec<&Reading> = readings.iter().collect();
        let cast = cast(&readings);
        let echoes = echoes(&readings, &cast);
        let all = readings.len();
        let pairs =
            (0..all).flat_map(|left| (left + 1..all).map(move |right| Pair::new(left, right)));
        let alignments = align_all(&readings, &cast, pairs);
        let mut shown = Vec::new();
        for found in paraphrases(&readings, &cast, &echoes, &alignments) {
            let QuotePlace { article, quote } = found.quoted;
            let reading = readings[article];
            let words = reading.quotes[quote].text(&reading.article.text);
            shown.push(format!("{article} {words}"));
            let told = found.told.iter();
            shown.extend(told.map(|telling| format!("> {}", telling.place.article)));
        }
        assert_eq!(shown, expected);
    }
}
