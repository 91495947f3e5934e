//! What each run of a group has and lacks beside the fullest one.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::HashMap;

use super::group::{Group, SHINGLE};
use super::matching::Matching;
use super::run::{Run, Word};
use super::{Cut, Echo, EchoKind, Likeness, Member, Placed, are_others};
use crate::reading::Reading;
use crate::speaker::{Attribution, Cast};
use crate::text::Span;

/// What members are told from.
pub(super) struct Sources<'a> {
    pub(super) readings: &'a [&'a Reading],
    pub(super) cast: &'a Cast,
    pub(super) runs: &'a [Run],
    /// The numbers of the runs, by article, quote and number in the quote.
    numbers: HashMap<(usize, usize, usize), usize>,
    namesakes: Vec<usize>,
}

impl<'a> Sources<'a> {
    pub(super) fn new(readings: &'a [&'a Reading], cast: &'a Cast, runs: &'a [Run]) -> Sources<'a> {
        let numbers = runs.iter().enumerate();
        Sources {
            readings,
            cast,
            runs,
            numbers: numbers
                .map(|(number, run)| ((run.article, run.quote, run.number), number))
                .collect(),
            namesakes: cast.namesakes(),
        }
    }

    fn text(&self, article: usize) -> &'a str {
        let reading = self.readings.get(article);
        reading.map_or("", |reading| &reading.article.text)
    }

    /// All named whose a run is, when that is sure. *A senior official* may be whoever another article names.
    fn speakers(&self, run: &Run) -> Vec<usize> {
        let attribution = self.cast.attribution(run.article, run.quote);
        let sure = attribution.filter(|one| one.is_sure()).into_iter();
        let named = |one: &usize| {
            let speaker = self.cast.speakers.get(*one);
            speaker.is_some_and(|speaker| !speaker.described)
        };
        let speakers = sure.flat_map(Attribution::speakers).filter(named);
        let mut first: Vec<usize> = Vec::new();
        for speaker in speakers.filter_map(|one| self.namesakes.get(one).copied()) {
            if !first.contains(&speaker) {
                first.push(speaker);
            }
        }
        first
    }

    /// The group as an echo. Nothing in it but the order of its members depends on the order of the articles.
    pub(super) fn echo(&self, group: &Group) -> Option<Echo> {
        let text = |run: &Run| run.span.of(self.text(run.article));
        let all = group.fullest.iter().filter_map(|&run| self.runs.get(run));
        let fullest = all.min_by_key(|run| (text(run), run.article, run.span.start))?;
        let mut matched: BTreeMap<usize, Matching> = BTreeMap::new();
        for &run in &group.fullest {
            matched.insert(run, Matching::whole(fullest.words.len()));
        }
        for (run, matching) in &group.others {
            if self.is_of_others(*run, matching, &group.fullest) {
                continue;
            }
            self.adopt(*run, matching, &fullest.words, &mut matched);
            let places = matching.places.clone();
            matched.insert(*run, Matching { places });
        }
        let quotes = matched.keys().filter_map(|&run| self.runs.get(run));
        let quotes: BTreeSet<_> = quotes.map(|run| (run.article, run.quote)).collect();
        if quotes.len() < 2 {
            return None;
        }
        let cuts = self.cuts(fullest, &matched);
        let mut members: Vec<Member> = matched
            .iter()
            .filter_map(|(&run, matching)| {
                let run = self.runs.get(run)?;
                Some(self.member(run, matching, fullest))
            })
            .collect();
        let whose: Vec<&[usize]> = members.iter().map(|one| one.speakers.as_slice()).collect();
        let otherwise = otherwise(&whose);
        for (member, otherwise) in members.iter_mut().zip(otherwise) {
            member.otherwise = otherwise;
            let had = member.words.iter().filter(|word| word.place.is_some());
            let is_piece = had.count() < fullest.words.len();
            let is_cut = is_piece && cuts.iter().any(|cut| cut.article == member.article);
            member.kind = kind(member, is_cut);
        }
        members.sort_by_key(|member| (member.article, member.span.start));
        let is_fullest =
            |member: &Member| (member.article, member.span) == (fullest.article, fullest.span);
        Some(Echo {
            kind: members.iter().map(|member| member.kind).max()?,
            fullest: members.iter().position(is_fullest)?,
            members,
            cuts,
        })
    }

    /// Whether a run has many words of its own and is somebody else's than all that have the `fullest` wording: two people
    /// who each said something with a turn of phrase in common, not one quote that goes to two.
    fn is_of_others(&self, run: usize, matching: &Matching, fullest: &[usize]) -> bool {
        self.runs.get(run).is_some_and(|run| {
            10 * matching.count() < 9 * run.words.len()
                && fullest
                    .iter()
                    .filter_map(|&one| self.runs.get(one))
                    .all(|one| are_others(&self.speakers(run), &self.speakers(one)))
        })
    }

    /// Takes in the few words before and after a run where its quote is interrupted (*“We,” he said, “will go on”*), which
    /// on their own would tell nothing, if they stand there in the fullest run.
    fn adopt(
        &self,
        run: usize,
        matching: &Matching,
        longer: &[Word],
        matched: &mut BTreeMap<usize, Matching>,
    ) {
        let Some(run) = self.runs.get(run) else {
            return;
        };
        let sibling = |number: Option<usize>| {
            let number = *self.numbers.get(&(run.article, run.quote, number?))?;
            let words = &self.runs.get(number)?.words;
            (words.len() < SHINGLE).then_some((number, words))
        };
        let first = matching.places.iter().flatten().min();
        let last = matching.places.iter().flatten().max();
        if let (Some((number, words)), Some(first)) = (sibling(run.number.checked_sub(1)), first) {
            let start = first.checked_sub(words.len());
            adopt_at(number, words, start, longer, matched);
        }
        if let (Some((number, words)), Some(last)) = (sibling(run.number.checked_add(1)), last) {
            adopt_at(number, words, Some(last + 1), longer, matched);
        }
    }

    /// What the articles that only have pieces of the fullest run leave out of it.
    fn cuts(&self, fullest: &Run, matched: &BTreeMap<usize, Matching>) -> Vec<Cut> {
        let all = fullest.words.len();
        let mut had: BTreeMap<usize, Vec<bool>> = BTreeMap::new();
        for (&run, matching) in matched.iter().filter(|(_, one)| one.count() < all) {
            let Some(run) = self.runs.get(run) else {
                continue;
            };
            let had = had.entry(run.article).or_insert_with(|| vec![false; all]);
            for &place in matching.places.iter().flatten() {
                if let Some(had) = had.get_mut(place) {
                    *had = true;
                }
            }
        }
        let text = self.text(fullest.article);
        let cuts = had.into_iter().map(|(article, had)| {
            let missing = (0..all).filter(|&place| had.get(place) == Some(&false));
            Cut {
                article,
                words: missing.clone().count(),
                missing: stretches(&fullest.words, text, fullest.span, missing),
            }
        });
        cuts.filter(|cut| !cut.missing.is_empty()).collect()
    }

    fn member(&self, run: &Run, matching: &Matching, fullest: &Run) -> Member {
        let (text, across) = (self.text(run.article), self.text(fullest.article));
        let partner = |at: usize| {
            let place = (*matching.places.get(at)?)?;
            fullest.words.get(place)
        };
        let likeness = |word: &Word, partner: &Word| {
            let (one, other) = (word.span.of(text), partner.span.of(across));
            match one != other && one.to_lowercase() == other.to_lowercase() {
                _ if word.form != partner.form => Likeness::Other,
                true => Likeness::Recased,
                false => Likeness::Same,
            }
        };
        let each = run.words.iter().enumerate();
        let words: Vec<Placed> = each
            .map(|(at, word)| Placed {
                span: word.span,
                place: matching.places.get(at).copied().flatten(),
                likeness: partner(at).map_or(Likeness::Other, |partner| likeness(word, partner)),
            })
            .collect();
        let has = |wanted: Likeness| {
            let each = words.iter().enumerate();
            each.filter(move |(_, word)| word.likeness == wanted)
                .map(|(at, _)| at)
        };
        let apart: Vec<usize> = has(Likeness::Other).collect();
        let recased = has(Likeness::Recased).next().is_some();
        let mut shared: Vec<usize> = matching.places.iter().copied().flatten().collect();
        shared.sort_unstable();
        shared.dedup();
        Member {
            article: run.article,
            quote: run.quote,
            run: run.number,
            span: run.span,
            kind: EchoKind::Same,
            shared: stretches(&fullest.words, across, fullest.span, shared),
            apart: apart.len(),
            differing: stretches(&run.words, text, run.span, apart),
            recased,
            words,
            speakers: self.speakers(run),
            otherwise: false,
        }
    }
}

