//! Days by the calendar: what weekdays and months are called, and the day that a date tells.

use std::sync::LazyLock;

use crate::text::{WordList, fold, on_one_line, words};

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
    if let [year, month, day] = numbers[..] {
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
    let digits = date
        .get(..8)
        .filter(|head| head.bytes().all(|byte| byte.is_ascii_digit()));
    let parts =
        digits.and_then(|all| Some([all.get(..4)?, all.get(4..6)?, all.get(6..)?].join("-")));
    let slashed = date.replace('/', "-");
    let day = day(parts.as_deref().unwrap_or(date)).or_else(|| day(&slashed));
    day.and_then(written).unwrap_or_else(|| on_one_line(date))
}

/// A day counted from 1 January 1970, as `YYYY-MM-DD`.
pub fn written(day: i64) -> Option<String> {
    let days = jiff::Span::new().try_days(day).ok()?;
    let date = jiff::civil::date(1970, 1, 1).checked_add(days).ok()?;
    Some(date.to_string())
}

/// Whether a number may be the year that something in the news is told of.
pub fn is_year(number: i64) -> bool {
    (1800..2100).contains(&number)
}

/// A day of the Gregorian calendar counted from 1 January 1970 (Howard Hinnant, “chrono-Compatible Low-Level Date
/// Algorithms”).
pub fn day_of(year: i64, month: i64, day: i64) -> Option<i64> {
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

/// The date of a day counted from 1 January 1970, as `YYYY-MM-DD`; `None` before the year 1 and after 9999. It is the other
/// way round of [`day_of`], by the same algorithms.
pub fn date_of(day: i64) -> Option<String> {
    let day = day.checked_add(719_468)?;
    let era = day.div_euclid(146_097);
    let day_of_era = day.rem_euclid(146_097);
    let of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let of_year = day_of_era - (365 * of_era + of_era / 4 - of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = of_era + era * 400 + i64::from(month <= 2);
    (1..=9999)
        .contains(&year)
        .then(|| format!("{year:04}-{month:02}-{of_month:02}"))
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
            "0001-01-01",
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
            "18/08/2025",
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
