//! The form of backups: sealed files that hold rows of tables, the same from either database.
//!
//! An *archive* holds every row but those that must not outlive their row in the database: keys of people, and what keeps an erased
//! person from coming back. These are in the *keys file*, of which there is one, the newest: an archive is of use only with it. What
//! that means for who was erased is told in `docs/decisions/0017`.
//!
//! ```text
//! file    = "recourse backup 1\n" | id of the master key (1) | salt (32) | piece …
//! piece   = at most 65,536 bytes of the content, sealed (`crypto::stream`)
//! content = frame …
//! frame   = kind (1) | length (4, big-endian) | that many bytes
//! ```
//!
//! The first frame is the manifest, the last one the tail with counts and digests; between them each table is a head and the rows in
//! the binary format of PostgreSQL's `COPY`. Knows files and no database.

mod fault;
pub mod folder;
pub mod frame;
pub mod manifest;
pub mod row;
pub mod sealed;
pub mod table;

pub use fault::BackupError;
pub use folder::Folder;
pub use frame::{Part, Reader, Writer};
pub use manifest::{Contents, LogRoot, Manifest, TableSum, Tail};
pub use table::{Column, Kind, Table};
