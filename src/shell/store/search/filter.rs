//! What a query asks of an article besides its words.

use super::expression::{any_unwanted, in_article, in_quotes, title};
use crate::article::date;
use crate::query::{Query, Standing};
use crate::text::fold;

/// Conditions on the table `article`, called `a`, each with an `AND` before it.
#[derive(Default)]
pub(super) struct Conditions {
    pub(super) sql: String,
    /// What stands for its question marks.
    pub(super) values: Vec<String>,
}

impl Conditions {
    pub(super) fn of(query: &Query) -> Conditions {
        let mut conditions = Conditions::default();
        let in_quotes = in_quotes(query);
        for outlet in &query.outlets {
            conditions.add("holds(a.outlet, ?)", folded(outlet));
        }
        for author in &query.authors {
            conditions.add("holds(a.author, ?)", folded(author));
        }
        for tag in &query.tags {
            let tagged = "a.fingerprint IN (SELECT fingerprint FROM mark WHERE kind = 'tag' AND is_alike(value, ?))";
            conditions.add(tagged, folded(tag));
        }
        let day = |day: &Option<String>| {
            day.as_deref()
                .and_then(date::day)
                .map(|day| day.to_string())
        };
        for (day, condition) in [
            (day(&query.after), "a.day >= CAST(? AS INTEGER)"),
            (day(&query.before), "a.day < CAST(? AS INTEGER)"),
        ] {
            if let Some(day) = day {
                conditions.add(condition, day);
            }
        }
        // The quotes of the first speaker are what is looked through.
        for also in in_quotes.iter().skip(1) {
            let quoted = "a.id IN (SELECT article FROM quote WHERE id IN (SELECT rowid FROM quoted WHERE quoted MATCH ?))";
            conditions.add(quoted, also.clone());
        }
        let has_words = in_article(query).is_some();
        if !in_quotes.is_empty() {
            for words in query.titles.iter().filter_map(|words| title(words)) {
                conditions.add(
                    "a.id IN (SELECT rowid FROM searched WHERE searched MATCH ?)",
                    words,
                );
            }
        }
        let unwanted = any_unwanted(query).filter(|_| !has_words || !in_quotes.is_empty());
        if let Some(unwanted) = unwanted {
            conditions.add(
                "a.id NOT IN (SELECT rowid FROM searched WHERE searched MATCH ?)",
                unwanted,
            );
        }
        for standing in &query.standings {
            conditions.sql += " AND ";
            conditions.sql += stands(*standing);
        }
        conditions
    }

    fn add(&mut self, condition: &str, value: String) {
        self.sql += " AND ";
        self.sql += condition;
        self.values.push(value);
    }
}

fn stands(standing: Standing) -> &'static str {
    match standing {
        Standing::Unread => "NOT a.is_read",
        Standing::Read => "a.is_read",
        Standing::Bookmarked => {
            "a.fingerprint IN (SELECT fingerprint FROM mark WHERE kind = 'bookmark')"
        }
        Standing::Noted => "a.fingerprint IN (SELECT fingerprint FROM mark WHERE kind = 'note')",
        Standing::Copied => {
            "(a.copy_of IS NOT NULL OR a.id IN (SELECT copy_of FROM article WHERE copy_of IS NOT NULL))"
        }
    }
}

/// What filters look for in names: folded.
fn folded(name: &str) -> String {
    fold(name.trim()).into_owned()
}
