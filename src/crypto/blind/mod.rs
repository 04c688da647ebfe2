//! Blind indexes: exact search by e-mail address, phone number or reference without reading anybody's.
//!
//! A value is brought to one form ([`email`], [`phone`], [`reference`]), hashed with a key of its organisation and its field,
//! and cut to 16 bytes. Equal values give equal indexes within one organisation and field, and nowhere else. An index tells
//! that two rows are about the same address, and no more.

mod email;
mod phone;
mod reference;

pub use email::email;
pub use phone::phone;
pub use reference::reference;

use std::hash::{DefaultHasher, Hash, Hasher};

use aws_lc_rs::hmac;

use super::keyring::{KeyBytes, SealError, derive};
use crate::measure::Protection;

/// Bytes of an index. Two different values share one by chance in 2^64 rows.
pub const INDEX_LEN: usize = 16;

/// What is stored beside the sealed value and compared in a search.
pub type BlindIndex = [u8; INDEX_LEN];

/// The keys of one organisation, one per field.
pub struct BlindKeys {
    email: hmac::Key,
    phone: hmac::Key,
    reference: hmac::Key,
    identity: hmac::Key,
    scope: hmac::Key,
}

impl BlindKeys {
    pub(super) fn derive(root: &KeyBytes) -> Result<Self, SealError> {
        let key = |purpose| derive(root, purpose).map(|bytes| hmac::Key::new(hmac::HMAC_SHA256, bytes.as_slice()));
        Ok(Self {
            email: key("blind index: email")?,
            phone: key("blind index: phone")?,
            reference: key("blind index: reference")?,
            identity: key("blind index: identity")?,
            scope: key("blind index: scope")?,
        })
    }

    /// Index of an e-mail address; `None` when it is not one.
    pub fn email(&self, address: &str) -> Option<BlindIndex> {
        email(address).map(|normal| index(&self.email, normal.as_bytes()))
    }

    /// Index of a phone number; `country` (ISO 3166-1 alpha-2) reads a number written without its country. `None` when it is
    /// not a number.
    pub fn phone(&self, number: &str, country: Option<&str>) -> Option<BlindIndex> {
        phone(number, country).map(|normal| index(&self.phone, normal.as_bytes()))
    }

    /// Index of an external reference such as a member number; `None` when it is blank.
    pub fn reference(&self, text: &str) -> Option<BlindIndex> {
        reference(text).map(|normal| index(&self.reference, normal.as_bytes()))
    }

    /// Index of several values that make a person one, already in their one form. Each part carries its length, so that no
    /// two lists of parts are alike; `rule` keeps apart the ways of telling people apart.
    pub fn identity(&self, rule: &str, parts: &[&str]) -> BlindIndex {
        if Protection::BlindIndex.is_off() {
            return open(&(rule, parts));
        }
        let mut context = hmac::Context::with_key(&self.identity);
        for part in std::iter::once(&rule).chain(parts) {
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part.as_bytes());
        }
        cut(&context.sign())
    }

    /// Index of what is asked, in its canonical form (`Ask::scope_bytes`), for the check against duplicates (B-4).
    pub fn scope(&self, canonical: &[u8]) -> BlindIndex {
        index(&self.scope, canonical)
    }
}

impl std::fmt::Debug for BlindKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BlindKeys").finish_non_exhaustive()
    }
}

fn index(key: &hmac::Key, normal: &[u8]) -> BlindIndex {
    if Protection::BlindIndex.is_off() { open(&normal) } else { cut(&hmac::sign(key, normal)) }
}

/// What stands in the place of an index in a benchmark without them: as long, and anybody's to compute.
fn open(value: &impl Hash) -> BlindIndex {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    let first = hasher.finish();
    hasher.write_u8(0);
    (u128::from(first) << 64 | u128::from(hasher.finish())).to_be_bytes()
}

fn cut(tag: &hmac::Tag) -> BlindIndex {
    let mut index = [0u8; INDEX_LEN];
    index.copy_from_slice(&tag.as_ref()[..INDEX_LEN]);
    index
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeroize::Zeroizing;

    fn keys(byte: u8) -> BlindKeys {
        BlindKeys::derive(&Zeroizing::new([byte; 32])).unwrap()
    }

    #[test]
    fn two_ways_to_write_one_value_have_one_index() {
        let keys = keys(1);
        assert_eq!(keys.email(" Ada@Example.ORG "), keys.email("ada@example.org"));
        assert_eq!(keys.phone("+33 (0)6 30 12 34 56", None), keys.phone("06 30 12 34 56", Some("FR")));
        assert_eq!(keys.reference("ab  12"), keys.reference("AB 12"));
        assert_ne!(keys.email("ada@example.org"), keys.email("bob@example.org"));
    }

    #[test]
    fn fields_and_organisations_do_not_meet() {
        let (one, two) = (keys(1), keys(2));
        assert_ne!(one.reference("33630123456"), one.phone("33630123456", None));
        assert_ne!(one.email("ada@example.org"), two.email("ada@example.org"));
    }

    /// Stored indexes must stay findable: computed once with an independent HKDF and HMAC.
    #[test]
    fn the_index_of_a_known_value_never_changes() {
        let hex =
            |index: Option<BlindIndex>| index.unwrap().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let keys = keys(7);
        assert_eq!(hex(keys.email("Ada@Example.org")), "2260106a3c337af246afa2af9344e39b");
        assert_eq!(hex(keys.phone("0630123456", Some("FR"))), "993c71a893f734c476b07ba0287ed0cc");
        assert_eq!(hex(keys.reference("m-1")), "f817b9d64aafaa7f0a8364a3130b8b4b");
    }

    #[test]
    fn what_is_no_value_has_no_index() {
        let keys = keys(1);
        assert_eq!(keys.email("no address"), None);
        assert_eq!(keys.phone("call me", Some("FR")), None);
        assert_eq!(keys.reference(" \t "), None);
    }

    #[test]
    fn the_parts_of_an_identity_do_not_run_together() {
        let keys = keys(1);
        assert_eq!(keys.identity("a", &["b", "c"]), keys.identity("a", &["b", "c"]));
        assert_ne!(keys.identity("a", &["b", "c"]), keys.identity("a", &["bc", ""]));
        assert_ne!(keys.identity("a", &["b"]), keys.identity("b", &["a"]));
        assert_ne!(keys.identity("a", &[]), keys.identity("a", &[""]));
    }
}
