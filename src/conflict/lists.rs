//! Those who are named in a row: *France, Germany and the UK*.

use std::ops::Range;

use crate::text::WordList;

use super::account::Account;
use super::figure::Named;

const SOURCE: &str = include_str!("../../assets/claims.txt");
static OPEN: WordList = WordList::part(SOURCE, "open");
pub(super) static JOINTS: WordList = WordList::part(SOURCE, "joints");

/// One who is named, or several in a row.
pub(super) struct List {
    pub(super) words: Range<usize>,
    /// Who they are: which of `Account::named`.
    pub(super) members: Range<usize>,
    /// Whether it only gives examples: *including*.
    pub(super) open: bool,
}

impl List {
    pub(super) fn is_single(&self) -> bool {
        self.members.len() == 1
    }
}

/// The lists of a sentence, in order.
pub(super) fn lists(account: &Account<'_>) -> Vec<List> {
    let named = &account.named;
    let mut found = Vec::new();
    let mut first = 0;
    while first < named.len() {
        let mut last = first;
        while let (Some(one), Some(next)) = (named.get(last), named.get(last + 1))
            && joined(account, one, next)
        {
            last += 1;
        }
        found.extend(list(account, first..last + 1));
        first = last + 1;
    }
    found
}

fn list(account: &Account<'_>, members: Range<usize>) -> Option<List> {
    let named = account.named.get(members.clone())?;
    let (first, last) = (named.first()?, named.last()?);
    let words = first.words.start..last.words.end;
    let back = |by: usize| account.before(words.start, by);
    let open = (1..=3).any(|by| OPEN.has(back(by)))
        || OPEN.has(&format!("{}-{}", back(2), back(1)))
        || account.word(words.end) == "and" && account.word(words.end + 1) == "others"
        || account.word(words.end) == "among";
    Some(List {
        words,
        members,
        open,
    })
}

/// Whether only a comma or *and* stands between two names.
fn joined(account: &Account<'_>, one: &Named, next: &Named) -> bool {
    const LONGEST: usize = 5;
    let between = one.words.end..next.words.start;
    let signs = (one.words.end..=next.words.start).all(|at| {
        let gap = account.gap(at).trim();
        matches!(gap, "" | "," | "&")
    });
    let mut words = between.clone().map(|at| account.word(at));
    let all = words.all(|word| JOINTS.has(word));
    let comma = account.gap(one.words.end).starts_with(',');
    signs && all && between.len() <= LONGEST && (comma || !between.is_empty())
}
