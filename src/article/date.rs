//! Days by the calendar: what weekdays and months are called, and the day that a date tells.

use std::sync::LazyLock;

use jiff::Span;
use jiff::civil::{Date, date};

use crate::text::{WordList, fold, on_one_line, words};

/// What days are counted from.
const EPOCH: Date = date(1970, 1, 1);

const SOURCE: &str = include_str!("../../assets/date_words.txt");

/// Names in their order, with the short forms that some of them begin with.
pub struct Names {
    whole: Vec<&'static str>,
    short: WordList,
}

/// The days of the week, Monday first.
pub static WEEKDAYS: LazyLock<Names> = LazyLock::new(|| Names::new("weekday", &["short-weekday"]));
/// The months, January first.
pub static MONTHS: LazyLock<Names> = LazyLock::new(|| Names::new("month", &["short-month"]));

impl Names {
    fn new(head: &str, short: &'static [&'static str]) -> Names {
        let mut lines = SOURCE.lines().map(str::split_whitespace);
        let line = lines.find_map(|mut line| (line.next() == Some(head)).then_some(line));
        Names {
            whole: line.into_iter().flatten().collect(),
            short: WordList::lines(SOURCE, short),
        }
    }

    /// Which of them `folded` is, whole; the first is 0.
    pub fn whole(&self, folded: &str) -> Option<i64> {
        let at = self.whole.iter().position(|name| *name == folded)?;
        i64::try_from(at).ok()
    }

    /// Which of them `folded` is, whole or short, with a full stop or without; the first is 0.
    pub fn any(&self, folded: &str) -> Option<i64> {
        let word = folded.trim_end_matches('.');
        let short = || {
            let mut names = self.whole.iter().filter(|_| self.short.has(word));
            self.whole(names.find(|name| name.starts_with(word))?)
        };
        self.whole(word).or_else(short)
    }

    /// What the one of that number is called, with a capital; empty when there is none.
    pub fn name(&self, at: i64) -> String {
        let name = usize::try_from(at).ok().and_then(|at| self.whole.get(at));
        let mut letters = name.copied().unwrap_or_default().chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect()
    }
}

/// The day that a date tells, counted from 1 January 1970: *2025-08-18T10:00*, *18 August 2025*, *Aug. 18, 2025*.
pub fn day(date: &str) -> Option<i64> {
    let head = date.get(..10).unwrap_or(date);
    let numbers: Vec<i64> = head
        .split('-')
        .filter_map(|part| part.parse().ok())
        .collect();
    if let [year @ 1000..=9999, month, day] = numbers[..] {
        return day_of(year, month, day);
    }
    let parts: Vec<String> = words(date)
        .map(|word| fold(word.text).into_owned())
        .collect();
    let month = parts.iter().find_map(|part| MONTHS.any(part))? + 1;
    let numbers: Vec<i64> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let day = *numbers.iter().find(|day| (1..=31).contains(*day))?;
    let year = *numbers.iter().find(|&&year| is_year(year))?;
    day_of(year, month, day)
}

/// A date as `YYYY-MM-DD`, which sorts; as it is when it tells no day.
pub fn iso(date: &str) -> String {
    let date = date.trim();
    let digits = date.bytes().take_while(u8::is_ascii_digit).count();
    let parts = (digits == 8).then(|| {
        let (year, month, day) = (date.get(..4)?, date.get(4..6)?, date.get(6..8)?);
        let is_known = year.parse().is_ok_and(is_year);
        is_known.then(|| [year, month, day].join("-"))
    });
    let slashed = date.replace('/', "-");
    let day = day(parts.flatten().as_deref().unwrap_or(date)).or_else(|| day(&slashed));
    day.and_then(date_of).unwrap_or_else(|| on_one_line(date))
}

/// Whether a number may be the year that something in the news is told of.
pub fn is_year(number: i64) -> bool {
    (1800..2100).contains(&number)
}

/// A day of the Gregorian calendar counted from 1 January 1970; `None` when there is no such day in the years 1 to 9999.
pub fn day_of(year: i64, month: i64, day: i64) -> Option<i64> {
    let year = i16::try_from(year).ok().filter(|year| *year >= 1)?;
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let days = EPOCH.until(Date::new(year, month, day).ok()?).ok()?;
    Some(days.get_days().into())
}

/// The date of a day counted from 1 January 1970, as `YYYY-MM-DD`; `None` before the year 1 and after 9999.
pub fn date_of(day: i64) -> Option<String> {
    let days = Span::new().try_days(day).ok()?;
    let found = EPOCH.checked_add(days).ok()?;
    (found.year() >= 1).then(|| found.to_string())
}

/// The weekday of a day counted from 1 January 1970, which was a Thursday; Monday is 0.
pub fn weekday(day: i64) -> i64 {
    (day + 3).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_by_the_calendar() {
        assert_eq!(day("1970-01-01"), Some(0));
        assert_eq!(day("2025-08-18T10:00"), Some(20_318));
        assert_eq!(day("18 August 2025"), Some(20_318));
        assert_eq!(day("Aug. 18, 2025"), Some(20_318));
        assert_eq!(WEEKDAYS.name(weekday(20_318)), "Monday");
        assert_eq!(
            day("2025-03-01").zip(day("2025-02-28")),
            Some((20_148, 20_147))
        );
    }

    #[test]
    fn a_day_has_one_date() {
        for date in [
            "1970-01-01",
            "2024-02-29",
            "2000-12-31",
            "1000-01-01",
            "9999-12-31",
        ] {
            assert_eq!(day(date).and_then(date_of).as_deref(), Some(date));
        }
        assert_eq!(date_of(i64::MAX), None);
        assert_eq!(date_of(-1_000_000), None);
    }

    #[test]
    fn dates_are_written_to_sort() {
        for date in [
            "2025-08-18T22:30:00-04:00",
            "Mon, 18 Aug 2025 22:30:00 -0400",
            "20250818",
            "2025/08/18 22:30",
            " August 18, 2025",
        ] {
            assert_eq!(iso(date), "2025-08-18");
        }
        // Neither days that are told in no order, nor numbers that are none.
        for date in [
            "last night",
            "1/2/25",
            "1712103000000",
            "17121030",
            "0001-01-01T00:00:00Z",
        ] {
            assert_eq!(iso(date), date);
        }
        assert_eq!(iso("last\nnight"), "last night");
    }

    #[test]
    fn what_tells_no_day_is_none() {
        for date in [
            "",
            "soon",
            "Monday",
            "2025-08",
            "2025-13-01",
            "2025-08-00",
            "2025-02-30",
            "18/08/2025",
            "0001-01-01",
            "20é5-08-18",
        ] {
            assert_eq!(day(date), None, "{date}");
        }
    }

    #[test]
    fn names_are_known_short_and_whole() {
        assert_eq!(MONTHS.any("sept."), Some(8));
        assert_eq!(MONTHS.any("sep"), Some(8));
        assert_eq!(MONTHS.any("marc"), None);
        assert_eq!(WEEKDAYS.any("thurs"), Some(3));
        assert_eq!(WEEKDAYS.whole("sun"), None);
    }
}
