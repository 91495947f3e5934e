//! Quantities in a sentence: how many or how much of what, and how exactly that is meant.

mod amount;
mod table;

use std::ops::Range;

use crate::text::list::CLOCK;
use crate::text::{Span, TermKind, WordList};

use super::account::{Account, MOST};
pub(super) use amount::Amount;
use amount::Exactness;
pub(super) use table::Unit;
use table::{Entry, lookup};

const SOURCE: &str = include_str!("../../assets/quantities.txt");
static PART: WordList = WordList::part(SOURCE, "part");
static RELATIVE: WordList = WordList::part(SOURCE, "relative");
static COMPARED: WordList = WordList::part(SOURCE, "compared");
static PLURAL: WordList = WordList::part(SOURCE, "plural");
static RATE: WordList = WordList::part(SOURCE, "rate");
static FRACTIONS: WordList = WordList::part(SOURCE, "fractions");
static WHOLES: WordList = WordList::part(SOURCE, "wholes");
static OF: WordList = WordList::part(SOURCE, "of");
static ONE: WordList = WordList::part(SOURCE, "one");
static REST: WordList = WordList::part(SOURCE, "rest");

/// A number and what it counts or measures.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quantity {
    /// The words that say how much: *more than $5 billion*, *four*.
    pub(super) words: Range<usize>,
    /// The same in the text, with the signs at its ends.
    pub(super) span: Span,
    pub(super) amount: Amount,
    pub(super) unit: Unit,
    /// What is counted, its head last: *contested regions*. Empty where nothing is.
    pub(super) noun: Range<usize>,
    /// Whether it counts only a part, or is of another time: *two more*, *than the 40 a year before*.
    pub(super) aside: bool,
    /// Whether whoever it is told of is left out of the count: *a deal with eleven countries*.
    pub(super) of_others: bool,
}

impl Quantity {
    /// The number of the word that says what is counted.
    pub(super) fn head(&self) -> Option<usize> {
        self.noun
            .end
            .checked_sub(1)
            .filter(|_| !self.noun.is_empty())
    }
}

/// Whether `folded` is only a word for people, of which another article may say more.
pub(super) fn is_anybody(folded: &str) -> bool {
    REST.has(folded)
}

/// The quantities of a sentence, in order. Left out are numbers that count nothing (years, dates, times, labels such as
/// *Article 5*, shares such as *one in three*).
pub(super) fn quantities(account: &Account<'_>) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < account.tokens.len() && found.len() < MOST {
        let Some(numeral) = numeral(account, at) else {
            at += 1;
            continue;
        };
        at = numeral.words.end;
        found.extend(quantity(account, numeral));
    }
    found
}

/// A number as it is written.
struct Numeral {
    words: Range<usize>,
    /// From the least to the most, where both are given: *40 to 60*.
    value: (f64, f64),
    /// The unit of the last digit that tells.
    grain: f64,
    /// What the words and letters after it multiply it by, which is done already: *5 million*, *5m*.
    scale: f64,
    is_many: bool,
}

/// The number that begins with the word at `at`.
fn numeral(account: &Account<'_>, at: usize) -> Option<Numeral> {
    let first = simple(account, at)?;
    let to = first.words.end;
    let joint = match account.gap(to) {
        "-" | "–" | "—" => Some(to),
        _ if matches!(account.word(to), "to" | "and") => Some(to + 1),
        _ => None,
    };
    let between = account.before(at, 1) == "between";
    let second = joint
        .filter(|_| between || account.word(to) != "and")
        .and_then(|next| simple(account, next));
    match second {
        // The scale of the second is that of the first too: *19 to 22 million*. *From five to dozens* are five at least.
        Some(second) if !first.is_many && first.value.0 < second.value.1 => {
            let same_scale = first.scale <= 1.0 && first.value.0 < 1e3;
            let scale = if same_scale { second.scale } else { 1.0 };
            Some(Numeral {
                words: at..second.words.end,
                value: (first.value.0 * scale, second.value.1),
                ..second
            })
        }
        _ => Some(first),
    }
}

/// One number, with the words that multiply it.
fn simple(account: &Account<'_>, at: usize) -> Option<Numeral> {
    let token = account.tokens.get(at)?;
    if let Some((length, least)) = many(account, at) {
        return Some(Numeral {
            words: at..at + length,
            value: (least, f64::INFINITY),
            grain: 0.0,
            scale: 1.0,
            is_many: true,
        });
    }
    let is_number = token.term.kind == TermKind::Number;
    let article = ONE.has(&token.word);
    let (mut value, mut grain, mut all) = if is_number {
        amount::read(&token.term.key)?
    } else if article && scale(account, at + 1).is_some() {
        (1.0, 1.0, 1.0)
    } else {
        return None;
    };
    let mut end = at + 1;
    if let Some(ones) = ones(account, at, value) {
        (value, grain) = (value + ones, 1.0);
        end += 1;
    }
    while let Some(scale) = scale(account, end) {
        all *= scale;
        end += 1;
    }
    Some(Numeral {
        words: at..end,
        value: (value * all, value * all),
        grain: grain * all,
        scale: all,
        is_many: false,
    })
}

