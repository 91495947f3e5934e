use std::sync::OnceLock;

static TABLE: &[u8] = include_bytes!("../../assets/word_vectors.table");
static WORDS: OnceLock<WordVectors<'static>> = OnceLock::new();

/// The vectors of the words of news, read when they are first asked for.
pub fn word_vectors() -> &'static WordVectors<'static> {
    WORDS.get_or_init(|| WordVectors::new(TABLE))
}

/// Word vectors: words that stand in like surroundings point the same way.
///
/// The table holds the number of dimensions as a byte; the words, in order, each on a line of its own, and an empty line;
/// then for each word its vector, a signed byte a dimension, of about the length [`WordVectors::LENGTH`].
#[derive(Debug)]
pub struct WordVectors<'a> {
    /// In order.
    words: Vec<&'a str>,
    vectors: &'a [u8],
    dimensions: usize,
}

impl<'a> WordVectors<'a> {
    /// The length of every vector, up to rounding.
    pub const LENGTH: f32 = 300.0;

    /// Vectors read from `table`; none when it is not one.
    pub fn new(table: &'a [u8]) -> WordVectors<'a> {
        let (&dimensions, rest) = table.split_first().unwrap_or((&0, &[]));
        let end = rest
            .windows(2)
            .position(|two| two == b"\n\n")
            .unwrap_or_default();
        let (words, vectors) = rest.split_at_checked(end + 2).unwrap_or_default();
        let words = std::str::from_utf8(words).unwrap_or_default();
        WordVectors {
            words: words.lines().filter(|word| !word.is_empty()).collect(),
            vectors,
            dimensions: usize::from(dimensions),
        }
    }

    /// How many dimensions there are.
    pub fn dimensions(&self) -> usize {
        self.dimensions
    }

    /// The vector of a stemmed word, of the length 1; `None` when it is not known.
    pub fn of(&self, stem: &str) -> Option<impl Iterator<Item = f32> + use<'a>> {
        let start = self.words.binary_search(&stem).ok()? * self.dimensions;
        let bytes = self.vectors.get(start..start + self.dimensions)?;
        Some(
            bytes
                .iter()
                .map(|&byte| f32::from(i8::from_ne_bytes([byte])) / Self::LENGTH),
        )
    }
}

/// The sum of the products: of two vectors of the length 1 the cosine, 0 where one of them is all 0.
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Gives a vector the length 1, unless it is all 0.
pub fn unit(vector: &mut [f32]) {
    let length = dot(vector, vector).sqrt();
    if length > 0.0 {
        for value in vector {
            *value /= length;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_its_own_row() {
        let table = [&[2][..], b"peac\nwar\n\n", &[1, 2, 255, 0]].concat();
        let vectors = WordVectors::new(&table);
        let of = |word: &str| {
            vectors.of(word).map(|row| {
                row.map(|value| value * WordVectors::LENGTH)
                    .collect::<Vec<f32>>()
            })
        };
        assert_eq!(of("war"), Some(vec![-1.0, 0.0]));
        assert_eq!(of("truce"), None);
        assert!(WordVectors::new(&[]).of("war").is_none());
    }
}
