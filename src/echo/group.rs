//! Which runs are the same words.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::HashMap;

use super::matching::Matching;
use super::run::{Run, Word};

/// So many words in a row are looked for in other runs. With fewer, any two quotes on one matter would meet; with more,
/// a cut to half a dozen words would be missed.
pub(super) const SHINGLE: usize = 4;

/// So many of them must say something: *a shot being fired* is told from *that it would be*.
const CONTENT: usize = 2;

/// Words that many runs have are looked for in this many of them, the longest.
const PLACES: usize = 16;

/// How many runs are compared with one, those that have most in common with it.
const CANDIDATES: usize = 4;

/// So many words without a break are no chance, whatever the rest of both runs and whatever stories they are of.
const TELLING: usize = 8;

/// Runs of the same words, all of the first wording or matched with it.
pub(super) struct Group {
    /// The longest wording: numbers of runs.
    pub(super) fullest: Vec<usize>,
    /// The others, each with how it stands to the first.
    pub(super) others: Vec<(usize, Matching)>,
}

/// One wording of what is quoted, and the runs that have it.
struct Wording<'a> {
    words: &'a [Word],
    runs: Vec<usize>,
    /// The numbers of the stories that have it; of a short one only one.
    stories: BTreeSet<usize>,
}

/// Each run of other words than any run before it leads a group; the longest come first, so that a cut finds what it was
/// cut from. Runs of which a good part is their own make a group with their leader, apart from those that only cut it.
/// `stories` has the number of each article's story; what it does not have is of one.
pub(super) fn groups(runs: &[Run], stories: &[usize]) -> Vec<Group> {
    let wordings = wordings(runs, stories);
    let mut index = Index::default();
    let mut led: BTreeMap<usize, Vec<(usize, Matching)>> = BTreeMap::new();
    let mut partly: BTreeMap<usize, Vec<(usize, Matching)>> = BTreeMap::new();
    for (number, wording) in wordings.iter().enumerate() {
        let found = index.leader(&wordings, wording);
        let all = wording.words.len();
        match found {
            Some((leader, matching)) if 3 * matching.count() >= 2 * all => {
                led.entry(leader).or_default().push((number, matching));
                continue;
            }
            Some((leader, matching)) => {
                partly.entry(leader).or_default().push((number, matching));
            }
            None => {}
        }
        index.add(number, wording.words);
        led.entry(number).or_default();
    }
    led.into_iter()
        .chain(partly)
        .map(|(leader, others)| group(&wordings, leader, others))
        .filter(|group| has_several_quotes(group, runs))
        .collect()
}

/// The longest first; the order depends on the words alone.
fn wordings<'a>(runs: &'a [Run], stories: &[usize]) -> Vec<Wording<'a>> {
    let story = |run: &Run| stories.get(run.article).copied().unwrap_or_default();
    let mut by_forms: BTreeMap<(Vec<usize>, Option<usize>), Vec<usize>> = BTreeMap::new();
    for (number, run) in runs.iter().enumerate() {
        let only = (run.words.len() < TELLING).then(|| story(run));
        by_forms
            .entry((run.forms(), only))
            .or_default()
            .push(number);
    }
    let mut wordings: Vec<Wording> = by_forms
        .into_values()
        .filter_map(|numbers| {
            let first = runs.get(*numbers.first()?)?;
            Some(Wording {
                words: &first.words,
                stories: numbers
                    .iter()
                    .filter_map(|&run| runs.get(run))
                    .map(story)
                    .collect(),
                runs: numbers,
            })
        })
        .collect();
    wordings.sort_by_key(|wording| std::cmp::Reverse(wording.words.len()));
    wordings
}

fn group(wordings: &[Wording<'_>], leader: usize, others: Vec<(usize, Matching)>) -> Group {
    let runs = |number: usize| wordings.get(number).map_or(&[][..], |one| &one.runs);
    let others = others.into_iter().flat_map(|(number, matching)| {
        let each = runs(number).iter();
        each.map(move |&run| (run, matching.places.clone()))
    });
    Group {
        fullest: runs(leader).to_vec(),
        others: others
            .map(|(run, places)| (run, Matching { places }))
            .collect(),
    }
}

fn has_several_quotes(group: &Group, runs: &[Run]) -> bool {
    let others = group.others.iter().map(|(run, _)| run);
    let members = group.fullest.iter().chain(others);
    let mut quotes = members
        .filter_map(|&run| runs.get(run))
        .map(|run| (run.article, run.quote));
    quotes
        .next()
        .is_some_and(|first| quotes.any(|other| other != first))
}

/// Where the words of the leaders stand.
#[derive(Default)]
struct Index {
    /// A leader and a place in it, for keys in a row.
    places: HashMap<[usize; SHINGLE], Vec<(usize, usize)>>,
}

impl Index {
    fn add(&mut self, leader: usize, words: &[Word]) {
        for (at, shingle) in shingles(words) {
            let places = self.places.entry(shingle).or_default();
            let known = places.last().is_some_and(|&(last, _)| last == leader);
            if places.len() < PLACES && !known {
                places.push((leader, at));
            }
        }
    }

    /// The leader that has most of a wording, if it has enough to tell.
    fn leader(&self, wordings: &[Wording<'_>], wording: &Wording<'_>) -> Option<(usize, Matching)> {
        let words = wording.words;
        let seeds: HashMap<usize, &[(usize, usize)]> = shingles(words)
            .filter_map(|(at, shingle)| Some((at, self.places.get(&shingle)?.as_slice())))
            .collect();
        let mut hits: BTreeMap<usize, usize> = BTreeMap::new();
        for &(leader, _) in seeds.values().copied().flatten() {
            *hits.entry(leader).or_default() += 1;
        }
        let mut candidates: Vec<(usize, usize)> = hits.into_iter().collect();
        candidates.sort_by_key(|&(_, hits)| std::cmp::Reverse(hits));
        candidates.truncate(CANDIDATES);
        let matched = candidates.into_iter().filter_map(|(leader, _)| {
            let place = |at: usize| {
                let places = seeds.get(&at)?.iter();
                places
                    .copied()
                    .find_map(|(of, place)| (of == leader).then_some(place))
            };
            Some((
                leader,
                Matching::new(wordings.get(leader)?.words, words, place),
            ))
        });
        matched
            .filter(|(leader, matching)| {
                let leader = wordings.get(*leader);
                let of_one_story =
                    leader.is_some_and(|one| !one.stories.is_disjoint(&wording.stories));
                let most = 2 * matching.count() >= words.len();
                (of_one_story && most) || matching.longest() >= TELLING
            })
            .min_by_key(|(leader, matching)| (std::cmp::Reverse(matching.count()), *leader))
    }
}

fn shingles(words: &[Word]) -> impl Iterator<Item = (usize, [usize; SHINGLE])> {
    let rows = words.windows(SHINGLE).enumerate();
    rows.filter(|(_, row)| row.iter().filter(|word| word.is_content).count() >= CONTENT)
        .filter_map(|(at, row)| {
            let keys: Vec<usize> = row.iter().map(|word| word.key).collect();
            Some((at, keys.try_into().ok()?))
        })
}