/// What the second word of *twenty-five* adds.
fn ones(account: &Account<'_>, tens: usize, value: f64) -> Option<f64> {
    let digits = account
        .word(tens)
        .starts_with(|first: char| first.is_ascii_digit());
    let tells_tens = !digits && (20.0..100.0).contains(&value) && value % 10.0 == 0.0;
    let next = account.tokens.get(tens + 1)?;
    let ones = match &*next.word {
        word if ONE.has(word) => 1.0,
        _ => next.term.key.parse().ok()?,
    };
    (tells_tens && account.gap(tens + 1) == "-" && ones < 10.0).then_some(ones)
}

fn scale(account: &Account<'_>, at: usize) -> Option<f64> {
    let beside = matches!(account.gap(at), " " | "-" | "\u{a0}");
    match lookup(account.word(at)) {
        Some(Entry::Scale(scale)) if beside => Some(scale),
        _ => None,
    }
}

/// *dozens*, *tens of thousands*: how many words, and how many at least.
fn many(account: &Account<'_>, at: usize) -> Option<(usize, f64)> {
    let many = |words: &str| match lookup(words)? {
        Entry::Many(least) => Some(least),
        _ => None,
    };
    let [first, of, last] = [at, at + 1, at + 2].map(|at| account.word(at));
    let three = (of == "of").then(|| many(&[first, of, last].join("-")));
    let three = three.flatten().map(|least| (3, least));
    three.or_else(|| many(first).map(|least| (1, least)))
}

/// What a number counts or measures; `None` when it does neither.
fn quantity(account: &Account<'_>, numeral: Numeral) -> Option<Quantity> {
    if is_label(account, &numeral) || is_share(account, &numeral) {
        return None;
    }
    let Numeral {
        words,
        value,
        grain,
        is_many,
        ..
    } = numeral;
    let (exactness, start) = amount::exactness(account, words.start);
    // *a dozen or so people*, *5 miles or so*
    let number = words.start..amount::or_so(account, words.end).unwrap_or(words.end);
    let (unit, factor, end) = unit(account, &number);
    let or_so = amount::or_so(account, end);
    let loosely = exactness == Exactness::Exact && (number.end > words.end || or_so.is_some());
    let exactness = if loosely { Exactness::About } else { exactness };
    let (words, end) = (number, or_so.unwrap_or(end));
    if unit == Unit::Time && is_relative(account, words.start, end) {
        return None;
    }
    let noun = match unit {
        Unit::Age => name_around(account, &words)?,
        _ => noun(account, end),
    };
    let compared = (1..=6).any(|back| COMPARED.has(account.before(start, back)));
    if RATE.has(account.word(end)) || unit == Unit::Count && noun.is_empty() {
        return None;
    }
    let amount = if is_many {
        Amount::at_least(value.0)
    } else {
        Amount::new(value, grain, exactness).times(factor)
    };
    Some(Quantity {
        of_others: account.before(start, 1) == "with",
        span: with_signs(account, start..end),
        words: start..end,
        amount,
        unit,
        noun,
        aside: compared || PART.has(account.before(start, 1)) || PART.has(account.word(end)),
    })
}

/// The unit, how many of its measure it is, and the number of the word after it.
fn unit(account: &Account<'_>, words: &Range<usize>) -> (Unit, f64, usize) {
    let before = account.gap(words.start);
    if before.ends_with(['$', '£', '€', '¥']) {
        return (Unit::Money, 1.0, words.end);
    }
    let after = account.gap(words.end);
    if after.starts_with('%') {
        return (Unit::Share, 1.0, words.end);
    }
    if account.word(words.end + 1) == "old" || is_age_beside_name(account, words) {
        return (Unit::Age, 1.0, words.end);
    }
    match lookup(account.word(words.end)) {
        Some(Entry::Unit(unit, factor)) if matches!(after, " " | "-" | "\u{a0}") => {
            (unit, factor, words.end + 1)
        }
        _ => (Unit::Count, 1.0, words.end),
    }
}

