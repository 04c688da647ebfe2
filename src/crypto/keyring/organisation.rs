//! The keys of one organisation.

use std::sync::{Arc, PoisonError, RwLock};

use aws_lc_rs::hmac;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::ring::Ring;
use super::sealing::{into_bytes, into_text};
use super::{
    Binding, KEY_LEN, KeyBytes, SEALED_SUBJECT_KEY_LEN, SealError, SealedSubjectKey, SubjectKey, derive, place,
};
use crate::crypto::blind::BlindKeys;
use crate::crypto::encoding::{random_array, to_base64url};
use crate::crypto::{MasterKey, Personal};
use crate::ports::Random;

/// The keys of one organisation: versions of a random key, one of which seals, and a second random key for search, which stays
/// when the first is changed. Without them nothing of that organisation opens, and nothing of it helps with another one.
///
/// Whoever holds them holds the present ones: they are exchanged in place when the organisation's key is changed, so that a long
/// piece of work goes on under the new version.
pub struct OrganisationKeys {
    organisation: Uuid,
    ring: RwLock<Arc<Ring>>,
    search: KeyBytes,
    blind: BlindKeys,
    pseudonyms: hmac::Key,
}

impl OrganisationKeys {
    /// New keys, of which the first has this version. The first of an organisation is 1.
    ///
    /// # Errors
    /// [`SealError::Refused`], which does not happen with a sound library.
    pub fn generate(organisation: Uuid, version: u8, random: &dyn Random) -> Result<Self, SealError> {
        Self::of(organisation, Ring::generate(version, random)?, random_array(random))
    }

    fn of(organisation: Uuid, ring: Ring, search: KeyBytes) -> Result<Self, SealError> {
        Ok(Self {
            organisation,
            ring: RwLock::new(Arc::new(ring)),
            blind: BlindKeys::derive(&search)?,
            pseudonyms: hmac::Key::new(hmac::HMAC_SHA256, derive(&search, "subject references")?.as_slice()),
            search,
        })
    }

    /// The keys as their row keeps them, under the current master key.
    ///
    /// # Errors
    /// [`SealError::Refused`].
    pub fn wrap(&self, master: &MasterKey) -> Result<Vec<u8>, SealError> {
        let mut plain = Zeroizing::new(Vec::with_capacity(256));
        plain.extend_from_slice(self.search.as_slice());
        self.ring().write(&mut plain);
        let mut out = Vec::new();
        master.wrapping_key()?.seal_into(&Self::wrapped_at(self.organisation), plain.as_slice(), &mut out)?;
        Ok(out)
    }

    /// Reads the keys from their row.
    ///
    /// # Errors
    /// [`SealError::UnknownKey`] when the master key it was wrapped with is not in the key file, [`SealError::NotAuthentic`] when
    /// altered or of another organisation.
    pub fn unwrap(organisation: Uuid, wrapped: &[u8], master: &MasterKey) -> Result<Self, SealError> {
        let plain = master.wrapping_key_for(wrapped)?.open(&Self::wrapped_at(organisation), wrapped)?;
        let (search, ring) = plain.split_first_chunk::<KEY_LEN>().ok_or(SealError::UnexpectedForm)?;
        Self::of(organisation, Ring::read(ring)?, Zeroizing::new(*search))
    }

    fn wrapped_at(organisation: Uuid) -> Binding {
        place::ORGANISATION_KEY.of(organisation, organisation)
    }

