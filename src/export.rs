//! Values as text for eyes, as JSON for programs, and tables as CSV and Markdown.
//!
//! Text is a `Sheet`: whatever goes through one can be printed anywhere. JSON is a contract, see `json`.

pub mod align;
pub mod compare;
mod conflict;
pub mod coverage;
pub mod feeds;
pub mod json;
pub mod list;
pub mod marks;
pub mod quotes;
pub mod related;
pub mod search;
mod sheet;
pub mod stories;

pub use sheet::Sheet;
