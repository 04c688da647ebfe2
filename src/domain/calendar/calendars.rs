//! The calendars in force, all together.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use super::table::{Table, WithoutRegion};
use super::{Calendar, Coverage};
use crate::domain::place::Place;

/// Those that come with the program, read once.
static BUNDLED: LazyLock<Calendars> = LazyLock::new(|| {
    let read = |(country, text): (&'static str, &'static str)| {
        let table = Table::read(text).expect("bundled calendars are well formed, a test holds it");
        (Arc::from(country), Arc::new(table))
    };
    let texts = [("DE", include_str!("data/DE.txt")), ("FR", include_str!("data/FR.txt"))];
    Calendars { tables: Arc::new(texts.into_iter().map(read).collect()) }
});

/// One calendar for each country: a value, passed to whoever computes dates. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Calendars {
    tables: Arc<BTreeMap<Arc<str>, Arc<Table>>>,
}

impl Calendars {
    /// The calendars that come with the program.
    pub fn bundled() -> Self {
        BUNDLED.clone()
    }

    /// The calendar of a place.
    pub fn of(&self, place: Place) -> Calendar<'_> {
        let Some(table) = self.tables.get(place.country()) else {
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

    #[cfg(test)]
    pub(super) fn tables(&self) -> impl Iterator<Item = (&str, &Table)> {
        self.tables.iter().map(|(country, table)| (country.as_ref(), table.as_ref()))
    }
}
