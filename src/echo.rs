//! What several articles quote alike, cut, alter, or ascribe otherwise; what one article quotes twice; and what one quotes
//! and another tells in its own words.
//!
//! Word for word only words in quotation marks are compared, for they claim to be somebody's own. Runs of a few words must
//! be the same as a whole; longer ones are found by rows of four words, so that pieces of a quote meet the longest version
//! of it. Inflections and spellings of a name are found too, and only the former count as differing. Capitals, accents and
//! punctuation are none of the words.

mod between;
mod echoed;
mod group;
mod matching;
mod member;
mod overlay;
mod paraphrase;
mod place;
mod run;
mod standing;
#[cfg(test)]
mod tests;
mod told;
mod version;

use serde::Serialize;

use crate::reading::Reading;
use crate::speaker::Cast;
use crate::text::Span;

pub use echoed::{Echoed, echoed};
pub use overlay::{Laid, Segment};
pub use paraphrase::{Paraphrase, Telling, paraphrases};
pub use place::QuotePlace;
pub use standing::{Counterpart, Standing};
pub use told::all_versions;
pub use version::{Rank, Version, alone, versions};

/// So many members of an echo are looked at for one quote: what is repeated more often is a flood.
const MOST: usize = 256;

/// Runs in quotation marks that are the same words, wholly or in part.
#[derive(Clone, Debug, PartialEq)]
pub struct Echo {
    /// The gravest that is true of any member.
    pub kind: EchoKind,
    /// The longest version, a number in `members`.
    pub fullest: usize,
    /// Of two quotes at least, in order of article and place.
    pub members: Vec<Member>,
    /// What the articles that only have pieces leave out.
    pub cuts: Vec<Cut>,
}

/// How a run stands to the fullest version; the gravest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EchoKind {
    /// The same words.
    Same,
    /// A piece of them, of which the article leaves something out.
    Cut,
    /// It has words that the fullest has not.
    Altered,
    /// The same words, or a piece of them, ascribed to somebody else than in most members. When no speaker is named most
    /// often, all have it.
    OtherSpeaker,
}

/// A run in quotation marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The number of its article.
    pub article: usize,
    /// The number of its quote in `Reading::quotes`.
    pub quote: usize,
    /// The number of the run in `Quote::quoted`.
    pub run: usize,
    /// Where it stands, without marks.
    pub span: Span,
    /// Its words, in order.
    pub words: Vec<Placed>,
    /// How it stands to the fullest.
    pub kind: EchoKind,
    /// What of the fullest it has: spans in the text of the fullest's article.
    pub shared: Vec<Span>,
    /// What the fullest has not, or has in another inflection: spans in the text of its own article.
    pub differing: Vec<Span>,
    /// How many words that are.
    pub apart: usize,
    /// Whether it has shared words in other capitals.
    pub recased: bool,
    /// All whose it is, in the order in which the text names them: numbers in `Cast::speakers`, of namesakes the first.
    /// Empty when that is not known or not sure.
    pub speakers: Vec<usize>,
    /// Whether that is somebody else than in most members.
    pub otherwise: bool,
}

impl Member {
    /// The quote that it is of.
    pub fn place(&self) -> QuotePlace {
        QuotePlace {
            article: self.article,
            quote: self.quote,
        }
    }

    /// Whether both have speakers who are known, and share none: what two said together either of them said.
    pub fn is_otherwise(&self, other: &Member) -> bool {
        are_others(&self.speakers, &other.speakers)
    }
}

fn are_others(some: &[usize], others: &[usize]) -> bool {
    let none = some.iter().all(|one| !others.contains(one));
    !some.is_empty() && !others.is_empty() && none
}

/// A word of a member, and the word of the fullest that it is matched with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Where it stands in its own article.
    pub span: Span,
    /// The number of the word in the fullest; `None` when it has none like it.
    pub place: Option<usize>,
    /// How like that it is.
    pub likeness: Likeness,
}

/// How like a word is to the one it is matched with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// The same word, perhaps in another spelling of a name.
    Same,
    /// The same in other capitals.
    Recased,
    /// Another inflection of it, or another word.
    Other,
}

/// What an article leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The number of the article.
    pub article: usize,
    /// What none of its pieces has: spans in the text of the fullest's article.
    pub missing: Vec<Span>,
    /// How many words that are.
    pub words: usize,
}

/// The echoes among the quotes of `readings`, of whom `cast` was gathered; in order of their first member. The order of
/// the readings decides nothing but the order of the result. Takes time linear in the quotes.
pub fn echoes(readings: &[&Reading], cast: &Cast) -> Vec<Echo> {
    echoes_within(readings, cast, &[])
}

/// The same among articles of several stories, where `stories` has the number of each one's story: a few words alike are
/// an echo only within a story, as anybody may say them of something else; many in a row are one anywhere.
pub fn echoes_within(readings: &[&Reading], cast: &Cast, stories: &[usize]) -> Vec<Echo> {
    let runs = run::runs(readings);
    let sources = member::Sources::new(readings, cast, &runs);
    let groups = group::groups(&runs, stories);
    let mut echoes: Vec<Echo> = groups
        .iter()
        .filter_map(|group| sources.echo(group))
        .collect();
    let places = |echo: &Echo| -> Vec<(usize, Span)> {
        let members = echo.members.iter().take(2);
        members.map(|one| (one.article, one.span)).collect()
    };
    echoes.sort_by_cached_key(places);
    echoes
}
