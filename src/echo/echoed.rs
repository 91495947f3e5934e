//! How each quote stands to the same words elsewhere, in one sign.

use foldhash::{HashMap, HashMapExt};

use super::{Echo, Paraphrase, QuotePlace, Standing};

/// How a quote stands to what other articles have of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Echoed {
    /// Without marks, it tells what another quotes.
    Tells,
    /// Another tells it without marks, in its own words.
    Told,
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
            Echoed::Tells => '<',
            Echoed::Told => '>',
            Echoed::Same => '=',
            Echoed::Altered => '~',
            Echoed::Otherwise => '!',
        }
    }
}

/// The gravest that is true of each quote; others are left out.
pub fn echoed(echoes: &[Echo], paraphrases: &[Paraphrase]) -> HashMap<QuotePlace, Echoed> {
    let mut found: HashMap<QuotePlace, Echoed> = HashMap::new();
    let mut note = |place: QuotePlace, how: Echoed| {
        let known = found.entry(place).or_insert(how);
        *known = how.max(*known);
    };
    for paraphrase in paraphrases {
        note(paraphrase.quoted, Echoed::Told);
        for telling in &paraphrase.told {
            note(telling.place, Echoed::Tells);
        }
    }
    for echo in echoes {
        for member in &echo.members {
            let elsewhere = |number: usize| {
                echo.members
                    .get(number)
                    .is_some_and(|other| other.article != member.article)
            };
            let others = echo
                .counterparts(member.place())
                .into_iter()
                .filter(|other| elsewhere(other.member));
            for other in others {
                let how = match other.standing {
                    _ if other.otherwise => Echoed::Otherwise,
                    Standing::Same => Echoed::Same,
                    _ => Echoed::Altered,
                };
                note(member.place(), how);
            }
        }
    }
    found
}
