//! The audit record: entries about every touch of personal data, the log that proves them, and reading both (Z-11).

mod log;
mod note;
mod prove;
mod read;
mod verify;

pub use log::log_audit_entries;
pub use prove::{Consistency, Inclusion, LatestCheckpoint, consistency, inclusion, latest};
pub use read::entries;
pub use verify::verify;
