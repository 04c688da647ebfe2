//! The key of one data subject: deleting its row makes everything sealed under it unreadable, in backups too.

use zeroize::Zeroizing;

use super::sealing::{into_bytes, into_text};
use super::{Binding, KEY_LEN, Key, KeyBytes, OVERHEAD, SealError};
use crate::crypto::Personal;
use crate::crypto::encoding::random_array;
use crate::ports::Random;

/// Bytes of a wrapped subject key, as its row keeps it.
pub const SEALED_SUBJECT_KEY_LEN: usize = KEY_LEN + OVERHEAD;

/// A wrapped subject key.
pub type SealedSubjectKey = [u8; SEALED_SUBJECT_KEY_LEN];

/// A subject key never changes while its person is kept, it is only deleted; so there is one version.
const VERSION: u8 = 1;

/// Seals what is kept about one data subject. Wrap it with
/// [`OrganisationKeys::seal_subject_key`](super::OrganisationKeys::seal_subject_key) to store it.
pub struct SubjectKey {
    bytes: KeyBytes,
    key: Key,
}

impl SubjectKey {
    /// A new key for a new data subject.
    ///
    /// # Errors
    /// [`SealError::Refused`], which does not happen with a sound library.
    pub fn generate(random: &dyn Random) -> Result<Self, SealError> {
        Self::from_bytes(random_array(random))
    }

    /// New keys for `count` new data subjects, with one call to the random generator, which is what costs most.
    ///
    /// # Errors
    /// As [`generate`](Self::generate).
    pub fn generate_many(count: usize, random: &dyn Random) -> Result<Vec<Self>, SealError> {
        let mut bytes = Zeroizing::new(vec![0u8; count * KEY_LEN]);
        random.fill(&mut bytes);
        let keys = bytes.chunks_exact(KEY_LEN).map(|chunk| {
            let mut key = KeyBytes::default();
            key.copy_from_slice(chunk);
            Self::from_bytes(key)
        });
        keys.collect()
    }

    pub(super) fn from_bytes(bytes: KeyBytes) -> Result<Self, SealError> {
        let key = Key::new(VERSION, &bytes)?;
        Ok(Self { bytes, key })
    }

    pub(super) fn as_bytes(&self) -> &KeyBytes {
        &self.bytes
    }

    /// Seals a value for one place.
    ///
    /// # Errors
    /// [`SealError::NameTooLong`] and [`SealError::Refused`].
    pub fn seal(&self, binding: &Binding, plaintext: &[u8]) -> Result<Vec<u8>, SealError> {
        let mut out = Vec::new();
        self.key.seal_into(binding, plaintext, &mut out)?;
        Ok(out)
    }

    /// Appends the sealed value to a buffer that the caller reuses; appends nothing on an error.
    ///
    /// # Errors
    /// As [`seal`](Self::seal).
    pub fn seal_into(&self, binding: &Binding, plaintext: &[u8], out: &mut Vec<u8>) -> Result<(), SealError> {
        self.key.seal_into(binding, plaintext, out)
    }

    /// Opens a value at its place.
    ///
    /// # Errors
    /// [`SealError::NotAuthentic`] when altered, moved or under another key, and the errors of malformed bytes.
    pub fn open(&self, binding: &Binding, sealed: &[u8]) -> Result<Personal<Vec<u8>>, SealError> {
        self.key.open(binding, sealed).map(into_bytes)
    }

    /// Opens a value that is text.
    ///
    /// # Errors
    /// As [`open`](Self::open), and [`SealError::UnexpectedForm`] when it is not UTF-8.
    pub fn open_text(&self, binding: &Binding, sealed: &[u8]) -> Result<Personal<String>, SealError> {
        self.key.open(binding, sealed).and_then(into_text)
    }
}

impl std::fmt::Debug for SubjectKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SubjectKey").finish_non_exhaustive()
    }
}
