//! Calendars that other programs fetch: what their titles say, and which days they hold.

use jiff::ToSpan;
use jiff::civil::Date;

text_enum! {
    /// What the title of a date in a calendar says. Calendars are seen by others, on shared screens and in invitations.
    pub enum FeedTitles {
        /// How many dates there are, and nothing of what they are about (Z-19).
        Neutral = "neutral",
        /// The same with the name of the campaign.
        Campaign = "campaign",
    }
}

/// Days that a calendar holds behind the present one: what passed without an answer is still to be acted on.
const DAYS_BEHIND: i64 = 90;
/// Days ahead: more than the longest period with an extension and a long suspension.
const DAYS_AHEAD: i64 = 400;

/// The first and last day that a calendar holds.
pub fn days_held(today: Date) -> (Date, Date) {
    let day = |days: i64| today.checked_add(days.days()).unwrap_or(today);
    (day(-DAYS_BEHIND), day(DAYS_AHEAD))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_reaches_both_ways() {
        let (first, last) = days_held("2026-11-26".parse().unwrap());
        assert_eq!((first.to_string(), last.to_string()), ("2026-08-28".to_owned(), "2027-12-31".to_owned()));
    }
}