/// Of runs that are these speakers', which are somebody else's than most: those that lack one who is named most often, if
/// any run is of others altogether. With nobody named most often, all are.
fn otherwise(whose: &[&[usize]]) -> Vec<bool> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for &speaker in whose.iter().copied().flatten() {
        *counts.entry(speaker).or_default() += 1;
    }
    let most = counts.values().max().copied().unwrap_or_default();
    let most: Vec<usize> = counts
        .into_iter()
        .filter_map(|(speaker, count)| (count == most).then_some(speaker))
        .collect();
    let is_otherwise = |own: &&[usize]| {
        let lacks = most.iter().any(|speaker| !own.contains(speaker));
        lacks && whose.iter().any(|theirs| are_others(own, theirs))
    };
    whose.iter().map(is_otherwise).collect()
}

fn adopt_at(
    number: usize,
    words: &[Word],
    start: Option<usize>,
    longer: &[Word],
    matched: &mut BTreeMap<usize, Matching>,
) {
    let places = start.map(|start| start..start + words.len());
    let there = places.clone().and_then(|places| longer.get(places));
    let forms = |words: &[Word]| -> Vec<usize> { words.iter().map(|word| word.form).collect() };
    if there.is_some_and(|there| forms(there) == forms(words)) {
        matched.entry(number).or_insert(Matching {
            places: places.into_iter().flatten().map(Some).collect(),
        });
    }
}

/// Words of one's own weigh more than another name: two people who say nearly the same are no contradiction.
fn kind(member: &Member, is_cut: bool) -> EchoKind {
    if !member.differing.is_empty() {
        EchoKind::Altered
    } else if member.otherwise {
        EchoKind::OtherSpeaker
    } else if is_cut {
        EchoKind::Cut
    } else {
        EchoKind::Same
    }
}

/// The stretches of the words of these numbers, which rise, each with the mark that ends its sentence.
fn stretches(
    words: &[Word],
    text: &str,
    within: Span,
    numbers: impl IntoIterator<Item = usize>,
) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut next = None;
    for number in numbers {
        let Some(word) = words.get(number) else {
            continue;
        };
        match spans.last_mut().filter(|_| next == Some(number)) {
            Some(span) => span.end = word.span.end,
            None => spans.push(word.span),
        }
        next = Some(number + 1);
    }
    for span in &mut spans {
        let rest = Span::new(span.end, within.end.max(span.end)).of(text);
        let after = rest.trim_start_matches(['!', '?', '.', '…']);
        span.end += rest.len() - after.len();
    }
    spans
}
