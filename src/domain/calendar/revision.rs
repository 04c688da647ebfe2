//! A newer calendar of one country, and whether it may take the place of the one in force.

use std::sync::Arc;

use super::calendars::Kept;
use super::table::Table;
use super::{CalendarError, Calendars};
use crate::domain::reference::{
    CountryRevision, Reference, ReferenceKind, country_and_version, known_country_and_version,
};
use crate::domain::version::Version;

/// Longest text of a calendar, in bytes. The longest of those bundled has about a fifth of it.
pub const MAX_CALENDAR_BYTES: usize = 100_000;

/// A calendar that was read completely.
#[derive(Debug, Clone)]
pub struct Revision {
    country: Arc<str>,
    version: Version,
    kept: Arc<Kept>,
}

/// Why a text is no revision of a calendar, or not one that may come into force.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RevisionProblem {
    /// Far longer than any calendar.
    #[error("a calendar has at most {MAX_CALENDAR_BYTES} bytes")]
    TooLong,
    /// A line is not in the form of calendars, or one is missing.
    #[error("{0}")]
    Unreadable(String),
    /// The version does not name a country and a version of it.
    #[error("the version is written as `FR-2026.2`, with a country that is known here, and not as `{0}`")]
    NoVersion(String),
    /// A year that it says it covers has no holiday at all.
    #[error("there is no holiday in {0}, a year that the calendar says it covers")]
    EmptyYear(i16),
    /// It is as old as what is in force, or older.
    #[error("it is not newer than {in_force}, which is in force")]
    NotNewer {
        /// The version in force.
        in_force: String,
    },
    /// It leaves out years that open deadlines may need.
    #[error("it must cover the years {first} to {last}, as the calendar in force does")]
    YearsMissing {
        /// First year covered by the calendar in force.
        first: i16,
        /// Last year covered by it.
        last: i16,
    },
}

impl Revision {
    /// Reads a calendar, every year of it.
    ///
    /// # Errors
    /// What is wrong with it; a line that is not understood is quoted.
    pub fn read(text: &str) -> Result<Self, RevisionProblem> {
        if text.len() > MAX_CALENDAR_BYTES {
            return Err(RevisionProblem::TooLong);
        }
        let table = Table::read(text).map_err(RevisionProblem::Unreadable)?;
        let named = known_country_and_version(&table.version).map(|(country, version)| (Arc::from(country), version));
        let Some((country, version)) = named else {
            return Err(RevisionProblem::NoVersion(table.version));
        };
        if let Some(year) = table.years().find(|year| table.days(None).year(*year).next().is_none()) {
            return Err(RevisionProblem::EmptyYear(year));
        }
        Ok(Self { country, version, kept: Arc::new(table.into()) })
    }
}

impl CountryRevision for Revision {
    fn country(&self) -> &str {
        &self.country
    }

    fn version(&self) -> String {
        format!("{}-{}", self.country, self.version)
    }
}

impl Reference for Calendars {
    const KIND: ReferenceKind = ReferenceKind::Calendar;
    const MAX_BYTES: usize = MAX_CALENDAR_BYTES;
    type Revision = Revision;
    type Problem = RevisionProblem;

    fn bundled() -> Self {
        Self::bundled()
    }

    fn read(text: &str) -> Result<Revision, RevisionProblem> {
        Revision::read(text)
    }

    /// It must cover the years that the one in force covers.
    fn check(&self, revision: &Revision) -> Result<(), RevisionProblem> {
        self.check_newer(revision)?;
        let Some(before) = self.tables.get(&revision.country) else { return Ok(()) };
        let years = before.table().years();
        let missing =
            |year| matches!(revision.kept.table().check_year(year), Err(CalendarError::YearNotCovered { .. }));
        match years.clone().any(missing) {
            true => Err(RevisionProblem::YearsMissing { first: *years.start(), last: *years.end() }),
            false => Ok(()),
        }
    }

    fn with(&self, revision: &Revision) -> Result<Self, RevisionProblem> {
        self.check_newer(revision)?;
        let mut tables = (*self.tables).clone();
        tables.insert(revision.country.clone(), revision.kept.clone());
        Ok(Self { tables: Arc::new(tables) })
    }

    fn countries(&self) -> Vec<String> {
        self.tables.keys().map(ToString::to_string).collect()
    }

