use super::Matrix;
use crate::echo::QuotePlace;
use crate::matrix::{Relation, Row, Seen, Who};
use crate::page::Role;
use crate::quote::QuoteKind;
use crate::screen::quotes::{NO_QUOTE, NOBODY_NAMED, SIGNS, Said};

/// What is said of the cell or the echo under the cursor.
pub(in crate::screen) struct Detail {
    /// The number of the article.
    pub(in crate::screen) article: usize,
    pub(in crate::screen) told: Vec<Said>,
}

impl Matrix {
    /// What the cursor is on: all that the article has of the speaker, or what it has of an echo.
    pub(in crate::screen) fn detail(&self) -> Option<Detail> {
        let found = self.gathering.found()?;
        let row = self.row_here()?;
        if let Some((relation, quoted)) = self.here().and_then(|entry| self.quote_at(entry)) {
            let article = quoted.article;
            let said = Said::alone(found, quoted, true);
            let (how, is_contested) = self.relation_words(relation, true);
            let told = vec![said, Said::of(&how, relation_role(is_contested))];
            return Some(Detail { article, told });
        }
        let article = self.columns.cursor;
        let told = match self.cell() {
            Some(cell) => {
                let named = row.who == Who::Unnamed;
                let quotes = cell.quotes.iter();
                quotes
                    .map(|&quote| Said::alone(found, QuotePlace { article, quote }, named))
                    .collect()
            }
            None => vec![Said::of(&self.none_of(row), Role::Dim)],
        };
        Some(Detail { article, told })
    }

    fn none_of(&self, row: &Row) -> String {
        match row.who {
            Who::Nobody => format!("{NO_QUOTE} with {NOBODY_NAMED}"),
            who => format!("no quote of {} here", self.name(who)),
        }
    }

    /// The words that an echo is told by.
    pub(in crate::screen) fn echo_words(&self, relation: &Relation) -> Option<String> {
        let found = self.gathering.found()?;
        let (article, spans) = match relation.seen {
            Seen::Echo { echo, shown, .. } => {
                let member = found.echoes.get(echo)?.members.get(shown)?;
                (member.article, vec![member.span])
            }
            Seen::Quote(place) => {
                let quotes = &found.reading(place.article)?.quotes;
                (place.article, quotes.get(place.quote)?.quoted.clone())
            }
        };
        let text = &found.reading(article)?.article.text;
        let runs = spans.into_iter().map(|span| span.of(text));
        let runs: Vec<&str> = runs.map(|run| run.trim_end_matches([',', ' '])).collect();
        Some(runs.join(" … "))
    }
}

/// What the letters and signs mean, in full, and shorter where that has no room.
pub(in crate::screen) fn legends() -> [String; 3] {
    let kinds = QuoteKind::ALL.map(|kind| format!("{} {}", kind.letter(), kind.name()));
    let signs = SIGNS.map(|(how, word)| format!("{} {word}", how.sign()));
    let cuts = ["c cuts".to_owned()];
    let signs: Vec<String> = cuts.into_iter().chain(signs).collect();
    let all = [kinds.as_slice(), &signs].concat();
    [
        format!("{} speaker", all.join("  ")),
        all.join(" "),
        signs.join(" "),
    ]
}

/// How a relation is painted that names another speaker, or none.
pub(in crate::screen) fn relation_role(is_contested: bool) -> Role {
    if is_contested {
        Role::Warning
    } else {
        Role::Dim
    }
}
