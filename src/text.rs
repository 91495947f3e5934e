//! Where words are, which words are alike, and what may be shown of them.

mod fold;
pub mod form;
pub mod list;
mod marked;
mod pair;
mod span;
mod spelling;
mod term;
mod union;
mod visible;
mod word;

pub use fold::fold;
pub use list::WordList;
pub use marked::{mark, unmark};
pub use pair::{Pair, Side};
pub use span::Span;
pub use spelling::{Spellings, same_spelling};
pub use term::{Term, TermKind, is_general, stem, terms};
pub use union::Union;
pub use visible::{is_invisible, visible};
pub use word::{Word, on_one_line, without_possessive, words};
