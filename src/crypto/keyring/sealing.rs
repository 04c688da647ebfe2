//! Sealing and opening with one key.

use aws_lc_rs::aead::{AES_256_GCM_SIV, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::hkdf::{HKDF_SHA256, KeyType, Salt};
use zeroize::Zeroizing;

use super::{Binding, nonce};
use crate::crypto::Personal;
use crate::measure::Protection;

/// Bytes of every key in the chain.
pub(in crate::crypto) const KEY_LEN: usize = 32;

/// The bytes of a key, wiped when dropped.
pub(in crate::crypto) type KeyBytes = Zeroizing<[u8; KEY_LEN]>;

/// AES-256-GCM-SIV with a random nonce, the only format so far.
const FORMAT: u8 = 1;
const HEADER_LEN: usize = 2;
const TAG_LEN: usize = 16;

/// Bytes that sealing adds to a value.
pub const OVERHEAD: usize = HEADER_LEN + NONCE_LEN + TAG_LEN;

/// Why something could not be sealed or opened. Carries no content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The library refused the key or the operation.
    #[error("the cryptographic library refused the operation")]
    Refused,
    /// Fewer bytes than any sealed value has.
    #[error("sealed bytes are cut off")]
    Truncated,
    /// Written by a later version of the product, or not sealed bytes at all.
    #[error("unknown format {0} of sealed bytes")]
    UnknownFormat(u8),
    /// Sealed under a key that is not at hand.
    #[error("key version {0} is not at hand")]
    UnknownKey(u8),
    /// Altered, moved from another place, or sealed under another key.
    #[error("sealed bytes are altered, moved, or of another key")]
    NotAuthentic,
    /// The opened bytes are not what was expected: not UTF-8, or not a key.
    #[error("opened bytes have an unexpected form")]
    UnexpectedForm,
    /// A table or column name of the binding is longer than 63 bytes.
    #[error("a name of the binding is too long")]
    NameTooLong,
}

/// One key, ready to seal and open, with the version that its sealed bytes carry.
pub(in crate::crypto) struct Key {
    version: u8,
    key: LessSafeKey,
}

impl Key {
    pub(in crate::crypto) fn new(version: u8, bytes: &KeyBytes) -> Result<Self, SealError> {
        let key = UnboundKey::new(&AES_256_GCM_SIV, bytes.as_slice()).map_err(|_| SealError::Refused)?;
        Ok(Self { version, key: LessSafeKey::new(key) })
    }

    pub(in crate::crypto) fn version(&self) -> u8 {
        self.version
    }

    /// Appends the sealed form of `plaintext` to `out`. Nothing is appended on an error.
    pub(in crate::crypto) fn seal_into(
        &self,
        binding: &Binding,
        plaintext: &[u8],
        out: &mut Vec<u8>,
    ) -> Result<(), SealError> {
        let start = out.len();
        out.resize(start + OVERHEAD + plaintext.len(), 0);
        let sealed = self.seal_to_slice(binding, plaintext, &mut out[start..]);
        if sealed.is_err() {
            out.truncate(start);
        }
        sealed
    }

    /// Writes the sealed form of `plaintext` to `out`, which has exactly `OVERHEAD` bytes more.
    pub(in crate::crypto) fn seal_to_slice(
        &self,
        binding: &Binding,
        plaintext: &[u8],
        out: &mut [u8],
    ) -> Result<(), SealError> {
        if Protection::Encryption.is_off() {
            leave_open(self.version, plaintext, out);
            return Ok(());
        }
        let aad = binding.encode(FORMAT, self.version)?;
        let nonce = nonce::fresh()?;
        let (header, rest) = out.split_at_mut(HEADER_LEN);
        let (nonce_out, rest) = rest.split_at_mut(NONCE_LEN);
        let (body, tag_out) = rest.split_at_mut(plaintext.len());
        header.copy_from_slice(&[FORMAT, self.version]);
        nonce_out.copy_from_slice(nonce.as_ref());
        self.key
            .seal_out_of_place_scatter(nonce, Aad::from(aad), plaintext, body, &[], tag_out)
            .map_err(|_| SealError::Refused)
    }

