//! What the terminal shows, and what keys mean.
//!
//! `update` decides, `draw` only paints. A screen is a variant of the state's stack, a place in the key table, a file
//! that knows what keys do there and one that paints it.

mod columns;
mod compare;
mod coverage;
mod desk;
mod differences;
mod filter;
mod find;
mod gathering;
mod history;
mod input;
mod key;
pub mod keymap;
mod layout;
mod library;
mod made;
mod matrix;
mod message;
mod narrowing;
mod notes;
mod overlay;
mod quotes;
mod reader;
mod scroll;
mod search;
mod state;
mod tags;
pub mod theme;
mod update;
mod versions;
mod view;
mod work;

pub use key::Key;
pub use layout::Size;
pub use library::{ArticleId, Card, Changes, Entry, Shelf, Stored};
pub use message::{Digest, Effect, Message, Ticket};
pub use state::State;
pub use update::update;
pub use view::draw;
pub use work::work_out;
