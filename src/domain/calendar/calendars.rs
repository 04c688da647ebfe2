//! The calendars in force, all together.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, OnceLock};

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
    let unread = |text| Arc::new(Unread { text, table: OnceLock::new() });
    Calendars {
        tables: Arc::new(texts.into_iter().map(|(country, text)| (Arc::from(country), unread(text))).collect()),
    }
});

/// One calendar for each country: a value, passed to whoever computes dates. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Calendars {
    tables: Arc<BTreeMap<Arc<str>, Arc<Unread>>>,
}

/// A calendar whose text is read when its country is first asked for: few processes need more than some of them.
#[derive(Debug)]
struct Unread {
    text: &'static str,
    table: OnceLock<Table>,
}

impl Unread {
    fn table(&self) -> &Table {
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
        let Some(table) = self.tables.get(place.country()).map(|unread| unread.table()) else {
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
        for (country, unread) in self.tables.iter() {
            let regions = unread.table().regions().map(|region| format!("{country}-{region}"));
            let names = std::iter::once(country.to_string()).chain(regions);
            places.extend(names.filter_map(|name| name.parse::<Place>().ok()));
        }
        places
    }

    #[cfg(test)]
    pub(super) fn tables(&self) -> impl Iterator<Item = (&str, &Table)> {
        self.tables.iter().map(|(country, unread)| (country.as_ref(), unread.table()))
    }
}