    fn version_in(&self, country: &str) -> Version {
        let kept = self.tables.get(country);
        kept.and_then(|kept| country_and_version(&kept.table().version)).map(|(_, version)| version).unwrap_or_default()
    }
}

impl Calendars {
    fn check_newer(&self, revision: &Revision) -> Result<(), RevisionProblem> {
        match self.tables.get(&revision.country) {
            Some(before) if revision.version <= self.version_in(&revision.country) => {
                Err(RevisionProblem::NotNewer { in_force: before.table().version.clone() })
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRANCE: &str = include_str!("data/FR.txt");

    /// The bundled calendar of France under another version, with more lines.
    fn france(version: &str, more: &str) -> String {
        let head = FRANCE.lines().filter(|line| !line.starts_with("version"));
        format!("version {version}\n{}\n{more}\n", head.collect::<Vec<_>>().join("\n"))
    }

    fn due(calendars: &Calendars, place: &str, day: &str) -> String {
        let calendar = calendars.of(place.parse().unwrap());
        format!("{} {}", calendar.roll(day.parse().unwrap()).unwrap().latest, calendar.version())
    }

    #[test]
    fn a_newer_calendar_takes_the_place_of_the_one_in_force() {
        let before = Calendars::bundled();
        let revised =
            Revision::read(&france("FR-2099.1", "* | 2027-04-02 | | | Jour de deuil | Day of mourning")).unwrap();
        assert_eq!((revised.country(), revised.version().as_str()), ("FR", "FR-2099.1"));
        let after = before.with(&revised).unwrap();
        assert_eq!(due(&after, "FR", "2027-04-02"), "2027-04-05 FR-2099.1");
        assert_eq!(due(&after, "FR-57", "2027-04-02"), "2027-04-05 FR-2099.1");
        assert!(
            due(&before, "FR", "2027-04-02").starts_with("2027-04-02 FR-20"),
            "values already taken stay as they are"
        );
        assert_eq!(due(&after, "DE", "2027-04-02"), due(&before, "DE", "2027-04-02"));
        assert!(after.version_in("FR") > before.version_in("FR"));
        assert_eq!(after.version_in("XX"), Version::default());
    }

    #[test]
    fn the_newest_stays_whatever_the_order() {
        let (older, newer) = ("FR-2099.9", "FR-2099.10");
        let [older, newer] = [older, newer].map(|version| Revision::read(&france(version, "")).unwrap());
        let both = Calendars::bundled().with(&older).unwrap().with(&newer).unwrap();
        let in_force = || RevisionProblem::NotNewer { in_force: "FR-2099.10".to_owned() };
        assert_eq!(both.with(&older).err(), Some(in_force()));
        assert_eq!(both.with(&newer).err(), Some(in_force()));
        let bundled = Revision::read(FRANCE).unwrap();
        assert!(matches!(Calendars::bundled().with(&bundled), Err(RevisionProblem::NotNewer { .. })));
    }

    #[test]
    fn a_revision_that_says_less_or_nothing_is_refused() {
        let refused = |text: &str| Revision::read(text).unwrap_err().to_string();
        let bad_line = "* | 04-31 | | | Rien | Nothing";
        assert!(refused(&france("FR-2099.1", bad_line)).contains(bad_line), "the line is quoted");
        assert!(refused(&france("2099.1", "")).contains("`2099.1`"));
        assert!(refused(&france("FR-57-2099.1", "")).contains("`FR-57-2099.1`"));
        assert!(refused(&france("QQ-2099.1", "")).contains("`QQ-2099.1`"));
        assert_eq!(refused("years 2018 2040\nwithout_region national\nsource none\n"), "`version` is missing");
        assert_eq!(Revision::read(&"#".repeat(MAX_CALENDAR_BYTES + 1)).err(), Some(RevisionProblem::TooLong));
        let empty =
            "version FR-2099.1\nyears 2018 2019\nwithout_region national\nsource none\n* | 2018-05-01 | | | a | b\n";
        assert_eq!(Revision::read(empty).err(), Some(RevisionProblem::EmptyYear(2019)));

        let short = france("FR-2099.1", "").replace("2018 2040", "2020 2040");
        let short = Revision::read(&short).unwrap();
        let missing = RevisionProblem::YearsMissing { first: 2018, last: 2040 };
        assert_eq!(Calendars::bundled().check(&short), Err(missing));
        assert!(Calendars::bundled().with(&short).is_ok(), "what was imported before a release that covers more stays");
    }
}
