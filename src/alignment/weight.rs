//! What words weigh, and how alike two sentences are by the words they share.

use super::Wording;
use super::wording::Key;
use crate::text::{Pair, Term};

/// The features of every sentence: what it holds, weighed by how few sentences of the two articles hold it.
pub(super) struct Weights {
    /// For each sentence, its features, in order and each once.
    pub(super) sentences: Pair<Vec<Vec<usize>>>,
    /// In how many sentences of each article each feature stands.
    pub(super) holding: Vec<Pair<usize>>,
    /// For each feature, [`telling`] squared, over the sentences of both articles.
    pub(super) squares: Vec<f32>,
    /// For each sentence, the length of its vector.
    lengths: Pair<Vec<f32>>,
}

/// The features that two sentences share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Common {
    /// How many they are.
    pub(super) count: f32,
    /// How many each sentence has.
    pub(super) of: Pair<f32>,
    /// Their weights squared, together.
    pub(super) squares: f32,
}

impl Weights {
    /// By whole words that say something on their own.
    pub(super) fn of_words(wording: &Wording) -> Weights {
        Weights::of_some(wording, |_, _| true)
    }

    /// By those of these words that are `wanted`.
    pub(super) fn of_some(wording: &Wording, wanted: impl Fn(&Term, &Key) -> bool) -> Weights {
        let found = wording.sentences().zip(wording.numbers());
        let found = found.map(|(sentences, numbers)| {
            let each = sentences.iter().zip(numbers).map(|(terms, numbers)| {
                let terms = terms.iter().zip(numbers.iter().copied());
                let content = terms.filter(|&(term, number)| {
                    term.is_content() && wording.key(number).is_some_and(|key| wanted(term, key))
                });
                content.map(|(_, number)| number).collect()
            });
            each.collect::<Vec<Vec<usize>>>()
        });
        Weights::weighed(found, wording.keys().len())
    }

    /// By runs of four letters within such words, their ends marked, so that *Ukraine* and *Ukrainian* are alike; `words`
    /// are those of [`Weights::of_words`].
    pub(super) fn of_letters(wording: &Wording, words: &Weights) -> Weights {
        let runs = wording.keys().iter().map(|key| letter_runs(&key.text));
        let runs: Vec<Vec<LetterRun>> = runs.collect();
        let mut known: Vec<LetterRun> = runs.iter().flatten().copied().collect();
        known.sort_unstable();
        known.dedup();
        let number = |run: &LetterRun| known.binary_search(run).ok();
        let runs = runs.iter().map(|runs| runs.iter().filter_map(number));
        let runs: Vec<Vec<usize>> = runs.map(Iterator::collect).collect();
        let found = words.sentences.as_ref().map(|sentences| {
            let each = sentences.iter().map(|words| {
                let words = words.iter().filter_map(|&word| runs.get(word));
                words.flatten().copied().collect()
            });
            each.collect::<Vec<Vec<usize>>>()
        });
        Weights::weighed(found, known.len())
    }

    /// By what is found in each sentence, of `features` numbered ones.
    pub(super) fn weighed(found: Pair<Vec<Vec<usize>>>, features: usize) -> Weights {
        let sentences = found.map(|mut sentences| {
            for features in &mut sentences {
                features.sort_unstable();
                features.dedup();
            }
            sentences
        });
        let mut holding = vec![Pair::new(0, 0); features];
        for (side, sentences) in sentences.as_ref().sides() {
            for &feature in sentences.iter().flatten() {
                if let Some(holding) = holding.get_mut(feature) {
                    *holding.get_mut(side) += 1;
                }
            }
        }
        let squares = holding
            .iter()
            .map(|&each| telling(self::holding(each)).powi(2));
        let squares: Vec<f32> = squares.collect();
        let lengths = sentences.as_ref().map(|all| {
            let length = |features: &Vec<usize>| sum(features, &squares).sqrt();
            all.iter().map(length).collect()
        });
        Weights {
            sentences,
            holding,
            squares,
            lengths,
        }
    }

