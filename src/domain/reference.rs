//! Reference data: what all organisations share, comes with the program, and can be corrected while it runs.
//!
//! Each kind is one text for each country, under a version such as `FR-2026.2`. A revision is a whole text, never a difference:
//! what is in force can be read in one place. Of bundled and imported ones the newest version wins, in every release alike.

use super::place::Place;
use super::version::Version;

text_enum! {
    /// A kind of data that all organisations share, in versions for each country.
    pub enum ReferenceKind {
        /// Calendars of public holidays.
        Calendar = "calendar",
        /// Supervisory authorities.
        Authorities = "authorities",
    }
}

/// The data of one kind, of all countries: a value, cheap to clone, passed to whoever needs it.
pub trait Reference: Clone + Send + Sync + 'static {
    /// Which kind it is.
    const KIND: ReferenceKind;
    /// Longest text of one country, in bytes.
    const MAX_BYTES: usize;
    /// A text of one country that was read completely.
    type Revision: CountryRevision;
    /// Why a text is no revision, or not one that may come into force.
    type Problem: std::error::Error;

    /// What comes with the program.
    fn bundled() -> Self;

    /// Reads a text.
    ///
    /// # Errors
    /// What is wrong with it; a line that is not understood is quoted.
    fn read(text: &str) -> Result<Self::Revision, Self::Problem>;

    /// Whether a revision may be imported.
    ///
    /// # Errors
    /// When it is not newer, or leaves out what the one in force has.
    fn check(&self, revision: &Self::Revision) -> Result<(), Self::Problem>;

    /// This data with that of one country replaced by a newer one. One that was imported stays in force whatever a later release
    /// brings under an older version: the order of versions alone decides, so that every release agrees on it.
    ///
    /// # Errors
    /// When it is not newer.
    fn with(&self, revision: &Self::Revision) -> Result<Self, Self::Problem>;

    /// The countries of which a text is kept, in order.
    fn countries(&self) -> Vec<String>;

    /// The version in force in a country; the default where nothing is kept.
    fn version_in(&self, country: &str) -> Version;
}

/// The text of one country, read.
pub trait CountryRevision: Send {
    /// The country, as two letters.
    fn country(&self) -> &str;

    /// Its version, with the country: `FR-2026.2`.
    fn version(&self) -> String;
}

/// Country and version of a version of a country, `FR-2026.2`.
pub fn country_and_version(text: &str) -> Option<(&str, Version)> {
    let (country, version) = text.split_once('-')?;
    Some((country, version.parse().ok()?))
}

/// As [`country_and_version`], when the country is known here.
pub fn known_country_and_version(text: &str) -> Option<(&str, Version)> {
    let is_country = |country: &str| country.parse::<Place>().is_ok_and(|place| place.subdivision().is_none());
    country_and_version(text).filter(|(country, _)| is_country(country))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_names_a_country_that_is_known() {
        assert_eq!(known_country_and_version("FR-2026.2"), Some(("FR", "2026.2".parse().unwrap())));
        assert_eq!(country_and_version("QQ-2026.2").map(|(country, _)| country), Some("QQ"));
        for text in ["QQ-2026.2", "FR", "2026.2", "FR-2026", "FR-57-2026.1", "", "fr-2026.1"] {
            assert_eq!(known_country_and_version(text), None, "{text}");
        }
    }
}
