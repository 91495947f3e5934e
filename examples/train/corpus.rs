//! Articles with their marked attributions, as sequences and pairs.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use anyhow::Context;
use parallax::article::{Article, Label};
use parallax::name::names;
use parallax::quote::learning::{Role, RoleSpan, paragraphs};
use parallax::text::Span;

/// A paragraph with the label of each item.
pub(crate) struct Marked {
    /// For each item, its features.
    pub(crate) features: Vec<Vec<u32>>,
    /// For each item, its label.
    pub(crate) labels: Vec<usize>,
}

/// Two spans with whether they belong together.
pub(crate) struct Joined {
    pub(crate) features: Vec<u32>,
    pub(crate) together: bool,
}

/// Everything to learn from.
#[derive(Default)]
pub(crate) struct Corpus {
    pub(crate) sequences: Vec<Marked>,
    pub(crate) joins: Vec<Joined>,
}

/// An attribution: the spans of each role, in bytes.
type Attribution = HashMap<&'static str, Vec<Span>>;

impl Corpus {
    /// Reads a folder; of an article's annotators the first by name counts.
    pub(crate) fn read(folder: &Path) -> anyhow::Result<Corpus> {
        let mut first: BTreeMap<String, std::path::PathBuf> = BTreeMap::new();
        let mut files: Vec<_> = fs::read_dir(folder.join("attributions"))
            .with_context(|| format!("{}: no attributions there", folder.display()))?
            .collect::<Result<Vec<_>, _>>()?;
        files.sort_by_key(fs::DirEntry::file_name);
        for file in files {
            let name = file.file_name().to_string_lossy().into_owned();
            let Some((stem, _)) = name
                .strip_suffix(".ann")
                .and_then(|name| name.rsplit_once('_'))
            else {
                continue;
            };
            first.entry(stem.to_owned()).or_insert_with(|| file.path());
        }
        let mut corpus = Corpus::default();
        for (stem, marks) in first {
            let text = fs::read_to_string(folder.join("text").join(format!("{stem}.txt")))?;
            let attributions = attributions(&fs::read_to_string(marks)?, &text);
            corpus.add(text, &attributions);
        }
        Ok(corpus)
    }

    fn add(&mut self, text: String, attributions: &[Attribution]) {
        let article = Article::plain(text, Label::default());
        let names = names(&article);
        paragraphs(&article, &names, |sequence, joins| {
            let (labels, spans, owners) = label(&sequence.items, attributions);
            let features = sequence
                .features
                .iter()
                .map(|set| set.ids().to_vec())
                .collect();
            self.sequences.push(Marked { features, labels });
            for join in joins(&spans) {
                let (a, b) = (&owners[join.spans.0], &owners[join.spans.1]);
                let together = a.iter().any(|owner| b.contains(owner));
                self.joins.push(Joined {
                    features: join.features.ids().to_vec(),
                    together,
                });
            }
        });
    }
}

const ROLES: [(Role, &str); 3] = [
    (Role::Content, "Content"),
    (Role::Cue, "Cue"),
    (Role::Source, "Source"),
];

/// The labels of a paragraph's items, the role spans that they make, and the attributions that each span is part of.
fn label(
    items: &[Span],
    attributions: &[Attribution],
) -> (Vec<usize>, Vec<RoleSpan>, Vec<Vec<usize>>) {
    let mut labels = vec![0; items.len()];
    let mut spans: Vec<(RoleSpan, Vec<usize>)> = Vec::new();
    // Sources and cues are laid over contents, which can hold another attribution.
    for (role, name) in ROLES {
        for (number, attribution) in attributions.iter().enumerate() {
            for &span in attribution.get(name).into_iter().flatten() {
                let covers = |item: &Span| {
                    item.shared(span)
                        .is_some_and(|shared| 2 * shared.len() >= item.len())
                };
                let Some(start) = items.iter().position(covers) else {
                    continue;
                };
                let end = 1 + items.iter().rposition(covers).unwrap_or(start);
                let found = RoleSpan {
                    role,
                    items: start..end,
                };
                match spans.iter_mut().find(|(known, _)| *known == found) {
                    Some((_, owners)) => owners.push(number),
                    None => spans.push((found, vec![number])),
                }
                for (place, label) in labels[start..end].iter_mut().enumerate() {
                    *label = role.label(place == 0);
                }
            }
        }
    }
    spans.sort_by_key(|(span, _)| (span.items.start, span.items.end));
    let (spans, owners) = spans.into_iter().unzip();
    (labels, spans, owners)
}

/// The attributions of a standoff file, whose offsets are characters of `text`.
fn attributions(marks: &str, text: &str) -> Vec<Attribution> {
    let bytes: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let mut spans: HashMap<&str, Vec<Span>> = HashMap::new();
    let mut found = Vec::new();
    for line in marks.lines() {
        let mut fields = line.split('\t');
        let (Some(id), Some(what)) = (fields.next(), fields.next()) else {
            continue;
        };
        let Some((kind, rest)) = what.split_once(' ') else {
            continue;
        };
        if id.starts_with('T') && !kind.contains(':') {
            let parts = rest.split(';').filter_map(|part| {
                let (start, end) = part.trim().split_once(' ')?;
                let at = |number: &str| bytes.get(number.parse::<usize>().ok()?).copied();
                Some(Span::new(at(start)?, at(end)?))
            });
            spans.insert(id, parts.collect());
        } else if id.starts_with('E') {
            let mut attribution = Attribution::new();
            for item in what.split(' ') {
                let Some((role, id)) = item.split_once(':') else {
                    continue;
                };
                let role = role.trim_end_matches(|letter: char| letter.is_ascii_digit());
                let Some((_, name)) = ROLES.iter().find(|(_, name)| *name == role) else {
                    continue;
                };
                attribution
                    .entry(name)
                    .or_default()
                    .extend(spans.get(id).into_iter().flatten());
            }
            found.push(attribution);
        }
    }
    found.retain(|attribution| attribution.contains_key("Content"));
    found
}
