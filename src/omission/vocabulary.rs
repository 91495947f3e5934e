//! What the sentences of two articles tell, word by word.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use crate::alignment::{Couple, Wording, phrases};
use crate::text::list::REPORTING_VERBS;
use crate::text::{Pair, Side, Span, Term, TermKind, fold};

/// How much of a word is told by a kindred one, in sentences that are linked and in others: there the two are more
/// likely to mean other things.
const KINDRED: f32 = 0.75;
const KINDRED_ELSEWHERE: f32 = 0.4;
/// The most of a clause, by weight, that any place of the other article may tell.
const TOLD_AT_MOST: f32 = 0.4;
/// The least of the sentence's other words that what it is linked to must tell; and no less than that share of what is
/// told of the clause. Otherwise the two sentences stand side by side for something else.
const REST_AT_LEAST: f32 = 0.3;
const REST_TO_CLAUSE: f32 = 0.9;
/// How many words a clause must have of which there is no trace; and one in so many.
const MISSING: usize = 2;
const MISSING_SHARE: usize = 3;

/// The words of two articles, to look up what either tells.
pub(super) struct Vocabulary<'a> {
    couple: &'a Couple<'a>,
    sentences: Pair<Vec<Sentence<'a>>>,
    /// The words that each has anywhere.
    anywhere: Pair<HashSet<&'a str>>,
    /// `ln(1 + N / df)` of each word over the sentences of both.
    weights: HashMap<&'a str, f32>,
}

struct Sentence<'a> {
    terms: &'a [Term],
    /// For each term the groups of kindred words that it is in.
    groups: Vec<&'static [usize]>,
    keys: HashSet<&'a str>,
    all_groups: HashSet<usize>,
}

/// A sentence of the other article that is like the one looked at.
#[derive(Clone, Copy)]
pub(super) struct Near {
    pub(super) sentence: usize,
    /// Whether the link is shown, or nearly.
    pub(super) linked: bool,
}

/// A telling word with its groups of kindred words.
type Telling<'a> = (&'a Term, &'static [usize]);

