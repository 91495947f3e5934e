use jiff::Timestamp;

use crate::article::date::day_of;

/// The day that it is here, counted from 1 January 1970.
pub(super) fn today() -> Option<i64> {
    let date = jiff::Zoned::now().date();
    day_of(date.year().into(), date.month().into(), date.day().into())
}

/// The time, to the second, as RFC 3339 has it in UTC.
pub(super) fn now() -> String {
    Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
