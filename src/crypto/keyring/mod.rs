//! The chain of keys that seals data at rest, and the sealing itself.
//!
//! Everything is AES-256-GCM-SIV, which forgives a repeated nonce over millions of rows. Sealed bytes are
//!
//! ```text
//! format (1) | key version (1) | nonce (12) | ciphertext | tag (16)
//! ```
//!
//! where the key version tells which key of that level opens them: the id of the master key, the version of the organisation
//! key, or the version of the subject key. [`Binding`] is authenticated with them, so that sealed bytes moved to another
//! table, column, organisation or row do not open.

mod binding;
mod nonce;
mod organisation;
pub mod place;
mod ring;
mod sealer;
mod sealing;
mod subject;

pub use binding::Binding;
pub use organisation::OrganisationKeys;
pub use place::{Place, Under};
pub use sealer::Sealer;
pub use sealing::{OVERHEAD, SealError, key_version};
pub use subject::{SEALED_SUBJECT_KEY_LEN, SealedSubjectKey, SubjectKey};

pub(super) use sealing::{KEY_LEN, Key, KeyBytes, derive};
