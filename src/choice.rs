//! The different words that articles use for one and the same thing.
//!
//! Two noun phrases of two articles mean the same when their words are near in meaning and either the same names stand by
//! them, *February’s showdown between Doe and Roe*, or their sentences are linked. What somebody is, *leader*,
//! *president*, is no such choice.

mod group;
mod kin;
mod phrase;
mod story;

use std::collections::BTreeSet;

use foldhash::{HashMap, HashMapExt};

use crate::alignment::Alignments;
use crate::reading::Reading;
use crate::text::{Pair, Span};
use kin::{Apart, apart};
use story::Story;

/// How much must tell that two phrases are of one thing: the weights of shared names, and the link. More where the words
/// tell less, less where they tell more.
const EVIDENCE: f32 = 5.3;
const EVIDENCE_FOR_ADJECTIVE: f32 = 1.0;
/// What a link of score 1 counts for.
const LINK: f32 = 4.0;

/// One thing, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What tells that they mean the same, in a few words: shared names, a month; else the noun that they share. Empty when
    /// the link alone tells.
    pub about: String,
    /// What it is called, in order of article and place; in two articles at least, and by different words.
    pub wordings: Vec<Called>,
}

/// What an article calls something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Called {
    /// The number of the article.
    pub article: usize,
    /// The sentence, a number in `Reading::sentences`.
    pub sentence: usize,
    /// The words; offsets into the article's text.
    pub span: Span,
}

/// The choices of words among `readings`, which `alignments` links, in order of their first words. It is the same
/// whatever the order of the articles, but for their numbers, `about` and the order.
pub fn choices(readings: &[&Reading], alignments: &Alignments) -> Vec<Choice> {
    let story = Story::new(readings);
    let pairs = candidates(&story, alignments).into_iter();
    let kin: Vec<(usize, usize)> = pairs
        .filter(|&(left, right)| is_one_thing(&story, alignments, left, right))
        .collect();
    group::groups(readings, &story, &kin)
}

/// The pairs of phrases of two articles that share a name or stand in linked sentences, by number.
fn candidates(story: &Story, alignments: &Alignments) -> BTreeSet<(usize, usize)> {
    let mut pairs = BTreeSet::new();
    for of in story.by_name() {
        for (left, lefts) in &of {
            for (_, rights) in of.iter().filter(|(right, _)| left < right) {
                pairs.extend(
                    lefts
                        .iter()
                        .flat_map(|&left| rights.iter().map(move |&right| (left, right))),
                );
            }
        }
    }
    let mut holding: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
    for (number, told) in story.phrases.iter().enumerate() {
        holding
            .entry((told.article, told.sentence))
            .or_default()
            .push(number);
    }
    for (articles, alignment) in alignments.iter() {
        for link in alignment.shown() {
            let of = articles
                .zip(link.sentences)
                .map(|place| holding.get(&place));
            if let (Some(lefts), Some(rights)) = (of.left, of.right) {
                pairs.extend(
                    lefts
                        .iter()
                        .flat_map(|&left| rights.iter().map(move |&right| (left, right))),
                );
            }
        }
    }
    pairs
}

