//! Secrets of the instance, sealed directly under the master key.

use super::sealing::{into_bytes, into_text};
use super::{Binding, KEY_LEN, Key, KeyBytes, SealError, derive, key_version};
use crate::crypto::Personal;

/// Seals secrets that belong to no organisation: signing keys, webhook secrets of shared controllers, stored answers to
/// idempotent calls. Made by [`MasterKey::sealer`](crate::crypto::MasterKey::sealer).
#[derive(Debug)]
pub struct Sealer {
    /// One per master key, the one that seals last.
    keys: Vec<Key>,
}

impl Sealer {
    /// Takes the derived keys, of which the last seals. There is at least one.
    pub(in crate::crypto) fn new(keys: Vec<Key>) -> Self {
        debug_assert!(!keys.is_empty());
        Self { keys }
    }

    /// A sealer with one key of its own, from its 32 random bytes, which are kept sealed: what it seals outlives master keys.
    ///
    /// # Errors
    /// [`SealError::UnexpectedForm`] when these are not 32 bytes.
    pub fn of_stored_key(bytes: &[u8]) -> Result<Self, SealError> {
        let mut root = KeyBytes::default();
        if bytes.len() != KEY_LEN {
            return Err(SealError::UnexpectedForm);
        }
        root.copy_from_slice(bytes);
        Ok(Self::new(vec![Key::new(1, &derive(&root, "addresses")?)?]))
    }

    /// Seals a value for one place, see [`Place::alone`](super::Place::alone).
    ///
    /// # Errors
    /// [`SealError::NameTooLong`] and [`SealError::Refused`].
    pub fn seal(&self, binding: &Binding, plaintext: &[u8]) -> Result<Vec<u8>, SealError> {
        let mut out = Vec::new();
        self.keys.last().ok_or(SealError::Refused)?.seal_into(binding, plaintext, &mut out)?;
        Ok(out)
    }

    /// Opens a value at its place, under the master key that its header names.
    ///
    /// # Errors
    /// [`SealError::UnknownKey`] when that key is not in the key file any more, [`SealError::NotAuthentic`] when altered or
    /// moved, and the errors of malformed bytes.
    pub fn open(&self, binding: &Binding, sealed: &[u8]) -> Result<Personal<Vec<u8>>, SealError> {
        self.key_for(sealed)?.open(binding, sealed).map(into_bytes)
    }

    /// Opens a value that is text.
    ///
    /// # Errors
    /// As [`open`](Self::open), and [`SealError::UnexpectedForm`] when it is not UTF-8.
    pub fn open_text(&self, binding: &Binding, sealed: &[u8]) -> Result<Personal<String>, SealError> {
        self.key_for(sealed)?.open(binding, sealed).and_then(into_text)
    }

    fn key_for(&self, sealed: &[u8]) -> Result<&Key, SealError> {
        let version = key_version(sealed)?;
        self.keys.iter().find(|key| key.version() == version).ok_or(SealError::UnknownKey(version))
    }
}
