//! What is known of a data subject, as it is sealed, opened and told apart from others.

use std::collections::BTreeMap;
use std::fmt;

use entity::id::{DataSubjectId, OrganisationId};
use jiff::civil::Date;
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use crate::crypto::blind::{BlindIndex, BlindKeys, email, phone, reference};
use crate::crypto::keyring::{Binding, SealError, SubjectKey, place};
use crate::crypto::{OrganisationKeys, Personal};

/// Name, contacts and identifiers of one person. The only form in which they are kept: JSON sealed under the person's key.
///
/// Neither printed nor serialised as it is; [`Profile::seal`] is the way to the database, and whoever shows it to its owner
/// or to the controller it is meant for writes `expose`.
#[derive(Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// First names.
    pub given_name: Option<Personal<String>>,
    /// Family name.
    pub family_name: Option<Personal<String>>,
    /// The name in one piece, when it was not given in two.
    pub full_name: Option<Personal<String>>,
    /// E-mail address, as given.
    pub email: Option<Personal<String>>,
    /// Telephone number, as given.
    pub phone: Option<Personal<String>>,
    /// Date of birth.
    pub birth_date: Option<Personal<Date>>,
    /// Where the person lives.
    pub address: Address,
    /// Language, BCP 47.
    pub language: Option<String>,
    /// The organisation's own number of the person.
    pub external_reference: Option<Personal<String>>,
    /// Numbers by which controllers know the person: `customer_number` and its value.
    pub identifiers: BTreeMap<String, Personal<String>>,
}

/// A postal address.
#[derive(Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Address {
    /// Street and number; may have several lines.
    pub street: Option<Personal<String>>,
    /// Postal code.
    pub postal_code: Option<Personal<String>>,
    /// Town.
    pub city: Option<Personal<String>>,
    /// Country, ISO 3166-1 alpha-2.
    pub country: Option<Personal<String>>,
}

/// What is stored beside a sealed profile to find it again without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Indexes {
    /// What makes the person one within the organisation.
    pub identity: BlindIndex,
    /// Of the e-mail address.
    pub email: Option<BlindIndex>,
    /// Of the phone number.
    pub phone: Option<BlindIndex>,
}

/// The profile as JSON, borrowed so that no copy of a value is left in memory. What is not known is left out.
struct Stored<'a>(&'a Profile);

impl Serialize for Stored<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(known) = self;
        let mut map = serializer.serialize_map(None)?;
        put(&mut map, "given_name", text(&known.given_name))?;
        put(&mut map, "family_name", text(&known.family_name))?;
        put(&mut map, "full_name", text(&known.full_name))?;
        put(&mut map, "email", text(&known.email))?;
        put(&mut map, "phone", text(&known.phone))?;
        put(&mut map, "birth_date", known.birth_date.as_ref().map(|date| *date.expose()))?;
        put(&mut map, "address", (known.address != Address::default()).then_some(StoredAddress(&known.address)))?;
        put(&mut map, "language", known.language.as_deref())?;
        put(&mut map, "external_reference", text(&known.external_reference))?;
        let identifiers: BTreeMap<_, _> =
            known.identifiers.iter().map(|(kind, own)| (kind.as_str(), own.expose().as_str())).collect();
        put(&mut map, "identifiers", (!identifiers.is_empty()).then_some(identifiers))?;
        map.end()
    }
}

struct StoredAddress<'a>(&'a Address);

impl Serialize for StoredAddress<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(known) = self;
        let mut map = serializer.serialize_map(None)?;
        put(&mut map, "street", text(&known.street))?;
        put(&mut map, "postal_code", text(&known.postal_code))?;
        put(&mut map, "city", text(&known.city))?;
        put(&mut map, "country", text(&known.country))?;
        map.end()
    }
}

fn put<M: SerializeMap>(map: &mut M, name: &'static str, value: Option<impl Serialize>) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(name, &value))
}

fn text(value: &Option<Personal<String>>) -> Option<&str> {
    value.as_ref().map(|value| value.expose().as_str())
}

impl Profile {
    /// Where the sealed profile of a person stands.
    pub fn binding(organisation: OrganisationId, id: DataSubjectId) -> Binding {
        place::PROFILE.of(organisation.0, id.0)
    }

