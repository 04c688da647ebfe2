//! Keys, sealing, signatures and tokens: one subject per file, no I/O but to get the master key.
//!
//! Data at rest is sealed under a chain of keys, so that losing one link unlocks nothing and deleting one shreds exactly
//! what hangs on it:
//!
//! ```text
//! master key (outside the database)             master
//!   ├─ instance secrets (signing keys, ...)     keyring::sealer
//!   ├─ backup files, each by a key of its own    stream
//!   └─ organisation key, wrapped in its row     keyring::organisation
//!        ├─ secrets of the organisation
//!        ├─ blind index keys, one per field     blind
//!        └─ subject key, wrapped in its row     keyring::subject
//!             └─ names, contacts, answers of one data subject
//! ```
//!
//! What goes over the wire is signed: webhooks by Standard Webhooks 1.0 (`webhook`), access tokens, mandate credentials
//! and manifests of complaints as JWT under the instance's Ed25519 keys (`signing_key`, `token`, `credential`, `manifest`), and
//! checkpoints of audit logs as signed notes (`note`). What clients sign is verified with the public keys that they registered
//! (`client_key`, `assertion`).
//!
//! Time and randomness are arguments; the one exception is the nonce of each sealing, which the cryptographic library draws.
//! No error of this module carries any content.

pub mod assertion;
pub mod blind;
pub mod client_key;
pub mod credential;
pub mod keyring;
pub mod manifest;
pub mod master;
pub mod note;
pub mod personal;
pub mod secret;
pub mod signing_key;
pub mod stream;
pub mod token;
pub mod webhook;

mod encoding;
mod jwt;

pub use keyring::{Binding, OrganisationKeys, SealError, Sealer, SubjectKey};
pub use master::MasterKey;
pub use personal::Personal;