    /// The cosine of two sentences' vectors, from 0 to 1.
    pub(super) fn cosine(&self, sentences: Pair<usize>) -> f32 {
        self.part(sentences, self.shared(sentences))
    }

    /// The squared weights of what two sentences share.
    pub(super) fn shared(&self, sentences: Pair<usize>) -> f32 {
        self.common(sentences).squares
    }

    /// Whether two sentences share anything.
    pub(super) fn share(&self, sentences: Pair<usize>) -> bool {
        let held = self.held(sentences);
        both(held.left, held.right).next().is_some()
    }

    /// What two sentences share.
    #[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
    pub(super) fn common(&self, sentences: Pair<usize>) -> Common {
        let held = self.held(sentences);
        let mut common = Common {
            count: 0.0,
            of: held.map(|held| held.len() as f32),
            squares: 0.0,
        };
        for &feature in both(held.left, held.right) {
            common.count += 1.0;
            common.squares += self.squares.get(feature).copied().unwrap_or_default();
        }
        common
    }

    fn held(&self, sentences: Pair<usize>) -> Pair<&[usize]> {
        let held = self.sentences.as_ref().zip(sentences);
        held.map(|(all, number)| all.get(number).map_or(&[][..], Vec::as_slice))
    }

    /// The cosine of two sentences whose shared features weigh `squares` together.
    pub(super) fn part(&self, sentences: Pair<usize>, squares: f32) -> f32 {
        let lengths = self
            .lengths
            .as_ref()
            .zip(sentences)
            .map(|(all, number)| all.get(number).copied().unwrap_or_default());
        let product = lengths.left * lengths.right;
        if product > 0.0 {
            (squares / product).min(1.0)
        } else {
            0.0
        }
    }
}

/// In how many sentences something counts as standing that stands in so many of each article: twice the lesser, so that it
/// weighs the same when one article goes on to use it elsewhere.
pub(super) fn holding(each: Pair<usize>) -> usize {
    match each.left.min(each.right) {
        0 => each.left + each.right,
        least => 2 * least,
    }
}

/// `ln(1 + 60 / df)`, how much a word tells that stands in `df` sentences of two articles: one of the whole story little,
/// one of a single sentence much. The 60 stands for the articles' length, so that what is added to one of them does not
/// change what its other words weigh. A strong background IDF was measured and hurts, as the words of the story recur in
/// both articles.
pub(super) fn telling(holding: usize) -> f32 {
    rarity(60, holding)
}

/// `ln(1 + N / df)`.
#[expect(
    clippy::cast_precision_loss,
    reason = "sentences are counted in thousands"
)]
pub(super) fn rarity(sentences: usize, holding: usize) -> f32 {
    (1.0 + sentences as f32 / holding.max(1) as f32).ln()
}

/// What stands in both of two ordered lists.
fn both<'a>(left: &'a [usize], right: &'a [usize]) -> impl Iterator<Item = &'a usize> {
    let mut right = right.iter().peekable();
    left.iter().filter(move |&feature| {
        while right.next_if(|&other| other < feature).is_some() {}
        right.peek() == Some(&feature)
    })
}

fn sum<'a>(features: impl IntoIterator<Item = &'a usize>, squares: &[f32]) -> f32 {
    features
        .into_iter()
        .filter_map(|&feature| squares.get(feature))
        .sum()
}

/// Four letters, packed into one number that sorts quickly.
type LetterRun = u128;

/// A word's runs of four letters, `#` standing for its ends; one run for a word of a letter or none.
fn letter_runs(key: &str) -> Vec<LetterRun> {
    let mut letters: Vec<char> = format!("#{key}#").chars().collect();
    while letters.len() < 4 {
        letters.push('#');
    }
    let pack = |run: &[char]| {
        run.iter()
            .fold(0, |packed, &letter| packed << 32 | u128::from(letter))
    };
    letters.windows(4).map(pack).collect()
}
