//! Where the law of a regime holds, and for which complaints (C-20, C-27).

use jiff::civil::{Date, date};

use crate::domain::place::Place;

/// Which complaints the rules of Regulation (EU) 2025/2518 hold for (C-20).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Lodged on or after 2 April 2027: lodging and early resolution, C-21 to C-24.
    LodgedFrom,
    /// Lodged after 2 April 2027: cooperation, time limits, hearing and access to the file, C-25 to C-29.
    LodgedAfter,
}

/// The day from which Regulation (EU) 2025/2518 applies (C-20).
pub const PROCEDURE_APPLIES_FROM: Date = date(2027, 4, 2);

impl Gate {
    /// The first day of lodging for which the rules hold.
    pub const fn first_day(self) -> Date {
        match self {
            Self::LodgedFrom => PROCEDURE_APPLIES_FROM,
            Self::LodgedAfter => date(2027, 4, 3),
        }
    }

    /// Whether the rules hold for a complaint lodged on a day.
    pub fn holds_for(self, lodged_on: Date) -> bool {
        lodged_on >= self.first_day()
    }
}

/// Where a regime exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// At every place.
    Everywhere,
    /// In the states of the European Economic Area.
    Eea,
    /// In one country, or one part of it.
    In(&'static str),
}

impl Reach {
    /// Whether the regime exists at a place.
    pub fn holds_at(self, place: Place) -> bool {
        match self {
            Self::Everywhere => true,
            Self::Eea => place.is_in_eea(),
            Self::In(part) => match part.split_once('-') {
                None => place.country() == part,
                Some((country, region)) => place.country() == country && place.subdivision() == Some(region),
            },
        }
    }
}

/// The bounds of the time that the lead authority gives the complainant to state views: the earliest and the latest last day
/// it may set, three and six weeks after it told of it (C-27). None at the end of time only.
pub fn views_between(told_on: Date) -> Option<(Date, Date)> {
    let after = |weeks: i64| told_on.checked_add(jiff::Span::new().try_weeks(weeks).ok()?).ok();
    Some((after(3)?, after(6)?))
}