/// Whether the number only names something, or tells a day, a year or a time.
fn is_label(account: &Account<'_>, numeral: &Numeral) -> bool {
    let Range { start, end } = numeral.words;
    let (before, after) = (account.gap(start), account.gap(end));
    if before.ends_with(['$', '£', '€', '¥']) {
        return false;
    }
    let value = numeral.value.0;
    let year = (1500.0..2100.0).contains(&value)
        && numeral.grain <= 100.0
        && account.words(start..start + 1).len() == 4;
    let clock = before.ends_with(':') || after.starts_with(':') || CLOCK.has(account.word(end));
    let in_word =
        before.ends_with(['-', '–', '#', '/', '.']) && start > 0 || after.starts_with('/');
    let date = account.times.iter().any(|when| when.words.contains(&start));
    let name = start
        .checked_sub(1)
        .and_then(|before| account.tokens.get(before));
    let named = before == " "
        && name.is_some_and(|name| name.is_capitalised() && start > 1 || &*name.word == "number");
    let named = named && !account.times.iter().any(|when| when.words.end == start);
    year || clock || in_word || date || named
}

/// Whether it is a share of something: *two-thirds*, *one in three*, *three of the five*.
fn is_share(account: &Account<'_>, numeral: &Numeral) -> bool {
    let Range { start, end } = numeral.words;
    let next = account.word(end).trim_end_matches('s');
    let number = |at: usize| {
        account
            .tokens
            .get(at)
            .is_some_and(|token| token.term.kind == TermKind::Number)
    };
    let of = |word: &str| OF.has(word);
    let the = |at: usize| WHOLES.has(account.word(at));
    let back = if the(start.wrapping_sub(1)) { 2 } else { 1 };
    let part = start.wrapping_sub(back + 1);
    let whole = of(account.before(start, back)) && (number(part) || account.word(part) == "one");
    FRACTIONS.has(next)
        || of(account.word(end))
            && !numeral.is_many
            && (number(end + 1) || account.word(end) != "in" && the(end + 1))
        || whole
}

/// Whether a time tells when something was: *two days later*, *in the past two weeks*.
fn is_relative(account: &Account<'_>, start: usize, end: usize) -> bool {
    let hyphen = account.gap(end.saturating_sub(1)) == "-";
    let before = (1..=3).any(|back| RELATIVE.has(account.before(start, back)));
    !hyphen && (RELATIVE.has(account.word(end)) || before || account.before(start, 1) != "for")
}

/// *Jane Doe, 44, left*
fn is_age_beside_name(account: &Account<'_>, words: &Range<usize>) -> bool {
    let name = words
        .start
        .checked_sub(1)
        .and_then(|before| account.tokens.get(before));
    account.gap(words.start) == ", "
        && account.gap(words.end).starts_with(',')
        && name.is_some_and(super::account::Token::is_capitalised)
}

/// The name that an age goes with: right before it, or soon after *44-year-old*.
fn name_around(account: &Account<'_>, words: &Range<usize>) -> Option<Range<usize>> {
    let mut named = account.named.iter().filter(|named| !named.described);
    let found = if account.word(words.end + 1) == "old" {
        let near = words.end + 2..words.end + 5;
        named.find(|named| near.contains(&named.words.start))
    } else {
        named.find(|named| named.words.end == words.start)
    };
    found.map(|named| named.words.clone())
}

/// The words right after a number that say what is counted, up to the first plural.
fn noun(account: &Account<'_>, from: usize) -> Range<usize> {
    const LONGEST: usize = 5;
    let joined = |at: usize| matches!(account.gap(at), " " | "-" | "\u{a0}" | ", ");
    let is_noun = |at: usize| {
        account
            .tokens
            .get(at)
            .is_some_and(|token| matches!(token.term.kind, TermKind::Word | TermKind::Capitalised))
    };
    if account.gap(from) == "-" && is_noun(from) {
        // *a 12-nation deal*
        return from..from + 1;
    }
    let from = if account.word(from) == "of" {
        from + 1
    } else {
        from
    };
    let mut end = from;
    while end < from + LONGEST && is_noun(end) && joined(end) {
        end += 1;
        if is_plural(account.word(end - 1)) {
            return from..end;
        }
    }
    // Without a plural the word next to the number says most: *40 dead*.
    from..end.min(from + 1)
}

fn is_plural(folded: &str) -> bool {
    PLURAL.has(folded)
        || folded.len() > 3
            && folded.ends_with('s')
            && !folded.ends_with("ss")
            && !folded.ends_with("'s")
            && !folded.ends_with("us")
}

/// The text of the words with the currency sign before and the per cent sign after them.
fn with_signs(account: &Account<'_>, words: Range<usize>) -> Span {
    let span = account.place(words.clone());
    let sign = account.gap(words.start).chars().next_back();
    let money = sign.filter(|sign| "$£€¥".contains(*sign));
    let share = account.gap(words.end).starts_with('%');
    Span::new(
        span.start - money.map_or(0, char::len_utf8),
        span.end + usize::from(share),
    )
}
