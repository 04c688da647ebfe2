//! Reads `zones.txt`: the countries that exist here, their subdivisions and time zones.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::tz::{TimeZone, TimeZoneDatabase};

use super::{Place, PlaceError};

const DATA: &str = include_str!("zones.txt");

static BUNDLED: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

struct Country {
    zone: &'static str,
    /// Zones of subdivisions that differ from the country's.
    zones: BTreeMap<&'static str, &'static str>,
    /// The only subdivisions there are; any well-formed one is accepted when this is empty.
    closed: Vec<&'static str>,
}

static COUNTRIES: LazyLock<BTreeMap<&'static str, Country>> = LazyLock::new(|| read(DATA));

/// The name of the zone of a place, or none when its country is unknown.
pub fn zone_of(place: Place) -> Option<&'static str> {
    let country = COUNTRIES.get(place.country())?;
    Some(place.subdivision().and_then(|part| country.zones.get(part)).copied().unwrap_or(country.zone))
}

/// Refuses countries that are not listed, and subdivisions that are not among those of a country whose list is closed.
pub fn check(place: Place) -> Result<(), PlaceError> {
    let country = COUNTRIES.get(place.country()).ok_or(PlaceError::UnknownCountry)?;
    match place.subdivision() {
        Some(part) if !country.closed.is_empty() && !country.closed.contains(&part) => {
            Err(PlaceError::UnknownSubdivision)
        }
        _ => Ok(()),
    }
}

/// The zone of this name.
pub fn load(name: &str) -> TimeZone {
    BUNDLED.get(name).expect("each zone of zones.txt is in the bundled database, a test holds it")
}

/// Every country, and every subdivision that is listed.
pub fn all() -> Vec<String> {
    let mut places = Vec::new();
    for (code, country) in COUNTRIES.iter() {
        places.push((*code).to_owned());
        places.extend(country.zones.keys().chain(&country.closed).map(|part| format!("{code}-{part}")));
    }
    places
}

/// Lines are `CC zone`, `CC-PART zone`, or `CC only PART PART …`; `#` begins a comment.
fn read(data: &'static str) -> BTreeMap<&'static str, Country> {
    let mut countries: BTreeMap<&'static str, Country> = BTreeMap::new();
    for line in data.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut words = line.split_whitespace();
        let (Some(place), Some(second)) = (words.next(), words.next()) else { continue };
        match place.split_once('-') {
            Some((code, part)) => {
                if let Some(country) = countries.get_mut(code) {
                    country.zones.insert(part, second);
                }
            }
            None if second == "only" => {
                if let Some(country) = countries.get_mut(place) {
                    country.closed = words.collect();
                }
            }
            None => {
                countries.insert(place, Country { zone: second, zones: BTreeMap::new(), closed: Vec::new() });
            }
        }
    }
    countries
}