impl<'a> Vocabulary<'a> {
    pub(super) fn new(couple: &'a Couple<'a>) -> Vocabulary<'a> {
        let sentences = couple.wording.sentences().map(|sentences| {
            let sentences = sentences.iter();
            sentences
                .map(|terms| Sentence::new(terms, &couple.wording))
                .collect::<Vec<_>>()
        });
        let anywhere = sentences.as_ref().map(|sentences| {
            let keys = sentences.iter().flat_map(|sentence| &sentence.keys);
            keys.copied().collect()
        });
        Vocabulary {
            couple,
            weights: weights(&sentences),
            sentences,
            anywhere,
        }
    }

    /// Whether the other article lacks what a clause tells, though it tells the rest of the sentence; `near` are the
    /// sentences there that are like this one.
    pub(super) fn lacks(&self, side: Side, sentence: usize, clause: Span, near: &[Near]) -> bool {
        let Some(own) = self.sentences.get(side).get(sentence) else {
            return false;
        };
        let inside = self.telling(side, own, |term| {
            clause.contains(term.span)
                && !self.couple.wording.is_name(&term.key)
                && !self.couple.wording.is_of_story(&term.key)
        });
        let missing = self.missing(&inside, side.other(), near);
        if missing < MISSING || missing * MISSING_SHARE < inside.len() {
            return false;
        }
        let places = near.iter().map(|&near| {
            let kindred = if near.linked {
                KINDRED
            } else {
                KINDRED_ELSEWHERE
            };
            self.share(&inside, &self.window(side.other(), near), kindred)
        });
        let told = places.fold(0.0, f32::max);
        let outside = self.telling(side, own, |term| !clause.contains(term.span));
        let linked = self.linked(side.other(), near);
        let rest = self.share(&outside, &linked, KINDRED);
        told <= TOLD_AT_MOST && rest >= REST_AT_LEAST && rest >= REST_TO_CLAUSE * told
    }

    /// The words of a sentence that tell something, each once.
    fn telling(
        &self,
        side: Side,
        sentence: &Sentence<'a>,
        which: impl Fn(&Term) -> bool,
    ) -> Vec<Telling<'a>> {
        let text = &self.couple.readings.get(side).article.text;
        let mut seen = HashSet::new();
        let each = sentence.terms.iter().zip(sentence.groups.iter().copied());
        each.filter(|(term, _)| {
            let tells = matches!(term.kind, TermKind::Word | TermKind::Capitalised)
                && !term.is_general()
                && !REPORTING_VERBS.has(&fold(term.span.of(text)));
            tells && which(term) && seen.insert(term.key.as_str())
        })
        .collect()
    }

    /// How many of the words that article has nowhere, nor a kindred word where it is linked.
    fn missing(&self, words: &[Telling<'_>], side: Side, near: &[Near]) -> usize {
        let linked = self.linked(side, near);
        let anywhere = self.anywhere.get(side);
        let missing = words.iter().filter(|(term, groups)| {
            let mut linked = linked.iter();
            !anywhere.contains(term.key.as_str()) && !linked.any(|other| other.has_kindred(groups))
        });
        missing.count()
    }

    fn linked(&self, side: Side, near: &[Near]) -> Vec<&Sentence<'a>> {
        let sentences = self.sentences.get(side);
        let linked = near.iter().filter(|near| near.linked);
        linked
            .filter_map(|near| sentences.get(near.sentence))
            .collect()
    }

    /// A sentence, and those next to it when it is linked: what one packs into a clause another tells before or after.
    fn window(&self, side: Side, near: Near) -> Vec<&Sentence<'a>> {
        let around = usize::from(near.linked);
        let first = near.sentence.saturating_sub(around);
        let last = near.sentence + around;
        let sentences = self.sentences.get(side).iter();
        sentences.skip(first).take(last + 1 - first).collect()
    }

    /// How much of these words some sentences tell together, from 0 to 1; nothing of nothing.
    fn share(&self, words: &[Telling<'_>], told: &[&Sentence<'_>], kindred: f32) -> f32 {
        let (mut found, mut all) = (0.0, 0.0);
        for (term, groups) in words {
            let weight = self.weights.get(term.key.as_str()).copied();
            let weight = weight.unwrap_or_default();
            all += weight;
            found += weight
                * if told
                    .iter()
                    .any(|other| other.keys.contains(term.key.as_str()))
                {
                    1.0
                } else if told.iter().any(|other| other.has_kindred(groups)) {
                    kindred
                } else {
                    0.0
                };
        }
        if all > 0.0 { found / all } else { 0.0 }
    }
}

impl<'a> Sentence<'a> {
    fn new(terms: &'a [Term], wording: &Wording) -> Sentence<'a> {
        let mut groups: Vec<&'static [usize]> = vec![&[]; terms.len()];
        let mut all_groups = HashSet::new();
        for phrase in phrases(terms, wording) {
            all_groups.extend(phrase.groups);
            for slot in groups.get_mut(phrase.words).into_iter().flatten() {
                *slot = phrase.groups;
            }
        }
        let content = terms.iter().filter(|term| term.is_content());
        Sentence {
            terms,
            groups,
            keys: content.map(|term| term.key.as_str()).collect(),
            all_groups,
        }
    }

    fn has_kindred(&self, groups: &[usize]) -> bool {
        groups.iter().any(|group| self.all_groups.contains(group))
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "sentences are counted in thousands"
)]
fn weights<'a>(sentences: &Pair<Vec<Sentence<'a>>>) -> HashMap<&'a str, f32> {
    let mut holding: HashMap<&str, usize> = HashMap::new();
    for key in sentences
        .as_ref()
        .into_iter()
        .flatten()
        .flat_map(|sentence| &sentence.keys)
    {
        *holding.entry(key).or_default() += 1;
    }
    let total = (sentences.left.len() + sentences.right.len()) as f32;
    let each = holding.into_iter();
    each.map(|(key, holding)| (key, (total / holding as f32).ln_1p()))
        .collect()
}