    fn ring(&self) -> Arc<Ring> {
        self.ring.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn with(&self, ring: Ring) -> Result<Self, SealError> {
        Self::of(self.organisation, ring, self.search.clone())
    }

    /// These keys with a new version beside the others, which opens and does not seal yet, and its number.
    ///
    /// # Errors
    /// [`SealError::Refused`] when 255 versions are there.
    pub fn with_new_version(&self, random: &dyn Random) -> Result<(Self, u8), SealError> {
        let (ring, number) = self.ring().with_new(random)?;
        Ok((self.with(ring)?, number))
    }

    /// These keys with another version sealing.
    ///
    /// # Errors
    /// [`SealError::UnknownKey`] when there is no such version.
    pub fn sealing_with(&self, version: u8) -> Result<Self, SealError> {
        self.with(self.ring().sealing_with(version)?)
    }

    /// These keys without all versions but the one that seals: what others sealed opens never again.
    ///
    /// # Errors
    /// [`SealError::Refused`].
    pub fn without_old_versions(&self) -> Result<Self, SealError> {
        self.with(self.ring().without_others())
    }

    /// Takes the versions of other keys of the same organisation for everybody who holds these.
    pub fn adopt(&self, newer: &Self) {
        debug_assert_eq!(self.organisation, newer.organisation);
        *self.ring.write().unwrap_or_else(PoisonError::into_inner) = newer.ring();
    }

    /// The organisation these keys are of.
    pub fn organisation(&self) -> Uuid {
        self.organisation
    }

    /// The version that sealed bytes carry.
    pub fn version(&self) -> u8 {
        self.ring().sealing()
    }

    /// Wraps the key of a data subject, for its row.
    ///
    /// # Errors
    /// [`SealError::Refused`].
    pub fn seal_subject_key(&self, data_subject: Uuid, key: &SubjectKey) -> Result<SealedSubjectKey, SealError> {
        let mut sealed = [0u8; SEALED_SUBJECT_KEY_LEN];
        let (ring, at) = (self.ring(), self.subject_key_at(data_subject));
        ring.current()?.wrapping.seal_to_slice(&at, key.as_bytes().as_slice(), &mut sealed)?;
        Ok(sealed)
    }

    /// Opens the wrapped key of a data subject.
    ///
    /// # Errors
    /// [`SealError::UnknownKey`] when wrapped under another version of the organisation key, [`SealError::NotAuthentic`] when
    /// altered or of another person.
    pub fn open_subject_key(&self, data_subject: Uuid, sealed: &[u8]) -> Result<SubjectKey, SealError> {
        let opened = self.ring().of(sealed)?.wrapping.open(&self.subject_key_at(data_subject), sealed)?;
        let mut bytes = KeyBytes::default();
        if opened.len() != KEY_LEN {
            return Err(SealError::UnexpectedForm);
        }
        bytes.copy_from_slice(&opened);
        SubjectKey::from_bytes(bytes)
    }

    fn subject_key_at(&self, data_subject: Uuid) -> Binding {
        place::SUBJECT_KEY.of(self.organisation, data_subject)
    }

    /// Seals a secret of the organisation itself that concerns no single data subject: webhook secrets, upload parts.
    /// The binding is of this organisation whatever it says.
    ///
    /// # Errors
    /// [`SealError::NameTooLong`] and [`SealError::Refused`].
    pub fn seal(&self, binding: &Binding, plaintext: &[u8]) -> Result<Vec<u8>, SealError> {
        let mut out = Vec::new();
        self.seal_into(binding, plaintext, &mut out)?;
        Ok(out)
    }

    /// Appends the sealed secret to a buffer that the caller reuses; appends nothing on an error.
    ///
    /// # Errors
    /// As [`seal`](Self::seal).
    pub fn seal_into(&self, binding: &Binding, plaintext: &[u8], out: &mut Vec<u8>) -> Result<(), SealError> {
        self.ring().current()?.secrets.seal_into(&self.own(binding), plaintext, out)
    }

    /// Opens a secret of the organisation.
    ///
    /// # Errors
    /// [`SealError::NotAuthentic`] when altered or moved, and the errors of malformed bytes.
    pub fn open(&self, binding: &Binding, sealed: &[u8]) -> Result<Personal<Vec<u8>>, SealError> {
        self.ring().of(sealed)?.secrets.open(&self.own(binding), sealed).map(into_bytes)
    }

    /// Opens a secret that is text.
    ///
    /// # Errors
    /// As [`open`](Self::open), and [`SealError::UnexpectedForm`] when it is not UTF-8.
    pub fn open_text(&self, binding: &Binding, sealed: &[u8]) -> Result<Personal<String>, SealError> {
        self.ring().of(sealed)?.secrets.open(&self.own(binding), sealed).and_then(into_text)
    }

    fn own(&self, binding: &Binding) -> Binding {
        Binding { organisation: self.organisation, ..*binding }
    }

    /// The keys for exact search without reading.
    pub fn blind(&self) -> &BlindKeys {
        &self.blind
    }

    /// The name under which one controller knows a data subject: stable for that controller, telling it nothing, and
    /// different for each controller, so that two of them cannot compare their lists.
    pub fn subject_reference(&self, data_subject: Uuid, controller: Uuid) -> String {
        let mut context = hmac::Context::with_key(&self.pseudonyms);
        context.update(data_subject.as_bytes());
        context.update(controller.as_bytes());
        to_base64url(&context.sign().as_ref()[..16])
    }
}

impl std::fmt::Debug for OrganisationKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OrganisationKeys").field("version", &self.version()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::OsRandom;