    /// Seals the profile for its row.
    ///
    /// # Errors
    /// [`SealError::Refused`], which does not happen with a sound library.
    pub fn seal(
        &self,
        key: &SubjectKey,
        organisation: OrganisationId,
        id: DataSubjectId,
    ) -> Result<Vec<u8>, SealError> {
        let mut json = Zeroizing::new(Vec::with_capacity(512));
        serde_json::to_writer(&mut *json, &Stored(self)).map_err(|_| SealError::UnexpectedForm)?;
        key.seal(&Self::binding(organisation, id), &json)
    }

    /// Opens the profile of a row.
    ///
    /// # Errors
    /// [`SealError::NotAuthentic`] when altered, moved or of another key; [`SealError::UnexpectedForm`] when it is no profile.
    pub fn open(
        key: &SubjectKey,
        organisation: OrganisationId,
        id: DataSubjectId,
        sealed: &[u8],
    ) -> Result<Self, SealError> {
        let json = key.open(&Self::binding(organisation, id), sealed)?;
        serde_json::from_slice(json.expose()).map_err(|_| SealError::UnexpectedForm)
    }

    /// Opens the profile of a row whose key is still wrapped, as its row of `subject_key` keeps it.
    ///
    /// # Errors
    /// As [`open`](Self::open), and [`SealError::UnknownKey`].
    pub fn open_wrapped(
        keys: &OrganisationKeys,
        organisation: OrganisationId,
        id: DataSubjectId,
        wrapped: &[u8],
        sealed: &[u8],
    ) -> Result<Self, SealError> {
        Self::open(&keys.open_subject_key(id.0, wrapped)?, organisation, id, sealed)
    }

    /// The blind indexes that stand beside the sealed profile.
    pub fn indexes(&self, keys: &BlindKeys) -> Indexes {
        let country = text(&self.address.country);
        Indexes {
            identity: self.identity_index(keys),
            email: text(&self.email).and_then(|address| keys.email(address)),
            phone: text(&self.phone).and_then(|number| keys.phone(number, country)),
        }
    }

    /// What makes the person one within an organisation.
    ///
    /// The external reference, when there is one: it is the organisation's own word for "the same member". Otherwise e-mail
    /// address, name and birth date together, since families share addresses and strangers share names. Where neither an
    /// address nor a birth date is known, phone and postal address stand in: a name alone would merge two people.
    pub fn identity_index(&self, keys: &BlindKeys) -> BlindIndex {
        if let Some(index) = text(&self.external_reference).and_then(|own| Self::reference_index(keys, own)) {
            return index;
        }
        let mail = Zeroizing::new(text(&self.email).and_then(email).unwrap_or_default());
        let name = Zeroizing::new(self.normal_name());
        let born = self.birth_date.as_ref().map(|date| date.expose().to_string()).unwrap_or_default();
        if !mail.is_empty() || !born.is_empty() {
            return keys.identity("email, name, birth date", &[&mail, &name, &born]);
        }
        let number = text(&self.phone).and_then(|number| phone(number, text(&self.address.country)));
        let number = Zeroizing::new(number.unwrap_or_default());
        let lines = [&self.address.street, &self.address.postal_code, &self.address.city, &self.address.country];
        let place = Zeroizing::new(lines.map(|line| text(line).map(fold).unwrap_or_default()).join("\n"));
        keys.identity("name, phone, address", &[&name, &number, &place])
    }

    /// The identity index of a person with this external reference; `None` when it is blank.
    pub fn reference_index(keys: &BlindKeys, own: &str) -> Option<BlindIndex> {
        reference(own).map(Zeroizing::new).map(|normal| keys.identity("external reference", &[&normal]))
    }

    /// The name as it is written in a letter: first names and family name, or the name in one piece.
    pub fn display_name(&self) -> Option<Personal<String>> {
        let parts = [text(&self.given_name), text(&self.family_name)];
        let joined = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        if joined.is_empty() { self.full_name.clone() } else { Some(Personal::new(joined)) }
    }

    fn normal_name(&self) -> String {
        self.display_name().map(|name| fold(name.expose())).unwrap_or_default()
    }
}

