//! Which rules and which calendar a deadline was computed with, and whether newer ones are in force (D-15).

use std::fmt;

use super::{Deadline, RULE_VERSION};
use crate::domain::calendar::Calendars;
use crate::domain::place::Place;
use crate::domain::reference::{Reference, country_and_version};
use crate::domain::version::Version;

/// The versions behind a deadline. Its text, `2026.1 FR-2026.2`, is kept beside each open deadline, so that those computed with
/// an older one are found without looking at the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    rules: Version,
    country: String,
    calendar: Version,
}

impl Edition {
    /// The edition of a computed deadline.
    pub fn of(deadline: &Deadline, place: Place) -> Self {
        let calendar = country_and_version(&deadline.calendar_version).map(|(_, version)| version);
        Self {
            rules: deadline.rule_version.parse().unwrap_or_default(),
            country: place.country().to_owned(),
            calendar: calendar.unwrap_or_default(),
        }
    }

    /// Reads its text.
    pub fn read(text: &str) -> Option<Self> {
        let (rules, calendar) = text.split_once(' ')?;
        let (country, calendar) = country_and_version(calendar)?;
        Some(Self { rules: rules.parse().ok()?, country: country.to_owned(), calendar })
    }

    /// Whether rules or calendar are newer here, and neither is older: the deadline is to be computed anew.
    pub fn is_behind(&self, calendars: &Calendars) -> bool {
        let (rules, calendar) = self.in_force(calendars);
        !self.is_ahead(calendars) && (self.rules < rules || self.calendar < calendar)
    }

    /// Whether it was computed with rules or a calendar that are not known here yet: what is older must not move it back.
    pub fn is_ahead(&self, calendars: &Calendars) -> bool {
        let (rules, calendar) = self.in_force(calendars);
        self.rules > rules || self.calendar > calendar
    }

    fn in_force(&self, calendars: &Calendars) -> (Version, Version) {
        (RULE_VERSION.parse().unwrap_or_default(), calendars.version_in(&self.country))
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}-{}", self.rules, self.country, self.calendar)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_behind_only_when_nothing_of_it_is_ahead() {
        let calendars = Calendars::bundled();
        let in_force = calendars.version_in("FR");
        let judge = |text: String| {
            let edition = Edition::read(&text).unwrap();
            assert_eq!(edition.to_string(), text);
            (edition.is_behind(&calendars), edition.is_ahead(&calendars))
        };
        assert_eq!(judge(format!("{RULE_VERSION} FR-{in_force}")), (false, false));
        assert_eq!(judge(format!("{RULE_VERSION} FR-2000.1")), (true, false));
        assert_eq!(judge(format!("{RULE_VERSION} FR-0.0")), (true, false), "computed when no calendar was kept");
        assert_eq!(judge(format!("2000.1 FR-{in_force}")), (true, false));
        assert_eq!(judge(format!("{RULE_VERSION} FR-2999.1")), (false, true));
        assert_eq!(judge("2000.1 FR-2999.1".to_owned()), (false, true));
        assert_eq!(judge("2999.1 FR-2000.1".to_owned()), (false, true));
        assert!(RULE_VERSION.parse::<Version>().is_ok());
        assert_eq!(Edition::read("nonsense"), None);
    }
}
