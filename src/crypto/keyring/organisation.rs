//! The keys of one organisation.

use aws_lc_rs::hmac;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::sealing::{into_bytes, into_text};
use super::{Binding, KEY_LEN, Key, KeyBytes, SEALED_SUBJECT_KEY_LEN, SealError, SealedSubjectKey, SubjectKey, derive};
use crate::crypto::blind::BlindKeys;
use crate::crypto::encoding::{exactly, random_array, to_base64url};
use crate::crypto::{MasterKey, Personal};
use crate::ports::Random;

/// Everything derived from the random key of one organisation. Without it nothing of that organisation opens, and nothing of
/// it helps with another one.
pub struct OrganisationKeys {
    organisation: Uuid,
    version: u8,
    root: KeyBytes,
    wrapping: Key,
    secrets: Key,
    blind: BlindKeys,
    pseudonyms: hmac::Key,
}

impl OrganisationKeys {
    /// A new organisation key. The first version is 1; a higher version replaces a lower one when keys are renewed.
    ///
    /// # Errors
    /// [`SealError::Refused`], which does not happen with a sound library.
    pub fn generate(organisation: Uuid, version: u8, random: &dyn Random) -> Result<Self, SealError> {
        Self::from_root(organisation, version, random_array(random))
    }

    fn from_root(organisation: Uuid, version: u8, root: KeyBytes) -> Result<Self, SealError> {
        Ok(Self {
            organisation,
            version,
            wrapping: Key::new(version, &derive(&root, "subject keys")?)?,
            secrets: Key::new(version, &derive(&root, "organisation secrets")?)?,
            blind: BlindKeys::derive(&root)?,
            pseudonyms: hmac::Key::new(hmac::HMAC_SHA256, derive(&root, "subject references")?.as_slice()),
            root,
        })
    }

    /// The organisation key as its row keeps it, under the current master key.
    ///
    /// # Errors
    /// [`SealError::Refused`].
    pub fn wrap(&self, master: &MasterKey) -> Result<Vec<u8>, SealError> {
        let mut plain = Zeroizing::new([0u8; 1 + KEY_LEN]);
        plain[0] = self.version;
        plain[1..].copy_from_slice(self.root.as_slice());
        let mut out = Vec::new();
        master.wrapping_key()?.seal_into(&Self::wrapped_at(self.organisation), plain.as_slice(), &mut out)?;
        Ok(out)
    }

    /// Reads an organisation key from its row.
    ///
    /// # Errors
    /// [`SealError::UnknownKey`] when the master key it was wrapped with is not in the key file, [`SealError::NotAuthentic`] when
    /// altered or of another organisation.
    pub fn unwrap(organisation: Uuid, wrapped: &[u8], master: &MasterKey) -> Result<Self, SealError> {
        let plain = master.wrapping_key_for(wrapped)?.open(&Self::wrapped_at(organisation), wrapped)?;
        let [version, root @ ..] = plain.as_slice() else { return Err(SealError::UnexpectedForm) };
        Self::from_root(organisation, *version, exactly(root.to_vec()).ok_or(SealError::UnexpectedForm)?)
    }

    fn wrapped_at(organisation: Uuid) -> Binding {
        Binding { table: "organisation", column: "wrapped_key", organisation, row: organisation }
    }

    /// The organisation these keys are of.
    pub fn organisation(&self) -> Uuid {
        self.organisation
    }

    /// The version that sealed bytes carry.
    pub fn version(&self) -> u8 {
        self.version
    }

    /// Wraps the key of a data subject, for its row.
    ///
    /// # Errors
    /// [`SealError::Refused`].
    pub fn seal_subject_key(&self, data_subject: Uuid, key: &SubjectKey) -> Result<SealedSubjectKey, SealError> {
        let mut sealed = [0u8; SEALED_SUBJECT_KEY_LEN];
        self.wrapping.seal_to_slice(&self.subject_key_at(data_subject), key.as_bytes().as_slice(), &mut sealed)?;
        Ok(sealed)
    }

    /// Opens the wrapped key of a data subject.
    ///
    /// # Errors
    /// [`SealError::UnknownKey`] when wrapped under another version of the organisation key, [`SealError::NotAuthentic`] when
    /// altered or of another person.
    pub fn open_subject_key(&self, data_subject: Uuid, sealed: &[u8]) -> Result<SubjectKey, SealError> {
        let opened = self.wrapping.open(&self.subject_key_at(data_subject), sealed)?;
        let mut bytes = KeyBytes::default();
        if opened.len() != KEY_LEN {
            return Err(SealError::UnexpectedForm);
        }
        bytes.copy_from_slice(&opened);
        SubjectKey::from_bytes(bytes)
    }

    fn subject_key_at(&self, data_subject: Uuid) -> Binding {
        Binding { table: "subject_key", column: "wrapped", organisation: self.organisation, row: data_subject }
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
        self.secrets.seal_into(&self.own(binding), plaintext, out)
    }

    /// Opens a secret of the organisation.
    ///
    /// # Errors
    /// [`SealError::NotAuthentic`] when altered or moved, and the errors of malformed bytes.
    pub fn open(&self, binding: &Binding, sealed: &[u8]) -> Result<Personal<Vec<u8>>, SealError> {
        self.secrets.open(&self.own(binding), sealed).map(into_bytes)
    }

    /// Opens a secret that is text.
    ///
    /// # Errors
    /// As [`open`](Self::open), and [`SealError::UnexpectedForm`] when it is not UTF-8.
    pub fn open_text(&self, binding: &Binding, sealed: &[u8]) -> Result<Personal<String>, SealError> {
        self.secrets.open(&self.own(binding), sealed).and_then(into_text)
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
        f.debug_struct("OrganisationKeys").field("version", &self.version).finish_non_exhaustive()
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