    fn master() -> MasterKey {
        MasterKey::generate(&OsRandom::default())
    }

    fn organisation() -> OrganisationKeys {
        OrganisationKeys::generate(Uuid::from_u128(1), 1, &OsRandom::default()).unwrap()
    }

    fn name_of(row: u128) -> Binding {
        Binding { table: "data_subject", column: "name", organisation: Uuid::from_u128(1), row: Uuid::from_u128(row) }
    }

    #[test]
    fn the_whole_chain_opens_again_from_what_is_stored() {
        let (master, random) = (master(), OsRandom::default());
        let ada = Uuid::from_u128(10);
        let (wrapped, sealed_key, sealed_name, index) = {
            let keys = OrganisationKeys::generate(Uuid::from_u128(1), 7, &random).unwrap();
            let subject = SubjectKey::generate(&random).unwrap();
            let name = subject.seal(&name_of(10), "Ada Lovelace".as_bytes()).unwrap();
            let sealed_key = keys.seal_subject_key(ada, &subject).unwrap();
            (keys.wrap(&master).unwrap(), sealed_key, name, keys.blind().email("ada@example.org"))
        };
        assert!(!wrapped.windows(3).any(|part| part == b"Ada") && !sealed_name.windows(3).any(|part| part == b"Ada"));

        let keys = OrganisationKeys::unwrap(Uuid::from_u128(1), &wrapped, &master).unwrap();
        assert_eq!(keys.version(), 7);
        assert_eq!(keys.blind().email("ada@example.org"), index);
        let subject = keys.open_subject_key(ada, &sealed_key).unwrap();
        assert_eq!(subject.open_text(&name_of(10), &sealed_name).unwrap().expose(), "Ada Lovelace");
    }

    #[test]
    fn a_change_of_the_key_goes_in_steps_and_search_stays() {
        let (master, random, keys) = (master(), OsRandom::default(), organisation());
        let (subject, ada) = (SubjectKey::generate(&random).unwrap(), Uuid::from_u128(10));
        let (old, wrapped) = (keys.seal(&name_of(1), b"old").unwrap(), keys.seal_subject_key(ada, &subject).unwrap());
        let held = OrganisationKeys::unwrap(keys.organisation(), &keys.wrap(&master).unwrap(), &master).unwrap();

        let (announced, number) = keys.with_new_version(&random).unwrap();
        assert_eq!((announced.version(), number), (1, 2));
        let switched = announced.sealing_with(number).unwrap();
        let new = switched.seal(&name_of(1), b"new").unwrap();
        assert_eq!(held.open(&name_of(1), &new).unwrap_err(), SealError::UnknownKey(2));
        held.adopt(&OrganisationKeys::unwrap(keys.organisation(), &announced.wrap(&master).unwrap(), &master).unwrap());
        assert_eq!(held.open(&name_of(1), &new).unwrap().expose(), b"new", "known before it seals");
        assert_eq!(held.version(), 1);
        held.adopt(&switched);
        assert_eq!(held.seal(&name_of(1), b"x").unwrap()[1], 2);
        for keys in [&switched, &held] {
            assert_eq!(keys.open(&name_of(1), &old).unwrap().expose(), b"old");
            assert_eq!(keys.open_subject_key(ada, &wrapped).unwrap().as_bytes(), subject.as_bytes());
            assert_eq!(keys.blind().email("ada@example.org"), announced.blind().email("ada@example.org"));
            assert_eq!(keys.subject_reference(ada, ada), announced.subject_reference(ada, ada));
        }
        let done = switched.without_old_versions().unwrap();
        let done = OrganisationKeys::unwrap(keys.organisation(), &done.wrap(&master).unwrap(), &master).unwrap();
        assert_eq!(done.open(&name_of(1), &old).unwrap_err(), SealError::UnknownKey(1), "gone for good");
        assert_eq!(done.open(&name_of(1), &new).unwrap().expose(), b"new");
        assert_eq!(done.blind().email("ada@example.org"), keys.blind().email("ada@example.org"));
    }