    /// Opens sealed bytes that were sealed under this key at this place.
    pub(in crate::crypto) fn open(&self, binding: &Binding, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let version = key_version(sealed)?;
        if version != self.version {
            return Err(SealError::UnknownKey(version));
        }
        if Protection::Encryption.is_off() {
            return Ok(Zeroizing::new(sealed[HEADER_LEN + NONCE_LEN..sealed.len() - TAG_LEN].to_vec()));
        }
        let aad = binding.encode(FORMAT, version)?;
        let (nonce, body) = sealed[HEADER_LEN..].split_at(NONCE_LEN);
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| SealError::Truncated)?;
        let mut opened = Zeroizing::new(body.to_vec());
        let length =
            self.key.open_in_place(nonce, Aad::from(aad), &mut opened).map_err(|_| SealError::NotAuthentic)?.len();
        opened.truncate(length);
        Ok(opened)
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Key").field("version", &self.version).finish_non_exhaustive()
    }
}

/// Writes what is not sealed in the form of what is, so that nothing else differs in a benchmark without encryption.
fn leave_open(version: u8, plaintext: &[u8], out: &mut [u8]) {
    out.fill(0);
    out[..HEADER_LEN].copy_from_slice(&[FORMAT, version]);
    out[HEADER_LEN + NONCE_LEN..][..plaintext.len()].copy_from_slice(plaintext);
}

/// Which key version opens these sealed bytes: to find the right one among several, and to find what is still under an old one.
///
/// # Errors
/// [`SealError::Truncated`] and [`SealError::UnknownFormat`].
pub fn key_version(sealed: &[u8]) -> Result<u8, SealError> {
    match sealed {
        _ if sealed.len() < OVERHEAD => Err(SealError::Truncated),
        [FORMAT, version, ..] => Ok(*version),
        [format, ..] => Err(SealError::UnknownFormat(*format)),
        [] => Err(SealError::Truncated),
    }
}

/// Derives a key for one purpose from a root key (HKDF-SHA-256, RFC 5869).
pub(in crate::crypto) fn derive(root: &KeyBytes, purpose: &str) -> Result<KeyBytes, SealError> {
    struct ThirtyTwo;
    impl KeyType for ThirtyTwo {
        fn len(&self) -> usize {
            KEY_LEN
        }
    }
    let mut derived = KeyBytes::default();
    Salt::new(HKDF_SHA256, b"recourse/v1")
        .extract(root.as_slice())
        .expand(&[purpose.as_bytes()], ThirtyTwo)
        .and_then(|okm| okm.fill(derived.as_mut_slice()))
        .map_err(|_| SealError::Refused)?;
    Ok(derived)
}

/// Opened bytes as text.
pub(super) fn into_text(opened: Zeroizing<Vec<u8>>) -> Result<Personal<String>, SealError> {
    std::str::from_utf8(&opened).map(|text| Personal::new(text.to_owned())).map_err(|_| SealError::UnexpectedForm)
}

