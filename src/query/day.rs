use crate::article::date::{date_of, day_of};

/// What a day can be written as.
pub(super) const EXAMPLES: &str = "2025, 2025-08, 2025-08-18, today, yesterday, 3d or 2w";

/// The day that `written`, which is folded, means: a date, the first day of a year or month, or one counted back from
/// `today`. Days are counted from 1 January 1970.
pub(super) fn day(written: &str, today: i64) -> Option<String> {
    let day = match written {
        "today" => today,
        "yesterday" => today.checked_sub(1)?,
        _ => ago(written).map_or_else(|| by_date(written), |days| today.checked_sub(days))?,
    };
    date_of(day)
}

/// How many days ago: `3d`, `2w`.
fn ago(written: &str) -> Option<i64> {
    let (count, days) = match written.strip_suffix('d') {
        Some(count) => (count, 1),
        None => (written.strip_suffix('w')?, 7),
    };
    number(count)?.checked_mul(days)
}

/// A day by its date; a whole month or year by its first day.
fn by_date(written: &str) -> Option<i64> {
    let numbers: Option<Vec<i64>> = written.split('-').map(number).collect();
    let (year, month, day) = match *numbers?.as_slice() {
        [year] => (year, 1, 1),
        [year, month] => (year, month, 1),
        [year, month, day] => (year, month, day),
        _ => return None,
    };
    // A number of two digits is no year that anything in a library is of.
    day_of(year, month, day).filter(|_| year >= 1000)
}

fn number(digits: &str) -> Option<i64> {
    let only_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| only_digits)
}

/// Whether more letters could make a day of `written`.
pub(super) fn may_become_day(written: &str) -> bool {
    let in_numbers = |byte: u8| byte.is_ascii_digit() || byte == b'-';
    let is_begun = ["today", "yesterday"]
        .iter()
        .any(|word| word.starts_with(written));
    is_begun || (written.len() < "2025-08-18".len() && written.bytes().all(in_numbers))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_in_many_ways() {
        check("2025", "2025-01-01");
        check("2025-08", "2025-08-01");
        check("2025-8-3", "2025-08-03");
        check("2025-08-18", "2025-08-18");
        check("today", "2025-08-20");
        check("yesterday", "2025-08-19");
        check("3d", "2025-08-17");
        check("2w", "2025-08-06");
        check("0d", "2025-08-20");
    }

    #[test]
    fn what_is_no_day_is_none() {
        for written in [
            "",
            "foo",
            "25",
            "2025-13",
            "2025-02-30",
            "2025-08-18-1",
            "-3d",
            "+2025",
            "d",
            "3.5d",
            "9999999999999999999d",
            "9223372036854775807w",
            "1e4",
            "٣d",
        ] {
            assert_eq!(day(written, 20_320), None, "{written}");
        }
    }

    #[track_caller]
    fn check(written: &str, expected: &str) {
        assert_eq!(day(written, 20_320).as_deref(), Some(expected));
    }
}
