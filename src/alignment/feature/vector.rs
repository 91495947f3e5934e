//! How near in meaning sentences are, by vectors of their words.

use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt, HashSet};

use crate::alignment::Wording;
use crate::alignment::weight::{self, telling};
use crate::model::WordVectors;
use crate::text::Pair;

static TABLE: &[u8] = include_bytes!("../../../assets/word_vectors.table");
static WORDS: OnceLock<WordVectors<'static>> = OnceLock::new();

/// For each sentence, the sum of its words' vectors, weighed by how rare they are in the two articles.
pub(super) struct Vectors {
    plain: Pair<Vec<Vec<f32>>>,
    /// Less what is the story's: the direction of the words that both articles have.
    apart: Pair<Vec<Vec<f32>>>,
}

impl Vectors {
    pub(super) fn new(wording: &Wording) -> Vectors {
        let known = WORDS.get_or_init(|| WordVectors::new(TABLE));
        let holding = standing(wording);
        let mut story = vec![0.0; known.dimensions()];
        let mut shared: Vec<(&str, Pair<usize>)> = holding
            .iter()
            .filter(|(_, each)| each.left.min(each.right) > 0)
            .map(|(key, each)| (*key, *each))
            .collect();
        // Sums depend on the order.
        shared.sort_unstable_by_key(|(key, _)| *key);
        for (key, each) in shared {
            #[expect(
                clippy::cast_precision_loss,
                reason = "sentences are counted in thousands"
            )]
            let weight = each.left.min(each.right) as f32 * telling(weight::holding(each));
            add(&mut story, known, key, weight);
        }
        unit(&mut story);
        let plain = wording.sentences().map(|sentences| {
            let each = sentences.iter().map(|terms| {
                let mut keys: Vec<&str> = terms
                    .iter()
                    .filter(|term| term.is_content())
                    .map(|term| term.key.as_str())
                    .collect();
                keys.sort_unstable();
                keys.dedup();
                let mut sum = vec![0.0; known.dimensions()];
                for key in keys {
                    let each = holding.get(key).copied().unwrap_or_default();
                    add(&mut sum, known, key, telling(weight::holding(each)));
                }
                unit(&mut sum);
                sum
            });
            each.collect::<Vec<Vec<f32>>>()
        });
        let apart = plain.as_ref().map(|sentences| {
            let less = |sentence: &Vec<f32>| {
                let along = dot(sentence, &story);
                let mut rest: Vec<f32> = sentence
                    .iter()
                    .zip(&story)
                    .map(|(value, story)| value - along * story)
                    .collect();
                unit(&mut rest);
                rest
            };
            sentences.iter().map(less).collect::<Vec<_>>()
        });
        Vectors { plain, apart }
    }

    pub(super) fn tell(&self, pair: Pair<usize>, features: &mut Vec<f32>) {
        features.extend([&self.plain, &self.apart].map(|vectors| {
            let [left, right] = [vectors.left.get(pair.left), vectors.right.get(pair.right)]
                .map(|vector| vector.map_or(&[][..], Vec::as_slice));
            dot(left, right)
        }));
    }
}

/// In how many sentences of each article each word stands.
fn standing(wording: &Wording) -> HashMap<&str, Pair<usize>> {
    let mut holding: HashMap<&str, Pair<usize>> = HashMap::new();
    for (side, sentences) in wording.sentences().sides() {
        for terms in sentences {
            let content = terms.iter().filter(|term| term.is_content());
            let keys: HashSet<&str> = content.map(|term| term.key.as_str()).collect();
            for key in keys {
                *holding.entry(key).or_default().get_mut(side) += 1;
            }
        }
    }
    holding
}

fn add(sum: &mut [f32], known: &WordVectors<'_>, key: &str, weight: f32) {
    for (sum, value) in sum.iter_mut().zip(known.of(key).into_iter().flatten()) {
        *sum += weight * value;
    }
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn unit(vector: &mut [f32]) {
    let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt();
    if length > 0.0 {
        for value in vector {
            *value /= length;
        }
    }
}
