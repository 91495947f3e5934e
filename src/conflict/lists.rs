//! Several who are named in a row: *France, Germany and the UK*.

use std::ops::Range;

use crate::text::WordList;

use super::account::Account;
use super::figure::Named;

const SOURCE: &str = include_str!("../../assets/claims.txt");
static OPEN: WordList = WordList::part(SOURCE, "open");
static JOINTS: WordList = WordList::part(SOURCE, "joints");

/// Two or more who are named in a row.
pub(super) struct List<'a> {
    pub(super) words: Range<usize>,
    pub(super) members: &'a [Named],
    /// Whether it only gives examples: *including*.
    pub(super) open: bool,
}

/// The lists of a sentence, in order.
pub(super) fn lists<'a>(account: &'a Account<'_>) -> Vec<List<'a>> {
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
        let members = named.get(first..=last).unwrap_or_default();
        found.extend(list(account, members));
        first = last + 1;
    }
    found
}

fn list<'a>(account: &Account<'_>, members: &'a [Named]) -> Option<List<'a>> {
    let (first, last) = (members.first()?, members.last()?);
    let words = first.words.start..last.words.end;
    let back = |by: usize| account.before(words.start, by);
    let open = (1..=3).any(|by| OPEN.has(back(by)))
        || OPEN.has(&format!("{}-{}", back(2), back(1)))
        || account.word(words.end) == "and"
            && !members.is_empty()
            && account.word(words.end + 1) == "others"
        || account.word(words.end) == "among";
    (members.len() > 1).then_some(List {
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
