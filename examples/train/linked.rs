//! Pairs of articles whose sentences are linked.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use anyhow::Context;
use parallax::alignment::Couple;
use parallax::alignment::learning::Candidates;
use parallax::article::{Article, Label};
use parallax::reading::Reading;
use parallax::speaker::cast;
use parallax::text::{Pair, Span};
use serde::Deserialize;

/// Two articles: the pairs of sentences that are scored, and which of them are links.
pub(crate) struct Example {
    pub(crate) candidates: Candidates,
    /// `None` where it is not known.
    pub(crate) linked: Vec<Option<bool>>,
    /// How many links no candidate stands for.
    pub(crate) missed: usize,
    /// Whether what counts as a link is another thing than what a reader wants side by side.
    pub(crate) foreign: bool,
    /// Examples of one group are learned from, or tried, together.
    pub(crate) group: usize,
}

#[derive(Deserialize)]
struct HandLinked {
    a: Text,
    b: Text,
    links: Vec<HandLink>,
}

#[derive(Deserialize)]
struct Text {
    path: PathBuf,
    sentences: Vec<HandSentence>,
}

#[derive(Deserialize)]
struct HandSentence {
    n: usize,
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
struct HandLink {
    a: usize,
    b: usize,
}

#[derive(Deserialize)]
struct Events {
    docs: BTreeMap<String, EventText>,
    pairs: Vec<EventPair>,
    contrast: Vec<EventPair>,
}

#[derive(Deserialize)]
struct EventText {
    path: PathBuf,
    sentences: Vec<EventSentence>,
    subtopic: String,
}

#[derive(Deserialize)]
struct EventSentence {
    id: usize,
    byte: (usize, usize),
}

#[derive(Deserialize)]
struct EventPair {
    a: String,
    b: String,
    #[serde(default)]
    links: Vec<Vec<usize>>,
}

/// A marked article: where its sentences stand, by number.
type Marked = Vec<(usize, Span)>;

/// At most so many pairs of each kind are taken from articles whose events are marked.
const MOST: usize = 600;

pub(crate) fn hand_linked(folder: &Path) -> anyhow::Result<Vec<Example>> {
    let marked: Vec<HandLinked> =
        serde_json::from_slice(&std::fs::read(folder.join("links.json"))?)?;
    let each = marked.iter().enumerate().map(|(group, marked)| {
        let texts = Pair::new(&marked.a, &marked.b);
        let links = marked.links.iter().map(|link| (link.a, link.b));
        let sentences = texts.map(|text| -> Marked {
            let each = text.sentences.iter();
            each.map(|one| (one.n, Span::new(one.start, one.end)))
                .collect()
        });
        let paths = texts.map(|text| folder.join("text").join(&text.path));
        let mut example = example(&paths, &sentences, &links.collect::<Vec<_>>())?;
        example.group = group;
        Ok(example)
    });
    each.collect()
}

pub(crate) fn events(folder: &Path) -> anyhow::Result<Vec<Example>> {
    let events: Events = serde_json::from_slice(&std::fs::read(folder.join("gold.json"))?)?;
    let above = folder.parent().unwrap_or(folder);
    let mut examples = Vec::new();
    for pairs in [&events.pairs, &events.contrast] {
        for pair in pairs.iter().step_by(pairs.len().div_ceil(MOST).max(1)) {
            let text = |name: &str| {
                let found = events.docs.get(name);
                found.with_context(|| format!("no document {name}"))
            };
            let texts = Pair::new(text(&pair.a)?, text(&pair.b)?);
            let sentences = texts.map(|text| -> Marked {
                let each = text.sentences.iter();
                each.map(|one| (one.id, Span::new(one.byte.0, one.byte.1)))
                    .collect()
            });
            let links = pair.links.iter();
            let links = links.filter_map(|link| Some((*link.first()?, *link.get(1)?)));
            let paths = texts.map(|text| above.join(&text.path));
            let mut example = example(&paths, &sentences, &links.collect::<Vec<_>>())?;
            let number = texts.left.subtopic.chars().filter(char::is_ascii_digit);
            example.group = number.collect::<String>().parse().unwrap_or_default();
            example.foreign = true;
            examples.push(example);
        }
    }
    Ok(examples)
}

fn example(
    paths: &Pair<PathBuf>,
    sentences: &Pair<Marked>,
    links: &[(usize, usize)],
) -> anyhow::Result<Example> {
    let read = |path: &Path| -> anyhow::Result<Reading> {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        Ok(Reading::new(Article::plain(text, Label::default())))
    };
    let readings = Pair::new(read(&paths.left)?, read(&paths.right)?);
    let cast = cast(&[&readings.left, &readings.right]);
    let couple = Couple::new(readings.as_ref(), Pair::new(0, 1), &cast);
    let candidates = Candidates::new(&couple);
    let stand = sentences
        .as_ref()
        .zip(readings.as_ref())
        .map(|(marked, reading)| stands_for(marked, reading));
    let mut known: HashMap<(usize, usize), bool> = HashMap::new();
    for (one, lefts) in &stand.left {
        for (other, rights) in &stand.right {
            let linked = links.contains(&(*one, *other));
            for &left in lefts {
                for &right in rights {
                    *known.entry((left, right)).or_default() |= linked;
                }
            }
        }
    }
    let linked: Vec<Option<bool>> = candidates
        .pairs()
        .iter()
        .map(|pair| known.get(&(pair.left, pair.right)).copied())
        .collect();
    let found = linked.iter().filter(|linked| **linked == Some(true));
    Ok(Example {
        missed: links.len().saturating_sub(found.count()),
        candidates,
        linked,
        foreign: false,
        group: 0,
    })
}

/// For each marked sentence, those of ours that it shares at least half of the shorter one with. The headline's number comes
/// after the last; it counts only where it is marked.
fn stands_for(marked: &Marked, reading: &Reading) -> Vec<(usize, Vec<usize>)> {
    let sentences = reading.sentences.iter().map(|sentence| sentence.span);
    let ours: Vec<Span> = sentences.chain(reading.article.headline()).collect();
    let stand = |span: Span| -> Vec<usize> {
        let length = |span: Span| span.end - span.start;
        let alike = ours.iter().enumerate().filter(|(_, own)| {
            let shared = own.shared(span).map_or(0, length);
            shared > 0 && 2 * shared >= length(**own).min(length(span))
        });
        alike.map(|(number, _)| number).collect()
    };
    let each = marked.iter();
    each.map(|&(number, span)| (number, stand(span))).collect()
}
