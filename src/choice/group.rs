//! Pairs of phrases for one thing, joined to all that it is called.

use std::collections::BTreeMap;

use foldhash::{HashSet, HashSetExt};

use super::story::{PlacedPhrase, Story, is_by};
use super::{Called, Choice};
use crate::reading::Reading;
use crate::text::{Union, without_possessive};

/// How many names say what a choice is about.
const ABOUT: usize = 3;
/// How many phrases of a group are asked what it is about.
const ASKED: usize = 32;

/// The choices that `pairs` of phrases, by number, come to.
pub(super) fn groups(
    readings: &[&Reading],
    story: &Story,
    pairs: &[(usize, usize)],
) -> Vec<Choice> {
    let mut joined = Union::of(story.phrases.len());
    for &(left, right) in pairs {
        let (left, right) = (joined.whole(left), joined.whole(right));
        // The first phrase stands for all.
        joined.join(left.max(right), left.min(right));
    }
    let mut members: BTreeMap<usize, BTreeMap<usize, &PlacedPhrase>> = BTreeMap::new();
    for number in pairs.iter().flat_map(|&(left, right)| [left, right]) {
        if let Some(told) = story.phrases.get(number) {
            let group = members.entry(joined.whole(number)).or_default();
            group.insert(number, told);
        }
    }
    let groups = members.into_values();
    groups
        .map(|members| {
            let members: Vec<&PlacedPhrase> = members.into_values().collect();
            choice(readings, story, &members)
        })
        .collect()
}

fn choice(readings: &[&Reading], story: &Story, members: &[&PlacedPhrase]) -> Choice {
    let mut seen = HashSet::new();
    let different = members
        .iter()
        .filter(|told| seen.insert((told.article, &told.phrase.keys)));
    Choice {
        about: about(readings, story, members),
        wordings: different
            .map(|told| Called {
                article: told.article,
                sentence: told.sentence,
                span: told.phrase.span,
            })
            .collect(),
    }
}

/// The heaviest names that stand by phrases of two articles; else the noun that all share.
fn about(readings: &[&Reading], story: &Story, members: &[&PlacedPhrase]) -> String {
    let members = members.get(..ASKED).unwrap_or(members);
    let mut seen = HashSet::new();
    let mut names: Vec<(f32, String)> = Vec::new();
    for told in members {
        let Some(reading) = readings.get(told.article) else {
            continue;
        };
        for run in &told.phrase.names {
            let shared: Vec<_> = run
                .iter()
                .filter(|name| {
                    let mut others = members.iter().filter(|other| other.article != told.article);
                    others.any(|other| is_by(&other.phrase, &name.key))
                })
                .collect();
            let fresh = shared
                .iter()
                .filter(|name| seen.insert(name.key.as_str()))
                .count();
            if fresh == 0 || fresh < shared.len() {
                continue;
            }
            let words = shared
                .iter()
                .map(|name| without_possessive(name.span.of(&reading.article.text)));
            let weight = shared
                .iter()
                .map(|name| story.weight(&name.key))
                .fold(0.0, f32::max);
            names.push((weight, words.collect::<Vec<_>>().join(" ")));
        }
    }
    names.sort_by(|a, b| b.0.total_cmp(&a.0));
    if names.is_empty() {
        return noun(readings, members);
    }
    let names = names.into_iter().take(ABOUT).map(|(_, name)| name);
    names.collect::<Vec<_>>().join(", ")
}

fn noun(readings: &[&Reading], members: &[&PlacedPhrase]) -> String {
    let mut keys = members.iter().filter_map(|told| told.phrase.keys.last());
    let first = keys.next();
    let same = keys.all(|key| Some(key) == first);
    let words = members.first().filter(|_| same).and_then(|told| {
        let text = &readings.get(told.article)?.article.text;
        told.phrase.span.of(text).split_whitespace().last()
    });
    words.unwrap_or_default().to_owned()
}
