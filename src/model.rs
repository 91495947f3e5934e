//! Learned tables: a sequence tagger and linear scorers over hashed features.
//!
//! A feature is a 32-bit number made of a template and the values it saw; its weights lie in the row that the number
//! falls on. Rows can be shared by chance, which training sees too. No table is read at start-up but as it lies in
//! `assets/`: a byte a weight.

mod feature;
mod net;
mod scorer;
mod tagger;
mod vectors;

pub use feature::{FeatureSet, word_value};
pub use net::{FAR, Net, squashed};
pub use scorer::Scorer;
pub use tagger::{Tagger, Tagging};
pub use vectors::{WordVectors, dot, unit, word_vectors};