    #[test]
    fn one_organisations_keys_open_nothing_of_another() {
        let (master, random) = (master(), OsRandom::default());
        let (one, two) = (organisation(), OrganisationKeys::generate(Uuid::from_u128(2), 1, &random).unwrap());
        let wrapped = one.wrap(&master).unwrap();
        assert_eq!(
            OrganisationKeys::unwrap(Uuid::from_u128(2), &wrapped, &master).unwrap_err(),
            SealError::NotAuthentic
        );
        let sealed = one.seal(&name_of(1), b"secret").unwrap();
        assert_eq!(two.open(&name_of(1), &sealed).unwrap_err(), SealError::NotAuthentic);
        assert_ne!(one.blind().email("ada@example.org"), two.blind().email("ada@example.org"));
    }

    #[test]
    fn the_key_of_one_person_opens_nothing_of_another() {
        let (keys, random) = (organisation(), OsRandom::default());
        let (ada, bob) = (SubjectKey::generate(&random).unwrap(), SubjectKey::generate(&random).unwrap());
        let sealed = ada.seal(&name_of(1), b"Ada").unwrap();
        assert_eq!(bob.open(&name_of(1), &sealed).unwrap_err(), SealError::NotAuthentic);
        let wrapped = keys.seal_subject_key(Uuid::from_u128(1), &ada).unwrap();
        assert_eq!(keys.open_subject_key(Uuid::from_u128(2), &wrapped).unwrap_err(), SealError::NotAuthentic);
    }

    #[test]
    fn another_master_key_opens_no_organisation() {
        let wrapped = organisation().wrap(&master()).unwrap();
        let opened = OrganisationKeys::unwrap(Uuid::from_u128(1), &wrapped, &master());
        assert_eq!(opened.unwrap_err(), SealError::NotAuthentic);
    }

    #[test]
    fn many_keys_at_once_are_different_and_open_again() {
        let keys = organisation();
        let many = SubjectKey::generate_many(3, &OsRandom::default()).unwrap();
        assert_eq!(many.len(), 3);
        assert!(many[0].as_bytes() != many[1].as_bytes() && many[1].as_bytes() != many[2].as_bytes());
        let wrapped = keys.seal_subject_key(Uuid::from_u128(3), &many[2]).unwrap();
        let again = keys.open_subject_key(Uuid::from_u128(3), &wrapped).unwrap();
        assert_eq!(again.as_bytes(), many[2].as_bytes());
    }

    #[test]
    fn keys_for_secrets_and_for_subject_keys_differ() {
        let keys = organisation();
        let subject = SubjectKey::generate(&OsRandom::default()).unwrap();
        let wrapped = keys.seal_subject_key(Uuid::from_u128(1), &subject).unwrap();
        assert_eq!(keys.open(&keys.subject_key_at(Uuid::from_u128(1)), &wrapped).unwrap_err(), SealError::NotAuthentic);
    }

    #[test]
    fn a_reference_is_stable_per_controller_and_differs_between_controllers() {
        let (keys, ada) = (organisation(), Uuid::from_u128(10));
        let one = keys.subject_reference(ada, Uuid::from_u128(100));
        assert_eq!(one, keys.subject_reference(ada, Uuid::from_u128(100)));
        assert_eq!(one.len(), 22);
        assert_ne!(one, keys.subject_reference(ada, Uuid::from_u128(101)));
        assert_ne!(one, organisation().subject_reference(ada, Uuid::from_u128(100)));
    }

    #[test]
    fn debug_shows_no_key() {
        assert_eq!(format!("{:?}", organisation()), "OrganisationKeys { version: 1, .. }");
        let subject = SubjectKey::generate(&OsRandom::default()).unwrap();
        assert_eq!(format!("{subject:?}"), "SubjectKey { .. }");
    }

    #[test]
    fn keys_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<(OrganisationKeys, SubjectKey, MasterKey, crate::crypto::Sealer)>();
    }
}
