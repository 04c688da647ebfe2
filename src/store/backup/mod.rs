//! All rows of a database out of it and into another, in the form of backups (`crate::backup`), and what makes a restored database
//! another course of history.

mod clear;
mod ended;
mod fill;
mod postgres;
mod restored;
mod shape;
mod snapshot;
mod sqlite;

pub use clear::Occupied;
pub use shape::Shape;
pub use snapshot::{KeysSection, Snapshot};

/// Tables that are in the keys file and in no archive: what is in them must not outlive its row.
const KEPT_APART: [&str; 2] = ["subject_key", "erased_person"];
/// That a restore is under way. No archive holds it.
const UNDER_WAY: &str = "restoring_since";
/// Takes a block of whole rows, and how many they are.
pub type Each<'a, E> = dyn FnMut(&[u8], u64) -> Result<(), E> + Send + 'a;
/// Bytes of a block of rows, or a little more.
const BLOCK: usize = 1 << 20;
/// Microseconds between the Unix epoch and PostgreSQL's, 2000-01-01, from which instants are counted.
const EPOCH_MICROS: i64 = 946_684_800_000_000;
