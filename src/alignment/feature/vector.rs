//! How near in meaning sentences are, by vectors of their words.

use crate::alignment::Wording;
use crate::alignment::weight::{Weights, holding, telling};
use crate::model::{dot, unit, word_vectors};
use crate::text::Pair;

/// For each sentence, the sum of its words' vectors, weighed by how rare they are in the two articles.
pub(super) struct Vectors {
    plain: Pair<Vec<Vec<f32>>>,
    /// Less what is the story's: the direction of the words that both articles have.
    apart: Pair<Vec<Vec<f32>>>,
}

impl Vectors {
    /// `words` are those of [`Weights::of_words`].
    pub(super) fn new(wording: &Wording, words: &Weights) -> Vectors {
        let known = word_vectors();
        // Each word is looked up once.
        let values: Vec<Option<Vec<f32>>> = wording
            .keys()
            .iter()
            .map(|key| known.of(&key.text).map(Iterator::collect))
            .collect();
        let add = |sum: &mut [f32], number: usize, weight: f32| {
            let values = values.get(number).into_iter().flatten().flatten();
            for (sum, value) in sum.iter_mut().zip(values) {
                *sum += weight * value;
            }
        };
        let mut story = vec![0.0; known.dimensions()];
        for (number, &each) in words.holding.iter().enumerate() {
            let both = each.left.min(each.right);
            if both > 0 {
                #[expect(
                    clippy::cast_precision_loss,
                    reason = "sentences are counted in thousands"
                )]
                add(&mut story, number, both as f32 * telling(holding(each)));
            }
        }
        unit(&mut story);
        let plain = words.sentences.as_ref().map(|sentences| {
            let each = sentences.iter().map(|words_here| {
                let mut sum = vec![0.0; known.dimensions()];
                for &number in words_here {
                    let each = words.holding.get(number).copied().unwrap_or_default();
                    add(&mut sum, number, telling(holding(each)));
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
