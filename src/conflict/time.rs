//! The days that a sentence names, and whether two of them can be one.

use std::ops::Range;

use crate::article::date::{MONTHS, WEEKDAYS, day_of, is_year, weekday};
use crate::text::list::SPEECH_VERBS;
use crate::text::{Pair, WordList};

use super::account::{Account, MOST};

/// A day, month or year that is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct When {
    pub(super) words: Range<usize>,
    pub(super) day: Day,
}

/// As far as it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Day {
    /// Monday is 0.
    Weekday(i64),
    /// Days from the day the article came out: *yesterday* is -1.
    From(i64),
    /// A month from 1 and its day, perhaps with the year.
    Date(i64, i64, Option<i64>),
    /// A month from 1, as far as the year is not told.
    Month(i64),
    /// A year.
    Year(i64),
}

static BEFORE_YEAR: WordList =
    WordList::part(include_str!("../../assets/quantities.txt"), "before year");

/// The days that a sentence names, in order.
pub(super) fn times(account: &Account<'_>) -> Vec<When> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < account.tokens.len() && found.len() < MOST {
        let next = time(account, at);
        at = next.as_ref().map_or(at + 1, |when| when.words.end);
        found.extend(next);
    }
    found
}

impl When {
    /// Whether it is the day on which something was said, not that of what was said: *said late Monday*.
    fn is_of_speech(&self, account: &Account<'_>) -> bool {
        const REACH: usize = 3;
        let mut before = (1..=REACH).map(|back| account.before(self.words.start, back));
        before.any(|word| SPEECH_VERBS.has(word))
    }

    /// Whether both can be one time; `None` when that cannot be told.
    pub(super) fn agrees(
        sides: Pair<(&Account<'_>, &When)>,
        published: Pair<Option<i64>>,
    ) -> Option<bool> {
        let days = sides.map(|(_, when)| when.day);
        let month = days.map(|day| matches!(day, Day::Month(_)));
        let speech = sides.map(|(account, when)| when.is_of_speech(account));
        // What was in May may be told of on any day.
        if month.left && speech.right || month.right && speech.left {
            return None;
        }
        let published = [published.left, published.right];
        days.left.agrees(days.right, published)
    }
}

fn time(account: &Account<'_>, at: usize) -> Option<When> {
    let token = account.tokens.get(at)?;
    let word = token.word.trim_end_matches("'s");
    let relative = match word {
        "yesterday" => Some(-1),
        "today" => Some(0),
        "tomorrow" => Some(1),
        _ => None,
    };
    let weekday = named_weekday(account, at, word).filter(|_| token.is_capitalised());
    let day = relative.map(Day::From).or(weekday.map(Day::Weekday));
    let longer = || year(account, at).or_else(|| month(account, at));
    let alone = day.or_else(longer).map(|day| When {
        words: at..at + 1,
        day,
    });
    date(account, at).or(alone)
}

/// A day of the week, whole, or short with a full stop after it: *The Sun* is none, nor is *Sat* at a sentence's end.
fn named_weekday(account: &Account<'_>, at: usize, word: &str) -> Option<i64> {
    let stop = word.ends_with('.') || account.gap(at + 1).starts_with('.');
    let short = stop && at + 1 < account.tokens.len();
    let short = || short.then(|| WEEKDAYS.any(word)).flatten();
    WEEKDAYS.whole(word).or_else(short)
}

/// *August 16*, *16 August 2025*
fn date(account: &Account<'_>, at: usize) -> Option<When> {
    let month = |at: usize| {
        let token = account
            .tokens
            .get(at)
            .filter(|token| token.is_capitalised())?;
        Some(MONTHS.any(&token.word)? + 1)
    };
    let day = |at: usize| number(account, at).filter(|day| (1..=31).contains(day));
    let (month, day) = month(at)
        .zip(day(at + 1))
        .or_else(|| month(at + 1).zip(day(at)))?;
    let year = number(account, at + 2).filter(|&year| is_year(year));
    Some(When {
        words: at..at + 2 + usize::from(year.is_some()),
        day: Day::Date(month, day, year),
    })
}

/// A month that is told without a day: *in September*.
fn month(account: &Account<'_>, at: usize) -> Option<Day> {
    let capitalised = account.tokens.get(at)?.is_capitalised();
    let month = MONTHS.whole(account.word(at)).filter(|_| capitalised)?;
    BEFORE_YEAR
        .has(account.before(at, 1))
        .then_some(Day::Month(month + 1))
}

/// A year, where the word before tells that it is one.
fn year(account: &Account<'_>, at: usize) -> Option<Day> {
    let year = number(account, at).filter(|&year| is_year(year))?;
    let before = account.before(at, 1);
    let of_time = BEFORE_YEAR.has(before) || MONTHS.any(before).is_some();
    let plain = !account.gap(at).ends_with(['$', '£', '€', '-']);
    (plain && of_time && !account.gap(at + 1).starts_with(['%', '-'])).then_some(Day::Year(year))
}

fn number(account: &Account<'_>, at: usize) -> Option<i64> {
    account.word(at).parse().ok()
}

impl Day {
    /// The days that it can be, in an article that came out on `published`.
    fn possible(self, published: Option<i64>) -> Option<Vec<i64>> {
        match self {
            Day::Weekday(wanted) => {
                let published = published?;
                let last = published - (weekday(published) - wanted).rem_euclid(7);
                Some(vec![last - 7, last, last + 7])
            }
            Day::From(by) => Some(vec![published? + by]),
            Day::Date(month, day, year) => {
                if let Some(year) = year {
                    return Some(day_of(year, month, day).into_iter().collect());
                }
                // A date without a year is told within a year of it.
                let published = published?;
                let near = 1970 + published.div_euclid(365);
                let each = (near - 1..=near + 1).filter_map(|year| day_of(year, month, day));
                Some(each.filter(|day| (day - published).abs() < 366).collect())
            }
            Day::Month(_) | Day::Year(_) => None,
        }
    }

