//! Dates as spreadsheets write them, and the order of day and month told from many of them.
//!
//! A legal date is never guessed: where nothing in the head of the upload tells 3 April from 4 March, a date that could be
//! both is refused, and the caller says which it is.

use jiff::civil::Date;

use crate::domain::code::Code;
use crate::domain::text_enum;

text_enum! {
    /// The order in which an upload writes day, month and year. Dates that start with the year are always understood.
    pub enum DateOrder {
        /// 17/10/2026, 17.10.2026.
        Dmy = "dmy",
        /// 10/17/2026.
        Mdy = "mdy",
        /// 2026-10-17.
        Ymd = "ymd",
    }
}

/// Years in which people are born, and mandates signed.
const YEARS: std::ops::RangeInclusive<i16> = 1850..=2200;

/// How a field of dates is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// `YYYY-MM-DD` and nothing else.
    Iso,
    /// As spreadsheets write, in the order found or told.
    Spreadsheet(Option<DateOrder>),
}

/// The three numbers of a date, before their order is known.
enum Shape {
    YearFirst { year: i16, month: i8, day: i8 },
    YearLast { first: i8, second: i8, year: i16, points: bool },
}

/// Reads a date.
///
/// # Errors
///
/// `date_invalid` for what is no day of the calendar or has no year of four digits, `date_ambiguous` for what could be two days.
pub(super) fn parse(raw: &str, reading: Reading) -> Result<Date, Code> {
    let order = match reading {
        Reading::Iso if !is_iso(raw) => return Err(Code::DateInvalid),
        Reading::Iso => Some(DateOrder::Ymd),
        Reading::Spreadsheet(order) => order,
    };
    let (year, month, day) = match shape(raw).ok_or(Code::DateInvalid)? {
        Shape::YearFirst { year, month, day } => (year, month, day),
        Shape::YearLast { first, second, year, points } => match order {
            Some(DateOrder::Dmy) => (year, second, first),
            Some(DateOrder::Mdy) => (year, first, second),
            Some(DateOrder::Ymd) | None if points || first > 12 => (year, second, first),
            Some(DateOrder::Ymd) | None if second > 12 || first == second => (year, first, second),
            Some(DateOrder::Ymd) | None => return Err(Code::DateAmbiguous),
        },
    };
    if !YEARS.contains(&year) {
        return Err(Code::DateInvalid);
    }
    Date::new(year, month, day).map_err(|_| Code::DateInvalid)
}

fn is_iso(raw: &str) -> bool {
    let is_digit_or_dash =
        |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    raw.len() == 10 && raw.bytes().enumerate().all(is_digit_or_dash)
}

fn shape(raw: &str) -> Option<Shape> {
    let raw = without_time(raw);
    if raw.len() == 8 && raw.bytes().all(|byte| byte.is_ascii_digit()) {
        // Eight digits can only be year, month, day: read the other way round, they have no month.
        return Some(Shape::YearFirst {
            year: number(&raw[..4])?,
            month: number(&raw[4..6])?,
            day: number(&raw[6..])?,
        });
    }
    let separator = raw.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let mut parts = raw.split(separator);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || !(1..=2).contains(&second.len()) {
        return None;
    }
    match (first.len(), third.len()) {
        (4, 1..=2) => Some(Shape::YearFirst { year: number(first)?, month: number(second)?, day: number(third)? }),
        (1..=2, 4) => Some(Shape::YearLast {
            first: number(first)?,
            second: number(second)?,
            year: number(third)?,
            points: separator == '.',
        }),
        _ => None,
    }
}

/// Leaves out the time of day that spreadsheets add to a date.
fn without_time(raw: &str) -> &str {
    match raw.split_once([' ', 'T']) {
        Some((date, time))
            if time.contains(':')
                && time.bytes().all(|byte| matches!(byte, b'0'..=b':' | b'.' | b'+' | b'-' | b'Z')) =>
        {
            date
        }
        _ => raw,
    }
}

fn number<N: std::str::FromStr>(digits: &str) -> Option<N> {
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None }
}

/// Counts what dates tell about the order in which they are written.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Evidence {
    day_first: usize,
    month_first: usize,
    year_first: usize,
    either: usize,
}

