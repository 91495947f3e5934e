//! The days that a sentence names, and whether two of them can be one.

use std::ops::Range;

use crate::text::{WordList, fold, words};

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
    /// A year.
    Year(i64),
}

static BEFORE_YEAR: WordList =
    WordList::part(include_str!("../../assets/quantities.txt"), "before year");

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

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

fn time(account: &Account<'_>, at: usize) -> Option<When> {
    let token = account.tokens.get(at)?;
    let word = token.word.trim_end_matches("'s");
    let relative = match word {
        "yesterday" => Some(-1),
        "today" => Some(0),
        "tomorrow" => Some(1),
        _ => None,
    };
    let weekday = position(&WEEKDAYS, word).filter(|_| token.is_capitalised());
    let day = relative.map(Day::From).or(weekday.map(Day::Weekday));
    let alone = day.or_else(|| year(account, at)).map(|day| When {
        words: at..at + 1,
        day,
    });
    date(account, at).or(alone)
}

/// *August 16*, *16 August 2025*
fn date(account: &Account<'_>, at: usize) -> Option<When> {
    let month = |at: usize| {
        let token = account
            .tokens
            .get(at)
            .filter(|token| token.is_capitalised())?;
        Some(position(&MONTHS, &token.word)? + 1)
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

/// A year, where the word before tells that it is one.
fn year(account: &Account<'_>, at: usize) -> Option<Day> {
    let year = number(account, at).filter(|&year| is_year(year))?;
    let before = account.before(at, 1);
    let of_time = BEFORE_YEAR.has(before) || position(&MONTHS, before).is_some();
    let plain = !account.gap(at).ends_with(['$', '£', '€', '-']);
    (plain && of_time && !account.gap(at + 1).starts_with(['%', '-'])).then_some(Day::Year(year))
}

fn number(account: &Account<'_>, at: usize) -> Option<i64> {
    account.word(at).parse().ok()
}

fn is_year(number: i64) -> bool {
    (1800..2100).contains(&number)
}

/// Where in `names` the word stands, whole or shortened to three letters or more.
fn position(names: &[&str], word: &str) -> Option<i64> {
    let word = word.trim_end_matches('.');
    let fits = |name: &&str| {
        **name == *word || name.len() > 4 && (3..=4).contains(&word.len()) && name.starts_with(word)
    };
    let at = names.iter().position(fits)?;
    i64::try_from(at).ok()
}

/// The day on which an article came out, counted from 1 January 1970.
pub(super) fn published(date: Option<&str>) -> Option<i64> {
    let date = date?;
    let head = date.get(..10).unwrap_or(date);
    let numbers: Vec<i64> = head
        .split('-')
        .filter_map(|part| part.parse().ok())
        .collect();
    if let [year, month, day] = numbers[..] {
        return days(year, month, day);
    }
    let parts: Vec<String> = words(date)
        .map(|word| fold(word.text).into_owned())
        .collect();
    let month = parts.iter().find_map(|part| position(&MONTHS, part))? + 1;
    let numbers: Vec<i64> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let day = *numbers.iter().find(|day| (1..=31).contains(*day))?;
    let year = *numbers.iter().find(|&&year| is_year(year))?;
    days(year, month, day)
}

/// A day of the Gregorian calendar counted from 1 January 1970 (Howard Hinnant, “chrono-Compatible Low-Level Date
/// Algorithms”).
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || !(1..=9999).contains(&year) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    Some(era * 146_097 + day_of_era - 719_468)
}

/// Monday is 0; 1 January 1970 was a Thursday.
fn weekday(day: i64) -> i64 {
    (day + 3).rem_euclid(7)
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
                let near = published.map(|day| 1970 + day.div_euclid(365));
                let years = match (year, near) {
                    (Some(year), _) => year..=year,
                    (None, near) => near? - 1..=near? + 1,
                };
                Some(years.filter_map(|year| days(year, month, day)).collect())
            }
            Day::Year(_) => None,
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
            (Day::Date(month, day, _), Day::Date(other_month, other_day, _)) => {
                return Some((month, day) == (other_month, other_day));
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
            _ => None,
        }
    }

    /// In words: *Saturday*, *16 August*, *2014*; with the date where that is known.
    pub(super) fn says(self, published: Option<i64>) -> String {
        let name = |names: &[&str], at: i64| {
            let name = usize::try_from(at).ok().and_then(|at| names.get(at));
            let name = name.copied().unwrap_or_default();
            let mut letters = name.chars();
            let first = letters.next().map(|first| first.to_ascii_uppercase());
            first.into_iter().chain(letters).collect::<String>()
        };
        match (self, published) {
            (Day::Year(year), _) => year.to_string(),
            (Day::Date(month, day, year), _) => {
                let year = year.map_or_else(String::new, |year| format!(" {year}"));
                format!("{day} {}{year}", name(&MONTHS, month - 1))
            }
            (Day::Weekday(weekday), _) => name(&WEEKDAYS, weekday),
            (Day::From(by), Some(published)) => name(&WEEKDAYS, weekday(published + by)),
            (Day::From(-1), None) => "yesterday".to_owned(),
            (Day::From(1), None) => "tomorrow".to_owned(),
            (Day::From(_), None) => "today".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_by_the_calendar() {
        assert_eq!(published(Some("1970-01-01")), Some(0));
        assert_eq!(published(Some("2025-08-18T10:00")), Some(20_318));
        assert_eq!(published(Some("18 August 2025")), Some(20_318));
        assert_eq!(published(Some("Aug. 18, 2025")), Some(20_318));
        assert_eq!(published(Some("soon")), None);
        assert_eq!(weekday(20_318), 0);
    }

    #[test]
    fn a_weekday_is_told_by_the_article_s_date() {
        let monday = published(Some("2025-08-18"));
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
}
