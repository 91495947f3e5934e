//! How each quote stands to the same words elsewhere, in one sign.

use std::collections::HashMap;

use super::{Echo, Standing};

/// How a quote stands to the same words in other articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Echoed {
    /// Another article has the same words.
    Same,
    /// Another has them cut, longer or altered.
    Altered,
    /// Another ascribes them to somebody else.
    Otherwise,
}

impl Echoed {
    /// The sign that stands beside the quote.
    pub fn sign(self) -> char {
        match self {
            Echoed::Same => '=',
            Echoed::Altered => '~',
            Echoed::Otherwise => '!',
        }
    }
}

/// The gravest that is true of each quote, by the numbers of its article and of the quote; others are left out.
pub fn echoed(echoes: &[Echo]) -> HashMap<(usize, usize), Echoed> {
    let mut found: HashMap<(usize, usize), Echoed> = HashMap::new();
    for echo in echoes {
        let quotes = echo
            .members
            .iter()
            .map(|member| (member.article, member.quote));
        for (article, quote) in quotes {
            let elsewhere = |number: usize| {
                echo.members
                    .get(number)
                    .is_some_and(|member| member.article != article)
            };
            let others = echo
                .counterparts(article, quote)
                .into_iter()
                .filter(|other| elsewhere(other.member));
            for other in others {
                let how = match other.standing {
                    _ if other.otherwise => Echoed::Otherwise,
                    Standing::Same => Echoed::Same,
                    _ => Echoed::Altered,
                };
                let known = found.entry((article, quote)).or_insert(how);
                *known = how.max(*known);
            }
        }
    }
    found
}