impl Evidence {
    /// Takes one value into account; what is no date tells nothing.
    pub fn observe(&mut self, raw: &str) {
        match shape(raw) {
            Some(Shape::YearFirst { .. }) => self.year_first += 1,
            Some(Shape::YearLast { first, second, points, .. }) => match (first > 12, second > 12) {
                (true, true) => {}
                (true, false) => self.day_first += 1,
                (false, true) => self.month_first += 1,
                (false, false) if points => self.day_first += 1,
                (false, false) => self.either += usize::from(first != second),
            },
            None => {}
        }
    }

    /// The order, and whether dates were seen that could be two days with nothing to tell which. A few values against many
    /// are taken for mistakes.
    pub fn verdict(&self) -> (Option<DateOrder>, bool) {
        let Self { day_first, month_first, year_first, either } = *self;
        if day_first > 0 && month_first * 20 <= day_first {
            (Some(DateOrder::Dmy), false)
        } else if month_first > 0 && day_first * 20 <= month_first {
            (Some(DateOrder::Mdy), false)
        } else if either + day_first + month_first > 0 {
            (None, true)
        } else {
            ((year_first > 0).then_some(DateOrder::Ymd), false)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, DateOrder, Evidence, Reading, parse};
    use jiff::civil::date;

    fn read(raw: &str, order: Option<DateOrder>) -> Result<String, Code> {
        parse(raw, Reading::Spreadsheet(order)).map(|date| date.to_string())
    }

    #[test]
    fn spreadsheets_write_dates_in_many_ways() {
        for raw in [
            "17/10/2026",
            "17.10.2026",
            "17-10-2026",
            "2026-10-17",
            "2026/10/17",
            "20261017",
            "17/10/2026 00:00",
            "2026-10-17T00:00:00Z",
        ] {
            assert_eq!(read(raw, Some(DateOrder::Dmy)).as_deref(), Ok("2026-10-17"), "{raw}");
            assert_eq!(read(raw, None).as_deref(), Ok("2026-10-17"), "{raw}");
        }
        assert_eq!(read("10/17/2026", Some(DateOrder::Mdy)).as_deref(), Ok("2026-10-17"));
        assert_eq!(read("3.4.1990", None).as_deref(), Ok("1990-04-03"));
        assert_eq!(read("04/04/1990", None).as_deref(), Ok("1990-04-04"));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for raw in [
            "31/02/1980",
            "29/02/2023",
            "00/01/1980",
            "17/13/1980",
            "12/05/04",
            "17102026",
            "1980",
            "hier",
            "17/10",
            "1/2/3/1980",
            "17/10/0980",
            "+1/02/1980",
            "２/02/1980",
            "12/05/2004 x",
        ] {
            assert_eq!(read(raw, Some(DateOrder::Dmy)), Err(Code::DateInvalid), "{raw}");
        }
        assert_eq!(read("29/02/2024", Some(DateOrder::Dmy)).as_deref(), Ok("2024-02-29"));
        assert_eq!(read("03/04/1990", None), Err(Code::DateAmbiguous));
        assert_eq!(parse("2024-02-29", Reading::Iso), Ok(date(2024, 2, 29)));
        assert_eq!(parse("29/02/2024", Reading::Iso), Err(Code::DateInvalid));
    }

    #[test]
    fn many_dates_tell_their_order() {
        let verdict = |values: &[(&str, usize)]| {
            let mut evidence = Evidence::default();
            for (value, times) in values {
                (0..*times).for_each(|_| evidence.observe(value));
            }
            evidence.verdict()
        };
        assert_eq!(verdict(&[("03/04/1990", 9), ("17/04/1990", 1)]), (Some(DateOrder::Dmy), false));
        assert_eq!(verdict(&[("03/04/1990", 9), ("04/17/1990", 1)]), (Some(DateOrder::Mdy), false));
        assert_eq!(verdict(&[("03/04/1990", 9)]), (None, true));
        assert_eq!(verdict(&[("03.04.1990", 9)]), (Some(DateOrder::Dmy), false));
        assert_eq!(verdict(&[("1990-04-03", 9)]), (Some(DateOrder::Ymd), false));
        assert_eq!(verdict(&[("17/04/1990", 40), ("04/17/1990", 2)]), (Some(DateOrder::Dmy), false));
        assert_eq!(verdict(&[("17/04/1990", 4), ("04/17/1990", 2)]), (None, true));
        assert_eq!(verdict(&[("", 4), ("hier", 2)]), (None, false));
    }
}
