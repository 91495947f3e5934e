/// The features of one thing that is to be judged, as numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeatureSet {
    ids: Vec<u32>,
}

impl FeatureSet {
    /// A set with room for so many features.
    pub fn with_room(features: usize) -> FeatureSet {
        FeatureSet {
            ids: Vec::with_capacity(features),
        }
    }

    /// Adds the feature that `template` makes of `values`.
    pub fn add<'v>(&mut self, template: u32, values: impl IntoIterator<Item = &'v u32>) {
        let mut id = mix(0x811c_9dc5, template);
        for &value in values {
            id = mix(id, value);
        }
        self.ids.push(id ^ (id >> 15));
    }

    /// Forgets all features, and keeps the room they took.
    pub fn clear(&mut self) {
        self.ids.clear();
    }

    /// The features, in the order they were added.
    pub fn ids(&self) -> &[u32] {
        &self.ids
    }
}

fn mix(id: u32, value: u32) -> u32 {
    (id.rotate_left(5) ^ value).wrapping_mul(0x9e37_79b1)
}

/// A word as a value of features (FNV-1a).
pub fn word_value(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |value, byte| {
        (value ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
