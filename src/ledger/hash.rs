//! The hashes of the tree: SHA-256 with another first byte for leaves and for nodes, so that neither can be taken for the other
//! (RFC 6962, section 2.1).

use std::fmt;
use std::str::FromStr;

use aws_lc_rs::digest::{Context, SHA256, digest};

/// What a leaf is hashed after.
pub const LEAF: u8 = 0;
/// What a node is hashed after.
pub const NODE: u8 = 1;

/// A hash of the tree, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; Hash::LEN]);

impl Hash {
    /// Bytes of a hash.
    pub const LEN: usize = 32;

    /// The root of a tree without leaves: the hash of nothing.
    pub fn of_nothing() -> Self {
        Self::from(digest(&SHA256, &[]))
    }

    /// The hash of a leaf.
    pub fn of_leaf(content: &[u8]) -> Self {
        let mut context = Context::new(&SHA256);
        context.update(&[LEAF]);
        context.update(content);
        Self::from(context.finish())
    }

    /// The hash of a leaf whose bytes lie after the first byte of a leaf already.
    pub(super) fn of_prefixed(content: &[u8]) -> Self {
        Self::from(digest(&SHA256, content))
    }

    /// The hash of a node over its two children.
    pub fn of_node(left: &Self, right: &Self) -> Self {
        let mut both = [NODE; 1 + 2 * Self::LEN];
        both[1..=Self::LEN].copy_from_slice(&left.0);
        both[1 + Self::LEN..].copy_from_slice(&right.0);
        Self::from(digest(&SHA256, &both))
    }

    /// The hash of some bytes; none when they are not as long as a hash.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

impl From<aws_lc_rs::digest::Digest> for Hash {
    fn from(digest: aws_lc_rs::digest::Digest) -> Self {
        let mut bytes = [0; Self::LEN];
        bytes.copy_from_slice(digest.as_ref());
        Self(bytes)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A text that is no hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAHash;

impl FromStr for Hash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, NotAHash> {
        let digits = text.as_bytes();
        if digits.len() != 2 * Self::LEN {
            return Err(NotAHash);
        }
        let mut bytes = [0; Self::LEN];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            let digit = |at: usize| char::from(pair[at]).to_digit(16).ok_or(NotAHash);
            *byte = u8::try_from(digit(0)? * 16 + digit(1)?).map_err(|_| NotAHash)?;
        }
        Ok(Self(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_read_as_it_is_written() {
        let hash = Hash::of_leaf(b"entry");
        assert_eq!(hash.to_string().parse(), Ok(hash));
        assert_eq!(Hash::of_prefixed(b"\0entry"), hash);
        assert_eq!("00".parse::<Hash>(), Err(NotAHash));
        assert_eq!("zz".repeat(32).parse::<Hash>(), Err(NotAHash));
    }
}
