//! The calendars in force, all together.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, OnceLock};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::table::{Table, WithoutRegion};
use super::{Calendar, Coverage};
use crate::domain::place::Place;

macro_rules! texts {
    ($($country:literal)+) => {
        [$(($country, include_str!(concat!("data/", $country, ".txt")))),+]
    };
}

/// Those that come with the program.
static BUNDLED: LazyLock<Calendars> = LazyLock::new(|| {
    let texts = texts!(
        "AT" "BE" "BG" "CH" "CY" "CZ" "DE" "DK" "EE" "ES" "FI" "FR" "GB" "GR" "HR" "HU" "IE" "IS" "IT" "LI" "LT" "LU" "LV"
        "MT" "NL" "NO" "PL" "PT" "RO" "SE" "SI" "SK"
    );
    let unread = |text| Arc::new(Kept { text, table: OnceLock::new() });
    Calendars {
        tables: Arc::new(texts.into_iter().map(|(country, text)| (Arc::from(country), unread(text))).collect()),
    }
});

/// One calendar for each country: a value, passed to whoever computes dates. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Calendars {
    pub(super) tables: Arc<BTreeMap<Arc<str>, Arc<Kept>>>,
}

/// A calendar. The text of one that comes with the program is read when its country is first asked for: few processes need more
/// than some of them. One that was imported has been read.
#[derive(Debug)]
pub(super) struct Kept {
    text: &'static str,
    table: OnceLock<Table>,
}

impl From<Table> for Kept {
    fn from(table: Table) -> Self {
        Self { text: "", table: OnceLock::from(table) }
    }
}

/// A calendar in force, without its days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CalendarInForce {
    /// The country whose days it has (ISO 3166-1 alpha-2).
    #[schema(example = "FR")]
    pub country: String,
    /// Its version, as deadlines name it.
    #[schema(example = "FR-2026.1")]
    pub version: String,
    /// The first year that it covers.
    pub first_year: i16,
    /// The last year that it covers.
    pub last_year: i16,
    /// Whether it was imported; otherwise it came with the program.
    pub imported: bool,
}

impl Kept {
    /// Version and years. A text that was not read yet stays so: to list calendars keeps none of them in memory.
    fn head(&self, country: &str) -> CalendarInForce {
        let (mut version, mut years) = (String::new(), (0, 0));
        if let Some(table) = self.table.get() {
            let kept = table.years();
            (version, years) = (table.version.clone(), (*kept.start(), *kept.end()));
        } else {
            for (name, value) in self.text.lines().map_while(|line| head_line(line)).flatten() {
                match name {
                    "version" => value.clone_into(&mut version),
                    "years" => years = two(value).unwrap_or_default(),
                    _ => {}
                }
            }
        }
        let (country, (first_year, last_year), imported) = (country.to_owned(), years, self.text.is_empty());
        CalendarInForce { country, version, first_year, last_year, imported }
    }

    pub(super) fn table(&self) -> &Table {
        self.table.get_or_init(|| Table::read(self.text).expect("bundled calendars are well formed, a test holds it"))
    }
}

impl Calendars {
    /// The calendars that come with the program.
    pub fn bundled() -> Self {
        BUNDLED.clone()
    }

    /// The calendar of a place.
    pub fn of(&self, place: Place) -> Calendar<'_> {
        let Some(table) = self.tables.get(place.country()).map(|kept| kept.table()) else {
            return Calendar { table: None, readings: Vec::new(), coverage: Coverage::None };
        };
        match (place.subdivision(), &table.without_region) {
            (None, WithoutRegion::Every(regions)) => {
                let readings = regions.iter().map(|region| table.days(Some(region))).collect();
                Calendar { table: Some(table), readings, coverage: Coverage::RegionUnknown }
            }
            (region, _) => {
                Calendar { table: Some(table), readings: vec![table.days(region)], coverage: Coverage::Exact }
            }
        }
    }

    /// Every place whose calendar is kept: the countries, and of each the regions that have days of their own.
    pub fn places(&self) -> Vec<Place> {
        let mut places = Vec::new();
        for (country, kept) in self.tables.iter() {
            let regions = kept.table().regions().map(|region| format!("{country}-{region}"));
            let names = std::iter::once(country.to_string()).chain(regions);
            places.extend(names.filter_map(|name| name.parse::<Place>().ok()));
        }
        places
    }

    /// Every calendar in force, in the order of the countries.
    pub fn in_force(&self) -> Vec<CalendarInForce> {
        self.tables.iter().map(|(country, kept)| kept.head(country)).collect()
    }

    #[cfg(test)]
    pub(super) fn tables(&self) -> impl Iterator<Item = (&str, &Table)> {
        self.tables.iter().map(|(country, kept)| (country.as_ref(), kept.table()))
    }
}

/// A line before the days: its name and value, or nothing of interest. None where the days begin.
fn head_line(line: &str) -> Option<Option<(&str, &str)>> {
    let is_day = line.contains('|') && !line.starts_with('#');
    (!is_day).then(|| line.split_once(char::is_whitespace).map(|(name, value)| (name, value.trim())))
}

fn two(years: &str) -> Option<(i16, i16)> {
    let (first, last) = years.split_once(char::is_whitespace)?;
    Some((first.parse().ok()?, last.trim().parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calendars_are_listed_as_they_are_once_read() {
        let unread = Calendars::bundled().in_force();
        assert_eq!(unread.len(), 32);
        for (listed, (country, table)) in unread.iter().zip(Calendars::bundled().tables()) {
            let (first_year, last_year) = (*table.years().start(), *table.years().end());
            let version = table.version.clone();
            let read = CalendarInForce { country: country.to_owned(), version, first_year, last_year, imported: false };
            assert_eq!(*listed, read);
            assert!(first_year <= 2018 && last_year >= 2040, "{country}");
        }
        assert_eq!(Calendars::bundled().in_force(), unread);
    }
}
