//! Data subjects: who they are, sealed under a key of their own.

mod from_line;
pub mod profile;

pub use profile::{Address, Indexes, Profile};