/// Compatibility characters resolved, lower case, runs of spaces made one.
fn fold(text: &str) -> String {
    let folded: String = text.nfkc().collect::<String>().to_lowercase().nfkc().collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl fmt::Debug for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Profile([personal])")
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Address([personal])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::OsRandom;
    use uuid::Uuid;

    fn keys() -> OrganisationKeys {
        OrganisationKeys::generate(Uuid::from_u128(1), 1, &OsRandom::default()).unwrap()
    }

    fn some(text: &str) -> Option<Personal<String>> {
        Some(Personal::new(text.to_owned()))
    }

    fn ada() -> Profile {
        Profile {
            given_name: some("Ada"),
            family_name: some("Lovelace"),
            email: some("ada@example.org"),
            phone: some("06 30 12 34 56"),
            birth_date: Some(Personal::new(jiff::civil::date(1985, 12, 10))),
            address: Address { city: some("Lyon"), country: some("FR"), ..Address::default() },
            language: Some("fr".to_owned()),
            identifiers: BTreeMap::from([("customer_number".to_owned(), Personal::new("K-1".to_owned()))]),
            ..Profile::default()
        }
    }

    #[test]
    fn a_profile_comes_back_at_its_place_only() {
        let (keys, key) = (keys(), SubjectKey::generate(&OsRandom::default()).unwrap());
        let (organisation, id) = (OrganisationId(Uuid::from_u128(1)), DataSubjectId(Uuid::from_u128(2)));
        let sealed = ada().seal(&key, organisation, id).unwrap();
        assert_eq!(Profile::open(&key, organisation, id, &sealed).unwrap(), ada());
        let wrapped = keys.seal_subject_key(id.0, &key).unwrap();
        assert_eq!(Profile::open_wrapped(&keys, organisation, id, &wrapped, &sealed).unwrap(), ada());
        let other = DataSubjectId(Uuid::from_u128(3));
        assert_eq!(Profile::open(&key, organisation, other, &sealed), Err(SealError::NotAuthentic));
        let empty = Profile::default().seal(&key, organisation, id).unwrap();
        assert_eq!(Profile::open(&key, organisation, id, &empty).unwrap(), Profile::default());
    }

    #[test]
    fn nothing_of_it_is_printed() {
        assert_eq!(format!("{:?} {:?}", ada(), ada().address), "Profile([personal]) Address([personal])");
    }

    #[test]
    fn the_same_person_written_otherwise_is_the_same() {
        let keys = keys();
        let index = |profile: &Profile| profile.identity_index(keys.blind());
        let otherwise = Profile {
            given_name: None,
            family_name: None,
            full_name: some("  ADA  Lovelace "),
            email: some("Ada@Example.ORG"),
            phone: None,
            ..ada()
        };
        assert_eq!(index(&ada()), index(&otherwise));
        let by_number = |own: &str| Profile { external_reference: some(own), ..ada() };
        assert_eq!(
            index(&by_number("m-1")),
            index(&Profile { external_reference: some(" M-1 "), ..Profile::default() })
        );
        assert_ne!(index(&by_number("m-1")), index(&by_number("m-2")));
        assert_eq!(Some(index(&by_number("m-1"))), Profile::reference_index(keys.blind(), "M-1"));
        assert_eq!(index(&by_number("  ")), index(&ada()));
    }

    #[test]
    fn two_people_stay_two() {
        let keys = keys();
        let index = |profile: &Profile| profile.identity_index(keys.blind());
        let brother = Profile { given_name: some("Ben"), ..ada() };
        let mother = Profile { birth_date: Some(Personal::new(jiff::civil::date(1955, 1, 1))), ..ada() };
        assert_ne!(index(&ada()), index(&brother));
        assert_ne!(index(&ada()), index(&mother));
        let of = |city: &str| Profile {
            full_name: some("Jean Martin"),
            address: Address { city: some(city), ..Address::default() },
            ..Profile::default()
        };
        assert_ne!(index(&of("Lyon")), index(&of("Nantes")));
        assert_eq!(index(&of("Lyon")), index(&of("LYON")));
    }

    #[test]
    fn contacts_that_are_none_have_no_index() {
        let indexes = Profile { email: some("no address"), phone: some("call me"), ..ada() }.indexes(keys().blind());
        assert_eq!((indexes.email, indexes.phone), (None, None));
    }
}