fn is_one_thing(story: &Story, alignments: &Alignments, left: usize, right: usize) -> bool {
    let (Some(left), Some(right)) = (story.phrases.get(left), story.phrases.get(right)) else {
        return false;
    };
    let same_noun = left.phrase.noun() == right.phrase.noun();
    let least = if same_noun {
        EVIDENCE_FOR_ADJECTIVE
    } else {
        EVIDENCE
    };
    let alignment = alignments.of(left.article, right.article);
    let score = alignment.map_or(0.0, |alignment| {
        alignment.score(Pair::new(left.sentence, right.sentence))
    });
    let (names, shared) = story.shared_names(&left.phrase, &right.phrase);
    // One name stands by too much.
    let told = same_noun || Story::same_month(&left.phrase, &right.phrase);
    let linked = alignment.is_some_and(|alignment| score >= alignment.threshold);
    let enough = LINK * score + names >= least && (shared > 1 || linked && told);
    // What words mean takes longest to find, and is asked last.
    if !enough || !story.chosen(left, right) || !story.instead(left, right) {
        return false;
    }
    match apart(
        (&left.phrase, &left.direction),
        (&right.phrase, &right.direction),
    ) {
        Some(Apart::Adjective) => true,
        Some(Apart::Noun) => shared >= 1,
        Some(Apart::Phrase) => shared >= 2,
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alignment::align_all;
    use crate::article::{Article, Label};
    use crate::speaker::cast;

    #[test]
    fn one_event_has_several_names() {
        check(
            &[
                "The council met on Monday. It was the first visit since April’s dramatic showdown between Jane Doe and \
                 Mayor Roe. Ferries were late. Trains ran. Snow lay on the roofs. Children skated.",
                "Ferries sank. Since a heated confrontation with Mayor Roe in April, where Jane Doe shouted, nobody \
                 spoke. A choir sang. Bread was dear. Lamps burned all night.",
                "Rain fell. She had left early in April after a fierce clash between Mayor Roe and Jane Doe. Dogs barked. \
                 Wheat failed. Bells rang.",
            ],
            &["dramatic showdown | heated confrontation | fierce clash"],
        );
    }

    #[test]
    fn a_word_before_one_noun_is_a_choice() {
        check(
            &[
                "The bill would protect the illegal immigrants who came to the harbour as children.",
                "Undocumented workers cheered. The bill would protect those undocumented immigrants who came as children.",
            ],
            &["illegal immigrants | undocumented immigrants"],
        );
    }

    #[test]
    fn what_both_call_it_is_none() {
        let both = "Ferries sank. The row between Jane Doe and Mayor Roe in April was loud. Rain fell. After that clash \
                    between Mayor Roe and Jane Doe in April nobody spoke.";
        let one =
            "Rain fell. She had left after the clash between Mayor Roe and Jane Doe in April.";
        check(&[both, one], &[]);
        check(&[both, both], &[]);
    }

    #[test]
    fn what_somebody_is_and_what_both_say_is_none() {
        check(
            &[
                "The row between Jane Doe and Mayor Roe in April was loud, the leader of the council said.",
                "The row between Jane Doe and Mayor Roe in April was loud, the president of the council said.",
            ],
            &[],
        );
    }

    /// Expects the wordings of each choice, whatever the order of the articles.
    #[track_caller]
    fn check(texts: &[&str], expected: &[&str]) {
        let mut found = shown(texts);
        assert_eq!(found, expected);
        let mut backwards: Vec<&str> = texts.to_vec();
        backwards.reverse();
        for choice in &mut found {
            let mut wordings: Vec<&str> = choice.split(" | ").collect();
            wordings.reverse();
            *choice = wordings.join(" | ");
        }
        assert_eq!(shown(&backwards), found);
        let same = vec![texts[0]; 2];
        assert_eq!(shown(&same), [""; 0]);
    }

    fn shown(texts: &[&str]) -> Vec<String> {
        let read = |text: &&str| Reading::new(Article::plain((*text).to_owned(), Label::default()));
        let readings: Vec<Reading> = texts.iter().map(read).collect();
        let readings: Vec<&Reading> = readings.iter().collect();
        let cast = cast(&readings);
        let numbers = 0..readings.len();
        let pairs = numbers.clone().flat_map(|left| {
            let rights = numbers.clone().filter(move |&right| left < right);
            rights.map(move |right| Pair::new(left, right))
        });
        let alignments = align_all(&readings, &cast, pairs);
        let choices = choices(&readings, &alignments).into_iter();
        choices
            .map(|choice| {
                let words = choice
                    .wordings
                    .iter()
                    .map(|called| called.span.of(&readings[called.article].article.text));
                words.collect::<Vec<_>>().join(" | ")
            })
            .collect()
    }
}
