//! Which articles are about the same event, and how alike any two are.
//!
//! An article is a vector of its content terms, weighed by how often it has them and by how few articles do; two are as
//! alike as the cosine of their vectors says. Stories grow from the most alike by average linkage.

mod group;
mod growth;
mod index;
mod label;
mod neighbour;
mod rarity;
mod terms;
mod vector;

pub use group::{Story, stories};
pub use growth::ALIKE;
pub use index::{Likened, Likening, related};
pub use label::{ALONE, NamedStory, named_stories, story_name};
pub use neighbour::{Grouped, NEAREST, grouped};
pub use terms::Terms;

#[cfg(test)]
mod tests;
