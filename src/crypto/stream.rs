//! Sealing files of any length under the master key, piece by piece.
//!
//! Each file has a key of its own, derived from the master key and 32 random bytes in its header, so that pieces can be numbered
//! instead of drawing nonces. A piece is sealed with AES-256-GCM under its number and whether it is the last one (the STREAM
//! construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015): a piece that is altered, left out, doubled, moved or cut off at the
//! end does not open, and nor does any piece of another file.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

use super::keyring::{KeyBytes, SealError, derive};

/// Bytes of the random part of a file's header.
pub const SALT_LEN: usize = 32;
/// Bytes that sealing adds to a piece.
pub const TAG_LEN: usize = 16;

/// What is derived from the master key for files; the salt is hung on, so that each file has another key.
const PURPOSE: &str = "backup file";

/// The key of one file, with the number of the piece that comes next.
pub struct StreamKey {
    key: LessSafeKey,
    next: u64,
}

impl StreamKey {
    /// The key of the file with this salt.
    pub(super) fn new(master: &KeyBytes, salt: &[u8; SALT_LEN]) -> Result<Self, SealError> {
        let root = derive(master, PURPOSE)?;
        let own = derive(&root, &super::encoding::to_base64url(salt))?;
        let key = UnboundKey::new(&AES_256_GCM, own.as_slice()).map_err(|_| SealError::Refused)?;
        Ok(Self { key: LessSafeKey::new(key), next: 0 })
    }

    /// Seals the next piece in its place; it is [`TAG_LEN`] bytes longer then.
    ///
    /// # Errors
    /// [`SealError::Refused`], which does not happen with a sound library.
    pub fn seal(&mut self, piece: &mut Vec<u8>, last: bool) -> Result<(), SealError> {
        let nonce = self.advance(last)?;
        self.key.seal_in_place_append_tag(nonce, Aad::empty(), piece).map_err(|_| SealError::Refused)
    }

    /// Opens the next piece in its place.
    ///
    /// # Errors
    /// [`SealError::NotAuthentic`] when it is not the piece that was sealed at this place of this file, or the file ends elsewhere.
    pub fn open(&mut self, piece: &mut Vec<u8>, last: bool) -> Result<(), SealError> {
        let nonce = self.advance(last)?;
        let length = self.key.open_in_place(nonce, Aad::empty(), piece).map_err(|_| SealError::NotAuthentic)?.len();
        piece.truncate(length);
        Ok(())
    }

    fn advance(&mut self, last: bool) -> Result<Nonce, SealError> {
        let mut nonce = [0; NONCE_LEN];
        nonce[3..11].copy_from_slice(&self.next.to_be_bytes());
        nonce[11] = last.into();
        self.next = self.next.checked_add(1).ok_or(SealError::Refused)?;
        Ok(Nonce::assume_unique_for_key(nonce))
    }
}

impl std::fmt::Debug for StreamKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StreamKey").field("next", &self.next).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::MasterKey;
    use crate::ports::OsRandom;

    fn sealed(key: &mut StreamKey, text: &[u8], last: bool) -> Vec<u8> {
        let mut piece = text.to_vec();
        key.seal(&mut piece, last).unwrap();
        assert_eq!(piece.len(), text.len() + TAG_LEN);
        piece
    }

    #[test]
    fn pieces_open_at_their_place_and_nowhere_else() {
        let master = MasterKey::generate(&OsRandom::default());
        let (id, salt) = (master.sealing(), [7; SALT_LEN]);
        let mut key = master.stream_key(id, &salt).unwrap();
        let (one, two) = (sealed(&mut key, b"one", false), sealed(&mut key, b"two", true));
        let opened = |pieces: &[(&[u8], bool)]| {
            let mut key = master.stream_key(id, &salt).unwrap();
            pieces
                .iter()
                .map(|(piece, last)| {
                    let mut piece = piece.to_vec();
                    key.open(&mut piece, *last).map(|()| piece)
                })
                .collect::<Result<Vec<_>, _>>()
        };
        assert_eq!(opened(&[(&one, false), (&two, true)]).unwrap(), [b"one".to_vec(), b"two".to_vec()]);
        // Moved, left out, doubled, cut off, gone on with.
        for wrong in [
            &[(two.as_slice(), true)][..],
            &[(&one, false), (&one, false)],
            &[(&one, true)],
            &[(&one, false), (&two, false)],
        ] {
            assert_eq!(opened(wrong).unwrap_err(), SealError::NotAuthentic);
        }
        let mut altered = one.clone();
        altered[0] ^= 1;
        assert_eq!(opened(&[(&altered, false)]).unwrap_err(), SealError::NotAuthentic);
    }

    #[test]
    fn another_file_and_another_master_key_have_another_key() {
        let (master, other) = (MasterKey::generate(&OsRandom::default()), MasterKey::generate(&OsRandom::default()));
        let piece = sealed(&mut master.stream_key(1, &[1; SALT_LEN]).unwrap(), b"text", true);
        for mut key in [master.stream_key(1, &[2; SALT_LEN]).unwrap(), other.stream_key(1, &[1; SALT_LEN]).unwrap()] {
            assert_eq!(key.open(&mut piece.clone(), true).unwrap_err(), SealError::NotAuthentic);
        }
        assert_eq!(master.stream_key(9, &[1; SALT_LEN]).unwrap_err(), SealError::UnknownKey(9));
    }
}