    /// Whether both can be one day; `None` when that cannot be told. `published` are the days on which the articles came
    /// out, as far as they are known.
    pub(super) fn agrees(self, other: Day, published: [Option<i64>; 2]) -> Option<bool> {
        match (self, other) {
            (Day::Year(a), Day::Year(b)) => return Some(a == b),
            (Day::Year(only), Day::Date(_, _, year)) | (Day::Date(_, _, year), Day::Year(only)) => {
                return year.map(|year| year == only);
            }
            (Day::Year(_), _) | (_, Day::Year(_)) => return None,
            (Day::Month(one), Day::Month(other) | Day::Date(other, ..))
            | (Day::Date(one, ..), Day::Month(other)) => return Some(one == other),
            // What was the other day is not told to have been in some month.
            (Day::Month(_), _) | (_, Day::Month(_)) => return Some(false),
            (Day::Date(month, day, year), Day::Date(other_month, other_day, other_year)) => {
                let same = (month, day) == (other_month, other_day);
                let years = year.zip(other_year);
                if !same || years.is_some() {
                    return Some(same && years.is_none_or(|(one, other)| one == other));
                }
            }
            _ => {}
        }
        if let (Some(own), Some(others)) =
            (self.possible(published[0]), other.possible(published[1]))
        {
            return Some(own.iter().any(|day| others.contains(day)));
        }
        match (self, other) {
            (Day::Weekday(a), Day::Weekday(b)) => Some(a == b),
            (Day::From(a), Day::From(b)) => (a == b).then_some(true),
            // Nobody knows of which years.
            (Day::Date(..), Day::Date(..)) => Some(true),
            _ => None,
        }
    }

    /// In words: *Saturday*, *16 August*, *2014*; with the date where that is known.
    pub(super) fn says(self, published: Option<i64>) -> String {
        match (self, published) {
            (Day::Year(year), _) => year.to_string(),
            (Day::Date(month, day, year), _) => {
                let year = year.map_or_else(String::new, |year| format!(" {year}"));
                format!("{day} {}{year}", MONTHS.name(month - 1))
            }
            (Day::Month(month), _) => MONTHS.name(month - 1),
            (Day::Weekday(weekday), _) => WEEKDAYS.name(weekday),
            (Day::From(by), Some(published)) => WEEKDAYS.name(weekday(published + by)),
            (Day::From(-1), None) => "yesterday".to_owned(),
            (Day::From(1), None) => "tomorrow".to_owned(),
            (Day::From(_), None) => "today".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::date::day;

    #[test]
    fn a_weekday_is_told_by_the_article_s_date() {
        let monday = day("2025-08-18");
        let both = [monday, monday];
        assert_eq!(Day::From(-1).agrees(Day::Weekday(6), both), Some(true));
        assert_eq!(Day::From(-1).agrees(Day::Weekday(5), both), Some(false));
        assert_eq!(
            Day::Date(8, 15, None).agrees(Day::Weekday(4), both),
            Some(true)
        );
        assert_eq!(
            Day::Date(8, 15, None).agrees(Day::Weekday(3), both),
            Some(false)
        );
        assert_eq!(
            Day::Weekday(4).agrees(Day::Weekday(3), [None, None]),
            Some(false)
        );
        assert_eq!(Day::Weekday(4).agrees(Day::From(-1), [None, monday]), None);
    }

    #[test]
    fn a_date_of_another_year_is_another_day() {
        let monday = day("2025-08-18");
        let august = |year| Day::Date(8, 16, year);
        let agree = |one, other, dates| august(one).agrees(august(other), dates);
        assert_eq!(agree(Some(2014), Some(2025), [None, None]), Some(false));
        assert_eq!(agree(Some(2014), None, [monday, monday]), Some(false));
        assert_eq!(agree(Some(2025), None, [monday, monday]), Some(true));
        assert_eq!(agree(None, None, [monday, day("2022-08-18")]), Some(false));
        // Nobody knows of which year it is.
        assert_eq!(agree(Some(2014), None, [monday, None]), Some(true));
        let january = day("2026-01-05");
        assert_eq!(agree(Some(2025), None, [january, january]), Some(true));
        assert_eq!(agree(Some(2026), None, [None, january]), Some(true));
    }
}
