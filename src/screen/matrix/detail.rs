use super::Matrix;
use crate::matrix::{Relation, Row, Who};
use crate::page::Role;
use crate::screen::quotes::{KINDS, NO_QUOTE, NOBODY_NAMED, Quoted, SIGNS, Said};

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
        if let Some((relation, member)) = self.here().and_then(|entry| self.echo_at(entry)) {
            let (article, quote) = (member.article, member.quote);
            let said = Said::alone(found, Quoted { article, quote }, true);
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
                    .map(|&quote| Said::alone(found, Quoted { article, quote }, named))
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
    pub(in crate::screen) fn echo_words(&self, relation: &Relation) -> Option<&str> {
        let found = self.gathering.found()?;
        let echo = found.echoes.get(relation.echo)?;
        let member = echo.members.get(relation.shown)?;
        let reading = found.reading(member.article)?;
        let words = member.span.of(&reading.article.text);
        Some(words.trim_end_matches([',', ' ']))
    }
}

/// What the letters and signs mean, in full and where that has no room.
pub(in crate::screen) fn legends() -> [String; 2] {
    let kinds = KINDS.map(|shown| format!("{} {}", shown.letter, shown.name));
    let signs = SIGNS.map(|(how, word)| format!("{} {word}", how.sign()));
    let cuts = ["c cuts".to_owned()];
    let all: Vec<String> = kinds.into_iter().chain(cuts).chain(signs).collect();
    [format!("{} speaker", all.join("  ")), all.join(" ")]
}

/// How a relation is painted that names another speaker, or none.
pub(in crate::screen) fn relation_role(is_contested: bool) -> Role {
    if is_contested {
        Role::Warning
    } else {
        Role::Dim
    }
}
