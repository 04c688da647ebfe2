//! Where an addressee must act: a country, and where it changes the result a region (H-1, H-5).
//!
//! A place gives the calendar of working days and the time zone in which a day begins and ends. Which countries exist here
//! and which zone each has is data: `zones.txt`.

mod zones;

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A country (ISO 3166-1 alpha-2) and, where known, a subdivision (ISO 3166-2): `FR`, `DE-BY`, `GB-SCT`.
///
/// Every value names a country listed in `zones.txt`, so it always has a time zone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    country: [u8; 2],
    /// Up to three letters or digits, the rest zero; all zero when there is none.
    subdivision: [u8; 3],
}

/// The states of the European Economic Area. Iceland, Liechtenstein and Norway apply the GDPR through it.
pub const EEA: [&str; 30] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT",
    "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Why a text is not a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// Not of the form `FR` or `DE-BY`.
    #[error("a place is written as `FR` or `DE-BY`")]
    Malformed,
    /// Well formed, but no country this product knows.
    #[error("this country is not known here")]
    UnknownCountry,
    /// The subdivisions of this country decide its holidays, and this is none of them.
    #[error("this country has no such subdivision")]
    UnknownSubdivision,
}

impl Place {
    /// The two letters of the country.
    pub fn country(&self) -> &str {
        text(&self.country)
    }

    /// The subdivision without its country, for example `BY`.
    pub fn subdivision(&self) -> Option<&str> {
        match text(&self.subdivision) {
            "" => None,
            subdivision => Some(subdivision),
        }
    }

    /// The country alone.
    pub fn without_subdivision(&self) -> Self {
        Self { country: self.country, subdivision: [0; 3] }
    }

    /// Whether the country is a state of the European Economic Area, where the GDPR holds.
    pub fn is_in_eea(&self) -> bool {
        EEA.contains(&self.country())
    }

    /// Every country known here, and every subdivision that is listed because it has holidays or a time zone of its own.
    pub fn listed() -> Vec<Self> {
        zones::all().iter().filter_map(|text| text.parse().ok()).collect()
    }

    /// The IANA name of the time zone in which this place counts its days.
    pub fn zone_name(&self) -> &'static str {
        zones::zone_of(*self).expect("a place is only made when its country has a zone")
    }

    /// The time zone in which this place counts its days, from the data bundled with the program so that every replica agrees.
    pub fn time_zone(&self) -> TimeZone {
        zones::load(self.zone_name())
    }

    /// The local date of an instant (H-7): at night, on weekends and on holidays too.
    pub fn date_of(&self, at: Timestamp) -> Date {
        at.to_zoned(self.time_zone()).date()
    }

    /// The first instant of a local day, with daylight saving taken into account (H-8).
    ///
    /// None at the far ends of time only.
    pub fn start_of(&self, day: Date) -> Option<Timestamp> {
        day.to_zoned(self.time_zone()).ok().map(|start| start.timestamp())
    }

    /// The instant from which something due on `due` is overdue: local midnight that ends that day (D-11).
    pub fn end_of(&self, due: Date) -> Option<Timestamp> {
        self.start_of(due.checked_add(1.day()).ok()?)
    }

    /// Noon of a local day: stands for a fact of which only the date is known.
    pub fn noon_of(&self, day: Date) -> Option<Timestamp> {
        day.at(12, 0, 0, 0).to_zoned(self.time_zone()).ok().map(|noon| noon.timestamp())
    }
}

/// The letters of a zero-padded code.
fn text(padded: &[u8]) -> &str {
    let end = padded.iter().position(|byte| *byte == 0).unwrap_or(padded.len());
    std::str::from_utf8(&padded[..end]).unwrap_or_default()
}

impl FromStr for Place {
    type Err = PlaceError;

    fn from_str(text: &str) -> Result<Self, PlaceError> {
        let (country, subdivision) = match text.split_once('-') {
            Some((country, subdivision)) => (country, Some(subdivision)),
            None => (text, None),
        };
        let country: [u8; 2] = country.as_bytes().try_into().map_err(|_| PlaceError::Malformed)?;
        let mut place = Self { country, subdivision: [0; 3] };
        if !country.iter().all(u8::is_ascii_uppercase) {
            return Err(PlaceError::Malformed);
        }
        if let Some(subdivision) = subdivision {
            let bytes = subdivision.as_bytes();
            let well_formed = (1..=3).contains(&bytes.len())
                && bytes.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
            if !well_formed {
                return Err(PlaceError::Malformed);
            }
            place.subdivision[..bytes.len()].copy_from_slice(bytes);
        }
        zones::check(place)?;
        Ok(place)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.country())?;
        match self.subdivision() {
            Some(subdivision) => write!(f, "-{subdivision}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl utoipa::PartialSchema for Place {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::schema::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .description(Some("Country (ISO 3166-1 alpha-2), with subdivision (ISO 3166-2) where it is known"))
            .pattern(Some("^[A-Z]{2}(-[A-Z0-9]{1,3})?$"))
            .examples(["DE-BY"])
            .into()
    }
}

impl utoipa::ToSchema for Place {}

#[cfg(test)]
mod tests;
