//! `Retry-After` (RFC 9110, 10.2.3): how long a receiver asks us to wait.

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// Longest wait that is passed on. The retry schedule narrows it further; this only keeps absurd numbers out.
pub const WAIT_MAX: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// The three forms of an HTTP date: the one in use and the two obsolete ones, which a recipient must still read.
const DATE_FORMS: &[&str] = &["%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"];

/// Reads the header's value: seconds, or a date that is taken relative to `now`. A date that has passed is no wait. What is
/// neither is as if nothing had been said.
pub fn retry_after(value: &[u8], now: Timestamp) -> Option<Duration> {
    let text = std::str::from_utf8(value).ok()?.trim();
    if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
        let wait = text.parse().map_or(WAIT_MAX, Duration::from_secs);
        return Some(wait.min(WAIT_MAX));
    }
    let date = DATE_FORMS.iter().find_map(|form| DateTime::strptime(form, text).ok())?;
    let until = date.to_zoned(TimeZone::UTC).ok()?.timestamp();
    let wait = Duration::try_from(until.duration_since(now)).unwrap_or(Duration::ZERO);
    Some(wait.min(WAIT_MAX))
}

#[cfg(test)]
mod tests {
    use super::{WAIT_MAX, retry_after};
    use std::time::Duration;

    fn read(value: &str) -> Option<u64> {
        retry_after(value.as_bytes(), "2026-03-01T12:00:00Z".parse().unwrap()).map(|wait| wait.as_secs())
    }

    #[test]
    fn seconds_are_read_and_bounded() {
        assert_eq!(read("0"), Some(0));
        assert_eq!(read("120"), Some(120));
        assert_eq!(read(" 7 "), Some(7));
        assert_eq!(read("2592000"), Some(WAIT_MAX.as_secs()));
        assert_eq!(read("2592001"), Some(WAIT_MAX.as_secs()));
        assert_eq!(read("99999999999999999999999999"), Some(WAIT_MAX.as_secs()));
    }

    #[test]
    fn all_three_forms_of_a_date_are_read() {
        assert_eq!(read("Sun, 01 Mar 2026 12:05:00 GMT"), Some(300));
        assert_eq!(read("Sunday, 01-Mar-26 12:05:00 GMT"), Some(300));
        assert_eq!(read("Sun Mar  1 12:05:00 2026"), Some(300));
        assert_eq!(read("Sun, 01 Mar 2026 11:00:00 GMT"), Some(0), "a date that has passed");
        assert_eq!(read("Mon, 01 Mar 2032 12:00:00 GMT"), Some(WAIT_MAX.as_secs()));
    }

    #[test]
    fn anything_else_says_nothing() {
        for value in
            ["", "-1", "+5", "1.5", "5s", "soon", "2026-03-01T12:05:00Z", "Sun, 31 Feb 2026 12:00:00 GMT", "0x10"]
        {
            assert_eq!(read(value), None, "{value}");
        }
        assert_eq!(retry_after(&[0xff, 0x31], "2026-03-01T12:00:00Z".parse().unwrap()), None);
    }

    #[test]
    fn part_of_a_second_is_kept() {
        let now = "2026-03-01T12:00:00.25Z".parse().unwrap();
        assert_eq!(retry_after(b"Sun, 01 Mar 2026 12:00:01 GMT", now), Some(Duration::from_millis(750)));
    }
}
