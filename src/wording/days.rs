//! Days in the form in which a language writes them.

use fluent_bundle::FluentArgs;
use jiff::civil::Date;

use super::bundle::{Bundle, try_say};

/// A day with month and year, such as `1er mars 2026`. None when the text is no date.
pub fn date(names: &Bundle, day: &str) -> Option<String> {
    said(names, "date", day)
}

/// The name of the day's weekday. None when the text is no date.
pub fn weekday(names: &Bundle, day: &str) -> Option<String> {
    said(names, "weekday", day)
}

fn said(names: &Bundle, message: &str, day: &str) -> Option<String> {
    let date: Date = day.parse().ok()?;
    let mut facts = FluentArgs::new();
    facts.set("day", date.day());
    facts.set("month", date.month());
    facts.set("weekday", date.weekday().to_monday_one_offset());
    facts.set("year", date.year().to_string());
    try_say(names, message, None, &facts).ok()
}
