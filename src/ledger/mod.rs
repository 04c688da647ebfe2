//! The audit log that proves itself: each organisation's audit entries (Z-11) as the leaves of a Merkle tree, in their order.
//!
//! Pure: entries, hashes and nodes in, hashes, proofs and notes out. What is stored, and when, is decided by the service. The form of
//! everything here is public and told in `docs/AUDIT.md`, so that another program can hold the log to it:
//!
//! - [`Entry`]: an entry and the canonical text that is hashed;
//! - [`Hash`]: the two hashes of RFC 6962;
//! - [`tree`]: which nodes a root, an inclusion proof and a consistency proof consist of;
//! - [`tile`]: the nodes that are kept, 256 in a row, and how the tree grows;
//! - [`Checkpoint`]: size and root of the tree, as they are signed;
//! - [`check`]: holds a whole log to all of that, and names the first entry that does not fit.
//!
//! No library: those that exist keep the tree in memory or bring a second set of ciphers, and the whole tree is two hundred lines.

pub mod check;
mod checkpoint;
mod entry;
mod hash;
pub mod tile;
pub mod tree;

pub use checkpoint::{Checkpoint, origin};
pub use entry::{Entry, Place};
pub use hash::Hash;
