use std::collections::HashSet;

use unicode_width::UnicodeWidthStr;

use super::shorten;
use crate::text::{fold, visible};

/// What articles are called in a table with a column for each, so that no two are called the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// Above the columns.
    pub heads: Vec<String>,
    /// Where an article is named in passing.
    short: Vec<String>,
    /// The columns of the screen that each takes.
    pub width: usize,
    /// Whether articles are told apart by number.
    is_numbered: bool,
}

/// The columns of the screen that the name of an article takes at most, and where there is little room.
const WIDEST: usize = 16;
const USUAL: usize = 9;

impl Labels {
    /// Outlets, shortened, in columns that are `narrowest` wide at least. Where that leaves two alike, articles are
    /// numbered, and outlets stand beside the numbers if all columns fit into `room` so.
    pub fn new(outlets: &[&str], room: usize, narrowest: usize) -> Labels {
        let share = room / outlets.len().max(1);
        let most = share.saturating_sub(1).clamp(USUAL, WIDEST);
        let mut heads: Vec<String> = outlets.iter().map(|one| cut(one, most)).collect();
        let mut short = heads.clone();
        let apart = |heads: &[String]| {
            heads
                .iter()
                .map(|head| fold(head))
                .collect::<HashSet<_>>()
                .len()
        };
        let is_numbered = apart(&heads) < heads.len();
        if is_numbered {
            let numbers = 1..=outlets.len();
            short = numbers.map(|number| number.to_string()).collect();
            heads.clone_from(&short);
        }
        if is_numbered && share > USUAL {
            let numbered = short.iter().zip(outlets);
            let head = |(number, outlet): (&String, &&str)| format!("{number} {outlet}");
            heads = numbered.map(|one| shorten(&head(one), most)).collect();
        }
        let widest = heads.iter().map(|head| visible(head).width()).max();
        Labels {
            width: widest.unwrap_or_default().clamp(narrowest.min(most), most),
            heads,
            short,
            is_numbered,
        }
    }

    /// What an article of `outlet` is called where there is room.
    pub fn in_full(&self, article: usize, outlet: &str) -> String {
        if self.is_numbered {
            format!("{} {outlet}", self.short(article))
        } else {
            outlet.to_owned()
        }
    }

    /// Whether they are words, not numbers.
    pub fn are_long(&self) -> bool {
        self.short.iter().any(|name| visible(name).width() > 4)
    }

    /// What an article is called in passing.
    pub fn short(&self, article: usize) -> &str {
        self.short.get(article).map_or("", String::as_str)
    }
}

/// An outlet in at most `most` columns, where it is too long without its article.
fn cut(outlet: &str, most: usize) -> String {
    let bare = outlet.strip_prefix("The ").unwrap_or(outlet);
    let whole = shorten(outlet, most);
    if whole == outlet {
        whole
    } else {
        shorten(bare, most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_articles_are_called_the_same() {
        check(&["000", "001"], 80, &["000", "001"], &["000", "001"]);
        check(
            &["The Harbour Post", "Star"],
            5,
            &["Harbour …", "Star"],
            &["Harbour …", "Star"],
        );
        check(
            &["The Harbour Post", "The Harbour News", "Star"],
            30,
            &["1 The Ha…", "2 The Ha…", "3 Star"],
            &["1", "2", "3"],
        );
        check(&["Star", "star"], 19, &["1", "2"], &["1", "2"]);
    }

    #[test]
    fn a_wide_letter_takes_two_columns() {
        let labels = Labels::new(&["漢字新聞", "Star"], 80, 5);
        assert_eq!(labels.heads, ["漢字新聞", "Star"]);
        assert_eq!(labels.width, 8);
        assert!(Labels::new(&["漢字新", "Sun"], 80, 5).are_long());
    }

    #[track_caller]
    fn check(outlets: &[&str], room: usize, heads: &[&str], short: &[&str]) {
        let labels = Labels::new(outlets, room, 5);
        assert_eq!((labels.heads, labels.short), (owned(heads), owned(short)));
    }

    fn owned(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }
}