/// Opened bytes as a personal value.
pub(super) fn into_bytes(mut opened: Zeroizing<Vec<u8>>) -> Personal<Vec<u8>> {
    Personal::new(std::mem::take(&mut *opened))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    const PLACES: usize = crate::crypto::keyring::Place::ALL.len();

    fn key(version: u8, byte: u8) -> Key {
        Key::new(version, &Zeroizing::new([byte; KEY_LEN])).unwrap()
    }

    fn place() -> Binding {
        Binding { table: "data_subject", column: "name", organisation: Uuid::from_u128(1), row: Uuid::from_u128(2) }
    }

    fn seal(key: &Key, binding: &Binding, plaintext: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        key.seal_into(binding, plaintext, &mut out).unwrap();
        out
    }

    #[test]
    fn a_value_opens_only_at_its_place_and_under_its_key() {
        let sealed = seal(&key(3, 7), &place(), b"Ada");
        assert_eq!(sealed.len(), 3 + OVERHEAD);
        assert_eq!(sealed[..2], [FORMAT, 3]);
        assert_eq!(**key(3, 7).open(&place(), &sealed).unwrap(), *b"Ada");

        for elsewhere in [
            Binding { table: "controller", ..place() },
            Binding { column: "email", ..place() },
            Binding { organisation: Uuid::from_u128(9), ..place() },
            Binding { row: Uuid::from_u128(9), ..place() },
        ] {
            assert_eq!(key(3, 7).open(&elsewhere, &sealed).unwrap_err(), SealError::NotAuthentic);
        }
        assert_eq!(key(3, 8).open(&place(), &sealed).unwrap_err(), SealError::NotAuthentic);
        assert_eq!(key(4, 7).open(&place(), &sealed).unwrap_err(), SealError::UnknownKey(3));
    }

    #[test]
    fn a_changed_header_does_not_open() {
        let mut sealed = seal(&key(3, 7), &place(), b"Ada");
        sealed[1] = 4;
        assert_eq!(key(4, 7).open(&place(), &sealed).unwrap_err(), SealError::NotAuthentic);
        sealed[0] = 2;
        assert_eq!(key(4, 7).open(&place(), &sealed).unwrap_err(), SealError::UnknownFormat(2));
    }

    #[test]
    fn sealing_twice_gives_different_bytes_and_appends() {
        let mut out = b"before".to_vec();
        let key = key(1, 1);
        key.seal_into(&place(), b"", &mut out).unwrap();
        key.seal_into(&place(), b"", &mut out).unwrap();
        assert_eq!(out.len(), 6 + 2 * OVERHEAD);
        assert_ne!(out[6..6 + OVERHEAD], out[6 + OVERHEAD..]);
        assert!(key.open(&place(), &out[6..6 + OVERHEAD]).unwrap().is_empty());
    }

    #[test]
    fn an_error_appends_nothing() {
        const TOO_LONG: &str = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl";
        let mut out = b"before".to_vec();
        let refused = key(1, 1).seal_into(&Binding { table: TOO_LONG, ..place() }, b"Ada", &mut out);
        assert_eq!((refused, out.as_slice()), (Err(SealError::NameTooLong), b"before".as_slice()));
    }

    #[test]
    fn purposes_derive_different_keys_from_one_root() {
        let root = Zeroizing::new([5u8; KEY_LEN]);
        assert_ne!(derive(&root, "a").unwrap(), derive(&root, "b").unwrap());
        assert_eq!(derive(&root, "a").unwrap(), derive(&root, "a").unwrap());
        assert_ne!(derive(&root, "a").unwrap(), derive(&Zeroizing::new([6u8; KEY_LEN]), "a").unwrap());
    }

    proptest! {
        /// Any two different places, under any two versions: what was sealed for one opens for no other.
        #[test]
        fn sealed_bytes_open_at_no_other_place(
            here in (0..PLACES, 0u128..3, 0u128..3, 1u8..4), there in (0..PLACES, 0u128..3, 0u128..3, 1u8..4), plaintext in prop::collection::vec(any::<u8>(), 0..50),
        ) {
            let at = |(place, organisation, row, _): (usize, u128, u128, u8)| {
                crate::crypto::keyring::Place::ALL[place].of(Uuid::from_u128(organisation), Uuid::from_u128(row))
            };
            // The same key with each version, so that only the version that is bound in tells them apart.
            let mut sealed = seal(&key(here.3, 1), &at(here), &plaintext);
            sealed[1] = there.3;
            prop_assert_eq!(key(there.3, 1).open(&at(there), &sealed).is_ok(), here == there);
        }

        #[test]
        fn any_change_of_any_byte_is_noticed(plaintext in prop::collection::vec(any::<u8>(), 0..200), at: prop::sample::Index, flip in 1u8..) {
            let key = key(1, 1);
            let sealed = seal(&key, &place(), &plaintext);
            prop_assert_eq!(&**key.open(&place(), &sealed).unwrap(), &plaintext);
            let mut changed = sealed.clone();
            changed[at.index(sealed.len())] ^= flip;
            prop_assert!(key.open(&place(), &changed).is_err());
            prop_assert!(key.open(&place(), &sealed[..at.index(sealed.len())]).is_err());
        }
    }
}
